/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_WEEKDAY_H
#define OSQ_OFFICE_RULES_WEEKDAY_H

/*
 * Weekdays as Vietnamese write and count them: the first is Chu nhat, Sunday, Monday is
 * thu Hai, the second, and so on to thu Bay, Saturday.
 */

/*
 * The weekday, 1 Monday to 7 Sunday, that TEXT names: "2", "T2", "Thu 2" or "Thu Hai"
 * with its accents or without, to 7, "CN" or "Chu nhat", or its English name; -1 when it
 * is none of these.
 */
int weekday_read(const char *text);

#endif
