/* SPDX-License-Identifier: MIT */
#include "cli/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/row.h"
#include "office/registers/register_list.h"
#include "office/registers/registers.h"

struct entry {
	char *code, *name;
};

struct names {
	struct sink sink; /* of the register's rows */
	struct names *next;
	const char *kind;
	int name; /* the column */
	struct entry *all;
	size_t count;
};

static enum status
take_entry(struct sink *sink, const struct value *values)
{
	struct names *names = (struct names *)sink;
	const struct value *name = &values[names->name];

	if (name->kind != VALUE_TEXT)
		return OK;
	names->all = mem_more(names->all, names->count, sizeof(*names->all));
	names->all[names->count++] = (struct entry){ .code = mem_text(values[0].text),
						     .name = mem_text(name->text) };
	return OK;
}

/* A register that cannot be read names nothing: the codes say it too. */
static struct names *
read_names(struct office *office, const char *kind)
{
	const struct reg *reg = register_find(kind);
	struct names *names = mem_alloc(sizeof(*names));

	*names = (struct names){ .sink = { take_entry },
				 .kind = kind,
				 .name = column_place(reg->columns, "name") };
	register_list(office, reg, &names->sink);
	return names;
}

const char *
names_find(struct names **all, struct office *office, const char *kind, const char *code)
{
	struct names *names = *all;
	size_t i;

	while (names && strcmp(names->kind, kind) != 0)
		names = names->next;
	if (!names) {
		names = read_names(office, kind);
		names->next = *all;
		*all = names;
	}
	for (i = 0; i < names->count; i++)
		if (!strcmp(names->all[i].code, code))
			return names->all[i].name;
	return code;
}

void
names_free(struct names *all)
{
	while (all) {
		struct names *next = all->next;

		while (all->count--) {
			free(all->all[all->count].code);
			free(all->all[all->count].name);
		}
		free(all->all);
		free(all);
		all = next;
	}
}
