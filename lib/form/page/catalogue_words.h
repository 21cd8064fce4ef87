/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_PAGE_CATALOGUE_WORDS_H
#define OSQ_FORM_PAGE_CATALOGUE_WORDS_H

#include <jansson.h>
#include <stdint.h>

/* How times, fees and kinds of papers are worded on the pages of the catalogue. */

/* "5 working days"; to be freed. */
char *catalogue_time(int64_t limit, const char *unit);

/* "8.000 đồng", "free of charge"; to be freed. */
char *catalogue_fee(int64_t amount);

/* "original" in the reader's language. */
const char *catalogue_kind(const char *kind);

/* The words of the templates in the language in force. */
json_t *catalogue_words(void);

#endif
