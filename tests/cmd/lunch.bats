#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The wait that is told reckons with opening, lunch and breaks: by the register of hours,
# and by when the counters were left on the days before.

load helper

setup() {
	office
	# Two counters for one service; the office is open from 07:00 to 11:30, and from 13:00.
	osq-admin import counters - <<<$'code,name,services\n1,,civil\n2,,civil' >/dev/null
}

# A day on which hoa and binh open at seven, and are at lunch from 11:00 to 12:00.
day_with_early_lunch() {
	for counter in 1 2; do
		local officer=hoa
		[ $counter = 1 ] || officer=binh
		osq-call open -c $counter --officer $officer --at "$1 07:00"
		osq-call close -c $counter --at "$1 11:00"
		osq-call open -c $counter --officer $officer --at "$1 12:00"
		osq-call close -c $counter --at "$1 17:00"
	done
} >/dev/null

# working TIME: both are at work, each with somebody since just now, and N wait.
working() {
	at "$1"
	osq-call open -c 1 --officer hoa
	osq-call open -c 2 --officer binh
	for _ in $(seq $(($2 + 2))); do osq-ticket issue civil; done
	osq-call next -c 1
	osq-call next -c 2
} >/dev/null

# told TICKET FROM TO: its median, in minutes, lies there.
told() {
	try osq-ticket wait "$1" --json
	jq -e "$2 * 60 <= .wait_median and .wait_median <= $3 * 60 and
		.wait_median <= .wait_p90" <<<"$output" || tell_run 0 "$*"
}

@test "who will not be called before lunch is told so, by the hours of the office" {
	working 11:20 12
	told A003 0 10
	# Six after one another at each counter are more than ten minutes.
	told A014 100 180
}

@test "in the lunch hour the range is that until after it" {
	at 12:00
	osq-ticket issue civil >/dev/null
	told A001 60 65
	osq-call open -c 1 --officer hoa >/dev/null
	osq-call pause -c 1 >/dev/null
	told A001 60 65
}

@test "before opening it is until then; with the counters closed in the day it is unknown" {
	at 06:45
	osq-ticket issue civil >/dev/null
	told A001 15 20
	at 09:00
	try osq-ticket wait A001 --json -o wait_median,wait_p90
	ended 0 '{"wait_median":null,"wait_p90":null}'
	at 17:30
	try osq-ticket wait A001 --json -o wait_median,wait_p90
	ended 0 '{"wait_median":null,"wait_p90":null}'
}

@test "the habit of the last days counts more than the register" {
	for day in 2026-11-18 2026-11-19 2026-11-20; do
		at 18:00 $day
		day_with_early_lunch $day
	done
	working 10:50 12
	told A014 70 110
	# They do come back at twelve, though the register says one o'clock.
	at 11:30
	osq-call done -c 1 >/dev/null
	osq-call done -c 2 >/dev/null
	osq-call close -c 1 >/dev/null
	osq-call close -c 2 >/dev/null
	told A003 25 35
}

@test "a counter that did not open on those days is not waited for" {
	for day in 2026-11-18 2026-11-19; do
		at 18:00 $day
		osq-call open -c 1 --officer hoa --at "$day 07:00" >/dev/null
		osq-call close -c 1 --at "$day 17:00" >/dev/null
	done
	osq-admin import counters - <<<$'code,name,services\n2,,certify' >/dev/null
	at 06:45
	osq-ticket issue civil >/dev/null
	osq-ticket issue certify >/dev/null
	told A001 15 20
	try osq-ticket wait B001 --json -o wait_median,wait_p90
	ended 0 '{"wait_median":null,"wait_p90":null}'
}

@test "who is late is waited for, but not all morning" {
	for day in 2026-11-18 2026-11-19 2026-11-20; do
		at 18:00 $day
		day_with_early_lunch $day
	done
	at 07:05
	osq-ticket issue civil >/dev/null
	told A001 2 25
	at 09:00
	try osq-ticket wait A001 --json -o wait_median,wait_p90
	ended 0 '{"wait_median":null,"wait_p90":null}'
}

@test "a Saturday says nothing of a Monday" {
	# Somebody did work on a Saturday, and was at lunch from eleven.
	at 18:00 2026-11-21
	day_with_early_lunch 2026-11-21
	working 10:40 10
	told A012 20 50
}

@test "whoever goes with the morning is not reckoned with in the afternoon" {
	for day in 2026-11-18 2026-11-19 2026-11-20; do
		at 18:00 $day
		osq-call open -c 1 --officer hoa --at "$day 07:00" >/dev/null
		osq-call close -c 1 --at "$day 17:00" >/dev/null
		osq-call open -c 2 --officer binh --at "$day 07:00" >/dev/null
		osq-call close -c 2 --at "$day 11:30" >/dev/null
	done
	working 11:25 12
	# hoa stays over lunch on these days, and is alone.
	told A014 50 120
}

@test "a week lived with the commands: half are called within the median they were told" {
	[ -n "${OSQ_SOAK:-}" ] || skip 'two minutes: make soak'
	osq-admin import counters - >/dev/null <<-'END'
		code,name,services
		1,,civil result
		2,,civil result
		3,,civil certify
	END
	at 06:00 2026-09-01
	# Six days that teach when the counters are left, and five on which it is counted.
	python3 "$BATS_TEST_DIRNAME/days.py" "${SEED:-1}" 2026-09-07 11
	at 08:00 2026-09-30
	run osq-report queue --from 2026-09-15 --to 2026-09-21 --section office --json
	echo "$output"
	jq -e '.told > 800 and
		.within_told_median >= 45 and .within_told_median <= 55 and
		.within_told_p90 >= 85 and .within_told_p90 <= 95' <<<"$output"
}
