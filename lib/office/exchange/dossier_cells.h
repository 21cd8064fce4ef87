/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_CELLS_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_CELLS_H

#include "office/core/import.h"
#include "office/exchange/dossier_exchange.h"
#include "office/rules/calendar.h"
#include "office/rules/spoiled.h"

/* What the cells of a dossier that comes in mean. */

/*
 * Lists kept in spreadsheets have days where a moment is meant.  A day on which something
 * began (received, paused ...) is its opening, one on which something ended (due,
 * finished, returned) its closing: so what was finished on the due day is in time, and
 * what was received and finished on one day has its moments in order.  No step is before
 * an earlier one of the same day, nor later than NOW where the day is today; a promise
 * never moves.  What was read so is noted with the IMPORT.
 */
enum status dossier_days(struct import *import, struct value *v,
			 const struct calendar *calendar, int64_t now);

/*
 * Personal number and telephones of V as people mean them, where a spreadsheet had them
 * (rules/spoiled.h); their texts are then in ROOMS.
 */
struct number_rooms {
	char id_number[PERSON_NUMBER], phone[PERSON_PHONES];
};
enum status dossier_numbers(struct import *import, struct value *v, int this_year,
			    struct number_rooms *rooms);

#endif
