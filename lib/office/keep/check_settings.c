/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"
#include "office/core/settings.h"
#include "office/keep/check_parts.h"

/* What setting_get() passes over: it was put in by other ways than osq-admin config. */
static const char settings_sql[] = "SELECT key, since, value FROM setting"
				   " ORDER BY key, since";

/* What is wrong with the row in hand; NULL: nothing.  The caller frees it. */
static char *
find_wrong(const char *key, const char *since, const char *value)
{
	const struct setting *setting = setting_find(key);
	char *about, *wrong;
	int day;

	if (!setting)
		return mem_print(_("%s: no such setting"), key);
	if (!day_read(since, 0, &day))
		return mem_print(_("%s: '%s' is no day"), key, since);
	if (setting_takes(setting, value))
		return NULL;
	about = setting_about(setting);
	wrong = mem_print(_("%s: '%s' does not fit: %s"), key, value, about);
	free(about);
	return wrong;
}

/*
 * What the journal says last of each setting, and what is set: the bank's account, say,
 * is where all fees go, and sqlite3(1) changes it without an entry.  (Step 10 of the
 * schema wrote 00:00:01 for midnight.)
 */
static const char told_sql[] =
	"WITH told AS (SELECT subject AS key,"
	"    coalesce(detail ->> 'since', '0001-01-01') AS since,"
	"    detail ->> 'value' AS value, max(id)"
	"  FROM journal WHERE act = 'config' AND json_valid(detail) GROUP BY 1, 2)"
	" SELECT t.key, t.value, s.value FROM told t"
	" LEFT JOIN setting s ON s.key = t.key AND s.since = t.since"
	" WHERE t.value IS NOT s.value AND coalesce(s.value, '') <> '00:00:01'"
	" ORDER BY 1";

static enum status
compare_told(struct checking *c)
{
	struct query q;
	enum status st = OK, read;

	query_open(&q, c->office->store, told_sql);
	while (!st && query_row(&q)) {
		char *detail = mem_print(_("%s: is '%s', but was set to '%s' last"),
					 query_col_given(&q, 0), query_col_given(&q, 2),
					 query_col_given(&q, 1));

		st = check_error(c, "settings", detail);
		free(detail);
	}
	read = query_close(&q);
	return st ? st : read;
}

enum status
check_settings(struct checking *c)
{
	struct query q;
	enum status st = OK, read;

	query_open(&q, c->office->store, settings_sql);
	while (!st && query_row(&q)) {
		char *wrong = find_wrong(query_col_given(&q, 0), query_col_given(&q, 1),
					 query_col_given(&q, 2));

		if (wrong)
			st = check_error(c, "settings", wrong);
		free(wrong);
	}
	read = query_close(&q);
	st = st ? st : read;
	return st ? st : compare_told(c);
}
