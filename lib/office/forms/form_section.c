/* SPDX-License-Identifier: MIT */
#include "office/forms/form_section.h"

enum status
form_section_send(struct office *office, const struct form_section *section,
		  const struct dossier_form *form, struct sink *sink)
{
	struct query q;

	if (!section->sql)
		return section->rows(office, form, sink);
	query_open(&q, office->store, section->sql);
	query_int(&q, ":id", form->dossier);
	if (query_has(&q, ":event"))
		query_int(&q, ":event", form->event);
	if (query_has(&q, ":at"))
		query_int(&q, ":at", form->at);
	return query_rows(&q, section->columns, sink);
}
