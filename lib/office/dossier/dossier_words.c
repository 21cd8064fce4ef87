/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "office/dossier/dossier_fields.h"
#include "office/rules/words.h"

/* The fields of WORDS_OF_DOSSIER are marked SOUGHT in the table of fields, so that
 * imports know when the words have changed. */
enum {
	SOUGHT_FIELDS = 0
#define FIELD(id, key, heading, type, list, file, facts, ...)                            \
	FILE_FIELD(id, key, heading, type, file, facts, )
#define FILE_FIELD(id, key, heading, type, file, facts, ...) +(((facts)&SOUGHT) != 0)
#include "office/dossier/dossier_fields.def"
};
_Static_assert(SOUGHT_FIELDS == 5, "what is SOUGHT is in words(), with a schema step");

static const char put_sql[] = "INSERT INTO dossier_words (rowid, words)"
			      " SELECT id, " WORDS_OF_DOSSIER
			      " FROM dossier WHERE id = :id";

static const char drop_sql[] = "INSERT INTO dossier_words (dossier_words, rowid, words)"
			       " SELECT 'delete', id, " WORDS_OF_DOSSIER
			       " FROM dossier WHERE id = :id";

static enum status
run_of_dossier(struct office *office, const char *sql, int64_t id)
{
	struct query q;

	query_open(&q, office->store, sql);
	query_int(&q, ":id", id);
	query_run(&q);
	return query_close(&q);
}

enum status
words_put(struct office *office, int64_t id)
{
	return run_of_dossier(office, put_sql, id);
}

enum status
words_drop(struct office *office, int64_t id)
{
	return run_of_dossier(office, drop_sql, id);
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

enum status
words_merge(struct office *office)
{
	struct query q;

	query_open(&q, office->store,
		   "INSERT INTO dossier_words (dossier_words) VALUES ('optimize')");
	query_run(&q);
	return query_close(&q);
}

/* TEXT folded (words_fold()), a new copy to be freed. */
static char *
copy_folded(const char *text)
{
	size_t size = fold_text(text, NULL, 0) + 1; /* of the same length */
	char *out = mem_alloc(size);

	words_fold(text, out, size);
	return out;
}

static void
add_and(struct words_query *query)
{
	if (query->match.length)
		buf_text(&query->match, " AND ");
}

/* A procedure, with the name and the code, folded, that a question may use for it. */
struct named {
	int64_t id;
	char *text;
};

/* A question that is being made into a query of the index. */
struct asking {
	struct words_query *query;
	bool whole;               /* ask for whole words, not for how words begin */
	struct named *procedures; /* read and folded once, for every word of it */
	size_t count;
};

static enum status
read_procedures(struct office *office, struct asking *a)
{
	struct query q;

	query_open(&q, office->store, "SELECT id, name || ' ' || code FROM procedure");
	while (query_row(&q)) {
		a->procedures = mem_more(a->procedures, a->count, sizeof(*a->procedures));
		a->procedures[a->count++] = (struct named){
			query_col_int(&q, 0), copy_folded(query_col_given(&q, 1))
		};
	}
	return query_close(&q);
}

static void
free_procedures(struct asking *a)
{
	while (a->count)
		free(a->procedures[--a->count].text);
	free(a->procedures);
}

/* Append "OR" and the word of each procedure whose name or code has WORD. */
static void
or_procedures(struct asking *a, const char *word)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		if (fold_has(a->procedures[i].text, word, a->whole))
			buf_print(&a->query->match, " OR \"_%lld\"",
				  (long long)a->procedures[i].id);
}

static bool
is_digits(const char *word)
{
	return *word && !word[strspn(word, "0123456789")];
}

/* Append one folded word of the question. */
static void
ask_word(struct asking *a, const char *word)
{
	struct buf *match = &a->query->match;

	add_and(a->query);
	buf_print(match, "(\"%s\"%s", word, a->whole ? "" : " *");
	if (strlen(word) == WORDS_TAIL && is_digits(word))
		buf_print(match, " OR \"_i%s\"", word);
	or_procedures(a, word);
	buf_text(match, ")");
}

static void
ask_words(struct asking *a, char *words)
{
	char *word;

	while ((word = strsep(&words, " ")))
		if (*word)
			ask_word(a, word);
}

/* So many digits with only a few signs between them are a number and no name. */
static bool
is_number(const char *part, char digits[static WORDS_DIGITS])
{
	return !part[strspn(part, "0123456789.+-")] &&
	       strlen(words_digits(part, digits)) >= 9;
}

/* How many bytes from TEXT on are a telephone or card number written in several groups of
 * digits, "0912 345 678"; 0: none.  "261123 0042", the end of a code, is none, and
 * neither are two whole numbers beside each other. */
static size_t
groups_length(const char *text)
{
	const char *s = text + (*text == '+'), *end = s;
	size_t digits = 0, groups = 0, n;

	if (*text != '0' && strncmp(text, "+84", 3) != 0)
		return 0;
	while ((n = strspn(s, "0123456789")) && n < 9 && (!s[n] || s[n] == ' ')) {
		digits += n;
		groups++;
		end = s + n;
		s = end + strspn(end, " ");
	}
	return groups > 1 && digits >= 10 && digits <= 12 ? (size_t)(end - text) : 0;
}

/* Take the blanks out of the numbers in TEXT, and the brackets around an area's code,
 * which are in no word. */
static void
join_groups(char *text)
{
	char *to = text, *bracket;

	for (bracket = text; (bracket = strpbrk(bracket, "()")); bracket++)
		*bracket = ' ';
	text += strspn(text, " ");
	while (*text) {
		const char *end = text + groups_length(text);

		for (; text < end; text++)
			if (*text != ' ')
				*to++ = *text;
		while (*text && *text != ' ')
			*to++ = *text++;
		while (*text == ' ')
			*to++ = *text++;
	}
	*to = '\0';
}

/* Append what stands between two blanks of the question: a number, the end of a code, or
 * words. */
static void
ask_part(struct asking *a, const char *part)
{
	const char *end = words_code_end(part);
	struct buf *match = &a->query->match, *numbers = &a->query->numbers;
	char digits[WORDS_DIGITS], *words;

	if (!end && is_number(part, digits)) {
		add_and(a->query);
		buf_print(match, "(\"%s\"%s OR \"_i%s\")", digits, a->whole ? "" : " *",
			  digits + strlen(digits) - WORDS_TAIL);
		buf_print(numbers, "%s%s", numbers->length ? " " : "", digits);
		return;
	}
	words = copy_folded(end ? end : part);
	ask_words(a, words);
	free(words);
}

/* Append the whole question without its blanks, since names are typed so too. */
static void
or_joined(struct asking *a, const char *text)
{
	char *words = copy_folded(text), *to = words, *from;

	if (strchr(words, ' ') && !a->query->numbers.length) {
		for (from = words; *from; from++)
			if (*from != ' ')
				*to++ = *from;
		*to = '\0';
		buf_print(&a->query->match, " OR \"%s\" *", words);
	}
	free(words);
}

/* Make the query of A, which is empty, of all of TEXT. */
static void
ask_parts(struct asking *a, const char *text)
{
	char *copy = mem_text(text), *rest = copy, *part;

	join_groups(copy);
	while ((part = strsep(&rest, " \t\r\n")))
		if (*part)
			ask_part(a, part);
	free(copy);
	if (!a->query->match.length) /* it has no letter, so nothing fits it */
		buf_text(&a->query->match, "\"_0\"");
	else if (!a->whole)
		or_joined(a, text);
}

static const char found_sql[] =
	"SELECT 1 FROM dossier_words WHERE dossier_words MATCH :match LIMIT 1";

enum status
words_ask(struct office *office, struct words_query *query, const char *text)
{
	struct words_query asked = { .match = { .length = 0 } };
	struct asking a = { .query = &asked, .whole = true };
	int64_t found;
	enum status st = read_procedures(office, &a);

	if (!st) {
		ask_parts(&a, text);
		st = office_number(office, found_sql, ":match", asked.match.text, &found);
	}
	if (st == NO) {
		a.whole = false;
		words_query_free(&asked);
		ask_parts(&a, text);
		st = OK;
	}
	free_procedures(&a);
	add_and(query);
	buf_print(&query->match, "(%s)", asked.match.text);
	if (asked.numbers.length)
		buf_print(&query->numbers, "%s%s", query->numbers.length ? " " : "",
			  asked.numbers.text);
	words_query_free(&asked);
	return st;
}

void
words_ask_procedure(struct words_query *query, int64_t procedure)
{
	add_and(query);
	buf_print(&query->match, "\"_%lld\"", (long long)procedure);
}

enum status
words_ask_field(struct office *office, struct words_query *query, const char *field)
{
	char *words = copy_folded(field);
	struct query q;

	add_and(query);
	buf_text(&query->match, "(\"_0\"");
	query_open(&q, office->store, "SELECT id, field FROM procedure");
	while (query_row(&q)) {
		char *text = copy_folded(query_col_given(&q, 1));

		if (*words && fold_matches(text, words))
			buf_print(&query->match, " OR \"_%lld\"",
				  (long long)query_col_int(&q, 0));
		free(text);
	}
	buf_text(&query->match, ")");
	free(words);
	return query_close(&q);
}

void
words_ask_number(struct words_query *query, const char *number)
{
	char digits[WORDS_DIGITS];
	size_t n = strlen(words_digits(number, digits));

	if (n < WORDS_TAIL)
		return;
	add_and(query);
	buf_print(&query->match, "\"_i%s\"", digits + n - WORDS_TAIL);
}

void
words_query_free(struct words_query *query)
{
	buf_free(&query->match);
	buf_free(&query->numbers);
}
