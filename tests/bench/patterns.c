/* SPDX-License-Identifier: MIT */
/*
 * patterns - how other systems give a number and call a ticket, small and from
 * scratch, under the same crowd as ours
 *
 *	patterns [-p PROCESSES] [-k TIMES] fqm|theq|novosga FILE
 *	patterns [-p PROCESSES] [-k TIMES] osq STORE OSQ-TICKET OSQ-CALL
 *
 * PROCESSES draw TIMES numbers each, all at once; then as many counters call, TIMES
 * each, from a line that is long enough.  Prints a line: how many numbers were given,
 * how many of them somebody else held already, how many draws failed; how many calls
 * there were, how many of a ticket that another counter had called, how many failed.
 * Counted is what people were told, not what stands in the file.
 *
 * What is reproduced is the order of the statements and where the transaction ends,
 * nothing else of these systems; no code is theirs.  Nobody waits or yields between
 * two statements: what comes between comes by itself.
 *
 * FQM (github.com/mrf345/FQM, Flask; SQLite by default, as Python opens it: rollback
 *   journal, five seconds for a lock).  app/database.py, Serial.create_new_ticket():
 *   the largest number + 1 is read, the slip printed, then the row inserted.
 *   Serial.get_next_ticket() reads the oldest one not pulled, Serial.pull() then
 *   writes it, by its id alone.
 * TheQ (github.com/bcgov/queue-management, Flask on PostgreSQL).
 *   api/app/resources/theq/service_requests_list.py: the number is the service's
 *   prefix and a count of the day's requests, read before the row is inserted.  On
 *   PostgreSQL's READ COMMITTED each statement sees what is committed, which here is
 *   a statement without a transaction.  citizen/citizen_generic_invite.py calls under
 *   a file lock of the office, which holds as long as one machine answers for it.
 * novosga (github.com/novosga/novosga, Symfony and Doctrine on MySQL or PostgreSQL).
 *   src/Infrastructure/Storage/RelationalStorage.php: distribui() moves a counter of
 *   numbers under a row lock and only if it stands as read; chamar() begins, locks
 *   the ticket's row, commits, and only then flushes, which writes the call.  The next
 *   was read before; AtendimentoService::chamarProximo() tries five times.  A row
 *   lock is BEGIN IMMEDIATE here, and waits as long as InnoDB's (50 s).
 *
 * Servers keep readers and writers apart, so theq and novosga have the write-ahead
 * log, as our stores have.
 */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "timing.h"

struct claim {
	char ticket[24]; /* what somebody was told; "" = nothing */
};

struct crowd;

struct pattern {
	const char *name, *settings;
	int patience; /* milliseconds for a lock */
	int (*draw)(sqlite3 *db, const struct crowd *crowd);
	int (*call)(sqlite3 *db, const struct crowd *crowd, int counter);
};

struct crowd {
	const struct pattern *pattern;
	const char *file, *ticket_command, *call_command;
	int processes, times;
	struct claim *claims;
	int calling;
};

static const char tables_sql[] =
	"CREATE TABLE ticket (id INTEGER PRIMARY KEY, day TEXT NOT NULL,"
	"  series TEXT NOT NULL, number INTEGER NOT NULL, issued_at INTEGER NOT NULL,"
	"  called_at INTEGER, counter INTEGER);"
	"CREATE INDEX ticket_number ON ticket (number);"
	"CREATE INDEX ticket_waiting ON ticket (issued_at) WHERE called_at IS NULL;"
	"CREATE TABLE series (series TEXT PRIMARY KEY, last INTEGER NOT NULL);"
	"INSERT INTO series VALUES ('A', 0)";

/* The one number of a statement with up to two numbers in it; -1 = none, or failed. */
static int
number(sqlite3 *db, const char *sql, int first, int second)
{
	sqlite3_stmt *stmt;
	int n = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		return -1;
	if (sqlite3_bind_parameter_count(stmt) > 0)
		sqlite3_bind_int(stmt, 1, first);
	if (sqlite3_bind_parameter_count(stmt) > 1)
		sqlite3_bind_int(stmt, 2, second);
	if (sqlite3_step(stmt) == SQLITE_ROW)
		n = sqlite3_column_int(stmt, 0);
	if (sqlite3_finalize(stmt) != SQLITE_OK)
		return -1;
	return n;
}

static int
run_sql(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

#define INSERT                                                                           \
	"INSERT INTO ticket (day, series, number, issued_at)"                            \
	" VALUES ('2026-11-24', 'A', ?1, unixepoch()) RETURNING number"
#define OLDEST "SELECT id FROM ticket WHERE called_at IS NULL ORDER BY issued_at LIMIT 1"
#define CALL                                                                             \
	"UPDATE ticket SET called_at = unixepoch(), counter = ?2 WHERE id = ?1"          \
	" RETURNING id"

static int
draw_fqm(sqlite3 *db, const struct crowd *crowd)
{
	int last = number(db, "SELECT number FROM ticket ORDER BY number DESC LIMIT 1", 0,
			  0);

	(void)crowd;
	/* The first of all finds nobody before; a lock not had in time ends the request.
	 */
	if (last < 0 && sqlite3_errcode(db) == SQLITE_BUSY)
		return -1;
	return number(db, INSERT, last < 0 ? 1 : last + 1, 0);
}

static int
call_fqm(sqlite3 *db, const struct crowd *crowd, int counter)
{
	int id = number(db, OLDEST, 0, 0);

	(void)crowd;
	return id < 0 ? -1 : number(db, CALL, id, counter);
}

static int
draw_theq(sqlite3 *db, const struct crowd *crowd)
{
	int count = number(db,
			   "SELECT count(*) FROM ticket WHERE day = '2026-11-24'"
			   " AND series = 'A'",
			   0, 0);

	(void)crowd;
	return count < 0 ? -1 : number(db, INSERT, count + 1, 0);
}

static int
call_theq(sqlite3 *db, const struct crowd *crowd, int counter)
{
	char path[4096];
	int fd, id;

	snprintf(path, sizeof(path), "%s-invite", crowd->file);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0 || flock(fd, LOCK_EX) != 0)
		die(path);
	id = number(db, OLDEST, 0, 0);
	if (id >= 0)
		id = number(db, CALL, id, counter);
	close(fd);
	return id;
}

static int
draw_novosga(sqlite3 *db, const struct crowd *crowd)
{
	int last, given = -1;

	(void)crowd;
	if (!run_sql(db, "BEGIN IMMEDIATE"))
		return -1;
	last = number(db, "SELECT last FROM series WHERE series = 'A'", 0, 0);
	if (last >= 0 &&
	    number(db,
		   "UPDATE series SET last = ?1 + 1 WHERE series = 'A' AND last = ?1"
		   " RETURNING last",
		   last, 0) == last + 1)
		given = number(db, INSERT, last + 1, 0);
	if (given >= 0 && run_sql(db, "COMMIT"))
		return given;
	run_sql(db, "ROLLBACK");
	return -1;
}

static int
call_novosga(sqlite3 *db, const struct crowd *crowd, int counter)
{
	int tries, id;

	(void)crowd;
	for (tries = 0; tries < 5; tries++) {
		if ((id = number(db, OLDEST, 0, 0)) < 0)
			return -1;
		if (!run_sql(db, "BEGIN IMMEDIATE"))
			continue;
		if (number(db, "SELECT 1 FROM ticket WHERE id = ?1", id, 0) == 1 &&
		    run_sql(db, "COMMIT"))
			return number(db, CALL, id, counter);
		run_sql(db, "ROLLBACK");
	}
	return -1;
}

static const struct pattern patterns[] = {
	{ "fqm", "PRAGMA journal_mode = DELETE", 5000, draw_fqm, call_fqm },
	{ "theq", "PRAGMA journal_mode = WAL", 50000, draw_theq, call_theq },
	{ "novosga", "PRAGMA journal_mode = WAL", 50000, draw_novosga, call_novosga },
	{ "osq", NULL, 0, NULL, NULL },
};

static sqlite3 *
connect_to(const struct crowd *crowd)
{
	sqlite3 *db;

	if (sqlite3_open(crowd->file, &db) != SQLITE_OK)
		die(crowd->file);
	sqlite3_busy_timeout(db, crowd->pattern->patience);
	return db;
}

static void
work_theirs(int process, void *with)
{
	const struct crowd *crowd = with;
	struct claim *mine = crowd->claims + (long)process * crowd->times;
	sqlite3 *db = connect_to(crowd);
	int i, n;

	for (i = 0; i < crowd->times; i++) {
		n = crowd->calling ? crowd->pattern->call(db, crowd, process + 1) :
				     crowd->pattern->draw(db, crowd);
		if (n >= 0)
			snprintf(mine[i].ticket, sizeof(mine[i].ticket), "%d", n);
	}
	sqlite3_close(db);
}

/* Ours are whole processes; what they print is what was given. */
static void
work_ours(int process, void *with)
{
	const struct crowd *crowd = with;
	struct claim *mine = crowd->claims + (long)process * crowd->times;
	char counter[16];
	const char *draw[] = {
		crowd->ticket_command, "-d", crowd->file, "issue", "civil", NULL
	};
	const char *call[] = {
		crowd->call_command, "-d", crowd->file, "next", "-c", counter, NULL
	};
	const char **argv = crowd->calling ? call : draw;
	int i, ends[2];

	snprintf(counter, sizeof(counter), "q%d", process + 1);
	if (pipe(ends) != 0)
		die("pipe");
	for (i = 0; i < crowd->times; i++) {
		struct run run = run_timed((char *const *)argv, ends[1]);
		char *ticket = mine[i].ticket;
		ssize_t n;

		if (run.status)
			continue;
		if ((n = read(ends[0], ticket, sizeof(mine[i].ticket) - 1)) < 0)
			die("pipe");
		ticket[n] = '\0';
		ticket[strcspn(ticket, "\n")] = '\0';
	}
}

static const char count_sql[] =
	"SELECT count(*), count(*) - count(DISTINCT ticket) FROM claim";

/* Print how many were told something, how many of them what another was told too,
 * and how many nothing. */
static void
count_claims(const struct crowd *crowd)
{
	const int all = crowd->processes * crowd->times;
	sqlite3_stmt *stmt = NULL;
	sqlite3 *db;
	int i;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
	    !run_sql(db, "CREATE TABLE claim (ticket TEXT NOT NULL)") ||
	    sqlite3_prepare_v2(db, "INSERT INTO claim VALUES (?1)", -1, &stmt, NULL) !=
		    SQLITE_OK)
		die("sqlite");
	for (i = 0; i < all; i++) {
		if (!*crowd->claims[i].ticket)
			continue;
		sqlite3_bind_text(stmt, 1, crowd->claims[i].ticket, -1, SQLITE_STATIC);
		if (sqlite3_step(stmt) != SQLITE_DONE)
			die("sqlite");
		sqlite3_reset(stmt);
	}
	sqlite3_finalize(stmt);
	if (sqlite3_prepare_v2(db, count_sql, -1, &stmt, NULL) != SQLITE_OK ||
	    sqlite3_step(stmt) != SQLITE_ROW)
		die("sqlite");
	printf("%d %d %d ", sqlite3_column_int(stmt, 0), sqlite3_column_int(stmt, 1),
	       all - sqlite3_column_int(stmt, 0));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
}

/* Make their file; or, for the calls, a line in which every number is there once. */
static void
prepare(const struct crowd *crowd)
{
	sqlite3 *db;
	int i;

	if (!crowd->pattern->draw)
		return; /* ours has its store, and those who drew wait there */
	if (!crowd->calling)
		unlink(crowd->file);
	db = connect_to(crowd);
	if (!crowd->calling)
		i = run_sql(db, crowd->pattern->settings) && run_sql(db, tables_sql);
	else if ((i = run_sql(db, "BEGIN; DELETE FROM ticket"))) {
		for (i = 1; i <= crowd->processes * crowd->times; i++)
			number(db, INSERT, i, 0);
		i = run_sql(db, "COMMIT");
	}
	if (!i)
		die(sqlite3_errmsg(db));
	sqlite3_close(db);
}

static void
measure(struct crowd *crowd, int calling)
{
	const size_t room = sizeof(*crowd->claims) *
			    (size_t)(crowd->processes * crowd->times);

	crowd->calling = calling;
	crowd->claims = shared(room);
	prepare(crowd);
	at_once(crowd->processes, crowd->pattern->draw ? work_theirs : work_ours, crowd);
	count_claims(crowd);
}

int
main(int argc, char **argv)
{
	struct crowd crowd = { .processes = 64, .times = 10 };
	size_t i;
	int option;

	while ((option = getopt(argc, argv, "+p:k:")) != -1) {
		if (option == 'p')
			crowd.processes = atoi(optarg);
		else if (option == 'k')
			crowd.times = atoi(optarg);
		else
			return 64;
	}
	for (i = 0; argc - optind >= 2 && i < sizeof(patterns) / sizeof(*patterns); i++)
		if (!strcmp(argv[optind], patterns[i].name))
			crowd.pattern = &patterns[i];
	if (!crowd.pattern || crowd.processes < 1 || crowd.times < 1 ||
	    argc - optind != (crowd.pattern->draw ? 2 : 4)) {
		fprintf(stderr,
			"usage: patterns [-p PROCESSES] [-k TIMES] PATTERN FILE\n");
		return 64;
	}
	crowd.file = argv[optind + 1];
	if (!crowd.pattern->draw) {
		crowd.ticket_command = argv[optind + 2];
		crowd.call_command = argv[optind + 3];
	}
	measure(&crowd, 0);
	measure(&crowd, 1);
	putchar('\n');
	return 0;
}
