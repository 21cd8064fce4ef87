/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_PROCEDURE_H
#define OSQ_OFFICE_CATALOGUE_PROCEDURE_H

#include "office/catalogue/procedure_columns.h"
#include "office/core/import.h"
#include "office/rules/calendar.h"

/*
 * The catalogue by date.  What a procedure asks for and promises holds from a day on:
 * a version.  The row of the table `procedure` only keeps the code, and what held when
 * it was last brought up to date.
 */

/* By which way a dossier comes, and its result goes. */
extern const struct word procedure_channels[];

/* As what a paper is asked for. */
extern const struct word procedure_paper_kinds[];
#define PAPER_NO_MOST     999 /* papers are numbered 1 to it */
#define PAPER_COPIES_MOST 99

/* Under which a dossier is received: by the day of receipt and the channel. */
struct procedure_rule {
	int64_t id; /* of the procedure */
	int64_t limit;
	enum time_unit unit;
	int64_t fee; /* whole dong; 0 too where HAS_FEE is false: none is told */
	bool has_fee;
};

/*
 * The rule of the procedure CODE on DAY by CHANNEL (NULL: counter).  A day before the
 * first version takes that version, since nobody told what held before, but not one that
 * has not begun today.  NO when there is no such procedure, or it is not in force yet.
 */
enum status procedure_rule(struct office *office, const char *code, int day,
			   const char *channel, struct procedure_rule *rule);

/* The field of those whose list names none. */
#define PROCEDURE_NO_FIELD "Chưa phân lĩnh vực"

/* What holds on DAY, by field and code; DOUBTFUL: only what should be looked at. */
enum status procedure_list(struct office *office, int day, bool doubtful,
			   struct sink *sink);

/* How many of those that hold today are doubtful. */
enum status procedure_count_doubtful(struct office *office, int64_t *count);

/* Bring the rows of `procedure` to what holds on DAY, inside a write transaction;
 * *CHANGED gets how many had held something else. */
enum status procedure_renew(struct office *office, int day, int64_t *changed);

#endif
