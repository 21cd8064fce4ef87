/* SPDX-License-Identifier: MIT */
#include "cli/privilege.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/session.h"

#define LIST_FOLDER "/etc/osq"
#define LIST        LIST_FOLDER "/stores"

static gid_t own, lent;
static bool has; /* LENT is still to be had */

/* No message in anybody's language: nothing has been read yet. */
static void
must(bool done)
{
	static const char why[] = "osq: the group cannot be set\n";

	if (done)
		return;
	(void)!write(STDERR_FILENO, why, sizeof(why) - 1);
	_exit(INTERNAL);
}

void
privilege_begin(void)
{
	const struct rlimit none = { 0, 0 };
	gid_t real, effective, saved;

	must(getresgid(&real, &effective, &saved) == 0);
	if (effective == real && saved == real)
		return;
	own = real;
	lent = effective == real ? saved : effective;
	has = true;
	must(setresgid((gid_t)-1, own, lent) == 0);
	must(setrlimit(RLIMIT_CORE, &none) == 0);
	must(prctl(PR_SET_DUMPABLE, 0) == 0);
}

/* Whether only root can change what is at PATH. */
static bool
is_roots(const char *path, mode_t kind)
{
	struct stat is;

	return lstat(path, &is) == 0 && (is.st_mode & S_IFMT) == kind && is.st_uid == 0 &&
	       !(is.st_mode & (S_IWGRP | S_IWOTH));
}

static bool
is_listed(const char *path)
{
	char line[PATH_MAX + 2];
	bool found = false;
	FILE *list;

	if (!is_roots(LIST_FOLDER, S_IFDIR) || !is_roots(LIST, S_IFREG) ||
	    !(list = fopen(LIST, "re")))
		return false;
	while (!found && fgets(line, sizeof(line), list)) {
		line[strcspn(line, "\n")] = '\0';
		found = !strcmp(line, path);
	}
	fclose(list);
	return found;
}

bool
privilege_is_for(const char *path)
{
	return has && *path == '/' && (!strcmp(path, CLI_DEFAULT_DB) || is_listed(path));
}

bool
privilege_take(const char *path)
{
	char real[PATH_MAX];

	if (!privilege_is_for(path))
		return false;
	must(setresgid((gid_t)-1, lent, lent) == 0);
	if (realpath(path, real) && !strcmp(real, path))
		return true;
	privilege_rest();
	return false;
}

void
privilege_rest(void)
{
	if (has)
		must(setresgid((gid_t)-1, own, lent) == 0);
}

void
privilege_end(void)
{
	gid_t real, effective, saved;

	if (!has)
		return;
	must(setresgid(own, own, own) == 0 && getresgid(&real, &effective, &saved) == 0 &&
	     real == own && effective == own && saved == own);
	/* What is open stays so: nobody may look into the process now either. */
	must(prctl(PR_SET_DUMPABLE, 0) == 0);
	has = false;
}
