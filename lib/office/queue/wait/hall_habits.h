/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_WAIT_HALL_HABITS_H
#define OSQ_OFFICE_QUEUE_WAIT_HALL_HABITS_H

#include "office/core/office.h"
#include "office/rules/hall.h"

/*
 * Load when people are at the counters: the hours of today from the register, and of the
 * last days with the same hours who was at which counter when.  HALL already has all its
 * counters, the closed ones too; those of them to which nobody is going to come today are
 * taken out.  Used by hall_load().
 */
enum status hall_load_habits(struct office *office, struct hall *hall);

#endif
