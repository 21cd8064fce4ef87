/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_ADDRESSED_H
#define OSQ_OFFICE_RULES_ADDRESSED_H

#include <stdbool.h>

#include "base/mem.h"

/*
 * How a letter calls those whom it is from and to.  Decree 30/2020/ND-CP writes a name
 * in capitals in a letterhead only, and only a person is Ông/Bà.
 */

/*
 * Append NAME to OUT as it stands in a sentence: UBND written out, and a name all in
 * capitals in small ones but for its proper names: "UBND XÃ TRƯỜNG LONG A" is "Ủy ban
 * nhân dân xã Trường Long A".  Of a name that has small letters the rest stays as it is.
 */
void addressed_agency(const char *name, struct buf *out);

/* Whether NAME or NUMBER (either may be NULL) is an organisation's: the number is a tax
 * code, or the name begins with what only organisations are called ("Công ty"). */
bool addressed_is_organisation(const char *name, const char *number);

#endif
