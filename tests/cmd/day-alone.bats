#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What is entered later from paper often has no hour, only its day: that is its opening, or
# the closing time of what ends, but not before what came first on that day.

load helper

setup() {
	office
	at 09:00 2026-11-26
}

journalled() { # ACT: when it was
	osq-admin list journal --jsonl -o at,act | jq -r "select(.act == \"$1\").at" | tail -n 1
}

@test "a payment and a paper of a day are not of its midnight, nor before the receipt" {
	code=$(osq-dossier receive -p 2.000815 -a An --fee 50000 --at 2026-11-25T09:30)
	early=$(osq-dossier receive -p 2.000815 -a Bé --fee 50000 --at 2026-11-23T09:30)
	osq-dossier pay "$code" "$early" --at 2026-11-25 >/dev/null
	[ "$(osq-dossier payments --csv --no-header -o code,paid_at | paste -sd' ')" = \
		"$early,2026-11-25T07:00:00+07:00 $code,2026-11-25T09:30:00+07:00" ]
	osq-dossier papers "$code" --handed 1 --at 2026-11-25 >/dev/null
	osq-dossier papers "$early" --handed 1 --at 2026-11-25 >/dev/null
	[ "$(journalled 'dossier papers')" = 2026-11-25T07:00:00+07:00 ]
	[ "$(osq-dossier papers "$code" --jsonl -o handed_at | head -n 1)" = \
		'{"handed_at":"2026-11-25T09:30:00+07:00"}' ]
	try osq-dossier pay "$code" --at 2026-11-24
	like 65 '' '*the time given is before 2026-11-25T09:30'
	# Today's opening may still be to come, and a holiday has none.
	at 06:30 2026-11-27
	osq-dossier fee "$early" 60000 --at 2026-11-27 >/dev/null
	[ "$(journalled 'dossier fee')" = 2026-11-27T06:30:00+07:00 ]
	osq-dossier fee "$early" 70000 --at 2026-11-24 >/dev/null
	[ "$(journalled 'dossier fee')" = 2026-11-24T00:00:00+07:00 ]
	content
}

@test "a counter's day is from opening to closing, its acts in their order" {
	osq-call open --counter 1 --officer hoa --at 2026-11-25
	osq-ticket issue civil --at 2026-11-25 >/dev/null
	osq-ticket issue civil --at 2026-11-25T08:00 >/dev/null
	osq-call next --counter 1 --at 2026-11-25 >/dev/null
	osq-call start --counter 1 --at 2026-11-25T08:10 >/dev/null
	osq-call done --counter 1 --at 2026-11-25 >/dev/null
	[ "$(journalled 'call done')" = 2026-11-25T08:10:00+07:00 ]
	osq-call close --counter 1 --at 2026-11-25
	[ "$(sqlite3 -readonly "$OSQ_DB" "SELECT strftime('%H:%M', min(started_at), 'unixepoch', '+7 hours'),
		strftime('%H:%M', max(ended_at), 'unixepoch', '+7 hours') FROM counter_period")" = '07:00|17:00' ]
	[ "$(journalled 'ticket issue')" = 2026-11-25T08:00:00+07:00 ]
	try osq-admin end-day --at 2026-11-25 --csv --no-header
	like 0 '2026-11-25,1,0' ''
	content
}

@test "what is rated on its day is rated after its end" {
	code=$(osq-dossier receive -p 1.001653 -a An --officer hoa --at 2026-11-25)
	osq-dossier finish "$code" --at 2026-11-25 >/dev/null
	osq-rate add --dossier "$code" --score 5 --at 2026-11-25
	[ "$(journalled rate)" = 2026-11-25T17:00:00+07:00 ]
	content
}
