/* SPDX-License-Identifier: MIT */
#include "cli/voice/announcer.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/language.h"
#include "base/mem.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/session.h"
#include "cli/values.h"
#include "cli/voice/clips.h"
#include "cli/voice/player.h"
#include "cli/voice/say_call.h"
#include "form/common/stream.h"
#include "form/voice/sentence.h"
#include "office/core/setting.h"
#include "office/queue/announce.h"
#include "store/claim.h"
#include "store/watch.h"

struct announcer {
	struct cli *cli;
	struct player player;
	const char **langs; /* the languages in which each call is said; ends with NULL */
	const char *clips;  /* the folder; NULL: the sentence itself */
	int64_t times, stale; /* from the options; 0: from the settings */
	int claim;
};

/* Read the languages of --lang, separated by commas: "vi,en". */
static enum status
read_langs(struct announcer *a)
{
	const char *named = cli_value(a->cli, "lang");
	char *list, *rest, *word;
	size_t n = 0;

	a->langs = mem_alloc(((named ? strlen(named) : 0) + 2) * sizeof(*a->langs));
	if (!named || output_is_asked(a->cli))
		return cli_say_language(a->cli, &a->langs[0]);
	list = rest = mem_text(named);
	while ((word = strsep(&rest, ",")))
		a->langs[n++] = word_find(language_words, word)->code;
	free(list);
	return OK;
}

static enum status
read_options(struct announcer *a)
{
	struct cli *cli = a->cli;
	enum status st = read_langs(a);
	size_t i;

	if (st || (st = cli_number(cli, "times", 1, 9, &a->times)) ||
	    (st = cli_number(cli, "stale", 1, 9999, &a->stale)))
		return st;
	a->clips = cli_value(cli, "clips");
	if (a->clips && !cli->count)
		return cli_usage(cli, _("--clips wants a command that plays them"));
	if (cli->count && (st = player_find(cli->operands[0])))
		return st;
	for (i = 0; a->clips && a->langs[i] && !st; i++)
		st = clips_check(cli, a->clips, a->langs[i]);
	return st;
}

/* There is one announcer in a hall: the second stands by until the first ends. */
static enum status
wait_for_turn(struct announcer *a)
{
	int64_t other = 0;
	enum status st = claim_open(a->cli->office.store, CLAIM_VOICE, &a->claim);

	if (st || (st = claim_take(a->claim, false, &other)) != BUSY)
		return st;
	fprintf(stderr, "%s: ", a->cli->command->name);
	fprintf(stderr, _("another announcer is at work (process %lld): waiting"),
		(long long)other);
	fputc('\n', stderr);
	return claim_take(a->claim, true, &other);
}

/* Say why CALL is not said. */
static void
pass_over(struct announcer *a, const struct call *call, const char *why)
{
	char *line = mem_print(_("%s, counter %s, is not called aloud: %s"), call->label,
			       call->counter, why);

	cli_problem(a->cli, line);
	free(line);
}

/* Run the player's command line with the clips of the sentence appended. */
static enum status
play_clips(struct announcer *a, const char *lang, const char *wording,
	   const struct said *said)
{
	struct clips clips = { .folder = a->clips, .lang = lang };
	const size_t own = (size_t)a->cli->count;
	enum status st;
	char **argv;

	clips_find(&clips, wording, said);
	if (clips.missing_count) {
		st = fail(NO_INPUT, _("%s, counter %s, is not called aloud: %s"),
			  said->number, said->counter, _("a clip is missing"));
		fail_hint(NO_INPUT, "%s/%s/%s.wav", a->clips, lang, clips.missing[0]);
	} else {
		argv = mem_alloc((own + clips.count + 1) * sizeof(*argv));
		memcpy(argv, a->cli->operands, own * sizeof(*argv));
		memcpy(argv + own, clips.files, clips.count * sizeof(*argv));
		st = player_run(&a->player, argv, "");
		free(argv);
	}
	clips_clear(&clips);
	return st;
}

static enum status
speak_said(struct announcer *a, const char *lang, const char *wording,
	   const struct said *said)
{
	struct buf sentence = { 0 };
	enum status st = OK;

	say_text(&sentence, lang, wording, said);
	buf_text(&sentence, "\n");
	if (a->cli->count)
		st = player_run(&a->player, a->cli->operands, sentence.text);
	else if (fputs(sentence.text, stdout) < 0 || (st = stream_flush(stdout)))
		a->player.stop = true; /* nobody listens any more */
	buf_free(&sentence);
	return st;
}

/* One call in one language.  What the command needs to know is put into its environment;
 * a failure of it is reported, and the announcer goes on. */
static enum status
say_call(struct announcer *a, const struct call *call, const char *lang)
{
	struct buf wording = { 0 }, name = { 0 };
	enum status st = cli_say_wording(a->cli, lang, call->counter, &wording, &name);

	setenv("OSQ_SAY_LANG", lang, 1);
	setenv("OSQ_SAY_TICKET", call->label, 1);
	setenv("OSQ_SAY_COUNTER", call->counter, 1);
	if (!st) {
		const struct said said = { call->label, call->counter, name.text };

		st = a->clips ? play_clips(a, lang, wording.text, &said) :
				speak_said(a, lang, wording.text, &said);
		if (st && a->cli->count) {
			cli_complain(a->cli, st);
			st = OK;
		}
	}
	buf_free(&wording);
	buf_free(&name);
	return st;
}

/* How often to say a call, and after how many seconds it is stale: from the options, or
 * from the settings as they are now. */
static enum status
read_settings(struct announcer *a, int64_t *times, int64_t *stale)
{
	const int today = day_of(a->cli->office.now);
	enum status st = OK;

	*times = a->times;
	*stale = a->stale;
	if (!*times)
		st = setting_number(&a->cli->office, "say_times", today, times);
	if (!st && !*stale)
		st = setting_number(&a->cli->office, "say_stale", today, stale);
	return st;
}

/* Say one call in all languages, as often as asked; *SAID becomes whether anything was
 * said. */
static enum status
announce_call(struct announcer *a, const struct call *call, bool *said)
{
	int64_t times, stale, round;
	enum status st;
	size_t i;

	a->cli->office.now = moment_now();
	if ((st = read_settings(a, &times, &stale)))
		return st;
	if (a->cli->office.now - call->at > stale) {
		pass_over(a, call, _("it came too long ago"));
		return OK;
	}
	for (round = 0; round < times && !a->player.stop; round++) {
		if ((st = announce_stands(&a->cli->office, call))) {
			if (st == NO && !round)
				pass_over(a, call, _("it no longer stands"));
			return st == NO ? OK : st;
		}
		for (i = 0; a->langs[i] && !a->player.stop && !st; i++)
			st = say_call(a, call, a->langs[i]);
		if (st)
			return st;
		*said = true;
	}
	return OK;
}

/* A copy that was put in the place of the store has a shorter journal: what comes now is
 * new. */
static enum status
stay_within(struct announcer *a, int64_t *after)
{
	int64_t last = 0;
	enum status st = announce_last(&a->cli->office, &last);

	if (!st && last < *after)
		*after = last;
	return st;
}

static enum status
follow_calls(struct announcer *a, struct watch *watch, int64_t after)
{
	const bool once = cli_value(a->cli, "once");
	enum watch_event event;
	bool said = false;
	struct call call;
	enum status st = OK;

	while (!st && !a->player.stop && !(once && said)) {
		st = announce_next(&a->cli->office, &after, &call);
		if (!st)
			st = announce_call(a, &call, &said);
		else if (st == NO &&
			 !(st = watch_wait(watch, a->player.fd, -1, &event))) {
			if (event == WATCH_INPUT)
				player_listen(&a->player);
			else
				st = stay_within(a, &after);
		}
	}
	return st;
}

static enum status
announce_calls(struct announcer *a)
{
	struct watch *watch = NULL;
	int64_t last = 0;
	enum status st = wait_for_turn(a);

	if (st)
		return st;
	if (!(st = player_open(&a->player, !a->cli->count)) &&
	    !(st = watch_open(a->cli->office.store, &watch)) &&
	    !(st = announce_last(&a->cli->office, &last))) {
		claim_sign(a->claim); /* calls are heard from now on */
		st = follow_calls(a, watch, last);
		claim_leave(a->claim);
	}
	watch_close(watch);
	player_close(&a->player);
	close(a->claim);
	return st;
}

enum status
cli_announce(struct cli *cli)
{
	struct announcer a = { .cli = cli, .claim = -1 };
	enum status st = read_options(&a);

	cli_end_look(cli); /* each call is looked up when its turn comes */
	if (!st)
		st = announce_calls(&a);
	free(a.langs);
	return st;
}
