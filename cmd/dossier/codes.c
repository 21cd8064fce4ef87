/* SPDX-License-Identifier: MIT */
/* The codes that verbs of osq-dossier take, any number of them. */
#include <stdlib.h>

#include "base/mem.h"
#include "cli/operands.h"
#include "cli/output.h"
#include "dossier.h"

void
dossier_codes_add(struct dossier_codes *codes, const char *code)
{
	codes->all = mem_more(codes->all, codes->count, sizeof(*codes->all));
	codes->all[codes->count++] = mem_text(code);
}

void
dossier_codes_free(struct dossier_codes *codes)
{
	size_t i;

	for (i = 0; i < codes->count; i++)
		free(codes->all[i]);
	free(codes->all);
	*codes = (struct dossier_codes){ 0 };
}

/* A code that no dossier has stays as it is typed, for the complaint. */
static enum status
collect_code(struct cli *cli, const char *typed, void *ctx)
{
	char code[DOSSIER_CODE];
	enum status st = dossier_called(&cli->office, typed, code);

	if (st && st != NO)
		return st;
	dossier_codes_add(ctx, st ? typed : code);
	return OK;
}

enum status
dossier_codes_read(struct cli *cli, struct dossier_codes *codes)
{
	return cli_each(cli, collect_code, codes);
}

enum status
dossier_codes_print(struct cli *cli, const struct dossier_codes *codes)
{
	enum status st = OK;
	size_t i;

	for (i = 0; i < codes->count && !st; i++)
		st = output_label(cli, "code", codes->all[i]);
	return st;
}
