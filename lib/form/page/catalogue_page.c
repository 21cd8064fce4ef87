/* SPDX-License-Identifier: MIT */
#include "form/page/catalogue_page.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/intl.h"
#include "base/text.h"
#include "form/common/cell.h"
#include "form/page/catalogue_words.h"
#include "form/template/template.h"

/* The pages of the catalogue: rows as JSON, into templates. */

/* A sink for the rows of one register. */
struct taker {
	struct sink sink;
	struct catalogue *catalogue;
	const struct column *columns;
};

struct catalogue {
	json_t *common;         /* what stands on every page */
	json_t *desks;          /* code: name */
	json_t *steps, *papers; /* arrays by the procedure's code */
	json_t *procedures;     /* an array */
	struct taker takers[4];
};

static void
put_text(json_t *object, const char *key, const char *text)
{
	struct buf sound = { 0 };

	json_object_set_new(object, key, json_string(text_sound(text, &sound)));
	buf_free(&sound);
}

struct catalogue *
catalogue_new(void)
{
	struct catalogue *c = mem_alloc(sizeof(*c));

	c->common = json_object();
	c->desks = json_object();
	c->steps = json_object();
	c->papers = json_object();
	c->procedures = json_array();
	put_text(c->common, "language", intl_language());
	json_object_set_new(c->common, "words", catalogue_words());
	return c;
}

void
catalogue_free(struct catalogue *c)
{
	if (!c)
		return;
	json_decref(c->common);
	json_decref(c->desks);
	json_decref(c->steps);
	json_decref(c->papers);
	json_decref(c->procedures);
	free(c);
}

/* As put_text(), and frees TEXT. */
static void
put_made(json_t *object, const char *key, char *text)
{
	put_text(object, key, text);
	free(text);
}

void
catalogue_put(struct catalogue *c, const char *key, const char *text)
{
	put_text(c->common, key, text);
}

/* --- Taking rows --- */

/* A row as an object: numbers as numbers, all else as text; no key for the null value. */
static json_t *
row_of(const struct column *columns, const struct value *values)
{
	json_t *object = json_object();
	size_t i;

	for (i = 0; columns[i].key; i++) {
		char room[48];

		if (values[i].kind == VALUE_INT)
			json_object_set_new(object, columns[i].key,
					    json_integer(values[i].number));
		else if (values[i].kind != VALUE_NULL)
			put_text(object, columns[i].key,
				 value_print(&columns[i], &values[i], room));
	}
	return object;
}

static const char *
text_of(const json_t *row, const char *key)
{
	const char *text = json_string_value(json_object_get(row, key));

	return text ? text : "";
}

static int64_t
number_of(const json_t *row, const char *key)
{
	return json_integer_value(json_object_get(row, key));
}

/* The array of the procedure that ROW names, created where there is none yet. */
static json_t *
list_of(json_t *lists, const char *procedure)
{
	json_t *list = json_object_get(lists, procedure);

	if (!list) {
		list = json_array();
		json_object_set_new(lists, procedure, list);
	}
	return list;
}

static enum status
take_desk(struct sink *sink, const struct value *values)
{
	struct taker *t = (struct taker *)sink;
	json_t *row = row_of(t->columns, values);

	put_text(t->catalogue->desks, text_of(row, "code"), text_of(row, "name"));
	json_decref(row);
	return OK;
}

static enum status
take_step(struct sink *sink, const struct value *values)
{
	struct taker *t = (struct taker *)sink;
	json_t *row = row_of(t->columns, values);
	const char *desk = text_of(t->catalogue->desks, text_of(row, "desk"));

	put_text(row, "desk_name", *desk ? desk : text_of(row, "desk"));
	put_made(row, "time",
		 catalogue_time(number_of(row, "time_limit"), text_of(row, "time_unit")));
	json_array_append_new(list_of(t->catalogue->steps, text_of(row, "procedure")),
			      row);
	return OK;
}

static enum status
take_paper(struct sink *sink, const struct value *values)
{
	struct taker *t = (struct taker *)sink;
	json_t *row = row_of(t->columns, values);

	put_text(row, "kind_text", catalogue_kind(text_of(row, "kind")));
	json_object_set_new(row, "required",
			    json_boolean(strcmp(text_of(row, "required"), "yes") == 0));
	json_array_append_new(list_of(t->catalogue->papers, text_of(row, "procedure")),
			      row);
	return OK;
}

/* "1.001193.html": a code may hold any character, a file's name only these. */
static void
put_file(struct catalogue *c, json_t *row)
{
	const char *code = text_of(row, "code");
	struct buf file = { 0 };

	buf_text(&file, "tt-");
	for (; *code; code++)
		if (isalnum((unsigned char)*code) || (*code && strchr(".-", *code)))
			buf_add(&file, code, 1);
		else
			buf_print(&file, "_%02x", (unsigned char)*code);
	if (file.length > 200) { /* cut, and made unique by its place */
		file.text[180] = '\0';
		file.length = 180;
		buf_print(&file, "_%zu", json_array_size(c->procedures));
	}
	buf_text(&file, ".html");
	put_text(row, "file", file.text);
	buf_free(&file);
}

/* A channel with its time and fee; where it has none of its own, the counter's apply. */
static void
add_channel(json_t *row, json_t *channels, const char *channel, const char *word)
{
	json_t *object = json_object();
	char limit[16], unit[16], fee[16];
	bool own = strcmp(channel, "counter") != 0, has_time, has_fee;

	snprintf(limit, sizeof(limit), "%s_limit", channel);
	snprintf(unit, sizeof(unit), "%s_unit", channel);
	snprintf(fee, sizeof(fee), "%s_fee", channel);
	has_time = own && json_object_get(row, limit);
	has_fee = own && json_object_get(row, fee);
	put_text(object, "channel", word);
	put_made(object, "time",
		 catalogue_time(number_of(row, has_time ? limit : "time_limit"),
				text_of(row, has_time ? unit : "time_unit")));
	if (has_fee || json_object_get(row, "fee"))
		put_made(object, "fee",
			 catalogue_fee(number_of(row, has_fee ? fee : "fee")));
	else if (json_object_get(row, "fee_text"))
		put_text(object, "fee", text_of(row, "fee_text"));
	json_array_append_new(channels, object);
}

/* What people search for, folded: the page folds their words as fold_text() does. */
static void
put_key(json_t *row)
{
	char *all = mem_print("%s %s %s %s", text_of(row, "name"), text_of(row, "code"),
			      text_of(row, "field"), text_of(row, "agency"));
	size_t need = fold_text(all, NULL, 0) + 1;
	char *folded = mem_alloc(need);

	fold_text(all, folded, need);
	put_text(row, "key", folded);
	free(folded);
	free(all);
}

static enum status
take_procedure(struct sink *sink, const struct value *values)
{
	struct taker *t = (struct taker *)sink;
	struct catalogue *c = t->catalogue;
	json_t *row = row_of(t->columns, values), *channels = json_array();
	const char *code = text_of(row, "code");
	json_t *counter;

	add_channel(row, channels, "counter", _("At the counter"));
	add_channel(row, channels, "online", _("Online"));
	add_channel(row, channels, "post", _("By post"));
	counter = json_array_get(channels, 0);
	put_text(row, "time", text_of(counter, "time"));
	put_text(row, "fee_said", text_of(counter, "fee"));
	json_object_set_new(row, "channels", channels);
	json_object_set(row, "steps", json_object_get(c->steps, code));
	json_object_set(row, "papers", json_object_get(c->papers, code));
	json_object_set_new(row, "any_papers",
			    json_boolean(json_object_get(c->papers, code) != NULL));
	json_object_set_new(row, "any_steps",
			    json_boolean(json_object_get(c->steps, code) != NULL));
	put_key(row);
	put_file(c, row);
	json_array_append_new(c->procedures, row);
	return OK;
}

static struct sink *
start_section(struct catalogue *c, int i, const struct column *columns,
	      enum status (*take)(struct sink *sink, const struct value *values))
{
	c->takers[i] = (struct taker){ .sink = { take },
				       .catalogue = c,
				       .columns = columns };
	return &c->takers[i].sink;
}

struct sink *
catalogue_desks(struct catalogue *c, const struct column *columns)
{
	return start_section(c, 0, columns, take_desk);
}

struct sink *
catalogue_steps(struct catalogue *c, const struct column *columns)
{
	return start_section(c, 1, columns, take_step);
}

struct sink *
catalogue_papers(struct catalogue *c, const struct column *columns)
{
	return start_section(c, 2, columns, take_paper);
}

struct sink *
catalogue_procedures(struct catalogue *c, const struct column *columns)
{
	return start_section(c, 3, columns, take_procedure);
}

/* --- Making pages --- */

size_t
catalogue_count(const struct catalogue *c)
{
	return json_array_size(c->procedures);
}

const char *
catalogue_file(const struct catalogue *c, size_t i)
{
	return text_of(json_array_get(c->procedures, i), "file");
}

/* What stands on every page; the caller's. */
static json_t *
make_common(const struct catalogue *c)
{
	json_t *data = json_copy(c->common);

	json_object_set_new(data, "count", json_integer((json_int_t)catalogue_count(c)));
	return data;
}

/* The fields, each with its procedures, which arrive sorted by field. */
static json_t *
make_fields(const struct catalogue *c)
{
	json_t *all = json_array(), *field = NULL, *row;
	size_t i;

	json_array_foreach(c->procedures, i, row)
	{
		const char *name = text_of(row, "field");
		json_t *list = json_object_get(field, "procedures");

		if (!field || strcmp(text_of(field, "field"), name) != 0) {
			char anchor[24];

			field = json_object();
			snprintf(anchor, sizeof(anchor), "f%zu",
				 json_array_size(all) + 1);
			put_text(field, "field", name);
			put_text(field, "anchor", anchor);
			list = json_array();
			json_object_set_new(field, "procedures", list);
			json_array_append_new(all, field);
		}
		json_array_append(list, row);
		json_object_set_new(field, "size",
				    json_integer((json_int_t)json_array_size(list)));
	}
	return all;
}

/* Compare by letters, as people look names up: Đ stands with D, not behind Z. */
static int
compare_fields(const void *a, const void *b)
{
	char keys[2][256];

	fold_text(text_of(*(json_t *const *)a, "field"), keys[0], sizeof(keys[0]));
	fold_text(text_of(*(json_t *const *)b, "field"), keys[1], sizeof(keys[1]));
	return strcmp(keys[0], keys[1]);
}

static json_t *
sort_fields(json_t *fields)
{
	size_t n = json_array_size(fields), i;
	json_t **list = mem_alloc((n + 1) * sizeof(*list)), *all = json_array();

	for (i = 0; i < n; i++)
		list[i] = json_array_get(fields, i);
	qsort(list, n, sizeof(*list), compare_fields);
	for (i = 0; i < n; i++)
		json_array_append(all, list[i]);
	free(list);
	json_decref(fields);
	return all;
}

enum status
catalogue_index(const struct catalogue *c, const char *template, const char *name,
		struct buf *out)
{
	json_t *data = make_common(c);
	enum status st;

	json_object_set_new(data, "fields", sort_fields(make_fields(c)));
	st = template_render(template, name, data, TEMPLATE_HTML, out);
	json_decref(data);
	return st;
}

enum status
catalogue_page(const struct catalogue *c, size_t i, const char *template,
	       const char *name, struct buf *out)
{
	json_t *data = make_common(c);
	enum status st;

	json_object_update(data, json_array_get(c->procedures, i));
	st = template_render(template, name, data, TEMPLATE_HTML, out);
	json_decref(data);
	return st;
}
