/* SPDX-License-Identifier: MIT */
#include "office/queue/appointment_list.h"

#include <string.h>

#include "base/intl.h"
#include "office/core/setting.h"
#include "office/queue/person_columns.h"

const struct word booking_states[] = {
	{ "booked", "đã đặt" },
	{ "arrived", "đã đến" },
	{ "cancelled", "đã hủy" },
	{ "missed", "không đến" },
	{ 0 },
};

const struct column booking_columns[] = {
	{ .key = "booking", .heading = N_("Booking"), .type = COL_TEXT },
	{ .key = "service",
	  .heading = N_("Service"),
	  .type = COL_TEXT,
	  .named_in = "services" },
	{ .key = "slot_at", .heading = N_("Slot begins"), .type = COL_TIME },
	{ .key = "slot_until", .heading = N_("Slot ends"), .type = COL_TIME },
	{ .key = "status",
	  .heading = N_("Status"),
	  .type = COL_WORD,
	  .words = booking_states },
	{ .key = "ticket", .heading = N_("Ticket"), .type = COL_TEXT },
	{ .key = "priority", .heading = N_("Priority"), .type = COL_TEXT },
	{ .key = "booked_at", .heading = N_("Booked"), .type = COL_TIME },
	PERSON_COLUMNS,
	PERSON_COLUMN("note", N_("Note")),
	{ 0 },
};

/* :late is the setting of today: it matters only for the bookings of today. */
static const char list_sql[] =
	"WITH b AS (SELECT *, CASE WHEN ticket_id IS NOT NULL THEN 'arrived'"
	"                          WHEN cancelled_at IS NOT NULL THEN 'cancelled'"
	"                          WHEN slot_until + 60 * :late < :now THEN 'missed'"
	"                          ELSE 'booked' END AS status"
	"             FROM appointment WHERE slot_at >= :from AND slot_at < :to"
	"              AND (:code IS NULL OR code = :code))"
	"SELECT b.code AS booking, s.code AS service, b.slot_at AS slot_at,"
	"       b.slot_until AS slot_until, b.status AS status,"
	"       label(t.series, t.number) AS ticket, r.code AS priority,"
	"       b.booked_at AS booked_at, d.code AS procedure, b.name AS name,"
	"       b.phone AS phone, b.note AS note"
	"  FROM b JOIN service s ON s.id = b.service_id"
	"  LEFT JOIN ticket t ON t.id = b.ticket_id"
	"  LEFT JOIN priority r ON r.id = b.priority_id"
	"  LEFT JOIN procedure d ON d.id = b.procedure_id"
	" WHERE (:service IS NULL OR s.code = :service)"
	"   AND (:status IS NULL OR b.status = :status)"
	" ORDER BY b.slot_at, s.prefix, b.id";

enum status
appointment_list(struct office *office, const struct booking_filter *f, struct sink *sink)
{
	int64_t id, late = 0;
	struct query q;
	enum status st;

	if ((f->service && (st = service_id(office, f->service, &id))) ||
	    (st = setting_number(office, "appointment_late", day_of(office->act.at),
				 &late)))
		return st;
	query_open(&q, office->store, list_sql);
	query_int(&q, ":from", day_moment(f->days.from, 0));
	query_int(&q, ":to", day_moment(f->days.to + 1, 0));
	query_int(&q, ":late", late);
	query_int(&q, ":now", office->act.at);
	query_text(&q, ":code", f->code);
	query_text(&q, ":service", f->service);
	query_text(&q, ":status", f->status);
	return query_rows(&q, booking_columns, sink);
}
