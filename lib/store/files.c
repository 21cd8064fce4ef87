/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/intl.h"
#include "store/internal.h"

#ifndef CIFS_SUPER_MAGIC
#define CIFS_SUPER_MAGIC 0xff534d42
#endif
#ifndef SMB2_SUPER_MAGIC
#define SMB2_SUPER_MAGIC 0xfe534d42
#endif
#ifndef V9FS_MAGIC
#define V9FS_MAGIC 0x01021997
#endif

/* WAL needs memory shared between the processes and locks that work; on these
 * file systems two machines would write over each other. */
static bool
files_is_network(long type)
{
	switch ((unsigned long)type & 0xffffffffUL) {
	case NFS_SUPER_MAGIC:
	case SMB_SUPER_MAGIC:
	case CIFS_SUPER_MAGIC & 0xffffffffUL:
	case SMB2_SUPER_MAGIC & 0xffffffffUL:
	case NCP_SUPER_MAGIC:
	case CODA_SUPER_MAGIC:
	case AFS_SUPER_MAGIC:
	case V9FS_MAGIC:
		return true;
	}
	return false;
}

enum status
files_check_place(const char *path)
{
	struct statfs fs;

	char folder[PATH_MAX];

	files_folder(path, folder);
	if (statfs(path, &fs) != 0 && statfs(folder, &fs) != 0)
		return OK; /* whatever is wrong shows when it is opened */
	if (!files_is_network((long)fs.f_type))
		return OK;
	fail(NOT_SET_UP,
	     _("%s: lies on a network file system, where a store is not safe"), path);
	return fail_hint(NOT_SET_UP,
			 _("keep the store on one machine's disk and run the commands "
			   "there, from elsewhere through ssh"));
}

void
files_folder(const char *path, char room[static PATH_MAX])
{
	char *slash;

	snprintf(room, PATH_MAX, "%s", path);
	slash = strrchr(room, '/');
	if (!slash)
		snprintf(room, PATH_MAX, ".");
	else if (slash == room)
		room[1] = '\0';
	else
		*slash = '\0';
}

enum status
files_share(int fd, const char *path)
{
	char folder[PATH_MAX];
	struct stat in, file;
	mode_t mode;

	files_folder(path, folder);
	if (stat(folder, &in) != 0 || fstat(fd, &file) != 0)
		return fail(CANT_CREATE, "%s: %s", path, intl_error(errno));
	mode = in.st_mode & S_IWGRP ? 0660 : 0600;
	/* A folder without the setgid bit does not pass its group on, so do it here.  A
	 * user outside that group cannot; then the file is for its owner only. */
	if (mode == 0660 && file.st_gid != in.st_gid &&
	    fchown(fd, (uid_t)-1, in.st_gid) != 0)
		mode = 0600;
	if ((file.st_mode & 07777) != mode && fchmod(fd, mode) != 0)
		return fail(CANT_CREATE, "%s: %s", path, intl_error(errno));
	return OK;
}
