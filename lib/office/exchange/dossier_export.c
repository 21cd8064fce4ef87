/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_export.h"

#include <string.h>

#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_list.h"
#include "office/exchange/dossier_exchange.h"

/* All of the dossier CODE, in the order of exchange_columns.  The standing is left out,
 * for it changes while nothing happens; the province's state is filled in afterwards. */
static const char export_sql[] =
	"SELECT d.code AS code, p.code AS procedure, p.field AS field,"
	"  d.applicant AS applicant, d.channel AS channel, d.status AS status,"
	"  NULL AS standing, d.received_at AS received_at, d.due_at AS due_at,"
	"  d.finished_at AS finished_at, d.returned_at AS returned_at, d.result AS result,"
	"  o.code AS officer, d.ticket AS ticket, d.id_number AS id_number, d.phone AS phone,"
	"  d.address AS address, d.time_limit AS time_limit, d.time_unit AS time_unit,"
	"  d.fee AS fee, d.first_due_at AS first_due_at, d.promised_at AS promised_at,"
	"  d.paused_at AS paused_at, d.pause_kind AS pause_kind, d.requests AS requests,"
	"  d.waited AS waited, d.accepted_at AS accepted_at, k.code AS desk, h.code AS holder,"
	"  d.purged_at AS purged_at, i.email AS email, i.proxy AS proxy, i.request AS request,"
	"  i.sets AS sets, i.collect AS collect, i.agency AS agency,"
	"  i.register_line AS register_line,"
	"  " EVENTS_JSON " AS events, " PAPERS_JSON " AS papers, " PAYMENTS_JSON
	" AS payments,"
	"  NULL AS province_state, NULL AS province_words"
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
