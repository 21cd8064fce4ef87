/* SPDX-License-Identifier: MIT */
#include "cli/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "cli/session.h"

static bool
is_on_disk(FILE *in)
{
	struct stat is;

	return fstat(fileno(in), &is) == 0 && S_ISREG(is.st_mode);
}

/* A file that nobody else can open and that vanishes however this process ends: people's
 * names and numbers are in it. */
static enum status
open_unnamed(FILE **file)
{
	const char *folder = getenv("TMPDIR");
	char *path = mem_print("%s/osq-XXXXXX", folder && *folder ? folder : "/tmp");
	int fd = mkostemp(path, O_CLOEXEC);
	enum status st = OK;

	if (fd >= 0)
		unlink(path);
	if (fd < 0 || !(*file = fdopen(fd, "w+")))
		st = fail(CANT_CREATE, "%s: %s", path, intl_error(errno));
	if (st && fd >= 0)
		close(fd);
	free(path);
	return st;
}

/* Copy by read(), which a signal interrupts at once; nothing has been read from IN
 * before. */
static enum status
copy_all(FILE *in, const char *name, FILE *copy)
{
	char bytes[65536];
	ssize_t n;

	while ((n = read(fileno(in), bytes, sizeof(bytes))) > 0)
		if (fwrite(bytes, 1, (size_t)n, copy) != (size_t)n)
			break;
	if (n < 0 || ferror(copy) || fflush(copy) != 0)
		return fail(IO_ERROR, "%s: %s", name, intl_error(errno));
	rewind(copy);
	return OK;
}

enum status
cli_spool(struct cli *cli, FILE **in, const char *name)
{
	FILE *copy = NULL;
	enum status st;

	if (is_on_disk(*in))
		return OK;
	if ((st = open_unnamed(&copy)))
		return st;
	cli_end_look(cli);
	if ((st = copy_all(*in, name, copy)) || (st = cli_look(cli))) {
		fclose(copy);
		return st;
	}
	if (*in != stdin)
		fclose(*in);
	*in = copy;
	return OK;
}
