/* SPDX-License-Identifier: MIT */
#include "office/dossier_exchange.h"

#include <string.h>

#include "base/intl.h"
#include "office/dossier_find.h"

/* Decision 766 and the national portal's exchange: what each of the ten is with us. */
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
province_state(const char *status, const char *kind, const char *channel, const char **words)
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
	*words = states[3].words; /* waiting for another agency: in process, for the citizen */
	return states[3].number;
}

bool
province_read(const char *state, const char **status, const char **kind, const char **channel)
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

#define PROVINCE_STATES                                                                  \
	{ "1", "mới đăng ký|mới nộp trực tuyến" }, { "2", "được tiếp nhận" },            \
		{ "3", "không được tiếp nhận|từ chối tiếp nhận" }, { "4", NULL },        \
		{ "5", "yêu cầu bổ sung giấy tờ|yêu cầu bổ sung|yêu cầu bổ sung hồ sơ" },        \
		{ "6", "yêu cầu thực hiện nghĩa vụ tài chính|chờ nộp phí|nghĩa vụ tài chính" },  \
		{ "7", "công dân yêu cầu rút hồ sơ|yêu cầu rút hồ sơ" }, { "8", NULL },  \
		{ "9", "đã xử lý xong|đã giải quyết xong" }, { "10", NULL }

/* Our states, and behind them the province's: an export of its system has those in the
 * column that is called as ours is. */
static const struct word statuses[] = {
	{ "received", "đã tiếp nhận|mới tiếp nhận" },
	{ "processing", "đang xử lý|đang giải quyết" },
	{ "paused", "tạm dừng|chờ bổ sung" },
	{ "finished", "đã giải quyết|đã có kết quả|có kết quả" },
	{ "returned", "đã trả kết quả" },
	{ "rejected", "từ chối|không tiếp nhận" },
	{ "withdrawn", "rút hồ sơ|đã rút" },
	{ "stopped", "dừng xử lý|dừng giải quyết" },
	PROVINCE_STATES,
	{ NULL, NULL },
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
	{ NULL, NULL },
};

static const struct word pause_kinds[] = {
	{ "supplement", "bổ sung|bổ sung giấy tờ" },
	{ "fee", "nghĩa vụ tài chính|nộp phí" },
	{ "verification", "xác minh" },
	{ NULL, NULL },
};

const struct column exchange_columns[] = {
	{ "code", N_("Dossier"), COL_TEXT, 0, "Mã hồ sơ|Số hồ sơ", NULL },
	{ "procedure", N_("Procedure code"), COL_TEXT, COLUMN_REQUIRED,
	  "Mã TTHC|Mã thủ tục|Mã thủ tục hành chính", NULL },
	{ "field", N_("Field"), COL_TEXT, COLUMN_DERIVED, "Lĩnh vực", NULL },
	{ "applicant", N_("Applicant"), COL_TEXT, COLUMN_NEEDED,
	  "Họ tên|Họ và tên|Người nộp|Tên người nộp|Chủ hồ sơ", NULL },
	{ "channel", N_("Channel"), COL_WORD, 0, "Hình thức nộp|Kênh tiếp nhận|Hình thức",
	  dossier_channels },
	{ "status", N_("Status"), COL_WORD, 0, "Trạng thái|Tình trạng", statuses },
	{ "standing", N_("Standing"), COL_WORD, COLUMN_DERIVED | COLUMN_HIDDEN,
	  "Tình trạng hạn", dossier_standings },
	{ "received_at", N_("Received"), COL_TIME, COLUMN_REQUIRED,
	  "Ngày tiếp nhận|Ngày nhận|Thời gian tiếp nhận", NULL },
	{ "due_at", N_("Due"), COL_TIME, 0, "Ngày hẹn trả|Hạn trả|Ngày hẹn", NULL },
	{ "finished_at", N_("Finished"), COL_TIME, 0,
	  "Ngày kết thúc xử lý|Ngày có kết quả|Ngày hoàn thành|Hoàn thành", NULL },
	{ "returned_at", N_("Returned"), COL_TIME, 0, "Ngày trả kết quả|Ngày trả", NULL },
	{ "result", N_("Result"), COL_TEXT, 0, "Kết quả", NULL },
	{ "officer", N_("Officer"), COL_TEXT, 0, "Cán bộ tiếp nhận|Công chức|Mã cán bộ", NULL },
	{ "ticket", N_("Ticket"), COL_TEXT, 0, "Số thứ tự", NULL },
	{ "id_number", N_("Personal ID"), COL_TEXT, 0, "Số CCCD|Số CMND|Số định danh", NULL },
	{ "phone", N_("Telephone"), COL_TEXT, 0, "Điện thoại|Số điện thoại|SĐT", NULL },
	{ "address", N_("Address"), COL_TEXT, 0, "Địa chỉ", NULL },
	{ "time_limit", N_("Time limit"), COL_INT, 0, "Thời hạn giải quyết|Thời hạn", NULL },
	{ "time_unit", N_("Unit"), COL_WORD, 0, "Đơn vị thời hạn|Đơn vị", dossier_units },
	{ "fee", N_("Fee"), COL_MONEY, 0, "Phí, lệ phí|Lệ phí", NULL },
	{ "first_due_at", N_("First promise"), COL_TIME, 0, "Hẹn trả lần đầu", NULL },
	{ "promised_at", N_("Promised anew"), COL_TIME, 0, "Gia hạn đến|Ngày hẹn lại|Hẹn lại", NULL },
	{ "paused_at", N_("Paused since"), COL_TIME, 0, "Tạm dừng từ|Ngày tạm dừng", NULL },
	{ "pause_kind", N_("Paused for"), COL_WORD, 0, "Lý do tạm dừng", pause_kinds },
	{ "requests", N_("Supplements asked for"), COL_INT, 0, "Số lần yêu cầu bổ sung", NULL },
	{ "waited", N_("Waited for supplements"), COL_INT, 0, NULL, NULL },
	{ "accepted_at", N_("Accepted"), COL_TIME, 0, "Ngày thụ lý", NULL },
	{ "desk", N_("Desk"), COL_TEXT, 0, "Mã bộ phận|Bộ phận", NULL },
	{ "holder", N_("Holder"), COL_TEXT, 0, "Cán bộ xử lý|Cán bộ thụ lý|Người giữ", NULL },
	{ "purged_at", N_("Personal data removed"), COL_TIME, 0, NULL, NULL },
	{ "email", N_("Email"), COL_TEXT, 0, "Thư điện tử|E-mail", NULL },
	{ "proxy", N_("Handed in by"), COL_TEXT, 0, "Người được ủy quyền|Người nộp thay", NULL },
	{ "request", N_("What is asked for"), COL_TEXT, 0, "Nội dung yêu cầu|Trích yếu", NULL },
	{ "sets", N_("Sets of papers"), COL_INT, 0, "Số bộ|Số bộ hồ sơ", NULL },
	{ "collect", N_("Result collected"), COL_WORD, 0, "Hình thức nhận kết quả|Nhận kết quả",
	  dossier_channels },
	{ "agency", N_("Deciding agency"), COL_TEXT, 0, "Cơ quan giải quyết|Cơ quan thực hiện",
	  NULL },
	{ "register_line", N_("Line of the register"), COL_INT, 0, NULL, NULL },
	{ "events", N_("Events"), COL_TEXT, 0, "history|Quá trình xử lý", NULL },
	{ "papers", N_("Papers"), COL_TEXT, 0, "Thành phần hồ sơ", NULL },
	{ "payments", N_("Payments"), COL_TEXT, 0, NULL, NULL },
	{ "province_state", N_("State for the province"), COL_WORD, 0,
	  "Mã trạng thái|Trạng thái hồ sơ", province_words },
	{ "province_words", N_("The province's words"), COL_TEXT, COLUMN_DERIVED, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};
