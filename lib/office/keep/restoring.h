/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_RESTORING_H
#define OSQ_OFFICE_KEEP_RESTORING_H

#include "office/core/office.h"

/* What putting one store in place of another loses, by their journals, and what it must
 * not lose: the numbers that are on paper. */
struct restoring {
	int64_t live, copy; /* entries of what stands, and of what will stand */
	int64_t common;     /* the first so many are the same */
	bool other;         /* another office's: no entry is the same, or the agency */
	char live_head[65], copy_head[65];
	int64_t copy_at; /* when the last entry of the copy was made */
};

/* Compare LIVE, whose store may be NULL (it cannot be read), with COPY. */
enum status restoring_compare(struct office *live, struct office *copy,
			      struct restoring *r);

typedef void restoring_tell(void *ctx, const char *day, const char *series,
			    int64_t number);

/* Make the series of numbers in COPY go on where those of LIVE are, inside a write
 * transaction of COPY: what was printed since is not printed again.  TELL gets each
 * series that was behind: its day (or year), its letters (NULL: dossiers) and its last
 * number. */
enum status restoring_carry(struct office *live, struct office *copy,
			    restoring_tell *tell, void *ctx);

#endif
