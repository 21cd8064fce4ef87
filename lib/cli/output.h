/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_OUTPUT_H
#define OSQ_CLI_OUTPUT_H

#include "cli/command.h"

/*
 * From rows to standard output: the format that was asked for, the columns that
 * were asked for.
 *
 *	if ((st = output_open(cli, &document)))
 *		return st;
 *	st = output_section(cli, &section, &sink);
 *	if (!st)
 *		st = ticket_list(&cli->office, &filter, sink);
 *	return output_close(cli, st);
 */
enum status output_open(struct cli *cli, const struct document *document);

/* Begin a section; *SINK then takes rows of its columns.  The caller keeps its title
 * valid until output_close(); its note is copied. */
enum status output_section(struct cli *cli, const struct section *section,
			   struct sink **sink);

/* End the document and return ST, or what went wrong here.  With ST not OK the output is
 * discarded where the format allows it, except labels, and a record whose row is written:
 * those are the answer. */
enum status output_close(struct cli *cli, enum status st);

/* The common cases: a document of one list, and of one record. */
enum status output_list(struct cli *cli, const struct column *columns,
			struct sink **sink);
enum status output_record(struct cli *cli, const struct column *columns,
			  struct sink **sink);

/* True when a command that makes one record should print it whole, since a format
 * or columns were named; else it prints just its label. */
bool output_is_asked(const struct cli *cli);

/* Whether what is written is for people, not for programs. */
bool output_for_people(const struct cli *cli);

/* Print LABEL and a newline; in CSV or JSON a record of that one KEY, or where the verb
 * takes any number of operands a list of them. */
enum status output_label(struct cli *cli, const char *key, const char *label);

#endif
