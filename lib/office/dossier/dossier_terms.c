/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_terms.h"

#include <stdlib.h>
#include <string.h>

#include "office/core/settings.h"

/* The setting KEY, which stands in COLUMN where one was set. */
static const char *
setting_at(struct query *q, int column, const char *key)
{
	return query_col_null(q, column) ? setting_usual(setting_find(key)) :
					   query_col_text(q, column);
}

bool
dossier_terms_read(struct query *q, int column, struct dossier_terms *terms)
{
	const int unit = time_unit_read(query_col_given(q, column + 1));
	int cutoff;
	const bool told = cutoff_read(query_col_given(q, column + 2), &cutoff) &&
			  unit >= 0;

	*terms = (struct dossier_terms){
		.restarts = !strcmp(setting_at(q, column + 3, "supplement_clock"),
				    "restart"),
		.ask_days = (int)strtol(setting_at(q, column + 4, "supplement_ask_days"),
					NULL, 10),
		.first_limit = (int)query_col_int(q, column),
		.verified = (int)query_col_int(q, column + 5)
	};
	if (told)
		terms->rule = (struct time_rule){ .unit = (enum time_unit)unit,
						  .limit = query_col_int(q, column + 6) ?
								   terms->verified :
								   terms->first_limit,
						  .cutoff = cutoff };
	return told;
}
