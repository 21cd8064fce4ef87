/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_event.h"

static const char event_sql[] =
	"INSERT INTO dossier_event (dossier_id, act, at, entered_at, officer_id, status, kind,"
	"  reason, forced, desk_id, holder_id, step, step_due_at, due_at, promised_at,"
	"  unsettled, was, was_until, late)"
	" VALUES (:id, :act, :at, :entered, :officer, :status, :kind, :reason, :forced, :desk,"
	"  :holder, :step, :step_due, :due, :promised, :unsettled, :was, :was_until, :late)";

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

void
event_open(struct office *office, struct query *q)
{
	query_open(q, office->store, event_sql);
}

enum status
event_write(struct office *office, struct query *q, const struct dossier_event *event)
{
	const struct dossier_state *s = event->state;

	query_int(q, ":id", event->dossier);
	query_text(q, ":act", event->act);
	query_int(q, ":at", office->act.at);
	query_int(q, ":entered", office->act.entered_at);
	bind_id(q, ":officer", event->officer);
	query_text(q, ":status", s->status);
	query_text(q, ":kind", event->kind);
	query_text(q, ":reason", event->reason);
	query_text(q, ":forced", s->forced ? "yes" : NULL);
	bind_id(q, ":desk", s->desk);
	bind_id(q, ":holder", s->holder);
	bind_id(q, ":step", s->step);
	bind_moment(q, ":step_due", s->step_due_at);
	bind_moment(q, ":due", s->due_at);
	bind_moment(q, ":promised", s->promised_at);
	bind_id(q, ":unsettled", event->unsettled);
	query_text(q, ":was", event->was);
	bind_moment(q, ":was_until",
		    !event->was      ? -1 :
		    event->of_record ? office->act.entered_at :
				       office->act.at);
	query_text(q, ":late", s->late ? "yes" : NULL);
	return query_run(q);
}
