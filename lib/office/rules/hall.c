/* SPDX-License-Identifier: MIT */
#include "office/rules/hall.h"

#include <stdlib.h>

size_t
hall_place(const struct hall *hall, int64_t service_id)
{
	size_t i;

	for (i = 0; i < hall->service_count; i++)
		if (hall->services[i].line.id == service_id)
			break;
	return i;
}

void
hall_free(struct hall *hall)
{
	size_t i;

	for (i = 0; i < hall->service_count; i++)
		free(hall->services[i].held.held);
	for (i = 0; i < hall->counter_count; i++)
		free(hall->counters[i].serves);
	for (i = 0; i < hall->day_count; i++)
		free(hall->days[i].people);
	free(hall->services);
	free(hall->counters);
	free(hall->waiting);
	free(hall->days);
	*hall = (struct hall){ 0 };
}
