/* SPDX-License-Identifier: MIT */
#include "office/core/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/text.h"
#include "office/core/settings.h"
#include "office/rules/addressed.h"

#define ALWAYS "0001-01-01" /* the day of what holds from no day on */

static const char get_sql[] =
	"SELECT value FROM setting WHERE key = :key AND since <= :day"
	" ORDER BY since DESC LIMIT 1";

/* A value is held to its setting when it is read as when it is set, since sqlite3(1) sets
 * too: what does not fit holds as if nothing were set, and `osq-admin check` names it. */
static const char *
value_that_holds(const struct setting *setting, const char *stored)
{
	return stored && setting_takes(setting, stored) ? stored : setting_usual(setting);
}

enum status
setting_get(struct office *office, const char *key, int day, struct buf *buf)
{
	const struct setting *setting = setting_find(key);
	char today[DAY_TEXT];
	struct query q;

	if (!setting)
		return fail(INTERNAL, "no setting %s", key);
	query_open(&q, office->store, get_sql);
	query_text(&q, ":key", key);
	query_text(&q, ":day", day_print(day, today));
	buf_text(buf, value_that_holds(setting,
				       query_row(&q) ? query_col_given(&q, 0) : NULL));
	return query_close(&q);
}

enum status
setting_agency_said(struct office *office, int day, struct buf *buf)
{
	const size_t before = buf->length;
	struct buf name = { 0 };
	enum status st = setting_get(office, "agency_sentence", day, buf);

	if (!st && buf->length == before &&
	    !(st = setting_get(office, "agency_name", day, &name)) && name.length)
		addressed_agency(name.text, buf);
	buf_free(&name);
	return st;
}

enum status
setting_number(struct office *office, const char *key, int day, int64_t *n)
{
	struct buf text = { 0 };
	enum status st = setting_get(office, key, day, &text);

	if (!st && text.text)
		*n = strtoll(text.text, NULL, 10);
	buf_free(&text);
	return st;
}

static const char set_sql[] =
	"INSERT INTO setting (key, since, value)"
	" VALUES (:key, :since, :value)"
	" ON CONFLICT (key, since) DO UPDATE SET value = excluded.value";

static enum status
write_setting(struct office *office, const char *key, const char *value,
	      const char *since)
{
	const char *const detail[] = { "value", value, "since", since, NULL };
	struct query q;
	enum status st;

	if ((st = office_begin(office)))
		return st;
	query_open(&q, office->store, set_sql);
	query_text(&q, ":key", key);
	query_text(&q, ":since", since);
	query_text(&q, ":value", value);
	query_run(&q);
	if (!(st = query_close(&q)))
		st = office_journal(office, "config", key, detail);
	return office_end(office, st);
}

/* The setting called KEY, where somebody may set it. */
static enum status
find_settable(const char *key, const struct setting **setting)
{
	if (!(*setting = setting_find(key))) {
		fail(USAGE, _("%s: no such setting"), key);
		return fail_hint(USAGE, _("osq-admin config shows them all"));
	}
	if ((*setting)->fixed)
		return fail(NOT_ALLOWED, _("%s: is not set by hand"), key);
	return OK;
}

enum status
setting_set(struct office *office, const char *key, const char *value, const char *since)
{
	const struct setting *setting;
	char *tidy, *about;
	enum status st = find_settable(key, &setting);

	if (st)
		return st;
	if (!text_valid(value, strlen(value)) || strlen(value) > SETTING_MOST)
		return fail(BAD_DATA,
			    _("%s: the value is no text, or longer than 1000 bytes"),
			    key);
	tidy = text_tidied(value);
	about = setting_about(setting);
	if (!setting_fits(setting, tidy))
		st = fail(BAD_DATA, _("%s: '%s' does not fit: %s"), key, tidy, about);
	else
		st = write_setting(office, key, tidy, since ? since : ALWAYS);
	free(about);
	free(tidy);
	return st;
}

static const char days_sql[] =
	"SELECT group_concat(since, ', ') FROM"
	" (SELECT since FROM setting WHERE key = :key AND since > '" ALWAYS "'"
	"   ORDER BY since)";

/* Nothing is set from SINCE on: NO, naming the days from which something is. */
static enum status
tell_not_set(struct office *office, const char *key, const char *since)
{
	struct buf days = { 0 };
	struct query q;
	enum status st;

	query_open(&q, office->store, days_sql);
	query_text(&q, ":key", key);
	if (query_row(&q))
		buf_text(&days, query_col_given(&q, 0));
	if (!(st = query_close(&q))) {
		st = strcmp(since, ALWAYS) != 0 ?
			     fail(NO, _("%s: nothing is set from %s on"), key, since) :
			     fail(NO, _("%s: is not set"), key);
		if (days.length)
			fail_hint(NO, _("it is set from these days on: %s (--since DAY)"),
				  days.text);
	}
	buf_free(&days);
	return st;
}

static const char unset_sql[] = "DELETE FROM setting WHERE key = :key AND since = :since"
				" RETURNING value";

enum status
setting_unset(struct office *office, const char *key, const char *since)
{
	const struct setting *setting;
	struct buf was = { 0 };
	struct query q;
	enum status st = find_settable(key, &setting);

	since = since ? since : ALWAYS;
	if (st || (st = office_begin(office)))
		return st;
	query_open(&q, office->store, unset_sql);
	query_text(&q, ":key", key);
	query_text(&q, ":since", since);
	if (query_row(&q))
		buf_text(&was, query_col_given(&q, 0));
	query_run(&q);
	if (!(st = query_close(&q))) {
		const char *const detail[] = { "was", was.text, "since", since, NULL };

		st = was.text ? office_journal(office, "config", key, detail) :
				tell_not_set(office, key, since);
	}
	buf_free(&was);
	return office_end(office, st);
}

const struct column setting_columns[] = {
	{ .key = "key", .heading = N_("Setting"), .type = COL_TEXT },
	{ .key = "value", .heading = N_("Value"), .type = COL_TEXT },
	{ .key = "since", .heading = N_("Since"), .type = COL_DAY },
	{ .key = "about", .heading = N_("About"), .type = COL_TEXT },
	{ 0 },
};

static const char list_sql[] = "SELECT value, nullif(since, '" ALWAYS "') FROM setting"
			       " WHERE key = :key ORDER BY since";

static enum status
send_setting(struct office *office, const struct setting *setting, const char *about,
	     struct sink *sink)
{
	struct value row[4] = { value_text(setting->key), VALUE_NONE, VALUE_NONE,
				value_text(about) };
	bool any = false;
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, list_sql);
	query_text(&q, ":key", setting->key);
	while (!st && query_row(&q)) {
		any = true;
		row[1] = value_text(query_col_text(&q, 0));
		row[2] = value_text(query_col_text(&q, 1));
		st = sink->row(sink, row);
	}
	if (st) {
		query_close(&q);
		return st;
	}
	if ((st = query_close(&q)) || any)
		return st;
	row[1] = value_text(setting_usual(setting));
	return sink->row(sink, row);
}

static enum status
list_one(struct office *office, const struct setting *setting, struct sink *sink)
{
	char *about = setting_about(setting);
	enum status st = send_setting(office, setting, about, sink);

	free(about);
	return st;
}

enum status
setting_list(struct office *office, const char *key, struct sink *sink)
{
	const struct setting *s;
	enum status st = OK;

	for (s = settings; s->key && !st; s++)
		if (!key || !strcmp(s->key, key))
			st = list_one(office, s, sink);
	return st;
}
