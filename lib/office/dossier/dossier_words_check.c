/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_words_check.h"

#include <stdlib.h>
#include <string.h>

#include "office/dossier/dossier_words.h"

/*
 * FTS5 cannot check a contentless index, so this does: for each dossier the hashes of its
 * words are added up and those in the index subtracted; what is left is a difference.  It
 * takes eight bytes for each dossier and reads each side once.  Both sides are of one
 * moment, the caller's read transaction.
 */
struct sums {
	uint64_t *of; /* by id */
	int64_t count;
	int64_t beyond; /* words of unknown dossiers and of ids below 1 */
};

/* FNV-1a; the last step spreads it over all bits, since hashes are summed. */
static uint64_t
hash_word(const char *word, size_t n)
{
	uint64_t h = 0xcbf29ce484222325u;

	while (n--)
		h = (h ^ (unsigned char)*word++) * 0x100000001b3u;
	h ^= h >> 32;
	return h * 0x9e3779b97f4a7c15u;
}

/* Whether the word of N bytes at WORD stands in WORDS before. */
static bool
was_before(const char *words, const char *word, size_t n)
{
	while (words < word) {
		size_t length = strcspn(words, " ");

		if (length == n && !memcmp(words, word, n))
			return true;
		words += length + 1;
	}
	return false;
}

static uint64_t
sum_of(const char *words)
{
	const char *word = words;
	uint64_t sum = 0;

	while (*word) {
		size_t n = strcspn(word, " ");

		if (n && !was_before(words, word, n))
			sum += hash_word(word, n);
		word += n + (word[n] == ' ');
	}
	return sum;
}

static const char dossiers_sql[] = "SELECT id, " WORDS_OF_DOSSIER " FROM dossier";

static enum status
add_dossiers(struct office *office, struct sums *sums)
{
	struct query q;

	query_open(&q, office->store, dossiers_sql);
	while (query_row(&q)) {
		int64_t id = query_col_int(&q, 0);

		if (id > 0 && id < sums->count)
			sums->of[id] += sum_of(query_col_text(&q, 1));
		else
			sums->beyond++;
	}
	return query_close(&q);
}

static enum status
run_once(struct office *office, const char *sql)
{
	struct query q;

	query_open(&q, office->store, sql);
	query_run(&q);
	return query_close(&q);
}

static enum status
take_index(struct office *office, struct sums *sums)
{
	struct query q;

	query_open(&q, office->store, "SELECT term, doc FROM temp.dossier_vocabulary");
	while (query_row(&q)) {
		const char *term = query_col_text(&q, 0);
		int64_t id = query_col_int(&q, 1);

		if (id > 0 && id < sums->count)
			sums->of[id] -= hash_word(term, strlen(term));
		else
			sums->beyond++;
	}
	return query_close(&q);
}

static enum status
compare_sums(struct office *office, struct sums *sums)
{
	enum status st = add_dossiers(office, sums);

	if (st ||
	    (st = run_once(office, "CREATE VIRTUAL TABLE temp.dossier_vocabulary"
				   " USING fts5vocab (main, dossier_words, instance)")))
		return st;
	st = take_index(office, sums);
	return worse(st, run_once(office, "DROP TABLE temp.dossier_vocabulary"));
}

static enum status
name_first(struct office *office, int64_t id, struct buf *first)
{
	struct query q;

	query_open(&q, office->store, "SELECT code FROM dossier WHERE id = :id");
	query_int(&q, ":id", id);
	if (query_row(&q))
		buf_text(first, query_col_text(&q, 0));
	else
		buf_print(first, "%lld", (long long)id);
	return query_close(&q);
}

enum status
words_check(struct office *office, int64_t *different, struct buf *first)
{
	struct sums sums = { 0 };
	int64_t id, one = 0;
	enum status st = office_number(office,
				       "SELECT coalesce(max(id), 0) + 1 FROM dossier",
				       NULL, NULL, &sums.count);

	if (st)
		return st;
	sums.of = mem_alloc((size_t)sums.count * sizeof(*sums.of));
	st = compare_sums(office, &sums);
	*different = sums.beyond > 0;
	for (id = sums.count - 1; id > 0 && !st; id--) {
		if (sums.of[id]) {
			++*different;
			one = id;
		}
	}
	free(sums.of);
	return st || !*different ? st : name_first(office, one, first);
}
