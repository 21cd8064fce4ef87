/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_list.h"

#include <stdio.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/text.h"
#include "office/catalogue/procedure.h"
#include "office/core/setting.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier.h"
#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_delay.h"
#include "office/dossier/dossier_ends.h"
#include "office/dossier/dossier_fields.h"
#include "office/dossier/dossier_life.h"
#include "office/dossier/dossier_sql.h"
#include "office/dossier/dossier_words.h"
#include "office/rules/person.h"
#include "office/rules/standing.h"

/* What follows dossier_columns_select() in each of the statements. */
#define LIST_JOINS                                                                       \
	"  JOIN procedure p ON p.id = d.procedure_id"                                    \
	"  LEFT JOIN officer o ON o.id = d.officer_id"                                   \
	"  LEFT JOIN desk k ON k.id = d.desk_id"                                         \
	"  LEFT JOIN officer h ON h.id = d.holder_id"

/* A list "a,b" is searched for ",word,". */
#define ONE_OF(list, word) "instr(',' || " list " || ',', ',' || " word " || ',')"

/* Asked for in the list of standings, and so. */
#define DELAYED(word, when) "(" ONE_OF(":standing", "'" word "'") " AND " when ")"

/* What those of one request have in common. */
#define OF_REQUEST "(SELECT linked FROM dossier WHERE code = :linked)"

/* clang-format off */
#define LIST_REST                                                                        \
	" AND (:standing IS NULL OR " ONE_OF(":standing", DOSSIER_STANDING)              \
	"   OR :delayed AND (" DELAYED("asked_late", ASKED_LATE)                         \
	"     OR " DELAYED("unanswered", UNANSWERED)                                     \
	"     OR " DELAYED("extended_late", EXTENDED_LATE)                               \
	"     OR " DELAYED("handed_late", HANDED_LATE)                                   \
	"     OR " DELAYED("unaccepted", UNACCEPTED) "))"                                \
	" AND (:standing_766 IS NULL"                                                    \
	"      OR " ONE_OF(":standing_766", DOSSIER_STANDING_766) ")"                    \
	" AND (:status IS NULL OR " ONE_OF(":status", "d.status") ")"                    \
	" AND (:channel IS NULL OR d.channel = :channel)"                                \
	" AND (:procedure IS NULL OR d.procedure_id = :procedure)"                       \
	" AND (:officer IS NULL OR d.officer_id = :officer)"                             \
	" AND (:desk IS NULL OR d.desk_id = :desk)"                                      \
	" AND (:holder IS NULL OR d.holder_id = :holder)"                                \
	" AND (:field IS NULL OR matches(p.field, :field))"                              \
	" AND (:id_number IS NULL OR " PERSON_BARE("d.id_number") " = :id_number)"       \
	" AND (:phone IS NULL OR has_phone(d.phone, :phone))"                            \
	" AND (:numbers IS NULL"                                                         \
	"      OR has_numbers(:numbers, d.id_number, d.phone, d.code))"                  \
	" AND (:agency IS NULL OR matches(d.agency, :agency)"                            \
	"      OR matches(d.received_by, :agency))"                                      \
	" AND (:linked IS NULL OR d.linked = " OF_REQUEST ")"                            \
	" AND (:fee_due IS NULL OR " PAYMENT_DUE " > 0)"
/* clang-format on */

static const char one_sql[] = " FROM dossier d" LIST_JOINS
			      " WHERE d.code = :code" LIST_REST " LIMIT :limit";

/* Those of some days: read from the index of that moment, which has them in order. */
#define BY_AND(moment, order, more)                                                      \
	" FROM dossier d" LIST_JOINS " WHERE d." moment " >= :from AND d." moment        \
	" < :to" more LIST_REST " ORDER BY d." moment order ", d.id" order               \
	" LIMIT :limit"
#define BY(moment, order) BY_AND(moment, order, "")
#define UNRECEIVED(order) BY_AND("requested_at", order, " AND d.received_at IS NULL")

static const char *const by_sql[][2] = {
	[BY_RECEIVED] = { BY("received_at", ""), BY("received_at", " DESC") },
	[BY_DUE] = { BY("due_at", ""), BY("due_at", " DESC") },
	[BY_FINISHED] = { BY("finished_at", ""), BY("finished_at", " DESC") },
};

/* What was never accepted has the moment of its request, through the index of these. */
static const char *const requested_sql[] = { UNRECEIVED(""), UNRECEIVED(" DESC") };

/* Those found in another way are sorted afterwards. */
#define MOMENT                                                                           \
	"CASE :by WHEN 0 THEN coalesce(d.received_at, d.requested_at) WHEN 1 THEN d.due_at ELSE d.finished_at END"
#define SORTED                                                                                        \
	" AND " MOMENT " >= :from AND " MOMENT " < :to" LIST_REST                                     \
	" ORDER BY CASE WHEN :accents IS NULL THEN 0 ELSE"                                            \
	"  NOT accents(coalesce(d.applicant, '') || ' ' || p.name || ' ' || coalesce(d.address, '')," \
	"   :accents) END,"                                                                           \
	" " MOMENT " * :order, d.id * :order LIMIT :limit"

/* The open ones, which are few however many years are stored. */
static const char open_sql[] = " FROM dossier d INDEXED BY dossier_open" LIST_JOINS
			       " WHERE d.finished_at IS NULL" SORTED;

static const char words_sql[] =
	" FROM dossier_words CROSS JOIN dossier d ON d.id = dossier_words.rowid" LIST_JOINS
	" WHERE dossier_words MATCH :match" SORTED;

/* Those of one request. */
static const char linked_sql[] = " FROM dossier d" LIST_JOINS
				 " WHERE d.linked = " OF_REQUEST SORTED;

/* Those whose code begins so. */
static const char codes_sql[] = " FROM dossier d" LIST_JOINS
				" WHERE d.code >= :first AND d.code <= :last_code" SORTED;

/* The moment until which what is due is at risk, from the setting at_risk_days. */
static enum status
dossier_risk(struct office *office, int64_t *risk)
{
	struct calendar *calendar = NULL;
	int64_t days = 0;
	enum status st;

	*risk = office->now;
	if ((st = setting_number(office, "at_risk_days", day_of(office->now), &days)) ||
	    !days)
		return st;
	if (!(st = calendar_load(office, &calendar))) {
		/* An office without hours has no working days; nothing is at risk. */
		if (calendar_next_open(calendar, office->now) >= 0)
			st = calendar_due(calendar,
					  &(struct time_rule){ .limit = (int)days },
					  office->now, risk);
	}
	calendar_free(calendar);
	return st;
}

/* A filter, and what was looked up for it. */
struct asked {
	const struct dossier_filter *filter;
	int64_t procedure, officer, desk, holder; /* 0 = not asked */
	int64_t risk;
	struct buf ends; /* how ends without a result count */
	struct words_query words;
	char first[2 * DOSSIER_CODE], last[2 * DOSSIER_CODE]; /* codes; "" = not asked */
	char field[512], agency[512];
	char id_number[PERSON_NUMBER], phone[PERSON_NUMBER]; /* "" = not asked */
};

/* Bring the numbers of the filter into the form in which they are stored. */
static enum status
read_numbers(struct asked *a)
{
	const struct dossier_filter *f = a->filter;
	const char *option = NULL;

	if (f->id_number) {
		person_number_wrong(f->id_number, 9999, a->id_number);
		option = *a->id_number ? NULL : "--id-number";
	}
	if (f->phone && !option) {
		const char *rest = f->phone;

		if (person_next_phone(&rest, a->phone) == PHONE_NO_MORE)
			a->phone[0] = '\0';
		option = *a->phone ? NULL : "--phone";
	}
	return option ? fail(USAGE, _("%s: that is no number"), option) : OK;
}

static enum status
find_ids(struct office *office, struct asked *a)
{
	const struct dossier_filter *f = a->filter;
	enum status st = OK;

	if (f->procedure)
		st = procedure_id(office, f->procedure, &a->procedure);
	if (f->officer && !st)
		st = officer_id(office, f->officer, &a->officer);
	if (f->desk && !st)
		st = desk_id(office, f->desk, &a->desk);
	if (f->holder && !st)
		st = officer_id(office, f->holder, &a->holder);
	return st;
}

const struct word dossier_moments[] = {
	{ .code = "received" },
	{ .code = "due" },
	{ .code = "finished" },
	{ 0 },
};

/* Whether LIST is given and all its words are among WORDS. */
static bool
asks_only(const char *list, const struct word *words)
{
	size_t n;

	return list && !word_stranger(words, list, &n);
}

/* Whether only open dossiers can fit the filter. */
static bool
is_open(const struct dossier_filter *f)
{
	static const struct word standings[] = {
		{ "in_time", NULL },    { "late", NULL },       { "at_risk", NULL },
		{ "unanswered", NULL }, { "unaccepted", NULL }, { 0 }
	};
	static const struct word statuses[] = { { "received", NULL },
						{ "processing", NULL },
						{ "paused", NULL },
						{ "new", NULL },
						{ 0 } };

	return asks_only(f->standing, standings) ||
	       asks_only(f->standing_766, standings) || asks_only(f->status, statuses);
}

static const char begins_sql[] =
	"SELECT code FROM dossier WHERE code >= :first AND code <= :last ORDER BY code LIMIT 1";

/* Set the bounds of the codes that begin with WORD, both to WORD where it is a whole
 * code; a->first is "" when there are none. */
static enum status
ask_code(struct office *office, struct asked *a, const char *word)
{
	struct query q;

	text_copy(a->first, sizeof(a->first), word);
	snprintf(a->last, sizeof(a->last), "%s\xf4\x8f\xbf\xbf", word);
	query_open(&q, office->store, begins_sql);
	query_text(&q, ":first", a->first);
	query_text(&q, ":last", a->last);
	if (!query_row(&q))
		a->first[0] = '\0';
	else if (!strcmp(query_col_given(&q, 0), word))
		text_copy(a->last, sizeof(a->last), word);
	return query_close(&q);
}

/* A single word that has digits and other signs too may be how a code begins. */
static enum status
ask_codes(struct office *office, struct asked *a)
{
	const char *text = a->filter->text;
	char upper[DOSSIER_CODE];
	size_t n = strlen(text), i;
	enum status st;

	if (n >= DOSSIER_CODE || strpbrk(text, " \t\r\n") ||
	    !strpbrk(text, "0123456789") || !text[strspn(text, "0123456789")])
		return OK;
	if ((st = ask_code(office, a, text)) || a->first[0])
		return st;
	for (i = 0; i <= n; i++) {
		upper[i] = text[i];
		if (text[i] >= 'a' && text[i] <= 'z')
			upper[i] = (char)(text[i] - 'a' + 'A');
	}
	return ask_code(office, a, upper);
}

/* What is asked of the index of words. */
static enum status
ask_words(struct office *office, struct asked *a)
{
	const struct dossier_filter *f = a->filter;
	enum status st = OK;

	if (f->text && ((st = ask_codes(office, a)) || a->first[0]))
		return st;
	if (f->text)
		st = words_ask(office, &a->words, f->text);
	if (*a->id_number)
		words_ask_number(&a->words, a->id_number);
	if (*a->phone)
		words_ask_number(&a->words, a->phone);
	if (st ||
	    (!a->words.match.length && (is_open(f) || f->days.from != EVERY_DAY.from ||
					f->days.to != EVERY_DAY.to)))
		return st;
	if (a->procedure)
		words_ask_procedure(&a->words, a->procedure);
	return f->field ? words_ask_field(office, &a->words, f->field) : OK;
}

/* Choose the statement that reads the fewest rows. */
static const char *
choose_route(const struct asked *a)
{
	if (a->filter->code)
		return one_sql;
	if (a->first[0])
		return codes_sql;
	if (a->words.match.length)
		return words_sql;
	if (*a->filter->linked)
		return linked_sql;
	return is_open(a->filter) ? open_sql : by_sql[a->filter->by][a->filter->newest];
}

/* TEXT folded into ROOM, to be compared with folded texts; NULL stays NULL. */
static const char *
fold_asked(const char *text, char room[static 512])
{
	if (!text)
		return NULL;
	/* Without a letter it must fit nothing, and "?" fits nothing that is folded. */
	if (!fold_text(text, room, 512))
		text_copy(room, 512, "?");
	return room;
}

static void
bind_id(struct query *q, const char *name, int64_t id)
{
	if (id)
		query_int(q, name, id);
}

/* Whether what else is late is asked for, beside the standings themselves. */
static bool
asks_delays(const struct dossier_filter *f)
{
	return f->standing && !asks_only(f->standing, dossier_standings);
}

static void
bind_filter(struct office *office, struct query *q, struct asked *a)
{
	const struct dossier_filter *f = a->filter;

	query_int(q, ":now", office->now);
	query_int(q, ":risk", a->risk);
	query_text(q, ":ends", a->ends.text);
	query_int(q, ":last", f->last);
	query_int(q, ":limit", f->limit ? f->limit : -1);
	query_text(q, ":standing", f->standing);
	query_int(q, ":delayed", asks_delays(f));
	query_text(q, ":standing_766", f->standing_766);
	query_text(q, ":status", f->status);
	query_text(q, ":channel", f->channel);
	bind_id(q, ":procedure", a->procedure);
	bind_id(q, ":officer", a->officer);
	bind_id(q, ":desk", a->desk);
	bind_id(q, ":holder", a->holder);
	query_text(q, ":field", fold_asked(f->field, a->field));
	query_text(q, ":agency", fold_asked(f->agency, a->agency));
	query_text(q, ":id_number", *a->id_number ? a->id_number : NULL);
	query_text(q, ":phone", *a->phone ? a->phone : NULL);
	query_text(q, ":numbers", a->words.numbers.text);
	query_text(q, ":linked", *f->linked ? f->linked : NULL);
	bind_id(q, ":fee_due", f->fee_due);
}

/* Bind the parameters that only some of the statements have. */
static void
bind_route(struct query *q, const struct asked *a)
{
	const struct dossier_filter *f = a->filter;

	if (f->code) {
		query_text(q, ":code", f->code);
		return;
	}
	query_int(q, ":from", day_moment(f->days.from, 0));
	query_int(q, ":to", day_moment(f->days.to + 1, 0));
	if (!query_has(q, ":by"))
		return;
	query_int(q, ":by", f->by);
	query_int(q, ":order", f->newest ? -1 : 1);
	query_text(q, ":accents",
		   f->text && text_is_accented(f->text, strlen(f->text)) ? f->text :
									   NULL);
	if (query_has(q, ":match"))
		query_text(q, ":match", a->words.match.text);
	if (query_has(q, ":first")) {
		query_text(q, ":first", a->first);
		query_text(q, ":last_code", a->last);
	}
}

/* A sink between the query and the caller's, which masks personal data. */
struct masking {
	struct sink sink;
	struct sink *to;
	bool full; /* nothing is */
	int64_t sent;
};

static enum status
mask_row(struct sink *sink, const struct value *values)
{
	struct masking *m = (struct masking *)sink;
	struct value row[DOSSIER_COLUMNS];
	char rooms[DOSSIER_COLUMNS][PERSON_NUMBER];
	enum dossier_column i;

	m->sent++;
	if (m->full)
		return m->to->row(m->to, values);
	memcpy(row, values, sizeof(row));
	for (i = 0; i < DOSSIER_COLUMNS; i++)
		if (dossier_column_is(i, MASKED) && row[i].text)
			row[i] = value_text(dossier_column_is(i, LAST_FOUR) ?
						    person_mask(row[i].text, rooms[i]) :
						    "********");
	return m->to->row(m->to, row);
}

static enum status
send_route(struct office *office, struct asked *a, const char *route,
	   struct masking *masking)
{
	struct buf sql = { 0 };
	struct query q;
	enum status st;

	dossier_columns_select(&sql);
	buf_text(&sql, route);
	query_open(&q, office->store, sql.text);
	bind_filter(office, &q, a);
	if (a->filter->limit)
		query_int(&q, ":limit", a->filter->limit - masking->sent);
	bind_route(&q, a);
	if (asks_delays(a->filter) && (st = dossier_delay_bind(office, &q)))
		st = worse(st, query_close(&q));
	else
		st = query_rows(&q, dossier_columns, &masking->sink);
	buf_free(&sql);
	return st;
}

/* By receipt, those that have none come behind the others, at their request. */
static enum status
send_rows(struct office *office, struct asked *a, struct sink *sink)
{
	const struct dossier_filter *f = a->filter;
	struct masking masking = { .sink = { mask_row }, .to = sink, .full = f->full };
	const char *route = choose_route(a);
	enum status st = send_route(office, a, route, &masking);

	if (st || route != by_sql[BY_RECEIVED][f->newest] ||
	    (f->limit && masking.sent >= f->limit))
		return st;
	return send_route(office, a, requested_sql[f->newest], &masking);
}

enum status
dossier_list(struct office *office, const struct dossier_filter *filter,
	     struct sink *sink)
{
	struct asked asked = { .filter = filter };
	enum status st;

	if (!(st = read_numbers(&asked)) && !(st = find_ids(office, &asked)) &&
	    !(st = dossier_risk(office, &asked.risk)) &&
	    !(st = dossier_ends(office, &asked.ends)) && !filter->code)
		st = ask_words(office, &asked);
	if (!st)
		st = send_rows(office, &asked, sink);
	words_query_free(&asked.words);
	buf_free(&asked.ends);
	return st;
}
