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

hint='osq-*: set it, and have it kept: timedatectl set-ntp true; where it is right: osq-admin clock --right'
leapt="osq-*: the machine's clock says *, the last entry here is of *, and nothing keeps that clock right
$hint"
behind="osq-*: the machine's clock says *, but the last entry here is of *
$hint"

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
	try wrong +45000 osq-ticket issue civil --force
	like 69 '' "$leapt"
	try wrong -9000 osq-ticket issue civil --force
	like 69 '' "$behind"
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

@test "how long a silence may be is a setting" {
	osq-admin config clock_leap_days 10
	try wrong +20 osq-ticket issue civil --force
	like 69 '' "$leapt"
	osq-admin config clock_leap_days 400
	try wrong +300 osq-ticket issue civil --force
	ended 0 A001
}

@test "a clock that was put right by a minute goes on at the time of the last act" {
	try faketime -f -60s osq-ticket issue civil --force
	like 0 A001 "osq-ticket: the machine's clock is ?? s behind the last entry; recorded at the time of that"
	osq-admin list journal --csv --no-header -o entered_at | sort -c
	content
}

@test "a clock that went back by more stops writing, until somebody says which is right" {
	try faketime -f -10m osq-ticket issue civil --force
	like 69 '' "$behind"
	[ "$(osq-admin list journal --csv)" = "$before" ]
	try faketime -f -10m osq-admin clock --csv --no-header -o clock,kept,to_come
	ended 0 behind,no,0
	try faketime -f -10m osq-admin clock --right
	[ "$status" -eq 0 ]
	try faketime -f -10m osq-ticket issue civil --force
	ended 0 A001
	content
}

# A month of a wrong clock that the kernel took for right, and what it left.
@test "what a clock that was ahead has left is named, and taken back to now" {
	export CLOCK_KEPT=yes
	wrong +90 osq-call open -c 1 --officer hoa
	wrong +90 osq-ticket issue civil --force
	dossier=$(wrong +90 osq-dossier receive -p 1.001653 -a 'Nguyễn Thử')
	try osq-call close -c 1
	like 69 '' "$behind"
	try osq-admin check --csv --no-header
	like 65 '*clock,error,"acts that are still to come: 3, the last * (osq-admin clock)"*' '*'
	try osq-admin clock --csv --no-header -o clock,to_come
	like 0 'behind,[1-9]' ''
	osq-admin clock --right
	[[ "$(last_act)" == 'clock right  {"last":"2'*'","taken_back":"'[1-9]'"}' ]]
	try osq-admin clock --csv --no-header -o clock,to_come
	ended 0 right,0
	osq-call close -c 1
	osq-call open -c 1 --officer binh
	osq-call open -c 2 --officer hoa
	osq-dossier finish "$dossier"
	try osq-admin check --csv --no-header
	[[ $output != *clock,error* ]]
}

@test "entries that run back are named" {
	sqlite3 osq.db "INSERT INTO journal (id, at, entered_at, uid, act, detail, hash)
		SELECT id + 1, at, entered_at - 86400, uid, 'x', '{}', 'x' FROM journal ORDER BY id DESC LIMIT 1"
	try osq-admin check --csv --no-header
	like 65 '*clock,error,"entries that were entered before the one before them: 1, the first is *' '*'
}

@test "OSQ_NOW is the clock of a store that was made under it, and of no other" {
	OSQ_NOW=2040-01-01T08:00 try osq-ticket issue civil --force
	ended 77 '' "osq-ticket: OSQ_NOW: this store was not made under it, so its clock is the machine's
osq-ticket: unset OSQ_NOW; --at tells when something happened"
	OSQ_NOW=2040-01-01T08:00 try osq-ticket list
	like 77 '' '*was not made under it*'
	[ "$(osq-admin list journal --csv)" = "$before" ]
	OSQ_NOW=2026-01-01T08:00 osq-admin init --sample -d shown.db
	OSQ_NOW=2040-01-01T08:00 try osq-ticket issue civil --force -d shown.db
	ended 0 A001
	try osq-admin list journal -d shown.db --csv --no-header -o act,detail
	like 0 'init,"{""demonstration"":""yes""}"*' ''
}
