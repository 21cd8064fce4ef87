/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_codes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "office/core/setting.h"
#include "office/core/settings.h"
#include "office/dossier/dossier.h"
#include "office/rules/words.h"

enum status
codes_tell(struct office *office, struct dossier_codes *codes)
{
	int64_t number = codes->highest;

	codes->highest = 0;
	return number ? dossier_raise_number(office, codes->day, number) : OK;
}

static const char agencies_sql[] =
	"SELECT 1 FROM setting WHERE key = 'agency' AND value = :agency";

/* Whether AGENCY is none of ours, of today or of before.  An office that has not said
 * what its own is cannot know. */
static enum status
ask_agency(struct office *office, struct dossier_codes *codes, const char *agency)
{
	int64_t found;
	enum status st = OK;

	text_copy(codes->asked, sizeof(codes->asked), agency);
	codes->foreign = false;
	if (!strchr(agency, '.') || !strcmp(agency, codes->agency.text) ||
	    !strcmp(codes->agency.text, setting_find("agency")->value))
		return OK;
	st = office_number(office, agencies_sql, ":agency", agency, &found);
	codes->foreign = st == NO;
	return st == NO ? OK : st;
}

enum status
codes_foreign(struct office *office, struct dossier_codes *codes, const char *code,
	      bool *foreign)
{
	const char *end = words_code_end(code);
	char agency[DOSSIER_CODE];
	enum status st = OK;

	*foreign = false;
	if (!end || end == code || (size_t)(end - code) >= sizeof(agency))
		return OK;
	snprintf(agency, sizeof(agency), "%.*s", (int)(end - code - 1), code);
	if (strcmp(agency, codes->asked) != 0) /* mostly that of the row before */
		st = ask_agency(office, codes, agency);
	*foreign = codes->foreign;
	return st;
}

enum status
codes_note(struct office *office, struct dossier_codes *codes, const char *code)
{
	const char *rest = code + codes->agency.length;
	size_t digits;
	int64_t number;
	enum status st = OK;

	if (strncmp(code, codes->agency.text, codes->agency.length) != 0 ||
	    *rest++ != '-' || strspn(rest, "0123456789") != 6 || rest[6] != '-')
		return OK;
	digits = strspn(rest + 7, "0123456789");
	if (!digits || digits > 9 || rest[7 + digits])
		return OK;
	if (memcmp(rest, codes->yymmdd, sizeof(codes->yymmdd)) != 0) {
		st = codes_tell(office, codes);
		memcpy(codes->yymmdd, rest, sizeof(codes->yymmdd));
		snprintf(codes->day, sizeof(codes->day), "20%.2s-%.2s-%.2s", rest,
			 rest + 2, rest + 4);
	}
	number = strtoll(rest + 7, NULL, 10);
	if (number > codes->highest)
		codes->highest = number;
	return st;
}
