/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORTING_H
#define OSQ_OFFICE_CORE_IMPORTING_H

#include "office/core/import.h"

/* An import in progress; private to import.c and import_headings.c. */
#define IMPORT_COLUMNS 64

struct import {
	struct office *office;
	const struct import_kind *kind;
	void *ctx;
	struct import_listener *listener;
	struct import_plan *plan; /* NULL: none */
	struct import_result result;
	struct import_result told; /* the part already journalled */
	int64_t pending;           /* good rows not yet committed */
	int samples;               /* sample rows shown so far */
	bool sampled;              /* the present row was shown */
	long line;
	bool refused;    /* the present row was refused */
	int64_t doubts;  /* rows taken with a doubt, see import_doubt() */
	long doubt_line; /* the first of them */
	const char *doubt, *doubt_column;
	bool incomplete;           /* a required column is missing */
	bool unknown;              /* a heading names no column */
	size_t count;              /* number of the kind's columns */
	int place[IMPORT_COLUMNS]; /* column i is cell place[i] of a row; -1: absent */
	bool present[IMPORT_COLUMNS];
	size_t used[IMPORT_COLUMNS]; /* the columns that are present */
	size_t used_count;
	struct value
		values[IMPORT_COLUMNS]; /* of the row; null where a column is absent */
};

#endif
