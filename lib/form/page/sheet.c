/* SPDX-License-Identifier: MIT */
#include "form/page/sheet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/text.h"
#include "form/common/module.h"
#include "form/slip/slip_module.h"
#include "form/template/template.h"
#include "form/template/template_file.h"

/* ---- from rows to what a template is filled with ---- */

static json_t *
part_of(const char *text, size_t from, size_t length)
{
	return json_stringn(text + from, length);
}

static json_t *
moment_json(int64_t moment)
{
	char text[MOMENT_TEXT], date[16];
	json_t *object = json_object();
	size_t said;

	moment_print(moment, text); /* 2026-11-24T07:35:00+07:00 */
	snprintf(date, sizeof(date), "%.2s/%.2s/%.4s", text + 8, text + 5, text);
	json_object_set_new(object, "year", part_of(text, 0, 4));
	json_object_set_new(object, "month", part_of(text, 5, 2));
	said = text[5] == '0' && text[6] > '2';
	json_object_set_new(object, "month_said", part_of(text, 5 + said, 2 - said));
	json_object_set_new(object, "day", part_of(text, 8, 2));
	json_object_set_new(object, "hour", part_of(text, 11, 2));
	json_object_set_new(object, "minute", part_of(text, 14, 2));
	json_object_set_new(object, "time", part_of(text, 11, 5));
	json_object_set_new(object, "date", json_string(date));
	return object;
}

static json_t *
word_json(const char *word)
{
	json_t *object = json_object();
	char *name = mem_text(word), *p;

	for (p = name; (p = strchr(p, '-')); p++)
		*p = '_';
	json_object_set_new(object, name, json_true());
	free(name);
	return object;
}

static json_t *
text_json(const char *text)
{
	struct buf sound = { 0 };
	json_t *json = json_string(text_sound(text, &sound));

	buf_free(&sound);
	return json;
}

static json_t *
value_json(const struct column *column, const struct value *value)
{
	char room[48];

	if (value->kind == VALUE_NULL)
		return json_string("");
	if (column->type == COL_TIME)
		return moment_json(value->number);
	if (column->type == COL_WORD)
		return word_json(value->text);
	return text_json(value_print(column, value, room));
}

static enum status
take_row(struct sink *sink, const struct value *values)
{
	struct sheet_rows *rows = (struct sheet_rows *)sink;
	json_t *object = rows->record ? rows->json : json_object();
	size_t i;

	for (i = 0; rows->columns[i].key; i++)
		json_object_set_new(object, rows->columns[i].key,
				    value_json(&rows->columns[i], &values[i]));
	if (!rows->record)
		json_array_append_new(rows->json, object);
	return OK;
}

void
sheet_rows_begin(struct sheet_rows *rows, const struct column *columns, bool record)
{
	*rows = (struct sheet_rows){ .sink = { take_row },
				     .columns = columns,
				     .record = record,
				     .json = record ? json_object() : json_array() };
}

/* ---- templates ---- */

/* Read NAME from FOLDER where it exists, else ours, share/osq/forms/SET/NAME. */
static enum status
read_part(const struct sheets *sheets, const char *folder, const char *set,
	  const char *name, struct buf *text, char **called)
{
	char shared[64];
	const char *used = NULL;
	char *own = folder && *folder ? mem_print("%s/%s", folder, name) : NULL;
	enum status st;

	snprintf(shared, sizeof(shared), "forms/%s%s%s", set, *set ? "/" : "", name);
	st = template_read(own && !access(own, F_OK) ? own : NULL, sheets->owner, shared,
			   text, &used);
	*called = mem_text(used);
	free(own);
	return st;
}

static enum status
fill_part(const struct sheets *sheets, const char *folder, const char *set,
	  const char *name, const json_t *data, struct buf *out)
{
	struct buf text = { 0 };
	char *called = NULL;
	enum status st = read_part(sheets, folder, set, name, &text, &called);

	if (!st)
		st = template_render(text.text, called, data, TEMPLATE_HTML, out);
	buf_free(&text);
	free(called);
	return st;
}

static void
put_text(json_t *data, const char *key, const struct buf *text)
{
	json_object_set_new(data, key, text_json(text->text ? text->text : ""));
}

/* ---- a sheet ---- */

static enum status
add_qr(json_t *data, const char *code)
{
	static const struct slip_module *loaded;
	struct buf qr = { 0 };
	const char *why;
	enum status st;

	if (!loaded)
		loaded = module_find("form-slip", "slip_module", &why);
	if (!loaded)
		return fail(UNAVAILABLE, _("forms are not available: %s"), why);
	if (!(st = loaded->qr_svg(code, &qr)))
		put_text(data, "qr", &qr);
	buf_free(&qr);
	return st;
}

static void
put_paper(json_t *data, int paper)
{
	json_object_set_new(data, "paper", json_integer(paper));
	json_object_set_new(data, "roll", json_boolean(paper < PAPER_A5));
	json_object_set_new(data, "a5", json_boolean(paper == PAPER_A5));
}

enum status
sheet_add(struct sheets *sheets, const char *folder, const char *set, const char *name,
	  const char *code, json_t *data)
{
	struct buf head = { 0 }, sheet = { 0 };
	char file[32];
	enum status st = OK;

	snprintf(file, sizeof(file), "%s.html", name);
	put_paper(data, sheets->paper);
	if (code)
		st = add_qr(data, code);
	if (!st && !(st = fill_part(sheets, folder, "", "head.html", data, &head))) {
		put_text(data, "letterhead", &head);
		st = fill_part(sheets, folder, set, file, data, &sheet);
	}
	if (!st) {
		if (!sheets->written)
			sheets->written = json_array();
		json_array_append_new(sheets->written, json_string(sheet.text));
	}
	buf_free(&head);
	buf_free(&sheet);
	return st;
}

enum status
sheets_page(const struct sheets *sheets, const char *folder, struct buf *out)
{
	struct buf style = { 0 };
	json_t *data = json_object();
	char *called = NULL;
	enum status st = read_part(sheets, folder, "", "form.css", &style, &called);

	if (!st) {
		put_text(data, "style", &style);
		json_object_set_new(data, "title", json_string(sheets->title));
		put_paper(data, sheets->paper);
		json_object_set(data, "sheets", sheets->written);
		st = fill_part(sheets, folder, "", "page.html", data, out);
	}
	free(called);
	buf_free(&style);
	json_decref(data);
	return st;
}

void
sheets_free(struct sheets *sheets)
{
	json_decref(sheets->written);
	sheets->written = NULL;
}
