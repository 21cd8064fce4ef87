/* SPDX-License-Identifier: MIT */
#include "form/read/decode.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "form/read/recognise.h"
#include "form/read/syllable.h"

#define PIECE ((size_t)64 * 1024)
#define LOOK  ((size_t)4096) /* bytes that suffice to recognise an encoding */

/* Read more into RAW, behind what is left in it. */
static enum status
fill_bytes(struct decoder *d)
{
	int code;

	d->end -= d->first;
	memmove(d->raw, d->raw + d->first, d->end);
	d->first = 0;
	errno = 0;
	d->end += fread(d->raw + d->end, 1, PIECE - d->end, d->stream);
	code = errno;
	if (ferror(d->stream))
		return fail(IO_ERROR, _("cannot read: %s"),
			    intl_error(code ? code : EIO));
	return OK;
}

static enum status
use_encoding(struct decoder *d, const char *encoding)
{
	d->decided = true;
	d->how->found = encoding;
	if (!strcmp(encoding, "UTF-8"))
		return OK;
	d->iconv = iconv_open("UTF-8", encoding_for_iconv(encoding));
	if (d->iconv == (iconv_t)-1) {
		char *codes = word_codes(encodings, " ");

		fail(USAGE, _("there is no encoding '%s' here"), encoding);
		fail_hint(USAGE, "%s", codes);
		free(codes);
		return USAGE;
	}
	d->converts = true;
	d->capitals = !strcmp(encoding, "TCVN3");
	d->unit = strncmp(encoding, "UTF-16", 6) ? 1 : 2;
	d->text = mem_alloc(3 * PIECE); /* a byte never becomes more than three */
	return OK;
}

static size_t
ascii_at_start(const char *s, size_t n)
{
	size_t i = 0;

	while (i < n && !((unsigned char)s[i] & 0x80))
		i++;
	return i;
}

/* Decide on the encoding, if there is something beyond ASCII to decide from: *ASCII
 * becomes how many bytes can be handed out meanwhile. */
static enum status
decide_encoding(struct decoder *d, size_t *ascii)
{
	const char *s = d->raw + d->first;
	size_t n = d->end - d->first, plain = ascii_at_start(s, n);

	*ascii = plain;
	if (plain == n)
		return OK;
	/* Where little is left behind the first byte beyond ASCII, wait for the next
	 * piece, which shows more; but not in the first piece, which has the headings. */
	if (d->started && n - plain < LOOK && d->end == PIECE && plain)
		return OK;
	*ascii = n;
	return use_encoding(d, encoding_of(s + plain, n - plain));
}

enum status
decoder_open(struct decoder *d, FILE *stream, struct reader_how *how)
{
	const char *encoding;
	size_t bom;
	enum status status;

	*d = (struct decoder){ .stream = stream, .how = how, .raw = mem_alloc(PIECE) };
	how->found = "UTF-8";
	if ((status = fill_bytes(d)))
		return status;
	encoding = encoding_of_start(d->raw, d->end, &bom);
	if (how->encoding && (!encoding || !bom))
		encoding = encoding_called(how->encoding);
	d->first = bom;
	return encoding ? use_encoding(d, encoding) : OK;
}

/* Where to stop in RAW so that no phrase is cut in two: behind the last line end. */
static size_t
whole_lines(const struct decoder *d)
{
	size_t end = d->end;

	while (end > d->first && d->raw[end - 1] != '\n' && d->raw[end - 1] != '\r')
		end--;
	return end > d->first ? end : d->end;
}

/* Convert what RAW holds.  What cannot be converted becomes a byte that is not UTF-8,
 * which the reader then reports with its line. */
static size_t
convert_bytes(struct decoder *d, bool ended)
{
	size_t stop = d->capitals && !ended ? whole_lines(d) : d->end;
	char *in = d->raw + d->first, *out = d->text;
	size_t left = stop - d->first, room = 3 * PIECE;

	while (left && iconv(d->iconv, &in, &left, &out, &room) == (size_t)-1) {
		if (errno == EINVAL && !ended)
			break; /* half a pair: the rest comes with the next piece */
		if (errno == E2BIG || !room)
			break;
		d->cut = d->cut || errno == EINVAL;
		*out++ = '\xff';
		room--;
		in += left > d->unit ? d->unit : 1;
		left -= left > d->unit ? d->unit : 1;
	}
	if (ended && !left && !d->drained) {
		iconv(d->iconv, NULL, NULL, &out, &room);
		d->drained = true;
	}
	d->first = stop - left;
	return (size_t)(out - d->text);
}

static void
hand_converted(struct decoder *d, const char **text, size_t *n)
{
	*text = d->text;
	*n = convert_bytes(d, d->end < PIECE);
	if (!d->capitals)
		return;
	buf_clear(&d->raised);
	capitals_raise(d->text, *n, &d->raised);
	*text = *n ? d->raised.text : "";
}

enum status
decoder_next(struct decoder *d, const char **text, size_t *n)
{
	size_t ascii;
	enum status status;

	if (d->started && (status = fill_bytes(d)))
		return status;
	ascii = d->end - d->first;
	if (!d->decided && (status = decide_encoding(d, &ascii)))
		return status;
	d->started = true;
	if (d->converts) {
		hand_converted(d, text, n);
		if (d->cut)
			return fail(BAD_DATA,
				    _("the text ends in the middle of a "
				      "letter (%s): it did not come "
				      "whole"),
				    d->how->found);
	} else {
		*text = d->raw + d->first;
		*n = ascii;
		d->first += ascii;
	}
	return OK;
}

void
decoder_close(struct decoder *d)
{
	if (d->converts)
		iconv_close(d->iconv);
	free(d->raw);
	free(d->text);
	buf_free(&d->raised);
}
