/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/internal.h"

/*
 * The writers' queue.  SQLite's own waiting is sleep and retry, which serves
 * whoever wakes at the right moment; the kernel's lock queue serves in order.  So
 * a writer first waits here, and then finds SQLite's lock free.
 */

static int
timeout_seconds(void)
{
	const char *set = getenv("OSQ_TIMEOUT");
	long n = set && *set ? strtol(set, NULL, 10) : 10;

	return n < 0 ? 0 : n > 3600 ? 3600 : (int)n;
}

static enum status
open_lock(struct store *store)
{
	char *path = mem_print("%s-lock", store->path);
	struct stat of_store;

	store->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (store->lock_fd < 0 && errno == EACCES)
		store->lock_fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (store->lock_fd < 0) {
		enum status st = errno == EACCES || errno == EROFS || errno == EPERM ?
					 NOT_ALLOWED :
					 IO_ERROR;

		st = fail(st, "%s: %s", path, strerror(errno));
		free(path);
		return st;
	}
	free(path);
	/* Whoever makes it first makes it for all who may write the store. */
	if (stat(store->path, &of_store) == 0) {
		struct stat of_lock;

		if (fstat(store->lock_fd, &of_lock) == 0 && of_lock.st_uid == geteuid() &&
		    (of_lock.st_mode != of_store.st_mode ||
		     of_lock.st_gid != of_store.st_gid)) {
			if (fchown(store->lock_fd, geteuid() ? (uid_t)-1 : of_store.st_uid,
				   of_store.st_gid) == 0)
				(void)!fchmod(store->lock_fd, of_store.st_mode & 0777);
		}
	}
	return OK;
}

static void
on_alarm(int signal)
{
	(void)signal; /* its only work is to interrupt flock() */
}

/* Wait for the lock for SECONDS.  The timer ticks on, so that a tick that falls
 * between two calls is not the last. */
static int
wait_for_lock(int fd, int seconds)
{
	struct sigaction interrupt = { .sa_handler = on_alarm }, before;
	struct itimerval tick = { { 0, 100000 }, { 0, 100000 } }, none = { { 0, 0 }, { 0, 0 } };
	int rc, ticks = 0;

	sigaction(SIGALRM, &interrupt, &before);
	setitimer(ITIMER_REAL, &tick, NULL);
	while ((rc = flock(fd, LOCK_EX)) != 0 && errno == EINTR && ++ticks < seconds * 10)
		;
	setitimer(ITIMER_REAL, &none, NULL);
	sigaction(SIGALRM, &before, NULL);
	return rc;
}

bool
lock_try(struct store *store)
{
	return store->lock_fd >= 0 && flock(store->lock_fd, LOCK_EX | LOCK_NB) == 0;
}

enum status
lock_take(struct store *store)
{
	enum status st;
	int seconds = timeout_seconds();

	if (store->lock_fd < 0 && (st = open_lock(store)))
		return st;
	if (flock(store->lock_fd, LOCK_EX | LOCK_NB) == 0)
		return OK;
	if (errno == EWOULDBLOCK && seconds && wait_for_lock(store->lock_fd, seconds) == 0)
		return OK;
	fail(BUSY, _("%s: another command has been writing for %d seconds"), store->path,
	     seconds);
	return fail_hint(BUSY, _("try again; a large import keeps the store until it ends"));
}

void
lock_release(struct store *store)
{
	if (store->lock_fd >= 0)
		flock(store->lock_fd, LOCK_UN);
}

void
lock_close(struct store *store)
{
	if (store->lock_fd >= 0)
		close(store->lock_fd);
	store->lock_fd = -1;
}
