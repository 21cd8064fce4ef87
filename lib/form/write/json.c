/* SPDX-License-Identifier: MIT */
#include "form/write/format.h"
#include "form/write/writer.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"
#include "form/common/cell.h"
#include "form/common/stream.h"

/* 15 digits reproduce any number of two decimals as it was written. */
#define DUMP_FLAGS (JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15))

/* The brackets between the rows are ours, so that rows go out as they come; everything
 * that needs escaping is written by jansson. */
struct json_writer {
	struct writer writer;
	FILE *stream;
	enum document_kind kind;
	bool lines;
	struct section section;
	size_t sections; /* begun so far */
	size_t rows;     /* of the section */
	struct buf room;
};

static json_t *
json_text(struct json_writer *w, const char *text)
{
	text = text_sound(text, &w->room);
	return json_stringn_nocheck(text, strlen(text));
}

/* Rounded as %.2f rounds, so that JSON and CSV never differ. */
static json_t *
json_decimal(double real)
{
	char text[400];

	if (!isfinite(real))
		return json_null();
	snprintf(text, sizeof(text), "%.2f", real);
	real = strtod(text, NULL); /* in the locale that wrote it */
	return json_real(real == 0 ? 0 : real);
}

static json_t *
json_cell(struct json_writer *w, const struct column *column, const struct value *value)
{
	char room[MOMENT_TEXT];

	switch (value->kind) {
	case VALUE_NULL:
		break;
	case VALUE_TEXT:
		return json_text(w, value->text);
	case VALUE_REAL:
		return json_decimal(value->real);
	case VALUE_INT:
		if (column->type == COL_TIME)
			return json_string_nocheck(moment_print(value->number, room));
		return json_integer(value->number);
	}
	return json_null();
}

/* Write the members of an object without its braces: those of a record without a key are
 * the document's own. */
static enum status
put_members(struct json_writer *w, json_t *object)
{
	char *text = json_dumps(object, DUMP_FLAGS);
	size_t n = text ? strlen(text) : 0;

	json_decref(object);
	if (!text)
		return fail(INTERNAL, _("cannot make JSON"));
	fwrite(text + 1, 1, n - 2, w->stream);
	free(text);
	return stream_check(w->stream);
}

/* Writes and frees JSON. */
static enum status
put_json(struct json_writer *w, json_t *json)
{
	int failed = !json || json_dumpf(json, w->stream, DUMP_FLAGS) != 0;

	json_decref(json);
	if (failed && !ferror(w->stream))
		return fail(INTERNAL, _("cannot make JSON"));
	return stream_check(w->stream);
}

static bool
is_object(const struct json_writer *w)
{
	return w->kind == DOCUMENT_RECORD ||
	       (w->kind == DOCUMENT_SECTIONS && w->section.record);
}

/* Whether the section is the record without a key. */
static bool
is_open(const struct json_writer *w)
{
	return w->kind == DOCUMENT_SECTIONS && w->section.record && !w->section.key &&
	       !w->lines;
}

static enum status
begin_row(struct json_writer *w)
{
	bool first = !w->rows++;

	if (w->lines)
		return OK;
	if (is_object(w))
		return first ? OK : fail(INTERNAL, _("a record has more than one row"));
	fputs(first ? "[\n" : ",\n", w->stream);
	return OK;
}

static enum status
write_row(struct writer *writer, const struct value *values)
{
	struct json_writer *w = (struct json_writer *)writer;
	const struct column *column = w->section.columns;
	json_t *object;
	enum status status = begin_row(w);

	if (status)
		return status;
	object = json_object();
	if (w->lines && w->kind == DOCUMENT_SECTIONS)
		json_object_set_new(object, "section", json_string(w->section.key));
	for (; column->key; column++, values++)
		if (json_object_set_new_nocheck(object, column->key,
						json_cell(w, column, values)))
			break;
	if (column->key) {
		json_decref(object);
		return fail(INTERNAL, _("cannot make JSON"));
	}
	status = is_open(w) ? put_members(w, object) : put_json(w, object);
	if (w->lines)
		putc_unlocked('\n', w->stream);
	return status;
}

static enum status
sink_row(struct sink *sink, const struct value *values)
{
	return write_row((struct writer *)sink, values);
}

static void
end_section(struct json_writer *w)
{
	if (w->lines || is_open(w))
		return;
	if (is_object(w))
		fputs(w->rows ? "" : "{}", w->stream);
	else
		fputs(w->rows ? "\n]" : "[]", w->stream);
}

static enum status
write_section(struct writer *writer, const struct section *next)
{
	struct json_writer *w = (struct json_writer *)writer;
	bool first = !w->sections++;
	enum status status;

	if (w->kind != DOCUMENT_SECTIONS || w->lines) {
		if (!first && !w->lines)
			return fail(INTERNAL, _("a list has more than one section"));
		w->section = *next;
		return OK;
	}
	if (!first)
		end_section(w);
	fputs(first ? "{\n" : ",\n", w->stream);
	w->section = *next;
	w->rows = 0;
	if (is_open(w))
		return OK;
	status = put_json(w, json_text(w, next->key));
	putc_unlocked(':', w->stream);
	return status;
}

static enum status
open_as(bool lines, const struct document *document, FILE *stream, struct writer **writer)
{
	struct json_writer *w = mem_alloc(sizeof(*w));

	w->writer.sink.row = sink_row;
	w->kind = document->kind;
	w->stream = stream;
	w->lines = lines;
	*writer = &w->writer;
	return OK;
}

static enum status
open_json(const struct document *document, FILE *stream, const char *path,
	  struct writer **writer)
{
	(void)path;
	return open_as(false, document, stream, writer);
}

static enum status
open_lines(const struct document *document, FILE *stream, const char *path,
	   struct writer **writer)
{
	(void)path;
	return open_as(true, document, stream, writer);
}

static void
end_document(struct json_writer *w)
{
	if (w->lines)
		return;
	if (w->kind != DOCUMENT_SECTIONS || w->sections)
		end_section(w);
	if (w->kind == DOCUMENT_SECTIONS)
		fputs(w->sections ? "\n}" : "{}", w->stream);
	putc('\n', w->stream);
}

static enum status
close_json(struct writer *writer, bool discard)
{
	struct json_writer *w = (struct json_writer *)writer;
	enum status status = OK;

	if (!discard) {
		end_document(w);
		status = stream_flush(w->stream);
	}
	buf_free(&w->room);
	free(w);
	return status;
}

const struct format format_json = {
	.name = "json",
	.open = open_json,
	.section = write_section,
	.row = write_row,
	.close = close_json,
};
const struct format format_jsonl = {
	.name = "jsonl",
	.open = open_lines,
	.section = write_section,
	.row = write_row,
	.close = close_json,
};
