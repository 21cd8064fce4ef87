/* SPDX-License-Identifier: MIT */
/*
 * pair - time two commands as whole processes, in turn: A B A B ...
 *
 *	pair [-n RUNS] [-w WARMUP] [-a SETUP] [-b SETUP] A [ARG ...] :: B [ARG ...]
 *
 * Prints one line: the median seconds of A and of B, the median of the ratios A/B
 * of each pair, the most memory that A and B had (KiB), the median processor seconds
 * of A and of B.  SETUP goes to the shell
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
	double seconds[RUNS_MAX], cpu[RUNS_MAX];
	long rss_kib;
};

static void
run(struct side *side, int i)
{
	struct run run;

	if (side->setup && system(side->setup) != 0)
		die(side->setup);
	run = run_timed(side->argv, -1);
	if (run.status) {
		fprintf(stderr, "pair: %s: wait status %#x\n", side->argv[0],
			(unsigned)run.status);
		exit(1);
	}
	side->seconds[i] = run.seconds;
	side->cpu[i] = run.cpu;
	if (run.rss_kib > side->rss_kib)
		side->rss_kib = run.rss_kib;
}

static void
measure(struct side *a, struct side *b, int runs, int warmup)
{
	static double ratios[RUNS_MAX];
	int i;

	for (i = 0; i < warmup; i++) {
		run(a, 0);
		run(b, 0);
	}
	for (i = 0; i < runs; i++) {
		run(a, i);
		run(b, i);
		ratios[i] = a->seconds[i] / b->seconds[i];
	}
	printf("%.6f %.6f %.4f %ld %ld %.6f %.6f\n", median(a->seconds, runs),
	       median(b->seconds, runs), median(ratios, runs), a->rss_kib, b->rss_kib,
	       median(a->cpu, runs), median(b->cpu, runs));
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
