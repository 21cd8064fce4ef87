/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_WORKTIME_H
#define OSQ_OFFICE_CORE_WORKTIME_H

#include "office/core/office.h"
#include "office/rules/calendar.h"

/* The calendar filled from the registers hours and holidays and the settings
 * same_day_cutoff and day_cutoff; to be freed with calendar_free(). */
enum status calendar_load(struct office *office, struct calendar **calendar);

#endif
