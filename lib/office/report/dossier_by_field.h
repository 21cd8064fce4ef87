/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_DOSSIER_BY_FIELD_H
#define OSQ_OFFICE_REPORT_DOSSIER_BY_FIELD_H

#include "office/report/dossier_figures.h"

/* The dossiers of a period by field, as the catalogue has the fields on its last day. */
struct field_figures {
	char *field;
	struct dossier_figures sum;
};

struct field_counts {
	struct field_figures *all; /* in the order of their names, byte by byte */
	size_t count;
	struct dossier_notes notes;
};

/*
 * Count into FIELDS, which must be { 0 }.  A field of the period before that has lost its
 * procedures to another is among them: SHIFT_MOVED tells how many dossiers it lost.  Call
 * field_counts_free() even after a failure.
 */
enum status dossier_count_fields(struct office *office, const struct period *period,
				 struct field_counts *fields);
void field_counts_free(struct field_counts *fields);

#endif
