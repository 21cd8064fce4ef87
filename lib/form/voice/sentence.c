/* SPDX-License-Identifier: MIT */
#include "form/voice/sentence.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/wording.h"

/* Letters outside ASCII are bytes from 0x80 on. */
static bool
is_letter(unsigned char c)
{
	return isalpha(c) || c >= 0x80;
}

/* Whether a voice would read BEFORE and AFTER, neighbours in a counter's code, as one
 * word. */
static bool
is_joint(unsigned char before, unsigned char after)
{
	return (isdigit(before) && is_letter(after)) ||
	       (is_letter(before) && isdigit(after)) ||
	       (isupper(before) && isupper(after));
}

/* Append CODE with blanks in it: between all letters and digits, or only where a voice
 * needs them.  GOES_ON: words follow it in the sentence. */
static void
spell_code(struct buf *out, const char *lang, const char *code, bool all, bool goes_on)
{
	const bool english = !strcmp(lang, "en");

	for (; *code; code++) {
		bool apart = code[1] && (all || is_joint((unsigned char)code[0],
							 (unsigned char)code[1]));

		buf_add(out, code, 1);
		if (english && *code == 'A' && (apart || (!code[1] && goes_on)))
			buf_text(out, ",");
		if (apart)
			buf_text(out, " ");
	}
}

/* Append one part of the wording, its placeholder filled. */
static void
fill_part(struct buf *out, const char *lang, const struct wording_part *part,
	  const struct said *said, bool goes_on)
{
	if (wording_is(part, "number"))
		spell_code(out, lang, said->number, true, goes_on);
	else if (wording_is(part, "counter"))
		spell_code(out, lang, said->counter, false, goes_on);
	else if (wording_is(part, "name"))
		buf_text(out, said->name);
	else
		buf_add(out, part->text, part->length);
}

void
say_parts(const char *lang, const char *wording, const struct said *said,
	  void (*take)(void *ctx, const char *text), void *ctx)
{
	struct wording_part part;
	struct buf text = { 0 };

	while (wording_next(&wording, &part)) {
		char *harmless;

		buf_clear(&text);
		fill_part(&text, lang, &part, said, *wording == ' ');
		harmless = text_harmless(text.length ? text.text : "");
		take(ctx, harmless);
		free(harmless);
	}
	buf_free(&text);
}

static void
add_part(void *ctx, const char *text)
{
	buf_text(ctx, text);
}

void
say_text(struct buf *out, const char *lang, const char *wording, const struct said *said)
{
	say_parts(lang, wording, said, add_part, out);
}
