/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_begin.h"

#include "base/intl.h"
#include "base/moment.h"
#include "office/catalogue/procedure.h"
#include "office/core/worktime.h"

enum status
beginning_rule(struct office *office, const char *procedure, const char *channel,
	       int64_t received, struct dossier_beginning *beginning)
{
	const int day = day_of(received);
	struct procedure_rule found;
	int64_t id;
	enum status st = procedure_in_force(office, procedure, day, &id);

	if (st || (st = procedure_rule(office, procedure, day, channel, &found)))
		return st;
	*beginning = (struct dossier_beginning){ .procedure = found.id,
						 .fee = found.fee,
						 .has_fee = found.has_fee,
						 .time = { .unit = found.unit,
							   .limit = (int)found.limit,
							   .cutoff = found.cutoff },
						 .term = { .counts_from = -1 } };
	return OK;
}

/* The rule that is asked about without a procedure. */
static enum status
read_rule(const struct dossier_question *question, struct time_rule *rule)
{
	int unit = time_unit_read(question->unit);

	if (unit < 0)
		return fail(USAGE, _("'%s' is no unit of time"), question->unit);
	if (unit == UNIT_SAME_DAY && !time_limit_fits(UNIT_SAME_DAY, question->limit))
		return fail(USAGE, _("same-day has no limit"));
	*rule = (struct time_rule){ .unit = (enum time_unit)unit,
				    .limit = question->limit };
	return OK;
}

/* What RULE, which gets the office's cut-off where it has none, promises at RECEIVED. */
static enum status
find_term(const struct calendar *calendar, struct time_rule *rule, int64_t received,
	  struct dossier_term *term)
{
	enum status st;

	calendar_settle_rule(calendar, rule, received);
	if ((st = calendar_due(calendar, rule, received, &term->due)))
		return st;
	term->counts_from = calendar_receipt(calendar, rule, received);
	if (day_of(term->counts_from) == day_of(received))
		term->counts_from = -1;
	term->after_cutoff = calendar_closing(calendar, day_of(received)) >= received;
	term->unsettled = calendar_unsettled(calendar, received, term->due);
	return OK;
}

static const char first_step_sql[] =
	"SELECT step, desk_id, time_limit, time_unit FROM procedure_step"
	" WHERE procedure_id = :procedure ORDER BY step LIMIT 1";

static enum status
find_first_step(struct office *office, const struct calendar *calendar, int64_t received,
		struct dossier_beginning *b)
{
	struct time_rule share = { .cutoff = b->time.cutoff };
	struct query q;
	enum status st;

	query_open(&q, office->store, first_step_sql);
	query_int(&q, ":procedure", b->procedure);
	if (query_row(&q)) {
		b->step = query_col_int(&q, 0);
		b->desk = query_col_int(&q, 1);
		share.limit = (int)query_col_int(&q, 2);
		share.unit = time_unit_stored(query_col_given(&q, 3));
	}
	if ((st = query_close(&q)) || !b->step)
		return st;
	return calendar_due(calendar, &share, received, &b->step_due);
}

enum status
beginning_find(struct office *office, const struct calendar *calendar,
	       const char *procedure, const char *channel, int64_t received,
	       struct dossier_beginning *b)
{
	enum status st = beginning_rule(office, procedure, channel, received, b);

	if (st || (st = find_term(calendar, &b->time, received, &b->term)))
		return st;
	return find_first_step(office, calendar, received, b);
}

static const char write_sql[] =
	"UPDATE dossier SET received_at = :received, time_limit = :limit, time_unit = :unit,"
	"  cutoff = :cutoff, fee = coalesce(fee, :fee), reckoned = 1, due_at = :due,"
	"  status = 'received' WHERE id = :id";

enum status
beginning_write(struct office *office, int64_t id, int64_t received,
		const struct dossier_beginning *b)
{
	char cutoff[CUTOFF_TEXT];
	struct query q;

	query_open(&q, office->store, write_sql);
	query_int(&q, ":id", id);
	query_int(&q, ":received", received);
	query_int(&q, ":limit", b->time.limit);
	query_text(&q, ":unit", time_unit_word(b->time.unit));
	query_text(&q, ":cutoff", cutoff_print(b->time.cutoff, cutoff));
	query_int(&q, ":due", b->term.due);
	if (b->has_fee)
		query_int(&q, ":fee", b->fee);
	query_run(&q);
	return query_close(&q);
}

enum status
dossier_due(struct office *office, const struct dossier_question *question,
	    struct dossier_term *term)
{
	struct calendar *calendar = NULL;
	struct dossier_beginning b = { .procedure = 0 };
	enum status st;

	if (question->procedure)
		st = beginning_rule(office, question->procedure, question->channel,
				    question->received, &b);
	else
		st = read_rule(question, &b.time);
	if (!st && !(st = calendar_load(office, &calendar)))
		st = find_term(calendar, &b.time, question->received, term);
	calendar_free(calendar);
	return st;
}
