/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_PROCEDURE_ROW_H
#define OSQ_OFFICE_CATALOGUE_PROCEDURE_ROW_H

#include "base/mem.h"
#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_columns.h"

/*
 * A row of a catalogue during its import: what the file says and what held before, from
 * which the row to store is made.
 */

/* The file may have a column of serial numbers, in which a field's name can stand too. */
#define PROCEDURE_SERIAL PROCEDURE_COLUMNS

/* The version that holds on the day of the import, as stored. */
struct procedure_held {
	bool found;
	int64_t id; /* the procedure's, which may have no version yet */
	struct value v[PROCEDURE_COLUMNS];
	struct buf texts[PROCEDURE_COLUMNS];
};

struct procedure_row {
	struct value v[PROCEDURE_COLUMNS];
	bool present[PROCEDURE_COLUMNS]; /* the file has the column */
	const char *section; /* field named above, if the row has none; or NULL */
	bool timeless;       /* no time was told: the one it has is a stopgap */
	struct buf doubt;    /* memory that v[PROCEDURE_DOUBT] may point into */
};

/*
 * Fill what the file does not say, for a row that holds from SINCE on: from HELD, from
 * the published texts, and from the section. Returns NULL, or the reason why the row is
 * refused with the column in *COLUMN.
 */
const char *procedure_settle(struct procedure_row *row, const struct procedure_held *held,
			     const char *since, const char **column);

/*
 * The field's name, when a row only names the field of those below it, whether its cells
 * are merged or not; NULL for a row of a procedure.  VALUES has the serial number at its
 * end.
 */
const char *procedure_section(const struct value *values);

/*
 * Turn "I. Lĩnh vực Hộ tịch" into "Hộ tịch", without the number and the word.  The caller
 * frees it.
 */
char *procedure_section_field(const char *text);

#endif
