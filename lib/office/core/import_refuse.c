/* SPDX-License-Identifier: MIT */
#include "office/core/import_refuse.h"

#include <stdlib.h>

#include "office/core/importing.h"

enum status
import_bad(struct import *import, long line, const char *column, const char *why)
{
	import->result.bad++;
	return import->listener->bad_line(import->listener, line, column, why);
}

enum status
import_refuse(struct import *import, const char *column, const char *why)
{
	import->refused = true;
	return import_bad(import, import->line, column, why);
}

enum status
import_refuse_cell(struct import *import, const char *column, const char *text,
		   const char *why)
{
	const struct column words = { .type = COL_TEXT };
	char *said = value_complaint(&words, text, why);
	enum status st = import_refuse(import, column, said);

	free(said);
	return st;
}
