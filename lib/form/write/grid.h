/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_WRITE_GRID_H
#define OSQ_FORM_WRITE_GRID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/*
 * A table for people: lines of texts in columns that are each as wide as the widest of
 * its texts.  All of it is kept until it is printed, since the first line needs the width
 * of the last.
 */
struct grid;

/* A new, empty table of COLUMNS columns (at least one), to be freed with grid_free(). */
struct grid *grid_new(size_t columns);
void grid_free(struct grid *grid); /* takes NULL */

/* Align the texts of a column at its right edge: for numbers. */
void grid_align_right(struct grid *grid, size_t column);

/* Add the next text, from left to right; behind the last column a new line begins.  TEXT
 * is one line, harmless on a terminal, from malloc(); the grid frees it.  Where the table
 * is too wide, a HEADING is wrapped before the texts below it are. */
void grid_add(struct grid *grid, char *text, bool heading);

/* Wrap headings and long texts within their columns so that a line takes at most WIDTH
 * columns of a terminal, if that leaves each column a readable width.  Where it does not,
 * columns under whose heading nothing stands are left out; where that does not help
 * either, lines stay as long as they are.  No text is ever cut.  To be called once, when
 * all texts are in. */
void grid_fit(struct grid *grid, size_t width);

/* What a bold line begins and ends with on a terminal. */
#define BOLD  "\033[1m"
#define PLAIN "\033[0m"

/* Which lines are printed so. */
enum { GRID_BOLD_FIRST = 1, GRID_BOLD_LAST = 2 };

/* Print the lines, whole ones only; write errors are left for ferror(STREAM). */
void grid_print(const struct grid *grid, FILE *stream, unsigned bold);

#endif
