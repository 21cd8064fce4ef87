/* SPDX-License-Identifier: MIT */
#include "form/slip/slip.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "form/common/stream.h"
#include "form/slip/slip_words.h"

/* How many bytes of TEXT fit WIDTH columns: as many whole words (and parts of a
 * reference, each ended by ':') as fit, or a long word cut at a letter. */
static size_t
measure_fitting(const char *text, int width)
{
	size_t i = 0, blank = 0;
	char so_far[512];

	while (text[i] && i + 4 < sizeof(so_far)) {
		size_t next = i + 1;

		while (((unsigned char)text[next] & 0xc0) == 0x80)
			next++;
		memcpy(so_far, text, next);
		so_far[next] = '\0';
		if (text_width(so_far) > (size_t)width)
			return blank ? blank : i ? i : next;
		if (text[i] == ' ')
			blank = i;
		else if (text[i] == ':')
			blank = next;
		i = next;
	}
	return i;
}

/* Print TEXT centred, over as many lines as it takes. */
static void
print_centred(FILE *out, int width, const char *text)
{
	char *harmless = text_harmless(text ? text : "");
	const char *rest = harmless;

	while (*rest) {
		size_t n = measure_fitting(rest, width);
		char *line = mem_print("%.*s", (int)n, rest);
		int pad = (width - (int)text_width(line)) / 2;

		fprintf(out, "%*s%s\n", pad > 0 ? pad : 0, "", line);
		free(line);
		rest += n;
		while (*rest == ' ')
			rest++;
	}
	free(harmless);
}

static void
print_rule(FILE *out, int width)
{
	while (width--)
		fputc('-', out);
	fputc('\n', out);
}

enum status
slip_text(FILE *out, int width, const struct slip *slip)
{
	char *number = slip_spelled(slip->number);
	char when[sizeof("24/11/2026 07:35")];
	struct slip_words words;

	slip_words(slip, &words);
	snprintf(when, sizeof(when), "%s %s", words.date, words.time);
	print_centred(out, width, slip->office);
	print_rule(out, width);
	print_centred(out, width, words.reprint);
	print_centred(out, width, words.title);
	fputc('\n', out);
	print_centred(out, width, number);
	fputc('\n', out);
	print_centred(out, width, slip->service);
	print_centred(out, width, slip->priority);
	print_centred(out, width, when);
	print_centred(out, width, words.ahead);
	print_centred(out, width, words.range);
	print_rule(out, width);
	print_centred(out, width, words.wait);
	print_centred(out, width, slip->reference);
	slip_words_free(&words);
	free(number);
	return stream_flush(out);
}
