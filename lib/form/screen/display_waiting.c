/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "form/screen/display_block.h"

/* Who waits for what, and the dossiers. */

static int
services_wanted(const struct display *display, int width)
{
	(void)width;
	return display->service_count ? (int)display->service_count + 1 : 0;
}

#define RANGE_WIDTH 15

/* The column of people who wait; a narrow pane has no room for its heading. */
static int
count_width(const struct pane *pane)
{
	return pane->width < 46 ? 4 : 9;
}

static void
service_line(struct pane *pane, const struct display_service *s)
{
	enum pane_style style = s->waiting ? PANE_PLAIN : PANE_FAINT;
	char count[24], range[64];

	if (!pane_line(pane))
		return;
	snprintf(count, sizeof(count), "%lld", (long long)s->waiting);
	pane_put(pane, s->waiting ? PANE_BOLD : PANE_FAINT, s->prefix, 3, false);
	pane_put(pane, style, display_name(s->name, s->name_en),
		 pane->room - count_width(pane) - RANGE_WIDTH, false);
	pane_put(pane, s->waiting ? PANE_BOLD : PANE_FAINT, count, count_width(pane),
		 true);
	pane_put(pane, style,
		 s->open_counters ? display_range(s->median, s->p90, range) : "–",
		 RANGE_WIDTH, true);
}

static void
services_title(struct pane *pane)
{
	int count = count_width(pane);

	if (!pane_line(pane))
		return;
	pane_put(pane, PANE_TITLE, _("Service"), pane->room - count - RANGE_WIDTH, false);
	pane_put(pane, PANE_TITLE, count > 4 ? _("Waiting") : "", count, true);
	pane_put(pane, PANE_TITLE, _("Expected wait"), RANGE_WIDTH, true);
}

/* Where there are too many services, leave out those first for which nobody waits. */
static void
services_draw(struct pane *pane, const struct display *display, int lines)
{
	int left = lines - 1, round;
	bool all = left >= (int)display->service_count;
	size_t i;

	services_title(pane);
	for (round = all ? 2 : 1; round <= 2; round++) {
		for (i = 0; i < display->service_count && left > 0; i++) {
			const struct display_service *s = &display->services[i];

			if (!all && (s->waiting == 0) != (round == 2))
				continue;
			service_line(pane, s);
			left--;
		}
	}
}

const struct display_block display_services = { 2,    5,
						0,    services_wanted,
						NULL, services_draw };

static int
dossiers_wanted(const struct display *display, int width)
{
	(void)display;
	(void)width;
	return 7;
}

#define TODAY_WIDTH  9
#define PERIOD_WIDTH 13

static void
dossier_line(struct pane *pane, const char *what, int64_t today, int64_t period,
	     enum pane_style style)
{
	char number[24];

	if (!pane_line(pane))
		return;
	pane_put(pane, PANE_PLAIN, what, pane->room - TODAY_WIDTH - PERIOD_WIDTH, false);
	snprintf(number, sizeof(number), "%lld", (long long)today);
	pane_put(pane, today ? style : PANE_PLAIN, number, TODAY_WIDTH, true);
	snprintf(number, sizeof(number), "%lld", (long long)period);
	pane_put(pane, period ? style : PANE_PLAIN, number, PERIOD_WIDTH, true);
}

static void
dossiers_draw(struct pane *pane, const struct display *display, int lines)
{
	const struct display_figures *t = &display->today, *p = &display->period;
	char from[16], *period;

	period = mem_print("%s %.5s", _(NC_("board", "Since")),
			   display_date(p->from, from));
	if (lines >= 7 && pane_line(pane)) {
		pane_put(pane, PANE_TITLE, _("Dossiers"),
			 pane->room - TODAY_WIDTH - PERIOD_WIDTH, false);
		pane_put(pane, PANE_TITLE, _("Today"), TODAY_WIDTH, true);
		pane_put(pane, PANE_TITLE, period, PERIOD_WIDTH, true);
	}
	free(period);
	dossier_line(pane, _("Taken in"), t->received, p->received, PANE_PLAIN);
	dossier_line(pane, _(NC_("board", "Finished")), t->finished, p->finished,
		     PANE_PLAIN);
	dossier_line(pane, _("Early"), t->early, p->early, PANE_PLAIN);
	dossier_line(pane, _("On time"), t->on_time, p->on_time, PANE_PLAIN);
	dossier_line(pane, _("Overdue"), t->overdue, p->overdue, PANE_BAD);
	dossier_line(pane, _("Late and open"), t->late, p->late, PANE_BAD);
}

const struct display_block display_dossiers = { 7,    7,
						0,    dossiers_wanted,
						NULL, dossiers_draw };
