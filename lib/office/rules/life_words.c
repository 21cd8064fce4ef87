/* SPDX-License-Identifier: MIT */
#include "office/rules/life_words.h"

const struct word dossier_statuses[] = { DOSSIER_STATUSES, { 0 } };

const struct word dossier_pause_kinds[] = {
	{ "supplement", "chờ bổ sung|bổ sung|bổ sung giấy tờ|bổ sung hồ sơ" },
	{ "fee", "chờ nộp phí, lệ phí|nghĩa vụ tài chính|nộp phí|chờ nộp phí" },
	{ "verification", "chờ xác minh|xác minh" },
	{ 0 },
};

const struct word dossier_acts[] = {
	[ACT_FORWARD] = { "forward", "chuyển" },
	[ACT_PAUSE] = { "pause", "tạm dừng" },
	[ACT_RESUME] = { "resume", "tiếp tục" },
	[ACT_EXTEND] = { "extend", "gia hạn" },
	[ACT_FINISH] = { "finish", "có kết quả" },
	[ACT_RETURN] = { "return", "trả kết quả" },
	[ACT_REJECT] = { "reject", "từ chối" },
	[ACT_WITHDRAW] = { "withdraw", "rút" },
	[ACT_STOP] = { "stop", "dừng" },
	[ACT_REOPEN] = { "reopen", "mở lại" },
	[ACT_ACCEPT] = { "accept", "tiếp nhận hồ sơ mới" },
	[ACT_MOVE] = { "move", "dời ngày hẹn trả" },
	[ACT_VOID] = { "void", "hủy" },
	[ACT_LINK] = { "link", "liên thông" },
	[ACT_RECEIVE] = { "receive", "tiếp nhận" },
	[ACT_IMPORT] = { "import", "nhập từ tệp" },
	[ACT_CORRECT] = { "correct", "đính chính" },
	[ACT_REQUEST] = { "request", "nộp hồ sơ" },
	{ 0 },
};

const char *
dossier_act_word(enum dossier_act act)
{
	return dossier_acts[act].code;
}

const char *
dossier_event_word(enum dossier_act act)
{
	return dossier_acts[act == ACT_ACCEPT ? (int)ACT_RECEIVE : (int)act].code;
}

bool
dossier_act_of_record(enum dossier_act act)
{
	return act == ACT_REOPEN || act == ACT_MOVE || act == ACT_VOID || act == ACT_LINK;
}
