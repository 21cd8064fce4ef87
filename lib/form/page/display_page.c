/* SPDX-License-Identifier: MIT */
#include "form/page/display_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "form/screen/display.h"
#include "form/template/template.h"

/* The page: what the hall's screen shows, as JSON, fills a template. */

static void
put_text(json_t *to, const char *key, const char *text)
{
	json_object_set_new(to, key, json_string(text));
}

static void
put_number(json_t *to, const char *key, int64_t number)
{
	json_object_set_new(to, key, json_integer(number));
}

static void
put_true(json_t *to, const char *key, bool is)
{
	json_object_set_new(to, key, json_boolean(is));
}

/* The words of the page in the language in force, so that one template does for all. */
static json_t *
make_words(void)
{
	static const struct {
		const char *key, *text;
	} all[] = {
		{ "counter", N_("Counter") },
		{ "now_serving", N_("Now serving") },
		{ "last_calls", N_("Called before") },
		{ "nobody_called", N_("No number has been called yet today") },
		{ "service", N_("Service") },
		{ "waiting", N_("Waiting") },
		{ "expected_wait", N_("Wait about") },
		{ "no_counter", N_("no counter open") },
		{ "dossiers", N_("Dossiers") },
		{ "today", N_("Today") },
		{ "since", NC_("board", "Since") },
		{ "received", N_("Taken in") },
		{ "finished", NC_("board", "Finished") },
		{ "early", N_("Early") },
		{ "on_time", N_("On time") },
		{ "overdue", N_("Overdue") },
		{ "late", N_("Late and open") },
		{ "hotline", N_("Hotline") },
		{ "stale",
		  N_("This screen is not being renewed. Please ask at a counter.") },
	};
	json_t *object = json_object();
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		put_text(object, all[i].key, _(all[i].text));
	return object;
}

/* "Hộ tịch" of "Quầy Hộ tịch", for places where the word for a counter stands next to it
 * anyway, whether in the language of the page or in the office's. */
static const char *
short_name(const char *name)
{
	const char *const words[] = { _("Counter"), "Quầy" };
	size_t i, n;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
		n = strlen(words[i]);
		if (!strncmp(name, words[i], n) && name[n] == ' ' && name[n + 1])
			return name + n + 1;
	}
	return name;
}

static json_t *
make_call(const struct display_call *c)
{
	json_t *object = json_object();
	char clock[8], *key = mem_print("%s@%lld", c->ticket, (long long)c->at);

	put_text(object, "ticket", c->ticket);
	put_text(object, "counter", c->counter);
	put_text(object, "counter_name", display_name(c->name, c->name_en));
	put_text(object, "short_name", short_name(display_name(c->name, c->name_en)));
	put_text(object, "time", display_clock(c->at, clock));
	put_text(object, "key", key);
	free(key);
	return object;
}

static const struct display_call *
call_of(const struct display *display, const char *ticket)
{
	size_t i;

	for (i = 0; i < display->call_count; i++)
		if (!strcmp(display->calls[i].ticket, ticket))
			return &display->calls[i];
	return NULL;
}

static json_t *
make_counter(const struct display *display, const struct display_counter *c)
{
	const struct display_call *last = *c->ticket ? call_of(display, c->ticket) : NULL;
	json_t *object = last ? make_call(last) : json_object();

	put_text(object, "ticket", c->ticket);
	put_text(object, "counter", c->code);
	put_text(object, "counter_name", display_name(c->name, c->name_en));
	put_text(object, "short_name", short_name(display_name(c->name, c->name_en)));
	put_text(object, "officer", c->officer);
	put_text(object, "state",
		 c->state == DISPLAY_OPEN   ? "open" :
		 c->state == DISPLAY_PAUSED ? "paused" :
					      "closed");
	put_text(object, "state_text",
		 c->state == DISPLAY_OPEN   ? _("free") :
		 c->state == DISPLAY_PAUSED ? _("on a break") :
					      _("closed"));
	put_true(object, "called", *c->ticket && c->called);
	return object;
}

static json_t *
make_service(const struct display_service *s)
{
	json_t *object = json_object();
	char range[64];

	put_text(object, "prefix", s->prefix);
	put_text(object, "name", display_name(s->name, s->name_en));
	put_number(object, "waiting", s->waiting);
	put_true(object, "anybody", s->waiting > 0);
	put_true(object, "served", s->open_counters > 0);
	put_text(object, "range",
		 s->median < 0 || s->p90 < 0 ? "" :
					       display_range(s->median, s->p90, range));
	return object;
}

static json_t *
make_figures(const struct display_figures *f)
{
	json_t *object = json_object();
	char date[16], day[8];

	snprintf(day, sizeof(day), "%.5s", display_date(f->from, date));
	put_text(object, "from", day);
	snprintf(day, sizeof(day), "%.5s", display_date(f->to, date));
	put_text(object, "to", day);
	put_number(object, "received", f->received);
	put_number(object, "finished", f->finished);
	put_number(object, "early", f->early);
	put_number(object, "on_time", f->on_time);
	put_number(object, "overdue", f->overdue);
	put_true(object, "any_overdue", f->overdue > 0);
	put_number(object, "late", f->late);
	put_true(object, "any_late", f->late > 0);
	return object;
}

/* What a screen cannot show at once it shows in turn; then those come first that people
 * in the hall are waiting for. */
static json_t *
make_services(const struct display *display, size_t at_once)
{
	bool all = display->service_count <= at_once;
	json_t *list = json_array();
	size_t i;
	int round;

	for (round = all ? 2 : 1; round <= 2; round++)
		for (i = 0; i < display->service_count; i++)
			if (all || (display->services[i].waiting == 0) == (round == 2))
				json_array_append_new(list,
						      make_service(
							      &display->services[i]));
	return list;
}

static json_t *
make_counters(const struct display *display, size_t at_once)
{
	bool all = display->counter_count <= at_once;
	json_t *list = json_array();
	size_t i;
	int round;

	for (round = all ? 2 : 1; round <= 2; round++)
		for (i = 0; i < display->counter_count; i++)
			if (all || (display->counters[i].state == DISPLAY_CLOSED) ==
					   (round == 2))
				json_array_append_new(
					list,
					make_counter(display, &display->counters[i]));
	return list;
}

/* How many counters and services our own page shows at once. */
#define COUNTERS_AT_ONCE 12
#define SERVICES_AT_ONCE 10

static void
put_calls(json_t *data, const struct display *display)
{
	json_t *before = json_array();
	size_t i;

	for (i = 1; i < display->call_count; i++)
		json_array_append_new(before, make_call(&display->calls[i]));
	json_object_set_new(data, "newest",
			    display->call_count ? make_call(&display->calls[0]) :
						  json_null());
	json_object_set_new(data, "calls", before);
}

static void
put_head(json_t *data, const struct display *display, const struct display_page *page)
{
	char date[16], clock[8];
	int64_t ahead = display->now - page->written;

	put_text(data, "language", intl_language());
	put_text(data, "office", display->office);
	put_text(data, "hotline", display->hotline);
	put_text(data, "notice", display->notice);
	put_text(data, "weekday", display_weekday(day_of(display->now)));
	put_text(data, "date", display_date(day_of(display->now), date));
	put_text(data, "time", display_clock(display->now, clock));
	put_number(data, "written", page->written);
	/* A clock that was set (OSQ_NOW) goes on from there on the page. */
	put_number(data, "clock_ahead", ahead >= -2 && ahead <= 2 ? 0 : ahead);
	put_true(data, "watched", page->watched);
}

static void
put_lists(json_t *data, const struct display *display)
{
	size_t n = display->counter_count;

	json_object_set_new(data, "counters", make_counters(display, COUNTERS_AT_ONCE));
	put_number(data, "counters_at_once", COUNTERS_AT_ONCE);
	put_text(data, "counters_size",
		 n <= 4 ? "few" :
		 n <= 6 ? "some" :
		 n <= 9 ? "many" :
			  "full");
	json_object_set_new(data, "services", make_services(display, SERVICES_AT_ONCE));
	put_number(data, "services_at_once", SERVICES_AT_ONCE);
	put_text(data, "services_size", display->service_count <= 7 ? "few" : "full");
	json_object_set_new(data, "today", make_figures(&display->today));
	json_object_set_new(data, "period", make_figures(&display->period));
}

static json_t *
page_data(const struct display *display, const struct display_page *page)
{
	json_t *data = json_object();

	put_head(data, display, page);
	put_calls(data, display);
	put_lists(data, display);
	json_object_set_new(data, "words", make_words());
	return data;
}

enum status
display_page(const struct display *display, const struct display_page *page,
	     struct buf *out)
{
	const char *before = intl_language();
	json_t *data;
	enum status st;

	intl_use(page->language);
	data = page_data(display, page);
	intl_use(before);
	st = template_render(page->template, page->name, data, TEMPLATE_HTML, out);
	json_decref(data);
	return st;
}
