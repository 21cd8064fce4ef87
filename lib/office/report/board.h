/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_BOARD_H
#define OSQ_OFFICE_REPORT_BOARD_H

#include "office/report/report.h"

/*
 * What the screen in the hall shows, in sections like those of a report.  Its period is
 * the present day.  It has no citizen's name.
 */
extern const struct report_section board_sections[]; /* ends with { .key = NULL } */

/*
 * The sections; osq-board(1) explains the columns.  The office: its name, its notice and
 * the time, in one row.
 */
extern const struct column board_office_columns[];
enum status board_office(struct office *office, const struct period *today,
			 struct sink *sink);

/* Each counter: whether it is open, its officer, and the ticket it called. */
extern const struct column board_counters_columns[];
enum status board_counters(struct office *office, const struct period *today,
			   struct sink *sink);

/*
 * The last calls of the day, the newest first, at most LIMIT; a recall counts as a call.
 */
extern const struct column board_calls_columns[];
enum status board_calls(struct office *office, const struct period *today, int64_t limit,
			struct sink *sink);

/* How many wait for each service, and how long somebody who comes now will wait. */
enum status board_services(struct office *office, const struct period *today,
			   struct sink *sink);

/*
 * The dossiers of the reported month that contains TODAY, up to today, under
 * summary_columns.
 */
enum status board_month(struct office *office, const struct period *today,
			struct sink *sink);

#endif
