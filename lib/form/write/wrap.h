/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_WRITE_WRAP_H
#define OSQ_FORM_WRITE_WRAP_H

#include <stddef.h>

/* TEXT (valid UTF-8) with line ends put in so that no line is wider than WIDTH columns,
 * between words where possible.  To be freed. */
char *wrap_text(const char *text, size_t width);

#endif
