/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_ends.h"

#include <string.h>

#include "base/moment.h"
#include "office/core/settings.h"
#include "office/rules/standing.h"

static const char changes_sql[] =
	"SELECT key, since, value FROM setting WHERE key IN ('count_withdrawn', 'late_ends')"
	" ORDER BY since";

struct counting {
	enum standing_end_rule how; /* ENDS_ENDED, ENDS_ASIDE or ENDS_ON_TIME */
	bool late;                  /* late ends count */
};

static void
set_counting(struct counting *counting, const char *key, const char *value)
{
	if (!strcmp(key, "late_ends"))
		counting->late = !strcmp(value, "yes");
	else if (!strcmp(value, "aside"))
		counting->how = ENDS_ASIDE;
	else
		counting->how = !strcmp(value, "on_time") ? ENDS_ON_TIME : ENDS_ENDED;
}

static void
say_rule(struct buf *rules, const struct counting *counting, int day)
{
	enum standing_end_rule rule = counting->how;

	if (!counting->late && rule != ENDS_ENDED)
		rule = rule == ENDS_ASIDE ? ENDS_ASIDE_ALL : ENDS_ON_TIME_ALL;
	buf_print(rules, STANDING_RULE, rule, day);
}

enum status
dossier_ends(struct office *office, struct buf *rules)
{
	struct counting counting;
	struct query q;
	int day;

	set_counting(&counting, "late_ends", setting_usual(setting_find("late_ends")));
	set_counting(&counting, "count_withdrawn",
		     setting_usual(setting_find("count_withdrawn")));
	say_rule(rules, &counting, DAY_FIRST);
	query_open(&q, office->store, changes_sql);
	while (query_row(&q)) {
		set_counting(&counting, query_col_given(&q, 0), query_col_given(&q, 2));
		if (day_read(query_col_given(&q, 1), 0, &day))
			say_rule(rules, &counting, day);
	}
	return query_close(&q);
}
