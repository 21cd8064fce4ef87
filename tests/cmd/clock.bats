#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A machine whose clock has leapt does nothing that would lock the office until then.

load helper

setup_file() {
	cc -shared -fPIC -o "$BATS_FILE_TMPDIR/adjtimex.so" "$BATS_TEST_DIRNAME/adjtimex.c"
}

# The machine's clock counts here, and adjtimex.c is what the kernel says of it.
setup() {
	common_setup
	ldd "$(command -v osq-call)" | grep -q libasan && skip 'faketime and AddressSanitizer exclude each other'
	unset OSQ_NOW
	export LD_PRELOAD=$BATS_FILE_TMPDIR/adjtimex.so
	osq-admin init --sample
	before=$(osq-admin list journal --csv)
}

# wrong DAYS COMMAND: while the clock is so many days off.
wrong() {
	faketime -f "$1d" "${@:2}"
}

leapt='osq-*: the machine'\''s clock says ????-??-??, the last entry here is of ????-??-??, and nothing keeps that clock right
osq-*: set it, and have it kept: timedatectl set-ntp true'

@test "three months ahead for a minute, and nothing keeps the clock right: nothing is locked" {
	for act in 'osq-call open -c 1 --officer hoa' 'osq-ticket issue civil --force' \
		"osq-dossier receive -p 1.001653 -a Thử" 'osq-admin config hotline 1' 'osq-admin purge'; do
		# shellcheck disable=SC2086  # words on purpose
		try wrong +90 $act
		like 69 '' "$leapt"
	done
	[ "$(osq-admin list journal --csv)" = "$before" ]
	osq-call open -c 1 --officer hoa
	try osq-ticket issue civil --force
	ended 0 A001
	osq-call next -c 1
	osq-call 'done' -c 1
	osq-call close -c 1
	osq-call open -c 1 --officer binh
	osq-call open -c 2 --officer hoa
	content
}

@test "nor with a clock that begins in another century, or years behind" {
	for days in +45000 -9000; do
		try wrong $days osq-ticket issue civil --force
		like 69 '' "$leapt"
	done
	try osq-ticket issue civil --force
	ended 0 A001
}

@test "an office that was shut over Tết goes on, with or without anybody to keep its clock" {
	try wrong +20 osq-ticket issue civil --force
	ended 0 A001
	# A month later the last entry is that.
	try wrong +45 osq-ticket issue civil --force
	ended 0 A001
}

@test "a clock that is kept right is believed, however long nobody came" {
	export CLOCK_KEPT=yes
	try wrong +400 osq-call open -c 1 --officer hoa
	ended 0 1
}

@test "reading goes on under any clock" {
	try wrong +90 osq-ticket list --csv --no-header
	ended 0
	try wrong +90 osq-admin list counters --csv --no-header -o code
	ended 0 $'1\n2\n3\n4'
}

@test "a time that is set for the clock is that" {
	OSQ_NOW=2040-01-01T08:00 try osq-ticket issue civil --force
	ended 0 A001
}
