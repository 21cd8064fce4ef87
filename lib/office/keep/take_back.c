/* SPDX-License-Identifier: MIT */
#include "office/keep/take_back.h"

/* The moments of a table: those that begin a record, and what may follow on each. */
#define BEHIND(table, latest)                                                            \
	"SELECT count(*) FROM " table " WHERE max(" latest ") > :now"
#define BACK(table, set, latest)                                                         \
	"UPDATE " table " SET " set " WHERE max(" latest ") > :now"
#define NOW_AT_MOST(column) column " = min(" column ", :now)"
#define OR_NONE(column)     "coalesce(" column ", 0)"

#define VISIT  "started_at, " OR_NONE("ended_at")
#define BOOKED "booked_at, " OR_NONE("cancelled_at")
#define EVENT  "at, entered_at, " OR_NONE("was_until")
#define DOSSIER                                                                                         \
	OR_NONE("received_at")                                                                          \
	", " OR_NONE("finished_at") ", " OR_NONE("returned_at") ", " OR_NONE("paused_at") ", " OR_NONE( \
		"accepted_at") ", " OR_NONE("requested_at") ", " OR_NONE("voided_at") ", " OR_NONE("entered_at")

static const struct {
	const char *count, *set;
} tables[] = {
	{ BEHIND("ticket", "issued_at, 0"),
	  BACK("ticket", NOW_AT_MOST("issued_at"), "issued_at, 0") },
	{ BEHIND("ticket_period", VISIT),
	  BACK("ticket_period", NOW_AT_MOST("started_at") ", " NOW_AT_MOST("ended_at"),
	       VISIT) },
	{ BEHIND("counter_period", VISIT),
	  BACK("counter_period", NOW_AT_MOST("started_at") ", " NOW_AT_MOST("ended_at"),
	       VISIT) },
	{ BEHIND("counter_act", "at, 0"),
	  BACK("counter_act", NOW_AT_MOST("at"), "at, 0") },
	{ BEHIND("appointment", BOOKED),
	  BACK("appointment", NOW_AT_MOST("booked_at") ", " NOW_AT_MOST("cancelled_at"),
	       BOOKED) },
	{ BEHIND("rating", "rated_at, 0"),
	  BACK("rating", NOW_AT_MOST("rated_at"), "rated_at, 0") },
	{ BEHIND("payment", "paid_at, 0"),
	  BACK("payment", NOW_AT_MOST("paid_at"), "paid_at, 0") },
	{ BEHIND("dossier_event", EVENT),
	  BACK("dossier_event",
	       NOW_AT_MOST("at") ", " NOW_AT_MOST("entered_at") ", " NOW_AT_MOST(
		       "was_until"),
	       EVENT) },
	{ BEHIND("dossier", DOSSIER),
	  BACK("dossier",
	       NOW_AT_MOST("received_at") ", " NOW_AT_MOST("finished_at") ", " NOW_AT_MOST("returned_at") ", " NOW_AT_MOST("paused_at") ", " NOW_AT_MOST(
		       "accepted_at") ", " NOW_AT_MOST("requested_at") ", " NOW_AT_MOST("voided_at") ", " NOW_AT_MOST("entered_at"),
	       DOSSIER) },
};
#define TABLE_COUNT (sizeof(tables) / sizeof(*tables))

enum status
take_back_count(struct office *office, int64_t now, int64_t *count)
{
	enum status st = OK;
	size_t i;

	*count = 0;
	for (i = 0; i < TABLE_COUNT && !st; i++) {
		struct query q;

		query_open(&q, office->store, tables[i].count);
		query_int(&q, ":now", now);
		if (query_row(&q))
			*count += query_col_int(&q, 0);
		st = query_close(&q);
	}
	return st;
}

enum status
take_back_to(struct office *office, int64_t now, int64_t *count)
{
	enum status st = OK;
	size_t i;

	*count = 0;
	for (i = 0; i < TABLE_COUNT && !st; i++) {
		struct query q;

		query_open(&q, office->store, tables[i].set);
		query_int(&q, ":now", now);
		query_run(&q);
		if (!(st = query_close(&q)))
			*count += store_changes(office->store);
	}
	return st;
}
