/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_VOICE_SENTENCE_H
#define OSQ_FORM_VOICE_SENTENCE_H

#include "base/mem.h"

/*
 * What is said in the hall, "Xin mời số thứ tự A 0 1 2 đến quầy số 3": an office's
 * wording with its placeholders filled.
 *
 * The number is spelled, since a voice reads A012 as "a twelve".  A counter's code is
 * split where letters meet digits or one capital the next, so that 3A is "three A" and 12
 * stays twelve.  In English a comma follows an A that has something behind it, which
 * espeak-ng would otherwise take for the article.
 */
struct said {
	const char *number;  /* "A012" */
	const char *counter; /* its code: "3A" */
	const char *name;    /* its name, for {name} */
};

/* Append the sentence to OUT: text harmless on a terminal, without a newline.  LANG is
 * "vi" or "en". */
void say_text(struct buf *out, const char *lang, const char *wording,
	      const struct said *said);

/* The same in parts, one for each text between placeholders and for each placeholder's
 * value, for callers that put the sentence together from clips.  TEXT is valid until TAKE
 * returns. */
void say_parts(const char *lang, const char *wording, const struct said *said,
	       void (*take)(void *ctx, const char *text), void *ctx);

#endif
