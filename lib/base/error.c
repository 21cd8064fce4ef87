/* SPDX-License-Identifier: MIT */
#include "base/error.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/text.h"

/* The last failure.  One process does one thing, so one place is enough. */
static char message[2048];
static char hint[1024];

/* Format into ROOM.  The arguments may point into ROOM itself, so the text is built
 * elsewhere first. */
__attribute__((format(printf, 3, 0))) static void
keep(char *room, size_t size, const char *format, va_list ap)
{
	char *fresh = mem_vprint(format, ap);

	text_copy(room, size, fresh);
	free(fresh);
}

enum status
fail(enum status status, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	keep(message, sizeof(message), format, ap);
	va_end(ap);
	hint[0] = '\0';
	return status;
}

enum status
fail_hint(enum status status, const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	keep(hint, sizeof(hint), format, ap);
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
