/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_QUEUE_ROW_H
#define OSQ_OFFICE_REPORT_QUEUE_ROW_H

#include "base/intl.h"
#include "office/core/columns.h"
#include "office/report/figures.h"

/*
 * A row of the queue's figures being filled, cell by cell, and the columns that several
 * sections have: what a function puts and its macro of columns go together.
 */
#define QUEUE_ROW_MOST 32
struct queue_row {
	struct value values[QUEUE_ROW_MOST];
	size_t count;
};

void queue_row_value(struct queue_row *row, struct value value);
void queue_row_int(struct queue_row *row, int64_t n);
void queue_row_seconds(struct queue_row *row, int64_t seconds); /* -1: none */

/* TIME_COLUMNS: WAITS of them are known. */
void queue_row_times(struct queue_row *row, const struct counts *n, int64_t waits,
		     const struct marks *wait, const struct marks *service);
/* LATE_COLUMNS */
void queue_row_late(struct queue_row *row, const struct counts *n);
/* LEG_COLUMNS and LATE_COLUMNS, by the figures or by a tally of them. */
void queue_row_legs(struct queue_row *row, const struct counts *n, int64_t waits,
		    const struct marks *wait, const struct marks *service);
void queue_row_leg_tally(struct queue_row *row, struct tally *tally);
/* TOLD_COLUMNS: the wait that the slip said, against the real one. */
void queue_row_told(struct queue_row *row, const struct counts *n);

/* Send to SINK a row for each of GROUPS, with its code and name and what FILL puts; that
 * for none, and what had ended, only where not IS_IDLE. */
enum status queue_row_groups(struct groups *groups,
			     bool (*is_idle)(const struct counts *n),
			     void (*fill)(struct queue_row *row, struct tally *tally),
			     struct sink *sink);

/* Whether nobody drew a number or was sent here. */
bool queue_row_no_legs(const struct counts *n);

#define TIME_COLUMNS                                                                     \
	DURATION("wait_median", N_("Wait, median")),                                     \
		DURATION("wait_p90", N_("Wait, 9 of 10 within")),                        \
		DURATION("wait_longest", N_("Wait, longest")),                           \
		SHARE("within_target", N_("Within target")),                             \
		DURATION("service_median", N_("Service, median")),                       \
		DURATION("service_p90", N_("Service, 9 of 10 within")),                  \
		DURATION("service_longest", N_("Service, longest"))

/* FOR_ALL, or FOR_PROGRAMS in tables with many other columns, since paper is narrow. */
#define LATE_COLUMNS(for_)                                                               \
	for_("served_late", N_("Served late"), COL_INT),                                 \
		for_("overtime", N_("Overtime"), COL_DURATION)

#define LEG_COLUMNS                                                                      \
	FIGURE("drawn", N_("Numbers drawn")), FIGURE("came", N_("Sent here")),           \
		FIGURE("served", N_("Served")), FIGURE("then", N_("Served, went on")),   \
		FIGURE("sent_on", N_("Sent on")), FIGURE("no_show", N_("No-show")),      \
		FIGURE("cancelled", N_("Cancelled")),                                    \
		FIGURE("unserved", N_("Unserved")), FIGURE("open", N_("Open")),          \
		TIME_COLUMNS

#define TOLD_COLUMNS(for_)                                                               \
	for_("told", N_("Told a wait"), COL_INT),                                        \
		for_("within_told_median", N_("Within the median"), COL_SHARE),          \
		for_("within_told_p90", N_("Within the 9 of 10"), COL_SHARE),            \
		for_("error_mean", N_("Over the median, mean"), COL_DURATION)

#endif
