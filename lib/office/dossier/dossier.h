/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_H

#include "base/mem.h"
#include "base/moment.h"
#include "office/core/import.h"
#include "office/rules/period.h"

/*
 * Dossiers: one citizen's application under one procedure, with the moment by
 * which the result is promised.  The promise is computed at receipt from the rule
 * that holds then, and the dossier keeps that rule whatever the catalogue becomes.
 */

#define DOSSIER_CODE      64  /* room for a code */
#define DOSSIER_SETS_MOST 999 /* of papers, that one hands in */

struct dossier_request {
	const char *procedure; /* a code */
	const char *applicant;
	/* Or NULL: what is not said. */
	const char *id_number, *phone, *address, *email;
	const char *proxy;      /* who hands it in for the applicant */
	const char *request;    /* what is asked for, in words */
	const char *channel;    /* counter, online or post; NULL = counter */
	const char *collect;    /* where the result is fetched: the same words */
	const char *agency;     /* who decides, where that is not this office */
	const char *ticket;     /* the visit's label today */
	const char *papers;     /* handed in: "all", "none" or numbers, "1,3"; NULL = not
				   looked at */
	const char *request_id; /* what another program calls this record */
	int64_t sets;           /* of papers; 0 = not said */
	int64_t fee;            /* in place of the procedure's, where HAS_FEE */
	bool has_fee;
	bool force; /* what is checked of the person is taken as it is */
};

/* What whoever takes it in should know; to be freed with dossier_receipt_free(). */
struct dossier_receipt {
	char code[DOSSIER_CODE];
	bool repeated;       /* the request_id came before: CODE is what it got then */
	int64_t counts_from; /* when it was handed in outside the hours; -1: at once */
	struct buf missing;  /* required papers that lack, "2. NAME" lines; of looked-at
				ones */
	int64_t others; /* how many are open of the same person under the procedure */
	struct buf last_others; /* codes of the last five of them, parted by blanks */
};
void dossier_receipt_free(struct dossier_receipt *receipt);

/*
 * Take a dossier in at the moment of the act; its code is
 * <agency>-<YYMMDD>-<number> (Decree 61/2018's circular; numbers begin anew each
 * day).  BAD_DATA for a name, number, telephone or mail address that cannot be right
 * (person.h) unless forced, which the event and the journal then show.
 */
enum status dossier_receive(struct office *office, const struct dossier_request *request,
			    struct dossier_receipt *receipt);

/* When a dossier under PROCEDURE (a code), or under UNIT and LIMIT where that is
 * NULL, received at RECEIVED would be due.  Nothing is stored. */
enum status dossier_due(struct office *office, const char *procedure, const char *unit,
			int limit, int64_t received, int64_t *due);

/* The same for a procedure whose dossier comes by CHANNEL (NULL: counter). */
enum status dossier_due_by(struct office *office, const char *procedure,
			   const char *channel, int64_t received, int64_t *due);

/* Numbers given from now on to what was received on DAY lie behind NUMBER. */
enum status dossier_raise_number(struct office *office, const char *day, int64_t number);

/* Give the next code of the day of RECEIVED, inside a write transaction. */
enum status dossier_new_code(struct office *office, int64_t received,
			     char code[static DOSSIER_CODE]);

/* dossier.c: dossier_receive() inside the caller's transaction. */
enum status dossier_take_in(struct office *office, const struct dossier_request *r,
			    struct dossier_receipt *receipt);

#endif
