/* SPDX-License-Identifier: MIT */
#include "office/registers/register.h"

#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "office/core/office_registers.h"
#include "office/dossier/promises.h"
#include "office/queue/booking_hit.h"
#include "office/registers/register_list.h"
#include "office/rules/code.h"

#define ROW_MOST 32 /* columns */

/* The state of one import: its statements, and the keys it has met. */
struct batch {
	struct query put;
	void *seen;   /* tsearch() tree of keys, each a new text */
	void *within; /* tsearch() tree of their first `reg->within` columns */
	int notice;   /* the year that the import settles; 0: none */
	bool entry;   /* one entry: no other is removed */
	bool whole;   /* what the rows do not name ends */
	struct column columns[ROW_MOST + 1]; /* what the import takes, if that is more */
	struct import_kind kind;
};

static int
compare_keys(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* The first N columns of a row (its key) as one text. */
static char *
key_of(const struct reg *reg, int n, const struct value *values)
{
	struct buf key = { 0 };
	int i;

	for (i = 0; i < n; i++) {
		char room[48];

		buf_print(&key, "%s%s", i ? "\t" : "",
			  value_print(&reg->columns[i], &values[i], room));
	}
	if (n == reg->keys && reg->key_besides && reg->key_besides(values))
		buf_print(&key, "\t%s", reg->key_besides(values));
	return key.text;
}

/* Bind those of the register's columns that the statement uses as parameters. */
static void
bind_row(struct query *q, const struct reg *reg, const struct value *values)
{
	size_t i;

	for (i = 0; reg->columns[i].key; i++) {
		char name[64];

		snprintf(name, sizeof(name), ":%s", reg->columns[i].key);
		if (query_has(q, name))
			query_value(q, name, &values[i]);
	}
}

/*
 * A sink that keeps one row: whether it equals `values`, and what it has in the columns
 * that the file does not have.
 */
struct kept {
	struct sink sink;
	const struct reg *reg;
	const bool *present;
	struct value *values;
	bool found, same;
	struct buf texts[ROW_MOST];
};

static enum status
keep_row(struct sink *sink, const struct value *old)
{
	struct kept *kept = (struct kept *)sink;
	size_t i;

	kept->found = kept->same = true;
	for (i = 0; kept->reg->columns[i].key; i++) {
		if (kept->present[i]) {
			if (!value_same(&old[i], &kept->values[i]))
				kept->same = false;
			continue;
		}
		kept->values[i] = old[i];
		if (old[i].kind == VALUE_TEXT) { /* the statement frees it */
			buf_text(&kept->texts[i], old[i].text);
			kept->values[i].text = kept->texts[i].text;
		}
	}
	return OK;
}

/* Note how the entry of VALUES has been called, if it is called otherwise from now on: by
 * the name with which the day began. */
static enum status
keep_name(struct office *office, const struct reg *reg, const struct value *values)
{
	const int code = column_place(reg->columns, "code");
	const int name = column_place(reg->columns, "name");
	char today[DAY_TEXT];
	struct buf sql = { 0 };
	struct query q;

	buf_print(&sql,
		  "INSERT OR IGNORE INTO former_name (kind, code, until, name)"
		  " SELECT '%s', code, :today, coalesce(name, '') FROM %s"
		  "  WHERE code = :code AND name IS NOT :name",
		  reg->named, reg->named);
	query_open(&q, office->store, sql.text);
	query_text(&q, ":today", day_print(day_of(office->now), today));
	query_value(&q, ":code", &values[code]);
	query_value(&q, ":name", &values[name]);
	query_run(&q);
	buf_free(&sql);
	return query_close(&q);
}

/* Of a new entry only: one that is there keeps the code that it has. */
static bool
is_wrong_code(const struct reg *reg, const struct value *values)
{
	return !strcmp(reg->columns[0].key, "code") && values[0].kind == VALUE_TEXT &&
	       !code_fits(values[0].text);
}

static enum status
put_row(struct import *import, const struct reg *reg, struct value *values,
	const bool *present, enum import_outcome *outcome)
{
	struct batch *batch = import_context(import);
	struct kept kept = {
		.sink = { keep_row }, .reg = reg, .present = present, .values = values
	};
	struct query find;
	enum status st;
	size_t i;

	query_open(&find, import_office(import)->store, reg->find_sql);
	bind_row(&find, reg, values);
	st = query_rows(&find, reg->columns, &kept.sink);
	if (!st && kept.found && !kept.same && reg->named)
		st = keep_name(import_office(import), reg, values);
	if (!st && !kept.found && is_wrong_code(reg, values)) {
		st = import_refuse_cell(import, "code", values[0].text, code_wrong);
	} else if (!st && !(kept.found && kept.same)) {
		bind_row(&batch->put, reg, values);
		st = query_run(&batch->put);
		if (st == BAD_DATA) { /* for example a prefix that another service has */
			batch->put.status = OK;
			st = import_refuse(import, reg->unique,
					   reg->unique ? _("another one has it already") :
							 error_message());
		} else if (!st && reg->after)
			st = reg->after(import, values);
	}
	*outcome = !kept.found ? IMPORT_ADDED :
		   kept.same   ? IMPORT_UNCHANGED :
				 IMPORT_CHANGED;
	for (i = 0; i < sizeof(kept.texts) / sizeof(*kept.texts); i++)
		buf_free(&kept.texts[i]);
	return st;
}

/* NO when a code of another register does not exist, which has then been reported. */
static enum status
check_references(struct import *import, const struct reg *reg, const struct value *values)
{
	const struct reg_reference *r;
	enum status st = OK;
	bool lost = false;
	int64_t id;

	for (r = reg->references; r && r->column && !st; r++) {
		int i = column_place(reg->columns, r->column);

		if (values[i].kind == VALUE_NULL)
			continue;
		st = r->find(import_office(import), values[i].text, &id);
		if (st == NO) {
			lost = true;
			st = import_refuse(import, r->column, error_message());
		}
	}
	return st ? st : lost ? NO : OK;
}

static void
note_within(struct batch *batch, const struct reg *reg, const struct value *values)
{
	char *key, **in;

	if (!reg->within)
		return;
	key = key_of(reg, reg->within, values);
	in = tsearch(key, &batch->within, compare_keys);
	if (!in || *in != key)
		free(key);
}

/* Refuse the row since its COLUMN has in CELL what the register's check does not take;
 * where it is written in one of several ways, tell them. */
static enum status
refuse_cell(struct import *import, const struct column *column, const struct value *cell,
	    const char *why)
{
	char *ways, *said;
	enum status st;

	if (column->type != COL_TEXT || !column->words)
		return cell->kind == VALUE_TEXT ?
			       import_refuse_cell(import, column->key, cell->text, why) :
			       import_refuse(import, column->key, _(why));
	ways = word_codes(column->words, ", ");
	said = mem_print("%s (%s)", _(why), ways);
	st = import_refuse(import, column->key, said);
	free(said);
	free(ways);
	return st;
}

static enum status
store_row(struct import *import, struct value *values, bool *present,
	  enum import_outcome *outcome)
{
	const struct column *columns = import_kind_of(import)->columns;
	const struct reg *reg = import_kind_of(import)->about;
	struct batch *batch = import_context(import);
	const char *column = NULL, *why = NULL;
	char *key, **in;
	size_t place;
	enum status st;

	if (reg->settle)
		why = reg->settle(values, present, &column);
	if (!why && reg->check)
		why = reg->check(values, &column);
	if (why) {
		place = column_place(columns, column);
		return refuse_cell(import, &columns[place], &values[place], why);
	}
	if ((st = check_references(import, reg, values)))
		return st == NO ? OK : st;
	note_within(batch, reg, values);
	key = key_of(reg, reg->keys, values);
	in = tsearch(key, &batch->seen, compare_keys);
	if (!in || *in != key) {
		free(key);
		return import_refuse(import, reg->columns[0].key,
				     _("stands twice in the file"));
	}
	st = put_row(import, reg, values, present, outcome);
	return !st && reg->settle ? import_show(import, values) : st;
}

/* What settling and keeping change of a row is not the import's. */
static enum status
take_row(struct import *import, const struct value *values, const bool *present,
	 enum import_outcome *outcome)
{
	const size_t count = column_count(import_kind_of(import)->columns);
	struct value own_values[ROW_MOST];
	bool own_present[ROW_MOST];
	struct batch *batch = import_context(import);

	memcpy(own_values, values, count * sizeof(*values));
	memcpy(own_present, present, count * sizeof(*present));
	if (batch->whole) /* what is named has not ended, unless the file says so */
		own_present[column_place(batch->kind.columns, "until")] = true;
	return store_row(import, own_values, own_present, outcome);
}

/* A sink that removes the rows of the store that the file does not have. */
struct leftover {
	struct sink sink;
	const struct reg *reg;
	struct import *import;
	struct query remove;
};

static enum status
remove_unseen(struct sink *sink, const struct value *values)
{
	struct leftover *left = (struct leftover *)sink;
	struct batch *batch = import_context(left->import);
	char *key = key_of(left->reg, left->reg->keys, values);
	char *group = key_of(left->reg, left->reg->within, values);
	bool seen = tfind(key, &batch->seen, compare_keys) != NULL;
	bool named = !group || tfind(group, &batch->within, compare_keys) != NULL;

	free(key);
	free(group);
	if (seen || !named)
		return OK;
	bind_row(&left->remove, left->reg, values);
	import_count_removed(left->import, 1);
	return query_run(&left->remove);
}

/* A sink that ends what is in force and the file does not have. */
struct ending {
	struct sink sink;
	const struct reg *reg;
	struct import *import;
	struct query end;
	char today[DAY_TEXT], until[DAY_TEXT];
};

static enum status
end_unseen(struct sink *sink, const struct value *values)
{
	struct ending *e = (struct ending *)sink;
	struct batch *batch = import_context(e->import);
	char *key = key_of(e->reg, e->reg->keys, values);
	const bool seen = tfind(key, &batch->seen, compare_keys) != NULL;
	enum status st;

	free(key);
	if (seen || !register_in_force(e->reg, values, e->today))
		return OK;
	bind_row(&e->end, e->reg, values);
	query_text(&e->end, ":until", e->until);
	if ((st = query_run(&e->end)))
		return st;
	import_count(e->import, IMPORT_CHANGED);
	return import_ended(e->import, values[0].text, e->until);
}

/* The list holds from today on, so the others had their last day yesterday. */
static enum status
end_others(struct import *import, const struct reg *reg)
{
	struct office *office = import_office(import);
	struct ending e = { .sink = { end_unseen }, .reg = reg, .import = import };
	const int today = day_of(office->now);
	enum status st;

	day_print(today, e.today);
	day_print(today - 1, e.until);
	query_open(&e.end, office->store, reg->end_sql);
	st = register_list(office, reg, &e.sink);
	return worse(st, query_close(&e.end));
}

/* Tells the import of each row. */
struct told {
	struct sink sink;
	struct import *import;
};

static enum status
tell_promise(struct sink *sink, const struct value *values)
{
	struct told *told = (struct told *)sink;

	return import_promise(told->import, values[0].text, values[2].number,
			      values[3].number);
}

static enum status
tell_booking(struct sink *sink, const struct value *values)
{
	struct told *told = (struct told *)sink;

	return import_booking(told->import, values[0].text, values[1].number);
}

/* Tell what the register now makes of what was given before it. */
static enum status
tell_hit(struct import *import, const struct reg *reg)
{
	struct told promises = { .sink = { tell_promise }, .import = import };
	struct told bookings = { .sink = { tell_booking }, .import = import };
	enum status st = OK;

	if (reg->promises)
		st = promises_list(import_office(import), &promises.sink);
	if (!st && reg->bookings)
		st = bookings_hit(import_office(import), &bookings.sink);
	/* Hours that cannot be read are told by the check; they hit nobody. */
	return st == BAD_DATA && !reg->promises ? OK : st;
}

static const char notice_sql[] =
	"INSERT INTO holiday (date, kind) SELECT :day, 'notice' WHERE NOT EXISTS"
	" (SELECT 1 FROM holiday WHERE kind = 'notice' AND substr(date, 1, 4) ="
	"   substr(:day, 1, 4))";

/* A row of kind `notice`, unless the year has one. */
static enum status
settle_year(struct import *import, int year)
{
	struct office *office = import_office(import);
	char day[DAY_TEXT];
	struct query q;
	enum status st;

	query_open(&q, office->store, notice_sql);
	query_text(&q, ":day", day_print(day_from_ymd(year, 1, 1), day));
	query_run(&q);
	if ((st = query_close(&q)))
		return st;
	import_count(import,
		     store_changes(office->store) ? IMPORT_ADDED : IMPORT_UNCHANGED);
	return OK;
}

static enum status
finish_batch(struct import *import)
{
	const struct reg *reg = import_kind_of(import)->about;
	struct batch *batch = import_context(import);
	struct leftover left = { .sink = { remove_unseen },
				 .reg = reg,
				 .import = import };
	enum status st = batch->put.status;

	if (!st && reg->remove_sql && !batch->entry) {
		query_open(&left.remove, import_office(import)->store, reg->remove_sql);
		st = register_list(import_office(import), reg, &left.sink);
		if (query_close(&left.remove) && !st)
			st = left.remove.status;
	}
	if (!st && batch->whole)
		st = end_others(import, reg);
	if (!st && batch->notice)
		st = settle_year(import, batch->notice);
	if (!st && reg->check_all)
		st = reg->check_all(import);
	return st ? st : tell_hit(import, reg);
}

static void
release_batch(struct import *import)
{
	struct batch *batch = import_context(import);

	query_close(&batch->put);
	tdestroy(batch->seen, free);
	tdestroy(batch->within, free);
	free(batch);
}

/* The register's columns, with those that an import takes besides. */
static const struct column *
columns_taken(struct batch *batch, const struct reg *reg)
{
	const size_t own = column_count(reg->columns);

	if (!reg->also)
		return reg->columns;
	memcpy(batch->columns, reg->columns, own * sizeof(*reg->columns));
	memcpy(batch->columns + own, reg->also,
	       column_count(reg->also) * sizeof(*reg->also));
	return batch->columns;
}

enum status
register_import(struct office *office, void *ctx, struct import_listener *listener,
		struct import **import)
{
	const struct reg *reg = *(const struct reg *const *)ctx;
	struct batch *batch;
	enum status st;

	if (reg->import)
		return reg->import(office, listener, import);
	batch = mem_alloc(sizeof(*batch));
	batch->kind = (struct import_kind){ .name = reg->kind,
					    .columns = columns_taken(batch, reg),
					    .put = take_row,
					    .finish = finish_batch,
					    .release = release_batch,
					    .about = reg };
	if ((st = import_begin(office, &batch->kind, batch, listener, import))) {
		free(batch);
		return st;
	}
	query_open(&batch->put, office->store, reg->put_sql);
	return OK;
}

enum status
register_import_entry(struct office *office, void *ctx, struct import_listener *listener,
		      struct import **import)
{
	const struct reg *reg = *(const struct reg *const *)ctx;
	enum status st = register_import(office, ctx, listener, import);

	if (!st && !reg->import) {
		struct batch *batch = import_context(*import);

		batch->entry = true;
	}
	return st;
}

enum status
register_import_whole(struct office *office, void *ctx, struct import_listener *listener,
		      struct import **import)
{
	enum status st = register_import(office, ctx, listener, import);

	if (!st) {
		struct batch *batch = import_context(*import);

		batch->whole = true;
	}
	return st;
}

enum status
register_import_notice(struct office *office, void *ctx, struct import_listener *listener,
		       struct import **import)
{
	const struct reg *holidays = &holiday_register;
	const int64_t *year = ctx;
	struct batch *batch;
	enum status st = register_import(office, &holidays, listener, import);

	if (st)
		return st;
	batch = import_context(*import);
	batch->notice = (int)*year;
	return OK;
}
