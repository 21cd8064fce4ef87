/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_CLAIM_H
#define OSQ_STORE_CLAIM_H

#include "store/store.h"

#define CLAIM_VOICE "voice" /* of the hall's announcer */

/*
 * One process at a time: a lock file beside the store, "PATH-NAME", locked by flock().
 * The lock lasts until *FD is closed here and in every program started meanwhile, since
 * those inherit it: a voice that outlives its starter still keeps the next one quiet.
 */
enum status claim_open(struct store *store, const char *name, int *fd);

/* Take the lock.  Where another process holds it, wait (WAIT) or return BUSY without a
 * message, with *HOLDER the id of the process that signed, or 0. */
enum status claim_take(int fd, bool wait, int64_t *holder);

/* Write our process id into the file, to say that the holder is at work; claim_leave()
 * takes it back, and does not unlock. */
void claim_sign(int fd);
void claim_leave(int fd);

#endif
