/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SLIP_H
#define OSQ_FORM_SLIP_H

#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

/* What a citizen takes from the machine; texts may be "" or NULL. */
struct slip {
	const char *office, *number, *service, *priority;
	int64_t issued_at;
	int64_t ahead; /* people; -1 = not told */
};

/* The slip as plain text, WIDTH columns wide, in the language in force. */
enum status slip_print(FILE *out, int width, const struct slip *slip);

/* What is said in the hall, "Xin mời số thứ tự A 0 1 2 đến quầy số 3": letters and
 * digits apart, since a voice would read A012 as twelve.  With a newline. */
enum status call_print(FILE *out, const char *number, const char *counter);

#endif
