/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_batch.h"

#include <stdlib.h>

#include "base/intl.h"
#include "office/catalogue/procedure.h"
#include "office/dossier/dossier.h"

/*
 * Records of another program, received one after the other in one transaction.  Each is
 * an act of its own in the journal, as at the counter.
 */
enum {
	RECORD_PROCEDURE,
	RECORD_APPLICANT,
	RECORD_ID_NUMBER,
	RECORD_PHONE,
	RECORD_ADDRESS,
	RECORD_EMAIL,
	RECORD_PROXY,
	RECORD_REQUEST,
	RECORD_CHANNEL,
	RECORD_COLLECT,
	RECORD_AGENCY,
	RECORD_TICKET,
	RECORD_PAPERS,
	RECORD_REQUEST_ID,
	RECORD_SETS,
	RECORD_FEE,
	RECORD_AT,
	RECORD_COLUMNS
};

static const struct column dossier_record_columns[RECORD_COLUMNS + 1] = {
	[RECORD_PROCEDURE] = { .key = "procedure",
			       .heading = N_("Procedure code"),
			       .type = COL_TEXT,
			       .flags = COLUMN_REQUIRED,
			       .aliases = "Mã TTHC|Mã thủ tục" },
	[RECORD_APPLICANT] = { .key = "applicant",
			       .heading = N_("Applicant"),
			       .type = COL_TEXT,
			       .flags = COLUMN_REQUIRED,
			       .aliases = "Họ tên|Họ và tên" },
	[RECORD_ID_NUMBER] = { .key = "id_number",
			       .heading = N_("Personal ID"),
			       .type = COL_TEXT,
			       .aliases = "Số CCCD|Số định danh" },
	[RECORD_PHONE] = { .key = "phone",
			   .heading = N_("Telephone"),
			   .type = COL_TEXT,
			   .aliases = "Điện thoại|Số điện thoại" },
	[RECORD_ADDRESS] = { .key = "address",
			     .heading = N_("Address"),
			     .type = COL_TEXT,
			     .aliases = "Địa chỉ" },
	[RECORD_EMAIL] = { .key = "email",
			   .heading = N_("Mail address"),
			   .type = COL_TEXT,
			   .aliases = "Thư điện tử" },
	[RECORD_PROXY] = { .key = "proxy",
			   .heading = N_("Proxy"),
			   .type = COL_TEXT,
			   .aliases = "Người được ủy quyền" },
	[RECORD_REQUEST] = { .key = "request",
			     .heading = N_("What is asked for"),
			     .type = COL_TEXT,
			     .aliases = "Nội dung yêu cầu" },
	[RECORD_CHANNEL] = { .key = "channel",
			     .heading = N_("Channel"),
			     .type = COL_WORD,
			     .aliases = "Hình thức nộp",
			     .words = procedure_channels },
	[RECORD_COLLECT] = { .key = "collect",
			     .heading = N_("Fetched"),
			     .type = COL_WORD,
			     .aliases = "Nơi nhận kết quả",
			     .words = procedure_channels },
	[RECORD_AGENCY] = { .key = "agency",
			    .heading = N_("Deciding agency"),
			    .type = COL_TEXT,
			    .aliases = "Cơ quan giải quyết" },
	[RECORD_TICKET] = { .key = "ticket",
			    .heading = N_("Ticket"),
			    .type = COL_TEXT,
			    .aliases = "Số thứ tự" },
	[RECORD_PAPERS] = { .key = "papers",
			    .heading = N_("Papers"),
			    .type = COL_TEXT,
			    .aliases = "Giấy tờ" },
	[RECORD_REQUEST_ID] = { .key = "request_id",
				.heading = N_("Request"),
				.type = COL_TEXT },
	[RECORD_SETS] = { .key = "sets",
			  .heading = N_("Sets"),
			  .type = COL_INT,
			  .least = 1,
			  .most = DOSSIER_SETS_MOST,
			  .aliases = "Số bộ" },
	[RECORD_FEE] = { .key = "fee",
			 .heading = N_("Fee"),
			 .type = COL_MONEY,
			 .aliases = "Phí, lệ phí|Lệ phí" },
	[RECORD_AT] = { .key = "at", .heading = N_("Happened"), .type = COL_TIME },
	[RECORD_COLUMNS] = { 0 },
};

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
	struct dossier_batch *batch = import_context(import);
	struct act *act = &import_office(import)->act;
	const int64_t at = act->at;
	const struct dossier_request r = { .procedure = v[RECORD_PROCEDURE].text,
					   .applicant = v[RECORD_APPLICANT].text,
					   .id_number = v[RECORD_ID_NUMBER].text,
					   .phone = v[RECORD_PHONE].text,
					   .address = v[RECORD_ADDRESS].text,
					   .email = v[RECORD_EMAIL].text,
					   .proxy = v[RECORD_PROXY].text,
					   .request = v[RECORD_REQUEST].text,
					   .channel = v[RECORD_CHANNEL].text,
					   .collect = v[RECORD_COLLECT].text,
					   .agency = v[RECORD_AGENCY].text,
					   .ticket = v[RECORD_TICKET].text,
					   .papers = v[RECORD_PAPERS].text,
					   .request_id = v[RECORD_REQUEST_ID].text,
					   .sets = v[RECORD_SETS].kind == VALUE_INT ?
							   v[RECORD_SETS].number :
							   0,
					   .fee = v[RECORD_FEE].number,
					   .has_fee = v[RECORD_FEE].kind == VALUE_INT,
					   .force = batch->force };
	struct dossier_receipt *receipt;
	enum status st;

	(void)present;
	if (r.sets < 0 || r.fee < 0)
		return import_refuse(import, r.sets < 0 ? "sets" : "fee",
				     _("is below 0"));
	if (v[RECORD_AT].kind == VALUE_INT && v[RECORD_AT].number > act->entered_at)
		return import_refuse(import, "at", _("is still to come"));
	batch->receipts = mem_more(batch->receipts, batch->count, sizeof(*receipt));
	receipt = &batch->receipts[batch->count++];
	*receipt = (struct dossier_receipt){ .code = "" };
	if (v[RECORD_AT].kind == VALUE_INT)
		act->at = v[RECORD_AT].number;
	st = take_request(import, &r, receipt);
	act->at = at;
	*outcome = receipt->repeated ? IMPORT_UNCHANGED : IMPORT_ADDED;
	return st;
}

enum status
dossier_receive_batch(struct office *office, void *ctx, struct import_listener *listener,
		      struct import **import)
{
	static const struct import_kind kind = { .name = "requests",
						 .columns = dossier_record_columns,
						 .put = take_row };

	return import_begin(office, &kind, ctx, listener, import);
}

void
dossier_batch_free(struct dossier_batch *batch)
{
	while (batch->count)
		dossier_receipt_free(&batch->receipts[--batch->count]);
	free(batch->receipts);
	batch->receipts = NULL;
}
