/* SPDX-License-Identifier: MIT */
#include "store/schema_check.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/text.h"
#include "store/internal.h"

/*
 * A trigger that was dropped, or one that somebody added, changes what every command
 * does, and nothing in the rows shows it.  What should stand there is not written down a
 * second time: the steps are run once more, in memory, up to the store's version.
 */
static const char objects_sql[] =
	"SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
	/* (Tables before the indexes that come with them.) */
	" WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type DESC, name, sql";

/* A connection to nothing but memory, with the schema of VERSION. */
static enum status
open_model(struct store *model, int version)
{
	enum status st = connection_open(model, model->path, STORE_WRITE);

	return st ? st : schema_make(model, version);
}

static enum status
read_version(struct store *store, int *version)
{
	struct query q;

	query_open(&q, store, "PRAGMA user_version");
	if (query_row(&q))
		*version = (int)query_col_int(&q, 0);
	return query_close(&q);
}

/* What stands at S besides words: a blank or a comment, and behind it S goes on. */
static const char *
skip_blank(const char *s)
{
	const char *end;

	if (!strncmp(s, "--", 2))
		return s + strcspn(s, "\n");
	if (!strncmp(s, "/*", 2))
		return (end = strstr(s + 2, "*/")) ? end + 2 : s + strlen(s);
	return text_is_blank(*s) ? s + 1 : s;
}

static bool
is_in_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* The SQL S into OUT without comments, and with blanks only where they part words: an
 * older osq may have made the same table from a text that was laid out otherwise. */
static void
plain_sql(const char *s, struct buf *out)
{
	const char *next;

	buf_clear(out);
	while (*s) {
		bool parted = false;

		for (; (next = skip_blank(s)) != s; s = next)
			parted = true;
		if (parted && out->length && is_in_word(*s) &&
		    is_in_word(out->text[out->length - 1]))
			buf_text(out, " ");
		next = s;
		if (*s && strchr("'\"", *s))
			s += 1 + strcspn(s + 1, (const char[]){ *s, '\0' });
		s += *s != '\0';
		buf_add(out, next, (size_t)(s - next));
	}
}

/* Two lists in the same order, and whether there is a row in hand of each. */
struct lists {
	struct query ours, found;
	bool our, one;
	struct buf plain[2];
};

/* The object in hand of Q is there or not, and ours or not. */
static enum status
tell_difference(struct query *q, bool is_there, bool is_ours,
		enum status (*complain)(void *ctx, const char *what), void *ctx)
{
	const char *type = query_col_given(q, 0), *name = query_col_given(q, 1);
	char *line = !is_there ? mem_print(_("%s %s is missing"), type, name) :
		     !is_ours  ? mem_print(_("%s %s is none of osq's"), type, name) :
				 mem_print(_("%s %s was changed"), type, name);
	enum status st = complain(ctx, line);

	free(line);
	return st;
}

/* How the names of the rows in hand stand to each other; a list that has ended is behind
 * all. */
static int
compare_names(struct lists *l)
{
	int order;

	if (!l->our || !l->one)
		return l->one - l->our;
	order = strcmp(query_col_given(&l->found, 0), query_col_given(&l->ours, 0));
	return order ? order :
		       strcmp(query_col_given(&l->ours, 1),
			      query_col_given(&l->found, 1));
}

static bool
is_same_sql(struct lists *l)
{
	plain_sql(query_col_given(&l->ours, 2), &l->plain[0]);
	plain_sql(query_col_given(&l->found, 2), &l->plain[1]);
	buf_text(&l->plain[0], ""); /* so that neither is NULL */
	buf_text(&l->plain[1], "");
	return !strcmp(l->plain[0].text, l->plain[1].text);
}

static enum status
compare_lists(struct lists *l, enum status (*complain)(void *ctx, const char *what),
	      void *ctx)
{
	enum status st = OK;

	l->our = query_row(&l->ours);
	l->one = query_row(&l->found);
	while (!st && (l->our || l->one)) {
		const int order = compare_names(l);

		if (order)
			st = tell_difference(order < 0 ? &l->ours : &l->found, order > 0,
					     order < 0, complain, ctx);
		else if (!is_same_sql(l))
			st = tell_difference(&l->found, true, true, complain, ctx);
		if (order <= 0)
			l->our = query_row(&l->ours);
		if (order >= 0)
			l->one = query_row(&l->found);
	}
	return st;
}

enum status
store_schema_check(struct store *store,
		   enum status (*complain)(void *ctx, const char *what), void *ctx)
{
	char memory[] = ":memory:";
	struct store model = { .path = memory, .lore = store->lore, .lock_fd = -1 };
	struct lists lists = { .our = false };
	int version = 0;
	enum status st = read_version(store, &version), read;

	if (!st && !(st = open_model(&model, version))) {
		query_open(&lists.ours, &model, objects_sql);
		query_open(&lists.found, store, objects_sql);
		st = compare_lists(&lists, complain, ctx);
		read = worse(query_close(&lists.ours), query_close(&lists.found));
		st = st ? st : read;
	}
	buf_free(&lists.plain[0]);
	buf_free(&lists.plain[1]);
	sqlite3_close(model.db);
	functions_forget(&model);
	return st;
}

static enum status
keep_first(void *ctx, const char *what)
{
	struct buf *first = ctx;

	if (!first->length)
		buf_text(first, what);
	return OK;
}

enum status
store_schema_difference(struct store *store, struct buf *what)
{
	return store_schema_check(store, keep_first, what);
}
