/* SPDX-License-Identifier: MIT */
#include "form/read/delimiter.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define LINES 30 /* so many lines are looked at */

static const char candidates[] = ",;\t";

#define CANDIDATES (sizeof(candidates) - 1)

/* How often each candidate stands in each line, outside of quotes. */
struct counts {
	int of[CANDIDATES][LINES];
	size_t lines;
};

static void
count_all(const char *s, size_t n, struct counts *counts)
{
	bool quoted = false, empty = true;
	size_t i;

	for (i = 0; i < n && counts->lines < LINES; i++) {
		const char *c = s[i] ? strchr(candidates, s[i]) : NULL;

		if (s[i] == '"')
			quoted = !quoted;
		if (!quoted && (s[i] == '\n' || s[i] == '\r')) {
			counts->lines += !empty;
			empty = true;
			continue;
		}
		empty = false;
		if (c && !quoted)
			counts->of[c - candidates][counts->lines]++;
	}
	if (counts->lines < LINES)
		counts->lines += !empty;
}

/* The number that most lines have of a candidate, of those that have any; *LINES of
 * them. */
static int
usual_count(const int *of, size_t count, int *lines)
{
	int usual = 0;
	size_t i, j;

	*lines = 0;
	for (i = 0; i < count; i++) {
		int same = 0;

		for (j = 0; j < count && of[i]; j++)
			same += of[j] == of[i];
		if (same > *lines) {
			*lines = same;
			usual = of[i];
		}
	}
	return usual;
}

/* `sep=;`, also in capitals or in quotes, as some spreadsheets announce it. */
static size_t
announcement_length(const char *s, size_t n, char *delimiter)
{
	const size_t quote = n && s[0] == '"';
	const size_t length = 5 + 2 * quote;

	if (n <= length || strncasecmp(s + quote, "sep=", 4) != 0 ||
	    (quote && s[length - 1] != '"') || (s[length] != '\r' && s[length] != '\n'))
		return 0;
	*delimiter = s[quote + 4];
	return length;
}

char
delimiter_find(const char *text, size_t n, size_t *skipped)
{
	struct counts counts = { .lines = 0 };
	int most = 0, most_cells = 0;
	char best = ',';
	size_t i;

	if ((*skipped = announcement_length(text, n, &best)))
		return best;
	count_all(text, n, &counts);
	for (i = 0; i < CANDIDATES; i++) {
		int lines, cells = usual_count(counts.of[i], counts.lines, &lines);

		if (lines < most || (lines == most && cells <= most_cells))
			continue;
		most = lines;
		most_cells = cells;
		best = candidates[i];
	}
	return best;
}
