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

#ifndef ZFS_SUPER_MAGIC
#define ZFS_SUPER_MAGIC 0x2fc12fc1
#endif
#ifndef JFS_SUPER_MAGIC
#define JFS_SUPER_MAGIC 0x3153464a
#endif
#ifndef BCACHEFS_SUPER_MAGIC
#define BCACHEFS_SUPER_MAGIC 0xca451a4e
#endif

/*
 * The log needs memory shared between all who have the store open, locks that all of them
 * see, and a sync that reaches the disk.  These of one machine have that (ext2 to ext4
 * have one number).  A list of those that have not would let the next one in: FUSE, Ceph,
 * GFS2, vboxsf, 9p, CIFS and NFS all have numbers of their own, and through them two
 * machines would write over each other.
 */
static bool
is_known(unsigned long type)
{
	switch (type) {
	case EXT4_SUPER_MAGIC:
	case XFS_SUPER_MAGIC:
	case BTRFS_SUPER_MAGIC:
	case F2FS_SUPER_MAGIC:
	case ZFS_SUPER_MAGIC:
	case BCACHEFS_SUPER_MAGIC:
	case JFS_SUPER_MAGIC:
	case REISERFS_SUPER_MAGIC:
	case NILFS_SUPER_MAGIC:
	case TMPFS_MAGIC:
	case RAMFS_MAGIC:
	case OVERLAYFS_SUPER_MAGIC:
		return true;
	}
	return false;
}

enum status
files_check_place(const char *path)
{
	char folder[PATH_MAX];
	unsigned long type;
	struct statfs fs;

	files_folder(path, folder);
	if (statfs(path, &fs) != 0 && statfs(folder, &fs) != 0)
		return OK; /* whatever is wrong shows when it is opened */
	type = (unsigned long)fs.f_type & 0xffffffffUL;
	if (is_known(type))
		return OK;
	fail(NOT_SET_UP,
	     _("%s: lies on a file system that is not known to lock and sync rightly for "
	       "all who work on it (type %lx)"),
	     path, type);
	return fail_hint(
		NOT_SET_UP,
		_("keep the store on one machine's disk (ext4, XFS, Btrfs) and run "
		  "the commands there, from elsewhere through ssh"));
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
