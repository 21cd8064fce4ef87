/* SPDX-License-Identifier: MIT */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/internal.h"

/*
 * SQLite's memory.  To read the schema it asks for thousands of small pieces that stay
 * until the end, and malloc()'s care for each of them was a sixth of drawing a ticket.
 * So small pieces are cut from blocks, one behind the other; a piece that is freed waits
 * in a list for the next request of its size.  Blocks are never freed: what one statement
 * leaves the next one takes.  There is one thread only (SQLITE_CONFIG_SINGLETHREAD).
 */
#define STEP  16   /* a power of two */
#define SMALL 1024 /* the largest piece that is cut from a block */
#define BLOCK ((size_t)32 << 10)

/* So much may be taken anywhere; of more, the machine is asked. */
#define MODEST ((size_t)256 << 20)

/* Stands before each piece; behind it SQLite wants 8 bytes of alignment. */
struct head {
	size_t size;
};

struct piece {
	struct piece *next;
};

static struct piece *waiting[SMALL / STEP + 1]; /* by size in steps */
static char *room;                              /* what is left of the block in hand */
static size_t left;

static struct head *
head_of(void *memory)
{
	return (struct head *)((char *)memory - sizeof(struct head));
}

static void *
memory_of(struct head *head, size_t size)
{
	head->size = size;
	return head + 1;
}

/* Round up, so that a piece and its head take full steps. */
static int
round_up(int n)
{
	const int head = (int)sizeof(struct head);

	return ((n + head + STEP - 1) & -STEP) - head;
}

/* What SQLite's large pieces and blocks take together, and the most that they may: a file
 * can ask for any amount, and the machine serves others too. */
static size_t taken, most;

static bool
is_too_much(size_t size)
{
	if (taken + size < MODEST)
		return false;
	if (!most)
		most = (size_t)sysconf(_SC_PHYS_PAGES) * (size_t)sysconf(_SC_PAGESIZE) /
		       4 * 3;
	return taken + size > most;
}

/* Apart from cut_piece(), which thousands of calls go through. */
__attribute__((noinline)) static bool
take_block(void)
{
	if (is_too_much(BLOCK))
		return false;
	room = mem_grow(NULL, BLOCK);
	taken += left = BLOCK;
	return true;
}

static void *
cut_piece(size_t size)
{
	const size_t whole = size + sizeof(struct head);
	struct head *head;

	if (left < whole && !take_block())
		return NULL;
	head = (struct head *)(void *)room;
	room += whole;
	left -= whole;
	return memory_of(head, size);
}

/* OLD, a large piece that had BEFORE bytes, or NULL and 0, with SIZE. */
static void *
take_large(struct head *old, size_t before, size_t size)
{
	if (size > before && is_too_much(size - before))
		return NULL;
	taken += size - before;
	return memory_of(mem_grow(old, size + sizeof(struct head)), size);
}

static void *
take_memory(int n)
{
	const size_t size = (size_t)round_up(n);
	struct piece **list;
	struct piece *piece;

	if (size > SMALL)
		return take_large(NULL, 0, size);
	list = &waiting[size / STEP];
	piece = *list;
	if (!piece)
		return cut_piece(size);
	*list = piece->next;
	return piece;
}

static void
give_back(void *memory)
{
	const size_t size = head_of(memory)->size;
	struct piece *piece = memory;

	if (size > SMALL) {
		taken -= size;
		free(head_of(memory));
		return;
	}
	piece->next = waiting[size / STEP];
	waiting[size / STEP] = piece;
}

static void *
resize_memory(void *memory, int n)
{
	const size_t before = head_of(memory)->size, size = (size_t)round_up(n);
	void *moved;

	if (size == before)
		return memory;
	if (size > SMALL && before > SMALL)
		return take_large(head_of(memory), before, size);
	moved = take_memory(n);
	if (!moved)
		return NULL;
	memcpy(moved, memory, size < before ? size : before);
	give_back(memory);
	return moved;
}

static int
size_of(void *memory)
{
	return memory ? (int)head_of(memory)->size : 0;
}

static int
start_memory(void *unused)
{
	(void)unused;
	return SQLITE_OK;
}

static void
stop_memory(void *unused)
{
	(void)unused;
}

void
memory_configure(void)
{
#ifndef __SANITIZE_ADDRESS__ /* which wants to see each piece */
	static const sqlite3_mem_methods methods = {
		.xMalloc = take_memory,
		.xFree = give_back,
		.xRealloc = resize_memory,
		.xSize = size_of,
		.xRoundup = round_up,
		.xInit = start_memory,
		.xShutdown = stop_memory,
	};

	sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
#endif
}
