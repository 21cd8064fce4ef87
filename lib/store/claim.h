/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_CLAIM_H
#define OSQ_STORE_CLAIM_H

#include "store/store.h"

/*
 * One process at a time: a lock file beside the store, "PATH-NAME", locked by flock().
 * The lock ends with *FD and with all programs that were started meanwhile, which
 * inherit it: a voice that outlives who started it still keeps the next one quiet.
 */
enum status claim_open(struct store *store, const char *name, int *fd);

/* Take it; where another has it wait (WAIT), or return BUSY without a message, with the
 * process that signed it in *HOLDER, or 0. */
enum status claim_take(int fd, bool wait, int64_t *holder);

/* Write our process into the file: who claimed it is at work.  And take that back. */
void claim_sign(int fd);
void claim_leave(int fd);

#endif
