/* SPDX-License-Identifier: MIT */
/*
 * crowd - many processes at once, each running a command again and again
 *
 *	crowd [-p PROCESSES] [-k TIMES] [-r ROUNDS] A [ARG ...] :: B [ARG ...]
 *
 * Rounds of A and of B in turn.  Prints one line: the median over the rounds of
 * the 99th percentile of a run's seconds, of A, of B and of the ratios; the same
 * three of the runs a second; the runs of A and of B that failed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "timing.h"

#define ROUNDS_MAX 100

struct side {
	char **argv;
	double late[ROUNDS_MAX]; /* the 99th percentile of each round */
	double rate[ROUNDS_MAX];
	int failed;
};

static int processes = 64, times = 10;
static double *seconds; /* shared: of each run; negative = it failed */

static void
run_again(int number, void *argv)
{
	double *mine = seconds + (long)number * times;
	int i;

	for (i = 0; i < times; i++) {
		struct run run = run_timed(argv, -1);

		mine[i] = run.status ? -run.seconds : run.seconds;
	}
}

static void
round_of(struct side *side, int round)
{
	int i, n = processes * times, failed = 0;
	double all = at_once(processes, run_again, side->argv);

	for (i = 0; i < n; i++)
		if (seconds[i] < 0) {
			seconds[i] = -seconds[i];
			failed++;
		}
	side->failed += failed;
	side->rate[round] = (n - failed) / all;
	side->late[round] = quantile(seconds, n, 0.99);
}

static void
measure(struct side *a, struct side *b, int rounds)
{
	double late[ROUNDS_MAX], rate[ROUNDS_MAX];
	int i;

	for (i = 0; i < rounds; i++) {
		round_of(a, i);
		round_of(b, i);
		late[i] = a->late[i] / b->late[i];
		rate[i] = a->rate[i] / b->rate[i];
	}
	printf("%.6f %.6f %.4f %.1f %.1f %.4f %d %d\n", median(a->late, rounds),
	       median(b->late, rounds), median(late, rounds), median(a->rate, rounds),
	       median(b->rate, rounds), median(rate, rounds), a->failed, b->failed);
}

int
main(int argc, char **argv)
{
	static struct side a, b;
	int rounds = 5, option;

	while ((option = getopt(argc, argv, "+p:k:r:")) != -1) {
		if (option == 'p')
			processes = atoi(optarg);
		else if (option == 'k')
			times = atoi(optarg);
		else if (option == 'r')
			rounds = atoi(optarg);
		else
			return 64;
	}
	if (processes < 1 || times < 1 || rounds < 1 || rounds > ROUNDS_MAX ||
	    !split_commands(argc - optind, argv + optind, &a.argv, &b.argv)) {
		fprintf(stderr, "usage: crowd [-p PROCESSES] [-k TIMES] [-r ROUNDS] "
				"A ... :: B ...\n");
		return 64;
	}
	seconds = shared(sizeof(*seconds) * (size_t)(processes * times));
	measure(&a, &b, rounds);
	return 0;
}
