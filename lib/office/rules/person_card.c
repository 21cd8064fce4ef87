/* SPDX-License-Identifier: MIT */
#include "office/rules/person_card.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"
#include "office/rules/person.h"

/* The fields of the QR of an identity card, in their order. */
enum { NUMBER, OLD_NUMBER, NAME, BIRTH, SEX, ADDRESS, ISSUED, FIELDS };

/* Trim the blanks that the reader puts around a field. */
static char *
trim_field(char *field)
{
	char *end;

	while (*field == ' ')
		field++;
	for (end = field + strlen(field); end > field && end[-1] == ' ';)
		*--end = '\0';
	return field;
}

static int
split_line(char *line, char *fields[static FIELDS])
{
	int n = 0;
	char *field;

	while ((field = strsep(&line, "|"))) {
		if (n < FIELDS)
			fields[n] = trim_field(field);
		n++;
	}
	return n;
}

/* DDMMYYYY; false when there is no such day. */
static bool
read_day(const char *text, int *day)
{
	int d, month, year;

	if (strlen(text) != 8 || strspn(text, "0123456789") != 8)
		return false;
	d = (text[0] - '0') * 10 + text[1] - '0';
	month = (text[2] - '0') * 10 + text[3] - '0';
	year = (int)strtol(text + 4, NULL, 10);
	if (year < 1800 || month < 1 || month > 12 || d < 1 ||
	    d > month_length(year, month))
		return false;
	*day = day_from_ymd(year, month, d);
	return true;
}

/* Of old people the year is all that is known: "00001950", "1950". */
static bool
read_birth(const char *text, struct person_card *card)
{
	int month, d;

	card->birth = INT_MIN;
	if (read_day(text, &card->birth)) {
		day_to_ymd(card->birth, &card->birth_year, &month, &d);
		return true;
	}
	text += strncmp(text, "0000", 4) ? 0 : 4;
	if (strlen(text) != 4 || strspn(text, "0123456789") != 4)
		return false;
	card->birth_year = (int)strtol(text, NULL, 10);
	return card->birth_year >= 1800;
}

static bool
read_sex(const char *text, bool *female)
{
	*female = fold_same(text, "Nữ");
	return *female || fold_same(text, "Nam");
}

static enum status
fail_field(const char *field, const char *why)
{
	return fail(BAD_DATA, _("the card's line: %s: %s"), field, why);
}

static enum status
take_fields(struct person_card *card, char *const fields[static FIELDS])
{
	const char *why;

	if (strlen(fields[NUMBER]) != 12 || strspn(fields[NUMBER], "0123456789") != 12)
		return fail_field(_("the number"), _("has not 12 digits"));
	if ((why = person_name_wrong(fields[NAME])))
		return fail_field(_("the name"), _(why));
	if (!read_birth(fields[BIRTH], card))
		return fail_field(_("the day of birth"), _("is no day DDMMYYYY"));
	if (!read_sex(fields[SEX], &card->female))
		return fail_field(_("the sex"), _("is neither Nam nor Nữ"));
	card->issued = INT_MIN;
	if (*fields[ISSUED] && !read_day(fields[ISSUED], &card->issued))
		return fail_field(_("the day of issue"), _("is no day DDMMYYYY"));
	card->number = fields[NUMBER];
	card->old_number = fields[OLD_NUMBER];
	card->name = fields[NAME];
	card->address = fields[ADDRESS];
	return OK;
}

enum status
person_card_read(const char *line, struct person_card *card)
{
	char *fields[FIELDS];
	int n;

	*card = (struct person_card){ .line = NULL };
	if (!text_valid(line, strlen(line)))
		return fail(BAD_DATA, _("the card's line is not UTF-8 text"));
	card->line = text_tidied(line);
	n = split_line(card->line, fields);
	if (n == 1) {
		fail(BAD_DATA, _("this is no line of an identity card"));
		return fail_hint(BAD_DATA,
				 _("seven fields parted by '|', as a reader types "
				   "them from the card's QR"));
	}
	if (n < FIELDS)
		return fail(BAD_DATA, _("the card's line has %d fields, not 7"), n);
	card->beyond = n - FIELDS;
	return take_fields(card, fields);
}

void
person_card_free(struct person_card *card)
{
	free(card->line);
	card->line = NULL;
}

const char *
person_card_doubt(const struct person_card *card)
{
	const char *n = card->number;

	if (1900 + (n[3] - '0') / 2 * 100 + (n[4] - '0') * 10 + n[5] - '0' !=
	    card->birth_year)
		return N_("the card's number tells another year of birth than the card");
	if ((n[3] - '0') % 2 != card->female)
		return N_("the card's number tells another sex than the card");
	return NULL;
}
