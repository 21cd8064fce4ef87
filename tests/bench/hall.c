/* SPDX-License-Identifier: MIT */
/*
 * hall - a full hall: counters that call again and again, as fast as they can
 *
 *	hall [-p COUNTERS] [-v SERVICES] [-s SECONDS] [-t TIMES] STORE OSQ-CALL OSQ-TICKET
 *
 * COUNTERS processes, the counters q1, q2 ... of STORE, each run OSQ-CALL next until
 * SECONDS are over.  Who finds nobody waiting draws a number of one of the SERVICES s1,
 * s2 ..., every fifth of a priority class, and goes on, so that nobody ever stands
 * idle; -t: that many draws at once by each process, and no calls.
 *
 * What was printed is added to the files STORE-called and STORE-drawn, so that it can
 * be compared with what is stored.  Prints a line: the 99th percentile of a call's
 * seconds, the calls a second, how many called, found nobody, drew, and failed.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "timing.h"

#define CALLS_MAX 20000 /* of one counter */

struct tally {
	double seconds[CALLS_MAX];
	int called, nobody, drawn, failed;
};

struct hall {
	const char *store, *call, *ticket;
	int counters, services, times;
	double until;
	int called_fd, drawn_fd;
	struct tally *tallies; /* shared */
};

/* The nth draw of a counter, which spreads over the services. */
static void
draw(const struct hall *hall, int counter, struct tally *tally)
{
	const int n = counter * 7 + tally->drawn++;
	char service[16];
	const char *argv[] = { hall->ticket, "-d",    hall->store,
			       "issue",      service, n % 5 ? NULL : "--priority",
			       "elderly",    NULL };

	snprintf(service, sizeof(service), "s%d", (n + n / 5) % hall->services + 1);
	if (run_timed((char *const *)argv, hall->drawn_fd).status)
		tally->failed++;
}

static void
call(const struct hall *hall, int counter, struct tally *tally)
{
	char code[16];
	const char *argv[] = { hall->call, "-d", hall->store, "next", "-c", code, NULL };
	struct run run;

	snprintf(code, sizeof(code), "q%d", counter + 1);
	run = run_timed((char *const *)argv, hall->called_fd);
	if (!run.status) {
		tally->seconds[tally->called++] = run.seconds;
	} else if (WIFEXITED(run.status) && WEXITSTATUS(run.status) == 1) {
		tally->nobody++;
		draw(hall, counter, tally);
	} else {
		tally->failed++;
	}
}

static void
work(int counter, void *with)
{
	const struct hall *hall = with;
	struct tally *tally = hall->tallies + counter;

	if (hall->times) {
		while (tally->drawn < hall->times)
			draw(hall, counter, tally);
		return;
	}
	while (now() < hall->until && tally->called < CALLS_MAX)
		call(hall, counter, tally);
}

static int
open_beside(const char *store, const char *suffix)
{
	char path[4096];
	int fd;

	snprintf(path, sizeof(path), "%s-%s", store, suffix);
	if ((fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) < 0)
		die(path);
	return fd;
}

static void
tell(const struct hall *hall, double all)
{
	struct tally sum = { .called = 0 };
	double *seconds;
	int i, j, n = 0;

	for (i = 0; i < hall->counters; i++) {
		sum.called += hall->tallies[i].called;
		sum.nobody += hall->tallies[i].nobody;
		sum.drawn += hall->tallies[i].drawn;
		sum.failed += hall->tallies[i].failed;
	}
	if (!(seconds = malloc(sizeof(*seconds) * (size_t)(sum.called + 1))))
		die("malloc");
	for (i = 0; i < hall->counters; i++)
		for (j = 0; j < hall->tallies[i].called; j++)
			seconds[n++] = hall->tallies[i].seconds[j];
	printf("%.6f %.1f %d %d %d %d\n", n ? quantile(seconds, n, 0.99) : 0.0, n / all,
	       n, sum.nobody, sum.drawn, sum.failed);
	free(seconds);
}

int
main(int argc, char **argv)
{
	static struct hall hall = { .counters = 64, .services = 20 };
	double seconds = 60;
	int option;

	while ((option = getopt(argc, argv, "+p:v:s:t:")) != -1) {
		if (option == 'p')
			hall.counters = atoi(optarg);
		else if (option == 'v')
			hall.services = atoi(optarg);
		else if (option == 's')
			seconds = atof(optarg);
		else if (option == 't')
			hall.times = atoi(optarg);
		else
			return 64;
	}
	if (hall.counters < 1 || hall.services < 1 || argc - optind != 3) {
		fprintf(stderr, "usage: hall [-p COUNTERS] [-v SERVICES] [-s SECONDS] "
				"[-t TIMES] STORE OSQ-CALL OSQ-TICKET\n");
		return 64;
	}
	hall.store = argv[optind];
	hall.call = argv[optind + 1];
	hall.ticket = argv[optind + 2];
	hall.called_fd = open_beside(hall.store, "called");
	hall.drawn_fd = open_beside(hall.store, "drawn");
	hall.tallies = shared(sizeof(*hall.tallies) * (size_t)hall.counters);
	hall.until = now() + seconds;
	tell(&hall, at_once(hall.counters, work, &hall));
	return 0;
}
