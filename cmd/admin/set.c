/* SPDX-License-Identifier: MIT */
/* osq-admin set: one entry of a register without a file, through the register's import.
 */
#include <stdlib.h>
#include <string.h>

#include "admin.h"
#include "base/intl.h"
#include "base/mem.h"
#include "cli/complain.h"
#include "cli/import_file.h"
#include "cli/permission.h"
#include "cli/values.h"
#include "office/registers/entry.h"
#include "office/registers/register.h"

#define COLUMNS_MOST 32

const struct cli_option admin_set_options[] = {
	{ .name = "since",
	  .argument = "DAY",
	  .help = N_("procedures: it holds from this day on (default: today)"),
	  .suggest = "@day" },
	{ 0 },
};

/* What is set, and where: the texts are the command line's, but those that are filled. */
struct set_entry {
	const struct reg *reg;
	const char *since; /* the day from which a procedure holds; NULL: today */
	char *texts[COLUMNS_MOST];
	bool filled[COLUMNS_MOST];
	const char *headings[COLUMNS_MOST], *cells[COLUMNS_MOST];
	struct import_entry row; /* of the two */
};

static enum status
tell_columns(struct cli *cli, const struct reg *reg, const char *named)
{
	struct buf columns = { 0 };
	size_t i;

	for (i = 1; reg->columns[i].key; i++)
		if (!(reg->columns[i].flags & COLUMN_DERIVED))
			buf_print(&columns, "%s%s", columns.length ? " " : "",
				  reg->columns[i].key);
	cli_usage(cli, _("'%s': is no COLUMN=VALUE of %s"), named, reg->kind);
	fail_hint(USAGE, "%s", columns.text);
	buf_free(&columns);
	return USAGE;
}

/* Take WORD, which is COLUMN=VALUE. */
static enum status
take_cell(struct cli *cli, struct set_entry *entry, char *word)
{
	const struct reg *reg = entry->reg;
	char *equals = strchr(word, '='), *name;
	int i;

	if (!equals)
		return tell_columns(cli, reg, word);
	name = mem_print("%.*s", (int)(equals - word), word);
	i = column_find(reg->columns, name);
	free(name);
	if (i < 1 || reg->columns[i].flags & COLUMN_DERIVED) /* 0: the code */
		return tell_columns(cli, reg, word);
	if (entry->texts[i])
		return cli_usage(cli, _("%s is given twice"), reg->columns[i].key);
	entry->texts[i] = equals + 1;
	return OK;
}

static enum status
take_cells(struct cli *cli, struct set_entry *entry)
{
	const struct reg *reg = entry->reg;
	enum status st = OK;
	int i;

	entry->texts[0] = cli->operands[1];
	for (i = 2; i < cli->count && !st; i++)
		st = take_cell(cli, entry, cli->operands[i]);
	for (i = 1; i < reg->keys && !st; i++)
		if (!entry->texts[i])
			st = cli_usage(cli, _("an entry of %s is named by %s=VALUE too"),
				       reg->kind, reg->columns[i].key);
	return st;
}

/* The row that is imported: what is given and what is filled. */
static void
make_row(struct set_entry *entry)
{
	size_t i, n = 0;

	for (i = 0; entry->reg->columns[i].key; i++) {
		if (!entry->texts[i])
			continue;
		entry->headings[n] = entry->reg->columns[i].key;
		entry->cells[n++] = entry->texts[i];
	}
	entry->row = (struct import_entry){ n, entry->headings, entry->cells };
}

/* Only once the import has begun does what stands there stay as it is. */
static enum status
begin_entry(struct office *office, void *ctx, struct import_listener *listener,
	    struct import **import)
{
	struct set_entry *entry = ctx;
	struct import_result none;
	enum status st = OK;

	if (!strcmp(entry->reg->kind, "procedures"))
		st = admin_begin_procedures(office, &entry->since, listener, import);
	else
		st = register_import_entry(office, &entry->reg, listener, import);
	if (st)
		return st;
	if ((st = entry_fill(office, entry->reg, entry->texts, entry->filled)))
		return import_end(*import, st, NULL, &none);
	make_row(entry);
	return OK;
}

enum status
admin_set_verb(struct cli *cli)
{
	struct set_entry entry = { 0 };
	char room[DAY_TEXT], *name;
	enum status st;
	size_t i;

	if ((st = admin_find_kind(cli, cli->operands[0], &entry.reg)) ||
	    (st = admin_check_options(cli, entry.reg->kind)) ||
	    (st = permission_also(cli, entry.reg->kind, entry.reg->writers)) ||
	    (st = cli_day(cli, "since", room, &entry.since)) ||
	    (st = take_cells(cli, &entry)))
		return st;
	name = mem_print("%s %s", entry.reg->kind, entry.texts[0]);
	st = cli_import_entry(cli, name, begin_entry, &entry, &entry.row);
	free(name);
	for (i = 0; i < COLUMNS_MOST; i++)
		if (entry.filled[i])
			free(entry.texts[i]);
	return st;
}
