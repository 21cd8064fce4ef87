/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CMD_TICKET_TICKET_H
#define OSQ_CMD_TICKET_TICKET_H

#include "cli/command.h"
#include "office/queue/visit.h"

/* What the files of osq-ticket share. */

/* show.c: print VISIT as a record, with the columns of tickets. */
enum status ticket_show(struct cli *cli, const struct visit *visit);

/* booking.c: appointments. */
extern const struct cli_option ticket_slots_options[], ticket_book_options[],
	ticket_bookings_options[];
enum status ticket_slots_verb(struct cli *cli);
enum status ticket_book_verb(struct cli *cli);
enum status ticket_bookings_verb(struct cli *cli);
enum status ticket_arrive_verb(struct cli *cli);

#endif
