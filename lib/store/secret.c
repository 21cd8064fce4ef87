/* SPDX-License-Identifier: MIT */
#include "store/secret.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

#include "base/intl.h"
#include "base/text.h"
#include "store/query.h"

#define SECRET_BYTES 32

enum status
secret_make(struct store *store)
{
	unsigned char bytes[SECRET_BYTES];
	char text[2 * SECRET_BYTES + 1];
	struct query q;
	size_t i;

	/* So few bytes come at once; a machine that just starts is waited for. */
	if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
		return fail(UNAVAILABLE, _("the system has no random numbers: %s"),
			    intl_error(errno));
	for (i = 0; i < sizeof(bytes); i++)
		snprintf(text + 2 * i, 3, "%02x", bytes[i]);
	query_open(&q, store, "INSERT INTO secret (value) VALUES (:value)");
	query_text(&q, ":value", text);
	query_run(&q);
	return query_close(&q);
}

enum status
secret_code(struct store *store, const char *text, char code[static HMAC_TEXT])
{
	char secret[2 * SECRET_BYTES + 1] = "";
	struct query q;
	enum status st;

	query_open(&q, store, "SELECT value FROM secret");
	if (query_row(&q))
		text_copy(secret, sizeof(secret), query_col_given(&q, 0));
	if ((st = query_close(&q)))
		return st;
	if (strlen(secret) != sizeof(secret) - 1)
		return fail(BAD_DATA, _("the store has lost its secret"));
	hmac_print(secret, strlen(secret), text, strlen(text), code);
	return OK;
}
