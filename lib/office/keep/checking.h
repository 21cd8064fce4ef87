/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_CHECKING_H
#define OSQ_OFFICE_KEEP_CHECKING_H

#include "office/core/office.h"

/* What the parts of office_check() share: where findings go. */
struct checking {
	struct office *office;
	struct sink *sink;
	int errors;
	char *first; /* the first error's message */
};

/* A finding: VERDICT is "ok", "warning" or "error"; DETAIL may be NULL. */
enum status check_tell(struct checking *c, const char *check, const char *verdict,
		       const char *detail);
enum status check_error(struct checking *c, const char *check, const char *detail);

/* check_dossiers.c: dossiers against their events and the reports' figures. */
enum status check_dossiers(struct checking *c);

/* check_catalogue.c: what should be looked at in the procedures, and their steps. */
enum status check_catalogue(struct checking *c);

/* check_retention.c: personal data that has been kept too long. */
enum status check_retention(struct checking *c);

/* check_payments.c: payments against the journal. */
enum status check_payments(struct checking *c);

#endif
