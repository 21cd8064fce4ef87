/* SPDX-License-Identifier: MIT */
#ifndef OSQ_BASE_MEM_H
#define OSQ_BASE_MEM_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Allocations that never return NULL: where memory runs out the process ends (exit 70
 * with a line on stderr), since nothing of ours is large enough for running out to be an
 * ordinary event, and a killed process leaves the store whole.  Free with free().
 *
 * malloc(), calloc() and realloc() themselves are held to the same in all commands: who
 * reads "no memory" as "no value", be it a library, would print a wrong paper.
 */
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void *realloc(void *old, size_t size);
void *mem_alloc(size_t size); /* zeroed */
void *mem_grow(void *old, size_t size);
/* OLD, an array of COUNT elements of SIZE bytes, with room for one more; it is doubled
 * whenever it must grow, so that it may move. */
void *mem_more(void *old, size_t count, size_t size);
char *mem_text(const char *s); /* a copy; NULL stays NULL */
char *mem_print(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *mem_vprint(const char *format, va_list ap) __attribute__((format(printf, 1, 0)));

/* Let TELL say that memory is out, and return the status to exit with, instead of the
 * line on stderr.  It is called once, and should want little memory itself. */
void mem_at_end(int (*tell)(void));

/* Fetch at once the memory that a short command needs.  Call it before any other
 * allocation. */
void mem_start(void);

/* A text that grows.  Start from { 0 }; buf_free() leaves it reusable. */
struct buf {
	char *text; /* NUL-terminated once something was added; else NULL */
	size_t length;
	size_t room;
};

/* Add N bytes, a text, or what printf() would say. */
void buf_add(struct buf *buf, const char *bytes, size_t n);
void buf_text(struct buf *buf, const char *s);
void buf_print(struct buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

void buf_clear(struct buf *buf); /* empty, keeps its room */
void buf_free(struct buf *buf);

#endif
