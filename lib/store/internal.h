/* SPDX-License-Identifier: MIT */
#ifndef OSQ_STORE_INTERNAL_H
#define OSQ_STORE_INTERNAL_H

#include <limits.h>
#include <sqlite3.h>

#include "base/mem.h"
#include "store/function.h"
#include "store/query.h"
#include "store/store.h"

/* What the files of this floor share. */
struct part;
struct act;
struct store {
	sqlite3 *db;
	char *path;
	enum store_mode mode;
	dev_t device; /* the file that is open, */
	ino_t inode;  /* which another may have replaced since; 0: not looked at */
	uid_t owner;  /* of the file, see store_owner() */
	const struct store_lore *lore; /* NULL: only the file is looked at */
	void *taught;                  /* function.c: the functions of the lore */
	struct buf room;               /* the buffer that they write into */
	struct buf
		mended[STORE_ARGUMENTS]; /* what they are given, where it was no text */
	struct part *part;               /* of a draft (draft.h); else NULL */
	int lock_fd;                     /* -1 = no lock file open */
	int watch_fd, claim_fd;          /* held.h; -1 = not held */
	struct store *again;             /* held.h; or NULL */
	int64_t number;                  /* drawn last in the writers' queue */
	int log_pages;                   /* in the log after our last commit */
	int running;   /* statements that have begun and are not reset */
	int64_t steps; /* that they took so far (guard.c) */
	struct {
		int64_t id, entered_at;
		char hash[65];
		bool known; /* in this write */
	} last;             /* the journal's last entry */
	bool held;          /* it is another one's AGAIN, and closed with it */
	bool in_write;
	bool in_read;
	bool answers; /* who opened it tells somebody what was kept */
	struct {
		char act[48], subject[80];
		int64_t count; /* entries of this act */
	} written;
	bool kept;       /* what is written is committed */
	bool committing; /* the commit runs */
	bool journalled; /* the open transaction has written its journal entry */
};

/* The engine (engine.c): turn what SQLite reports into a status with a message about
 * STORE. */
enum status store_fail(struct store *store, int rc, const char *doing);

/* Run SQL without results; NOT for anything with values in it. */
enum status store_exec(struct store *store, const char *sql);

/* The embedded schema (schema.c): bring an open store from FROM to the newest, in one
 * transaction, with an entry in the journal where ACT is not NULL. */
enum status schema_apply(struct store *store, int from, const struct act *act);
enum status schema_make(struct store *store, int version); /* steps 1 to VERSION */
int schema_steps(void);

/* What tells that something was written in STORE's folder (watch.c): a new descriptor. */
enum status watch_folder(struct store *store, int *fd);

/* The writers' queue (lock.c): a lock file beside the store, "PATH-lock". */
int lock_timeout(void); /* $OSQ_TIMEOUT, seconds */
enum status lock_open(struct store *store);
enum status lock_take(struct store *store);

/* The milliseconds that this process may still wait; a monotonic clock of them; and what
 * was waited since a moment of it elsewhere. */
int lock_time_left(void);
int64_t lock_clock(void);
void lock_waited(int64_t since);
void lock_got(void);                /* the turn came: the next wait has all its time */
bool lock_try(struct store *store); /* only where nobody queued after us */
void lock_release(struct store *store);
void lock_close(struct store *store);

/* The write-ahead log (log.c): know how long it is, and empty it before closing
 * where it has grown long. */
const char *log_vfs(void); /* SQLite's way to files that opens it; NULL = its own */
void log_watch(struct store *store);

/* Make void what the open transaction wrote.  A commit that fails has done it already;
 * who is about to die inside of it has not. */
void log_void(void);

/* Whether the disk did not even take that. */
bool log_is_doubtful(void);

void log_shorten(struct store *store);

/* What a file may do to us (guard.c): bound it on an open connection; a statement begins
 * and has ended. */
void guard_connection(struct store *store);
void guard_begin(struct store *store);
void guard_end(struct store *store);

/* Let SQLite take its memory as memory.c has it; before its first use. */
void memory_configure(void);

/* The functions of SQL (function.c): teach them to the open connection; forget them
 * after it was closed. */
enum status functions_teach(struct store *store);
void functions_forget(struct store *store);

/* Files (files.c).  Refuse a network file system; give FD, the file for PATH, the mode
 * and group that a store in its folder has. */
enum status files_check_place(const char *path);
enum status files_share(int fd, const char *path);

/* The folder that PATH lies in. */
void files_folder(const char *path, char room[static PATH_MAX]);

/* Where another file stands in the place of the one that is open, open that (store.c):
 * a restore puts a whole one there.  BUSY while a statement is open. */
enum status store_follow(struct store *store, bool *replaced);

/* What a PRAGMA answers, as a number or as a text; what is not wanted is NULL. */
enum status store_pragma(struct store *store, const char *sql, int64_t *number,
			 char *text, size_t size);

/* A store that is not open yet (store.c); and a copy of an open one's content into the
 * file PATH, which is empty (backup.c). */
struct store *store_new(const char *path, const struct store_lore *lore);
enum status store_copy(const struct store *store, const char *path);

/* The connection (connection.c): open one with our settings; version and kind are not
 * looked at. */
enum status connection_open(struct store *store, const char *path, enum store_mode mode);

#endif
