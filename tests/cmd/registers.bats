#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Registers and settings as they live: a setting is taken back, an entry found by words.

load helper

setup() {
	office
}

@test "a setting is taken back: from its day on, or what held from no day on" {
	osq-admin config notice "Nghỉ trưa từ 11:30"
	osq-admin config notice "Nhầm" --since 2026-07-01
	osq-admin config notice "Về sau" --since 2027-01-01
	try osq-admin config --unset notice --since 1/7/2026
	ended 0 notice
	[ "$(last_act)" = 'config notice {"was":"Nhầm","since":"2026-07-01"}' ]
	[ "$(osq-admin config notice)" = "Nghỉ trưa từ 11:30" ]
	osq-admin config notice --unset
	try osq-admin config notice --csv -o since,value
	ended 0 'since,value
2027-01-01,Về sau'
	[ -z "$(osq-admin config notice)" ]

	# what is not set is told, with the days from which something is
	before=$(osq-admin list journal --csv | wc -l)
	try osq-admin config notice --unset
	ended 1 '' 'osq-admin: notice: is not set
osq-admin: it is set from these days on: 2027-01-01 (--since DAY)'
	try osq-admin config hotline --unset --since 2026-07-01
	ended 1 '' 'osq-admin: hotline: nothing is set from 2026-07-01 on'
	[ "$(osq-admin list journal --csv | wc -l)" = "$before" ]
	try osq-admin config late_ends --unset
	ended 77 '' 'osq-admin: late_ends: is not set by hand'
	try osq-admin config --unset notice X
	like 64 '' '*--unset goes with one KEY and no VALUE*'
	try osq-admin config --unset
	like 64 '' '*--unset goes with one KEY and no VALUE*'
	try osq-admin config notice --unset --since 2027-01-01 --dry-run
	ended 0 notice 'osq-admin: a dry run: nothing was kept'
	[ "$(osq-admin config notice --csv -o value --no-header)" = "Về sau" ]
}

# The first column of what is found, in one line.
found() { # KIND WORDS
	osq-admin list "$1" -q "$2" --csv --no-header | cut -d, -f1 | paste -sd' '
}

@test "an entry is found by words of any column, accents or not" {
	[ "$(found services "chung thuc")" = certify ]
	[ "$(found services CHỨNGTHỰC)" = certify ]
	[ "$(found services certify)" = certify ]
	[ "$(found procedures 1.001193)" = 1.001193 ]
	[ "$(found procedures "khaisinh dang ky thu tuc luu dong")" = 1.003583 ]
	[ -z "$(found services "chung xyz")" ]
	[ -z "$(found services "???")" ]
	[ -z "$(found services hung)" ] # no word begins so
	# a word does not go from one column to the next
	[ -z "$(found services certifyb)" ]
	# days and closed lists, as programs get them and as people read them
	[ "$(found holidays 2026-11-24)" = 2026-11-24 ]
	[ "$(LANGUAGE=vi found holidays 24/11/2026)" = 2026-11-24 ]
	# words are found in the journal too
	try osq-admin list journal -q "counters" --csv --no-header -o act
	ended 0 "import counters"
}
