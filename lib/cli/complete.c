/* SPDX-License-Identifier: MIT */
#include "cli/complete.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/parse.h"
#include "cli/permission.h"
#include "cli/privilege.h"
#include "cli/session.h"
#include "form/read/recognise.h"
#include "office/core/settings.h"
#include "office/dossier/dossier_choice.h"
#include "office/queue/queue_choice.h"
#include "office/queue/slot.h"
#include "office/registers/register_list.h"
#include "office/registers/registers.h"
#include "office/report/report.h"

/*
 * Completion: the shells' scripts hand over the words of the line up to the cursor and
 * show what is printed here: a line for each candidate that may replace the last word,
 * with a tab and a description behind it; or "@file", where the shell completes better
 * itself.  Errors are not reported: the line is not finished.
 */
struct words {
	const struct cli_verb *verb;
	const char *whole;   /* the word to complete, "" for none yet */
	const char *current; /* the end of WHOLE that candidates are compared with */
	const struct cli_option *option; /* whose argument that is; or NULL */
	bool only_operands;              /* after "--" */
	int operands;                    /* before it */
	const char *operand;             /* the first of them, or NULL */
};

/* WORD in place of what is compared, the start of the whole word kept. */
static void
offer_word(const struct words *w, const char *word, const char *about)
{
	if (strncmp(word, w->current, strlen(w->current)) != 0 ||
	    strpbrk(word, "\t\r\n") || !text_valid(word, strlen(word)))
		return;
	printf("%.*s%s\t%.*s\n", (int)(w->current - w->whole), w->whole, word,
	       about ? (int)strcspn(about, "\t\r\n") : 0, about ? about : "");
}

static void
offer_options(const struct words *w, const struct cli_option *options)
{
	for (; options && options->name; options++) {
		char name[64];

		snprintf(name, sizeof(name), "--%s", options->name);
		offer_word(w, name, _(options->help));
	}
}

/* A sink that offers the first column, with the name as its description. */
struct offered {
	struct sink sink;
	const struct words *words;
	int name; /* column of the description; -1 = none */
};

static enum status
offer_row(struct sink *sink, const struct value *values)
{
	struct offered *o = (struct offered *)sink;

	if (values[0].kind == VALUE_TEXT)
		offer_word(o->words, values[0].text,
			   o->name >= 0 ? values[o->name].text : NULL);
	return OK;
}

static const struct {
	const char *name;
	choice_list *list;
} lists[] = {
	{ "tickets", queue_choice_tickets },
	{ "bookings", queue_choice_bookings },
	{ "dossiers", dossier_choice_all },
	{ "new-dossiers", dossier_choice_new },
	{ "open-dossiers", dossier_choice_open },
	{ "paused-dossiers", dossier_choice_paused },
	{ "finished-dossiers", dossier_choice_finished },
	{ "ended-dossiers", dossier_choice_ended },
};

/* Whether what the store has may be shown to who would call the verb. */
static bool
open_to_caller(struct cli *cli, const struct words *w)
{
	static bool asked, may;

	if (asked)
		return may;
	asked = true;
	cli->verb = w->verb;
	may = cli->verb && !cli_open_store(cli, STORE_READ) && !permission_check(cli);
	return may;
}

static void
offer_from_store(struct cli *cli, const struct words *w, const char *what)
{
	struct offered o = { .sink = { offer_row }, .words = w, .name = 1 };
	const struct reg *reg = register_find(what);
	size_t i;

	if (!open_to_caller(cli, w))
		return;
	if (reg) {
		o.name = column_find(reg->columns, "name");
		if (w->verb && !strcmp(w->verb->name, "set")) /* brings back too */
			register_list(&cli->office, reg, &o.sink);
		else
			register_list_in_force(&cli->office, reg, &o.sink);
	}
	for (i = 0; i < sizeof(lists) / sizeof(*lists); i++)
		if (!strcmp(lists[i].name, what))
			lists[i].list(&cli->office, w->current, &o.sink);
}

/* A sink that offers the slots with a place left, so many of them. */
struct offered_slots {
	struct sink sink;
	const struct words *words;
	int left;
};

static enum status
offer_slot(struct sink *sink, const struct value *values)
{
	struct offered_slots *o = (struct offered_slots *)sink;
	char begins[MOMENT_TEXT];

	if (!values[4].number)
		return OK;
	/* As --slot takes it; without a blank, which a shell would have to quote. */
	moment_print(values[0].number, begins);
	begins[16] = '\0';
	offer_word(o->words, begins, NULL);
	return --o->left ? OK : NO;
}

/* The slots of the service that the line already names. */
static void
offer_slots(struct cli *cli, const struct words *w)
{
	struct offered_slots o = { { offer_slot }, w, 60 };
	const int today = day_of(cli->office.now);

	if (w->operand && open_to_caller(cli, w))
		slots_list(&cli->office, w->operand,
			   (struct period){ today, today + BOOKABLE_DAYS }, &o.sink);
}

/* In "a,b,c" only the last one is to be completed. */
static struct words
last_of(const struct words *w)
{
	const char *comma = strrchr(w->current, ',');
	struct words last = *w;

	if (comma)
		last.current = comma + 1;
	return last;
}

static void
offer_columns(const struct cli *cli, const struct words *w)
{
	const struct column *column = cli_columns(cli->command, w->verb, w->operand);
	const struct words last = last_of(w);

	for (; column && column->key; column++)
		offer_word(&last, column->key, _(column->heading));
}

static void
offer_words(const struct words *w, const struct word *words)
{
	for (; words->code; words++)
		offer_word(w, words->code, NULL);
}

/* The sections of the report that the verb is. */
static void
offer_sections(const struct words *w)
{
	const struct report *report = w->verb ? report_find(w->verb->name) : NULL;
	const struct report_section *section;

	for (section = report ? report->sections : NULL; section && section->key;
	     section++)
		offer_word(w, section->key, section->title ? _(section->title) : NULL);
}

/* Each setting with what it is for. */
static void
offer_settings(const struct words *w)
{
	const struct setting *setting;

	for (setting = settings; setting->key; setting++) {
		char *about = setting_about(setting);

		offer_word(w, setting->key, about);
		free(about);
	}
}

/* What of the register that is the first operand can be set. */
static void
offer_cells(const struct words *w)
{
	const struct reg *reg = w->operand ? register_find(w->operand) : NULL;
	const struct column *column;

	for (column = reg ? reg->columns + 1 : NULL; column && column->key; column++) {
		char cell[64];

		snprintf(cell, sizeof(cell), "%s=", column->key);
		if (!(column->flags & COLUMN_DERIVED))
			offer_word(w, cell, _(column->heading));
	}
}

static void
offer_one(struct cli *cli, const struct words *w, const char *value)
{
	const struct setting *setting;
	const struct reg *const *reg;

	if (!strcmp(value, "@file")) {
		printf("@file\n");
	} else if (!strcmp(value, "@columns")) {
		offer_columns(cli, w);
	} else if (!strcmp(value, "@day")) {
		offer_word(w, "today", NULL);
		offer_word(w, "yesterday", NULL);
	} else if (!strcmp(value, "@slots")) {
		offer_slots(cli, w);
	} else if (!strcmp(value, "@sections")) {
		offer_sections(w);
	} else if (!strcmp(value, "@settings")) {
		offer_settings(w);
	} else if (!strcmp(value, "@setting")) {
		setting = setting_find(w->operand);
		if (setting && setting->words && !setting->fits)
			offer_words(w, setting->words);
	} else if (!strcmp(value, "@codes")) {
		if (w->operand && register_find(w->operand))
			offer_from_store(cli, w, w->operand);
	} else if (!strcmp(value, "@cells")) {
		offer_cells(w);
	} else if (!strcmp(value, "@encodings")) {
		offer_words(w, encodings);
	} else if (!strcmp(value, "@kinds")) {
		for (reg = registers; *reg; reg++)
			offer_word(w, (*reg)->kind, _((*reg)->about));
	} else if (*value == '@') {
		offer_from_store(cli, w, value + 1);
	} else if (*value) {
		offer_word(w, value, NULL);
	}
}

/* Offer what LIST names, separated by '|', up to a blank. */
static void
offer_suggested(struct cli *cli, const struct words *w, const char *list)
{
	while (*list && *list != ' ') {
		char value[64];
		size_t n = strcspn(list, "| ");

		snprintf(value, sizeof(value), "%.*s", (int)n, list);
		offer_one(cli, w, value);
		list += n;
		list += *list == '|';
	}
}

/* What a verb suggests: for its first operand, a blank, for the second ...; where any
 * number of operands may come, the last part serves all that follow. */
static void
offer_operands(struct cli *cli, const struct words *w)
{
	const char *values = w->verb->suggest;
	int i;

	if (!values || w->operands >= w->verb->most)
		return;
	for (i = 0; i < w->operands; i++) {
		const char *blank = strchr(values, ' ');

		if (blank)
			values = blank + 1;
		else if (w->verb->most != OPERANDS_MANY)
			return;
	}
	offer_suggested(cli, w, values);
}

/* The option of TABLE called NAME (N bytes), or LETTER where NAME is NULL. */
static const struct cli_option *
find_named(const struct cli_option *table, const char *name, size_t n, char letter)
{
	for (; table && table->name; table++)
		if (name ? strlen(table->name) == n && !strncmp(table->name, name, n) :
			   table->letter == letter)
			return table;
	return NULL;
}

static const struct cli_option *
find_option(const struct cli_verb *verb, const char *name, size_t n, char letter)
{
	const struct cli_option *option = find_named(common_options, name, n, letter);

	if (!option && verb && verb->need == NEEDS_WRITE)
		option = find_named(acting_options, name, n, letter);
	if (!option && verb)
		option = find_named(verb->options, name, n, letter);
	return option;
}

/* The option in WORD that takes an argument, with *ARGUMENT where that stands in
 * the word itself (--name=x, -nx), else NULL there. */
static const struct cli_option *
find_asking(const struct cli_verb *verb, const char *word, const char **argument)
{
	const struct cli_option *option = NULL;

	*argument = NULL;
	if (!strncmp(word, "--", 2)) {
		size_t n = strcspn(word + 2, "=");

		option = find_option(verb, word + 2, n, 0);
		if (option && word[2 + n] == '=')
			*argument = word + 2 + n + 1;
		return option && option->argument ? option : NULL;
	}
	if (*word != '-')
		return NULL;
	while (*++word) {
		option = find_option(verb, NULL, 0, *word);
		if (!option || option->argument)
			break;
	}
	if (!option || !option->argument)
		return NULL;
	if (word[1])
		*argument = word + 1;
	return option;
}

static void
take_operand(struct cli *cli, struct words *w, const char *word)
{
	const struct cli_verb *verb;

	if (w->verb) {
		if (!w->operands++)
			w->operand = word;
		return;
	}
	for (verb = cli->command->verbs; verb->run; verb++)
		if (!strcmp(verb->name, word))
			w->verb = verb;
}

/* Walk over the words before the current one. */
static void
read_words(struct cli *cli, int argc, char **argv, struct words *w)
{
	const struct cli_verb *verbs = cli->command->verbs;
	int i;

	w->verb = verbs->name ? NULL : verbs;
	for (i = 0; i + 1 < argc; i++) {
		const char *word = argv[i], *argument = NULL;
		const struct cli_option *option = w->only_operands ?
							  NULL :
							  find_asking(w->verb, word,
								      &argument);

		if (option && !argument && i + 2 == argc)
			w->option = option;
		else if (option && !argument)
			argument = argv[++i];
		if (option == &common_options[0] && argument)
			cli->db = argument;
		if (!option && !w->only_operands && !strcmp(word, "--"))
			w->only_operands = true;
		else if (!option && (w->only_operands || word[0] != '-' || !word[1]))
			take_operand(cli, w, word);
	}
}

enum status
cli_complete(struct cli *cli, int argc, char **argv)
{
	struct words w = { .whole = argc ? argv[argc - 1] : "" };
	const struct cli_verb *verb;
	const char *argument = NULL;

	w.current = w.whole;
	read_words(cli, argc, argv, &w);
	if (privilege_is_for(cli->db))
		open_to_caller(cli, &w); /* while it can, and before anything is shown */
	privilege_end();
	if (!w.option && !w.only_operands) {
		w.option = find_asking(w.verb, w.whole, &argument);
		if (argument)
			w.current = argument; /* --service=ci */
		else
			w.option = NULL;
	}
	if (w.option && w.option->words) {
		if (w.option->several)
			w = last_of(&w);
		offer_words(&w, w.option->words);
	} else if (w.option) {
		offer_suggested(cli, &w, w.option->suggest ? w.option->suggest : "");
	} else if (*w.whole == '-' && !w.only_operands) {
		offer_options(&w, common_options);
		if (w.verb && w.verb->need == NEEDS_WRITE)
			offer_options(&w, acting_options);
		if (w.verb)
			offer_options(&w, w.verb->options);
	} else if (!w.verb) {
		for (verb = cli->command->verbs; verb->run; verb++)
			offer_word(&w, verb->name, _(verb->help));
	} else {
		offer_operands(cli, &w);
	}
	fail(OK, "%s", "");
	return OK;
}
