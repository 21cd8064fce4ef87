/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_STATE_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_STATE_H

#include "office/core/office.h"
#include "office/dossier/dossier_fields.h"
#include "office/dossier/dossier_was.h"
#include "office/rules/life.h"

/*
 * The state of a dossier (rules/life.h) between the store and the rules.  Which column is
 * which member stands in one table, held against the fields that are ACTS or STATE.
 */

/* The statements, for any number of dossiers. */
struct state_store {
	struct query find, update;
	struct buf find_sql, update_sql;
	struct field_set changed; /* what an act may change */
	struct dossier_was was;
};

/* A dossier on which an act is done. */
struct stored_dossier {
	const char *code;
	int64_t id, procedure;
	int64_t officer; /* who took it in; 0: not noted */
	bool refused;    /* without having been accepted */
	struct dossier_state state;
	char *result; /* to be freed; or NULL */
};

/* Prepare them; to be closed in any case. */
void state_open(struct office *office, struct state_store *states);
enum status state_close(struct state_store *states);

/* Find the dossier CODE, which must outlive DOSSIER; NO when there is none. */
enum status state_find(struct state_store *states, const char *code,
		       struct stored_dossier *dossier);

/*
 * What writing its state would take from the row, for its event (dossier_was.h); NULL:
 * nothing.  Valid until the next call.
 */
enum status state_was(struct state_store *states, const struct stored_dossier *dossier,
		      int64_t officer, const char **was);

/* Write its state, with RESULT (or NULL) and, where nobody was noted, OFFICER (0: not
 * known) as who took it in; for whoever holds the transaction. */
enum status state_write(struct state_store *states, const struct stored_dossier *dossier,
			const char *result, int64_t officer);

/* Find the state of the dossier CODE alone; NO when there is none.  ID may be NULL. */
enum status dossier_state_find(struct office *office, const char *code, int64_t *id,
			       struct dossier_state *state);

#endif
