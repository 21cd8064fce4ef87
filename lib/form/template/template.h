/* SPDX-License-Identifier: MIT */
#ifndef OSQ_FORM_TEMPLATE_TEMPLATE_H
#define OSQ_FORM_TEMPLATE_TEMPLATE_H

#include <jansson.h>

#include "base/error.h"
#include "base/mem.h"

/*
 * Pages and slips are files that an office may change: Mustache templates, as
 * mustache(5) and https://mustache.github.io have them, filled from JSON.
 *
 *	{{name}}                the value, escaped
 *	{{{name}}} {{&name}}    the value unescaped: for our own markup only
 *	{{#name}} ... {{/name}} once for each element of an array; once for what is
 *				true: true, a number, an object, a text that is not ""
 *	{{^name}} ... {{/name}} once for what is false: null, "", [], an unknown name
 *	{{! remark }}
 *
 * Inside a section its object comes first; a name that it does not have is looked for in
 * the ones around it.  {{a.b}} is the member b of a, {{.}} the element in hand.  A name
 * that none of them has is empty.  A line that holds nothing but the tag of a section or
 * a remark leaves no empty line behind.
 *
 * Not supported: partials, other delimiters, lambdas.  (No C library for Mustache is in
 * Debian 12.)
 */

enum template_escape {
	/* For HTML text and quoted attributes: & < > " ' as entities; and what
	 * TEMPLATE_TEXT does. */
	TEMPLATE_HTML,
	/* For people to read: as text_harmless(), but line ends and tabs stay. */
	TEMPLATE_TEXT,
};

/*
 * Fill TEXT, which is called NAME in messages, with DATA (an object; kept by the caller)
 * and append the result to OUT.  BAD_DATA with `NAME:LINE: why` for a broken template;
 * what OUT has by then is of no use.
 */
enum status template_render(const char *text, const char *name, const json_t *data,
			    enum template_escape escape, struct buf *out);

#endif
