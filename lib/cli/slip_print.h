/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SLIP_PRINT_H
#define OSQ_CLI_SLIP_PRINT_H

#include "base/mem.h"
#include "cli/command.h"
#include "office/queue/visit.h"
#include "office/rules/wait_range.h"

/* How a slip is to be printed. */
enum slip_kind { SLIP_TEXT, SLIP_ESCPOS, SLIP_HTML, SLIP_NONE };
extern const struct word slip_kinds[]; /* by the enum */

struct slip_order {
	enum slip_kind kind;
	int64_t paper;       /* mm */
	int64_t width;       /* characters of a line; 0 = as the paper has */
	struct buf template; /* of SLIP_HTML */
	const char *name;    /* of the template, in messages; lives as long as `path` */
	struct buf path;     /* the setting slip_template */
};

/*
 * Read --OPTION (OTHERWISE where it was not given) and the verb's option --paper into an
 * order, and prepare whatever the slip needs, so that no number is drawn that then cannot
 * be printed: USAGE, UNAVAILABLE without module or fonts, BAD_DATA for a broken template.
 * Free the order with slip_order_free(), also after a failure.
 */
enum status slip_order(struct cli *cli, const char *option, enum slip_kind otherwise,
		       struct slip_order *order);
void slip_order_free(struct slip_order *order);

/* Print the slip of VISIT on standard output once more, marked as a reprint, with the
 * wait as it is now. */
enum status slip_print_again(struct cli *cli, const struct slip_order *order,
			     const struct visit *visit);

/* Print the slip of a number just drawn and stored, with the wait TOLD to the citizen:
 * where it fails, the message says which number was drawn, and how to print it. */
enum status slip_print_first(struct cli *cli, const struct slip_order *order,
			     const struct visit *visit, const struct wait_range *told);

#endif
