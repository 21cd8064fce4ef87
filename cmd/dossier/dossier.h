/* SPDX-License-Identifier: MIT */
#ifndef OSQ_CMD_DOSSIER_DOSSIER_H
#define OSQ_CMD_DOSSIER_DOSSIER_H

#include "cli/command.h"
#include "office/dossier/dossier_called.h"
#include "office/dossier/dossier_fields.h"

/* What the files of osq-dossier share: the verbs, each where its options are. */

/* codes.c: the operands of verbs that take any number of codes, and those of them
 * that were acted on.  Start from { 0 }. */
struct dossier_codes {
	char **all;
	size_t count;
};
void dossier_codes_add(struct dossier_codes *codes, const char *code); /* copied */
void dossier_codes_free(struct dossier_codes *codes);
/* Read all operands, or lines of standard input, before the store is held, since their
 * writer may be slow. */
enum status dossier_codes_read(struct cli *cli, struct dossier_codes *codes);
enum status dossier_codes_print(struct cli *cli, const struct dossier_codes *codes);

/* intake.c: taking in. */
extern const struct cli_option dossier_receive_options[], dossier_papers_options[];
enum status dossier_receive_verb(struct cli *cli);
enum status dossier_papers_verb(struct cli *cli);

/* The options of what is said of a dossier, at its receipt and when that is corrected. */
#define DOSSIER_SAID_OPTIONS                                                             \
	{ .name = "id-number",                                                           \
	  .argument = "N",                                                               \
	  .help = N_("the applicant's personal ID number") },                            \
		{ .name = "phone",                                                       \
		  .argument = "PHONE",                                                   \
		  .help = N_("the applicant's telephone number") },                      \
		{ .name = "address",                                                     \
		  .argument = "TEXT",                                                    \
		  .help = N_("the applicant's address") },                               \
		{ .name = "email",                                                       \
		  .argument = "ADDRESS",                                                 \
		  .help = N_("the applicant's mail address") },                          \
		{ .name = "proxy",                                                       \
		  .argument = "NAME",                                                    \
		  .help = N_("who hands it in for the applicant") },                     \
		{ .name = "proxy-id-number",                                             \
		  .argument = "N",                                                       \
		  .help = N_("the proxy's personal ID number") },                        \
		{ .name = "proxy-address",                                               \
		  .argument = "TEXT",                                                    \
		  .help = N_("the proxy's address") },                                   \
		{ .name = "proxy-phone",                                                 \
		  .argument = "PHONE",                                                   \
		  .help = N_("the proxy's telephone number") },                          \
		{ .name = "proxy-email",                                                 \
		  .argument = "ADDRESS",                                                 \
		  .help = N_("the proxy's mail address") },                              \
		{ .name = "proxy-paper",                                                 \
		  .argument = "TEXT",                                                    \
		  .help = N_("the paper of authority: its name, number and day") },      \
		{ .name = "request",                                                     \
		  .argument = "TEXT",                                                    \
		  .help = N_("what is asked for, in words") },                           \
		{ .name = "sets",                                                        \
		  .argument = "N",                                                       \
		  .help = N_("how many sets of them") },                                 \
		{ .name = "collect",                                                     \
		  .argument = "WAY",                                                     \
		  .help = N_("how the result is fetched"),                               \
		  .words = procedure_channels },                                         \
		{ .name = "agency",                                                      \
		  .argument = "NAME",                                                    \
		  .help = N_("who decides, where that is not this office") },            \
	{                                                                                \
		.name = "received-by", .argument = "NAME",                               \
		.help = N_("who took it in, where that is not this office")              \
	}

/* The option that has the key of FIELD, as a value of it. */
enum status dossier_read_field(struct cli *cli, enum dossier_field field,
			       struct value *said);

/* notes.c: what the clerk should know of what was taken in, on standard error. */
struct dossier_receipt;
void dossier_tell_notes(struct cli *cli, const struct dossier_receipt *receipt);

/* That the promise of CODE (NULL: of none yet) reaches into UNSETTLED, a year without a
 * notice; 0: it reaches into none, and nothing is told. */
void dossier_tell_unsettled(struct cli *cli, const char *code, int unsettled);

/* correct.c: what was taken down wrongly. */
extern const struct cli_option dossier_correct_options[];
enum status dossier_correct_verb(struct cli *cli);

/* records.c: taking in what another program recorded, `receive FILE`. */
enum status dossier_receive_records(struct cli *cli);

/* life.c: what is done to a dossier that is there. */
extern const struct cli_option dossier_forward_options[], dossier_pause_options[],
	dossier_extend_options[], dossier_finish_options[], dossier_reason_options[];
enum status dossier_accept_verb(struct cli *cli);
enum status dossier_forward_verb(struct cli *cli);
enum status dossier_pause_verb(struct cli *cli);
enum status dossier_resume_verb(struct cli *cli);
enum status dossier_extend_verb(struct cli *cli);
enum status dossier_finish_verb(struct cli *cli);
enum status dossier_return_verb(struct cli *cli);
enum status dossier_reject_verb(struct cli *cli);
enum status dossier_withdraw_verb(struct cli *cli);
enum status dossier_stop_verb(struct cli *cli);
enum status dossier_reopen_verb(struct cli *cli);
enum status dossier_void_verb(struct cli *cli);

/* link.c: dossiers of one request. */
extern const struct cli_option dossier_link_options[];
enum status dossier_link_verb(struct cli *cli);

/* pay.c: fees and what is paid of them; qr.c: the QR of a payment. */
extern const struct word dossier_qr_kinds[]; /* how a QR code is shown */
extern const struct cli_option dossier_pay_options[], dossier_fee_options[],
	dossier_payments_options[];
enum status dossier_pay_verb(struct cli *cli);
enum status dossier_pay_qr(struct cli *cli);
enum status dossier_fee_verb(struct cli *cli);
enum status dossier_payments_verb(struct cli *cli);

/* money.c: read TEXT (NULL: not given, *SUM is unchanged) as whole đồng, at least LEAST;
 * NAME is the option's, for the message. */
enum status dossier_money(const char *name, const char *text, int64_t least,
			  int64_t *sum);

/* find.c: finding and showing. */
extern const struct cli_option dossier_list_options[], dossier_show_options[];
enum status dossier_list_verb(struct cli *cli);
enum status dossier_show_verb(struct cli *cli);
enum status dossier_track_verb(struct cli *cli);
struct dossier_filter;
/* Fill FILTER from the dossier_list_options given, for every verb that has them. */
enum status dossier_read_filter(struct cli *cli, struct dossier_filter *filter);

/* due.c: what is promised. */
extern const struct cli_option dossier_due_options[];
enum status dossier_due_verb(struct cli *cli);

/* person.c: a person's file. */
extern const struct cli_option dossier_person_options[];
enum status dossier_person_verb(struct cli *cli);

/* form.c: the law's forms. */
extern const struct cli_option dossier_form_options[];
enum status dossier_form_verb(struct cli *cli);

/* move.c: from other systems and to them. */
extern const struct cli_option dossier_import_options[];
enum status dossier_import_verb(struct cli *cli);
enum status dossier_export_verb(struct cli *cli);

#endif
