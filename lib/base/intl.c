/* SPDX-License-Identifier: MIT */
#include "base/intl.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/language.h"

/* NULL until the first text is shown. */
static const struct language *in_force;

/* What the environment says of the language; "" where it says nothing. */
static const char *
read_environment(void)
{
	static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES",
					     "LANG" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "";
}

static const struct language *
current_language(void)
{
	if (!in_force)
		in_force = language_choose(read_environment());
	return in_force;
}

const char *
intl_text(const char *text)
{
	return text ? language_text(current_language(), text) : NULL;
}

/* The errors that users meet, worded here: strerror() speaks other languages only where
 * the C library's catalogues and a locale are installed, and its words differ by
 * library. */
static const char *
error_text(int error)
{
	static const char *const texts[] = {
		[EPERM] = N_("Operation not permitted"),
		[ENOENT] = N_("No such file or directory"),
		[EIO] = N_("Input/output error"),
		[ENXIO] = N_("No such device or address"),
		[E2BIG] = N_("Argument list too long"),
		[ENOEXEC] = N_("Exec format error"),
		[EBADF] = N_("Bad file descriptor"),
		[EAGAIN] = N_("Resource temporarily unavailable"),
		[ENOMEM] = N_("Cannot allocate memory"),
		[EACCES] = N_("Permission denied"),
		[EBUSY] = N_("Device or resource busy"),
		[EEXIST] = N_("File exists"),
		[EXDEV] = N_("Invalid cross-device link"),
		[ENODEV] = N_("No such device"),
		[ENOTDIR] = N_("Not a directory"),
		[EISDIR] = N_("Is a directory"),
		[EINVAL] = N_("Invalid argument"),
		[ENFILE] = N_("Too many open files in system"),
		[EMFILE] = N_("Too many open files"),
		[ETXTBSY] = N_("Text file busy"),
		[EFBIG] = N_("File too large"),
		[ENOSPC] = N_("No space left on device"),
		[ESPIPE] = N_("Illegal seek"),
		[EROFS] = N_("Read-only file system"),
		[EPIPE] = N_("Broken pipe"),
		[ENAMETOOLONG] = N_("File name too long"),
		[ENOLCK] = N_("No locks available"),
		[ELOOP] = N_("Too many levels of symbolic links"),
		[EILSEQ] = N_("Invalid or incomplete multibyte or wide character"),
		[ETIMEDOUT] = N_("Connection timed out"),
		[ESTALE] = N_("Stale file handle"),
		[EDQUOT] = N_("Disk quota exceeded"),
	};
	const size_t i = (size_t)error;

	return i < sizeof(texts) / sizeof(*texts) && texts[i] ? texts[i] :
								strerror(error);
}

const char *
intl_error(int error)
{
	return intl_text(error_text(error));
}

bool
intl_environment_decides(void)
{
	const char *value = read_environment();
	const size_t n = strcspn(value, ".@");

	return *value && !(n == 1 && !strncmp(value, "C", n)) &&
	       !(n == 5 && !strncmp(value, "POSIX", n));
}

void
intl_use(const char *code)
{
	if (code && *code)
		in_force = language_choose(code);
}

const char *
intl_language(void)
{
	return current_language()->code;
}
