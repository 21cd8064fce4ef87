/* SPDX-License-Identifier: MIT */
#include "base/installed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef OSQ_PREFIX
#define OSQ_PREFIX "/usr/local"
#endif

/* PREFIX, without a slash at its end. */
static const char *
find_prefix(void)
{
	static char prefix[PATH_MAX];
	ssize_t n;
	int up;

	if (prefix[0])
		return prefix;
	n = readlink("/proc/self/exe", prefix, sizeof(prefix) - 1);
	prefix[n > 0 ? n : 0] = '\0';
	for (up = 0; up < 2; up++) { /* cut off the program's name, then bin */
		char *slash = strrchr(prefix, '/');

		if (!slash || slash == prefix) {
			strcpy(prefix, OSQ_PREFIX);
			break;
		}
		*slash = '\0';
	}
	return prefix;
}

static bool
is_readable(const char *prefix, const char *place, char *path)
{
	return snprintf(path, PATH_MAX, "%s/%s", prefix, place) < PATH_MAX &&
	       access(path, R_OK) == 0;
}

bool
installed_file(const char *place, char path[static PATH_MAX])
{
	return is_readable(find_prefix(), place, path) ||
	       is_readable(OSQ_PREFIX, place, path);
}

bool
installed_safely(const char *path)
{
	char part[PATH_MAX];
	struct stat is;
	char *slash;

	if (!getauxval(AT_SECURE))
		return true;
	if (!realpath(path, part))
		return false;
	for (;;) {
		if (lstat(part, &is) != 0 || is.st_uid != 0 ||
		    (is.st_mode & (S_IWGRP | S_IWOTH)))
			return false;
		if (!(slash = strrchr(part, '/')) || !part[1])
			return true;
		slash[slash == part] = '\0';
	}
}
