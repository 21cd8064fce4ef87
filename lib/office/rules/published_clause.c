/* SPDX-License-Identifier: MIT */
#include "office/rules/published_clause.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "office/rules/published.h"

/* Whether a new item begins behind the line end at TEXT: with a bullet, a number of its
 * own, or a capital.  Otherwise a narrow column has broken a sentence. */
static bool
begins_item(const char *text)
{
	size_t digits;

	while (text_is_blank(*text))
		text++;
	digits = strspn(text, "0123456789");
	return !*text || strchr("-+*", *text) || !strncmp(text, "•", strlen("•")) ||
	       !strncmp(text, "–", strlen("–")) || text_is_capital(text) ||
	       (digits && (text[digits] == ')' ||
			   (text[digits] == '.' && text_is_blank(text[digits + 1]))));
}

/*
 * The length of the clause that begins at the text: up to ';', a line end before a new
 * item, a bracket, or a comma or full stop before a blank (but not those within 15.000).
 */
static size_t
clause_length(const char *text)
{
	size_t i;

	for (i = 0; text[i]; i++) {
		if (strchr(";()", text[i]))
			break;
		if ((text[i] == '\n' || text[i] == '\r') && begins_item(text + i))
			break;
		if ((text[i] == ',' || text[i] == '.') &&
		    (!text[i + 1] || text_is_blank(text[i + 1])))
			break;
	}
	return i;
}

/* In "05 (năm) ngày" brackets that contain only a number in words are skipped. */
static const char *const numerals[] = { "mot", "hai", "ba",   "bon",  "nam",
					"sau", "bay", "tam",  "chin", "muoi",
					"lam", "tu",  "ruoi", "tram" };

bool
word_is_one_of(const char *word, const char *const *list, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!strcmp(word, list[i]))
			return true;
	return false;
}

static void
cut_words(struct clause *clause, const char *bytes, size_t n)
{
	char *raw = mem_print("%.*s", (int)n, bytes), *rest, *word;
	size_t need = fold_text(raw, NULL, 0) + 1;

	clause->text = rest = mem_alloc(need);
	fold_text(raw, rest, need);
	free(raw);
	clause->count = 0;
	while (clause->count < WORDS_MAX - 1 && (word = strsep(&rest, " ")))
		if (*word)
			clause->words[clause->count++] = word;
	clause->words[clause->count] = NULL;
}

static bool
is_numeral(const struct clause *clause)
{
	int i;

	for (i = 0; i < clause->count; i++)
		if (!WORD_IS_ONE_OF(clause->words[i], numerals))
			return false;
	return clause->count > 0;
}

/* The text without its bracketed numerals. */
static char *
without_numerals(const char *text)
{
	struct buf out = { 0 };

	buf_text(&out, "");
	while (*text) {
		const char *end = *text == '(' ? strchr(text, ')') : NULL;
		struct clause inside;
		bool numeral = false;

		if (end) {
			cut_words(&inside, text + 1, (size_t)(end - text) - 1);
			numeral = is_numeral(&inside);
			free(inside.text);
		}
		if (numeral)
			text = end;
		else
			buf_add(&out, text, 1);
		text++;
	}
	return out.text;
}

/* Take the next clause from *REST; false at the end. */
static bool
next_clause(const char **rest, bool *brackets, struct clause *clause)
{
	const char *text = *rest;
	size_t n;

	if (!*text)
		return false;
	n = clause_length(text);
	clause->bracketed = *brackets;
	cut_words(clause, text, n);
	if (text[n] == '(')
		*brackets = true;
	else if (text[n] == ')')
		*brackets = false;
	*rest = text + n + (text[n] != '\0');
	return true;
}

bool
clause_stands_at(const struct clause *clause, int i, const char *phrase)
{
	for (; i < clause->count; i++) {
		size_t n = strcspn(phrase, " ");

		if (strlen(clause->words[i]) != n ||
		    strncmp(clause->words[i], phrase, n) != 0)
			return false;
		if (!phrase[n])
			return true;
		phrase += n + 1;
	}
	return false;
}

bool
clause_says(const struct clause *clause, const char *phrase)
{
	int i;

	for (i = 0; i < clause->count; i++)
		if (clause_stands_at(clause, i, phrase))
			return true;
	return false;
}

/* The channel that a clause names; -1 where it names none, -2 where it names several. */
static int
channel_of(const struct clause *clause)
{
	static const struct {
		const char *phrase;
		int channel;
	} names[] = {
		{ "online", PUBLISHED_ONLINE },    { "truc tuyen", PUBLISHED_ONLINE },
		{ "qua mang", PUBLISHED_ONLINE },  { "dich vu cong", PUBLISHED_ONLINE },
		{ "dvctt", PUBLISHED_ONLINE },     { "buu chinh", PUBLISHED_POST },
		{ "buu dien", PUBLISHED_POST },    { "truc tiep", PUBLISHED_COUNTER },
		{ "tai quay", PUBLISHED_COUNTER }, { "mot cua", PUBLISHED_COUNTER },
	};
	int channel = -1;
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!clause_says(clause, names[i].phrase))
			continue;
		if (channel >= 0 && channel != names[i].channel)
			return -2;
		channel = names[i].channel;
	}
	return channel;
}

bool
word_is_digits(const char *word)
{
	return *word && strspn(word, "0123456789") == strlen(word);
}

static bool
has_digits(const struct clause *clause)
{
	int i;

	for (i = 0; i < clause->count; i++)
		if (strpbrk(clause->words[i], "0123456789"))
			return true;
	return false;
}

/* The channel that stands alone in brackets at REST; -1 where there is none. */
static int
channel_behind(const char *rest, bool brackets)
{
	struct clause c;
	int channel;

	if (!next_clause(&rest, &brackets, &c))
		return -1;
	channel = c.bracketed && !has_digits(&c) ? channel_of(&c) : -1;
	free(c.text);
	return channel;
}

int
clause_channel(struct reading *r, const struct clause *clause, const char **doubt)
{
	int channel = channel_of(clause);

	if (channel == -1 && r->pending >= 0) {
		channel = r->pending;
	} else if (channel == -1 && r->behind >= 0) {
		channel = r->behind;
		r->used = true;
	}
	r->pending = -1;
	if (channel == -2)
		*doubt = N_("one value is said of several channels");
	return channel < 0 ? PUBLISHED_COUNTER : channel;
}

void
clauses_read(const char *text,
	     bool (*value)(struct reading *r, const struct clause *c, void *out),
	     void *out)
{
	struct reading r = { -1, -1, false };
	char *plain = without_numerals(text);
	const char *rest = plain;
	bool brackets = false;
	struct clause c;

	while (next_clause(&rest, &brackets, &c)) {
		r.behind = channel_behind(rest, brackets);
		if (r.used)
			r.used = false;
		else if (!value(&r, &c, out) && channel_of(&c) >= 0)
			r.pending = channel_of(&c);
		free(c.text);
	}
	free(plain);
}
