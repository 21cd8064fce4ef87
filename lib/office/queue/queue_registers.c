/* SPDX-License-Identifier: MIT */
#include "office/queue/queue_registers.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/queue/issuing.h"
#include "office/rules/policy.h"
#include "office/rules/workday.h"

static const struct column service_columns[] = {
	{ .key = "code",
	  .heading = N_("Service code"),
	  .type = COL_TEXT,
	  .most = CODE_MOST,
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
	  .words = policy_words,
	  .aliases = "Cách gọi" },
	{ .key = "age_limit",
	  .heading = N_("Age limit (minutes)"),
	  .type = COL_INT,
	  .least = 0,
	  .most = 999,
	  .aliases = "Chờ quá (phút)" },
	{ .key = "wait_target",
	  .heading = N_("Wait target (minutes)"),
	  .type = COL_INT,
	  .least = 1,
	  .most = 999,
	  .aliases = "Chờ tối đa (phút)" },
	{ .key = "issue_hours",
	  .heading = N_("Hours of issuing"),
	  .type = COL_TEXT,
	  .aliases = "Giờ phát số" },
	{ .key = "quota",
	  .heading = N_("Numbers a day"),
	  .type = COL_INT,
	  .least = 1,
	  .most = 99999,
	  .aliases = "Số lượng mỗi ngày" },
	{ .key = "slot_minutes",
	  .heading = N_("Slot (minutes)"),
	  .type = COL_INT,
	  .least = 1,
	  .most = 720,
	  .aliases = "Khung giờ hẹn (phút)" },
	{ .key = "slot_capacity",
	  .heading = N_("People a slot"),
	  .type = COL_INT,
	  .least = 1,
	  .most = 999,
	  .aliases = "Số người mỗi khung" },
	{ .key = "one_number_each",
	  .heading = N_("One number each"),
	  .type = COL_WORD,
	  .aliases = "Mỗi người một số",
	  .words = yes_no },
	{ .key = "name_en",
	  .heading = N_("Name in English"),
	  .type = COL_TEXT,
	  .aliases = "Tên tiếng Anh" },
	UNTIL_COLUMN,
	{ 0 },
};

/* Check how the service is called and how it gives out numbers. */
static const char *
check_service_rules(const struct value *values, const char **column)
{
	struct workday hours = { 0 };
	struct policy policy = { 0 };

	*column = "policy";
	if (values[3].kind == VALUE_TEXT && !policy_read(values[3].text, &policy))
		return N_("is none of the policies");
	*column = "issue_hours";
	if (values[6].kind == VALUE_TEXT && !issue_hours_read(values[6].text, &hours))
		return N_("must be spans such as 06:15-11:15 13:15-15:30");
	workday_free(&hours);
	return NULL;
}

/*
 * A prefix is one or two capital letters, so that a label is read as letters and digits.
 */
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

const struct reg service_register = {
	.kind = "services",
	.about = N_("what a citizen can draw a number for"),
	.columns = service_columns,
	.keys = 1,
	.unique = "prefix",
	LIST_AND_FIND(
		"code, prefix, name, policy, age_limit, wait_target, issue_hours, quota,"
		" slot_minutes, slot_capacity, one_number_each, name_en, until",
		"service", "code = :code", "prefix"),
	.named = "service",
	.put_sql =
		"INSERT INTO service (code, prefix, name, policy, age_limit, wait_target,"
		"                     issue_hours, quota, slot_minutes, slot_capacity,"
		"                     one_number_each, name_en, until)"
		" VALUES (:code, :prefix, :name, :policy, :age_limit, :wait_target,"
		"         :issue_hours, :quota, :slot_minutes, :slot_capacity,"
		"         :one_number_each, :name_en, :until)"
		" ON CONFLICT (code) DO UPDATE SET prefix = excluded.prefix,"
		"  name = excluded.name, policy = excluded.policy,"
		"  age_limit = excluded.age_limit, wait_target = excluded.wait_target,"
		"  issue_hours = excluded.issue_hours, quota = excluded.quota,"
		"  slot_minutes = excluded.slot_minutes,"
		"  slot_capacity = excluded.slot_capacity,"
		"  one_number_each = excluded.one_number_each,"
		"  name_en = excluded.name_en, until = excluded.until",
	.end_sql = "UPDATE service SET until = :until WHERE code = :code",
	.check = check_service,
	.bookings = true,
};

static const struct column counter_columns[] = {
	{ .key = "code",
	  .heading = N_("Counter"),
	  .type = COL_TEXT,
	  .most = CODE_MOST,
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
	{ .key = "name_en",
	  .heading = N_("Name in English"),
	  .type = COL_TEXT,
	  .aliases = "Tên tiếng Anh" },
	UNTIL_COLUMN,
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

/*
 * Split "civil:3", the service civil with the weight 3, at its colon.  0: no valid
 * weight.
 */
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

const struct reg counter_register = {
	.kind = "counters",
	.about = N_("the counters, and the services of each"),
	.columns = counter_columns,
	.keys = 1,
	LIST_AND_FIND("c.code AS code, c.name AS name,"
		      " (SELECT group_concat(code, ' ') FROM"
		      "   (SELECT s.code || CASE WHEN cs.weight <> 1"
		      "           THEN ':' || cs.weight ELSE '' END AS code"
		      "      FROM counter_service cs"
		      "      JOIN service s ON s.id = cs.service_id"
		      "     WHERE cs.counter_id = c.id ORDER BY s.prefix)) AS services,"
		      " c.name_en AS name_en, c.until AS until",
		      "counter c", "c.code = :code", "c.id"),
	.named = "counter",
	.put_sql = "INSERT INTO counter (code, name, name_en, until)"
		   " VALUES (:code, :name, :name_en, :until)"
		   " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		   "  name_en = excluded.name_en, until = excluded.until",
	.end_sql = "UPDATE counter SET until = :until WHERE code = :code",
	.after = put_counter_services,
};

static const struct column priority_columns[] = {
	{ .key = "code",
	  .heading = N_("Priority class"),
	  .type = COL_TEXT,
	  .most = CODE_MOST,
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
	  .least = 0,
	  .most = 1000,
	  .flags = REQUIRED,
	  .aliases = "Trọng số|Mức ưu tiên" },
	{ 0 },
};

const struct reg priority_register = {
	.kind = "priorities",
	.about = N_("classes of people who are called first"),
	.columns = priority_columns,
	.keys = 1,
	LIST_AND_FIND("code, name, weight", "priority", "code = :code",
		      "weight DESC, code"),
	.put_sql = "INSERT INTO priority (code, name, weight)"
		   " VALUES (:code, :name, :weight)"
		   " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		   "  weight = excluded.weight",
};
