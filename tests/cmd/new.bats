#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2119,SC2120  # what is handed on may be nothing
# What was asked for and nobody has accepted yet: no promise, in no figure, and not
# forgotten.

load helper

AGENCY=000.17.22.H30
A=$AGENCY-261123-0001
DISABLED=1.001653 # 5 working days
# Nothing but noughts in a summary.
NOTHING='{"from":"2026-11-01","to":"2026-11-30","received":0,"received_in_period":0,"carried_over":0,"finished":0,"early":0,"on_time":0,"overdue":0,"in_process":0,"in_time":0,"late":0}'

setup() {
	office
}

request() { # [OPTION ...]
	osq-dossier receive --new -p $DISABLED -a 'Lê Thị Sáu' --channel online "$@"
}

of() { # CODE COLUMNS
	osq-dossier show "$1" --csv --no-header -o "$2"
}

november() {
	osq-report summary --from 2026-11-01 --to 2026-11-30 --json
}

listed() {
	osq-dossier list --csv --no-header -o code "$@" | paste -sd' '
}

@test "a request has a code and no promise, and is in no column of any report" {
	try request
	ended 0 $A
	[ "$(of $A status,standing,standing_766,requested_at,received_at,due_at)" = \
		new,,,2026-11-23T08:00:00+07:00,, ]
	[ "$(listed)" = $A ]
	[ "$(listed --status new)" = $A ]
	[ "$(listed --by due)" = '' ]
	[ "$(november)" = "$NOTHING" ]
	[ "$(osq-dossier track $A --csv --no-header -o status,next)" = \
		'new,is waiting to be looked at; no result is promised until it is accepted' ]
	[ "$(last_act)" = "dossier request $A {\"procedure\":\"$DISABLED\"}" ]
	content
}

@test "before it is accepted nothing can be done with it but refuse it or give it back" {
	request
	for act in 'forward --to social' 'pause -r x' resume 'extend --by 1 -r x' finish return; do
		# shellcheck disable=SC2086  # words
		try osq-dossier $act $A
		like 1 '' "osq-dossier: $A: *"
	done
	try osq-dossier finish $A
	ended 1 '' "osq-dossier: $A: nobody has accepted it yet
osq-dossier: first: osq-dossier accept $A"
	try osq-dossier form 01 $A
	like 1 '' "osq-dossier: $A: nobody has accepted it yet*"
	try osq-dossier withdraw $A
	ended 0 $A
	[ "$(november)" = "$NOTHING" ]
}

@test "accepted, the time runs and it counts from then on; the code stays" {
	request
	at 10:00 2026-11-26
	try osq-dossier accept --at 09:00 $A
	ended 0 $A
	[ "$(of $A status,received_at,due_at)" = \
		received,2026-11-26T09:00:00+07:00,2026-12-03T17:00:00+07:00 ]
	[ "$(last_act)" = "dossier accept $A {\"due_at\":\"2026-12-03T17:00:00+07:00\"}" ]
	[ "$(osq-report summary --from 2026-11-26 --to 2026-11-26 --json | jq .received_in_period)" = 1 ]
	[ "$(osq-report summary --from 2026-11-23 --to 2026-11-25 --json | jq .received)" = 0 ]
	# The receipt and the line of the register are of this day too.
	osq-dossier form 01 $A >receipt.html
	grep -q '09 giờ 00 phút, ngày 26 tháng 11' receipt.html
	[ "$(osq-dossier export --csv --no-header -o register_line)" = 1 ]
	try osq-dossier accept $A
	ended 1 '' "osq-dossier: $A: was accepted already"
	osq-dossier finish $A
	[ "$(of $A status,standing)" = finished,early ]
	content
}

@test "accepted under the rule of that day, with the first step of its procedure" {
	request
	printf 'code,name,field,time_limit,time_unit\n%s,Đổi giấy,Bảo trợ xã hội,2,working-day\n' \
		$DISABLED | osq-admin import procedures - --since 2026-11-26 >/dev/null
	at 09:00 2026-11-26
	OSQ_OFFICER=lan osq-dossier accept $A
	[ "$(of $A time_limit,due_at,desk,holder,officer)" = \
		2,2026-11-30T17:00:00+07:00,reception,lan,lan ]
}

@test "not accepted: form 03, a note, and never a figure" {
	request
	at 09:00 2026-11-26
	osq-dossier reject -r 'Không thuộc thẩm quyền' $A
	[ "$(of $A status,received_at,standing,standing_766)" = rejected,,, ]
	osq-dossier form 03 $A >refusal.html
	grep -q 'Không thuộc thẩm quyền' refusal.html
	[ "$(november)" = "$NOTHING" ]
	try osq-report dossiers --from 2026-11-01 --to 2026-11-30 --table
	like 0 '*Không tiếp nhận: 1 hồ sơ.*'
	# It was the wrong one.
	osq-dossier reopen -r 'Nhầm hồ sơ' $A
	[ "$(of $A status)" = new ]
	content
}

@test "one that nobody has looked at for eight open hours is listed, until it is" {
	request # at 08:00; the 24th is off
	at 07:30 2026-11-25
	[ "$(listed --standing unaccepted)" = '' ]
	at 07:31 2026-11-25
	[ "$(listed --standing unaccepted)" = $A ]
	[ "$(osq-dossier due --within 1d --csv --no-header -o standing,code,promised_at)" = "unaccepted,$A," ]
	try osq-admin check
	like 0 '*requests*warning*: 1 (osq-dossier list --standing unaccepted)*'
	run sh "$ROOT/share/examples/morning-digest.sh"
	[[ $output == *unaccepted*$A* ]]
	osq-admin config accept_hours 20 >/dev/null
	[ "$(listed --standing unaccepted)" = '' ]
	osq-admin config accept_hours 8 >/dev/null
	osq-dossier accept $A
	[ "$(listed --standing unaccepted)" = '' ]
	[ "$(osq-dossier due --within 1d --csv --no-header)" = '' ]
}

@test "the province's state 1 is new, and an older file does not take back what was accepted" {
	cat >portal.csv <<-'END'
		code,procedure,applicant,received_at,province_state
		P-1,1.001653,Nguyễn Thị Phượng,2026-11-20 08:15,1
		P-2,1.001653,Đỗ Quốc Khuyến,2026-11-20 09:30,2
	END
	try osq-dossier import portal.csv
	ended 0 '2 added, 0 changed, 0 unchanged'
	[ "$(of P-1 status,channel,requested_at,received_at,due_at)" = \
		new,online,2026-11-20T08:15:00+07:00,, ]
	[ "$(osq-dossier export --csv --no-header -o code,province_state | paste -sd' ')" = 'P-2,2 P-1,1' ]
	try osq-dossier import portal.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
	osq-dossier accept P-1
	try osq-dossier import portal.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
	[ "$(of P-1 status,received_at)" = received,2026-11-23T08:00:00+07:00 ]
	# Accepted there, it is so here.
	cat >one.csv <<-'END'
		code,procedure,applicant,received_at,channel,province_state
		P-3,1.001653,Nguyễn Thị Phượng,2026-11-20 08:15,online,1
	END
	osq-dossier import one.csv
	sed 's/,1$/,4/' one.csv | sed 's/2026-11-20 08:15/2026-11-23 07:30/' >accepted.csv
	try osq-dossier import accepted.csv
	ended 0 '0 added, 1 changed, 0 unchanged'
	[ "$(of P-3 status,requested_at,received_at)" = \
		processing,2026-11-20T08:15:00+07:00,2026-11-23T07:30:00+07:00 ]
	try osq-dossier import one.csv
	ended 0 '0 added, 0 changed, 1 unchanged'
	content
}

@test "requests go to another office with their story, and come back unchanged" {
	request
	request
	osq-dossier reject -r 'Không thuộc thẩm quyền' $AGENCY-261123-0002
	osq-dossier export --csv >out.csv
	osq-admin init --sample -d other.db >/dev/null
	try osq-dossier import -d other.db out.csv
	like 0 '2 added, 0 changed, 0 unchanged'
	osq-dossier export -d other.db --csv >back.csv
	cmp out.csv back.csv
	try osq-dossier import -d other.db out.csv
	like 0 '0 added, 0 changed, 2 unchanged'
	osq-dossier list -d other.db --limit 1 --csv --no-header -o code >first
	[ "$(cat first)" = $A ]
}

@test "requests of another program come in many at once" {
	printf 'procedure,applicant,request_id\n%s,Lê An,R1\n%s,Lê Bé,R2\n' $DISABLED $DISABLED >in.csv
	try osq-dossier receive --new in.csv
	ended 0 "$A
$AGENCY-261123-0002"
	[ "$(listed --status new)" = "$A $AGENCY-261123-0002" ]
}
