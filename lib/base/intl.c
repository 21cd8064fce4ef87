/* SPDX-License-Identifier: MIT */
#include "base/intl.h"

#include <errno.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef OSQ_PREFIX
#define OSQ_PREFIX "/usr/local"
#endif

static bool ready;
static bool chosen; /* by intl_use() */

const char *
intl_prefix(void)
{
	static char prefix[PATH_MAX];
	ssize_t n;
	int up;

	if (prefix[0])
		return prefix;
	n = readlink("/proc/self/exe", prefix, sizeof(prefix) - 1);
	prefix[n > 0 ? n : 0] = '\0';
	for (up = 0; up < 2; up++) { /* off with the name, off with bin */
		char *slash = strrchr(prefix, '/');

		if (!slash || slash == prefix) {
			strcpy(prefix, OSQ_PREFIX);
			break;
		}
		*slash = '\0';
	}
	return prefix;
}

const char *
intl_share(void)
{
	static char share[PATH_MAX + 16];

	if (!share[0])
		snprintf(share, sizeof(share), "%s/share/osq", intl_prefix());
	return share;
}

static bool
readable(const char *prefix, const char *place, char *path)
{
	return snprintf(path, PATH_MAX, "%s/%s", prefix, place) < PATH_MAX &&
	       access(path, R_OK) == 0;
}

bool
intl_installed(const char *place, char path[static PATH_MAX])
{
	return readable(intl_prefix(), place, path) || readable(OSQ_PREFIX, place, path);
}

static const char *
environment(void)
{
	static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return "";
}

/* LC_MESSAGES must be anything but "C" for gettext to look at LANGUAGE; a
 * machine on which the user's locale was never generated still has C.UTF-8. */
static void
start(void)
{
	const int error = errno; /* which is often what the text is about */
	char folder[PATH_MAX + 16];
	const char *locale = setlocale(LC_MESSAGES, "");

	ready = true;
	if (chosen ||
	    ((!locale || !strcmp(locale, "C") || !strcmp(locale, "POSIX")) &&
	     intl_environment_decides())) {
		if (!chosen) /* and gettext asks that locale, unless LANGUAGE speaks */
			setenv("LANGUAGE", environment(), 1);
		setlocale(LC_MESSAGES, "C.UTF-8");
	}
	snprintf(folder, sizeof(folder), "%s/share/locale", intl_prefix());
	bindtextdomain("osq", folder);
	bind_textdomain_codeset("osq", "UTF-8");
	/* strerror() too: LC_CTYPE is not set, and would make ? of every accent. */
	bind_textdomain_codeset("libc", "UTF-8");
	textdomain("osq");
	errno = error;
}

const char *
intl_text(const char *text)
{
	if (!text || !*text)
		return text; /* gettext answers "" with the catalogue's header */
	if (!ready)
		start();
	return gettext(text);
}

const char *
intl_error(int error)
{
	if (!ready)
		start();
	return strerror(error);
}

int
intl_environment_decides(void)
{
	const char *value = environment();

	return *value && strcmp(value, "C") != 0 && strcmp(value, "POSIX") != 0 &&
	       strcmp(value, "C.UTF-8") != 0;
}

void
intl_use(const char *language)
{
	if (!language || !*language)
		return;
	setenv("LANGUAGE", language, 1);
	chosen = true;
	if (!ready)
		return;
	setlocale(LC_MESSAGES, "C.UTF-8");
	textdomain("osq"); /* makes gettext forget what it found in another language */
}

const char *
intl_language(void)
{
	/* The catalogue names itself. */
	return _("en");
}
