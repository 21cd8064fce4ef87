/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_export.h"

#include <string.h>

#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_list.h"
#include "office/exchange/dossier_exchange.h"

/* All of the dossier CODE, in the order of exchange_columns.  The standing is left out,
 * for it changes while nothing happens; the province's state is filled in afterwards. */
static const char export_sql[] =
	"SELECT d.code, p.code, p.field, d.applicant, d.channel, d.status, NULL,"
	"  d.received_at, d.due_at, d.finished_at, d.returned_at, d.result, o.code, d.ticket,"
	"  d.id_number, d.phone, d.address, d.time_limit, d.time_unit, d.fee, d.first_due_at,"
	"  d.promised_at, d.paused_at, d.pause_kind, d.requests, d.waited, d.accepted_at,"
	"  k.code, h.code, d.purged_at, i.email, i.proxy, i.request, i.sets, i.collect,"
	"  i.agency, i.register_line,"
	"  " EVENTS_JSON ", " PAPERS_JSON ", " PAYMENTS_JSON ", NULL, NULL"
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id"
	"  LEFT JOIN officer o ON o.id = d.officer_id"
	"  LEFT JOIN officer h ON h.id = d.holder_id"
	"  LEFT JOIN desk k ON k.id = d.desk_id"
	"  LEFT JOIN dossier_intake i ON i.dossier_id = d.id"
	" WHERE d.code = :code";

/* Takes the rows of dossier_list(), which chooses and orders, and sends all of each. */
struct exporter {
	struct sink listed;
	struct sink whole;
	struct sink *to;
	struct store *store;
	int code; /* the place of the code in a listed row */
};

#define EXPORTER_OF(sink, member)                                                        \
	((struct exporter *)(void *)((char *)(sink)-offsetof(struct exporter, member)))

static enum status
send_whole(struct sink *sink, const struct value *values)
{
	struct exporter *exporter = EXPORTER_OF(sink, whole);
	struct value row[COLUMNS];
	const char *words;

	memcpy(row, values, sizeof(row));
	row[PROVINCE] = value_text(province_state(row[STATUS].text, row[PAUSE_KIND].text,
						  row[CHANNEL].text, &words));
	row[PROVINCE_WORDS] = value_text(words);
	return exporter->to->row(exporter->to, row);
}

static enum status
take_listed(struct sink *sink, const struct value *values)
{
	struct exporter *exporter = EXPORTER_OF(sink, listed);
	struct query q;

	query_open(&q, exporter->store, export_sql);
	query_text(&q, ":code", values[exporter->code].text);
	return query_rows(&q, exchange_columns, &exporter->whole);
}

enum status
dossier_export(struct office *office, const struct dossier_filter *filter,
	       struct sink *sink)
{
	struct exporter exporter = { .listed = { take_listed },
				     .whole = { send_whole },
				     .to = sink,
				     .store = office->store,
				     .code = column_find(dossier_columns, "code") };

	return dossier_list(office, filter, &exporter.listed);
}
