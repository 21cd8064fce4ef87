/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_FIELDS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_FIELDS_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/row.h"
#include "store/query.h"

/*
 * What a dossier has, from dossier_fields.def, and the statements that are made of it: a
 * set of fields is chosen by its facts, and said in SQL as a pattern has it.
 */

/* The fields that pass between offices, in the order of exchange_columns. */
enum dossier_field {
#define FIELD(id, ...)      FIELD_##id,
#define FILE_FIELD(id, ...) FIELD_##id,
#include "office/dossier/dossier_fields.def"
	FIELDS
};

enum field_facts {
	IN_DOSSIER = 1 << 0, /* a column of the table dossier */
	IN_INTAKE = 1 << 1,  /* of dossier_intake */
	KEY = 1 << 2,        /* what it is found by */
	NAMED = 1 << 3,      /* the store has the id of what the code names, in KEY_id */
	FEW = 1 << 4,  /* few systems know it: an import pays for it where it has it */
	ZERO = 1 << 5, /* 0 where nothing is said */
	PERSONAL = 1 << 6, /* a purge removes it, and the person's file has it */
	MASKED = 1 << 7,   /* a list shows it as stars unless asked for it in full */
	SOUGHT = 1 << 8,   /* dossiers are found by its words (dossier_words.h) */
	UNSAID = 1 << 9,   /* not the store's: the export leaves it out or computes it */
	/* When an import meets a dossier that is there, what the file does not say stays,
	 * and of these: */
	SAID = 1 << 10,  /* every row says it */
	RULE = 1 << 11,  /* the rule and the promise: an empty cell says nothing either */
	ACTS = 1 << 12,  /* what acts have made of it holds */
	STATE = 1 << 13, /* the same; and it goes with the state, if the file tells one */
	ASKED = 1 << 14, /* the counter asks for it: the option of `receive` that has its
			  * key with "-" for "_", and a column of another program's
			  * records */
	TOLD = 1 << 15,  /* the person's file has it, though it is not PERSONAL */
	LAST_FOUR = 1 << 16, /* of what is MASKED: its last four characters show */
	/* Figures are made of it: who changes it keeps what it was (dossier_was.h). */
	COUNTED = 1 << 17,
};

/* Some of the fields. */
struct field_set {
	int count;
	enum dossier_field fields[FIELDS];
	const char *parameters[FIELDS + 1]; /* ":received_at"; ends with NULL */
};
#define FIELDS_NONE ((struct field_set){ .count = 0 })

/* "received_at", as files, lists and JSON have it. */
const char *field_key(enum dossier_field field);

/* Whether FIELD has all of FACTS. */
bool field_is(enum dossier_field field, unsigned facts);

/* FIELD as a column that only shows it: a word is a text there. */
struct column field_column(enum dossier_field field);

/* What it is of a dossier d, in SQL. */
const char *field_sql(enum dossier_field field);

/* One more. */
void fields_add(struct field_set *set, enum dossier_field field);

/* Those that have all facts of WITH and none of WITHOUT. */
void fields_choose(struct field_set *set, unsigned with, unsigned without);

/* Those that have all facts of WITH, and a value in VALUES (by enum dossier_field). */
void fields_choose_given(struct field_set *set, unsigned with,
			 const struct value values[FIELDS]);

/* Bind the values of SET, of VALUES (by enum dossier_field), to their :KEYs. */
void fields_bind(struct query *q, const struct field_set *set,
		 const struct value values[FIELDS]);

/* PATTERN for each of SET, parted by SEPARATOR, onto SQL: KEY in it is the field's key,
 * COLUMN its column in the store, so that "COLUMN = :KEY" is "officer_id = :officer". */
void fields_say(struct buf *sql, const struct field_set *set, const char *separator,
		const char *pattern);

/* INSERT of SET into TABLE, each field bound as :KEY, onto SQL.  OWNER is a column more,
 * bound as :OWNER; NULL for none. */
void fields_say_insert(struct buf *sql, const struct field_set *set, const char *table,
		       const char *owner);

/* EXPRESSION AS KEY onto a SELECT, which this begins where SQL is still empty. */
void fields_select_one(struct buf *sql, const char *expression, const char *key);

/* All fields as the columns of a SELECT that gives exchange_columns. */
void fields_select(struct buf *sql);

#endif
