/* SPDX-License-Identifier: MIT */
#include "office/core/names_seal.h"

#include <string.h>

#include "base/mem.h"

#define SEALED 5

const char *const sealed_kinds[SEALED + 1] = { "officers",   "counters", "services",
					       "procedures", "desks",    NULL };

/* Of procedures every version, since a report names them as on its last day. */
static const char *const names_sql[SEALED] = {
	"SELECT code, name FROM officer ORDER BY 1",
	"SELECT code, name FROM counter ORDER BY 1",
	"SELECT code, name FROM service ORDER BY 1",
	("SELECT p.code || ' ' || v.since, v.name FROM procedure_version v"
	 "  JOIN procedure p ON p.id = v.procedure_id ORDER BY 1"),
	"SELECT code, name FROM desk ORDER BY 1",
};

enum status
names_seal(struct office *office, const char *kind, char seal[static HMAC_TEXT])
{
	struct buf names = { 0 };
	struct query q;
	size_t i = 0;

	*seal = '\0';
	while (sealed_kinds[i] && strcmp(sealed_kinds[i], kind) != 0)
		i++;
	if (!sealed_kinds[i])
		return OK;
	query_open(&q, office->store, names_sql[i]);
	while (query_row(&q)) {
		buf_text(&names, query_col_given(&q, 0));
		buf_add(&names, "\n", 1);
		buf_text(&names, query_col_given(&q, 1));
		buf_add(&names, "\n", 1);
	}
	hmac_print(kind, strlen(kind), names.text ? names.text : "", names.length, seal);
	buf_free(&names);
	return query_close(&q);
}
