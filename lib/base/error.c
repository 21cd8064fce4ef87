/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

/* The last failure.  One process does one thing, so one place is enough. */
static char message[2048];
static char hint[1024];

enum status
fail(enum status status, const char *format, ...)
{
	/* The arguments may point into the old message, so build beside it. */
	char fresh[sizeof(message)];
	va_list ap;

	va_start(ap, format);
	vsnprintf(fresh, sizeof(fresh), format, ap);
	va_end(ap);
	snprintf(message, sizeof(message), "%s", fresh);
	hint[0] = '\0';
	return status;
}

enum status
fail_hint(enum status status, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	vsnprintf(hint, sizeof(hint), format, ap);
	va_end(ap);
	return status;
}

const char *
error_message(void)
{
	return message;
}

const char *
error_hint(void)
{
	return hint;
}

enum status
worse(enum status a, enum status b)
{
	return a > b ? a : b;
}

const char *
status_word(enum status status)
{
	switch (status) {
	case OK:
		return "ok";
	case NO:
		return "no";
	case USAGE:
		return "usage";
	case BAD_DATA:
		return "bad_data";
	case NO_INPUT:
		return "no_input";
	case UNAVAILABLE:
		return "unavailable";
	case INTERNAL:
		return "internal";
	case CANT_CREATE:
		return "cannot_create";
	case IO_ERROR:
		return "io_error";
	case BUSY:
		return "busy";
	case NOT_ALLOWED:
		return "not_permitted";
	case NOT_SET_UP:
		return "not_set_up";
	}
	return "internal";
}
