/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_RATING_H
#define OSQ_OFFICE_REPORT_RATING_H

#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * Ratings of the officer who served, from 5 (very satisfied) to 1 (very dissatisfied).  A
 * visit or a dossier is rated once; the officer is found from it.
 */
struct rating_request {
	int64_t score;
	const char *ticket;  /* a label of DAY, or NULL */
	const char *day;     /* NULL: the day of the act */
	const char *dossier; /* a code, or NULL */
	/*
	 * A code.  It is required where neither ticket nor dossier is given.  Where
	 * several officers served the visit, it says which one is rated.  An officer who
	 * did not serve the visit is not rated for it (the name may be that of the
	 * terminal's user).
	 */
	const char *officer;
	const char *comment; /* or NULL */
};

/*
 * Store the rating.  BAD_DATA for a score that is not 1 to 5; NO when the visit or
 * dossier was already rated, or nobody is known to have served it.
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
enum rating_group { RATING_OFFICER, RATING_SERVICE, RATING_DAY };
extern const struct word rating_groups[]; /* by the enum */

/* The share of satisfied ratings is that of 4 and 5. */
extern const struct column rating_summary_columns[];
enum status rating_summary(struct office *office, const struct rating_filter *filter,
			   enum rating_group by, struct sink *sink);

#endif
