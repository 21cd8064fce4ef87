/* SPDX-License-Identifier: MIT */
#include "office/core/settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/language.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/text.h"
#include "base/wording.h"
#include "office/rules/policy.h"
#include "office/rules/time_rule.h"

const struct word setting_paper_widths[] = {
	{ .code = "58" },
	{ .code = "80" },
	{ 0 },
};

/* How reports count dossiers that ended without a result. */
static const struct word withdrawn_counts[] = {
	{ .code = "ended" },
	{ .code = "aside" },
	{ .code = "on_time" },
	{ 0 },
};

static const struct word supplement_clocks[] = {
	{ .code = "restart" },
	{ .code = "continue" },
	{ 0 },
};

static const struct word form_sets[] = {
	{ .code = "2018" },
	{ .code = "2025" },
	{ 0 },
};

static bool
is_cutoff(const char *value)
{
	int cutoff;

	return cutoff_read(value, &cutoff);
}

static bool
is_some_cutoff(const char *value)
{
	return *value && is_cutoff(value);
}

static bool
is_named(const char *value)
{
	return *value != '\0';
}

static bool
is_days(const char *value)
{
	return *value && strspn(value, "0123456789") == strlen(value) &&
	       strlen(value) < 4;
}

static bool
is_policy(const char *value)
{
	struct policy policy = { 0 };

	return policy_read(value, &policy);
}

/* A whole number from 1 to 99. */
static bool
is_count(const char *value)
{
	return is_days(value) && strlen(value) < 3 && strtol(value, NULL, 10) > 0;
}

/* Commands run in any folder, so a file must be named by its absolute path. */
static bool
is_path(const char *value)
{
	return !*value || *value == '/';
}

/* A dossier code is split at its dashes, so the agency's code has none, and no blanks. */
static bool
is_agency(const char *value)
{
	return *value && !strpbrk(value, "- \t/\n");
}

/* It stands behind a '-' in a paper's number. */
static bool
is_symbol(const char *value)
{
	return *value && strlen(value) < 40 && !strpbrk(value, " \t\n/");
}

static bool
is_sentence(const char *value)
{
	static const char *const names[] = { "number", "counter", "name", NULL };

	return wording_fits(value, names);
}

static bool
is_times(const char *value)
{
	return *value >= '1' && *value <= '9' && !value[1];
}

static bool
is_seconds(const char *value)
{
	return *value >= '1' && *value <= '9' &&
	       strspn(value, "0123456789") == strlen(value) && strlen(value) < 5;
}

/* A bank's number in the NAPAS network. */
static bool
is_bin(const char *value)
{
	return !*value || (strlen(value) == 6 && strspn(value, "0123456789") == 6);
}

static bool
is_account(const char *value)
{
	return strlen(value) < 20 &&
	       strspn(value,
		      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") ==
		       strlen(value);
}

/* catalogues.h has LANGUAGE("vi", "...") for each po file: a language brings its sentence
 * for the hall with its other texts. */
#define LANGUAGE(code, catalogue)                                                        \
	{ .key = "say_" code,                                                            \
	  .value = N_("Number {number}, please come to counter {counter}"),              \
	  .language = code,                                                              \
	  .about = N_("what is said in the hall in this language, with {number}, and "   \
		      "{counter} or {name}"),                                            \
	  .fits = is_sentence },

const struct setting settings[] = {
	{ .key = "name",
	  .value = "Bộ phận Một cửa",
	  .about = N_("name of the office, on tickets and screens"),
	  .fits = is_named },
	{ .key = "agency",
	  .value = "H00.00",
	  .about = N_("agency code, which begins every dossier code"),
	  .fits = is_agency },
	{ .key = "agency_name",
	  .value = "",
	  .about = N_("name of the People's Committee, on reports") },
	{ .key = "agency_sentence",
	  .value = "",
	  .about = N_("its name inside a sentence; empty: the same, not in capitals") },
	{ .key = "authority",
	  .value = "",
	  .about = N_("name of the authority above, on reports") },
	{ .key = "receiver", .value = "", .about = N_("who receives the reports") },
	{ .key = "place",
	  .value = "",
	  .about = N_("place that stands before the date on reports") },
	{ .key = "signer_left",
	  .value = "NGƯỜI LẬP BIỂU",
	  .about = N_("signature block on the left; | begins a line") },
	{ .key = "signer_right",
	  .value = "CHỦ TỊCH",
	  .about = N_("signature block on the right; | begins a line") },
	{ .key = "bank_bin",
	  .value = "",
	  .about = N_("the bank where fees are paid to, for QR codes: 6 digits"),
	  .fits = is_bin },
	{ .key = "bank_account",
	  .value = "",
	  .about = N_("the account there: up to 19 letters and digits"),
	  .fits = is_account },
	{ .key = "bank_payee",
	  .value = "",
	  .about = N_("whose account it is, as the bank writes it") },
	{ .key = "head_title",
	  .value = "CHỦ TỊCH",
	  .about = N_("title of the head, who signs letters to citizens") },
	{ .key = "head_name",
	  .value = "",
	  .about = N_("name of the head; empty: left to the pen") },
	{ .key = "forms",
	  .value = "",
	  .about = N_("set of the law's forms; empty: by the day of receipt"),
	  .words = form_sets,
	  .optional = true },
	{ .key = "forms_folder",
	  .value = "",
	  .about = N_("folder of own forms, from the root on; empty: ours"),
	  .fits = is_path },
	{ .key = "forms_symbol",
	  .value = "TTPVHCC",
	  .about = N_("the office's letters in the numbers of forms; BPTNTKQ: no centre"),
	  .fits = is_symbol },
	{ .key = "hotline",
	  .value = "",
	  .about = N_("telephone for feedback, on screens") },
	{ .key = "notice",
	  .value = "",
	  .about = N_("a line for the screen in the hall") },
	{ .key = "board_template",
	  .value = "",
	  .about = N_("file of the screen's page, from the root on; empty: ours"),
	  .fits = is_path },
	{ .key = "language",
	  .value = "vi",
	  .about = N_("language where the environment names none"),
	  .words = language_words,
	  .optional = true },
	{ .key = "report_language",
	  .value = "vi",
	  .about = N_("language of reports"),
	  .words = language_words,
	  .optional = true },
	{ .key = "same_day_cutoff",
	  .value = "15:00",
	  .about = N_(
		  "a same-day dossier received after this is due the next working day"),
	  .fits = is_some_cutoff },
	{ .key = "day_cutoff",
	  .value = "",
	  .about = N_(
		  "what is received later counts from the next working day: 15:00, closing-1h; empty: no such rule"),
	  .fits = is_cutoff },
	{ .key = "at_risk_days",
	  .value = "1",
	  .about = N_("a dossier due within so many working days is at risk"),
	  .fits = is_days },
	{ .key = "accept_hours",
	  .value = "8",
	  .about = N_(
		  "working hours within which a new request is accepted or not; 0 = no limit"),
	  .fits = is_days },
	{ .key = "supplement_clock",
	  .value = "restart",
	  .about = N_("what the first supplement asked for in time does to the limit"),
	  .words = supplement_clocks },
	{ .key = "supplement_ask_days",
	  .value = "3",
	  .about = N_(
		  "working days after receipt within which a supplement is asked for; 0 = no limit"),
	  .fits = is_days },
	{ .key = "supplement_wait_days",
	  .value = "15",
	  .about = N_(
		  "working days after which an unanswered request for a supplement is listed; 0 = never"),
	  .fits = is_days },
	{ .key = "count_withdrawn",
	  .value = "ended",
	  .about = N_("how reports count rejected, withdrawn and stopped dossiers"),
	  .words = withdrawn_counts },
	{ .key = "late_ends",
	  .value = "yes",
	  .about = N_("whether such ends count as overdue when they were late; "
		      "told by the upgrade"),
	  .words = yes_no,
	  .fixed = true },
	{ .key = "clock_leap_days",
	  .value = "60",
	  .about = N_("days without an entry after which the machine's clock is believed "
		      "only if something keeps it right"),
	  .fits = is_days },
	{ .key = "late_entry_minutes",
	  .value = "60",
	  .about = N_(
		  "acts entered so many minutes after they happened are listed for the head"),
	  .fits = is_days },
	{ .key = "retention_months",
	  .value = "60",
	  .about = N_(
		  "months after its end for which a dossier's personal data is kept; 0 = no limit"),
	  .fits = is_days },
	{ .key = "policy",
	  .value = "priority",
	  .about = N_("how lines are called"),
	  .words = policy_words,
	  .fits = is_policy },
	{ .key = "age_limit",
	  .value = "60",
	  .about = N_(
		  "minutes after which the oldest goes first whatever its class; 0 = none"),
	  .fits = is_days },
	{ .key = "wait_target",
	  .value = "15",
	  .about = N_("minutes within which one should be called"),
	  .fits = is_days },
	{ .key = "no_show_calls",
	  .value = "3",
	  .about = N_("so many calls without an answer make a no-show, 1 to 99"),
	  .fits = is_count },
	{ .key = "return_minutes",
	  .value = "30",
	  .about = N_("minutes within which a no-show who comes back is taken up again"),
	  .fits = is_days },
	{ .key = "paper_width",
	  .value = "58",
	  .about = N_("width of the tickets' paper in mm"),
	  .words = setting_paper_widths },
	{ .key = "slip_template",
	  .value = "",
	  .about = N_("file of the HTML slip, from the root on; empty: ours"),
	  .fits = is_path },
	{ .key = "catalogue_template",
	  .value = "",
	  .about = N_(
		  "file of the page that lists the procedures, from the root on; empty: ours"),
	  .fits = is_path },
	{ .key = "procedure_template",
	  .value = "",
	  .about = N_("file of the page of one procedure, from the root on; empty: ours"),
	  .fits = is_path },
	{ .key = "appointment_early",
	  .value = "0",
	  .about = N_("an appointment is due so many minutes before its slot"),
	  .fits = is_days },
	{ .key = "appointment_late",
	  .value = "15",
	  .about = N_(
		  "who comes so many minutes after his slot still has his appointment"),
	  .fits = is_days },
/* clang-format off */
#include "catalogues.h"
	LANGUAGE("en", NULL)
	/* clang-format on */
	{ .key = "say_times",
	  .value = "1",
	  .about = N_("how often the announcer says a call: 1 to 9"),
	  .fits = is_times },
	{ .key = "say_stale",
	  .value = "30",
	  .about = N_("the announcer drops a call that is older: 1 to 9999 seconds"),
	  .fits = is_seconds },
	{ 0 },
};

const struct setting *
setting_find(const char *key)
{
	const struct setting *s;

	for (s = settings; s->key; s++)
		if (!strcmp(s->key, key))
			return s;
	return NULL;
}

const char *
setting_usual(const struct setting *setting)
{
	if (!setting->language)
		return setting->value;
	return language_text(language_choose(setting->language), setting->value);
}

char *
setting_about(const struct setting *setting)
{
	char *codes, *about;

	if (!setting->words)
		return mem_text(_(setting->about));
	codes = word_codes(setting->words, ", ");
	about = mem_print("%s (%s)", _(setting->about), codes);
	free(codes);
	return about;
}

bool
setting_fits(const struct setting *setting, const char *value)
{
	if (setting->fits)
		return setting->fits(value);
	return !setting->words || word_find(setting->words, value) ||
	       (setting->optional && !*value);
}

bool
setting_takes(const struct setting *setting, const char *value)
{
	const size_t n = strlen(value);

	return n <= SETTING_MOST && text_valid(value, n) && setting_fits(setting, value);
}
