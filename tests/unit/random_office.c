/* SPDX-License-Identifier: MIT */
#include "random_office.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/moment.h"
#include "office/core/import.h"
#include "office/core/import_headings.h"
#include "office/core/setting.h"
#include "office/dossier/dossier.h"
#include "office/dossier/dossier_life.h"
#include "office/dossier/dossier_link.h"
#include "office/dossier/dossier_sql.h"
#include "office/dossier/dossier_state.h"
#include "office/dossier/dossier_was.h"
#include "office/exchange/dossier_import.h"
#include "office/sql/lore.h"
#include "slow_calendar.h"
#include "store/backup.h"
#include "store/draft.h"

static int
draw(struct random_office *r, int low, int high)
{
	return slow_within(&r->seed, low, high);
}

static bool
chance(struct random_office *r, int of_100)
{
	return draw(r, 1, 100) <= of_100;
}

static void
run_sql(struct random_office *r, const char *sql)
{
	struct query q;

	query_open(&q, r->office.store, sql);
	query_run(&q);
	if (query_close(&q)) {
		fprintf(stderr, "%s: %s\n", sql, error_message());
		abort();
	}
}

static const char *const registers[] = {
	"INSERT INTO officer (id, code, name) VALUES (1, 'hoa', 'Hoa'), (2, 'binh', 'Bình')",
	"INSERT INTO procedure (id, code, name, field, time_limit, time_unit) VALUES"
	" (1, '1.1', 'Khai sinh', 'Hộ tịch', 3, 'working-day'),"
	" (2, '1.2', 'Khai tử', 'Hộ tịch', 8, 'working-hour'),"
	" (3, '2.1', 'Cấp đổi', 'Đất đai', 20, 'working-day'),"
	" (4, '3.1', 'Trợ cấp', 'Bảo trợ xã hội', 15, 'day')",
	"INSERT INTO procedure_version (procedure_id, since, name, field, time_limit, time_unit)"
	" SELECT id, '0001-01-01', name, field, time_limit, time_unit FROM procedure",
	"WITH day (n) AS (VALUES (1), (2), (3), (4), (5)) INSERT INTO hours"
	" (weekday, opens, closes, counts) SELECT n, '07:00', '11:30', 'yes' FROM day"
	" UNION ALL SELECT n, '13:00', '17:00', 'yes' FROM day",
	NULL,
};

/* PATH gets the file NAME of the office's folder. */
static void
print_path(const struct random_office *r, const char *name, char path[static 96])
{
	snprintf(path, 96, "%s/%s", r->folder, name);
}

bool
random_office_open(struct random_office *r)
{
	char path[96];
	size_t i;

	/* Where the kernel has a place in memory, nothing is waited for. */
	snprintf(r->folder, sizeof(r->folder), "%s/osq-figures.XXXXXX",
		 access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	if (!mkdtemp(r->folder))
		return false;
	print_path(r, "first.db", path);
	if (store_create(path, &office_lore, &r->office.store))
		return false;
	for (i = 0; registers[i]; i++)
		run_sql(r, registers[i]);
	print_path(r, "empty.db", path);
	return store_backup(r->office.store, path) == OK;
}

static void
remove_store(struct random_office *r, const char *name)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-lock" };
	char path[96], file[128];
	size_t i;

	print_path(r, name, path);
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		snprintf(file, sizeof(file), "%s%s", path, ends[i]);
		unlink(file);
	}
}

void
random_office_close(struct random_office *r)
{
	store_close(r->office.store);
	remove_store(r, "first.db");
	remove_store(r, "empty.db");
	remove_store(r, "osq.db");
	rmdir(r->folder);
}

/* The store anew, as the empty one is. */
static void
copy_empty(struct random_office *r)
{
	char from[96], to[96], bytes[65536];
	FILE *in, *out;
	size_t n;

	store_close(r->office.store);
	remove_store(r, "osq.db");
	print_path(r, "empty.db", from);
	print_path(r, "osq.db", to);
	in = fopen(from, "rb");
	out = fopen(to, "wb");
	while (in && out && (n = fread(bytes, 1, sizeof(bytes), in)))
		if (fwrite(bytes, 1, n, out) != n)
			abort();
	if (!in || !out || fclose(out) || fclose(in) ||
	    store_open(to, STORE_WRITE, &office_lore, &r->office.store))
		abort();
}

static void
set_clock(struct random_office *r, int64_t now)
{
	r->office.now = r->office.act.at = r->office.act.entered_at = now;
}

/* Set as a province has it, or as an upgrade left it. */
static void
choose_settings(struct random_office *r)
{
	static const char *const ways[] = { "ended", "aside", "on_time" };
	struct office *office = &r->office;

	setting_set(office, "agency_name", "UBND xã Trường Long A", NULL);
	if (chance(r, 70))
		setting_set(office, "count_withdrawn", ways[draw(r, 0, 2)], NULL);
	if (chance(r, 30))
		setting_set(office, "count_withdrawn", ways[draw(r, 0, 2)], "2026-05-04");
	if (chance(r, 30))
		run_sql(r,
			"INSERT INTO setting (key, since, value) VALUES"
			" ('late_ends', '0001-01-01', 'no'), ('late_ends', '2026-06-15', 'yes')");
}

void
random_office_begin(struct random_office *r, uint64_t seed, int64_t now)
{
	r->seed = seed;
	r->acted = 0;
	r->period_from = now;
	set_clock(r, now);
	copy_empty(r);
	choose_settings(r);
}

/* ---- what happens ---- */

/* The code of some dossier, mostly one that is open; false: there is none. */
static bool
pick_dossier(struct random_office *r, bool open, char code[static DOSSIER_CODE])
{
	struct query q;
	bool found;

	query_open(&q, r->office.store,
		   open ? "SELECT code FROM dossier WHERE voided_at IS NULL"
			  " AND finished_at IS NULL ORDER BY id LIMIT 1 OFFSET :n" :
			  "SELECT code FROM dossier WHERE voided_at IS NULL"
			  " ORDER BY id LIMIT 1 OFFSET :n");
	query_int(&q, ":n", draw(r, 0, open ? 8 : 40));
	found = query_row(&q);
	if (found)
		snprintf(code, DOSSIER_CODE, "%s", query_col_text(&q, 0));
	query_close(&q);
	return found;
}

static const char *
some_procedure(struct random_office *r)
{
	static const char *const codes[] = { "1.1", "1.2", "2.1", "3.1" };

	return codes[draw(r, 0, 3)];
}

static void
receive(struct random_office *r)
{
	static const char *const channels[] = { "counter", "online", "post" };
	struct dossier_request request = { .said = { VALUE_NONE } };
	struct dossier_receipt receipt;

	request.said[FIELD_PROCEDURE] = value_text(some_procedure(r));
	request.said[FIELD_APPLICANT] = value_text("Nguyễn Văn An");
	request.said[FIELD_CHANNEL] = value_text(channels[draw(r, 0, 2)]);
	if (chance(r, 15))
		request.said[FIELD_AGENCY] = value_text("Sở Tư pháp");
	if (chance(r, 15))
		request.said[FIELD_RECEIVED_BY] = value_text("UBND xã Tân Hòa");
	r->acted += !dossier_receive(&r->office, &request, &receipt);
	dossier_receipt_free(&receipt);
}

static void
act_on(struct random_office *r)
{
	static const enum dossier_act often[] = { ACT_FORWARD,  ACT_FINISH, ACT_FINISH,
						  ACT_FINISH,   ACT_RETURN, ACT_PAUSE,
						  ACT_RESUME,   ACT_RESUME, ACT_REJECT,
						  ACT_WITHDRAW, ACT_STOP,   ACT_EXTEND,
						  ACT_REOPEN,   ACT_MOVE };
	struct dossier_wish wish = { .act = often[draw(r, 0, 13)],
				     .reason = "vì một lý do",
				     .to = "hoa",
				     .force = true };
	struct dossier_acts *acts;
	char code[DOSSIER_CODE];
	enum status st;

	if (!pick_dossier(r, wish.act != ACT_REOPEN && wish.act != ACT_RETURN, code))
		return;
	if (wish.act == ACT_PAUSE && chance(r, 40))
		wish.kind = chance(r, 50) ? "fee" : "verification";
	wish.promise = wish.act == ACT_MOVE ?
			       r->office.now + draw(r, -20, 20) * DAY_SECONDS :
			       -1;
	wish.days = draw(r, 1, 5);
	if (dossier_acts_begin(&r->office, &acts))
		return;
	st = dossier_act(acts, code, &wish);
	r->acted += !st;
	dossier_acts_end(acts, dossier_acts_broken(st) ? st : OK);
}

static enum status
pass_over(struct import_listener *listener, long line, const char *column,
	  const char *why)
{
	(void)listener, (void)line, (void)column, (void)why;
	return OK;
}

static enum status
pass_promise(struct import_listener *listener, const char *code, int64_t due,
	     int64_t would_be)
{
	(void)listener, (void)code, (void)due, (void)would_be;
	return OK;
}

static void
import_cells(struct random_office *r, const char *const headings[],
	     const char *const cells[], size_t count)
{
	struct import_listener listener = { .bad_line = pass_over,
					    .promise = pass_promise };
	bool force = true; /* a file may move any promise */
	struct import_result result;
	struct import *import;
	enum status st;

	if (dossier_import(&r->office, &force, &listener, &import))
		return;
	if (!(st = import_headings(import, 1, ',', count, headings)))
		st = import_row(import, 2, cells);
	st = import_end(import, st, "file.csv", &result);
	r->acted += !st && !result.bad;
}

/* A row of another system's file: a dossier of its own, or one that is here. */
static void
import(struct random_office *r, const char *code)
{
	static const char *const headings[] = { "code",        "procedure",   "applicant",
						"status",      "received_at", "due_at",
						"finished_at", "officer",     "channel" };
	static const char *const ends[] = { "finished", "rejected", "withdrawn",
					    "stopped" };
	char received[MOMENT_TEXT], due[MOMENT_TEXT], finished[MOMENT_TEXT];
	const bool ended = chance(r, 50);
	const int64_t now = r->office.now;
	const int64_t since = chance(r, r->late_acts) ?
				      now - draw(r, 0, 60 * DAY_SECONDS) :
			      r->period_from < now - DAY_SECONDS ?
				      now - draw(r, 0, DAY_SECONDS) :
				      r->period_from;
	const char *const cells[] = {
		code,
		some_procedure(r),
		"Trần Thị Bé",
		ended ? ends[draw(r, 0, 3)] : "processing",
		moment_print(since, received),
		moment_print(now + draw(r, -5, 20) * DAY_SECONDS, due),
		ended ? moment_print(now - draw(r, 0, (int)(now - since)), finished) : "",
		chance(r, 50) ? "binh" : "",
		chance(r, 50) ? "online" : "counter",
	};

	import_cells(r, headings, cells, 9);
}

static const char story_sql[] =
	"SELECT " EVENTS_JSON ", p.code, d.received_at, d.due_at FROM dossier d"
	"  JOIN procedure p ON p.id = d.procedure_id WHERE d.code = :code"
	"   AND d.received_at IS NOT NULL";

/* Append an act of another system to the list STORY, which grows. */
static void
tell_act(struct buf *story, const char *act, const char *status, int64_t at,
	 const char *was)
{
	char moment[MOMENT_TEXT];

	moment_print(at, moment);
	while (story->length && story->text[story->length - 1] != '}' &&
	       story->text[story->length - 1] != '[')
		story->text[--story->length] = '\0';
	buf_print(
		story,
		"%s{\"act\":\"%s\",\"status\":\"%s\",\"at\":\"%s\",\"entered_at\":\"%s\","
		"\"due_at\":\"%s\"%s%s%s}]",
		story->length > 1 ? "," : "", act, status, moment, moment, moment,
		was ? ",\"was\":" : "", was ? was : "", "");
	if (was) {
		story->text[story->length -= 2] = '\0';
		buf_print(story, ",\"was_until\":\"%s\"}]", moment);
	}
}

/* A dossier that is here, in a file that has its story: with an end, or with one that
 * was taken back, and now and then with a receipt of which nothing was known. */
static void
import_story(struct random_office *r, const char *code)
{
	static const char *const headings[] = { "code",        "procedure",   "applicant",
						"status",      "received_at", "due_at",
						"finished_at", "events" };
	char received[MOMENT_TEXT], due[MOMENT_TEXT], finished[MOMENT_TEXT], was[128];
	const char *cells[8] = { code, "", "Trần Thị Bé", "processing" };
	struct buf story = { 0 }, procedure = { 0 };
	const int64_t at = r->office.act.at, now = r->office.now;
	int64_t came = 0, promised = 0;
	const bool ended = chance(r, 50);
	struct query q;

	query_open(&q, r->office.store, story_sql);
	query_text(&q, ":code", code);
	if (query_row(&q)) {
		buf_text(&story, query_col_null(&q, 0) ? "[" : query_col_text(&q, 0));
		buf_text(&procedure, query_col_text(&q, 1));
		came = query_col_int(&q, 2);
		promised = query_col_int(&q, 3);
	}
	if (!query_close(&q) && came && came < at) {
		if (chance(r, r->late_acts))
			tell_act(&story, "receive", "received", came, NULL);
		moment_print(at, finished);
		snprintf(was, sizeof(was),
			 "{\"status\":\"finished\",\"finished_at\":\"%s\"}", finished);
		tell_act(&story, "finish", "finished", at, NULL);
		if (!ended)
			tell_act(&story, "reopen", "processing", draw(r, 0, 1) ? now : at,
				 was);
		cells[1] = chance(r, 20) ? some_procedure(r) : procedure.text;
		cells[3] = ended ? "finished" : "processing";
		cells[4] = moment_print(came, received);
		cells[5] = moment_print(promised + draw(r, 0, 1) * DAY_SECONDS, due);
		cells[6] = ended ? finished : "";
		cells[7] = story.text;
		import_cells(r, headings, cells, 8);
	}
	buf_free(&story);
	buf_free(&procedure);
}

/*
 * A mistake mended: another procedure, receipt or agency.  What the figures take from it
 * is what any act of the record writes.
 */
static const char correct_sql[] =
	"INSERT INTO dossier_event (dossier_id, act, at, entered_at, status, due_at, was,"
	"  was_until) SELECT id, 'import', :now, :now, status, due_at, :was,"
	"  iif(:was IS NULL, NULL, :now) FROM dossier WHERE id = :id";

static void
correct(struct random_office *r)
{
	struct value v[FIELDS] = { VALUE_NONE };
	struct field_set changed = FIELDS_NONE;
	const int what = draw(r, 0, 2);
	struct buf sql = { 0 };
	struct dossier_was was;
	struct dossier_state state;
	char code[DOSSIER_CODE];
	const char *text;
	int64_t id;
	struct query q;

	if (!pick_dossier(r, false, code) ||
	    dossier_state_find(&r->office, code, &id, &state))
		return;
	v[FIELD_PROCEDURE] = value_int(draw(r, 1, 4));
	v[FIELD_RECEIVED] = value_int(state.received_at - draw(r, 0, 40) * DAY_SECONDS);
	v[FIELD_AGENCY] = chance(r, 50) ? value_text("Sở Y tế") : VALUE_NONE;
	fields_add(&changed, what == 0 ? FIELD_PROCEDURE :
			     what == 1 ? FIELD_RECEIVED :
					 FIELD_AGENCY);
	was_open(&was, &r->office, &changed);
	was_of(&was, id, v, &text);
	query_open(&q, r->office.store, correct_sql);
	query_int(&q, ":now", r->office.now);
	query_int(&q, ":id", id);
	query_text(&q, ":was", text);
	query_run(&q);
	query_close(&q);
	was_close(&was);
	buf_text(&sql, "UPDATE dossier SET ");
	fields_say(&sql, &changed, ", ", "COLUMN = :KEY");
	buf_text(&sql, " WHERE id = :id");
	query_open(&q, r->office.store, sql.text);
	fields_bind(&q, &changed, v);
	query_int(&q, ":id", id);
	query_run(&q);
	r->acted += !query_close(&q);
	buf_free(&sql);
}

static void
void_one(struct random_office *r)
{
	const struct dossier_wish wish = { .act = ACT_VOID, .reason = "nhầm" };
	struct dossier_acts *acts;
	char code[DOSSIER_CODE];
	enum status st;

	if (!pick_dossier(r, false, code) || dossier_acts_begin(&r->office, &acts))
		return;
	st = dossier_act(acts, code, &wish);
	r->acted += !st;
	dossier_acts_end(acts, dossier_acts_broken(st) ? st : OK);
}

/* From today on a procedure is of another field. */
static void
change_catalogue(struct random_office *r)
{
	char today[DAY_TEXT];
	struct query q;

	query_open(
		&q, r->office.store,
		"INSERT OR REPLACE INTO procedure_version (procedure_id, since, name, field,"
		"  time_limit, time_unit) SELECT id, :day, name, :field, time_limit, time_unit"
		"  FROM procedure WHERE id = :id");
	query_text(&q, ":day", day_print(day_of(r->office.now), today));
	query_text(&q, ":field", chance(r, 50) ? "Hộ tịch" : "Chứng thực");
	query_int(&q, ":id", draw(r, 1, 4));
	query_run(&q);
	r->acted += !query_close(&q);
}

/* When an act that is entered now happened: now, or before, but in this period. */
static void
date_act(struct random_office *r)
{
	const int64_t now = r->office.now;
	int64_t at = now;

	if (chance(r, 20))
		at = now - draw(r, 0, 3 * DAY_SECONDS);
	if (at < r->period_from)
		at = r->period_from;
	if (chance(r, r->late_acts))
		at = now - draw(r, 0, 40 * DAY_SECONDS);
	r->office.act.at = at;
	r->office.act.officer = chance(r, 30) ? "hoa" : NULL;
}

/* Two that came on one day, as one limit asks for; where there are none, any two. */
static const char pair_sql[] =
	"SELECT a.code, b.code, local_day(a.received_at) = local_day(b.received_at) AS together"
	"  FROM dossier a JOIN dossier b ON b.id > a.id AND b.id < a.id + 9"
	" WHERE a.finished_at IS NULL AND b.finished_at IS NULL AND a.linked IS NULL"
	"   AND b.linked IS NULL AND a.received_at IS NOT NULL AND b.received_at IS NOT NULL"
	" ORDER BY together DESC, a.id DESC LIMIT 1 OFFSET :n";

/* The two are there, or come now. */
static void
link_two(struct random_office *r)
{
	char first[DOSSIER_CODE], second[DOSSIER_CODE];
	char *const codes[] = { first, second };
	struct dossier_bond bond = { .unit = UNIT_WORKING_DAY };
	struct query q;
	int unsettled;
	bool found;

	if (chance(r, 50)) {
		receive(r);
		receive(r);
	}
	query_open(&q, r->office.store, pair_sql);
	query_int(&q, ":n", chance(r, 70) ? 0 : draw(r, 1, 3));
	if ((found = query_row(&q))) {
		snprintf(first, sizeof(first), "%s", query_col_text(&q, 0));
		snprintf(second, sizeof(second), "%s", query_col_text(&q, 1));
		bond.limit = query_col_int(&q, 2) && chance(r, 80) ? 3 : 0;
		bond.verified = bond.limit ? 5 : 0;
	}
	query_close(&q);
	if (found)
		r->acted += !dossier_link(&r->office, codes, 2, &bond, &unsettled);
}

static void
do_something(struct random_office *r)
{
	char code[DOSSIER_CODE];
	const int what = draw(r, 1, 100);

	date_act(r);
	if (what <= 24)
		receive(r);
	else if (what <= 26)
		link_two(r);
	else if (what <= 85)
		act_on(r);
	else if (what <= 88)
		import(r, "");
	else if (what <= 91 && pick_dossier(r, false, code))
		import(r, code);
	else if (what <= 93 && pick_dossier(r, chance(r, 80), code))
		import_story(r, code);
	else if (what <= 96)
		correct(r);
	else if (what <= 98)
		void_one(r);
	else if (what <= 99)
		change_catalogue(r);
}

void
random_office_play(struct random_office *r, int64_t until, int acts)
{
	int64_t now = r->office.now;

	while (acts > 0) {
		now += draw(r, 1, (int)((until - now) / acts * 2 - 1));
		if (now >= until)
			break;
		set_clock(r, now);
		do_something(r);
		acts--;
	}
	set_clock(r, until);
}
