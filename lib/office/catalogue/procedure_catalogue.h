/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_PROCEDURE_CATALOGUE_H
#define OSQ_OFFICE_CATALOGUE_PROCEDURE_CATALOGUE_H

#include "office/catalogue/procedure.h"

/*
 * All versions in memory, for an import of a million dossiers.  Free it with
 * procedure_catalogue_free().
 */
struct procedure_catalogue;
enum status procedure_catalogue_load(struct office *office,
				     struct procedure_catalogue **catalogue);
void procedure_catalogue_free(struct procedure_catalogue *catalogue); /* takes NULL */

/*
 * Like procedure_rule(), for the procedure with the id ID; false when it is not in force.
 */
bool procedure_catalogue_rule(const struct procedure_catalogue *catalogue, int64_t id,
			      int day, const char *channel, struct procedure_rule *rule);

#endif
