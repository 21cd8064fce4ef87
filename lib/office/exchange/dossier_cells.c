/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_cells.h"

#include "base/intl.h"
#include "office/core/import_notice.h"
#include "office/exchange/dossier_rules.h"

/* In the order in which they happen; AFTER is what comes before at the earliest. */
static const struct {
	enum dossier_field field;
	bool ends;     /* the day stands for its closing */
	bool happened; /* not a promise */
	enum dossier_field after;
} moments[] = {
	{ FIELD_REQUESTED, false, true, FIELD_REQUESTED },
	{ FIELD_RECEIVED, false, true, FIELD_RECEIVED },
	{ FIELD_ACCEPTED, false, true, FIELD_RECEIVED },
	{ FIELD_PAUSED, false, true, FIELD_RECEIVED },
	{ FIELD_DUE, true, false, FIELD_DUE },
	{ FIELD_FIRST_DUE, true, false, FIELD_FIRST_DUE },
	{ FIELD_PROMISED, true, false, FIELD_PROMISED },
	{ FIELD_FINISHED, true, true, FIELD_RECEIVED },
	{ FIELD_RETURNED, true, true, FIELD_FINISHED },
	{ FIELD_PURGED, false, true, FIELD_RECEIVED },
};

/* The moment that is meant by the DAY of MOMENTS[I]. */
static int64_t
moment_meant(size_t i, int day, const struct value *v, const struct calendar *calendar,
	     int64_t now)
{
	const struct value *after = &v[moments[i].after];
	int64_t moment = moments[i].ends ? calendar_day_ends(calendar, day) :
					   calendar_day_begins(calendar, day);

	if (!moments[i].happened)
		return moment;
	if (day == day_of(now) && moment > now)
		moment = now;
	if (has(after) && day == day_of(after->number) && moment < after->number)
		moment = after->number;
	return moment;
}

enum status
dossier_days(struct import *import, struct value *v, const struct calendar *calendar,
	     int64_t now)
{
	enum status st = OK;
	size_t i;

	for (i = 0; i < sizeof(moments) / sizeof(*moments) && !st; i++) {
		struct value *value = &v[moments[i].field];
		char text[DAY_TEXT];
		int day;

		if (!value->day)
			continue;
		day = day_of(value->number);
		*value = value_int(moment_meant(i, day, v, calendar, now));
		st = import_note(import, field_key(moments[i].field),
				 day_print(day, text),
				 moments[i].ends ?
					 N_("is a day alone; its closing is taken") :
					 N_("is a day alone; its opening is taken"));
	}
	return st;
}

enum status
dossier_numbers(struct import *import, struct value *v, int this_year,
		struct number_rooms *rooms)
{
	const char *stood, *why;
	enum status st = OK;

	if ((stood = v[FIELD_ID_NUMBER].text)) {
		v[FIELD_ID_NUMBER] = value_text(
			spoiled_number(stood, this_year, rooms->id_number, &why));
		if (why)
			st = import_note(import, "id_number", stood, why);
	}
	if (!st && (stood = v[FIELD_PHONE].text)) {
		v[FIELD_PHONE] = value_text(spoiled_phone(stood, rooms->phone, &why));
		if (why)
			st = import_note(import, "phone", stood, why);
	}
	return st;
}
