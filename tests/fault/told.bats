#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What is kept is said, whatever comes between the commit and the answer.

load ../cmd/helper

setup() {
	office
}

# kept COMMAND: its output has nowhere to go; it stands, and the message says what.
kept() {
	local said=$1 before

	shift
	before=$(osq-admin list journal --csv --no-header | wc -l)
	try bash -c '"$@" >/dev/full' - "$@"
	like 74 '' "*: $said is stored, but was not told: *No space left on device"
	[ "$(osq-admin list journal --csv --no-header | wc -l)" -gt "$before" ]
}

@test "an answer that nobody gets is an error that names what stands, of every act" {
	kept A001 osq-ticket issue civil
	kept 1 osq-call open -c 1 --officer hoa
	kept A001 osq-call next -c 1
	kept A001 osq-call start -c 1
	kept A001 osq-call done -c 1
	kept 1 osq-call pause -c 1
	kept 000.17.22.H30-261123-0001 osq-dossier receive -p 1.001193 -a Lan
	osq-dossier receive -p 1.001193 -a Minh >/dev/null
	kept '000.17.22.H30-261123-0002 (the last of 2)' osq-dossier finish \
		000.17.22.H30-261123-0001 000.17.22.H30-261123-0002
	printf 'code,name,target\nx,Đích,5\n' >targets.csv
	kept 'import targets' osq-admin import targets targets.csv
	kept notice osq-admin config notice hallo
	kept 'import services' osq-admin set services civil name=Abc
	kept '*' osq-admin end-day
	content
}

@test "a dry run says nothing of what it did not keep" {
	try bash -c 'osq-ticket issue civil --dry-run >/dev/full'
	ended 74 '' 'osq-ticket: a dry run: nothing was kept
osq-ticket: the output could not be written: No space left on device'
}

# A signal that comes with the sync of a commit, and the label all the same.
signalled() {
	DISK_SIGNAL=$1 ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD=$PWD/disk.so "${@:2}"
}

@test "a signal that comes while an act is being kept lets it tell the number" {
	"${CC:-cc}" -shared -fPIC -O1 -D_GNU_SOURCE -o disk.so "$ROOT/tests/fault/disk.c" -ldl
	for signal in 1 2 3 13 15; do
		try signalled $signal osq-ticket issue civil
		ended 0 "A00$((++n))"
		try signalled $signal osq-ticket issue civil --json
		[ "$status" -eq 0 ]
		[ "$(jq -r .ticket <<<"$output")" = "A00$((++n))" ]
		[ "$n" -lt 8 ] || break
	done
	printf 'code,name,target\nx,Đích,5\n' >targets.csv
	try signalled 15 osq-admin import targets targets.csv
	ended 0 '1 added, 0 changed, 0 unchanged'
	# One that comes before is a death as ever, and keeps nothing.
	osq-ticket list --csv >before
	flock osq.db-lock sleep 1 &
	soon is_held
	background osq-ticket issue civil >label
	waiter=$!
	sleep 0.3
	kill -TERM "$waiter"
	try finished "$waiter"
	[ "$status" -eq 143 ]
	[ ! -s label ]
	osq-ticket list --csv | cmp - before
}

@test "a reader who is gone is told of by the number" {
	(
		sleep 0.5 # nobody reads any more when the number comes
		env --default-signal=PIPE osq-ticket issue civil 2>told || echo $? >code
	) | true
	[ "$(cat code)" -eq 74 ]
	[ "$(cat told)" = 'osq-ticket: A001 is stored, but was not told: the output could not be written: Broken pipe' ]
}
