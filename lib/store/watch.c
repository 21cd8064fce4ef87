/* SPDX-License-Identifier: MIT */
#include "store/watch.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/internal.h"

/* The log is written before the commit is valid (it is synced in between), so a look at
 * the first sign of writing may come too early: look again this long after the last one.
 * A command that ends closes its log after the commit, which is noticed at once. */
#define SETTLE_MS 250

struct watch {
	struct store *store;
	int fd;
	char *name, *log; /* in the store's folder */
	int64_t version;  /* data_version when last looked at */
	int64_t look_at;  /* monotonic milliseconds; 0: no reason to look */
};

static int64_t
clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static enum status
read_version(struct watch *watch, int64_t *version)
{
	struct query q;

	query_open(&q, watch->store, "PRAGMA data_version");
	if (query_row(&q))
		*version = query_col_int(&q, 0);
	return query_close(&q);
}

enum status
watch_folder(struct store *store, int *fd)
{
	char *path = mem_text(store_path(store)), *slash = strrchr(path, '/');
	enum status st = OK;

	if (slash)
		slash[slash == path] = '\0';
	*fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (*fd < 0 ||
	    inotify_add_watch(*fd, slash ? path : ".",
			      IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO) < 0)
		st = fail(UNAVAILABLE, _("%s: cannot be watched: %s"), path,
			  intl_error(errno));
	free(path);
	return st;
}

/* Take the watch that the store holds, or begin one. */
static enum status
begin_watching(struct watch *watch)
{
	struct store *store = watch->store;
	const char *slash = strrchr(store_path(store), '/');

	watch->name = mem_text(slash ? slash + 1 : store_path(store));
	watch->log = mem_print("%s-wal", watch->name);
	watch->fd = store->watch_fd;
	store->watch_fd = -1;
	return watch->fd >= 0 ? OK : watch_folder(store, &watch->fd);
}

enum status
watch_open(struct store *store, struct watch **out)
{
	struct watch *watch = mem_alloc(sizeof(*watch));
	enum status st;

	watch->store = store;
	watch->fd = -1;
	if ((st = begin_watching(watch)) || (st = read_version(watch, &watch->version))) {
		watch_close(watch);
		return st;
	}
	*out = watch;
	return OK;
}

/* Read the kernel's events, and set when there is reason to look at the store. */
static void
take_events(struct watch *watch)
{
	_Alignas(struct inotify_event) char room[4096];
	ssize_t n;

	while ((n = read(watch->fd, room, sizeof(room))) > 0) {
		for (char *at = room; at < room + n;) {
			const struct inotify_event *event = (const void *)at;
			int64_t soon = clock_ms() +
				       (event->mask & IN_CLOSE_WRITE ? 0 : SETTLE_MS);

			at += sizeof(*event) + event->len;
			if (!(event->mask & IN_Q_OVERFLOW) &&
			    (!event->len || (strcmp(event->name, watch->name) != 0 &&
					     strcmp(event->name, watch->log) != 0)))
				continue;
			/* A look that is already due is not put off, however much is
			 * written meanwhile. */
			if (!watch->look_at || soon < watch->look_at)
				watch->look_at = soon;
		}
	}
}

/* How long to sleep: to the end of the wait, or until the store is to be looked at. */
static int
sleep_ms(const struct watch *watch, int64_t end)
{
	int64_t now = clock_ms(), until = end;

	if (watch->look_at && (until < 0 || watch->look_at < until))
		until = watch->look_at;
	return until < 0 ? -1 : until > now ? (int)(until - now) : 0;
}

static enum status
look_now(struct watch *watch, bool *changed)
{
	int64_t version = watch->version;
	enum status st;

	watch->look_at = 0;
	/* The number of another file says nothing beside that of this one. */
	if ((st = store_follow(watch->store, changed)) || *changed)
		return st ? st : read_version(watch, &watch->version);
	if ((st = read_version(watch, &version)))
		return st;
	*changed = version != watch->version;
	watch->version = version;
	return OK;
}

enum status
watch_wait(struct watch *watch, int fd, int milliseconds, enum watch_event *event)
{
	struct pollfd polled[2] = { { .fd = watch->fd, .events = POLLIN },
				    { .fd = fd, .events = POLLIN } };
	int64_t end = milliseconds < 0 ? -1 : clock_ms() + milliseconds;
	bool changed = false;
	enum status st;

	*event = WATCH_NOTHING;
	for (;;) {
		int n = poll(polled, fd < 0 ? 1 : 2, sleep_ms(watch, end));

		if (n < 0)
			return errno == EINTR ?
				       OK :
				       fail(IO_ERROR, "poll: %s", intl_error(errno));
		if (polled[0].revents)
			take_events(watch);
		if (watch->look_at && clock_ms() >= watch->look_at) {
			if ((st = look_now(watch, &changed)))
				return st;
			if (changed) {
				*event = WATCH_CHANGED;
				return OK;
			}
		}
		if (n > 0 && fd >= 0 && polled[1].revents) {
			*event = WATCH_INPUT;
			return OK;
		}
		if (end >= 0 && clock_ms() >= end)
			return OK;
	}
}

void
watch_close(struct watch *watch)
{
	if (!watch)
		return;
	if (watch->fd >= 0)
		close(watch->fd);
	free(watch->name);
	free(watch->log);
	free(watch);
}
