/* SPDX-License-Identifier: MIT */
#include "cli/opening.h"

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "cli/permission.h"
#include "cli/privilege.h"
#include "office/core/clock.h"
#include "office/core/setting.h"
#include "office/sql/lore.h"
#include "store/held.h"

/* Use the office's language where the environment names none. */
static void
choose_language(struct cli *cli)
{
	struct buf language = { 0 };

	if (intl_environment_decides())
		return;
	if (!setting_get(&cli->office, "language", day_of(cli->office.now), &language))
		intl_use(language.text);
	buf_free(&language);
}

static enum status
open_and_know(struct cli *cli, enum store_mode mode, const struct store_later *later)
{
	enum status st = store_open(cli->db, mode, &office_lore, &cli->office.store);

	if (!st && later)
		st = store_hold(cli->office.store, later);
	if (later)
		privilege_rest();
	if (!st)
		st = clock_may_be_set(&cli->office);
	return st ? st : permission_know(cli);
}

static void
close_store(struct cli *cli)
{
	store_close(cli->office.store);
	cli->office.store = NULL;
}

enum status
cli_open_store(struct cli *cli, enum store_mode mode)
{
	const bool lent = privilege_take(cli->db);
	enum status st = open_and_know(cli, mode, lent ? &cli->verb->later : NULL);

	privilege_end();
	if (!st && lent && permission_is_unregistered(cli)) {
		close_store(cli);
		st = open_and_know(cli, mode, NULL);
	}
	if (st)
		close_store(cli);
	else
		choose_language(cli);
	return st;
}
