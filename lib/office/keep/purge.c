/* SPDX-License-Identifier: MIT */
#include "office/keep/purge.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/core/setting.h"
#include "office/dossier/dossier_fields.h"
#include "office/dossier/dossier_words.h"
#include "store/scrub.h"

enum status
retention_day(struct office *office, int *day)
{
	int64_t months = 0;
	int year, month, d;
	enum status st = setting_number(office, "retention_months", day_of(office->now),
					&months);

	if (st || !months)
		return st ? st : NO;
	day_to_ymd(day_of(office->now), &year, &month, &d);
	month += year * 12 - 1 - (int)months;
	year = month / 12;
	month = month % 12 + 1;
	d = d < month_length(year, month) ? d : month_length(year, month);
	*day = day_from_ymd(year, month, d);
	return OK;
}

static const char ended_sql[] =
	"SELECT id FROM dossier WHERE finished_at < :before AND purged_at IS NULL"
	"   AND (returned_at IS NULL OR returned_at < :before)";

static enum status
find_ended(struct office *office, int64_t before, int64_t **ids, int64_t *count)
{
	struct query q;

	*count = 0;
	query_open(&q, office->store, ended_sql);
	query_int(&q, ":before", before);
	while (query_row(&q)) {
		*ids = mem_more(*ids, (size_t)*count, sizeof(**ids));
		(*ids)[(*count)++] = query_col_int(&q, 0);
	}
	return query_close(&q);
}

static enum status
forget_one(struct office *office, struct query *q, int64_t id)
{
	enum status st = words_drop(office, id);

	if (st)
		return st;
	query_int(q, ":now", office->act.entered_at);
	query_int(q, ":id", id);
	st = query_run(q);
	return st ? st : words_put(office, id);
}

static enum status
forget_dossiers(struct office *office, int64_t before, int64_t *count)
{
	int64_t *ids = NULL, i;
	struct field_set personal;
	struct buf sql = { 0 };
	struct query q;
	enum status st = find_ended(office, before, &ids, count);

	fields_choose(&personal, IN_DOSSIER | PERSONAL, 0);
	buf_text(&sql, "UPDATE dossier SET ");
	fields_say(&sql, &personal, ", ", "COLUMN = NULL");
	buf_text(&sql, ", purged_at = :now WHERE id = :id");
	query_open(&q, office->store, sql.text);
	for (i = 0; i < *count && !st; i++)
		st = forget_one(office, &q, ids[i]);
	free(ids);
	st = worse(query_close(&q), st);
	buf_free(&sql);
	return st || !*count ? st : words_merge(office);
}

/* What belongs to dossiers whose personal data was removed, whenever it was added. */
#define OF_PURGED                                                                        \
	" AND dossier_id IN (SELECT id FROM dossier WHERE purged_at IS NOT NULL)"

static const char event_sql[] =
	"UPDATE dossier_event SET reason = NULL, was = json_remove(was, '$.applicant')"
	" WHERE (reason IS NOT NULL OR was ->> 'applicant' IS NOT NULL)" OF_PURGED;

static const char payment_sql[] =
	"UPDATE payment SET reference = NULL, note = NULL"
	" WHERE (reference IS NOT NULL OR note IS NOT NULL)" OF_PURGED;

static const char ticket_sql[] =
	"UPDATE ticket SET name = NULL, phone = NULL, card = NULL"
	" WHERE day < :day"
	"   AND (name IS NOT NULL OR phone IS NOT NULL OR card IS NOT NULL)";

/*
 * That a ticket was called out of order is a figure and stays; the words of the reason
 * go.
 */
static const char note_sql[] =
	"UPDATE ticket_period SET note = '-' WHERE day < :day AND note <> '-'";

static const char appointment_sql[] =
	"UPDATE appointment SET name = NULL, phone = NULL, note = NULL"
	" WHERE slot_at < :before"
	"   AND (name IS NOT NULL OR phone IS NOT NULL OR note IS NOT NULL)";

static const char rating_sql[] =
	"UPDATE rating SET comment = NULL WHERE rated_at < :before AND comment IS NOT NULL";

static enum status
forget_rows(struct office *office, const char *sql, int day, int64_t *count)
{
	char room[DAY_TEXT];
	struct query q;
	enum status st;

	query_open(&q, office->store, sql);
	if (query_has(&q, ":day"))
		query_text(&q, ":day", day_print(day, room));
	if (query_has(&q, ":before"))
		query_int(&q, ":before", day_moment(day, 0));
	query_run(&q);
	st = query_close(&q);
	if (!st && count)
		*count = store_changes(office->store);
	return st;
}

static enum status
forget_intake(struct office *office, int day)
{
	struct field_set personal;
	struct buf sql = { 0 };
	enum status st;

	fields_choose(&personal, IN_INTAKE | PERSONAL, 0);
	buf_text(&sql, "UPDATE dossier_intake SET ");
	fields_say(&sql, &personal, ", ", "COLUMN = NULL");
	buf_text(&sql, " WHERE (");
	fields_say(&sql, &personal, " OR ", "COLUMN IS NOT NULL");
	buf_text(&sql, ")" OF_PURGED);
	st = forget_rows(office, sql.text, day, NULL);
	buf_free(&sql);
	return st;
}

static enum status
tell_journal(struct office *office, int day, bool force, const struct purged *p)
{
	char before[DAY_TEXT], dossiers[24], tickets[24], appointments[24], ratings[24];
	const char *const detail[] = { "dossiers",
				       dossiers,
				       "tickets",
				       tickets,
				       "appointments",
				       appointments,
				       "ratings",
				       ratings,
				       force ? "forced" : NULL,
				       "yes",
				       NULL };

	snprintf(dossiers, sizeof(dossiers), "%lld", (long long)p->dossiers);
	snprintf(tickets, sizeof(tickets), "%lld", (long long)p->tickets);
	snprintf(appointments, sizeof(appointments), "%lld", (long long)p->appointments);
	snprintf(ratings, sizeof(ratings), "%lld", (long long)p->ratings);
	return office_journal(office, "purge", day_print(day, before), detail);
}

static enum status
purge_all(struct office *office, int day, bool force, struct purged *p)
{
	enum status st;

	if ((st = acting_known(office)) ||
	    (st = forget_dossiers(office, day_moment(day, 0), &p->dossiers)) ||
	    (st = forget_intake(office, day)) ||
	    (st = forget_rows(office, event_sql, day, NULL)) ||
	    (st = forget_rows(office, payment_sql, day, NULL)) ||
	    (st = forget_rows(office, ticket_sql, day, &p->tickets)) ||
	    (st = forget_rows(office, note_sql, day, NULL)) ||
	    (st = forget_rows(office, appointment_sql, day, &p->appointments)) ||
	    (st = forget_rows(office, rating_sql, day, &p->ratings)))
		return st;
	return tell_journal(office, day, force, p);
}

/* Refuse a day within the retention period: a mistyped day could not be undone. */
static enum status
check_day(struct office *office, int day, bool *force)
{
	char text[SHOW_TEXT], from[SHOW_TEXT];
	int kept = 0;
	enum status st;

	if (day > day_of(office->now))
		return fail(BAD_DATA, _("--before: %s is still to come"),
			    show_day(day, text));
	st = retention_day(office, &kept);
	if (st == NO || (!st && day <= kept)) {
		*force = false; /* allowed without it */
		return OK;
	}
	if (st || *force)
		return st;
	fail(NOT_ALLOWED,
	     _("what ended from %s on is still kept (setting retention_months)"),
	     show_day(kept, from));
	return fail_hint(NOT_ALLOWED, _("--force removes it all the same"));
}

enum status
office_purge(struct office *office, int day, bool force, struct purged *purged)
{
	enum status st = check_day(office, day, &force);
	char *why;

	*purged = (struct purged){ 0 };
	if (st || (st = office_begin(office)) ||
	    (st = office_end(office, purge_all(office, day, force, purged))) ||
	    office->act.dry_run)
		return st;
	if ((st = store_scrub(office->store))) {
		why = mem_text(error_message());
		fail(st, _("the data is removed, but not yet from the file: %s"), why);
		free(why);
		fail_hint(st, _("run it again until it succeeds"));
	}
	return st;
}
