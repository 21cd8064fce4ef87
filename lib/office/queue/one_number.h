/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_ONE_NUMBER_H
#define OSQ_OFFICE_QUEUE_ONE_NUMBER_H

#include "office/queue/ticket.h"

/*
 * One number each, where the register of services asks for it (one_number_each): a
 * citizen who has drawn for the service today, and still waits or is on hold, is given
 * the same number again.  He is known by his telephone or his card, where he gives one;
 * who gives neither draws as he likes.
 *
 * Call it inside the write transaction that draws, so that two presses at once are one
 * number.  *FOUND is true when VISIT got the number that he has.  Else DRAFT gets what
 * stands for his card.  CARD is the card's number; or NULL.
 */
enum status one_number_find(struct office *office, const char *card,
			    struct ticket_draft *draft, bool *found, struct visit *visit);

/*
 * Wipe what stands for cards from the tickets up to DAY; *COUNT is how many had it.
 */
enum status one_number_forget(struct office *office, const char *day, int64_t *count);

#endif
