/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_BOARD_H
#define OSQ_OFFICE_BOARD_H

#include "office/report.h"

/* What the screen in the hall shows, in the same sections as a report; the period
 * is the present day.  No citizen's name is in it. */
extern const struct report_section board_sections[]; /* ends with { .key = NULL } */

#endif
