/* SPDX-License-Identifier: MIT */
#include "office/dossier.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "office/dossier_words.h"
#include "office/procedure.h"
#include "office/setting.h"
#include "office/visit.h"

/* The rule of a procedure as it holds on the day of receipt. */
struct rule {
	int64_t procedure, limit, fee;
	bool has_fee;
	char unit[16];
};

static enum status
check_channel(const char *channel)
{
	if (!channel || !strcmp(channel, "counter") || !strcmp(channel, "online") ||
	    !strcmp(channel, "post"))
		return OK;
	fail(USAGE, _("'%s' is no channel"), channel);
	return fail_hint(USAGE, "counter online post");
}

static enum status
find_rule(struct office *office, const char *code, int64_t received, const char *channel,
	  struct rule *rule)
{
	struct procedure_rule found;
	enum status st = procedure_rule(office, code, day_of(received), channel, &found);

	if (st)
		return st;
	*rule = (struct rule){ .procedure = found.id,
			       .limit = found.limit,
			       .fee = found.fee,
			       .has_fee = found.has_fee };
	snprintf(rule->unit, sizeof(rule->unit), "%s", time_unit_word(found.unit));
	return OK;
}

enum status
dossier_due(struct office *office, const char *procedure, const char *unit, int limit,
	    int64_t received, int64_t *due)
{
	struct calendar *calendar = NULL;
	struct rule rule = { .limit = limit };
	int kind;
	enum status st = OK;

	if (procedure)
		st = find_rule(office, procedure, received, NULL, &rule);
	else
		snprintf(rule.unit, sizeof(rule.unit), "%s", unit);
	if (st)
		return st;
	kind = time_unit_read(rule.unit);
	if (kind < 0) {
		fail(USAGE, _("'%s' is no unit of time"), rule.unit);
		return fail_hint(USAGE, "working-day day same-day working-hour");
	}
	if (kind == UNIT_SAME_DAY && rule.limit)
		return fail(USAGE, _("same-day has no limit"));
	if (!(st = calendar_load(office, &calendar)))
		st = calendar_due(calendar, (enum time_unit)kind, (int)rule.limit, received, due);
	calendar_free(calendar);
	return st;
}

enum status
dossier_due_by(struct office *office, const char *procedure, const char *channel,
	       int64_t received, int64_t *due)
{
	struct rule rule;
	enum status st = check_channel(channel);

	if (!st)
		st = find_rule(office, procedure, received, channel, &rule);
	return st ? st : dossier_due(office, NULL, rule.unit, (int)rule.limit, received, due);
}

static const char number_sql[] =
	"INSERT INTO dossier_series (day, last) VALUES (:day, 1)"
	" ON CONFLICT (day) DO UPDATE SET last = dossier_series.last + 1"
	" RETURNING last";

static const char raise_sql[] =
	"INSERT INTO dossier_series (day, last) VALUES (:day, :last)"
	" ON CONFLICT (day) DO UPDATE SET last = max(dossier_series.last, excluded.last)";

enum status
dossier_raise_number(struct office *office, const char *day, int64_t number)
{
	struct query q;

	query_open(&q, office->store, raise_sql);
	query_text(&q, ":day", day);
	query_int(&q, ":last", number);
	query_run(&q);
	return query_close(&q);
}

static enum status
next_number(struct office *office, const char *day, int64_t *number)
{
	struct query q;

	query_open(&q, office->store, number_sql);
	query_text(&q, ":day", day);
	if (query_row(&q))
		*number = query_col_int(&q, 0);
	return query_close(&q);
}

static const char highest_sql[] =
	"SELECT max(CAST(substr(code, length(:prefix) + 1) AS INTEGER)) FROM dossier"
	" WHERE code >= :prefix AND code < :prefix || ':'"
	"   AND length(code) <= length(:prefix) + 9";

static const char taken_sql[] = "SELECT 1 FROM dossier WHERE code = :code";

static bool
is_taken(struct office *office, const char *prefix, int64_t number)
{
	char code[DOSSIER_CODE];
	int64_t found;

	snprintf(code, sizeof(code), "%s%04lld", prefix, (long long)number);
	return office_number(office, taken_sql, ":code", code, &found) != NO;
}

/* An import raises the day's number itself; but the agency's code may have changed
 * since.  Then go on behind the highest.  Longer ones are another system's and count
 * on by themselves. */
static enum status
skip_imported(struct office *office, const char *day, const char *prefix, int64_t *number)
{
	int64_t highest = 0;
	enum status st;

	if (!is_taken(office, prefix, *number))
		return OK;
	st = office_number(office, highest_sql, ":prefix", prefix, &highest);
	if (st == NO || (!st && highest < *number))
		return OK;
	if (st)
		return st;
	*number = highest + 1;
	return dossier_raise_number(office, day, *number);
}

enum status
dossier_new_code(struct office *office, int64_t received, char code[static DOSSIER_CODE])
{
	struct buf prefix = { 0 };
	char day[DAY_TEXT];
	int64_t number = 0;
	enum status st;

	day_print(day_of(received), day);
	if (!(st = setting_get(office, "agency", day_of(received), &prefix))) {
		buf_print(&prefix, "-%.2s%.2s%.2s-", day + 2, day + 5, day + 8);
		if (!(st = next_number(office, day, &number)))
			st = skip_imported(office, day, prefix.text, &number);
	}
	if (!st)
		snprintf(code, DOSSIER_CODE, "%s%04lld", prefix.text, (long long)number);
	buf_free(&prefix);
	return st;
}

/* The first step of the procedure begins with the receipt; step 0: it has none. */
struct first_step {
	int64_t step, desk, due;
};

static const char first_step_sql[] =
	"SELECT step, desk_id, time_limit, time_unit FROM procedure_step"
	" WHERE procedure_id = :procedure ORDER BY step LIMIT 1";

static enum status
find_first_step(struct office *office, int64_t procedure, struct first_step *first)
{
	char unit[16] = "";
	int64_t limit = 0;
	struct query q;
	enum status st;

	query_open(&q, office->store, first_step_sql);
	query_int(&q, ":procedure", procedure);
	if (query_row(&q)) {
		first->step = query_col_int(&q, 0);
		first->desk = query_col_int(&q, 1);
		limit = query_col_int(&q, 2);
		snprintf(unit, sizeof(unit), "%s", query_col_text(&q, 3));
	}
	if ((st = query_close(&q)) || !first->step)
		return st;
	return dossier_due(office, NULL, unit, (int)limit, office->act.at, &first->due);
}

static const char receive_sql[] =
	"INSERT INTO dossier (code, procedure_id, time_limit, time_unit, fee, applicant,"
	"  id_number, phone, address, channel, status, received_at, due_at, officer_id,"
	"  holder_id, desk_id, ticket)"
	" VALUES (:code, :procedure, :limit, :unit, :fee, :applicant, :id_number, :phone,"
	"  :address, :channel, 'received', :at, :due, :officer, :officer, :desk, :ticket)";

static enum status
insert_dossier(struct office *office, const struct dossier_request *r,
	       const struct rule *rule, const char *code, int64_t due, int64_t officer,
	       const struct first_step *first, const char *ticket)
{
	struct query q;

	query_open(&q, office->store, receive_sql);
	query_text(&q, ":code", code);
	query_int(&q, ":procedure", rule->procedure);
	query_int(&q, ":limit", rule->limit);
	query_text(&q, ":unit", rule->unit);
	if (rule->has_fee)
		query_int(&q, ":fee", rule->fee);
	query_text(&q, ":applicant", r->applicant);
	query_text(&q, ":id_number", r->id_number);
	query_text(&q, ":phone", r->phone);
	query_text(&q, ":address", r->address);
	query_text(&q, ":channel", r->channel ? r->channel : "counter");
	query_int(&q, ":at", office->act.at);
	query_int(&q, ":due", due);
	if (officer)
		query_int(&q, ":officer", officer);
	if (first->step)
		query_int(&q, ":desk", first->desk);
	query_text(&q, ":ticket", ticket);
	query_run(&q);
	return query_close(&q);
}

static const char event_sql[] =
	"INSERT INTO dossier_event (dossier_id, act, at, entered_at, officer_id, status,"
	"  desk_id, holder_id, step, step_due_at, due_at)"
	" VALUES (:id, 'receive', :at, :entered, :officer, 'received', :desk, :officer, :step,"
	"  :step_due, :due)";

/* What belongs to the row that was just inserted: its first event, its words. */
static enum status
insert_event(struct office *office, const struct first_step *first, int64_t due,
	     int64_t officer)
{
	const int64_t id = store_last_id(office->store);
	struct query q;
	enum status st;

	query_open(&q, office->store, event_sql);
	query_int(&q, ":id", id);
	query_int(&q, ":at", office->act.at);
	query_int(&q, ":entered", office->act.entered_at);
	query_int(&q, ":due", due);
	if (officer)
		query_int(&q, ":officer", officer);
	if (first->step) {
		query_int(&q, ":desk", first->desk);
		query_int(&q, ":step", first->step);
		query_int(&q, ":step_due", first->due);
	}
	query_run(&q);
	st = query_close(&q);
	return st ? st : words_put(office, id);
}

static enum status
check_request(const struct dossier_request *r)
{
	if (!r->applicant)
		return fail(BAD_DATA, _("the applicant has no name"));
	return check_channel(r->channel);
}

static enum status
receive(struct office *office, const struct dossier_request *r, char code[static DOSSIER_CODE])
{
	char due_text[MOMENT_TEXT];
	const char *const detail[] = { "procedure", r->procedure, "due_at", due_text, NULL };
	struct visit visit = { .label = "" };
	struct first_step first = { 0 };
	struct rule rule = { 0 };
	int64_t due = 0, officer = 0;
	enum status st;

	if ((st = acting_known(office)) ||
	    (st = find_rule(office, r->procedure, office->act.at, r->channel, &rule)) ||
	    (st = dossier_due(office, NULL, rule.unit, (int)rule.limit, office->act.at,
			      &due)) ||
	    (st = acting_officer(office, &officer)) ||
	    (r->ticket && (st = visit_find(office, r->ticket, NULL, &visit))) ||
	    (st = dossier_new_code(office, office->act.at, code)) ||
	    (st = find_first_step(office, rule.procedure, &first)) ||
	    (st = insert_dossier(office, r, &rule, code, due, officer, &first,
				 r->ticket ? visit.label : NULL)) ||
	    (st = insert_event(office, &first, due, officer)))
		return st;
	moment_print(due, due_text);
	return office_journal(office, "dossier receive", code, detail);
}

enum status
dossier_receive(struct office *office, const struct dossier_request *request,
		char code[static DOSSIER_CODE])
{
	enum status st = check_request(request);

	if (st || (st = office_begin(office)))
		return st;
	return office_end(office, receive(office, request, code));
}
