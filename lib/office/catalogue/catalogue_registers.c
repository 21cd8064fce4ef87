/* SPDX-License-Identifier: MIT */
#include "office/catalogue/catalogue_registers.h"

#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_columns.h"
#include "office/catalogue/procedure_import.h"

static enum status
list_procedures(struct office *office, struct sink *sink)
{
	return procedure_list(office, day_of(office->now), PROCEDURES_ENDED_TOO, sink);
}

static enum status
import_procedures(struct office *office, struct import_listener *listener,
		  struct import **import)
{
	/* The first catalogue of an office is taken to have held from the beginning. */
	return procedure_import(office, "0001-01-01", listener, import);
}

const struct reg procedure_register = {
	.kind = "procedures",
	.about = N_("the published catalogue of administrative procedures"),
	.columns = procedure_columns,
	.keys = 1,
	.list = list_procedures,
	.import = import_procedures,
};

static const struct column step_columns[] = {
	{ .key = "procedure",
	  .heading = N_("Procedure code"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã TTHC|Mã thủ tục|Thủ tục|Mã" },
	{ .key = "step",
	  .heading = N_("Step"),
	  .type = COL_INT,
	  .least = 1,
	  .most = 999,
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
	  .least = 1,
	  .most = TIME_LIMIT_MOST,
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

static const struct reg_reference step_references[] = {
	{ .column = "procedure", .find = procedure_id },
	{ .column = "desk", .find = desk_id },
	{ .column = NULL },
};

/*
 * A step's share is counted in working time, so that waiting and holidays stop its clock.
 */
static const char *
check_step(const struct value *values, const char **column)
{
	const int unit = time_unit_read(values[5].text);

	*column = "time_unit";
	if (unit == UNIT_WORKING_DAY || unit == UNIT_WORKING_HOUR)
		return NULL;
	return N_("must be a unit of working time");
}

const struct reg step_register = {
	.kind = "steps",
	.about = N_("how procedures go through the desks, with the time of each"),
	.columns = step_columns,
	.keys = 2,
	.references = step_references,
	LIST_AND_FIND(
		"p.code AS procedure, s.step AS step, s.name AS name, d.code AS desk,"
		" s.time_limit AS time_limit, s.time_unit AS time_unit",
		"procedure_step s JOIN procedure p ON p.id = s.procedure_id"
		" JOIN desk d ON d.id = s.desk_id",
		"p.code = :procedure AND s.step = :step", "p.code, s.step"),
	.put_sql =
		"INSERT INTO procedure_step (procedure_id, step, name, desk_id,"
		"                            time_limit, time_unit)"
		" SELECT p.id, :step, :name, d.id, :time_limit, :time_unit"
		"  FROM procedure p, desk d WHERE p.code = :procedure AND d.code = :desk"
		" ON CONFLICT (procedure_id, step) DO UPDATE SET name = excluded.name,"
		"  desk_id = excluded.desk_id, time_limit = excluded.time_limit,"
		"  time_unit = excluded.time_unit",
	.check = check_step,
	.remove_sql = "DELETE FROM procedure_step WHERE step = :step AND procedure_id ="
		      " (SELECT id FROM procedure WHERE code = :procedure)",
	.within = 1,
};

static const struct column paper_columns[] = {
	{ .key = "procedure",
	  .heading = N_("Procedure code"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã TTHC|Mã thủ tục|Thủ tục|Mã" },
	{ .key = "no",
	  .heading = N_("No."),
	  .type = COL_INT,
	  .least = 1,
	  .most = PAPER_NO_MOST,
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
	  .least = 1,
	  .most = PAPER_COPIES_MOST,
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

static const struct reg_reference paper_references[] = {
	{ .column = "procedure", .find = procedure_id },
	{ .column = NULL },
};

const struct reg paper_register = {
	.kind = "papers",
	.about = N_("what must be handed in for procedures"),
	.columns = paper_columns,
	.keys = 2,
	.references = paper_references,
	LIST_AND_FIND("p.code AS procedure, a.no AS no, a.name AS name, a.kind AS kind,"
		      " a.copies AS copies, a.required AS required",
		      "procedure_paper a JOIN procedure p ON p.id = a.procedure_id",
		      "p.code = :procedure AND a.no = :no", "p.code, a.no"),
	.put_sql = "INSERT INTO procedure_paper (procedure_id, no, name, kind, copies,"
		   "                             required)"
		   " SELECT id, :no, :name, :kind, :copies, :required"
		   "  FROM procedure WHERE code = :procedure"
		   " ON CONFLICT (procedure_id, no) DO UPDATE SET name = excluded.name,"
		   "  kind = excluded.kind, copies = excluded.copies,"
		   "  required = excluded.required",
	.remove_sql = "DELETE FROM procedure_paper WHERE no = :no AND procedure_id ="
		      " (SELECT id FROM procedure WHERE code = :procedure)",
	.within = 1,
};
