/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_RULES_POLICY_H
#define OSQ_OFFICE_RULES_POLICY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/word.h"

/*
 * Who is called next.  Only policy_choose() decides this: osq-call next, its --dry-run
 * and --why, the number of people ahead and the estimated wait all ask it.  It does not
 * read the store: it takes a counter's line and chooses one of those who wait, and the
 * same line always gives the same choice.  Moments are seconds since 1970.
 *
 * The order, from the first to the last:
 *
 * 1. Tickets whose age is over the limit of their service: the oldest first, whatever the
 *    class.
 * 2. Appointments whose window is open: the earliest slot first.
 * 3. All others by the policy of their service:
 *    fifo      no classes: all are ordinary.
 *    priority  the class with the greatest weight first.
 *    ratio     after n of a priority class m ordinary ones, then n again; while one
 *              kind is missing, the other goes on.  The turn decides only among the
 *              tickets over which the ratio is counted; against others a ticket counts
 *              by its class.
 *    Then by age, multiplied by the weight of the service at this counter.
 * 4. Appointments before their window: the earliest slot first, and only if nobody else
 *    waits.
 *
 * Equals go by age, then in the order in which they were drawn.  An appointment whose
 * window has passed is an ordinary ticket as old as its slot.
 */
enum policy_kind { POLICY_FIFO, POLICY_PRIORITY, POLICY_RATIO };

struct policy {
	enum policy_kind kind;
	int priority, ordinary; /* ratio: n and m, at least 1 */
	bool across;            /* ratio: counted over all services of the counter */
	int64_t age_limit;      /* seconds; 0 = none */
};

/*
 * How the policies are written, N and M being numbers from 1 to 999 without zeros before
 * them: "ratio N:M".  What reads, prints and tells of policies is made of this list; the
 * manual is held to it (tests/lint/drift.sh).
 */
extern const struct word policy_words[];

/*
 * Read TEXT, written as one of policy_words ("ratio 2:1"), into POLICY; its age limit is
 * left as it is.  False, with POLICY unchanged, when TEXT is none of them.
 */
bool policy_read(const char *text, struct policy *policy);

/*
 * The run: how many calls of one kind, priority or ordinary, came last in a row.  Only
 * calls that the ratio itself decided count.  A ticket that goes first by age or
 * appointment uses up no turn, or each of them could let n more go before an ordinary
 * one.
 */
struct run {
	bool priority;
	int length; /* 0: none was called yet */
};

/* Count one more call. */
void run_count(struct run *run, bool priority);

struct line_service {
	int64_t id;
	struct policy policy;
	int weight;     /* at this counter, at least 1 */
	struct run run; /* of the service's calls today */
};

/* A ticket that waits. */
struct candidate {
	int64_t period_id, ticket_id;
	size_t service;                /* index of its service in the line */
	int weight;                    /* of its class; 0 = ordinary */
	int64_t aged_at;               /* the moment from which its age counts */
	int64_t slot_from, slot_until; /* the window of an appointment; 0 = none */
};

/*
 * The line at a counter.  It need contain only those who could be first of their service
 * and class, since policy_choose() takes the best of what it is given.
 */
struct line {
	struct line_service *services;
	size_t service_count;
	struct candidate *waiting;
	size_t count;
	struct run run; /* of the counter's calls today */
};

enum reason {
	REASON_NOBODY,      /* nobody waits */
	REASON_OLDEST,      /* the oldest among equals */
	REASON_CLASS,       /* of the class with the greatest weight */
	REASON_TURN,        /* an ordinary ticket's turn under the ratio */
	REASON_WEIGHT,      /* its service weighs more at this counter */
	REASON_AGE,         /* over the age limit */
	REASON_APPOINTMENT, /* its window is open */
	REASON_EARLY,       /* before its window: nobody else waits */
};

/*
 * The reasons why a period of a visit began, as stored in ticket_period.reason: in the
 * order of enum reason, followed by the acts of officers.
 */
extern const struct word policy_reasons[];

/*
 * Why one was called, by enum reason: a sentence (base/wording.h) in English, to be
 * translated by _(), with {ticket}; {since}, the time of day from which its age counts;
 * {class}; {n} and {m} of its service's ratio; {minutes} waited and the {limit}.
 */
extern const char *const reason_sentences[];

/* The word of a reason as it is stored: "age_limit". */
const char *reason_word(enum reason reason);

/* The reason that WORD is; REASON_NOBODY where it is none of them, or NULL. */
enum reason reason_read(const char *word);

struct choice {
	size_t index;       /* index in line->waiting */
	enum reason reason; /* with REASON_NOBODY, index means nothing */
	bool counts;        /* counts in the runs, see reason_counts() */
};

/* Choose who is called first at the moment AT. */
struct choice policy_choose(const struct line *line, int64_t at);

/*
 * The same for a line that is not empty, without working out the reason: the estimate
 * asks it some ten thousand times for one answer.
 */
struct choice policy_pick(const struct line *line, int64_t at);

/* Whether a call for this reason counts in the runs. */
bool reason_counts(enum reason reason);

/*
 * Count the call of CHOICE in the line's runs.  The candidate itself stays in the line.
 */
void policy_called(struct line *line, const struct choice *choice);

/* The text of a policy as policy_read() takes it; the caller frees it. */
char *policy_print(const struct policy *policy);

/*
 * The worst case under a policy, as a sentence in the language in force; the caller frees
 * it.
 */
char *policy_sentence(const struct policy *policy);

#endif
