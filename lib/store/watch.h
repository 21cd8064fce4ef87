/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_WATCH_H
#define OSQ_STORE_WATCH_H

#include "store/store.h"

/*
 * Waiting for the store to change, at no cost while nothing happens: the kernel
 * tells when somebody has written beside the store (inotify), and only then is the
 * store asked whether anything was committed.
 */
struct watch;

enum watch_event {
	WATCH_NOTHING, /* the time is up, or a signal came */
	WATCH_CHANGED, /* something was committed since the last call said so, or another
			  store stands in the place of this one, which is open now */
	WATCH_INPUT,   /* FD has something to read, or its other end is gone */
};

/* Watch STORE, which must outlive the watch.  What is committed by now counts as known:
 * the first WATCH_CHANGED is about what comes after.  UNAVAILABLE where the kernel gives
 * no watch. */
enum status watch_open(struct store *store, struct watch **watch);

/*
 * Wait for MILLISECONDS at most (-1: for ever), and for input on FD where it is not -1.
 * No read transaction may be open.  A commit is reported within half a second of its end,
 * mostly at once.
 */
enum status watch_wait(struct watch *watch, int fd, int milliseconds,
		       enum watch_event *event);

void watch_close(struct watch *watch); /* takes NULL */

#endif
