/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/queue/intake.h"
#include "office/registers/registers.h"
#include "office/rules/calendar.h"
#include "office/rules/policy.h"

/* The entries of the table of registers; the mechanism is in register.c. */

static const struct word holiday_kinds[] = {
	{ "off", "nghỉ" },
	{ "work", "làm việc|làm bù" },
	{ 0 },
};

static const struct column service_columns[] = {
	{ .key = "code",
	  .heading = N_("Service code"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã dịch vụ|Mã" },
	{ .key = "prefix",
	  .heading = N_("Prefix"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Ký hiệu|Chữ đầu" },
	{ .key = "name",
	  .heading = N_("Service"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Tên dịch vụ|Dịch vụ|Tên" },
	{ .key = "policy",
	  .heading = N_("Policy"),
	  .type = COL_TEXT,
	  .aliases = "Cách gọi" },
	{ .key = "age_limit",
	  .heading = N_("Age limit (minutes)"),
	  .type = COL_INT,
	  .aliases = "Chờ quá (phút)" },
	{ .key = "wait_target",
	  .heading = N_("Wait target (minutes)"),
	  .type = COL_INT,
	  .aliases = "Chờ tối đa (phút)" },
	{ .key = "issue_hours",
	  .heading = N_("Hours of issuing"),
	  .type = COL_TEXT,
	  .aliases = "Giờ phát số" },
	{ .key = "quota",
	  .heading = N_("Numbers a day"),
	  .type = COL_INT,
	  .aliases = "Số lượng mỗi ngày" },
	{ .key = "slot_minutes",
	  .heading = N_("Slot (minutes)"),
	  .type = COL_INT,
	  .aliases = "Khung giờ hẹn (phút)" },
	{ .key = "slot_capacity",
	  .heading = N_("People a slot"),
	  .type = COL_INT,
	  .aliases = "Số người mỗi khung" },
	{ 0 },
};

/* Empty, or LEAST to MOST. */
static bool
fits(const struct value *value, int64_t least, int64_t most)
{
	return value->kind != VALUE_INT ||
	       (value->number >= least && value->number <= most);
}

/* How the service is called and given out. */
static const char *
check_service_rules(const struct value *values, const char **column)
{
	struct workday hours = { 0 };
	struct policy policy = { 0 };

	*column = "policy";
	if (values[3].kind == VALUE_TEXT && !policy_read(values[3].text, &policy))
		return N_("must be fifo, priority, ratio N:M or ratio N:M across");
	*column = "age_limit";
	if (!fits(&values[4], 0, 999))
		return N_("must be 0 to 999");
	*column = "wait_target";
	if (!fits(&values[5], 1, 999))
		return N_("must be 1 to 999");
	*column = "issue_hours";
	if (values[6].kind == VALUE_TEXT && !issue_hours_read(values[6].text, &hours))
		return N_("must be spans such as 06:15-11:15 13:15-15:30");
	workday_free(&hours);
	*column = "quota";
	if (!fits(&values[7], 1, 99999))
		return N_("must be 1 to 99999");
	*column = "slot_minutes";
	if (!fits(&values[8], 1, 720))
		return N_("must be 1 to 720");
	*column = "slot_capacity";
	return fits(&values[9], 1, 999) ? NULL : N_("must be 1 to 999");
}

/* One or two capital letters: a ticket is letters and digits, and reads so. */
static const char *
check_service(const struct value *values, const char **column)
{
	const char *prefix = values[1].text;
	size_t n = strlen(prefix);

	*column = "prefix";
	if (n < 1 || n > 2 || strspn(prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != n)
		return N_("must be one or two letters A to Z");
	*column = "code";
	if (strpbrk(values[0].text, " \t:"))
		return N_("must have no blanks and no colon");
	return check_service_rules(values, column);
}

static const struct column counter_columns[] = {
	{ .key = "code",
	  .heading = N_("Counter"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã quầy|Quầy số|Quầy|Mã" },
	{ .key = "name",
	  .heading = N_("Name"),
	  .type = COL_TEXT,
	  .aliases = "Tên quầy|Tên" },
	{ .key = "services",
	  .heading = N_("Services"),
	  .type = COL_TEXT,
	  .aliases = "Dịch vụ|Các dịch vụ" },
	{ 0 },
};

static const char drop_services_sql[] =
	"DELETE FROM counter_service"
	" WHERE counter_id = (SELECT id FROM counter WHERE code = :code)";

static const char add_service_sql[] =
	"INSERT INTO counter_service (counter_id, service_id, weight)"
	" SELECT c.id, s.id, :weight FROM counter c, service s"
	"  WHERE c.code = :code AND s.code = :service"
	" ON CONFLICT DO NOTHING";

/* "civil:3" is the service civil with the weight 3: cut at the colon.  0: no weight. */
static int
cut_weight(char *service)
{
	char *colon = strchr(service, ':'), *end;
	long weight;

	if (!colon)
		return 1;
	*colon = '\0';
	weight = strtol(colon + 1, &end, 10);
	return end > colon + 1 && !*end && weight >= 1 && weight <= 99 ? (int)weight : 0;
}

static enum status
put_counter_services(struct import *import, const struct value *values)
{
	struct office *office = import_office(import);
	char *list = mem_text(values[2].kind == VALUE_TEXT ? values[2].text : "");
	char *rest = list, *service;
	struct query drop, add;
	enum status st;

	query_open(&drop, office->store, drop_services_sql);
	query_text(&drop, ":code", values[0].text);
	query_run(&drop);
	st = query_close(&drop);
	query_open(&add, office->store, add_service_sql);
	while (!st && (service = strsep(&rest, " \t\n,;"))) {
		int64_t id;
		int weight;

		if (!*service)
			continue;
		if (!(weight = cut_weight(service))) {
			st = import_refuse(import, "services",
					   _("a weight must be 1 to 99"));
			continue;
		}
		if (service_id(office, service, &id) == NO) {
			st = import_refuse(import, "services", error_message());
			continue;
		}
		query_text(&add, ":code", values[0].text);
		query_text(&add, ":service", service);
		query_int(&add, ":weight", weight);
		st = query_run(&add);
	}
	if (query_close(&add) && !st)
		st = add.status;
	free(list);
	return st;
}

static const struct column officer_columns[] = {
	{ .key = "code",
	  .heading = N_("Officer code"),
	  .type = COL_TEXT,
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

static const struct column hours_columns[] = {
	{ .key = "weekday",
	  .heading = N_("Weekday (1 = Monday)"),
	  .type = COL_INT,
	  .flags = REQUIRED,
	  .aliases = "Thứ|Thứ (1 = thứ Hai)" },
	{ .key = "opens",
	  .heading = N_("Opens"),
	  .type = COL_CLOCK,
	  .flags = REQUIRED,
	  .aliases = "Mở cửa|Từ giờ" },
	{ .key = "closes",
	  .heading = N_("Closes"),
	  .type = COL_CLOCK,
	  .flags = REQUIRED,
	  .aliases = "Đóng cửa|Đến giờ" },
	{ .key = "counts",
	  .heading = N_("Counts for deadlines"),
	  .type = COL_WORD,
	  .flags = REQUIRED,
	  .aliases = "Tính thời hạn",
	  .words = yes_no },
	{ 0 },
};

static const char *
check_hours(const struct value *values, const char **column)
{
	*column = "weekday";
	if (values[0].number < 1 || values[0].number > 7)
		return N_("must be 1 (Monday) to 7 (Sunday)");
	*column = "closes";
	return clock_read(values[1].text) < clock_read(values[2].text) ?
		       NULL :
		       N_("must be later than opens");
}

static const char overlap_sql[] =
	"SELECT count(*) FROM hours a JOIN hours b ON b.weekday = a.weekday"
	" WHERE a.opens < b.opens AND a.closes > b.opens";

/* Asked once the old rows are gone: a new opening time may overlap an old one. */
static enum status
check_all_hours(struct import *import)
{
	int64_t overlaps = 0, spans = 0;
	enum status st = office_number(import_office(import), overlap_sql, NULL, NULL,
				       &overlaps);

	if (!st)
		st = office_number(import_office(import), "SELECT count(*) FROM hours",
				   NULL, NULL, &spans);
	if (!st && !spans)
		st = fail(BAD_DATA,
			  _("hours: the office would have none; nothing was imported"));
	if (!st && overlaps)
		st = fail(BAD_DATA,
			  _("hours: two spans of one weekday overlap; nothing was "
			    "imported"));
	return st;
}

static const struct column priority_columns[] = {
	{ .key = "code",
	  .heading = N_("Priority class"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã ưu tiên|Mã" },
	{ .key = "name",
	  .heading = N_("Name"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Đối tượng ưu tiên|Tên" },
	{ .key = "weight",
	  .heading = N_("Weight"),
	  .type = COL_INT,
	  .flags = REQUIRED,
	  .aliases = "Trọng số|Mức ưu tiên" },
	{ 0 },
};

static const char *
check_priority(const struct value *values, const char **column)
{
	*column = "weight";
	return values[2].number >= 0 && values[2].number <= 1000 ?
		       NULL :
		       N_("must be 0 to 1000");
}

static const struct column desk_columns[] = {
	{ .key = "code",
	  .heading = N_("Desk"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã bộ phận|Bộ phận|Mã" },
	{ .key = "name",
	  .heading = N_("Name"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Tên bộ phận|Tên" },
	{ .key = "agency",
	  .heading = N_("Agency"),
	  .type = COL_TEXT,
	  .aliases = "Cơ quan|Đơn vị" },
	{ 0 },
};

static const struct column target_columns[] = {
	{ .key = "code",
	  .heading = N_("Target code"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Mã chỉ tiêu|Mã" },
	{ .key = "name",
	  .heading = N_("Target"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Chỉ tiêu|Tên chỉ tiêu|Tên" },
	{ .key = "unit",
	  .heading = N_("Unit"),
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

/* A register's SELECT, all rows and the row of one key. */
#define LIST_AND_FIND(columns, from, where, order)                                       \
	.list_sql = "SELECT " columns " FROM " from " ORDER BY " order,                  \
	.find_sql = "SELECT " columns " FROM " from " WHERE " where

const struct reg registers[] = {
	{ .kind = "procedures",
	  .about = N_("the published catalogue of administrative procedures"),
	  .columns = procedure_columns,
	  .keys = 1,
	  .list = list_procedures,
	  .import = import_procedures },
	{ .kind = "services",
	  .about = N_("what a citizen can draw a number for"),
	  .columns = service_columns,
	  .keys = 1,
	  .unique = "prefix",
	  LIST_AND_FIND(
		  "code, prefix, name, policy, age_limit, wait_target, issue_hours, quota,"
		  " slot_minutes, slot_capacity",
		  "service", "code = :code", "prefix"),
	  .put_sql =
		  "INSERT INTO service (code, prefix, name, policy, age_limit, wait_target,"
		  "                     issue_hours, quota, slot_minutes, slot_capacity)"
		  " VALUES (:code, :prefix, :name, :policy, :age_limit, :wait_target,"
		  "         :issue_hours, :quota, :slot_minutes, :slot_capacity)"
		  " ON CONFLICT (code) DO UPDATE SET prefix = excluded.prefix,"
		  "  name = excluded.name, policy = excluded.policy,"
		  "  age_limit = excluded.age_limit, wait_target = excluded.wait_target,"
		  "  issue_hours = excluded.issue_hours, quota = excluded.quota,"
		  "  slot_minutes = excluded.slot_minutes,"
		  "  slot_capacity = excluded.slot_capacity",
	  .check = check_service },
	{ .kind = "counters",
	  .about = N_("the desks, and the services of each"),
	  .columns = counter_columns,
	  .keys = 1,
	  LIST_AND_FIND("c.code, c.name,"
			" (SELECT group_concat(code, ' ') FROM"
			"   (SELECT s.code || CASE WHEN cs.weight <> 1"
			"           THEN ':' || cs.weight ELSE '' END AS code"
			"      FROM counter_service cs"
			"      JOIN service s ON s.id = cs.service_id"
			"     WHERE cs.counter_id = c.id ORDER BY s.prefix))",
			"counter c", "c.code = :code", "c.id"),
	  .put_sql = "INSERT INTO counter (code, name) VALUES (:code, :name)"
		     " ON CONFLICT (code) DO UPDATE SET name = excluded.name",
	  .after = put_counter_services },
	{ .kind = "officers",
	  .about = N_("the officials at the counters"),
	  .columns = officer_columns,
	  .keys = 1,
	  LIST_AND_FIND("code, name, title, phone, photo", "officer", "code = :code",
			"code"),
	  .put_sql = "INSERT INTO officer (code, name, title, phone, photo)"
		     " VALUES (:code, :name, :title, :phone, :photo)"
		     " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		     "  title = excluded.title, phone = excluded.phone,"
		     "  photo = excluded.photo" },
	{ .kind = "holidays",
	  .about = N_("public holidays, and days worked in their place"),
	  .columns = holiday_columns,
	  .keys = 1,
	  LIST_AND_FIND("date, kind, name", "holiday", "date = :date", "date"),
	  .put_sql = "INSERT INTO holiday (date, kind, name) VALUES (:date, :kind, :name)"
		     " ON CONFLICT (date) DO UPDATE SET kind = excluded.kind,"
		     "  name = excluded.name",
	  .promises = true },
	{ .kind = "hours",
	  .about = N_("the week's open hours; importing replaces them all"),
	  .columns = hours_columns,
	  .keys = 2,
	  LIST_AND_FIND("weekday, opens, closes, counts", "hours",
			"weekday = :weekday AND opens = :opens", "weekday, opens"),
	  .put_sql =
		  "INSERT INTO hours (weekday, opens, closes, counts)"
		  " VALUES (:weekday, :opens, :closes, :counts)"
		  " ON CONFLICT (weekday, opens) DO UPDATE SET closes = excluded.closes,"
		  "  counts = excluded.counts",
	  .check = check_hours,
	  .remove_sql = "DELETE FROM hours WHERE weekday = :weekday AND opens = :opens",
	  .check_all = check_all_hours,
	  .promises = true },
	{ .kind = "priorities",
	  .about = N_("classes of people who are called first"),
	  .columns = priority_columns,
	  .keys = 1,
	  LIST_AND_FIND("code, name, weight", "priority", "code = :code",
			"weight DESC, code"),
	  .put_sql = "INSERT INTO priority (code, name, weight)"
		     " VALUES (:code, :name, :weight)"
		     " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		     "  weight = excluded.weight",
	  .check = check_priority },
	{ .kind = "desks",
	  .about = N_("where dossiers are worked on"),
	  .columns = desk_columns,
	  .keys = 1,
	  LIST_AND_FIND("code, name, agency", "desk", "code = :code", "code"),
	  .put_sql =
		  "INSERT INTO desk (code, name, agency) VALUES (:code, :name, :agency)"
		  " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		  "  agency = excluded.agency" },
	{ .kind = "steps",
	  .about = N_("how procedures go through the desks, with the time of each"),
	  .columns = step_columns,
	  .keys = 2,
	  .references = step_references,
	  LIST_AND_FIND("p.code, s.step, s.name, d.code, s.time_limit, s.time_unit",
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
	  .within = 1 },
	{ .kind = "papers",
	  .about = N_("what must be handed in for procedures"),
	  .columns = paper_columns,
	  .keys = 2,
	  .references = paper_references,
	  LIST_AND_FIND("p.code, a.no, a.name, a.kind, a.copies, a.required",
			"procedure_paper a JOIN procedure p ON p.id = a.procedure_id",
			"p.code = :procedure AND a.no = :no", "p.code, a.no"),
	  .put_sql = "INSERT INTO procedure_paper (procedure_id, no, name, kind, copies,"
		     "                             required)"
		     " SELECT id, :no, :name, :kind, :copies, :required"
		     "  FROM procedure WHERE code = :procedure"
		     " ON CONFLICT (procedure_id, no) DO UPDATE SET name = excluded.name,"
		     "  kind = excluded.kind, copies = excluded.copies,"
		     "  required = excluded.required",
	  .check = check_paper,
	  .remove_sql = "DELETE FROM procedure_paper WHERE no = :no AND procedure_id ="
			" (SELECT id FROM procedure WHERE code = :procedure)",
	  .within = 1 },
	{ .kind = "targets",
	  .about = N_("targets of reform and digital transformation"),
	  .columns = target_columns,
	  .keys = 1,
	  LIST_AND_FIND("code, name, unit, target, actual, note", "target",
			"code = :code", "code"),
	  .put_sql = "INSERT INTO target (code, name, unit, target, actual, note)"
		     " VALUES (:code, :name, :unit, :target, :actual, :note)"
		     " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		     "  unit = excluded.unit, target = excluded.target,"
		     "  actual = excluded.actual, note = excluded.note" },
	{ .kind = NULL },
};
