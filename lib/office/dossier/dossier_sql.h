/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_SQL_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_SQL_H

#include "office/dossier/payment.h"

/* Expressions of SQL over a dossier d, for what stands in no column of it. */

/* All that the fields of files (dossier_fields.def) are taken from. */
#define DOSSIER_WHOLE                                                                    \
	" FROM dossier d JOIN procedure p ON p.id = d.procedure_id"                      \
	"  LEFT JOIN officer o ON o.id = d.officer_id"                                   \
	"  LEFT JOIN officer h ON h.id = d.holder_id"                                    \
	"  LEFT JOIN desk k ON k.id = d.desk_id"                                         \
	"  LEFT JOIN dossier_intake i ON i.dossier_id = d.id"

/* When the clock of a dossier d was stopped: a verification for which the limit is longer
 * stops none (dossier_verifies()). */
#define CLOCK_STOPPED                                                                    \
	"iif(d.pause_kind = 'verification', nullif(d.paused_at, d.verified_at), d.paused_at)"

/*
 * How a dossier d stands, as the figures of a period that ends now count it: what is in
 * none has no standing.
 */
#define DOSSIER_STANDING                                                                 \
	"CASE WHEN d.voided_at IS NULL AND d.refused IS NOT 'yes' THEN"                  \
	" iif(without_result(d.status),"                                                 \
	"  standing_no_result(:ends, d.finished_at, d.due_at),"                          \
	"  standing(d.status, d.finished_at, d.due_at, " CLOCK_STOPPED                   \
	", :now, :risk)) END"
#define DOSSIER_STANDING_766                                                             \
	"CASE WHEN d.voided_at IS NULL AND d.refused IS NOT 'yes' THEN"                  \
	" standing_766(d.status, d.finished_at, d.due_at, d.first_due_at,"               \
	"  d.paused_at, d.pause_kind, d.requests, d.waited, :now) END"

/* Of its last event, where :last asks for it. */
#define OF_LAST_EVENT(what)                                                              \
	"CASE WHEN :last THEN (SELECT " what " FROM dossier_event e"                     \
	" WHERE e.dossier_id = d.id ORDER BY e.id DESC LIMIT 1) END"

/* The lists of the dossier as JSON; NULL for an empty one.  json_patch()
 * leaves out the keys that are null. */
#define EVENTS_JSON                                                                                 \
	"(SELECT nullif(json_group_array(json(line)), '[]') FROM ("                                 \
	"  SELECT json_patch('{}', json_object('act', e.act, 'at', moment_text(e.at),"              \
	"    'entered_at', moment_text(e.entered_at), 'officer', o.code,"                           \
	"    'status', e.status, 'kind', e.kind, 'reason', e.reason,"                               \
	"    'forced', e.forced, 'late', e.late, 'desk', k.code, 'holder', h.code, 'step', e.step," \
	"    'step_due_at', moment_text(e.step_due_at), 'due_at', moment_text(e.due_at),"           \
	"    'promised_at', moment_text(e.promised_at), 'unsettled', e.unsettled,"                  \
	"    'was', json(e.was), 'was_until', moment_text(e.was_until))) AS line"                   \
	"  FROM dossier_event e LEFT JOIN officer o ON o.id = e.officer_id"                         \
	"  LEFT JOIN officer h ON h.id = e.holder_id"                                               \
	"  LEFT JOIN desk k ON k.id = e.desk_id"                                                    \
	"  WHERE e.dossier_id = d.id ORDER BY e.id))"

#define PAPERS_JSON                                                                      \
	"(SELECT nullif(json_group_array(json(line)), '[]') FROM ("                      \
	"  SELECT json_patch('{}', json_object('no', no, 'name', name, 'kind', kind,"    \
	"    'copies', copies, 'required', required,"                                    \
	"    'handed_at', moment_text(handed_at))) AS line"                              \
	"  FROM dossier_paper WHERE dossier_id = d.id ORDER BY no))"

#define PAYMENTS_JSON                                                                    \
	"(SELECT nullif(json_group_array(json(line)), '[]') FROM ("                      \
	"  SELECT json_patch('{}', json_object('paid_at', moment_text(m.paid_at),"       \
	"    'amount', m.amount, 'method', m.method, 'reference', m.reference,"          \
	"    'officer', o.code, 'note', m.note)) AS line"                                \
	"  FROM payment m LEFT JOIN officer o ON o.id = m.officer_id"                    \
	"  WHERE m.dossier_id = d.id ORDER BY m.id))"

#endif
