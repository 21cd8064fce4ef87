/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BENCH_TIMING_H
#define OSQ_BENCH_TIMING_H

#include <stddef.h>

/* What the programs of the bench share: whole processes, by the clock on the wall. */

struct run {
	double seconds; /* from before the fork to after the wait */
	double cpu; /* seconds of a processor, in the program and for it in the kernel */
	long rss_kib; /* the most memory */
	int status;   /* as of wait() */
};

/* Run ARGV with nothing to read and its output into OUTPUT, or thrown away (-1). */
struct run run_timed(char *const *argv, int output);

/* Let COUNT processes do WORK, each with its number from 0 on; all begin when the
 * last is there.  The seconds until the last has ended. */
double at_once(int count, void (*work)(int number, void *with), void *with);

/* Memory that these processes share; zeroed. */
void *shared(size_t size);

double now(void); /* seconds, monotonic */

/* Of N numbers, which are sorted by this; SHARE of them are not larger. */
double median(double *numbers, int n);
double quantile(double *numbers, int n, double share);

/* Complain and end. */
void die(const char *what);

/* Cut "A ... :: B ..." in two; false when it is not that. */
int split_commands(int argc, char **argv, char ***a, char ***b);

#endif
