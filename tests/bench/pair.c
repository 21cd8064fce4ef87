/* SPDX-License-Identifier: MIT */
/*
 * pair - time two commands as whole processes, in turn: A B A B ...
 *
 *	pair [-n RUNS] [-w WARMUP] [-a SETUP] [-b SETUP] A [ARG ...] :: B [ARG ...]
 *
 * Prints one line: the median seconds of A and of B, the median of the ratios A/B
 * of each pair, the most memory that A and B had (KiB).  SETUP goes to the shell
 * before each run of A, or of B, and is not timed.  A command that fails ends it
 * all, since the time of a failure is no time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "timing.h"

#define RUNS_MAX 10000

struct side {
	char **argv;
	const char *setup;
	double seconds[RUNS_MAX];
	long rss_kib;
};

static double
run(struct side *side)
{
	double seconds;
	int status;

	if (side->setup && system(side->setup) != 0)
		die(side->setup);
	seconds = run_timed(side->argv, &side->rss_kib, &status);
	if (status) {
		fprintf(stderr, "pair: %s: wait status %#x\n", side->argv[0],
			(unsigned)status);
		exit(1);
	}
	return seconds;
}

static void
measure(struct side *a, struct side *b, int runs, int warmup)
{
	static double ratios[RUNS_MAX];
	int i;

	for (i = 0; i < warmup; i++) {
		run(a);
		run(b);
	}
	for (i = 0; i < runs; i++) {
		a->seconds[i] = run(a);
		b->seconds[i] = run(b);
		ratios[i] = a->seconds[i] / b->seconds[i];
	}
	printf("%.6f %.6f %.4f %ld %ld\n", median(a->seconds, runs),
	       median(b->seconds, runs), median(ratios, runs), a->rss_kib, b->rss_kib);
}

int
main(int argc, char **argv)
{
	static struct side a, b;
	int runs = 5, warmup = 1, option;

	while ((option = getopt(argc, argv, "+n:w:a:b:")) != -1) {
		if (option == 'n')
			runs = atoi(optarg);
		else if (option == 'w')
			warmup = atoi(optarg);
		else if (option == 'a')
			a.setup = optarg;
		else if (option == 'b')
			b.setup = optarg;
		else
			return 64;
	}
	if (runs < 1 || runs > RUNS_MAX ||
	    !split_commands(argc - optind, argv + optind, &a.argv, &b.argv)) {
		fprintf(stderr, "usage: pair [-n RUNS] [-w WARMUP] A ... :: B ...\n");
		return 64;
	}
	measure(&a, &b, runs, warmup);
	return 0;
}
