/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PERSON_CARD_H
#define OSQ_OFFICE_RULES_PERSON_CARD_H

#include <stdbool.h>

#include "base/error.h"

/* What the QR of an identity card tells; a field that it leaves empty is "". */
struct person_card {
	char *line; /* the fields' memory */
	const char *number, *old_number, *name, *address;
	int birth, issued; /* days; that of issue may not be there: INT_MIN */
	bool female;
};

/*
 * Read LINE as a reader types it: seven fields parted by '|', number, old number, name,
 * birth DDMMYYYY, sex, address, issue date; tidied, an end of line is cut.  BAD_DATA
 * with what is wrong, without repeating what stands on the card.  To be freed by
 * person_card_free(), which takes a failed one too.
 */
enum status person_card_read(const char *line, int this_year, struct person_card *card);
void person_card_free(struct person_card *card);

/* Where the card contradicts itself: its number tells another year of birth, or another
 * sex.  NULL where it does not. */
const char *person_card_doubt(const struct person_card *card);

#endif
