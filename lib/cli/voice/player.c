/* SPDX-License-Identifier: MIT */
#include "cli/voice/player.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"

/* How long a command that was asked to end may take before it is killed. */
#define GRACE_MS 2000

/* The signals that end us; one that was ignored when we were started (nohup) stays
 * ignored. */
static void
signals_of_end(sigset_t *set)
{
	static const int ends[] = { SIGTERM, SIGINT, SIGHUP };
	struct sigaction is;
	size_t i;

	sigemptyset(set);
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (sigaction(ends[i], NULL, &is) == 0 && is.sa_handler != SIG_IGN)
			sigaddset(set, ends[i]);
}

enum status
player_open(struct player *player, bool listened)
{
	struct epoll_event signals = { .events = EPOLLIN, .data.fd = -1 };
	struct epoll_event output = { .events = 0, /* only its closing */
				      .data.fd = STDOUT_FILENO };
	sigset_t set;

	*player = (struct player){ .fd = epoll_create1(EPOLL_CLOEXEC) };
	signals_of_end(&set);
	sigaddset(&set, SIGCHLD);
	signal(SIGCHLD, SIG_DFL); /* else waitpid() may find no child */
	sigprocmask(SIG_BLOCK, &set, &player->before);
	player->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (player->fd < 0 || player->signals < 0 ||
	    epoll_ctl(player->fd, EPOLL_CTL_ADD, player->signals, &signals) != 0)
		return fail(UNAVAILABLE, "signalfd: %s", intl_error(errno));
	/* A regular file has no other end, and epoll refuses it. */
	if (listened &&
	    epoll_ctl(player->fd, EPOLL_CTL_ADD, STDOUT_FILENO, &output) != 0 &&
	    errno != EPERM)
		return fail(UNAVAILABLE, "epoll: %s", intl_error(errno));
	return OK;
}

void
player_close(struct player *player)
{
	close(player->fd);
	close(player->signals);
	sigprocmask(SIG_SETMASK, &player->before, NULL);
}

void
player_listen(struct player *player)
{
	struct signalfd_siginfo info;
	struct epoll_event event;

	while (epoll_wait(player->fd, &event, 1, 0) > 0) {
		if (event.data.fd == STDOUT_FILENO) {
			player->stop = true;
			return; /* else epoll would report it for ever */
		}
		while (read(player->signals, &info, sizeof(info)) == sizeof(info))
			if (info.ssi_signo != SIGCHLD)
				player->stop = true;
	}
}

enum status
player_find(const char *name)
{
	const char *path = getenv("PATH");
	bool found = strchr(name, '/') && access(name, X_OK) == 0;

	for (path = path ? path : "/bin:/usr/bin"; !strchr(name, '/') && !found;) {
		size_t n = strcspn(path, ":");
		char *file = mem_print("%.*s/%s", n ? (int)n : 1, n ? path : ".", name);

		found = access(file, X_OK) == 0;
		free(file);
		if (!path[n])
			break;
		path += n + 1;
	}
	return found ? OK : fail(UNAVAILABLE, _("%s: there is no such command"), name);
}

/* A pipe for standard input with INPUT in it already: a pipe holds that much, so there is
 * nothing to wait for, and no reader that could leave too early. */
static int
ready_input(const char *input)
{
	size_t size = strlen(input);
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return -1;
	if (fcntl(ends[1], F_SETFL, O_NONBLOCK) != 0 ||
	    write(ends[1], input, size) != (ssize_t)size) {
		close(ends[0]);
		ends[0] = -1;
	}
	close(ends[1]);
	return ends[0];
}

/* Start ARGV in a process group of its own, so that a shell's whole pipeline can be
 * ended. */
static int
spawn_player(struct player *player, char *const *argv, int input, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int error;

	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	posix_spawnattr_setpgroup(&attributes, 0);
	posix_spawnattr_setsigmask(&attributes, &player->before);
	posix_spawnattr_setflags(&attributes,
				 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
	error = posix_spawnp(pid, argv[0], &actions, &attributes, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	return error;
}

/* Wait until PID has ended.  Once we are to stop, ask it to end, and after GRACE_MS kill
 * it. */
static int
wait_for(struct player *player, pid_t pid)
{
	struct pollfd polled = { .fd = player->fd, .events = POLLIN };
	bool told = false;
	int how = 0;

	while (waitpid(pid, &how, WNOHANG) == 0) {
		if (player->stop && !told) {
			kill(-pid, SIGTERM);
			told = true;
		}
		if (poll(&polled, 1, told ? GRACE_MS : -1) == 0)
			kill(-pid, SIGKILL);
		player_listen(player);
	}
	if (player->stop)
		kill(-pid, SIGKILL); /* those of its pipeline that still run */
	return how;
}

enum status
player_run(struct player *player, char *const *argv, const char *input)
{
	int in = ready_input(input), error, how;
	pid_t pid;

	if (in < 0)
		return fail(UNAVAILABLE, "%s: %s", argv[0], intl_error(errno));
	error = spawn_player(player, argv, in, &pid);
	close(in);
	if (error)
		return fail(UNAVAILABLE, "%s: %s", argv[0], intl_error(error));
	how = wait_for(player, pid);
	if (player->stop || (WIFEXITED(how) && WEXITSTATUS(how) == 0))
		return OK;
	if (WIFSIGNALED(how))
		return fail(UNAVAILABLE, _("%s: ended by signal %d"), argv[0],
			    WTERMSIG(how));
	return fail(UNAVAILABLE, _("%s: ended with status %d"), argv[0],
		    WEXITSTATUS(how));
}
