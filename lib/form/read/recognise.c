/* SPDX-License-Identifier: MIT */
#include "form/read/recognise.h"

#include <iconv.h>
#include <string.h>

#include "base/fold.h"
#include "form/read/syllable.h"

#define PROBE ((size_t)1024) /* enough for a line of headings */
/* The percentage of syllables that Vietnamese has even with some foreign names. */
#define LEAST 70
/* Fewer prove nothing: a bad byte or two of UTF-8 would pass for a letter. */
#define WORDS 3

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

const char *
encoding_of_start(const char *s, size_t n, size_t *bom)
{
	*bom = 0;
	if (n >= 3 && !memcmp(s, "\xef\xbb\xbf", 3)) {
		*bom = 3;
		return "UTF-8";
	}
	if (n >= 2 && (!memcmp(s, "\xff\xfe", 2) || !memcmp(s, "\xfe\xff", 2))) {
		*bom = 2;
		return *s == '\xff' ? "UTF-16LE" : "UTF-16BE";
	}
	return by_nuls(s, n);
}

/* How many bytes a UTF-8 sequence that begins at S takes, as its first byte says. */
static size_t
measure_sequence(const char *s, size_t n)
{
	unsigned char c = (unsigned char)*s;
	size_t i, length = c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;

	for (i = 1; i < length && i < n; i++)
		if (((unsigned char)s[i] & 0xc0) != 0x80)
			return 0;
	return length;
}

/* Whether there are more UTF-8 sequences beyond ASCII than bytes that belong to none. */
static bool
is_utf8(const char *s, size_t n)
{
	size_t good = 0, bad = 0, i = 0, length;

	while (i < n) {
		if (!((unsigned char)s[i] & 0x80)) {
			i++;
			continue;
		}
		length = measure_sequence(s + i, n - i);
		if (length > n - i)
			break; /* cut off, so it proves nothing */
		good += length > 0;
		bad += !length;
		i += length ? length : 1;
	}
	return good > bad;
}

/* Convert the N bytes from ENCODING to UTF-8; bytes that it does not have are left out,
 * and their number is returned. */
static size_t
decode_bytes(const char *encoding, const char *bytes, size_t n, struct buf *out)
{
	char piece[4096], *in = (char *)bytes, *to;
	size_t left = n, bad = 0;
	iconv_t cd = iconv_open("UTF-8", encoding_for_iconv(encoding));

	if (cd == (iconv_t)-1)
		return n;
	while (left) {
		size_t room = sizeof(piece), before = left;

		to = piece;
		iconv(cd, &in, &left, &to, &room);
		if (left == before) {
			in++;
			left--;
			bad++;
		}
		buf_add(out, piece, (size_t)(to - piece));
	}
	to = piece;
	left = sizeof(piece);
	iconv(cd, NULL, NULL, &to, &left); /* a letter held back for its accent */
	buf_add(out, piece, (size_t)(to - piece));
	iconv_close(cd);
	return bad;
}

/* How many of the bytes are not in TCVN3, though in iconv's larger table. */
static size_t
beyond_tcvn3(const char *bytes, size_t n)
{
	size_t i, count = 0;

	for (i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes[i];

		count += (c >= 0x80 && c < 0xa0) || c == 0xff;
	}
	return count;
}

/* The share, in percent, of the words beyond ASCII that are syllables. */
static size_t
share_of_syllables(const char *encoding, const char *bytes, size_t n)
{
	struct buf text = { 0 };
	size_t words = 0, syllables = 0, bad;

	bad = decode_bytes(encoding, bytes, n, &text);
	if (!strcmp(encoding, "TCVN3"))
		bad += beyond_tcvn3(bytes, n);
	if (text.length)
		syllables_count(text.text, text.length, &words, &syllables);
	buf_free(&text);
	return words >= WORDS ? 100 * syllables / (words + bad) : 0;
}

const char *
encoding_of(const char *bytes, size_t n)
{
	size_t windows, tcvn;

	if (is_utf8(bytes, n))
		return "UTF-8";
	windows = share_of_syllables("WINDOWS-1258", bytes, n);
	tcvn = share_of_syllables("TCVN3", bytes, n);
	if (windows < LEAST && tcvn < LEAST)
		return "UTF-8"; /* no Vietnamese: let the reader report the bytes */
	return windows >= tcvn ? "WINDOWS-1258" : "TCVN3";
}

const struct word encodings[] = {
	{ "UTF-8", "utf8" },
	{ "UTF-16LE", "utf16le|utf-16|utf16|unicode" },
	{ "UTF-16BE", "utf16be" },
	{ "WINDOWS-1258", "windows1258|cp1258|1258" },
	{ "TCVN3", "tcvn|abc|tcvn-3|tcvn5712|tcvn5712-1|tcvn5712-3" },
	{ 0 },
};

const char *
encoding_called(const char *name)
{
	const struct word *word;

	for (word = encodings; word->code; word++)
		if (fold_same(word->code, name) || fold_listed(word->aliases, name))
			return word->code;
	return name;
}

/* TCVN 5712 has three tables; TCVN3 is its third, which is a part of the first. */
const char *
encoding_for_iconv(const char *encoding)
{
	return strcmp(encoding, "TCVN3") ? encoding : "TCVN5712-1";
}
