/* SPDX-License-Identifier: MIT */
#include "form/decode.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"

#define PIECE ((size_t)64 * 1024)
#define PROBE ((size_t)1024) /* enough for a line of headings */

/* Fill RAW behind what is left in it. */
static enum status
fill(struct decoder *d)
{
	int code;

	d->end -= d->first;
	memmove(d->raw, d->raw + d->first, d->end);
	d->first = 0;
	errno = 0;
	d->end += fread(d->raw + d->end, 1, PIECE - d->end, d->stream);
	code = errno;
	if (ferror(d->stream))
		return fail(IO_ERROR, _("cannot read: %s"), intl_error(code ? code : EIO));
	return OK;
}

/* Headings are mostly ASCII even in Vietnamese, so that UTF-16 has a NUL in many
 * of its pairs and always on the same side; a lone NUL in UTF-8 is a bad cell. */
static const char *
by_nuls(const char *s, size_t n)
{
	size_t i, nuls[2] = { 0, 0 };

	n = n < PROBE ? n & ~(size_t)1 : PROBE;
	for (i = 0; i < n; i++)
		nuls[i % 2] += s[i] == '\0';
	if (nuls[1] > n / 8 && !nuls[0])
		return "UTF-16LE";
	if (nuls[0] > n / 8 && !nuls[1])
		return "UTF-16BE";
	return NULL;
}

static const char *
find_encoding(struct decoder *d)
{
	const char *s = d->raw;

	if (d->end >= 3 && !memcmp(s, "\xef\xbb\xbf", 3)) {
		d->first = 3;
		return NULL;
	}
	if (d->end >= 2 && (!memcmp(s, "\xff\xfe", 2) || !memcmp(s, "\xfe\xff", 2))) {
		d->first = 2;
		return *s == '\xff' ? "UTF-16LE" : "UTF-16BE";
	}
	return by_nuls(s, d->end);
}

enum status
decoder_open(struct decoder *d, FILE *stream)
{
	enum status status;
	const char *encoding;

	*d = (struct decoder){ .stream = stream, .raw = mem_alloc(PIECE) };
	if ((status = fill(d)))
		return status;
	encoding = find_encoding(d);
	if (!encoding)
		return OK;
	d->iconv = iconv_open("UTF-8", encoding);
	if (d->iconv == (iconv_t)-1)
		return fail(UNAVAILABLE, _("%s cannot be read here"), encoding);
	d->utf16 = true;
	d->text = mem_alloc(2 * PIECE); /* two bytes never become more than three */
	return OK;
}

/* Convert what RAW holds.  What is no UTF-16 becomes a byte that is no UTF-8, which
 * the reader will tell with its line. */
static size_t
convert(struct decoder *d, bool ended)
{
	char *in = d->raw + d->first, *out = d->text;
	size_t left = d->end - d->first, room = 2 * PIECE;

	while (left && iconv(d->iconv, &in, &left, &out, &room) == (size_t)-1) {
		if (errno == EINVAL && !ended)
			break; /* half a pair: the rest comes with the next piece */
		if (errno == E2BIG || !room)
			break;
		*out++ = '\xff';
		room--;
		in += left > 1 ? 2 : 1;
		left -= left > 1 ? 2 : 1;
	}
	d->first = d->end - left;
	return (size_t)(out - d->text);
}

enum status
decoder_next(struct decoder *d, const char **text, size_t *n)
{
	enum status status;

	if (d->started && (status = fill(d)))
		return status;
	d->started = true;
	if (d->utf16) {
		*text = d->text;
		*n = convert(d, d->end < PIECE);
	} else {
		*text = d->raw + d->first;
		*n = d->end - d->first;
		d->first = d->end;
	}
	return OK;
}

void
decoder_close(struct decoder *d)
{
	if (d->utf16)
		iconv_close(d->iconv);
	free(d->raw);
	free(d->text);
}
