/* SPDX-License-Identifier: MIT */
#include "office/queue/one_number.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "office/rules/person.h"
#include "store/secret.h"

/*
 * The card's number is not kept, but what stands for it on this day in this store: it
 * links no two days, and to nobody outside anything.
 */
static enum status
code_card(struct office *office, const char *card, char code[static HMAC_TEXT])
{
	char day[DAY_TEXT], text[DAY_TEXT + 64];

	snprintf(text, sizeof(text), "%s %s", day_print(day_of(office->act.at), day),
		 card);
	return secret_code(office->store, text, code);
}

/*
 * All who are in the hall today with a number of the service's series: a walk over the
 * periods that have not ended, however many numbers were drawn today.
 */
static const char waiting_sql[] = "SELECT t.id, t.phone, t.card"
				  "  FROM ticket_period p INDEXED BY ticket_period_now"
				  "  CROSS JOIN ticket t ON t.id = p.ticket_id"
				  " WHERE p.ended_at IS NULL AND p." VISIT_STAYS
				  "   AND t.day = :day AND t.series = :series"
				  "   AND (t.phone IS NOT NULL OR t.card IS NOT NULL)"
				  " ORDER BY t.id";

/* Both are written as people write them. */
static bool
same_phone(const char *a, const char *b)
{
	char one[PERSON_NUMBER], other[PERSON_NUMBER];

	if (!a || !b)
		return false;
	person_phone_wrong(a, one);
	person_phone_wrong(b, other);
	return *one && !strcmp(one, other);
}

static enum status
find_waiting(struct office *office, const char *series, const struct ticket_draft *draft,
	     int64_t *id)
{
	char day[DAY_TEXT];
	struct query q;

	*id = 0;
	query_open(&q, office->store, waiting_sql);
	query_text(&q, ":day", day_print(day_of(office->act.at), day));
	query_text(&q, ":series", series);
	while (!*id && query_row(&q)) {
		const char *card = query_col_text(&q, 2);

		if ((card && *draft->card && !strcmp(card, draft->card)) ||
		    same_phone(query_col_text(&q, 1), draft->phone))
			*id = query_col_int(&q, 0);
	}
	return query_close(&q);
}

static const char service_sql[] =
	"SELECT prefix FROM service WHERE id = :service AND one_number_each = 'yes'";

/* The service's series, "" where it gives as many numbers as are asked for. */
static enum status
find_series(struct office *office, int64_t service, char series[static 8])
{
	struct query q;

	*series = '\0';
	query_open(&q, office->store, service_sql);
	query_int(&q, ":service", service);
	if (query_row(&q))
		text_copy(series, 8, query_col_given(&q, 0));
	return query_close(&q);
}

enum status
one_number_find(struct office *office, const char *card, struct ticket_draft *draft,
		bool *found, struct visit *visit)
{
	char series[8];
	int64_t id = 0;
	enum status st;

	*found = false;
	if (!card && !draft->phone)
		return OK;
	if ((st = find_series(office, draft->service_id, series)) || !*series ||
	    (card && (st = code_card(office, card, draft->card))) ||
	    (st = find_waiting(office, series, draft, &id)) || !id)
		return st;
	*found = true;
	return visit_load(office, id, visit);
}

enum status
one_number_forget(struct office *office, const char *day, int64_t *count)
{
	struct query q;
	enum status st;

	/* What is overwritten goes from the page too. */
	query_open(&q, office->store, "PRAGMA secure_delete = ON");
	query_row(&q);
	if ((st = query_close(&q)))
		return st;
	query_open(
		&q, office->store,
		"UPDATE ticket SET card = NULL WHERE card IS NOT NULL AND day <= :day");
	query_text(&q, ":day", day);
	query_run(&q);
	if ((st = query_close(&q)))
		return st;
	*count = store_changes(office->store);
	return OK;
}
