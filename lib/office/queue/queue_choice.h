/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_QUEUE_CHOICE_H
#define OSQ_OFFICE_QUEUE_QUEUE_CHOICE_H

#include "office/core/choice.h"

/* Today's tickets that are not over, as they were drawn, each with its state. */
choice_list queue_choice_tickets;

/* Who is still to come, from yesterday on, with day and time of the slot: 200 at most. */
choice_list queue_choice_bookings;

#endif
