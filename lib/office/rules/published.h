/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PUBLISHED_H
#define OSQ_OFFICE_RULES_PUBLISHED_H

#include <stdbool.h>
#include <stdint.h>

#include "office/rules/calendar.h"

/*
 * Times and fees as the authorities publish them: sentences.  "05 ngày làm việc kể từ
 * ngày nhận đủ hồ sơ hợp lệ", "Không quá 03 ngày làm việc (online), 05 ngày",
 * "15.000 đồng", "Không".  The value is taken where one can be, and what a person
 * should look at is said.  Pure: no store, no calendar.
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
	/* NULL, or the reason to look at it: English, marked N_().  Where nothing was
	 * found at the counter, that it could not be read. */
	const char *doubt;
};

/* What the text says of the time.  What is said of no channel is the counter's, and
 * a channel of which nothing is said is not found: it is as at the counter. */
void published_time_read(const char *text, struct published_times *times);

struct published_fee {
	bool found;
	int64_t amount; /* whole dong; 0: none is asked */
};

struct published_fees {
	struct published_fee of[PUBLISHED_CHANNELS];
	const char *doubt;
};

/* The same of the fee.  "8.000đ/bản" is 8000: that of one copy. */
void published_fee_read(const char *text, struct published_fees *fees);

#endif
