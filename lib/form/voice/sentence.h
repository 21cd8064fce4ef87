/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_VOICE_SENTENCE_H
#define OSQ_FORM_VOICE_SENTENCE_H

#include "base/mem.h"

/*
 * What is said in the hall, "Xin mời số thứ tự A 0 1 2 đến quầy số 3": an office's
 * wording with its placeholders filled.
 *
 * The number is spelled, since a voice reads A012 as "a twelve".  A counter's code is
 * parted where letters meet digits or one capital the next, so that 3A is "three A" and
 * 12 stays twelve.  In English a comma follows an A in front of something, which
 * espeak-ng would take for the article.
 */
struct said {
	const char *number;  /* "A012" */
	const char *counter; /* its code: "3A" */
	const char *name;    /* its name, for {name} */
};

/* Add the sentence to OUT: harmless text without a newline.  LANG is "vi" or "en". */
void say_text(struct buf *out, const char *lang, const char *wording,
	      const struct said *said);

/* The same in parts, as they stand between and in the placeholders, for those who put it
 * together from clips.  TEXT lives until TAKE returns. */
void say_parts(const char *lang, const char *wording, const struct said *said,
	       void (*take)(void *ctx, const char *text), void *ctx);

#endif
