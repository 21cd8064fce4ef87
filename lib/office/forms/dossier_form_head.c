/* SPDX-License-Identifier: MIT */
#include "office/forms/dossier_form_head.h"

#include <stdio.h>

#include "office/core/setting.h"

/* In the order of the columns. */
enum { AGENCY_SENTENCE = 7 };
static const char *const head_settings[] = {
	"authority", "agency_name",     "name",        "place", "hotline", "head_title",
	"head_name", "agency_sentence", "forms_symbol"
};
#define HEAD_SETTINGS (sizeof(head_settings) / sizeof(*head_settings))

static const struct column head_columns[] = {
	FORM_COLUMN("authority", COL_TEXT),
	FORM_COLUMN("agency_name", COL_TEXT),
	FORM_COLUMN("office", COL_TEXT),
	FORM_COLUMN("place", COL_TEXT),
	FORM_COLUMN("hotline", COL_TEXT),
	FORM_COLUMN("head_title", COL_TEXT),
	FORM_COLUMN("head_name", COL_TEXT),
	FORM_COLUMN("agency_said", COL_TEXT), /* inside a sentence */
	FORM_COLUMN("symbol", COL_TEXT),
	FORM_COLUMN("number", COL_TEXT), /* two digits at least (Decree 30/2020/ND-CP) */
	FORM_COLUMN("at", COL_TIME),
	FORM_COLUMN("letter", COL_TEXT), /* signed by the head: from the agency */
	{ 0 },
};

static enum status
head_row(struct office *office, const struct dossier_form *form, struct sink *sink)
{
	struct buf texts[HEAD_SETTINGS] = { { 0 } };
	const bool letter = form->kind == FORM_APOLOGY ||
			    (form->kind == FORM_STOP && form->stopped);
	struct value row[HEAD_SETTINGS + 3];
	char number[24];
	enum status st = OK;
	size_t i;

	for (i = 0; i < HEAD_SETTINGS && !st; i++) {
		st = i == AGENCY_SENTENCE ?
			     setting_agency_said(office, day_of(form->at), &texts[i]) :
			     setting_get(office, head_settings[i], day_of(form->at),
					 &texts[i]);
		row[i] = value_text(texts[i].text);
	}
	snprintf(number, sizeof(number), "%02lld", (long long)form->paper_number);
	row[HEAD_SETTINGS] = value_text(form->paper_number ? number : NULL);
	row[HEAD_SETTINGS + 1] = value_int(form->at);
	row[HEAD_SETTINGS + 2] = value_text(letter ? "yes" : NULL);
	if (!st)
		st = sink->row(sink, row);
	for (i = 0; i < HEAD_SETTINGS; i++)
		buf_free(&texts[i]);
	return st;
}

const struct form_section form_head = {
	.key = "head",
	.columns = head_columns,
	.record = true,
	.rows = head_row,
};
