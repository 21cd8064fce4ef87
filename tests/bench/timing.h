/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BENCH_TIMING_H
#define OSQ_BENCH_TIMING_H

/* What the programs of the bench share: whole processes, by the clock on the wall. */

/* Run ARGV with nothing to read and its output thrown away.  The seconds from
 * before the fork to after the wait; *RSS_KIB gets the most memory that it or an
 * earlier run had; *STATUS its wait status. */
double run_timed(char *const *argv, long *rss_kib, int *status);

double now(void); /* seconds, monotonic */

/* Of N numbers, which are sorted by this; SHARE of them are not larger. */
double median(double *numbers, int n);
double quantile(double *numbers, int n, double share);

/* Complain and end. */
void die(const char *what);

/* Cut "A ... :: B ..." in two; false when it is not that. */
int split_commands(int argc, char **argv, char ***a, char ***b);

#endif
