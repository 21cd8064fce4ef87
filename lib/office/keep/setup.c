/* SPDX-License-Identifier: MIT */
#include "office/keep/setup.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/setting.h"
#include "office/core/settings.h"
#include "office/core/worktime.h"

/* Promises of most procedures reach no further. */
#define DAYS_AHEAD 30

const struct column setup_columns[] = {
	{ .key = "lacks", .heading = N_("Lacks"), .type = COL_TEXT },
	{ .key = "detail", .heading = N_("Detail"), .type = COL_TEXT },
	{ .key = "needed", .heading = N_("Needed"), .type = COL_WORD, .words = yes_no },
	{ .key = "command", .heading = N_("Command"), .type = COL_TEXT },
	{ 0 },
};

static enum status
tell_need(struct sink *sink, const char *lacks, const char *detail, bool needed,
	  const char *command)
{
	const struct value row[] = { value_text(lacks), value_text(detail),
				     value_text(needed ? "yes" : "no"),
				     value_text(command) };

	return sink->row(sink, row);
}

/* What nobody else can know of an office; without an account no fee is transferred. */
static const struct {
	const char *key, *command;
	bool needed;
} wanted[] = {
	{ "agency", "osq-admin config agency CODE", true },
	{ "agency_name", "osq-admin config agency_name NAME", true },
	{ "bank_bin", "osq-admin config bank_bin NUMBER", false },
	{ "bank_account", "osq-admin config bank_account ACCOUNT", false },
	{ "bank_payee", "osq-admin config bank_payee NAME", false },
};

static enum status
list_settings(struct office *office, struct sink *sink)
{
	enum status st = OK;
	size_t i;

	for (i = 0; i < sizeof(wanted) / sizeof(*wanted) && !st; i++) {
		const struct setting *setting = setting_find(wanted[i].key);
		struct buf value = { 0 };

		st = setting_get(office, wanted[i].key, day_of(office->now), &value);
		if (!st && !strcmp(value.text, setting_usual(setting)))
			st = tell_need(sink, wanted[i].key, _(setting->about),
				       wanted[i].needed, wanted[i].command);
		buf_free(&value);
	}
	return st;
}

#define IN_FORCE " WHERE coalesce(until, :day) >= :day"

static const struct {
	const char *kind, *count_sql, *detail, *command;
} registers_wanted[] = {
	{ "hours", "SELECT count(*) FROM hours",
	  N_("the office has no working hours, so no due moment can be told"),
	  "osq-admin import hours FILE" },
	{ "procedures", "SELECT count(*) FROM procedure" IN_FORCE,
	  N_("no dossier can be received"), "osq-admin import procedures FILE" },
	{ "services", "SELECT count(*) FROM service" IN_FORCE,
	  N_("no number can be drawn"), "osq-admin import services FILE" },
	{ "officers", "SELECT count(*) FROM officer" IN_FORCE,
	  N_("nobody can open a counter"), "osq-admin set officers CODE name=NAME" },
};

static enum status
list_registers(struct office *office, struct sink *sink)
{
	char day[DAY_TEXT];
	enum status st = OK;
	int64_t count;
	size_t i;

	day_print(day_of(office->now), day);
	for (i = 0; i < sizeof(registers_wanted) / sizeof(*registers_wanted) && !st;
	     i++) {
		st = office_number(office, registers_wanted[i].count_sql,
				   strstr(registers_wanted[i].count_sql, ":day") ?
					   ":day" :
					   NULL,
				   day, &count);
		if (!st && !count)
			st = tell_need(sink, registers_wanted[i].kind,
				       _(registers_wanted[i].detail), true,
				       registers_wanted[i].command);
	}
	return st;
}

static const char unserved_sql[] =
	"SELECT code FROM service" IN_FORCE " AND id NOT IN"
	" (SELECT cs.service_id FROM counter_service cs JOIN counter ON id = cs.counter_id"
	"   AND coalesce(until, :day) >= :day) ORDER BY prefix";

static enum status
list_unserved(struct office *office, struct sink *sink)
{
	char day[DAY_TEXT];
	enum status st = OK;
	struct query q;

	query_open(&q, office->store, unserved_sql);
	query_text(&q, ":day", day_print(day_of(office->now), day));
	while (!st && query_row(&q)) {
		const char *service = query_col_given(&q, 0);
		char *detail = mem_print(_("no counter serves %s"), service);
		char *command = mem_print("osq-admin set counters CODE 'services=… %s'",
					  service);

		st = tell_need(sink, "counters", detail, true, command);
		free(detail);
		free(command);
	}
	return st ? (query_close(&q), st) : query_close(&q);
}

/* The year in which promises that are given now may end. */
static enum status
list_unsettled(struct office *office, struct sink *sink)
{
	const int64_t to = day_moment(day_of(office->now) + DAYS_AHEAD, 0);
	struct calendar *calendar = NULL;
	char *detail, *command;
	enum status st = calendar_load(office, &calendar);
	int year;

	if (!st && (year = calendar_unsettled(calendar, office->now, to))) {
		detail = mem_print(_("no notice of the days off of %d has come"), year);
		command = mem_print("osq-admin import holidays FILE --settles %d", year);
		st = tell_need(sink, "holidays", detail, true, command);
		free(detail);
		free(command);
	}
	calendar_free(calendar);
	return st;
}

enum status
setup_list(struct office *office, struct sink *sink)
{
	enum status st;

	if ((st = list_settings(office, sink)) || (st = list_registers(office, sink)) ||
	    (st = list_unserved(office, sink)))
		return st;
	return list_unsettled(office, sink);
}
