/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_EXCHANGE_DOSSIER_EXPORT_H
#define OSQ_OFFICE_EXCHANGE_DOSSIER_EXPORT_H

#include "office/dossier/dossier_list.h"

/*
 * Send every dossier that FILTER chooses, in the order of dossier_list(), to SINK under
 * exchange_columns.  Memory does not grow with the dossiers.
 */
enum status dossier_export(struct office *office, const struct dossier_filter *filter,
			   struct sink *sink);

#endif
