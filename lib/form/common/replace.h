/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_COMMON_REPLACE_H
#define OSQ_FORM_COMMON_REPLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"

/*
 * Replacing a file as a whole or not at all: it is written under another name in the same
 * folder and moved into its place, so that a reader sees either the old one or the new
 * one.
 */
struct replacing {
	char *target;
	char *temporary; /* the name of the file that the caller writes */
	char *folder;    /* of the temporary file */
	mode_t mode;     /* that it gets when it is whole; until then it is its owner's */
	bool device;     /* the target cannot be renamed to: /dev/stdout, a pipe */
	bool passing;    /* set by the caller: the file need not survive a power cut */
	struct replacing *next; /* of those in hand */
};

/* Create the temporary file; CANT_CREATE with the reason.  The new file gets the mode of
 * the one that it replaces; a link to a file stays a link.  End with replace_end() unless
 * it failed; FILE stays where it is until then.  A process that leaves by exit() before
 * that, as one without memory does, takes the temporary file along. */
enum status replace_begin(struct replacing *file, const char *path);

/* IO_ERROR when the folder has no room for BYTES: for writers that do not check their
 * writes. */
enum status replace_reserve(const struct replacing *file, int64_t bytes);

/* Move it into its place, or with DISCARD remove it; frees. */
enum status replace_end(struct replacing *file, bool discard);

/* All of the above for a text of N bytes. */
enum status replace_text(const char *path, const char *text, size_t n, bool passing);

#endif
