/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_PURGE_H
#define OSQ_OFFICE_KEEP_PURGE_H

#include "office/core/office.h"

/*
 * Personal data goes once its time is over; the figures stay (Law 91/2025/QH15, Decree
 * 356/2025; until 31 December 2025 Decree 13/2023).  How long it is kept is the setting
 * retention_months, counted from a dossier's end.
 */
struct purged {
	int64_t dossiers, tickets, appointments, ratings;
};

/* The first day whose data is still kept: what ended before it may go.  NO without a
 * message where the setting says that there is no limit. */
enum status retention_day(struct office *office, int *day);

/*
 * Remove what tells of people from dossiers that ended before DAY, from tickets and
 * appointments of days before it, and words of raters: names, numbers, telephones,
 * addresses, and whatever officers and citizens wrote in words of their own.  Then, but
 * for a dry run, write the file anew, so that none of it is left between the rows
 * (store_scrub()); whether or not anything was found, since that may have failed before.
 * BAD_DATA when DAY is after today; NOT_ALLOWED when it lies within the retention period
 * and FORCE is not set.
 */
enum status office_purge(struct office *office, int day, bool force,
			 struct purged *purged);

#endif
