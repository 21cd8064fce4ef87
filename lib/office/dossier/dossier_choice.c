/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_choice.h"

/*
 * Each list is read in the order of an index, so that a key press costs the same with
 * millions of dossiers.  The '+' keeps the planner from using the index of codes, whose
 * rows would have to be sorted.  What has ended is offered for 90 days.
 */
#define DOSSIERS     "SELECT code, applicant AS about FROM dossier WHERE "
#define BEGINS(code) code " >= :begins AND " code " < :begins || char(1114111)"
#define DUE_FIRST    " ORDER BY due_at LIMIT 200"
#define ENDED_LATELY "finished_at >= :now - 7776000 AND "
#define LATEST_FIRST " ORDER BY finished_at DESC LIMIT 200"

static const char all_sql[] = DOSSIERS BEGINS("code") " ORDER BY code DESC LIMIT 200";

static const char open_sql[] = DOSSIERS "finished_at IS NULL AND " BEGINS("+code")
	DUE_FIRST;

static const char new_sql[] = DOSSIERS
	"finished_at IS NULL AND status = 'new' AND " BEGINS(
		"+code") " ORDER BY requested_at LIMIT 200";

static const char paused_sql[] = DOSSIERS
	"finished_at IS NULL AND status = 'paused' AND " BEGINS("+code") DUE_FIRST;

static const char finished_sql[] = DOSSIERS ENDED_LATELY
	"status = 'finished' AND " BEGINS("+code") LATEST_FIRST;

static const char ended_sql[] = DOSSIERS ENDED_LATELY
	"voided_at IS NULL AND " BEGINS("+code") LATEST_FIRST;

enum status
dossier_choice_all(struct office *office, const char *begins, struct sink *sink)
{
	return choice_send(office, all_sql, begins, sink);
}

enum status
dossier_choice_open(struct office *office, const char *begins, struct sink *sink)
{
	return choice_send(office, open_sql, begins, sink);
}

enum status
dossier_choice_new(struct office *office, const char *begins, struct sink *sink)
{
	return choice_send(office, new_sql, begins, sink);
}

enum status
dossier_choice_paused(struct office *office, const char *begins, struct sink *sink)
{
	return choice_send(office, paused_sql, begins, sink);
}

enum status
dossier_choice_finished(struct office *office, const char *begins, struct sink *sink)
{
	return choice_send(office, finished_sql, begins, sink);
}

enum status
dossier_choice_ended(struct office *office, const char *begins, struct sink *sink)
{
	return choice_send(office, ended_sql, begins, sink);
}
