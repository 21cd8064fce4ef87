// SPDX-License-Identifier: MIT
/*
 * A disk that fails, and what is on it, for tests: preloaded into the commands.
 *
 * What a process writes into a file below $DISK_OF stays with the kernel until that file
 * is synced; only then it comes into the folder $DISK, which is what a power cut would
 * leave.  The syncs whose numbers stand in $DISK_FAILS ("2", "1-3") fail, and the kernel
 * then takes the pages for clean, as Linux does: they are written by no later sync.
 * $DISK_SIGNAL comes to the process with its first sync, just before a commit is valid.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define PAGE 4096

static ssize_t (*write_at)(int, const void *, size_t, off_t);
static int (*cut_at)(int, off_t);

__attribute__((constructor)) static void
find_functions(void)
{
	*(void **)&write_at = dlsym(RTLD_NEXT, "pwrite64");
	*(void **)&cut_at = dlsym(RTLD_NEXT, "ftruncate64");
}

/* Open what belongs to FD in the folder of the disk: the file, or (SUFFIX) the map of its
 * pages that are with the kernel only, a byte each.  -1: not ours. */
static int
open_beside(int fd, const char *suffix)
{
	const char *of = getenv("DISK_OF"), *disk = getenv("DISK");
	char link[64], path[PATH_MAX], beside[2 * PATH_MAX];
	ssize_t n;

	if (!of || !disk)
		return -1;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof(path) - 1);
	if (n < 0)
		return -1;
	path[n] = '\0';
	if (strncmp(path, of, strlen(of)) != 0 || strstr(path, "-shm"))
		return -1;
	snprintf(beside, sizeof(beside), "%s/%s%s", disk, strrchr(path, '/') + 1, suffix);
	return open(beside, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

static void
mark_pages(int fd, off_t at, size_t n)
{
	int map = open_beside(fd, ".dirty");

	if (map < 0)
		return;
	for (off_t page = at / PAGE; page <= (at + (off_t)n - 1) / PAGE; page++)
		write_at(map, "d", 1, page);
	close(map);
}

/* Bring the marked pages to the disk, or lose them. */
static void
end_pages(int fd, int lose)
{
	int map = open_beside(fd, ".dirty"), image = open_beside(fd, "");
	char bytes[PAGE], mark;
	ssize_t n;

	for (off_t page = 0; map >= 0 && pread(map, &mark, 1, page) == 1; page++) {
		if (mark == 'd' && !lose && (n = pread(fd, bytes, PAGE, page * PAGE)) > 0)
			write_at(image, bytes, (size_t)n, page * PAGE);
		write_at(map, "", 1, page);
	}
	close(map);
	close(image);
}

static int
sync_fails(void)
{
	static int syncs;
	const char *which = getenv("DISK_FAILS");
	int first = which ? atoi(which) : 0;
	const char *dash = which ? strchr(which, '-') : NULL;

	syncs++;
	return first && syncs >= first && syncs <= (dash ? atoi(dash + 1) : first);
}

static int
sync_file(int fd)
{
	int fails;
	struct stat is;

	if (fstat(fd, &is) != 0 || !S_ISREG(is.st_mode))
		return 0;
	fails = sync_fails();
	end_pages(fd, fails);
	if (getenv("DISK_SIGNAL")) {
		kill(getpid(), atoi(getenv("DISK_SIGNAL")));
		unsetenv("DISK_SIGNAL");
	}
	if (fails)
		errno = EIO;
	return fails ? -1 : 0;
}

int
fsync(int fd)
{
	return sync_file(fd);
}

int
fdatasync(int fd)
{
	return sync_file(fd);
}

ssize_t
pwrite64(int fd, const void *bytes, size_t n, off_t at)
{
	mark_pages(fd, at, n);
	return write_at(fd, bytes, n, at);
}

ssize_t
pwrite(int fd, const void *bytes, size_t n, off_t at)
{
	return pwrite64(fd, bytes, n, at);
}

int
ftruncate64(int fd, off_t size)
{
	int image = open_beside(fd, "");

	if (image >= 0) {
		cut_at(image, size);
		close(image);
	}
	return cut_at(fd, size);
}

int
ftruncate(int fd, off_t size)
{
	return ftruncate64(fd, size);
}
