/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_REQUEST_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_REQUEST_H

#include "office/dossier/dossier.h"
#include "office/rules/person.h"

/*
 * What receiving a dossier stores besides its own row.  For dossier.c, which holds the
 * transaction.
 */

/* Numbers in the form in which they are stored. */
struct tidy_person {
	const char *id_number, *phone; /* point to the rooms, or are as given; or NULL */
	char id_room[PERSON_NUMBER], phone_room[PERSON_PHONES];
	bool several_phones;    /* `phone` has more than one */
	const char *name_doubt; /* what is unusual in the name, marked N_(); or NULL */
	char forced[128];       /* keys of values accepted though wrong; or "" */
};

/* Fill PERSON from R.  BAD_DATA for what is wrong in it. */
enum status request_check(struct office *office, const struct dossier_request *r,
			  struct tidy_person *person);

/* The same for who corrects a dossier, of which R need not say all. */
enum status request_check_said(struct office *office, const struct dossier_request *r,
			       struct tidy_person *person);

/* Whether REQUEST_ID (or NULL) was received before; its code then. */
enum status request_repeated(struct office *office, const char *request_id,
			     struct dossier_receipt *receipt);

/*
 * Store what only the forms need of the DOSSIER just inserted: its line in the register,
 * who decides where R does not say (by the catalogue of that day), and the request's id.
 */
enum status request_keep(struct office *office, int64_t dossier,
			 const struct dossier_request *r);

/* Add the person's other open dossiers under PROCEDURE to RECEIPT. */
enum status same_person(struct office *office, int64_t procedure,
			const struct dossier_request *r, const struct tidy_person *person,
			struct dossier_receipt *receipt);

/* Enter the DOSSIER that was accepted now into the register of its field. */
enum status request_enter(struct office *office, int64_t dossier);

#endif
