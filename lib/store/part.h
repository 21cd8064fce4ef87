/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_PART_H
#define OSQ_STORE_PART_H

#include "store/store.h"

/*
 * A file that is being made, for one name: it has none itself until it is whole, so that
 * nobody else can open it, a link planted in its place leads nowhere, and it vanishes
 * however the process ends.  Where the file system has no such files (a stick), it is
 * "FILE.XXXXXX.part" of mode 0600, and what others left of that kind is removed.
 */
struct part {
	int fd;
	char *file; /* the name it is made for */
	char *name; /* the one it has; NULL: none */
	char *path; /* by which SQLite opens it */
};

/* Begin a part for FILE, empty.  CANT_CREATE or IO_ERROR where the folder takes none. */
enum status part_open(const char *file, struct part *part);

/*
 * Have it on the disk, and give it its name, durably.  With REPLACE what stands there is
 * replaced in one step; else a name that is taken is CANT_CREATE.
 */
enum status part_place(struct part *part, bool replace);

/* Give up what was not placed.  Fine after a failed part_open(), or twice. */
void part_close(struct part *part);

/* Have the kernel write the folder that FILE lies in, with the names in it. */
enum status part_sync_folder(const char *file);

#endif
