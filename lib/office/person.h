/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_PERSON_H
#define OSQ_OFFICE_PERSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What tells of a person: names, numbers, telephones, the identity card.  Pure: no
 * store, no clock.  A reason is a constant, marked for translation: show it with _().
 * Sources: Circular 59/2021/TT-BCA on the number; the card's printed QR.
 */
#define PERSON_NUMBER 48 /* room for a number or a telephone, or for one masked */

/*
 * TEXT as the public may see it: all but its last four characters as '*', so that a
 * number of 12 digits is "********1234"; of a text under nine characters only two
 * stay, of one under five none.  NULL stays NULL.  Returns ROOM (cut where TEXT is
 * longer than any number).
 */
const char *person_mask(const char *text, char room[static PERSON_NUMBER]);

#endif
