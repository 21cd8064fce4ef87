/* SPDX-License-Identifier: MIT */
#include "timing.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void
die(const char *what)
{
	fprintf(stderr, "bench: %s: %s\n", what, strerror(errno));
	exit(2);
}

double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* vfork(): the price of copying the bench itself is not part of the measure. */
static pid_t
start(char *const *argv)
{
	pid_t pid = vfork();

	if (!pid) {
		int null = open("/dev/null", O_RDWR);

		dup2(null, STDIN_FILENO);
		dup2(null, STDOUT_FILENO);
		execvp(argv[0], argv);
		_exit(127);
	}
	return pid;
}

double
run_timed(char *const *argv, long *rss_kib, int *status)
{
	double begun = now();
	pid_t pid = start(argv);
	struct rusage used;

	if (pid < 0 || wait4(pid, status, 0, &used) != pid)
		die(argv[0]);
	begun = now() - begun;
	if (used.ru_maxrss > *rss_kib)
		*rss_kib = used.ru_maxrss;
	return begun;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

double
median(double *numbers, int n)
{
	qsort(numbers, (size_t)n, sizeof(*numbers), by_size);
	return n % 2 ? numbers[n / 2] : (numbers[n / 2 - 1] + numbers[n / 2]) / 2;
}

double
quantile(double *numbers, int n, double share)
{
	int i = (int)ceil(share * n) - 1;

	qsort(numbers, (size_t)n, sizeof(*numbers), by_size);
	return numbers[i < 0 ? 0 : i];
}

int
split_commands(int argc, char **argv, char ***a, char ***b)
{
	int i;

	for (i = 0; i < argc && strcmp(argv[i], "::") != 0; i++)
		;
	if (!i || i + 1 >= argc)
		return 0;
	argv[i] = NULL;
	*a = argv;
	*b = argv + i + 1;
	return 1;
}
