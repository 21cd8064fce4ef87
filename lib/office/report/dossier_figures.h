/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_DOSSIER_FIGURES_H
#define OSQ_OFFICE_REPORT_DOSSIER_FIGURES_H

#include "office/core/office.h"
#include "office/report/dossier_walk.h"

/*
 * Counts of the dossiers of a period, for every report that has such figures.  Each
 * dossier counts in one of the first three, and by its standing in one of the others.
 */
struct dossier_figures {
	int64_t online, counter_post; /* received in the period, by channel */
	int64_t carried_over; /* received before, and open when it began or in it */
	int64_t early, on_time, overdue;
	int64_t in_time, late;
	/*
	 * What was open when the period before ended, as it was known then, and why that
	 * is not what is carried over: carried_over = was_open + the sum of the shifts.
	 */
	int64_t was_open;
	int64_t shift[SHIFTS]; /* signed */
};

/* What stands below the figures: ends without a result, by standing_no_results. */
struct dossier_notes {
	struct {
		int64_t aside, aside_carried; /* in no column */
		int64_t on_time, overdue;     /* in one */
	} no_result[STANDING_NO_RESULTS];
	int64_t refused; /* without having been accepted */
	int64_t late;    /* count otherwise by what was entered after the period */
	int64_t late_since;
};

/*
 * How dossiers are grouped: all together, with the id 0; by the id of the procedure; or
 * by that of the officer, 0 where there is none.  For officers, not every dossier carried
 * over and open is counted: an officer's work is what came in and what ended.
 */
enum dossier_group { DOSSIERS_ALL, DOSSIERS_BY_PROCEDURE, DOSSIERS_BY_OFFICER };

struct dossier_counts {
	struct dossier_group_slot *slots; /* hashed by id, which may be any number */
	size_t room, used;                /* slots: a power of two, or 0 */
	struct dossier_notes notes;
};

/*
 * Count the period's dossiers into COUNTS, which must be { 0 }.  Call
 * dossier_counts_free() even after a failure.
 */
enum status dossier_count(struct office *office, const struct period *period,
			  enum dossier_group group, struct dossier_counts *counts);

/* The figures of ID, to be read or added to; all 0 where nothing was counted.  Valid
 * until another id is asked for. */
struct dossier_figures *dossier_counts_of(struct dossier_counts *counts, int64_t id);
void dossier_counts_free(struct dossier_counts *counts);

/* Add F to SUM. */
void dossier_figures_add(struct dossier_figures *sum, const struct dossier_figures *f);

/* Sums of the columns: 3 = 4 + 5 + 6, 7 = 8 + 9 + 10 and 11 = 12 + 13 of form II.06a. */
int64_t dossier_figures_in_period(const struct dossier_figures *f);
int64_t dossier_figures_finished(const struct dossier_figures *f);
int64_t dossier_figures_open(const struct dossier_figures *f);

#endif
