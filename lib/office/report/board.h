/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_BOARD_H
#define OSQ_OFFICE_REPORT_BOARD_H

#include "office/report/report.h"

/* What the screen in the hall shows, in the same sections as a report; the period
 * is the present day.  No citizen's name is in it. */
extern const struct report_section board_sections[]; /* ends with { .key = NULL } */

/* Its parts; what the columns hold, osq-board(1) tells.  The office: its name, its
 * notice, the time.  One row. */
extern const struct column board_office_columns[];
enum status board_office(struct office *office, const struct period *today,
			 struct sink *sink);

/* Each counter: whether it is open, who sits there, whom it called. */
extern const struct column board_counters_columns[];
enum status board_counters(struct office *office, const struct period *today,
			   struct sink *sink);

/* The last calls of the day, the newest first, LIMIT at most; a recall is a call. */
extern const struct column board_calls_columns[];
enum status board_calls(struct office *office, const struct period *today, int64_t limit,
			struct sink *sink);

/* How many wait for each service, and how long whoever comes now is going to. */
enum status board_services(struct office *office, const struct period *today,
			   struct sink *sink);

/* The dossiers of the reported month of which TODAY is, up to today, under
 * summary_columns. */
enum status board_month(struct office *office, const struct period *today,
			struct sink *sink);

#endif
