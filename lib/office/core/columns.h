/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_COLUMNS_H
#define OSQ_OFFICE_CORE_COLUMNS_H

#include "base/row.h"

/* The entries that column tables of figures are made of; private to this floor. */
#define FOR_ALL(key_, heading_, type_)                                                   \
	{                                                                                \
		.key = key_, .heading = heading_, .type = type_                          \
	}
#define FOR_PROGRAMS(key_, heading_, type_)                                              \
	{                                                                                \
		.key = key_, .heading = heading_, .type = type_, .flags = COLUMN_CODE    \
	}
#define FIGURE(key_, heading_)   FOR_ALL(key_, heading_, COL_INT)
#define DURATION(key_, heading_) FOR_ALL(key_, heading_, COL_DURATION)
#define SHARE(key_, heading_)    FOR_ALL(key_, heading_, COL_SHARE)

#endif
