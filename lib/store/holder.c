/* SPDX-License-Identifier: MIT */
#include "store/holder.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"

/*
 * A line of /proc/locks: "7: FLOCK  ADVISORY  WRITE 3385 08:01:1234567 0 EOF"; with "->"
 * behind the number it is one who waits.  Devices are not compared, since some file
 * systems tell stat() another one than the kernel's own.
 */
static long
read_line(const char *line, ino_t inode)
{
	char kind[8], access[8];
	unsigned long node;
	long pid;

	if (sscanf(line, "%*d: %7s %*s %7s %ld %*x:%*x:%lu", kind, access, &pid, &node) !=
	    4)
		return 0;
	return !strcmp(kind, "FLOCK") && !strcmp(access, "WRITE") && node == inode ? pid :
										     0;
}

static long
find_process(int fd)
{
	char line[256];
	struct stat file;
	long pid = 0;
	FILE *locks = fstat(fd, &file) == 0 ? fopen("/proc/locks", "re") : NULL;

	while (locks && pid <= 0 && fgets(line, sizeof(line), locks))
		pid = read_line(line, file.st_ino);
	if (locks)
		fclose(locks);
	return pid;
}

/* The start of what /proc has as NAME of process PID; "" where it tells nothing. */
static size_t
read_proc(long pid, const char *name, char *room, size_t size)
{
	char path[64];
	FILE *file;
	size_t n = 0;

	snprintf(path, sizeof(path), "/proc/%ld/%s", pid, name);
	if ((file = fopen(path, "re"))) {
		n = fread(room, 1, size - 1, file);
		fclose(file);
	}
	room[n] = '\0';
	return n;
}

/* "osq-admin import": its name and its verb.  What follows may be people's names. */
static void
read_command(long pid, struct holder *holder)
{
	char room[1024];
	const size_t n = read_proc(pid, "cmdline", room, sizeof(room));
	const size_t first = strlen(room) + 1;
	const char *slash = strrchr(room, '/'), *name = slash ? slash + 1 : room;
	const char *verb = first < n && room[first] != '-' ? room + first : "";

	snprintf(holder->command, sizeof(holder->command), "%.30s%s%.30s", name,
		 *verb ? " " : "", verb);
}

static void
read_login(long pid, struct holder *holder)
{
	char room[1024];
	const char *line;
	unsigned uid;
	struct passwd *user;

	read_proc(pid, "status", room, sizeof(room));
	line = strstr(room, "\nUid:");
	if (!line || sscanf(line, "\nUid: %u", &uid) != 1)
		return;
	user = getpwuid(uid);
	if (user)
		text_copy(holder->login, sizeof(holder->login), user->pw_name);
	else
		snprintf(holder->login, sizeof(holder->login), "%u", uid);
}

/* Its start stands in ticks since the machine's, behind the name in brackets. */
static void
read_start(long pid, struct holder *holder)
{
	char room[1024];
	const char *rest;
	unsigned long long ticks;
	struct timespec up;

	read_proc(pid, "stat", room, sizeof(room));
	rest = strrchr(room, ')');
	if (!rest ||
	    sscanf(rest,
		   ") %*c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s "
		   "%*s %*s %*s %*s %llu",
		   &ticks) != 1 ||
	    clock_gettime(CLOCK_BOOTTIME, &up) != 0)
		return;
	holder->since = (int64_t)time(NULL) - up.tv_sec +
			(int64_t)(ticks / (unsigned long long)sysconf(_SC_CLK_TCK));
}

bool
holder_find(int fd, struct holder *holder)
{
	*holder = (struct holder){ .pid = find_process(fd) };
	if (holder->pid <= 0)
		return false;
	read_command(holder->pid, holder);
	read_login(holder->pid, holder);
	read_start(holder->pid, holder);
	return *holder->command && *holder->login;
}
