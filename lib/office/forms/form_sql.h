/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_FORM_SQL_H
#define OSQ_OFFICE_FORMS_FORM_SQL_H

/* What statements of forms say of a dossier d and its intake i. */

/* What comes behind it, as a count to which no digit can be added on paper. */
#define TWO_DIGITS "printf('%02d', "

#define FORM_END "CASE WHEN without_result(d.status) THEN d.status END"

/* What was promised on receipt, and the latest promise. */
#define FORM_DUE      "coalesce(d.first_due_at, d.due_at)"
#define FORM_PROMISED "coalesce(d.promised_at, d.due_at)"

/* Whether dossier d has a line in the register: who is refused at the counter has none.
 */
#define IN_REGISTER "d.refused IS NOT 'yes'"

#endif
