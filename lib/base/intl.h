/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_INTL_H
#define OSQ_BASE_INTL_H

#include <stdbool.h>

/*
 * Messages in the user's language, one of base/language.h.  Which one is decided when the
 * first text is shown, so that a command that shows none pays nothing for it.
 */
#define _(text)  intl_text(text)
#define N_(text) (text) /* marked for the translators, looked up later by _() */

/* The same for an English text that has several roles, each with a translation of its
 * own: ROLE, a literal word, tells the translators which ("count": how many are late). */
#define NC_(role, text) (role "\004" text)

/* TEXT in the language in force; TEXT itself where there is no translation, NULL for
 * NULL.  It lives as long as the program. */
const char *intl_text(const char *text) __attribute__((format_arg(1)));

/* The text for ERROR, an errno, in the language in force; a rare one comes in English, as
 * strerror() has it.  The next call for a rare error may overwrite it. */
const char *intl_error(int error);

/* Show texts in the language CODE ("vi") from now on, whatever the environment says; in
 * English where CODE is not in languages[].  NULL or "" changes nothing: then the first
 * of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set decides. */
void intl_use(const char *code);

/* The code of the language in force, "en" or another of languages[]; it lives as long as
 * the program. */
const char *intl_language(void);

/* True where the environment names a language, which then goes before the office's
 * setting. */
bool intl_environment_decides(void);

#endif
