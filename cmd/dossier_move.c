/* SPDX-License-Identifier: MIT */
/* osq-dossier import: from other systems. */
#include "dossier.h"

#include "cli/import.h"
#include "office/dossier.h"

enum status
dossier_import_verb(struct cli *cli)
{
	return cli_import(cli, cli->operands[0], dossier_import, NULL);
}
