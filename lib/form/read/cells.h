/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_READ_CELLS_H
#define OSQ_FORM_READ_CELLS_H

#include <stdbool.h>

#include "base/mem.h"

/* A row with more cells than this is refused. */
#define CELLS_MAX 1000

/* The cells of the row in hand, tidy, one after the other in one piece of memory that is
 * reused for the next row.  Start from { 0 }. */
struct cells {
	struct buf text;
	size_t *starts;
	const char **list;
	size_t count;
	size_t room;
	struct buf tidy; /* a cell while it is tidied */
};

/* Add a cell that is tidy as it is: printable ASCII, no blank at an end, no longer than
 * TEXT_MAX; BYTES ends with a NUL behind the N.  False, with nothing done, for any other
 * cell. */
bool cells_add_simple(struct cells *cells, const char *bytes, size_t n);

/* Add any cell.  Returns NULL, or a translated reason why it cannot be taken: then an
 * empty cell is added in its place. */
const char *cells_add(struct cells *cells, const char *bytes, size_t n);

/* The cells as they stand, valid until the next change. */
const char *const *cells_list(struct cells *cells);

/* True when all cells from FIRST on are empty. */
bool cells_empty_from(const struct cells *cells, size_t first);

void cells_clear(struct cells *cells); /* for the next row; keeps the memory */
void cells_free(struct cells *cells);

#endif
