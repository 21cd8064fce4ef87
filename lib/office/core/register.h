/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_REGISTER_H
#define OSQ_OFFICE_CORE_REGISTER_H

#include "office/core/import.h"

/*
 * A register: what an office keeps a list of.  Each stands beside what it lists, in its
 * room's ..._registers.c, and in the table of registers/registers.c; one mechanism
 * (registers/register.c) lists and imports all of them.
 */

/* A column of a register that holds a code of another one. */
struct reg_reference {
	const char *column;
	/* Its id; NO with a message when there is none. */
	enum status (*find)(struct office *office, const char *code, int64_t *id);
};

struct reg {
	const char *kind;             /* as osq-admin takes it: "procedures" */
	const char *about;            /* English, marked N_() */
	const struct column *columns; /* the first `keys` of them are its key */
	int keys;
	/* With remove_sql: only those rows go that share so many of the first key columns
	 * with a row of the file: the steps of a procedure that it names.  0: all. */
	int within;
	const char *unique; /* a column beside the key that no two rows share, or NULL */
	const char *list_sql; /* all rows, columns in order */
	const char *find_sql; /* the row of a key; parameters ":<key column>" */
	const char *put_sql;  /* insert or update; parameters ":<column>" */
	/* What a row must obey beyond its columns' types: NULL, or the reason why
	 * not with the column in *COLUMN.  May be NULL. */
	const char *(*check)(const struct value *values, const char **column);
	const struct reg_reference *references; /* ends with { NULL, NULL }; or NULL */
	/* More to write once the row is in; may be NULL. */
	enum status (*after)(struct import *import, const struct value *values);
	/* The register is imported as a whole: rows that the file does not have go.
	 * (Hours: a new opening time replaces the old one.)  NULL: rows stay. */
	const char *remove_sql; /* parameters ":<key column>" */
	/* What the whole register must obey, asked at the end; may be NULL. */
	enum status (*check_all)(struct import *import);
	/* Due moments are computed from it: an import tells which open promises would be
	 * others now, and moves none (see promises.h). */
	bool promises;
	/* A register of its own kind, which has none of the statements above. */
	enum status (*list)(struct office *office, struct sink *sink);
	enum status (*import)(struct office *office, struct import_listener *listener,
			      struct import **import);
};

/* The flag of a column, and a SELECT of all rows and of the row of one key: for the
 * entries' own files. */
#define REQUIRED COLUMN_REQUIRED
#define LIST_AND_FIND(columns, from, where, order)                                       \
	.list_sql = "SELECT " columns " FROM " from " ORDER BY " order,                  \
	.find_sql = "SELECT " columns " FROM " from " WHERE " where

#endif
