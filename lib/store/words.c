/* SPDX-License-Identifier: MIT */
#include "store/words.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "store/internal.h"

/* TEXT folded, a blank before it, into WORDS; where its own begin there. */
static size_t
add_folded(struct buf *words, const char *text)
{
	char room[1024];
	size_t begin, length;

	if (!text)
		return words->length;
	length = text_fold(text, room, sizeof(room));
	if (length >= sizeof(room))
		length = sizeof(room) - 1;
	if (!length)
		return words->length;
	buf_add(words, " ", 1);
	begin = words->length;
	buf_add(words, room, length);
	return begin;
}

/* Once more without blanks what stands in WORDS from BEGIN on, where it has any. */
static void
add_joined(struct buf *words, size_t begin)
{
	char room[1024];
	size_t i, n = 0;

	if (begin == words->length ||
	    !memchr(words->text + begin, ' ', words->length - begin))
		return;
	for (i = begin; i < words->length && n < sizeof(room); i++)
		if (words->text[i] != ' ')
			room[n++] = words->text[i];
	buf_add(words, " ", 1);
	buf_add(words, room, n);
}

const char *
words_code_end(const char *code)
{
	const char *number = strrchr(code, '-');
	const char *day = number && number - code >= 6 ? number - 6 : NULL;
	size_t digits;

	if (!day || (day > code && day[-1] != '-') || strspn(day, "0123456789") != 6)
		return NULL;
	digits = strspn(number + 1, "0123456789");
	return digits && !number[1 + digits] ? day : NULL;
}

const char *
words_digits(const char *number, char room[static WORDS_DIGITS])
{
	size_t n = 0;

	if (number && !strncmp(number, "+84", 3)) {
		room[n++] = '0';
		number += 3;
	}
	for (; number && *number && n < WORDS_DIGITS; number++)
		if (isdigit((unsigned char)*number))
			room[n++] = *number;
	room[n < WORDS_DIGITS ? n : 0] = '\0';
	return room;
}

static void
add_tail(struct buf *words, const char *number)
{
	char room[WORDS_DIGITS];
	size_t n = strlen(words_digits(number, room));

	if (n < WORDS_TAIL)
		return;
	buf_text(words, " _i");
	buf_add(words, room + n - WORDS_TAIL, WORDS_TAIL);
}

/* "_17": printf() would take a tenth of a dossier's words. */
static void
add_id(struct buf *words, int64_t id)
{
	char digits[24];
	size_t at = sizeof(digits);

	do
		digits[--at] = (char)('0' + id % 10);
	while ((id /= 10) && at > 1);
	digits[--at] = '_';
	buf_add(words, digits + at, sizeof(digits) - at);
}

void
words_print(struct buf *words, const struct words_of *of)
{
	const char *code = of->code ? words_code_end(of->code) : NULL;

	buf_clear(words);
	add_id(words, of->procedure);
	add_joined(words, add_folded(words, of->applicant));
	add_tail(words, of->id_number);
	add_tail(words, of->phone);
	add_folded(words, of->address);
	add_folded(words, code ? code : of->code);
}

static const char *
text_of(sqlite3_value *value)
{
	return (const char *)sqlite3_value_text(value);
}

static void
sql_words(sqlite3_context *ctx, int n, sqlite3_value **values)
{
	struct buf *words = sqlite3_user_data(ctx);

	(void)n;
	words_print(words,
		    &(struct words_of){ .code = text_of(values[0]),
					.applicant = text_of(values[1]),
					.id_number = text_of(values[2]),
					.phone = text_of(values[3]),
					.address = text_of(values[4]),
					.procedure = sqlite3_value_int64(values[5]) });
	sqlite3_result_text(ctx, words->text, (int)words->length, SQLITE_TRANSIENT);
}

static void
sql_digits(sqlite3_context *ctx, int n, sqlite3_value **values)
{
	char room[WORDS_DIGITS];

	(void)n;
	sqlite3_result_text(ctx, words_digits(text_of(values[0]), room), -1,
			    SQLITE_TRANSIENT);
}

/* Whether the N digits at NUMBER are those of TEXT. */
static bool
is_number(const char *text, const char *number, size_t n)
{
	char room[WORDS_DIGITS];

	return strlen(words_digits(text, room)) == n && !memcmp(room, number, n);
}

static void
sql_has_numbers(sqlite3_context *ctx, int n, sqlite3_value **values)
{
	const char *number = text_of(values[0]), *code = text_of(values[3]);
	bool all = true;

	(void)n;
	while (number && all && *number) {
		size_t length = strcspn(number, " ");

		all = is_number(text_of(values[1]), number, length) ||
		      is_number(text_of(values[2]), number, length) ||
		      (code && memmem(code, strlen(code), number, length));
		number += length + (number[length] == ' ');
	}
	sqlite3_result_int(ctx, all);
}

static void
sql_accents(sqlite3_context *ctx, int n, sqlite3_value **values)
{
	const char *text = text_of(values[0]), *query = text_of(values[1]);

	(void)n;
	sqlite3_result_int(ctx, text && query && text_accents(text, query));
}

static void
free_words(void *words)
{
	buf_free(words);
	free(words);
}

void
words_register(struct store *store)
{
	const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

	sqlite3_create_function_v2(store->db, "words", 6, flags,
				   mem_alloc(sizeof(struct buf)), sql_words, NULL, NULL,
				   free_words);
	sqlite3_create_function(store->db, "digits", 1, flags, NULL, sql_digits, NULL,
				NULL);
	sqlite3_create_function(store->db, "has_numbers", 4, flags, NULL, sql_has_numbers,
				NULL, NULL);
	sqlite3_create_function(store->db, "accents", 2, flags, NULL, sql_accents, NULL,
				NULL);
}

static const char fill_sql[] = "INSERT INTO dossier_words (rowid, words)"
			       " SELECT id, " WORDS_OF_DOSSIER
			       " FROM dossier WHERE id > :after ORDER BY id";

enum status
words_fill(struct store *store, int64_t after)
{
	struct query q;

	query_open(&q, store, fill_sql);
	query_int(&q, ":after", after);
	query_run(&q);
	return query_close(&q);
}
