/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_DOSSIER_FORM_HEAD_H
#define OSQ_OFFICE_FORMS_DOSSIER_FORM_HEAD_H

#include "office/forms/dossier_form.h"

/* The letterhead: one row with the settings of the form's day. */
extern const struct column form_head_columns[];
enum status form_head(struct office *office, const struct dossier_form *form,
		      struct sink *sink);

#endif
