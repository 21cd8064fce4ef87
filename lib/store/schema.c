/* SPDX-License-Identifier: MIT */
#include <stdio.h>

#include "base/moment.h"
#include "store/internal.h"
#include "store/journal.h"

/*
 * The schema is a chain of steps; version N is steps 1 to N.  A step that was
 * released is never edited: stores in the field have run it.
 */
static const char *const steps[] = {
#include "schema_steps.h"
};

int
schema_steps(void)
{
	return (int)(sizeof(steps) / sizeof(*steps));
}

/* PRAGMA takes no bound values, so the number goes into the text. */
static enum status
set_version(struct store *store, int version)
{
	char sql[64];

	snprintf(sql, sizeof(sql), "PRAGMA user_version = %d", version);
	return store_exec(store, sql);
}

/* The statement itself would fill the screen. */
static enum status
run_step(struct store *store, int i)
{
	int rc = sqlite3_exec(store->db, steps[i], NULL, NULL, NULL);
	char step[32];

	snprintf(step, sizeof(step), "schema step %d", i + 1);
	if (rc != SQLITE_OK)
		return store_fail(store, rc, step);
	return store->lore && store->lore->after_step ?
		       store->lore->after_step(store, i + 1) :
		       OK;
}

/* A step that makes a table anew must not leave rows that refer to nothing. */
static enum status
check_references(struct store *store)
{
	struct query q;
	enum status st = OK;

	query_open(&q, store,
		   "SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1");
	if (query_row(&q))
		st = fail(INTERNAL, "%s: %s -> %s", store->path, query_col_given(&q, 0),
			  query_col_given(&q, 1));
	return worse(st, query_close(&q));
}

static enum status
tell_journal(struct store *store, int from, const struct act *act)
{
	char version[12];
	const char *const detail[] = { "from", version, "demonstration",
				       moment_is_set() ? "yes" : NULL, NULL };

	snprintf(version, sizeof(version), "%d", from);
	return journal_add(store, act, "upgrade", NULL, detail);
}

static enum status
run_steps(struct store *store, int from, const struct act *act)
{
	enum status st = OK;
	int i;

	for (i = from; i < schema_steps() && !st; i++)
		st = run_step(store, i);
	if (!st && !(st = check_references(store)))
		st = set_version(store, schema_steps());
	return st || !act ? st : tell_journal(store, from, act);
}

enum status
schema_make(struct store *store, int version)
{
	enum status st = store_exec(store, "PRAGMA foreign_keys = OFF");
	int i;

	for (i = 0; i < version && !st; i++)
		st = run_step(store, i);
	return st;
}

enum status
schema_apply(struct store *store, int from, const struct act *act)
{
	enum status st;

	/* As https://www.sqlite.org/lang_altertable.html asks of a table made anew;
	 * inside a transaction the pragma would do nothing. */
	if ((st = store_exec(store, "PRAGMA foreign_keys = OFF")))
		return st;
	if (!(st = store_exec(store, "BEGIN IMMEDIATE"))) {
		store->committing = true;
		if ((st = run_steps(store, from, act)) ||
		    (st = store_exec(store, "COMMIT")))
			/* What went wrong is the message, not this. */
			sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
		store->committing = false;
	}
	return st ? st : store_exec(store, "PRAGMA foreign_keys = ON");
}
