/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_DOSSIER_FORM_ROWS_H
#define OSQ_OFFICE_FORMS_DOSSIER_FORM_ROWS_H

#include "office/forms/form_section.h"

/* The sections of a form of KIND; ends with NULL. */
const struct form_section *const *form_sections(enum form_kind kind);

#endif
