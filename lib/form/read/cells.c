/* SPDX-License-Identifier: MIT */
#include "form/read/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"

static void
begin_cell(struct cells *cells)
{
	if (cells->count == cells->room) {
		cells->room = cells->room ? cells->room * 2 : 32;
		cells->starts = mem_grow(cells->starts, cells->room * sizeof(size_t));
		cells->list = mem_grow(cells->list, cells->room * sizeof(char *));
	}
	cells->starts[cells->count++] = cells->text.length;
}

/* True for most cells, which need no tidying. */
static bool
is_simple(const char *bytes, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (bytes[i] < ' ' || bytes[i] == 0x7f)
			return false;
	return !n || (bytes[0] != ' ' && bytes[n - 1] != ' ');
}

bool
cells_add_simple(struct cells *cells, const char *bytes, size_t n)
{
	if (n > TEXT_MAX || !is_simple(bytes, n))
		return false;
	begin_cell(cells);
	buf_add(&cells->text, bytes, n + 1);
	return true;
}

const char *
cells_add(struct cells *cells, const char *bytes, size_t n)
{
	const char *why = NULL;

	begin_cell(cells);
	if (n > TEXT_MAX) {
		why = _("is too long (more than 65,536 bytes)");
	} else if (!text_valid(bytes, n)) {
		why = memchr(bytes, '\0', n) ? _("has a NUL in it") :
					       _("is not valid UTF-8");
	} else {
		buf_clear(&cells->tidy);
		buf_add(&cells->tidy, bytes, n);
		text_tidy(&cells->tidy);
		buf_add(&cells->text, cells->tidy.text, cells->tidy.length);
	}
	buf_add(&cells->text, "", 1);
	return why;
}

const char *const *
cells_list(struct cells *cells)
{
	size_t i;

	for (i = 0; i < cells->count; i++)
		cells->list[i] = cells->text.text + cells->starts[i];
	return cells->list;
}

bool
cells_empty_from(const struct cells *cells, size_t first)
{
	size_t i;

	for (i = first; i < cells->count; i++)
		if (cells->text.text[cells->starts[i]])
			return false;
	return true;
}

void
cells_clear(struct cells *cells)
{
	cells->count = 0;
	buf_clear(&cells->text);
}

void
cells_free(struct cells *cells)
{
	buf_free(&cells->text);
	buf_free(&cells->tidy);
	free(cells->starts);
	free(cells->list);
	*cells = (struct cells){ 0 };
}
