/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_RATING_H
#define OSQ_OFFICE_REPORT_RATING_H

#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * Ratings of the officer who served, from 5 (very satisfied) to 1 (very dissatisfied).  A
 * visit that is done and a dossier that has ended are rated once each, and the officer is
 * found from them: who served the visit last, who took the dossier in.  A sheet of paper
 * that somebody enters names its officer itself.
 */
struct rating_request {
	int64_t score;
	/* One of these three. */
	const char *ticket;  /* a label of DAY */
	const char *dossier; /* a code */
	const char *sheet;   /* the code of the officer on the sheet */

	const char *day;     /* of the ticket; NULL: the day of the act */
	const char *reason;  /* a code of the register of reasons, or NULL */
	const char *comment; /* or NULL */
};

/*
 * Store the rating.  BAD_DATA for a score that is not 1 to 5, and for a moment before the
 * end of what is rated; NO when that has not ended or not well (no-show), was rated
 * already, or nobody is known to have served it; USAGE for a score of 1 or 2 without a
 * reason where the register has some, and for a reason with a better score.
 */
enum status rating_add(struct office *office, const struct rating_request *request);

/* The figures of a group of ratings, as SQL. */
#define RATING_MARKS                                                                     \
	" count(*) AS answers, avg(score) AS average,"                                   \
	" 100.0 * sum(score >= 4) / count(*) AS satisfied"

struct rating_filter {
	struct period days;
	const char *officer; /* a code, or NULL */
};

extern const struct column rating_columns[];
enum status rating_list(struct office *office, const struct rating_filter *filter,
			struct sink *sink);

/* How ratings are grouped for their figures. */
enum rating_group { RATING_OFFICER, RATING_SERVICE, RATING_DAY, RATING_REASON };
extern const struct word rating_groups[]; /* by the enum */

/* The share of satisfied ratings is that of 4 and 5. */
extern const struct column rating_summary_columns[];
enum status rating_summary(struct office *office, const struct rating_filter *filter,
			   enum rating_group by, struct sink *sink);

#endif
