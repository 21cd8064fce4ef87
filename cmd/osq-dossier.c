/* SPDX-License-Identifier: MIT */
/* osq-dossier - a dossier's whole life, from intake to the result.  See osq-dossier(1). */
#include "base/intl.h"
#include "cli/import.h"
#include "dossier.h"
#include "office/dossier.h"
#include "office/dossier_exchange.h"
#include "office/dossier_papers.h"
#include "office/dossier_promise.h"
#include "office/payment.h"

#define ACT(name, options, help, candidates, run)                                        \
	{ name, "CODE...", 0, OPERANDS_MANY, help, NEEDS_WRITE, options, NULL, candidates, run }

static const struct cli_verb verbs[] = {
	{ "receive", "[FILE]", 0, 1, N_("take a dossier in, or the records of a file"),
	  NEEDS_WRITE, dossier_receive_options, dossier_columns, "@file",
	  dossier_receive_verb },
	{ "papers", "CODE", 1, 1, N_("list the papers of a dossier, or tick them"), NEEDS_WRITE,
	  dossier_papers_options, dossier_paper_columns, "@open-dossiers", dossier_papers_verb },
	ACT("forward", dossier_forward_options, N_("hand over to a desk or an officer"),
	    "@open-dossiers", dossier_forward_verb),
	ACT("pause", dossier_pause_options,
	    N_("wait for the citizen or another agency; the clock stands"), "@open-dossiers",
	    dossier_pause_verb),
	ACT("resume", NULL, N_("the clock goes on, and the promise moves"),
	    "@paused-dossiers", dossier_resume_verb),
	ACT("extend", dossier_extend_options, N_("promise a later moment, with an apology"),
	    "@open-dossiers", dossier_extend_verb),
	ACT("finish", dossier_finish_options, N_("the result is ready"), "@open-dossiers",
	    dossier_finish_verb),
	ACT("return", NULL, N_("the citizen has the result"), "@finished-dossiers",
	    dossier_return_verb),
	ACT("reject", dossier_reason_options, N_("it is not accepted"), "@open-dossiers",
	    dossier_reject_verb),
	ACT("withdraw", dossier_reason_options, N_("the citizen wants it back"),
	    "@open-dossiers", dossier_withdraw_verb),
	ACT("stop", dossier_reason_options, N_("end it without a result"), "@open-dossiers",
	    dossier_stop_verb),
	ACT("reopen", dossier_reason_options, N_("take an end back"), "@ended-dossiers",
	    dossier_reopen_verb),
	{ "pay", "[CODE...]", 0, OPERANDS_MANY, N_("take the fee, or show its QR code"),
	  NEEDS_WRITE, dossier_pay_options, NULL, "@dossiers", dossier_pay_verb },
	{ "fee", "CODE AMOUNT", 2, 2, N_("set the fee, which was counted"), NEEDS_WRITE,
	  dossier_fee_options, NULL, "@open-dossiers", dossier_fee_verb },
	{ "payments", "[CODE]", 0, 1, N_("list what was paid"), NEEDS_READ,
	  dossier_payments_options, payment_columns, "@dossiers", dossier_payments_verb },
	{ "list", "", 0, 0, N_("list dossiers"), NEEDS_READ, dossier_list_options,
	  dossier_columns, NULL, dossier_list_verb },
	{ "show", "CODE", 1, 1, N_("show one dossier and its whole story"), NEEDS_READ,
	  dossier_show_options, dossier_columns, "@dossiers", dossier_show_verb },
	{ "track", "CODE", 1, 1, N_("where is it? for anybody, without personal data"),
	  NEEDS_READ, NULL, track_columns, "@dossiers", dossier_track_verb },
	{ "person", "[ID]", 0, 1, N_("all that is kept of a person; the journal notes it"),
	  NEEDS_READ, dossier_person_options, NULL, NULL, dossier_person_verb },
	{ "form", "NN [CODE...]", 1, OPERANDS_MANY, N_("fill in the law's form NN, to print"),
	  NEEDS_READ, dossier_form_options, NULL, "01|02|03|04|05|06|07 @dossiers",
	  dossier_form_verb },
	{ "due", "", 0, 0, N_("when would it be due, and what is due soon? nothing is stored"),
	  NEEDS_READ, dossier_due_options, promised_columns, NULL, dossier_due_verb },
	{ "import", "[FILE]", 0, 1, N_("import dossiers from CSV or JSON"), NEEDS_WRITE,
	  dossier_import_options, import_columns, "@file", dossier_import_verb },
	{ "export", "", 0, 0, N_("everything of the dossiers, for another office"), NEEDS_READ,
	  dossier_list_options, exchange_columns, NULL, dossier_export_verb },
	{ .run = NULL },
};

int
main(int argc, char **argv)
{
	static const struct cli_command command = {
		"osq-dossier", N_("A dossier's whole life, from intake to the result."), verbs,
		NULL
	};

	return cli_main(&command, argc, argv);
}
