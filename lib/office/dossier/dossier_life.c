/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_life.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/worktime.h"

struct dossier_acts {
	struct office *office;
	struct calendar *calendar;
	struct query find, update, event;
	int64_t officer; /* the officer who acts; 0 = not known */
	int64_t done;
	enum status broken;
};

/* Before its first act a dossier has no event; its own row then has the data. */
static const char find_sql[] =
	"SELECT d.id, d.received_at, max(d.received_at, coalesce(d.finished_at, 0),"
	"         coalesce(d.returned_at, 0), coalesce(d.paused_at, 0), coalesce(e.at, 0)),"
	"       d.due_at, d.first_due_at, d.promised_at, d.finished_at, d.returned_at,"
	"       d.paused_at, d.requests, d.waited, d.accepted_at, d.desk_id, d.holder_id,"
	"       e.step, e.step_due_at, d.status, d.pause_kind, d.procedure_id, d.result"
	"  FROM dossier d LEFT JOIN dossier_event e"
	"    ON e.id = (SELECT max(id) FROM dossier_event WHERE dossier_id = d.id)"
	" WHERE d.code = :code";

static int64_t
moment_at(struct query *q, int i)
{
	return query_col_null(q, i) ? -1 : query_col_int(q, i);
}

static void
word_at(struct query *q, int i, char *room, size_t size)
{
	const char *word = query_col_text(q, i);

	snprintf(room, size, "%s", word ? word : "");
}

static struct dossier_state
state_at(struct query *q)
{
	struct dossier_state s = { .received_at = query_col_int(q, 1),
				   .last_at = query_col_int(q, 2),
				   .due_at = query_col_int(q, 3),
				   .first_due_at = moment_at(q, 4),
				   .promised_at = moment_at(q, 5),
				   .finished_at = moment_at(q, 6),
				   .returned_at = moment_at(q, 7),
				   .paused_at = moment_at(q, 8),
				   .requests = query_col_int(q, 9),
				   .waited = query_col_int(q, 10),
				   .accepted_at = moment_at(q, 11),
				   .desk = query_col_int(q, 12),
				   .holder = query_col_int(q, 13),
				   .step = query_col_int(q, 14),
				   .step_due_at = moment_at(q, 15) };

	word_at(q, 16, s.status, sizeof(s.status));
	word_at(q, 17, s.pause_kind, sizeof(s.pause_kind));
	return s;
}

/* A dossier on which an act is done. */
struct acted {
	const char *code;
	int64_t id, procedure;
	struct dossier_state state;
	char *result; /* or NULL */
};

static enum status
find_acted(struct query *q, const char *code, struct acted *acted)
{
	bool found = false;
	enum status st;

	query_text(q, ":code", code);
	if (query_row(q)) {
		found = true;
		acted->code = code;
		acted->id = query_col_int(q, 0);
		acted->procedure = query_col_int(q, 18);
		acted->state = state_at(q);
		acted->result = mem_text(query_col_text(q, 19));
	}
	st = q->status;
	query_reset(q);
	if (st)
		return st;
	return found ? OK : fail(NO, _("%s: no such dossier"), code);
}

enum status
dossier_state_find(struct office *office, const char *code, int64_t *id,
		   struct dossier_state *state)
{
	struct acted acted = { .result = NULL };
	struct query q;
	enum status st;

	query_open(&q, office->store, find_sql);
	st = find_acted(&q, code, &acted);
	st = worse(st, query_close(&q));
	free(acted.result);
	*state = acted.state;
	if (id)
		*id = acted.id;
	return st;
}

/*
 * The step of the procedure after the last one that was begun, wherever the dossier has
 * been since; at the desk that was named, else at any.  Sent back to a desk, a dossier
 * begins its last step there again.
 */
static const char next_step_sql[] =
	"WITH here (step) AS (SELECT coalesce((SELECT step FROM dossier_event"
	"    WHERE dossier_id = :id AND step IS NOT NULL ORDER BY id DESC LIMIT 1), 0))"
	" SELECT s.step, s.desk_id, s.time_limit, s.time_unit"
	"  FROM procedure_step s JOIN here h"
	" WHERE s.procedure_id = :procedure"
	"   AND (s.desk_id = :desk OR :desk IS NULL AND s.step > h.step)"
	" ORDER BY s.step > h.step DESC, abs(s.step - h.step) LIMIT 1";

static enum status
next_step(struct dossier_acts *acts, const struct acted *acted,
	  struct dossier_change *change)
{
	struct office *office = acts->office;
	struct query q;
	enum time_unit unit = UNIT_WORKING_DAY;
	int64_t limit = 0;
	enum status st;

	query_open(&q, office->store, next_step_sql);
	query_int(&q, ":procedure", acted->procedure);
	query_int(&q, ":id", acted->id);
	if (change->desk)
		query_int(&q, ":desk", change->desk);
	if (query_row(&q)) {
		change->step = query_col_int(&q, 0);
		change->desk = query_col_int(&q, 1);
		limit = query_col_int(&q, 2);
		unit = (enum time_unit)time_unit_read(query_col_text(&q, 3));
	}
	if ((st = query_close(&q)) || !change->step)
		return st;
	if (change->step == acted->state.step) { /* another officer at the same desk */
		change->step_due_at = acted->state.step_due_at;
		return OK;
	}
	return calendar_due(acts->calendar, unit, (int)limit, office->act.at,
			    &change->step_due_at);
}

/*
 * Find where a dossier goes: to a desk, and an officer there if one is named, or to an
 * officer at the desk where it is.
 */
static enum status
find_receiver(struct dossier_acts *acts, const struct acted *acted,
	      const struct dossier_wish *wish, struct dossier_change *change)
{
	struct office *office = acts->office;
	enum status st = OK;

	if (wish->holder && (st = officer_id(office, wish->holder, &change->holder)))
		return st;
	if (wish->to && (st = desk_id(office, wish->to, &change->desk)) == NO &&
	    !wish->holder && !(st = officer_id(office, wish->to, &change->holder))) {
		change->desk = acted->state.desk;
		change->step = acted->state.step;
		change->step_due_at = acted->state.step_due_at;
		return OK;
	}
	if (st == NO)
		fail(NO, _("%s: no such desk or officer"), wish->to);
	if (st || (st = next_step(acts, acted, change)))
		return st;
	if (change->desk)
		return OK;
	fail(BAD_DATA, _("%s: its procedure has no further step"), acted->code);
	return fail_hint(BAD_DATA, _("say where to: --to DESK"));
}

static enum status
prepare_act(struct dossier_acts *acts, const struct acted *acted,
	    const struct dossier_wish *wish, struct dossier_change *change)
{
	const struct dossier_state *s = &acted->state;
	char when[MOMENT_TEXT];

	*change = (struct dossier_change){ .act = wish->act,
					   .reason = wish->reason,
					   .kind = wish->kind,
					   .force = wish->force,
					   .promise = wish->promise,
					   .step_due_at = -1 };
	if (wish->act == ACT_FORWARD)
		return find_receiver(acts, acted, wish, change);
	/*
	 * The closing moment itself is in time: somebody is still there to hand out the
	 * result.
	 */
	if (wish->act == ACT_EXTEND && wish->promise >= 0 &&
	    !calendar_open_seconds(acts->calendar, wish->promise - 1, wish->promise))
		return fail(BAD_DATA, _("%s: nobody is there at %.16s"), acted->code,
			    moment_print(wish->promise, when));
	if (wish->act == ACT_EXTEND && wish->promise < 0)
		return calendar_due(acts->calendar, UNIT_WORKING_DAY, wish->days,
				    s->promised_at >= 0 ? s->promised_at : s->due_at,
				    &change->promise);
	return OK;
}

static const char update_sql[] =
	"UPDATE dossier SET status = :status, due_at = :due, first_due_at = :first_due,"
	"  promised_at = :promised, finished_at = :finished, returned_at = :returned,"
	"  paused_at = :paused, pause_kind = :kind, requests = :requests, waited = :waited,"
	"  accepted_at = :accepted, desk_id = :desk, holder_id = :holder, result = :result,"
	"  officer_id = coalesce(officer_id, :officer)"
	" WHERE id = :id";

static const char event_sql[] =
	"INSERT INTO dossier_event (dossier_id, act, at, entered_at, officer_id, status, kind,"
	"  reason, forced, desk_id, holder_id, step, step_due_at, due_at, promised_at)"
	" VALUES (:id, :act, :at, :entered, :officer, :status, :kind, :reason, :forced, :desk,"
	"  :holder, :step, :step_due, :due, :promised)";

static void
bind_moment(struct query *q, const char *name, int64_t moment)
{
	if (moment < 0)
		query_null(q, name);
	else
		query_int(q, name, moment);
}

static void
bind_id(struct query *q, const char *name, int64_t id)
{
	bind_moment(q, name, id ? id : -1);
}

/* Bind what the update and the event have in common. */
static void
bind_state(struct dossier_acts *acts, struct query *q, const struct acted *acted)
{
	const struct dossier_state *s = &acted->state;

	query_int(q, ":id", acted->id);
	query_text(q, ":status", s->status);
	query_int(q, ":due", s->due_at);
	bind_moment(q, ":promised", s->promised_at);
	bind_id(q, ":desk", s->desk);
	bind_id(q, ":holder", s->holder);
	bind_id(q, ":officer", acts->officer);
}

static enum status
write_dossier(struct dossier_acts *acts, const struct acted *acted, const char *result)
{
	const struct dossier_state *s = &acted->state;
	struct query *q = &acts->update;

	bind_state(acts, q, acted);
	bind_moment(q, ":first_due", s->first_due_at);
	bind_moment(q, ":finished", s->finished_at);
	bind_moment(q, ":returned", s->returned_at);
	bind_moment(q, ":paused", s->paused_at);
	query_text(q, ":kind", s->pause_kind[0] ? s->pause_kind : NULL);
	query_int(q, ":requests", s->requests);
	query_int(q, ":waited", s->waited);
	bind_moment(q, ":accepted", s->accepted_at);
	query_text(q, ":result", result);
	return query_run(q);
}

static enum status
write_event(struct dossier_acts *acts, const struct acted *acted,
	    const struct dossier_wish *wish)
{
	const struct dossier_state *s = &acted->state;
	struct query *q = &acts->event;

	bind_state(acts, q, acted);
	query_text(q, ":act", dossier_act_word(wish->act));
	query_int(q, ":at", acts->office->act.at);
	query_int(q, ":entered", acts->office->act.entered_at);
	query_text(q, ":kind", wish->act == ACT_PAUSE ? s->pause_kind : NULL);
	query_text(q, ":reason", wish->reason);
	query_text(q, ":forced", s->forced ? "yes" : NULL);
	bind_id(q, ":step", s->step);
	bind_moment(q, ":step_due", s->step_due_at);
	return query_run(q);
}

static enum status
tell_journal(struct dossier_acts *acts, const struct acted *acted,
	     const struct dossier_wish *wish)
{
	const struct dossier_state *s = &acted->state;
	char promised[MOMENT_TEXT], due[MOMENT_TEXT];
	/*
	 * The journal is kept forever, so free text, which may name people, is only in
	 * the dossier and its event.
	 */
	const char *const detail[] = { "kind",
				       wish->act == ACT_PAUSE ? s->pause_kind : NULL,
				       "to",
				       wish->to,
				       "holder",
				       wish->holder,
				       "forced",
				       s->forced ? "yes" : NULL,
				       wish->act == ACT_EXTEND ? "promised_at" : "due_at",
				       wish->act == ACT_EXTEND ?
					       moment_print(s->promised_at, promised) :
				       wish->act == ACT_RESUME || wish->act == ACT_MOVE ?
					       moment_print(s->due_at, due) :
					       NULL,
				       NULL };
	char what[32];

	snprintf(what, sizeof(what), "dossier %s", dossier_act_word(wish->act));
	return office_journal(acts->office, what, acted->code, detail);
}

static enum status
do_act(struct dossier_acts *acts, struct acted *acted, const struct dossier_wish *wish)
{
	struct dossier_change change;
	const char *result = acted->result;
	enum status st = prepare_act(acts, acted, wish, &change);

	if (st || (st = dossier_change(acts->calendar, acted->code, &acted->state,
				       &change, acts->office->act.at)))
		return st;
	if (wish->act == ACT_FINISH)
		result = wish->result;
	else if (wish->act == ACT_REOPEN)
		result = NULL;
	if ((st = write_dossier(acts, acted, result)) ||
	    (st = write_event(acts, acted, wish)))
		return acts->broken = st;
	if ((st = tell_journal(acts, acted, wish)))
		return acts->broken = st;
	acts->done++;
	return OK;
}

enum status
dossier_act(struct dossier_acts *acts, const char *code, const struct dossier_wish *wish)
{
	struct acted acted = { .result = NULL };
	enum status st = acts->broken;

	if (!st && !(st = find_acted(&acts->find, code, &acted)))
		st = do_act(acts, &acted, wish);
	if (dossier_acts_broken(st))
		acts->broken = st;
	free(acted.result);
	return st;
}

bool
dossier_acts_broken(enum status st)
{
	return st == IO_ERROR || st == INTERNAL || st == BUSY;
}

enum status
dossier_acts_begin(struct office *office, struct dossier_acts **out)
{
	struct dossier_acts *acts = mem_alloc(sizeof(*acts));
	enum status st;

	acts->office = office;
	if ((st = office_begin(office))) {
		free(acts);
		return st;
	}
	if ((st = acting_known(office)) ||
	    (st = acting_officer(office, &acts->officer)) ||
	    (st = calendar_load(office, &acts->calendar))) {
		calendar_free(acts->calendar);
		free(acts);
		return office_end(office, st);
	}
	query_open(&acts->find, office->store, find_sql);
	query_open(&acts->update, office->store, update_sql);
	query_open(&acts->event, office->store, event_sql);
	*out = acts;
	return OK;
}

enum status
dossier_acts_end(struct dossier_acts *acts, enum status st)
{
	struct office *office = acts->office;
	const int64_t done = acts->done;

	query_close(&acts->find);
	query_close(&acts->update);
	query_close(&acts->event);
	calendar_free(acts->calendar);
	st = worse(st, acts->broken);
	free(acts);
	if (st || !done) {
		store_rollback(office->store);
		return st;
	}
	return office_end(office, OK);
}
