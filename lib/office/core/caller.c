/* SPDX-License-Identifier: MIT */
#include "office/core/caller.h"

#include <string.h>

#include "base/intl.h"
#include "base/moment.h"
#include "base/text.h"
#include "office/core/setting.h"

static const struct column user_columns[] = {
	{ .key = "login",
	  .heading = N_("Login"),
	  .type = COL_TEXT,
	  .most = CODE_MOST,
	  .flags = REQUIRED,
	  .aliases = "Tên đăng nhập|Tài khoản" },
	{ .key = "role",
	  .heading = N_("Roles"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .words = role_words,
	  .aliases = "Vai trò" },
	{ .key = "officer",
	  .heading = N_("Officer code"),
	  .type = COL_TEXT,
	  .aliases = "Mã công chức|Mã cán bộ" },
	{ .key = "counter",
	  .heading = N_("Counter"),
	  .type = COL_TEXT,
	  .aliases = "Quầy|Quầy số" },
	UNTIL_COLUMN,
	{ 0 },
};

static const char *
check_user(const struct value *values, const char **column)
{
	unsigned roles;

	*column = "login";
	if (strpbrk(values[0].text, " \t:/"))
		return N_("must have no blanks, no colon and no slash");
	*column = "role";
	return roles_read(values[1].text, &roles) ?
		       NULL :
		       N_("must be roles, with blanks between them");
}

static const struct reg_reference user_references[] = {
	{ "officer", officer_id },
	{ "counter", counter_id },
	{ NULL, NULL },
};

#define USERS                                                                            \
	"user u LEFT JOIN officer o ON o.id = u.officer_id"                              \
	" LEFT JOIN counter c ON c.id = u.counter_id"

const struct reg user_register = {
	.kind = "users",
	.about = N_("who of this machine's users may do what"),
	.columns = user_columns,
	.keys = 1,
	.writers = ROLE_ADMIN,
	.readers = ROLE_ADMIN | ROLE_AUDITOR,
	LIST_AND_FIND("u.login AS login, u.role AS role, o.code AS officer,"
		      " c.code AS counter, u.until AS until",
		      USERS, "u.login = :login", "u.login"),
	.put_sql =
		"INSERT INTO user (login, role, officer_id, counter_id, until)"
		" VALUES (:login, :role, (SELECT id FROM officer WHERE code = :officer),"
		"  (SELECT id FROM counter WHERE code = :counter), :until)"
		" ON CONFLICT (login) DO UPDATE SET role = excluded.role,"
		"  officer_id = excluded.officer_id,"
		"  counter_id = excluded.counter_id, until = excluded.until",
	.end_sql = "UPDATE user SET until = :until WHERE login = :login",
	.check = check_user,
	.references = user_references,
};

/* One row in any case: whether there are users at all, and the caller's entry. */
static const char caller_sql[] =
	"SELECT EXISTS (SELECT 1 FROM user), u.role, o.code, c.code FROM (SELECT 1)"
	" LEFT JOIN user u ON u.login = :login AND coalesce(u.until, :today) >= :today"
	" LEFT JOIN officer o ON o.id = u.officer_id"
	" LEFT JOIN counter c ON c.id = u.counter_id";

static void
copy_code(char room[static CODE_TEXT], const char *code)
{
	text_copy(room, CODE_TEXT, code ? code : "");
}

enum status
caller_find(struct office *office, const char *login)
{
	struct caller *caller = &office->caller;
	char today[DAY_TEXT];
	struct query q;

	*caller = (struct caller){ .login = login, .roles = ROLE_PUBLIC };
	query_open(&q, office->store, caller_sql);
	query_text(&q, ":login", login);
	query_text(&q, ":today", day_print(day_of(office->now), today));
	if (query_row(&q)) {
		caller->bound = query_col_int(&q, 0) != 0;
		/* Words that the register does not take give nothing. */
		if (!query_col_null(&q, 1) &&
		    !roles_read(query_col_text(&q, 1), &caller->roles))
			caller->roles = ROLE_PUBLIC;
		copy_code(caller->officer, query_col_text(&q, 2));
		copy_code(caller->counter, query_col_text(&q, 3));
	}
	return query_close(&q);
}

bool
caller_has(const struct office *office, unsigned roles)
{
	return !office->caller.bound || (office->caller.roles & roles);
}

void
caller_looks(struct office *office)
{
	struct caller *caller = &office->caller;

	if (caller->bound)
		office->act.officer = *caller->officer ? caller->officer : NULL;
}

static enum status
refuse_officer(const struct office *office)
{
	const struct caller *caller = &office->caller;

	if (*caller->officer)
		fail(NOT_ALLOWED, _("%s acts as officer %s, not as %s"), caller->login,
		     caller->officer, office->act.officer);
	else
		fail(NOT_ALLOWED, _("%s is the login of no officer, so not of %s"),
		     caller->login, office->act.officer);
	return fail_hint(NOT_ALLOWED, _("a head may act as another"));
}

enum status
caller_acts(struct office *office, bool sits)
{
	struct caller *caller = &office->caller;
	struct act *act = &office->act;
	const bool shared = *caller->counter && !*caller->officer;

	if (!caller->bound)
		return OK;
	if (!act->counter && *caller->counter)
		act->counter = caller->counter;
	if (!act->officer && *caller->officer)
		act->officer = caller->officer;
	if (caller->roles & ROLE_HEAD)
		return OK;
	if (act->counter && *caller->counter &&
	    strcmp(act->counter, caller->counter) != 0)
		return fail(NOT_ALLOWED, _("%s works at counter %s, not at %s"),
			    caller->login, caller->counter, act->counter);
	if (act->officer && strcmp(act->officer, caller->officer) != 0 &&
	    !(shared && sits))
		return refuse_officer(office);
	return OK;
}

enum status
caller_enters(struct office *office)
{
	const struct act *act = &office->act;
	int64_t minutes = 0;
	enum status st;

	if (caller_has(office, ROLE_HEAD) || act->at == act->entered_at)
		return OK;
	st = setting_number(office, "late_entry_minutes", day_of(office->now), &minutes);
	if (st || act->entered_at - act->at <= minutes * 60)
		return st;
	return fail(NOT_ALLOWED,
		    _("what happened more than %lld minutes ago is entered by a head"),
		    (long long)minutes);
}

enum status
caller_at_counter(const struct office *office, const char *sitting)
{
	const struct caller *caller = &office->caller;

	if (caller_has(office, ROLE_HEAD) || !strcmp(sitting, caller->officer) ||
	    (!*caller->officer && *caller->counter))
		return OK;
	return fail(NOT_ALLOWED, _("counter %s was opened by %s, not by %s"),
		    office->act.counter, sitting, caller->login);
}

enum status
caller_on_dossier(const struct office *office, const char *code, int64_t officer,
		  int64_t received, int64_t holder)
{
	if (caller_has(office, ROLE_HEAD) || !holder ||
	    (officer && (officer == holder || officer == received)))
		return OK;
	return fail(NOT_ALLOWED, _("%s: neither received by %s nor in his hands"), code,
		    office->caller.login);
}
