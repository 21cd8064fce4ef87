/* SPDX-License-Identifier: MIT */
#include "office/core/office_registers.h"

#include <string.h>

#include "base/intl.h"
#include "base/moment.h"

static const struct column officer_columns[] = {
	{ .key = "code",
	  .heading = N_("Officer code"),
	  .type = COL_TEXT,
	  .most = CODE_MOST,
	  .flags = REQUIRED,
	  .aliases = "Mã công chức|Mã cán bộ|Mã" },
	{ .key = "name",
	  .heading = N_("Full name"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Họ và tên|Họ tên|Tên" },
	{ .key = "title",
	  .heading = N_("Title"),
	  .type = COL_TEXT,
	  .aliases = "Chức danh|Chức vụ" },
	{ .key = "phone",
	  .heading = N_("Telephone"),
	  .type = COL_TEXT,
	  .aliases = "Điện thoại|Số điện thoại|SĐT" },
	{ .key = "photo",
	  .heading = N_("Photo"),
	  .type = COL_TEXT,
	  .aliases = "Ảnh|Hình ảnh" },
	UNTIL_COLUMN,
	{ 0 },
};

const struct reg officer_register = {
	.kind = "officers",
	.about = N_("the officials at the counters"),
	.columns = officer_columns,
	.keys = 1,
	LIST_AND_FIND("code, name, title, phone, photo, until", "officer", "code = :code",
		      "code"),
	.named = "officer",
	.put_sql = "INSERT INTO officer (code, name, title, phone, photo, until)"
		   " VALUES (:code, :name, :title, :phone, :photo, :until)"
		   " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		   "  title = excluded.title, phone = excluded.phone,"
		   "  photo = excluded.photo, until = excluded.until",
	.end_sql = "UPDATE officer SET until = :until WHERE code = :code",
};

static const struct word holiday_kinds[] = {
	{ "off", "nghỉ" },
	{ "work", "làm việc|làm bù" },
	{ "notice", "thông báo|có thông báo" },
	{ 0 },
};

static const struct column holiday_columns[] = {
	{ .key = "date",
	  .heading = N_("Day"),
	  .type = COL_DAY,
	  .flags = REQUIRED,
	  .aliases = "Ngày" },
	{ .key = "kind",
	  .heading = N_("Kind"),
	  .type = COL_WORD,
	  .flags = REQUIRED,
	  .aliases = "Loại",
	  .words = holiday_kinds },
	{ .key = "name",
	  .heading = N_("Name"),
	  .type = COL_TEXT,
	  .aliases = "Tên|Tên ngày nghỉ|Ghi chú" },
	{ 0 },
};

/* A notice may stand on a day that is off. */
static const char *
holiday_besides(const struct value *values)
{
	return !strcmp(values[1].text, "notice") ? "notice" : NULL;
}

const struct reg holiday_register = {
	.kind = "holidays",
	.about = N_("public holidays, and days worked in their place"),
	.columns = holiday_columns,
	.keys = 1,
	.key_besides = holiday_besides,
	LIST_AND_FIND("date, kind, name", "holiday",
		      "date = :date AND (kind = 'notice') = (:kind = 'notice')",
		      "date, kind"),
	.put_sql = "INSERT INTO holiday (date, kind, name) VALUES (:date, :kind, :name)"
		   " ON CONFLICT (date, kind = 'notice') DO UPDATE SET"
		   "  kind = excluded.kind, name = excluded.name",
	.promises = true,
	.bookings = true,
};

static const struct column target_columns[] = {
	{ .key = "code",
	  .heading = N_("Target code"),
	  .type = COL_TEXT,
	  .most = CODE_MOST,
	  .flags = REQUIRED,
	  .aliases = "Mã chỉ tiêu|Mã" },
	{ .key = "name",
	  .heading = N_("Target"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Chỉ tiêu|Tên chỉ tiêu|Tên" },
	{ .key = "unit",
	  .heading = NC_("target", "Unit"),
	  .type = COL_TEXT,
	  .aliases = "Đơn vị|Đơn vị tính" },
	{ .key = "target",
	  .heading = N_("Planned"),
	  .type = COL_REAL,
	  .flags = REQUIRED,
	  .aliases = "Kế hoạch|Mục tiêu" },
	{ .key = "actual",
	  .heading = N_("Reached"),
	  .type = COL_REAL,
	  .aliases = "Thực hiện|Đạt" },
	{ .key = "note", .heading = N_("Note"), .type = COL_TEXT, .aliases = "Ghi chú" },
	{ 0 },
};

const struct reg target_register = {
	.kind = "targets",
	.about = N_("targets of reform and digital transformation"),
	.columns = target_columns,
	.keys = 1,
	LIST_AND_FIND("code, name, unit, target, actual, note", "target", "code = :code",
		      "code"),
	.put_sql = "INSERT INTO target (code, name, unit, target, actual, note)"
		   " VALUES (:code, :name, :unit, :target, :actual, :note)"
		   " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		   "  unit = excluded.unit, target = excluded.target,"
		   "  actual = excluded.actual, note = excluded.note",
};
