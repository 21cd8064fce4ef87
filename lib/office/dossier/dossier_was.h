/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_WAS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_WAS_H

#include "office/core/office.h"
#include "office/dossier/dossier_fields.h"

/*
 * What a change of a dossier takes from its row, for dossier_event.was: rules/past.h says
 * what it is for and which moment goes beside it.  Whoever changes a field that is
 * COUNTED asks here before the UPDATE, and writes the answer into the event of his act.
 */
struct dossier_was {
	struct field_set fields; /* those that may change */
	struct buf sql, text;
	struct query q;
};

/* Prepare for changes of FIELDS, of which those that are COUNTED matter; NULL: all of
 * them.  was_close() is called even after a failure. */
enum status was_open(struct dossier_was *was, struct office *office,
		     const struct field_set *fields);
void was_close(struct dossier_was *was);

/*
 * *TEXT is what the dossier ID has otherwise than VALUES (by enum dossier_field; of a
 * field that is NAMED, its id), as the JSON object that dossier_event.was takes; NULL
 * where nothing of it would change.  VALUES NULL: all that it has.  Valid until the next
 * call.
 */
enum status was_of(struct dossier_was *was, int64_t id, const struct value *values,
		   const char **text);

#endif
