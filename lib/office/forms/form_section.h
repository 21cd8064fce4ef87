/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_FORM_SECTION_H
#define OSQ_OFFICE_FORMS_FORM_SECTION_H

#include "office/forms/dossier_form.h"

/* A part of what a template is filled with. */
struct form_section {
	const char *key; /* "papers" */
	const struct column *columns;
	bool record;     /* it has one row */
	const char *sql; /* its rows, of a dossier (:id), an act (:event) and its moment
			    (:at); NULL: ROWS sends them */
	enum status (*rows)(struct office *office, const struct dossier_form *form,
			    struct sink *sink);
};

/* A section's columns are only for templates: they have keys and types, no headings. */
#define FORM_COLUMN(key_, type_)                                                         \
	{                                                                                \
		.key = key_, .type = type_                                               \
	}
#define FORM_WORD(key_, words_)                                                          \
	{                                                                                \
		.key = key_, .type = COL_WORD, .words = words_                           \
	}

/* Send the rows of SECTION to SINK, as FORM has them. */
enum status form_section_send(struct office *office, const struct form_section *section,
			      const struct dossier_form *form, struct sink *sink);

#endif
