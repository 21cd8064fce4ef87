/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_PAYMENT_LIST_H
#define OSQ_OFFICE_DOSSIER_PAYMENT_LIST_H

#include "office/core/office.h"
#include "office/rules/period.h"

/* Which payments to list.  A text that is NULL does not filter. */
struct payment_filter {
	const char *code; /* of a dossier */
	const char *method;
	const char *officer; /* a code */
	struct period days;
};

extern const struct word payment_methods[]; /* cash, transfer */
extern const struct column payment_columns[];

/*
 * Send the payments that FILTER selects to SINK, under payment_columns, in the order
 * taken.
 */
enum status payment_list(struct office *office, const struct payment_filter *filter,
			 struct sink *sink);

#endif
