/* SPDX-License-Identifier: MIT */
#include "store/draft.h"
#include "store/query.h"
#include "store/store.h"

#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/journal.h"
#include "store/restore.h"
#include "store/watch.h"

#include <cmocka.h> /* last: its fail() is not ours */

/* A store in a folder of its own, which every test finds new. */
struct place {
	char folder[64], path[80];
	struct store *store;
};

static int
make_place(void **state)
{
	struct place *place = calloc(1, sizeof(*place));

	snprintf(place->folder, sizeof(place->folder), "/tmp/osq-store.XXXXXX");
	if (!mkdtemp(place->folder))
		return -1;
	snprintf(place->path, sizeof(place->path), "%s/osq.db", place->folder);
	*state = place;
	return store_create(place->path, NULL, &place->store) ||
	       store_publish(&place->store);
}

static int
drop_place(void **state)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-lock" };
	struct place *place = *state;
	char path[96];
	size_t i;

	store_close(place->store);
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		snprintf(path, sizeof(path), "%s%s", place->path, ends[i]);
		unlink(path);
	}
	i = (size_t)rmdir(place->folder);
	free(place);
	return (int)i;
}

static enum status
write_entry(struct store *store)
{
	const struct act act = { .at = 1, .entered_at = 1 };
	enum status st = store_begin(store);

	if (!st && !(st = journal_add(store, &act, "test write", NULL,
				      (const char *const[]){ NULL })))
		st = store_commit(store);
	store_rollback(store);
	return st;
}

static int64_t
count_entries(struct store *store)
{
	struct query q;
	int64_t count = -1;

	query_open(&q, store, "SELECT count(*) FROM journal");
	if (query_row(&q))
		count = query_col_int(&q, 0);
	assert_int_equal(query_close(&q), OK);
	return count;
}

/* What a write gives back comes when all of it is done and its rules were looked at: one
 * row is enough, who closes after it has written them all, or is told. */
static void
a_write_is_whole_at_its_first_row(void **state)
{
	struct place *place = *state;
	struct query q;

	assert_int_equal(store_begin(place->store), OK);
	query_open(&q, place->store,
		   "INSERT INTO counter (id, code) VALUES (1, 'a'), (2, 'b'), (3, 'c')"
		   " RETURNING id");
	assert_true(query_row(&q));
	assert_int_equal(query_col_int(&q, 0), 1);
	assert_int_equal(query_close(&q), OK);
	query_open(&q, place->store,
		   "INSERT INTO counter_service (counter_id, service_id) VALUES (1, 7)"
		   " RETURNING counter_id");
	assert_false(query_row(&q));
	assert_int_equal(query_close(&q), BAD_DATA);
	query_open(&q, place->store, "SELECT count(*) FROM counter");
	assert_true(query_row(&q));
	assert_int_equal(query_col_int(&q, 0), 3);
	assert_int_equal(query_close(&q), OK);
	store_rollback(place->store);
}

/* --- The watch --- */

/* Write without a pause, and without ever closing the files, until killed. */
static void
write_on(const char *path)
{
	struct store *store;
	enum status st = store_open(path, STORE_WRITE, NULL, &store);

	while (!st)
		st = write_entry(store);
	_exit(1);
}

static void
a_busy_store_starves_nobody(void **state)
{
	struct place *place = *state;
	enum watch_event first = WATCH_NOTHING, second = WATCH_NOTHING;
	enum status st;
	struct watch *watch;
	pid_t writer;

	assert_int_equal(watch_open(place->store, &watch), OK);
	writer = fork();
	if (writer == 0)
		write_on(place->path);
	assert_true(writer > 0);
	/* Signs of writing come all the time, each within a moment of the one before. */
	if (!(st = watch_wait(watch, -1, 5000, &first)))
		st = watch_wait(watch, -1, 5000, &second);
	kill(writer, SIGKILL);
	assert_int_equal(waitpid(writer, NULL, 0), writer);
	watch_close(watch);
	assert_int_equal(st, OK);
	assert_int_equal(first, WATCH_CHANGED);
	assert_int_equal(second, WATCH_CHANGED);
	assert_true(count_entries(place->store) > 1);
}

static void
silence_is_no_change(void **state)
{
	struct place *place = *state;
	enum watch_event event = WATCH_CHANGED;
	struct watch *watch;

	assert_int_equal(write_entry(place->store), OK);
	assert_int_equal(watch_open(place->store, &watch), OK);
	assert_int_equal(watch_wait(watch, -1, 600, &event), OK);
	assert_int_equal(event, WATCH_NOTHING);
	watch_close(watch);
}

/* What another process sees of the bytes that whoever has a store open holds locked for
 * reading (SQLite's os.h: SHARED_FIRST, SHARED_SIZE): F_RDLCK, or F_UNLCK. */
static int
lock_seen(const char *path)
{
	struct flock lock = { .l_type = F_WRLCK,
			      .l_whence = SEEK_SET,
			      .l_start = 0x40000002,
			      .l_len = 510 };
	int status = -1;
	pid_t child = fork();

	if (child == 0) {
		int fd = open(path, O_RDWR | O_CLOEXEC);

		_exit(fcntl(fd, F_GETLK, &lock) == 0 ? lock.l_type : 99);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WEXITSTATUS(status);
}

static void
a_second_connection_leaves_the_locks_of_the_first(void **state)
{
	struct place *place = *state;
	struct store *again;

	assert_int_equal(count_entries(place->store), 0);
	assert_int_equal(lock_seen(place->path), F_RDLCK);
	assert_int_equal(store_open_again(place->store, STORE_WRITE, &again), OK);
	assert_int_equal(lock_seen(place->path), F_RDLCK);
	assert_int_equal(write_entry(again), OK);
	store_close(again);
	assert_int_equal(lock_seen(place->path), F_RDLCK);
	store_close(place->store);
	place->store = NULL;
	assert_int_equal(lock_seen(place->path), F_UNLCK);
}

static void
the_store_is_no_copy_of_itself(void **state)
{
	struct place *place = *state;
	struct restore r;

	assert_int_equal(count_entries(place->store), 0);
	assert_int_equal(restore_open(place->path, place->path, NULL, &r), BAD_DATA);
	restore_close(&r);
	assert_int_equal(lock_seen(place->path), F_RDLCK);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, make_place, drop_place)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_write_is_whole_at_its_first_row),
		TEST(a_busy_store_starves_nobody),
		TEST(silence_is_no_change),
		TEST(a_second_connection_leaves_the_locks_of_the_first),
		TEST(the_store_is_no_copy_of_itself),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
