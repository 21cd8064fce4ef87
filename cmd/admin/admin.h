/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CMD_ADMIN_ADMIN_H
#define OSQ_CMD_ADMIN_ADMIN_H

#include "cli/command.h"
#include "office/core/reg.h"

/* What the files of osq-admin share: verbs that have a file of their own. */

/* init.c: a new store. */
extern const struct cli_option admin_init_options[];
enum status admin_init_verb(struct cli *cli);

/* config.c: the settings. */
extern const struct cli_option admin_config_options[];
bool admin_config_only_shows(const struct cli *cli); /* no value, no --unset */
enum status admin_config_verb(struct cli *cli);

/* promises.c: what days off have done to open promises. */
extern const struct cli_option admin_promises_options[];
bool admin_promises_only_lists(const struct cli *cli); /* without --move */
enum status admin_promises_verb(struct cli *cli);

/* kinds.c: any register by its name; some options go with one of them only, else USAGE.
 */
extern const struct cli_option admin_import_options[];
enum status admin_import_verb(struct cli *cli);
enum status admin_list_verb(struct cli *cli);
enum status admin_find_kind(struct cli *cli, const char *kind, const struct reg **reg);
enum status admin_check_options(struct cli *cli, const char *kind);

/* set.c: one entry of a register without a file. */
extern const struct cli_option admin_set_options[];
enum status admin_set_verb(struct cli *cli);

/* catalogue.c: the register of procedures, whose entries hold from one day to another. */
extern const struct cli_option admin_list_options[], admin_diff_options[],
	admin_publish_options[];
/* CTX points to the day from which they hold, a text, or to NULL: today. */
enum status admin_begin_procedures(struct office *office, void *ctx,
				   struct import_listener *listener,
				   struct import **import);
enum status admin_import_procedures(struct cli *cli, const char *file);
enum status admin_list_procedures(struct cli *cli);
enum status admin_diff_verb(struct cli *cli);

/* publish.c: the catalogue as pages. */
enum status admin_publish_verb(struct cli *cli);

/* restore.c: a copy in place of the store. */
extern const struct cli_option admin_restore_options[];
enum status admin_restore_verb(struct cli *cli);

/* purge.c: removing personal data. */
extern const struct cli_option admin_purge_options[];
extern const struct column admin_purge_columns[];
enum status admin_purge_verb(struct cli *cli);
/* Remove what ended before DAY, and tell how much it was. */
enum status admin_purge_before(struct cli *cli, int day, bool force);

/* ask.c: what two heads do.  Whether it takes another one than the caller (the owner and
 * root need none); ask for it, by an entry WHAT of the journal, and tell its number. */
bool admin_wants_another(const struct cli *cli);
enum status admin_ask(struct cli *cli, const char *what, const char *subject,
		      const char *const *detail);

/* confirm.c: the second of them. */
enum status admin_confirm_verb(struct cli *cli);

/* clock.c */
extern const struct cli_option admin_clock_options[];
extern const struct column admin_clock_columns[];
bool admin_clock_only_shows(const struct cli *cli);
enum status admin_clock_verb(struct cli *cli);

#endif
