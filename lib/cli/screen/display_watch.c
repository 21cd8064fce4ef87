/* SPDX-License-Identifier: MIT */
#include "cli/screen/display_watch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "base/intl.h"
#include "cli/session.h"
#include "store/watch.h"

/* However fast the store changes, the screen is not redrawn more often than this. */
#define REST_MS 150

#define CTRL_C 3
#define CTRL_Z 26

enum wake { GO_ON, AGAIN, SUSPEND, END };

/* Receive signals by reading a descriptor, so that none is lost between drawing and the
 * next wait, and none interrupts a picture halfway. */
static enum status
open_input(struct display_watch *w)
{
	static const int taken[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
	static const int terminals[] = { SIGWINCH, SIGTSTP, SIGCONT };
	struct epoll_event event = { .events = EPOLLIN };
	sigset_t set;
	size_t i;

	sigemptyset(&set);
	for (i = 0; i < sizeof(taken) / sizeof(*taken); i++)
		sigaddset(&set, taken[i]);
	for (i = 0; w->suspend && i < sizeof(terminals) / sizeof(*terminals); i++)
		sigaddset(&set, terminals[i]);
	sigprocmask(SIG_BLOCK, &set, NULL);
	w->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	w->fd = epoll_create1(EPOLL_CLOEXEC);
	if (w->signals < 0 || w->fd < 0 ||
	    epoll_ctl(w->fd, EPOLL_CTL_ADD, w->signals, &event) != 0 ||
	    (w->input >= 0 && epoll_ctl(w->fd, EPOLL_CTL_ADD, w->input, &event) != 0))
		return fail(UNAVAILABLE, "%s", intl_error(errno));
	return OK;
}

static void
close_input(struct display_watch *w)
{
	if (w->signals >= 0)
		close(w->signals);
	if (w->fd >= 0)
		close(w->fd);
}

static enum wake
take_signals(struct display_watch *w)
{
	struct signalfd_siginfo info;
	enum wake wake = GO_ON, one;

	while (read(w->signals, &info, sizeof(info)) == sizeof(info)) {
		one = info.ssi_signo == SIGTSTP                               ? SUSPEND :
		      info.ssi_signo == SIGWINCH || info.ssi_signo == SIGCONT ? AGAIN :
										END;
		wake = one > wake ? one : wake;
	}
	return wake;
}

/* Keys; a terminal that is gone reads as its end. */
static enum wake
take_keys(struct display_watch *w)
{
	struct pollfd polled = { .fd = w->input, .events = POLLIN };
	enum wake wake = GO_ON, one;
	char keys[64];
	ssize_t n, i;

	if (w->input < 0 || poll(&polled, 1, 0) <= 0)
		return GO_ON;
	n = read(w->input, keys, sizeof(keys));
	if (n <= 0)
		return n < 0 && (errno == EAGAIN || errno == EINTR) ? GO_ON : END;
	for (i = 0; i < n; i++) {
		one = keys[i] == 'q' || keys[i] == 'Q' || keys[i] == CTRL_C ? END :
		      keys[i] == CTRL_Z                                     ? SUSPEND :
		      keys[i] == 'L' - '@'                                  ? AGAIN :
									      GO_ON;
		wake = one > wake ? one : wake;
	}
	return wake;
}

static int
until_next_minute(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int)(60000 - now.tv_sec % 60 * 1000 - now.tv_nsec / 1000000 + 1);
}

/* Wait once, and find out what ended the wait. */
static enum status
wait_once(struct display_watch *w, struct watch *store, int64_t *minute, enum wake *wake)
{
	struct pollfd polled = { .fd = w->fd, .events = POLLIN };
	enum watch_event event;
	enum status st = watch_wait(store, w->fd, until_next_minute(), &event);
	int64_t now = time(NULL) / 60;
	enum wake keys;

	*wake = event == WATCH_CHANGED || now != *minute ? AGAIN : GO_ON;
	if (event == WATCH_CHANGED)
		poll(&polled, 1, REST_MS);
	*minute = now;
	if (st || event != WATCH_INPUT)
		return st;
	*wake = take_signals(w);
	keys = take_keys(w);
	*wake = keys > *wake ? keys : *wake;
	return OK;
}

static enum status
go_on(struct cli *cli, struct display_watch *w, struct watch *store)
{
	int64_t minute = time(NULL) / 60;
	enum wake wake = AGAIN;
	enum status st = OK;

	while (!st && wake != END) {
		if (wake == SUSPEND && w->suspend)
			w->suspend(w);
		/* Where reading was refused as BUSY, try again at the next change. */
		if (wake != GO_ON && (st = w->renew(cli, w)) == BUSY)
			st = OK;
		if (!st)
			st = wait_once(w, store, &minute, &wake);
	}
	return st;
}

enum status
display_watch(struct cli *cli, struct display_watch *w)
{
	struct watch *store = NULL;
	enum status st;

	w->signals = w->fd = -1;
	cli_end_look(cli);
	if (!(st = watch_open(cli->office.store, &store)) && !(st = open_input(w)))
		st = go_on(cli, w, store);
	close_input(w);
	watch_close(store);
	return st;
}
