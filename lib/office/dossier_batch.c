/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "office/dossier_request.h"

/* Records of another program, taken in one after the other in one transaction; each is
 * an act of its own in the journal, as at the counter. */
enum {
	PROCEDURE,
	APPLICANT,
	ID_NUMBER,
	PHONE,
	ADDRESS,
	EMAIL,
	PROXY,
	REQUEST,
	CHANNEL,
	COLLECT,
	AGENCY,
	TICKET,
	PAPERS,
	REQUEST_ID,
	SETS,
	FEE,
	AT
};

static const struct word channels[] = {
	{ "counter", "trực tiếp|tại quầy|1" },
	{ "online", "trực tuyến|2" },
	{ "post", "bưu chính|qua bưu điện|3" },
	{ NULL, NULL },
};

const struct column dossier_record_columns[] = {
	{ "procedure", N_("Procedure code"), COL_TEXT, COLUMN_REQUIRED, "Mã TTHC|Mã thủ tục",
	  NULL },
	{ "applicant", N_("Applicant"), COL_TEXT, COLUMN_REQUIRED, "Họ tên|Họ và tên", NULL },
	{ "id_number", N_("Personal ID"), COL_TEXT, 0, "Số CCCD|Số định danh", NULL },
	{ "phone", N_("Telephone"), COL_TEXT, 0, "Điện thoại|Số điện thoại", NULL },
	{ "address", N_("Address"), COL_TEXT, 0, "Địa chỉ", NULL },
	{ "email", N_("Mail address"), COL_TEXT, 0, "Thư điện tử", NULL },
	{ "proxy", N_("Proxy"), COL_TEXT, 0, "Người được ủy quyền", NULL },
	{ "request", N_("What is asked for"), COL_TEXT, 0, "Nội dung yêu cầu", NULL },
	{ "channel", N_("Channel"), COL_WORD, 0, "Hình thức nộp", channels },
	{ "collect", N_("Fetched"), COL_WORD, 0, "Nơi nhận kết quả", channels },
	{ "agency", N_("Deciding agency"), COL_TEXT, 0, "Cơ quan giải quyết", NULL },
	{ "ticket", N_("Ticket"), COL_TEXT, 0, "Số thứ tự", NULL },
	{ "papers", N_("Papers"), COL_TEXT, 0, "Giấy tờ", NULL },
	{ "request_id", N_("Request"), COL_TEXT, 0, NULL, NULL },
	{ "sets", N_("Sets"), COL_INT, 0, "Số bộ", NULL },
	{ "fee", N_("Fee"), COL_MONEY, 0, "Phí, lệ phí|Lệ phí", NULL },
	{ "at", N_("Happened"), COL_TIME, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

/* What the row breaks is told as its line's, and the others are still looked at. */
static enum status
take(struct import *import, const struct dossier_request *r, struct dossier_receipt *receipt)
{
	enum status st = dossier_take_in(import_office(import), r, receipt);

	if (st == BAD_DATA || st == NO || st == USAGE)
		st = import_refuse(import, NULL, error_message());
	return st;
}

static enum status
put(struct import *import, const struct value *v, const bool *present,
    enum import_outcome *outcome)
{
	struct dossier_batch *batch = import_context(import);
	struct act *act = &import_office(import)->act;
	const int64_t at = act->at;
	const struct dossier_request r = {
		.procedure = v[PROCEDURE].text, .applicant = v[APPLICANT].text,
		.id_number = v[ID_NUMBER].text, .phone = v[PHONE].text,
		.address = v[ADDRESS].text, .email = v[EMAIL].text,
		.proxy = v[PROXY].text, .request = v[REQUEST].text,
		.channel = v[CHANNEL].text, .collect = v[COLLECT].text,
		.agency = v[AGENCY].text, .ticket = v[TICKET].text,
		.papers = v[PAPERS].text, .request_id = v[REQUEST_ID].text,
		.sets = v[SETS].kind == VALUE_INT ? v[SETS].number : 0,
		.fee = v[FEE].number, .has_fee = v[FEE].kind == VALUE_INT,
		.force = batch->force
	};
	struct dossier_receipt *receipt;
	enum status st;

	(void)present;
	if (r.sets < 0 || r.fee < 0)
		return import_refuse(import, r.sets < 0 ? "sets" : "fee", _("is below 0"));
	if (v[AT].kind == VALUE_INT && v[AT].number > act->entered_at)
		return import_refuse(import, "at", _("is still to come"));
	batch->receipts = mem_more(batch->receipts, batch->count, sizeof(*receipt));
	receipt = &batch->receipts[batch->count++];
	*receipt = (struct dossier_receipt){ .code = "" };
	if (v[AT].kind == VALUE_INT)
		act->at = v[AT].number;
	st = take(import, &r, receipt);
	act->at = at;
	*outcome = receipt->repeated ? IMPORT_UNCHANGED : IMPORT_ADDED;
	return st;
}

enum status
dossier_receive_batch(struct office *office, const void *ctx,
		      struct import_listener *listener, struct import **import)
{
	static const struct import_kind kind = { .name = "requests",
						 .columns = dossier_record_columns,
						 .put = put };

	return import_begin(office, &kind, (void *)ctx, listener, import);
}

void
dossier_batch_free(struct dossier_batch *batch)
{
	while (batch->count)
		dossier_receipt_free(&batch->receipts[--batch->count]);
	free(batch->receipts);
	batch->receipts = NULL;
}
