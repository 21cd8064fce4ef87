/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_CATALOGUE_PROCEDURE_SQL_H
#define OSQ_OFFICE_CATALOGUE_PROCEDURE_SQL_H

/* The columns of a version as SQL, in the order of enum procedure_column from the
 * name on, each behind a prefix. */
#define VERSION_COLUMNS(p)                                                               \
	p "name, " p "field, " p "time_limit, " p "time_unit, " p "fee, " p              \
	  "decision, " p "note, " p "online_limit, " p "online_unit, " p                 \
	  "online_fee, " p "post_limit, " p "post_unit, " p "post_fee, " p "place, " p   \
	  "agency, " p "legal_basis, " p "time_text, " p "fee_text, " p "cutoff, " p     \
	  "until, " p "doubt"

/* The version `v` of the procedure `p` that holds on :day. */
#define HOLDS_ON_DAY                                                                     \
	"v.procedure_id = p.id AND v.since ="                                            \
	" (SELECT max(n.since) FROM procedure_version n"                                 \
	"   WHERE n.procedure_id = p.id AND n.since <= :day)"

/* The version `v` of the procedure `p` that the dossier `d` was received under, as
 * procedure_rule() finds it: of the day of receipt, or else the first. */
#define RECEIVED_UNDER                                                                   \
	"v.procedure_id = p.id AND v.since = coalesce("                                  \
	"(SELECT max(n.since) FROM procedure_version n WHERE n.procedure_id = p.id"      \
	"   AND n.since <= local_date(coalesce(d.received_at, d.requested_at))),"        \
	" (SELECT min(n.since) FROM procedure_version n WHERE n.procedure_id = p.id))"

#endif
