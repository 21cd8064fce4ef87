/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_FUNCTION_H
#define OSQ_STORE_FUNCTION_H

#include "base/mem.h"
#include "base/row.h"

struct store;

/*
 * A function of SQL.  It must give the same answer to the same arguments, whatever the
 * store holds.  No CHECK, index, view or trigger uses one: sqlite3(1), which reads and
 * mends stores too, does not know them.
 */
struct store_function {
	const char *name;
	int arguments; /* how many, up to STORE_ARGUMENTS */
	/*
	 * Answer for ARGUMENTS; texts among them are valid during the call.  *ANSWER is
	 * null before.  A text that it answers is a constant or lies in ROOM, which is a
	 * room to write into that lives with the connection.
	 */
	void (*call)(const struct value *arguments, struct value *answer,
		     struct buf *room);
};

#define STORE_ARGUMENTS 10

/* What the floor above teaches each connection, so that this one knows no trade. */
struct store_lore {
	const struct store_function *functions; /* ends with { 0 } */
	/* Called when the step that makes version VERSION of the schema has run, inside
	 * its transaction: for what SQL alone cannot do to the rows that are there. */
	enum status (*after_step)(struct store *store, int version);
};

#endif
