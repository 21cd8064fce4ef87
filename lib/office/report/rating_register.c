/* SPDX-License-Identifier: MIT */
#include "office/report/rating_register.h"

#include "base/intl.h"

static const struct column reason_columns[] = {
	{ .key = "code",
	  .heading = N_("Reason code"),
	  .type = COL_TEXT,
	  .most = CODE_MOST,
	  .flags = REQUIRED,
	  .aliases = "Mã lý do|Mã" },
	{ .key = "name",
	  .heading = N_("Reason"),
	  .type = COL_TEXT,
	  .flags = REQUIRED,
	  .aliases = "Lý do|Nội dung" },
	{ 0 },
};

/* In the order in which the office has put them: that of its tablets. */
const struct reg reason_register = {
	.kind = "reasons",
	.about = N_("what a score of 1 or 2 can be given for"),
	.columns = reason_columns,
	.keys = 1,
	LIST_AND_FIND("code, name", "rating_reason", "code = :code", "id"),
	.put_sql = "INSERT INTO rating_reason (code, name) VALUES (:code, :name)"
		   " ON CONFLICT (code) DO UPDATE SET name = excluded.name",
};
