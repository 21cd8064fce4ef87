/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_called.h"

#include "base/intl.h"
#include "base/text.h"

static const char called_sql[] =
	"SELECT code FROM dossier WHERE code IN (:typed, upper(:typed))"
	" ORDER BY code <> :typed LIMIT 1";

enum status
dossier_called(struct office *office, const char *typed, char code[static DOSSIER_CODE])
{
	bool found = false;
	struct query q;
	enum status st;

	query_open(&q, office->store, called_sql);
	query_text(&q, ":typed", typed);
	if ((found = query_row(&q)))
		text_copy(code, DOSSIER_CODE, query_col_given(&q, 0));
	if ((st = query_close(&q)))
		return st;
	return found ? OK : fail(NO, _("%s: no such dossier"), typed);
}
