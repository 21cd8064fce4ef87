/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_PROCEDURE_ROW_H
#define OSQ_OFFICE_PROCEDURE_ROW_H

#include "base/mem.h"
#include "office/procedure.h"

/* A row of a catalogue on its way in: what the file says, what held before, and what is
 * made of both. */

/* The version that holds on the day, as the store has it. */
struct procedure_held {
	bool found;
	int64_t id; /* of the procedure, which may be there without a version yet */
	struct value v[PROCEDURE_COLUMNS];
	struct buf texts[PROCEDURE_COLUMNS];
};

struct procedure_row {
	struct value v[PROCEDURE_COLUMNS];
	bool present[PROCEDURE_COLUMNS]; /* the file has such a column */
	const char *section; /* the field of the rows above, where it has none; or NULL */
	struct buf doubt;    /* what v[PROCEDURE_DOUBT] may point into */
};

/*
 * Fill what the file does not say: from HELD, from the published texts, from the
 * section.  NULL, or the reason why not with the column in *COLUMN.
 */
const char *procedure_settle(struct procedure_row *row, const struct procedure_held *held,
			     const char **column);

#endif
