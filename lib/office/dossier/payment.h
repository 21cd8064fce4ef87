/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_PAYMENT_H
#define OSQ_OFFICE_DOSSIER_PAYMENT_H

#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * Money: the fee of a dossier and what was paid of it.  The fee is that of the catalogue
 * on the day of receipt; where it depends on pages or copies, somebody counts and sets
 * it. All amounts are whole dong; money given back is negative.
 */

/* The most that one payment, or a fee, can be: what the field of a QR payment takes. */
#define PAYMENT_MAX MONEY_MOST

/* What a dossier owes; dossier_columns has the same as fee, fee_paid and fee_due. */
struct payment_state {
	int64_t id;
	int64_t fee;  /* -1: not known */
	int64_t paid; /* less what was given back */
	int64_t due;  /* negative if too much was paid; 0 while no fee is known */
	bool ended;   /* without a result: no fee is due any more */
	int64_t received_at;
};

/* Find what the dossier CODE owes; NO when there is no such dossier. */
enum status payment_state(struct office *office, const char *code,
			  struct payment_state *state);

/* Change STATE as if the fee were FEE (-1: no change), whether stored or not. */
void payment_assume_fee(struct payment_state *state, int64_t fee);

/* What a payment of AMOUNT (0: of what is due) would be, of the dossier CODE, which
 * messages name.  NO when nothing is due or the fee is not known; NOT_ALLOWED for more
 * than is due without FORCE. */
enum status payment_amount(const char *code, const struct payment_state *state,
			   bool force, int64_t *amount);

/* A text that is NULL is not given. */
struct payment_wish {
	int64_t amount;        /* 0: what is due; for a refund, what was paid in excess */
	int64_t fee;           /* sets the fee first; -1: unchanged */
	const char *method;    /* cash (NULL) or transfer */
	const char *reference; /* the bank's reference */
	const char *note;
	bool refund; /* give back */
	bool force;  /* also more than is due */
};

/* Payments, any number in one transaction: begin, one for each code, end, as
 * dossier_life.h has it for acts.  Each is an entry of the journal. */
struct payments;
enum status payments_begin(struct office *office, struct payments **payments);

/*
 * Take a payment or give money back.  A dossier that does not allow it (see
 * payment_amount()) is unchanged, and others may follow.
 */
enum status payment_take(struct payments *payments, const char *code,
			 const struct payment_wish *wish);

/*
 * Commit what was taken, if anything was, and free PAYMENTS; with ST not OK, roll back.
 */
enum status payments_end(struct payments *payments, enum status st);

/* Set the fee of the dossier CODE, for example once its pages are counted. */
enum status payment_set_fee(struct office *office, const char *code, int64_t fee,
			    const char *note);

/* A sum of money as an expression of SQL, 0 of none.  sum() would end the question where
 * it overflows, and a store may have rows from before payments had a bound; this comes to
 * the end of what numbers have.  It is exact up to 2^53, nine million billion. */
#define MONEY_SUM(what) "CAST(total(" what ") AS INTEGER)"

/* Whether no fee is due of a dossier d: it ended without a result, or was voided. */
#define PAYMENT_NONE "(without_result(d.status) OR d.voided_at IS NOT NULL)"

/* What was paid of a dossier d, and what is still due, as expressions of SQL. */
#define PAYMENT_PAID                                                                     \
	"(SELECT " MONEY_SUM("amount") " FROM payment WHERE dossier_id = d.id)"
#define PAYMENT_DUE "(iif(" PAYMENT_NONE ", 0, d.fee) - " PAYMENT_PAID ")"

#endif
