/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CLI_CARD_H
#define OSQ_CLI_CARD_H

#include "cli/command.h"
#include "office/rules/person_card.h"

/*
 * Read the card that --card gives: the line itself, or "-" for the reader, which types it
 * into standard input.  Without the option OK, and CARD->line is NULL.  A card that
 * contradicts itself is told on standard error.  BAD_DATA where nothing comes, or what
 * comes is no card.  Free CARD with person_card_free(), even after a failure.
 */
enum status cli_card(struct cli *cli, struct person_card *card);

#endif
