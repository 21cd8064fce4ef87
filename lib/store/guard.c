/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/text.h"
#include "store/internal.h"

/*
 * A file is not believed.  Whoever can write it can put a trigger or a view into it that
 * never ends, a text as large as the memory, or a page that says what is not so; and he
 * can cut it short while it is read.  What SQLite has against that is set here, as
 * https://www.sqlite.org/security.html says for files of strangers.
 */

/* Far above what a statement of ours or a row of ours takes. */
static const struct {
	int what, most;
} limits[] = {
	{ SQLITE_LIMIT_LENGTH, 64 << 20 }, /* the life of one dossier, as JSON */
	{ SQLITE_LIMIT_SQL_LENGTH, 1 << 20 },
	{ SQLITE_LIMIT_COLUMN, 200 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 100 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 50 },
	{ SQLITE_LIMIT_VDBE_OP, 50000 },
	{ SQLITE_LIMIT_FUNCTION_ARG, 100 },
	{ SQLITE_LIMIT_ATTACHED, 1 }, /* of VACUUM */
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 250 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
};

/* Switches of a connection, and which way. */
static const struct {
	int what, on;
} switches[] = {
	{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 }, /* log.c does it */
	{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 }, /* we have none */
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
};

/*
 * The steps that one statement may take: so many, and so many more for each page of the
 * file, since the longest of ours walk a few times through all of it.  What never ends is
 * stopped after seconds.  Looked at once in a million steps, so that it costs nothing.
 */
#define STEPS_LOOK   (1 << 20)
#define STEPS_MOST   (INT64_C(1) << 28)
#define STEPS_A_PAGE (INT64_C(1) << 14)
#define PAGE         4096

static int64_t
count_pages(struct store *store)
{
	sqlite3_file *file = NULL;
	sqlite3_int64 size = 0;

	if (sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file) ==
		    SQLITE_OK &&
	    file && file->pMethods)
		file->pMethods->xFileSize(file, &size);
	return size / PAGE;
}

static int
count_steps(void *ctx)
{
	struct store *store = ctx;

	store->steps += STEPS_LOOK;
	return store->steps > STEPS_MOST &&
	       store->steps > STEPS_MOST + STEPS_A_PAGE * count_pages(store);
}

/* For on_cut(), which is given nothing. */
static char open_path[PATH_MAX];

static void
write_text(const char *text)
{
	(void)!write(STDERR_FILENO, text, strlen(text));
}

/*
 * The log's index is mapped always, the store where it is read whole (store_map()); of a
 * page that is no longer in the file the kernel tells by a signal.  Nothing can go on
 * from there.  What is called here takes no memory and no lock.
 */
static void
on_cut(int signal)
{
	(void)signal;
	write_text(program_invocation_short_name);
	write_text(": ");
	write_text(open_path);
	write_text(_(": was cut short while it was read; restore the last backup"));
	write_text("\n");
	_exit(IO_ERROR);
}

void
guard_connection(struct store *store)
{
	struct sigaction cut = { .sa_handler = on_cut };
	size_t i;

	for (i = 0; i < sizeof(switches) / sizeof(*switches); i++)
		sqlite3_db_config(store->db, switches[i].what, switches[i].on, NULL);
	for (i = 0; i < sizeof(limits) / sizeof(*limits); i++)
		sqlite3_limit(store->db, limits[i].what, limits[i].most);
	sqlite3_progress_handler(store->db, STEPS_LOOK, count_steps, store);
	if (strcmp(store->path, ":memory:") != 0)
		text_copy(open_path, sizeof(open_path), store->path);
	sigaction(SIGBUS, &cut, NULL);
}

void
guard_begin(struct store *store)
{
	if (!store->running++)
		store->steps = 0;
}

void
guard_end(struct store *store)
{
	store->running--;
}
