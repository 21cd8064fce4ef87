/* SPDX-License-Identifier: MIT */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/dossier/payment.h"
#include "office/keep/check_parts.h"

/*
 * Checks the payments against the journal, which records each one when it is taken: none
 * may be changed, missing, or entered without a command (imported ones are marked).
 * Comparing the report of takings with them would prove nothing, since it adds up the
 * same rows.
 */

static const char told_sql[] =
	"SELECT subject, detail FROM journal WHERE act = 'dossier pay' ORDER BY id";
static const char kept_sql[] =
	"SELECT p.id, d.code, p.amount, p.method"
	"  FROM payment p JOIN dossier d ON d.id = p.dossier_id WHERE p.imported IS NULL"
	" ORDER BY p.id";

/* A payment from the journal or from the store.  ID is INT64_MAX after the last one. */
struct one {
	int64_t id, amount;
	const char *code, *method; /* valid until the next one is read */
	json_t *detail;
};

static int64_t
read_number(const json_t *object, const char *key)
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
	told->detail = json_loads(query_col_given(q, 1), 0, NULL);
	told->id = read_number(told->detail, "payment");
	told->amount = read_number(told->detail, "amount");
	told->method = json_string_value(json_object_get(told->detail, "method"));
	told->code = query_col_given(q, 0);
}

static void
next_kept(struct query *q, struct one *kept)
{
	*kept = (struct one){ .id = INT64_MAX };
	if (query_row(q))
		*kept = (struct one){ .id = query_col_int(q, 0),
				      .code = query_col_given(q, 1),
				      .amount = query_col_int(q, 2),
				      .method = query_col_given(q, 3) };
}

static bool
same_text(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

/* The difference between the next payment of each list, as text to be freed; or NULL. */
static char *
name_difference(const struct one *told, const struct one *kept)
{
	const struct one *first = told->id < kept->id ? told : kept;
	const long long id = first->id, amount = first->amount;
	const char *code = first->code ? first->code : "";

	if (told->id < kept->id)
		return mem_print(_("payment %lld of %s, %lld, is in the journal only"),
				 id, code, amount);
	if (kept->id < told->id)
		return mem_print(_("payment %lld of %s, %lld, is not in the journal"), id,
				 code, amount);
	if (told->amount != kept->amount)
		return mem_print(_("payment %lld of %s is %lld, the journal has %lld"),
				 id, code, (long long)kept->amount,
				 (long long)told->amount);
	if (!same_text(told->code, kept->code) || !same_text(told->method, kept->method))
		return mem_print(
			_("payment %lld of %s: the journal has another dossier or"
			  " method"),
			id, code);
	return NULL;
}

static enum status
compare_payment(struct checking *c, const struct one *told, const struct one *kept)
{
	char *what = name_difference(told, kept);
	enum status st = what ? check_error(c, "payments", what) : OK;

	free(what);
	return st;
}

/* Ids rise in both lists, so they are read side by side. */
static enum status
walk_payments(struct checking *c, struct query *told_q, struct query *kept_q)
{
	struct one told = { 0 }, kept = { 0 };
	enum status st = OK;

	next_told(told_q, &told);
	next_kept(kept_q, &kept);
	while (!st && (told.id < INT64_MAX || kept.id < INT64_MAX)) {
		const int64_t told_id = told.id, kept_id = kept.id;

		st = compare_payment(c, &told, &kept);
		if (told_id <= kept_id)
			next_told(told_q, &told);
		if (kept_id <= told_id)
			next_kept(kept_q, &kept);
	}
	json_decref(told.detail);
	return st;
}

/* Nothing is reported to an office that takes no fees. */
static enum status
tell_sum(struct checking *c)
{
	struct query q;
	char *detail = NULL;
	enum status st;

	query_open(&q, c->office->store,
		   "SELECT count(*), " MONEY_SUM("amount") " FROM payment");
	if (query_row(&q) && query_col_int(&q, 0))
		detail = mem_print(_("%lld payments, %lld dong in all"),
				   (long long)query_col_int(&q, 0),
				   (long long)query_col_int(&q, 1));
	if (!(st = query_close(&q)) && detail)
		st = check_tell(c, "payments", "ok", detail);
	free(detail);
	return st;
}

enum status
check_payments(struct checking *c)
{
	const int before = c->errors;
	struct query told, kept;
	enum status st;

	query_open(&told, c->office->store, told_sql);
	query_open(&kept, c->office->store, kept_sql);
	st = walk_payments(c, &told, &kept);
	st = worse(st, query_close(&told));
	st = worse(st, query_close(&kept));
	return st || c->errors > before ? st : tell_sum(c);
}
