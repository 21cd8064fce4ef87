/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_STORE_H
#define OSQ_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/row.h"

/*
 * The store: one SQLite file in WAL mode with synchronous FULL, so that what was
 * committed survives a crash and a power cut.  This floor is the only one that
 * knows which engine is below.
 */
struct store;
struct store_lore; /* store/function.h */

enum store_mode {
	STORE_READ,  /* never changes the file */
	STORE_WRITE, /* may take part in the writers' queue */
};

/* What marks a file as an osq store ("osq1"), and the newest schema we know. */
#define STORE_APPLICATION_ID 0x6f737131
int store_schema_version(void);

/*
 * Open the store at PATH.  NO_INPUT when there is none; NOT_SET_UP when the file is no
 * osq store, lies on a network file system, or its schema is older (hint: osq-admin
 * upgrade) or newer than ours; NOT_ALLOWED; IO_ERROR.  A file that is refused is left as
 * it was.  LORE, a constant, is what the office gives to the connection.
 */
enum status store_open(const char *path, enum store_mode mode,
		       const struct store_lore *lore, struct store **store);

/* Open another connection to the same store; through it a command that opened the store
 * for reading can write. */
enum status store_open_again(const struct store *store, enum store_mode mode,
			     struct store **again);

void store_close(struct store *store); /* takes NULL; rolls back what is open */

/* The same just before the process ends: does only what other processes would miss.
 * Files, locks and memory (STORE too) are left to the kernel, which is quicker. */
void store_leave(struct store *store);

/* Read the file from the kernel's pages from now on, without copying them: for
 * figures over years.  (Not for lists: what was read counts as our memory.) */
enum status store_map(struct store *store);

const char *store_path(const struct store *store);

/* The uid that the file belonged to when it was opened; (uid_t)-1 when it was made. */
uid_t store_owner(const struct store *store);

/* Whether it was opened with STORE_WRITE. */
bool store_is_writable(const struct store *store);

/* The version that the store at PATH has, without opening it for work. */
enum status store_read_version(const char *path, int *version);

/*
 * Writing: wait in the writers' queue (first come, first served; BUSY after the time of
 * $OSQ_TIMEOUT, 10 seconds by default), then hold the store until commit or rollback.  A
 * transaction that wrote no journal entry does not commit: each write is an act, and each
 * act leaves an entry.
 */
enum status store_begin(struct store *store);
enum status store_commit(struct store *store);
void store_rollback(struct store *store); /* fine when none is open */

/*
 * What the last commit kept, while no other write has begun: the subject of its last
 * entry in the journal (its act where that has none), and how many entries of that act it
 * has.  NULL where nothing was kept.  Valid until the next entry.
 *
 * From that commit on SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGPIPE wait in a process that
 * opened the store for writing: between commit and answer they would leave an act that
 * nobody was told of.  The next store_begin() lets them come.
 */
const char *store_kept(const struct store *store, int64_t *count);

/* The process ends in the middle of its work: a commit that runs is made void. */
void store_die(struct store *store);

/* Reading several things as of one moment; end with store_rollback(). */
enum status store_begin_read(struct store *store);

/* The id of the row inserted last, and the rows changed by the last statement. */
int64_t store_last_id(struct store *store);
int64_t store_changes(struct store *store);

#endif
