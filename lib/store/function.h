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
	 * Put the answer for ARGUMENTS into *ANSWER, which is null beforehand; texts
	 * among the arguments are valid during the call.  A text in the answer is a
	 * constant or lies in ROOM, a buffer that lives as long as the connection.
	 */
	void (*call)(const struct value *arguments, struct value *answer,
		     struct buf *room);
};

#define STORE_ARGUMENTS 10

/* What the office gives to each connection, so that this floor knows nothing of its
 * trade. */
struct store_lore {
	const struct store_function *functions; /* ends with { 0 } */
	/* Called when the step to version VERSION of the schema has run, inside its
	 * transaction: for changes to existing rows that SQL alone cannot make. */
	enum status (*after_step)(struct store *store, int version);
};

#endif
