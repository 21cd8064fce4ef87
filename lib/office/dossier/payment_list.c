/* SPDX-License-Identifier: MIT */
#include "office/dossier/payment_list.h"

#include "office/dossier/payment.h"

#include "base/intl.h"

const struct word payment_methods[] = { { "cash", "tiền mặt" },
					{ "transfer", "chuyển khoản" },
					{ 0 } };

const struct column payment_columns[] = {
	{ .key = "paid_at", .heading = N_("Paid at"), .type = COL_TIME },
	{ .key = "code", .heading = N_("Dossier"), .type = COL_TEXT },
	{ .key = "amount",
	  .heading = N_("Amount"),
	  .type = COL_MONEY,
	  .least = -PAYMENT_MAX,
	  .most = PAYMENT_MAX },
	{ .key = "method",
	  .heading = N_("Method"),
	  .type = COL_WORD,
	  .words = payment_methods },
	{ .key = "reference", .heading = N_("Bank reference"), .type = COL_TEXT },
	{ .key = "officer",
	  .heading = N_("Officer"),
	  .type = COL_TEXT,
	  .named_in = "officers" },
	{ .key = "note", .heading = N_("Note"), .type = COL_TEXT },
	{ 0 },
};

#define LIST_SELECT                                                                      \
	"SELECT p.paid_at AS paid_at, d.code AS code, p.amount AS amount,"               \
	"  p.method AS method, p.reference AS reference, o.code AS officer,"             \
	"  p.note AS note"                                                               \
	"  FROM payment p JOIN dossier d ON d.id = p.dossier_id"                         \
	"  LEFT JOIN officer o ON o.id = p.officer_id"
#define LIST_REST                                                                        \
	"   AND (:method IS NULL OR p.method = :method)"                                 \
	"   AND (:officer IS NULL OR o.code = :officer)"                                 \
	" ORDER BY p.paid_at, p.id"

#define LIST_DAYS "p.paid_at >= :from AND p.paid_at < :to"

static const char of_dossier_sql[] = LIST_SELECT
	" WHERE d.code = :code AND " LIST_DAYS LIST_REST;
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
