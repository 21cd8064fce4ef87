/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_IMPORTING_H
#define OSQ_OFFICE_CORE_IMPORTING_H

#include "base/mem.h"
#include "office/core/import.h"

/* An import in progress; private to import.c and import_headings.c. */
#define IMPORT_COLUMNS 64

/* Cells that were read otherwise than they stand, for one reason. */
struct import_notice {
	const char *why, *column;
	char *cell; /* the first of them */
	long line;
	int64_t count;
};

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
	bool refused;              /* the present row was refused */
	bool incomplete;           /* a required column is missing */
	bool unknown;              /* a heading names no column */
	size_t count;              /* number of the kind's columns */
	int place[IMPORT_COLUMNS]; /* column i is cell place[i] of a row; -1: absent */
	bool present[IMPORT_COLUMNS];
	size_t used[IMPORT_COLUMNS]; /* the columns that are present */
	size_t used_count;
	bool sheet; /* a person's table, which a spreadsheet may have spoiled */
	struct buf mended[IMPORT_COLUMNS]; /* cells of the row as they were meant */
	int64_t rows;                      /* under the headings, looked at so far */
	bool closing;                      /* a total or a signature was met */
	struct import_notice *notices;
	size_t notice_count;
	struct value
		values[IMPORT_COLUMNS]; /* of the row; null where a column is absent */
};

#endif
