/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.h"

static int (*tell_end)(void);

void
mem_at_end(int (*tell)(void))
{
	tell_end = tell;
}

/* Whoever is called here may want memory too: then what is told is this line, and
 * nothing is flushed any more. */
static _Noreturn void
end_without(void)
{
	static int depth;
	int (*tell)(void) = tell_end;

	if (depth++) {
		(void)!write(STDERR_FILENO, "osq: out of memory\n", 19);
		_exit(INTERNAL);
	}
	if (tell)
		exit(tell());
	fputs("osq: out of memory\n", stderr);
	exit(INTERNAL);
}

static void *
check_memory(void *p)
{
	if (!p)
		end_without();
	return p;
}

/* The C library's own functions, for all who call them in this process: gettext, jansson,
 * libxlsxwriter, pango.  A sanitizer has its own. */
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *
malloc(size_t size)
{
	return check_memory(__libc_malloc(size));
}

void *
calloc(size_t count, size_t size)
{
	return check_memory(__libc_calloc(count, size));
}

void *
realloc(void *old, size_t size)
{
	void *p = __libc_realloc(old, size);

	return size ? check_memory(p) : p; /* of size 0 it frees */
}
#endif

/* What drawing a ticket takes, SQLite's schema included. */
#define FIRST_ROOM ((size_t)320 << 10)

/* Memory comes in pages, and the first touch of each is a trap into the kernel: drawing a
 * ticket touches seventy, which takes more time than its SQL.  One call fetches them all.
 * Where the kernel (before 5.14) or another malloc, such as a sanitizer's, does not know
 * the call, nothing is lost. */
void
mem_start(void)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), from, to;
	void *first;

	mallopt(M_TOP_PAD, (int)FIRST_ROOM);
	first = mem_alloc(1);
	from = (uintptr_t)first & ~(page - 1);
	to = (uintptr_t)sbrk(0) & ~(page - 1);
	free(first);
	if (from < to && to - from <= 2 * FIRST_ROOM)
		(void)madvise((void *)from, to - from, MADV_POPULATE_WRITE);
}

void *
mem_alloc(size_t size)
{
	return check_memory(calloc(1, size ? size : 1));
}

void *
mem_grow(void *old, size_t size)
{
	return check_memory(realloc(old, size ? size : 1));
}

void *
mem_more(void *old, size_t count, size_t size)
{
	/* The array is full when the count is a power of two, or 0. */
	return count & (count - 1) ? old : mem_grow(old, (count ? 2 * count : 1) * size);
}

char *
mem_text(const char *s)
{
	return s ? check_memory(strdup(s)) : NULL;
}

char *
mem_vprint(const char *format, va_list ap)
{
	char *s;

	if (vasprintf(&s, format, ap) < 0)
		s = NULL;
	return check_memory(s);
}

char *
mem_print(const char *format, ...)
{
	va_list ap;
	char *s;

	va_start(ap, format);
	s = mem_vprint(format, ap);
	va_end(ap);
	return s;
}

void
buf_add(struct buf *buf, const char *bytes, size_t n)
{
	if (buf->length + n + 1 > buf->room) {
		buf->room = (buf->length + n + 1) * 2;
		buf->text = mem_grow(buf->text, buf->room);
	}
	if (n)
		memcpy(buf->text + buf->length, bytes, n);
	buf->length += n;
	buf->text[buf->length] = '\0';
}

void
buf_text(struct buf *buf, const char *s)
{
	buf_add(buf, s, strlen(s));
}

void
buf_print(struct buf *buf, const char *format, ...)
{
	va_list ap;
	char *s;

	va_start(ap, format);
	s = mem_vprint(format, ap);
	va_end(ap);
	buf_text(buf, s);
	free(s);
}

void
buf_clear(struct buf *buf)
{
	buf->length = 0;
	if (buf->text)
		buf->text[0] = '\0';
}

void
buf_free(struct buf *buf)
{
	free(buf->text);
	*buf = (struct buf){ 0 };
}
