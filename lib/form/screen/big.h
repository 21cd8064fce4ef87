/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_SCREEN_BIG_H
#define OSQ_FORM_SCREEN_BIG_H

#include <stdbool.h>

#include "base/mem.h"

/* Numbers in large letters on a terminal, each of 5 by 7 dots. */
enum big_size {
	BIG_HALF, /* two dots in a cell: a letter takes 6 columns and 4 rows */
	BIG_FULL, /* a dot takes two cells: 12 columns and 7 rows */
};

/* True when TEXT can be drawn: only A to Z and 0 to 9, and short. */
bool big_can(const char *text);

/* The rows that a size takes, and the columns that TEXT takes in it. */
int big_rows(enum big_size size);
int big_width(const char *text, enum big_size size);

/* Append one row of TEXT, big_width() columns of blocks and blanks. */
void big_row(const char *text, int row, enum big_size size, struct buf *out);

#endif
