/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CORE_OFFICE_H
#define OSQ_OFFICE_CORE_OFFICE_H

#include "base/error.h"
#include "base/row.h"
#include "office/rules/calendar.h"
#include "store/journal.h"
#include "store/query.h"
#include "store/store.h"

/* The longest code of a register, in bytes, and the room for one. */
#define CODE_MOST 63
#define CODE_TEXT (CODE_MOST + 1)

/*
 * The open office: its store, and the act that is being done.  Whoever opens the store
 * fills it in.  Every function of this folder takes it first.
 */
struct caller {
	bool bound;        /* by the register of users */
	unsigned roles;    /* enum role */
	const char *login; /* NULL: the machine has no name for him */
	char officer[CODE_TEXT], counter[CODE_TEXT]; /* his; "": none */
};

struct figures;
struct office {
	struct store *store;
	struct act act;
	struct caller caller;    /* who runs the command, see caller.h */
	int64_t now;             /* the present moment, read once */
	int64_t clock_back;      /* seconds by which the last act went on, see clock.h */
	struct figures *figures; /* of the report being made, see figures.h; or NULL */
	const char *agency; /* whose dossiers the report counts: words of the agency that
			       decides; NULL: this office */
};

/*
 * A write: begin (the act's moments are then no earlier than the last entry, or
 * UNAVAILABLE: core/clock.h), the changes and their journal entries, end.  office_end()
 * commits when ST is OK, or rolls back (also for a dry run), and returns the
 * status to pass on.
 */
enum status office_begin(struct office *office);
enum status office_end(struct office *office, enum status st);

/*
 * The same for any number of acts.  The begin also looks who acts (acting_known(),
 * acting_officer()); when it fails, nothing is begun.  Where no act was DONE, the end
 * rolls back and returns ST.
 */
enum status office_begin_acts(struct office *office, int64_t *officer);
enum status office_end_acts(struct office *office, enum status st, int64_t done);

/* journal_add() for the act that is being done. */
enum status office_journal(struct office *office, const char *what, const char *subject,
			   const char *const *detail);

/* The id behind a code of a register that has ids; NO when there is none, with a
 * message such as "procedure 1.99: no such procedure". */
enum status procedure_id(struct office *office, const char *code, int64_t *id);
enum status service_id(struct office *office, const char *code, int64_t *id);
enum status counter_id(struct office *office, const char *code, int64_t *id);
enum status officer_id(struct office *office, const char *code, int64_t *id);
enum status priority_id(struct office *office, const char *code, int64_t *id);
enum status desk_id(struct office *office, const char *code, int64_t *id);
enum status reason_id(struct office *office, const char *code, int64_t *id);

/*
 * The same for what gets new work: NO, with the last day, for what ended before the day
 * of the act; of a procedure before DAY, by the version of that day.
 */
enum status procedure_in_force(struct office *office, const char *code, int day,
			       int64_t *id);
enum status service_in_force(struct office *office, const char *code, int64_t *id);
enum status counter_in_force(struct office *office, const char *code, int64_t *id);
enum status officer_in_force(struct office *office, const char *code, int64_t *id);
enum status desk_in_force(struct office *office, const char *code, int64_t *id);

/*
 * The id of the counter that the act names.  USAGE, with the way to name it, when the act
 * names none; NO when there is no such counter.
 */
enum status acting_counter(struct office *office, int64_t *id);

/*
 * Check that the counter and the officer that the act names, if any, exist, and that the
 * officer is in force on the day of the act; NO otherwise.
 * For acts that do not look them up themselves.
 */
enum status acting_known(struct office *office);

/*
 * The id of the act's officer; where the act names none, the officer who has the act's
 * counter open.  *ID is 0 where neither is known.
 */
enum status acting_officer(struct office *office, int64_t *id);

/*
 * The one number that the query SQL yields.  If SQL has the parameter NAME, VALUE is
 * bound to it.  NO without a message when the query yields no row.
 */
enum status office_number(struct office *office, const char *sql, const char *name,
			  const char *value, int64_t *number);

#endif
