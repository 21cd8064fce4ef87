/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PUBLISHED_CLAUSE_H
#define OSQ_OFFICE_RULES_PUBLISHED_CLAUSE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A published text is read clause by clause, folded, so that neither accents nor letter
 * case nor dots matter.  A clause may name a channel, and a time or a fee; a channel in
 * brackets is that of the clause before it.  Private to published.c.
 */
#define WORDS_MAX 64

struct clause {
	const char *words[WORDS_MAX]; /* ends with NULL */
	char *text;                   /* that they point into */
	int count;
	bool bracketed; /* it stood in brackets */
};

/* Where a clause's value goes. */
struct reading {
	int pending; /* a channel named before its value: "Trực tuyến (03 ngày)"; or -1 */
	int behind; /* one in brackets behind it: "03 ngày (online)"; or -1 */
	bool used;  /* that one was taken, and its clause is to be passed over */
};

/* Clause by clause: VALUE reads one into OUT and tells whether it has a value. */
void clauses_read(const char *text,
		  bool (*value)(struct reading *r, const struct clause *c, void *out),
		  void *out);

/* The channel, one of enum published_channel, of a clause with a value; *DOUBT becomes a
 * reason, marked N_(), where it names several. */
int clause_channel(struct reading *r, const struct clause *clause, const char **doubt);

/* Whether the words of PHRASE, folded, stand in CLAUSE from word I on; anywhere. */
bool clause_stands_at(const struct clause *clause, int i, const char *phrase);
bool clause_says(const struct clause *clause, const char *phrase);

/* Whether a word is digits alone; one of the N in LIST. */
bool word_is_digits(const char *word);
bool word_is_one_of(const char *word, const char *const *list, size_t n);
#define WORD_IS_ONE_OF(word, list)                                                       \
	word_is_one_of(word, list, sizeof(list) / sizeof(*(list)))

#endif
