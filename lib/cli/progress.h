/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_PROGRESS_H
#define OSQ_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/*
 * A line on the terminal of standard error that tells how far a long reading has come:
 * rows, rows a second, and the time left where the size of the input is known.  On
 * anything but a terminal nothing is ever written.
 */
struct progress {
	FILE *in;
	bool on;             /* somebody looks */
	bool shown;          /* the line stands there */
	int64_t start, size; /* bytes of IN; size 0: not known */
	int64_t rows;
	double begun, told; /* seconds of the monotonic clock */
};

/* IN is what is read; QUIET: nobody looks. */
void progress_begin(struct progress *progress, FILE *in, bool quiet);

/* Another row; now and then the line is written anew. */
void progress_row(struct progress *progress);

/* Take the line away, before something else is written there and at the end. */
void progress_clear(struct progress *progress);

#endif
