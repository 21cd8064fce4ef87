/* SPDX-License-Identifier: MIT */
#include "form/screen/display.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/show.h"

static void
free_lists(struct display *display)
{
	size_t i;

	for (i = 0; i < display->counter_count; i++) {
		free(display->counters[i].code);
		free(display->counters[i].name);
		free(display->counters[i].name_en);
		free(display->counters[i].officer);
		free(display->counters[i].ticket);
	}
	for (i = 0; i < display->call_count; i++) {
		free(display->calls[i].ticket);
		free(display->calls[i].counter);
		free(display->calls[i].name);
		free(display->calls[i].name_en);
	}
	for (i = 0; i < display->service_count; i++) {
		free(display->services[i].prefix);
		free(display->services[i].name);
		free(display->services[i].name_en);
	}
	free(display->counters);
	free(display->calls);
	free(display->services);
}

void
display_free(struct display *display)
{
	free_lists(display);
	free(display->office);
	free(display->hotline);
	free(display->notice);
	*display = (struct display){ 0 };
}

const char *
display_name(const char *name, const char *name_en)
{
	return name_en && *name_en && !strcmp(intl_language(), "en") ? name_en : name;
}

const char *
display_range(int64_t median, int64_t p90, char room[static 64])
{
	long long from = minutes_near(median), to = minutes_up(p90);

	if (median < 0 || p90 < 0)
		snprintf(room, 64, "–");
	else if (from <= 0)
		snprintf(room, 64, _("≤ %lld min"), to > 1 ? to : 1);
	else if (from >= to)
		snprintf(room, 64, _("%lld min"), to);
	else
		snprintf(room, 64, _("%lld–%lld min"), from, to);
	return room;
}

const char *
display_weekday(int day)
{
	return show_weekday(day_weekday(day));
}

const char *
display_date(int day, char room[static 16])
{
	int year, month, d;

	day_to_ymd(day, &year, &month, &d);
	snprintf(room, 16, "%02u/%02u/%04u", (unsigned)d % 100, (unsigned)month % 100,
		 (unsigned)year % 10000);
	return room;
}

const char *
display_clock(int64_t moment, char room[static 8])
{
	unsigned minute = (unsigned)second_of_day(moment) / 60;

	snprintf(room, 8, "%02u:%02u", minute / 60 % 24, minute % 60);
	return room;
}
