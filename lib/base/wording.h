/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_WORDING_H
#define OSQ_BASE_WORDING_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A sentence that an office words itself, with placeholders: "Number {number},
 * please".  It is read part by part: what stands fixed, and the names in braces.
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

#endif
