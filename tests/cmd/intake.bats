#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# When numbers are given out, how many a day, and a kiosk that repeats a press.

load helper

setup() {
	office
}

hours() {
	register civil issue_hours "$1"
}

quota() {
	register civil quota "$1"
}

# Numbers are given out at TIME [DAY], or again from WHEN only.
gives() {
	at "$@"
	try osq-ticket issue civil
	like 0 'A*' ''
}

again_from() {
	try osq-ticket issue civil
	ended 1 '' "osq-ticket: civil: no numbers are given out now
osq-ticket: again from $1"
}

@test "numbers are given out in the service's hours, from their first second to the last" {
	hours '06:15-11:15 13:15-15:30'
	at 06:14:59
	again_from '2026-11-23T06:15'
	gives 06:15
	gives 11:14:59
	at 11:15
	again_from '2026-11-23T13:15'
	gives 13:15
	gives 15:29:59
	at 15:30 # tomorrow is a holiday
	again_from '2026-11-25T06:15'
	try osq-ticket issue certify # has no hours of its own
	ended 0 B001
	try osq-ticket list --service civil --csv --no-header -o ticket
	ended 0 'A001
A002
A003
A004'
}

@test "none on a day off, on a Sunday, nor in the afternoon of a Saturday open till noon" {
	hours '06:15-11:15 13:15-15:30'
	at 08:00 2026-11-24
	again_from '2026-11-25T06:15'
	at 16:00 2026-11-27
	again_from '2026-11-30T06:15'
	(cat "$SAMPLE/hours.csv" && echo 6,07:30,11:00,no) | osq-admin import hours
	again_from '2026-11-28T06:15'
	gives 08:00 2026-11-28
	at 12:00 2026-11-28
	again_from '2026-11-30T06:15'
}

@test "on a day off, a service without hours of its own gives out numbers all the same" {
	gives 08:00 2026-11-24
}

@test "hours that can never come are told as that" {
	hours '20:00-21:00'
	try osq-ticket issue civil
	ended 1 '' 'osq-ticket: civil: no numbers are given out now
osq-ticket: the office has no hours in which it could: osq-admin import hours'
	try hours 'mornings'
	like 65 '' "*issue_hours: 'mornings' must be spans such as 06:15-11:15 13:15-15:30*"
	sqlite3 "$OSQ_DB" "UPDATE service SET issue_hours = 'mornings' WHERE code = 'civil'"
	try osq-ticket issue civil
	ended 78 '' 'osq-ticket: civil: its issue_hours cannot be read'
}

@test "a number entered afterwards follows the hours of its own time" {
	hours '06:15-11:15'
	at 14:00
	try osq-ticket issue civil --at 10:00
	ended 0 A001
	try osq-ticket issue civil --at 12:00
	ended 1 '' 'osq-ticket: civil: no numbers are given out now
osq-ticket: again from 2026-11-25T06:15'
}

@test "when the quota is used up, numbers are given out on the next day that is open" {
	quota 2
	osq-ticket issue civil
	osq-ticket issue civil
	try osq-ticket issue civil
	ended 1 '' 'osq-ticket: civil: all 2 numbers of the day are given out
osq-ticket: again from 2026-11-25T07:00'
	hours '06:15-11:15 13:15-15:30' # the afternoon does not help
	try osq-ticket issue civil
	ended 1 '' 'osq-ticket: civil: all 2 numbers of the day are given out
osq-ticket: again from 2026-11-25T06:15'
	try osq-ticket issue certify
	ended 0 B001
	gives 06:15 2026-11-25
}

@test "a cancelled number was drawn, and counts" {
	quota 1
	osq-ticket issue civil
	osq-ticket cancel A001
	try osq-ticket issue civil
	like 1 '' '*all 1 numbers*'
}

@test "one sent on from another service does not count" {
	quota 1
	open_counters
	osq-ticket issue certify
	osq-call next -c 2
	osq-call transfer -c 2 --to civil
	try osq-ticket issue civil
	ended 0 A001
}

@test "an officer gives a number all the same, and the journal tells" {
	hours '06:15-07:00'
	try osq-ticket issue civil --force
	ended 0 A001
	[ "$(last_act)" = 'ticket issue A001 {"service":"civil","forced":"hours"}' ]
	hours '06:15-11:15'
	quota 1
	try osq-ticket issue civil --force
	ended 0 A002
	[ "$(last_act)" = 'ticket issue A002 {"service":"civil","forced":"quota"}' ]
	try osq-ticket issue certify --force # nothing was in the way
	ended 0 B001
	[ "$(last_act)" = 'ticket issue B001 {"service":"certify"}' ]
}

@test "64 who draw at once from a quota of 10 get 10 numbers" {
	quota 10
	draw() {
		osq-ticket issue civil >"drawn.$1" 2>"told.$1" || [ $? -eq 1 ]
	}
	at_once 64 draw
	[ "$(cat drawn.* | sort | paste -sd' ')" = "A001 A002 A003 A004 A005 A006 A007 A008 A009 A010" ]
	[ "$(cat told.* | grep -c 'all 10 numbers')" -eq 54 ]
	content
}

@test "a press that is repeated gets the same number, and leaves no trace" {
	try osq-ticket issue civil --request-id kiosk1-17
	ended 0 A001
	osq-admin list journal --csv >before
	at 08:01
	try osq-ticket issue civil --request-id kiosk1-17
	ended 0 A001
	try osq-ticket issue civil --request-id kiosk1-17 --json
	like 0 '{"ticket":"A001",*"issued_at":"2026-11-23T08:00:00+07:00",*' ''
	try osq-ticket issue civil --request-id kiosk1-17 --dry-run
	ended 0 A001 'osq-ticket: a dry run: nothing was kept'
	osq-admin list journal --csv | cmp - before
	try osq-ticket issue civil --request-id kiosk1-18
	ended 0 A002
	try osq-ticket issue civil
	ended 0 A003
	content
}

@test "the repeated press is answered though the hours are over and the quota is used up" {
	quota 1
	osq-ticket issue civil --request-id k
	hours '06:15-07:00'
	try osq-ticket issue civil --request-id k
	ended 0 A001
}

@test "the slip of a repeated press is marked as printed again" {
	osq-ticket issue civil --request-id k --print text >first
	osq-ticket issue civil --request-id k --print text >again
	osq-ticket print A001 >reprint
	cmp again reprint
	[ "$(grep -c 'A 0 0 1' first again | paste -sd' ')" = "first:1 again:1" ]
	run cmp -s first again
	[ "$status" -eq 1 ]
}

@test "one press is for one service" {
	osq-ticket issue civil --request-id k
	try osq-ticket issue certify --request-id k
	ended 1 '' 'osq-ticket: request k: drew A001 for civil'
	open_counters # sent on, it was drawn for what it was drawn for
	osq-call next -c 1
	osq-call transfer -c 1 --to certify
	try osq-ticket issue certify --request-id k
	ended 1 '' 'osq-ticket: request k: drew A001 for civil'
	try osq-ticket issue civil --request-id k
	ended 0 A001
}

@test "the next day the same press is another one" {
	osq-ticket issue civil --request-id k
	osq-ticket issue civil
	at 08:00 2026-11-25
	osq-ticket issue civil
	try osq-ticket issue civil --request-id k
	ended 0 A002
}

@test "a dry run does not use a press up" {
	try osq-ticket issue civil --request-id k --dry-run
	ended 0 A001 'osq-ticket: a dry run: nothing was kept'
	osq-ticket issue civil
	try osq-ticket issue civil --request-id k
	ended 0 A002
}

@test "a press without a name is a mistake of the kiosk, told at once" {
	for id in '' '  ' "$(printf '%0201d' 0)"; do
		try osq-ticket issue civil --request-id "$id"
		ended 64 '' 'osq-ticket: --request-id wants 1 to 200 bytes
osq-ticket: see: osq-ticket issue --help'
	done
	try osq-ticket issue civil --request-id $'\xff'
	ended 65 '' 'osq-ticket: --request-id: is not UTF-8 text'
}

@test "64 processes with one press get one number" {
	press() {
		osq-ticket issue civil --request-id k >"drawn.$1" 2>"told.$1"
	}
	at_once 64 press
	[ "$(cat drawn.* | sort | uniq -c | tr -s ' ')" = ' 64 A001' ]
	[ -z "$(cat told.*)" ]
	[ "$(osq-ticket list --csv --no-header | wc -l)" -eq 1 ]
	content
}
