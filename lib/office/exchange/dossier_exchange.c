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
	const char *number, *words, *status, *kind, *channel;
} states[] = {
	{ "1", "Mới đăng ký", "received", NULL, "online" },
	{ "2", "Được tiếp nhận", "received", NULL, NULL },
	{ "3", "Không được tiếp nhận", "rejected", NULL, NULL },
	{ "4", "Đang xử lý", "processing", NULL, NULL },
	{ "5", "Yêu cầu bổ sung giấy tờ", "paused", "supplement", NULL },
	{ "6", "Yêu cầu thực hiện nghĩa vụ tài chính", "paused", "fee", NULL },
	{ "7", "Công dân yêu cầu rút hồ sơ", "withdrawn", NULL, NULL },
	{ "8", "Dừng xử lý", "stopped", NULL, NULL },
	{ "9", "Đã xử lý xong", "finished", NULL, NULL },
	{ "10", "Đã trả kết quả", "returned", NULL, NULL },
};

#define STATES (sizeof(states) / sizeof(*states))

const char *
province_state(const char *status, const char *kind, const char *channel,
	       const char **words)
{
	size_t i;

	for (i = 0; i < STATES; i++) {
		if (strcmp(states[i].status, status) != 0 ||
		    (states[i].kind && (!kind || strcmp(states[i].kind, kind) != 0)) ||
		    (states[i].channel && strcmp(states[i].channel, channel) != 0))
			continue;
		*words = states[i].words;
		return states[i].number;
	}
	*words = states[3].words; /* waits for another agency: for the citizen it is in
				     process */
	return states[3].number;
}

bool
province_read(const char *state, const char **status, const char **kind,
	      const char **channel)
{
	size_t i;

	for (i = 0; i < STATES; i++) {
		if (strcmp(states[i].number, state) != 0)
			continue;
		*status = states[i].status;
		*kind = states[i].kind;
		*channel = states[i].channel;
		return true;
	}
	return false;
}

#define PROVINCE_STATES                                                                    \
	{ "1", "mới đăng ký|mới nộp trực tuyến" }, { "2", "được tiếp nhận" },              \
		{ "3", "không được tiếp nhận|từ chối tiếp nhận" }, { "4", NULL },          \
		{ "5",                                                                     \
		  "yêu cầu bổ sung giấy tờ|yêu cầu bổ sung|yêu cầu bổ sung hồ sơ" },       \
		{ "6",                                                                     \
		  "yêu cầu thực hiện nghĩa vụ tài chính|chờ nộp phí|nghĩa vụ tài chính" }, \
		{ "7", "công dân yêu cầu rút hồ sơ|yêu cầu rút hồ sơ" }, { "8", NULL },    \
		{ "9", "đã xử lý xong|đã giải quyết xong" },                               \
	{                                                                                  \
		"10", NULL                                                                 \
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
	{ "10", "đã trả kết quả" },
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
