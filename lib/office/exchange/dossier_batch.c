/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_batch.h"

#include <stdlib.h>

#include "base/intl.h"
#include "base/show.h"
#include "office/exchange/dossier_exchange.h"

/*
 * Records of another program, received one after the other in one transaction.  Each is
 * an act of its own in the journal, as at the counter.
 */

/* What a record says besides the fields that are ASKED. */
enum { RECORD_PAPERS, RECORD_REQUEST_ID, RECORD_AT, RECORD_OTHERS };

static const struct column other_columns[RECORD_OTHERS] = {
	[RECORD_PAPERS] = { .key = "papers",
			    .heading = N_("Papers"),
			    .type = COL_TEXT,
			    .aliases = "Giấy tờ" },
	[RECORD_REQUEST_ID] = { .key = "request_id",
				.heading = N_("Request"),
				.type = COL_TEXT },
	[RECORD_AT] = { .key = "at", .heading = N_("Happened"), .type = COL_TIME },
};

struct records {
	struct dossier_batch *batch;
	struct field_set asked;
	struct column columns[FIELDS + RECORD_OTHERS + 1]; /* asked, then the others */
	struct import_kind kind;
};

/* What a file of dossiers must have, each record must say. */
static void
choose_columns(struct records *records)
{
	struct column *column = records->columns;
	int i;

	fields_choose(&records->asked, ASKED, 0);
	for (i = 0; i < records->asked.count; i++, column++) {
		*column = exchange_columns[records->asked.fields[i]];
		column->flags = column->flags & (COLUMN_REQUIRED | COLUMN_NEEDED) ?
					COLUMN_REQUIRED :
					0;
	}
	for (i = 0; i < RECORD_OTHERS; i++)
		*column++ = other_columns[i];
}

/* A rule that the row breaks is reported for its line; the other rows are still read. */
static enum status
take_request(struct import *import, const struct dossier_request *r,
	     struct dossier_receipt *receipt)
{
	enum status st = dossier_take_in(import_office(import), r, receipt);

	if (st == BAD_DATA || st == NO || st == USAGE)
		st = import_refuse(import, NULL, error_message());
	return st;
}

static enum status
take_row(struct import *import, const struct value *v, const bool *present,
	 enum import_outcome *outcome)
{
	struct records *records = import_context(import);
	struct dossier_batch *batch = records->batch;
	const struct value *others = v + records->asked.count;
	struct act *act = &import_office(import)->act;
	const struct act before = *act;
	struct dossier_request r = { .papers = others[RECORD_PAPERS].text,
				     .request_id = others[RECORD_REQUEST_ID].text,
				     .force = batch->force,
				     .unaccepted = batch->unaccepted };
	struct dossier_receipt *receipt;
	char at[SHOW_TEXT];
	enum status st;
	int i;

	(void)present;
	for (i = 0; i < records->asked.count; i++)
		r.said[records->asked.fields[i]] = v[i];
	if (others[RECORD_AT].kind == VALUE_INT) {
		if (others[RECORD_AT].number > act->entered_at)
			return import_refuse_cell(import, "at",
						  show_moment(others[RECORD_AT].number,
							      at),
						  N_("is still to come"));
		act->at = others[RECORD_AT].number;
		act->day_alone = others[RECORD_AT].day;
	}
	batch->receipts = mem_more(batch->receipts, batch->count, sizeof(*receipt));
	receipt = &batch->receipts[batch->count++];
	*receipt = (struct dossier_receipt){ .code = "" };
	st = take_request(import, &r, receipt);
	*act = before;
	*outcome = receipt->repeated ? IMPORT_UNCHANGED : IMPORT_ADDED;
	return st;
}

static void
release_records(struct import *import)
{
	free(import_context(import));
}

enum status
dossier_receive_batch(struct office *office, void *ctx, struct import_listener *listener,
		      struct import **import)
{
	struct records *records = mem_alloc(sizeof(*records));
	enum status st;

	records->batch = ctx;
	choose_columns(records);
	records->kind = (struct import_kind){ .name = "requests",
					      .columns = records->columns,
					      .put = take_row,
					      .release = release_records };
	st = import_begin(office, &records->kind, records, listener, import);
	if (st)
		free(records);
	return st;
}

void
dossier_batch_free(struct dossier_batch *batch)
{
	while (batch->count)
		dossier_receipt_free(&batch->receipts[--batch->count]);
	free(batch->receipts);
	batch->receipts = NULL;
}
