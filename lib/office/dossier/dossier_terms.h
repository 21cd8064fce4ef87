/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_DOSSIER_DOSSIER_TERMS_H
#define OSQ_OFFICE_DOSSIER_DOSSIER_TERMS_H

#include "office/core/office.h"
#include "office/rules/life.h"

/* Under what a dossier was received (rules/life.h): its own rule, and the settings of the
 * day of receipt. */

/* The setting KEY as it was on the day of receipt of a dossier d; NULL: its usual
 * value. */
#define SETTING_ON_RECEIPT(key)                                                          \
	"(SELECT value FROM setting WHERE key = '" key "'"                               \
	"   AND since <= local_date(d.received_at) ORDER BY since DESC LIMIT 1)"

/* The columns of a dossier d that dossier_terms_read() reads. */
#define TERMS_COLUMNS                                                                    \
	"d.time_limit, d.time_unit, d.cutoff, " SETTING_ON_RECEIPT(                      \
		"supplement_clock") ", " SETTING_ON_RECEIPT("supplement_ask_days") ", d.verified_limit, d.verified_at IS NOT NULL"
enum { TERMS_COLUMN_COUNT = 7 };

/* The terms at Q, whose columns begin with COLUMN; those of its step are left out.  False
 * where nobody can tell its rule, which then is one of no limit. */
bool dossier_terms_read(struct query *q, int column, struct dossier_terms *terms);

#endif
