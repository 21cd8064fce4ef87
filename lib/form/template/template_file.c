/* SPDX-License-Identifier: MIT */
#include "form/template/template_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

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

enum status
template_read(const char *own, const char *shared, struct buf *text, const char **name)
{
	char path[PATH_MAX], place[64];
	enum status st;
	FILE *file;

	if (own && *own) {
		*name = own;
		file = fopen(own, "r");
		if (!file)
			return fail(errno == EACCES ? NOT_ALLOWED : NO_INPUT, "%s: %s",
				    own, intl_error(errno));
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
