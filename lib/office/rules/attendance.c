/* SPDX-License-Identifier: MIT */
#include "office/rules/attendance.h"

#include "base/mem.h"

#define BREATH 60 /* a counter that is closed and opened again within it */
#define LONG   ((int64_t)30 * 60) /* no break is so long; lunch is longer */
#define EARLY  (15 * 60) /* so much earlier than on other days one goes to lunch */

/* The last absence, which has no end yet. */
static void
add_absence(struct absences *a, int64_t from)
{
	a->list = mem_more(a->list, a->count, sizeof(*a->list));
	a->list[a->count++] = (struct absence){ from, NEVER };
}

void
absences_add_presence(struct absences *a, int64_t from, int64_t until)
{
	if (!a->count)
		add_absence(a, 0);
	if (a->count == 1 || from - a->list[a->count - 1].from >= BREATH) {
		a->list[a->count - 1].until = from;
		add_absence(a, until);
	}
	a->list[a->count - 1].from = until;
}

bool
absence_is_long(const struct absence *absence)
{
	return absence->until == NEVER || absence->until - absence->from >= LONG;
}

const struct absence *
absences_at(const struct absences *a, int64_t at, size_t *next)
{
	const struct absence *now;
	size_t i = 0;

	while (i < a->count && a->list[i].until <= at)
		i++;
	*next = i;
	now = i < a->count ? &a->list[i] : NULL;
	return now && now->from <= at + (absence_is_long(now) ? EARLY : 0) ? now : NULL;
}

/* The absence that comes next; or NULL. */
static const struct absence *
find_next(const struct leave *leave)
{
	return leave->of && leave->next < leave->of->count ?
		       &leave->of->list[leave->next] :
		       NULL;
}

/* Leave for the next absence at FREE_AT; the moment of being back. */
static int64_t
go_away(struct leave *leave, int64_t free_at)
{
	const struct absence *absence = find_next(leave);

	leave->next++;
	if (absence->until == NEVER)
		return leave->of->goes_early ? NEVER : free_at;
	if (!absence_is_long(absence))
		return free_at + absence->until - absence->from;
	return absence->until > free_at ? absence->until : free_at;
}

int64_t
leave_take(struct leave *leave, int64_t free_at)
{
	const struct absence *absence;

	while (free_at != NEVER && (absence = find_next(leave)) &&
	       absence->from <= free_at)
		free_at = go_away(leave, free_at);
	return free_at;
}

int64_t
leave_idle(struct leave *leave, int64_t at)
{
	const struct absence *absence;

	while (at != NEVER && (absence = find_next(leave)) && absence->until <= at)
		leave->next++;
	if (at == NEVER || !absence || absence->from > at)
		return at;
	if (absence->until == NEVER)
		return go_away(leave, at);
	leave->next++;
	return absence->until;
}
