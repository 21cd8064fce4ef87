/* SPDX-License-Identifier: MIT */
#include "form/screen/display_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/text.h"
#include "form/screen/display_block.h"

/*
 * The screen: the head, below it one pane or two side by side, at the bottom hotline and
 * notice.  Plain escape sequences, which xterm, tmux and the Linux console all know,
 * instead of ncurses: that measures and draws text by the locale, which on a hall's
 * machine may be C, and its benefit, sending only what changed, is nothing when one
 * screen is drawn for each call.
 */
#define TWO_PANES 76 /* columns from which on there are two */
#define GAP       2

/* The blocks of a pane from top to bottom; RANK says which are left out last. */
struct place {
	const struct display_block *block;
	int rank;
	int wanted, height; /* lines; 0 = left out */
};

static void
draw_head(struct pane *pane, const struct display *display)
{
	char date[16], clock[8], when[80];
	int day = day_of(display->now), width;

	snprintf(when, sizeof(when), "  %s %s  %s ", display_weekday(day),
		 display_date(day, date), display_clock(display->now, clock));
	if (pane->width < 50)
		snprintf(when, sizeof(when), " %s ", clock);
	width = (int)text_width(when);
	if (!pane_line(pane))
		return;
	pane_put(pane, PANE_CALL, " ", 1, false);
	pane_put(pane, PANE_CALL, display->office, pane->room - width, false);
	pane_put(pane, PANE_CALL, when, width, true);
}

static void
draw_foot(struct pane *pane, const struct display *display)
{
	char *hotline = mem_print(_("Hotline: %s"), display->hotline);

	if (pane_line(pane)) {
		if (*display->hotline) {
			pane_put(pane, PANE_BOLD, hotline, -1, false);
			pane_put(pane, PANE_PLAIN, "  ", -1, false);
		}
		pane_put(pane, PANE_PLAIN, display->notice, pane->room, false);
	}
	free(hotline);
}

static int
least_of(int a, int b)
{
	return a < b ? a : b;
}

/* Distribute LINES among the blocks in the order of their ranks: first each one's
 * `decent`, or all that is left, then what they want.  An empty line separates two of
 * them. */
static int
share_out(struct place *places, int count, int lines)
{
	int rank, i, given = 0;

	for (rank = 1; rank <= count; rank++) {
		for (i = 0; i < count; i++) {
			const struct display_block *block = places[i].block;
			int gap = given ? 1 : 0;

			if (places[i].rank != rank || !places[i].wanted ||
			    lines < block->least + gap)
				continue;
			places[i].height = least_of(least_of(block->decent,
							     places[i].wanted),
						    lines - gap);
			lines -= places[i].height + gap;
			given++;
		}
	}
	for (rank = 1; rank <= count; rank++) {
		for (i = 0; i < count; i++) {
			int more = least_of(places[i].wanted - places[i].height, lines);

			if (places[i].rank != rank || !places[i].height)
				continue;
			places[i].height += more;
			lines -= more;
		}
	}
	return lines;
}

/* Use the lines still left for blocks that can be drawn in large letters. */
static void
enlarge_places(struct place *places, int count, const struct display *display, int width,
	       int left)
{
	int i;

	for (i = 0; i < count; i++) {
		int larger = places[i].block->large ?
				     places[i].block->large(display, width) :
				     0;

		if (places[i].height != places[i].wanted || larger <= places[i].height ||
		    larger - places[i].height > left)
			continue;
		left -= larger - places[i].height;
		places[i].height = larger;
	}
}

static void
fill_pane(struct pane *pane, const struct display *display, struct place *places,
	  int count)
{
	int i, left;

	for (i = 0; i < count; i++) {
		places[i].wanted = places[i].block->wanted(display, pane->width);
		if (places[i].wanted && pane->height < places[i].block->roomy)
			places[i].wanted = places[i].block->least;
	}
	left = share_out(places, count, pane->height);
	enlarge_places(places, count, display, pane->width, left);
	for (i = 0; i < count; i++) {
		if (!places[i].height)
			continue;
		if (pane->used)
			pane_line(pane);
		places[i].block->draw(pane, display, places[i].height);
	}
	pane_fill(pane);
}

static void
fill_one(struct pane *pane, const struct display *display)
{
	struct place all[] = { { .block = &display_newest, .rank = 1 },
			       { .block = &display_counters, .rank = 2 },
			       { .block = &display_calls, .rank = 4 },
			       { .block = &display_services, .rank = 3 },
			       { .block = &display_dossiers, .rank = 5 } };

	fill_pane(pane, display, all, 5);
}

static void
fill_two(struct pane *left, struct pane *right, const struct display *display)
{
	struct place calls[] = { { .block = &display_newest, .rank = 1 },
				 { .block = &display_counters, .rank = 2 },
				 { .block = &display_calls, .rank = 3 } };
	struct place rest[] = { { .block = &display_services, .rank = 1 },
				{ .block = &display_dossiers, .rank = 2 } };

	fill_pane(left, display, calls, 3);
	fill_pane(right, display, rest, 2);
}

static void
go_to(struct buf *out, int row)
{
	buf_print(out, "\033[%d;1H", row + 1);
}

static void
clear_line(struct buf *out, int row)
{
	go_to(out, row);
	buf_text(out, "\033[K");
}

/* The panes from row FIRST on; RIGHT may be NULL. */
static void
write_panes(struct buf *out, int first, const struct pane *left, const struct pane *right)
{
	int i;

	for (i = 0; i < left->height; i++) {
		go_to(out, first + i);
		buf_add(out, left->lines[i].text ? left->lines[i].text : "",
			left->lines[i].length);
		if (right) {
			buf_print(out, "%*s", GAP, "");
			buf_add(out, right->lines[i].text, right->lines[i].length);
		}
	}
}

static void
send_line(struct buf *out, int row, const struct display *display, int columns,
	  bool colour, void (*draw)(struct pane *pane, const struct display *display))
{
	struct pane pane;

	pane_open(&pane, columns, 1, colour);
	draw(&pane, display);
	pane_fill(&pane);
	write_panes(out, row, &pane, NULL);
	pane_close(&pane);
}

void
display_text(const struct display *display, int rows, int columns, bool colour,
	     struct buf *out)
{
	bool two = columns >= TWO_PANES;
	int top = rows >= 3 ? 1 : 0, bottom = 0, height, first;
	struct pane left, right;

	if (rows >= 8 && (*display->hotline || *display->notice))
		bottom = 1;
	first = top + (rows >= 12); /* with an empty line below the head */
	height = rows - first - bottom - (rows >= 12 ? bottom : 0);
	pane_open(&left, two ? (columns - GAP) * (columns < 100 ? 10 : 11) / 20 : columns,
		  height, colour);
	pane_open(&right, two ? columns - GAP - left.width : 0, height, colour);
	if (two)
		fill_two(&left, &right, display);
	else
		fill_one(&left, display);
	if (top)
		send_line(out, 0, display, columns, colour, draw_head);
	if (rows >= 12)
		clear_line(out, first - 1);
	if (rows >= 12 && bottom)
		clear_line(out, first + left.height);
	write_panes(out, first, &left, two ? &right : NULL);
	if (bottom)
		send_line(out, rows - 1, display, columns, colour, draw_foot);
	pane_close(&left);
	pane_close(&right);
}
