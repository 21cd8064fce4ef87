/* SPDX-License-Identifier: MIT */
#include "form/common/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"

static enum status
cannot_create(const struct replacing *file, int code)
{
	return fail(CANT_CREATE, "%s: %s", file->target, intl_error(code));
}

static enum status
cannot_write(const struct replacing *file, int code)
{
	return fail(IO_ERROR, "%s: %s", file->target, intl_error(code));
}

/* The mode that a file made by open() would get: mkstemp() gives none to others. */
static mode_t
default_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

static char *
folder_of(const char *path)
{
	char *copy = mem_text(path);
	char *folder = mem_text(dirname(copy));

	free(copy);
	return folder;
}

/* In hand: begun and not ended. */
static struct replacing *in_hand;

static void
remove_left(void)
{
	const struct replacing *file;

	for (file = in_hand; file; file = file->next)
		unlink(file->temporary);
}

static void
take_in_hand(struct replacing *file)
{
	static bool told;

	if (!told)
		told = atexit(remove_left) == 0;
	file->next = in_hand;
	in_hand = file;
}

static void
let_go(const struct replacing *file)
{
	struct replacing **at = &in_hand;

	while (*at && *at != file)
		at = &(*at)->next;
	if (*at)
		*at = file->next;
}

static enum status
make_temporary(struct replacing *file, mode_t mode)
{
	int fd, code;

	file->temporary = mem_print("%s/.osq-XXXXXX", file->folder);
	fd = mkstemp(file->temporary);
	code = errno;
	if (fd < 0) {
		free(file->temporary);
		file->temporary = NULL;
		return cannot_create(file, code);
	}
	close(fd);
	file->mode = mode;
	take_in_hand(file);
	return OK;
}

enum status
replace_begin(struct replacing *file, const char *path)
{
	const char *scratch = getenv("TMPDIR");
	struct stat found;
	bool there = stat(path, &found) == 0;
	char *real = there ? realpath(path, NULL) : NULL;

	/* Follow a symbolic link: the link itself must stay. */
	*file = (struct replacing){ .target = real ? real : mem_text(path) };
	if (there && S_ISDIR(found.st_mode))
		return cannot_create(file, EISDIR);
	if (there && access(path, W_OK) != 0)
		return cannot_create(file, errno);
	file->device = there && !S_ISREG(found.st_mode);
	if (file->device)
		file->folder = mem_text(scratch && *scratch ? scratch : "/tmp");
	else
		file->folder = folder_of(file->target);
	return make_temporary(file, there && !file->device ? found.st_mode & 0777 :
							     default_mode());
}

enum status
replace_reserve(const struct replacing *file, int64_t bytes)
{
	char *name = mem_print("%s/.osq-XXXXXX", file->folder);
	int code, fd = mkstemp(name);

	if (fd < 0) {
		code = errno;
	} else {
		unlink(name);
		code = posix_fallocate(fd, 0, bytes);
		close(fd);
	}
	free(name);
	return code ? cannot_write(file, code) : OK;
}

/* Copy to a target that nothing can be renamed to.  Returns errno, or 0. */
static int
copy_out(int from, const char *target)
{
	char piece[65536];
	ssize_t n = 0, done, m;
	int code = 0, to = open(target, O_WRONLY | O_CLOEXEC);

	if (to < 0)
		return errno;
	while (!code && (n = read(from, piece, sizeof(piece))) > 0) {
		for (done = 0; done < n && !code; done += m) {
			m = write(to, piece + done, (size_t)(n - done));
			if (m < 0)
				code = errno;
		}
	}
	if (n < 0)
		code = errno;
	if (close(to) != 0 && !code)
		code = errno;
	return code;
}

/* The new name is in the folder, which the disk has to have as well. */
static int
sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int code = fd < 0 || fsync(fd) != 0 ? errno : 0;

	if (fd >= 0)
		close(fd);
	return code;
}

/* Only what is whole is for others to read: what a killed process leaves may have
 * people's names in it.  A full disk may come to light only when the data reach it. */
static enum status
put_in_place(struct replacing *file)
{
	int code = 0, fd = open(file->temporary, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return cannot_write(file, errno);
	if (file->device)
		code = copy_out(fd, file->target);
	else if (fchmod(fd, file->mode) != 0 || (!file->passing && fsync(fd) != 0))
		code = errno;
	close(fd);
	if (!code && !file->device && rename(file->temporary, file->target) != 0)
		code = errno;
	if (!code && !file->device && !file->passing)
		code = sync_folder(file->folder);
	return code ? cannot_write(file, code) : OK;
}

enum status
replace_end(struct replacing *file, bool discard)
{
	enum status status = OK;

	if (file->temporary && !discard)
		status = put_in_place(file);
	if (file->temporary && (discard || status || file->device))
		unlink(file->temporary);
	let_go(file);
	free(file->temporary);
	free(file->target);
	free(file->folder);
	*file = (struct replacing){ 0 };
	return status;
}

enum status
replace_text(const char *path, const char *text, size_t n, bool passing)
{
	struct replacing file;
	enum status st = replace_begin(&file, path), end;
	FILE *to = st ? NULL : fopen(file.temporary, "w");

	file.passing = passing;
	if (!st && !to)
		st = cannot_write(&file, errno);
	if (to) {
		bool written = fwrite(text, 1, n, to) == n;

		if (fclose(to) != 0 || !written)
			st = cannot_write(&file, errno);
	}
	end = replace_end(&file, st != OK);
	return st ? st : end;
}
