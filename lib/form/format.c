/* SPDX-License-Identifier: MIT */
#include "form/writer.h"

#include <string.h>

const struct format *
format_find(const char *name)
{
	static const struct format *const formats[] = {
		&format_table, &format_csv, &format_excel, &format_json, &format_jsonl,
	};
	size_t i;

	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (!strcmp(formats[i]->name, name))
			return formats[i];
	return NULL;
}
