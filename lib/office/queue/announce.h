/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_ANNOUNCE_H
#define OSQ_OFFICE_QUEUE_ANNOUNCE_H

#include "base/mem.h"
#include "office/queue/visit.h"

/*
 * The calls as they happen, for programs that say them aloud.  They are read from the
 * journal: every call is an entry of it, and the numbers of its entries rise.
 */
struct call {
	int64_t id; /* the journal entry's number */
	int64_t at; /* when it was called */
	char label[LABEL_TEXT];
	char counter[CODE_TEXT];
};

/* The number of the last entry of the journal, 0 in an empty one. */
enum status announce_last(struct office *office, int64_t *id);

/*
 * Find the first call after the journal entry *AFTER, and set *AFTER to its number.  NO
 * without a message when there is none; *AFTER is then the last entry.  A call that was
 * repeated at the same counter since is skipped, because the later one stands for both.
 */
enum status announce_next(struct office *office, int64_t *after, struct call *call);

/*
 * OK while the ticket is still called or served at that counter; NO when the call was
 * undone, or the ticket ended or was sent on.
 */
enum status announce_stands(struct office *office, const struct call *call);

/*
 * Append to NAME the name of the counter CODE, or CODE itself where the counter has no
 * name.
 */
enum status announce_counter_name(struct office *office, const char *code,
				  struct buf *name);

#endif
