/* SPDX-License-Identifier: MIT */
#include "office/rules/night.h"

#include "base/moment.h"

#define NIGHT_ENDS ((int64_t)4 * 3600)

int
night_day(int64_t moment)
{
	return day_of(moment - NIGHT_ENDS);
}
