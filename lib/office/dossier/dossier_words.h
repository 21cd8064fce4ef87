/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_WORDS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_WORDS_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * The full-text index of the dossiers; rules/words.h says which words it has.
 *
 * The index does not store a dossier's words, so they can only be removed by giving the
 * same words again. Whoever changes code, applicant, id_number, phone, address or
 * procedure_id of a dossier does this inside one transaction:
 *
 * 	words_drop(office, id);
 * 	UPDATE dossier ...;
 * 	words_put(office, id);
 *
 * and calls words_drop() before deleting one.  Other changes need neither.  `osq-admin
 * check` finds where this was not done.
 */
enum status words_put(struct office *office, int64_t id);
enum status words_drop(struct office *office, int64_t id);

/*
 * words_put() for all dossiers with ids above AFTER, none of which is in the index yet:
 * after many rows were inserted, and in the schema step that makes the index.
 */
enum status words_fill(struct store *store, int64_t after);

/* The words of a row of the table dossier, as an expression of SQL. */
#define WORDS_OF_DOSSIER "words(code, applicant, id_number, phone, address, procedure_id)"

/*
 * Merge the index into one piece, so that it no longer contains words that were dropped:
 * until then, older pieces still have them, with a note that they are gone.
 */
enum status words_merge(struct office *office);

/* A query to the index. */
struct words_query {
	struct buf match;   /* for MATCH; empty: the index is not asked */
	struct buf numbers; /* for has_numbers(), if not empty */
};

/*
 * Add to QUERY a search for TEXT, whose words may come in any order.  Each is a word of
 * the dossier or of its procedure's name (also run together: `khaisinh`), or its ID or
 * telephone number, or the last four digits of one.  Only where nothing is found by whole
 * words does each word stand for all that begin with it: that costs twenty times as much,
 * and a search for `an` is not meant to find Anh.
 */
enum status words_ask(struct office *office, struct words_query *query, const char *text);

/*
 * Add a search for the dossiers under one procedure, or under those whose field has the
 * words of FIELD.
 */
void words_ask_procedure(struct words_query *query, int64_t procedure);
enum status words_ask_field(struct office *office, struct words_query *query,
			    const char *field);

/* Add a search for an ID or telephone number.  One without enough digits adds nothing. */
void words_ask_number(struct words_query *query, const char *number);

/* Free what it contains. */
void words_query_free(struct words_query *query);

#endif
