/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_rules.h"

#include <string.h>

#include "base/intl.h"
#include "office/dossier/dossier.h"

static bool
is(const struct value *value, const char *word)
{
	return has(value) && !strcmp(value->text, word);
}

/* One of the province's states, from the column COLUMN, becomes ours. */
static const char *
take_state(struct value *v, int column)
{
	const char *status, *kind, *channel;

	if (!has(&v[column]) || !province_read(v[column].text, &status, &kind, &channel))
		return NULL;
	if (column == PROVINCE && has(&v[STATUS]) && !is(&v[STATUS], status))
		return N_("does not go with the status");
	v[STATUS] = value_text(status);
	if (kind && has(&v[PAUSE_KIND]) && !is(&v[PAUSE_KIND], kind))
		return N_("does not go with pause_kind");
	if (kind)
		v[PAUSE_KIND] = value_text(kind);
	if (channel && has(&v[CHANNEL]) && !is(&v[CHANNEL], channel))
		return N_("does not go with the channel");
	if (channel)
		v[CHANNEL] = value_text(channel);
	return NULL;
}

/* The status where the file says none, from the moments; the reason when it does
 * not go with them. */
static const char *
settle_status(struct value *v)
{
	bool ended;

	if (!has(&v[STATUS]))
		v[STATUS] = value_text(has(&v[RETURNED]) ? "returned" :
				       has(&v[FINISHED]) ? "finished" :
							   "received");
	ended = strcmp(v[STATUS].text, "received") != 0 &&
		strcmp(v[STATUS].text, "processing") != 0 &&
		strcmp(v[STATUS].text, "paused") != 0;
	if (ended && !has(&v[FINISHED]))
		return N_("needs finished_at");
	if (!ended && has(&v[FINISHED]))
		return N_("does not go with a finished_at");
	if (!strcmp(v[STATUS].text, "returned") != has(&v[RETURNED]))
		return N_("does not go with returned_at");
	return NULL;
}

void
dossier_settle_pause(struct value *v)
{
	if (strcmp(v[STATUS].text, "paused") != 0) {
		v[PAUSED] = v[PAUSE_KIND] = VALUE_NONE;
		return;
	}
	if (!has(&v[PAUSED])) /* nobody has told since when */
		v[PAUSED] = v[RECEIVED];
	if (!has(&v[PAUSE_KIND]))
		v[PAUSE_KIND] = value_text("supplement");
	if (!has(&v[REQUESTS]) && is(&v[PAUSE_KIND], "supplement"))
		v[REQUESTS] = value_int(1);
}

void
dossier_settle_purged(struct value *v)
{
	static const int personal[] = { APPLICANT, ID_NUMBER, PHONE, ADDRESS,
					RESULT,    EMAIL,     PROXY, REQUEST };
	size_t i;

	for (i = 0; has(&v[PURGED]) && i < sizeof(personal) / sizeof(*personal); i++)
		v[personal[i]] = VALUE_NONE;
}

/* The order of its moments. */
static const char *
broken_order(const struct value *v, int64_t now, const char **why)
{
	static const int past[] = {
		RECEIVED, FINISHED, RETURNED, PAUSED, ACCEPTED, PURGED
	};
	static const int later[] = { DUE,    FINISHED, FIRST_DUE, PROMISED,
				     PAUSED, ACCEPTED, PURGED };
	size_t i;

	*why = N_("is still to come");
	for (i = 0; i < sizeof(past) / sizeof(*past); i++)
		if (has(&v[past[i]]) && v[past[i]].number > now)
			return exchange_columns[past[i]].key;
	*why = N_("is before received_at");
	for (i = 0; i < sizeof(later) / sizeof(*later); i++)
		if (has(&v[later[i]]) && v[later[i]].number < v[RECEIVED].number)
			return exchange_columns[later[i]].key;
	*why = N_("is before finished_at");
	if (has(&v[RETURNED]) && has(&v[FINISHED]) &&
	    v[RETURNED].number < v[FINISHED].number)
		return "returned_at";
	return NULL;
}

/* What a list shows of personal data must not take the place of the data. */
static const char *
masked(const struct value *v)
{
	static const int personal[] = { ID_NUMBER, PHONE, ADDRESS };
	size_t i;

	for (i = 0; i < sizeof(personal) / sizeof(*personal); i++)
		if (has(&v[personal[i]]) && v[personal[i]].text[0] == '*')
			return exchange_columns[personal[i]].key;
	return NULL;
}

const char *
dossier_rules(struct value *v, int64_t now, const char **why)
{
	const char *column, *status;

	*why = N_("is empty");
	if (!has(&v[APPLICANT]) && !has(&v[PURGED]))
		return "applicant";
	*why = N_("is masked: osq-dossier export has it whole");
	if ((column = masked(v)))
		return column;
	if ((*why = take_state(v, STATUS)))
		return "status";
	if ((*why = take_state(v, PROVINCE)))
		return "province_state";
	if (!has(&v[CHANNEL]))
		v[CHANNEL] = value_text("counter");
	status = settle_status(v);
	if ((column = broken_order(v, now, why)))
		return column;
	*why = N_("is longer than a code");
	if (has(&v[CODE]) && strlen(v[CODE].text) >= DOSSIER_CODE)
		return "code";
	if ((*why = status))
		return "status";
	*why = N_("goes with the status paused only");
	if (!is(&v[STATUS], "paused") && (has(&v[PAUSED]) || has(&v[PAUSE_KIND])))
		return has(&v[PAUSED]) ? "paused_at" : "pause_kind";
	return NULL;
}
