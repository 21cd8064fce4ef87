/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_CHECKING_H
#define OSQ_OFFICE_KEEP_CHECKING_H

#include "office/core/office.h"

/* What the parts of office_check() share: where their findings go. */
struct checking {
	struct office *office;
	struct sink *sink;
	int errors;
	char *first; /* the first error's text, to be freed; or NULL */
};

/* Report a finding: VERDICT is "ok", "warning" or "error"; DETAIL may be NULL. */
enum status check_tell(struct checking *c, const char *check, const char *verdict,
		       const char *detail);
/* Report an error; errors are counted, and the first one's text is kept. */
enum status check_error(struct checking *c, const char *check, const char *detail);

/* ST, that of what reckons with the office's hours, or OK where it is BAD_DATA: hours
 * that cannot be read, and a damaged store, are told already ("hours", "store"). */
enum status check_besides_hours(enum status st);

#endif
