/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_NAMES_SEAL_H
#define OSQ_OFFICE_CORE_NAMES_SEAL_H

#include "office/core/office.h"
#include "store/hmac.h"

/* The seal of the names in a register: the same only while each code has the name that it
 * had.  An import leaves it in the journal, whose chain nobody can mend. */

/* The kinds of register whose names are sealed, with a NULL at the end: those that are
 * named on reports and papers. */
extern const char *const sealed_kinds[];

/* The seal of the register KIND as it stands; "" where KIND is not sealed. */
enum status names_seal(struct office *office, const char *kind,
		       char seal[static HMAC_TEXT]);

#endif
