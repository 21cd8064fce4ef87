/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_REPORT_H
#define OSQ_OFFICE_REPORT_REPORT_H

#include "base/mem.h"
#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * Reports.  A report consists of sections, and a section of a query and its columns.  The
 * command's verbs, --help, completion and the check of the manual are made from these
 * entries.
 */
struct report_section {
	const char *key;   /* "services" */
	const char *title; /* English, marked N_(); or NULL */
	const struct column *columns;
	bool record; /* one row */
	bool total;  /* its whole numbers can be summed up */
	enum status (*rows)(struct office *office, const struct period *period,
			    struct sink *sink);
	/* A line below it, appended to BUF in the language in force; may be NULL. */
	enum status (*note)(struct office *office, const struct period *period,
			    struct buf *buf);
	const struct heading *headings; /* of its official form; or NULL */
};

struct report {
	const char *name;   /* "dossiers" */
	const char *title;  /* English, marked N_() */
	const char *sheet;  /* its name in a workbook, marked N_(), or as it is */
	bool apart;         /* there each section has a sheet of its own */
	bool one_page;      /* it is filed as one sheet of paper */
	const char *about;  /* one line, English, marked N_() */
	const char *number; /* of the official form, or NULL */
	const char *unit;   /* "Unit: dossiers", marked N_(); or NULL */
	const struct column *columns; /* of its chief section, for --list-columns */
	const struct report_section *sections; /* ends with { .key = NULL } */
};

/* All of them, in the order in which --help shows them.  A new one is a file that has its
 * entry, `const struct report NAME_report`, and its name here. */
#define REPORTS(REPORT)                                                                  \
	REPORT(day), REPORT(summary), REPORT(dossiers), REPORT(overdue),                 \
		REPORT(carried), REPORT(agencies), REPORT(late_entries),                 \
		REPORT(officers), REPORT(queue), REPORT(timeline), REPORT(takings)

#define REPORT_OBJECT(name) name##_report
extern const struct report REPORTS(REPORT_OBJECT);

#define REPORT_NUMBER(name) NUMBER_OF_##name
enum { REPORTS(REPORT_NUMBER), REPORT_COUNT };

extern const struct report *const reports[REPORT_COUNT + 1]; /* ends with NULL */

/* The one called NAME; NULL where there is none. */
const struct report *report_find(const char *name);

#endif
