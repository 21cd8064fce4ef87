/* SPDX-License-Identifier: MIT */
#include "form/read/reader.h"

#include <string.h>

#include "base/intl.h"
#include "form/read/reading.h"

/* Refuse what people hand in instead of a table, mostly the workbook itself. */
static enum status
check_kind(const char *text, size_t n)
{
	if (n >= 4 &&
	    (!memcmp(text, "PK\3\4", 4) || !memcmp(text, "\xd0\xcf\x11\xe0", 4))) {
		fail(BAD_DATA, _("this is a workbook, not CSV or JSON"));
		return fail_hint(BAD_DATA, _("save the sheet as \"CSV UTF-8\" first"));
	}
	if (n >= 5 && !memcmp(text, "%PDF-", 5))
		return fail(BAD_DATA, _("this is a PDF, not CSV or JSON"));
	return OK;
}

static enum status
read_decoded(struct decoder *decoder, struct reader_into *into)
{
	const char *text;
	size_t n, first = 0;
	enum status status = decoder_next(decoder, &text, &n);

	if (status || (status = check_kind(text, n)))
		return status;
	while (first < n && strchr(" \t\r\n", text[first]) && text[first])
		first++;
	if (first < n && (text[first] == '[' || text[first] == '{'))
		return read_json(decoder, text, n, into);
	return read_csv(decoder, text, n, into);
}

enum status
reader_read(FILE *stream, struct reader_how *how, struct reader_into *into)
{
	struct decoder decoder;
	enum status status = decoder_open(&decoder, stream, how);

	if (!status)
		status = read_decoded(&decoder, into);
	decoder_close(&decoder);
	return status;
}
