/* SPDX-License-Identifier: MIT */
#include "office/registers/registers.h"

#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "office/catalogue/procedure.h"
#include "office/dossier/dossier_life.h"

/* The registers of the catalogue: procedures, their steps, their papers. */

const struct column procedure_columns[] = {
	{ .key = "code",
	  .heading = N_("Procedure code"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã TTHC|Mã thủ tục|Mã" },
	{ .key = "name",
	  .heading = N_("Procedure"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases =
		  "Tên thủ tục hành chính|Tên TTHC|Tên thủ tục|Tên|Thủ tục hành chính|name" },
	{ .key = "field",
	  .heading = N_("Field"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Lĩnh vực" },
	{ .key = "time_limit",
	  .heading = N_("Time limit"),
	  .type = COL_INT,
	  .flags = REQUIRED,
	  .aliases = "Thời hạn giải quyết|Thời hạn|Thời gian giải quyết" },
	{ .key = "time_unit",
	  .heading = N_("Unit"),
	  .type = COL_WORD,
	  .flags = REQUIRED,
	  .aliases = "Đơn vị thời hạn|Đơn vị",
	  .words = time_units },
	{ .key = "fee",
	  .heading = N_("Fee"),
	  .type = COL_MONEY,
	  .aliases = "Phí, lệ phí|Phí lệ phí|Lệ phí|Phí|Phí, lệ phí (nếu có)" },
	{ .key = "decision",
	  .heading = N_("Decision"),
	  .type = COL_TEXT,
	  .aliases = "Số quyết định|Quyết định" },
	{ .key = "note", .heading = N_("Note"), .type = COL_TEXT, .aliases = "Ghi chú" },
	{ .key = "online_limit",
	  .heading = N_("Time limit online"),
	  .type = COL_INT,
	  .flags = COLUMN_CODE,
	  .aliases = "Thời hạn trực tuyến" },
	{ .key = "online_unit",
	  .heading = N_("Unit online"),
	  .type = COL_WORD,
	  .flags = COLUMN_CODE,
	  .aliases = "Đơn vị trực tuyến",
	  .words = time_units },
	{ .key = "online_fee",
	  .heading = N_("Fee online"),
	  .type = COL_MONEY,
	  .flags = COLUMN_CODE,
	  .aliases = "Phí trực tuyến|Lệ phí trực tuyến" },
	{ .key = "post_limit",
	  .heading = N_("Time limit by post"),
	  .type = COL_INT,
	  .flags = COLUMN_CODE,
	  .aliases = "Thời hạn bưu chính" },
	{ .key = "post_unit",
	  .heading = N_("Unit by post"),
	  .type = COL_WORD,
	  .flags = COLUMN_CODE,
	  .aliases = "Đơn vị bưu chính",
	  .words = time_units },
	{ .key = "post_fee",
	  .heading = N_("Fee by post"),
	  .type = COL_MONEY,
	  .flags = COLUMN_CODE,
	  .aliases = "Phí bưu chính|Lệ phí bưu chính" },
	{ .key = "place",
	  .heading = N_("Place"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE,
	  .aliases = "Địa điểm|Địa điểm thực hiện|Nơi tiếp nhận" },
	{ .key = "agency",
	  .heading = N_("Deciding agency"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE,
	  .aliases = "Cơ quan thực hiện|Cơ quan giải quyết|Cơ quan có thẩm quyền" },
	{ .key = "legal_basis",
	  .heading = N_("Legal basis"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE,
	  .aliases = "Căn cứ pháp lý|Cơ sở pháp lý" },
	{ .key = "time_text",
	  .heading = N_("Time as published"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE,
	  .aliases = "Thời hạn công bố|Thời hạn theo công bố" },
	{ .key = "fee_text",
	  .heading = N_("Fee as published"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE,
	  .aliases = "Phí công bố|Phí, lệ phí theo công bố" },
	{ .key = "doubt",
	  .heading = N_("Doubt"),
	  .type = COL_TEXT,
	  .flags = COLUMN_CODE,
	  .aliases = "Cần kiểm tra|Nghi vấn" },
	{ 0 },
};

enum status
list_procedures(struct office *office, struct sink *sink)
{
	return procedure_list(office, day_of(office->now), false, sink);
}

enum status
import_procedures(struct office *office, struct import_listener *listener,
		  struct import **import)
{
	/* An office that is set up with a catalogue has always had it. */
	return procedure_import(office, "0001-01-01", listener, import);
}

const struct column step_columns[] = {
	{ .key = "procedure",
	  .heading = N_("Procedure code"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã TTHC|Mã thủ tục|Thủ tục|Mã" },
	{ .key = "step",
	  .heading = N_("Step"),
	  .type = COL_INT,
	  .flags = REQUIRED,
	  .aliases = "Bước|Thứ tự|Số thứ tự" },
	{ .key = "name",
	  .heading = N_("Work"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Nội dung công việc|Công việc|Tên bước|Tên" },
	{ .key = "desk",
	  .heading = N_("Desk"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã bộ phận|Bộ phận|Bộ phận thực hiện" },
	{ .key = "time_limit",
	  .heading = N_("Time limit"),
	  .type = COL_INT,
	  .flags = REQUIRED,
	  .aliases = "Thời hạn|Thời gian" },
	{ .key = "time_unit",
	  .heading = N_("Unit"),
	  .type = COL_WORD,
	  .flags = REQUIRED,
	  .aliases = "Đơn vị thời hạn|Đơn vị",
	  .words = time_units },
	{ 0 },
};

const struct reg_reference step_references[] = {
	{ .column = "procedure", .find = procedure_id },
	{ .column = "desk", .find = desk_id },
	{ .column = NULL },
};

/* A share of the time is counted in open time, so that waiting and holidays stop it. */
const char *
check_step(const struct value *values, const char **column)
{
	*column = "step";
	if (values[1].number < 1 || values[1].number > 999)
		return N_("must be 1 to 999");
	*column = "time_limit";
	if (values[4].number < 1 || values[4].number > 3660)
		return N_("must be 1 to 3660");
	*column = "time_unit";
	return !strcmp(values[5].text, "working-day") ||
			       !strcmp(values[5].text, "working-hour") ?
		       NULL :
		       N_("must be working-day or working-hour");
}

const struct column paper_columns[] = {
	{ .key = "procedure",
	  .heading = N_("Procedure code"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã TTHC|Mã thủ tục|Thủ tục|Mã" },
	{ .key = "no",
	  .heading = N_("No."),
	  .type = COL_INT,
	  .flags = REQUIRED,
	  .aliases = "STT|TT|Số thứ tự" },
	{ .key = "name",
	  .heading = N_("Paper"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Tên giấy tờ|Giấy tờ|Thành phần hồ sơ|Tên" },
	{ .key = "kind",
	  .heading = N_("Kind"),
	  .type = COL_WORD,
	  .flags = REQUIRED,
	  .aliases = "Loại|Loại giấy tờ|Loại bản",
	  .words = procedure_paper_kinds },
	{ .key = "copies",
	  .heading = N_("Copies"),
	  .type = COL_INT,
	  .flags = REQUIRED,
	  .aliases = "Số lượng|Số bản" },
	{ .key = "required",
	  .heading = N_("Required"),
	  .type = COL_WORD,
	  .flags = REQUIRED,
	  .aliases = "Bắt buộc|Bắt buộc nộp",
	  .words = yes_no },
	{ 0 },
};

const struct reg_reference paper_references[] = {
	{ .column = "procedure", .find = procedure_id },
	{ .column = NULL },
};

const char *
check_paper(const struct value *values, const char **column)
{
	*column = "no";
	if (values[1].number < 1 || values[1].number > 999)
		return N_("must be 1 to 999");
	*column = "copies";
	return values[4].number >= 1 && values[4].number <= 99 ? NULL :
								 N_("must be 1 to 99");
}
