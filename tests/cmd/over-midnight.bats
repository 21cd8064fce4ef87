#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Whom the office serves over midnight it serves on the day of his number; what was merely
# left open overnight is not work.

load helper

# Friday; the office closes at five.
DAY=2026-11-20

setup() {
	office
	at 16:00 "$DAY"
	export OSQ_COUNTER=1
	osq-call open --officer hoa
	for _ in 1 2 3; do osq-ticket issue civil; done
	at 16:58 "$DAY"; osq-call next
	at 18:00 "$DAY"; osq-call next
	at 23:50 "$DAY"; osq-call next
} >/dev/null

# The counter's figures of a day: of Friday, unless said otherwise.
hours() {
	osq-report queue --csv --no-header --section counters --day "${1:-$DAY}" \
		-o counter,served,unserved,served_late,open_time,busy_time,overtime | head -n 1
}

next_day() {
	at "$1" 2026-11-21
}

@test "a visit over midnight counts in full on its own day, and on no other" {
	next_day 00:05
	try osq-call status --csv --no-header -o counter,state,officer,ticket,status --counter 1
	ended 0 '1,open,hoa,A003,called'
	next_day 00:10
	osq-call done
	next_day 00:12
	osq-call close
	at 09:00 2026-11-23
	# 62 minutes, 5 h 50 and 20 minutes of service, all but two of these after five.
	[ "$(hours)" = 1,3,0,3,29520,25920,25800 ]
	[ "$(hours 2026-11-21)" = 1,0,0,0,0,0,0 ]
	try osq-report queue --csv --no-header --section days -o day,served,served_late,overtime \
		--from "$DAY" --to 2026-11-22
	ended 0 "$DAY,3,3,25800"
	content
}

@test "so does one who is still there" {
	next_day 00:05
	[ "$(hours)" = 1,2,0,2,29100,25620,25500 ]
}

@test "the next key ends him as served, and what it did can be taken back" {
	next_day 00:10
	try osq-call next
	ended 1 '' 'osq-call: nobody is waiting for counter 1'
	[ "$(osq-ticket show A003 --day "$DAY" --csv --no-header -o status)" = "done" ]
	try osq-call undo
	ended 0 'call done A003'
	[ "$(osq-ticket show A003 --day "$DAY" --csv --no-header -o status)" = called ]
}

@test "who was left at the counter overnight was there until nobody knows when" {
	next_day 07:30
	osq-call 'done'
	osq-call close
	at 09:00 2026-11-23
	# The last call is taken to have ended as it began, and the counter with it.
	[ "$(hours)" = 1,3,0,2,28200,24720,24600 ]
}

@test "a counter that the end of the day has closed was open until the last one left" {
	at 23:55 "$DAY"
	osq-call 'done'
	next_day 00:30
	osq-admin end-day --day yesterday
	[ "$(hours)" = 1,3,0,3,28500,25020,24900 ]
}

@test "a visit that the end of the day has ended is not taken for work in the night" {
	next_day 00:30
	osq-admin end-day --day yesterday
	[ "$(hours)" = 1,2,1,2,28200,24720,24600 ]
}
