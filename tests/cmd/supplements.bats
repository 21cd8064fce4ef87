#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2119,SC2120  # what is handed on may be nothing
# A paper is missing: when the citizen may be asked for it, what the answer does to the
# promise, and who has waited too long.

load helper

AGENCY=000.17.22.H30
A=$AGENCY-261123-0001
DISABLED=1.001653 # 5 working days
COPY=2.000815     # the same day

setup() {
	office
}

# Received on Monday the 23rd at 08:00: due on 1 December; asked for in time until the 27th.
receive() {
	osq-dossier receive -p "$DISABLED" -a 'Lê Thị Sáu' "$@" >/dev/null
}

ask() { # DAY TIME [OPTION ...]
	at "$2" "$1"
	shift 2
	osq-dossier pause -r 'Thiếu giấy ra viện' "$@" "$A" >/dev/null
}

answer() { # DAY TIME
	at "$2" "$1"
	osq-dossier resume "$A" >/dev/null
}

of() { # COLUMNS
	osq-dossier show "$A" --csv --no-header -o "$1"
}

# The codes that a list of this standing has.
listed() {
	osq-dossier list --standing "$1" --csv --no-header -o code | paste -sd' '
}

# What is late, as the officer sees it in the morning.
morning() {
	osq-dossier due --within 1d --csv --no-header -o standing,code | paste -sd' '
}

@test "asked for in time, the limit is counted anew from the answer; the first promise stays" {
	receive
	ask 2026-11-27 16:00
	[ "$(osq-dossier track "$A" --csv --no-header -o next)" = \
		'hand in what was asked for; the time allowed is counted anew from then on' ]
	answer 2026-12-21 09:00
	[ "$(of due_at)" = 2026-12-28T17:00:00+07:00 ]
	[ "$(osq-dossier export --csv --no-header -o first_due_at)" = 2026-12-01T17:00:00+07:00 ]
	[ "$(listed asked_late)" = '' ]
	# The figures count the moved moment, Decision 766 its own.
	at 10:00 2026-12-28
	osq-dossier finish "$A" >/dev/null
	[ "$(of standing,standing_766)" = on_time,overdue ]
	content
}

@test "what comes after the cut-off or on a day off counts as a receipt then would" {
	osq-dossier receive -p $COPY -a 'Lê Thị Sáu' >/dev/null
	ask 2026-11-23 09:00
	answer 2026-11-27 15:01
	[ "$(of due_at)" = 2026-11-30T17:00:00+07:00 ]
	osq-dossier receive -p $COPY -a 'Lê Thị Bảy' >/dev/null
	A=$AGENCY-261127-0001
	osq-admin config same_day_cutoff none >/dev/null
	at 15:02 2026-11-27
	osq-dossier pause -r x "$A" >/dev/null
	answer 2026-11-28 09:00
	[ "$(of due_at)" = 2026-11-30T17:00:00+07:00 ]
}

@test "asked for after the third day the time goes on, and lists, record and sheet show it" {
	receive
	ask 2026-11-30 07:00
	[ "$(osq-dossier track "$A" --csv --no-header -o next)" = \
		'hand in what was asked for; the time allowed stands until then' ]
	[[ $(last_act) == *'"late":"yes"'* ]]
	[ "$(listed asked_late)" = "$A" ]
	[ "$(listed late,asked_late)" = "$A" ]
	[ "$(listed late)" = '' ]
	[ "$(morning)" = "asked_late,$A" ]
	[ "$(osq-dossier show "$A" --json | jq -r '.events[-1].late')" = yes ]
	answer 2026-12-02 07:00
	[ "$(of due_at)" = 2026-12-03T17:00:00+07:00 ]
	osq-dossier forward --to social "$A" >/dev/null
	osq-dossier form 06 "$A" >sheet.html
	grep -q 'yêu cầu quá thời hạn quy định' sheet.html
	osq-dossier finish "$A" >/dev/null
	[ "$(morning)" = '' ]
	[ "$(listed asked_late)" = "$A" ]
	# It goes with the dossier to another office.
	osq-dossier export --csv >out.csv
	osq-admin init --sample -d other.db >/dev/null
	osq-dossier import -d other.db out.csv >/dev/null
	[ "$(osq-dossier list -d other.db --standing asked_late --csv --no-header -o code)" = "$A" ]
}

@test "asked for when it was late, it stays late; a second one goes on and is listed" {
	osq-dossier receive -p $COPY -a 'Lê Thị Sáu' >/dev/null
	ask 2026-11-25 08:00
	[[ "$(morning) " == "late,$A "* ]]
	[ "$(osq-dossier due --within 1d --check --json | jq .late)" = "$(osq-report summary --day 2026-11-25 --json | jq .late)" ]
	answer 2026-11-26 08:00
	[ "$(of due_at,standing)" = 2026-11-23T17:00:00+07:00,late ]
	[ "$(listed asked_late)" = "$A" ]
	receive
	A=$AGENCY-261126-0001
	ask 2026-11-26 09:00
	answer 2026-11-27 09:00
	[ "$(of due_at)" = 2026-12-04T17:00:00+07:00 ]
	ask 2026-11-30 07:00 --force
	answer 2026-12-01 07:00
	[ "$(of due_at)" = 2026-12-07T17:00:00+07:00 ]
	[ "$(listed asked_late)" = "$AGENCY-261123-0001 $A" ]
}

@test "a fee and a verification only stop the clock" {
	receive
	for what in fee verification; do
		ask 2026-11-25 08:00 --for $what
		answer 2026-11-25 08:00
	done
	[ "$(of due_at)" = 2026-12-01T17:00:00+07:00 ]
	ask 2026-11-26 07:00 --for fee
	answer 2026-11-27 07:00
	[ "$(of due_at)" = 2026-12-02T17:00:00+07:00 ]
}

@test "the setting of the day of receipt holds, for the clock and for the days" {
	osq-admin config supplement_clock continue >/dev/null
	osq-admin config supplement_clock restart --since 2026-11-26 >/dev/null
	osq-admin config supplement_ask_days 1 --since 2026-11-26 >/dev/null
	receive
	ask 2026-11-25 07:00
	answer 2026-11-26 07:00
	[ "$(of due_at)" = 2026-12-02T17:00:00+07:00 ]
	receive
	receive
	A=$AGENCY-261126-0001
	ask 2026-11-27 17:00
	answer 2026-11-30 07:00
	[ "$(of due_at)" = 2026-12-07T17:00:00+07:00 ]
	A=$AGENCY-261126-0002
	ask 2026-11-30 17:01
	[ "$(listed asked_late)" = "$A" ]
	try osq-admin config supplement_clock anew
	like 65 '' '*restart*'
}

@test "who waits for his supplement for fifteen working days is listed, and nothing ends it" {
	receive
	ask 2026-11-25 08:00
	at 17:00 2026-12-16 # the fifteenth
	[ "$(listed unanswered)" = '' ]
	[ "$(morning)" = '' ]
	at 17:01 2026-12-16
	[ "$(listed unanswered)" = "$A" ]
	[ "$(morning)" = "unanswered,$A" ]
	[ "$(of status)" = paused ]
	# The fee has no such limit.
	osq-admin config supplement_wait_days 30 >/dev/null
	[ "$(listed unanswered)" = '' ]
	osq-admin config supplement_wait_days 0 >/dev/null
	at 08:00 2027-11-25
	[ "$(listed unanswered)" = '' ]
}

@test "the digest of the morning tells of both" {
	receive
	ask 2026-11-30 08:00
	at 06:30 2026-12-28
	run sh "$ROOT/share/examples/morning-digest.sh"
	[[ $output == *"asked late"*"$A"* ]]
	[[ $output == *unanswered*"$A"* ]]
}

@test "a day off that comes late moves a promise that was counted anew" {
	receive
	ask 2026-11-25 08:00
	answer 2026-11-26 10:00 # due on 3 December
	try osq-admin promises --csv --no-header
	ended 0
	printf 'date,kind,name\n2026-12-02,off,Bão số 9\n' | osq-admin import holidays - 2>/dev/null
	try osq-admin promises --csv --no-header -o code,would_be
	ended 0 "$A,2026-12-04T17:00:00+07:00"
}

@test "an apology on the day of the promise needs no force, is listed, and saves nothing" {
	receive
	at 16:59 2026-12-01
	try osq-dossier extend --by 2 -r 'Hội đồng chưa họp' "$A"
	ended 0 "$A"
	[ "$(listed extended_late)" = "$A" ]
	try osq-dossier form 04 "$A"
	[ "$status" -eq 0 ]
	at 08:00 2026-12-02
	[ "$(of standing)" = late ]
	[[ $(morning) == *"extended_late,$A"* ]]
}
