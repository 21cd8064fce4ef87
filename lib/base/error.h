/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_ERROR_H
#define OSQ_BASE_ERROR_H

/*
 * One way to report an error from the bottom to the exit code.
 *
 * The message is made where it fails, the status is passed up untouched, and the command
 * prints it once.  The numbers are the exit codes of osq(7), which are 0, 1 and those of
 * sysexits(3), so that no number has to be translated.
 */
enum status {
	OK = 0,
	NO = 1,           /* the answer is no: nobody waits, no such ticket */
	USAGE = 64,       /* the command line makes no sense */
	BAD_DATA = 65,    /* the input breaks a rule */
	NO_INPUT = 66,    /* no such file or store */
	UNAVAILABLE = 69, /* something that is needed is not there */
	INTERNAL = 70,    /* a fault of this program */
	CANT_CREATE = 73, /* an output file cannot be made */
	IO_ERROR = 74,    /* reading or writing failed: disk full */
	BUSY = 75,        /* somebody else holds the store; try again */
	NOT_ALLOWED = 77, /* permission */
	NOT_SET_UP = 78,  /* no set-up, or a store of another version */
};

/*
 * Keep the message, printf-like and without a newline, and return STATUS:
 * `return fail(NO, _("%s: no such ticket"), code)`.  A hint of an earlier
 * failure is dropped.
 */
enum status fail(enum status status, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Add what the user can do about it to the message kept last; returns STATUS. */
enum status fail_hint(enum status status, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The message and the hint kept last, "" when there is none.  Valid until the
 * next fail(). */
const char *error_message(void);
const char *error_hint(void);

/* The worse of two, for commands with several arguments: the higher code. */
enum status worse(enum status a, enum status b);

/* The stable English word for STATUS in machine output, such as "busy". */
const char *status_word(enum status status);

#endif
