/* SPDX-License-Identifier: MIT */
#include "office/dossier_codes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
	char day[DAY_TEXT];
	size_t digits;
	enum status st = OK;

	if (strncmp(code, codes->agency.text, codes->agency.length) != 0 || *rest++ != '-' ||
	    strspn(rest, "0123456789") != 6 || rest[6] != '-')
		return OK;
	digits = strspn(rest + 7, "0123456789");
	if (!digits || digits > 9 || rest[7 + digits])
		return OK;
	snprintf(day, sizeof(day), "20%.2s-%.2s-%.2s", rest, rest + 2, rest + 4);
	if (strcmp(day, codes->day) != 0) {
		st = codes_tell(office, codes);
		memcpy(codes->day, day, sizeof(day));
	}
	if (strtoll(rest + 7, NULL, 10) > codes->highest)
		codes->highest = strtoll(rest + 7, NULL, 10);
	return st;
}
