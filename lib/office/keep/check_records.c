/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/intl.h"
#include "base/mem.h"
#include "base/moment.h"
#include "base/show.h"
#include "office/keep/check_parts.h"

/*
 * What the figures rest on, held against the journal, whose chain nobody can mend: the
 * ratings, the tickets and their periods, and the stories of dossiers, each both ways
 * where the journal tells all of it.  What was imported has one entry for all, and what
 * ends a visit beside another call, or with the day, none of its own.  An undone act took
 * its periods away.
 *
 * The lists are compared whole, by sorting them, since the journal has no index; it costs
 * less than the walk along its chain.
 */

/* Ratings; since the entries name the officer, with him and what was rated. */
#define RATINGS_TOLD                                                                     \
	"SELECT at, CAST(detail ->> 'score' AS INTEGER), count(*) FROM journal"          \
	" WHERE act = 'rate' GROUP BY 1, 2"
#define RATINGS_KEPT "SELECT rated_at, score, count(*) FROM rating GROUP BY 1, 2"
static const char ratings_lost_sql[] = "SELECT NULL, column1 FROM (SELECT at AS column1"
				       " FROM (" RATINGS_TOLD " EXCEPT " RATINGS_KEPT
				       ")) ORDER BY 2 LIMIT 20";
static const char ratings_beside_sql[] = "SELECT NULL, rated_at FROM (" RATINGS_KEPT
					 " EXCEPT " RATINGS_TOLD ") ORDER BY 2 LIMIT 20";
static const char ratings_of_sql[] =
	"SELECT subject, at FROM ("
	"  SELECT at, subject, detail ->> 'officer', CAST(detail ->> 'score' AS INTEGER)"
	"    FROM journal WHERE act = 'rate' AND detail ->> 'officer' IS NOT NULL"
	"  EXCEPT SELECT g.rated_at, coalesce(label(t.series, t.number), d.code, o.code),"
	"      o.code, g.score FROM rating g JOIN officer o ON o.id = g.officer_id"
	"    LEFT JOIN ticket t ON t.id = g.ticket_id LEFT JOIN dossier d ON d.id = g.dossier_id)"
	" ORDER BY at LIMIT 20";

#define TICKETS_TOLD                                                                     \
	"SELECT at, iif(act = 'ticket issue', subject, detail ->> 'ticket') AS label"    \
	"  FROM journal WHERE act = 'ticket issue' OR act = 'ticket arrive'"
#define TICKETS_KEPT "SELECT issued_at AS at, label(series, number) AS label FROM ticket"
static const char tickets_lost_sql[] = "SELECT label, at FROM (" TICKETS_TOLD
				       " EXCEPT " TICKETS_KEPT ") ORDER BY 2, 1 LIMIT 20";
static const char tickets_beside_sql[] = "SELECT label, at FROM (" TICKETS_KEPT
					 " EXCEPT " TICKETS_TOLD
					 ") ORDER BY 2, 1 LIMIT 20";

/* What an act makes of the visit that it names; of the others each has several. */
#define MADE                                                                             \
	"CASE act WHEN 'call next' THEN 'called' WHEN 'call recall' THEN 'called'"       \
	" WHEN 'call start' THEN 'serving' WHEN 'call hold' THEN 'held'"                 \
	" WHEN 'call no-show' THEN 'no_show' END"
static const char acts_lost_sql[] =
	"WITH undone AS MATERIALIZED (SELECT id, counter, subject, detail ->> 'act' AS act"
	"    FROM journal WHERE act = 'call undo'),"
	"  told AS (SELECT id, at, counter, act, subject, " MADE " AS made FROM journal"
	"    WHERE act IN ('call next', 'call recall', 'call start', 'call hold',"
	"      'call no-show')),"
	"  lost AS (SELECT at, subject, made FROM told"
	"    EXCEPT SELECT p.started_at, label(t.series, t.number), p.state"
	"      FROM ticket_period p JOIN ticket t ON t.id = p.ticket_id)"
	"SELECT t.subject, t.at FROM lost l JOIN told t ON t.at = l.at"
	"    AND t.subject = l.subject AND t.made = l.made"
	"  WHERE NOT EXISTS (SELECT 1 FROM undone u WHERE u.id > t.id"
	"    AND u.counter IS t.counter AND u.subject IS t.subject AND u.act = t.act)"
	" ORDER BY t.id LIMIT 20";
static const char periods_beside_sql[] =
	"SELECT label, at FROM ("
	"  SELECT p.started_at AS at, label(t.series, t.number) AS label"
	"    FROM ticket_period p JOIN ticket t ON t.id = p.ticket_id"
	"    WHERE p.state <> 'done' AND p.state <> 'unserved'"
	"  EXCEPT SELECT at, iif(act = 'ticket arrive' OR act = 'ticket cancel',"
	"      coalesce(detail ->> 'ticket', subject), subject)"
	"    FROM journal WHERE act >= 'call ' AND act < 'call!'"
	"      OR act >= 'ticket ' AND act < 'ticket!') ORDER BY at, label LIMIT 20";
/* A state ends when the next begins. */
static const char periods_gap_sql[] =
	"SELECT label(t.series, t.number), g.started_at FROM ("
	"    SELECT ticket_id, started_at, ended_at, state,"
	"      lead(started_at) OVER (PARTITION BY ticket_id ORDER BY id) AS next"
	"    FROM ticket_period) g JOIN ticket t ON t.id = g.ticket_id"
	"  WHERE next IS NOT NULL AND ended_at IS NOT next AND NOT is_word('states_over', state)"
	" ORDER BY g.started_at LIMIT 20";

/* Stories that a file brought in place of ours. */
#define BROUGHT                                                                          \
	"WITH brought AS MATERIALIZED (SELECT id, subject FROM journal"                  \
	"  WHERE act = 'dossier import' AND instr(detail ->> 'fields', 'events')) "
#define NOT_BROUGHT                                                                      \
	" AND NOT EXISTS (SELECT 1 FROM brought b WHERE b.subject = j.subject"           \
	"   AND b.id > j.id)"

/* Codes were journalled as they were typed; who accepts, receives. */
static const char stories_lost_sql[] = BROUGHT
	"SELECT j.subject, j.at FROM journal j"
	" WHERE j.act >= 'dossier ' AND j.act < 'dossier!'"
	"   AND is_word('acts', substr(j.act, 9)) AND j.act <> 'dossier import'"
	"   AND NOT EXISTS (SELECT 1 FROM dossier d JOIN dossier_event e ON e.dossier_id = d.id"
	"     WHERE d.code IN (j.subject, upper(j.subject)) AND e.act = replace(substr(j.act, 9), 'accept', 'receive')"
	"       AND e.at = j.at)" NOT_BROUGHT " ORDER BY j.id LIMIT 20";

/* What stood in KEY of a dossier d before anything changed it; NULL: nothing has. */
#define FIRST_WAS(key)                                                                   \
	"(SELECT e.was ->> '" key "' FROM dossier_event e WHERE e.dossier_id = d.id"     \
	"   AND e.was ->> '" key "' IS NOT NULL ORDER BY e.id LIMIT 1)"
static const char receipts_sql[] = BROUGHT
	"SELECT d.code, j.at FROM journal j JOIN dossier d ON d.code = j.subject"
	"  JOIN procedure p ON p.id = d.procedure_id WHERE j.act = 'dossier receive'"
	"  AND (d.received_at <> j.at"
	"      AND read_moment(" FIRST_WAS(
		"received_at") ") IS NOT j.at"
			       "    OR p.code <> j.detail ->> 'procedure'"
			       "      AND " FIRST_WAS(
				       "procedure") " IS NOT j.detail ->> 'procedure')" NOT_BROUGHT
						    " ORDER BY j.id LIMIT 20";

/* The numbers of the law's forms, each with its paper; of a dossier that is named. */
#define PAPERS_TOLD                                                                      \
	"SELECT coalesce(subject, detail ->> 'field', '') || ' ' || (detail ->> 'year')" \
	"    || '/' || (detail ->> 'number') AS paper, count(*) AS n"                    \
	"  FROM journal WHERE act = 'form number' GROUP BY 1"
#define PAPERS_KEPT                                                                      \
	"SELECT coalesce(d.code, f.field) || ' ' || f.year || '/' || f.number AS paper," \
	"    count(*) AS n"                                                              \
	"  FROM form_number f LEFT JOIN dossier d ON d.id = f.dossier_id GROUP BY 1"
static const char papers_lost_sql[] = "SELECT paper, NULL FROM (" PAPERS_TOLD
				      " EXCEPT " PAPERS_KEPT ") ORDER BY 1 LIMIT 20";
static const char papers_beside_sql[] = "SELECT paper, NULL FROM (" PAPERS_KEPT
					" EXCEPT " PAPERS_TOLD ") ORDER BY 1 LIMIT 20";

/* Each question gives who or what it is about and the moment, either or NULL. */
static const struct {
	const char *check, *sql, *says;
} questions[] = {
	{ "ratings", ratings_lost_sql,
	  N_("a rating of the journal is not in the store, or has another score") },
	{ "ratings", ratings_beside_sql,
	  N_("a rating in the store is not in the journal, or has another score") },
	{ "ratings", ratings_of_sql,
	  N_("the rating has another officer than the journal, or is of another visit") },
	{ "tickets", tickets_lost_sql,
	  N_("the journal has this number; the store has none of that moment") },
	{ "tickets", tickets_beside_sql,
	  N_("the store has this number; the journal has none of that moment") },
	{ "visits", acts_lost_sql, N_("an act of the journal is not in the visit") },
	{ "visits", periods_beside_sql,
	  N_("the visit has a state that no act of the journal began") },
	{ "visits", periods_gap_sql,
	  N_("the state does not end when the next one begins") },
	{ "papers", papers_lost_sql,
	  N_("a form's number of the journal is not in the store, or of another paper") },
	{ "papers", papers_beside_sql,
	  N_("a form's number in the store is not in the journal, or of another paper") },
	{ "dossiers", stories_lost_sql,
	  N_("an act of the journal is not in the dossier's story") },
	{ "dossiers", receipts_sql,
	  N_("the dossier was received otherwise by the journal") },
};

static enum status
tell_found(struct checking *c, struct query *q, const char *check, const char *says)
{
	char when[SHOW_TEXT] = "";
	const char *subject = query_col_null(q, 0) ? "" : query_col_given(q, 0);
	char *detail;
	enum status st;

	if (!query_col_null(q, 1))
		show_moment(query_col_int(q, 1), when);
	detail = mem_print("%s%s%s: %s", subject, *subject && *when ? ", " : "", when,
			   _(says));
	st = check_error(c, check, detail);

	free(detail);
	return st;
}

enum status
check_records(struct checking *c, const char *check)
{
	size_t i;
	enum status st = OK;

	for (i = 0; i < sizeof(questions) / sizeof(*questions) && !st; i++) {
		struct query q;

		if (strcmp(questions[i].check, check) != 0)
			continue;
		query_open(&q, c->office->store, questions[i].sql);
		while (!st && query_row(&q))
			st = tell_found(c, &q, check, questions[i].says);
		st = worse(st, query_close(&q));
	}
	return st;
}
