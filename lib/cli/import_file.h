/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_IMPORT_FILE_H
#define OSQ_CLI_IMPORT_FILE_H

#include "cli/command.h"
#include "office/core/import.h"

/* Begins the import once the file is open; CTX is passed on. */
typedef enum status import_starter(struct office *office, void *ctx,
				   struct import_listener *listener,
				   struct import **import);

/*
 * Read FILE (NULL or "-": standard input) into the import that START begins: every bad
 * line is reported on standard error, and nothing is kept when there was one.  An
 * interrupt (^C) undoes all of it and ends the process as an interrupt does.
 */
enum status cli_import_file(struct cli *cli, const char *file, import_starter *start,
			    void *ctx, struct import_result *result);

/*
 * The same for a verb with IMPORT_OPTIONS, obeying them; then print `N added, N changed,
 * N unchanged`, and before it, for a dry run, how the file was read.  BATCH: commit after
 * every so many rows; 0: keep all or none.
 */
enum status cli_import(struct cli *cli, const char *file, import_starter *start,
		       void *ctx, int64_t batch);

/*
 * An import without a file: of one row, under keys of ours; or of none where ENTRY is
 * NULL, for a START that brings what is stored.  ENTRY is read once the import has begun,
 * so START may fill it, which then sees what nobody else can change.  NAME stands for the
 * file in messages and in the journal.
 */
struct import_entry {
	size_t count;
	const char **headings, **cells;
};

enum status cli_import_entry(struct cli *cli, const char *name, import_starter *start,
			     void *ctx, const struct import_entry *entry);

/* The options of every import, for a verb's table. */
#define IMPORT_OPTIONS                                                                              \
	{                                                                                           \
		.name = "map",                                                                      \
		.letter = 'm',                                                                      \
		.argument = "OUR=THEIRS",                                                           \
		.help = N_(                                                                         \
			"the column that the file calls THEIRS is OUR; may be given several times") \
	},                                                                                          \
		{ .name = "ignore-others",                                                          \
		  .help = N_("pass over columns that are none of ours") },                          \
		{ .name = "encoding",                                                               \
		  .argument = "NAME",                                                               \
		  .help = N_("how its letters are encoded (default: found out)"),                   \
		  .suggest = "@encodings" },                                                        \
		{ .name = "strict",                                                                 \
		  .help = N_("refuse what would be read otherwise than it stands") },               \
	{                                                                                           \
		.name = "quiet", .letter = 'q',                                                     \
		.help = N_("no progress on the terminal")                                           \
	}

/* The columns of the record that reports how an import went. */
extern const struct column import_columns[];

#endif
