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

# By sqlite3(1), which knows no rule of ours.
put_setting() { # KEY VALUE
	sqlite3 osq.db "INSERT OR REPLACE INTO setting VALUES ('$1', '0001-01-01', $2)"
}

@test "a setting that was put in by other ways holds only where it fits" {
	osq-admin config name 'Xã Một' >/dev/null
	osq-report day >before
	LANGUAGE='' osq-ticket issue none 2>told || :
	put_setting report_language "'../../../../evil'"
	put_setting language "'../../x'"
	put_setting at_risk_days "'99999999999999999999'"
	put_setting policy "'ratio 0:0'"
	put_setting wait_target "x'ff'||'5'"
	put_setting bank_account "'%n'"
	put_setting no_such "'1'"
	osq-report day >after
	diff before after
	LANGUAGE='' osq-ticket issue none 2>told-now || :
	diff told told-now
	try osq-ticket issue civil
	ended 0 A001
	try osq-admin check --csv --no-header
	[ "$status" -eq 65 ]
	for key in at_risk_days bank_account language policy report_language wait_target; do
		grep "^settings,error,\"*$key: .* does not fit: " <<<"$output"
	done
	grep -x 'settings,error,no_such: no such setting' <<<"$output"
	[ "$(grep -c '^settings,' <<<"$output")" -eq 7 ]
}

@test "a template is a file of the owner's that everybody may read and nobody else change" {
	osq-ticket issue civil >/dev/null
	echo '<p>{{number}}</p>' >own.html
	put_setting slip_template "'$PWD/own.html'"
	chmod 644 own.html
	try osq-ticket print A001 --as html
	ended 0 '<p>A001</p>'
	for mode in 600 640 666 664; do # a secret, or one that others can change
		chmod $mode own.html
		try osq-ticket print A001 --as html
		ended 77 '' "osq-ticket: $PWD/own.html: a template must belong to the store's owner or to root, be readable by all and writable by nobody else
osq-ticket: chmod 644 makes it so, where the owner is right"
	done
	mkfifo pipe.html
	for name in "$PWD/pipe.html" /dev/zero /dev/tty "$PWD"; do
		put_setting slip_template "'$name'"
		try timeout "$PATIENCE" osq-ticket print A001 --as html
		[ "$status" -eq 66 ]
		[ "$output" = "" ]
	done
	# Every template that a setting names, not the slip's alone.
	chmod 600 own.html
	for key in board catalogue procedure; do
		put_setting ${key}_template "'$PWD/own.html'"
	done
	mkdir forms
	install -m 600 own.html forms/01.html
	put_setting forms_folder "'$PWD/forms'"
	code=$(osq-dossier receive -p 1.001193 -a 'Nguyễn Văn An')
	for command in 'osq-board --html board.html' 'osq-admin publish procedures pages' \
		"osq-dossier form 01 $code"; do
		# shellcheck disable=SC2086  # a command and its arguments
		try $command
		like 77 '' '*: a template must belong to *'
	done
	[ ! -e board.html ]
}

@test "a text that is no UTF-8 is read with a sign in its place, by everybody" {
	code=$(osq-dossier receive -p 1.001193 -a 'Nguyễn Văn An' --phone 0987654321)
	bytes=$(printf 'b3%.0s' {1..90})
	sqlite3 osq.db "UPDATE dossier SET phone = CAST(x'30393837363534333231$bytes' AS TEXT),
		applicant = CAST(x'416e00c328' AS TEXT)"
	try osq-dossier list --csv --no-header -o code,applicant
	ended 0 "$code,An"
	try osq-dossier list --full --csv --no-header -o phone
	ended 0 "0987654321$(printf '\357\277\275%.0s' {1..90})"
	for command in "show $code" 'list -q nguoi' 'list -q 0987654321' "form 01 $code" \
		"person 0987654321" export; do
		# shellcheck disable=SC2086  # a verb and its arguments
		try osq-dossier $command
		[ "$status" -le 1 ]
		iconv -f UTF-8 -t UTF-8 <<<"$output" >/dev/null
	done
	try osq-admin check
	[ "$status" -eq 65 ]
}

# bounded COMMAND: with a gigabyte of addresses; a sanitizer wants them all.
bounded() {
	ldd "$(command -v osq-admin)" | grep -q libasan || ulimit -v 1000000
	timeout "$PATIENCE" "$@"
}

@test "check adds up what is there, whatever numbers it has" {
	for _ in 1 2 3; do
		osq-dossier receive -p 1.001193 -a 'Nguyễn Văn An' >/dev/null
	done
	cp osq.db kept.db
	cp osq.db-wal kept.db-wal
	for id in -1 -3 -1000 -100000000 2000000000 253402300800 9223372036854775807 \
		-9223372036854775808; do
		rm osq.db*
		cp kept.db osq.db
		cp kept.db-wal osq.db-wal
		sqlite3 osq.db "PRAGMA foreign_keys = OFF; UPDATE dossier SET id = $id WHERE id = 2"
		(bounded osq-admin check --csv >told) || status=$?
		[ "$status" -eq 65 ]
		grep -qF 'words,error,"2 dossiers are not found by their words' told
	done
}

@test "reports group by procedures and officers, whatever numbers those have" {
	osq-dossier receive -p 1.001193 -a 'Nguyễn Văn An' --officer hoa >/dev/null
	osq-report dossiers --csv >before
	osq-report officers --csv >by-officer
	local to
	for to in -5 4000000000 9223372036854775807 -9223372036854775808; do
		sqlite3 osq.db "PRAGMA foreign_keys = OFF;
			UPDATE dossier SET procedure_id = $to, officer_id = $to;
			UPDATE procedure SET id = $to WHERE code = '1.001193';
			UPDATE officer SET id = $to WHERE code = 'hoa'"
		(bounded osq-report dossiers --csv >after)
		diff before after
		(bounded osq-report officers --csv >after)
		diff by-officer after
	done
}
