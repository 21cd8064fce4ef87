/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_SLIP_H
#define OSQ_FORM_SLIP_SLIP_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"
#include "base/mem.h"

/* What stands on the slip that a citizen takes from the machine; texts may be "" or NULL,
 * and are not owned. */
struct slip {
	const char *office, *number, *service, *priority;
	/* The text of the QR code: a counter, a board or a telephone that reads it finds
	 * the ticket, even among those of other days and offices. */
	const char *reference;
	int64_t issued_at;
	int64_t ahead;       /* people; -1 = not shown */
	int64_t median, p90; /* the wait in seconds: half of the people, and 90 of 100,
				wait no longer; -1 = not known */
	bool reprint;        /* not the first slip of this ticket */
};

/* The paper: its width in mm. */
#define PAPER_NARROW 58
#define PAPER_WIDE   80

/* The slip as plain text, WIDTH columns wide, in the language in force.  The reference is
 * printed in letters instead of a QR code. */
#define PAPER_COLUMNS(mm) ((mm) == PAPER_WIDE ? 48 : 32)
enum status slip_text(FILE *out, int width, const struct slip *slip);

#endif
