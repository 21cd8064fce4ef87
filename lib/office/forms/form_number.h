/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_FORM_NUMBER_H
#define OSQ_OFFICE_FORMS_FORM_NUMBER_H

#include "office/forms/dossier_form.h"

/*
 * Give each of the COUNT forms its number, which the caller keeps in FORMS: of its kind
 * within the year of its day (of a register, the register's), from 1 on.  A paper that
 * was printed before has the number it had.  The forms of 2018, and of 2025 before they
 * were numbered, get none (0).  Numbers that are new are journalled, and kept, before
 * this returns.
 */
enum status form_numbers(struct office *office, struct dossier_form *forms, size_t count);

#endif
