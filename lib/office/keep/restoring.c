/* SPDX-License-Identifier: MIT */
#include "office/keep/restoring.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/moment.h"
#include "office/core/setting.h"

static enum status
read_head(struct office *office, int64_t *entries, char hash[static 65], int64_t *at)
{
	struct query q;

	query_open(&q, office->store,
		   "SELECT id, hash, entered_at FROM journal ORDER BY id DESC LIMIT 1");
	if (query_row(&q)) {
		*entries = query_col_int(&q, 0);
		snprintf(hash, 65, "%s", query_col_text(&q, 1));
		*at = query_col_int(&q, 2);
	}
	return query_close(&q);
}

static enum status
read_hash(struct office *office, int64_t id, char hash[static 65])
{
	struct query q;

	hash[0] = '\0';
	query_open(&q, office->store, "SELECT hash FROM journal WHERE id = :id");
	query_int(&q, ":id", id);
	if (query_row(&q))
		snprintf(hash, 65, "%s", query_col_text(&q, 0));
	return query_close(&q);
}

/* An entry's hash holds all before it, so where they part is found by halving. */
static enum status
find_common(struct office *live, struct office *copy, struct restoring *r)
{
	int64_t same = 0, beyond = (r->live < r->copy ? r->live : r->copy) + 1;
	enum status st = OK;

	while (!st && beyond - same > 1) {
		const int64_t id = same + (beyond - same) / 2;
		char ours[65] = "", theirs[65] = "";

		if (!(st = read_hash(live, id, ours)))
			st = read_hash(copy, id, theirs);
		if (*ours && !strcmp(ours, theirs))
			same = id;
		else
			beyond = id;
	}
	r->common = same;
	return st;
}

static enum status
compare_agencies(struct office *live, struct office *copy, bool *other)
{
	const int today = day_of(live->now);
	struct buf ours = { 0 }, theirs = { 0 };
	enum status st = setting_get(live, "agency", today, &ours);

	if (!st && !(st = setting_get(copy, "agency", today, &theirs)))
		*other = strcmp(ours.text ? ours.text : "",
				theirs.text ? theirs.text : "") != 0;
	buf_free(&ours);
	buf_free(&theirs);
	return st;
}

enum status
restoring_compare(struct office *live, struct office *copy, struct restoring *r)
{
	int64_t at;
	enum status st;

	*r = (struct restoring){ 0 };
	if ((st = read_head(copy, &r->copy, r->copy_head, &r->copy_at)) || !live->store)
		return st;
	if ((st = read_head(live, &r->live, r->live_head, &at)) ||
	    (st = compare_agencies(live, copy, &r->other)))
		return st;
	st = find_common(live, copy, r);
	r->other = r->other || !r->common;
	return st;
}

/* The two kinds of series, under the same columns. */
static const struct series {
	const char *all_sql, *raise_sql;
} kinds[] = {
	{ "SELECT day, series, last FROM series",
	  "INSERT INTO series (day, series, last) VALUES (:day, :series, :last)"
	  " ON CONFLICT (day, series) DO UPDATE SET last = excluded.last"
	  "  WHERE last < excluded.last" },
	{ "SELECT day, NULL AS series, last FROM dossier_series",
	  "INSERT INTO dossier_series (day, last) VALUES (:day, :last)"
	  " ON CONFLICT (day) DO UPDATE SET last = excluded.last"
	  "  WHERE last < excluded.last" },
};

static enum status
carry_series(struct office *live, struct office *copy, const struct series *kind,
	     restoring_tell *tell, void *ctx)
{
	struct query from, to;

	query_open(&from, live->store, kind->all_sql);
	query_open(&to, copy->store, kind->raise_sql);
	while (!to.status && query_row(&from)) {
		query_text(&to, ":day", query_col_text(&from, 0));
		if (query_has(&to, ":series"))
			query_text(&to, ":series", query_col_text(&from, 1));
		query_int(&to, ":last", query_col_int(&from, 2));
		if (query_run(&to) || !store_changes(copy->store))
			continue;
		tell(ctx, query_col_text(&from, 0), query_col_text(&from, 1),
		     query_col_int(&from, 2));
	}
	return worse(query_close(&from), query_close(&to));
}

enum status
restoring_carry(struct office *live, struct office *copy, restoring_tell *tell, void *ctx)
{
	enum status st = OK;
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds) && !st; i++)
		st = carry_series(live, copy, &kinds[i], tell, ctx);
	return st;
}
