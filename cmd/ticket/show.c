/* SPDX-License-Identifier: MIT */
#include "cli/output.h"
#include "office/queue/ticket_told.h"
#include "ticket.h"

enum status
ticket_show(struct cli *cli, const struct visit *visit)
{
	struct ticket_filter filter = { .days = EVERY_DAY, .id = visit->id };
	struct sink *sink;
	enum status st = output_record(cli, ticket_columns, &sink);

	return st ? st : output_close(cli, ticket_list(&cli->office, &filter, sink));
}
