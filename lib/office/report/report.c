/* SPDX-License-Identifier: MIT */
#include "office/report/report.h"

#include <string.h>

#define REPORT_PLACE(name) &name##_report

const struct report *const reports[REPORT_COUNT + 1] = { REPORTS(REPORT_PLACE), NULL };

const struct report *
report_find(const char *name)
{
	size_t i;

	for (i = 0; reports[i]; i++)
		if (!strcmp(reports[i]->name, name))
			return reports[i];
	return NULL;
}
