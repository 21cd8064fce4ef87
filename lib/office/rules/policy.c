/* SPDX-License-Identifier: MIT */
#include "office/rules/policy.h"

#include <assert.h>
#include <limits.h>
#include <stdio.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/wording.h"

enum form { FORM_FIFO, FORM_PRIORITY, FORM_RATIO, FORM_RATIO_ACROSS, FORMS };

/* What people read for each; only the code is read back. */
const struct word policy_words[] = {
	[FORM_FIFO] = { .code = "fifo", .aliases = "theo thứ tự" },
	[FORM_PRIORITY] = { .code = "priority", .aliases = "ưu tiên trước" },
	[FORM_RATIO] = { .code = "ratio N:M", .aliases = "xen kẽ N:M" },
	[FORM_RATIO_ACROSS] = { .code = "ratio N:M across",
				.aliases = "xen kẽ N:M toàn quầy" },
	[FORMS] = { 0 },
};

#define WORST_RATIO                                                                      \
	.worst = N_("an ordinary ticket waits at most for those older than itself, and " \
		    "{n} of a priority class before every {m} of them"),                 \
	.limited = N_("an ordinary ticket waits at most for those older than itself, "   \
		      "and {n} of a priority class before every {m} of them; after "     \
		      "{minutes} minutes only for those older")

/* What each form means, and the worst case under it; LIMITED where there is an age limit
 * and it makes a difference. */
static const struct {
	enum policy_kind kind;
	bool across;
	const char *worst, *limited;
} forms[FORMS] = {
	[FORM_FIFO] = { .kind = POLICY_FIFO,
			.worst = N_("an ordinary ticket waits at most for those older "
				    "than itself") },
	[FORM_PRIORITY] = { .kind = POLICY_PRIORITY,
			    .worst = N_("an ordinary ticket may wait as long as priority "
					"classes keep coming"),
			    .limited = N_("an ordinary ticket waits at most {minutes} "
					  "minutes and for those still older than "
					  "itself") },
	[FORM_RATIO] = { .kind = POLICY_RATIO, WORST_RATIO },
	[FORM_RATIO_ACROSS] = { .kind = POLICY_RATIO, .across = true, WORST_RATIO },
};

/* The number from 1 to 999 at *TEXT, which is moved behind it; 0 where there is none. */
static int
read_count(const char **text)
{
	const char *p = *text;
	int n = 0;

	if (*p == '0') /* only one spelling is accepted */
		return 0;
	while (*p >= '0' && *p <= '9' && p - *text < 3)
		n = n * 10 + *p++ - '0';
	*text = p;
	return n;
}

/* Whether TEXT is written as FORM says, N and M in it being numbers. */
static bool
is_written_so(const char *form, const char *text, struct policy *policy)
{
	for (; *form; form++) {
		int *count = *form == 'N' ? &policy->priority :
			     *form == 'M' ? &policy->ordinary :
					    NULL;

		if (count ? !(*count = read_count(&text)) : *form != *text++)
			return false;
	}
	return !*text;
}

bool
policy_read(const char *text, struct policy *policy)
{
	enum form form;

	for (form = 0; form < FORMS; form++) {
		struct policy read = *policy;

		if (!is_written_so(policy_words[form].code, text, &read))
			continue;
		read.kind = forms[form].kind;
		read.across = forms[form].across;
		*policy = read;
		return true;
	}
	return false;
}

void
run_count(struct run *run, bool priority)
{
	if (run->priority != priority)
		run->length = 0;
	run->priority = priority;
	run->length++;
}

const struct word policy_reasons[] = {
	[REASON_NOBODY] = { "nobody", "không có ai" },
	[REASON_OLDEST] = { "oldest", "đến trước" },
	[REASON_CLASS] = { "priority", "ưu tiên" },
	[REASON_TURN] = { "ratio", "đến lượt theo tỷ lệ" },
	[REASON_WEIGHT] = { "weight", "dịch vụ được quầy ưu tiên" },
	[REASON_AGE] = { "age_limit", "chờ quá lâu" },
	[REASON_APPOINTMENT] = { "appointment", "hẹn trước" },
	[REASON_EARLY] = { "early", "đến sớm, không ai chờ" },
	{ "take", "gọi vượt thứ tự" },
	{ "recall", "gọi lại" },
	{ "resume", "tiếp tục" },
	{ "return", "trả về hàng chờ" },
	{ "then", "sang dịch vụ khác" },
	{ "transfer", "chuyển" },
	{ "drawn", "lấy số" },
	{ 0 },
};

const char *const reason_sentences[] = {
	[REASON_NOBODY] = "",
	[REASON_OLDEST] = N_(
		"{ticket}: nobody before it in line has waited longer (since "
		"{since})"),
	[REASON_CLASS] = N_("{ticket}: goes first by its class: {class}"),
	[REASON_TURN] = N_("{ticket}: an ordinary ticket's turn, by the ratio of {n} to "
			   "{m}"),
	[REASON_WEIGHT] = N_("{ticket}: waits since {since} for a service that counts "
			     "more at this counter"),
	[REASON_AGE] = N_("{ticket}: has waited {minutes} minutes, the limit is {limit}"),
	[REASON_APPOINTMENT] = N_("{ticket}: has an appointment at {since}"),
	[REASON_EARLY] = N_("{ticket}: has an appointment at {since}, and nobody else "
			    "waits"),
};

const char *
reason_word(enum reason reason)
{
	return policy_reasons[reason].code;
}

/*
 * Is it a priority class's turn?  A run of calls goes on until it has its full length;
 * before the first call, the priority classes begin.
 */
static bool
priority_due(const struct policy *policy, const struct run *run)
{
	if (!run->length)
		return true;
	if (run->priority)
		return run->length < policy->priority;
	return run->length >= policy->ordinary;
}

enum stage { OVER_LIMIT, IN_WINDOW, IN_LINE, TOO_EARLY };

/*
 * What decides a candidate's place in the order; compared field by field, in this order.
 */
struct place {
	enum stage stage;
	int rank;    /* of its class under the policy; the greater goes first */
	int64_t age; /* in line: weighted; the greater goes first */
	const struct candidate *is;
};

/* Is it before the window of its appointment? */
static bool
is_early(const struct candidate *c, int64_t at)
{
	return c->slot_from && at < c->slot_from;
}

/*
 * Does an ordinary candidate wait among those over whom the ratio of C's service is
 * counted?
 */
static bool
ordinary_waits(const struct line *line, const struct candidate *c, int64_t at)
{
	const bool across = line->services[c->service].policy.across;
	size_t i;

	for (i = 0; i < line->count; i++) {
		const struct candidate *o = &line->waiting[i];
		const struct policy *policy = &line->services[o->service].policy;

		if (!o->weight && !is_early(o, at) &&
		    (o->service == c->service ||
		     (across && policy->kind == POLICY_RATIO && policy->across)))
			return true;
	}
	return false;
}

static int
rank_of(const struct line *line, const struct candidate *c, int64_t at)
{
	const struct line_service *service = &line->services[c->service];
	const struct policy *policy = &service->policy;

	if (policy->kind == POLICY_FIFO || !c->weight)
		return 0;
	if (policy->kind == POLICY_PRIORITY ||
	    priority_due(policy, policy->across ? &line->run : &service->run) ||
	    !ordinary_waits(line, c, at))
		return c->weight;
	return INT_MIN + c->weight; /* behind every ordinary one */
}

static inline struct place
place_of(const struct line *line, const struct candidate *c, int64_t at)
{
	const struct line_service *service = &line->services[c->service];
	const int64_t age = at - c->aged_at, limit = service->policy.age_limit;
	struct place place = { .stage = IN_LINE, .is = c };

	if (limit && age >= limit) {
		place.stage = OVER_LIMIT;
	} else if (c->slot_from && at <= c->slot_until) {
		place.stage = is_early(c, at) ? TOO_EARLY : IN_WINDOW;
	} else {
		place.rank = rank_of(line, c, at);
		place.age = age * service->weight;
	}
	return place;
}

static bool
goes_before(const struct place *a, const struct place *b)
{
	if (a->stage != b->stage)
		return a->stage < b->stage;
	if (a->rank != b->rank)
		return a->rank > b->rank;
	if (a->age != b->age)
		return a->age > b->age;
	if (a->is->aged_at != b->is->aged_at)
		return a->is->aged_at < b->is->aged_at;
	return a->is->ticket_id < b->is->ticket_id;
}

/* Has nobody of C's rank in the line waited longer? */
static bool
is_oldest(const struct line *line, const struct candidate *c, int64_t at)
{
	const struct place place = place_of(line, c, at);
	bool weighed = false;
	size_t i;

	for (i = 1; i < line->service_count; i++)
		weighed |= line->services[i].weight != line->services[0].weight;
	for (i = 0; weighed && i < line->count; i++) {
		const struct place other = place_of(line, &line->waiting[i], at);

		if (other.stage == IN_LINE && other.rank == place.rank &&
		    line->waiting[i].aged_at < c->aged_at)
			return false;
	}
	return true;
}

static enum reason
reason_of(const struct line *line, const struct candidate *c, const struct place *place,
	  int64_t at)
{
	const struct policy *policy = &line->services[c->service].policy;

	switch (place->stage) {
	case OVER_LIMIT:
		return REASON_AGE;
	case IN_WINDOW:
		return REASON_APPOINTMENT;
	case TOO_EARLY:
		return REASON_EARLY;
	case IN_LINE:
		break;
	}
	if (place->rank > 0)
		return REASON_CLASS;
	if (policy->kind == POLICY_RATIO && !c->weight &&
	    !priority_due(policy,
			  policy->across ? &line->run : &line->services[c->service].run))
		return REASON_TURN;
	return is_oldest(line, c, at) ? REASON_OLDEST : REASON_WEIGHT;
}

enum reason
reason_read(const char *word)
{
	const struct word *found = word_find(policy_reasons, word);

	if (!found || found > &policy_reasons[REASON_EARLY])
		return REASON_NOBODY;
	return (enum reason)(found - policy_reasons);
}

bool
reason_counts(enum reason reason)
{
	return reason == REASON_OLDEST || reason == REASON_CLASS ||
	       reason == REASON_TURN || reason == REASON_WEIGHT;
}

/* The first candidate in the line; *BEST gets its place. */
static size_t
find_first(const struct line *line, int64_t at, struct place *best)
{
	size_t i, first = 0;

	for (i = 0; i < line->count; i++) {
		struct place place = place_of(line, &line->waiting[i], at);

		if (i && !goes_before(&place, best))
			continue;
		*best = place;
		first = i;
	}
	return first;
}

/* Tells by the stage alone what reason_counts() tells by the reason. */
struct choice
policy_pick(const struct line *line, int64_t at)
{
	struct place best = { 0 };
	const size_t first = find_first(line, at, &best);

	return (struct choice){ .index = first, .counts = best.stage == IN_LINE };
}

struct choice
policy_choose(const struct line *line, int64_t at)
{
	struct choice choice = { .reason = REASON_NOBODY };
	struct place best = { 0 };

	if (!line->count)
		return choice;
	choice.index = find_first(line, at, &best);
	choice.reason = reason_of(line, &line->waiting[choice.index], &best, at);
	choice.counts = reason_counts(choice.reason);
	return choice;
}

void
policy_called(struct line *line, const struct choice *choice)
{
	const struct candidate *c = &line->waiting[choice->index];

	if (!choice->counts)
		return;
	run_count(&line->run, c->weight > 0);
	run_count(&line->services[c->service].run, c->weight > 0);
}

static enum form
form_of(const struct policy *policy)
{
	enum form form = 0;

	while (forms[form].kind != policy->kind || forms[form].across != policy->across) {
		form++;
		assert(form < FORMS);
	}
	return form;
}

char *
policy_print(const struct policy *policy)
{
	const char *form = policy_words[form_of(policy)].code;
	struct buf text = { 0 };

	for (; *form; form++)
		if (*form == 'N' || *form == 'M')
			buf_print(&text, "%d",
				  *form == 'N' ? policy->priority : policy->ordinary);
		else
			buf_add(&text, form, 1);
	return text.text;
}

char *
policy_sentence(const struct policy *policy)
{
	const enum form form = form_of(policy);
	const char *wording = policy->age_limit ? forms[form].limited : NULL;
	struct buf text = { 0 };
	char n[24], m[24], minutes[24];

	snprintf(n, sizeof(n), "%d", policy->priority);
	snprintf(m, sizeof(m), "%d", policy->ordinary);
	snprintf(minutes, sizeof(minutes), "%lld", (long long)policy->age_limit / 60);
	wording_fill(&text, _(wording ? wording : forms[form].worst),
		     (const struct wording_value[]){
			     { "n", n }, { "m", m }, { "minutes", minutes }, { 0 } });
	return text.text;
}
