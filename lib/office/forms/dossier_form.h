/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_FORMS_DOSSIER_FORM_H
#define OSQ_OFFICE_FORMS_DOSSIER_FORM_H

#include "base/mem.h"
#include "base/moment.h"
#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * The forms of the law: which form a number means, whether something happened to a
 * dossier that calls for it, and the rows that fill it.  How it looks is decided
 * elsewhere.
 *
 * The set is that of the day of receipt: by the setting `forms`, or where that is empty
 * by the law: Circular 01/2018/TT-VPCP, and from 15 September 2025 Circular
 * 03/2025/TT-VPCP.  The latter has the notice of stopping as 05, so that the control
 * sheet and the register became 06 and 07.
 *
 * Form 05 is given where the citizen asked to stop (Circular 03/2025, art. 7; Decree
 * 118/2025, art. 21): for what was withdrawn.  Where the office stops a dossier itself,
 * 05 is an ordinary notice of the agency.
 *
 * Until forms were numbered those of 2025 had another text; of what was there then
 * (table form_first) they are printed as they were, from the folder "2025-first".
 */
enum form_kind {
	FORM_NONE,
	FORM_RECEIPT,
	FORM_SUPPLEMENT,
	FORM_REFUSAL,
	FORM_APOLOGY,
	FORM_STOP,
	FORM_CONTROL,
	FORM_REGISTER,
};

/* A form that can be filled; dossier_form_free() it. */
struct dossier_form {
	enum form_kind kind;
	const char *set;      /* "2018" or "2025" */
	const char *folder;   /* where its template is: as the set, or "2025-first" */
	char page[12];        /* the template's name: "01", "05-stop" */
	int number;           /* 1 to 7 */
	bool numbered;        /* the paper has a number of its own (form_number.h) */
	int64_t paper_number; /* 0: none, or not given yet */
	char *code;           /* of the dossier; NULL for the register */
	int64_t dossier;      /* its id; 0 for the register */
	bool stopped;         /* it was stopped by the office: no citizen asked for it */
	int64_t event;        /* the id of the act that it reports; 0 if not known */
	int64_t at;           /* when that act was: the form has this date */
	bool unaccepted;      /* nobody has received it */
	int day; /* of receipt, or of the request; for the register, the period's last */
	/* Of the register, which is one of a field and a year; the days have ends. */
	struct period days;
	char *field;
	int year;
};

/* What form NUMBER is in the set that holds on DAY; *SET becomes its name. */
enum status form_kind(struct office *office, int number, int day, enum form_kind *kind,
		      const char **set);

/*
 * The form NUMBER of the dossier CODE.  NO when there is no such dossier, when its set
 * has no such form or has the register there, and when nothing happened to the dossier
 * that the form tells of.
 */
enum status dossier_form_find(struct office *office, int number, const char *code,
			      struct dossier_form *form);

/* The registers, form NUMBER, in which dossiers received within DAYS (not EVERY_DAY)
 * stand, in fields like FIELD (words; NULL: all): TAKE gets each, and frees it; whether
 * there was ANY. */
enum status dossier_registers(struct office *office, int number, const char *field,
			      struct period days,
			      void (*take)(const struct dossier_form *form, void *ctx),
			      void *ctx, bool *any);

/* Free what FORM owns. */
void dossier_form_free(struct dossier_form *form);

#endif
