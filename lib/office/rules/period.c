/* SPDX-License-Identifier: MIT */
#include "office/rules/period.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"

/*
 * The first and last month of what follows the year in TEXT; false when that is no
 * period.
 */
static bool
read_months(const char *part, int *first, int *last)
{
	if (!*part) {
		*first = 1;
		*last = 12;
	} else if (part[0] == '-' && part[1] == 'Q' && part[2] >= '1' && part[2] <= '4' &&
		   !part[3]) {
		*first = (part[2] - '1') * 3 + 1;
		*last = *first + 2;
	} else if (part[0] == '-' && part[1] == 'H' &&
		   (part[2] == '1' || part[2] == '2') && !part[3]) {
		*first = part[2] == '1' ? 1 : 7;
		*last = *first + 5;
	} else if (!strcmp(part, "-9M")) {
		*first = 1;
		*last = 9;
	} else if (part[0] == '-' && isdigit((unsigned char)part[1]) &&
		   isdigit((unsigned char)part[2]) && !part[3]) {
		*first = *last = (part[1] - '0') * 10 + (part[2] - '0');
	} else {
		return false;
	}
	return *first >= 1 && *last <= 12;
}

enum status
period_read(const char *text, bool calendar, struct period *period)
{
	int year = 0, first, last;

	if (strspn(text, "0123456789") != 4 || sscanf(text, "%4d", &year) != 1 ||
	    year < 1 || !read_months(text + 4, &first, &last)) {
		fail(USAGE, _("'%s' is no period"), text);
		return fail_hint(USAGE, "2026-11, 2026-Q3, 2026-H1, 2026-9M, 2026");
	}
	if (calendar) {
		period->from = day_from_ymd(year, first, 1);
		period->to = day_from_ymd(year, last, month_length(year, last));
	} else {
		period->from = first == 1 ? day_from_ymd(year - 1, 12, 15) :
					    day_from_ymd(year, first - 1, 15);
		period->to = day_from_ymd(year, last, 14);
	}
	return OK;
}

struct period
period_month(int day)
{
	int year, month, d;

	day_to_ymd(day, &year, &month, &d);
	if (d >= 15 && ++month > 12) {
		month = 1;
		year++;
	}
	return (struct period){ month == 1 ? day_from_ymd(year - 1, 12, 15) :
					     day_from_ymd(year, month - 1, 15),
				day_from_ymd(year, month, 14) };
}
