/* SPDX-License-Identifier: MIT */
/* osq-report - the figures of the office, for a day or a period.  See osq-report(1). */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/language.h"
#include "base/mem.h"
#include "base/show.h"
#include "cli/command.h"
#include "cli/complain.h"
#include "cli/main.h"
#include "cli/output.h"
#include "cli/sections.h"
#include "cli/values.h"
#include "office/core/setting.h"
#include "office/report/figures.h"
#include "office/report/report.h"

static const struct cli_option options[] = {
	DAYS_OPTIONS(N_("of this day (default: today)")),
	{ .name = "period",
	  .argument = "PERIOD",
	  .help = N_("2026-11, 2026-Q3, 2026-H1, 2026-9M or 2026") },
	{ .name = "calendar",
	  .help = N_("the calendar's month, quarter or year, not the reported one") },
	{ .name = "agency",
	  .argument = "WORDS",
	  .help = N_("dossiers that this agency decides, not this office") },
	{ .name = "section",
	  .argument = "KEY",
	  .help = N_("only this section"),
	  .suggest = "@sections" },
	{ .name = "lang",
	  .argument = "LANGUAGE",
	  .help = N_("in this language (default: the office's setting)"),
	  .words = language_words },
	{ 0 },
};

/* The period from --day, --from and --to, or --period. */
static enum status
read_period(struct cli *cli, struct period *period)
{
	const char *name = cli_value(cli, "period");
	enum status st;

	period->from = period->to = day_of(cli->office.now);
	if (name &&
	    (cli_value(cli, "day") || cli_value(cli, "from") || cli_value(cli, "to")))
		return cli_usage(cli, _("--period goes with no other day"));
	if (name)
		return period_read(name, cli_value(cli, "calendar") != NULL, period);
	if (cli_value(cli, "calendar"))
		return cli_usage(cli, _("--calendar goes with --period"));
	if (cli_value(cli, "to") && !cli_value(cli, "from"))
		return cli_usage(cli, _("--from is missing"));
	if ((st = cli_days(cli, period)))
		return st;
	if (period->to == DAY_LAST) /* --from alone: until today */
		period->to = day_of(cli->office.now);
	return period->to < period->from ? cli_usage(cli, _("--to is before --from")) :
					   OK;
}

/* The texts around the figures.  Names are those in force on the period's last day. */
struct frame {
	struct buf authority, agency, agency_said, receiver, place, left, right;
	char *number, *receiving, *place_date, *period;
	const char *name; /* of the period: "2026-Q3"; or NULL */
};

static enum status
read_frame(struct office *office, int day, struct frame *f)
{
	enum status st;

	if ((st = setting_get(office, "authority", day, &f->authority)) ||
	    (st = setting_get(office, "agency_name", day, &f->agency)) ||
	    (st = setting_agency_said(office, day, &f->agency_said)) ||
	    (st = setting_get(office, "receiver", day, &f->receiver)) ||
	    (st = setting_get(office, "place", day, &f->place)) ||
	    (st = setting_get(office, "signer_left", day, &f->left)))
		return st;
	return setting_get(office, "signer_right", day, &f->right);
}

/* "06/11/2023" */
static char *
people_day(int day)
{
	int y, m, d;

	day_to_ymd(day, &y, &m, &d);
	return mem_print("%02d/%02d/%04d", d, m, y);
}

/* "tháng 11 năm 2026", of a period called NAME as period_read() takes it. */
static char *
word_period(const char *name)
{
	const char *part = name + 4;
	const int year = atoi(name);

	if (!*part)
		return mem_print(_("the year %d"), year);
	if (part[1] == 'Q')
		return mem_print(_("quarter %c of %d"), part[2], year);
	if (part[1] == 'H')
		return mem_print(part[2] == '1' ? _("the first half of %d") :
						  _("the second half of %d"),
				 year);
	if (!strcmp(part, "-9M"))
		return mem_print(_("the first nine months of %d"), year);
	return mem_print(_("month %d of %d"), atoi(part + 1), year);
}

/* Add to the text *LINE what FORMAT makes of it and MORE. */
static void
add_words(char **line, const char *format, const char *more)
{
	char *whole = mem_print("%s%s%s", *line, format, more);

	free(*line);
	*line = whole;
}

/* What stands beside the days: that the period is not over, whose dossiers these are. */
static void
word_limits(struct cli *cli, const struct period *period, struct frame *f)
{
	const int64_t now = cli->office.now;
	const int second = second_of_day(now);
	char *day, *moment;

	if (period->to >= day_of(now)) {
		day = people_day(day_of(now));
		moment = mem_print(_("figures up to %02d:%02d, %s"), second / 3600,
				   second / 60 % 60, day);
		add_words(&f->period, "; ", moment);
		free(moment);
		free(day);
	}
	if (cli->office.agency) {
		add_words(&f->period, "; ", _("decided by"));
		add_words(&f->period, " ", cli->office.agency);
	}
}

/* The official form also says of which period it is, and who reports to whom. */
static void
word_form(const struct report *report, struct frame *f)
{
	char *period, *whole;

	f->number = mem_print(_("Form No. %s"), report->number);
	if (f->name) {
		period = word_period(f->name);
		whole = mem_print(_("Reported period: %s. %s"), period, f->period);
		free(period);
		free(f->period);
		f->period = whole;
	}
	if (f->agency_said.length && f->receiving) {
		whole = mem_print(_("Reporting agency: %s. %s"), f->agency_said.text,
				  f->receiving);
		free(f->receiving);
		f->receiving = whole;
	}
}

static void
word_frame(const struct report *report, const struct period *period, int today,
	   struct frame *f)
{
	char *from = people_day(period->from), *to = people_day(period->to);
	char date[SHOW_TEXT];

	show_long_day(today, date);
	f->period = period->from == period->to ? mem_print(_("Day %s"), from) :
						 mem_print(_("From %s to %s"), from, to);
	if (f->receiver.length)
		f->receiving = mem_print(_("Receiving agency: %s"), f->receiver.text);
	if (report->number)
		word_form(report, f);
	f->place_date = f->place.length ? mem_print("%s, %s", f->place.text, date) :
					  mem_print(_("Date: %s"), date);
	free(from);
	free(to);
}

static void
free_frame(struct frame *f)
{
	buf_free(&f->authority);
	buf_free(&f->agency);
	buf_free(&f->agency_said);
	buf_free(&f->receiver);
	buf_free(&f->place);
	buf_free(&f->left);
	buf_free(&f->right);
	free(f->number);
	free(f->receiving);
	free(f->place_date);
	free(f->period);
}

static enum status
choose_language(struct cli *cli)
{
	const char *lang = cli_value(cli, "lang");
	struct buf set = { 0 };
	enum status st;

	st = setting_get(&cli->office, "report_language", day_of(cli->office.now), &set);
	if (!st)
		intl_use(lang ? lang : set.text);
	buf_free(&set);
	return st;
}

/* The sections asked for: all, or the one that --section names. */
static enum status
send_sections(struct cli *cli, const struct report *report, const struct period *period)
{
	const char *only = cli_value(cli, "section");
	const struct report_section *section;
	enum status st = OK;

	for (section = report->sections; section->key && !st; section++)
		if (!only || !strcmp(section->key, only))
			st = cli_section(cli, section, period);
	return st;
}

static enum status
document_kind(struct cli *cli, const struct report *report, enum document_kind *kind)
{
	const char *only = cli_value(cli, "section");
	const struct report_section *section = report->sections;

	*kind = DOCUMENT_SECTIONS;
	if (!only && report->sections[1].key)
		return cli->columns ? cli_usage(cli, _("--columns needs one --section")) :
				      OK;
	while (only && section->key && strcmp(section->key, only) != 0)
		section++;
	if (!section->key)
		return cli_usage(cli, _("--section: there is no '%s'"), only);
	*kind = section->record ? DOCUMENT_RECORD : DOCUMENT_LIST;
	return OK;
}

static enum status
write_sections(struct cli *cli, const struct report *report, const struct period *period,
	       enum document_kind kind, struct frame *f)
{
	struct document document = { .kind = kind,
				     .title = _(report->title),
				     .sheet = _(report->sheet),
				     .apart = report->apart,
				     .one_page = report->one_page,
				     .authority = f->authority.text,
				     .agency = f->agency.text,
				     .period = f->period,
				     .number = f->number,
				     .receiver = f->receiving,
				     .unit = report->unit ? _(report->unit) : NULL,
				     .place_date = f->place_date,
				     .left_signer = f->left.text,
				     .right_signer = f->right.text,
				     .official = true };
	enum status st = output_open(cli, &document);

	if (st)
		return st;
	if (!(st = store_map(cli->office.store)))
		st = send_sections(cli, report, period);
	figures_forget(&cli->office);
	return output_close(cli, st);
}

static enum status
run_report(struct cli *cli)
{
	const struct report *report = report_find(cli->verb->name);
	struct frame frame = { 0 };
	struct period period;
	enum document_kind kind = DOCUMENT_SECTIONS;
	enum status st;

	/* Errors in the options are reported in the user's language, before the report's
	 * is set. */
	if ((st = read_period(cli, &period)) ||
	    (st = document_kind(cli, report, &kind)) ||
	    (st = cli_text(cli, "agency", &cli->office.agency)) ||
	    (st = choose_language(cli)))
		return st;
	frame.name = cli_value(cli, "period");
	if (!(st = read_frame(&cli->office, period.to, &frame))) {
		word_frame(report, &period, day_of(cli->office.now), &frame);
		word_limits(cli, &period, &frame);
		st = write_sections(cli, report, &period, kind, &frame);
	}
	free_frame(&frame);
	if (!st && cli->xlsx)
		st = output_label(cli, "xlsx", cli->xlsx);
	return st;
}

int
main(int argc, char **argv)
{
	static struct cli_verb verbs[REPORT_COUNT + 1];
	static const struct cli_command command = {
		.name = "osq-report",
		.about = N_("The figures of the office, for a day or a period."),
		.verbs = verbs
	};
	size_t i;

	for (i = 0; i < REPORT_COUNT; i++)
		verbs[i] = (struct cli_verb){ .name = reports[i]->name,
					      .operands = "",
					      .help = reports[i]->about,
					      .need = NEEDS_READ,
					      .roles = ROLE_HEAD | ROLE_AUDITOR,
					      .options = options,
					      .columns = reports[i]->columns,
					      .run = run_report };
	return cli_main(&command, argc, argv);
}
