/* SPDX-License-Identifier: MIT */
#include "office/core/office.h"

#include <assert.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"
#include "base/text.h"
#include "office/core/clock.h"

enum status
office_begin(struct office *office)
{
	enum status st = store_begin(office->store);

	if (!st && (st = clock_settle(office, &office->clock_back)))
		store_rollback(office->store);
	return st;
}

enum status
office_end(struct office *office, enum status st)
{
	if (st || office->act.dry_run) {
		store_rollback(office->store);
		return st;
	}
	return store_commit(office->store);
}

#define DETAILS_MOST 64 /* texts: each has a name */

/* Who acts for another, or for nobody, is named beside him. */
enum status
office_journal(struct office *office, const char *what, const char *subject,
	       const char *const *detail)
{
	const struct caller *caller = &office->caller;
	const char *told[DETAILS_MOST + 3];
	size_t n = 0;

	if (!caller->bound || !caller->login ||
	    (office->act.officer && !strcmp(office->act.officer, caller->officer)))
		return journal_add(office->store, &office->act, what, subject, detail);
	for (; detail && detail[n]; n += 2) {
		assert(n + 1 < DETAILS_MOST);
		told[n] = detail[n];
		told[n + 1] = detail[n + 1];
	}
	told[n] = "login";
	told[n + 1] = caller->login;
	told[n + 2] = NULL;
	return journal_add(office->store, &office->act, what, subject, told);
}

enum status
office_number(struct office *office, const char *sql, const char *name, const char *value,
	      int64_t *number)
{
	struct query q;
	bool found = false;
	enum status st;

	query_open(&q, office->store, sql);
	if (name)
		query_text(&q, name, value);
	if (query_row(&q) && (found = !query_col_null(&q, 0)))
		*number = query_col_int(&q, 0);
	st = query_close(&q);
	return st ? st : found ? OK : NO;
}

/* A procedure's last day is that of the version of the day. */
#define PROCEDURE_ID                                                                     \
	"SELECT id, (SELECT until FROM procedure_version WHERE procedure_id = id"        \
	"             AND since <= :day ORDER BY since DESC LIMIT 1)"                    \
	"  FROM procedure WHERE code = :code"

/* What is named by a code. */
enum coded { PROCEDURE, SERVICE, COUNTER, OFFICER, PRIORITY, DESK, REASON };

static const struct {
	const char *id_sql; /* the id, and the last day; the parameter :day is optional */
	const char *none;   /* marked N_() */
	const char *kind;   /* of the register that lists them */
} all_coded[] = {
	[PROCEDURE] = { .id_sql = PROCEDURE_ID,
			.none = N_("no such procedure"),
			.kind = "procedures" },
	[SERVICE] = { .id_sql = "SELECT id, until FROM service WHERE code = :code",
		      .none = N_("no such service"),
		      .kind = "services" },
	[COUNTER] = { .id_sql = "SELECT id, until FROM counter WHERE code = :code",
		      .none = N_("no such counter"),
		      .kind = "counters" },
	[OFFICER] = { .id_sql = "SELECT id, until FROM officer WHERE code = :code",
		      .none = N_("no such officer"),
		      .kind = "officers" },
	[PRIORITY] = { .id_sql = "SELECT id, NULL FROM priority WHERE code = :code",
		       .none = N_("no such priority class"),
		       .kind = "priorities" },
	[DESK] = { .id_sql = "SELECT id, until FROM desk WHERE code = :code",
		   .none = N_("no such desk"),
		   .kind = "desks" },
	[REASON] = { .id_sql = "SELECT id, NULL FROM rating_reason WHERE code = :code",
		     .none = N_("no such reason"),
		     .kind = "reasons" },
};

/* The id behind CODE, and until which day it is in force; "" for no end. */
static enum status
look_up(struct office *office, enum coded what, const char *code, int day, int64_t *id,
	char until[static DAY_TEXT])
{
	char text[DAY_TEXT];
	struct query q;
	bool found;
	enum status st;

	*until = '\0';
	query_open(&q, office->store, all_coded[what].id_sql);
	query_text(&q, ":code", code);
	if (query_has(&q, ":day"))
		query_text(&q, ":day", day_print(day, text));
	if ((found = query_row(&q))) {
		*id = query_col_int(&q, 0);
		text_copy(until, DAY_TEXT,
			  query_col_null(&q, 1) ? "" : query_col_given(&q, 1));
	}
	if ((st = query_close(&q)) || found)
		return st;
	fail(NO, "%s: %s", code, _(all_coded[what].none));
	return fail_hint(NO, _("osq-admin list %s shows them"), all_coded[what].kind);
}

static enum status
find_id(struct office *office, enum coded what, const char *code, int64_t *id)
{
	char until[DAY_TEXT];

	return look_up(office, what, code, day_of(office->act.at), id, until);
}

static enum status
find_in_force(struct office *office, enum coded what, const char *code, int day,
	      int64_t *id)
{
	char until[DAY_TEXT], text[DAY_TEXT], shown[SHOW_TEXT];
	enum status st = look_up(office, what, code, day, id, until);

	if (st || !*until || strcmp(until, day_print(day, text)) >= 0)
		return st;
	fail(NO, _("%s: ended; its last day was %s"), code, show_day_text(until, shown));
	return fail_hint(NO, _("osq-admin list %s shows those in force"),
			 all_coded[what].kind);
}

enum status
procedure_id(struct office *office, const char *code, int64_t *id)
{
	return find_id(office, PROCEDURE, code, id);
}

enum status
service_id(struct office *office, const char *code, int64_t *id)
{
	return find_id(office, SERVICE, code, id);
}

enum status
counter_id(struct office *office, const char *code, int64_t *id)
{
	return find_id(office, COUNTER, code, id);
}

enum status
officer_id(struct office *office, const char *code, int64_t *id)
{
	return find_id(office, OFFICER, code, id);
}

enum status
priority_id(struct office *office, const char *code, int64_t *id)
{
	return find_id(office, PRIORITY, code, id);
}

enum status
desk_id(struct office *office, const char *code, int64_t *id)
{
	return find_id(office, DESK, code, id);
}

enum status
reason_id(struct office *office, const char *code, int64_t *id)
{
	return find_id(office, REASON, code, id);
}

enum status
procedure_in_force(struct office *office, const char *code, int day, int64_t *id)
{
	return find_in_force(office, PROCEDURE, code, day, id);
}

enum status
service_in_force(struct office *office, const char *code, int64_t *id)
{
	return find_in_force(office, SERVICE, code, day_of(office->act.at), id);
}

enum status
counter_in_force(struct office *office, const char *code, int64_t *id)
{
	return find_in_force(office, COUNTER, code, day_of(office->act.at), id);
}

enum status
officer_in_force(struct office *office, const char *code, int64_t *id)
{
	return find_in_force(office, OFFICER, code, day_of(office->act.at), id);
}

enum status
desk_in_force(struct office *office, const char *code, int64_t *id)
{
	return find_in_force(office, DESK, code, day_of(office->act.at), id);
}

enum status
acting_counter(struct office *office, int64_t *id)
{
	if (office->act.counter)
		return counter_id(office, office->act.counter, id);
	fail(USAGE, _("which counter is this?"));
	return fail_hint(USAGE, _("give --counter C, or set OSQ_COUNTER"));
}

enum status
acting_known(struct office *office)
{
	int64_t id;
	enum status st = OK;

	if (office->act.counter)
		st = counter_id(office, office->act.counter, &id);
	if (!st && office->act.officer)
		st = officer_in_force(office, office->act.officer, &id);
	return st;
}

static const char sitting_sql[] =
	"SELECT p.officer_id FROM counter_period p JOIN counter c ON c.id = p.counter_id"
	" WHERE c.code = :counter AND p.ended_at IS NULL";

enum status
acting_officer(struct office *office, int64_t *id)
{
	enum status st;

	*id = 0;
	if (office->act.officer)
		return officer_id(office, office->act.officer, id);
	if (!office->act.counter)
		return OK;
	st = office_number(office, sitting_sql, ":counter", office->act.counter, id);
	return st == NO ? OK : st;
}

enum status
office_begin_acts(struct office *office, int64_t *officer)
{
	enum status st = office_begin(office);

	if (st)
		return st;
	if ((st = acting_known(office)) || (st = acting_officer(office, officer)))
		return office_end(office, st);
	return OK;
}

enum status
office_end_acts(struct office *office, enum status st, int64_t done)
{
	if (!st && done)
		return office_end(office, OK);
	store_rollback(office->store);
	return st;
}
