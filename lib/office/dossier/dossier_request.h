/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_REQUEST_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_REQUEST_H

#include "office/dossier/dossier.h"
#include "office/rules/person.h"

/* What taking in consists of beside the dossier's own row.  For dossier.c, which holds
 * the transaction. */

/* Numbers in the form in which they are kept. */
struct tidy_person {
	const char *id_number, *phone; /* in the rooms, or as they were given; or NULL */
	char id_room[PERSON_NUMBER], phone_room[PERSON_NUMBER];
	char forced[64]; /* the keys of what is kept although it cannot be right; "" */
};

/* Fill PERSON, and refuse what is wrong in R: BAD_DATA. */
enum status request_check(struct office *office, const struct dossier_request *r,
			  struct tidy_person *person);

/* Whether REQUEST_ID (or NULL) came before; its code then. */
enum status request_repeated(struct office *office, const char *request_id,
			     struct dossier_receipt *receipt);

/* What only the forms need of the DOSSIER just inserted, the line in the register, who
 * decides where R does not say (by the catalogue of that day), and the request's id. */
enum status request_keep(struct office *office, int64_t dossier,
			 const struct dossier_request *r);

/* The person's other open dossiers under PROCEDURE, into RECEIPT. */
enum status same_person(struct office *office, int64_t procedure,
			const struct dossier_request *r, const struct tidy_person *person,
			struct dossier_receipt *receipt);

#endif
