/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_link.h"

#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/show.h"
#include "office/core/setting.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_agency.h"
#include "office/dossier/dossier_giver.h"
#include "office/dossier/dossier_life.h"
#include "office/dossier/promise_anew.h"

/* One of those that are linked. */
struct linked {
	char *code; /* as it stands in the store */
	struct promise_anew anew;
	bool promised; /* the bond has a limit, by which ANEW is promised */
};

struct linking {
	struct office *office;
	const struct dossier_bond *bond;
	struct calendar *calendar;
	struct buf name, agency; /* the office's name, and its part of codes */
	struct dossier_giver giver;
	struct linked *all;
	size_t count;
};

static const char find_sql[] =
	"SELECT d.id, d.code, d.received_at, (SELECT o.code FROM dossier o"
	"    WHERE o.linked = d.linked AND o.id <> d.id ORDER BY o.id LIMIT 1), d.linked,"
	"  d.received_by"
	"  FROM dossier d WHERE d.code = :code";

static enum status
read_linked(struct linking *l, struct query *q, struct linked *one)
{
	const char *with = query_col_null(q, 3) ? NULL : query_col_text(q, 3);
	const char *by = query_col_null(q, 5) ? NULL : query_col_text(q, 5);
	bool foreign;
	enum status st;

	one->anew.id = query_col_int(q, 0);
	one->code = mem_text(query_col_given(q, 1));
	one->promised = !query_col_null(q, 2) && l->bond->limit;
	one->anew.received_at = query_col_int(q, 2);
	if (!query_col_null(q, 4))
		return fail(NO, _("%s: is linked already, with %s"), one->code,
			    with ? with : query_col_text(q, 4));
	if (!agency_is_ours(by, l->name.text))
		return fail(NO, _("%s: was received by %s, which links it"), one->code,
			    by);
	if ((st = giver_is_foreign(l->office, &l->giver, one->code, &foreign)))
		return st;
	return foreign ?
		       fail(NO, _("%s: is another office's, which links it"), one->code) :
		       OK;
}

static enum status
find_linked(struct linking *l, const char *code, struct linked *one)
{
	struct query q;
	bool found = false;
	enum status st = OK;

	query_open(&q, l->office->store, find_sql);
	query_text(&q, ":code", code);
	if (query_row(&q)) {
		found = true;
		st = read_linked(l, &q, one);
	}
	if ((st = worse(st, query_close(&q))) || found)
		return st;
	return fail(NO, _("%s: no such dossier"), code);
}

/* What the bond promises for ONE, which must be what it promises for the first. */
static enum status
promise_one(struct linking *l, struct linked *one)
{
	const struct linked *first = &l->all[0];
	char ours[SHOW_TEXT], theirs[SHOW_TEXT];
	enum status st;

	one->anew.rule = (struct time_rule){ .unit = l->bond->unit,
					     .limit = l->bond->limit };
	calendar_settle_rule(l->calendar, &one->anew.rule, one->anew.received_at);
	if ((st = promise_anew(l->office, l->calendar, &one->anew)) || !first->promised ||
	    one->anew.first_due == first->anew.first_due)
		return st;
	fail(BAD_DATA, _("%s would be promised for %s, %s for %s"), first->code,
	     show_moment(first->anew.first_due, theirs), one->code,
	     show_moment(one->anew.first_due, ours));
	return fail_hint(BAD_DATA,
			 _("one limit counts from one receipt: osq-dossier correct "
			   "CODE --received TIME"));
}

static enum status
find_all(struct linking *l, char *const *codes)
{
	size_t i, j;
	enum status st = OK;

	for (i = 0; i < l->count && !st; i++) {
		struct linked *one = &l->all[i];

		if ((st = find_linked(l, codes[i], one)))
			return st;
		for (j = 0; j < i; j++)
			if (l->all[j].anew.id == one->anew.id)
				return fail(BAD_DATA, _("%s: is named twice"), codes[i]);
		if (one->promised)
			st = promise_one(l, one);
	}
	return st;
}

static const char bind_sql[] =
	"UPDATE dossier SET linked = :linked,"
	"  time_limit = coalesce(:limit, time_limit), time_unit = coalesce(:unit, time_unit),"
	"  cutoff = iif(:limit IS NULL, cutoff, :cutoff),"
	"  verified_limit = coalesce(:verified, :limit),"
	"  reckoned = iif(:limit IS NULL, reckoned, 1)"
	" WHERE id = :id";

static enum status
write_bond(struct linking *l, const struct linked *one)
{
	const struct dossier_bond *bond = l->bond;
	char cutoff[CUTOFF_TEXT];
	struct query q;

	query_open(&q, l->office->store, bind_sql);
	query_int(&q, ":id", one->anew.id);
	query_text(&q, ":linked", l->all[0].code);
	if (bond->limit) {
		query_int(&q, ":limit", bond->limit);
		query_text(&q, ":unit", time_unit_word(bond->unit));
		query_text(&q, ":cutoff", cutoff_print(one->anew.rule.cutoff, cutoff));
	}
	if (bond->verified)
		query_int(&q, ":verified", bond->verified);
	query_run(&q);
	return query_close(&q);
}

static enum status
prepare(struct linking *l)
{
	struct office *office = l->office;
	const int day = day_of(office->act.at);
	enum status st;

	if ((st = setting_get(office, "agency_name", day, &l->name)) ||
	    (st = setting_get(office, "agency", day, &l->agency)))
		return st;
	buf_text(&l->name, "");
	l->giver.ours = l->agency.text;
	return l->bond->limit ? calendar_load(office, &l->calendar) : OK;
}

/* An act of ONE; the journal names the first of them by it. */
static enum status
link_one(struct linking *l, struct dossier_acts *acts, const struct linked *one)
{
	const struct dossier_wish wish = { .act = ACT_LINK,
					   .to = l->all[0].code,
					   .promise = one->promised ? one->anew.due : -1,
					   .first_promise = one->anew.first_due };
	enum status st = dossier_act(acts, one->code, &wish);

	return st ? st : write_bond(l, one);
}

static enum status
link_all(struct linking *l, struct dossier_acts *acts, char *const *codes, int *unsettled)
{
	size_t i;
	enum status st = prepare(l);

	if (st || (st = find_all(l, codes)))
		return st;
	for (i = 0; i < l->count && !st; i++) {
		st = link_one(l, acts, &l->all[i]);
		*unsettled = dossier_acts_unsettled(acts);
	}
	return st;
}

enum status
dossier_link(struct office *office, char *const *codes, size_t count,
	     const struct dossier_bond *bond, int *unsettled)
{
	struct linking l = { .office = office, .bond = bond, .count = count };
	struct dossier_acts *acts;
	size_t i;
	enum status st = dossier_acts_begin(office, &acts);

	*unsettled = 0;
	if (st)
		return st;
	l.all = mem_alloc(count * sizeof(*l.all));
	st = dossier_acts_end(acts, link_all(&l, acts, codes, unsettled));
	for (i = 0; i < count; i++)
		free(l.all[i].code);
	free(l.all);
	calendar_free(l.calendar);
	buf_free(&l.name);
	buf_free(&l.agency);
	return st;
}

static const char linked_sql[] =
	"SELECT count(*) FROM dossier WHERE code = :code AND linked IS NOT NULL";

enum status
dossier_is_linked(struct office *office, const char *code, bool *linked)
{
	int64_t count = 0;
	const enum status st = office_number(office, linked_sql, ":code", code, &count);

	*linked = count != 0;
	return st;
}
