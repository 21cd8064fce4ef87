/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_VOICE_CLIPS_H
#define OSQ_CLI_VOICE_CLIPS_H

#include "cli/command.h"
#include "form/voice/sentence.h"

/*
 * Clips that staff have recorded in place of a synthesiser: files in FOLDER/LANG, named
 * after what is said in them, folded (fold_text()) with _ for blanks, and one of the
 * endings of sound: "xin_moi_so_thu_tu.wav", "a.wav", "0.wav".
 *
 * Each part of the sentence, fixed or filled in, is one clip if such a clip exists; else
 * one for each of its words, and for each digit of a number: "den_quay_so", else "den",
 * "quay", "so"; "12", else "1", "2".
 */
struct clips {
	const char *folder, *lang;
	char **files; /* in order; ends with NULL */
	size_t count;
	char **missing; /* the names of those that are not there, each once */
	size_t missing_count;
};

/* Add the clips of one sentence to FILES, and the names of those not found to MISSING. */
void clips_find(struct clips *clips, const char *wording, const struct said *said);

/* Forget the files, and what was missing. */
void clips_clear(struct clips *clips);

/* Check that FOLDER has every clip that any call of today's services and counters needs
 * in LANG: else NO_INPUT, after a line for each missing one. */
enum status clips_check(struct cli *cli, const char *folder, const char *lang);

#endif
