/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_POLICY_H
#define OSQ_OFFICE_RULES_POLICY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/word.h"

/*
 * Who is next.  The one place that decides: osq-call next, its --dry-run and --why,
 * the people ahead and the estimated wait all ask policy_choose().  It knows no
 * store: a counter's line in, one of those who wait out; the same line gives the
 * same answer.  Moments are seconds since 1970.
 *
 * The order, from the first to the last:
 *
 * 1. Those whose age is over the limit of their service: the oldest, whatever its
 *    class.
 * 2. Appointments whose window is open: the earliest slot.
 * 3. Everybody else by the policy of their service:
 *    fifo      no classes: all are ordinary.
 *    priority  the class with the greatest weight.
 *    ratio     after n of a priority class m ordinary ones, then n again; where one
 *              kind is missing the other goes on.  Whose turn it is holds among those
 *              over whom the ratio is counted; against others one counts by his class.
 *    Then by age, which counts as many times as the service weighs at this counter.
 * 4. Appointments that came before their window: the earliest slot, and only where
 *    nobody else waits.
 *
 * Equals go by age, then by the order in which they were drawn.  An appointment
 * whose window has passed is an ordinary ticket as old as its slot.
 */
enum policy_kind { POLICY_FIFO, POLICY_PRIORITY, POLICY_RATIO };

struct policy {
	enum policy_kind kind;
	int priority, ordinary; /* ratio: n and m, at least 1 */
	bool across;            /* ratio: counted over all services of a counter */
	int64_t age_limit;      /* seconds; 0 = none */
};

/* Read "fifo", "priority", "ratio 2:1" or "ratio 2:1 across"; the age limit is left
 * as it is.  False, and nothing read, when TEXT is none of these. */
bool policy_read(const char *text, struct policy *policy);

/*
 * The calls of one kind that came last in a row.  Only those that the ratio gave their
 * turn count: whoever goes first by age or appointment uses up nobody's turn, or each
 * of them could let in n more before an ordinary one.
 */
struct run {
	bool priority;
	int length; /* 0: nobody was called yet */
};

/* Count one more call. */
void run_count(struct run *run, bool priority);

struct line_service {
	int64_t id;
	struct policy policy;
	int weight;     /* at this counter, at least 1 */
	struct run run; /* of the service's calls today */
};

/* Somebody who waits. */
struct candidate {
	int64_t period_id, ticket_id;
	size_t service;                /* its place in the line's services */
	int weight;                    /* of its class; 0 = ordinary */
	int64_t aged_at;               /* since when its age counts */
	int64_t slot_from, slot_until; /* the window of an appointment; 0 = none */
};

/* What a counter has before it.  Only those who could be first of their service and
 * class need be in it: policy_choose() takes the best of what is there. */
struct line {
	struct line_service *services;
	size_t service_count;
	struct candidate *waiting;
	size_t count;
	struct run run; /* of the counter's own calls today */
};

enum reason {
	REASON_NOBODY,      /* nobody waits */
	REASON_OLDEST,      /* the oldest, among equals */
	REASON_CLASS,       /* of the class with the greatest weight */
	REASON_TURN,        /* an ordinary one's turn by the ratio */
	REASON_WEIGHT,      /* not the oldest, but its service weighs more here */
	REASON_AGE,         /* over the age limit */
	REASON_APPOINTMENT, /* its window is open */
	REASON_EARLY,       /* before its window: nobody else waits */
};

/* Why a period of a visit began, as stored in ticket_period.reason: by enum reason, and
 * behind these the acts of those at the counters. */
extern const struct word policy_reasons[];

/* The stable word of a reason, as stored: "age_limit". */
const char *reason_word(enum reason reason);

/* The reason that WORD is; REASON_NOBODY where it is none of them, or NULL. */
enum reason reason_read(const char *word);

struct choice {
	size_t index;       /* in line->waiting */
	enum reason reason; /* REASON_NOBODY: the line is empty, index means nothing */
	bool counts;        /* in the runs, see reason_counts() */
};

/* Who is called first at the moment AT. */
struct choice policy_choose(const struct line *line, int64_t at);

/* The same of a line that is not empty, without working out the reason: for the
 * estimate, which asks some ten thousand times for an answer. */
struct choice policy_pick(const struct line *line, int64_t at);

/* Is it a call that counts in the runs? */
bool reason_counts(enum reason reason);

/* Tell the line that its CHOICE was called: the runs go on.  The candidate itself
 * stays where it is. */
void policy_called(struct line *line, const struct choice *choice);

/* A policy as policy_read() takes it, to be freed. */
char *policy_print(const struct policy *policy);

/* The worst case of a policy as a sentence in the language in force, to be freed. */
char *policy_sentence(const struct policy *policy);

#endif
