/* SPDX-License-Identifier: MIT */
#include "cli/voice/clips.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fold.h"
#include "base/intl.h"
#include "cli/complain.h"
#include "cli/voice/say_call.h"
#include "office/queue/announce.h"
#include "office/registers/register_list.h"
#include "office/registers/registers.h"

static void
append_text(char ***list, size_t *count, char *text)
{
	*list = mem_grow(*list, (*count + 2) * sizeof(**list));
	(*list)[(*count)++] = text;
	(*list)[*count] = NULL;
}

/* The file of the clip called NAME, or NULL. */
static char *
clip_file(const struct clips *clips, const char *name)
{
	static const char *const endings[] = {
		"wav", "ogg", "opus", "flac", "mp3", "m4a"
	};
	size_t i;

	for (i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		char *file = mem_print("%s/%s/%s.%s", clips->folder, clips->lang, name,
				       endings[i]);

		if (access(file, R_OK) == 0)
			return file;
		free(file);
	}
	return NULL;
}

static bool
take_clip(struct clips *clips, const char *name)
{
	char *file = clip_file(clips, name);

	if (file)
		append_text(&clips->files, &clips->count, file);
	return file != NULL;
}

static void
note_missing(struct clips *clips, const char *name)
{
	size_t i;

	for (i = 0; i < clips->missing_count; i++)
		if (!strcmp(clips->missing[i], name))
			return;
	append_text(&clips->missing, &clips->missing_count, mem_text(name));
}

/* Add the clip of a word, or those of its digits where it is a number. */
static void
find_word(struct clips *clips, const char *word)
{
	const bool number = strspn(word, "0123456789") == strlen(word) && word[1];

	if (take_clip(clips, word))
		return;
	if (!number)
		note_missing(clips, word);
	for (; number && *word; word++) {
		const char digit[2] = { *word, '\0' };

		if (!take_clip(clips, digit))
			note_missing(clips, digit);
	}
}

/* Add the clips of the words of TEXT, which is cut into pieces. */
static void
find_words(struct clips *clips, char *text)
{
	char *word, *rest = text;

	while ((word = strsep(&rest, " ")))
		find_word(clips, word);
}

static void
find_part(void *ctx, const char *part)
{
	struct clips *clips = ctx;
	size_t size = fold_text(part, NULL, 0) + 1;
	char *words = mem_alloc(size), *name, *blank;

	fold_text(part, words, size);
	name = mem_text(words);
	while ((blank = strchr(name, ' ')))
		*blank = '_';
	if (*name && !take_clip(clips, name))
		find_words(clips, words);
	free(name);
	free(words);
}

void
clips_find(struct clips *clips, const char *wording, const struct said *said)
{
	say_parts(clips->lang, wording, said, find_part, clips);
}

void
clips_clear(struct clips *clips)
{
	while (clips->count)
		free(clips->files[--clips->count]);
	while (clips->missing_count)
		free(clips->missing[--clips->missing_count]);
	free(clips->files);
	free(clips->missing);
	clips->files = clips->missing = NULL;
}

/* A sink that looks for the clips that each row of a register needs: those of a call with
 * the row's number, counter and name. */
struct looking {
	struct sink sink;
	struct clips clips;
	const char *wording;
	int number, counter, name; /* the columns that hold them; -1: none */
};

static const char *
read_cell(const struct value *values, int column, const char *otherwise)
{
	return column >= 0 && values[column].kind == VALUE_TEXT ? values[column].text :
								  otherwise;
}

static enum status
look_row(struct sink *sink, const struct value *values)
{
	struct looking *l = (struct looking *)sink;
	const char *counter = read_cell(values, l->counter, "");
	const struct said said = { read_cell(values, l->number, "0123456789"), counter,
				   read_cell(values, l->name, counter) };

	clips_find(&l->clips, l->wording, &said);
	return OK;
}

/* Look for all letters of the services' numbers and all digits, then for all counters. */
static enum status
look_for_clips(struct cli *cli, struct looking *l)
{
	const struct reg *services = register_find("services");
	const struct reg *counters = register_find("counters");
	enum status st;

	l->number = column_place(services->columns, "prefix");
	l->counter = l->name = -1;
	if ((st = register_list_in_force(&cli->office, services, &l->sink)))
		return st;
	l->number = -1;
	l->counter = column_place(counters->columns, "code");
	l->name = column_place(counters->columns, "name");
	return register_list_in_force(&cli->office, counters, &l->sink);
}

enum status
clips_check(struct cli *cli, const char *folder, const char *lang)
{
	struct looking l = { .sink = { look_row },
			     .clips = { .folder = folder, .lang = lang } };
	struct buf wording = { 0 }, name = { 0 };
	enum status st = cli_say_wording(cli, lang, "", &wording, &name);
	size_t i;

	l.wording = wording.text;
	if (!st)
		st = look_for_clips(cli, &l);
	for (i = 0; i < l.clips.missing_count && !st; i++) {
		char *line = mem_print(_("%s/%s/%s.wav: there is no such clip"), folder,
				       lang, l.clips.missing[i]);

		cli_problem(cli, line);
		free(line);
	}
	if (!st && l.clips.missing_count)
		st = fail(NO_INPUT, _("clips to call with are missing: %zu"),
			  l.clips.missing_count);
	clips_clear(&l.clips);
	buf_free(&wording);
	buf_free(&name);
	return st;
}
