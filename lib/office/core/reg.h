/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_REG_H
#define OSQ_OFFICE_CORE_REG_H

#include "office/core/import.h"

/*
 * A register: a list that an office keeps.  Each is defined in the folder of what it
 * lists, in a file ..._registers.c, and has an entry in the table of
 * registers/registers.c.  All of them are listed and imported by registers/register.c.
 */

/* A column of a register that holds a code of another one, or nothing. */
struct reg_reference {
	const char *column;
	/* Look up the id of CODE; NO with a message when there is none. */
	enum status (*find)(struct office *office, const char *code, int64_t *id);
};

struct reg {
	const char *kind;             /* as osq-admin takes it: "procedures" */
	const char *about;            /* English, marked N_() */
	const struct column *columns; /* the first `keys` of them are its key */
	int keys;
	/* Who may change it and who may see it (enum role); 0: whoever may call the verb
	 * that does. */
	unsigned writers, readers;
	/* What belongs to the key of a row besides those columns; NULL: nothing. */
	const char *(*key_besides)(const struct value *values);
	/*
	 * With remove_sql: only rows that share this many of the first key columns with a
	 * row of the file are removed; so the steps of procedures that the file does not
	 * name stay.  0: all.
	 */
	int within;
	const char *unique;   /* a column besides the key that must be unique; or NULL */
	const char *list_sql; /* all rows, columns in order */
	const char *find_sql; /* the row of a key; parameters ":<key column>" */
	const char *put_sql;  /* insert or update; parameters ":<column>" */
	/* The table whose names change while reports of before keep them; NULL: none. Its
	 * columns code and name are the register's. */
	const char *named;
	/*
	 * Columns that an import takes besides, behind the others, and what makes of them
	 * those that are stored: it changes VALUES and PRESENT in place, and refuses as
	 * `check` does.  Both or neither.
	 */
	const struct column *also;
	const char *(*settle)(struct value *values, bool *present, const char **column);
	/*
	 * Checks a row beyond its columns' types.  Returns NULL, or why the row is
	 * refused with the column in *COLUMN.  May be NULL.
	 */
	const char *(*check)(const struct value *values, const char **column);
	const struct reg_reference *references; /* ends with { NULL, NULL }; or NULL */
	/* Writes more after the row is stored; may be NULL. */
	enum status (*after)(struct import *import, const struct value *values);
	/*
	 * For a register that is imported as a whole: removes the rows that the file does
	 * not have (a new opening time replaces the old one).  NULL: such rows stay.
	 */
	const char *remove_sql; /* parameters ":<key column>" */
	/*
	 * For a register whose entries end and are not erased, by their column `until`:
	 * ends one; parameters ":<key column>" and ":until".  Or NULL.
	 */
	const char *end_sql;
	/* Checks the register as a whole, after all rows; may be NULL. */
	enum status (*check_all)(struct import *import);
	/*
	 * Due moments are computed from this register: an import reports which open
	 * dossiers would now be due at another moment, but changes none (see promises.h).
	 */
	bool promises;
	/*
	 * Slots are computed from this register: an import reports which bookings are hit
	 * (queue/booking_hit.h), but cancels none.
	 */
	bool bookings;
	/*
	 * For a register with a form of its own, which has none of the statements above.
	 */
	enum status (*list)(struct office *office, struct sink *sink);
	enum status (*import)(struct office *office, struct import_listener *listener,
			      struct import **import);
};

/* The flag of a column, and a SELECT of all rows and of the row of one key: for the
 * entries' own files. */
#define REQUIRED COLUMN_REQUIRED
/* The last day on which an entry is in force; empty: it has no end. */
#define UNTIL_COLUMN                                                                                 \
	{                                                                                            \
		.key = "until", .heading = N_("Last day"), .type = COL_DAY,                          \
		.flags = COLUMN_CODE, .aliases = "Ngày cuối|Đến hết ngày|Ngày kết thúc" \
	}
#define LIST_AND_FIND(columns, from, where, order)                                       \
	.list_sql = "SELECT " columns " FROM " from " ORDER BY " order,                  \
	.find_sql = "SELECT " columns " FROM " from " WHERE " where

#endif
