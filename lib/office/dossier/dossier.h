/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_H

#include "base/mem.h"
#include "base/moment.h"
#include "office/core/import.h"
#include "office/dossier/dossier_begin.h"
#include "office/dossier/dossier_fields.h"
#include "office/rules/period.h"

/*
 * Dossiers: a citizen's application under one procedure, with the moment by which the
 * result is promised.  The promise is computed on receipt from the rule that holds then;
 * the dossier keeps that rule however the catalogue changes.
 */

#define DOSSIER_CODE      64  /* room for a code */
#define DOSSIER_SETS_MOST 999 /* copies of the papers handed in */

/* What the counter says of a dossier that it receives. */
struct dossier_request {
	/* Of each field that is ASKED, by enum dossier_field; no value where it is not
	 * given.  Texts are not owned.  The procedure is given by its code; no channel
	 * is the counter; the ticket is the label of today's visit; a fee replaces the
	 * procedure's. */
	struct value said[FIELDS];
	const char *papers;     /* handed in: "all", "none" or numbers, "1,3"; NULL = not
				   checked */
	const char *refusal;    /* why it is refused at once, never accepted; or NULL */
	const char *request_id; /* another program's id of this record; or NULL */
	bool card;              /* name and number stand on an identity card */
	bool force;             /* accept personal data that the checks refuse */
	bool unaccepted;        /* asked for, and nobody has looked yet: it is new */
};

/* What the clerk should know after receipt; free it with dossier_receipt_free(). */
struct dossier_receipt {
	char code[DOSSIER_CODE];
	bool repeated; /* received before: CODE is the one given then */
	struct dossier_term term;
	const char *name_doubt; /* what is unusual in the applicant's name, marked N_() */
	bool several_phones;    /* more than one telephone was given for the applicant */
	struct buf missing; /* required papers not handed in, a line "2. NAME" each; only
			       if checked */
	int64_t others;     /* open dossiers of the person under the procedure */
	struct buf last_others; /* codes of the last five of these, parted by blanks */
};
void dossier_receipt_free(struct dossier_receipt *receipt);

/*
 * Receive a dossier at the moment of the act.  Its code is <agency>-<YYMMDD>-<number>
 * (the circular to Decree 61/2018); numbers begin anew each day.  BAD_DATA for a name,
 * number, telephone or mail address that cannot be right (person.h), unless `force` is
 * set; the event and the journal then record that.
 */
enum status dossier_receive(struct office *office, const struct dossier_request *request,
			    struct dossier_receipt *receipt);

/* Make the numbers given from now on to dossiers received on DAY greater than NUMBER. */
enum status dossier_raise_number(struct office *office, const char *day, int64_t number);

/* Give out the next code for the day of RECEIVED, inside a write transaction. */
enum status dossier_new_code(struct office *office, int64_t received,
			     char code[static DOSSIER_CODE]);

/* dossier_receive() inside the caller's write transaction, for who receives several. */
enum status dossier_take_in(struct office *office, const struct dossier_request *r,
			    struct dossier_receipt *receipt);

#endif
