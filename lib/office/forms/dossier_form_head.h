/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_DOSSIER_FORM_HEAD_H
#define OSQ_OFFICE_FORMS_DOSSIER_FORM_HEAD_H

#include "office/forms/form_section.h"

/* The letterhead: one row with the settings of the form's day. */
extern const struct form_section form_head;

#endif
