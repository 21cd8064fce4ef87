/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_EXPORT_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_EXPORT_H

#include "office/dossier/dossier_list.h"

/*
 * Send every dossier that FILTER selects to SINK under exchange_columns, in the order of
 * dossier_list().  Memory use does not grow with the number of dossiers.
 */
enum status dossier_export(struct office *office, const struct dossier_filter *filter,
			   struct sink *sink);

#endif
