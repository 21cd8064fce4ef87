/* SPDX-License-Identifier: MIT */
#include "office/rules/spread.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define CHUNK_BYTES (SPREAD_CHUNK * sizeof(uint32_t))

static void
add_longer(struct spread *spread, int64_t seconds)
{
	if (spread->longer_count == spread->longer_room) {
		spread->longer_room = spread->longer_room ? 2 * spread->longer_room : 16;
		spread->longer = mem_grow(spread->longer,
					  spread->longer_room * sizeof(*spread->longer));
	}
	spread->longer[spread->longer_count++] = seconds;
}

void
spread_add(struct spread *spread, int64_t seconds)
{
	size_t chunk;

	if (seconds < 0)
		seconds = 0;
	spread->count++;
	if (seconds >= (int64_t)SPREAD_CHUNK * SPREAD_CHUNKS) {
		add_longer(spread, seconds);
		return;
	}
	chunk = (size_t)seconds / SPREAD_CHUNK;
	if (!spread->chunks[chunk])
		spread->chunks[chunk] = mem_alloc(CHUNK_BYTES);
	spread->chunks[chunk][seconds % SPREAD_CHUNK]++;
}

static int
by_length(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* The N-th shortest, from 1. */
static int64_t
find_rank(const struct spread *spread, int64_t n)
{
	size_t chunk, i;

	for (chunk = 0; chunk < SPREAD_CHUNKS; chunk++)
		for (i = 0; spread->chunks[chunk] && i < SPREAD_CHUNK; i++)
			if ((n -= spread->chunks[chunk][i]) <= 0)
				return (int64_t)(chunk * SPREAD_CHUNK + i);
	return spread->longer[n - 1];
}

struct marks
spread_marks(struct spread *spread)
{
	int64_t c = spread->count;

	if (!c)
		return (struct marks){ -1, -1, -1 };
	if (spread->longer_count)
		qsort(spread->longer, spread->longer_count, sizeof(*spread->longer),
		      by_length);
	return (struct marks){
		(find_rank(spread, (c + 1) / 2) + find_rank(spread, (c + 2) / 2)) / 2,
		find_rank(spread, (9 * c + 9) / 10), find_rank(spread, c)
	};
}

void
spread_clear(struct spread *spread)
{
	size_t chunk;

	for (chunk = 0; chunk < SPREAD_CHUNKS; chunk++)
		if (spread->chunks[chunk])
			memset(spread->chunks[chunk], 0, CHUNK_BYTES);
	spread->longer_count = 0;
	spread->count = 0;
}

void
spread_free(struct spread *spread)
{
	size_t chunk;

	for (chunk = 0; chunk < SPREAD_CHUNKS; chunk++)
		free(spread->chunks[chunk]);
	free(spread->longer);
	*spread = (struct spread){ 0 };
}
