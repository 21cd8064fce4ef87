/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_ANNOUNCE_H
#define OSQ_OFFICE_QUEUE_ANNOUNCE_H

#include "base/mem.h"
#include "office/queue/visit.h"

/*
 * The calls as they come, for those who say them aloud.  The journal is the stream: its
 * numbers rise, and every call is an entry of it.
 */
struct call {
	int64_t id; /* of the journal */
	int64_t at; /* when it was called */
	char label[LABEL_TEXT];
	char counter[32];
};

/* The number of the last entry of the journal, 0 in an empty one. */
enum status announce_last(struct office *office, int64_t *id);

/*
 * The first call behind the entry *AFTER, which becomes its own; NO without a message
 * when there is none, and *AFTER is then the last entry.  One that was called again at
 * the same counter by now is left out: the later call speaks for both.
 */
enum status announce_next(struct office *office, int64_t *after, struct call *call);

/* OK while the ticket is still called or served there; NO when it was undone, ended or
 * sent on. */
enum status announce_stands(struct office *office, const struct call *call);

/* The name of the counter with CODE, or CODE where it has none, added to NAME. */
enum status announce_counter_name(struct office *office, const char *code,
				  struct buf *name);

#endif
