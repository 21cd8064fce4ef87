/* SPDX-License-Identifier: MIT */
#include "form/hall.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/moment.h"

static void
free_lists(struct hall *hall)
{
	size_t i;

	for (i = 0; i < hall->counter_count; i++) {
		free(hall->counters[i].code);
		free(hall->counters[i].name);
		free(hall->counters[i].officer);
		free(hall->counters[i].ticket);
	}
	for (i = 0; i < hall->call_count; i++) {
		free(hall->calls[i].ticket);
		free(hall->calls[i].counter);
		free(hall->calls[i].name);
	}
	for (i = 0; i < hall->service_count; i++) {
		free(hall->services[i].prefix);
		free(hall->services[i].name);
	}
	free(hall->counters);
	free(hall->calls);
	free(hall->services);
}

void
hall_free(struct hall *hall)
{
	free_lists(hall);
	free(hall->office);
	free(hall->hotline);
	free(hall->notice);
	*hall = (struct hall){ 0 };
}

const char *
hall_range(int64_t median, int64_t p90, char room[static 64])
{
	long long from = (median + 30) / 60, to = (p90 + 59) / 60;

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
hall_weekday(int day)
{
	static const char *const names[] = {
		N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
		N_("Friday"), N_("Saturday"), N_("Sunday"),
	};

	return _(names[day_weekday(day) - 1]);
}

const char *
hall_date(int day, char room[static 16])
{
	int year, month, d;

	day_to_ymd(day, &year, &month, &d);
	snprintf(room, 16, "%02u/%02u/%04u", (unsigned)d % 100, (unsigned)month % 100,
		 (unsigned)year % 10000);
	return room;
}

const char *
hall_clock(int64_t moment, char room[static 8])
{
	unsigned minute = (unsigned)second_of_day(moment) / 60;

	snprintf(room, 8, "%02u:%02u", minute / 60 % 24, minute % 60);
	return room;
}
