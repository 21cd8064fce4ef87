/* SPDX-License-Identifier: MIT */
#include "office/rules/addressed.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/rules/person.h"

/* ---- agencies ---- */

/* A word of a name: as it is written, and in small letters. */
struct name_word {
	const char *own, *low;
	size_t own_length, low_length;
};

/* What follows LEVEL, a level of the state, is a proper name whatever it looks like. */
static const struct phrase {
	const char *text;
	size_t words;
	bool level;
} phrases[] = {
	{ "ủy ban nhân dân", 4, false },
	{ "uỷ ban nhân dân", 4, false },
	{ "hội đồng nhân dân", 4, false },
	{ "xã", 1, true },
	{ "phường", 1, true },
	{ "đặc khu", 2, true },
	{ "thị trấn", 2, true },
	{ "thị xã", 2, true },
	{ "huyện", 1, true },
	{ "quận", 1, true },
	{ "thành phố", 2, true },
	{ "tỉnh", 1, true },
};

static bool
begins(const char *text, const char *with)
{
	const size_t n = strlen(with);

	return !strncmp(text, with, n) && (!text[n] || text[n] == ' ' || text[n] == ',');
}

static const struct phrase *
find_phrase(const char *low)
{
	size_t i;

	for (i = 0; i < sizeof(phrases) / sizeof(*phrases); i++)
		if (begins(low, phrases[i].text))
			return &phrases[i];
	return NULL;
}

/* The word behind W, of which both texts have as many; false where there is none. */
static bool
next_word(struct name_word *w)
{
	w->own += w->own_length;
	w->low += w->low_length;
	w->own += strspn(w->own, TEXT_BLANKS);
	w->low += strspn(w->low, TEXT_BLANKS);
	w->own_length = strcspn(w->own, TEXT_BLANKS);
	w->low_length = strcspn(w->low, TEXT_BLANKS);
	return w->own_length && w->low_length;
}

/* The bytes of the letter that S begins with. */
static size_t
first_letter(const char *s)
{
	size_t n = 1;

	while ((s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* Whether no word of NAME goes on in small letters. */
static bool
is_shouted(const char *name, const char *low)
{
	struct name_word w = { .own = name, .low = low };

	while (next_word(&w)) {
		const size_t own = first_letter(w.own), small = first_letter(w.low);

		if (w.own_length > own && (*w.own < '0' || *w.own > '9') &&
		    w.own_length - own == w.low_length - small &&
		    !strncmp(w.own + own, w.low + small, w.own_length - own))
			return false;
	}
	return true;
}

/* W with a capital in front, as it is written, and the rest small. */
static void
put_name(struct buf *out, const struct name_word *w)
{
	const size_t small = first_letter(w->low);

	buf_add(out, w->own, first_letter(w->own));
	buf_add(out, w->low + small, w->low_length - small);
}

/* W of a name in capitals.  LEFT words of a phrase are still to come, and behind a level
 * comes a PROPER name. */
static void
put_shouted(struct buf *out, const struct name_word *w, size_t *left, bool *proper)
{
	const struct phrase *phrase = *left || *proper ? NULL : find_phrase(w->low);

	if (phrase) {
		*left = phrase->words;
		*proper = phrase->level;
	}
	if (!*left || !out->length)
		put_name(out, w);
	else
		buf_add(out, w->low, w->low_length);
	if (*left)
		--*left;
	else
		*proper = false;
}

void
addressed_agency(const char *name, struct buf *out)
{
	char *low = text_lowered(name);
	struct name_word w = { .own = name, .low = low };
	const bool shouted = is_shouted(name, low);
	struct buf said = { 0 };
	bool proper = false;
	size_t left = 0;

	while (next_word(&w)) {
		if (said.length)
			buf_text(&said, " ");
		if (begins(w.low, "ubnd"))
			buf_text(&said,
				 said.length ? "ủy ban nhân dân" : "Ủy ban nhân dân");
		else if (shouted)
			put_shouted(&said, &w, &left, &proper);
		else
			buf_add(&said, w.own, w.own_length);
	}
	buf_add(out, said.text ? said.text : "", said.length);
	buf_free(&said);
	free(low);
}

/* ---- those who are written to ---- */

/* With their accents: a Mr Trương is no school (trường). */
static const char *const organisations[] = {
	"công ty",
	"tổng công ty",
	"cty",
	"tập đoàn",
	"doanh nghiệp",
	"hợp tác xã",
	"htx",
	"liên hiệp",
	"tổ hợp tác",
	"hộ kinh doanh",
	"cơ sở",
	"chi nhánh",
	"văn phòng",
	"trường",
	"đại học",
	"học viện",
	"viện",
	"bệnh viện",
	"trạm y tế",
	"phòng khám",
	"trung tâm",
	"ngân hàng",
	"quỹ",
	"ủy ban",
	"uỷ ban",
	"ubnd",
	"hội",
	"hội đồng",
	"hiệp hội",
	"liên đoàn",
	"công đoàn",
	"đoàn thanh niên",
	"ban quản lý",
	"ban quản trị",
	"ban chỉ huy",
	"sở",
	"chi cục",
	"cục",
	"phòng",
	"công an",
	"bảo hiểm xã hội",
	"chùa",
	"nhà thờ",
	"giáo xứ",
	"nhà máy",
	"xí nghiệp",
	"nhà thuốc",
	"cửa hàng",
	"tổ chức",
};

bool
addressed_is_organisation(const char *name, const char *number)
{
	char *low;
	size_t i;
	bool is = false;

	if (number && person_is_organisation(number))
		return true;
	if (!name)
		return false;
	low = text_lowered(name);
	for (i = 0; i < sizeof(organisations) / sizeof(*organisations) && !is; i++)
		is = begins(low, organisations[i]);
	free(low);
	return is;
}
