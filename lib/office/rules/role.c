/* SPDX-License-Identifier: MIT */
#include "office/rules/role.h"

#include <string.h>

#include "base/mem.h"

const struct word role_words[] = {
	{ "public", "công khai" },
	{ "kiosk", "ki-ốt" },
	{ "clerk", "cán bộ" },
	{ "head", "lãnh đạo" },
	{ "auditor", "kiểm tra" },
	{ "admin", "quản trị" },
	{ 0 },
};

bool
roles_read(const char *text, unsigned *roles)
{
	unsigned found = 0;

	while (*(text += strspn(text, " "))) {
		const size_t n = strcspn(text, " ");
		size_t i;

		for (i = 0; role_words[i].code; i++)
			if (strlen(role_words[i].code) == n &&
			    !memcmp(role_words[i].code, text, n))
				break;
		if (!role_words[i].code)
			return false;
		found |= 1U << i;
		text += n;
	}
	*roles = found | ROLE_PUBLIC;
	return found != 0;
}

char *
roles_print(unsigned roles)
{
	struct buf text = { 0 };
	size_t i;

	for (i = 0; role_words[i].code; i++)
		if (roles & 1U << i)
			buf_print(&text, "%s%s", text.length ? ", " : "",
				  role_words[i].code);
	if (!text.length)
		buf_text(&text, "owner");
	return text.text;
}
