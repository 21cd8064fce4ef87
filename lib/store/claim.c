/* SPDX-License-Identifier: MIT */
#include "store/claim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/internal.h"

/* Give the lock file the group and mode of a store's files; only its owner can. */
static void
share_file(const char *path, int fd)
{
	struct stat file;

	if (fstat(fd, &file) == 0 && file.st_uid == geteuid())
		files_share(fd, path);
}

enum status
claim_open(struct store *store, const char *name, int *fd)
{
	char *path;
	enum status st = OK;

	if (store->claim_fd >= 0) {
		*fd = store->claim_fd;
		store->claim_fd = -1;
		return OK;
	}
	path = mem_print("%s-%s", store_path(store), name);

	/* Not O_CLOEXEC: see the header. */
	*fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0600);
	if (*fd < 0) {
		bool refused = errno == EACCES || errno == EROFS || errno == EPERM;

		st = fail(refused ? NOT_ALLOWED : IO_ERROR, "%s: %s", path,
			  intl_error(errno));
	} else {
		share_file(path, *fd);
	}
	free(path);
	return st;
}

/* The process that signed; 0 where none did. */
static int64_t
signed_by(int fd)
{
	char text[32];
	ssize_t n = pread(fd, text, sizeof(text) - 1, 0);

	text[n > 0 ? n : 0] = '\0';
	return strtoll(text, NULL, 10);
}

enum status
claim_take(int fd, bool wait, int64_t *holder)
{
	while (flock(fd, LOCK_EX | (wait ? 0 : LOCK_NB)) != 0) {
		if (errno == EINTR)
			continue;
		if (errno != EWOULDBLOCK)
			return fail(IO_ERROR, "flock: %s", intl_error(errno));
		*holder = signed_by(fd);
		return BUSY;
	}
	return OK;
}

void
claim_sign(int fd)
{
	char text[32];
	int n = snprintf(text, sizeof(text), "%lld\n", (long long)getpid());

	claim_leave(fd);
	if (pwrite(fd, text, (size_t)n, 0) != n)
		claim_leave(fd); /* the disk is full: rather no number than half of one */
}

void
claim_leave(int fd)
{
	if (ftruncate(fd, 0) != 0)
		return; /* harmless: the number only informs */
}
