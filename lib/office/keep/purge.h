/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_PURGE_H
#define OSQ_OFFICE_KEEP_PURGE_H

#include "office/core/office.h"

/*
 * Removing personal data once its time is over; the figures stay (Law 91/2025/QH15,
 * Decree 356/2025; until 31 December 2025 Decree 13/2023).  How long it is kept is the
 * setting retention_months, counted from the end of a dossier.
 */
struct purged {
	int64_t dossiers, tickets, appointments, ratings;
};

/*
 * The first day whose data is still kept; what ended before it may be removed.  NO
 * without a message where the setting has no limit.
 */
enum status retention_day(struct office *office, int *day);

/*
 * Remove personal data from dossiers that ended before DAY, from tickets and appointments
 * of earlier days, and from ratings: names, numbers, telephones, addresses, and whatever
 * officers and citizens wrote in their own words.  Then, except in a dry run, write the
 * file anew (store_scrub()), so that none of it remains in its free space.  This is done
 * even when nothing was found, because an earlier run may have failed at it.  BAD_DATA
 * when DAY is after today; NOT_ALLOWED when it is within the retention period and FORCE
 * is false.
 */
enum status office_purge(struct office *office, int day, bool force,
			 struct purged *purged);

#endif
