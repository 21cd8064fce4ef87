/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_PROCEDURE_H
#define OSQ_OFFICE_CATALOGUE_PROCEDURE_H

#include "office/catalogue/procedure_columns.h"
#include "office/core/import.h"
#include "office/rules/calendar.h"

/*
 * The catalogue of procedures by date.  What a procedure requires and promises holds from
 * a day on; this is a version of it.  The row of the table `procedure` keeps only the
 * code, and a copy of the version that held when it was last renewed.
 */

/* How a dossier comes in, and how its result goes out. */
extern const struct word procedure_channels[];

/* The kinds of paper that a procedure asks for. */
extern const struct word procedure_paper_kinds[];
#define PAPER_NO_MOST     999 /* the highest number of a paper */
#define PAPER_COPIES_MOST 99

/* What holds for a dossier, by its day of receipt and its channel. */
struct procedure_rule {
	int64_t id; /* the procedure's */
	int64_t limit;
	enum time_unit unit;
	int cutoff;  /* the procedure's own, or CUTOFF_UNSAID */
	int64_t fee; /* whole dong; 0 too where HAS_FEE is false */
	bool has_fee;
};

/*
 * Find the rule of the procedure CODE on DAY by CHANNEL (NULL: counter).  A day before
 * the first version takes that version, since what held before is unknown, unless the
 * version begins after today.  NO when there is no such procedure, or it is not in force
 * yet.
 */
enum status procedure_rule(struct office *office, const char *code, int day,
			   const char *channel, struct procedure_rule *rule);

/* The field of procedures whose list names none. */
#define PROCEDURE_NO_FIELD "Chưa phân lĩnh vực"

/* Send the procedures of DAY, by field and code: those in force; of these those that a
 * person should check; or those too that ended before. */
enum procedures_shown {
	PROCEDURES_IN_FORCE,
	PROCEDURES_DOUBTFUL,
	PROCEDURES_ENDED_TOO,
};
enum status procedure_list(struct office *office, int day, enum procedures_shown shown,
			   struct sink *sink);

/* Count the procedures in force today that a person should check. */
enum status procedure_count_doubtful(struct office *office, int64_t *count);

/*
 * Bring the rows of `procedure` to what holds on DAY, inside a write transaction.
 * *CHANGED gets how many rows differed before.
 */
enum status procedure_renew(struct office *office, int day, int64_t *changed);

#endif
