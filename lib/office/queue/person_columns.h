/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_PERSON_COLUMNS_H
#define OSQ_OFFICE_QUEUE_PERSON_COLUMNS_H

#include "base/intl.h"
#include "base/row.h"

/*
 * Whom a number or an appointment is for, and what they come about, as its list has it:
 * shown where --columns names it, and the person empty for who may not know.
 */
#define PERSON_COLUMN(key_, heading_)                                                    \
	{                                                                                \
		.key = key_, .heading = heading_, .type = COL_TEXT,                      \
		.flags = COLUMN_HIDDEN | COLUMN_PERSONAL                                 \
	}
#define PERSON_COLUMNS                                                                   \
	{ .key = "procedure",                                                            \
	  .heading = N_("Procedure code"),                                               \
	  .type = COL_TEXT,                                                              \
	  .flags = COLUMN_HIDDEN },                                                      \
		PERSON_COLUMN("name", NC_("person", "Name")),                            \
		PERSON_COLUMN("phone", N_("Telephone"))

#endif
