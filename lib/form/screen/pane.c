/* SPDX-License-Identifier: MIT */
#include "form/screen/pane.h"

#include <stdlib.h>

#include "base/text.h"

/* Where colours are not wanted, bold, reverse and faint take their place. */
static const struct {
	const char *colour, *plain;
} styles[] = {
	[PANE_PLAIN] = { "", "" },        [PANE_BOLD] = { "1", "1" },
	[PANE_TITLE] = { "1;36", "1" },   [PANE_CALL] = { "1;30;103", "1;7" },
	[PANE_NOTED] = { "1;93", "1;7" }, [PANE_GOOD] = { "32", "" },
	[PANE_BAD] = { "1;91", "1" },     [PANE_FAINT] = { "2", "2" },
};

void
pane_open(struct pane *pane, int width, int height, bool colour)
{
	*pane = (struct pane){ .width = width > 0 ? width : 0,
			       .height = height > 0 ? height : 0,
			       .colour = colour };
	pane->lines = mem_alloc((size_t)(pane->height + 1) * sizeof(*pane->lines));
}

void
pane_close(struct pane *pane)
{
	int i;

	for (i = 0; i < pane->height; i++)
		buf_free(&pane->lines[i]);
	free(pane->lines);
}

static void
add_blanks(struct buf *out, int n)
{
	if (n > 0)
		buf_print(out, "%*s", n, "");
}

static void
end_line(struct pane *pane)
{
	if (pane->used)
		add_blanks(&pane->lines[pane->used - 1], pane->room);
	pane->room = 0;
}

bool
pane_line(struct pane *pane)
{
	end_line(pane);
	if (pane->used == pane->height)
		return false;
	pane->used++;
	pane->room = pane->width;
	return true;
}

void
pane_put(struct pane *pane, enum pane_style style, const char *text, int width,
	 bool right)
{
	struct buf *out = &pane->lines[pane->used ? pane->used - 1 : 0];
	const char *sgr = pane->colour ? styles[style].colour : styles[style].plain;
	size_t whole = text_width(text), taken;
	int room = width < 0 ? (int)whole : width;
	bool cut;
	size_t n;

	if (room > pane->room)
		room = pane->room;
	if (room <= 0)
		return;
	cut = whole > (size_t)room;
	n = text_cut(text, (size_t)(cut ? room - 1 : room), &taken);
	if (right)
		add_blanks(out, room - (int)taken - cut);
	if (*sgr)
		buf_print(out, "\033[%sm", sgr);
	buf_add(out, text, n);
	if (cut)
		buf_text(out, "…");
	if (*sgr)
		buf_text(out, "\033[0m");
	if (!right)
		add_blanks(out, room - (int)taken - cut);
	pane->room -= room;
}

void
pane_fill(struct pane *pane)
{
	while (pane_line(pane))
		;
}
