/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_INTL_H
#define OSQ_BASE_INTL_H

#include <stdbool.h>

/*
 * Messages in the user's language, one of base/language.h.  Which one is looked for when
 * the first text is shown, so that a command that shows none pays nothing.
 */
#define _(text)  intl_text(text)
#define N_(text) (text) /* marked for the translators, looked up later by _() */

/* TEXT in the language in force; TEXT itself where there is no translation, NULL for
 * NULL.  It lives as long as the program. */
const char *intl_text(const char *text) __attribute__((format_arg(1)));

/* What strerror() says of ERROR, an errno, in the language in force; English where it is
 * a rare one. */
const char *intl_error(int error);

/* Texts come out in the language CODE ("vi") from now on, whatever the environment says;
 * in English where it is none of ours.  NULL or "" changes nothing: it is as the first
 * that is set of LANGUAGE, LC_ALL, LC_MESSAGES and LANG says. */
void intl_use(const char *code);

/* The code of the language in force, "en" or another of languages[]; it lives as long as
 * the program. */
const char *intl_language(void);

/* True where the environment names a language itself, so that the office's
 * setting should not speak for it. */
bool intl_environment_decides(void);

#endif
