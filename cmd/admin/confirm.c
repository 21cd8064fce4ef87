/* SPDX-License-Identifier: MIT */
/* osq-admin confirm: the second of two heads (ask.c). */
#include "admin.h"
#include "base/intl.h"
#include "base/moment.h"
#include "cli/output.h"
#include "office/core/setting.h"
#include "office/keep/request.h"

static enum status
do_request(struct cli *cli, const struct request *r)
{
	int day = 0;

	if (r->before) {
		if (!day_read(r->before, cli->office.now, &day))
			return fail(BAD_DATA, _("the request names no day"));
		return admin_purge_before(cli, day, r->force != NULL);
	}
	if (r->unset)
		return setting_unset(&cli->office, r->key, r->since);
	return setting_set(&cli->office, r->key, r->value ? r->value : "", r->since);
}

enum status
admin_confirm_verb(struct cli *cli)
{
	struct request request = { 0 };
	enum status st = request_confirm(&cli->office, cli->operands[0], &request);

	if (!st && !cli->office.act.dry_run && !(st = do_request(cli, &request)) &&
	    request.key)
		st = output_label(cli, "key", request.key);
	request_free(&request);
	return st;
}
