/* SPDX-License-Identifier: MIT */
#include "office/rules/published_plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/mem.h"
#include "base/text.h"
#include "office/rules/published_clause.h"

/* What may stand at either side of a number or a word. */
#define APART TEXT_BLANKS ".,/()[]:;-+%"

/* --- Half days --- */

/* The text behind WORD, where TEXT begins with it in whatever case, blanks and line ends
 * between its syllables; NULL where it does not. */
static const char *
behind_words(const char *text, const char *words)
{
	while (*words) {
		size_t n = strcspn(words, " "), length = 0;
		char word[32], *piece;
		bool same;

		text += strspn(text, TEXT_BLANKS);
		while (text[length] && !strchr(TEXT_BLANKS ".,;:()/", text[length]))
			length++;
		if (!length || length >= sizeof(word) || n >= sizeof(word))
			return NULL;
		piece = mem_print("%.*s", (int)length, text);
		memcpy(word, words, n);
		word[n] = '\0';
		same = fold_same(piece, word);
		free(piece);
		if (!same)
			return NULL;
		text += length;
		words += n + (words[n] == ' ');
	}
	return text;
}

/* Behind a number of days that ends in a half: how many half days; 0 for none. */
static int
halves_at(const char *text, const char **end)
{
	size_t n = strspn(text, "0123456789");
	const int whole = n && n < 4 ? atoi(text) : 0;
	const char *rest = text + n;

	if (n > 3)
		return 0;
	if (n && (*rest == ',' || *rest == '.') && rest[1] == '5' &&
	    !strchr("0123456789", rest[2] ? rest[2] : 'x')) {
		*end = rest + 2;
		return 2 * whole + 1;
	}
	if (n == 1 && !strncmp(text, "1/2", 3)) {
		*end = text + 3;
		return 1;
	}
	if (!strncmp(rest, "½", strlen("½"))) {
		*end = rest + strlen("½");
		return 2 * whole + 1;
	}
	if (!n && (*end = behind_words(text, "nửa")))
		return 1;
	return 0;
}

char *
published_spelt(const char *text)
{
	struct buf out = { 0 };
	bool begins = true, is_digit = false; /* no number or word is cut in two */

	buf_text(&out, "");
	while (*text) {
		const char *end = NULL, *days, *working;
		int halves = begins ? halves_at(text, &end) : 0;

		if (halves && (days = behind_words(end, "ngày"))) {
			working = behind_words(days, "làm việc");
			buf_print(&out, "%d giờ làm việc", 4 * halves);
			text = working ? working : days;
			continue;
		}
		if (is_digit && !strchr("0123456789", *text) && !strchr(APART, *text))
			buf_text(&out, " ");
		begins = strchr(APART, *text) != NULL;
		is_digit = strchr("0123456789", *text) != NULL;
		buf_add(&out, text++, 1);
	}
	return out.text;
}

/* --- What else is said --- */

/* The words of sentences that tell a time and nothing else, and where one hands in. */
static const char *const plain_words[] = {
	"ngay",  "gio",    "lam",  "viec", "nlv",   "tuan",  "thang", "ke",    "tu",
	"trong", "thoi",   "han",  "gian", "khong", "qua",   "toi",   "da",    "la",
	"nhan",  "duoc",   "tiep", "du",   "day",   "ho",    "so",    "hop",   "le",
	"theo",  "quy",    "dinh", "tinh", "khi",   "sau",   "giai",  "quyet", "thuc",
	"hien",  "tra",    "ket",  "cua",  "va",    "cong",  "dan",   "to",    "chuc",
	"ca",    "nhan",   "yeu",  "cau",  "tai",   "noi",   "bo",    "phan",  "mot",
	"trung", "tam",    "phuc", "vu",   "hanh",  "chinh", "ubnd",  "uy",    "ban",
	"xa",    "phuong", "cap",  "co",   "quan",  "dang",  "ky",    "nop",   "truc",
	"tuyen", "online", "mang", "dich", "dvctt", "toan",  "trinh", "buu",   "dien",
	"ich",   "quay",   "hinh", "muoi", "hai",   "ba",    "bon",   "nam",   "bay",
	"chin",  "thu",    "tuc",  "cac",
};

/* Also those with which same-day rules tell of the afternoon (Decree 23/2015, art. 7). */
static const char *const afternoon_words[] = { "neu",  "truong", "hoac", "ma",
					       "thi",  "lien",   "khac", "chieu",
					       "cung", "chung",  "thuc" };

/* And working days of what is off. */
static const char *const off_words[] = {
	"tru", "nghi", "chu", "nhat", "tet", "bao", "gom"
};

struct judging {
	bool afternoon, working;
	bool plain;
};

static bool
is_plain_word(const struct judging *j, const struct clause *c, int i)
{
	const char *word = c->words[i];

	return word_is_digits(word) || WORD_IS_ONE_OF(word, plain_words) ||
	       (j->afternoon && WORD_IS_ONE_OF(word, afternoon_words)) ||
	       (j->working && WORD_IS_ONE_OF(word, off_words));
}

static bool
judge_clause(struct reading *r, const struct clause *c, void *out)
{
	struct judging *j = out;
	int i;

	(void)r;
	if (!j->working && (clause_says(c, "khong ke") || clause_says(c, "khong tinh")))
		j->plain = false;
	if ((clause_says(c, "khong ke") || clause_says(c, "khong tinh")) &&
	    !clause_says(c, "ngay nghi") && !clause_says(c, "ngay le") &&
	    !clause_says(c, "chu nhat") && !clause_says(c, "thu bay"))
		j->plain = false;
	for (i = 0; i < c->count && j->plain; i++)
		j->plain = is_plain_word(j, c, i);
	return true;
}

bool
published_is_plain(const char *text, const struct published_times *times)
{
	const enum time_unit unit = times->of[PUBLISHED_COUNTER].unit;
	struct judging j = { .afternoon = unit == UNIT_SAME_DAY,
			     .working = unit == UNIT_WORKING_DAY,
			     .plain = true };

	clauses_read(text, judge_clause, &j);
	return j.plain;
}
