/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_PERSON_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_PERSON_H

#include "office/core/office.h"
#include "office/dossier/dossier_fields.h"

/*
 * A person's file: all that is kept of one who asks for it (Law 91/2025/QH15 gives him
 * the right to see it), found by his personal number, his telephone, or either.
 */
struct person_file {
	char *id, *phone; /* without signs between the digits; or NULL */
	int64_t *dossiers;
	size_t count;
	char *codes; /* of the dossiers, parted by blanks; NULL for none */
	/* What is told of each dossier: what is PERSONAL or TOLD (dossier_fields.def),
	 * and the name of its procedure. */
	struct column columns[FIELDS + 2];
	int column_count;
	struct buf sql;
};

/* Find it by ID and PHONE, each of which may be NULL; *FOUND is false where there is
 * nothing.  To be closed in any case. */
enum status person_file_open(struct office *office, const char *id, const char *phone,
			     struct person_file *file, bool *found);
void person_file_close(struct person_file *file);

/* Its parts. */
struct person_section {
	const char *key;
	const char *title;            /* English, marked N_() */
	const struct column *columns; /* NULL: the file's, of its dossiers */
	const char *sql;              /* of one dossier, or of a telephone; so too */
};
extern const struct person_section person_sections[]; /* ends with { .key = NULL } */

/* The columns of SECTION in FILE; they live as long as it. */
const struct column *person_file_columns(const struct person_file *file,
					 const struct person_section *section);

/* Send the rows of SECTION to SINK. */
enum status person_file_rows(struct office *office, const struct person_file *file,
			     const struct person_section *section, struct sink *sink);

#endif
