#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Waiting for the store: how long, behind whom, and who is told of.

load ../cmd/helper

setup() {
	office
}

milliseconds() {
	date +%s%3N
}

# took LEAST MOST COMMAND: it ends with 75 after so many milliseconds.
took() {
	local least=$1 most=$2 begun

	shift 2
	begun=$(milliseconds)
	try "$@"
	begun=$(($(milliseconds) - begun))
	[ "$status" -eq 75 ]
	[ "$begun" -ge "$least" ]
	[ "$begun" -le "$most" ] || {
		echo "$begun ms"
		return 1
	}
}

@test "who is refused is told who holds the store: login, command, process, since when" {
	# An import in the middle of its work, that is stopped.
	{
		echo code,name,field,time_limit,time_unit
		seq -f 'X%06g,Thủ tục có tên khá dài,Hộ tịch,5,working-day' 60000
	} >large.csv
	background osq-admin import procedures large.csv --officer hoa >/dev/null 2>&1
	import=$!
	soon is_held
	kill -STOP "$import"
	OSQ_TIMEOUT=0 try osq-ticket issue civil
	like 75 '' "*another command has been writing for 0 s
osq-ticket: try again; it is kept by osq-admin import of $(id -un) (process $import, begun 20??-??-??T??:??:??)"
	[[ $stderr != *large.csv* ]]
	kill -KILL "$import"
	finished "$import" || :
	try osq-ticket issue civil
	ended 0 A001
}

@test "OSQ_TIMEOUT is what one waits in all, whatever one waits for" {
	background flock osq.db-lock sleep 6
	holder=$!
	soon is_held
	OSQ_TIMEOUT=2 took 1900 3000 osq-ticket issue civil
	finished "$holder"
	# Held by a shell, which knows nothing of the queue: from within, and wholly.
	for lock in 'BEGIN IMMEDIATE' 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE'; do
		rm -f ready
		(
			echo "$lock; UPDATE setting SET value = value;"
			echo '.shell touch ready'
			sleep 6
		) | sqlite3 osq.db 3>&- &
		shell=$!
		soon test -e ready
		OSQ_TIMEOUT=2 took 1800 3000 osq-ticket issue civil
		finished "$shell" || :
	done
}

@test "a waiter that is killed lets nobody behind it pass those before it" {
	background flock osq.db-lock sleep 4
	soon is_held
	for n in 1 2 3 4 5 6; do
		background osq-ticket issue civil >"label.$n"
		eval "p$n=$!"
		sleep 0.3
	done
	# The middle one, and the one before the last: whoever follows them has not his turn.
	for n in 3 5; do
		pid="p$n"
		kill -KILL "${!pid}"
	done
	# shellcheck disable=SC2154  # set by eval
	finished "$p1" "$p2" "$p4" "$p6"
	[ "$(cat label.1 label.2 label.4 label.6 | paste -sd ' ')" = 'A001 A002 A003 A004' ]
}

@test "who may only read the store cannot lock it" {
	chmod 644 osq.db
	rm osq.db-lock
	osq-ticket issue civil
	[ "$(stat -c %a osq.db-lock)" = 600 ]
	chmod 664 osq.db
	osq-ticket issue civil
	[ "$(stat -c %a osq.db-lock)" = 660 ]
	# Nonsense in it costs nobody his turn.
	printf '\377\377\377\377\377\377\377\177' | dd of=osq.db-lock conv=notrunc 2>/dev/null
	try osq-ticket issue civil
	ended 0 A003
	[ "$(od -An -td8 -N8 osq.db-lock | tr -d ' ')" = 1 ]
}
