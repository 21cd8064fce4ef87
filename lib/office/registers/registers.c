/* SPDX-License-Identifier: MIT */
#include "office/registers/registers.h"

#include <string.h>

#include "office/catalogue/catalogue_registers.h"
#include "office/core/caller.h"
#include "office/core/hours_register.h"
#include "office/core/office_registers.h"
#include "office/dossier/desk_register.h"
#include "office/queue/queue_registers.h"
#include "office/report/rating_register.h"

const struct reg *const registers[] = {
	&procedure_register, &service_register,
	&counter_register,   &officer_register,
	&holiday_register,   &hours_register,
	&priority_register,  &desk_register,
	&step_register,      &paper_register,
	&target_register,    &reason_register,
	&user_register,      NULL,
};

const struct reg *
register_find(const char *kind)
{
	const struct reg *const *reg;

	for (reg = registers; *reg; reg++)
		if (!strcmp((*reg)->kind, kind))
			break;
	return *reg;
}
