/* SPDX-License-Identifier: MIT */
#include "office/dossier/desk_register.h"

#include "base/intl.h"

static const struct column desk_columns[] = {
	{ .key = "code",
	  .heading = N_("Desk"),
	  .type = COL_TEXT,
	  .most = CODE_MOST,
	  .flags = REQUIRED,
	  .aliases = "Mã bộ phận|Bộ phận|Mã" },
	{ .key = "name",
	  .heading = N_("Name"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Tên bộ phận|Tên" },
	{ .key = "agency",
	  .heading = N_("Agency"),
	  .type = COL_TEXT,
	  .aliases = "Cơ quan|Đơn vị" },
	UNTIL_COLUMN,
	{ 0 },
};

const struct reg desk_register = {
	.kind = "desks",
	.about = N_("where dossiers are worked on"),
	.columns = desk_columns,
	.keys = 1,
	LIST_AND_FIND("code, name, agency, until", "desk", "code = :code", "code"),
	.named = "desk",
	.put_sql = "INSERT INTO desk (code, name, agency, until)"
		   " VALUES (:code, :name, :agency, :until)"
		   " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
		   "  agency = excluded.agency, until = excluded.until",
	.end_sql = "UPDATE desk SET until = :until WHERE code = :code",
};
