/* SPDX-License-Identifier: MIT */
#include "form/common/cell.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/show.h"

bool
column_is_number(const struct column *column)
{
	switch (column->type) {
	case COL_INT:
	case COL_MONEY:
	case COL_DURATION:
	case COL_REAL:
	case COL_SHARE:
		return true;
	case COL_TEXT:
	case COL_TIME:
	case COL_DAY:
	case COL_CLOCK:
	case COL_WORD:
		break;
	}
	return false;
}

/* Two decimals after a point, whatever LC_NUMERIC says; "" for what is no number.
 * Returns ROOM. */
static const char *
real_print(double real, char room[static 48])
{
	size_t point;

	room[0] = '\0';
	if (!isfinite(real))
		return room;
	if (fabs(real) >= 1e30) {
		snprintf(room, 48, "%.0e", real);
		return room;
	}
	snprintf(room, 48, "%.2f", real);
	/* Some locales write a comma there, or a point of two bytes. */
	point = strspn(room, "-0123456789");
	memmove(room + point + 1, room + strlen(room) - 2, 3);
	room[point] = '.';
	if (!strcmp(room, "-0.00"))
		memmove(room, room + 1, sizeof("0.00"));
	return room;
}

/* H:MM:SS, or M:SS below an hour.  Returns ROOM. */
static const char *
duration_print(int64_t seconds, char room[static 48])
{
	const char *sign = seconds < 0 ? "-" : "";
	uint64_t s = seconds < 0 ? -(uint64_t)seconds : (uint64_t)seconds;
	unsigned minute = (unsigned)(s / 60 % 60), second = (unsigned)(s % 60);

	if (s < 3600)
		snprintf(room, 48, "%s%u:%02u", sign, minute, second);
	else
		snprintf(room, 48, "%s%llu:%02u:%02u", sign,
			 (unsigned long long)(s / 3600), minute, second);
	return room;
}

const char *
cell_print(const struct column *column, const struct value *value, char room[static 48])
{
	if (value->kind == VALUE_REAL)
		return real_print(value->real, room);
	return value_print(column, value, room);
}

/* What show_moment_cell() has before the time: a day of ten letters and a blank. */
#define CELL_DAY_BYTES 11

const char *
cell_show(const struct column *column, const struct value *value, char room[static 48])
{
	const bool seconds = column->flags & COLUMN_SECONDS;

	switch (value->kind) {
	case VALUE_NULL:
		return "";
	case VALUE_TEXT:
		if (column->type == COL_WORD)
			return show_word(column->words, value->text, room);
		if (column->words)
			return show_form(column->words, value->text, room);
		return column->type == COL_DAY ? show_day_text(value->text, room) :
						 value->text;
	case VALUE_REAL:
		real_print(value->real, room);
		show_decimal(room);
		if (column->type == COL_SHARE && *room)
			memcpy(room + strlen(room), "%", 2);
		return room;
	case VALUE_INT:
		break;
	}
	if (column->type == COL_TIME && column->flags & COLUMN_CLOCK)
		return show_moment_cell(value->number, true, room) + CELL_DAY_BYTES;
	if (column->type == COL_TIME)
		return show_moment_cell(value->number, seconds, room);
	if (column->type == COL_DURATION)
		return duration_print(value->number, room);
	if (column->type == COL_MONEY)
		return show_grouped(value->number, room);
	return cell_print(column, value, room);
}
