/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_WORDING_H
#define OSQ_BASE_WORDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

/*
 * A sentence with placeholders: "Number {number}, please".  An office may word it, or a
 * table have it.  It is read part by part: what stands fixed, and the names in braces.
 */
struct wording_part {
	const char *text; /* not ended by NUL: LENGTH bytes of the wording */
	size_t length;
	bool is_name; /* TEXT is what stands between braces */
};

/* The next part from *REST on, which is moved behind it; false at the end. */
bool wording_next(const char **rest, struct wording_part *part);

/* True when the part is the placeholder NAME. */
bool wording_is(const struct wording_part *part, const char *name);

/* True when every brace belongs to a placeholder of NAMES (which ends with NULL) and
 * the first of these is there. */
bool wording_fits(const char *wording, const char *const *names);

/* What stands for the placeholder NAME. */
struct wording_value {
	const char *name, *text;
};

/* Append the wording to BUF with VALUES, which end with { NULL, NULL }, in their places.
 * A placeholder that is none of them stays as it stands. */
void wording_fill(struct buf *buf, const char *wording,
		  const struct wording_value *values);

#endif
