/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_FORM_BOOK_H
#define OSQ_OFFICE_FORMS_FORM_BOOK_H

#include "office/forms/form_section.h"

/* The register of a field and a year: the book itself, and its lines. */
extern const struct form_section form_book;
extern const struct form_section form_lines;

#endif
