/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_COLUMNS_H
#define OSQ_OFFICE_COLUMNS_H

#include "base/row.h"

/* The entries that column tables of figures are made of; private to this floor. */
#define FIGURE(key, heading)   { key, heading, COL_INT, 0, NULL, NULL }
#define DURATION(key, heading) { key, heading, COL_DURATION, 0, NULL, NULL }
#define FOR_PROGRAMS(key, heading, type) { key, heading, type, COLUMN_CODE, NULL, NULL }
#define SHARE(key, heading)    { key, heading, COL_SHARE, 0, NULL, NULL }
#define COLUMNS_END            { NULL, NULL, COL_TEXT, 0, NULL, NULL }

#endif
