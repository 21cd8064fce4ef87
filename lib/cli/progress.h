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
	bool on;             /* the line is wanted */
	bool shown;          /* the line is on the terminal */
	int64_t start, size; /* bytes of IN; size 0: not known */
	int64_t rows;
	double begun, told; /* seconds of the monotonic clock */
};

/* IN is the input, the caller's; with QUIET no line is ever written. */
void progress_begin(struct progress *progress, FILE *in, bool quiet);

/* Count another row; now and then rewrite the line. */
void progress_row(struct progress *progress);

/* Remove the line: call it before anything else is written there, and at the end. */
void progress_clear(struct progress *progress);

#endif
