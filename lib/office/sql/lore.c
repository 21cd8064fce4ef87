/* SPDX-License-Identifier: MIT */
#include "office/sql/lore.h"

#include <string.h>

#include "base/fold.h"
#include "base/moment.h"
#include "base/word.h"
#include "office/catalogue/procedure.h"
#include "office/dossier/dossier_agency.h"
#include "office/dossier/dossier_words.h"
#include "office/dossier/payment_list.h"
#include "office/dossier/promises.h"
#include "office/queue/visit.h"
#include "office/rules/addressed.h"
#include "office/rules/label.h"
#include "office/rules/life.h"
#include "office/rules/period.h"
#include "office/rules/person.h"
#include "office/rules/standing.h"
#include "office/rules/words.h"
#include "store/secret.h"

/* The versions of the schema that have the index of words, the secret, and whose promise
 * a dossier has; and that from which ends without a result count by their due moment. */
#define VERSION_WITH_WORDS  12 /* as they are folded now */
#define VERSION_WITH_SECRET 9
#define VERSION_WITH_CLOCK  10
#define VERSION_AS_IT_STOOD 11
#define VERSION_LINKED      19

/* What is not there is -1 to the rules. */
static int64_t
read_moment(const struct value *value)
{
	return value->kind == VALUE_INT ? value->number : -1;
}

static bool
is_moment(const struct value *value)
{
	return value->kind == VALUE_INT;
}

/* TEXT, which may be NULL, into ROOM as the answer. */
static struct value
answer_text(struct buf *room, const char *text)
{
	buf_text(room, text);
	return value_text(room->text);
}

static void
sql_label(const struct value *v, struct value *answer, struct buf *room)
{
	char label[LABEL_TEXT];

	if (!v[0].text || v[1].kind != VALUE_INT)
		return;
	label_print(v[0].text, v[1].number, label);
	*answer = answer_text(room, label);
}

static void
sql_local_day(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	if (is_moment(&v[0]))
		*answer = value_int(day_of(v[0].number));
}

static void
sql_local_date(const struct value *v, struct value *answer, struct buf *room)
{
	char day[DAY_TEXT];

	if (is_moment(&v[0]))
		*answer = answer_text(room, day_print(day_of(v[0].number), day));
}

static void
sql_local_year(const struct value *v, struct value *answer, struct buf *room)
{
	int year, month, day;

	(void)room;
	if (!is_moment(&v[0]))
		return;
	day_to_ymd(day_of(v[0].number), &year, &month, &day);
	*answer = value_int(year);
}

static void
sql_moment_text(const struct value *v, struct value *answer, struct buf *room)
{
	char text[MOMENT_TEXT];

	if (is_moment(&v[0]))
		*answer = answer_text(room, moment_print(v[0].number, text));
}

static void
sql_read_moment(const struct value *v, struct value *answer, struct buf *room)
{
	int64_t moment;

	(void)room;
	if (v[0].text && moment_read(v[0].text, 0, &moment))
		*answer = value_int(moment);
}

static void
sql_without_result(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	if (v[0].text)
		*answer = value_int(standing_without_result(v[0].text));
}

static void
sql_standing_of_end(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	if (is_moment(&v[0]) && is_moment(&v[1]))
		*answer = value_text(standing_of_end(v[0].number, v[1].number));
}

static void
sql_standing(const struct value *v, struct value *answer, struct buf *room)
{
	const struct standing_facts facts = { .status = v[0].text,
					      .finished_at = read_moment(&v[1]),
					      .due_at = read_moment(&v[2]),
					      .paused_at = read_moment(&v[3]) };

	(void)room;
	if (facts.status)
		*answer = value_text(standing_now(&facts, v[4].number, v[5].number));
}

static void
sql_standing_no_result(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	if (v[0].text && is_moment(&v[1]) && is_moment(&v[2]))
		*answer = value_text(
			standing_no_result(v[0].text, v[1].number, v[2].number));
}

static void
sql_is_ours(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	*answer = value_int(agency_is_ours(v[0].text, v[1].text ? v[1].text : ""));
}

static void
sql_standing_766(const struct value *v, struct value *answer, struct buf *room)
{
	const struct standing_facts facts = { .status = v[0].text,
					      .finished_at = read_moment(&v[1]),
					      .due_at = read_moment(&v[2]),
					      .first_due_at = read_moment(&v[3]),
					      .paused_at = read_moment(&v[4]),
					      .pause_kind = v[5].text,
					      .requests = v[6].number,
					      .waited = v[7].number };

	(void)room;
	if (facts.status)
		*answer = value_text(standing_766(&facts, v[8].number));
}

static void
sql_words(const struct value *v, struct value *answer, struct buf *room)
{
	words_print(room, &(struct words_of){ .code = v[0].text,
					      .applicant = v[1].text,
					      .id_number = v[2].text,
					      .phone = v[3].text,
					      .address = v[4].text,
					      .procedure = v[5].number });
	*answer = value_text(room->text);
}

static void
sql_digits(const struct value *v, struct value *answer, struct buf *room)
{
	char digits[WORDS_DIGITS];

	*answer = answer_text(room, words_digits(v[0].text, digits));
}

static void
sql_has_phone(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	if (v[0].text && v[1].text)
		*answer = value_int(person_has_phone(v[0].text, v[1].text));
}

static void
sql_has_numbers(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	*answer = value_int(
		words_have_numbers(v[0].text, v[1].text, v[2].text, v[3].text));
}

/* The closed lists, and some words of them, that statements ask for by name. */
static const struct {
	const char *name;
	const struct word *words;
	unsigned some; /* a bit for each word by its place; 0: all of them */
} lists[] = {
	{ "acts", dossier_acts, 0 },
	{ "acts_giving", dossier_acts, ACTS_GIVING },
	{ "acts_of_clock", dossier_acts, ACTS_OF_CLOCK },
	{ "acts_of_hands", dossier_acts, ACTS_OF_HANDS },
	{ "acts_passing", dossier_acts, ACTS_PASSING },
	{ "acts_to_citizen", dossier_acts, ACTS_TO_CITIZEN },
	{ "paper_kinds", procedure_paper_kinds, 0 },
	{ "pause_kinds", dossier_pause_kinds, 0 },
	{ "payment_methods", payment_methods, 0 },
	{ "states_over", visit_states, VISIT_OVER },
	{ "statuses", dossier_statuses, 0 },
	{ "yes_no", yes_no, 0 },
};

static void
sql_is_word(const struct value *v, struct value *answer, struct buf *room)
{
	const struct word *word;
	size_t i;

	(void)room;
	for (i = 0; v[0].text && i < sizeof(lists) / sizeof(*lists); i++) {
		if (strcmp(v[0].text, lists[i].name) != 0)
			continue;
		word = word_find(lists[i].words, v[1].text);
		*answer = value_int(
			word &&
			(!lists[i].some || lists[i].some >> (word - lists[i].words) & 1));
		return;
	}
}

static void
sql_matches(const struct value *v, struct value *answer, struct buf *room)
{
	char folded[4096], asked[1024];

	(void)room;
	*answer = value_int(0);
	if (!v[0].text || !v[1].text ||
	    words_fold(v[1].text, asked, sizeof(asked)) >= sizeof(asked) || !*asked)
		return;
	words_fold(v[0].text, folded, sizeof(folded));
	*answer = value_int(fold_matches(folded, asked));
}

static void
sql_accents(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	*answer = value_int(v[0].text && v[1].text && fold_accents(v[0].text, v[1].text));
}

static void
sql_agency_said(const struct value *v, struct value *answer, struct buf *room)
{
	if (!v[0].text)
		return;
	addressed_agency(v[0].text, room);
	*answer = value_text(room->text);
}

static void
sql_is_organisation(const struct value *v, struct value *answer, struct buf *room)
{
	(void)room;
	*answer = value_int(addressed_is_organisation(v[0].text, v[1].text));
}

static const struct store_function functions[] = {
	{ .name = "label", .arguments = 2, .call = sql_label },
	{ .name = "local_day", .arguments = 1, .call = sql_local_day },
	{ .name = "local_date", .arguments = 1, .call = sql_local_date },
	{ .name = "local_year", .arguments = 1, .call = sql_local_year },
	{ .name = "moment_text", .arguments = 1, .call = sql_moment_text },
	{ .name = "read_moment", .arguments = 1, .call = sql_read_moment },
	{ .name = "without_result", .arguments = 1, .call = sql_without_result },
	{ .name = "standing_of_end", .arguments = 2, .call = sql_standing_of_end },
	{ .name = "standing", .arguments = 6, .call = sql_standing },
	{ .name = "standing_no_result", .arguments = 3, .call = sql_standing_no_result },
	{ .name = "standing_766", .arguments = 9, .call = sql_standing_766 },
	{ .name = "is_ours", .arguments = 2, .call = sql_is_ours },
	{ .name = "words", .arguments = 6, .call = sql_words },
	{ .name = "digits", .arguments = 1, .call = sql_digits },
	{ .name = "has_phone", .arguments = 2, .call = sql_has_phone },
	{ .name = "has_numbers", .arguments = 4, .call = sql_has_numbers },
	{ .name = "is_word", .arguments = 2, .call = sql_is_word },
	{ .name = "matches", .arguments = 2, .call = sql_matches },
	{ .name = "accents", .arguments = 2, .call = sql_accents },
	{ .name = "agency_said", .arguments = 1, .call = sql_agency_said },
	{ .name = "is_organisation", .arguments = 2, .call = sql_is_organisation },
	{ 0 },
};

/*
 * What was received before the upgrade keeps the clock under which it was: the day on
 * which a dossier came may be today's.
 */
static const char keep_clock_sql[] =
	"INSERT INTO setting (key, since, value)"
	" SELECT 'supplement_clock', '0001-01-01', 'continue' WHERE EXISTS"
	"   (SELECT 1 FROM dossier)"
	" UNION ALL SELECT 'supplement_clock', iif(EXISTS"
	"     (SELECT 1 FROM dossier WHERE local_date(received_at) = :today), :tomorrow, :today),"
	"   'restart' WHERE EXISTS (SELECT 1 FROM dossier)";

static enum status
keep_clock(struct store *store)
{
	const int day = day_of(moment_now());
	char today[DAY_TEXT], tomorrow[DAY_TEXT];
	struct query q;

	query_open(&q, store, keep_clock_sql);
	query_text(&q, ":today", day_print(day, today));
	query_text(&q, ":tomorrow", day_print(day + 1, tomorrow));
	query_run(&q);
	return query_close(&q);
}

/* Whose promises they are (`reckoned`, of an earlier step) is told by today's rules,
 * which read all columns.  An office whose hours cannot be read has none to compare. */
static enum status
judge_promises(struct store *store)
{
	struct office office = { .store = store };
	const enum status st = promises_judge(&office, true);

	return st == BAD_DATA ? OK : st;
}

/* Whether anything was done in the store before the upgrade that is going on. */
static enum status
look_whether_used(struct store *store, bool *used)
{
	struct query q;

	query_open(&q, store, "SELECT EXISTS (SELECT 1 FROM journal)");
	*used = query_row(&q) && query_col_int(&q, 0);
	return query_close(&q);
}

static const char keep_sql[] =
	"INSERT INTO setting (key, since, value)"
	" SELECT 'late_ends', '0001-01-01', 'no' UNION ALL SELECT 'late_ends', :day, 'yes'"
	" UNION ALL SELECT 'count_withdrawn', '0001-01-01', 'aside'"
	"   WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = 'count_withdrawn')"
	" UNION ALL SELECT 'count_withdrawn', :day, 'ended'"
	"   WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = 'count_withdrawn')";

/*
 * What an older store has reported stays: its ends count by the new rule from the first
 * day of this reported month on.
 */
static enum status
keep_counting(struct store *store)
{
	char day[DAY_TEXT];
	bool used;
	struct query q;
	enum status st = look_whether_used(store, &used);

	if (st || !used)
		return st;
	day_print(period_month(day_of(moment_now())).from, day);
	query_open(&q, store, keep_sql);
	query_text(&q, ":day", day);
	query_run(&q);
	return query_close(&q);
}

/* What SQL alone could not do: fold the words of what is there already, draw a secret,
 * tell whose promises there are, and the day of the upgrade. */
static enum status
finish_step(struct store *store, int version)
{
	switch (version) {
	case VERSION_WITH_WORDS:
		return words_fill(store, 0);
	case VERSION_WITH_SECRET:
		return secret_make(store);
	case VERSION_WITH_CLOCK:
		return keep_clock(store);
	case VERSION_AS_IT_STOOD:
		return keep_counting(store);
	case VERSION_LINKED:
		return judge_promises(store);
	default:
		return OK;
	}
}

const struct store_lore office_lore = { .functions = functions,
					.after_step = finish_step };
