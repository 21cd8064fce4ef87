/* SPDX-License-Identifier: MIT */
#include "timing.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
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
start(char *const *argv, int output)
{
	pid_t pid = vfork();

	if (!pid) {
		int null = open("/dev/null", O_RDWR);

		dup2(null, STDIN_FILENO);
		dup2(output < 0 ? null : output, STDOUT_FILENO);
		execvp(argv[0], argv);
		_exit(127);
	}
	return pid;
}

static double
seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

struct run
run_timed(char *const *argv, int output)
{
	double begun = now();
	pid_t pid = start(argv, output);
	struct rusage used;
	struct run run;

	if (pid < 0 || wait4(pid, &run.status, 0, &used) != pid)
		die(argv[0]);
	run.seconds = now() - begun;
	run.cpu = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
	run.rss_kib = used.ru_maxrss;
	return run;
}

void *
shared(size_t size)
{
	void *room = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
			  -1, 0);

	if (room == MAP_FAILED)
		die("mmap");
	return room;
}

/* The gate closes behind the last one, which its reader sees as an end of file. */
double
at_once(int count, void (*work)(int number, void *with), void *with)
{
	int gate[2], i;
	double begun;
	char byte;

	if (pipe(gate) != 0)
		die("pipe");
	for (i = 0; i < count; i++) {
		pid_t pid = fork();

		if (pid < 0)
			die("fork");
		if (!pid) {
			close(gate[1]);
			if (read(gate[0], &byte, 1) == 0)
				work(i, with);
			_exit(0);
		}
	}
	close(gate[0]);
	begun = now();
	close(gate[1]);
	while (wait(NULL) > 0)
		;
	return now() - begun;
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
