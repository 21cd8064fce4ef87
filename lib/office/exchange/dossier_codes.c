/* SPDX-License-Identifier: MIT */
#include "office/exchange/dossier_codes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/dossier/dossier.h"

enum status
codes_tell(struct office *office, struct dossier_codes *codes)
{
	int64_t number = codes->highest;

	codes->highest = 0;
	return number ? dossier_raise_number(office, codes->day, number) : OK;
}

enum status
codes_note(struct office *office, struct dossier_codes *codes, const char *code)
{
	const char *rest = code + codes->agency.length;
	size_t digits;
	int64_t number;
	enum status st = OK;

	if (strncmp(code, codes->agency.text, codes->agency.length) != 0 ||
	    *rest++ != '-' || strspn(rest, "0123456789") != 6 || rest[6] != '-')
		return OK;
	digits = strspn(rest + 7, "0123456789");
	if (!digits || digits > 9 || rest[7 + digits])
		return OK;
	if (memcmp(rest, codes->yymmdd, sizeof(codes->yymmdd)) != 0) {
		st = codes_tell(office, codes);
		memcpy(codes->yymmdd, rest, sizeof(codes->yymmdd));
		snprintf(codes->day, sizeof(codes->day), "20%.2s-%.2s-%.2s", rest,
			 rest + 2, rest + 4);
	}
	number = strtoll(rest + 7, NULL, 10);
	if (number > codes->highest)
		codes->highest = number;
	return st;
}
