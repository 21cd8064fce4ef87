/* SPDX-License-Identifier: MIT */
#include "form/template/template_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/installed.h"
#include "base/intl.h"
#include "base/text.h"

static enum status
read_all(FILE *file, const char *name, struct buf *text)
{
	size_t before = text->length, n;
	char part[8192];

	while ((n = fread(part, 1, sizeof(part), file)) > 0) {
		buf_add(text, part, n);
		if (text->length - before > TEMPLATE_MAX)
			return fail(BAD_DATA, _("%s: longer than %zu bytes"), name,
				    TEMPLATE_MAX);
	}
	if (ferror(file))
		return fail(NO_INPUT, "%s: %s", name, intl_error(errno));
	buf_text(text, ""); /* so that an empty file gives "" and not NULL */
	if (!text_valid(text->text + before, text->length - before))
		return fail(BAD_DATA, _("%s: not UTF-8 text"), name);
	return OK;
}

/*
 * The name of the file is a value of the store: whoever can write that could have a
 * head's command read /etc/shadow to the hall, or wait for a pipe's writer.  So it is a
 * plain file that everybody may read, and nobody but OWNER or root can change.
 */
static enum status
check_trust(const char *name, const struct stat *is, uid_t owner)
{
	if (!S_ISREG(is->st_mode))
		return fail(NO_INPUT, _("%s: is no file"), name);
	if ((is->st_uid == owner || is->st_uid == 0) &&
	    !(is->st_mode & (S_IWGRP | S_IWOTH)) && (is->st_mode & S_IROTH))
		return OK;
	fail(NOT_ALLOWED,
	     _("%s: a template must belong to the store's owner or to root, be "
	       "readable by all and writable by nobody else"),
	     name);
	return fail_hint(NOT_ALLOWED,
			 _("chmod 644 makes it so, where the owner is right"));
}

/* Opened without waiting, and looked at by its descriptor, since a name can come to mean
 * another file meanwhile.  NULL, and *ST why, where it cannot be. */
static FILE *
open_own(const char *name, uid_t owner, enum status *st)
{
	int fd = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	FILE *file = NULL;
	struct stat is;

	if (fd < 0 || fstat(fd, &is) != 0)
		*st = fail(errno == EACCES ? NOT_ALLOWED : NO_INPUT, "%s: %s", name,
			   intl_error(errno));
	else if (!(*st = check_trust(name, &is, owner)) && !(file = fdopen(fd, "r")))
		*st = fail(INTERNAL, "%s: %s", name, intl_error(errno));
	if (fd >= 0 && !file)
		close(fd);
	return file;
}

enum status
template_read(const char *own, uid_t owner, const char *shared, struct buf *text,
	      const char **name)
{
	char path[PATH_MAX], place[64];
	enum status st;
	FILE *file;

	if (own && *own) {
		*name = own;
		if (!(file = open_own(own, owner, &st)))
			return st;
	} else {
		*name = shared;
		snprintf(place, sizeof(place), "share/osq/%s", shared);
		file = installed_file(place, path) ? fopen(path, "r") : NULL;
		if (!file)
			return fail(UNAVAILABLE, _("%s is not installed"), place);
	}
	st = read_all(file, *name, text);
	fclose(file);
	return st;
}
