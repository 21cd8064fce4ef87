/* SPDX-License-Identifier: MIT */
#include "cli/screen/display_show.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/intl.h"
#include "cli/screen/display_read.h"
#include "cli/screen/display_watch.h"
#include "form/screen/display_text.h"

/*
 * The terminal, which is left as it was found, however this ends: by a key, a signal, an
 * error, exit() anywhere below, or a fault of ours.  What a handler of such signals needs
 * is static.
 */
#define ENTER                                                                            \
	"\033[?1049h\033[?25l\033[?7l\033[2J" /* other screen, no cursor, no wrap        \
					       */
#define LEAVE "\033[0m\033[?7h\033[?25h\033[?1049l"
#define BEGIN "\033[?2026h" /* show nothing before END, where supported */
#define END   "\033[?2026l"

/* How long to wait at the end for a terminal that accepts nothing. */
#define PATIENCE_MS 500

static struct {
	struct termios found;
	bool known;   /* `found` is */
	bool entered; /* the other screen is shown */
	int fd;       /* ours, not blocking: a hung terminal must not hold us */
} terminal = { .fd = -1 };

struct screen {
	struct display_watch watch;
	int rows, columns; /* of the last picture */
	bool colour;
};

/* Send it all, or stop when the terminal accepts nothing more and the descriptor WAKE
 * (-1: none) has something to read.  False when the terminal is gone. */
static bool
send_all(const char *bytes, size_t n, int wake)
{
	struct pollfd polled[2] = { { .fd = terminal.fd, .events = POLLOUT },
				    { .fd = wake, .events = POLLIN } };

	while (n) {
		ssize_t done = write(terminal.fd, bytes, n);

		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
			continue;
		}
		if (errno != EAGAIN && errno != EINTR)
			return false;
		if (poll(polled, 2, wake < 0 ? PATIENCE_MS : -1) <= 0 && wake < 0)
			return true;
		if (polled[1].revents)
			return true;
	}
	return true;
}

static void
leave_screen(void)
{
	if (!terminal.entered)
		return;
	terminal.entered = false;
	send_all(LEAVE, strlen(LEAVE), -1);
	if (terminal.known)
		tcsetattr(terminal.fd, TCSANOW, &terminal.found);
}

static void
enter_screen(void)
{
	struct termios raw;

	terminal.known = tcgetattr(terminal.fd, &terminal.found) == 0;
	terminal.entered = true;
	if (terminal.known) {
		raw = terminal.found;
		raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG);
		raw.c_iflag &= ~(tcflag_t)(IXON);
		raw.c_cc[VMIN] = 1;
		raw.c_cc[VTIME] = 0;
		tcsetattr(terminal.fd, TCSANOW, &raw);
	}
	send_all(ENTER, strlen(ENTER), -1);
}

static void
leave_by_fault(int signal)
{
	leave_screen();
	raise(signal); /* SA_RESETHAND: this time it takes its default course */
}

static void
guard_against_faults(void)
{
	static const int faults[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
	struct sigaction action = { .sa_handler = leave_by_fault,
				    .sa_flags = (int)SA_RESETHAND };
	size_t i;

	for (i = 0; i < sizeof(faults) / sizeof(*faults); i++)
		sigaction(faults[i], &action, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static void
suspend_screen(struct display_watch *watch)
{
	(void)watch;
	leave_screen();
	raise(SIGSTOP);
	enter_screen();
}

static enum status
draw_screen(struct cli *cli, struct display_watch *watch)
{
	struct screen *screen = (struct screen *)watch;
	struct winsize size = { 0 };
	struct display display = { 0 };
	struct buf out = { 0 };
	enum status st = display_read(cli, &display);

	ioctl(terminal.fd, TIOCGWINSZ, &size);
	if (!size.ws_row || !size.ws_col)
		size = (struct winsize){ .ws_row = 24, .ws_col = 80 };
	if (!st) {
		buf_text(&out, BEGIN);
		if (size.ws_row != screen->rows || size.ws_col != screen->columns)
			buf_text(&out, "\033[2J");
		screen->rows = size.ws_row;
		screen->columns = size.ws_col;
		display_text(&display, screen->rows, screen->columns, screen->colour,
			     &out);
		buf_text(&out, END);
		if (!send_all(out.text, out.length, watch->fd))
			st = fail(IO_ERROR, _("the output could not be written: %s"),
				  intl_error(errno));
	}
	buf_free(&out);
	display_free(&display);
	return st;
}

static bool
can_show(void)
{
	const char *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && term && *term && strcmp(term, "dumb") != 0;
}

enum status
display_show(struct cli *cli)
{
	const char *no_colour = getenv("NO_COLOR");
	struct screen screen = { .watch = { .renew = draw_screen,
					    .suspend = suspend_screen,
					    .input = isatty(STDIN_FILENO) ? STDIN_FILENO :
									    -1 },
				 .colour = !no_colour || !*no_colour };
	enum status st;

	if (!can_show()) {
		fail(USAGE, _("--watch wants a terminal that can clear its screen"));
		return fail_hint(
			USAGE,
			_("or write a page that renews itself: --html FILE --watch"));
	}
	terminal.fd = open("/proc/self/fd/1", O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (terminal.fd < 0)
		terminal.fd = STDOUT_FILENO;
	guard_against_faults();
	atexit(leave_screen);
	enter_screen();
	st = display_watch(cli, &screen.watch);
	leave_screen();
	return st;
}
