/* SPDX-License-Identifier: MIT */
#include "base/intl.h"
#include "office/dossier_find.h"

const struct word dossier_channels[] = {
	{ "counter", "trực tiếp|tại quầy|1" },
	{ "online", "trực tuyến|2" },
	{ "post", "bưu chính|qua bưu điện|3" },
	{ NULL, NULL },
};

const struct word dossier_statuses[] = {
	{ "received", "đã tiếp nhận|mới tiếp nhận" },
	{ "processing", "đang xử lý|đang giải quyết" },
	{ "paused", "tạm dừng|chờ bổ sung" },
	{ "finished", "đã giải quyết|đã có kết quả|có kết quả" },
	{ "returned", "đã trả kết quả" },
	{ "rejected", "từ chối|không tiếp nhận" },
	{ "withdrawn", "rút hồ sơ|đã rút" },
	{ "stopped", "dừng xử lý|dừng giải quyết" },
	{ NULL, NULL },
};

const struct word dossier_standings[] = {
	{ "early", "sớm hạn|trước hạn" }, { "on_time", "đúng hạn" },
	{ "overdue", "quá hạn" },	  { "in_time", "trong hạn" },
	{ "at_risk", "sắp đến hạn" },	  { "late", "trễ hạn" },
	{ NULL, NULL },
};

const struct word dossier_standings_766[] = {
	{ "on_time", NULL }, { "overdue", NULL }, { "in_time", NULL }, { "late", NULL },
	{ NULL, NULL },
};

const struct word dossier_units[] = {
	{ "working-day", "ngày làm việc" },
	{ "day", "ngày" },
	{ "same-day", "trong ngày" },
	{ "working-hour", "giờ làm việc" },
	{ NULL, NULL },
};

static const struct word pauses[] = {
	{ "supplement", NULL }, { "fee", NULL }, { "verification", NULL }, { NULL, NULL }
};

#define DERIVED (COLUMN_DERIVED | COLUMN_HIDDEN)

const struct column dossier_columns[DOSSIER_COLUMNS + 1] = {
	{ "code", N_("Dossier"), COL_TEXT, 0, "Mã hồ sơ|Số hồ sơ", NULL },
	{ "procedure", N_("Procedure code"), COL_TEXT, COLUMN_REQUIRED,
	  "Mã TTHC|Mã thủ tục", NULL },
	{ "field", N_("Field"), COL_TEXT, COLUMN_DERIVED, "Lĩnh vực", NULL },
	{ "applicant", N_("Applicant"), COL_TEXT, COLUMN_REQUIRED,
	  "Họ tên|Họ và tên|Người nộp|Tên người nộp|Chủ hồ sơ", NULL },
	{ "channel", N_("Channel"), COL_WORD, 0, "Hình thức nộp|Kênh tiếp nhận|Hình thức",
	  dossier_channels },
	{ "status", N_("Status"), COL_WORD, 0, "Trạng thái|Tình trạng", dossier_statuses },
	{ "standing", N_("Standing"), COL_WORD, COLUMN_DERIVED, "Tình trạng hạn",
	  dossier_standings },
	{ "received_at", N_("Received"), COL_TIME, COLUMN_REQUIRED,
	  "Ngày tiếp nhận|Ngày nhận|Thời gian tiếp nhận", NULL },
	{ "due_at", N_("Due"), COL_TIME, 0, "Ngày hẹn trả|Hạn trả|Ngày hẹn", NULL },
	{ "finished_at", N_("Finished"), COL_TIME, 0,
	  "Ngày kết thúc xử lý|Ngày có kết quả|Ngày hoàn thành|Hoàn thành", NULL },
	{ "returned_at", N_("Returned"), COL_TIME, 0, "Ngày trả kết quả|Ngày trả", NULL },
	{ "result", N_("Result"), COL_TEXT, 0, "Kết quả", NULL },
	{ "officer", N_("Officer"), COL_TEXT, 0, "Cán bộ tiếp nhận|Công chức|Mã cán bộ", NULL },
	{ "ticket", N_("Ticket"), COL_TEXT, 0, "Số thứ tự", NULL },
	{ "id_number", N_("Personal ID"), COL_TEXT, COLUMN_HIDDEN, "Số CCCD|Số CMND|Số định danh",
	  NULL },
	{ "phone", N_("Telephone"), COL_TEXT, COLUMN_HIDDEN, "Điện thoại|Số điện thoại|SĐT",
	  NULL },
	{ "address", N_("Address"), COL_TEXT, COLUMN_HIDDEN, "Địa chỉ", NULL },
	{ "time_limit", N_("Time limit"), COL_INT, COLUMN_HIDDEN,
	  "Thời hạn giải quyết|Thời hạn", NULL },
	{ "time_unit", N_("Unit"), COL_WORD, COLUMN_HIDDEN, "Đơn vị thời hạn|Đơn vị",
	  dossier_units },
	{ "fee", N_("Fee"), COL_MONEY, COLUMN_HIDDEN, "Phí, lệ phí|Lệ phí", NULL },
	{ "procedure_name", N_("Procedure"), COL_TEXT, DERIVED, "Tên TTHC|Tên thủ tục", NULL },
	{ "desk", N_("Desk"), COL_TEXT, DERIVED, "Bộ phận", NULL },
	{ "holder", N_("Holder"), COL_TEXT, DERIVED, "Người giữ", NULL },
	{ "promised_at", N_("Promised anew"), COL_TIME, DERIVED, "Hẹn lại", NULL },
	{ "paused_at", N_("Paused since"), COL_TIME, DERIVED, "Tạm dừng từ", NULL },
	{ "pause_kind", N_("Paused for"), COL_WORD, DERIVED, "Lý do tạm dừng", pauses },
	{ "requests", N_("Supplements asked for"), COL_INT, DERIVED,
	  "Số lần yêu cầu bổ sung", NULL },
	{ "standing_766", N_("Standing (766)"), COL_WORD, DERIVED,
	  "Tình trạng hạn (766)", dossier_standings_766 },
	{ "last_act", N_("Last act"), COL_TEXT, DERIVED, "Thao tác gần nhất", NULL },
	{ "last_reason", N_("Its reason"), COL_TEXT, DERIVED, "Lý do", NULL },
	{ "fee_paid", N_("Paid"), COL_MONEY, DERIVED, "Đã nộp", NULL },
	{ "fee_due", N_("Still due"), COL_MONEY, DERIVED, "Còn phải nộp", NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};
