/* SPDX-License-Identifier: MIT */
#include "form/write/wrap.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

struct wrapping {
	struct buf out;
	size_t width;
	size_t used; /* columns of the line in hand */
};

static void
break_line(struct wrapping *w)
{
	buf_text(&w->out, "\n");
	w->used = 0;
}

/* Append the N bytes at WORD, code point by code point, since it may be wider than a
 * line. */
static void
put_letters(struct wrapping *w, const char *word, size_t n)
{
	while (n) {
		char letter[8] = "";
		size_t length = 1, width;

		while (length < n && length < 4 && (word[length] & 0xc0) == 0x80)
			length++;
		memcpy(letter, word, length);
		width = text_width(letter);
		if (w->used && w->used + width > w->width)
			break_line(w);
		buf_add(&w->out, word, length);
		w->used += width;
		word += length;
		n -= length;
	}
}

static size_t
word_width(const char *word, size_t n)
{
	char copy[512];

	if (n >= sizeof(copy))
		return n;
	memcpy(copy, word, n);
	copy[n] = '\0';
	return text_width(copy);
}

char *
wrap_text(const char *text, size_t width)
{
	struct wrapping w = { .width = width };

	buf_text(&w.out, "");
	for (;;) {
		size_t n = strcspn(text, " ");

		if (w.used && w.used + word_width(text, n) > width)
			break_line(&w);
		put_letters(&w, text, n);
		if (!text[n])
			return w.out.text;
		text += n + 1;
		if (w.used < width) {
			buf_text(&w.out, " ");
			w.used++;
		}
	}
}
