/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_COMMAND_H
#define OSQ_CLI_COMMAND_H

#include <stdio.h>

#include "base/moment.h"
#include "form/write/writer.h"
#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * What every command shares.  A command is a table of verbs, a verb a table of
 * options; usage, --help, parsing and completion are read from these tables.
 */
struct cli;

struct cli_option {
	const char *name;     /* "priority" */
	char letter;          /* 0 = none */
	const char *argument; /* "CLASS", or NULL for a flag */
	const char *help;     /* English, marked N_() */
	/* A closed list: the argument is one of its words, or the parser refuses it
	 * (SEVERAL: words parted by commas); completion and --help tell the same. */
	const struct word *words;
	bool several;
	/* What completion offers where the argument may be something else too: words
	 * parted by '|', or "@procedures", "@services", "@counters", "@officers",
	 * "@priorities", "@tickets", "@dossiers", "@open-dossiers",
	 * "@finished-dossiers", "@paused-dossiers", "@ended-dossiers", "@desks",
	 * "@columns", "@bookings", "@slots" (of the service that is the first operand),
	 * "@settings", "@setting" (a value of the one that is the first operand),
	 * "@kinds", "@encodings", "@file", "@day"; or NULL. */
	const char *suggest;
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
	const struct cli_option *options; /* ends with { .name = NULL }; or NULL */
	const struct column *columns;     /* of what it lists; or NULL */
	const char *suggest;              /* completion of operands, as above: of the
					   * first, a blank, of the second ... */
	/* Of a verb that NEEDS_WRITE: whether it only shows something as it is called
	 * now, and so needs a reader; NULL: it writes. */
	bool (*only_reads)(const struct cli *cli);
	enum status (*run)(struct cli *cli);
};

struct cli_command {
	const char *name;             /* "osq-ticket" */
	const char *about;            /* one line, English, marked N_() */
	const struct cli_verb *verbs; /* ends with { .run = NULL } */
	/* The columns of a verb that has none in its entry, since they depend on its
	 * first operand (which may be NULL); or NULL. */
	const struct column *(*columns_of)(const struct cli_verb *verb,
					   const char *operand);
};

/* An option of the verb as it was given: its index, and its value. */
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
	/* The parser's. */
	const char *db;
	const char *
		values[64]; /* of the verb's options, by their index; the last one wins */
	struct cli_given *given; /* each of them, in the order of the command line */
	size_t given_count;
	bool officer_named; /* by --officer, not by the environment */
	struct output *output;
	struct sink *labels; /* of output_label() */
	void *problems;      /* of cli_problem(), for the error object */
	char *stored;        /* what cli_stored() named; or NULL */
	char **texts;        /* what cli_text() gave */
	size_t text_count;
};

/* Run COMMAND: the whole of a main().  Returns the exit code. */
int cli_main(const struct cli_command *command, int argc, char **argv);

/* The value of an option of the verb, or NULL; a flag's is "". */
const char *cli_value(const struct cli *cli, const char *name);

/* Of an option that may be given several times: its values, one after the other.  *PLACE
 * begins with 0; NULL after the last. */
const char *cli_next(const struct cli *cli, const char *name, size_t *place);

/* cli_value() as tidy text: BAD_DATA when it is no UTF-8 or longer than TEXT_MAX.
 * *TEXT is NULL when the option was not given or blank; it lives as long as CLI. */
enum status cli_text(struct cli *cli, const char *name, const char **text);

/* The same as a day YYYY-MM-DD in ROOM; *DAY is NULL when not given. */
enum status cli_day(struct cli *cli, const char *name, char room[static DAY_TEXT],
		    const char **day);

/* --day, or --from and --to, as the first and the last day; untouched when none was
 * given, without an end where only the other was.  USAGE when they contradict. */
enum status cli_days(struct cli *cli, struct period *days);

/* The place of what was given in the option's list of words; OTHERWISE when it was not.
 */
int cli_choice(const struct cli *cli, const char *name, int otherwise);

/* The same as a whole number between LEAST and MOST; untouched when not given. */
enum status cli_number(struct cli *cli, const char *name, int64_t least, int64_t most,
		       int64_t *number);

/*
 * The operands, one by one; where there are none, or one is "-", the lines of
 * standard input.  EACH is called for every one; its failures are told at once and
 * the worst status is returned, so the others are still done.
 */
enum status cli_each(struct cli *cli,
		     enum status (*each)(struct cli *cli, const char *operand, void *ctx),
		     void *ctx);

/* Tell the message kept by fail() on standard error. */
void cli_complain(struct cli *cli, enum status status);

/* Tell one of several things that are wrong, a line on standard error; under --json
 * they are kept for the one error object. */
void cli_problem(struct cli *cli, const char *line);

/* Say something beside the answer on standard error: no error, and not for programs. */
void cli_note(struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* LABEL was drawn, called or booked, and stands in the store: should it not arrive on
 * standard output, the message names it. */
void cli_stored(struct cli *cli, const char *label);

/* A usage error with a hint to --help. */
enum status cli_usage(struct cli *cli, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Open a file operand for reading; NULL or "-" is standard input.  *NAME is how
 * to call it in messages. */
enum status cli_open_file(const char *operand, FILE **file, const char **name);

/* session.c: the defaults of a run, the store, and the language that it names. */
void cli_read_environment(struct cli *cli);
enum status cli_check_identity(const struct act *act);
enum status cli_open_store(struct cli *cli, enum store_mode mode);
bool cli_writes(const struct cli *cli);

/*
 * A verb that reads sees the store as of one moment: cli_main() begins the look and ends
 * it.  A verb that waits, for a change or for its input, ends it before it waits, so that
 * the log can be copied and begun anew meanwhile, and begins another when it goes on.
 * Between looks each statement is of its own moment.  Of a verb that writes both do
 * nothing: it holds the store itself.
 */
enum status cli_look(struct cli *cli);
void cli_end_look(struct cli *cli);

/* parse.c: fill CLI from ARGV.  *DONE is set when --help and the like were all that
 * was asked. */
enum status cli_parse(struct cli *cli, int argc, char **argv, bool *done);
const struct column *cli_columns(const struct cli_command *command,
				 const struct cli_verb *verb, const char *operand);

/* help.c */
void cli_print_help(const struct cli *cli, FILE *out);
/* complete.c: candidates for the last of ARGV, one a line. */
enum status cli_complete(struct cli *cli, int argc, char **argv);

#endif
