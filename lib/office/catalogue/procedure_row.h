/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_PROCEDURE_ROW_H
#define OSQ_OFFICE_CATALOGUE_PROCEDURE_ROW_H

#include "base/mem.h"
#include "office/catalogue/procedure.h"
#include "office/catalogue/procedure_columns.h"

/* A row of a catalogue on its way in: what the file says, what held before, and what is
 * made of both. */

/* The file may have its serial numbers, under which a field's name can stand. */
#define PROCEDURE_SERIAL PROCEDURE_COLUMNS

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

/* What a row says that only names the field of those below it, whether its cells are
 * one or not; NULL for a row of a procedure.  Of VALUES, with the serial number behind.
 */
const char *procedure_section(const struct value *values);

/* "I. Lĩnh vực Hộ tịch" is "Hộ tịch": without the number and the word.  To be freed. */
char *procedure_section_field(const char *text);

#endif
