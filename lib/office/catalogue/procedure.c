/* SPDX-License-Identifier: MIT */
#include "office/catalogue/procedure.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/catalogue/procedure_columns.h"
#include "office/catalogue/procedure_sql.h"

const struct word procedure_channels[] = {
	{ "counter", "trực tiếp|tại quầy|1" },
	{ "online", "trực tuyến|2" },
	{ "post", "bưu chính|qua bưu điện|qua dịch vụ bưu chính|3" },
	{ 0 },
};

const struct word procedure_paper_kinds[] = {
	{ "original", "bản chính|chính|bản gốc" },
	{ "copy", "bản sao|sao|bản chụp|photo|bản photo" },
	{ "certified", "bản sao có chứng thực|bản sao chứng thực|chứng thực|sao y" },
	{ 0 },
};

static const char list_sql[] = "SELECT p.code, " VERSION_COLUMNS(
	"v.") "  FROM procedure p JOIN procedure_version v ON " HOLDS_ON_DAY
	      " WHERE (:ended OR coalesce(v.until, :day) >= :day)"
	      "   AND (NOT :doubtful OR v.doubt IS NOT NULL) ORDER BY v.field, p.code";

enum status
procedure_list(struct office *office, int day, enum procedures_shown shown,
	       struct sink *sink)
{
	char text[DAY_TEXT];
	struct query q;

	query_open(&q, office->store, list_sql);
	query_text(&q, ":day", day_print(day, text));
	query_int(&q, ":ended", shown == PROCEDURES_ENDED_TOO);
	query_int(&q, ":doubtful", shown == PROCEDURES_DOUBTFUL);
	return query_rows(&q, procedure_columns, sink);
}

static const char doubtful_sql[] =
	"SELECT count(*) FROM procedure p JOIN procedure_version v ON " HOLDS_ON_DAY
	" WHERE v.doubt IS NOT NULL AND coalesce(v.until, :day) >= :day";

enum status
procedure_count_doubtful(struct office *office, int64_t *count)
{
	char today[DAY_TEXT];

	return office_number(office, doubtful_sql, ":day",
			     day_print(day_of(office->now), today), count);
}

static const char renew_sql[] =
	"UPDATE procedure AS p SET name = v.name, field = v.field, time_limit = v.time_limit,"
	"  time_unit = v.time_unit, fee = v.fee, decision = v.decision, note = v.note,"
	"  online_limit = v.online_limit, online_unit = v.online_unit,"
	"  online_fee = v.online_fee, post_limit = v.post_limit, post_unit = v.post_unit,"
	"  post_fee = v.post_fee, place = v.place, agency = v.agency,"
	"  legal_basis = v.legal_basis, time_text = v.time_text, fee_text = v.fee_text,"
	"  cutoff = v.cutoff, until = v.until, doubt = v.doubt"
	" FROM procedure_version v WHERE " HOLDS_ON_DAY
	"   AND (" VERSION_COLUMNS("v.") ") IS NOT (" VERSION_COLUMNS("p.") ")";

enum status
procedure_renew(struct office *office, int day, int64_t *changed)
{
	char text[DAY_TEXT];
	struct query q;
	enum status st;

	query_open(&q, office->store, renew_sql);
	query_text(&q, ":day", day_print(day, text));
	query_run(&q);
	if (!(st = query_close(&q)))
		*changed = store_changes(office->store);
	return st;
}

/*
 * The newest version that holds on the day; else the first one that has begun by today.
 */
static const char rule_sql[] =
	"SELECT p.id,"
	" coalesce(CASE :channel WHEN 'online' THEN v.online_limit"
	"          WHEN 'post' THEN v.post_limit END, v.time_limit),"
	" coalesce(CASE :channel WHEN 'online' THEN v.online_unit"
	"          WHEN 'post' THEN v.post_unit END, v.time_unit),"
	" coalesce(CASE :channel WHEN 'online' THEN v.online_fee"
	"          WHEN 'post' THEN v.post_fee END, v.fee), v.cutoff"
	"  FROM procedure p JOIN procedure_version v ON v.procedure_id = p.id"
	" WHERE p.code = :code AND (v.since <= :day OR v.since <= :today)"
	" ORDER BY v.since <= :day DESC, CASE WHEN v.since <= :day THEN v.since END DESC,"
	"  v.since LIMIT 1";

static const char begins_sql[] =
	"SELECT min(v.since) FROM procedure_version v JOIN procedure p ON p.id = v.procedure_id"
	" WHERE p.code = :code";

/* Report why there is no rule: there is no such procedure, or it is not in force yet. */
static enum status
tell_why(struct office *office, const char *code)
{
	struct query q;
	int64_t id;
	enum status st = procedure_id(office, code, &id);

	if (st)
		return st;
	query_open(&q, office->store, begins_sql);
	query_text(&q, ":code", code);
	st = NO;
	if (query_row(&q))
		fail(NO, _("%s: holds only from %s on"), code, query_col_given(&q, 0));
	return worse(st, query_close(&q));
}

enum status
procedure_rule(struct office *office, const char *code, int day, const char *channel,
	       struct procedure_rule *rule)
{
	char text[DAY_TEXT], today[DAY_TEXT];
	struct query q;
	bool found;
	enum status st;

	query_open(&q, office->store, rule_sql);
	query_text(&q, ":code", code);
	query_text(&q, ":channel", channel ? channel : "counter");
	query_text(&q, ":day", day_print(day, text));
	query_text(&q, ":today", day_print(day_of(office->now), today));
	if ((found = query_row(&q))) {
		*rule = (struct procedure_rule){
			.id = query_col_int(&q, 0),
			.limit = query_col_int(&q, 1),
			.unit = time_unit_stored(query_col_given(&q, 2)),
			.fee = query_col_int(&q, 3),
			.has_fee = !query_col_null(&q, 3),
		};
		cutoff_read(query_col_given(&q, 4), &rule->cutoff);
	}
	if ((st = query_close(&q)) || found)
		return st;
	return tell_why(office, code);
}
