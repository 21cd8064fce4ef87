/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PERSON_H
#define OSQ_OFFICE_RULES_PERSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/*
 * What tells of a person: names, numbers, telephones, the identity card.  Pure: no
 * store, no clock.
 *
 * A check answers NULL for what can be right, else the reason why it is not: a constant
 * marked for translation, to be shown with _().  What is refused may be right all the
 * same (an old number, a foreign telephone), so whoever asks takes it with `force`. Where
 * there is a ROOM it then has what is left without signs, or "" of what is too long.
 */
#define PERSON_NUMBER 48 /* room for a number or a telephone, or for one masked */

/*
 * TEXT as the public may see it: all but its last four characters as '*', so that a
 * number of 12 digits is "********1234"; of a text under nine characters only two
 * stay, of one under five none.  NULL stays NULL.  Returns ROOM (cut where TEXT is
 * longer than any number).
 */
const char *person_mask(const char *text, char room[static PERSON_NUMBER]);

/*
 * A number without the blanks, dots and dashes that people write into it, into ROOM:
 *
 * - 12 digits, the personal number: province or country of birth (001-096 at home),
 *   century and sex (0/1 born 19xx, 2/3 20xx; even: male), two digits of the year of
 *   birth, which is not after THIS_YEAR, six digits of their own; no check digit
 *   (Decree 137/2015, art. 13).
 * - 9 digits, the older identity card.
 * - 10 digits with their check digit, and three more after a dash for a branch: an
 *   organisation's tax code.
 * - one or two letters and 6 to 8 digits: a foreigner's passport.
 */
const char *person_number_wrong(const char *text, int this_year,
				char room[static PERSON_NUMBER]);

/* True for a number of the third kind. */
bool person_is_organisation(const char *number);

/*
 * A telephone as its ten or eleven digits, into ROOM: mobile 0, one of 35789 and eight
 * digits; landline 02 and nine.  +84, 0084 and 84 in place of the 0, and blanks, dots,
 * dashes and brackets are taken.
 */
const char *person_phone_wrong(const char *text, char room[static PERSON_NUMBER]);

/* A name of letters of any script, with blanks, apostrophes, hyphens, dots and commas
 * between them; not one letter again and again.  An organisation's may have digits and
 * signs too. */
const char *person_name_wrong(const char *name, bool organisation);

/* One '@' with something on either side, and no blank. */
const char *person_email_wrong(const char *text);

/* SQL: a number as person_number_wrong() leaves it, of a COLUMN that an import filled. */
#define PERSON_BARE(column)                                                              \
	"replace(replace(replace(" column ", ' ', ''), '.', ''), '-', '')"

#endif
