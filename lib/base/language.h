/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_LANGUAGE_H
#define OSQ_BASE_LANGUAGE_H

#include "base/word.h"

/*
 * The languages that texts come in: one for each po/CODE.po, and English, which stands
 * in the source.  Their translations are part of the program (po/embed.sh): what it says
 * depends on no locale, no library and no file of the machine it runs on.
 */
struct language {
	const char *code;      /* "vi": ISO 639, as its po file is named */
	const char *catalogue; /* as msgfmt made it; NULL: the texts as they stand */
};

/* English comes last; the table ends with { NULL, NULL }. */
extern const struct language languages[];

/* Their codes: the values that an option or a setting for a language may have. */
extern const struct word language_words[];

/* The first language in NAMES, separated by ':', that is one of ours: "fr:vi_VN.UTF-8:en"
 * is Vietnamese.  English where none is. */
const struct language *language_choose(const char *names);

/* TEXT in LANGUAGE; TEXT itself where there is no translation, without the role before it
 * (NC_() of base/intl.h). */
const char *language_text(const struct language *language, const char *text)
	__attribute__((format_arg(2)));

#endif
