/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_known.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum status
known_load(struct office *office, const char *sql, struct known_list *list)
{
	struct query q;

	query_open(&q, office->store, sql);
	while (query_row(&q)) {
		struct known *k;

		list->all = mem_grow(list->all, (list->count + 1) * sizeof(*list->all));
		k = &list->all[list->count++];
		*k = (struct known){ .code = mem_text(query_col_given(&q, 0)),
				     .id = query_col_int(&q, 1) };
	}
	return query_close(&q);
}

static int
compare_code(const void *key, const void *known)
{
	return strcmp(key, ((const struct known *)known)->code);
}

const struct known *
known_find(const struct known_list *list, const char *code)
{
	return list->count ? bsearch(code, list->all, list->count, sizeof(*list->all),
				     compare_code) :
			     NULL;
}

void
known_free(struct known_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		free(list->all[i].code);
	free(list->all);
}
