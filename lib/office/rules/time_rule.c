/* SPDX-License-Identifier: MIT */
#include "office/rules/time_rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/moment.h"

#define HOUR    3600
#define MINUTE  60
#define CLOSING "closing-"
#define NONE    "none"

const struct word time_units[] = {
	[UNIT_WORKING_DAY] = { "working-day", "ngày làm việc|working day|working days" },
	/* A bare "ngày" is a calendar day, as everywhere in law (Civil Code, art. 147).
	 */
	[UNIT_DAY] = { "day", "ngày|ngày lịch|ngày dương lịch|calendar day" },
	[UNIT_SAME_DAY] = { "same-day", "trong ngày|ngay trong ngày|same day" },
	[UNIT_WORKING_HOUR] = { "working-hour",
				"giờ làm việc|giờ|working hour|working hours" },
	{ 0 },
};

int
time_unit_read(const char *text)
{
	const struct word *word = word_find(time_units, text);

	return word ? (int)(word - time_units) : -1;
}

enum time_unit
time_unit_stored(const char *text)
{
	const int unit = time_unit_read(text);

	return unit < 0 ? UNIT_WORKING_DAY : (enum time_unit)unit;
}

const char *
time_unit_word(enum time_unit unit)
{
	return time_units[unit].code;
}

bool
time_limit_fits(enum time_unit unit, int64_t limit)
{
	if (unit == UNIT_SAME_DAY)
		return limit == 0;
	return limit >= 1 && limit <= TIME_LIMIT_MOST;
}

/* "1h" or "30m" as seconds, less than a day; -1 when it is neither. */
static int
read_span(const char *text)
{
	size_t digits = strspn(text, "0123456789");
	long n = digits > 0 && digits < 5 ? strtol(text, NULL, 10) : 0;
	const char *unit = text + digits;

	if (!strcmp(unit, "h"))
		n *= HOUR;
	else if (!strcmp(unit, "m"))
		n *= MINUTE;
	else
		return -1;
	return n > 0 && n < DAY_SECONDS ? (int)n : -1;
}

bool
cutoff_read(const char *text, int *cutoff)
{
	int second;

	if (!text || !*text) {
		*cutoff = CUTOFF_UNSAID;
		return true;
	}
	if (!strcmp(text, NONE)) {
		*cutoff = CUTOFF_NONE;
		return true;
	}
	if (!strncmp(text, CLOSING, strlen(CLOSING))) {
		second = read_span(text + strlen(CLOSING));
		*cutoff = -second;
		return second > 0;
	}
	/* Not 1h, which may be meant for an hour before closing. */
	second = strchr(text, ':') ? clock_read(text) : -1;
	*cutoff = second;
	return second > 0;
}

static const char *
print_before_closing(int seconds, char room[static CUTOFF_TEXT])
{
	bool whole = seconds % HOUR == 0;

	snprintf(room, CUTOFF_TEXT, CLOSING "%d%c", seconds / (whole ? HOUR : MINUTE),
		 whole ? 'h' : 'm');
	return room;
}

const char *
cutoff_print(int cutoff, char room[static CUTOFF_TEXT])
{
	if (cutoff == CUTOFF_UNSAID)
		return NULL;
	if (cutoff < 0)
		return print_before_closing(-cutoff, room);
	if (cutoff == CUTOFF_NONE)
		snprintf(room, CUTOFF_TEXT, NONE);
	else
		snprintf(room, CUTOFF_TEXT, "%02d:%02d:%02d", cutoff / HOUR,
			 cutoff / MINUTE % MINUTE, cutoff % MINUTE);
	if (cutoff % MINUTE == 0 && cutoff != CUTOFF_NONE)
		room[sizeof("15:00") - 1] = '\0';
	return room;
}
