/* SPDX-License-Identifier: MIT */
#include "office/payment.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"

const struct word payment_methods[] = {
	{ "cash", "tiền mặt" }, { "transfer", "chuyển khoản" }, { NULL, NULL }
};

const struct column payment_columns[] = {
	{ "paid_at", N_("Paid at"), COL_TIME, 0, NULL, NULL },
	{ "code", N_("Dossier"), COL_TEXT, 0, NULL, NULL },
	{ "amount", N_("Amount"), COL_MONEY, 0, NULL, NULL },
	{ "method", N_("Method"), COL_WORD, 0, NULL, payment_methods },
	{ "reference", N_("Bank reference"), COL_TEXT, 0, NULL, NULL },
	{ "officer", N_("Officer"), COL_TEXT, 0, NULL, NULL },
	{ "note", N_("Note"), COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

#define LIST_SELECT                                                                      \
	"SELECT p.paid_at, d.code, p.amount, p.method, p.reference, o.code, p.note"      \
	"  FROM payment p JOIN dossier d ON d.id = p.dossier_id"                         \
	"  LEFT JOIN officer o ON o.id = p.officer_id"
#define LIST_REST                                                                        \
	"   AND (:method IS NULL OR p.method = :method)"                                 \
	"   AND (:officer IS NULL OR o.code = :officer)"                                 \
	" ORDER BY p.paid_at, p.id"

#define LIST_DAYS "p.paid_at >= :from AND p.paid_at < :to"

static const char of_dossier_sql[] = LIST_SELECT " WHERE d.code = :code AND " LIST_DAYS LIST_REST;
static const char of_days_sql[] = LIST_SELECT " WHERE " LIST_DAYS LIST_REST;

enum status
payment_list(struct office *office, const struct payment_filter *f, struct sink *sink)
{
	struct payment_state state;
	struct query q;
	int64_t id;
	enum status st = OK;

	if ((f->code && (st = payment_state(office, f->code, &state))) ||
	    (f->officer && (st = officer_id(office, f->officer, &id))))
		return st;
	query_open(&q, office->store, f->code ? of_dossier_sql : of_days_sql);
	if (f->code)
		query_text(&q, ":code", f->code);
	query_int(&q, ":from", day_moment(f->days.from, 0));
	query_int(&q, ":to", day_moment(f->days.to + 1, 0));
	query_text(&q, ":method", f->method);
	query_text(&q, ":officer", f->officer);
	return query_rows(&q, payment_columns, sink);
}

/* ---- against the journal ---- */

static const char told_sql[] =
	"SELECT subject, detail FROM journal WHERE act = 'dossier pay' ORDER BY id";
static const char kept_sql[] =
	"SELECT p.id, d.code, p.amount, p.method"
	"  FROM payment p JOIN dossier d ON d.id = p.dossier_id ORDER BY p.id";

/* A payment as the journal or the store has it; ID is INT64_MAX behind the last. */
struct one {
	int64_t id, amount;
	const char *code, *method; /* valid until the next */
	json_t *detail;
};

static int64_t
number(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? strtoll(text, NULL, 10) : 0;
}

static void
next_told(struct query *q, struct one *told)
{
	json_decref(told->detail);
	*told = (struct one){ .id = INT64_MAX };
	if (!query_row(q))
		return;
	told->detail = json_loads(query_col_text(q, 1), 0, NULL);
	told->id = number(told->detail, "payment");
	told->amount = number(told->detail, "amount");
	told->method = json_string_value(json_object_get(told->detail, "method"));
	told->code = query_col_text(q, 0);
}

static void
next_kept(struct query *q, struct one *kept)
{
	*kept = (struct one){ .id = INT64_MAX };
	if (query_row(q))
		*kept = (struct one){ .id = query_col_int(q, 0),
				      .code = query_col_text(q, 1),
				      .amount = query_col_int(q, 2),
				      .method = query_col_text(q, 3) };
}

static bool
same_text(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

/* What differs between the two that come next, to be freed; or NULL. */
static char *
difference(const struct one *told, const struct one *kept)
{
	const struct one *first = told->id < kept->id ? told : kept;
	const long long id = first->id, amount = first->amount;
	const char *code = first->code ? first->code : "";

	if (told->id < kept->id)
		return mem_print(_("payment %lld of %s, %lld, is in the journal only"), id, code,
				 amount);
	if (kept->id < told->id)
		return mem_print(_("payment %lld of %s, %lld, is not in the journal"), id, code,
				 amount);
	if (told->amount != kept->amount)
		return mem_print(_("payment %lld of %s is %lld, the journal has %lld"), id, code,
				 (long long)kept->amount, (long long)told->amount);
	if (!same_text(told->code, kept->code) || !same_text(told->method, kept->method))
		return mem_print(_("payment %lld of %s: the journal has another dossier or"
				   " method"), id, code);
	return NULL;
}

/* Ids rise in both, so the two are walked side by side. */
enum status
payment_check(struct office *office, enum status (*complain)(void *ctx, const char *what),
	      void *ctx)
{
	struct one told = { 0 }, kept = { 0 };
	struct query told_q, kept_q;
	enum status st = OK, read;

	query_open(&told_q, office->store, told_sql);
	query_open(&kept_q, office->store, kept_sql);
	next_told(&told_q, &told);
	next_kept(&kept_q, &kept);
	while (!st && (told.id < INT64_MAX || kept.id < INT64_MAX)) {
		const int64_t told_id = told.id, kept_id = kept.id;
		char *what = difference(&told, &kept);

		if (what)
			st = complain(ctx, what);
		free(what);
		if (told_id <= kept_id)
			next_told(&told_q, &told);
		if (kept_id <= told_id)
			next_kept(&kept_q, &kept);
	}
	json_decref(told.detail);
	read = query_close(&told_q);
	return worse(worse(st, read), query_close(&kept_q));
}
