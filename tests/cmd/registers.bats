#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Registers and settings as they live: a setting is taken back.

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
