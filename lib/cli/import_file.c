/* SPDX-License-Identifier: MIT */
#include "cli/import_file.h"

#include <signal.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/show.h"
#include "base/text.h"
#include "cli/complain.h"
#include "cli/import_plan.h"
#include "cli/operands.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/spool.h"
#include "cli/values.h"
#include "form/read/reader.h"
#include "office/core/import_headings.h"
#include "office/core/import_shape.h"

const struct column import_columns[] = {
	{ .key = "added", .heading = N_("Added"), .type = COL_INT },
	{ .key = "changed", .heading = N_("Changed"), .type = COL_INT },
	{ .key = "unchanged", .heading = N_("Unchanged"), .type = COL_INT },
	{ .key = "removed", .heading = N_("Removed"), .type = COL_INT },
	{ 0 },
};

#define NOTICE_COLUMNS 40 /* of a cell's text, as a notice shows it */

static volatile sig_atomic_t interrupted;

static void
on_interrupt(int signal)
{
	interrupted = signal;
}

/* Between the reader, which knows lines, and the import, which knows records. */
struct feed {
	struct reader_into into;
	struct import_listener listener;
	struct cli *cli;
	const char *file;
	struct import *import;
	int64_t promises; /* open promises that the calendar would now give otherwise */
	int64_t bookings; /* those that the calendar now hits */
	struct import_plan *plan; /* NULL: as usual */
	struct reader_how how;
	struct import_summary summary;
	struct progress progress;
	bool quiet;
};

#define FEED_OF(pointer, member)                                                         \
	((struct feed *)(void *)((char *)(pointer)-offsetof(struct feed, member)))

static enum status
tell_bad_line(struct import_listener *listener, long line, const char *column,
	      const char *why)
{
	struct feed *feed = FEED_OF(listener, listener);
	struct buf place = { 0 };
	char *said;

	buf_text(&place, feed->file);
	if (line) /* an entry has none */
		buf_print(&place, ":%ld", line);
	said = mem_print("%s: %s%s%s", place.text, column ? column : "",
			 column ? ": " : "", why);
	buf_free(&place);

	progress_clear(&feed->progress);
	cli_problem(feed->cli, said);
	free(said);
	return OK;
}

static enum status
tell_promise(struct import_listener *listener, const char *code, int64_t due,
	     int64_t would_be)
{
	struct feed *feed = FEED_OF(listener, listener);
	char from[SHOW_TEXT], to[SHOW_TEXT];

	feed->promises++;
	cli_note(feed->cli, _("%s: promised for %s, by the new days %s"), code,
		 show_moment(due, from), show_moment(would_be, to));
	return OK;
}

static enum status
tell_booking(struct import_listener *listener, const char *code, int64_t slot)
{
	struct feed *feed = FEED_OF(listener, listener);
	char room[SHOW_TEXT];

	feed->bookings++;
	cli_note(feed->cli, _("%s: is booked for %s, when nobody is there"), code,
		 show_moment(slot, room));
	return OK;
}

static enum status
tell_remark(struct import_listener *listener, const char *text)
{
	cli_note(FEED_OF(listener, listener)->cli, "%s", text);
	return OK;
}

/* COUNT cells were read otherwise than they stand; the first of them is told. */
static enum status
tell_notice(struct import_listener *listener, long line, const char *column,
	    const char *cell, const char *why, int64_t count)
{
	struct feed *feed = FEED_OF(listener, listener);
	size_t width, n = text_cut(cell, NOTICE_COLUMNS, &width);
	struct buf more = { 0 };

	buf_text(&more, "");
	if (count > 1)
		buf_print(&more, _(" (%lld in all)"), (long long)count);
	progress_clear(&feed->progress);
	cli_note(feed->cli, "%s:%ld: %s%s'%.*s%s' %s%s", feed->file, line,
		 column ? column : "", column ? ": " : "", (int)n, cell,
		 cell[n] ? "…" : "", why, more.text);
	buf_free(&more);
	return OK;
}

static enum status
keep_heading(struct import_listener *listener, const char *heading,
	     const struct column *column)
{
	summary_heading(&FEED_OF(listener, listener)->summary, heading, column);
	return OK;
}

static enum status
keep_sample(struct import_listener *listener, long line, const struct column *columns,
	    const struct value *values)
{
	summary_row(&FEED_OF(listener, listener)->summary, line, columns, values);
	return OK;
}

static enum status
feed_headings(struct reader_into *into, long line, size_t count,
	      const char *const *headings)
{
	struct feed *feed = FEED_OF(into, into);

	return import_headings(feed->import, line, feed->how.separator, count, headings);
}

static enum status
tell_interrupt(const struct feed *feed)
{
	int64_t kept = import_kept(feed->import);

	if (kept)
		return fail(UNAVAILABLE, _("interrupted; rows that were kept: %lld"),
			    (long long)kept);
	return fail(UNAVAILABLE, _("interrupted; nothing was imported"));
}

static enum status
feed_row(struct reader_into *into, const struct reader_row *row)
{
	struct feed *feed = FEED_OF(into, into);

	if (interrupted)
		return tell_interrupt(feed);
	progress_row(&feed->progress);
	return import_row(feed->import, row->line, row->cells);
}

static enum status
feed_trouble(struct reader_into *into, long line, const char *column, const char *why)
{
	return import_bad(FEED_OF(into, into)->import, line, column, why);
}

static bool
feed_can_head(struct reader_into *into, const struct reader_row *row)
{
	return import_can_head(FEED_OF(into, into)->import, row->count, row->cells);
}

static enum status
feed_aside(struct reader_into *into, const struct reader_row *row, bool above,
	   bool *passed)
{
	return import_aside(FEED_OF(into, into)->import, row->line, row->count,
			    row->cells, above, passed);
}

/* A signal that was ignored stays ignored, as for a script's job in the background. */
static void
catch_signal(int signal, const struct sigaction *action, struct sigaction *before)
{
	sigaction(signal, NULL, before);
	if (before->sa_handler != SIG_IGN)
		sigaction(signal, action, NULL);
}

static void
catch_signals(struct sigaction before[static 2])
{
	struct sigaction stop = { .sa_handler = on_interrupt };

	interrupted = 0;
	catch_signal(SIGINT, &stop, &before[0]);
	catch_signal(SIGTERM, &stop, &before[1]);
}

static void
let_signals_go(const struct sigaction before[static 2])
{
	sigaction(SIGINT, &before[0], NULL);
	sigaction(SIGTERM, &before[1], NULL);
}

/* Read what comes through a pipe to its end first, so that nobody is kept from the store
 * meanwhile. */
static enum status
read_ahead(struct feed *feed, FILE **in)
{
	struct sigaction before[2];
	enum status st;

	catch_signals(before);
	st = cli_spool(feed->cli, in, feed->file);
	if (interrupted)
		st = fail(UNAVAILABLE, _("interrupted; nothing was imported"));
	let_signals_go(before);
	return st;
}

static enum status
read_all(struct feed *feed, FILE *in, struct import_result *result)
{
	struct sigaction before[2];
	enum status st;

	catch_signals(before);
	progress_begin(&feed->progress, in, feed->quiet);
	st = feed->plan ? import_follow(feed->import, feed->plan) : OK;
	if (!st)
		st = reader_read(in, &feed->how, &feed->into);
	if (interrupted && !st) /* the end of a terminal's input, say */
		st = tell_interrupt(feed);
	progress_clear(&feed->progress);
	st = import_end(feed->import, st, feed->file, result);
	let_signals_go(before);
	return st;
}

static void
tell_hit(const struct feed *feed)
{
	if (feed->bookings)
		cli_note(feed->cli,
			 _("bookings for which nobody is there: %lld; none was cancelled "
			   "(osq-ticket cancel CODE)"),
			 (long long)feed->bookings);
	if (feed->promises)
		cli_note(feed->cli,
			 _("open promises that would be others: %lld; none was moved "
			   "(osq-admin promises --move)"),
			 (long long)feed->promises);
}

static enum status
import_into(struct feed *feed, const char *file, import_starter *start, void *ctx,
	    struct import_result *result)
{
	struct cli *cli = feed->cli;
	FILE *in;
	enum status st;

	if ((st = cli_open_file(file, &in, &feed->file)))
		return st;
	if (feed->plan)
		feed->plan->file = feed->file;
	if (!(st = read_ahead(feed, &in)) &&
	    !(st = start(&cli->office, ctx, &feed->listener, &feed->import)))
		st = read_all(feed, in, result);
	if (in != stdin)
		fclose(in);
	if (!st)
		tell_hit(feed);
	if (st && interrupted) { /* die of the signal, so that a script's loop ends too */
		cli_complain(cli, st);
		store_close(cli->office.store);
		cli->office.store = NULL;
		signal(interrupted, SIG_DFL);
		raise(interrupted);
	}
	return st;
}

enum status
cli_import_file(struct cli *cli, const char *file, import_starter *start, void *ctx,
		struct import_result *result)
{
	struct feed feed = { .into = { feed_headings, feed_row, feed_trouble,
				       feed_can_head, feed_aside },
			     .listener = { .bad_line = tell_bad_line,
					   .promise = tell_promise,
					   .booking = tell_booking,
					   .remark = tell_remark,
					   .notice = tell_notice },
			     .cli = cli,
			     .quiet = true };

	return import_into(&feed, file, start, ctx, result);
}

static enum status
print_result(struct cli *cli, const struct import_result *r)
{
	struct sink *sink;
	enum status st;

	if (output_is_asked(cli)) {
		const struct value row[] = { value_int(r->added), value_int(r->changed),
					     value_int(r->unchanged),
					     value_int(r->removed) };

		st = output_record(cli, import_columns, &sink);
		return st ? st : sink->row(sink, row);
	}
	printf(_("%lld added, %lld changed, %lld unchanged"), (long long)r->added,
	       (long long)r->changed, (long long)r->unchanged);
	if (r->removed)
		printf(_(", %lld removed"), (long long)r->removed);
	putchar('\n');
	return OK;
}

enum status
cli_import(struct cli *cli, const char *file, import_starter *start, void *ctx,
	   int64_t batch)
{
	const bool told = cli->office.act.dry_run && !output_is_asked(cli);
	struct import_plan plan = { .batch = batch, .samples = told ? 3 : 0 };
	struct import_result result = { 0 };
	struct feed feed = { .into = { feed_headings, feed_row, feed_trouble,
				       feed_can_head, feed_aside },
			     .listener = { .bad_line = tell_bad_line,
					   .promise = tell_promise,
					   .booking = tell_booking,
					   .remark = tell_remark,
					   .notice = tell_notice,
					   .heading = keep_heading,
					   .sample = keep_sample },
			     .cli = cli,
			     .plan = &plan,
			     .how = { .encoding = cli_value(cli, "encoding") },
			     .quiet = cli_value(cli, "quiet") != NULL };
	enum status st = plan_read(cli, &plan);

	if (!st)
		st = import_into(&feed, file, start, ctx, &result);
	if (told && feed.summary.headings.length)
		summary_end(&feed.summary, feed.how.found, feed.how.separator);
	plan_free(&plan);
	/* With batches the good ones were kept, whatever the bad lines were. */
	if (st && !(st == BAD_DATA && result.kept))
		return st;
	return worse(st, print_result(cli, &result));
}

enum status
cli_import_entry(struct cli *cli, const char *name, import_starter *start, void *ctx,
		 const struct import_entry *entry)
{
	struct feed feed = { .listener = { .bad_line = tell_bad_line,
					   .promise = tell_promise,
					   .booking = tell_booking },
			     .cli = cli,
			     .file = name,
			     .quiet = true };
	struct import_result result = { 0 };
	enum status st = start(&cli->office, ctx, &feed.listener, &feed.import);

	if (st)
		return st;
	if (entry &&
	    !(st = import_headings(feed.import, 0, '\0', entry->count, entry->headings)))
		st = import_row(feed.import, 0, entry->cells);
	if ((st = import_end(feed.import, st, name, &result)))
		return st;
	tell_hit(&feed);
	return print_result(cli, &result);
}
