/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "form/screen/big.h"
#include "form/screen/display_block.h"

/* The newest call, and those before it. */

static bool
fits_large(const struct display *display, int width, enum big_size size)
{
	return display->call_count && big_can(display->calls[0].ticket) &&
	       big_width(display->calls[0].ticket, size) + 2 + 12 <= width;
}

static int
newest_wanted(const struct display *display, int width)
{
	return fits_large(display, width, BIG_HALF) ? big_rows(BIG_HALF) + 1 : 1;
}

static int
newest_large(const struct display *display, int width)
{
	return fits_large(display, width, BIG_FULL) ? big_rows(BIG_FULL) + 2 : 0;
}

/* What stands beside the large number, row by row. */
static void
newest_beside(struct pane *pane, const struct display_call *call, int row, int rows)
{
	char clock[8], *label = display_counter_label(call->counter);
	char *arrow = mem_print("→ %s", label);

	pane_put(pane, PANE_CALL, "  ", 2, false);
	if (row == rows / 2 - 1)
		pane_put(pane, PANE_CALL, arrow, pane->room, false);
	else if (row == rows / 2)
		pane_put(pane, PANE_CALL, display_name(call->name, call->name_en),
			 pane->room, false);
	else if (row == rows - 1)
		pane_put(pane, PANE_CALL, display_clock(call->at, clock), pane->room,
			 false);
	else
		pane_put(pane, PANE_CALL, "", pane->room, false);
	free(arrow);
	free(label);
}

static void
newest_big(struct pane *pane, const struct display_call *call, enum big_size size,
	   int lines)
{
	int rows = big_rows(size), row;

	for (row = lines > rows + 1 ? -1 : 0; row < rows + (lines > rows); row++) {
		struct buf dots = { 0 };

		if (!pane_line(pane))
			break;
		buf_text(&dots, "");
		if (row >= 0 && row < rows)
			big_row(call->ticket, row, size, &dots);
		pane_put(pane, PANE_CALL, " ", 1, false);
		pane_put(pane, PANE_CALL, dots.text, big_width(call->ticket, size),
			 false);
		newest_beside(pane, call, row, rows);
		buf_free(&dots);
	}
}

static void
newest_draw(struct pane *pane, const struct display *display, int lines)
{
	const struct display_call *call = display->calls;
	char clock[8], *label, *line;

	if (display->call_count && lines >= big_rows(BIG_HALF)) {
		bool full = lines >= big_rows(BIG_FULL) &&
			    fits_large(display, pane->width, BIG_FULL);

		newest_big(pane, call, full ? BIG_FULL : BIG_HALF, lines);
		return;
	}
	if (!pane_line(pane))
		return;
	if (!display->call_count) {
		pane_put(pane, PANE_BOLD, _("No number has been called yet today"),
			 pane->room, false);
		return;
	}
	label = display_counter_label(call->counter);
	line = mem_print(" %s → %s  %s", call->ticket, label,
			 display_clock(call->at, clock));
	pane_put(pane, PANE_CALL, line, pane->room, false);
	free(line);
	free(label);
}

const struct display_block display_newest = {
	1, 5, 13, newest_wanted, newest_large, newest_draw
};

static int
calls_wanted(const struct display *display, int width)
{
	(void)width;
	return display->call_count > 1 ? (int)display->call_count : 0;
}

static void
calls_draw(struct pane *pane, const struct display *display, int lines)
{
	size_t i;

	display_title(pane, _("Called before"));
	for (i = 1; i < display->call_count && (int)i < lines && pane_line(pane); i++) {
		char clock[8], *label = display_counter_label(display->calls[i].counter);
		char *line = mem_print("%s  %-6s → %s",
				       display_clock(display->calls[i].at, clock),
				       display->calls[i].ticket, label);

		pane_put(pane, PANE_PLAIN, line, pane->room, false);
		free(line);
		free(label);
	}
}

const struct display_block display_calls = { 2, 3, 0, calls_wanted, NULL, calls_draw };
