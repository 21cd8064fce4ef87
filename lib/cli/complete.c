/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "cli/command.h"
#include "office/register.h"
#include "office/setting.h"

/*
 * Completion: the shells' scripts hand the words of the line over and show what is
 * printed here, a candidate a line, a tab and what it is behind it.  Nothing is
 * said of errors: the line is not finished.
 */
struct words {
	const struct cli_verb *verb;
	const char *current; /* the word to complete, "" for none yet */
	const char *wanted;  /* values of the option before it; NULL: none */
	int operands;        /* before it */
};

static void
offer(const struct words *w, const char *word, const char *about)
{
	if (strncmp(word, w->current, strlen(w->current)) != 0 ||
	    strpbrk(word, "\t\n") || !text_valid(word, strlen(word)))
		return;
	printf("%s\t%s\n", word, about ? about : "");
}

static void
offer_options(const struct words *w, const struct cli_option *options)
{
	for (; options && options->name; options++) {
		char name[64];

		snprintf(name, sizeof(name), "--%s", options->name);
		offer(w, name, _(options->help));
	}
}

static void
offer_list(const struct words *w, const char *list)
{
	while (*list) {
		char word[64];
		size_t n = strcspn(list, "|");

		snprintf(word, sizeof(word), "%.*s", (int)n, list);
		offer(w, word, NULL);
		list += n;
		list += *list == '|';
	}
}

/* A sink that offers the first column, the name beside it. */
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
		offer(o->words, values[0].text, o->name >= 0 ? values[o->name].text : NULL);
	return OK;
}

static const struct column pair[] = {
	{ "code", "", COL_TEXT, 0, NULL, NULL },
	{ "name", "", COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char tickets_sql[] =
	"SELECT t.series || printf('%03d', t.number), p.state"
	"  FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id"
	" WHERE t.day = :day AND p.ended_at IS NULL ORDER BY t.id";

static const char dossiers_sql[] = "SELECT code, applicant FROM dossier"
				   " WHERE finished_at IS NULL ORDER BY due_at LIMIT 200";

static void
offer_from_store(struct cli *cli, const struct words *w, const char *what)
{
	struct offered o = { .sink = { offer_row }, .words = w, .name = 1 };
	const struct reg *reg = register_find(what);
	char day[DAY_TEXT];
	struct query q;

	if (!cli->office.store && cli_open_store(cli, STORE_READ))
		return;
	if (reg) {
		o.name = column_find(reg->columns, "name");
		register_list(&cli->office, reg, &o.sink);
	} else if (!strcmp(what, "tickets")) {
		query_open(&q, cli->office.store, tickets_sql);
		query_text(&q, ":day", day_print(day_of(cli->office.now), day));
		query_rows(&q, pair, &o.sink);
	} else if (!strcmp(what, "dossiers")) {
		query_open(&q, cli->office.store, dossiers_sql);
		query_rows(&q, pair, &o.sink);
	}
}

static void
offer_columns(const struct words *w)
{
	const struct column *column = w->verb ? w->verb->columns : NULL;

	for (; column && column->key; column++)
		offer(w, column->key, _(column->heading));
}

static void
offer_values(struct cli *cli, const struct words *w, const char *values)
{
	const struct setting *setting;
	const struct reg *reg;

	if (!values || !strcmp(values, "@file"))
		printf("@file\n"); /* the shell knows files better */
	else if (!strcmp(values, "@columns"))
		offer_columns(w);
	else if (!strcmp(values, "@day"))
		offer_list(w, "today|yesterday");
	else if (!strcmp(values, "@settings"))
		for (setting = settings; setting->key; setting++)
			offer(w, setting->key, _(setting->about));
	else if (!strcmp(values, "@kinds"))
		for (reg = registers; reg->kind; reg++)
			offer(w, reg->kind, _(reg->about));
	else if (*values == '@')
		offer_from_store(cli, w, values + 1);
	else
		offer_list(w, values);
}

/* The option of TABLE that WORD names, or NULL. */
static const struct cli_option *
named(const struct cli_option *table, const char *word)
{
	for (; table && table->name; table++)
		if ((!strncmp(word, "--", 2) && !strcmp(word + 2, table->name)) ||
		    (word[0] == '-' && table->letter == word[1] && word[1] && !word[2]))
			return table;
	return NULL;
}

static const struct cli_option *
find_option(const struct cli_verb *verb, const char *word)
{
	const struct cli_option *option = named(common_options, word);

	if (!option && verb && verb->need == NEEDS_WRITE)
		option = named(acting_options, word);
	if (!option && verb)
		option = named(verb->options, word);
	return option;
}

/* Walk over the words before the current one. */
static void
read_words(struct cli *cli, int argc, char **argv, struct words *w)
{
	const struct cli_verb *verbs = cli->command->verbs, *verb;
	int i;

	w->verb = verbs->name ? NULL : verbs;
	for (i = 0; i + 1 < argc; i++) {
		const struct cli_option *option = find_option(w->verb, argv[i]);

		w->wanted = NULL;
		if (option && option->argument) {
			if (i + 2 == argc)
				w->wanted = option->values ? option->values : "";
			else if (option == &common_options[0])
				cli->db = argv[i + 1];
			i++;
		} else if (!option && !w->verb) {
			for (verb = verbs; verb->run; verb++)
				if (!strcmp(verb->name, argv[i]))
					w->verb = verb;
		} else if (!option && argv[i][0] != '-') {
			w->operands++;
		}
	}
}

enum status
cli_complete(struct cli *cli, int argc, char **argv)
{
	struct words w = { .current = argc ? argv[argc - 1] : "" };
	const struct cli_verb *verb;

	read_words(cli, argc, argv, &w);
	if (w.wanted) {
		offer_values(cli, &w, *w.wanted ? w.wanted : "");
	} else if (*w.current == '-') {
		offer_options(&w, common_options);
		if (w.verb && w.verb->need == NEEDS_WRITE)
			offer_options(&w, acting_options);
		if (w.verb)
			offer_options(&w, w.verb->options);
	} else if (!w.verb) {
		for (verb = cli->command->verbs; verb->run; verb++)
			offer(&w, verb->name, _(verb->help));
	} else if (w.verb->values && w.operands < w.verb->most) {
		offer_values(cli, &w, w.verb->values);
	}
	fail(OK, "%s", "");
	return OK;
}
