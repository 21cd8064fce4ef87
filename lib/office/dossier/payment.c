/* SPDX-License-Identifier: MIT */
#include "office/dossier/payment.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/core/act_day.h"

struct payments {
	struct office *office;
	struct query find, fee, insert;
	int64_t officer; /* the officer who takes it; 0 = not known */
	int64_t done;
	enum status broken;
};

static const char find_sql[] = "SELECT d.id, d.fee, " PAYMENT_PAID ","
			       "       " PAYMENT_NONE ", d.received_at"
			       "  FROM dossier d WHERE d.code = :code";

static void
compute_due(struct payment_state *s)
{
	const int64_t back = s->paid > INT64_MIN ? -s->paid : INT64_MAX;

	s->due = s->ended ? back : s->fee < 0 ? 0 : number_add(s->fee, back);
}

static enum status
find_state(struct query *q, const char *code, struct payment_state *s)
{
	bool found = false;
	enum status st;

	*s = (struct payment_state){ 0 };
	query_text(q, ":code", code);
	if (query_row(q)) {
		found = true;
		*s = (struct payment_state){ .id = query_col_int(q, 0),
					     .fee = query_col_null(q, 1) ?
							    -1 :
							    query_col_int(q, 1),
					     .paid = query_col_int(q, 2),
					     .ended = query_col_int(q, 3) != 0,
					     .received_at = query_col_int(q, 4) };
		compute_due(s);
	}
	st = q->status;
	query_reset(q);
	if (st)
		return st;
	return found ? OK : fail(NO, _("%s: no such dossier"), code);
}

enum status
payment_state(struct office *office, const char *code, struct payment_state *state)
{
	struct query q;
	enum status st;

	query_open(&q, office->store, find_sql);
	st = find_state(&q, code, state);
	return worse(st, query_close(&q));
}

void
payment_assume_fee(struct payment_state *state, int64_t fee)
{
	if (fee >= 0)
		state->fee = fee;
	compute_due(state);
}

enum status
payment_amount(const char *code, const struct payment_state *s, bool force,
	       int64_t *amount)
{
	if (s->fee < 0 && !s->ended) {
		fail(NO, _("%s: its fee is not known"), code);
		return fail_hint(NO, _("say it: --fee N"));
	}
	if (s->due <= 0 && !(force && *amount)) {
		if (s->fee > 0 && !s->ended)
			return fail(NO, _("%s: its fee of %lld is paid"), code,
				    (long long)s->fee);
		return fail(NO, _("%s: nothing is due"), code);
	}
	if (!*amount)
		*amount = s->due;
	if (*amount <= s->due || force)
		return OK;
	fail(NOT_ALLOWED, _("%s: %lld is more than the %lld that are due"), code,
	     (long long)*amount, (long long)s->due);
	return fail_hint(NOT_ALLOWED, _("--force takes it all the same"));
}

/* The amount to give back, as a negative number. */
static enum status
refund_amount(const char *code, const struct payment_state *s, int64_t *amount)
{
	if (!*amount && s->due >= 0) {
		fail(NO, _("%s: nothing was paid too much"), code);
		return fail_hint(NO, _("--amount N gives back so much of what was paid"));
	}
	if (*amount > s->paid)
		return fail(NO, _("%s: only the %lld that were paid can be given back"),
			    code, (long long)s->paid);
	*amount = *amount ? -*amount : s->due;
	return OK;
}

static const char fee_sql[] = "UPDATE dossier SET fee = :fee WHERE id = :id";

static enum status
write_fee(struct payments *p, const char *code, const struct payment_state *before,
	  int64_t fee, const char *note)
{
	char now[24], was[24];
	const char *const detail[] = { "fee",  now,  "was", before->fee < 0 ? NULL : was,
				       "note", note, NULL };
	enum status st;

	if (fee == before->fee)
		return OK;
	snprintf(now, sizeof(now), "%lld", (long long)fee);
	snprintf(was, sizeof(was), "%lld", (long long)before->fee);
	query_int(&p->fee, ":fee", fee);
	query_int(&p->fee, ":id", before->id);
	if ((st = query_run(&p->fee)))
		return st;
	p->done++;
	return office_journal(p->office, "dossier fee", code, detail);
}

static const char insert_sql[] =
	"INSERT INTO payment (dossier_id, paid_at, amount, method, reference, officer_id, note)"
	" VALUES (:dossier, :at, :amount, :method, :reference, :officer, :note)";

/* The journal names the payment, so that check_payments() can compare the two. */
static enum status
tell_journal(struct payments *p, const char *code, const struct payment_wish *wish,
	     const char *method, int64_t amount)
{
	char id[24], sum[24];
	const char *const detail[] = { "payment", id,
				       "amount",  sum,
				       "method",  method,
				       "forced",  wish->force ? "yes" : NULL,
				       NULL };

	snprintf(id, sizeof(id), "%lld", (long long)store_last_id(p->office->store));
	snprintf(sum, sizeof(sum), "%lld", (long long)amount);
	return office_journal(p->office, "dossier pay", code, detail);
}

static enum status
write_payment(struct payments *p, const char *code, int64_t dossier,
	      const struct payment_wish *wish, int64_t amount)
{
	const char *method = wish->method ? wish->method : "cash";
	struct query *q = &p->insert;
	enum status st;

	query_int(q, ":dossier", dossier);
	query_int(q, ":at", p->office->act.at);
	query_int(q, ":amount", amount);
	query_text(q, ":method", method);
	query_text(q, ":reference", wish->reference);
	if (p->officer)
		query_int(q, ":officer", p->officer);
	else
		query_null(q, ":officer");
	query_text(q, ":note", wish->note);
	if ((st = query_run(q)))
		return st;
	p->done++;
	return tell_journal(p, code, wish, method, amount);
}

static enum status
take_payment(struct payments *p, const char *code, const struct payment_wish *wish)
{
	struct payment_state before, state;
	char when[SHOW_TEXT];
	int64_t amount = wish->amount;
	enum status st = p->broken;

	if (st || (st = find_state(&p->find, code, &before)))
		return st;
	act_not_before(&p->office->act, before.received_at);
	if (p->office->act.at < before.received_at)
		return fail(BAD_DATA, _("%s: the time given is before %s"), code,
			    show_moment(before.received_at, when));
	state = before;
	payment_assume_fee(&state, wish->fee);
	st = wish->refund ? refund_amount(code, &state, &amount) :
			    payment_amount(code, &state, wish->force, &amount);
	if (st)
		return st;
	if (!(st = write_fee(p, code, &before, state.fee, NULL)))
		st = write_payment(p, code, state.id, wish, amount);
	return p->broken = st;
}

enum status
payment_take(struct payments *p, const char *code, const struct payment_wish *wish)
{
	struct act *act = &p->office->act;
	const int64_t told = act->at;
	const enum status st = take_payment(p, code, wish);

	act->at = told; /* a day alone is another moment for the next one */
	return st;
}

enum status
payments_begin(struct office *office, struct payments **out)
{
	struct payments *p = mem_alloc(sizeof(*p));
	enum status st = office_begin_acts(office, &p->officer);

	p->office = office;
	if (st) {
		free(p);
		return st;
	}
	query_open(&p->find, office->store, find_sql);
	query_open(&p->fee, office->store, fee_sql);
	query_open(&p->insert, office->store, insert_sql);
	*out = p;
	return OK;
}

enum status
payments_end(struct payments *p, enum status st)
{
	struct office *office = p->office;
	const int64_t done = p->done;

	query_close(&p->find);
	query_close(&p->fee);
	query_close(&p->insert);
	st = worse(st, p->broken);
	free(p);
	return office_end_acts(office, st, done);
}

enum status
payment_set_fee(struct office *office, const char *code, int64_t fee, const char *note)
{
	struct payment_state before;
	struct payments *p;
	enum status st;

	if ((st = payments_begin(office, &p)))
		return st;
	if (!(st = find_state(&p->find, code, &before)))
		st = write_fee(p, code, &before, fee, note);
	return payments_end(p, st);
}
