/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_OPTIONS_H
#define OSQ_CLI_OPTIONS_H

#include "cli/command.h"
#include "form/write/format.h"

#define FORMAT_NUMBER(name, about) OPT_##name

/* Understood everywhere; each is the place of its entry. */
enum common_option {
	OPT_DB,
	OPT_FORMAT,
	FORMATS(FORMAT_NUMBER),
	OPT_XLSX,
	OPT_COLUMNS,
	OPT_LIST_COLUMNS,
	OPT_NO_HEADER,
	OPT_HELP,
	OPT_VERSION,
	COMMON_COUNT
};
extern const struct cli_option common_options[]; /* ends with { .name = NULL } */

/* Understood by every verb that records something. */
enum acting_option { ACT_AT, ACT_COUNTER, ACT_OFFICER, ACT_DRY_RUN, ACTING_COUNT };
extern const struct cli_option acting_options[]; /* ends with { .name = NULL } */

#endif
