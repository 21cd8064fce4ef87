/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_DELAY_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_DELAY_H

#include "office/core/office.h"

/*
 * What else is late about a dossier d than its promise (enum dossier_delay), as SQL. Each
 * asks for the parameters that dossier_delay_bind() binds.
 */
#define EVENT_OF(what)                                                                   \
	"EXISTS (SELECT 1 FROM dossier_event e WHERE e.dossier_id = d.id AND " what ")"

/* A supplement was asked for too late, or again. */
#define ASKED_LATE                                                                       \
	EVENT_OF("e.act = 'pause' AND e.kind = 'supplement'"                             \
		 " AND (e.late = 'yes' OR e.forced = 'yes')")

/* It is not answered. */
#define UNANSWERED "(d.pause_kind = 'supplement' AND d.paused_at < :unanswered)"

#define EXTENDED_LATE EVENT_OF("e.act = 'extend' AND e.late = 'yes'")

/* Another desk is to have it, and it is still at the counter where its last act was: the
 * receipt, or that a supplement came. */
#define NOT_HANDED                                                                       \
	"(d.status = 'received' AND d.received_at <= :handover"                          \
	" AND EXISTS (SELECT 1 FROM procedure_step s WHERE s.procedure_id ="             \
	"  d.procedure_id AND s.desk_id IS NOT d.desk_id)"                               \
	" AND (SELECT max(e.at) FROM dossier_event e WHERE e.dossier_id = d.id)"         \
	"  <= :handover)"

/* The same, or it was handed over late. */
#define HANDED_LATE                                                                      \
	"(" NOT_HANDED " OR " EVENT_OF("e.act = 'forward' AND e.late = 'yes'") ")"

/* Nobody has looked at the request. */
#define UNACCEPTED "(d.status = 'new' AND d.requested_at < :unaccepted)"

/* Bind to Q the moments that these depend on, by the settings of today. */
enum status dossier_delay_bind(struct office *office, struct query *q);

/*
 * Send to SINK, under promised_columns (dossier_promise.h), the open dossiers of which
 * something is late beside the promise: for each delay a row, in which it stands in place
 * of the standing; by delay, then by officer, desk and moment.
 */
enum status dossier_delays(struct office *office, struct sink *sink);

/* How many requests nobody has looked at for longer than the setting accept_hours. */
enum status dossier_unaccepted(struct office *office, int64_t *count);

#endif
