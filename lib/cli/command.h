/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_COMMAND_H
#define OSQ_CLI_COMMAND_H

#include "form/write/writer.h"
#include "office/core/office.h"
#include "office/rules/role.h"
#include "store/held.h"

/*
 * What every command shares.  A command is a table of verbs, a verb a table of options;
 * usage, --help, parsing and completion are read from these tables.  The functions of a
 * verb use values.h, operands.h, output.h and complain.h.
 */
struct cli;

struct cli_option {
	const char *name;     /* "priority" */
	const char *argument; /* "CLASS", or NULL for a flag */
	const char *help;     /* English, marked N_() */
	/* A closed list: the parser refuses an argument that is not one of its words
	 * (SEVERAL: words separated by commas); completion and --help show the same
	 * list. */
	const struct word *words;
	/* What completion offers where the argument may be something else too: words
	 * separated by '|', or "@procedures", "@services", "@counters", "@officers",
	 * "@priorities", "@tickets", "@dossiers", "@open-dossiers", "@finished-dossiers",
	 * "@paused-dossiers", "@ended-dossiers", "@desks", "@columns", "@bookings",
	 * "@slots" (of the service that is the first operand), "@sections" (of the report
	 * that the verb is), "@settings", "@setting" (a value of the one that is the
	 * first operand), "@kinds", "@codes" and "@cells" (of the register that is the
	 * first operand: what names an entry, and COLUMN=), "@encodings", "@file",
	 * "@day"; or NULL. */
	const char *suggest;
	unsigned roles; /* enum role: for whom it is; 0: for all who may call the verb */
	char letter;    /* 'd' of -d; 0 = none */
	bool several;   /* see words */
};

enum verb_need {
	NEEDS_NOTHING, /* no store */
	NEEDS_READ,
	NEEDS_WRITE, /* takes --at, --officer, --counter, --dry-run too */
};

#define OPERANDS_MANY 1000000000

struct cli_verb {
	const char *name;     /* "issue"; NULL for the only verb of a command without */
	const char *operands; /* "[SERVICE]"; "" for none */
	int least, most;      /* how many operands */
	const char *help;     /* one line, English, marked N_() */
	enum verb_need need;
	bool ends_day;     /* --at a day alone is its closing time, not its opening */
	bool opens_itself; /* RUN opens the store, which may be none yet */
	bool sits;         /* its --officer says who sits down at the counter */
	const struct cli_option *options; /* ends with { .name = NULL }; or NULL */
	const struct column *columns;     /* of what it lists; or NULL */
	const char *title;   /* of that in a spreadsheet, marked N_(); NULL: help */
	const char *suggest; /* completion of operands, as in an option's: for the first,
				a blank, for the second ... */
	/* For a verb that NEEDS_WRITE: whether, as it is called now, it only shows
	 * something, so that the store is opened for reading; NULL: it always writes. */
	bool (*only_reads)(const struct cli *cli);
	/* Who may call it (enum role), and who where it only shows something; whoever has
	 * none of them is refused.  0: the store's owner and root alone. */
	unsigned roles, reading_roles;
	struct store_later later; /* what it will want open beside the store */
	enum status (*run)(struct cli *cli);
};

struct cli_command {
	const char *name;             /* "osq-ticket" */
	const char *about;            /* one line, English, marked N_() */
	const struct cli_verb *verbs; /* ends with { .run = NULL } */
	/* Gives the columns of a verb whose entry has none because they depend on its
	 * first operand (which may be NULL); or NULL. */
	const struct column *(*columns_of)(const struct cli_verb *verb,
					   const char *operand);
};

/* An option of the verb as it was given: its index in the verb's table, and its value. */
struct cli_given {
	int option;
	const char *value;
};

struct cli {
	const struct cli_command *command;
	const struct cli_verb *verb;
	struct office office; /* its store is open as the verb needs */
	char **operands;      /* ends with NULL */
	int count;
	/* What was asked of the output. */
	const struct format *format; /* NULL: none named */
	const char *columns;
	const char *xlsx;
	bool header;
	const char
		*title; /* of the list in a spreadsheet, translated; NULL: the verb's */
	/* Filled in by the parser. */
	const char *db;
	const char *
		values[64]; /* of the verb's options, by their index; the last one wins */
	struct cli_given *given; /* each of them, in the order of the command line */
	size_t given_count;
	bool officer_named;       /* by --officer, not by the environment */
	const char *officer_here; /* the environment's; NULL: none */
	struct output *output;
	struct sink *labels; /* of output_label() */
	void *problems;      /* of cli_problem(), for the error object */
	char **texts;        /* texts that cli_text() handed out */
	size_t text_count;
};

#endif
