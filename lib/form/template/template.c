/* SPDX-License-Identifier: MIT */
#include "form/template/template.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"

/*
 * No syntax tree is built: the text is walked, and the part inside a section once for
 * each element.  A part that is not shown is walked too, without output, so that errors
 * in it are found whatever the data is.
 */

#define DEPTH_MAX 32

struct walk {
	const char *name, *text;
	const char *at; /* where the walk is */
	enum template_escape escape;
	struct buf *out;
	int mute;                       /* > 0: inside a section that is not shown */
	const json_t *scope[DEPTH_MAX]; /* the object in hand, after those around it */
	int depth;
};

struct tag {
	char kind; /* one of "#^/!&" or 'v', a value that is to be escaped */
	const char *key;
	size_t length;
	const char *begin, *end; /* the whole of it, braces too */
};

static int
line_of(const struct walk *walk, const char *at)
{
	const char *p;
	int line = 1;

	for (p = walk->text; p < at; p++)
		line += *p == '\n';
	return line;
}

#define BLANKS " \t"

static enum status
read_tag(const struct walk *walk, const char *begin, struct tag *tag)
{
	const char *key = begin + 2, *close, *braces;
	size_t width;

	*tag = (struct tag){ .kind = 'v', .begin = begin };
	if (*key == '{')
		tag->kind = '&';
	else if (*key && strchr("#^/!&>=", *key))
		tag->kind = *key;
	key += tag->kind != 'v';
	braces = begin[2] == '{' ? "}}}" : "}}";
	if (!(close = strstr(key, braces)))
		return fail(BAD_DATA, _("%s:%d: '%.*s' is not closed"), walk->name,
			    line_of(walk, begin), (int)text_cut(begin, 20, &width),
			    begin);
	if (tag->kind == '>' || tag->kind == '=')
		return fail(BAD_DATA, _("%s:%d: '{{%c' is not supported"), walk->name,
			    line_of(walk, begin), tag->kind);
	tag->end = close + strlen(braces);
	key += strspn(key, BLANKS);
	while (close > key && strchr(BLANKS, close[-1]))
		close--;
	tag->key = key;
	tag->length = (size_t)(close - key);
	if (tag->kind != '!' && (!tag->length || memchr(key, '\n', tag->length)))
		return fail(BAD_DATA, _("%s:%d: a tag without a name"), walk->name,
			    line_of(walk, begin));
	return OK;
}

/* ---- what a name stands for ---- */

static const json_t *
find_member(const json_t *object, const char *key, size_t length)
{
	char room[128];

	if (length >= sizeof(room))
		return NULL;
	memcpy(room, key, length);
	room[length] = '\0';
	return json_object_get(object, room);
}

/* NULL when no object has it.  The first part of a.b is looked up from the innermost
 * object outwards, the others only within what the first one gave. */
static const json_t *
look_up(const struct walk *walk, const char *key, size_t length)
{
	const char *dot = memchr(key, '.', length);
	size_t first = dot ? (size_t)(dot - key) : length;
	const json_t *value = NULL;
	int i;

	if (length == 1 && *key == '.')
		return walk->scope[walk->depth - 1];
	for (i = walk->depth; i-- && !value;)
		value = find_member(walk->scope[i], key, first);
	while (value && dot) {
		const char *part = dot + 1;
		size_t left = length - (size_t)(part - key);

		dot = memchr(part, '.', left);
		value = find_member(value, part, dot ? (size_t)(dot - part) : left);
	}
	return value;
}

static bool
is_true(const json_t *value)
{
	if (json_is_string(value))
		return json_string_length(value) > 0;
	if (json_is_array(value))
		return json_array_size(value) > 0;
	return value && !json_is_false(value) && !json_is_null(value);
}

/* ---- what is written ---- */

static void
add_html(struct buf *out, const char *s)
{
	static const char special[] = "&<>\"'";
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;",
						"&#39;" };

	while (*s) {
		size_t n = strcspn(s, special);

		buf_add(out, s, n);
		if (*(s += n))
			buf_text(out, entities[strchr(special, *s++) - special]);
	}
}

/* Write line by line and cell by cell, since line ends and tabs are kept. */
static void
add_harmless(struct walk *walk, const char *s)
{
	while (*s) {
		size_t n = strcspn(s, "\n\t");
		char *part = mem_print("%.*s", (int)n, s);
		char *harmless = text_harmless(part);

		if (walk->escape == TEMPLATE_HTML)
			add_html(walk->out, harmless);
		else
			buf_text(walk->out, harmless);
		free(part);
		free(harmless);
		if (*(s += n))
			buf_add(walk->out, s++, 1);
	}
}

static void
add_value(struct walk *walk, const struct tag *tag)
{
	const json_t *value = look_up(walk, tag->key, tag->length);

	if (json_is_string(value) && tag->kind == '&')
		buf_text(walk->out, json_string_value(value));
	else if (json_is_string(value))
		add_harmless(walk, json_string_value(value));
	else if (json_is_integer(value))
		buf_print(walk->out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_real(value))
		buf_print(walk->out, "%.10g", json_real_value(value));
	else if (json_is_boolean(value))
		buf_text(walk->out, json_is_true(value) ? "true" : "false");
}

/* ---- the walk ---- */

static enum status walk_until(struct walk *walk, const struct tag *opened);

static enum status
walk_once(struct walk *walk, const struct tag *opened, const json_t *scope, bool shown)
{
	enum status st;

	if (walk->depth == DEPTH_MAX)
		return fail(BAD_DATA, _("%s:%d: more than %d sections in one another"),
			    walk->name, line_of(walk, opened->begin), DEPTH_MAX);
	walk->scope[walk->depth++] = scope;
	walk->mute += !shown;
	st = walk_until(walk, opened);
	walk->mute -= !shown;
	walk->depth--;
	return st;
}

static enum status
walk_section(struct walk *walk, const struct tag *tag)
{
	const json_t *value = look_up(walk, tag->key, tag->length);
	const json_t *outer = walk->scope[walk->depth - 1];
	const char *inside = walk->at;
	enum status st = OK;
	size_t i, n;

	if (tag->kind == '^')
		return walk_once(walk, tag, outer, !is_true(value));
	if (walk->mute || !is_true(value))
		return walk_once(walk, tag, outer, false);
	if (!json_is_array(value))
		return walk_once(walk, tag, value, true);
	n = json_array_size(value);
	for (i = 0; i < n && !st; i++) {
		walk->at = inside;
		st = walk_once(walk, tag, json_array_get(value, i), true);
	}
	return st;
}

/* Where a tag that writes nothing is alone on its line, the line is dropped with it:
 * *FROM and *TO become the ends of what is dropped. */
static void
widen_tag(const struct walk *walk, const char **from, const char **to)
{
	const char *left = *from, *right = *to + strspn(*to, BLANKS);

	while (left > walk->text && strchr(BLANKS, left[-1]))
		left--;
	right += right[0] == '\r' && right[1] == '\n';
	if ((left > walk->text && left[-1] != '\n') || (*right && *right != '\n'))
		return;
	*from = left;
	*to = right + (*right == '\n');
}

static enum status
close_section(const struct walk *walk, const struct tag *opened, const struct tag *tag)
{
	if (!opened)
		return fail(BAD_DATA, _("%s:%d: {{/%.*s}} closes nothing"), walk->name,
			    line_of(walk, tag->begin), (int)tag->length, tag->key);
	if (opened->length != tag->length ||
	    memcmp(opened->key, tag->key, tag->length) != 0)
		return fail(BAD_DATA, _("%s:%d: {{/%.*s}} where {{/%.*s}} is wanted"),
			    walk->name, line_of(walk, tag->begin), (int)tag->length,
			    tag->key, (int)opened->length, opened->key);
	return OK;
}

/* Walk from walk->at to the end of the section that OPENED began, or of the text. */
static enum status
walk_until(struct walk *walk, const struct tag *opened)
{
	enum status st = OK;

	while (!st) {
		const char *begin = strstr(walk->at, "{{"), *from = begin;
		struct tag tag = { .kind = '\0' };

		if (begin && (st = read_tag(walk, begin, &tag)))
			return st;
		if (strchr("#^/!", tag.kind) && tag.kind)
			widen_tag(walk, &from, &tag.end);
		if (!walk->mute && (!from || from > walk->at))
			buf_add(walk->out, walk->at,
				from ? (size_t)(from - walk->at) : strlen(walk->at));
		if (!begin)
			break;
		walk->at = tag.end;
		if (tag.kind == '/')
			return close_section(walk, opened, &tag);
		if (tag.kind == '#' || tag.kind == '^')
			st = walk_section(walk, &tag);
		else if (tag.kind != '!' && !walk->mute)
			add_value(walk, &tag);
	}
	if (!st && opened)
		st = fail(BAD_DATA, _("%s:%d: {{%c%.*s}} is not closed"), walk->name,
			  line_of(walk, opened->begin), opened->kind, (int)opened->length,
			  opened->key);
	return st;
}

enum status
template_render(const char *text, const char *name, const json_t *data,
		enum template_escape escape, struct buf *out)
{
	struct walk walk = { .name = name,
			     .text = text,
			     .at = text,
			     .escape = escape,
			     .out = out,
			     .scope = { data },
			     .depth = 1 };

	return walk_until(&walk, NULL);
}
