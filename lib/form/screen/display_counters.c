/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/text.h"
#include "form/screen/big.h"
#include "form/screen/display_block.h"

/* The counters, a line each or in large letters. */

#define LARGE_LINES 5  /* of a counter: its number in four, and one empty */
#define LARGE_WIDTH 54 /* with name and officer beside it */

static int
counters_wanted(const struct display *display, int width)
{
	(void)width;
	return display->counter_count ? (int)display->counter_count + 1 : 0;
}

static int
counters_large(const struct display *display, int width)
{
	int side = width / LARGE_WIDTH;

	return side ? ((int)display->counter_count + side - 1) / side * LARGE_LINES + 1 :
		      0;
}

static const char *
state_word(const struct display_counter *c)
{
	if (*c->ticket)
		return c->called ? _("called") : _("serving");
	return c->state == DISPLAY_OPEN   ? _("free") :
	       c->state == DISPLAY_PAUSED ? _("on a break") :
					    _("closed");
}

static enum pane_style
state_style(const struct display_counter *c)
{
	if (*c->ticket)
		return c->called ? PANE_NOTED : PANE_BOLD;
	return c->state == DISPLAY_OPEN ? PANE_GOOD : PANE_FAINT;
}

static int
label_width(const struct display *display)
{
	int widest = 0;
	size_t i;

	for (i = 0; i < display->counter_count; i++) {
		char *label = display_counter_label(display->counters[i].code);
		int width = (int)text_width(label);

		free(label);
		widest = width > widest ? width : widest;
	}
	return widest < 16 ? widest : 16;
}

#define STATE_WIDTH 14

static void
counter_line(struct pane *pane, const struct display_counter *c, int width)
{
	char *label = display_counter_label(c->code);
	bool alone; /* no room for state and officer beside it */

	if (pane_line(pane)) {
		pane_put(pane, PANE_PLAIN, label, width, false);
		pane_put(pane, PANE_PLAIN, "  ", 2, false);
		pane_put(pane, state_style(c), c->ticket, -1, false);
		pane_put(pane, PANE_PLAIN, "", 7 - (int)text_width(c->ticket), false);
		alone = pane->room < STATE_WIDTH + 12;
		if (!alone || !*c->ticket)
			pane_put(pane, c->called ? PANE_BOLD : state_style(c),
				 state_word(c), alone ? pane->room : STATE_WIDTH, false);
		if (pane->room >= 40) {
			pane_put(pane, PANE_PLAIN, display_name(c->name, c->name_en),
				 pane->room / 2, false);
			pane_put(pane, PANE_PLAIN, "  ", 2, false);
		}
		pane_put(pane, PANE_PLAIN, c->officer, pane->room, false);
	}
	free(label);
}

/* One line of a counter in large letters, LARGE_WIDTH wide. */
static void
counter_large(struct pane *pane, const struct display_counter *c, int row)
{
	bool big = big_can(c->ticket);
	char *label = display_counter_label(c->code);
	const char *const beside[] = { label, display_name(c->name, c->name_en),
				       c->officer, state_word(c), "" };
	struct buf dots = { 0 };

	buf_text(&dots, "");
	if (big && row < big_rows(BIG_HALF))
		big_row(c->ticket, row, BIG_HALF, &dots);
	pane_put(pane, c->called ? PANE_NOTED : PANE_BOLD,
		 big || row ? dots.text : c->ticket, big ? -1 : 24, false);
	pane_put(pane, PANE_PLAIN, "  ", 2, false);
	pane_put(pane,
		 row == 0 ? PANE_BOLD :
		 row == 3 ? state_style(c) :
			    PANE_PLAIN,
		 beside[row],
		 LARGE_WIDTH - 28 - (big ? big_width(c->ticket, BIG_HALF) - 24 : 0),
		 false);
	pane_put(pane, PANE_PLAIN, "  ", 2, false);
	buf_free(&dots);
	free(label);
}

/* As many side by side as fit. */
static void
counters_draw_large(struct pane *pane, const struct display *display)
{
	size_t side = (size_t)(pane->width / LARGE_WIDTH), first, i;
	int row;

	for (first = 0; first < display->counter_count; first += side)
		for (row = 0; row < LARGE_LINES && pane_line(pane); row++)
			for (i = first; i < first + side && i < display->counter_count;
			     i++)
				counter_large(pane, &display->counters[i], row);
}

/* Which counters to show where not all fit, the lowest number first: 0 where somebody is
 * called. */
static int
rank_counter(const struct display_counter *c)
{
	if (*c->ticket)
		return c->called ? 0 : 1;
	return c->state == DISPLAY_CLOSED ? 3 : 2;
}

static void
counters_draw(struct pane *pane, const struct display *display, int lines)
{
	int width = label_width(display), left = lines - 1, round;
	bool all = left >= (int)display->counter_count;
	size_t i;

	display_title(pane, _("Now serving"));
	if (lines > counters_wanted(display, width)) {
		counters_draw_large(pane, display);
		return;
	}
	for (round = all ? 3 : 0; round <= 3; round++) {
		for (i = 0; i < display->counter_count && left > 0; i++) {
			const struct display_counter *c = &display->counters[i];

			if (!all && rank_counter(c) != round)
				continue;
			counter_line(pane, c, width);
			left--;
		}
	}
}

const struct display_block display_counters = {
	2, 6, 0, counters_wanted, counters_large, counters_draw
};
