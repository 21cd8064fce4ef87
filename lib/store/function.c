/* SPDX-License-Identifier: MIT */
#include "store/function.h"

#include <assert.h>
#include <stdlib.h>

#include "base/text.h"
#include "store/internal.h"

/* A function together with the buffer that it may write into. */
struct taught {
	const struct store_function *function;
	struct buf *room;
	struct buf *mended; /* STORE_ARGUMENTS of them */
};

/* MENDED takes what of a text is no UTF-8. */
static struct value
read_argument(sqlite3_value *value, struct buf *mended)
{
	const char *text;

	switch (sqlite3_value_type(value)) {
	case SQLITE_INTEGER:
		return value_int(sqlite3_value_int64(value));
	case SQLITE_FLOAT:
		return value_real(sqlite3_value_double(value));
	case SQLITE_TEXT:
		text = (const char *)sqlite3_value_text(value);
		if (text && !text_valid(text, (size_t)sqlite3_value_bytes(value))) {
			buf_clear(mended);
			text = text_sound(text, mended);
		}
		return value_text(text);
	}
	return VALUE_NONE;
}

static void
give_answer(sqlite3_context *ctx, const struct value *answer, const struct buf *room)
{
	switch (answer->kind) {
	case VALUE_NULL:
		sqlite3_result_null(ctx);
		break;
	case VALUE_INT:
		sqlite3_result_int64(ctx, answer->number);
		break;
	case VALUE_REAL:
		sqlite3_result_double(ctx, answer->real);
		break;
	case VALUE_TEXT:
		if (answer->text == room->text)
			sqlite3_result_text(ctx, room->text, (int)room->length,
					    SQLITE_TRANSIENT);
		else
			sqlite3_result_text(ctx, answer->text, -1, SQLITE_STATIC);
		break;
	}
}

static void
call_function(sqlite3_context *ctx, int n, sqlite3_value **values)
{
	const struct taught *taught = sqlite3_user_data(ctx);
	struct value arguments[STORE_ARGUMENTS], answer = VALUE_NONE;
	int i;

	for (i = 0; i < n; i++)
		arguments[i] = read_argument(values[i], &taught->mended[i]);
	buf_clear(taught->room);
	taught->function->call(arguments, &answer, taught->room);
	give_answer(ctx, &answer, taught->room);
}

enum status
functions_teach(struct store *store)
{
	const struct store_function *f;
	struct taught *taught;
	size_t n = 0;

	if (!store->lore)
		return OK;
	f = store->lore->functions;
	while (f[n].name)
		n++;
	taught = store->taught = mem_alloc((n + 1) * sizeof(*taught));
	for (; f->name; f++, taught++) {
		int rc;

		assert(f->arguments <= STORE_ARGUMENTS);
		*taught = (struct taught){ .function = f,
					   .room = &store->room,
					   .mended = store->mended };
		rc = sqlite3_create_function(store->db, f->name, f->arguments,
					     SQLITE_UTF8 | SQLITE_DETERMINISTIC |
						     SQLITE_DIRECTONLY,
					     taught, call_function, NULL, NULL);
		if (rc != SQLITE_OK)
			return store_fail(store, rc, f->name);
	}
	return OK;
}

void
functions_forget(struct store *store)
{
	int i;

	free(store->taught);
	buf_free(&store->room);
	for (i = 0; i < STORE_ARGUMENTS; i++)
		buf_free(&store->mended[i]);
}
