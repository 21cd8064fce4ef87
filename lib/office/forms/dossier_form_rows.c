/* SPDX-License-Identifier: MIT */
#include "office/forms/dossier_form_rows.h"

#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_sql.h"
#include "office/forms/dossier_form_head.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

/* The columns here are only for templates: they have keys and types, no headings. */
#define COLUMN(key_, type_)                                                              \
	{                                                                                \
		.key = key_, .type = type_                                               \
	}
#define WORD(key_, words_)                                                               \
	{                                                                                \
		.key = key_, .type = COL_WORD, .words = words_                           \
	}

/* ---- the dossier ---- */

static const struct column dossier_columns[] = {
	COLUMN("code", COL_TEXT),
	COLUMN("procedure", COL_TEXT),
	COLUMN("procedure_name", COL_TEXT),
	COLUMN("procedure_said", COL_TEXT), /* behind "thủ tục hành chính" */
	COLUMN("field", COL_TEXT),
	COLUMN("applicant", COL_TEXT),
	COLUMN("id_number", COL_TEXT),
	COLUMN("phone", COL_TEXT),
	COLUMN("address", COL_TEXT),
	COLUMN("email", COL_TEXT),
	COLUMN("proxy", COL_TEXT),
	COLUMN("proxy_id_number", COL_TEXT),
	COLUMN("proxy_address", COL_TEXT),
	COLUMN("proxy_phone", COL_TEXT),
	COLUMN("proxy_email", COL_TEXT),
	COLUMN("proxy_paper", COL_TEXT),
	COLUMN("addressee", COL_TEXT), /* what a letter calls the applicant */
	COLUMN("request", COL_TEXT),
	COLUMN("sets", COL_TEXT),
	WORD("collect", procedure_channels),
	COLUMN("agency", COL_TEXT),
	COLUMN("assisting", COL_TEXT),
	COLUMN("agency_said", COL_TEXT),
	COLUMN("assisting_said", COL_TEXT),
	COLUMN("register_line", COL_INT),
	COLUMN("year", COL_INT),
	WORD("channel", procedure_channels),
	COLUMN("limit", COL_TEXT),
	WORD("unit", time_units),
	COLUMN("received", COL_TIME),
	COLUMN("due", COL_TIME),
	COLUMN("unsettled", COL_INT),
	COLUMN("promised", COL_TIME),
	COLUMN("finished", COL_TIME),
	COLUMN("returned", COL_TIME),
	COLUMN("officer", COL_TEXT),
	COLUMN("officer_title", COL_TEXT),
	WORD("standing", dossier_standings),
	WORD("end", dossier_statuses),
	{ 0 },
};

/* What comes behind it, as a count to which no digit can be added on paper. */
#define TWO_DIGITS "printf('%02d', "

#define END "CASE WHEN without_result(d.status) THEN d.status END"

/* Behind the words "thủ tục hành chính" a name does not begin with "Thủ tục" again. */
#define PROCEDURE_SAID                                                                   \
	"CASE WHEN v.name LIKE 'thủ tục %' OR v.name LIKE 'Thủ tục %'"           \
	" THEN substr(v.name, 9) ELSE v.name END"

/* The other agencies whose desks had a dossier d, each as AGENCY has its name. */
#define ASSISTING(agency_)                                                               \
	"(SELECT group_concat(agency, '; ') FROM (SELECT DISTINCT " agency_ " AS agency" \
	"    FROM dossier_event e JOIN desk k ON k.id = e.desk_id"                       \
	"   WHERE e.dossier_id = d.id AND k.agency IS NOT NULL"                          \
	"     AND k.agency IS NOT d.agency))"

/* What was promised on receipt, and the latest promise. */
#define DUE      "coalesce(d.first_due_at, d.due_at)"
#define PROMISED "coalesce(d.promised_at, d.due_at)"

static const char dossier_sql[] =
	"SELECT d.code AS code, p.code AS procedure, v.name AS procedure_name,"
	"  " PROCEDURE_SAID " AS procedure_said,"
	"  v.field AS field, d.applicant AS applicant, d.id_number AS id_number,"
	"  d.phone AS phone, d.address AS address, i.email AS email, i.proxy AS proxy,"
	"  i.proxy_id_number AS proxy_id_number, i.proxy_address AS proxy_address,"
	"  i.proxy_phone AS proxy_phone, i.proxy_email AS proxy_email,"
	"  i.proxy_paper AS proxy_paper,"
	"  CASE WHEN is_organisation(d.applicant, d.id_number)"
	"    THEN 'Tổ chức' ELSE 'Ông/Bà' END AS addressee,"
	"  i.request AS request, CASE WHEN i.sets THEN " TWO_DIGITS "i.sets) END AS sets,"
	"  i.collect AS collect, d.agency AS agency, agency_said(d.agency) AS agency_said,"
	"  " ASSISTING(
		"k.agency") " AS assisting,"
			    "  " ASSISTING(
				    "agency_said(k.agency)") " AS assisting_said,"
							     "  i.register_line AS register_line, local_year(d.received_at) AS year,"
							     "  d.channel AS channel,"
							     "  CASE WHEN d.time_unit <> 'same-day' THEN " TWO_DIGITS
							     "d.time_limit) END AS \"limit\","
							     "  d.time_unit AS unit, d.received_at AS received, " DUE
							     " AS due,"
							     "  (SELECT unsettled FROM dossier_event WHERE dossier_id = d.id AND act = 'receive')"
							     "    AS unsettled, " PROMISED
							     " AS promised, d.finished_at AS finished, d.returned_at AS returned,"
							     "  o.name AS officer, o.title AS officer_title,"
							     "  CASE WHEN NOT without_result(d.status)"
							     "    THEN standing_of_end(d.finished_at, d.due_at) END AS standing, " END
							     " AS \"end\""
							     "  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
							     "  JOIN procedure_version v ON " RECEIVED_UNDER
							     "  LEFT JOIN dossier_intake i ON i.dossier_id = d.id"
							     "  LEFT JOIN officer o ON o.id = d.officer_id"
							     " WHERE d.id = :id";

/* Send the rows that SQL yields for the dossier of FORM. */
static enum status
rows_of(struct office *office, const char *sql, const struct dossier_form *form,
	const struct column *columns, struct sink *sink)
{
	struct query q;

	query_open(&q, office->store, sql);
	query_int(&q, ":id", form->dossier);
	if (query_has(&q, ":event"))
		query_int(&q, ":event", form->event);
	if (query_has(&q, ":at"))
		query_int(&q, ":at", form->at);
	return query_rows(&q, columns, sink);
}

static enum status
dossier_row(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	return rows_of(office, dossier_sql, form, dossier_columns, sink);
}

/* ---- the papers ---- */

static const struct column paper_columns[] = {
	COLUMN("no", COL_INT),
	COLUMN("name", COL_TEXT),
	WORD("kind", procedure_paper_kinds),
	COLUMN("copies", COL_TEXT),
	{ 0 },
};

/*
 * Papers that came later are not on the receipt: neither those of another day, nor those
 * that were asked for on this one.  Others of the same day are, because papers may be
 * ticked after the dossier has its code.
 */
static const char handed_sql[] =
	"SELECT no AS no, name AS name, kind AS kind, " TWO_DIGITS "copies) AS copies"
	"  FROM dossier_paper"
	" WHERE dossier_id = :id AND local_day(handed_at) <= local_day(:at)"
	"   AND handed_at <= coalesce((SELECT min(at) FROM dossier_event"
	"	WHERE dossier_id = :id AND act = 'pause'), handed_at)"
	" ORDER BY no";

/*
 * The papers that were missing when they were asked for, so that a second print says the
 * same.
 */
static const char missing_sql[] =
	"SELECT no AS no, name AS name, kind AS kind, " TWO_DIGITS "copies) AS copies"
	"  FROM dossier_paper"
	" WHERE dossier_id = :id AND required = 'yes'"
	"   AND (handed_at IS NULL OR handed_at > :at) ORDER BY no";

static enum status
handed_rows(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	return rows_of(office, handed_sql, form, paper_columns, sink);
}

static enum status
missing_rows(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	return rows_of(office, missing_sql, form, paper_columns, sink);
}

/* ---- the act that the form reports ---- */

static const struct column act_columns[] = {
	COLUMN("reason", COL_TEXT),        COLUMN("officer", COL_TEXT),
	COLUMN("officer_title", COL_TEXT), COLUMN("officer_phone", COL_TEXT),
	COLUMN("old_promise", COL_TIME),   COLUMN("new_promise", COL_TIME),
	COLUMN("moved", COL_TEXT), /* "yes": the old one is not that of the receipt */
	COLUMN("unsettled", COL_INT),      { 0 },
};

/* The old promise is in the event before; an extension does not change due_at. */
static const char act_sql[] =
	"SELECT e.reason AS reason, o.name AS officer, o.title AS officer_title,"
	"  o.phone AS officer_phone, coalesce(b.promised_at, b.due_at, e.due_at) AS old_promise,"
	"  e.promised_at AS new_promise, e.unsettled AS unsettled,"
	"  CASE WHEN coalesce(b.promised_at, b.due_at, e.due_at) <> " DUE
	"    THEN 'yes' END AS moved"
	"  FROM dossier_event e JOIN dossier d ON d.id = e.dossier_id"
	"  LEFT JOIN officer o ON o.id = e.officer_id"
	"  LEFT JOIN dossier_event b ON b.id = (SELECT max(id) FROM dossier_event"
	"       WHERE dossier_id = e.dossier_id AND id < e.id)"
	" WHERE e.dossier_id = :id AND e.id = :event";

static enum status
act_row(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	return rows_of(office, act_sql, form, act_columns, sink);
}

/* ---- how the promise moved ---- */

static const struct column move_columns[] = {
	WORD("act", dossier_acts),
	WORD("kind", dossier_pause_kinds),
	COLUMN("from", COL_TIME),
	COLUMN("at", COL_TIME),
	COLUMN("reason", COL_TEXT),
	COLUMN("promise", COL_TIME),
	{ 0 },
};

/* The acts that gave another promise, up to :event where that is not 0, and of what ended
 * a wait, what was waited for. */
static const char moves_sql[] =
	"WITH e AS (SELECT id, act, at, reason, status,"
	"    coalesce(promised_at, due_at) AS promise,"
	"    lag(coalesce(promised_at, due_at)) OVER (ORDER BY id) AS before"
	"  FROM dossier_event WHERE dossier_id = :id)"
	"SELECT e.act AS act, p.kind AS kind, p.at AS \"from\", e.at AS at,"
	"  coalesce(p.reason, e.reason) AS reason, e.promise AS promise"
	"  FROM e LEFT JOIN dossier_event p ON e.act = 'resume' AND p.id ="
	"    (SELECT max(id) FROM dossier_event"
	"      WHERE dossier_id = :id AND id < e.id AND act = 'pause')"
	" WHERE e.promise <> e.before AND NOT without_result(e.status)"
	"   AND (:event = 0 OR e.id < :event) ORDER BY e.id";

static enum status
moves_to_act(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	return rows_of(office, moves_sql, form, move_columns, sink);
}

static enum status
all_moves(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	struct dossier_form whole = *form;

	whole.event = 0;
	return rows_of(office, moves_sql, &whole, move_columns, sink);
}

/* ---- the control sheet ---- */

static const struct column handover_columns[] = {
	COLUMN("no", COL_INT),
	WORD("act", dossier_acts),
	COLUMN("at", COL_TIME),
	COLUMN("gave_desk", COL_TEXT),
	COLUMN("gave", COL_TEXT),
	COLUMN("giver", COL_TEXT),
	COLUMN("took_desk", COL_TEXT),
	COLUMN("took", COL_TEXT),
	COLUMN("step_due", COL_TIME),
	WORD("result", dossier_standings),
	COLUMN("note", COL_TEXT),
	COLUMN("to_citizen", COL_TEXT),
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

static enum status
handover_rows(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	return rows_of(office, handovers_sql, form, handover_columns, sink);
}

static const struct column pause_columns[] = {
	WORD("kind", dossier_pause_kinds),
	COLUMN("from", COL_TIME),
	COLUMN("to", COL_TIME),
	COLUMN("reason", COL_TEXT),
	COLUMN("late", COL_TEXT),
	COLUMN("again", COL_TEXT),
	{ 0 },
};

static const char pauses_sql[] =
	"SELECT e.kind AS kind, e.at AS \"from\","
	"  (SELECT at FROM dossier_event WHERE dossier_id = :id"
	"       AND id > e.id AND status <> 'paused' ORDER BY id LIMIT 1) AS \"to\","
	"  e.reason AS reason, e.late AS late, e.forced AS again"
	"  FROM dossier_event e WHERE e.dossier_id = :id AND e.act = 'pause' ORDER BY e.id";

static enum status
pause_rows(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	return rows_of(office, pauses_sql, form, pause_columns, sink);
}

/* ---- the register ---- */

static const struct column register_columns[] = {
	COLUMN("line", COL_INT),
	COLUMN("code", COL_TEXT),
	COLUMN("procedure", COL_TEXT),
	COLUMN("procedure_name", COL_TEXT),
	COLUMN("sets", COL_TEXT),
	COLUMN("applicant", COL_TEXT),
	COLUMN("address", COL_TEXT),
	COLUMN("phone", COL_TEXT),
	COLUMN("agency", COL_TEXT),
	COLUMN("agency_said", COL_TEXT),
	COLUMN("voided", COL_TEXT),
	COLUMN("received", COL_TIME),
	COLUMN("promised", COL_TIME),
	COLUMN("returned", COL_TIME),
	WORD("collect", procedure_channels),
	WORD("end", dossier_statuses),
	{ 0 },
};

/*
 * Dossiers without a line in the register (imported ones) are numbered in the order
 * shown.
 */
static const char register_sql[] =
	"SELECT coalesce(i.register_line, row_number() OVER (ORDER BY d.received_at, d.id))"
	"    AS line,"
	"  d.code AS code, p.code AS procedure, v.name AS procedure_name,"
	"  CASE WHEN i.sets THEN " TWO_DIGITS
	"i.sets) END AS sets, d.applicant AS applicant,"
	"  d.address AS address, d.phone AS phone, d.agency AS agency,"
	"  agency_said(d.agency) AS agency_said,"
	"  CASE WHEN d.voided_at IS NOT NULL THEN 'yes' END AS voided,"
	"  d.received_at AS received, " PROMISED
	" AS promised, d.returned_at AS returned,"
	"  i.collect AS collect, " END " AS \"end\""
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  JOIN procedure_version v ON " RECEIVED_UNDER
	"  LEFT JOIN dossier_intake i ON i.dossier_id = d.id"
	" WHERE d.received_at >= :from AND d.received_at < :to"
	"   AND v.field = :field AND local_year(d.received_at) = :year"
	"   AND d.refused IS NOT 'yes'"
	" ORDER BY d.received_at, d.id";

static enum status
register_rows(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	struct query q;

	query_open(&q, office->store, register_sql);
	query_int(&q, ":from", day_moment(form->days.from, 0));
	query_int(&q, ":to", day_moment(form->days.to + 1, 0));
	query_text(&q, ":field", form->field);
	query_int(&q, ":year", form->year);
	return query_rows(&q, register_columns, sink);
}

static const struct column book_columns[] = {
	COLUMN("field", COL_TEXT),
	COLUMN("year", COL_INT),
	COLUMN("from", COL_TIME),
	COLUMN("to", COL_TIME),
	{ 0 },
};

static enum status
book_row(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	const struct value row[] = { value_text(form->field), value_int(form->year),
				     value_int(day_moment(form->days.from, 0)),
				     value_int(day_moment(form->days.to, 0)) };

	(void)office;
	return sink->row(sink, row);
}

/* ---- which form has what ---- */

#define HEAD                                                                             \
	{                                                                                \
		.key = "head", .columns = form_head_columns, .record = true,             \
		.rows = form_head                                                        \
	}
#define DOSSIER                                                                          \
	{                                                                                \
		.key = "dossier", .columns = dossier_columns, .record = true,            \
		.rows = dossier_row                                                      \
	}
#define ACT                                                                              \
	{                                                                                \
		.key = "act", .columns = act_columns, .record = true, .rows = act_row    \
	}

static const struct form_section receipt_sections[] = {
	HEAD,
	DOSSIER,
	{ .key = "papers", .columns = paper_columns, .rows = handed_rows },
	{ 0 },
};

static const struct form_section supplement_sections[] = {
	HEAD,  DOSSIER,
	ACT,   { .key = "papers", .columns = paper_columns, .rows = missing_rows },
	{ 0 },
};

static const struct form_section act_sections[] = { HEAD, DOSSIER, ACT, { 0 } };

static const struct form_section apology_sections[] = {
	HEAD,  DOSSIER,
	ACT,   { .key = "moves", .columns = move_columns, .rows = moves_to_act },
	{ 0 },
};

static const struct form_section control_sections[] = {
	HEAD,
	DOSSIER,
	{ .key = "handovers", .columns = handover_columns, .rows = handover_rows },
	{ .key = "pauses", .columns = pause_columns, .rows = pause_rows },
	{ .key = "moves", .columns = move_columns, .rows = all_moves },
	{ 0 },
};

static const struct form_section register_sections[] = {
	HEAD,
	{ .key = "book", .columns = book_columns, .record = true, .rows = book_row },
	{ .key = "rows", .columns = register_columns, .rows = register_rows },
	{ 0 },
};

const struct form_section *
form_sections(enum form_kind kind)
{
	static const struct form_section *const all[] = {
		[FORM_RECEIPT] = receipt_sections,
		[FORM_SUPPLEMENT] = supplement_sections,
		[FORM_REFUSAL] = act_sections,
		[FORM_APOLOGY] = apology_sections,
		[FORM_STOP] = act_sections,
		[FORM_CONTROL] = control_sections,
		[FORM_REGISTER] = register_sections,
	};

	return all[kind];
}
