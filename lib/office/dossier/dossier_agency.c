/* SPDX-License-Identifier: MIT */
#include "office/dossier/dossier_agency.h"

#include <string.h>

#include "base/fold.h"

/* "Ủy ban nhân dân" and "UBND" are the same, folded as fold_text() does. */
static const char *
skip_committee(const char *folded)
{
	static const char *const names[] = { "uy ban nhan dan", "ubnd" };
	size_t i, n;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		n = strlen(names[i]);
		if (!strncmp(folded, names[i], n) && folded[n] == ' ')
			return folded + n + 1;
	}
	return NULL;
}

static bool
is_any_commune(const char *which)
{
	static const char *const levels[] = { "xa", "cap xa", "xa phuong",
					      "xa phuong dac khu", "xa phuong thi tran" };
	size_t i;

	for (i = 0; i < sizeof(levels) / sizeof(*levels); i++)
		if (!strcmp(which, levels[i]))
			return true;
	return false;
}

bool
agency_is_ours(const char *named, const char *our_name)
{
	char theirs[256], ours[256];
	const char *which, *our_which;

	if (!named)
		return true;
	if (fold_text(named, theirs, sizeof(theirs)) >= sizeof(theirs))
		return false;
	fold_text(our_name, ours, sizeof(ours));
	which = skip_committee(theirs);
	our_which = skip_committee(ours);
	if (!which)
		return !*theirs || !strcmp(theirs, ours);
	return is_any_commune(which) || (our_which && !strcmp(which, our_which));
}
