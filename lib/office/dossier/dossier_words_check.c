/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_words_check.h"

#include <stdlib.h>
#include <string.h>

#include "office/dossier/dossier_words.h"

/*
 * FTS5 cannot check a contentless index, so this does: for each dossier the hashes of its
 * words are added up and those in the index subtracted; what is left is a difference.  It
 * takes sixteen bytes for each dossier and reads each side once.  Both sides are of one
 * moment, the caller's read transaction.
 */
struct one {
	int64_t id; /* any number: it comes from the file */
	uint64_t sum;
};

struct sums {
	struct one *of; /* by id */
	size_t count;
	int64_t beyond; /* words of unknown dossiers */
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

static const char dossiers_sql[] = "SELECT id, " WORDS_OF_DOSSIER
				   " FROM dossier ORDER BY id";

static enum status
add_dossiers(struct office *office, struct sums *sums)
{
	struct query q;

	query_open(&q, office->store, dossiers_sql);
	while (query_row(&q)) {
		sums->of = mem_more(sums->of, sums->count, sizeof(*sums->of));
		sums->of[sums->count++] = (struct one){
			.id = query_col_int(&q, 0), .sum = sum_of(query_col_given(&q, 1))
		};
	}
	return query_close(&q);
}

/* The dossier ID, or NULL.  Mostly they are numbered from 1 on without a gap. */
static struct one *
find_one(const struct sums *sums, int64_t id)
{
	size_t low = 0, high = sums->count, middle = (size_t)id - 1;

	if (id > 0 && middle < high && sums->of[middle].id == id)
		return &sums->of[middle];
	while (low < high) {
		middle = low + (high - low) / 2;
		if (sums->of[middle].id == id)
			return &sums->of[middle];
		if (sums->of[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
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
		const char *term = query_col_given(&q, 0);
		struct one *one = find_one(sums, query_col_int(&q, 1));

		if (one)
			one->sum -= hash_word(term, strlen(term));
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
		buf_text(first, query_col_given(&q, 0));
	else
		buf_print(first, "%lld", (long long)id);
	return query_close(&q);
}

enum status
words_check(struct office *office, int64_t *different, struct buf *first)
{
	struct sums sums = { 0 };
	int64_t one = 0;
	size_t i;
	enum status st = compare_sums(office, &sums);

	*different = sums.beyond > 0;
	for (i = sums.count; i-- > 0 && !st;) {
		if (sums.of[i].sum) {
			++*different;
			one = sums.of[i].id;
		}
	}
	free(sums.of);
	return st || !*different ? st : name_first(office, one, first);
}
