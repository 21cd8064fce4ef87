/* SPDX-License-Identifier: MIT */
#include "form/write/format.h"

#include "base/intl.h"
#include "form/common/module.h"

#define FORMAT_WORD(name, about)                                                         \
	{                                                                                \
		.code = #name                                                            \
	}
const struct word format_words[] = { FORMATS(FORMAT_WORD), { 0 } };

#define FORMAT_PLACE(name, about) &format_##name
static const struct format *const formats[] = { FORMATS(FORMAT_PLACE) };

const struct format *
format_find(const char *name)
{
	const struct word *word = word_find(format_words, name);

	return word ? formats[word - format_words] : NULL;
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
