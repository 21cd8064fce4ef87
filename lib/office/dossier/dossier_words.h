/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_WORDS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_WORDS_H

#include "base/mem.h"
#include "office/core/office.h"

/*
 * The full-text index of the dossiers; which words those are: rules/words.h.
 *
 * The index does not keep a dossier's words, so they are taken out by the same words
 * that were put in.  Whoever changes code, applicant, id_number, phone, address or
 * procedure_id of a dossier does, inside the one transaction,
 *
 *	words_drop(office, id);
 *	UPDATE dossier ...;
 *	words_put(office, id);
 *
 * and who deletes one, words_drop() before the DELETE.  Whatever else changes needs
 * neither.  `osq-admin check` finds where this was not held.
 */
enum status words_put(struct office *office, int64_t id);
enum status words_drop(struct office *office, int64_t id);

/* words_put() for all dossiers behind the id AFTER, of which none is in the index yet:
 * after the last of many rows, and by the step that makes the index. */
enum status words_fill(struct store *store, int64_t after);

/* The words of a row of the table dossier, as an expression of SQL. */
#define WORDS_OF_DOSSIER "words(code, applicant, id_number, phone, address, procedure_id)"

/* Merge the index into one piece, so that words which were dropped are in none of it:
 * until then they stand in older pieces beside the note that they are gone. */
enum status words_merge(struct office *office);

/* A question to the index. */
struct words_query {
	struct buf match;   /* for MATCH; empty: nothing was asked of the index */
	struct buf numbers; /* for has_numbers(), where it has a text */
};

/*
 * Ask for TEXT, words in any order: each is one of the dossier's words, or of the name of
 * its procedure (run together: `khaisinh`), or its ID or telephone number, or the last
 * four digits of one.  Where nothing is found by whole words, each of them begins one:
 * all that begin as a word does cost twenty times as much, and who wrote `an` was asking
 * for no Anh.  What is asked for is added to what was before.
 */
enum status words_ask(struct office *office, struct words_query *query, const char *text);

/* Ask for dossiers under one procedure, or under those of the field, of which FIELD (as
 * it was typed) has words. */
void words_ask_procedure(struct words_query *query, int64_t procedure);
enum status words_ask_field(struct office *office, struct words_query *query,
			    const char *field);

/* Ask for an ID or telephone number.  One without enough digits asks for nothing. */
void words_ask_number(struct words_query *query, const char *number);

/* Free what is in it. */
void words_query_free(struct words_query *query);

#endif
