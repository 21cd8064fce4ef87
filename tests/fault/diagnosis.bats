#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# An error says what is wrong: what the system had against it, not what it looks like.

load ../cmd/helper

setup() {
	office
	export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" # which a tracer excludes
	if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
		skip "needs strace"
	fi
}

# failing PATH CALL ERROR COMMAND: each CALL on PATH fails with ERROR.
failing() {
	strace -f -o /dev/null -P "$1" -e inject="$2":error="$3" "${@:4}"
}

@test "a disk that cannot be read is no foreign file, no missing one, and no lack of rights" {
	try failing "$OSQ_DB" pread64 EIO osq-ticket list
	ended 74 '' "osq-ticket: $OSQ_DB: Input/output error"
	try failing "$OSQ_DB" openat EIO osq-ticket list
	ended 74 '' "osq-ticket: $OSQ_DB: Input/output error"
	try failing "$OSQ_DB" openat EMFILE osq-ticket issue civil
	ended 74 '' "osq-ticket: $OSQ_DB: Too many open files"
	osq-ticket issue civil
	try failing "$OSQ_DB-wal" pread64 EIO osq-ticket issue civil
	like 74 '' "osq-ticket: $OSQ_DB: disk I/O error: Input/output error"
	try failing "$OSQ_DB-wal" openat ENOSPC osq-ticket issue civil
	like 74 '' "osq-ticket: $OSQ_DB: the disk is full; nothing was kept"
	content
}

@test "a lock that the kernel refuses is not somebody who writes" {
	for error in ENOLCK EIO; do
		try failing "$OSQ_DB-lock" flock $error osq-ticket issue civil
		like 74 '' "osq-ticket: $OSQ_DB-lock: flock: *"
	done
	try osq-ticket issue civil
	ended 0 A001
}

@test "a journal that a writer left beside a copy is told, and put right by the next writer" {
	osq-admin backup copy.db >/dev/null
	# The first writer puts it into WAL mode, and is killed at that.
	strace -f -o /dev/null -P "$PWD/copy.db" -e inject=fdatasync:signal=KILL:when=1 \
		osq-ticket issue civil -d copy.db >/dev/null 2>&1 || :
	[ -e copy.db-journal ] || skip "no journal was left here"
	try osq-ticket list -d copy.db
	if [ "$status" -ne 0 ]; then
		like 69 '' 'osq-ticket: copy.db: a command was cut off while it put the store into WAL mode*'
	fi
	osq-ticket issue civil -d copy.db >/dev/null
	osq-admin check -d copy.db >/dev/null
}
