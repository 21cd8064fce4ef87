/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CMD_ADMIN_MATCHING_H
#define OSQ_CMD_ADMIN_MATCHING_H

#include "base/mem.h"
#include "cli/command.h"

/* What `list -q WORDS` lists: the rows that have each of the words in some column, from
 * the start of a word on, folded as base/fold.h tells.  A column has what programs get
 * and what people read. */

#define MATCHING_OPTION                                                                  \
	{                                                                                \
		.name = "query", .letter = 'q', .argument = "WORDS",                     \
		.help = N_("only what has these words, accents or not, in any column")   \
	}

struct matching {
	struct sink sink; /* of all rows; those that match go to the verb's output */
	struct sink *out;
	const struct column *columns;
	const char *words; /* NULL: all rows match */
	struct buf text, word;
};

/* Begin the verb's output of rows of COLUMNS.  End it with matching_end() even where this
 * fails. */
enum status matching_begin(struct matching *m, struct cli *cli,
			   const struct column *columns);
enum status matching_end(struct matching *m, enum status st); /* returns ST */

#endif
