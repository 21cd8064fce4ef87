#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A disk that does not take what is written: who is refused has nothing that stands, and
# what is printed later survives a power cut.

load ../cmd/helper

setup() {
	office
	"${CC:-cc}" -shared -fPIC -O1 -D_GNU_SOURCE -o disk.so "$ROOT/tests/fault/disk.c" -ldl
	sqlite3 osq.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	mkdir disk
	cp osq.db disk/
}

# on_disk FAILS COMMAND: the command, on a disk whose syncs with these numbers fail.
on_disk() {
	DISK_OF=$OSQ_DB DISK=$PWD/disk DISK_FAILS=$1 ASAN_OPTIONS=verify_asan_link_order=0 \
		LD_PRELOAD=$PWD/disk.so "${@:2}"
}

tickets() {
	osq-ticket list --csv --no-header -o ticket "$@" | paste -sd ' '
}

# What stands where the power fails now.
power_cut() {
	rm -rf cut
	mkdir cut
	cp disk/osq.db cut/
	[ ! -e disk/osq.db-wal ] || cp disk/osq.db-wal cut/
}

@test "an act whose sync fails is refused and not kept, and what comes after it survives" {
	for _ in 1 2 3; do
		on_disk 0 osq-ticket issue civil >>drawn
	done
	try on_disk 1 osq-ticket issue civil
	ended 74 '' "osq-ticket: $OSQ_DB: the disk did not take what was written; nothing was kept
osq-ticket: see to the disk before it fails for good"
	[ "$(tickets)" = 'A001 A002 A003' ]
	power_cut
	[ "$(tickets -d cut/osq.db)" = 'A001 A002 A003' ]
	try on_disk 0 osq-ticket issue civil
	ended 0 A004
	power_cut
	[ "$(tickets -d cut/osq.db)" = 'A001 A002 A003 A004' ]
	osq-admin check -d cut/osq.db >/dev/null
	content
}

@test "the first act of a log, and an act while others have the store open, alike" {
	try on_disk 1-2 osq-ticket issue civil
	[ "$status" -eq 74 ]
	[ "$(tickets)" = '' ]
	try on_disk 0 osq-ticket issue civil
	ended 0 A001
	background osq-board --html board.html --watch 2>/dev/null
	board=$!
	soon test -s board.html
	try on_disk 1 osq-call open --counter 1 --officer hoa
	[ "$status" -eq 74 ]
	try on_disk 0 osq-ticket issue civil
	ended 0 A002
	kill "$board"
	finished "$board" || :
	try osq-call status --csv --no-header -o counter,state
	[[ $output != *1,open* ]]
	power_cut
	[ "$(tickets -d cut/osq.db)" = 'A001 A002' ]
	content
}

@test "a disk that does not even take the act back is told so, and the next act stands" {
	on_disk 0 osq-ticket issue civil >/dev/null
	try on_disk 1-9 osq-ticket issue civil
	ended 74 '' "osq-ticket: $OSQ_DB: the disk did not take what was written; nothing was kept
osq-ticket: it did not take that back either, so it may stand after a power cut: see to the disk, then osq-admin check"
	[ "$(tickets)" = A001 ]
	try on_disk 0 osq-ticket issue certify
	ended 0 B001
	power_cut
	[ "$(tickets -d cut/osq.db)" = 'A001 B001' ]
	content
}

@test "no verb that writes leaves an act whose sync failed" {
	open_counters
	osq-ticket issue civil >/dev/null
	printf 'code,name,target\nx,Đích,5\n' >targets.csv
	verbs=('osq-call next -c 1' 'osq-ticket issue civil' 'osq-ticket cancel A001 -r x'
		'osq-call pause -c 2' 'osq-call close -c 2' 'osq-admin config notice hallo'
		'osq-admin import targets targets.csv' 'osq-admin end-day'
		'osq-dossier receive -p 1.001193 -a Lan'
		'osq-admin set services civil priority=2')
	for verb in "${verbs[@]}"; do
		before=$(osq-admin list journal --csv | sha256sum)
		# shellcheck disable=SC2086  # words
		try on_disk 1 $verb
		[ "$status" -ne 0 ]
		[ "$output" = '' ]
		[ "$(osq-admin list journal --csv | sha256sum)" = "$before" ]
	done
	content
}
