/* SPDX-License-Identifier: MIT */
#include "office/rules/label.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
label_print(const char *series, int64_t number, char label[static LABEL_TEXT])
{
	snprintf(label, LABEL_TEXT, "%.7s%03lld", series, (long long)number);
}

bool
label_read(const char *label, char series[static LABEL_SERIES], int64_t *number)
{
	size_t letters = 0, digits;

	while (letters < LABEL_SERIES - 1 && isalpha((unsigned char)label[letters])) {
		series[letters] = (char)toupper((unsigned char)label[letters]);
		letters++;
	}
	series[letters] = '\0';
	digits = strspn(label + letters, "0123456789");
	if (!letters || !digits || digits > 9 || label[letters + digits])
		return false;
	*number = strtoll(label + letters, NULL, 10);
	return true;
}
