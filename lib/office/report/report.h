/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_REPORT_REPORT_H
#define OSQ_OFFICE_REPORT_REPORT_H

#include "base/mem.h"
#include "office/core/office.h"
#include "office/rules/period.h"

/*
 * Reports.  A report is its sections, a section a query and its columns; a new
 * report is a new entry of the table.
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
	const char *about;  /* one line, English, marked N_() */
	const char *number; /* of the official form, or NULL */
	const char *unit;   /* "Unit: dossiers", marked N_(); or NULL */
	const struct report_section *sections; /* ends with { .key = NULL } */
};

extern const struct report reports[]; /* ends with { .name = NULL } */
const struct report *report_find(const char *name);

/* The sections that more than one report or the screen has. */
enum status report_summary(struct office *office, const struct period *period,
			   struct sink *sink);
enum status report_fields(struct office *office, const struct period *period,
			  struct sink *sink);
enum status report_not_counted(struct office *office, const struct period *period,
			       struct buf *buf);
enum status report_services(struct office *office, const struct period *period,
			    struct sink *sink);
enum status report_officers(struct office *office, const struct period *period,
			    struct sink *sink);
enum status report_overdue(struct office *office, const struct period *period,
			   struct sink *sink);

enum status report_taken(struct office *office, const struct period *period,
			 struct sink *sink);
enum status report_timeline(struct office *office, const struct period *period,
			    struct sink *sink);

enum status report_late_entries(struct office *office, const struct period *period,
				struct sink *sink);
enum status report_takings(struct office *office, const struct period *period,
			   struct sink *sink);
enum status report_takings_days(struct office *office, const struct period *period,
				struct sink *sink);
enum status report_takings_officers(struct office *office, const struct period *period,
				    struct sink *sink);

extern const struct report_section queue_sections[];
extern const struct column queue_columns[]; /* of its services */
extern const struct column taken_columns[];
extern const struct column timeline_columns[];
extern const struct column takings_columns[]; /* by method */
extern const struct column takings_day_columns[];
extern const struct column takings_officer_columns[];
extern const struct column summary_columns[];
extern const struct column field_columns[];
extern const struct heading field_headings[];
extern const struct column overdue_columns[];
extern const struct column late_entry_columns[];
extern const struct column service_figures_columns[];
extern const struct column officer_figures_columns[];

#endif
