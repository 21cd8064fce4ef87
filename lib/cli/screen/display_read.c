/* SPDX-License-Identifier: MIT */
#include "cli/screen/display_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/session.h"
#include "form/common/cell.h"
#include "office/queue/ticket_told.h"
#include "office/report/board.h"
#include "office/report/report_dossiers.h"

/* More calls are read than shown, since a recalled number is shown once. */
#define CALLS_READ  15
#define CALLS_SHOWN 6

/* From the office's rows to what the screen shows. */
struct taking {
	struct sink sink;
	const struct column *columns;
	const struct value *values; /* of the row in hand */
	struct display *display;
	void (*take)(struct taking *taking);
	struct display_figures *figures;
};

static enum status
take_row(struct sink *sink, const struct value *values)
{
	struct taking *t = (struct taking *)sink;

	t->values = values;
	t->take(t);
	return OK;
}

static const struct value *
find_cell(const struct taking *t, const char *key)
{
	return &t->values[column_place(t->columns, key)];
}

static char *
read_text(const struct taking *t, const char *key)
{
	const struct value *value = find_cell(t, key);
	struct buf sound = { 0 };
	char *harmless = text_harmless(
		value->kind == VALUE_TEXT ? text_sound(value->text, &sound) : "");

	buf_free(&sound);
	return harmless;
}

static int64_t
read_number(const struct taking *t, const char *key, int64_t none)
{
	const struct value *value = find_cell(t, key);

	return value->kind == VALUE_INT ? value->number : none;
}

static bool
is_word(const struct taking *t, const char *key, const char *word)
{
	const struct value *value = find_cell(t, key);

	return value->kind == VALUE_TEXT && !strcmp(value->text, word);
}

static void
take_office(struct taking *t)
{
	t->display->office = read_text(t, "name");
	t->display->hotline = read_text(t, "hotline");
	t->display->notice = read_text(t, "notice");
	t->display->now = read_number(t, "at", 0);
}

static void
take_counter(struct taking *t)
{
	struct display *h = t->display;

	h->counters = mem_grow(h->counters,
			       (h->counter_count + 1) * sizeof(*h->counters));
	h->counters[h->counter_count++] = (struct display_counter){
		.code = read_text(t, "counter"),
		.name = read_text(t, "name"),
		.name_en = read_text(t, "name_en"),
		.officer = read_text(t, "officer"),
		.state = is_word(t, "state", "open")   ? DISPLAY_OPEN :
			 is_word(t, "state", "paused") ? DISPLAY_PAUSED :
							 DISPLAY_CLOSED,
		.ticket = read_text(t, "ticket"),
		.called = is_word(t, "status", "called"),
	};
}

static void
take_call(struct taking *t)
{
	struct display *h = t->display;
	char *ticket = read_text(t, "ticket");
	size_t i;

	for (i = 0; i < h->call_count && strcmp(h->calls[i].ticket, ticket) != 0; i++)
		;
	if (i < h->call_count || i == CALLS_SHOWN) {
		free(ticket);
		return;
	}
	h->calls = mem_grow(h->calls, (i + 1) * sizeof(*h->calls));
	h->calls[i] = (struct display_call){ .ticket = ticket,
					     .counter = read_text(t, "counter"),
					     .name = read_text(t, "counter_name"),
					     .name_en = read_text(t, "counter_name_en"),
					     .at = read_number(t, "called_at", 0) };
	h->call_count++;
}

static void
take_service(struct taking *t)
{
	struct display *h = t->display;

	h->services = mem_grow(h->services,
			       (h->service_count + 1) * sizeof(*h->services));
	h->services[h->service_count++] = (struct display_service){
		.prefix = read_text(t, "prefix"),
		.name = read_text(t, "name"),
		.name_en = read_text(t, "name_en"),
		.waiting = read_number(t, "waiting", 0),
		.open_counters = read_number(t, "open_counters", 0),
		.median = read_number(t, "wait_median", -1),
		.p90 = read_number(t, "wait_p90", -1)
	};
}

static void
take_figures(struct taking *t)
{
	struct display_figures *f = t->figures;

	day_read(find_cell(t, "from")->text, 0, &f->from);
	day_read(find_cell(t, "to")->text, 0, &f->to);
	f->received = read_number(t, "received_in_period", 0);
	f->finished = read_number(t, "finished", 0);
	f->early = read_number(t, "early", 0);
	f->on_time = read_number(t, "on_time", 0);
	f->overdue = read_number(t, "overdue", 0);
	f->late = read_number(t, "late", 0);
}

static enum status
take_all(struct office *office, const struct period *today, struct display *display)
{
#define TAKE(columns_, take_)                                                            \
	(t = (struct taking){ .sink = { take_row },                                      \
			      .columns = (columns_),                                     \
			      .display = display,                                        \
			      .take = (take_),                                           \
			      .figures = figures },                                      \
	 &t.sink)
	struct display_figures *figures = &display->today;
	struct taking t;
	enum status st;

	if ((st = board_office(office, today, TAKE(board_office_columns, take_office))) ||
	    (st = board_counters(office, today,
				 TAKE(board_counters_columns, take_counter))) ||
	    (st = board_calls(office, today, CALLS_READ,
			      TAKE(board_calls_columns, take_call))) ||
	    (st = board_services(office, today, TAKE(waiting_columns, take_service))) ||
	    (st = report_summary(office, today, TAKE(summary_columns, take_figures))))
		return st;
	figures = &display->period;
	return board_month(office, today, TAKE(summary_columns, take_figures));
#undef TAKE
}

enum status
display_read(struct cli *cli, struct display *display)
{
	struct office *office = &cli->office;
	struct period today;
	enum status st;

	office->now = office->act.at = office->act.entered_at = moment_now();
	today.from = today.to = day_of(office->now);
	if (!(st = cli_look(cli)))
		st = take_all(office, &today, display);
	cli_end_look(cli); /* the terminal that it is written to may be slow */
	return st;
}
