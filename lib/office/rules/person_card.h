/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_PERSON_CARD_H
#define OSQ_OFFICE_RULES_PERSON_CARD_H

#include <stdbool.h>

#include "base/error.h"

/*
 * What the QR code of an identity card says.  A field that the card leaves empty is "".
 */
struct person_card {
	char *line; /* memory that the fields point into */
	const char *number, *old_number, *name, *address;
	int birth, issued; /* days; INT_MIN where the card does not tell it */
	int birth_year;    /* also of a birth of which the card tells only that */
	int beyond;        /* fields behind the seventh, which were passed over */
	bool female;
};

/*
 * Read LINE as a reader device types it: seven fields separated by '|': number, old
 * number, name, birth DDMMYYYY or its year alone, sex, address, issue date; newer cards
 * have more behind them.  The number is any of 12 digits: what they tell is no reason to
 * refuse a card.  The fields are tidied and an end of line is cut off.  BAD_DATA says
 * what is wrong without repeating the card's data.  Free CARD with person_card_free(),
 * even after a failure.
 */
enum status person_card_read(const char *line, struct person_card *card);
void person_card_free(struct person_card *card);

/*
 * The reason why the card contradicts itself: its number stands for another year of birth
 * or another sex.  NULL where it does not.
 */
const char *person_card_doubt(const struct person_card *card);

#endif
