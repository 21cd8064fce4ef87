/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_SECTIONS_H
#define OSQ_CLI_SECTIONS_H

#include "cli/command.h"
#include "office/report/report.h"

/* Write one section of a report into the open output, with a row of totals in formats for
 * people (tables and spreadsheets; programs add up by themselves). */
enum status cli_section(struct cli *cli, const struct report_section *section,
			const struct period *period);

#endif
