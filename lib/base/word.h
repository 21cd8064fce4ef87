/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_WORD_H
#define OSQ_BASE_WORD_H

#include <stddef.h>

/*
 * A closed list of words: a table that ends with { .code = NULL }.  Each list is written
 * once, in the folder that its words belong to; columns, options, settings, completion
 * and the checks of imports read it there.
 */
struct word {
	const char *code;    /* as stored and typed: "working-day" */
	const char *aliases; /* what else people write for it, the first the one that
			      * documents show: "ngày làm việc|working day"; or NULL */
};

extern const struct word yes_no[];

/* The entry whose code is exactly CODE; NULL where there is none, or CODE is NULL. */
const struct word *word_find(const struct word *words, const char *code);

/* The first of LIST, separated by commas, that is not among WORDS, and its length in *N;
 * NULL where all of them are. */
const char *word_stranger(const struct word *words, const char *list, size_t *n);

/* The codes with BETWEEN between them: "counter online post".  The caller frees it. */
char *word_codes(const struct word *words, const char *between);

#endif
