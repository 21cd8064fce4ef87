/* SPDX-License-Identifier: MIT */
/* osq-dossier list, show and track: finding and showing. */
#include "dossier.h"

#include <string.h>

#include "base/intl.h"
#include "cli/output.h"
#include "cli/values.h"
#include "form/write/format.h"
#include "form/write/writer.h"
#include "office/catalogue/procedure.h"
#include "office/core/look.h"
#include "office/dossier/dossier_columns.h"
#include "office/dossier/dossier_link.h"
#include "office/dossier/dossier_list.h"
#include "office/dossier/dossier_promise.h"
#include "office/dossier/dossier_state.h"
#include "office/dossier/dossier_story.h"
#include "office/rules/life.h"
#include "office/rules/standing.h"

#define FULL                                                                             \
	{                                                                                \
		.name = "full", .roles = ROLE_HEAD,                                      \
		.help = N_("ID and telephone numbers and addresses unmasked")            \
	}

const struct cli_option dossier_list_options[] = {
	{ .name = "text",
	  .letter = 'q',
	  .argument = "WORDS",
	  .help = N_(
		  "words of applicant, address or procedure, numbers, codes; accents do not matter") },
	{ .name = "standing",
	  .argument = "STANDING",
	  .help = N_("of this standing or delay, or of one of several (a,b)"),
	  .words = dossier_concerns,
	  .several = true },
	{ .name = "standing-766",
	  .argument = "STANDING",
	  .help = N_("the same as Decision 766 counts"),
	  .words = dossier_standings_766,
	  .several = true },
	{ .name = "status",
	  .argument = "STATUS",
	  .help = N_("in this state, or in one of several (a,b)"),
	  .words = dossier_statuses,
	  .several = true },
	{ .name = "procedure",
	  .letter = 'p',
	  .argument = "CODE",
	  .help = N_("under this procedure"),
	  .suggest = "@procedures" },
	{ .name = "field", .argument = "WORDS", .help = N_("of this field") },
	{ .name = "officer",
	  .argument = "OFFICER",
	  .help = N_("of this officer"),
	  .suggest = "@officers" },
	{ .name = "desk",
	  .argument = "DESK",
	  .help = N_("that lie at this desk"),
	  .suggest = "@desks" },
	{ .name = "holder",
	  .argument = "OFFICER",
	  .help = N_("that this officer has"),
	  .suggest = "@officers" },
	{ .name = "channel",
	  .argument = "CHANNEL",
	  .help = N_("received through this channel"),
	  .words = procedure_channels },
	{ .name = "agency", .argument = "WORDS", .help = N_("decided by this agency") },
	{ .name = "id-number",
	  .argument = "N",
	  .help = N_("of the person with this ID number") },
	{ .name = "phone",
	  .argument = "PHONE",
	  .help = N_("of the person with this telephone number") },
	{ .name = "linked",
	  .argument = "CODE",
	  .help = N_("handled together with this one, itself too"),
	  .suggest = "@dossiers" },
	{ .name = "fee-due", .help = N_("whose fee is still to be paid") },
	DAYS_OPTIONS(N_("of this day")),
	{ .name = "by",
	  .argument = "MOMENT",
	  .help = N_("which moment the days are of (default: received)"),
	  .words = dossier_moments },
	{ .name = "newest", .help = N_("the newest first") },
	{ .name = "limit", .argument = "N", .help = N_("no more than so many") },
	FULL,
	{ 0 },
};

const struct cli_option dossier_show_options[] = { FULL, { 0 } };

/* The one place that shows personal data unmasked, to the officer who asks: the journal
 * entry of the look is written before anything is shown. */
static enum status
ask_full(struct cli *cli, struct dossier_filter *filter, const char *what, int64_t count)
{
	filter->full = cli_value(cli, "full") != NULL;
	return filter->full ? office_look(&cli->office, what, filter->code, count) : OK;
}

/* Refuse an empty number instead of ignoring it: a script whose variable is empty would
 * otherwise get everybody's dossiers. */
static enum status
read_number(struct cli *cli, const char *name, const char **number)
{
	enum status st = cli_text(cli, name, number);

	if (!st && cli_value(cli, name) && !*number)
		*number = "";
	return st;
}

/* Read those of the list's options that are text. */
static enum status
read_texts(struct cli *cli, struct dossier_filter *filter)
{
	enum status st;

	if ((st = cli_text(cli, "text", &filter->text)) ||
	    (st = cli_text(cli, "agency", &filter->agency)) ||
	    (st = read_number(cli, "id-number", &filter->id_number)))
		return st;
	return read_number(cli, "phone", &filter->phone);
}

/* The last act costs a query for each dossier, so it is read only where it is shown. */
static bool
shows_last(const struct cli *cli)
{
	return cli->columns && strstr(cli->columns, "last_");
}

enum status
dossier_read_filter(struct cli *cli, struct dossier_filter *filter)
{
	enum status st;

	*filter = (struct dossier_filter){
		.days = EVERY_DAY,
		.standing = cli_value(cli, "standing"),
		.standing_766 = cli_value(cli, "standing-766"),
		.status = cli_value(cli, "status"),
		.procedure = cli_value(cli, "procedure"),
		.field = cli_value(cli, "field"),
		.officer = cli_value(cli, "officer"),
		.desk = cli_value(cli, "desk"),
		.holder = cli_value(cli, "holder"),
		.channel = cli_value(cli, "channel"),
		.by = (enum dossier_moment)cli_choice(cli, "by", BY_RECEIVED),
		.fee_due = cli_value(cli, "fee-due") != NULL,
		.newest = cli_value(cli, "newest") != NULL
	};
	if ((st = cli_days(cli, &filter->days)) || (st = read_texts(cli, filter)) ||
	    (st = cli_number(cli, "limit", 1, INT32_MAX, &filter->limit)))
		return st;
	if (cli_value(cli, "linked"))
		return dossier_called(&cli->office, cli_value(cli, "linked"),
				      filter->linked);
	return OK;
}

/* The columns that people look for in a list and that fit a terminal of 120 columns;
 * files get all. */
#define LISTED "code,procedure,applicant,status,standing,received_at,due_at,desk"

enum status
dossier_list_verb(struct cli *cli)
{
	struct dossier_filter filter;
	struct sink *sink;
	enum status st;

	if ((st = dossier_read_filter(cli, &filter)))
		return st;
	filter.last = shows_last(cli);
	if ((st = ask_full(cli, &filter, "dossier list", -1)))
		return st;
	if (!cli->columns && !cli->xlsx && (!cli->format || cli->format == &format_table))
		cli->columns = LISTED;
	if ((st = output_list(cli, dossier_columns, &sink)))
		return st;
	return dossier_list(&cli->office, &filter, sink);
}

/* What show shows of the dossier itself. */
#define SHOWN                                                                                   \
	"code,procedure,procedure_name,field,applicant,id_number,phone,address,channel,"        \
	"status,standing,standing_766,requested_at,received_at,due_at,promised_at,finished_at," \
	"returned_at,result,officer,ticket,desk,holder,paused_at,pause_kind,requests,"          \
	"time_limit,time_unit,fee,fee_paid,fee_due"

/* A sink that only knows whether a row came. */
struct any {
	struct sink sink;
	bool any;
};

static enum status
note_row(struct sink *sink, const struct value *values)
{
	(void)values;
	((struct any *)sink)->any = true;
	return OK;
}

/* Write a part of the dossier's history; in formats for people only where it has rows. */
static enum status
show_part(struct cli *cli, const struct dossier_part *part, int64_t id)
{
	const struct section section = { .key = part->key,
					 .title = _(part->title),
					 .columns = part->columns };
	struct any found = { .sink = { note_row } };
	struct sink *sink;
	enum status st = OK;

	if (cli->format != &format_json &&
	    ((st = dossier_part_rows(&cli->office, part, id, &found.sink)) || !found.any))
		return st;
	if ((st = output_section(cli, &section, &sink)))
		return st;
	return dossier_part_rows(&cli->office, part, id, sink);
}

/* The record and all that belongs to it: in JSON one object with arrays. */
static enum status
show_all(struct cli *cli, const struct dossier_filter *filter, int64_t id)
{
	const struct document document = { .kind = DOCUMENT_SECTIONS };
	const struct section record = { .columns = dossier_columns, .record = true };
	const struct dossier_part *part;
	struct sink *sink;
	enum status st = output_open(cli, &document);

	cli->columns = SHOWN;
	if (!st && !(st = output_section(cli, &record, &sink)))
		st = dossier_list(&cli->office, filter, sink);
	cli->columns = NULL;
	for (part = dossier_parts; part->key && !st; part++)
		st = show_part(cli, part, id);
	return st;
}

/* One table holds one kind of rows: so CSV, JSON Lines and --columns get the record
 * alone. */
enum status
dossier_show_verb(struct cli *cli)
{
	char code[DOSSIER_CODE];
	struct dossier_filter filter = { .code = code, .last = true };
	struct dossier_state state;
	struct sink *sink;
	int64_t id;
	enum status st = dossier_called(&cli->office, cli->operands[0], code);

	if (st || (st = dossier_state_find(&cli->office, code, &id, &state)) ||
	    (st = ask_full(cli, &filter, "dossier show", 1)))
		return st;
	if (!cli->columns && (!cli->format || cli->format == &format_table || cli->xlsx ||
			      cli->format == &format_json))
		return show_all(cli, &filter, id);
	if (!cli->columns)
		cli->columns = SHOWN;
	st = output_record(cli, dossier_columns, &sink);
	return st ? st : dossier_list(&cli->office, &filter, sink);
}

#define TRACKED_ALONE                                                                    \
	"code,procedure_name,status,standing,received_at,promised_at,desk,next"

/* Most are linked with none, and people need no row that says so. */
static enum status
leave_out_together(struct cli *cli, const char *code)
{
	bool linked;
	enum status st = dossier_is_linked(&cli->office, code, &linked);

	if (!st && !linked)
		cli->columns = TRACKED_ALONE;
	return st;
}

enum status
dossier_track_verb(struct cli *cli)
{
	char code[DOSSIER_CODE];
	struct sink *sink;
	enum status st = dossier_called(&cli->office, cli->operands[0], code);
	int unsettled;

	if (!st && !cli->columns && (!cli->format || cli->format == &format_table))
		st = leave_out_together(cli, code);
	if (st || (st = output_record(cli, track_columns, &sink)) ||
	    (st = dossier_track(&cli->office, code, sink, &unsettled)))
		return st;
	dossier_tell_unsettled(cli, code, unsettled);
	return OK;
}
