/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_STORY_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_STORY_H

#include "office/core/office.h"

/*
 * What there is to show of a dossier besides its own row, each part in the order of time:
 * its events, who had it from when to when, what was paid, its papers, the visit.
 */
struct dossier_part {
	const char *key;   /* "events" */
	const char *title; /* marked N_() */
	const struct column *columns;
	const char *sql;
};

extern const struct dossier_part dossier_parts[]; /* ends with { .key = NULL } */

/* Send the rows of PART of the dossier with ID. */
enum status dossier_part_rows(struct office *office, const struct dossier_part *part,
			      int64_t id, struct sink *sink);

#endif
