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

/* All versions in memory, for an import of a million dossiers. */
struct procedure_catalogue;
enum status procedure_catalogue_load(struct office *office,
				     struct procedure_catalogue **catalogue);
void procedure_catalogue_free(struct procedure_catalogue *catalogue); /* takes NULL */

/* The same as procedure_rule(), of the procedure ID; false when it is not in force. */
bool procedure_catalogue_rule(const struct procedure_catalogue *catalogue, int64_t id,
			      int day, const char *channel, struct procedure_rule *rule);

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

/*
 * Begin an import of a catalogue that holds from SINCE on (a day; NULL: today).  Where a
 * row says something else than what holds on that day, it makes a version; later
 * versions stay.  Times and fees may be published texts (published.h), rows that hold
 * only a field's name ("I. Lĩnh vực Hộ tịch") tell the field of those below them.  What
 * was read from the same text before stays, for somebody may have put it right.
 */
enum status procedure_import(struct office *office, const char *since,
			     struct import_listener *listener, struct import **import);

/*
 * The same, but nothing is stored, by a reader: what the import would change goes to
 * SINK, one row of procedure_diff_columns for each value; what the file does not have is
 * told as missing.
 */
extern const struct column procedure_diff_columns[];
enum status procedure_diff(struct office *office, const char *since, struct sink *sink,
			   struct import_listener *listener, struct import **import);

#endif
