/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_BOOKING_HIT_H
#define OSQ_OFFICE_QUEUE_BOOKING_HIT_H

#include "office/core/office.h"

/*
 * Bookings that were hit by a day off or by other hours: nobody is there any more when
 * their slot begins or while it lasts.
 */
/* Send those that are still to come and were not cancelled, in the order of their slots.
 */
enum status bookings_hit(struct office *office, struct sink *sink);

#endif
