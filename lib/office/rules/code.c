/* SPDX-License-Identifier: MIT */
#include "office/rules/code.h"

#include <string.h>

#include "base/intl.h"
#include "base/text.h"

const char code_wrong[] = N_(
	"must be letters, digits, '.', '-' and '_', and not begin with '-'");

bool
code_fits(const char *code)
{
	static const char plain[] = "0123456789.-_ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "abcdefghijklmnopqrstuvwxyz";

	if (!*code || *code == '-')
		return false;
	for (;;) {
		code += strspn(code, plain);
		if (!*code)
			return true;
		if (text_kind(&code) == TEXT_OTHER)
			return false;
	}
}
