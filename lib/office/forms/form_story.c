/* SPDX-License-Identifier: MIT */
#include "office/forms/form_story.h"

#include "office/forms/form_sql.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

/* ---- the act that a form reports ---- */

/* MOVED is "yes" where the old promise is not that of the receipt. */
static const struct column act_columns[] = {
	FORM_COLUMN("reason", COL_TEXT),
	FORM_COLUMN("officer", COL_TEXT),
	FORM_COLUMN("officer_title", COL_TEXT),
	FORM_COLUMN("officer_phone", COL_TEXT),
	FORM_COLUMN("old_promise", COL_TIME),
	FORM_COLUMN("new_promise", COL_TIME),
	FORM_COLUMN("moved", COL_TEXT),
	FORM_COLUMN("unsettled", COL_INT),
	{ 0 },
};

/* The old promise is in the event before; an extension does not change due_at. */
static const char act_sql[] =
	"SELECT e.reason AS reason, o.name AS officer, o.title AS officer_title,"
	"  o.phone AS officer_phone, coalesce(b.promised_at, b.due_at, e.due_at) AS old_promise,"
	"  e.promised_at AS new_promise, e.unsettled AS unsettled,"
	"  CASE WHEN coalesce(b.promised_at, b.due_at, e.due_at) <> " FORM_DUE
	"    THEN 'yes' END AS moved"
	"  FROM dossier_event e JOIN dossier d ON d.id = e.dossier_id"
	"  LEFT JOIN officer o ON o.id = e.officer_id"
	"  LEFT JOIN dossier_event b ON b.id = (SELECT max(id) FROM dossier_event"
	"       WHERE dossier_id = e.dossier_id AND id < e.id)"
	" WHERE e.dossier_id = :id AND e.id = :event";

const struct form_section form_act = {
	.key = "act",
	.columns = act_columns,
	.record = true,
	.sql = act_sql,
};

/* ---- how the promise moved ---- */

static const struct column move_columns[] = {
	FORM_WORD("act", dossier_acts),
	FORM_WORD("kind", dossier_pause_kinds),
	FORM_COLUMN("from", COL_TIME),
	FORM_COLUMN("at", COL_TIME),
	FORM_COLUMN("reason", COL_TEXT),
	FORM_COLUMN("promise", COL_TIME),
	{ 0 },
};

/* The acts that gave another promise than that of the receipt, and of what ended a wait,
 * what was waited for. */
#define MOVES(more)                                                                              \
	"WITH e AS (SELECT id, act, at, kind, reason, status,"                                   \
	"    coalesce(promised_at, due_at) AS promise,"                                          \
	"    lag(coalesce(promised_at, due_at)) OVER (ORDER BY id) AS before"                    \
	"  FROM dossier_event WHERE dossier_id = :id)"                                           \
	"SELECT e.act AS act, coalesce(p.kind, e.kind) AS kind, p.at AS \"from\", e.at AS at,"   \
	"  coalesce(p.reason, e.reason) AS reason, e.promise AS promise"                         \
	"  FROM e LEFT JOIN dossier_event p ON e.act = 'resume' AND p.id ="                      \
	"    (SELECT max(id) FROM dossier_event"                                                 \
	"      WHERE dossier_id = :id AND id < e.id AND act = 'pause')"                          \
	" WHERE e.promise <> e.before AND e.act <> 'link' AND NOT without_result(e.status)" more \
	" ORDER BY e.id"
static const char moves_sql[] = MOVES("");
static const char moves_to_act_sql[] = MOVES(" AND e.id < :event");

const struct form_section form_moves_to_act = {
	.key = "moves",
	.columns = move_columns,
	.sql = moves_to_act_sql,
};

const struct form_section form_moves = {
	.key = "moves",
	.columns = move_columns,
	.sql = moves_sql,
};

/* ---- the control sheet ---- */

static const struct column handover_columns[] = {
	FORM_COLUMN("no", COL_INT),
	FORM_WORD("act", dossier_acts),
	FORM_COLUMN("at", COL_TIME),
	FORM_COLUMN("gave_desk", COL_TEXT),
	FORM_COLUMN("gave", COL_TEXT),
	FORM_COLUMN("giver", COL_TEXT),
	FORM_COLUMN("took_desk", COL_TEXT),
	FORM_COLUMN("took", COL_TEXT),
	FORM_COLUMN("step_due", COL_TIME),
	FORM_WORD("result", dossier_standings),
	FORM_COLUMN("note", COL_TEXT),
	FORM_COLUMN("to_citizen", COL_TEXT),
	{ 0 },
};

/*
 * A row for each hand-over, with how the person who handed over stood: the holder,
 * and of a desk where nobody was named whoever handed it on; an end may be entered by
 * anybody.  (GAVE, of the first forms of 2025 and those of 2018, is whoever did it.) When
 * that person had to be done is in the event before, of whatever kind, since a pause
 * moves it; who that is, in the last event that gave somebody the dossier.  The result
 * goes back to where the dossier came from, so finishing is a hand-over too.
 */
static const char handovers_sql[] =
	"WITH e AS (SELECT *, CASE WHEN is_word('acts_passing', act)"
	"    THEN lag(step_due_at) OVER (ORDER BY id) END AS step_due"
	"  FROM dossier_event WHERE dossier_id = :id)"
	"SELECT row_number() OVER (ORDER BY e.id) AS no, e.act AS act, e.at AS at,"
	"  CASE WHEN e.act <> 'return' THEN gk.name END AS gave_desk,"
	"  CASE WHEN e.act <> 'receive' THEN coalesce(o.name, gh.name) END AS gave,"
	"  CASE e.act WHEN 'receive' THEN NULL WHEN 'return' THEN o.name"
	"    WHEN 'forward' THEN coalesce(gh.name, o.name) ELSE gh.name END AS giver,"
	"  CASE WHEN is_word('acts_giving', e.act) THEN tk.name END AS took_desk,"
	"  CASE e.act WHEN 'receive' THEN coalesce(th.name, o.name)"
	"    WHEN 'forward' THEN th.name END AS took,"
	"  e.step_due AS step_due, standing_of_end(e.at, e.step_due) AS result,"
	"  e.reason AS note,"
	"  CASE WHEN is_word('acts_to_citizen', e.act) THEN 'yes' END AS to_citizen"
	"  FROM e LEFT JOIN dossier_event g ON g.id = (SELECT max(id) FROM dossier_event"
	"       WHERE dossier_id = :id AND id < e.id AND is_word('acts_giving', act))"
	"  LEFT JOIN desk gk ON gk.id = g.desk_id"
	"  LEFT JOIN desk tk ON tk.id = e.desk_id"
	"  LEFT JOIN officer gh ON gh.id = g.holder_id"
	"  LEFT JOIN officer th ON th.id = e.holder_id"
	"  LEFT JOIN officer o ON o.id = e.officer_id"
	" WHERE is_word('acts_of_hands', e.act)"
	" ORDER BY e.id";

const struct form_section form_handovers = {
	.key = "handovers",
	.columns = handover_columns,
	.sql = handovers_sql,
};

static const struct column pause_columns[] = {
	FORM_WORD("kind", dossier_pause_kinds),
	FORM_COLUMN("from", COL_TIME),
	FORM_COLUMN("to", COL_TIME),
	FORM_COLUMN("reason", COL_TEXT),
	FORM_COLUMN("late", COL_TEXT),
	FORM_COLUMN("again", COL_TEXT),
	{ 0 },
};

static const char pauses_sql[] =
	"SELECT e.kind AS kind, e.at AS \"from\","
	"  (SELECT at FROM dossier_event WHERE dossier_id = :id"
	"       AND id > e.id AND status <> 'paused' ORDER BY id LIMIT 1) AS \"to\","
	"  e.reason AS reason, e.late AS late, e.forced AS again"
	"  FROM dossier_event e WHERE e.dossier_id = :id AND e.act = 'pause' ORDER BY e.id";

const struct form_section form_pauses = {
	.key = "pauses",
	.columns = pause_columns,
	.sql = pauses_sql,
};
