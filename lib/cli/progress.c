/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/intl.h"

#define BETWEEN 0.25 /* seconds from one look to the next */
#define ROWS    64   /* the clock is read once for so many rows */

static double
read_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void
progress_begin(struct progress *p, FILE *in, bool quiet)
{
	const char *term = getenv("TERM");
	struct stat is;
	off_t start;

	*p = (struct progress){ .in = in };
	p->on = !quiet && isatty(STDERR_FILENO) && term && *term &&
		strcmp(term, "dumb") != 0;
	if (!p->on)
		return;
	p->begun = p->told = read_seconds();
	if (fstat(fileno(in), &is) == 0 && S_ISREG(is.st_mode) &&
	    (start = ftello(in)) >= 0) {
		p->start = start;
		p->size = is.st_size;
	}
}

/* Seconds until the end at the pace so far; -1 when it cannot be estimated. */
static double
time_left(const struct progress *p, double passed)
{
	int64_t at = p->size ? (int64_t)ftello(p->in) : 0;

	if (at <= p->start || at > p->size)
		return -1;
	return passed * (double)(p->size - at) / (double)(at - p->start);
}

static void
print_progress(struct progress *p, double passed)
{
	long long rate = (long long)((double)p->rows / passed);
	double left = time_left(p, passed);

	fprintf(stderr, "\r\033[K");
	if (left < 0)
		fprintf(stderr, _("%lld rows, %lld a second"), (long long)p->rows, rate);
	else
		fprintf(stderr, _("%lld rows, %lld a second, %lld:%02lld left"),
			(long long)p->rows, rate, (long long)(left + 0.5) / 60,
			(long long)(left + 0.5) % 60);
	fflush(stderr);
	p->shown = true;
}

void
progress_row(struct progress *p)
{
	double now;

	p->rows++;
	if (!p->on || p->rows % ROWS)
		return;
	now = read_seconds();
	if (now - p->told < BETWEEN)
		return;
	p->told = now;
	print_progress(p, now - p->begun);
}

void
progress_clear(struct progress *p)
{
	if (p->shown)
		fprintf(stderr, "\r\033[K");
	p->shown = false;
}
