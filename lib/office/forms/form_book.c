/* SPDX-License-Identifier: MIT */
#include "office/forms/form_book.h"

#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_sql.h"
#include "office/forms/form_sql.h"
#include "office/rules/life.h"

static const struct column register_columns[] = {
	FORM_COLUMN("line", COL_INT),
	FORM_COLUMN("code", COL_TEXT),
	FORM_COLUMN("procedure", COL_TEXT),
	FORM_COLUMN("procedure_name", COL_TEXT),
	FORM_COLUMN("sets", COL_TEXT),
	FORM_COLUMN("applicant", COL_TEXT),
	FORM_COLUMN("address", COL_TEXT),
	FORM_COLUMN("phone", COL_TEXT),
	FORM_COLUMN("agency", COL_TEXT),
	FORM_COLUMN("agency_said", COL_TEXT),
	FORM_COLUMN("voided", COL_TEXT),
	FORM_COLUMN("received", COL_TIME),
	FORM_COLUMN("promised", COL_TIME),
	FORM_COLUMN("returned", COL_TIME),
	FORM_WORD("collect", procedure_channels),
	FORM_WORD("end", dossier_statuses),
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
	"  d.received_at AS received, " FORM_PROMISED
	" AS promised, d.returned_at AS returned,"
	"  i.collect AS collect, " FORM_END " AS \"end\""
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  JOIN procedure_version v ON " RECEIVED_UNDER
	"  LEFT JOIN dossier_intake i ON i.dossier_id = d.id"
	" WHERE d.received_at >= :from AND d.received_at < :to"
	"   AND v.field = :field AND local_year(d.received_at) = :year"
	"   AND " IN_REGISTER " ORDER BY d.received_at, d.id";

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

const struct form_section form_lines = {
	.key = "rows",
	.columns = register_columns,
	.rows = register_rows,
};

static const struct column book_columns[] = {
	FORM_COLUMN("field", COL_TEXT),
	FORM_COLUMN("year", COL_INT),
	FORM_COLUMN("from", COL_TIME),
	FORM_COLUMN("to", COL_TIME),
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

const struct form_section form_book = {
	.key = "book",
	.columns = book_columns,
	.record = true,
	.rows = book_row,
};
