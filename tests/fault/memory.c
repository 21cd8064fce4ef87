// SPDX-License-Identifier: MIT
/*
 * Memory that runs out, for tests: preloaded into the commands, whose malloc() asks here.
 * The allocation whose number is $MEMORY_FAILS fails ("7"; "7-": all from there on).
 * $MEMORY_COUNT: a file that takes how many there were.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long count, first, last;
static void *(*plain_malloc)(size_t);
static void *(*plain_calloc)(size_t, size_t);
static void *(*plain_realloc)(void *, size_t);

__attribute__((constructor)) static void
begin(void)
{
	const char *fails = getenv("MEMORY_FAILS");

	*(void **)&plain_malloc = dlsym(RTLD_NEXT, "__libc_malloc");
	*(void **)&plain_calloc = dlsym(RTLD_NEXT, "__libc_calloc");
	*(void **)&plain_realloc = dlsym(RTLD_NEXT, "__libc_realloc");
	first = last = fails ? atol(fails) : 0;
	if (fails && strchr(fails, '-'))
		last = 1000000000;
	count = 0;
}

__attribute__((destructor)) static void
end(void)
{
	const char *file = getenv("MEMORY_COUNT");
	char text[24];
	int n = snprintf(text, sizeof(text), "%ld\n", count);
	int fd = file ? open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;

	if (fd >= 0 && write(fd, text, (size_t)n) == n)
		close(fd);
}

static int
fails(void)
{
	count++;
	if (!first || count < first || count > last)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
__libc_malloc(size_t size)
{
	if (!plain_malloc)
		begin();
	return fails() ? NULL : plain_malloc(size);
}

void *
__libc_calloc(size_t n, size_t size)
{
	if (!plain_calloc)
		begin();
	return fails() ? NULL : plain_calloc(n, size);
}

void *
__libc_realloc(void *old, size_t size)
{
	if (!plain_realloc)
		begin();
	return size && fails() ? NULL : plain_realloc(old, size);
}
