/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_exchange.h"

#include <string.h>

#include "base/intl.h"
#include "office/catalogue/procedure.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

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
	*words = states[3].words; /* waiting for another agency: in process, for the
				     citizen */
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

/* Our states, and behind them the province's: an export of its system has those in the
 * column that is called as ours is. */
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

const struct column exchange_columns[] = {
	{ .key = "code",
	  .heading = N_("Dossier"),
	  .type = COL_TEXT,
	  .aliases = "Mã hồ sơ|Số hồ sơ" },
	{ .key = "procedure",
	  .heading = N_("Procedure code"),
	  .type = COL_TEXT,
	  .flags = COLUMN_REQUIRED,
	  .aliases = "Mã TTHC|Mã thủ tục|Mã thủ tục hành chính" },
	{ .key = "field",
	  .heading = N_("Field"),
	  .type = COL_TEXT,
	  .flags = COLUMN_DERIVED,
	  .aliases = "Lĩnh vực" },
	{ .key = "applicant",
	  .heading = N_("Applicant"),
	  .type = COL_TEXT,
	  .flags = COLUMN_NEEDED,
	  .aliases = "Họ tên|Họ và tên|Người nộp|Tên người nộp|Chủ hồ sơ" },
	{ .key = "channel",
	  .heading = N_("Channel"),
	  .type = COL_WORD,
	  .aliases = "Hình thức nộp|Kênh tiếp nhận|Hình thức",
	  .words = procedure_channels },
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .aliases = "Trạng thái|Tình trạng",
	  .words = statuses },
	{ .key = "standing",
	  .heading = N_("Standing"),
	  .type = COL_WORD,
	  .flags = COLUMN_DERIVED | COLUMN_HIDDEN,
	  .aliases = "Tình trạng hạn",
	  .words = dossier_standings },
	{ .key = "received_at",
	  .heading = N_("Received"),
	  .type = COL_TIME,
	  .flags = COLUMN_REQUIRED,
	  .aliases = "Ngày tiếp nhận|Ngày nhận|Thời gian tiếp nhận" },
	{ .key = "due_at",
	  .heading = N_("Due"),
	  .type = COL_TIME,
	  .aliases = "Ngày hẹn trả|Hạn trả|Ngày hẹn" },
	{ .key = "finished_at",
	  .heading = N_("Finished"),
	  .type = COL_TIME,
	  .aliases = "Ngày kết thúc xử lý|Ngày có kết quả|Ngày hoàn thành|Hoàn thành" },
	{ .key = "returned_at",
	  .heading = N_("Returned"),
	  .type = COL_TIME,
	  .aliases = "Ngày trả kết quả|Ngày trả" },
	{ .key = "result",
	  .heading = N_("Result"),
	  .type = COL_TEXT,
	  .aliases = "Kết quả" },
	{ .key = "officer",
	  .heading = N_("Officer"),
	  .type = COL_TEXT,
	  .aliases = "Cán bộ tiếp nhận|Công chức|Mã cán bộ" },
	{ .key = "ticket",
	  .heading = N_("Ticket"),
	  .type = COL_TEXT,
	  .aliases = "Số thứ tự" },
	{ .key = "id_number",
	  .heading = N_("Personal ID"),
	  .type = COL_TEXT,
	  .aliases = "Số CCCD|Số CMND|Số định danh" },
	{ .key = "phone",
	  .heading = N_("Telephone"),
	  .type = COL_TEXT,
	  .aliases = "Điện thoại|Số điện thoại|SĐT" },
	{ .key = "address",
	  .heading = N_("Address"),
	  .type = COL_TEXT,
	  .aliases = "Địa chỉ" },
	{ .key = "time_limit",
	  .heading = N_("Time limit"),
	  .type = COL_INT,
	  .least = 0,
	  .most = TIME_LIMIT_MOST,
	  .aliases = "Thời hạn giải quyết|Thời hạn" },
	{ .key = "time_unit",
	  .heading = N_("Unit"),
	  .type = COL_WORD,
	  .aliases = "Đơn vị thời hạn|Đơn vị",
	  .words = time_units },
	{ .key = "fee",
	  .heading = N_("Fee"),
	  .type = COL_MONEY,
	  .aliases = "Phí, lệ phí|Lệ phí" },
	{ .key = "first_due_at",
	  .heading = N_("First promise"),
	  .type = COL_TIME,
	  .aliases = "Hẹn trả lần đầu" },
	{ .key = "promised_at",
	  .heading = N_("Promised anew"),
	  .type = COL_TIME,
	  .aliases = "Gia hạn đến|Ngày hẹn lại|Hẹn lại" },
	{ .key = "paused_at",
	  .heading = N_("Paused since"),
	  .type = COL_TIME,
	  .aliases = "Tạm dừng từ|Ngày tạm dừng" },
	{ .key = "pause_kind",
	  .heading = N_("Paused for"),
	  .type = COL_WORD,
	  .aliases = "Lý do tạm dừng",
	  .words = dossier_pause_kinds },
	{ .key = "requests",
	  .heading = N_("Supplements asked for"),
	  .type = COL_INT,
	  .least = 0,
	  .most = 999,
	  .aliases = "Số lần yêu cầu bổ sung" },
	{ .key = "waited", .heading = N_("Waited for supplements"), .type = COL_INT },
	{ .key = "accepted_at",
	  .heading = N_("Accepted"),
	  .type = COL_TIME,
	  .aliases = "Ngày thụ lý" },
	{ .key = "desk",
	  .heading = N_("Desk"),
	  .type = COL_TEXT,
	  .aliases = "Mã bộ phận|Bộ phận" },
	{ .key = "holder",
	  .heading = N_("Holder"),
	  .type = COL_TEXT,
	  .aliases = "Cán bộ xử lý|Cán bộ thụ lý|Người giữ" },
	{ .key = "purged_at", .heading = N_("Personal data removed"), .type = COL_TIME },
	{ .key = "email",
	  .heading = N_("Email"),
	  .type = COL_TEXT,
	  .aliases = "Thư điện tử|E-mail" },
	{ .key = "proxy",
	  .heading = N_("Handed in by"),
	  .type = COL_TEXT,
	  .aliases = "Người được ủy quyền|Người nộp thay" },
	{ .key = "request",
	  .heading = N_("What is asked for"),
	  .type = COL_TEXT,
	  .aliases = "Nội dung yêu cầu|Trích yếu" },
	{ .key = "sets",
	  .heading = N_("Sets of papers"),
	  .type = COL_INT,
	  .least = 1,
	  .most = DOSSIER_SETS_MOST,
	  .aliases = "Số bộ|Số bộ hồ sơ" },
	{ .key = "collect",
	  .heading = N_("Result collected"),
	  .type = COL_WORD,
	  .aliases = "Hình thức nhận kết quả|Nhận kết quả",
	  .words = procedure_channels },
	{ .key = "agency",
	  .heading = N_("Deciding agency"),
	  .type = COL_TEXT,
	  .aliases = "Cơ quan giải quyết|Cơ quan thực hiện" },
	{ .key = "register_line",
	  .heading = N_("Line of the register"),
	  .type = COL_INT,
	  .least = 1,
	  .most = NUMBER_MOST },
	{ .key = "events",
	  .heading = N_("Events"),
	  .type = COL_TEXT,
	  .aliases = "history|Quá trình xử lý" },
	{ .key = "papers",
	  .heading = N_("Papers"),
	  .type = COL_TEXT,
	  .aliases = "Thành phần hồ sơ" },
	{ .key = "payments", .heading = N_("Payments"), .type = COL_TEXT },
	{ .key = "province_state",
	  .heading = N_("State for the province"),
	  .type = COL_WORD,
	  .aliases = "Mã trạng thái|Trạng thái hồ sơ",
	  .words = province_words },
	{ .key = "province_words",
	  .heading = N_("The province's words"),
	  .type = COL_TEXT,
	  .flags = COLUMN_DERIVED },
	{ 0 },
};
