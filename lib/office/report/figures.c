/* SPDX-License-Identifier: MIT */
#include "office/report/figures.h"

#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/core/setting.h"
#include "office/core/worktime.h"
#include "office/report/name_then.h"
#include "office/report/presence.h"
#include "office/report/story.h"
#include "office/rules/night.h"
#include "office/rules/wait_range.h"

/* The state of the walk through the period's visits. */
struct walk {
	struct office *office;
	struct figures *figures;
	struct calendar *calendar;
	struct presence presence;
	struct tally day; /* the tally of the present day */
	int today;        /* its day number */
	bool any;         /* a day has been begun */
	bool has_hours;
	/* The day whose closing moment was last looked up, and that moment. */
	int closing_day;
	int64_t closing;
};

/* ---- the registers ---- */

#define GONE ", coalesce(until < :from, 0)"

/* clang-format off */
static const char services_sql[] =
	"SELECT id, code, " NAME_THEN("service", "s") ", coalesce(60 * wait_target, :target)"
	GONE " FROM service s ORDER BY prefix";
static const char counters_sql[] =
	"SELECT id, code, " NAME_THEN("counter", "c") ", 0" GONE " FROM counter c ORDER BY id";
static const char officers_sql[] =
	"SELECT id, code, " NAME_THEN("officer", "o") ", 0" GONE " FROM officer o ORDER BY code";
/* clang-format on */

static enum status
load_registers(struct office *office, struct figures *f)
{
	int64_t minutes = 0;
	enum status st = setting_number(office, "wait_target", f->period.to, &minutes);

	if (st ||
	    (st = groups_load(office, services_sql, &f->period, 60 * minutes, NULL,
			      &f->services)) ||
	    (st = groups_load(office, counters_sql, &f->period, 0,
			      _("(no counter named)"), &f->counters)))
		return st;
	return groups_load(office, officers_sql, &f->period, 0, _("(nobody named)"),
			   &f->officers);
}

/* ---- after closing ---- */

/*
 * When the office closed on DAY; -1 on a day off.  An office without hours never closes,
 * so that nothing is after closing.
 */
static int64_t
closing_of(void *ctx, int day)
{
	struct walk *w = ctx;

	if (!w->has_hours)
		return INT64_MAX;
	if (day != w->closing_day) {
		w->closing_day = day;
		w->closing = calendar_shuts(w->calendar, day);
	}
	return w->closing;
}

/* How many of the seconds FROM to UNTIL of a visit of DAY lay after closing. */
static int64_t
past_closing(struct walk *w, int day, int64_t from, int64_t until)
{
	int64_t closing = closing_of(w, day);

	if (until <= closing)
		return 0;
	return until - (from > closing ? from : closing);
}

/*
 * Whether what is said to have ended so at UNTIL, in a visit of DAY, had been left open:
 * somebody saw to it after the night, or the end of the day did.
 */
static bool
was_left_open(int day, enum outcome end, int64_t until)
{
	return night_day(until) > day || (end == OUTCOME_UNSERVED && day_of(until) > day);
}

/*
 * Until when the call, of a visit of DAY, is taken to have lasted.  One left open
 * overnight is taken to have ended at closing, since nobody knows better.
 */
static int64_t
until_of(struct walk *w, int day, const struct call *call)
{
	int64_t until = call->ended_at < 0 ? w->office->now : call->ended_at;

	if (until > call->called_at && was_left_open(day, call->end, until)) {
		until = closing_of(w, day);
		if (until > day_moment(day + 1, 0))
			until = day_moment(day + 1, 0);
	}
	return until > call->called_at ? until : call->called_at;
}

/* ---- counting ---- */

/* The tallies in which a leg is counted: of all, of its service, its hour and its day. */
#define PLACES 4
struct places {
	struct tally *at[PLACES];
};

static struct places
places_of(struct walk *w, const struct leg *leg)
{
	struct figures *f = w->figures;

	return (struct places){
		{ &f->all, &groups_find(&f->services, leg->service_id)->tally,
		  &f->hours[second_of_day(leg->began_at) / 3600], &w->day }
	};
}

static void
count_end(struct counts *n, const struct leg *leg, bool late)
{
	n->drawn += !leg->came;
	n->came += leg->came;
	n->served += leg->end == OUTCOME_SERVED;
	n->then += leg->onward;
	n->sent_on += leg->end == OUTCOME_SENT_ON;
	n->no_show += leg->end == OUTCOME_NO_SHOW;
	n->cancelled += leg->end == OUTCOME_CANCELLED;
	n->unserved += leg->end == OUTCOME_UNSERVED;
	n->open += leg->end == OUTCOME_OPEN;
	n->served_late += late;
}

static void
count_wait(struct tally *tally, int64_t wait, int64_t target)
{
	spread_add(&tally->waits, wait);
	tally->n.in_time += wait <= target;
}

static void
count_times(struct tally *tally, const struct leg *leg, int64_t target)
{
	if (leg->wait >= 0)
		count_wait(tally, leg->wait, target);
	if (leg->end == OUTCOME_SERVED)
		spread_add(&tally->services, leg->service);
}

static void
count_service(struct tally *tally, const struct leg *leg, bool late)
{
	spread_add(&tally->services, leg->service);
	tally->n.served_late += late;
}

static struct tally *
counter_tally(const struct figures *f, int64_t id)
{
	return &groups_find(&f->counters, id)->tally;
}

static struct tally *
officer_tally(const struct figures *f, int64_t id)
{
	return &groups_find(&f->officers, id)->tally;
}

static void
count_leg(struct walk *w, int day, const struct leg *leg)
{
	struct figures *f = w->figures;
	struct places places = places_of(w, leg);
	int64_t target = groups_find(&f->services, leg->service_id)->target;
	bool late = leg->end == OUTCOME_SERVED &&
		    !was_left_open(day, leg->end, leg->ended_at) &&
		    past_closing(w, day, leg->ended_at - 1, leg->ended_at) > 0;
	size_t i;

	for (i = 0; i < PLACES; i++) {
		count_end(&places.at[i]->n, leg, late);
		count_times(places.at[i], leg, target);
	}
	if (leg->wait >= 0) {
		count_wait(counter_tally(f, leg->first_counter), leg->wait, target);
		count_wait(officer_tally(f, leg->first_officer), leg->wait, target);
	}
	if (leg->end == OUTCOME_SERVED) {
		count_service(counter_tally(f, leg->counter_id), leg, late);
		count_service(officer_tally(f, leg->officer_id), leg, late);
	}
}

static void
count_call(struct counts *n, const struct call *call, int64_t late)
{
	n->calls++;
	n->recalls += call->recalls;
	n->taken += call->out_of_order != NULL;
	n->served += call->end == OUTCOME_SERVED;
	n->sent_on += call->end == OUTCOME_SENT_ON;
	n->held += call->end == OUTCOME_HELD;
	n->no_show += call->end == OUTCOME_NO_SHOW;
	n->unserved += call->end == OUTCOME_UNSERVED;
	n->present += call->end == OUTCOME_OPEN;
	n->overtime += late;
}

static void
count_one_call(struct walk *w, const struct story *story, const struct call *call)
{
	struct figures *f = w->figures;
	struct places places = places_of(w, &story->legs[call->leg]);
	int64_t until = until_of(w, story->day, call);
	int64_t late = past_closing(w, story->day, call->called_at, until);
	size_t i;

	count_call(&counter_tally(f, call->counter_id)->n, call, late);
	count_call(&officer_tally(f, call->officer_id)->n, call, late);
	for (i = 0; i < PLACES; i++) {
		places.at[i]->n.taken += call->out_of_order != NULL;
		places.at[i]->n.overtime += late;
	}
	presence_busy(&w->presence, call->counter_id, call->called_at, until);
}

/* The wait that the slip said, in its minutes, against the real one. */
static void
count_told(struct walk *w, const struct story *story)
{
	struct places places = places_of(w, &story->legs[0]);
	int64_t wait = story->first_wait;
	int64_t median = story->told_median, p90 = story->told_p90;
	size_t i;

	if (median < 0 || p90 < 0 || wait < 0)
		return;
	wait_range_said(&median, &p90);
	for (i = 0; i < PLACES; i++) {
		struct counts *n = &places.at[i]->n;

		n->told++;
		n->told_p90 += wait <= p90;
		if (median < 0)
			continue;
		n->told_half++;
		n->told_median += wait <= median;
		n->error += wait - median;
	}
}

static void
end_day(struct walk *w)
{
	struct figures *f = w->figures;

	if (!w->any)
		return;
	if (!(f->day_count & 63))
		f->days = mem_grow(f->days, (f->day_count + 64) * sizeof(*f->days));
	f->days[f->day_count++] = (struct day_figures){ w->today, w->day.n,
							w->day.waits.count,
							spread_marks(&w->day.waits),
							spread_marks(&w->day.services) };
	w->day.n = (struct counts){ 0 };
	spread_clear(&w->day.waits);
	spread_clear(&w->day.services);
}

static enum status
count_story(void *ctx, const struct story *story)
{
	struct walk *w = ctx;
	size_t i;

	if (!w->any || w->today != story->day) {
		end_day(w);
		w->any = true;
		w->today = story->day;
	}
	for (i = 0; i < story->leg_count; i++)
		count_leg(w, story->day, &story->legs[i]);
	for (i = 0; i < story->call_count; i++)
		count_one_call(w, story, &story->calls[i]);
	count_told(w, story);
	return OK;
}

/* ---- the time of the counters ---- */

static void
count_sitting(struct counts *n, const struct sitting *time)
{
	int64_t length = time->until - time->from;

	if (time->paused) {
		n->counter_paused += length;
		return;
	}
	n->counter_open += length;
	n->counter_busy += time->busy;
}

static void
count_presence(struct walk *w)
{
	struct figures *f = w->figures;
	size_t i;

	presence_end(&w->presence, closing_of, w);
	for (i = 0; i < w->presence.count; i++) {
		const struct sitting *time = &w->presence.times[i];

		count_sitting(&counter_tally(f, time->counter_id)->n, time);
		count_sitting(&officer_tally(f, time->officer_id)->n, time);
		count_sitting(&f->all.n, time);
	}
}

/* ---- all of it ---- */

void
figures_forget(struct office *office)
{
	struct figures *f = office->figures;
	int hour;

	if (!f)
		return;
	for (hour = 0; hour < 24; hour++)
		tally_free(&f->hours[hour]);
	tally_free(&f->all);
	groups_free(&f->services);
	groups_free(&f->counters);
	groups_free(&f->officers);
	free(f->days);
	free(f);
	office->figures = NULL;
}

static enum status
walk_visits(struct office *office, struct figures *f)
{
	struct walk w = { .office = office, .figures = f, .closing_day = DAY_LAST + 1 };
	int64_t hours = 0;
	enum status st;

	if (!(st = load_registers(office, f)) &&
	    !(st = calendar_load(office, &w.calendar)) &&
	    !(st = office_number(office, "SELECT count(*) FROM hours", NULL, NULL,
				 &hours)) &&
	    !(st = presence_load(office, &f->period, &w.presence))) {
		w.has_hours = hours > 0;
		st = story_walk(office, &f->period, count_story, &w);
	}
	if (!st) {
		end_day(&w);
		count_presence(&w);
	}
	tally_free(&w.day);
	presence_free(&w.presence);
	calendar_free(w.calendar);
	return st;
}

enum status
figures_of(struct office *office, const struct period *period, struct figures **figures)
{
	struct figures *f = office->figures;
	enum status st;

	if (f && f->period.from == period->from && f->period.to == period->to) {
		*figures = f;
		return OK;
	}
	figures_forget(office);
	office->figures = f = mem_alloc(sizeof(*f));
	f->period = *period;
	if ((st = walk_visits(office, f)))
		figures_forget(office);
	else
		*figures = f;
	return st;
}
