/* SPDX-License-Identifier: MIT */
#include "office/queue/queue_choice.h"

static const char tickets_sql[] =
	"SELECT label(t.series, t.number) AS code, p.state AS about"
	"  FROM ticket t JOIN ticket_period p ON p.ticket_id = t.id"
	" WHERE t.day = :day AND p.ended_at IS NULL ORDER BY t.id";

static const char bookings_sql[] =
	"SELECT code, replace(substr(moment_text(slot_at), 1, 16), 'T', ' ') AS about"
	"  FROM appointment"
	" WHERE slot_at >= :today AND cancelled_at IS NULL AND ticket_id IS NULL"
	" ORDER BY slot_at, id LIMIT 200";

enum status
queue_choice_tickets(struct office *office, const char *begins, struct sink *sink)
{
	return choice_send(office, tickets_sql, begins, sink);
}

enum status
queue_choice_bookings(struct office *office, const char *begins, struct sink *sink)
{
	return choice_send(office, bookings_sql, begins, sink);
}
