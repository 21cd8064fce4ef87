/* SPDX-License-Identifier: MIT */
#include "base/fold.h"
#include "form/read/reading.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/text.h"
#include "form/common/cell.h"
#include "form/read/cells.h"

/* Bytes of one element; an object may have several long texts. */
#define ELEMENT_MAX ((size_t)4 * 1024 * 1024)

/* Elements are separated here, by brackets outside of strings, and jansson parses each:
 * so a huge array is never in memory as a whole. */
struct json_reading {
	struct reader_into *into;
	enum status status; /* the first that is not OK ends the reading */
	long line;
	/* Around the elements. */
	bool array;  /* [ ... ]; else objects one after the other */
	bool opened; /* its bracket was seen */
	bool closed; /* its other one too */
	bool comma;  /* one was seen since the last element */
	bool lines;  /* JSON Lines: an error ends with its line */
	long elements;
	/* The element in hand. */
	struct buf element;
	long element_line;
	int depth;
	bool within, string, escape, too_long;
	/* Its keys and cells. */
	char **keys;
	size_t key_count;
	struct cells cells;
};

static void
keep_trouble(struct json_reading *r, long line, const char *column, const char *why)
{
	if (!r->status)
		r->status = r->into->trouble(r->into, line, column, why);
}

static void
element_trouble(struct json_reading *r, const char *why)
{
	keep_trouble(r, r->element_line, NULL, why);
}

static void
syntax_trouble(struct json_reading *r, const json_error_t *error)
{
	struct buf room = { 0 };
	char *text = text_harmless(text_sound(error->text, &room));
	char *why = mem_print(_("is not valid JSON: %s"), text);

	element_trouble(r, why);
	free(why);
	free(text);
	buf_free(&room);
}

/* The keys of the first object are the headings. */
static void
take_headings(struct json_reading *r, json_t *object)
{
	const char *key;
	json_t *value;

	r->keys = mem_alloc(json_object_size(object) * sizeof(*r->keys));
	cells_clear(&r->cells);
	json_object_foreach(object, key, value)
	{
		r->keys[r->key_count++] = mem_text(key);
		cells_add(&r->cells, key, strlen(key));
	}
	r->status = r->into->headings(r->into, r->element_line, r->key_count,
				      cells_list(&r->cells));
}

/* The reason why VALUE is no cell, or NULL. */
static const char *
add_cell(struct json_reading *r, json_t *value)
{
	char *number;
	const char *why;

	switch (value ? json_typeof(value) : JSON_NULL) {
	case JSON_STRING:
		return cells_add(&r->cells, json_string_value(value),
				 json_string_length(value));
	case JSON_INTEGER:
	case JSON_REAL:
		number = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
		why = number ? cells_add(&r->cells, number, strlen(number)) :
			       _("is no number");
		free(number);
		return why;
	case JSON_TRUE:
		return cells_add(&r->cells, "true", 4);
	case JSON_FALSE:
		return cells_add(&r->cells, "false", 5);
	case JSON_NULL:
		return cells_add(&r->cells, "", 0);
	default:
		return _("holds an array or an object");
	}
}

static bool
is_known(const struct json_reading *r, const char *key)
{
	size_t i;

	for (i = 0; i < r->key_count; i++)
		if (!strcmp(r->keys[i], key))
			return true;
	return false;
}

/* Report keys that the first object did not have.  True when there are any. */
static bool
tell_new_keys(struct json_reading *r, json_t *object)
{
	const char *key;
	json_t *value;
	bool any = false;

	json_object_foreach(object, key, value)
	{
		if (is_known(r, key))
			continue;
		keep_trouble(r, r->element_line, key,
			     _("is a key that the first object lacks"));
		any = true;
	}
	return any;
}

static void
take_row(struct json_reading *r, json_t *object)
{
	struct reader_row row = { .line = r->element_line, .count = r->key_count };
	size_t i, known = 0;
	bool bad = false;

	cells_clear(&r->cells);
	for (i = 0; i < r->key_count; i++) {
		json_t *value = json_object_get(object, r->keys[i]);
		const char *why = add_cell(r, value);

		known += value != NULL;
		if (why)
			keep_trouble(r, row.line, r->keys[i], why);
		bad = bad || why;
	}
	if (known < json_object_size(object) && tell_new_keys(r, object))
		bad = true;
	if (bad || r->status)
		return;
	row.cells = cells_list(&r->cells);
	r->status = r->into->row(r->into, &row);
}

static void
take_object(struct json_reading *r, json_t *object)
{
	if (!json_object_size(object)) {
		element_trouble(r, _("is no object with keys and values"));
		return;
	}
	if (!r->keys)
		take_headings(r, object);
	if (!r->status)
		take_row(r, object);
}

/* The records of an answer that has them in an array among other things, {"data":[...]}:
 * NULL where OBJECT is a record itself. */
static json_t *
records_within(json_t *object)
{
	static const char names[] = "data|items|records|rows|results|content";
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
	{
		if (json_is_array(value) && json_is_object(json_array_get(value, 0)) &&
		    fold_listed(names, key))
			return value;
	}
	return NULL;
}

static void
take_element(struct json_reading *r)
{
	json_error_t error;
	json_t *object, *records;
	size_t i;

	r->elements++;
	if (r->too_long) {
		element_trouble(r, _("is too long (more than 4 MiB)"));
		return;
	}
	object = json_loadb(r->element.text, r->element.length,
			    JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (!object)
		syntax_trouble(r, &error);
	else if (!r->array && (records = records_within(object)))
		for (i = 0; i < json_array_size(records); i++)
			take_object(r, json_array_get(records, i));
	else
		take_object(r, object);
	json_decref(object);
}

static void
end_element(struct json_reading *r)
{
	/* The first object fits its line: JSON Lines.  There a broken line does not
	 * affect the others. */
	if (!r->array && !r->elements && r->line == r->element_line)
		r->lines = true;
	take_element(r);
	r->within = false;
	r->comma = false;
}

static void
begin_element(struct json_reading *r)
{
	if (r->closed)
		keep_trouble(r, r->line, NULL, _("stands behind the end of the array"));
	else if (r->array && r->elements && !r->comma)
		keep_trouble(r, r->line, NULL, _("lacks the comma before it"));
	buf_clear(&r->element);
	r->element_line = r->line;
	r->within = true;
	r->string = r->escape = r->too_long = false;
	r->depth = 0;
}

/* A character between the elements.  True when it begins one. */
static bool
step_outside(struct json_reading *r, char c)
{
	switch (c) {
	case '\n':
		r->line++;
		return false;
	case ' ':
	case '\t':
	case '\r':
		return false;
	case ',':
		if (!r->array || r->comma || !r->elements || r->closed)
			keep_trouble(r, r->line, NULL,
				     _("has a comma in the wrong place"));
		r->comma = true;
		return false;
	case '[':
		if (!r->array || r->opened)
			break;
		r->opened = true;
		return false;
	case ']':
		if (!r->array || r->closed || r->comma)
			keep_trouble(r, r->line, NULL, _("has a ']' in the wrong place"));
		r->closed = true;
		return false;
	default:
		break;
	}
	begin_element(r);
	return true;
}

/* C belongs to the element in hand.  Returns false when it does not, which then
 * ends the element: a number has no bracket of its own. */
static bool
step_inside(struct json_reading *r, char c)
{
	if (!r->depth && !r->string && r->element.length && strchr(",] \t\r\n", c) && c)
		return false;
	if (r->element.length < ELEMENT_MAX)
		buf_add(&r->element, &c, 1);
	else
		r->too_long = true;
	if (c == '\n') /* within a string too, where jansson reports it */
		r->line++;
	if (r->escape) {
		r->escape = false;
	} else if (r->string) {
		r->escape = c == '\\';
		r->string = c != '"';
	} else if (c == '"') {
		r->string = true;
	} else if (c == '{' || c == '[') {
		r->depth++;
	} else if ((c == '}' || c == ']') && --r->depth <= 0) {
		r->depth = 0;
		end_element(r);
	}
	return true;
}

static void
parse_bytes(struct json_reading *r, const char *text, size_t n)
{
	for (; n && !r->status; text++, n--) {
		if (r->within && r->lines && *text == '\n')
			end_element(r); /* jansson reports what is wrong with it */
		if (r->within && step_inside(r, *text))
			continue;
		if (r->within)
			end_element(r);
		if (step_outside(r, *text))
			step_inside(r, *text);
	}
}

static void
finish_file(struct json_reading *r)
{
	if (r->within && (r->depth || r->string))
		element_trouble(r, _("begins an object that is never closed"));
	else if (r->within)
		end_element(r);
	if (r->array && !r->closed)
		keep_trouble(r, r->line, NULL,
			     _("is the end, and the array is not closed"));
}

static bool
begins_array(const char *text, size_t n)
{
	size_t i = 0;

	while (i < n && text[i] != '[' && text[i] != '{')
		i++;
	return i < n && text[i] == '[';
}

enum status
read_json(struct decoder *decoder, const char *text, size_t n, struct reader_into *into)
{
	struct json_reading r = { .into = into, .line = 1 };

	r.array = begins_array(text, n);
	while (!r.status && n) {
		parse_bytes(&r, text, n);
		if (!r.status)
			r.status = decoder_next(decoder, &text, &n);
	}
	if (!r.status)
		finish_file(&r);
	while (r.key_count)
		free(r.keys[--r.key_count]);
	free(r.keys);
	buf_free(&r.element);
	cells_free(&r.cells);
	return r.status;
}
