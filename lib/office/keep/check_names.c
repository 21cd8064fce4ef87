/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/show.h"
#include "base/text.h"
#include "office/core/names_seal.h"
#include "office/keep/check_parts.h"

/* The last seal of a register in the journal; a store from before has none until the
 * next import. */
static const char sealed_sql[] =
	"SELECT at, detail ->> 'names' FROM journal"
	" WHERE act = 'import ' || :kind AND detail ->> 'names' IS NOT NULL"
	" ORDER BY id DESC LIMIT 1";

static enum status
check_kind(struct checking *c, const char *kind)
{
	char seal[HMAC_TEXT], last[HMAC_TEXT] = "", when[SHOW_TEXT] = "";
	struct query q;
	enum status st;
	char *detail;

	query_open(&q, c->office->store, sealed_sql);
	query_text(&q, ":kind", kind);
	if (query_row(&q)) {
		show_moment(query_col_int(&q, 0), when);
		text_copy(last, sizeof(last), query_col_given(&q, 1));
	}
	if ((st = query_close(&q)) || !*last ||
	    (st = names_seal(c->office, kind, seal)) || !strcmp(seal, last))
		return st;
	detail = mem_print(_("%s: a name is not what the last import (%s) left"), kind,
			   when);
	st = check_error(c, "names", detail);
	free(detail);
	return st;
}

enum status
check_names(struct checking *c)
{
	enum status st = OK;
	size_t i;

	for (i = 0; sealed_kinds[i] && !st; i++)
		st = check_kind(c, sealed_kinds[i]);
	return st;
}
