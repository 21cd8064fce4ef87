/* SPDX-License-Identifier: MIT */
#include "office/report/report_takings.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/core/columns.h"
#include "office/dossier/payment.h"
#include "office/dossier/payment_list.h"
#include "office/report/name_then.h"

/*
 * Fees taken in the period.  Sums are less what was given back.  The cashless shares are
 * of what was taken only, since a large refund would make them negative.
 */

#define MONEY(key_, heading_)                                                            \
	{                                                                                \
		.key = key_, .heading = heading_, .type = COL_MONEY                      \
	}

const struct column takings_columns[] = {
	{ .key = "method",
	  .heading = N_("Method"),
	  .type = COL_WORD,
	  .words = payment_methods },
	FIGURE("payments", NC_("count", "Payments")),
	MONEY("taken", N_("Fees taken")),
	FIGURE("refunds", N_("Refunds")),
	MONEY("refunded", N_("Given back")),
	MONEY("amount", N_("Amount")),
	SHARE("share_payments", N_("Share of payments")),
	SHARE("share_taken", N_("Share of takings")),
	{ 0 },
};

#define SUMS                                                                             \
	FIGURE("payments", NC_("count", "Payments")), MONEY("cash", N_("Cash")),         \
		MONEY("transfer", N_("Transfer")), MONEY("total", N_("Sum")),            \
		SHARE("cashless_payments", N_("Cashless payments")),                     \
		SHARE("cashless_taken", N_("Cashless takings"))

static const struct column takings_day_columns[] = {
	{ .key = "day", .heading = N_("Day"), .type = COL_DAY },
	SUMS,
	{ 0 },
};

static const struct column takings_officer_columns[] = {
	{ .key = "officer", .heading = N_("Officer"), .type = COL_TEXT },
	{ .key = "name", .heading = N_("Name"), .type = COL_TEXT },
	SUMS,
	{ 0 },
};

static struct value
share_of(int64_t part, int64_t whole)
{
	return whole ? value_real(100.0 * (double)part / (double)whole) : VALUE_NONE;
}

static void
open_period(struct query *q, struct office *office, const char *sql,
	    const struct period *period)
{
	query_open(q, office->store, sql);
	query_int(q, ":from", day_moment(period->from, 0));
	query_int(q, ":to", day_moment(period->to + 1, 0));
}

#define TAKEN    MONEY_SUM("max(amount, 0)")
#define REFUNDED MONEY_SUM("min(amount, 0)")

static const char methods_sql[] =
	"SELECT coalesce(sum(amount > 0), 0), " TAKEN ","
	"       coalesce(sum(amount < 0), 0), " REFUNDED "  FROM payment"
	" WHERE paid_at >= :from AND paid_at < :to AND method = :method";

/* The figures of a method: payments, taken, refunds, refunded. */
struct taken {
	int64_t n[4];
};

static enum status
read_method(struct office *office, const struct period *period, const char *method,
	    struct taken *taken)
{
	struct query q;
	int i;

	open_period(&q, office, methods_sql, period);
	query_text(&q, ":method", method);
	if (query_row(&q))
		for (i = 0; i < 4; i++)
			taken->n[i] = query_col_int(&q, i);
	return query_close(&q);
}

/* Both methods are shown, even one that was not used. */
enum status
report_takings(struct office *office, const struct period *period, struct sink *sink)
{
	struct taken all[2] = { 0 };
	enum status st = OK;
	int i;

	for (i = 0; i < 2 && !st; i++)
		st = read_method(office, period, payment_methods[i].code, &all[i]);
	for (i = 0; i < 2 && !st; i++) {
		const int64_t *n = all[i].n;

		st = sink->row(sink,
			       (const struct value[]){
				       value_text(payment_methods[i].code),
				       value_int(n[0]), value_int(n[1]), value_int(n[2]),
				       value_int(n[3]), value_int(number_add(n[1], n[3])),
				       share_of(n[0], all[0].n[0] + all[1].n[0]),
				       share_of(n[1],
						number_add(all[0].n[1], all[1].n[1])) });
	}
	return st;
}

#define CASH     MONEY_SUM("CASE WHEN method = 'cash' THEN amount ELSE 0 END")
#define TRANSFER MONEY_SUM("CASE WHEN method = 'cash' THEN 0 ELSE amount END")
#define TAKEN_BY_TRANSFER                                                                \
	MONEY_SUM("CASE WHEN method = 'cash' THEN 0 ELSE max(amount, 0) END")

/*
 * Six columns: payments; the sums of cash and of transfers; then, of what was taken, the
 * payments by transfer, the sum of all, and the sum of transfers.
 */
#define SUMS_SQL                                                                         \
	" sum(amount > 0), " CASH ", " TRANSFER ","                                      \
	" sum(amount > 0 AND method = 'transfer'), " TAKEN ", " TAKEN_BY_TRANSFER

static const char days_sql[] =
	"SELECT local_date(paid_at)," SUMS_SQL "  FROM payment"
	" WHERE paid_at >= :from AND paid_at < :to GROUP BY 1 ORDER BY 1";

static const char officers_sql[] = "SELECT o.code, " NAME_THEN(
	"officer", "o") "," SUMS_SQL
			"  FROM payment p LEFT JOIN officer o ON o.id = p.officer_id"
			" WHERE paid_at >= :from AND paid_at < :to GROUP BY p.officer_id"
			" ORDER BY o.code IS NULL, o.code";

#define SUMS_COUNT 6

/* The six columns of SUMS, from the column FIRST of the results on. */
static void
read_sums(struct query *q, int first, struct value row[static SUMS_COUNT])
{
	int64_t n[6];
	int i;

	for (i = 0; i < 6; i++)
		n[i] = query_col_int(q, first + i);
	row[0] = value_int(n[0]);
	row[1] = value_int(n[1]);
	row[2] = value_int(n[2]);
	row[3] = value_int(number_add(n[1], n[2]));
	row[4] = share_of(n[3], n[0]);
	row[5] = share_of(n[5], n[4]);
}

static enum status
report_takings_days(struct office *office, const struct period *period, struct sink *sink)
{
	struct value row[1 + SUMS_COUNT];
	struct query q;
	enum status st = OK, read;

	open_period(&q, office, days_sql, period);
	while (!st && query_row(&q)) {
		row[0] = value_text(query_col_text(&q, 0));
		read_sums(&q, 1, row + 1);
		st = sink->row(sink, row);
	}
	read = query_close(&q);
	return st ? st : read;
}

/* Payments without an officer have a row of their own. */
static enum status
report_takings_officers(struct office *office, const struct period *period,
			struct sink *sink)
{
	struct value row[2 + SUMS_COUNT];
	char last[DAY_TEXT];
	struct query q;
	enum status st = OK, read;

	open_period(&q, office, officers_sql, period);
	query_text(&q, ":last", day_print(period->to, last));
	while (!st && query_row(&q)) {
		row[0] = value_text(query_col_text(&q, 0));
		row[1] = value_text(query_col_text(&q, 1));
		read_sums(&q, 2, row + 2);
		st = sink->row(sink, row);
	}
	read = query_close(&q);
	return st ? st : read;
}

static const struct report_section takings_sections[] = {
	{ .key = "methods",
	  .title = N_("By method"),
	  .columns = takings_columns,
	  .total = true,
	  .rows = report_takings },
	{ .key = "days",
	  .title = N_("By day"),
	  .columns = takings_day_columns,
	  .total = true,
	  .rows = report_takings_days },
	{ .key = "officers",
	  .title = N_("By officer"),
	  .columns = takings_officer_columns,
	  .total = true,
	  .rows = report_takings_officers },
	{ 0 },
};

const struct report takings_report = {
	.name = "takings",
	.title = N_("FEES TAKEN"),
	.sheet = N_("Takings"),
	.apart = true,
	.about = N_("fees taken, by method, day and officer"),
	.unit = N_("Unit: dong"),
	.columns = takings_columns,
	.sections = takings_sections,
};
