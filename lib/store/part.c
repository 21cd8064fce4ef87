/* SPDX-License-Identifier: MIT */
#include "store/part.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/internal.h"

/* "/proc/PID/fd/", behind which stands a descriptor. */
static char nameless[32];

static bool
is_nameless(const char *path)
{
	return !strncmp(path, nameless, strlen(nameless));
}

/*
 * SQLite follows the links in a path before it opens it, and then opens none.  A
 * descriptor in /proc is one that leads to no name, so calls are let through for it;
 * the journal beside it is a file without a name too.
 */
static int
open_nameless(const char *path, int flags, int mode)
{
	if (!is_nameless(path))
		return open(path, flags, mode);
	if (strchr(path, '-')) /* its journal */
		return open(P_tmpdir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	return open(path, flags & ~(O_NOFOLLOW | O_CREAT), mode);
}

static int
stat_nameless(const char *path, struct stat *is)
{
	return is_nameless(path) ? stat(path, is) : lstat(path, is);
}

static int
unlink_nameless(const char *path)
{
	return is_nameless(path) ? 0 : unlink(path);
}

static int (*open_directory)(const char *path, int *fd);

/* The folder of what has no name needs no sync. */
static int
open_its_directory(const char *path, int *fd)
{
	return is_nameless(path) ? SQLITE_CANTOPEN : open_directory(path, fd);
}

static void
teach_engine(void)
{
	static const struct {
		const char *name;
		sqlite3_syscall_ptr call;
	} calls[] = {
		{ "open", (sqlite3_syscall_ptr)open_nameless },
		{ "lstat", (sqlite3_syscall_ptr)stat_nameless },
		{ "unlink", (sqlite3_syscall_ptr)unlink_nameless },
		{ "openDirectory", (sqlite3_syscall_ptr)open_its_directory },
	};
	sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
	size_t i;

	if (!vfs || !vfs->xSetSystemCall || *nameless)
		return;
	snprintf(nameless, sizeof(nameless), "/proc/%ld/fd/", (long)getpid());
	open_directory = (int (*)(const char *, int *))(
				 void (*)(void))vfs->xGetSystemCall(vfs, "openDirectory");
	for (i = 0; i < sizeof(calls) / sizeof(*calls); i++)
		vfs->xSetSystemCall(vfs, calls[i].name, calls[i].call);
}

static enum status
tell_errno(const char *file)
{
	return fail(errno == ENOSPC || errno == EIO ? IO_ERROR : CANT_CREATE, "%s: %s",
		    file, intl_error(errno));
}

/* Whether NAME is FILE.XXXXXX.part. */
static bool
is_part_of(const char *name, const char *file)
{
	const size_t n = strlen(file);

	return !strncmp(name, file, n) && strlen(name) == n + strlen(".XXXXXX.part") &&
	       !strcmp(name + n + strlen(".XXXXXX"), ".part");
}

/* Remove what killed processes left for the same name; a living one holds its own. */
static void
remove_left_over(const char *folder, const char *file)
{
	const char *slash = strrchr(file, '/');
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int fd;

	while (dir && (entry = readdir(dir))) {
		if (!is_part_of(entry->d_name, slash ? slash + 1 : file))
			continue;
		fd = openat(dirfd(dir), entry->d_name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
		if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
			unlinkat(dirfd(dir), entry->d_name, 0);
		if (fd >= 0)
			close(fd);
	}
	if (dir)
		closedir(dir);
}

static enum status
open_named(const char *folder, struct part *part)
{
	remove_left_over(folder, part->file);
	part->name = mem_print("%s.XXXXXX.part", part->file);
	part->fd = mkostemps(part->name, (int)strlen(".part"), O_CLOEXEC);
	if (part->fd < 0)
		return tell_errno(part->file);
	flock(part->fd, LOCK_EX | LOCK_NB);
	part->path = mem_text(part->name);
	return OK;
}

enum status
part_open(const char *file, struct part *part)
{
	char folder[PATH_MAX];

	*part = (struct part){ .fd = -1, .file = mem_text(file) };
	files_folder(file, folder);
	part->fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (part->fd < 0 && (errno == ENOENT || errno == EACCES || errno == EROFS))
		return tell_errno(file);
	if (part->fd >= 0) {
		teach_engine();
		part->path = mem_print("%s%d", nameless, part->fd);
		if (access(part->path, R_OK) == 0)
			return OK;
		close(part->fd);
	}
	free(part->path);
	part->path = NULL;
	return open_named(folder, part);
}

enum status
part_sync_folder(const char *file)
{
	char folder[PATH_MAX];
	int fd, rc;

	files_folder(file, folder);
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	rc = fd < 0 ? -1 : fsync(fd);
	if (rc != 0)
		fail(IO_ERROR, "%s: %s", folder, intl_error(errno));
	if (fd >= 0)
		close(fd);
	return rc == 0 ? OK : IO_ERROR;
}

/* Give a part without a name the name FILE, which is free. */
static int
name_it(const struct part *part, const char *file)
{
	return linkat(AT_FDCWD, part->path, AT_FDCWD, file, AT_SYMLINK_FOLLOW);
}

static int
put_over(struct part *part)
{
	if (!part->name) {
		part->name = mem_print("%s.000000.part", part->file);
		unlink(part->name);
		if (name_it(part, part->name) != 0)
			return -1;
	}
	return rename(part->name, part->file);
}

/* link() and rename() alike refuse a name that is taken. */
static int
put_at(const struct part *part)
{
	return part->name ? renameat2(AT_FDCWD, part->name, AT_FDCWD, part->file,
				      RENAME_NOREPLACE) :
			    name_it(part, part->file);
}

enum status
part_place(struct part *part, bool replace)
{
	if (fsync(part->fd) != 0)
		return fail(IO_ERROR, "%s: %s", part->file, intl_error(errno));
	if ((replace ? put_over(part) : put_at(part)) != 0)
		return errno == EEXIST ?
			       fail(CANT_CREATE,
				    _("%s: is there already; nothing was changed"),
				    part->file) :
			       tell_errno(part->file);
	free(part->name);
	part->name = NULL;
	return part_sync_folder(part->file);
}

void
part_close(struct part *part)
{
	if (part->name)
		unlink(part->name);
	if (part->fd >= 0)
		close(part->fd);
	free(part->name);
	free(part->path);
	free(part->file);
	*part = (struct part){ .fd = -1 };
}
