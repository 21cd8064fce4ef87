/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_QUEUE_QUEUE_H
#define OSQ_OFFICE_QUEUE_QUEUE_H

#include "base/mem.h"
#include "office/queue/visit.h"

/*
 * The counters.  Each function is one act at the counter of office->act: it finds
 * the counter and who sits there, moves a visit, journals, commits.  An act that
 * the visit's state does not allow is NO, and the message tells the state.
 */

/* The officer of the act sits down at the counter.  NO when either is taken. */
enum status queue_open_counter(struct office *office);

/* He leaves it; NO while a ticket is called or served there. */
enum status queue_close_counter(struct office *office);

/* He takes a break, and comes back.  NOTE may be NULL. */
enum status queue_pause_counter(struct office *office, const char *note);
enum status queue_resume_counter(struct office *office);

/*
 * Finish what the counter was serving, and call who is next by policy_choose().  One
 * who was called as often as the setting no_show_calls says and never started is a
 * no-show.  NO when nobody waits; what was being served is finished all the same.
 * WHY, where it is not NULL, gets the reason; its sentence is to be freed.
 */
struct next_reason {
	const char *word; /* as stored: "age_limit" */
	struct buf sentence;
};
enum status queue_next(struct office *office, struct visit *visit,
		       struct next_reason *why);

/* Call a ticket out of order: one that waits, is held, or came back in time after a
 * no-show.  NO while another is at the counter; USAGE without a NOTE where somebody
 * else would be next. */
enum status queue_take(struct office *office, const char *label, const char *note,
		       struct visit *visit);

/* Acts on the ticket at the counter. */
enum status queue_recall(struct office *office, struct visit *visit);
enum status queue_start(struct office *office, struct visit *visit);
/* THEN, where it is not NULL, is the service to which the visitor goes on with the
 * same number and his age. */
enum status queue_done(struct office *office, const char *then, struct visit *visit);
/* NO before the calls of the setting no_show_calls. */
enum status queue_no_show(struct office *office, struct visit *visit);
enum status queue_hold(struct office *office, const char *note, struct visit *visit);

/* A held ticket, or a no-show who comes back within the minutes of the setting
 * return_minutes, waits again, with its old age. */
enum status queue_resume(struct office *office, const char *label, struct visit *visit);

/* Send LABEL, or the ticket at the counter where it is NULL, to another service,
 * or to one counter; it waits there with its old age. */
enum status queue_transfer(struct office *office, const char *label, const char *service,
			   const char *counter, const char *note, struct visit *visit);

/*
 * Take back the last act at the counter: the periods that it began go, those that it
 * ended go on.  NO when there was none today, or when something followed.  ACT gets
 * what was taken back, as the journal calls it, SUBJECT the ticket or the counter.
 */
enum status queue_undo(struct office *office, struct buf *act, struct buf *subject);

/* The counters as they are: all, or the one with the code COUNTER. */
extern const struct word counter_states[];
extern const struct column counter_columns_now[];
enum status queue_status(struct office *office, const char *counter, struct sink *sink);

/* The policy of each service, in force, and its worst case as a sentence. */
extern const struct column policy_columns[];
enum status queue_policies(struct office *office, struct sink *sink);

/* The day is over: whatever is left of DAY and of days before it ends as unserved,
 * and counters still open are closed.  Nothing left: nothing is changed. */
struct day_end {
	int64_t unserved, counters;
};
enum status queue_end_day(struct office *office, int day, struct day_end *end);

#endif
