/* SPDX-License-Identifier: MIT */
/*
 * idle - the processor time that a program takes while nothing happens
 *
 *	idle [-t] SECONDS COMMAND [ARG ...]
 *
 * Starts COMMAND, on a terminal of its own with -t, lets it settle for two seconds,
 * and prints its processor time in the SECONDS after them, and as a share of these.
 * A command that has ended by then is an error.
 */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "timing.h"

#define SETTLING 2.0

static pid_t
start(char *const *argv, int *terminal)
{
	struct winsize size = { .ws_row = 50, .ws_col = 160 };
	pid_t pid = *terminal ? forkpty(terminal, NULL, NULL, &size) : fork();

	if (pid < 0)
		die("fork");
	if (!pid) {
		if (!*terminal) {
			int null = open("/dev/null", O_RDWR);

			dup2(null, STDIN_FILENO);
			dup2(null, STDOUT_FILENO);
		}
		execvp(argv[0], argv);
		_exit(127);
	}
	return pid;
}

/* Let SECONDS pass, reading away what the program writes on its terminal. */
static void
pass(double seconds, int terminal)
{
	const double until = now() + seconds;
	struct pollfd fd = { .fd = terminal ? terminal : -1, .events = POLLIN };
	char away[4096];
	double left;

	while ((left = until - now()) > 0)
		if (poll(&fd, 1, (int)(left * 1000) + 1) > 0 &&
		    read(terminal, away, sizeof(away)) <= 0)
			fd.fd = -1;
}

/* Of the process as a whole, to the nanosecond. */
static double
cpu_of(pid_t pid)
{
	struct timespec t;
	clockid_t clock;

	if (waitpid(pid, NULL, WNOHANG) != 0 || clock_getcpuclockid(pid, &clock) != 0 ||
	    clock_gettime(clock, &t) != 0) {
		fprintf(stderr, "idle: the command has ended\n");
		exit(1);
	}
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

int
main(int argc, char **argv)
{
	int option, terminal = 0;
	double seconds, cpu, begun;
	pid_t pid;

	while ((option = getopt(argc, argv, "+t")) != -1) {
		if (option != 't')
			return 64;
		terminal = 1;
	}
	if (argc - optind < 2 || (seconds = atof(argv[optind])) <= 0) {
		fprintf(stderr, "usage: idle [-t] SECONDS COMMAND [ARG ...]\n");
		return 64;
	}
	pid = start(argv + optind + 1, &terminal);
	pass(SETTLING, terminal);
	cpu = cpu_of(pid);
	begun = now();
	pass(seconds, terminal);
	cpu = cpu_of(pid) - cpu;
	printf("%.6f %.8f\n", cpu, cpu / (now() - begun));
	kill(pid, SIGTERM);
	if (terminal)
		close(terminal);
	waitpid(pid, NULL, 0);
	return 0;
}
