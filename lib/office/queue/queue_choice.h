/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_QUEUE_CHOICE_H
#define OSQ_OFFICE_QUEUE_QUEUE_CHOICE_H

#include "office/core/choice.h"

/*
 * Today's tickets that are not over, in the order in which they were drawn, with their
 * state.
 */
choice_list queue_choice_tickets;

/*
 * The bookings from yesterday on whose citizen has not arrived, with the day and time of
 * the slot; 200 at most.
 */
choice_list queue_choice_bookings;

#endif
