/* SPDX-License-Identifier: MIT */
#include "form/slip/slip_words.h"

#include "form/slip/slip.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/text.h"

char *
slip_spelled(const char *number)
{
	struct buf out = { 0 };

	for (; *number; number++)
		buf_print(&out, "%s%c", out.length ? " " : "", *number);
	return out.text ? out.text : mem_text("");
}

char *
slip_range(int64_t median, int64_t p90)
{
	long long from = minutes_near(median), to = minutes_up(p90);

	if (median < 0 || p90 < 0)
		return NULL;
	if (to <= 1)
		return mem_text(_("Estimated wait: up to 1 minute"));
	if (from <= 0)
		return mem_print(_("Estimated wait: up to %lld minutes"), to);
	if (from >= to)
		return mem_print(_("Estimated wait: about %lld minutes"), to);
	return mem_print(_("Estimated wait: %lld–%lld minutes"), from, to);
}

void
slip_words(const struct slip *slip, struct slip_words *words)
{
	char when[MOMENT_TEXT];

	*words = (struct slip_words){
		.title = _("YOUR NUMBER"),
		.reprint = slip->reprint ? _("REPRINT") : NULL,
		.wait = _("Please wait for your number to be called."),
		.range = slip_range(slip->median, slip->p90)
	};
	moment_print(slip->issued_at, when);
	snprintf(words->date, sizeof(words->date), "%.2s/%.2s/%.4s", when + 8, when + 5,
		 when);
	snprintf(words->time, sizeof(words->time), "%.5s", when + 11);
	if (slip->ahead >= 0)
		words->ahead = mem_print(_("People ahead: %lld"), (long long)slip->ahead);
}

void
slip_words_free(struct slip_words *words)
{
	free(words->ahead);
	free(words->range);
	*words = (struct slip_words){ 0 };
}

static void
put_text(json_t *data, const char *key, const char *text)
{
	struct buf sound = { 0 };

	json_object_set_new(data, key, json_string(text_sound(text ? text : "", &sound)));
	buf_free(&sound);
}

json_t *
slip_data(const struct slip *slip, int paper)
{
	json_t *data = json_object();
	char *spelled = slip_spelled(slip->number);
	struct slip_words words;

	slip_words(slip, &words);
	put_text(data, "language", intl_language());
	put_text(data, "office", slip->office);
	put_text(data, "number", slip->number);
	put_text(data, "spelled", spelled);
	put_text(data, "service", slip->service);
	put_text(data, "priority", slip->priority);
	put_text(data, "date", words.date);
	put_text(data, "time", words.time);
	put_text(data, "reference", slip->reference);
	put_text(data, "title", words.title);
	put_text(data, "reprint", words.reprint);
	put_text(data, "ahead", words.ahead);
	put_text(data, "range", words.range);
	put_text(data, "wait", words.wait);
	json_object_set_new(data, "paper", json_integer(paper));
	json_object_set_new(data, "wide", json_boolean(paper == PAPER_WIDE));
	slip_words_free(&words);
	free(spelled);
	return data;
}
