/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_KEEP_CHECK_PARTS_H
#define OSQ_OFFICE_KEEP_CHECK_PARTS_H

#include "office/keep/checking.h"

/*
 * The parts of office_check() that have a file of their own.  Each reports its findings;
 * its status says whether the check could be made, not what it found.
 */

/* check_dossiers.c: dossiers against their events and the reports' figures. */
enum status check_dossiers(struct checking *c);

/* check_recount.c: the figures of each year counted a second time, another way. */
enum status check_recount(struct checking *c);

/* check_setup.c: what the office needs and lacks. */
enum status check_setup(struct checking *c);

/* check_settings.c: settings that do not fit. */
enum status check_settings(struct checking *c);

/* check_codes.c: codes that are more than a word. */
enum status check_codes(struct checking *c);

/* check_catalogue.c: procedures that a person should check, and their steps. */
enum status check_catalogue(struct checking *c);

/* check_ended.c: work that lies with what has ended. */
enum status check_ended(struct checking *c);

/* check_names.c: names of registers changed beside the commands. */
enum status check_names(struct checking *c);

/* check_bookings.c: appointments at times at which nobody is there. */
enum status check_bookings(struct checking *c);

/* check_retention.c: personal data that has been kept too long. */
enum status check_retention(struct checking *c);

/* check_bounds.c: numbers outside their column's bounds. */
enum status check_bounds(struct checking *c);

/* check_records.c: what CHECK ("ratings", "tickets", "visits" or "dossiers") is about
 * against the journal. */
enum status check_records(struct checking *c, const char *check);

/* check_users.c: whether the users are of this machine, and have roles. */
enum status check_users(struct checking *c);

/* check_clock.c: that entries follow each other in time, and none is still to come. */
enum status check_clock(struct checking *c);

/* check_payments.c: payments against the journal. */
enum status check_payments(struct checking *c);

#endif
