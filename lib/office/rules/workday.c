/* SPDX-License-Identifier: MIT */
#include "office/rules/workday.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The index at which SPAN belongs by its opening; false when it overlaps a neighbour. */
static bool
find_place(const struct workday *workday, const struct span *span, size_t *place)
{
	size_t at = workday->count;

	while (at > 0 && workday->spans[at - 1].opens >= span->closes)
		at--;
	if (at > 0 && workday->spans[at - 1].closes > span->opens)
		return false;
	*place = at;
	return true;
}

static void
count_work(struct workday *workday, const struct span *span)
{
	if (!workday->work || span->opens < workday->opening)
		workday->opening = span->opens;
	if (!workday->work || span->closes > workday->closing)
		workday->closing = span->closes;
	workday->work += span->closes - span->opens;
}

bool
workday_add(struct workday *workday, struct span span)
{
	size_t at;

	if (!find_place(workday, &span, &at))
		return false;
	workday->spans = mem_grow(workday->spans, (workday->count + 1) * sizeof(span));
	memmove(workday->spans + at + 1, workday->spans + at,
		(workday->count - at) * sizeof(span));
	workday->spans[at] = span;
	workday->count++;
	if (span.counts)
		count_work(workday, &span);
	return true;
}

void
workday_free(struct workday *workday)
{
	free(workday->spans);
	*workday = (struct workday){ 0 };
}

int
workday_passed(const struct workday *workday, int second)
{
	int passed = 0;

	for (size_t i = 0; i < workday->count; i++) {
		const struct span *span = &workday->spans[i];
		int end = span->closes < second ? span->closes : second;

		if (span->counts && end > span->opens)
			passed += end - span->opens;
	}
	return passed;
}

int
workday_end(const struct workday *workday, int n)
{
	for (size_t i = 0; i < workday->count; i++) {
		const struct span *span = &workday->spans[i];
		int length = span->closes - span->opens;

		if (!span->counts)
			continue;
		if (n <= length)
			return span->opens + n;
		n -= length;
	}
	return workday->closing;
}
