#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Where the office wants it, a citizen who still waits is not given another number.

load helper

AN='093190001111|123456789|Nguyễn Văn An|02041990|Nam|Ấp 1|10052021'
BE='093185002222||Trần Thị Bé|03051985|Nữ|Ấp 2|10052021'

setup() {
	office
	register civil one_number_each yes
}

# for_card LINE [SERVICE]: the number that the reader's line gets.
for_card() {
	printf '%s\n' "$1" | osq-ticket issue "${2:-civil}" --card - 2>/dev/null
}

for_phone() {
	osq-ticket issue "${2:-civil}" --phone "$1" 2>/dev/null
}

@test "who still waits is given his number again, however he writes his telephone" {
	[ "$(for_phone 0912345678)" = A001 ]
	acts=$(osq-admin list journal --csv | wc -l)
	for written in 0912345678 '+84 912 345 678' '0912.345.678' '(091) 234 5678'; do
		try osq-ticket issue civil --phone "$written"
		ended 0 A001 'osq-ticket: A001: drawn before, and still waiting'
	done
	[ "$(osq-admin list journal --csv | wc -l)" = "$acts" ]
	[ "$(for_phone 0987654321)" = A002 ]
	[ "$(osq-ticket issue civil)" = A003 ]
	[ "$(osq-ticket issue civil)" = A004 ]
	[ "$(osq-ticket list --csv --no-header | wc -l)" = 4 ]
}

@test "the slip for it is the first one's, with its number" {
	osq-ticket issue civil --phone 0912345678 --print text >first
	osq-ticket issue civil
	osq-ticket issue civil --phone 0912345678 --print text >again
	grep -q A001 again
	[ "$(grep -c A00 again)" = "$(grep -c A00 first)" ]
}

@test "by the card too, which leaves no number and no name behind" {
	[ "$(for_card "$AN")" = A001 ]
	[ "$(for_card "$BE")" = A002 ]
	[ "$(for_card "$AN")" = A001 ]
	run -1 grep -aq -e 093190001111 -e 'Văn An' -e 123456789 "$OSQ_DB" "$OSQ_DB"-*
	[ "$(osq-ticket list --csv --no-header -o ticket,name,phone)" = $'A001,,\nA002,,' ]
	# What is kept differs from day to day, and from office to office.
	kept=$(sqlite3 "$OSQ_DB" 'SELECT card FROM ticket WHERE number = 1')
	[ "${#kept}" = 64 ]
	at 08:00 2026-11-25
	for_card "$AN"
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(DISTINCT card) FROM ticket')" = 3 ]
	OSQ_DB=$PWD/other.db osq-admin init --sample
	OSQ_DB=$PWD/other.db register civil one_number_each yes
	OSQ_DB=$PWD/other.db for_card "$AN"
	[ "$(sqlite3 other.db "SELECT count(*) FROM ticket WHERE card = '$kept'")" = 0 ]
}

@test "the end of the day wipes it, from the file too" {
	for_card "$AN"
	kept=$(sqlite3 "$OSQ_DB" 'SELECT card FROM ticket')
	grep -aq "$kept" "$OSQ_DB"
	open_counters
	osq-call next -c 1
	osq-call 'done' -c 1
	osq-call close -c 1
	osq-call close -c 2
	at 00:30 2026-11-24
	osq-admin end-day --day yesterday
	[ "$(last_act)" = 'day end 2026-11-23 {"unserved":"0","counters":"0","cards":"1"}' ]
	run -1 grep -aq "$kept" "$OSQ_DB" "$OSQ_DB"-*
	[ -z "$(sqlite3 "$OSQ_DB" 'SELECT card FROM ticket')" ]
	# Nothing is left to be done.
	acts=$(osq-admin list journal --csv | wc -l)
	osq-admin end-day --day yesterday
	[ "$(osq-admin list journal --csv | wc -l)" = "$acts" ]
}

@test "for another service, or once called, he draws anew; put aside he does not" {
	export OSQ_COUNTER=1
	osq-call open --officer hoa
	for_phone 0912345678
	[ "$(for_phone 0912345678 certify)" = B001 ]
	[ "$(for_phone 0912345678 certify)" = B002 ] # gives as many as are asked for
	osq-call next
	osq-call hold
	[ "$(for_phone 0912345678)" = A001 ]
	osq-call resume A001
	osq-call next
	[ "$(for_phone 0912345678)" = A002 ]
}

@test "yesterday's number is not today's, and a cancelled one is none" {
	for_phone 0912345678
	at 08:00 2026-11-25
	[ "$(for_phone 0912345678)" = A001 ]
	osq-ticket cancel A001
	[ "$(for_phone 0912345678)" = A002 ]
}

@test "the number of who waits is told even when all are given out" {
	register civil quota 1
	for_phone 0912345678
	try osq-ticket issue civil --phone 0987654321
	like 1 '' 'osq-ticket: civil: all 1 numbers of the day are given out*'
	[ "$(for_phone 0912345678)" = A001 ]
}

@test "two presses at once are one number" {
	press() {
		for_phone 0912345678 >>told
		for_card "$AN" >>told
	}
	for round in 1 2 3 4 5; do
		at "08:0$round"
		rm -f told
		at_once 2 press
		[ "$(sort told | uniq -c | awk '{ print $1 }' | paste -sd' ')" = '2 2' ]
		osq-ticket list --csv --no-header --status waiting -o ticket | xargs osq-ticket cancel
	done
	[ "$(osq-ticket list --csv --no-header | wc -l)" = 10 ]
}

@test "a card that is none is refused, and nothing is drawn" {
	try osq-ticket issue civil --card 'hello'
	like 65 '' 'osq-ticket: *'
	[ -z "$(osq-ticket list --csv --no-header)" ]
}

@test "off by default, and in the register a word" {
	[ "$(osq-admin list services --csv -o code,one_number_each | paste -sd' ')" = \
		'code,one_number_each civil,yes certify, social, result, online, vneid, payment, land,' ]
	try osq-admin import services <<-'END'
		code,prefix,name,one_number_each
		civil,A,Hộ tịch,maybe
	END
	like 65 '' '*one_number_each*'
}
