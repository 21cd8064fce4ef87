/* SPDX-License-Identifier: MIT */
#ifndef OSQ_OFFICE_SQL_LORE_H
#define OSQ_OFFICE_SQL_LORE_H

#include "store/function.h"

/*
 * The rules that stand in SQL too, each once: functions that are C, taught to every
 * connection (store_open()).  Statements call them by these names:
 *
 *	label(series, number)      a ticket's label, "A012" (label_print())
 *	local_day(moment)          number of the local day, as day_of()
 *	local_date(moment)         "2026-11-24"
 *	local_year(moment)         2026
 *	moment_text(moment)        "2026-11-24T07:35:00+07:00"
 *	read_moment(text)          the other way; null where it is none
 *	without_result(status)     standing_without_result()
 *	standing_of_end(end, due)  of what ended so
 *	standing(status, finished_at, due_at, paused_at, now, risk)
 *	                           standing_now(), RISK null: nothing is at risk
 *	standing_no_result(rules, end, due)
 *	                           of what ended without a result; null: in no column
 *	is_ours(named, our_name)   agency_is_ours()
 *	standing_766(status, finished_at, due_at, first_due_at, paused_at, pause_kind,
 *	             requests, waited, now)
 *	                           standing_766()
 *	words(code, applicant, id_number, phone, address, procedure_id)
 *	                           what a dossier is found by (rules/words.h)
 *	digits(number), has_numbers(numbers, id_number, phone, code)
 *	                           words_digits(), words_have_numbers()
 *	is_word(list, word)        whether a closed list has the word, or is it one of
 *                                 those named ("acts_giving"); lore.c has the names
 *	matches(text, query)       fold_matches(), folding the text
 *	accents(text, query)       fold_accents()
 *	agency_said(name)          addressed_agency()
 *	is_organisation(name, number)
 *	                           addressed_is_organisation()
 */
extern const struct store_lore office_lore;

#endif
