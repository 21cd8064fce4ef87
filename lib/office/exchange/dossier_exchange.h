/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_EXCHANGE_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_EXCHANGE_H

#include "office/dossier/dossier.h"

/*
 * What passes between offices: everything of a dossier in one row, in the same columns
 * on its way out (dossier_export.h) and in (dossier_import.h).
 */
extern const struct column exchange_columns[];

/* The columns above, by their place. */
enum exchange_column {
	CODE,
	PROCEDURE,
	FIELD,
	APPLICANT,
	CHANNEL,
	STATUS,
	STANDING,
	RECEIVED,
	DUE,
	FINISHED,
	RETURNED,
	RESULT,
	OFFICER,
	TICKET,
	ID_NUMBER,
	PHONE,
	ADDRESS,
	LIMIT,
	UNIT,
	FEE,
	/* What few systems know. */
	FIRST_DUE,
	PROMISED,
	PAUSED,
	PAUSE_KIND,
	REQUESTS,
	WAITED,
	ACCEPTED,
	DESK,
	HOLDER,
	PURGED,
	/* dossier_intake */
	EMAIL,
	PROXY,
	REQUEST,
	SETS,
	COLLECT,
	AGENCY,
	REGISTER_LINE,
	/* Lists, each as a JSON array of objects. */
	EVENTS,
	PAPERS,
	PAYMENTS,
	/* The province's ten states, by number and in its words. */
	PROVINCE,
	PROVINCE_WORDS,
	COLUMNS
};

/*
 * The province's state of a dossier that is STATUS, paused for KIND (or NULL), and came
 * through CHANNEL: "1" to "10".  *WORDS gets how the province calls it.
 */
const char *province_state(const char *status, const char *kind, const char *channel,
			   const char **words);

/* What STATE, one of "1" to "10", is with us.  False when it is none of them; *KIND and
 * *CHANNEL are NULL where it says nothing of them. */
bool province_read(const char *state, const char **status, const char **kind,
		   const char **channel);

/* The lists of the dossier d as expressions of SQL; NULL for an empty one.  json_patch()
 * leaves out the keys that are null. */
#define EVENTS_JSON                                                                       \
	"(SELECT nullif(json_group_array(json(line)), '[]') FROM ("                       \
	"  SELECT json_patch('{}', json_object('act', e.act, 'at', moment_text(e.at),"    \
	"    'entered_at', moment_text(e.entered_at), 'officer', o.code,"                 \
	"    'status', e.status, 'kind', e.kind, 'reason', e.reason,"                     \
	"    'forced', e.forced, 'desk', k.code, 'holder', h.code, 'step', e.step,"       \
	"    'step_due_at', moment_text(e.step_due_at), 'due_at', moment_text(e.due_at)," \
	"    'promised_at', moment_text(e.promised_at))) AS line"                         \
	"  FROM dossier_event e LEFT JOIN officer o ON o.id = e.officer_id"               \
	"  LEFT JOIN officer h ON h.id = e.holder_id"                                     \
	"  LEFT JOIN desk k ON k.id = e.desk_id"                                          \
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
