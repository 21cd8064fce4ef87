/* SPDX-License-Identifier: MIT */
#include "office/forms/dossier_form_rows.h"

#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_sql.h"
#include "office/forms/dossier_form_head.h"
#include "office/forms/form_book.h"
#include "office/forms/form_sql.h"
#include "office/forms/form_story.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

/* ---- the dossier ---- */

static const struct column dossier_columns[] = {
	FORM_COLUMN("code", COL_TEXT),
	FORM_COLUMN("procedure", COL_TEXT),
	FORM_COLUMN("procedure_name", COL_TEXT),
	FORM_COLUMN("procedure_said", COL_TEXT), /* behind "thủ tục hành chính" */
	FORM_COLUMN("field", COL_TEXT),
	FORM_COLUMN("applicant", COL_TEXT),
	FORM_COLUMN("id_number", COL_TEXT),
	FORM_COLUMN("phone", COL_TEXT),
	FORM_COLUMN("address", COL_TEXT),
	FORM_COLUMN("email", COL_TEXT),
	FORM_COLUMN("proxy", COL_TEXT),
	FORM_COLUMN("proxy_id_number", COL_TEXT),
	FORM_COLUMN("proxy_address", COL_TEXT),
	FORM_COLUMN("proxy_phone", COL_TEXT),
	FORM_COLUMN("proxy_email", COL_TEXT),
	FORM_COLUMN("proxy_paper", COL_TEXT),
	FORM_COLUMN("addressee", COL_TEXT), /* what a letter calls the applicant */
	FORM_COLUMN("request", COL_TEXT),
	FORM_COLUMN("sets", COL_TEXT),
	FORM_WORD("collect", procedure_channels),
	FORM_COLUMN("agency", COL_TEXT),
	FORM_COLUMN("assisting", COL_TEXT),
	FORM_COLUMN("agency_said", COL_TEXT),
	FORM_COLUMN("assisting_said", COL_TEXT),
	FORM_COLUMN("register_line", COL_INT),
	FORM_COLUMN("year", COL_INT),
	FORM_WORD("channel", procedure_channels),
	FORM_COLUMN("limit", COL_TEXT),
	FORM_WORD("unit", time_units),
	FORM_COLUMN("received", COL_TIME),
	FORM_COLUMN("due", COL_TIME),
	FORM_COLUMN("fee", COL_TEXT),
	FORM_COLUMN("unsettled", COL_INT),
	FORM_COLUMN("promised", COL_TIME),
	FORM_COLUMN("finished", COL_TIME),
	FORM_COLUMN("returned", COL_TIME),
	FORM_COLUMN("officer", COL_TEXT),
	FORM_COLUMN("officer_title", COL_TEXT),
	FORM_WORD("standing", dossier_standings),
	FORM_WORD("end", dossier_statuses),
	{ 0 },
};

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

/* clang-format off */
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
	"  " ASSISTING("k.agency") " AS assisting,"
	"  " ASSISTING("agency_said(k.agency)") " AS assisting_said,"
	"  i.register_line AS register_line, local_year(d.received_at) AS year,"
	"  d.channel AS channel,"
	"  CASE WHEN d.time_limit > 0 THEN " TWO_DIGITS "d.time_limit) END AS \"limit\","
	"  CASE WHEN d.time_limit > 0 OR d.time_unit = 'same-day' THEN d.time_unit END"
	"    AS unit, d.received_at AS received, " FORM_DUE " AS due,"
	"  CASE WHEN d.fee > 0 THEN replace(printf('%,d', d.fee), ',', '.') END AS fee,"
	"  (SELECT unsettled FROM dossier_event"
	"    WHERE dossier_id = d.id"
	"      AND act = iif(d.verified_limit IS NULL, 'receive', 'link')) AS unsettled,"
	"  " FORM_PROMISED " AS promised, d.finished_at AS finished,"
	"  d.returned_at AS returned, o.name AS officer, o.title AS officer_title,"
	"  CASE WHEN NOT without_result(d.status)"
	"    THEN standing_of_end(d.finished_at, d.due_at) END AS standing,"
	"  " FORM_END " AS \"end\""
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  JOIN procedure_version v ON " RECEIVED_UNDER
	"  LEFT JOIN dossier_intake i ON i.dossier_id = d.id"
	"  LEFT JOIN officer o ON o.id = d.officer_id"
	" WHERE d.id = :id";
/* clang-format on */

static const struct form_section dossier = {
	.key = "dossier",
	.columns = dossier_columns,
	.record = true,
	.sql = dossier_sql,
};

/* ---- the papers ---- */

static const struct column paper_columns[] = {
	FORM_COLUMN("no", COL_INT),
	FORM_COLUMN("name", COL_TEXT),
	FORM_WORD("kind", procedure_paper_kinds),
	FORM_COLUMN("copies", COL_TEXT),
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

static const struct form_section handed = {
	.key = "papers",
	.columns = paper_columns,
	.sql = handed_sql,
};

static const struct form_section missing = {
	.key = "papers",
	.columns = paper_columns,
	.sql = missing_sql,
};

/* ---- the others of the request ---- */

static const struct column linked_columns[] = {
	FORM_COLUMN("code", COL_TEXT),
	FORM_COLUMN("procedure_name", COL_TEXT),
	{ 0 },
};

static const char linked_sql[] =
	"SELECT d.code AS code, v.name AS procedure_name"
	"  FROM dossier s JOIN dossier d ON d.linked = s.linked AND d.id <> s.id"
	"  JOIN procedure p ON p.id = d.procedure_id"
	"  JOIN procedure_version v ON " RECEIVED_UNDER
	" WHERE s.id = :id AND d.voided_at IS NULL ORDER BY d.id";

static const struct form_section linked = {
	.key = "linked",
	.columns = linked_columns,
	.sql = linked_sql,
};

/* ---- which form has what ---- */

static const struct form_section *const receipt[] = { &form_head, &dossier, &linked,
						      &handed, NULL };
static const struct form_section *const supplement[] = { &form_head, &dossier, &form_act,
							 &missing, NULL };
static const struct form_section *const of_act[] = { &form_head, &dossier, &form_act,
						     NULL };
static const struct form_section *const apology[] = { &form_head, &dossier, &form_act,
						      &form_moves_to_act, NULL };
static const struct form_section *const control[] = { &form_head,      &dossier,
						      &form_handovers, &form_pauses,
						      &form_moves,     NULL };
static const struct form_section *const book[] = { &form_head, &form_book, &form_lines,
						   NULL };

const struct form_section *const *
form_sections(enum form_kind kind)
{
	static const struct form_section *const *const all[] = {
		[FORM_RECEIPT] = receipt, [FORM_SUPPLEMENT] = supplement,
		[FORM_REFUSAL] = of_act,  [FORM_APOLOGY] = apology,
		[FORM_STOP] = of_act,     [FORM_CONTROL] = control,
		[FORM_REGISTER] = book,
	};

	return all[kind];
}
