/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_H
#define OSQ_OFFICE_QUEUE_H

#include "office/visit.h"

/*
 * The counters.  Each function is one act at the counter of office->act: it finds
 * the counter and who sits there, moves a visit, journals, commits.  An act that
 * the visit's state does not allow is NO, and the message tells the state.
 */

/* The officer of the act sits down at the counter.  NO when either is taken. */
enum status queue_open_counter(struct office *office);

/* He leaves it; NO while a ticket is called or served there. */
enum status queue_close_counter(struct office *office);

/* Finish what the counter was serving, and call who is next.  NO when nobody
 * waits; what was being served is finished all the same. */
enum status queue_next(struct office *office, struct visit *visit);

/* Call a ticket out of order: one that waits, is held, or came back after a
 * no-show.  NO while another is at the counter. */
enum status queue_take(struct office *office, const char *label, const char *note,
		       struct visit *visit);

/* Acts on the ticket at the counter. */
enum status queue_recall(struct office *office, struct visit *visit);
enum status queue_start(struct office *office, struct visit *visit);
enum status queue_done(struct office *office, struct visit *visit);
enum status queue_no_show(struct office *office, struct visit *visit);
enum status queue_hold(struct office *office, const char *note, struct visit *visit);

/* A held ticket waits again, with its old age. */
enum status queue_resume(struct office *office, const char *label, struct visit *visit);

/* Send LABEL, or the ticket at the counter where it is NULL, to another service,
 * or to one counter; it waits there with its old age. */
enum status queue_transfer(struct office *office, const char *label, const char *service,
			   const char *counter, const char *note, struct visit *visit);

/* How many would be called before VISIT, which waits, at a counter of its service. */
enum status queue_ahead(struct office *office, const struct visit *visit, int64_t *ahead);

/* The counters as they are: all, or the one with the code COUNTER. */
extern const struct column counter_columns_now[];
enum status queue_status(struct office *office, const char *counter, struct sink *sink);

#endif
