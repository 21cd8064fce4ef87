/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_NIGHT_H
#define OSQ_OFFICE_RULES_NIGHT_H

#include <stdint.h>

/*
 * The day of work to which MOMENT belongs: until four in the morning that of the evening
 * before.  Who is served over midnight is served on the day of his ticket; what is still
 * open when the night is over was left open, and nobody knows when it ended.
 */
int night_day(int64_t moment);

#endif
