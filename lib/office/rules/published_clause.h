/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PUBLISHED_CLAUSE_H
#define OSQ_OFFICE_RULES_PUBLISHED_CLAUSE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Reading a published text clause by clause.  The text is folded, so that accents, letter
 * case and dots do not matter.  A clause may name a channel, and a time or a fee; a
 * channel in brackets belongs to the clause before it.  Private to published.c.
 */
#define WORDS_MAX 64

struct clause {
	const char *words[WORDS_MAX]; /* ends with NULL */
	char *text;                   /* memory that the words point into */
	int count;
	bool bracketed; /* it stood in brackets in the text */
};

/* Which channel the clause being read belongs to. */
struct reading {
	int pending; /* named before its value: "Trực tuyến (03 ngày)"; or -1 */
	int behind;  /* in brackets after it: "03 ngày (online)"; or -1 */
	bool used;   /* `behind` was used: skip the clause that names it */
};

/*
 * Read the clauses of TEXT: VALUE reads each into OUT, and returns whether it has a
 * value.
 */
void clauses_read(const char *text,
		  bool (*value)(struct reading *r, const struct clause *c, void *out),
		  void *out);

/*
 * The channel (enum published_channel) of a clause that has a value.  Where it names
 * several, *DOUBT gets a reason marked N_().
 */
int clause_channel(struct reading *r, const struct clause *clause, const char **doubt);

/*
 * Whether the words of PHRASE, folded, stand in CLAUSE from word I on; clause_says()
 * looks anywhere in it.
 */
bool clause_stands_at(const struct clause *clause, int i, const char *phrase);
bool clause_says(const struct clause *clause, const char *phrase);

/* Whether a word has only digits; whether it is one of the N words of LIST. */
bool word_is_digits(const char *word);
bool word_is_one_of(const char *word, const char *const *list, size_t n);
#define WORD_IS_ONE_OF(word, list)                                                       \
	word_is_one_of(word, list, sizeof(list) / sizeof(*(list)))

#endif
