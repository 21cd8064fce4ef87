/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_receiver.h"

#include "base/intl.h"
#include "base/moment.h"
#include "base/text.h"

/*
 * The step of the procedure after the last one that was begun, wherever the dossier has
 * been since; at the desk that was named, else at any.  Sent back to a desk, a dossier
 * begins its last step there again.
 */
static const char next_step_sql[] =
	"WITH here (step) AS (SELECT coalesce((SELECT step FROM dossier_event"
	"    WHERE dossier_id = :id AND step IS NOT NULL ORDER BY id DESC LIMIT 1), 0))"
	" SELECT s.step, s.desk_id, s.time_limit, s.time_unit,"
	"        CASE WHEN d.until < :day THEN d.code END"
	"  FROM procedure_step s JOIN here h JOIN desk d ON d.id = s.desk_id"
	" WHERE s.procedure_id = :procedure"
	"   AND (s.desk_id = :desk OR :desk IS NULL AND s.step > h.step)"
	" ORDER BY s.step > h.step DESC, abs(s.step - h.step) LIMIT 1";

static enum status
next_step(struct office *office, const struct calendar *calendar,
	  const struct stored_dossier *acted, struct dossier_change *change)
{
	struct query q;
	struct time_rule share = { .limit = 0 };
	char day[DAY_TEXT], ended[CODE_TEXT] = "";
	enum status st;

	query_open(&q, office->store, next_step_sql);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	query_int(&q, ":procedure", acted->procedure);
	query_int(&q, ":id", acted->id);
	if (change->desk)
		query_int(&q, ":desk", change->desk);
	if (query_row(&q)) {
		change->step = query_col_int(&q, 0);
		change->desk = query_col_int(&q, 1);
		share.limit = (int)query_col_int(&q, 2);
		share.unit = time_unit_stored(query_col_given(&q, 3));
		if (!query_col_null(&q, 4))
			text_copy(ended, sizeof(ended), query_col_given(&q, 4));
	}
	if ((st = query_close(&q)) || !change->step)
		return st;
	if (*ended)
		return desk_in_force(office, ended, &change->desk); /* says since when */
	if (change->step == acted->state.step) { /* another officer at the same desk */
		change->step_due_at = acted->state.step_due_at;
		return OK;
	}
	return calendar_due(calendar, &share, office->act.at, &change->step_due_at);
}

enum status
receiver_find(struct office *office, const struct calendar *calendar,
	      const struct stored_dossier *acted, const char *to, const char *holder,
	      struct dossier_change *change)
{
	enum status st = OK;

	if (holder && (st = officer_in_force(office, holder, &change->holder)))
		return st;
	if (to && (st = desk_id(office, to, &change->desk)) == NO && !holder &&
	    !(st = officer_id(office, to, &change->holder))) {
		change->desk = acted->state.desk;
		change->step = acted->state.step;
		change->step_due_at = acted->state.step_due_at;
		return officer_in_force(office, to, &change->holder);
	}
	if (st == NO)
		fail(NO, _("%s: no such desk or officer"), to);
	else if (!st && to)
		st = desk_in_force(office, to, &change->desk);
	if (st || (st = next_step(office, calendar, acted, change)))
		return st;
	if (change->desk)
		return OK;
	fail(BAD_DATA, _("%s: its procedure has no further step"), acted->code);
	return fail_hint(BAD_DATA, _("say where to: --to DESK"));
}
