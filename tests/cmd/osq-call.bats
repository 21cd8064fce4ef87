#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Counters: opening, calling, serving, sending on.

load helper

setup() {
	office
}

# The tickets of today with the columns named.
tickets() {
	osq-ticket list --csv --no-header -o "$1" | paste -sd' '
}

# A001 A002 ... wait for counter 1, which is open.
hoa_with() {
	open_counters
	for _ in $(seq "$1"); do
		osq-ticket issue civil
	done >/dev/null
	export OSQ_COUNTER=1
}

@test "an officer sits down at a counter, and the board of counters shows it" {
	try osq-call open --counter 1 --officer hoa
	ended 0 1
	[ "$(last_act)" = 'counter open 1 {}' ]
	try osq-call status
	ended 0 'Counter  Name                             State   Officer  Full name       Ticket  Status  Since             Waiting
1        Quầy Hộ tịch                     open    hoa      Nguyễn Thị Hoa                  2026-11-23 08:00        0
2        Quầy Chứng thực                  closed                                                                   0
3        Quầy Lao động - Xã hội, Đất đai  closed                                                                   0
4        Quầy Hỗ trợ công dân số          closed                                                                   0'
}

@test "counter and officer come from the environment; an option goes before it" {
	export OSQ_COUNTER=1 OSQ_OFFICER=hoa
	try osq-call open
	ended 0 1
	try osq-call open -c 2 --officer binh
	ended 0 2
	osq-admin list journal --csv --no-header -o officer,counter | tail -n 2 >seen
	[ "$(paste -sd' ' seen)" = "hoa,1 binh,2" ]
}

@test "open asks where and who, and knows both" {
	try osq-call open --officer hoa
	ended 64 '' 'osq-call: which counter is this?
osq-call: give --counter C, or set OSQ_COUNTER'
	try osq-call open --counter 1
	ended 64 '' 'osq-call: who sits at counter 1?
osq-call: give --officer O, or set OSQ_OFFICER'
	try osq-call open --counter 9 --officer hoa
	ended 1 '' 'osq-call: 9: no such counter
osq-call: osq-admin list counters shows them'
	try osq-call open --counter 1 --officer nobody
	ended 1 '' 'osq-call: nobody: no such officer
osq-call: osq-admin list officers shows them'
}

@test "one officer at one counter" {
	osq-call open -c 1 --officer hoa
	try osq-call open -c 1 --officer binh
	ended 1 '' 'osq-call: counter 1 is open already, with hoa'
	try osq-call open -c 2 --officer hoa
	ended 1 '' 'osq-call: hoa has counter 1 open
osq-call: close that one first: osq-call close --counter 1'
	osq-call close -c 1
	try osq-call open -c 2 --officer hoa
	ended 0 2
}

@test "opening for trial leaves the counter closed" {
	try osq-call open -c 1 --officer hoa --dry-run
	ended 0 1 'osq-call: a dry run: nothing was kept'
	try osq-call status -c 1 --csv --no-header -o state
	ended 0 closed
}

@test "a counter is closed when its last citizen has gone" {
	hoa_with 1
	osq-call next
	try osq-call close
	ended 1 '' 'osq-call: A001 is still at counter 1
osq-call: end it with: osq-call done, no-show, hold or transfer'
	osq-call done
	at 11:30
	try osq-call close
	ended 0 1
	[ "$(last_act)" = 'counter close 1 {}' ]
	try osq-call close
	ended 1 '' 'osq-call: counter 1 is not open
osq-call: open it with: osq-call open --officer O'
}

@test "a counter is not closed before it was opened" {
	at 09:00
	osq-call open -c 1 --officer hoa
	try osq-call close -c 1 --at 08:30
	ended 65 '' 'osq-call: counter 1 was opened later than that (2026-11-23T09:00)'
}

@test "a closed counter calls nobody" {
	osq-ticket issue civil
	try osq-call next --counter 1
	ended 1 '' 'osq-call: counter 1 is not open
osq-call: open it with: osq-call open --officer O'
	[ "$(tickets status)" = waiting ]
}

@test "next calls the oldest ticket of the counter's services" {
	open_counters
	osq-ticket issue certify
	at 08:01
	osq-ticket issue result
	at 08:02
	osq-ticket issue civil
	at 08:05
	try osq-call next -c 1
	ended 0 D001
	try osq-call next -c 2
	ended 0 B001
	[ "$(tickets ticket,status,counter,officer,called_at)" = \
		"B001,called,2,binh,2026-11-23T08:05:00+07:00 D001,called,1,hoa,2026-11-23T08:05:00+07:00 A001,waiting,,," ]
	[ "$(last_act)" = 'call next B001 {"reason":"oldest","why":"B001: nobody before it in line has waited longer (since 08:00)"}' ]
}

@test "priority goes first, by weight, then by age" {
	open_counters
	for class in "" child elderly merit disabled elderly; do
		osq-ticket issue civil ${class:+--priority $class}
	done
	for expected in A004 A005 A003 A006 A002 A001; do
		try osq-call next -c 1
		ended 0 $expected
	done
}

@test "next is the one key: it finishes the present ticket and calls the next" {
	hoa_with 2
	osq-call next
	osq-call start
	at 08:10
	try osq-call next
	ended 0 A002
	[ "$(tickets ticket,status,finished_at)" = \
		"A001,done,2026-11-23T08:10:00+07:00 A002,called," ]
	osq-admin list journal --csv --no-header -o act,subject | tail -n 2 >acts
	[ "$(paste -sd' ' acts)" = "call done,A001 call next,A002" ]
}

@test "nobody waiting is an answer; the present ticket is finished all the same" {
	hoa_with 1
	osq-call next
	try osq-call next
	ended 1 '' 'osq-call: nobody is waiting for counter 1'
	[ "$(tickets status)" = done ]
	try osq-call next
	ended 1 '' 'osq-call: nobody is waiting for counter 1'
}

@test "tickets of yesterday are not called today" {
	hoa_with 1
	at 08:00 2026-11-25
	try osq-call next
	ended 1 '' 'osq-call: nobody is waiting for counter 1'
}

@test "asked for a format, next tells the whole ticket" {
	hoa_with 1
	try osq-call next --json
	ended 0 '{"ticket":"A001","day":"2026-11-23","number":1,"service":"civil","priority":null,"status":"called","issued_at":"2026-11-23T08:00:00+07:00","called_at":"2026-11-23T08:00:00+07:00","started_at":null,"finished_at":null,"counter":"1","officer":"hoa","calls":1}'
	try osq-call start -o ticket,status --csv
	ended 0 'ticket,status
A001,serving'
}

@test "next for trial calls nobody" {
	hoa_with 2
	osq-call next
	try osq-call next --dry-run
	ended 0 A002 'osq-call: a dry run: nothing was kept'
	[ "$(tickets ticket,status)" = "A001,called A002,waiting" ]
}

@test "a visit from the draw to the end" {
	open_counters
	export OSQ_COUNTER=1
	osq-ticket issue civil
	at 08:10
	try osq-call next
	ended 0 A001
	at 08:11
	try osq-call recall
	ended 0 A001
	at 08:12
	try osq-call start
	ended 0 A001
	at 08:25
	try osq-call done
	ended 0 A001
	try osq-ticket show A001 --json
	ended 0 '{"ticket":"A001","day":"2026-11-23","number":1,"service":"civil","priority":null,"status":"done","issued_at":"2026-11-23T08:00:00+07:00","called_at":"2026-11-23T08:11:00+07:00","started_at":"2026-11-23T08:12:00+07:00","finished_at":"2026-11-23T08:25:00+07:00","counter":"1","officer":"hoa","calls":2}'
	osq-admin list journal --csv --no-header -o act,subject | tail -n 5 >acts
	[ "$(paste -sd' ' acts)" = \
		"ticket issue,A001 call next,A001 call recall,A001 call start,A001 call done,A001" ]
}

@test "acts on the present ticket need one" {
	open_counters
	for act in recall start done no-show hold transfer; do
		set -- "$act"
		[ "$act" != transfer ] || set -- transfer --to result
		try osq-call "$@" -c 1
		ended 1 '' 'osq-call: no ticket is at counter 1'
	done
}

@test "what a ticket's state does not allow is refused with that state" {
	hoa_with 1
	try osq-call resume A001
	ended 1 '' 'osq-call: A001: waiting (08:00)'
	at 08:05
	osq-call next
	osq-call start
	at 08:06
	for act in recall start no-show; do
		try osq-call $act
		ended 1 '' 'osq-call: A001: being served at counter 1 (08:05)'
	done
	try osq-call resume A001
	ended 1 '' 'osq-call: A001: being served at counter 1 (08:05)'
	at 08:14
	osq-call done
	for act in take resume "transfer --to result"; do
		# shellcheck disable=SC2086  # words on purpose
		try osq-call $act A001
		ended 1 '' 'osq-call: A001: already served at counter 1 (08:14)'
	done
	content
}

@test "nothing is entered for a time before the present state began" {
	hoa_with 1
	at 08:20
	osq-call next
	try osq-call start --at 08:10
	ended 65 '' 'osq-call: 2026-11-23T08:10 is before the last act at counter 1 (2026-11-23T08:20)'
	try osq-call start --at 08:20
	ended 0 A001
}

@test "acts entered later have the time at which they happened" {
	hoa_with 1
	at 12:00
	osq-call next --at 08:10
	osq-call start --at 08:11
	osq-call done --at 08:30
	[ "$(tickets called_at,started_at,finished_at)" = \
		"2026-11-23T08:10:00+07:00,2026-11-23T08:11:00+07:00,2026-11-23T08:30:00+07:00" ]
}

@test "one who does not come is called three times, and may still come later" {
	hoa_with 2
	osq-call next
	try osq-call no-show
	ended 1 '' 'osq-call: A001: called 1 of 3 times
osq-call: call it again: osq-call recall'
	osq-call recall
	at 08:02
	osq-call recall
	at 08:03
	try osq-call no-show
	ended 0 A001
	[ "$(tickets ticket,status)" = "A001,no_show A002,waiting" ]
	at 08:33
	try osq-call take A001
	ended 0 A001
	[ "$(tickets ticket,status,calls)" = "A001,called,4 A002,waiting,0" ]
}

@test "next closes by itself one who was called often enough and never came" {
	hoa_with 3
	osq-admin config no_show_calls 2
	osq-call next
	osq-call recall
	try osq-call next
	ended 0 A002
	[ "$(tickets ticket,status)" = "A001,no_show A002,called A003,waiting" ]
	# Called once and not started: the clerk presses no start, and has served him.
	try osq-call next
	ended 0 A003
	[ "$(tickets ticket,status)" = "A001,no_show A002,done A003,called" ]
	# Called, put aside, called again: the calls count from the last wait.
	osq-call recall
	osq-call start
	try osq-call next
	ended 1 '' 'osq-call: nobody is waiting for counter 1'
	[ "$(tickets ticket,status)" = "A001,no_show A002,done A003,done" ]
}

@test "a no-show who comes back in time waits again with his old age, later no more" {
	hoa_with 2
	osq-admin config no_show_calls 1
	osq-admin config return_minutes 10
	osq-call next
	osq-call no-show
	at 08:05
	try osq-call resume A001
	ended 0 A001
	[ "$(last_act)" = 'call resume A001 {"reason":"return"}' ]
	try osq-call next
	ended 0 A001
	osq-call no-show
	at 08:16
	for act in resume take; do
		try osq-call $act A001
		ended 1 '' 'osq-call: A001: closed as no-show more than 10 minutes ago (08:05)
osq-call: draw a new number: osq-ticket issue'
	done
}

@test "the guard at the door has no counter, and lets a no-show wait again or elsewhere" {
	hoa_with 1
	osq-ticket issue civil
	osq-admin config no_show_calls 1
	osq-call next
	osq-call no-show
	unset OSQ_COUNTER
	try osq-call resume A001
	ended 0 A001
	try osq-call transfer A001 --to certify
	ended 0 A001
	[ "$(tickets ticket,status,service)" = "A001,waiting,certify A002,waiting,civil" ]
	# What he did is no counter's last act.
	try osq-call undo -c 1
	ended 1 '' 'osq-call: A001: waiting (08:00)'
	try osq-call resume A002
	ended 1 '' 'osq-call: A002: waiting (08:00)'
	try osq-call resume A001 --counter 9
	ended 1 '' 'osq-call: 9: no such counter
osq-call: osq-admin list counters shows them'
}

@test "one on hold waits aside, and comes back with his old age" {
	hoa_with 2
	osq-call next
	at 08:05
	try osq-call hold --note "thiếu bản sao"
	ended 0 A001
	[ "$(last_act)" = 'call hold A001 {"note":"thiếu bản sao"}' ]
	try osq-call next
	ended 0 A002
	at 08:20
	try osq-call resume A001
	ended 0 A001
	osq-ticket issue civil
	try osq-call next
	ended 0 A001
}

@test "one on hold is not called before he is back" {
	hoa_with 1
	osq-call next
	osq-call hold
	try osq-call next
	ended 1 '' 'osq-call: nobody is waiting for counter 1'
	try osq-call take A001
	ended 0 A001
}

@test "take calls a ticket out of order, of another service too" {
	hoa_with 2
	osq-ticket issue payment
	try osq-call take a2
	ended 64 '' 'osq-call: A002: somebody else would be next; why take it?
osq-call: give --note TEXT'
	try osq-call take a2 --note "có hẹn"
	ended 0 A002
	[ "$(last_act)" = 'call take A002 {"reason":"take","note":"có hẹn"}' ]
	try osq-call take A001
	ended 1 '' 'osq-call: A002 is still at counter 1
osq-call: end it with: osq-call done, no-show, hold or transfer'
	osq-call done
	# Nobody else is waiting for this counter any more: first in line needs no reason.
	try osq-call take A001
	ended 0 A001
	[ "$(last_act)" = 'call take A001 {"reason":"oldest"}' ]
	osq-call done
	try osq-call take G001 --note "hỗ trợ đồng nghiệp"
	ended 0 G001
	osq-call done
	try osq-call take A007
	ended 1 '' 'osq-call: A007: no such ticket on 2026-11-23'
	try osq-call take
	ended 64 '' 'osq-call: TICKET is missing
osq-call: see: osq-call take --help'
}

@test "a ticket sent to another service waits there with its old age" {
	hoa_with 1
	osq-call next
	at 08:01
	osq-ticket issue certify
	at 08:10
	try osq-call transfer --to certify --note "cần bản sao chứng thực"
	ended 0 A001
	[ "$(last_act)" = 'call transfer A001 {"service":"certify","note":"cần bản sao chứng thực"}' ]
	[ "$(tickets ticket,service,status,counter)" = "A001,certify,waiting, B001,certify,waiting," ]
	try osq-call next -c 2
	ended 0 A001
}

@test "a ticket sent to a counter is called there and nowhere else" {
	hoa_with 1
	osq-call open -c 3 --officer lan
	osq-call next
	try osq-call transfer --to-counter 3
	ended 0 A001
	try osq-call next
	ended 1 '' 'osq-call: nobody is waiting for counter 1'
	try osq-call status -c 3 --csv --no-header -o waiting
	ended 0 1
	try osq-call next -c 3
	ended 0 A001
}

@test "one who drew for the wrong service is sent on without being called" {
	osq-ticket issue civil
	try osq-call transfer A001 --to result
	ended 0 A001
	[ "$(tickets ticket,service)" = A001,result ]
}

@test "a transfer says where, once, and knows the place" {
	hoa_with 1
	osq-call next
	try osq-call transfer
	ended 64 '' 'osq-call: where to? give --to SERVICE or --to-counter COUNTER
osq-call: see: osq-call transfer --help'
	try osq-call transfer --to result --to-counter 2
	ended 64 '' 'osq-call: --to and --to-counter exclude each other
osq-call: see: osq-call transfer --help'
	try osq-call transfer --to passports
	ended 1 '' 'osq-call: passports: no such service
osq-call: osq-admin list services shows them'
	try osq-call transfer --to-counter 9
	ended 1 '' 'osq-call: 9: no such counter
osq-call: osq-admin list counters shows them'
	[ "$(tickets status)" = called ]
}

@test "status is of all counters, or of one" {
	hoa_with 3
	osq-call next
	at 08:07
	osq-call start
	unset OSQ_COUNTER
	try osq-call status --csv -o counter,state,officer,ticket,status,since,waiting
	ended 0 'counter,state,officer,ticket,status,since,waiting
1,open,hoa,A001,serving,2026-11-23T08:07:00+07:00,2
2,open,binh,,,2026-11-23T08:00:00+07:00,0
3,closed,,,,,0
4,closed,,,,,0'
	try osq-call status --counter 2 --csv --no-header -o counter
	ended 0 2
	OSQ_COUNTER=3 try osq-call status --csv --no-header -o counter
	ended 0 3
	try osq-call status -c 9
	ended 1 '' 'osq-call: 9: no such counter
osq-call: osq-admin list counters shows them'
}

@test "the sentence for the hall spells the number" {
	hoa_with 1
	osq-call next
	try osq-call say
	ended 0 'Number A, 0 0 1, please come to counter 1'
	unset OSQ_COUNTER
	try osq-call say A001
	ended 0 'Number A, 0 0 1, please come to counter 1'
	try osq-call say -c 1 --lang en
	ended 0 'Number A, 0 0 1, please come to counter 1'
}

@test "nothing is said of one who was not called" {
	osq-ticket issue civil
	open_counters
	try osq-call say A001
	ended 1 '' 'osq-call: A001: waiting (08:00)'
	try osq-call say --counter 1
	ended 1 '' 'osq-call: no ticket is at counter 1'
	try osq-call say
	ended 64 '' 'osq-call: which counter is this?
osq-call: give --counter C, or set OSQ_COUNTER'
}

@test "whoever drew a number is served, past closing time too" {
	at 16:59
	hoa_with 1
	at 17:40
	try osq-call next
	ended 0 A001
}

@test "help tells every verb" {
	try osq-call --help
	like 0 'usage: osq-call VERB*open*close*next*take TICKET*recall*start*done*no-show*hold*resume TICKET*transfer *TICKET*status*say*' ''
	try osq-call
	ended 64 '' 'osq-call: what is to be done?
osq-call: see: osq-call --help'
	try osq-call next A001
	ended 64 '' "osq-call: 'A001' is too much
osq-call: see: osq-call next --help"
}
