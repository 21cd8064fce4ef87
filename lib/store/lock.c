/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "store/holder.h"
#include "store/internal.h"

/*
 * The writers' queue.  SQLite itself waits by sleeping and trying again, which favours
 * the process that happens to wake at the right moment.  So a writer first waits here,
 * where the kernel wakes the one whose turn it is, and then finds SQLite's lock free.
 *
 * A lock alone is no queue: a writer that arrives while it changes hands takes it, and
 * the one that was woken goes to the end.  With 64 writers one in a hundred then waits
 * four times as long as the rest.  So each writer draws a number, as in the hall: the
 * lock file holds the last number drawn; each number is a byte of that file, locked by
 * its owner until it is done; and the owner of number n waits for byte n - 1.  The kernel
 * unlocks what a dead process held, so nobody waits for a ghost.  A writer that gives up,
 * or is killed, unlocks its byte before its turn; so who has got it waits for all the
 * numbers before as well.  The file as a whole is a lock too: flock(), which scripts can
 * take.
 */
enum {
	GATE = 0,    /* held while a number is drawn */
	NUMBERS = 8, /* the byte of number 0 */
};

/* Whatever is written there, it goes on; drawn a thousand times a second it is 35,000
 * years. */
#define LAST_NUMBER (INT64_C(1) << 50)

/* What this process has waited since it last got its turn: opening and writing have the
 * time of $OSQ_TIMEOUT together. */
static int64_t waited;

int
lock_time_left(void)
{
	const int64_t left = (int64_t)lock_timeout() * 1000 - waited;

	return left < 0 ? 0 : (int)left;
}

void
lock_got(void)
{
	waited = 0;
}

void
lock_waited(int64_t since)
{
	waited += lock_clock() - since;
}

int
lock_timeout(void)
{
	const char *set = getenv("OSQ_TIMEOUT");
	long n = set && *set ? strtol(set, NULL, 10) : 10;

	return n < 0 ? 0 : n > 3600 ? 3600 : (int)n;
}

/* The first process creates the file, for all who may write the store.  Not for those who
 * may read it: whoever can open it can lock it, and keep it for ever. */
static void
share_lock(struct store *store)
{
	struct stat of_store, of_lock;
	mode_t mode;

	if (stat(store->path, &of_store) != 0 || fstat(store->lock_fd, &of_lock) != 0 ||
	    of_lock.st_uid != geteuid())
		return;
	mode = of_store.st_mode & S_IWGRP ? 0660 : 0600;
	if ((of_lock.st_mode & 07777) == mode && of_lock.st_gid == of_store.st_gid)
		return;
	if (fchown(store->lock_fd, geteuid() ? (uid_t)-1 : of_store.st_uid,
		   of_store.st_gid) == 0)
		(void)!fchmod(store->lock_fd, mode);
}

enum status
lock_open(struct store *store)
{
	char *path = mem_print("%s-lock", store->path);

	store->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (store->lock_fd < 0) {
		enum status st = errno == EACCES || errno == EROFS || errno == EPERM ?
					 NOT_ALLOWED :
					 IO_ERROR;

		st = fail(st, "%s: %s", path, intl_error(errno));
		free(path);
		return st;
	}
	free(path);
	share_lock(store);
	return OK;
}

/* Lock (F_WRLCK) or unlock (F_UNLCK) N bytes from START, 0 = all behind it too.
 * Such locks belong to the open file, not to the process, and know nothing of
 * flock() and of SQLite's. */
static int
set_bytes(struct store *store, int how, short type, off_t start, off_t n)
{
	struct flock lock = {
		.l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = n
	};

	return fcntl(store->lock_fd, how, &lock);
}

static int
take_byte(struct store *store, off_t byte, bool wait)
{
	return set_bytes(store, wait ? F_OFD_SETLKW : F_OFD_SETLK, F_WRLCK, byte, 1);
}

static int
take_file(struct store *store, off_t unused, bool wait)
{
	(void)unused;
	return flock(store->lock_fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB);
}

int64_t
lock_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
on_alarm(int signal)
{
	(void)signal; /* it only has to interrupt the waiting */
}

/* Wait for a lock until UNTIL.  From then on the timer ticks repeatedly, since a single
 * tick could fall between looking at the clock and waiting, and be lost; ticks before
 * UNTIL would only wake 64 waiters for nothing. */
static int
wait_for(struct store *store, int (*take)(struct store *store, off_t byte, bool wait),
	 off_t byte, int64_t until)
{
	struct sigaction interrupt = { .sa_handler = on_alarm }, before;
	struct itimerval timer = { { 0, 100000 }, { 0, 0 } },
			 none = { { 0, 0 }, { 0, 0 } };
	int64_t left = until - lock_clock();
	int rc = take(store, byte, false);

	if (rc == 0 || (errno != EAGAIN && errno != EACCES) || left <= 0)
		return rc;
	timer.it_value.tv_sec = left / 1000;
	timer.it_value.tv_usec = left % 1000 * 1000;
	sigaction(SIGALRM, &interrupt, &before);
	setitimer(ITIMER_REAL, &timer, NULL);
	while ((rc = take(store, byte, true)) != 0 && errno == EINTR &&
	       lock_clock() < until)
		;
	setitimer(ITIMER_REAL, &none, NULL);
	sigaction(SIGALRM, &before, NULL);
	return rc;
}

/* The number drawn last; 0 in a new file. */
static int64_t
last_number(struct store *store)
{
	int64_t last;

	if (pread(store->lock_fd, &last, sizeof(last), 0) != sizeof(last))
		return 0;
	return last < 0 || last > LAST_NUMBER ? 0 : last;
}

/* Wait until all before NUMBER are done: the last of them may have been killed while
 * others were still waiting.  Nothing is kept of it. */
static int
take_before(struct store *store, off_t number, bool wait)
{
	int rc = set_bytes(store, wait ? F_OFD_SETLKW : F_OFD_SETLK, F_RDLCK, NUMBERS,
			   number);

	if (rc == 0)
		set_bytes(store, F_OFD_SETLK, F_UNLCK, NUMBERS, number);
	return rc;
}

/* Draw a number and wait until the one before it is done.  The number's byte is locked
 * before the number is known to the next one.  A failure here (a full disk) costs
 * fairness, not safety, so it is ignored. */
static void
queue_up(struct store *store, int64_t until)
{
	bool drawn;

	if (wait_for(store, take_byte, GATE, until) != 0)
		return;
	store->number = last_number(store) + 1;
	drawn = take_byte(store, NUMBERS + store->number, false) == 0 &&
		pwrite(store->lock_fd, &store->number, sizeof(store->number), 0) ==
			sizeof(store->number);
	set_bytes(store, F_OFD_SETLK, F_UNLCK, GATE, 1);
	if (drawn && wait_for(store, take_byte, NUMBERS + store->number - 1, until) == 0)
		wait_for(store, take_before, store->number, until);
}

static enum status
tell_holder(struct store *store)
{
	struct holder holder;
	char since[MOMENT_TEXT];

	fail(BUSY, _("%s: another command has been writing for %d s"), store->path,
	     lock_timeout());
	if (!holder_find(store->lock_fd, &holder))
		return fail_hint(BUSY,
				 _("try again; a large import keeps the store until "
				   "it ends"));
	moment_print(holder.since, since);
	return fail_hint(
		BUSY, _("try again; it is kept by %s of %s (process %ld, begun %.19s)"),
		holder.command, holder.login, holder.pid, since);
}

enum status
lock_take(struct store *store)
{
	const int64_t begun = lock_clock(), until = begun + lock_time_left();
	enum status st;

	if (store->part) /* nobody else sees it */
		return OK;
	if (store->lock_fd < 0 && (st = lock_open(store)))
		return st;
	queue_up(store, until);
	if (wait_for(store, take_file, 0, until) == 0) {
		lock_waited(begun);
		return OK;
	}
	if (errno != EWOULDBLOCK && errno != EINTR)
		st = fail(IO_ERROR, "%s-lock: flock: %s", store->path, intl_error(errno));
	else
		st = tell_holder(store);
	lock_release(store);
	return st;
}

bool
lock_try(struct store *store)
{
	return store->lock_fd >= 0 && last_number(store) == store->number &&
	       take_file(store, 0, false) == 0;
}

/* Unlock the file before the number: the writer that this lets in must not wait again. */
void
lock_release(struct store *store)
{
	if (store->lock_fd < 0)
		return;
	flock(store->lock_fd, LOCK_UN);
	set_bytes(store, F_OFD_SETLK, F_UNLCK, 0, 0);
}

void
lock_close(struct store *store)
{
	if (store->lock_fd >= 0)
		close(store->lock_fd);
	store->lock_fd = -1;
}
