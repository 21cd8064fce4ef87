/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_HOLDER_H
#define OSQ_STORE_HOLDER_H

#include <stdbool.h>
#include <stdint.h>

/* Who holds a lock: what the kernel knows of him, so that nobody has to write it down. */
struct holder {
	long pid;
	char command[64]; /* its name and first word: "osq-admin import" */
	char login[33];   /* whose process it is; his number where he has no name */
	int64_t since;    /* when that process began */
};

/* Who holds the file FD by flock(); false where that cannot be told. */
bool holder_find(int fd, struct holder *holder);

#endif
