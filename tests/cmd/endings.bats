#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What an office no longer has ends and is not erased: it takes no new work, and the past stays as it was.

load helper

setup() {
	office
}

codes() { # of KIND that are listed, in one line
	osq-admin list "$1" "${@:2}" --csv --no-header -o code | paste -sd' '
}

# The last day of an entry.
ends() { # KIND CODE DAY
	osq-admin set "$1" "$2" until="$3" >/dev/null
}

@test "an officer who has left acts no more from the next day on, and his work keeps his name" {
	open_counters
	osq-ticket issue certify
	osq-call next --counter 2
	osq-call done --counter 2
	osq-call close --counter 2
	ends officers binh "$TODAY"
	# the last day is a day of work
	osq-call open --counter 2 --officer binh
	osq-call close --counter 2
	at 08:00 2026-11-25
	try osq-call open --counter 2 --officer binh
	ended 1 '' 'osq-call: binh: ended; its last day was 2026-11-23
osq-call: osq-admin list officers shows those in force'
	try osq-dossier receive --procedure 1.001193 --applicant "Lê Văn Tám" --officer binh
	like 1 '' '*binh: ended; its last day was 2026-11-23*'
	# what was done before is entered late
	osq-dossier receive --procedure 1.001193 --applicant "Lê Văn Tám" --officer binh \
		--at "2026-11-23 10:00"
	[ "$(codes officers)" = "duc hoa lan mai" ]
	[ "$(codes officers --all)" = "binh duc hoa lan mai" ]
	row=$(osq-report officers --day "$TODAY" --csv | grep '^binh,')
	[[ $row == "binh,Trần Văn Bình,1,"* ]]
	# later he is in no report but that of his time, and comes back with an empty day
	[ "$(osq-report officers --day 2026-11-25 --csv | grep -c '^binh')" = 0 ]
	ends officers binh ''
	osq-call open --counter 2 --officer binh
}

@test "what is ended is not offered: numbers, counters, desks, in lists and to the shell" {
	ends services certify 2026-11-22
	ends counters 2 2026-11-22
	ends desks justice 2026-11-22
	try osq-ticket issue certify
	ended 1 '' 'osq-ticket: certify: ended; its last day was 2026-11-22
osq-ticket: osq-admin list services shows those in force'
	[ "$(osq-board --json | jq -r ".services[].service" | paste -sd" ")" = "civil social result online vneid payment land" ]
	[ "$(osq-call status --csv --no-header -o counter | paste -sd' ')" = "1 3 4" ]
	[ "$(osq-call status --counter 2 --csv --no-header -o counter)" = 2 ]
	try osq-call open --counter 2 --officer binh
	like 1 '' '*2: ended; its last day was 2026-11-22*'
	[ -z "$(osq-ticket --complete issue cert)" ]
	[ "$(osq-admin --complete set services cert | cut -f1)" = certify ]
	# who has a number of another service is not sent there
	osq-call open --counter 1 --officer hoa
	osq-ticket issue civil
	osq-call next --counter 1
	try osq-call transfer --counter 1 --to certify
	like 1 '' '*certify: ended*'
	try osq-call transfer --counter 1 --to-counter 2
	like 1 '' '*: 2: ended*'
	# a dossier goes to no such desk, named or next
	code=$(osq-dossier receive --procedure 1.001193 --applicant "Lê Văn Tám")
	try osq-dossier forward "$code" --to justice
	like 1 '' '*justice: ended; its last day was 2026-11-22*'
	try osq-dossier forward "$code"
	like 1 '' '*justice: ended; its last day was 2026-11-22*'
	osq-dossier forward "$code" --to reception --holder hoa
	try osq-dossier forward "$code" --to binh
	ended 0 "$code"
	ends officers lan 2026-11-22
	try osq-dossier forward "$code" --to lan
	like 1 '' '*lan: ended*'
}

@test "nobody is called at a counter that has ended, or by an officer who has" {
	open_counters
	osq-ticket issue certify
	osq-ticket issue civil
	ends officers binh 2026-11-22
	ends counters 1 2026-11-22
	try osq-call next --counter 2
	like 1 '' '*binh: ended*'
	try osq-call next --counter 1
	like 1 '' '*1: ended*'
	try osq-call take A001 --counter 1
	like 1 '' '*1: ended*'
	osq-call close --counter 1
}

@test "a procedure ends on its day: no dossier of later, and it is not in the list of that day" {
	ends procedures 1.001193 2026-11-24
	before=$(osq-dossier receive --procedure 1.001193 --applicant "Lê Văn Tám")
	at 08:00 2026-11-25
	try osq-dossier receive --procedure 1.001193 --applicant "Lê Văn Tám"
	ended 1 '' 'osq-dossier: 1.001193: ended; its last day was 2026-11-24
osq-dossier: osq-admin list procedures shows those in force'
	try osq-dossier correct "$before" --procedure 1.001193 --address "Ấp 2" --reason "nhầm"
	ended 0 "$before"
	try osq-ticket issue civil --procedure 1.001193
	like 1 '' '*1.001193: ended*'
	[ "$(codes procedures -q 1.001193)" = "" ]
	[ "$(codes procedures -q 1.001193 --day 2026-11-24)" = 1.001193 ]
	[ "$(osq-admin list procedures --all -q 1.001193 --csv --no-header -o code,until)" = 1.001193,2026-11-24 ]
	osq-admin publish procedures pages >/dev/null
	[ ! -e pages/1.001193.html ]
	# its dossiers go on
	osq-dossier finish "$before"
	# a day before the one from which that holds is refused
	try osq-admin set procedures 1.000593 until=2026-11-20
	like 65 '' '*until: is before the day from which it holds (--since)*'
	# a published list that names it brings it back
	osq-admin list procedures --all -q 1.001193 --csv -o code,name,time_limit,time_unit |
		osq-admin import procedures - >/dev/null
	[ "$(codes procedures -q 1.001193)" = 1.001193 ]
}

@test "what an import of the whole list does not name ends, and what it names is in force" {
	ends officers mai 2026-11-20
	osq-admin list officers --all --csv -o code,name | grep -v '^binh\|^hoa' >officers.csv
	# without --whole those that are not named stay
	osq-admin import officers officers.csv >/dev/null
	[ "$(codes officers)" = "binh duc hoa lan" ]
	try osq-admin import officers --whole officers.csv
	ended 0 '0 added, 3 changed, 2 unchanged' 'osq-admin: binh: is not in the list; it ended, its last day was 2026-11-22
osq-admin: hoa: is not in the list; it ended, its last day was 2026-11-22'
	[ "$(codes officers)" = "duc lan mai" ]
	[ "$(codes officers --all)" = "binh duc hoa lan mai" ]
	[[ $(last_act) == 'import officers  {"file":"officers.csv","added":"0","changed":"3","removed":"0","names":"'* ]]
	# again, nothing is new; and all comes back from a list of all
	try osq-admin import officers --whole officers.csv
	ended 0 '0 added, 0 changed, 3 unchanged'
	osq-admin list officers --all --csv >all.csv
	osq-admin import officers --whole all.csv >/dev/null
	[ "$(codes officers)" = "duc lan mai" ]
	# procedures: from the day from which the list holds
	osq-admin list procedures --csv | head -n 4 >list.csv
	osq-admin import procedures --whole --since 2026-12-01 list.csv >/dev/null 2>&1
	[ "$(codes procedures | wc -w)" -gt 100 ]
	[ "$(codes procedures --day 2026-12-01 | wc -w)" = 3 ]
	[ "$(codes procedures --day 2026-11-30 | wc -w)" -gt 100 ]
	try osq-admin import hours --whole officers.csv
	like 64 '' '*--whole goes with registers whose entries end*'
	try osq-admin list hours --all
	like 64 '' '*--all goes with registers whose entries end*'
}

@test "no booking is taken after a service's last day, those that stand are told" {
	osq-admin set services civil slot_minutes=30 slot_capacity=2 >/dev/null
	osq-ticket book civil --slot "2026-11-26 08:00" --name An --phone 0912345678
	try osq-admin set services civil until=2026-11-25
	like 0 '0 added, 1 changed, 0 unchanged' '*is booked for 2026-11-26T08:00, when nobody is there*'
	try osq-ticket book civil --slot "2026-11-26 08:30" --name Ba --phone 0912345679
	like 1 '' '*no slot begins at 2026-11-26T08:30*'
	osq-ticket book civil --slot "2026-11-25 08:30" --name Ba --phone 0912345679
	[ "$(osq-admin check --csv --no-header -o check,verdict | grep bookings)" = bookings,warning ]
}

@test "check tells the work that lies with what has ended" {
	open_counters
	osq-ticket issue certify
	code=$(osq-dossier receive --procedure 1.001193 --applicant "Lê Văn Tám")
	osq-dossier forward "$code" --to justice --holder binh
	for entry in officers/binh counters/1 desks/justice services/certify; do
		ends "${entry%/*}" "${entry#*/}" 2026-11-22
	done
	try osq-admin check --csv --no-header
	[ "$(grep '^ended,' <<<"$output" | sed 's/.*warning,//; s/: [0-9]*"*$//; s/"//')" = "1: has ended, and is open
binh: has ended, and has a counter open
binh: has ended, and has open dossiers
justice: has ended, and has open dossiers
justice: has ended, and is in the steps of procedures
certify: has ended, and people wait for it" ]
}
