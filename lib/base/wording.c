/* SPDX-License-Identifier: MIT */
#include "base/wording.h"

#include <string.h>

bool
wording_next(const char **rest, struct wording_part *part)
{
	const char *text = *rest, *end;

	if (!*text)
		return false;
	end = *text == '{' ? strchr(text, '}') : NULL;
	if (end) {
		*part = (struct wording_part){ text + 1, (size_t)(end - text - 1), true };
		*rest = end + 1;
		return true;
	}
	end = strchr(text + 1, '{');
	if (!end)
		end = text + strlen(text);
	*part = (struct wording_part){ text, (size_t)(end - text), false };
	*rest = end;
	return true;
}

bool
wording_is(const struct wording_part *part, const char *name)
{
	return part->is_name && strlen(name) == part->length &&
	       !memcmp(part->text, name, part->length);
}

bool
wording_fits(const char *wording, const char *const *names)
{
	struct wording_part part;
	bool has_first = false;

	while (wording_next(&wording, &part)) {
		const char *const *name = names;

		if (!part.is_name && (memchr(part.text, '{', part.length) ||
				      memchr(part.text, '}', part.length)))
			return false;
		if (!part.is_name)
			continue;
		while (*name && !wording_is(&part, *name))
			name++;
		if (!*name)
			return false;
		has_first = has_first || name == names;
	}
	return has_first;
}

void
wording_fill(struct buf *buf, const char *wording, const struct wording_value *values)
{
	struct wording_part part;

	while (wording_next(&wording, &part)) {
		const struct wording_value *value = values;

		while (value->name && !wording_is(&part, value->name))
			value++;
		if (value->name)
			buf_text(buf, value->text);
		else if (part.is_name)
			buf_print(buf, "{%.*s}", (int)part.length, part.text);
		else
			buf_add(buf, part.text, part.length);
	}
}
