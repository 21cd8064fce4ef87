/* SPDX-License-Identifier: MIT */
#include "store/journal.h"

#include <jansson.h>
#include <sha256.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/intl.h"
#include "base/text.h"
#include "store/internal.h"

const struct column journal_columns[] = {
	{ .key = "id", .heading = N_("No."), .type = COL_INT },
	{ .key = "at", .heading = N_("Happened"), .type = COL_TIME },
	{ .key = "entered_at", .heading = N_("Entered"), .type = COL_TIME },
	{ .key = "uid", .heading = N_("User"), .type = COL_INT },
	{ .key = "officer", .heading = N_("Officer"), .type = COL_TEXT },
	{ .key = "counter", .heading = N_("Counter"), .type = COL_TEXT },
	{ .key = "act", .heading = N_("Act"), .type = COL_TEXT },
	{ .key = "subject", .heading = N_("Subject"), .type = COL_TEXT },
	{ .key = "detail", .heading = N_("Detail"), .type = COL_TEXT },
	{ .key = "hash",
	  .heading = N_("Hash"),
	  .type = COL_TEXT,
	  .flags = COLUMN_HIDDEN },
	{ 0 },
};

/* An entry as it is hashed; the texts are those of the row. */
struct entry {
	int64_t id, at, entered_at, uid;
	const char *officer, *counter, *act, *subject, *detail;
};

static void
hash_text(SHA256_CTX *ctx, const char *text)
{
	char size[24];

	if (!text) { /* NULL is not the same as the empty text */
		SHA256Update(ctx, (const uint8_t *)"~", 1);
		return;
	}
	snprintf(size, sizeof(size), "%zu:", strlen(text));
	SHA256Update(ctx, (const uint8_t *)size, strlen(size));
	SHA256Update(ctx, (const uint8_t *)text, strlen(text));
}

static void
hash_int(SHA256_CTX *ctx, int64_t number)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)number);
	hash_text(ctx, text);
}

static void
hash_entry(const char *before, const struct entry *e, char hash[65])
{
	SHA256_CTX ctx;

	SHA256Init(&ctx);
	hash_text(&ctx, before);
	hash_int(&ctx, e->id);
	hash_int(&ctx, e->at);
	hash_int(&ctx, e->entered_at);
	hash_int(&ctx, e->uid);
	hash_text(&ctx, e->officer);
	hash_text(&ctx, e->counter);
	hash_text(&ctx, e->act);
	hash_text(&ctx, e->subject);
	hash_text(&ctx, e->detail);
	SHA256End(&ctx, hash);
}

/* The detail as a JSON object, to be freed; NULL when it cannot be made. */
static char *
detail_json(const char *const *detail)
{
	json_t *object = json_object();
	struct buf sound = { 0 };
	bool whole = object != NULL;
	char *text;

	for (; detail && detail[0] && whole; detail += 2)
		if (detail[1])
			whole = json_object_set_new(object, detail[0],
						    json_string(text_sound(detail[1],
									   &sound))) == 0;
	text = whole ? json_dumps(object, JSON_COMPACT) : NULL;
	json_decref(object);
	buf_free(&sound);
	return text;
}

static const char last_sql[] =
	"SELECT id, hash, entered_at FROM journal ORDER BY id DESC LIMIT 1";

/* Find the last entry, once in a write. */
static enum status
find_last(struct store *store)
{
	struct query q;

	if (store->last.known)
		return OK;
	store->last.id = 0;
	store->last.entered_at = -1;
	*store->last.hash = '\0';
	query_open(&q, store, last_sql);
	if (query_row(&q)) {
		store->last.id = query_col_int(&q, 0);
		snprintf(store->last.hash, sizeof(store->last.hash), "%s",
			 query_col_given(&q, 1));
		store->last.entered_at = query_col_int(&q, 2);
	}
	store->last.known = store->in_write;
	return query_close(&q);
}

enum status
journal_last(struct store *store, int64_t *entered_at)
{
	enum status st = find_last(store);

	*entered_at = store->last.entered_at;
	return st;
}

static const char add_sql[] =
	"INSERT INTO journal (id, at, entered_at, uid, officer, counter, act, subject,"
	"                     detail, hash)"
	" VALUES (:id, :at, :entered_at, :uid, :officer, :counter, :act, :subject,"
	"         :detail, :hash)";

static enum status
insert_entry(struct store *store, const struct entry *e, const char *hash)
{
	struct query q;

	query_open(&q, store, add_sql);
	query_int(&q, ":id", e->id);
	query_int(&q, ":at", e->at);
	query_int(&q, ":entered_at", e->entered_at);
	query_int(&q, ":uid", e->uid);
	query_text(&q, ":officer", e->officer);
	query_text(&q, ":counter", e->counter);
	query_text(&q, ":act", e->act);
	query_text(&q, ":subject", e->subject);
	query_text(&q, ":detail", e->detail);
	query_text(&q, ":hash", hash);
	query_run(&q);
	return query_close(&q);
}

/* For who may have to be told without an answer, store_kept(): of a booking that has
 * come, say, the number. */
static void
note_act(struct store *store, const char *act, const char *subject,
	 const char *const *detail)
{
	for (; detail && detail[0]; detail += 2)
		if (!strcmp(detail[0], "ticket") && detail[1])
			subject = detail[1];
	if (strcmp(store->written.act, act) != 0)
		store->written.count = 0;
	text_copy(store->written.act, sizeof(store->written.act), act);
	text_copy(store->written.subject, sizeof(store->written.subject),
		  subject ? subject : "");
	store->written.count++;
}

enum status
journal_add(struct store *store, const struct act *act, const char *what,
	    const char *subject, const char *const *detail)
{
	char hash[65];
	char *text = detail_json(detail);
	struct entry e = { .at = act->at,
			   .entered_at = act->entered_at,
			   .uid = (int64_t)getuid(),
			   .officer = act->officer,
			   .counter = act->counter,
			   .act = what,
			   .subject = subject,
			   .detail = text };
	enum status st;

	if (!text)
		return fail(INTERNAL, _("cannot make JSON"));
	if (!(st = find_last(store))) {
		e.id = store->last.id + 1;
		hash_entry(store->last.hash, &e, hash);
		st = insert_entry(store, &e, hash);
	}
	if (!st) {
		store->last.id = e.id;
		store->last.entered_at = e.entered_at;
		memcpy(store->last.hash, hash, sizeof(hash));
		store->journalled = true;
		note_act(store, what, subject, detail);
	}
	free(text);
	return st;
}

static const char walk_sql[] = "SELECT id, at, entered_at, uid, officer, counter, act,"
			       "       subject, detail, hash"
			       "  FROM journal ORDER BY id";

static struct entry
entry_at(struct query *q)
{
	return (struct entry){ .id = query_col_int(q, 0),
			       .at = query_col_int(q, 1),
			       .entered_at = query_col_int(q, 2),
			       .uid = query_col_int(q, 3),
			       .officer = query_col_text(q, 4),
			       .counter = query_col_text(q, 5),
			       .act = query_col_given(q, 6),
			       .subject = query_col_text(q, 7),
			       .detail = query_col_text(q, 8) };
}

enum status
journal_verify(struct store *store, struct journal_check *check)
{
	struct query q;
	char hash[65];

	*check = (struct journal_check){ 0 };
	query_open(&q, store, walk_sql);
	while (!check->first_bad && query_row(&q)) {
		struct entry e = entry_at(&q);

		hash_entry(check->head, &e, hash);
		if (e.id != check->entries + 1)
			check->why = N_("an entry before it is missing");
		else if (strcmp(hash, query_col_given(&q, 9)) != 0)
			check->why = N_("it was changed, or an entry before it was");
		if (check->why) {
			check->first_bad = e.id;
			break;
		}
		check->entries++;
		memcpy(check->head, hash, sizeof(hash));
	}
	return query_close(&q);
}

enum status
journal_list(struct store *store, struct sink *sink)
{
	struct query q;

	query_open(&q, store, walk_sql);
	return query_rows(&q, journal_columns, sink);
}
