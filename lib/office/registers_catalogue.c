/* SPDX-License-Identifier: MIT */
#include "office/registers.h"

#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "office/dossier_life.h"
#include "office/procedure.h"

/* The registers of the catalogue: procedures, their steps, their papers. */

const struct word unit_words[] = {
	{ "working-day", "ngày làm việc|working day|working days" },
	/* A bare "ngày" is a calendar day, as everywhere in law (Civil Code, art. 147). */
	{ "day", "ngày|ngày lịch|ngày dương lịch|calendar day" },
	{ "same-day", "trong ngày|ngay trong ngày|same day" },
	{ "working-hour", "giờ làm việc|giờ|working hour|working hours" },
	{ NULL, NULL },
};

const struct column procedure_columns[] = {
	{ "code", N_("Procedure code"), COL_TEXT, REQUIRED, "Mã TTHC|Mã thủ tục|Mã", NULL },
	{ "name", N_("Procedure"), COL_TEXT, REQUIRED,
	  "Tên thủ tục hành chính|Tên TTHC|Tên thủ tục|Tên|Thủ tục hành chính|name", NULL },
	{ "field", N_("Field"), COL_TEXT, REQUIRED, "Lĩnh vực", NULL },
	{ "time_limit", N_("Time limit"), COL_INT, REQUIRED,
	  "Thời hạn giải quyết|Thời hạn|Thời gian giải quyết", NULL },
	{ "time_unit", N_("Unit"), COL_WORD, REQUIRED, "Đơn vị thời hạn|Đơn vị", unit_words },
	{ "fee", N_("Fee"), COL_MONEY, 0,
	  "Phí, lệ phí|Phí lệ phí|Lệ phí|Phí|Phí, lệ phí (nếu có)", NULL },
	{ "decision", N_("Decision"), COL_TEXT, 0, "Số quyết định|Quyết định", NULL },
	{ "note", N_("Note"), COL_TEXT, 0, "Ghi chú", NULL },
	{ "online_limit", N_("Time limit online"), COL_INT, COLUMN_CODE,
	  "Thời hạn trực tuyến", NULL },
	{ "online_unit", N_("Unit online"), COL_WORD, COLUMN_CODE, "Đơn vị trực tuyến",
	  unit_words },
	{ "online_fee", N_("Fee online"), COL_MONEY, COLUMN_CODE,
	  "Phí trực tuyến|Lệ phí trực tuyến", NULL },
	{ "post_limit", N_("Time limit by post"), COL_INT, COLUMN_CODE,
	  "Thời hạn bưu chính", NULL },
	{ "post_unit", N_("Unit by post"), COL_WORD, COLUMN_CODE, "Đơn vị bưu chính",
	  unit_words },
	{ "post_fee", N_("Fee by post"), COL_MONEY, COLUMN_CODE,
	  "Phí bưu chính|Lệ phí bưu chính", NULL },
	{ "place", N_("Place"), COL_TEXT, COLUMN_CODE,
	  "Địa điểm|Địa điểm thực hiện|Nơi tiếp nhận", NULL },
	{ "agency", N_("Deciding agency"), COL_TEXT, COLUMN_CODE,
	  "Cơ quan thực hiện|Cơ quan giải quyết|Cơ quan có thẩm quyền", NULL },
	{ "legal_basis", N_("Legal basis"), COL_TEXT, COLUMN_CODE,
	  "Căn cứ pháp lý|Cơ sở pháp lý", NULL },
	{ "time_text", N_("Time as published"), COL_TEXT, COLUMN_CODE,
	  "Thời hạn công bố|Thời hạn theo công bố", NULL },
	{ "fee_text", N_("Fee as published"), COL_TEXT, COLUMN_CODE,
	  "Phí công bố|Phí, lệ phí theo công bố", NULL },
	{ "doubt", N_("Doubt"), COL_TEXT, COLUMN_CODE, "Cần kiểm tra|Nghi vấn", NULL },
	COLUMNS_END,
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
	{ "procedure", N_("Procedure code"), COL_TEXT, REQUIRED,
	  "Mã TTHC|Mã thủ tục|Thủ tục|Mã", NULL },
	{ "step", N_("Step"), COL_INT, REQUIRED, "Bước|Thứ tự|Số thứ tự", NULL },
	{ "name", N_("Work"), COL_TEXT, REQUIRED, "Nội dung công việc|Công việc|Tên bước|Tên",
	  NULL },
	{ "desk", N_("Desk"), COL_TEXT, REQUIRED, "Mã bộ phận|Bộ phận|Bộ phận thực hiện", NULL },
	{ "time_limit", N_("Time limit"), COL_INT, REQUIRED, "Thời hạn|Thời gian", NULL },
	{ "time_unit", N_("Unit"), COL_WORD, REQUIRED, "Đơn vị thời hạn|Đơn vị", unit_words },
	COLUMNS_END,
};

const struct reg_reference step_references[] = {
	{ "procedure", procedure_id },
	{ "desk", desk_id },
	{ NULL, NULL },
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
	return !strcmp(values[5].text, "working-day") || !strcmp(values[5].text, "working-hour") ?
		       NULL :
		       N_("must be working-day or working-hour");
}

static const struct word paper_kinds[] = {
	{ "original", "bản chính|chính|bản gốc" },
	{ "copy", "bản sao|sao|bản chụp|photo|bản photo" },
	{ "certified", "bản sao chứng thực|bản sao có chứng thực|chứng thực|sao y" },
	{ NULL, NULL },
};

const struct column paper_columns[] = {
	{ "procedure", N_("Procedure code"), COL_TEXT, REQUIRED,
	  "Mã TTHC|Mã thủ tục|Thủ tục|Mã", NULL },
	{ "no", N_("No."), COL_INT, REQUIRED, "STT|TT|Số thứ tự", NULL },
	{ "name", N_("Paper"), COL_TEXT, REQUIRED,
	  "Tên giấy tờ|Giấy tờ|Thành phần hồ sơ|Tên", NULL },
	{ "kind", N_("Kind"), COL_WORD, REQUIRED, "Loại|Loại giấy tờ|Loại bản", paper_kinds },
	{ "copies", N_("Copies"), COL_INT, REQUIRED, "Số lượng|Số bản", NULL },
	{ "required", N_("Required"), COL_WORD, REQUIRED, "Bắt buộc|Bắt buộc nộp",
	  yes_no_words },
	COLUMNS_END,
};

const struct reg_reference paper_references[] = {
	{ "procedure", procedure_id },
	{ NULL, NULL },
};

const char *
check_paper(const struct value *values, const char **column)
{
	*column = "no";
	if (values[1].number < 1 || values[1].number > 999)
		return N_("must be 1 to 999");
	*column = "copies";
	return values[4].number >= 1 && values[4].number <= 99 ? NULL : N_("must be 1 to 99");
}
