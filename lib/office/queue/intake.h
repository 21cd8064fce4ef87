/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_INTAKE_H
#define OSQ_OFFICE_QUEUE_INTAKE_H

#include "office/queue/visit.h"
#include "office/rules/workday.h"

/*
 * When and how many: the hours in which a service gives out numbers, its quota of a
 * day, and the slots of its appointments.  They are columns of the register services.
 *
 * - Hours: spans of the local day.  One holds on the days on which the office has
 *   hours that it touches; so none on a day off, and none in the afternoon of a day
 *   that is open in the morning only.  Without them numbers are given out always.
 * - Quota: how many are drawn a day.  A cancelled number has been drawn and counts;
 *   one drawn for an appointment does not, since slots have a capacity of their own.
 */
struct intake {
	char *service;        /* its code */
	struct workday hours; /* none: always */
	bool has_hours;
	int64_t quota;         /* 0 = none */
	int64_t slot_minutes;  /* 0 = no appointments */
	int64_t slot_capacity; /* people in a slot */
};

/* Read "06:15-11:15 13:15-15:30", spans parted by blanks, into HOURS, to be freed with
 * workday_free().  False, with nothing in HOURS, when TEXT is no such thing: no span, one
 * that closes before it opens, or two that overlap. */
bool issue_hours_read(const char *text, struct workday *hours);

/* Those of a service; to be freed with intake_free(), also after a failure. */
enum status intake_load(struct office *office, int64_t service, struct intake *intake);
void intake_free(struct intake *intake);

/*
 * May a number of SERVICE be drawn at the moment of the act?  Inside the write
 * transaction that draws it, so that a quota is exact.  NO with when it opens again; with
 * FORCE it may, and *PASSED tells what was passed over, "hours" or "quota" (else it is
 * untouched).
 */
enum status intake_check(struct office *office, int64_t service, bool force,
			 const char **passed);

/* A kiosk repeats a press: the ticket that REQUEST_ID drew on the day of the act, into
 * VISIT.  *FOUND is false, and the status OK, where it drew none yet; NO where it drew
 * one for another service than SERVICE. */
enum status intake_repeated(struct office *office, const char *request_id,
			    int64_t service, bool *found, struct visit *visit);

#endif
