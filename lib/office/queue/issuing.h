/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_ISSUING_H
#define OSQ_OFFICE_QUEUE_ISSUING_H

#include "office/queue/visit.h"
#include "office/rules/workday.h"

/*
 * When a service gives out numbers, and how many: its hours, its quota of a day, and the
 * slots of its appointments.  All are columns of the register services.
 *
 * - Hours: spans of the local day.  A span holds on the days on which the office has
 * hours
 *   that it touches: on no day off, and not in the afternoon of a day that is open in the
 *   morning only.  A service without hours gives out numbers at any time.
 * - Quota: how many numbers are drawn a day.  A cancelled number counts, since it was
 * drawn;
 *   one drawn for an appointment does not, since slots have a capacity of their own.
 */
struct issuing {
	char *service;        /* the service's code */
	struct workday hours; /* none: always */
	bool has_hours;
	int64_t quota;         /* 0 = none */
	int64_t slot_minutes;  /* 0 = no appointments */
	int64_t slot_capacity; /* people in a slot */
	int last_day;          /* on which the service is in force; DAY_LAST: no end */
};

/*
 * Read hours such as "06:15-11:15 13:15-15:30", spans separated by blanks, into HOURS.
 * Free it with workday_free().  False, with nothing in HOURS, when TEXT has no span, a
 * span that closes before it opens, or two that overlap.
 */
bool issue_hours_read(const char *text, struct workday *hours);

/*
 * Load the hours, quota and slots of SERVICE.  Call issuing_free() even after a failure.
 */
enum status issuing_load(struct office *office, int64_t service, struct issuing *issuing);
void issuing_free(struct issuing *issuing);

/*
 * Check whether a number of SERVICE may be drawn at the moment of the act.  Call it
 * inside the write transaction that draws the number, so that the quota is exact.  NO,
 * with the next opening as a hint, when it may not.  With FORCE it is OK all the same,
 * and *PASSED gets the limit that was ignored, "hours" or "quota"; otherwise *PASSED is
 * untouched.
 */
enum status issuing_check(struct office *office, int64_t service, bool force,
			  const char **passed);

/*
 * Find the ticket that REQUEST_ID drew on the day of the act, for a kiosk that sends the
 * same press again.  *FOUND is false, and the status OK, where it drew none yet;
 * otherwise VISIT gets the ticket.  NO where it drew one for another service than
 * SERVICE.
 */
enum status issuing_repeated(struct office *office, const char *request_id,
			     int64_t service, bool *found, struct visit *visit);

#endif
