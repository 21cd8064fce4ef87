/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_exchange.h"

#include <string.h>

#include "base/intl.h"
#include "office/catalogue/procedure.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

/*
 * Decision 766 and the national portal's exchange: our equivalent of each of their ten
 * states.
 */
static const struct {
	const char *number, *words; /* theirs */
	const char *status, *kind;  /* ours; NULL: whatever it is */
} states[] = {
	{ .number = "1", .words = "Mới đăng ký", .status = "new" },
	{ .number = "2", .words = "Được tiếp nhận", .status = "received" },
	{ .number = "3", .words = "Không được tiếp nhận", .status = "rejected" },
	{ .number = "4", .words = "Đang xử lý", .status = "processing" },
	{ .number = "5",
	  .words = "Yêu cầu bổ sung giấy tờ",
	  .status = "paused",
	  .kind = "supplement" },
	{ .number = "6",
	  .words = "Yêu cầu thực hiện nghĩa vụ tài chính",
	  .status = "paused",
	  .kind = "fee" },
	{ .number = "7", .words = "Công dân yêu cầu rút hồ sơ", .status = "withdrawn" },
	{ .number = "8", .words = "Dừng xử lý", .status = "stopped" },
	{ .number = "9", .words = "Đã xử lý xong", .status = "finished" },
	{ .number = "10", .words = "Đã trả kết quả", .status = "returned" },
};

#define STATES (sizeof(states) / sizeof(*states))

const char *
province_state(const char *status, const char *kind, const char **words)
{
	size_t i;

	*words = NULL;
	if (!strcmp(status, "voided")) /* the province never had it */
		return NULL;
	for (i = 0; i < STATES; i++) {
		if (strcmp(states[i].status, status) != 0 ||
		    (states[i].kind && (!kind || strcmp(states[i].kind, kind) != 0)))
			continue;
		*words = states[i].words;
		return states[i].number;
	}
	/* It waits for another agency: for the citizen it is in process. */
	return province_state("processing", NULL, words);
}

bool
province_read(const char *state, const char **status, const char **kind)
{
	size_t i;

	for (i = 0; i < STATES; i++) {
		if (strcmp(states[i].number, state) != 0)
			continue;
		*status = states[i].status;
		*kind = states[i].kind;
		return true;
	}
	return false;
}

/* Also in the words of systems that keep them under other names. */
#define PROVINCE_STATES                                                                                       \
	{ "1", "mới đăng ký|mới nộp trực tuyến|chờ tiếp nhận|mới nộp" },                                      \
		{ "2", "được tiếp nhận|chờ xử lý|chờ phân công" },                                            \
		{ "3", "không được tiếp nhận|từ chối tiếp nhận|đã từ chối" },                                 \
		{ "4", "đang thụ lý|đang thẩm định|đang thực hiện|chờ phê duyệt" },                           \
		{ "5", "yêu cầu bổ sung giấy tờ|yêu cầu bổ sung|yêu cầu bổ sung hồ sơ|" \
		       "đang chờ bổ sung|chờ bổ sung hồ sơ|đang bổ sung" },                                   \
		{ "6", "yêu cầu thực hiện nghĩa vụ tài chính|chờ nộp phí|"                   \
		       "nghĩa vụ tài chính|chờ nộp lệ phí|chờ thanh toán" },                                  \
		{ "7", "công dân yêu cầu rút hồ sơ|yêu cầu rút hồ sơ|"                        \
		       "công dân rút hồ sơ|xin rút hồ sơ" },                                                  \
		{ "8", NULL },                                                                                \
		{ "9", "đã xử lý xong|đã giải quyết xong|chờ trả kết quả|hoàn thành|"    \
		       "đã hoàn thành|đã phê duyệt" },                                                        \
	{                                                                                                     \
		"10", "đã trả"                                                                            \
	}

/*
 * Our states, then the province's, because an export of its system has those in the
 * column that has the name of ours.
 */
static const struct word statuses[] = {
	DOSSIER_STATUSES,
	PROVINCE_STATES,
	{ 0 },
};

static const struct word province_words[] = {
	PROVINCE_STATES,
	{ "2", "đã tiếp nhận|mới tiếp nhận" },
	{ "3", "không tiếp nhận|từ chối" },
	{ "4", "đang xử lý|đang giải quyết" },
	{ "5", "chờ bổ sung" },
	{ "7", "rút hồ sơ|đã rút" },
	{ "8", "dừng xử lý|dừng giải quyết" },
	{ "9", "đã giải quyết|đã có kết quả" },
	{ "10", "đã trả kết quả|trả kết quả" },
	{ 0 },
};

#define STATUS_WORDS statuses

const struct column exchange_columns[FIELDS + 1] = {
#define FIELD(id, key_, heading_, type_, list, file, facts, sql, ...)                    \
	FILE_FIELD(id, key_, heading_, type_, file, facts, sql, __VA_ARGS__)
#define FILE_FIELD(id, key_, heading_, type_, file, facts, sql, ...)                     \
	[FIELD_##id] = { .key = key_,                                                    \
			 .heading = heading_,                                            \
			 .type = type_,                                                  \
			 .flags = file,                                                  \
			 __VA_ARGS__ },
#include "office/dossier/dossier_fields.def"
	[FIELDS] = { 0 },
};
