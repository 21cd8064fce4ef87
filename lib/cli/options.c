/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "base/intl.h"

#define FORMAT_OPTION(name_, about) [OPT_##name_] = { .name = #name_, .help = about }

const struct cli_option common_options[] = {
	[OPT_DB] = { .name = "db",
		     .letter = 'd',
		     .argument = "FILE",
		     .help = N_("the store (default: $OSQ_DB, else /var/lib/osq/osq.db)"),
		     .suggest = "@file" },
	[OPT_FORMAT] = { .name = "format",
			 .letter = 'f',
			 .argument = "FORMAT",
			 .help = N_("how it is written"),
			 .words = format_words },
	FORMATS(FORMAT_OPTION),
	[OPT_XLSX] = { .name = "xlsx",
		       .argument = "FILE",
		       .help = N_("write a spreadsheet"),
		       .suggest = "@file" },
	[OPT_COLUMNS] = { .name = "columns",
			  .letter = 'o',
			  .argument = "A,B",
			  .help = N_("show these columns, in this order"),
			  .suggest = "@columns" },
	[OPT_LIST_COLUMNS] = { .name = "list-columns",
			       .help = N_("print the names of the columns and exit") },
	[OPT_NO_HEADER] = { .name = "no-header",
			    .help = N_("leave out the line of headings") },
	[OPT_HELP] = { .name = "help", .letter = 'h', .help = N_("print this and exit") },
	[OPT_VERSION] = { .name = "version",
			  .letter = 'V',
			  .help = N_("print the version and exit") },
	[COMMON_COUNT] = { 0 },
};

const struct cli_option acting_options[] = {
	[ACT_AT] = { .name = "at",
		     .argument = "TIME",
		     .help = N_("when it happened (default: now)") },
	[ACT_COUNTER] = { .name = "counter",
			  .letter = 'c',
			  .argument = "COUNTER",
			  .help = N_("where (default: $OSQ_COUNTER)"),
			  .suggest = "@counters" },
	[ACT_OFFICER] = { .name = "officer",
			  .argument = "OFFICER",
			  .help = N_("who (default: $OSQ_OFFICER)"),
			  .suggest = "@officers" },
	[ACT_DRY_RUN] = { .name = "dry-run",
			  .letter = 'n',
			  .help = N_("do all of it, tell, and undo it") },
	[ACTING_COUNT] = { 0 },
};
