/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_rules.h"

#include <string.h>

#include "base/intl.h"
#include "office/dossier/dossier.h"
#include "office/rules/time_rule.h"

static bool
is_word(const struct value *value, const char *word)
{
	return has(value) && !strcmp(value->text, word);
}

/* What the province did not accept was refused at the counter, at once where the file
 * does not tell when; our own word for a state says nothing of it. */
static void
settle_refusal(struct value *v, int column, const char *status)
{
	if (strcmp(status, "rejected") != 0 ||
	    (column == FIELD_PROVINCE && has(&v[FIELD_STATUS])))
		return;
	if (!has(&v[FIELD_REFUSED]))
		v[FIELD_REFUSED] = value_text("yes");
	if (!has(&v[FIELD_FINISHED]))
		v[FIELD_FINISHED] =
			v[has(&v[FIELD_RECEIVED]) ? FIELD_RECEIVED : FIELD_REQUESTED];
}

/* Turn a province's state in the column COLUMN into ours. */
/* What waits for another agency is in process to the province. */
static bool
verifies(const struct value *v, const char *province)
{
	return !strcmp(province, "processing") && is_word(&v[FIELD_STATUS], "paused") &&
	       is_word(&v[FIELD_PAUSE_KIND], "verification");
}

static const char *
take_state(struct value *v, int column)
{
	const char *status, *kind;

	if (!has(&v[column]) || !province_read(v[column].text, &status, &kind))
		return NULL;
	settle_refusal(v, column, status);
	if (column == FIELD_PROVINCE && has(&v[FIELD_STATUS]) &&
	    !is_word(&v[FIELD_STATUS], status))
		return verifies(v, status) ? NULL : N_("does not go with the status");
	/* "Hoàn thành" is said of what has been fetched, too. */
	if (!strcmp(status, "finished") && has(&v[FIELD_RETURNED]))
		status = "returned";
	v[FIELD_STATUS] = value_text(status);
	if (kind && has(&v[FIELD_PAUSE_KIND]) && !is_word(&v[FIELD_PAUSE_KIND], kind))
		return N_("does not go with pause_kind");
	if (kind)
		v[FIELD_PAUSE_KIND] = value_text(kind);
	return NULL;
}

/*
 * Derive the status from the moments where the file has none; returns the reason when a
 * status does not fit them.
 */
static const char *
settle_status(struct value *v)
{
	bool ended;

	if (!has(&v[FIELD_STATUS]))
		v[FIELD_STATUS] = value_text(has(&v[FIELD_VOIDED])   ? "voided" :
					     has(&v[FIELD_RETURNED]) ? "returned" :
					     has(&v[FIELD_FINISHED]) ? "finished" :
								       "received");
	ended = strcmp(v[FIELD_STATUS].text, "new") != 0 &&
		strcmp(v[FIELD_STATUS].text, "received") != 0 &&
		strcmp(v[FIELD_STATUS].text, "processing") != 0 &&
		strcmp(v[FIELD_STATUS].text, "paused") != 0;
	if (ended && !has(&v[FIELD_FINISHED]))
		return N_("needs finished_at");
	if (!ended && has(&v[FIELD_FINISHED]))
		return N_("does not go with a finished_at");
	if (is_word(&v[FIELD_STATUS], "voided"))
		return has(&v[FIELD_VOIDED]) ? NULL : N_("needs voided_at");
	if (has(&v[FIELD_VOIDED]))
		return N_("does not go with voided_at");
	if (is_word(&v[FIELD_STATUS], "returned") != has(&v[FIELD_RETURNED]))
		return N_("does not go with returned_at");
	return NULL;
}

bool
dossier_is_new(const struct value *v)
{
	return is_word(&v[FIELD_STATUS], "new");
}

int64_t
dossier_came(const struct value *v)
{
	return v[has(&v[FIELD_RECEIVED]) ? FIELD_RECEIVED : FIELD_REQUESTED].number;
}

/* What nobody has accepted was asked for when the file says that it came, and nothing was
 * promised.  Returns whether the moment lacks at which the dossier came. */
static bool
settle_request(struct value *v)
{
	static const enum dossier_field none[] = { FIELD_RECEIVED, FIELD_DUE,
						   FIELD_FIRST_DUE, FIELD_PROMISED,
						   FIELD_ACCEPTED };
	size_t i;

	if (dossier_is_new(v)) {
		if (!has(&v[FIELD_REQUESTED]))
			v[FIELD_REQUESTED] = v[FIELD_RECEIVED];
		for (i = 0; i < sizeof(none) / sizeof(*none); i++)
			v[none[i]] = VALUE_NONE;
		return !has(&v[FIELD_REQUESTED]);
	}
	return !has(&v[FIELD_RECEIVED]) &&
	       (!has(&v[FIELD_REQUESTED]) || (!is_word(&v[FIELD_STATUS], "rejected") &&
					      !is_word(&v[FIELD_STATUS], "withdrawn") &&
					      !is_word(&v[FIELD_STATUS], "voided")));
}

void
dossier_settle_pause(struct value *v)
{
	if (strcmp(v[FIELD_STATUS].text, "paused") != 0) {
		v[FIELD_PAUSED] = v[FIELD_PAUSE_KIND] = VALUE_NONE;
		return;
	}
	if (!has(&v[FIELD_PAUSED])) /* the beginning of the pause is not known */
		v[FIELD_PAUSED] = v[FIELD_RECEIVED];
	if (!has(&v[FIELD_PAUSE_KIND]))
		v[FIELD_PAUSE_KIND] = value_text("supplement");
	if (!has(&v[FIELD_REQUESTS]) && is_word(&v[FIELD_PAUSE_KIND], "supplement"))
		v[FIELD_REQUESTS] = value_int(1);
}

void
dossier_settle_purged(struct value *v)
{
	enum dossier_field f;

	for (f = 0; has(&v[FIELD_PURGED]) && f < FIELDS; f++)
		if (field_is(f, PERSONAL))
			v[f] = VALUE_NONE;
}

/* Check the order of the moments. */
static const char *
broken_order(const struct value *v, int64_t now, const char **why)
{
	static const int past[] = { FIELD_RECEIVED,  FIELD_FINISHED, FIELD_RETURNED,
				    FIELD_PAUSED,    FIELD_ACCEPTED, FIELD_PURGED,
				    FIELD_REQUESTED, FIELD_VERIFIED };
	static const int later[] = { FIELD_DUE,      FIELD_FINISHED, FIELD_FIRST_DUE,
				     FIELD_PROMISED, FIELD_PAUSED,   FIELD_ACCEPTED,
				     FIELD_PURGED,   FIELD_VERIFIED };
	size_t i;

	*why = N_("is still to come");
	for (i = 0; i < sizeof(past) / sizeof(*past); i++)
		if (has(&v[past[i]]) && v[past[i]].number > now)
			return exchange_columns[past[i]].key;
	*why = N_("is before received_at");
	for (i = 0; i < sizeof(later) / sizeof(*later); i++)
		if (has(&v[later[i]]) && v[later[i]].number < dossier_came(v))
			return exchange_columns[later[i]].key;
	*why = N_("is before finished_at");
	if (has(&v[FIELD_RETURNED]) && has(&v[FIELD_FINISHED]) &&
	    v[FIELD_RETURNED].number < v[FIELD_FINISHED].number)
		return "returned_at";
	return NULL;
}

/* Masked personal data, as lists show it, must not replace the data itself. */
static const char *
find_masked(const struct value *v)
{
	enum dossier_field f;

	for (f = 0; f < FIELDS; f++)
		if (field_is(f, MASKED) && has(&v[f]) && v[f].text[0] == '*')
			return exchange_columns[f].key;
	return NULL;
}

static const char *
find_long_code(const struct value *v)
{
	static const int codes[] = { FIELD_CODE, FIELD_LINKED };
	size_t i;

	for (i = 0; i < sizeof(codes) / sizeof(*codes); i++)
		if (has(&v[codes[i]]) && strlen(v[codes[i]].text) >= DOSSIER_CODE)
			return exchange_columns[codes[i]].key;
	return NULL;
}

const char *
dossier_rules(struct value *v, int64_t now, const char **why)
{
	const char *column, *status;
	int cutoff;

	*why = N_("is empty");
	if (!has(&v[FIELD_APPLICANT]) && !has(&v[FIELD_PURGED]))
		return "applicant";
	*why = N_("is masked: osq-dossier export has it whole");
	if ((column = find_masked(v)))
		return column;
	if ((*why = take_state(v, FIELD_STATUS)))
		return "status";
	if ((*why = take_state(v, FIELD_PROVINCE)))
		return "province_state";
	if (!has(&v[FIELD_CHANNEL]))
		v[FIELD_CHANNEL] = value_text(dossier_is_new(v) ? "online" : "counter");
	status = settle_status(v);
	*why = N_("is empty");
	if (settle_request(v))
		return "received_at";
	if ((column = broken_order(v, now, why)))
		return column;
	*why = N_("is no cut-off (15:00, closing-1h or none)");
	if (has(&v[FIELD_CUTOFF]) && !cutoff_read(v[FIELD_CUTOFF].text, &cutoff))
		return "cutoff";
	*why = N_("is longer than a code");
	if ((column = find_long_code(v)))
		return column;
	if ((*why = status))
		return "status";
	*why = N_("goes with the status paused only");
	if (!is_word(&v[FIELD_STATUS], "paused") &&
	    (has(&v[FIELD_PAUSED]) || has(&v[FIELD_PAUSE_KIND])))
		return has(&v[FIELD_PAUSED]) ? "paused_at" : "pause_kind";
	return NULL;
}
