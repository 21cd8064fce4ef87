/* SPDX-License-Identifier: MIT */
#include "form/template/template.h"
#include "form/template/template_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h> /* last: its fail() is not ours */

/* DATA is JSON; what comes out, or the message where it fails. */
static void
expect_as(enum template_escape escape, const char *text, const char *data,
	  const char *wanted)
{
	json_t *json = json_loads(data, JSON_ALLOW_NUL, NULL);
	struct buf out = { 0 };
	enum status st;

	assert_non_null(json);
	st = template_render(text, "page", json, escape, &out);
	if (st)
		assert_int_equal(st, BAD_DATA);
	assert_string_equal(st ? error_message() : out.text ? out.text : "", wanted);
	buf_free(&out);
	json_decref(json);
}

static void
expect(const char *text, const char *data, const char *wanted)
{
	expect_as(TEMPLATE_HTML, text, data, wanted);
}

static void
values_are_put_in(void **state)
{
	(void)state;
	expect("", "{}", "");
	expect("no tag, { one } brace }}", "{}", "no tag, { one } brace }}");
	expect("{{number}}, quầy {{ counter }}.", "{\"number\":\"A012\",\"counter\":3}",
	       "A012, quầy 3.");
	expect("[{{nobody}}{{none}}{{list}}]", "{\"none\":null,\"list\":[1]}", "[]");
	expect("{{yes}} {{share}} {{big}}",
	       "{\"yes\":true,\"share\":97.5,\"big\":9007199254740993}",
	       "true 97.5 9007199254740993");
	expect("{{a.b.c}}{{a.x.c}}{{a.b.c.d}}", "{\"a\":{\"b\":{\"c\":\"deep\"}}}",
	       "deep");
}

static void
what_comes_from_outside_is_escaped(void **state)
{
	(void)state;
	expect("<b title='{{n}}'>{{n}}</b>{{{n}}}{{&n}}", "{\"n\":\"<&\\\"'>\"}",
	       "<b title='&lt;&amp;&quot;&#39;&gt;'>&lt;&amp;&quot;&#39;&gt;</b><&\"'><&\"'>");
	/* A value is no template. */
	expect("{{n}}", "{\"n\":\"{{m}}\",\"m\":\"no\"}", "{{m}}");
	/* ESC, DEL, a C1 control and a change of direction; a line end stays. */
	expect("{{n}}", "{\"n\":\"a\\u001b\\u007f\\u009b\\u202eb\\n\\tc\"}",
	       "a\uFFFD\uFFFD\uFFFD\uFFFD"
	       "b\n\tc");
	expect_as(TEMPLATE_TEXT, "{{n}}", "{\"n\":\"<&\\u001b[31m>\"}", "<&\uFFFD[31m>");
}

static void
a_section_is_shown_for_what_is_true(void **state)
{
	static const char data[] =
		"{\"yes\":true,\"no\":false,\"none\":null,\"zero\":0,\"empty\":\"\","
		"\"text\":\"t\",\"list\":[],\"object\":{\"in\":\"i\"}}";

	(void)state;
	expect("{{#yes}}1{{/yes}}{{#text}}2{{.}}{{/text}}{{#object}}3{{in}}{{/object}}"
	       "{{#zero}}4{{/zero}}",
	       data, "12t3i4");
	expect("{{#no}}1{{/no}}{{#none}}2{{/none}}{{#empty}}3{{/empty}}{{#list}}4{{/list}}"
	       "{{#nobody}}5{{/nobody}}",
	       data, "");
	expect("{{^no}}1{{/no}}{{^none}}2{{/none}}{{^empty}}3{{/empty}}{{^list}}4{{/list}}"
	       "{{^nobody}}5{{/nobody}}{{^yes}}6{{/yes}}{{^zero}}7{{/zero}}",
	       data, "12345");
	expect("a{{! not\nshown }}b", data, "ab");
}

static void
a_list_is_shown_element_by_element(void **state)
{
	(void)state;
	expect("{{#calls}}{{number}}>{{counter}};{{/calls}}",
	       "{\"calls\":[{\"number\":\"A1\",\"counter\":1},{\"number\":\"B2\",\"counter\":2}]}",
	       "A1>1;B2>2;");
	expect("{{#digits}}{{.}} {{/digits}}", "{\"digits\":[\"A\",0,1]}", "A 0 1 ");
	/* What the element has not is looked for around it. */
	expect("{{#rows}}{{#cells}}{{office}}{{row}}{{c}} {{/cells}}{{/rows}}",
	       "{\"office\":\"o\",\"row\":\"-\",\"rows\":[{\"row\":1,\"cells\":[{\"c\":\"a\"},"
	       "{\"c\":\"b\"}]},{\"cells\":[{\"c\":\"c\",\"office\":null}]}]}",
	       "o1a o1b -c ");
	/* An inner list of the same name, empty and full. */
	expect("{{#l}}({{#l}}{{.}}{{/l}}{{^l}}none{{/l}}){{/l}}",
	       "{\"l\":[{\"l\":[1,2]},{\"l\":[]}]}", "(12)(none)");
}

static void
a_line_of_nothing_but_tags_leaves_none(void **state)
{
	(void)state;
	expect("a\n  {{#l}}\n- {{.}}\n  {{/l}}  \nb\n", "{\"l\":[1,2]}",
	       "a\n- 1\n- 2\nb\n");
	expect("{{#y}}\r\nx\r\n{{/y}}\r\nz", "{\"y\":true}", "x\r\nz");
	expect("a\n{{! remark }}\nb", "{}", "a\nb");
	expect("{{^y}}\nx\n{{/y}}", "{}", "x\n");
	/* Not alone: everything stays. */
	expect(" {{#y}}x{{/y}} \n", "{\"y\":true}", " x \n");
	expect(" {{n}} \n", "{\"n\":1}", " 1 \n");
}

static void
a_broken_template_is_told_with_its_line(void **state)
{
	(void)state;
	expect("a\n\n{{#calls}}b", "{}", "page:3: {{#calls}} is not closed");
	expect("a\n{{^calls}}b", "{}", "page:2: {{^calls}} is not closed");
	expect("{{#a}}\n{{#b}}\n{{/a}}\n{{/b}}", "{}",
	       "page:3: {{/a}} where {{/b}} is wanted");
	expect("a\n{{/calls}}", "{}", "page:2: {{/calls}} closes nothing");
	expect("\na {{number", "{}", "page:2: '{{number' is not closed");
	expect("{{{number}}", "{}", "page:1: '{{{number}}' is not closed");
	expect("{{ }}", "{}", "page:1: a tag without a name");
	expect("{{a\nb}}", "{}", "page:1: a tag without a name");
	expect("{{> other}}", "{}", "page:1: '{{>' is not supported");
	expect("{{=<% %>=}}", "{}", "page:1: '{{=' is not supported");
	/* Also where it is not shown. */
	expect("{{#no}}{{#x}}{{/no}}", "{}", "page:1: {{/no}} where {{/x}} is wanted");
	/* A name of any length is no one's. */
	expect("{{#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}}",
	       "{}",
	       "page:1: {{#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}} is "
	       "not closed");
}

static void
sections_are_not_nested_without_end(void **state)
{
	struct buf text = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 31; i++)
		buf_text(&text, "{{#a}}");
	buf_text(&text, "x");
	for (i = 0; i < 31; i++)
		buf_text(&text, "{{/a}}");
	expect(text.text, "{\"a\":true}", "x");
	buf_clear(&text);
	for (i = 0; i < 100000; i++)
		buf_text(&text, "{{#a}}");
	expect(text.text, "{\"a\":true}", "page:1: more than 32 sections in one another");
	buf_free(&text);
}

static void
a_file_is_read_or_told_of(void **state)
{
	char path[] = "/tmp/osq-template-XXXXXX";
	int fd = mkstemp(path);
	struct buf text = { 0 };
	const char *name;

	(void)state;
	assert_int_equal(write(fd, "{{a}}\n", 6), 6);
	assert_int_equal(fchmod(fd, 0644), 0);
	assert_int_equal(template_read(path, getuid(), "slip/slip.html", &text, &name),
			 OK);
	assert_string_equal(text.text, "{{a}}\n");
	assert_string_equal(name, path);
	assert_int_equal(write(fd, "\377", 1), 1);
	assert_int_equal(template_read(path, getuid(), "slip/slip.html", &text, &name),
			 BAD_DATA);
	assert_int_equal(ftruncate(fd, (off_t)TEMPLATE_MAX + 1), 0);
	assert_int_equal(template_read(path, getuid(), "slip/slip.html", &text, &name),
			 BAD_DATA);
	close(fd);
	unlink(path);
	assert_int_equal(template_read(path, getuid(), "slip/slip.html", &text, &name),
			 NO_INPUT);
	assert_int_equal(template_read("/", getuid(), "slip/slip.html", &text, &name),
			 NO_INPUT);
	assert_int_equal(template_read("", getuid(), "no/such.html", &text, &name),
			 UNAVAILABLE);
	assert_string_equal(error_message(), "share/osq/no/such.html is not installed");
	assert_string_equal(name, "no/such.html");
	buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_put_in),
		cmocka_unit_test(what_comes_from_outside_is_escaped),
		cmocka_unit_test(a_section_is_shown_for_what_is_true),
		cmocka_unit_test(a_list_is_shown_element_by_element),
		cmocka_unit_test(a_line_of_nothing_but_tags_leaves_none),
		cmocka_unit_test(a_broken_template_is_told_with_its_line),
		cmocka_unit_test(sections_are_not_nested_without_end),
		cmocka_unit_test(a_file_is_read_or_told_of),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	setenv("LANGUAGE", "en", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
