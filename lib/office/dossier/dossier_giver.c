/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_giver.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "office/core/settings.h"
#include "office/rules/words.h"

static const char agencies_sql[] =
	"SELECT 1 FROM setting WHERE key = 'agency' AND value = :agency";

/* Whether AGENCY is none of ours, of today or of before.  An office that has not said
 * what its own is cannot know. */
static enum status
ask_agency(struct office *office, struct dossier_giver *giver, const char *agency)
{
	int64_t found;
	enum status st = OK;

	text_copy(giver->asked, sizeof(giver->asked), agency);
	giver->foreign = false;
	if (!strchr(agency, '.') || !strcmp(agency, giver->ours) ||
	    !strcmp(giver->ours, setting_find("agency")->value))
		return OK;
	st = office_number(office, agencies_sql, ":agency", agency, &found);
	giver->foreign = st == NO;
	return st == NO ? OK : st;
}

enum status
giver_is_foreign(struct office *office, struct dossier_giver *giver, const char *code,
		 bool *foreign)
{
	const char *end = words_code_end(code);
	char agency[DOSSIER_CODE];
	enum status st = OK;

	*foreign = false;
	if (!end || end == code || (size_t)(end - code) >= sizeof(agency))
		return OK;
	snprintf(agency, sizeof(agency), "%.*s", (int)(end - code - 1), code);
	if (strcmp(agency, giver->asked) != 0) /* mostly that of the row before */
		st = ask_agency(office, giver, agency);
	*foreign = giver->foreign;
	return st;
}
