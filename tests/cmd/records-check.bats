#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What the figures rest on cannot be changed beside the commands: osq-admin check holds it
# against the journal.  Each test changes a copy with sqlite3.

load helper

setup() {
	office
	open_counters
	osq-ticket issue civil >/dev/null
	osq-ticket issue civil >/dev/null
	at 08:05
	osq-call next --counter 1 >/dev/null
	at 08:06
	osq-call undo --counter 1 >/dev/null
	at 08:07
	osq-call next --counter 1 >/dev/null
	osq-call start --counter 1 >/dev/null
	at 08:20
	osq-call next --counter 1 >/dev/null
	osq-call recall --counter 1 >/dev/null
	osq-call recall --counter 1 >/dev/null
	at 08:25
	osq-call no-show --counter 1 >/dev/null
	osq-rate add --ticket A001 --score 4 >/dev/null
	D=$(OSQ_OFFICER=hoa osq-dossier receive -p 1.001653 -a "Lê Thị Sáu")
	at 09:00
	osq-dossier finish "$D" >/dev/null
	osq-rate add --dossier "$D" --score 5 >/dev/null
	osq-rate add --sheet --officer binh --score 3 >/dev/null
	content
}

# told CHECK WORDS SQL: an edit of a copy is told.
told() {
	rm -f copy.db*
	osq-admin backup copy.db >/dev/null
	sqlite3 copy.db "$3"
	try osq-admin check -d copy.db --csv --no-header
	like 65 "*$1,error,*$2*" "osq-admin: *"
	[[ $output != *"$1,ok"* ]]
}

@test "a rating that was bettered, taken away, slipped in or given to another officer" {
	told ratings "has another score" "UPDATE rating SET score = 5 WHERE score = 4"
	told ratings "is not in the store" "DELETE FROM rating WHERE score = 3"
	told ratings "is not in the journal" "INSERT INTO rating (rated_at, score, officer_id)
		SELECT rated_at + 60, 5, officer_id FROM rating WHERE score = 3"
	told ratings "another officer" "UPDATE rating SET officer_id =
		(SELECT id FROM officer WHERE code = 'binh') WHERE score = 4"
}

@test "a number that was drawn at another moment, taken away or slipped in" {
	told tickets "A001, 2026-11-23T08:00: the journal has" \
		"UPDATE ticket SET issued_at = issued_at + 600 WHERE number = 1"
	told tickets "A002, 2026-11-23T08:00: the journal has" "PRAGMA foreign_keys = OFF;
		DELETE FROM ticket_period WHERE ticket_id = 2; DELETE FROM ticket WHERE id = 2"
	told tickets "A003, 2026-11-23T08:00: the store has" "INSERT INTO ticket
		(day, series, number, issued_at) SELECT day, series, 3, issued_at FROM ticket LIMIT 1"
}

@test "a wait that was shortened, a no-show that was served, a call taken away" {
	told visits "A001, 2026-11-23T08:07: an act" "UPDATE ticket_period SET
		started_at = started_at - 300 WHERE state = 'called' AND ticket_id = 1;
		UPDATE ticket_period SET ended_at = ended_at - 300
			WHERE state = 'waiting' AND ticket_id = 1"
	told visits "A002, 2026-11-23T08:25: an act" \
		"UPDATE ticket_period SET state = 'done' WHERE state = 'no_show'"
	told visits "A001, 2026-11-23T08:07: an act" \
		"DELETE FROM ticket_period WHERE state = 'serving' AND ticket_id = 1"
	told visits "A001, 2026-11-23T08:00: the state does not end" "UPDATE ticket_period
		SET ended_at = ended_at - 300 WHERE state = 'waiting' AND ticket_id = 1"
}

@test "a receipt that was moved with its story, another procedure, a dossier taken away" {
	told dossiers "an act of the journal is not in the dossier's story" "UPDATE dossier
		SET received_at = received_at - 259200; UPDATE dossier_event
		SET at = at - 259200 WHERE act = 'receive'"
	told dossiers "$D, 2026-11-23T08:25: the dossier was received otherwise" \
		"UPDATE dossier SET received_at = received_at - 259200"
	told dossiers "the dossier was received otherwise" "UPDATE dossier SET procedure_id =
		(SELECT id FROM procedure WHERE code = '1.001193')"
	told dossiers "$D, 2026-11-23T08:25: an act" "PRAGMA foreign_keys = OFF;
		UPDATE rating SET dossier_id = NULL; DELETE FROM dossier_event;
		DELETE FROM dossier_paper; DELETE FROM dossier_intake; DELETE FROM dossier"
}

@test "what commands change is no edit: a correction, a move, a purge" {
	at 09:00 2026-11-25
	osq-dossier correct "$D" -r "nhận từ sáng" --received 2026-11-23T08:10 >/dev/null
	osq-dossier correct "$D" -r "nhầm thủ tục" -p 1.001193 >/dev/null
	osq-admin end-day --day 2026-11-23 >/dev/null
	content
}

@test "a name in a register, and the number of a form" {
	for kind in officer counter service desk procedure_version; do
		told names "a name is not what the last import" \
			"UPDATE $kind SET name = name || ' B'
				WHERE name = (SELECT min(name) FROM $kind)"
	done
	osq-admin set officers binh name='Trần Văn Bình Minh' >/dev/null
	osq-dossier form 01 "$D" --output first.html >/dev/null
	osq-dossier form 07 --output book.html >/dev/null
	content
	# what is set again changes nothing, and puts no seal on what was changed beside it
	rm -f copy.db*
	osq-admin backup copy.db >/dev/null
	sqlite3 copy.db "UPDATE officer SET name = 'X' WHERE code = 'hoa'"
	osq-admin set officers lan name='Lê Ngọc Lan' -d copy.db >/dev/null
	try osq-admin check -d copy.db --csv --no-header -o check,verdict,detail
	like 65 '*names,error,officers: a name is not what the last import (2026-11-23?09:00) left*' '*'
	told papers "$D 2026/1: a form's number of the journal is not in the store" \
		"DELETE FROM form_number WHERE dossier_id > 0"
	told papers "$D 2026/7: a form's number in the store is not in the journal" \
		"UPDATE form_number SET number = 7 WHERE dossier_id > 0"
}
