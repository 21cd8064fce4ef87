/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PERSON_H
#define OSQ_OFFICE_RULES_PERSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/*
 * Checks of what identifies a person: names, numbers, telephones, the identity card.
 * They use neither the store nor the clock.
 *
 * Each check returns NULL for a value that can be right, else the reason why it is not: a
 * constant marked for translation, to be shown with _().  A value that is refused may
 * still be right (an old number, a foreign telephone), so `force` lets the caller take
 * it.  Where a check has a ROOM, it gets the value without blanks and signs, or "" when
 * that is too long.
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
 * Check a number, and copy it without the blanks, dots and dashes that people write in it
 * to ROOM:
 *
 * - 12 digits, the personal number: province or country of birth (001-096 in Vietnam),
 *   century and sex (0/1 born 19xx, 2/3 born 20xx; even: male), two digits of the year of
 *   birth, which is not after THIS_YEAR, and six more digits; no check digit (Decree
 *   137/2015, art. 13).
 * - 9 digits: the older identity card. - 10 digits, the last a check digit, and for a
 * branch three more after a dash: an
 *   organisation's tax code.
 * - one or two letters and 6 to 8 digits: a foreigner's passport.
 */
const char *person_number_wrong(const char *text, int this_year,
				char room[static PERSON_NUMBER]);

/* True for an organisation's tax code, the third of these. */
bool person_is_organisation(const char *number);

/*
 * Check a telephone number, and copy its ten or eleven digits to ROOM.  Mobile: 0, one of
 * 35789 and eight digits; landline: 02 and nine.  The prefix may be +84 or 0084 or 84 in
 * place of the 0; blanks, dots, dashes and brackets are dropped.
 */
const char *person_phone_wrong(const char *text, char room[static PERSON_NUMBER]);

/*
 * The next of the telephones in a cell, *TEXT, which moves behind it: people write two
 * with a stroke, a comma or a line end between them.  ROOM gets its digits, from 0 on
 * where it can be one.  PHONE_ZERO_LOST: it was one but for the 0 in front, which
 * spreadsheets drop; ROOM has it.
 */
#define PERSON_PHONES_PARTED "/,;|&\r\n"
enum person_phone { PHONE_NO_MORE, PHONE_RIGHT, PHONE_ZERO_LOST, PHONE_WRONG };
enum person_phone person_next_phone(const char **text, char room[static PERSON_NUMBER]);

/*
 * The same for a cell that may have several of them: each has to be right.  ROOM gets
 * them with a comma between; *SEVERAL says whether there are more than one.
 */
#define PERSON_PHONES 160 /* room for a cell of telephones */
const char *person_phones_wrong(const char *text, char room[static PERSON_PHONES],
				bool *several);

/* Whether PHONE, as ROOM has it above, is among the telephones of CELL. */
bool person_has_phone(const char *cell, const char *phone);

/*
 * Check a name: it has a letter, not one letter throughout, and no character that a
 * terminal or a printer would act on.  Offices, firms and households have digits and any
 * sign in theirs; person_name_doubt() tells of these, which in a person's name are likely
 * a slip, and NULL where there are none.
 */
const char *person_name_wrong(const char *name);
const char *person_name_doubt(const char *name);

/* Check an address: one '@' with something on either side, and no blank. */
const char *person_email_wrong(const char *text);

/*
 * SQL for a number in a COLUMN that an import filled, reduced as person_number_wrong()
 * does.
 */
#define PERSON_BARE(column)                                                              \
	"replace(replace(replace(" column ", ' ', ''), '.', ''), '-', '')"

#endif
