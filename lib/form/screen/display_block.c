/* SPDX-License-Identifier: MIT */
#include "form/screen/display_block.h"

#include "base/intl.h"

char *
display_counter_label(const char *code)
{
	return mem_print(_("Counter %s"), code);
}

void
display_title(struct pane *pane, const char *text)
{
	if (pane_line(pane))
		pane_put(pane, PANE_TITLE, text, pane->room, false);
}
