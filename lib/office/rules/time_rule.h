/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_TIME_RULE_H
#define OSQ_OFFICE_RULES_TIME_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/word.h"

/*
 * How long a dossier may take, as its procedure says: a unit, how many of it, and the
 * cut-off, after which what is handed in counts from the next working day.
 */

/* The longest time limit, in any unit. */
#define TIME_LIMIT_MOST 3660

enum time_unit { UNIT_WORKING_DAY, UNIT_DAY, UNIT_SAME_DAY, UNIT_WORKING_HOUR };
extern const struct word time_units[]; /* by enum time_unit */

/* The unit called TEXT ("working-day" and so on); -1 when it is none of the four. */
int time_unit_read(const char *text);

/* The same of a record: what is none of the four, in a store that something else wrote
 * into (`osq-admin check` names it), is working days. */
enum time_unit time_unit_stored(const char *text);

const char *time_unit_word(enum time_unit unit);

/* Whether LIMIT is a time limit in UNIT: 1 to TIME_LIMIT_MOST, but 0 under same-day,
 * which has none. */
bool time_limit_fits(enum time_unit unit, int64_t limit);

/*
 * A cut-off is a second of the day (1 to 86400; at that second is still in time) or,
 * below 0, so many seconds before closing.  The end of the day is none: nothing comes
 * later.
 */
#define CUTOFF_UNSAID 0
#define CUTOFF_NONE   86400
#define CUTOFF_TEXT   24

struct time_rule {
	enum time_unit unit;
	int limit; /* of same-day: ignored */
	/* CUTOFF_UNSAID: of same-day the office's; of the others none. */
	int cutoff;
};

/*
 * Read "15:00", "closing-1h" or "closing-30m" (before the day's closing time), or "none"
 * into *CUTOFF; NULL or "" is CUTOFF_UNSAID.  False when TEXT is none of these.
 *
 * Decree 23/2015 art. 7 and Decree 63/2024 art. 7: "after 15:00"; Decree 297/2025 art.
 * 6(3): the last hour.
 */
bool cutoff_read(const char *text, int *cutoff);

/* The same as text, which cutoff_read() reads back; NULL for CUTOFF_UNSAID. */
const char *cutoff_print(int cutoff, char room[static CUTOFF_TEXT]);

#endif
