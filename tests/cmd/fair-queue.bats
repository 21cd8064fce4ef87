#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Who is next and why, breaks, visits of several services, wrong keys, the day's end.

load helper

setup() {
	office
	open_counters
	export OSQ_COUNTER=1
}

tickets() {
	osq-ticket list --csv --no-header -o "$1" | paste -sd' '
}

draw() { # SERVICE [CLASS]
	osq-ticket issue "$1" ${2:+--priority "$2"} >/dev/null
}

# Call N times and print who came.
called() {
	local i
	for ((i = 0; i < $1; i++)); do
		osq-call next
	done | paste -sd' '
}

# The periods of a ticket, as a visit goes.
visit() {
	sqlite3 "$OSQ_DB" "SELECT group_concat(p.state || coalesce('/' || p.reason, ''), ' ')
		FROM ticket_period p JOIN ticket t ON t.id = p.ticket_id
		WHERE t.series || printf('%03d', t.number) = '$1'"
}

services() { # LINES of the register
	printf '%s\n' "$@" | osq-admin import services - >/dev/null
}

@test "fifo knows no classes" {
	osq-admin config policy fifo
	draw civil
	draw civil elderly
	draw civil merit
	[ "$(called 3)" = 'A001 A002 A003' ]
}

@test "ratio: two of a class, then an ordinary one, however many of a class wait" {
	osq-admin config policy 'ratio 2:1'
	for class in '' '' '' elderly merit elderly elderly elderly; do
		draw civil $class
	done
	#                     merit eld. ord. eld. eld. ord. eld. ord.
	[ "$(called 8)" = 'A005 A004 A001 A006 A007 A002 A008 A003' ]
	osq-admin list journal --csv --no-header -o act,detail | grep '^call next' |
		sed 's/.*reason"":""\([a-z_]*\).*/\1/' | paste -sd' ' >reasons
	[ "$(cat reasons)" = 'priority priority ratio priority priority ratio priority oldest' ]
}

@test "a ratio is counted by service, or across what the counter serves" {
	osq-admin config policy 'ratio 1:1'
	draw civil
	draw result
	draw civil elderly
	draw result elderly
	[ "$(called 4)" = 'A002 D002 A001 D001' ]
	osq-admin config policy 'ratio 1:1 across'
	at 08:30
	draw civil
	draw result
	draw civil elderly
	draw result elderly
	# D001 was the last called here, an ordinary one: a class, an ordinary one, a class.
	[ "$(called 4)" = 'A004 A003 D004 D003' ]
}

@test "nobody is shut out: past the age limit the oldest goes first, whatever the class" {
	osq-admin config age_limit 30
	draw civil
	at 08:20
	draw civil merit
	at 08:29
	try osq-call next --dry-run --why
	ended 0 'A002: goes first by its class: Người có công với cách mạng' \
		'osq-call: a dry run: nothing was kept'
	at 08:30
	try osq-call next --why --json -n
	ended 0 '{"ticket":"A001","reason":"age_limit","why":"A001: has waited 30 minutes, the limit is 30"}' \
		'osq-call: a dry run: nothing was kept'
	try osq-call next --why
	ended 0 'A001: has waited 30 minutes, the limit is 30'
	[ "$(last_act)" = 'call next A001 {"reason":"age_limit","why":"A001: has waited 30 minutes, the limit is 30"}' ]
	[ "$(visit A001)" = 'waiting/drawn called/age_limit' ]
}

@test "a service has its own policy and limit, and the manual's worst case is told" {
	services 'code,prefix,name,policy,age_limit' 'civil,A,Hộ tịch,fifo,' \
		'certify,B,Chứng thực,ratio 3:2 across,20'
	try osq-call policies --csv
	[ "$status" = 0 ]
	[ "${lines[1]}" = "civil,Hộ tịch,fifo,60,an ordinary ticket waits at most for those older than itself" ]
	[ "${lines[2]}" = 'certify,Chứng thực,ratio 3:2 across,20,"an ordinary ticket waits at most for those older than itself, and 3 of a priority class before every 2 of them; after 20 minutes only for those older"' ]
	osq-admin config age_limit 0
	try osq-call policies --csv --no-header -o worst_case
	[ "${lines[2]}" = 'an ordinary ticket may wait as long as priority classes keep coming' ]
	draw civil
	draw civil merit
	[ "$(called 1)" = A001 ]
	# The register comes back as it was taken in.
	osq-admin list services --csv >first.csv
	try osq-admin import services first.csv
	ended 0 '0 added, 0 changed, 8 unchanged'
}

@test "a policy that is none is refused, wherever it is set" {
	for policy in lifo 'ratio 0:1' 'ratio 1' 'ratio 1:1 over'; do
		try osq-admin config policy "$policy"
		[ "$status" = 65 ]
		try services 'code,prefix,name,policy' "civil,A,Hộ tịch,$policy"
		[ "$status" = 65 ]
	done
	[[ $stderr == *'2: policy: is none of the policies (fifo, priority, ratio N:M, ratio N:M across)'* ]]
	try osq-admin config policy lifo
	ended 65 '' "osq-admin: policy: 'lifo' does not fit: how lines are called (fifo, priority, ratio N:M, ratio N:M across)"
}

@test "a minute waited for a heavier service counts more at that counter" {
	printf '%s\n' code,services '1,civil:3 result' | osq-admin import counters - >/dev/null
	[ "$(osq-admin list counters --csv --no-header -o services | head -1)" = 'civil:3 result' ]
	draw result
	at 08:20
	draw civil
	at 08:29
	# 29 minutes for the result, three times 9 for civil.
	[ "$(osq-call next --dry-run 2>/dev/null)" = D001 ]
	at 08:31
	[ "$(osq-call next)" = A001 ]
	for bad in civil:0 civil:x civil:100 civil:; do
		try osq-admin import counters - <<<"code,services
1,$bad"
		[ "$status" = 65 ]
	done
}

@test "a break: the counter is kept, nobody is called, nothing is left waiting there" {
	draw civil
	osq-call next
	try osq-call pause
	ended 1 '' 'osq-call: A001 is still at counter 1
osq-call: end it with: osq-call done, no-show, hold or transfer'
	osq-call done
	at 09:30
	try osq-call pause --note 'họp giao ban'
	ended 0 1
	[ "$(last_act)" = 'counter pause 1 {"note":"họp giao ban"}' ]
	try osq-call next
	ended 1 '' 'osq-call: counter 1 is paused (09:30)
osq-call: go on with: osq-call back'
	try osq-call pause
	[ "$status" = 1 ]
	try osq-call open --officer lan
	ended 1 '' 'osq-call: counter 1 is open already, with hoa'
	try osq-call status
	ended 0 '1 hoa: paused since 09:30, waiting: 0'
	at 09:45
	try osq-call back
	ended 0 1
	try osq-call back
	ended 1 '' 'osq-call: counter 1 is not paused'
	osq-call close
	try osq-call status
	ended 0 '1: closed, waiting: 0'
}

@test "status is one line for a prompt, and all of it when asked" {
	draw civil
	draw civil
	at 09:14
	osq-call next
	try osq-call status
	ended 0 '1 hoa: A001 called at 09:14, waiting: 1'
	at 09:15
	osq-call start
	try osq-call status
	ended 0 '1 hoa: A001 being served since 09:15, waiting: 1'
	try osq-call status -c 2
	ended 0 '2 binh: free, waiting: 0'
	try osq-call status --json
	ended 0 '[
{"counter":"1","name":"Quầy Hộ tịch","state":"open","officer":"hoa","officer_name":"Nguyễn Thị Hoa","ticket":"A001","status":"serving","since":"2026-11-23T09:15:00+07:00","waiting":1}
]'
	try osq-call status --all --csv --no-header -o counter
	ended 0 "$(printf '%s\n' 1 2 3 4)"
	LANGUAGE='vi' try osq-call status
	[ "$status" = 0 ]
	[[ $output == '1 hoa: đang phục vụ A001 từ 09:15, đang chờ: 1' ]]
}

@test "first a certified copy, then the dossier: one number, one visit, his age kept" {
	draw certify
	at 08:05
	draw civil
	at 08:10
	osq-call next -c 2
	osq-call start -c 2
	at 08:20
	try osq-call done --then civil -c 2
	ended 0 B001
	[ "$(last_act)" = 'call done B001 {"then":"civil"}' ]
	[ "$(osq-call next)" = B001 ] # drawn before A001
	osq-call start
	at 08:40
	osq-call done
	[ "$(visit B001)" = 'waiting/drawn called/oldest serving waiting/then called/oldest serving done' ]
	try osq-call done --then passports
	[ "$status" = 1 ]
}

@test "undo takes back the last key, and the journal has both" {
	draw civil
	draw civil
	osq-call next
	osq-call start
	at 08:10
	before=$(sqlite3 "$OSQ_DB" 'SELECT * FROM ticket_period')
	osq-call next
	at 08:11
	try osq-call undo
	ended 0 'call next A002'
	[ "$(sqlite3 "$OSQ_DB" 'SELECT * FROM ticket_period')" = "$before" ]
	[ "$(tickets ticket,status)" = 'A001,serving A002,waiting' ]
	osq-admin list journal --csv --no-header -o act,subject | tail -n 3 >acts
	[ "$(paste -sd' ' acts)" = 'call done,A001 call next,A002 call undo,A002' ]
	[ "$(last_act)" = 'call undo A002 {"act":"call next"}' ]
	try osq-call undo
	ended 1 '' 'osq-call: nothing was done at counter 1 today that can be taken back'
	osq-admin check >/dev/null
}

@test "every act at a counter can be taken back" {
	osq-admin config no_show_calls 1
	draw civil
	draw civil
	undone() { # ACT...
		local before after
		before=$(sqlite3 "$OSQ_DB" 'SELECT * FROM ticket_period; SELECT * FROM counter_period')
		osq-call "$@" >/dev/null
		[ "$(sqlite3 "$OSQ_DB" 'SELECT * FROM ticket_period; SELECT * FROM counter_period')" != "$before" ]
		osq-call undo >/dev/null
		after=$(sqlite3 "$OSQ_DB" 'SELECT * FROM ticket_period; SELECT * FROM counter_period')
		[ "$after" = "$before" ]
	}
	undone next
	undone pause
	undone close
	undone take A002 --note x
	osq-call next
	undone recall
	undone start
	undone no-show
	undone hold --note x
	undone transfer --to certify
	undone transfer --to-counter 2
	undone done --then certify
	osq-call start
	undone done
	undone next
	osq-call hold
	undone resume A001
	undone transfer A002 --to certify
	osq-call pause
	undone back
	osq-call back
	osq-call close
	undone open --officer hoa
	osq-admin check >/dev/null
}

@test "undo is refused once something followed" {
	draw civil
	osq-call next
	osq-call transfer --to certify
	osq-call next -c 2
	try osq-call undo
	ended 1 '' 'osq-call: A001: called at counter 2 (08:00)'
	[ "$(tickets ticket,status,counter)" = A001,called,2 ]
	# The officer sits elsewhere by now.
	osq-call close
	osq-call open -c 3 --officer hoa
	try osq-call undo
	ended 1 '' 'osq-call: hoa has counter 3 open'
	# Yesterday's last key stays.
	at 08:00 2026-11-25
	try osq-call undo -c 2
	ended 1 '' 'osq-call: nothing was done at counter 2 today that can be taken back'
}

@test "undo for trial takes nothing back" {
	draw civil
	osq-call next
	try osq-call undo -n
	ended 0 'call next A001' 'osq-call: a dry run: nothing was kept'
	[ "$(tickets status)" = called ]
}

@test "the end of the day closes what is left, once" {
	for _ in 1 2 3; do
		draw civil
	done
	osq-call next
	osq-call start
	osq-call next
	osq-call hold
	osq-call next
	draw certify
	at 23:30
	try osq-admin end-day --dry-run
	ended 0 'unserved: 3, counters closed: 2' 'osq-admin: a dry run: nothing was kept'
	try osq-admin end-day
	ended 0 'unserved: 3, counters closed: 2'
	[ "$(tickets ticket,status)" = 'A001,done A002,unserved A003,unserved B001,unserved' ]
	[ "$(last_act)" = 'day end 2026-11-23 {"unserved":"3","counters":"2","tickets":"2026-11-23/A002 2026-11-23/A003 2026-11-23/B001"}' ]
	before=$(osq-admin list journal --csv | wc -l)
	try osq-admin end-day
	ended 0 'unserved: 0, counters closed: 0'
	[ "$(osq-admin list journal --csv | wc -l)" = "$before" ]
	try osq-admin end-day --json
	ended 0 '{"day":"2026-11-23","unserved":0,"counters":0}'
	try osq-call undo
	[ "$status" = 1 ]
}

@test "a day that was forgotten is closed later, and today's tickets are left alone" {
	draw civil
	at 08:00 2026-11-25
	draw civil
	osq-call open --counter 3 --officer lan >/dev/null
	try osq-admin end-day --day 2026-11-24
	ended 0 'unserved: 1, counters closed: 2'
	try osq-call open --counter 3 --officer lan
	like 1 '' '*3 is open already*'
	[ "$(tickets ticket,status)" = 'A001,waiting' ]
	[ "$(osq-ticket list --day 2026-11-23 --csv --no-header -o status)" = unserved ]
	try osq-admin end-day --day 2026-11-26
	ended 64 '' 'osq-admin: that day has not come yet'
}

@test "the day is the office's, not UTC's: at 06:59 it is today, and at midnight another" {
	export TZ=America/New_York
	at 06:59
	[ "$(osq-ticket issue civil)" = A001 ]
	[ "$(tickets day)" = 2026-11-23 ]
	at 23:59:59
	[ "$(osq-ticket issue civil)" = A002 ]
	at 00:00 2026-11-24
	[ "$(osq-ticket issue civil)" = A001 ]
}

@test "against another service one counts by his class; the ratio is of his own" {
	services 'code,prefix,name,policy,age_limit' 'civil,A,Hộ tịch,ratio 1:1,0' \
		'result,D,Trả kết quả,ratio 1:1,0'
	draw result merit
	draw result merit
	at 08:10
	draw civil
	draw civil
	# Nobody ordinary waits for the result, so the second of a class goes on at once.
	[ "$(called 4)" = 'D001 D002 A001 A002' ]
}

@test "what happens at a counter happens one after the other, however late it is entered" {
	draw civil
	at 08:30
	osq-call next
	at 08:40
	osq-call done
	draw civil
	for act in next pause close; do
		try osq-call $act --at 08:35
		ended 65 '' 'osq-call: 2026-11-23T08:35 is before the last act at counter 1 (2026-11-23T08:40)'
	done
	try osq-call undo --at 08:35
	ended 65 '' 'osq-call: the last act at counter 1 was later than that'
	try osq-call next --at 07:59
	ended 65 '' 'osq-call: counter 1 was opened later than that (2026-11-23T08:00)'
	osq-call close
	at 09:00
	try osq-call open --officer lan --at 08:39
	ended 65 '' 'osq-call: counter 1 or officer lan was at work until 2026-11-23T08:40'
	try osq-call open -c 3 --officer hoa --at 08:39
	ended 65 '' 'osq-call: counter 3 or officer hoa was at work until 2026-11-23T08:40'
	try osq-call open --officer lan --at 08:40
	ended 0 1
}

@test "what is stored and could not be told is named" {
	try bash -c 'osq-ticket issue civil >/dev/full'
	ended 74 '' 'osq-ticket: A001 is stored, but was not told: the output could not be written: No space left on device'
	try bash -c 'osq-call next --json >/dev/full'
	[ "$status" = 74 ]
	[ "$(jq -r .message <<<"$stderr")" = 'A001 is stored, but was not told: cannot write: No space left on device' ]
	LANGUAGE='vi' try bash -c 'osq-ticket issue civil >/dev/full'
	[[ $stderr == *A002*lưu* ]]
	# A limit on the size of files is like a full disk, not a death without a word.
	(
		ulimit -f 300
		while osq-ticket issue civil >/dev/null 2>told; do :; done
		osq-ticket issue civil >/dev/null 2>told || echo $? >code
	)
	[ "$(cat code)" = 74 ]
	[ -s told ]
}

@test "a counter at work with a ticket of today is not closed with yesterday" {
	at 07:05 2026-11-25
	draw civil
	osq-call next
	at 07:10 2026-11-25
	try osq-admin end-day --day yesterday
	ended 0 'unserved: 0, counters closed: 1'
	try osq-call done
	ended 0 A001
}

@test "people read how lines are called in their language; programs read what is typed" {
	osq-admin set services civil 'policy=ratio 2:1' >/dev/null
	osq-admin set services certify 'policy=ratio 12:3 across' >/dev/null
	LANGUAGE='vi' osq-call policies -o service,policy >said
	grep -qx 'civil       xen kẽ 2:1' said
	grep -qx 'certify     xen kẽ 12:3 toàn quầy' said
	grep -qx 'social      ưu tiên trước' said
	LANGUAGE='vi' osq-admin list services -o policy | grep -qx 'xen kẽ 2:1'
	[ "$(LANGUAGE='vi' osq-call policies --csv --no-header -o policy | head -n 3 | paste -sd,)" = \
		'ratio 2:1,ratio 12:3 across,priority' ]
	LANGUAGE='vi' osq-admin list services -f excel >services.csv
	try osq-admin import services services.csv
	ended 0 '0 added, 0 changed, 8 unchanged'
}
