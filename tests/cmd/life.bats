#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What is done to dossiers that are there: osq-dossier forward, pause, resume, extend,
# finish, return, reject, withdraw, stop, reopen.

load helper

setup() {
	office
	sqlite3 "$OSQ_DB" "DELETE FROM procedure_step" # each test has its own
	A=000.17.22.H30-261123-0001 B=000.17.22.H30-261123-0002 C=000.17.22.H30-261123-0003
}

teardown() {
	if mountpoint -q disk; then
		umount disk
	fi
}

DISABLED=1.001653 # five working days

# N dossiers, received today: due on 1 December at 17:00.
heap() {
	for _ in $(seq "$1"); do
		osq-dossier receive -p $DISABLED -a "Lê Thị Sáu" >/dev/null
	done
}

# Columns of one dossier.
of() { # CODE COLUMNS
	osq-dossier show "$1" --csv --no-header -o "$2"
}

# What the store alone knows: a dossier's last event.
event() { # CODE COLUMNS
	sqlite3 "$OSQ_DB" "SELECT $2 FROM dossier_event e JOIN dossier d ON d.id = dossier_id
		LEFT JOIN desk k ON k.id = e.desk_id LEFT JOIN officer o ON o.id = e.holder_id
		WHERE d.code = '$1' ORDER BY e.id DESC LIMIT 1"
}

journal_length() {
	osq-admin list journal --csv --no-header -o id | wc -l
}

# The steps of the disability certificate: reception 4 hours, social 2 days, chairman 1.
plan() {
	sqlite3 "$OSQ_DB" "INSERT INTO procedure_step
		SELECT p.id, column1, column2, k.id, column3, column4
		  FROM (VALUES (1, 'Tiếp nhận', 4, 'working-hour', 'reception'),
		               (2, 'Thẩm định', 2, 'working-day', 'social'),
		               (4, 'Ký', 1, 'working-day', 'chairman')) v
		  JOIN procedure p ON p.code = '$DISABLED' JOIN desk k ON k.code = column5"
}

# --- from intake to the result

@test "a week by the book: handed over, a paper missing, an apology, ready, fetched" {
	export OSQ_OFFICER=lan
	heap 1
	at 09:00
	try osq-dossier forward --to social --holder lan "$A"
	ended 0 "$A"
	[ "$(of "$A" status,due_at)" = processing,2026-12-01T17:00:00+07:00 ]
	at 16:00 2026-11-25
	try osq-dossier pause -r "Thiếu giấy ra viện" "$A"
	ended 0 "$A"
	[ "$(of "$A" status)" = paused ]
	[ "$(last_act)" = "dossier pause $A {\"kind\":\"supplement\"}" ]
	# Five days later it is still in time: its clock stands.
	at 09:00 2026-12-02
	[ "$(of "$A" standing)" = in_time ]
	try osq-dossier resume "$A"
	ended 0 "$A"
	# Five working days anew: Thursday, Friday, Monday, Tuesday, Wednesday.
	[ "$(of "$A" status,due_at)" = processing,2026-12-09T17:00:00+07:00 ]
	[ "$(last_act)" = "dossier resume $A {\"due_at\":\"2026-12-09T17:00:00+07:00\"}" ]
	at 08:00 2026-12-03
	try osq-dossier extend --by 3 -r "Hội đồng chưa họp" "$A"
	ended 0 "$A"
	[ "$(last_act)" = "dossier extend $A {\"promised_at\":\"2026-12-14T17:00:00+07:00\"}" ]
	at 10:00 2026-12-10
	try osq-dossier finish --result "Giấy xác nhận" "$A"
	ended 0 "$A"
	# In time for the extension; the statistics keep the first promise.
	[ "$(of "$A" status,standing,result)" = "finished,overdue,Giấy xác nhận" ]
	at 11:00 2026-12-10
	try osq-dossier return "$A"
	ended 0 "$A"
	[ "$(of "$A" status,returned_at)" = returned,2026-12-10T11:00:00+07:00 ]
	[ "$(sqlite3 "$OSQ_DB" "SELECT group_concat(act, ' ') FROM dossier_event")" = \
		"receive forward pause resume extend finish return" ]
	content
}

@test "one that is refused, one taken back, one stopped; an end taken back" {
	heap 3
	try osq-dossier reject "$A"
	ended 65 '' "osq-dossier: $A: reject needs a reason"
	try osq-dossier reject -r "Không thuộc thẩm quyền" "$A"
	ended 0 "$A"
	try osq-dossier withdraw "$B"
	ended 0 "$B"
	try osq-dossier stop -r "Người nộp không đến" "$C"
	ended 0 "$C"
	[ "$(osq-dossier list --csv --no-header -o status,standing | paste -sd' ')" = \
		"rejected,on_time withdrawn,on_time stopped,on_time" ]
	try osq-dossier return "$A"
	ended 1 '' "osq-dossier: $A: rejected already (2026-11-23T08:00)"
	at 08:00 2026-11-30
	try osq-dossier reopen -r "Nhầm hồ sơ" "$A" "$B" "$C"
	ended 0 "$A
$B
$C"
	# The office's own error cost its time; the others' clocks stood three and a half days.
	[ "$(osq-dossier list --csv --no-header -o status,due_at | paste -sd' ')" = \
		"received,2026-12-01T17:00:00+07:00 received,2026-12-07T17:00:00+07:00 received,2026-12-07T17:00:00+07:00" ]
	content
}

@test "what a state does not allow is told with the moment, and changes nothing" {
	heap 1
	sqlite3 "$OSQ_DB" "SELECT * FROM dossier" >before
	try osq-dossier resume "$A"
	ended 1 '' "osq-dossier: $A: is not paused"
	try osq-dossier return "$A"
	ended 1 '' "osq-dossier: $A: not finished yet"
	try osq-dossier reopen -r x "$A"
	ended 1 '' "osq-dossier: $A: is open"
	try osq-dossier pause "$A"
	ended 65 '' "osq-dossier: $A: pause needs a reason"
	try osq-dossier pause -r x --for lunch "$A"
	ended 64 '' "osq-dossier: --for: 'lunch' is none of: supplement fee verification
osq-dossier: see: osq-dossier pause --help"
	try osq-dossier finish 000.17.22.H30-261123-0009
	ended 1 '' "osq-dossier: 000.17.22.H30-261123-0009: no such dossier"
	[ "$(sqlite3 "$OSQ_DB" "SELECT * FROM dossier")" = "$(cat before)" ]
	osq-dossier pause -r x --for fee "$A"
	try osq-dossier finish "$A"
	ended 1 '' "osq-dossier: $A: the clock stands since 2026-11-23T08:00
osq-dossier: first: osq-dossier resume $A"
	osq-dossier resume "$A"
	osq-dossier finish "$A"
	try osq-dossier finish "$A"
	ended 1 '' "osq-dossier: $A: finished already (2026-11-23T08:00)"
}

@test "a supplement is asked for once, a fee and a verification as often as need be" {
	heap 1
	for what in supplement fee verification fee; do
		osq-dossier pause -r x --for "$what" "$A"
		osq-dossier resume "$A"
	done
	try osq-dossier pause -r "Thiếu nữa" "$A"
	ended 77 '' "osq-dossier: $A: a supplement was asked for already
osq-dossier: --force does it, and the record shows it"
	try osq-dossier pause -r "Thiếu nữa" --force "$A"
	ended 0 "$A"
	[ "$(event "$A" act,forced)" = "pause|yes" ]
	[[ $(last_act) == *'"forced":"yes"'* ]]
}

@test "an extension comes on the day of the promise at the latest, once, and later than it" {
	heap 1
	try osq-dossier extend -r x "$A"
	ended 64 '' "osq-dossier: give --to TIME or --by N
osq-dossier: see: osq-dossier extend --help"
	try osq-dossier extend -r x --to 2026-11-28 "$A"
	ended 65 '' "osq-dossier: --to: 2026-11-28 is no working day"
	try osq-dossier extend -r x --to 2026-12-06T22:00 "$A"
	ended 65 '' "osq-dossier: $A: nobody is there at 2026-12-06T22:00"
	try osq-dossier extend -r x --to 2026-12-01 "$A"
	ended 65 '' "osq-dossier: $A: is promised for 2026-12-01T17:00; an extension comes later"
	try osq-dossier extend -r x --to 2026-12-03 "$A"
	ended 0 "$A"
	[ "$(event "$A" "datetime(e.promised_at, 'unixepoch', '+7 hours')")" = '2026-12-03 17:00:00' ]
	try osq-dossier extend -r x --by 1 "$A"
	like 77 '' "osq-dossier: $A: was extended already, to 2026-12-03T17:00*"
	try osq-dossier extend -r x --by 1 --force "$A"
	ended 0 "$A"
	heap 1
	at 08:00 2026-12-02
	try osq-dossier extend -r x --by 1 "$B"
	like 77 '' "osq-dossier: $B: was promised for 2026-12-01T17:00; the apology comes on that day at the latest*"
	at 08:00 2026-12-04
	try osq-dossier extend -r x --to 2026-12-03 --force "$B"
	ended 65 '' "osq-dossier: $B: the new promise, 2026-12-03T17:00, has passed already"
}

@test "--at says when it happened, not before the last act and not to come" {
	heap 1
	at 16:00
	try osq-dossier pause -r x --for fee --at 10:00 "$A"
	ended 0 "$A"
	[ "$(event "$A" 'e.entered_at - e.at')" = 21600 ]
	try osq-dossier resume --at 09:59:59 "$A"
	ended 65 '' "osq-dossier: $A: the time given is before 2026-11-23T10:00"
	try osq-dossier resume --at 16:01 "$A"
	like 65 '' 'osq-dossier: *'
	try osq-dossier resume --at 11:00 "$A"
	ended 0 "$A"
	# An hour of the open time stood.
	[ "$(of "$A" due_at)" = 2026-12-02T08:00:00+07:00 ]
}

# --- hand-overs

@test "a hand-over goes to a desk, to an officer there, or to nobody" {
	heap 1
	try osq-dossier forward --to justice --holder binh "$A"
	ended 0 "$A"
	[ "$(event "$A" k.code,o.code)" = 'justice|binh' ]
	try osq-dossier forward --to hoa -r "Anh Bình nghỉ" "$A"
	ended 0 "$A"
	[ "$(event "$A" k.code,o.code,reason)" = 'justice|hoa|Anh Bình nghỉ' ]
	try osq-dossier forward --to land "$A"
	ended 0 "$A"
	[ "$(event "$A" k.code,o.code)" = 'land|' ]
	try osq-dossier forward --to nowhere "$A"
	ended 1 '' 'osq-dossier: nowhere: no such desk or officer'
	try osq-dossier forward --to land --holder nobody "$A"
	like 1 '' 'osq-dossier: nobody: no such officer*'
	try osq-dossier forward "$A"
	ended 65 '' "osq-dossier: $A: its procedure has no further step
osq-dossier: say where to: --to DESK"
	# A code of both is the desk's.
	printf 'code,name\nland,Nguyễn Địa\n' | osq-admin import officers - >/dev/null
	osq-dossier forward --to land "$A"
	[ "$(event "$A" k.code,o.code)" = 'land|' ]
}

@test "the procedure's steps say where it goes next, and by when" {
	plan
	heap 1
	step() {
		event "$A" "coalesce(step, '-'), k.code,
			coalesce(strftime('%d %H:%M', step_due_at, 'unixepoch', '+7 hours'), '-')"
	}
	[ "$(step)" = '1|reception|23 13:30' ] # taken in: four hours from eight
	at 10:00
	osq-dossier forward "$A"
	[ "$(step)" = '2|social|26 17:00' ] # the holiday is none of the two days
	# Another officer of the desk has no time of his own.
	at 16:00 2026-11-25
	osq-dossier forward --to lan "$A"
	[ "$(step)" = '2|social|26 17:00' ]
	osq-dossier forward --to social --holder mai "$A"
	[ "$(step)" = '2|social|26 17:00' ]
	# The clock stands for the step as well: 1 and 8.5 hours were left.
	osq-dossier pause -r x --for fee "$A"
	at 16:00 2026-11-27
	osq-dossier resume "$A"
	[ "$(step)" = '2|social|30 17:00' ]
	# Elsewhere no step runs; back again the last one begins anew.
	osq-dossier forward --to land "$A"
	[ "$(step)" = '-|land|-' ]
	osq-dossier forward --to reception "$A"
	[ "$(step)" = '1|reception|30 10:00' ]
	osq-dossier forward --to land "$A"
	osq-dossier forward "$A"
	[ "$(step)" = '2|social|01 17:00' ]
	osq-dossier forward "$A"
	[ "$(step)" = '4|chairman|30 17:00' ]
	try osq-dossier forward "$A"
	like 65 '' "osq-dossier: $A: its procedure has no further step*"
}

# --- many at once

@test "several at once: each failure is told, the rest is one transaction" {
	heap 3
	osq-dossier finish "$B" >/dev/null
	before=$(journal_length)
	try osq-dossier forward --to land "$A" "$B" X "$C" "$C"
	ended 1 "$A
$C
$C" "osq-dossier: $B: finished already (2026-11-23T08:00)
osq-dossier: X: no such dossier"
	[ $(($(journal_length) - before)) = 3 ]
	# The worst of the failures is the status, wherever it stands.
	osq-dossier pause -r x "$A" >/dev/null
	osq-dossier resume "$A" >/dev/null
	try osq-dossier pause -r x "$A" X "$C"
	like 77 "$C" '*'
	try osq-dossier pause -r x X "$A"
	like 77 '' '*'
	content
}

@test "codes come from standard input, straight from a list" {
	heap 3
	osq-dossier reject -r x "$B" >/dev/null
	osq-dossier list --status received -o code --csv --no-header >codes
	try osq-dossier forward --to land - <codes
	ended 0 "$A
$C"
	[ "$(osq-dossier list --csv --no-header -o status | paste -sd' ')" = 'processing rejected processing' ]
	# The list reads while the act waits for its end: no lock of the one holds the other.
	run bash -c "set -o pipefail; osq-dossier list --status processing -o code --csv --no-header |
		osq-dossier finish --json"
	[ "$status" = 0 ]
	[ "$(osq-dossier list --status finished --csv --no-header | wc -l)" = 2 ]
	try osq-dossier finish </dev/null
	ended 0
}

@test "--dry-run says what it would, and keeps nothing" {
	heap 2
	osq-dossier finish "$B" >/dev/null
	sqlite3 "$OSQ_DB" .dump >before
	for act in 'forward --to land' 'pause -r x' 'extend -r x --by 3' finish 'reject -r x' \
		withdraw 'stop -r x'; do
		# shellcheck disable=SC2086
		try osq-dossier $act --dry-run "$A"
		ended 0 "$A" 'osq-dossier: a dry run: nothing was kept'
	done
	try osq-dossier return -n "$A" "$B"
	ended 1 "$B" "osq-dossier: $A: not finished yet
osq-dossier: a dry run: nothing was kept"
	try osq-dossier reopen -n -r x "$B"
	ended 0 "$B" 'osq-dossier: a dry run: nothing was kept'
	sqlite3 "$OSQ_DB" .dump | cmp before -
}

@test "two at one dossier: exactly one wins" {
	heap 1
	for round in 1 2 3 4 5 6 7 8; do
		background osq-dossier finish "$A" >out.1 2>err.1
		first=$!
		background osq-dossier withdraw "$A" >out.2 2>err.2
		second=$!
		one=0 two=0
		finished $first || one=$?
		finished $second || two=$?
		[ "$((one + two))" = 1 ]
		[ "$(cat out.1 out.2)" = "$A" ]
		grep -q "already" err.1 err.2
		osq-dossier reopen -r "Lượt $round" "$A" >/dev/null
	done
	[ "$(sqlite3 "$OSQ_DB" "SELECT count(*) FROM dossier_event")" = 17 ]
	content
}

# --- when something breaks

# 2000 dossiers of an import.
crowd() {
	{
		echo code,procedure,applicant,received_at
		seq -f "X-%04g,$DISABLED,Lê Thị Sáu,2026-11-20 08:00" 2000
	} | osq-dossier import - >/dev/null
	seq -f 'X-%04g' 2000 >codes
}

@test "killed in the middle, none of the heap is done" {
	crowd
	before=$(journal_length) killed=0 events=0
	for delay in 0.02 0.04 0.06 0.08 0.1 0.12; do
		background osq-dossier forward --to land <codes >out 2>/dev/null
		sleep $delay
		kill -KILL $! 2>/dev/null || :
		finished $! || killed=$((killed + 1))
		last=$events
		events=$(sqlite3 "$OSQ_DB" "SELECT count(*) FROM dossier_event WHERE act = 'forward'")
		# All of them or none; and what was printed holds.
		[ $((events - last)) = 0 ] || [ $((events - last)) = 2000 ]
		[ ! -s out ] || [ $((events - last)) = 2000 ]
		[ $(($(journal_length) - before)) = "$events" ]
	done
	[ $killed -gt 0 ]
	content
}

@test "one transaction: its entries lie together in the journal" {
	crowd
	background osq-dossier forward --to land <codes >/dev/null
	other=$!
	for _ in 1 2 3 4 5 6; do
		osq-ticket issue civil >/dev/null
	done
	finished $other
	# From the first of them to the last there is nothing else.
	[ "$(sqlite3 "$OSQ_DB" "SELECT max(id) - min(id) + 1, count(*) FROM journal
		WHERE act = 'dossier forward'")" = '2000|2000' ]
	content
}

@test "on a full disk none is done, and nothing is printed" {
	[ "$(id -u)" -eq 0 ] || skip "needs root, to mount a small disk"
	mkdir disk
	mount -t tmpfs -o size=6m osq-test disk 2>/dev/null || skip "may not mount here"
	export OSQ_DB="$PWD/disk/osq.db"
	osq-admin init --sample >/dev/null
	crowd
	dd if=/dev/zero of=disk/filler bs=4096 2>/dev/null || :
	try osq-dossier forward --to land <codes
	ended 74 '' "osq-dossier: $OSQ_DB: the disk is full; nothing was kept"
	[ "$(sqlite3 -readonly "$OSQ_DB" "SELECT count(*) FROM dossier_event")" = 0 ]
	rm disk/filler
	try osq-dossier forward --to land X-0001
	ended 0 X-0001
	content
}

@test "codes in JSON are a whole list though others failed, and a count that says no is a whole object" {
	osq-dossier receive -p 1.001193 -a An >/dev/null
	try osq-dossier finish --json 000.17.22.H30-261123-0001 nope
	like 1 '*' '*no such dossier*'
	[ "$(jq -c . <<<"$output")" = '[{"code":"000.17.22.H30-261123-0001"}]' ]
	osq-dossier receive -p 1.001193 -a Ba >/dev/null
	at 08:00 2026-12-10
	osq-dossier due --within 1d --check --json >count.json || [ $? -eq 1 ]
	[ "$(cat count.json; echo .)" = $'{"late":1,"due":0}\n.' ]
}
