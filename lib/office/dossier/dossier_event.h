/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_EVENT_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_EVENT_H

#include "office/core/office.h"
#include "office/rules/life.h"

/* The events of dossiers: what each act made of one, in the order of the acts. */
struct dossier_event {
	int64_t dossier;
	const char *act;    /* one of dossier_acts */
	const char *kind;   /* of a pause; or NULL */
	const char *reason; /* or NULL */
	int64_t officer;    /* who acted; 0 = not known */
	int unsettled;   /* the first year without a notice that the promise of this act
			    reaches into; 0 = none */
	const char *was; /* what it took away (dossier_was.h); or NULL */
	bool of_record;  /* figures know of it from its entry on, not from its moment */
	const struct dossier_state *state; /* what it is now */
};

/* Prepare Q, to be closed, for event_write(). */
void event_open(struct office *office, struct query *q);

/* Write EVENT, at the moment of the act; for whoever holds the transaction. */
enum status event_write(struct office *office, struct query *q,
			const struct dossier_event *event);

#endif
