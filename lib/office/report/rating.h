/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_RATING_H
#define OSQ_OFFICE_REPORT_RATING_H

#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * Ratings of the official who served: 5 very satisfied .. 1 very dissatisfied.
 * One for a visit, one for a dossier; the officer is found from it.
 */
struct rating_request {
	int64_t score;
	const char *ticket;  /* a label of DAY, or NULL */
	const char *day;     /* NULL: the day of the act */
	const char *dossier; /* a code, or NULL */
	/* A code; needed where neither ticket nor dossier tells.  Where several served
	 * the visit it says which; who did not serve it is not rated for it (the name
	 * may be that of the terminal's user). */
	const char *officer;
	const char *comment; /* or NULL */
};

/* BAD_DATA for a score that is none of the five; NO when it was rated already, or
 * when nobody is known to have served it. */
enum status rating_add(struct office *office, const struct rating_request *request);

/* What a group of ratings comes to, as SQL. */
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

/* By which their figures are summed up. */
enum rating_group { RATING_OFFICER, RATING_SERVICE, RATING_DAY };
extern const struct word rating_groups[]; /* by the enum */

/* The share satisfied is that of 4 and 5. */
extern const struct column rating_summary_columns[];
enum status rating_summary(struct office *office, const struct rating_filter *filter,
			   enum rating_group by, struct sink *sink);

#endif
