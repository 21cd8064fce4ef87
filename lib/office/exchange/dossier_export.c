/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_export.h"

#include <string.h>

#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_list.h"
#include "office/dossier/dossier_sql.h"
#include "office/exchange/dossier_exchange.h"

/* All that an export has of a dossier.  How it stands is left out, since that changes
 * with time alone; the province's state is put in by C. */
static const char export_sql[] = DOSSIER_WHOLE " WHERE d.code = :code";

/*
 * A sink for the rows of dossier_list(), which chooses and sorts: for each of them it
 * sends the whole dossier on.
 */
struct exporter {
	struct sink listed;
	struct sink whole;
	struct sink *to;
	struct store *store;
	struct buf sql;
};

#define EXPORTER_OF(sink, member)                                                        \
	((struct exporter *)(void *)((char *)(sink)-offsetof(struct exporter, member)))

static enum status
send_whole(struct sink *sink, const struct value *values)
{
	struct exporter *exporter = EXPORTER_OF(sink, whole);
	struct value row[FIELDS];
	const char *words;

	memcpy(row, values, sizeof(row));
	row[FIELD_PROVINCE] = value_text(province_state(row[FIELD_STATUS].text,
							row[FIELD_PAUSE_KIND].text,
							&words));
	row[FIELD_PROVINCE_WORDS] = value_text(words);
	return exporter->to->row(exporter->to, row);
}

static enum status
take_listed(struct sink *sink, const struct value *values)
{
	struct exporter *exporter = EXPORTER_OF(sink, listed);
	struct query q;

	query_open(&q, exporter->store, exporter->sql.text);
	query_text(&q, ":code", values[LIST_CODE].text);
	return query_rows(&q, exchange_columns, &exporter->whole);
}

enum status
dossier_export(struct office *office, const struct dossier_filter *filter,
	       struct sink *sink)
{
	struct exporter exporter = { .listed = { take_listed },
				     .whole = { send_whole },
				     .to = sink,
				     .store = office->store };
	enum status st;

	fields_select(&exporter.sql);
	buf_text(&exporter.sql, export_sql);
	st = dossier_list(office, filter, &exporter.listed);
	buf_free(&exporter.sql);
	return st;
}
