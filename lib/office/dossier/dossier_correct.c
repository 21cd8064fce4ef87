/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_correct.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/show.h"
#include "office/catalogue/procedure.h"
#include "office/core/caller.h"
#include "office/core/worktime.h"
#include "office/dossier/dossier_event.h"
#include "office/dossier/dossier_papers.h"
#include "office/dossier/dossier_request.h"
#include "office/dossier/dossier_state.h"
#include "office/dossier/dossier_words.h"
#include "office/dossier/promise_anew.h"

/* A dossier that is being corrected. */
struct correcting {
	const struct dossier_correction *wish;
	struct tidy_person person;
	struct state_store states;
	struct stored_dossier dossier;
	struct buf procedure, channel; /* as they are stored */
	int64_t first_act; /* the first thing that was done to it; -1: nothing */
	bool ours;         /* the promise is */
	bool purged;
	struct value v[FIELDS];   /* as it should be */
	struct field_set changed; /* what differs */
	char cutoff[CUTOFF_TEXT];
	int64_t officer;
	struct dossier_corrected *corrected;
};

static const char stored_sql[] =
	"SELECT p.code, d.channel, d.reckoned, d.purged_at,"
	"  (SELECT min(at) FROM dossier_event e WHERE e.dossier_id = d.id"
	"     AND (is_word('acts_passing', act) OR is_word('acts_to_citizen', act)"
	"       OR is_word('acts_of_clock', act))), d.finished_at"
	"  FROM dossier d JOIN procedure p ON p.id = d.procedure_id WHERE d.id = :id";

static enum status
read_stored(struct office *office, struct correcting *c)
{
	struct query q;

	query_open(&q, office->store, stored_sql);
	query_int(&q, ":id", c->dossier.id);
	if (query_row(&q)) {
		buf_text(&c->procedure, query_col_given(&q, 0));
		buf_text(&c->channel, query_col_given(&q, 1));
		c->ours = query_col_int(&q, 2) == 1;
		c->purged = !query_col_null(&q, 3);
		c->first_act = !query_col_null(&q, 4) ? query_col_int(&q, 4) :
			       !query_col_null(&q, 5) ? query_col_int(&q, 5) :
							-1;
	}
	return query_close(&q);
}

static bool
is_cleared(const struct correcting *c, enum dossier_field field)
{
	const char *key = field_key(field), *at = c->wish->clear;
	const size_t n = strlen(key);

	while (at && (at = strstr(at, key))) {
		if ((at == c->wish->clear || at[-1] == ',') && (!at[n] || at[n] == ','))
			return true;
		at += n;
	}
	return false;
}

/* What is asked may be without an answer, but for what makes a dossier. */
static bool
may_be_empty(enum dossier_field field)
{
	return field_is(field, ASKED) && field != FIELD_PROCEDURE &&
	       field != FIELD_APPLICANT && field != FIELD_CHANNEL && field != FIELD_FEE &&
	       field != FIELD_TICKET;
}

/* Each word of the list must be such a field. */
static enum status
check_cleared(const struct correcting *c)
{
	size_t wanted = 0, found = 0;
	const char *s;
	enum dossier_field f;

	if (!c->wish->clear)
		return OK;
	for (s = c->wish->clear, wanted = 1; *s; s++)
		wanted += *s == ',';
	for (f = 0; f < FIELDS; f++)
		found += may_be_empty(f) && is_cleared(c, f);
	return found == wanted ?
		       OK :
		       fail(USAGE, _("'%s' is no list of fields that may be empty"),
			    c->wish->clear);
}

/* What is said, as it is stored. */
static enum status
gather_right(struct office *office, struct correcting *c)
{
	const struct value *said = c->wish->right.said;
	int64_t procedure;
	enum dossier_field f;
	enum status st = check_cleared(c);

	if (st || (st = request_check_said(office, &c->wish->right, &c->person)))
		return st;
	for (f = 0; f < FIELDS; f++) {
		if (said[f].kind == VALUE_NULL && !is_cleared(c, f))
			continue;
		c->v[f] = said[f];
		fields_add(&c->changed, f);
		if (c->purged && field_is(f, PERSONAL))
			return fail(NO, _("%s: its personal data has been removed"),
				    c->dossier.code);
	}
	if (said[FIELD_ID_NUMBER].text)
		c->v[FIELD_ID_NUMBER] = value_text(c->person.id_number);
	if (said[FIELD_PHONE].text)
		c->v[FIELD_PHONE] = value_text(c->person.phone);
	if (c->wish->received_at >= 0) {
		c->v[FIELD_RECEIVED] = value_int(c->wish->received_at);
		fields_add(&c->changed, FIELD_RECEIVED);
	}
	if (!said[FIELD_PROCEDURE].text)
		return OK;
	st = procedure_in_force(office, said[FIELD_PROCEDURE].text,
				day_of(c->wish->received_at >= 0 ?
					       c->wish->received_at :
					       c->dossier.state.received_at),
				&procedure);
	c->v[FIELD_PROCEDURE] = value_int(procedure);
	return st;
}

/* Keep of SET what the dossier has otherwise. */
static enum status
keep_differing(struct office *office, struct correcting *c)
{
	const struct field_set set = c->changed;
	struct buf sql = { 0 };
	struct query q;
	int i;

	c->changed = FIELDS_NONE;
	if (!set.count)
		return OK;
	buf_text(&sql, "SELECT ");
	fields_say(&sql, &set, ", ", "COLUMN IS NOT :KEY");
	buf_text(&sql, " FROM dossier d LEFT JOIN dossier_intake i ON i.dossier_id = d.id"
		       " WHERE d.id = :id");
	query_open(&q, office->store, sql.text);
	query_int(&q, ":id", c->dossier.id);
	fields_bind(&q, &set, c->v);
	if (query_row(&q))
		for (i = 0; i < set.count; i++)
			if (query_col_int(&q, i))
				fields_add(&c->changed, set.fields[i]);
	buf_free(&sql);
	return query_close(&q);
}

static bool
is_changed(const struct correcting *c, enum dossier_field field)
{
	int i;

	for (i = 0; i < c->changed.count; i++)
		if (c->changed.fields[i] == field)
			return true;
	return false;
}

static enum status
check_received(struct office *office, const struct correcting *c)
{
	const int64_t received = c->v[FIELD_RECEIVED].number;
	char when[SHOW_TEXT];

	if (c->dossier.state.received_at < 0) {
		fail(NO, _("%s: nobody has accepted it yet"), c->dossier.code);
		return fail_hint(NO, _("first: osq-dossier accept %s"), c->dossier.code);
	}
	if (received > office->act.entered_at)
		return fail(BAD_DATA, _("%s: %s is still to come"), c->dossier.code,
			    show_moment(received, when));
	if (c->first_act >= 0 && received > c->first_act)
		return fail(BAD_DATA, _("%s: something was done to it before that, %s"),
			    c->dossier.code, show_moment(c->first_act, when));
	return OK;
}

/* The time allowed, into ANEW: that of the procedure, or of the request, which keeps its
 * own. */
static void
set_limit(struct correcting *c, const struct calendar *calendar,
	  const struct procedure_rule *rule, struct promise_anew *anew)
{
	const struct dossier_terms *terms = &c->dossier.state.terms;

	if (terms->verified) {
		anew->rule = terms->rule;
		anew->first_limit = terms->first_limit;
		return;
	}
	anew->rule = (struct time_rule){ .unit = rule->unit,
					 .limit = (int)rule->limit,
					 .cutoff = rule->cutoff };
	calendar_settle_rule(calendar, &anew->rule, anew->received_at);
	c->v[FIELD_LIMIT] = value_int(rule->limit);
	c->v[FIELD_UNIT] = value_text(time_unit_word(rule->unit));
	c->v[FIELD_CUTOFF] = value_text(cutoff_print(anew->rule.cutoff, c->cutoff));
	fields_add(&c->changed, FIELD_LIMIT);
	fields_add(&c->changed, FIELD_UNIT);
	fields_add(&c->changed, FIELD_CUTOFF);
}

/* The rule that holds for it as it should be, and whose promise; the fee with it where
 * the procedure or the channel is another one. */
static enum status
set_rule(struct office *office, struct correcting *c, struct calendar *calendar)
{
	struct dossier_state *s = &c->dossier.state;
	const int64_t received = is_changed(c, FIELD_RECEIVED) ?
					 c->v[FIELD_RECEIVED].number :
					 s->received_at;
	const char *procedure = c->wish->right.said[FIELD_PROCEDURE].text;
	const char *channel = c->wish->right.said[FIELD_CHANNEL].text;
	struct procedure_rule rule;
	struct promise_anew anew = { .id = c->dossier.id, .received_at = received };
	enum status st = procedure_rule(office, procedure ? procedure : c->procedure.text,
					day_of(received),
					channel ? channel : c->channel.text, &rule);

	if (st)
		return st;
	set_limit(c, calendar, &rule, &anew);
	if ((st = promise_anew(office, calendar, &anew)))
		return st;
	c->v[FIELD_DUE] = value_int(anew.due);
	fields_add(&c->changed, FIELD_DUE);
	if (s->first_due_at >= 0) {
		c->v[FIELD_FIRST_DUE] = value_int(anew.first_due);
		fields_add(&c->changed, FIELD_FIRST_DUE);
	}
	if (is_changed(c, FIELD_PROCEDURE) || is_changed(c, FIELD_CHANNEL)) {
		c->v[FIELD_FEE] = rule.has_fee ? value_int(rule.fee) : VALUE_NONE;
		fields_add(&c->changed, FIELD_FEE);
	}
	c->corrected->unsettled = calendar_unsettled(calendar, received, anew.due);
	return keep_differing(office, c);
}

static enum status
settle_promise(struct office *office, struct correcting *c)
{
	struct calendar *calendar = NULL;
	enum status st = OK;

	if (is_changed(c, FIELD_RECEIVED) && (st = check_received(office, c)))
		return st;
	if (!c->ours || !(is_changed(c, FIELD_PROCEDURE) ||
			  is_changed(c, FIELD_CHANNEL) || is_changed(c, FIELD_RECEIVED)))
		return OK;
	if (!(st = calendar_load(office, &calendar)))
		st = set_rule(office, c, calendar);
	calendar_free(calendar);
	if (!st && is_changed(c, FIELD_DUE))
		c->dossier.state.due_at = c->corrected->due = c->v[FIELD_DUE].number;
	return st;
}

/* UPDATE of those of the changed fields that are in TABLE, by the fact FACT. */
static enum status
update_table(struct office *office, const struct correcting *c, const char *update,
	     unsigned fact, const char *where)
{
	struct field_set set = FIELDS_NONE;
	struct buf sql = { 0 };
	struct query q;
	enum status st;
	int i;

	for (i = 0; i < c->changed.count; i++)
		if (field_is(c->changed.fields[i], fact))
			fields_add(&set, c->changed.fields[i]);
	if (!set.count)
		return OK;
	buf_text(&sql, update);
	fields_say(&sql, &set, ", ", "COLUMN = :KEY");
	buf_text(&sql, where);
	query_open(&q, office->store, sql.text);
	query_int(&q, ":id", c->dossier.id);
	fields_bind(&q, &set, c->v);
	query_run(&q);
	st = query_close(&q);
	buf_free(&sql);
	return st;
}

/* A dossier of another system may have said nothing when it was handed in. */
static enum status
update_intake(struct office *office, const struct correcting *c)
{
	struct query q;
	enum status st;

	query_open(&q, office->store,
		   "INSERT INTO dossier_intake (dossier_id) VALUES (:id)"
		   " ON CONFLICT DO NOTHING");
	query_int(&q, ":id", c->dossier.id);
	query_run(&q);
	st = query_close(&q);
	return st ? st :
		    update_table(office, c, "UPDATE dossier_intake SET ", IN_INTAKE,
				 " WHERE dossier_id = :id");
}

static enum status
update_all(struct office *office, const struct correcting *c)
{
	const int64_t id = c->dossier.id;
	const int64_t procedure = is_changed(c, FIELD_PROCEDURE) ?
					  c->v[FIELD_PROCEDURE].number :
					  0;
	enum status st;

	if ((st = words_drop(office, id)) ||
	    (st = update_table(office, c, "UPDATE dossier SET ", IN_DOSSIER,
			       " WHERE id = :id")) ||
	    (st = words_put(office, id)) || (st = update_intake(office, c)))
		return st;
	return papers_correct(office, id, procedure, c->wish->right.papers);
}

static enum status
write_event(struct office *office, const struct correcting *c, const char *was)
{
	const struct dossier_event event = { .dossier = c->dossier.id,
					     .act = dossier_acts[ACT_CORRECT].code,
					     .reason = c->wish->reason,
					     .officer = c->officer,
					     .unsettled = c->corrected->unsettled,
					     .was = was,
					     .of_record = true,
					     .state = &c->dossier.state };
	struct query q;

	event_open(office, &q);
	event_write(office, &q, &event);
	return query_close(&q);
}

/* The story first, since it keeps what the update takes away. */
static enum status
correct_and_tell(struct office *office, struct correcting *c)
{
	struct buf fields = { 0 };
	const char *detail[] = { "fields", NULL, "forced", NULL, NULL };
	struct dossier_was was;
	const char *text;
	enum status st = was_open(&was, office, &c->changed);

	c->dossier.state.forced = c->person.forced[0] != '\0';
	if (!st && !(st = was_of(&was, c->dossier.id, c->v, &text)) &&
	    !(st = write_event(office, c, text)))
		st = update_all(office, c);
	was_close(&was);
	buf_text(&fields, "");
	fields_say(&fields, &c->changed, " ", "KEY");
	if (c->wish->right.papers)
		buf_text(&fields, fields.length ? " papers" : "papers");
	detail[1] = fields.text;
	detail[3] = c->dossier.state.forced ? c->person.forced : NULL;
	if (!st)
		st = office_journal(office, "dossier correct", c->dossier.code, detail);
	buf_free(&fields);
	return st;
}

static enum status
do_correct(struct office *office, const char *code, struct correcting *c)
{
	char when[SHOW_TEXT];
	enum status st;

	if ((st = acting_known(office)) || (st = acting_officer(office, &c->officer)) ||
	    (st = state_find(&c->states, code, &c->dossier)) ||
	    (st = caller_on_dossier(office, code, c->officer, c->dossier.officer,
				    c->dossier.state.holder)) ||
	    (st = read_stored(office, c)))
		return st;
	if (c->dossier.state.voided_at >= 0)
		return fail(NO, _("%s: was voided (%s)"), c->dossier.code,
			    show_moment(c->dossier.state.voided_at, when));
	if ((st = gather_right(office, c)) || (st = keep_differing(office, c)) ||
	    (st = settle_promise(office, c)))
		return st;
	if (!c->changed.count && !c->wish->right.papers)
		return fail(NO, _("%s: all of it is so already"), c->dossier.code);
	c->corrected->name_doubt = c->person.name_doubt;
	return correct_and_tell(office, c);
}

enum status
dossier_correct(struct office *office, const char *code,
		const struct dossier_correction *correction,
		struct dossier_corrected *corrected)
{
	struct correcting c = { .wish = correction,
				.changed = FIELDS_NONE,
				.corrected = corrected };
	enum status st;

	*corrected = (struct dossier_corrected){ .due = -1 };
	if ((st = office_begin(office)))
		return st;
	state_open(office, &c.states);
	st = do_correct(office, code, &c);
	st = worse(st, state_close(&c.states));
	buf_free(&c.procedure);
	buf_free(&c.channel);
	free(c.dossier.result);
	return office_end(office, st);
}
