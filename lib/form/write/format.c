/* SPDX-License-Identifier: MIT */
#include "form/write/format.h"

#include "form/write/writer.h"

#include <string.h>

#include "base/intl.h"
#include "form/common/module.h"

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

enum status
xlsx_format(const struct format **format)
{
	static const struct format *loaded;
	const char *why;

	if (!loaded)
		loaded = module_find("form-xlsx", "format_xlsx", &why);
	if (!loaded) {
		fail(UNAVAILABLE, _("XLSX is not available: %s"), why);
		return fail_hint(UNAVAILABLE, _("-f excel makes a CSV for spreadsheets"));
	}
	*format = loaded;
	return OK;
}
