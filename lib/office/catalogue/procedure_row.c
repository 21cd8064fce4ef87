/* SPDX-License-Identifier: MIT */
#include "office/catalogue/procedure_row.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "office/catalogue/procedure_columns.h"
#include "office/rules/published.h"
#include "office/rules/time_rule.h"

/* The columns of the time and the fee of a channel, by enum published_channel. */
static const struct {
	int limit, unit, fee;
} channels[PUBLISHED_CHANNELS] = {
	{ PROCEDURE_LIMIT, PROCEDURE_UNIT, PROCEDURE_FEE },
	{ PROCEDURE_ONLINE_LIMIT, PROCEDURE_ONLINE_UNIT, PROCEDURE_ONLINE_FEE },
	{ PROCEDURE_POST_LIMIT, PROCEDURE_POST_UNIT, PROCEDURE_POST_FEE },
};

static bool
has_value(const struct value *value)
{
	return value->kind != VALUE_NULL;
}

/* Take from HELD what the file has no column for. */
static void
keep_held(struct procedure_row *row, const struct procedure_held *held, int column)
{
	if (!row->present[column] && !has_value(&row->v[column]))
		row->v[column] = held->v[column];
}

/*
 * Whether the text is new, so that its values must be read.  Otherwise those that hold
 * stay, since somebody may have corrected them.
 */
static bool
is_news(const struct procedure_row *row, const struct procedure_held *held, int text)
{
	return has_value(&row->v[text]) &&
	       !(held->found && value_same(&row->v[text], &held->v[text]));
}

/* Fill the times of the channels for which the file has no values of its own. */
static void
take_times(struct procedure_row *row, const struct published_times *times)
{
	int i;

	for (i = 0; i < PUBLISHED_CHANNELS; i++) {
		const struct published_time *time = &times->of[i];

		if (has_value(&row->v[channels[i].limit]) || !time->found)
			continue;
		row->v[channels[i].limit] = value_int(time->limit);
		row->v[channels[i].unit] = value_text(time_unit_word(time->unit));
	}
}

/* No time is told.  What held before holds on; what is new has no promise but that of the
 * same day, until a person looks at it: such rows are mostly of what is done at once. */
static void
go_timeless(struct procedure_row *row, const struct procedure_held *held)
{
	row->timeless = !held->found;
	row->v[PROCEDURE_LIMIT] = held->found ? held->v[PROCEDURE_LIMIT] : value_int(0);
	row->v[PROCEDURE_UNIT] = held->found ? held->v[PROCEDURE_UNIT] :
					       value_text(time_unit_word(UNIT_SAME_DAY));
}

static const char *
settle_time(struct procedure_row *row, const struct procedure_held *held,
	    const char **column)
{
	struct value *v = row->v;
	struct published_times times;
	int i;

	*column = "time_limit";
	keep_held(row, held, PROCEDURE_TIME_TEXT);
	if (!has_value(&v[PROCEDURE_LIMIT]) && is_news(row, held, PROCEDURE_TIME_TEXT)) {
		published_time_read(v[PROCEDURE_TIME_TEXT].text, &times);
		if (times.of[PUBLISHED_COUNTER].found)
			take_times(row, &times);
		else
			go_timeless(row, held);
		return NULL;
	}
	for (i = 0; i < PUBLISHED_CHANNELS; i++) {
		keep_held(row, held, channels[i].unit);
		keep_held(row, held, channels[i].limit);
	}
	if (!has_value(&v[PROCEDURE_LIMIT]) && has_value(&v[PROCEDURE_TIME_TEXT])) {
		v[PROCEDURE_LIMIT] = held->v[PROCEDURE_LIMIT];
		v[PROCEDURE_UNIT] = held->v[PROCEDURE_UNIT];
	}
	if (!has_value(&v[PROCEDURE_LIMIT]) && row->present[PROCEDURE_LIMIT])
		go_timeless(row, held);
	if (!has_value(&v[PROCEDURE_LIMIT]))
		return N_("is empty");
	*column = "time_unit";
	return has_value(&v[PROCEDURE_UNIT]) ? NULL : N_("is empty");
}

static void
settle_fee(struct procedure_row *row, const struct procedure_held *held)
{
	struct value *v = row->v;
	struct published_fees fees;
	int i;

	keep_held(row, held, PROCEDURE_FEE_TEXT);
	if (!has_value(&v[PROCEDURE_FEE]) && is_news(row, held, PROCEDURE_FEE_TEXT)) {
		published_fee_read(v[PROCEDURE_FEE_TEXT].text, &fees);
		for (i = 0; i < PUBLISHED_CHANNELS; i++)
			if (fees.of[i].found && !has_value(&v[channels[i].fee]))
				v[channels[i].fee] = value_int(fees.of[i].amount);
		return;
	}
	for (i = 0; i < PUBLISHED_CHANNELS; i++)
		keep_held(row, held, channels[i].fee);
	if (!has_value(&v[PROCEDURE_FEE]) && has_value(&v[PROCEDURE_FEE_TEXT]))
		v[PROCEDURE_FEE] = held->v[PROCEDURE_FEE];
}

static void
settle_field(struct procedure_row *row, const struct procedure_held *held)
{
	if (has_value(&row->v[PROCEDURE_FIELD]))
		return;
	if (row->section)
		row->v[PROCEDURE_FIELD] = value_text(row->section);
	else if (held->found)
		row->v[PROCEDURE_FIELD] = held->v[PROCEDURE_FIELD];
	else
		row->v[PROCEDURE_FIELD] = value_text(PROCEDURE_NO_FIELD);
}

/* A limit and its unit must come together. */
static const char *
check_time(const struct value *v, int channel, const char **column)
{
	const struct value *limit = &v[channels[channel].limit];
	const struct value *unit = &v[channels[channel].unit];

	*column = procedure_columns[channels[channel].unit].key;
	if (!has_value(limit))
		return has_value(unit) ? N_("goes with a limit") : NULL;
	if (!has_value(unit))
		return N_("is empty");
	*column = procedure_columns[channels[channel].limit].key;
	if (time_limit_fits(time_unit_stored(unit->text), limit->number))
		return NULL;
	return limit->number ? N_("must be 0 for same-day") :
			       N_("0 is for same-day only");
}

/* --- What a person should check --- */

static void
add_doubt(struct procedure_row *row, const char *what, const char *why)
{
	if (why)
		buf_print(&row->doubt, "%s%s%s%s", row->doubt.length ? "; " : "", what,
			  *what ? ": " : "", why);
}

static void
doubt_time(struct procedure_row *row)
{
	const struct value *v = row->v;
	const struct published_time *counter;
	struct published_times times;

	if (row->timeless && !has_value(&v[PROCEDURE_TIME_TEXT]))
		add_doubt(row, _("time"), _("no time is told"));
	if (!has_value(&v[PROCEDURE_TIME_TEXT]))
		return;
	published_time_read(v[PROCEDURE_TIME_TEXT].text, &times);
	counter = &times.of[PUBLISHED_COUNTER];
	if (times.doubt)
		add_doubt(row, _("time"), _(times.doubt));
	else if (counter->limit != v[PROCEDURE_LIMIT].number ||
		 strcmp(time_unit_word(counter->unit), v[PROCEDURE_UNIT].text) != 0)
		add_doubt(row, _("time"), _("the text says another one"));
}

static void
doubt_fee(struct procedure_row *row)
{
	const struct value *fee = &row->v[PROCEDURE_FEE];
	struct published_fees fees;

	if (!has_value(&row->v[PROCEDURE_FEE_TEXT]))
		return;
	published_fee_read(row->v[PROCEDURE_FEE_TEXT].text, &fees);
	if (fees.doubt)
		add_doubt(row, _("fee"), _(fees.doubt));
	else if (!has_value(fee) || fee->number != fees.of[PUBLISHED_COUNTER].amount)
		add_doubt(row, _("fee"), _("the text says another one"));
}

/* The mark that the keepers of the list use: "kiểm tra thời hạn". */
static void
doubt_note(struct procedure_row *row)
{
	static const char mark[] = "kiem tra thoi han";
	const struct value *note = &row->v[PROCEDURE_NOTE];
	size_t need;
	char *folded;

	if (!has_value(note))
		return;
	need = fold_text(note->text, NULL, 0) + 1;
	folded = mem_alloc(need);
	fold_text(note->text, folded, need);
	if (strstr(folded, mark))
		add_doubt(row, "", note->text);
	free(folded);
}

/* What a person has checked counts as checked until the text or the note changes. */
static void
settle_doubt(struct procedure_row *row, const struct procedure_held *held)
{
	static const int told[] = { PROCEDURE_TIME_TEXT, PROCEDURE_FEE_TEXT,
				    PROCEDURE_NOTE };
	bool same = held->found;
	size_t i;

	if (row->present[PROCEDURE_DOUBT])
		return;
	for (i = 0; i < sizeof(told) / sizeof(*told); i++)
		same &= value_same(&row->v[told[i]], &held->v[told[i]]);
	if (same) {
		row->v[PROCEDURE_DOUBT] = held->v[PROCEDURE_DOUBT];
		return;
	}
	doubt_time(row);
	doubt_fee(row);
	doubt_note(row);
	if (!strcmp(row->v[PROCEDURE_FIELD].text, PROCEDURE_NO_FIELD))
		add_doubt(row, "", _("its field is not told"));
	row->v[PROCEDURE_DOUBT] = value_text(row->doubt.length ? row->doubt.text : NULL);
}

const char *
procedure_settle(struct procedure_row *row, const struct procedure_held *held,
		 const char *since, const char **column)
{
	static const int plain[] = { PROCEDURE_NAME,   PROCEDURE_DECISION,
				     PROCEDURE_NOTE,   PROCEDURE_PLACE,
				     PROCEDURE_AGENCY, PROCEDURE_LEGAL_BASIS,
				     PROCEDURE_CUTOFF };
	const char *why;
	size_t i;
	int cutoff;

	for (i = 0; i < sizeof(plain) / sizeof(*plain); i++)
		keep_held(row, held, plain[i]);
	if (held->v[PROCEDURE_UNTIL].kind != VALUE_NULL &&
	    strcmp(held->v[PROCEDURE_UNTIL].text, since) >= 0)
		keep_held(row, held, PROCEDURE_UNTIL); /* else the list brings it back */
	*column = "name";
	if (!has_value(&row->v[PROCEDURE_NAME]))
		return N_("is empty");
	if ((why = settle_time(row, held, column)))
		return why;
	*column = "cutoff";
	if (has_value(&row->v[PROCEDURE_CUTOFF]) &&
	    !cutoff_read(row->v[PROCEDURE_CUTOFF].text, &cutoff))
		return N_("is no cut-off (15:00, closing-1h or none)");
	settle_fee(row, held);
	settle_field(row, held);
	for (i = 0; i < PUBLISHED_CHANNELS; i++)
		if ((why = check_time(row->v, (int)i, column)))
			return why;
	settle_doubt(row, held);
	return NULL;
}

char *
procedure_section_field(const char *text)
{
	static const char *const word = "Lĩnh vực";
	size_t n = strspn(text, "0123456789IVXABCDEFGH");
	char *rest, *start;

	if (n && n < 6 && (text[n] == '.' || text[n] == ')' || text[n] == '-'))
		text += n + 1;
	rest = start = mem_text(text);
	while (*rest == ' ')
		rest++;
	/* Compare folded text, so that LĨNH VỰC is found too. */
	for (n = 0; rest[n]; n++) {
		char end = rest[n];
		bool same;

		if (end != ' ' && end != ':')
			continue;
		rest[n] = '\0';
		same = fold_same(rest, word);
		rest[n] = end;
		if (same) {
			rest += n;
			break;
		}
	}
	rest = mem_text(rest + strspn(rest, " :"));
	free(start);
	return rest;
}

const char *
procedure_section(const struct value *values)
{
	const char *code = values[PROCEDURE_CODE].text,
		   *name = values[PROCEDURE_NAME].text;
	const char *serial = values[PROCEDURE_SERIAL].text;
	int i;

	for (i = PROCEDURE_FIELD; i < PROCEDURE_COLUMNS; i++)
		if (values[i].kind != VALUE_NULL)
			return NULL;
	if (code && name)
		return NULL;
	if (code) { /* a row whose cells were merged */
		char *field = procedure_section_field(code);
		bool named = strcmp(field, code) != 0;

		free(field);
		return named ? code : NULL;
	}
	return name ? name : serial;
}
