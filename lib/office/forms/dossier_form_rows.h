/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_DOSSIER_FORM_ROWS_H
#define OSQ_OFFICE_FORMS_DOSSIER_FORM_ROWS_H

#include "office/forms/dossier_form.h"

/* The content of a form, section by section. */
struct form_section {
	const char *key; /* "papers" */
	const struct column *columns;
	bool record; /* it has one row */
	enum status (*rows)(struct office *office, const struct dossier_form *form,
			    struct sink *sink);
};

/* The sections of a form of KIND; ends with { .key = NULL }. */
const struct form_section *form_sections(enum form_kind kind);

#endif
