/* SPDX-License-Identifier: MIT */
#include "office/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/text.h"
#include "base/wording.h"
#include "office/policy.h"

static bool
is_clock(const char *value)
{
	int second = clock_read(value);

	return second >= 0 && second < DAY_SECONDS;
}

static bool
is_named(const char *value)
{
	return *value != '\0';
}

static bool
is_language(const char *value)
{
	return !*value || !strcmp(value, "vi") || !strcmp(value, "en");
}

static bool
is_days(const char *value)
{
	return *value && strspn(value, "0123456789") == strlen(value) && strlen(value) < 4;
}

static bool
is_policy(const char *value)
{
	struct policy policy = { 0 };

	return policy_read(value, &policy);
}

/* 1 to 99. */
static bool
is_count(const char *value)
{
	return is_days(value) && strlen(value) < 3 && strtol(value, NULL, 10) > 0;
}

static bool
is_paper(const char *value)
{
	return !strcmp(value, "58") || !strcmp(value, "80");
}

static bool
is_count_of_withdrawn(const char *value)
{
	return !strcmp(value, "aside") || !strcmp(value, "on_time");
}

/* Commands run in any folder, so a file is named from the root. */
static bool
is_path(const char *value)
{
	return !*value || *value == '/';
}

/* A dossier code is cut at its dashes, so the agency code has none, nor blanks. */
static bool
is_agency(const char *value)
{
	return *value && !strpbrk(value, "- \t/\n");
}

static bool
is_sentence(const char *value)
{
	static const char *const names[] = { "number", "counter", "name", NULL };

	return wording_fits(value, names);
}

static bool
is_forms(const char *value)
{
	return !*value || !strcmp(value, "2018") || !strcmp(value, "2025");
}

static bool
is_times(const char *value)
{
	return *value >= '1' && *value <= '9' && !value[1];
}

static bool
is_seconds(const char *value)
{
	return *value >= '1' && *value <= '9' && strspn(value, "0123456789") == strlen(value) &&
	       strlen(value) < 5;
}

/* A bank's number at NAPAS. */
static bool
is_bin(const char *value)
{
	return !*value || (strlen(value) == 6 && strspn(value, "0123456789") == 6);
}

static bool
is_account(const char *value)
{
	return strlen(value) < 20 &&
	       strspn(value, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") ==
		       strlen(value);
}

const struct setting settings[] = {
	{ "name", "Bộ phận Một cửa", N_("name of the office, on tickets and screens"),
	  is_named },
	{ "agency", "H00.00", N_("agency code, which begins every dossier code"), is_agency },
	{ "agency_name", "", N_("name of the People's Committee, on reports"), NULL },
	{ "authority", "", N_("name of the authority above, on reports"), NULL },
	{ "receiver", "", N_("who receives the reports"), NULL },
	{ "place", "", N_("place that stands before the date on reports"), NULL },
	{ "signer_left", "NGƯỜI LẬP BIỂU", N_("signature block on the left"), NULL },
	{ "signer_right", "CHỦ TỊCH", N_("signature block on the right"), NULL },
	{ "bank_bin", "", N_("the bank where fees are paid to, for QR codes: 6 digits"),
	  is_bin },
	{ "bank_account", "", N_("the account there: up to 19 letters and digits"), is_account },
	{ "bank_payee", "", N_("whose account it is, as the bank writes it"), NULL },
	{ "head_title", "CHỦ TỊCH", N_("title of the head, who signs letters to citizens"), NULL },
	{ "head_name", "", N_("name of the head; empty: left to the pen"), NULL },
	{ "forms", "", N_("set of the law's forms: 2018 or 2025; empty: by the day of receipt"),
	  is_forms },
	{ "forms_folder", "", N_("folder of own forms, from the root on; empty: ours"), is_path },
	{ "hotline", "", N_("telephone for feedback, on screens"), NULL },
	{ "notice", "", N_("a line for the screen in the hall"), NULL },
	{ "board_template", "", N_("file of the screen's page, from the root on; empty: ours"),
	  is_path },
	{ "language", "vi", N_("language where the environment names none: vi or en"),
	  is_language },
	{ "report_language", "vi", N_("language of reports: vi or en"), is_language },
	{ "same_day_cutoff", "15:00",
	  N_("a same-day dossier received after this is due the next working day"), is_clock },
	{ "at_risk_days", "1", N_("a dossier due within so many working days is at risk"),
	  is_days },
	{ "count_withdrawn", "aside",
	  N_("rejected, withdrawn and stopped dossiers in reports: aside, or on_time"),
	  is_count_of_withdrawn },
	{ "late_entry_minutes", "60",
	  N_("acts entered so many minutes after they happened are listed for the head"),
	  is_days },
	{ "retention_months", "60",
	  N_("months after its end for which a dossier's personal data is kept; 0 = no limit"),
	  is_days },
	{ "policy", "priority",
	  N_("how lines are called: fifo, priority, ratio N:M or ratio N:M across"), is_policy },
	{ "age_limit", "60",
	  N_("minutes after which the oldest goes first whatever its class; 0 = none"), is_days },
	{ "wait_target", "15", N_("minutes within which one should be called"), is_days },
	{ "no_show_calls", "3",
	  N_("so many calls without an answer make a no-show, 1 to 99"), is_count },
	{ "return_minutes", "30",
	  N_("minutes within which a no-show who comes back is taken up again"), is_days },
	{ "paper_width", "58", N_("width of the tickets' paper in mm: 58 or 80"), is_paper },
	{ "slip_template", "", N_("file of the HTML slip, from the root on; empty: ours"),
	  is_path },
	{ "catalogue_template", "",
	  N_("file of the page that lists the procedures, from the root on; empty: ours"),
	  is_path },
	{ "procedure_template", "",
	  N_("file of the page of one procedure, from the root on; empty: ours"), is_path },
	{ "appointment_early", "0",
	  N_("an appointment is due so many minutes before its slot"), is_days },
	{ "appointment_late", "15",
	  N_("who comes so many minutes after his slot still has his appointment"),
	  is_days },
	{ "say_vi", "Xin mời số thứ tự {number} đến quầy số {counter}",
	  N_("what is said in the hall in Vietnamese, with {number}, and {counter} or {name}"),
	  is_sentence },
	{ "say_en", "Number {number}, please come to counter {counter}",
	  N_("what is said in the hall in English, with {number}, and {counter} or {name}"),
	  is_sentence },
	{ "say_times", "1", N_("how often the announcer says a call: 1 to 9"), is_times },
	{ "say_stale", "30", N_("the announcer drops a call that is older: 1 to 9999 seconds"),
	  is_seconds },
	{ NULL, NULL, NULL, NULL },
};

static const struct setting *
find(const char *key)
{
	const struct setting *s;

	for (s = settings; s->key; s++)
		if (!strcmp(s->key, key))
			return s;
	return NULL;
}

static const char get_sql[] = "SELECT value FROM setting WHERE key = :key AND since <= :day"
			      " ORDER BY since DESC LIMIT 1";

enum status
setting_get(struct office *office, const char *key, int day, struct buf *buf)
{
	const struct setting *setting = find(key);
	char today[DAY_TEXT];
	struct query q;

	if (!setting)
		return fail(INTERNAL, "no setting %s", key);
	query_open(&q, office->store, get_sql);
	query_text(&q, ":key", key);
	query_text(&q, ":day", day_print(day, today));
	buf_text(buf, query_row(&q) ? query_col_text(&q, 0) : setting->value);
	return query_close(&q);
}

enum status
setting_number(struct office *office, const char *key, int day, int64_t *n)
{
	struct buf text = { 0 };
	enum status st = setting_get(office, key, day, &text);

	if (!st && text.text)
		*n = strtoll(text.text, NULL, 10);
	buf_free(&text);
	return st;
}

static const char set_sql[] = "INSERT INTO setting (key, since, value)"
			      " VALUES (:key, :since, :value)"
			      " ON CONFLICT (key, since) DO UPDATE SET value = excluded.value";

static enum status
write_setting(struct office *office, const char *key, const char *value, const char *since)
{
	const char *const detail[] = { "value", value, "since", since, NULL };
	struct query q;
	enum status st;

	if ((st = office_begin(office)))
		return st;
	query_open(&q, office->store, set_sql);
	query_text(&q, ":key", key);
	query_text(&q, ":since", since);
	query_text(&q, ":value", value);
	query_run(&q);
	if (!(st = query_close(&q)))
		st = office_journal(office, "config", key, detail);
	return office_end(office, st);
}

enum status
setting_set(struct office *office, const char *key, const char *value, const char *since)
{
	const struct setting *setting = find(key);
	char *tidy;
	enum status st;

	if (!setting) {
		fail(USAGE, _("%s: no such setting"), key);
		return fail_hint(USAGE, _("osq-admin config shows them all"));
	}
	if (!text_valid(value, strlen(value)) || strlen(value) > 1000)
		return fail(BAD_DATA, _("%s: the value is no text, or longer than 1000 bytes"),
			    key);
	tidy = text_tidied(value);
	if (setting->fits && !setting->fits(tidy))
		st = fail(BAD_DATA, _("%s: '%s' does not fit: %s"), key, tidy,
			  _(setting->about));
	else
		st = write_setting(office, key, tidy, since ? since : "0001-01-01");
	free(tidy);
	return st;
}

const struct column setting_columns[] = {
	{ "key", N_("Setting"), COL_TEXT, 0, NULL, NULL },
	{ "value", N_("Value"), COL_TEXT, 0, NULL, NULL },
	{ "since", N_("Since"), COL_DAY, 0, NULL, NULL },
	{ "about", N_("About"), COL_TEXT, 0, NULL, NULL },
	{ NULL, NULL, COL_TEXT, 0, NULL, NULL },
};

static const char list_sql[] =
	"SELECT value, CASE WHEN since = '0001-01-01' THEN NULL ELSE since END FROM setting"
	" WHERE key = :key ORDER BY since";

static enum status
list_one(struct office *office, const struct setting *setting, struct sink *sink)
{
	struct value row[4] = { value_text(setting->key), VALUE_NONE, VALUE_NONE,
				value_text(_(setting->about)) };
	bool any = false;
	struct query q;
	enum status st = OK;

	query_open(&q, office->store, list_sql);
	query_text(&q, ":key", setting->key);
	while (!st && query_row(&q)) {
		any = true;
		row[1] = value_text(query_col_text(&q, 0));
		row[2] = value_text(query_col_text(&q, 1));
		st = sink->row(sink, row);
	}
	if (st) {
		query_close(&q);
		return st;
	}
	if ((st = query_close(&q)) || any)
		return st;
	row[1] = value_text(setting->value);
	return sink->row(sink, row);
}

enum status
setting_list(struct office *office, const char *key, struct sink *sink)
{
	const struct setting *s;
	enum status st = OK;

	for (s = settings; s->key && !st; s++)
		if (!key || !strcmp(s->key, key))
			st = list_one(office, s, sink);
	return st;
}
