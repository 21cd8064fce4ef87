/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/intl.h"
#include "base/mem.h"
#include "office/keep/check_parts.h"
#include "office/rules/code.h"

/* Codes from before they had an alphabet, or put in by other ways: they go on to work,
 * but a shell, a pipe or a label may take them for something else. */
static const struct {
	const char *kind, *sql;
} lists[] = {
	{ "dossiers", "SELECT code FROM dossier WHERE code GLOB '*[^0-9A-Z.-]*'"
		      " OR code GLOB '-*'" },
	{ "procedures", "SELECT code FROM procedure" },
	{ "services", "SELECT code FROM service" },
	{ "counters", "SELECT code FROM counter" },
	{ "officers", "SELECT code FROM officer" },
	{ "desks", "SELECT code FROM desk" },
	{ "priorities", "SELECT code FROM priority" },
	{ "targets", "SELECT code FROM target" },
};

static enum status
check_list(struct checking *c, const char *kind, const char *sql)
{
	struct buf first = { 0 };
	long long count = 0;
	struct query q;
	enum status st;

	query_open(&q, c->office->store, sql);
	while (query_row(&q)) {
		const char *code = query_col_given(&q, 0);

		if (!code_fits(code) && !count++)
			buf_text(&first, code);
	}
	if (!(st = query_close(&q)) && count) {
		char *detail = mem_print(
			_("%s: %lld codes have other signs than letters, "
			  "digits, '.', '-' and '_', '%s' for one"),
			kind, count, first.text);

		st = check_tell(c, "codes", "warning", detail);
		free(detail);
	}
	buf_free(&first);
	return st;
}

enum status
check_codes(struct checking *c)
{
	enum status st = OK;
	size_t i;

	for (i = 0; i < sizeof(lists) / sizeof(*lists) && !st; i++)
		st = check_list(c, lists[i].kind, lists[i].sql);
	return st;
}
