#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What is in the file is not believed: whoever can write it can put anything into it.

load ../cmd/helper

setup() {
	office
}

# A statement of somebody else, run inside ours, that never ends.
ENDLESS="WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
	SELECT count(*) FROM n"

@test "a trigger that never ends is stopped, and the next one gets the store" {
	sqlite3 osq.db "CREATE TRIGGER trap AFTER INSERT ON ticket BEGIN $ENDLESS; END"
	try timeout "$PATIENCE" osq-ticket issue civil
	ended 65 '' "osq-ticket: $OSQ_DB: a statement took more steps than a store of this size can ask for, and was stopped
osq-ticket: see what was put into it: osq-admin check"
	sqlite3 osq.db 'DROP TRIGGER trap'
	OSQ_TIMEOUT=1 try osq-ticket issue civil
	ended 0 A001
}

@test "a view in the place of a table is not read" {
	sqlite3 osq.db 'ALTER TABLE holiday RENAME TO days;
		CREATE VIEW holiday AS SELECT * FROM days'
	for verb in check 'list holidays'; do
		# shellcheck disable=SC2086  # two words
		try timeout "$PATIENCE" osq-admin $verb
		like 70 '*' '*access to view "holiday" prohibited*'
	done
}

@test "a table that refers to itself for ever is no way to all the memory" {
	sqlite3 osq.db "CREATE TRIGGER trap AFTER INSERT ON ticket BEGIN
		SELECT length(replace(hex(zeroblob(100000)), '0', hex(zeroblob(1000)))); END"
	try timeout "$PATIENCE" osq-ticket issue civil
	like 70 '' '*string or blob too big*'
}

# Cut the store in the midst of a reader, who still has most of it to read: his output
# waits in a full pipe meanwhile.
@test "a store that is cut short while it is read is an error, and no signal" {
	{
		echo procedure,applicant,received_at,due_at
		yes '1.001193,Nguyễn Văn An,2026-11-02 08:00,2026-11-03 17:00' | head -n 20000
	} | osq-dossier import - >/dev/null
	osq-admin backup copy.db >/dev/null
	rm osq.db*
	cp copy.db osq.db
	mkfifo pipe
	osq-report overdue --json >pipe 2>said 3>&- &
	exec 7<pipe
	head -c 100 <&7 >/dev/null
	truncate -s 4096 osq.db
	cat <&7 >/dev/null
	exec 7<&-
	status=0
	finished $! || status=$?
	cat said >&2
	[ "$status" -eq 74 ]
	grep -qE 'cắt ngắn|disk I/O error|malformed' said
}
