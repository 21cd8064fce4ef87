/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/mem.h"
#include "store/internal.h"
#include "store/part.h"

/* Look at the first page ourselves: SQLite would begin to write beside a file
 * that is not ours. */
static enum status
check_header(const char *path)
{
	static const char magic[16] = "SQLite format 3";
	unsigned char head[100];
	struct stat is;
	ssize_t n;
	/* Without O_NONBLOCK opening a named pipe would wait for its writer. */
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0 && errno == ENOENT) {
		fail(NO_INPUT, _("%s: there is no store"), path);
		return fail_hint(NO_INPUT, _("make one with: osq-admin init -d %s"),
				 path);
	}
	if (fd < 0)
		return fail(errno == EACCES || errno == EPERM ? NOT_ALLOWED :
			    errno == ENOTDIR || errno == ELOOP || errno == EISDIR ?
								NO_INPUT :
								IO_ERROR,
			    "%s: %s", path, intl_error(errno));
	n = fstat(fd, &is) == 0 && S_ISREG(is.st_mode) ?
		    pread(fd, head, sizeof(head), 0) :
		    0;
	if (n < 0)
		fail(IO_ERROR, "%s: %s", path, intl_error(errno));
	close(fd);
	if (n < 0)
		return IO_ERROR;
	if (n != sizeof(head) || memcmp(head, magic, sizeof(magic)) != 0 ||
	    (head[68] << 24 | head[69] << 16 | head[70] << 8 | head[71]) !=
		    STORE_APPLICATION_ID)
		return fail(NOT_SET_UP, _("%s: is no osq store"), path);
	return OK;
}

enum status
store_pragma(struct store *store, const char *sql, int64_t *number, char *text,
	     size_t size)
{
	struct query q;

	query_open(&q, store, sql);
	if (query_row(&q)) {
		if (number)
			*number = query_col_int(&q, 0);
		if (text)
			snprintf(text, size, "%s", query_col_text(&q, 0));
	}
	return query_close(&q);
}

static enum status
check_version(struct store *store)
{
	int64_t version = 0;
	enum status st = store_pragma(store, "PRAGMA user_version", &version, NULL, 0);

	if (st)
		return st;
	if (version > schema_steps()) {
		fail(NOT_SET_UP,
		     _("%s: was made by a newer osq (schema %d, this one knows %d)"),
		     store->path, (int)version, schema_steps());
		return fail_hint(NOT_SET_UP, _("install the newer osq here too"));
	}
	if (version < schema_steps()) {
		fail(NOT_SET_UP, _("%s: has an older schema (%d, now %d)"), store->path,
		     (int)version, schema_steps());
		return fail_hint(NOT_SET_UP,
				 _("bring it up to date with: osq-admin upgrade"));
	}
	return OK;
}

/* A copy made by backup is not in WAL mode; the first writer puts it there. */
static enum status
ensure_wal(struct store *store)
{
	char mode[16] = "";
	enum status st = store_pragma(store, "PRAGMA journal_mode", NULL, mode,
				      sizeof(mode));

	if (st || !strcmp(mode, "wal"))
		return st;
	st = store_pragma(store, "PRAGMA journal_mode = WAL", NULL, mode, sizeof(mode));
	if (!st && strcmp(mode, "wal") != 0)
		st = fail(NOT_SET_UP, _("%s: cannot be put into WAL mode here"),
			  store->path);
	return st;
}

struct store *
store_new(const char *path, const struct store_lore *lore)
{
	struct store *store = mem_alloc(sizeof(*store));

	store->path = mem_text(path);
	store->lore = lore;
	store->lock_fd = -1;
	store->watch_fd = store->claim_fd = -1;
	store->owner = (uid_t)-1;
	return store;
}

int
store_schema_version(void)
{
	return schema_steps();
}

static enum status
open_file(struct store *store)
{
	struct stat file;
	enum status st;

	if (stat(store->path, &file) == 0) {
		store->owner = file.st_uid;
		store->device = file.st_dev;
		store->inode = file.st_ino;
	}
	if ((st = connection_open(store, store->path, store->mode)) ||
	    (st = check_version(store)))
		return st;
	return store->mode == STORE_WRITE ? ensure_wal(store) : OK;
}

static enum status
open_known(const char *path, enum store_mode mode, const struct store_lore *lore,
	   struct store **out)
{
	struct store *store = store_new(path, lore);
	enum status st;

	store->mode = mode;
	if ((st = open_file(store))) {
		store_close(store);
		return st;
	}
	*out = store;
	return OK;
}

enum status
store_follow(struct store *store, bool *replaced)
{
	struct stat file;

	*replaced = false;
	if (!store->inode)
		return OK;
	if (stat(store->path, &file) != 0 && errno == EACCES)
		return OK; /* who opened it by a right that he gave up cannot look */
	if (stat(store->path, &file) != 0)
		return fail(errno == ENOENT ? NO_INPUT : IO_ERROR, "%s: %s", store->path,
			    intl_error(errno));
	if (file.st_ino == store->inode && file.st_dev == store->device)
		return OK;
	if (sqlite3_next_stmt(store->db, NULL)) {
		fail(BUSY, _("%s: was replaced meanwhile by another store"), store->path);
		return fail_hint(BUSY, _("try again"));
	}
	*replaced = true;
	sqlite3_close(store->db);
	store->db = NULL;
	functions_forget(store);
	store->log_pages = 0;
	return open_file(store);
}

enum status
store_open(const char *path, enum store_mode mode, const struct store_lore *lore,
	   struct store **out)
{
	enum status st;

	if ((st = check_header(path)) || (st = files_check_place(path)))
		return st;
	if (!(st = open_known(path, mode, lore, out)))
		(*out)->answers = mode == STORE_WRITE;
	return st;
}

/* The first page was looked at when STORE was opened.  To look once more would close the
 * file, and with it the kernel drops the locks that STORE holds: POSIX locks go when the
 * process closes any descriptor of their file.  SQLite alone knows when it may. */
enum status
store_open_again(const struct store *store, enum store_mode mode, struct store **out)
{
	if (store->again && mode == STORE_WRITE) {
		*out = store->again;
		return OK;
	}
	return open_known(store->path, mode, store->lore, out);
}

enum status
store_read_version(const char *path, int *version)
{
	struct store *store;
	int64_t number = 0;
	enum status st;

	if ((st = check_header(path)))
		return st;
	store = store_new(path, NULL);
	if (!(st = connection_open(store, path, STORE_READ)))
		st = store_pragma(store, "PRAGMA user_version", &number, NULL, 0);
	store_close(store);
	if (!st)
		*version = (int)number;
	return st;
}

void
store_leave(struct store *store)
{
	if (!store)
		return;
	store_rollback(store);
	log_shorten(store);
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	store_leave(store);
	if (store->held)
		return;
	if (store->again) {
		store->again->held = false;
		store_close(store->again);
	}
	if (store->watch_fd >= 0)
		close(store->watch_fd);
	if (store->claim_fd >= 0)
		close(store->claim_fd);
	sqlite3_close(store->db);
	functions_forget(store);
	lock_close(store);
	if (store->part)
		part_close(store->part);
	free(store->part);
	free(store->path);
	free(store);
}

enum status
store_map(struct store *store)
{
	return store_exec(store, "PRAGMA mmap_size = 2147418112");
}

const char *
store_path(const struct store *store)
{
	return store->path;
}

uid_t
store_owner(const struct store *store)
{
	return store->owner;
}

bool
store_is_writable(const struct store *store)
{
	return sqlite3_db_readonly(store->db, "main") == 0;
}

static void
hold_signals(struct store *store, int how)
{
	sigset_t set;

	if (!store->answers)
		return;
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGQUIT);
	sigaddset(&set, SIGPIPE);
	sigprocmask(how, &set, NULL);
}

const char *
store_kept(const struct store *store, int64_t *count)
{
	if (!store->kept)
		return NULL;
	*count = store->written.count;
	return *store->written.subject ? store->written.subject : store->written.act;
}

void
store_die(struct store *store)
{
	if (store && store->committing)
		log_void();
}

enum status
store_begin(struct store *store)
{
	int64_t begun;
	bool replaced;
	enum status st;

	assert(!store->in_write && !store->in_read);
	if (store->kept)
		hold_signals(store, SIG_UNBLOCK);
	store->kept = false;
	store->written.count = 0;
	if ((st = lock_take(store)))
		return st;
	if ((st = store_follow(store, &replaced))) {
		lock_release(store);
		return st;
	}
	/* Somebody who is not in our queue may hold the store: a shell, say. */
	begun = lock_clock();
	sqlite3_busy_timeout(store->db, lock_time_left());
	st = store_exec(store, "BEGIN IMMEDIATE");
	lock_waited(begun);
	if (st) {
		lock_release(store);
		return st;
	}
	lock_got();
	store->in_write = true;
	store->journalled = false;
	store->last.known = false;
	return OK;
}

enum status
store_commit(struct store *store)
{
	enum status st;

	assert(store->in_write && store->journalled);
	hold_signals(store, SIG_BLOCK);
	store->committing = true;
	st = store_exec(store, "COMMIT");
	store->committing = false;
	if (st) {
		store_rollback(store);
		hold_signals(store, SIG_UNBLOCK);
		return st;
	}
	store->kept = true;
	store->in_write = false;
	lock_release(store);
	return OK;
}

void
store_rollback(struct store *store)
{
	if (!store->in_write && !store->in_read)
		return;
	/* SQLite may have rolled back by itself (disk full); then there is nothing
	 * to do, and the message of what went wrong must stay. */
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	if (store->in_write)
		lock_release(store);
	store->in_write = false;
	store->in_read = false;
}

enum status
store_begin_read(struct store *store)
{
	enum status st;

	assert(!store->in_write && !store->in_read);
	if ((st = store_exec(store, "BEGIN")))
		return st;
	store->in_read = true;
	return OK;
}

int64_t
store_last_id(struct store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}

int64_t
store_changes(struct store *store)
{
	return sqlite3_changes64(store->db);
}
