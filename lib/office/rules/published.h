/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PUBLISHED_H
#define OSQ_OFFICE_RULES_PUBLISHED_H

#include <stdbool.h>
#include <stdint.h>

#include "office/rules/calendar.h"

/*
 * Reads times and fees as authorities publish them, in sentences: "05 ngày làm việc kể từ
 * ngày nhận đủ hồ sơ hợp lệ", "Không quá 03 ngày làm việc (online), 05 ngày", "15.000
 * đồng", "Không".  The value is taken where it can be, and what a person should check is
 * reported as a doubt.  Neither the store nor the calendar is used.
 */

enum published_channel { PUBLISHED_COUNTER, PUBLISHED_ONLINE, PUBLISHED_POST };
#define PUBLISHED_CHANNELS 3

struct published_time {
	bool found;
	int64_t limit; /* 0 for UNIT_SAME_DAY */
	enum time_unit unit;
};

struct published_times {
	struct published_time of[PUBLISHED_CHANNELS]; /* by enum published_channel */
	/*
	 * Why a person should check the times, or NULL: English, marked N_().  When
	 * nothing was found for the counter, it says that the text could not be read.
	 */
	const char *doubt;
};

/*
 * Read what TEXT says about the time.  A time with no channel named is the counter's.  A
 * channel that TEXT does not mention is marked as not found; the counter's time then
 * holds for it.
 */
void published_time_read(const char *text, struct published_times *times);

struct published_fee {
	bool found;
	int64_t amount; /* whole dong; 0: free of charge */
};

struct published_fees {
	struct published_fee of[PUBLISHED_CHANNELS];
	const char *doubt;
};

/* The same for the fee.  "8.000đ/bản" gives 8000, the fee for one copy. */
void published_fee_read(const char *text, struct published_fees *fees);

#endif
