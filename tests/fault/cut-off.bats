#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What makes or changes a whole store, cut off anywhere: init leaves all or nothing, an
# upgrade goes on by itself, a copy leaves nothing half made.

load ../cmd/helper

setup() {
	common_setup
	export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" # which a tracer excludes
	if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
		skip "needs strace"
	fi
}

# cut CALL N COMMAND: killed at its Nth system call of that name.
cut() {
	strace -f -o /dev/null -e inject="$1":signal=KILL:when="$2" "${@:3}" >/dev/null 2>&1 || :
}

# A store of schema 3, with nothing in it.
old_store() {
	rm -f osq.db*
	{
		cat "$ROOT"/lib/store/schema/000[123]-*.sql
		echo "PRAGMA application_id = 0x6f737131; PRAGMA user_version = 3;"
		echo "INSERT INTO service (code, prefix, name) VALUES ('civil', 'A', 'Hộ tịch');"
	} | sqlite3 osq.db
}

@test "an init that is cut off has made a whole store, or nothing at all" {
	for call in openat pwrite64 fsync linkat write; do
		for n in 1 3 10 40 150 400; do
			rm -rf shop
			cut "$call" "$n" osq-admin init --sample -d shop/osq.db
			if [ -e shop/osq.db ]; then
				osq-admin check -d shop/osq.db >/dev/null
				[ "$(osq-admin list services -d shop/osq.db --csv --no-header | wc -l)" -gt 3 ]
			else
				[ "$(find shop -type f 2>/dev/null | wc -l)" -eq 0 ]
				try osq-admin init --sample -d shop/osq.db
				[ "$status" -eq 0 ]
			fi
		done
	done
}

@test "two inits at once make one store" {
	init() { osq-admin init --sample -d both.db >/dev/null 2>"said.$1" || echo $? >"ended.$1"; }
	at_once 4 init
	[ "$(cat ended.* | sort | uniq -c | tr -s ' ')" = ' 3 73' ]
	osq-admin check -d both.db >/dev/null
}

@test "an upgrade that was cut off is begun again with the same words" {
	for call in fdatasync fsync pwrite64 linkat; do
		for n in 1 2 4 8 60; do
			old_store
			cut "$call" "$n" osq-admin upgrade
			version=$(sqlite3 osq.db 'PRAGMA user_version')
			[[ $version == 3 || $version == $(newest) ]]
			try osq-admin upgrade
			[ "$status" -eq 0 ]
			content
			[ "$(osq-admin list services --csv --no-header -o code)" = civil ]
			# Once, whatever came between.
			[ "$(osq-admin list journal --csv --no-header -o act | grep -c '^upgrade$')" -eq 1 ]
			[ "$(find . -name '*.part' | wc -l)" -eq 0 ]
		done
	done
	# Each copy is the store of before.
	for copy in osq.db.*.backup; do
		[ "$(sqlite3 "$copy" 'PRAGMA user_version')" = 3 ]
	done
}

newest() {
	set -- "$ROOT"/lib/store/schema/*.sql
	echo $#
}

@test "a full disk in the middle of an upgrade changes nothing, and says so" {
	old_store
	strace -f -o calls -e trace=pwrite64 osq-admin upgrade >/dev/null
	n=$(grep -c pwrite64 calls)
	old_store
	try strace -f -o /dev/null -e inject=pwrite64:error=ENOSPC:when=$((n - 30))+ osq-admin upgrade
	like 74 '' '*the disk is full; nothing was kept'
	[ "$(sqlite3 osq.db 'PRAGMA user_version')" = 3 ]
	osq-admin upgrade >/dev/null
	content
}

@test "two upgrades at once are one" {
	old_store
	upgrade() { osq-admin upgrade >"said.$1"; }
	at_once 3 upgrade
	[ "$(cat said.* | grep -c 'was 3')" -eq 1 ]
	[ "$(cat said.* | grep -c 'up to date')" -eq 2 ]
	content
}

@test "a copy that is cut off leaves nothing, and goes through no link" {
	osq-admin init --sample >/dev/null
	mkdir out
	for call in pwrite64 fsync; do
		for n in 1 20; do
			cut "$call" "$n" osq-admin backup out/copy.db
			[ ! -e out/copy.db ] || osq-admin check -d out/copy.db >/dev/null
			rm -f out/copy.db
			[ "$(ls out)" = '' ]
		done
	done
	umask 0
	osq-admin backup out/copy.db >/dev/null
	[ "$(stat -c %a out/copy.db)" = 600 ]
	ln -s elsewhere out/link.db
	try osq-admin backup out/link.db
	like 73 '' '*is there already; nothing was changed'
	[ ! -e out/elsewhere ]
}

@test "a report's file is its owner's until it is whole, and its name is on the disk when it is told" {
	osq-admin init --sample >/dev/null
	umask 022
	mkdir out
	strace -f -o calls -e trace=fsync,rename,openat osq-report day --xlsx out/day.xlsx >/dev/null
	[ "$(stat -c %a out/day.xlsx)" = 644 ]
	# The folder is synced behind the rename.
	[ "$(sed -n '/rename(.*day.xlsx/,$p' calls | grep -cE 'openat.*"out", .*O_DIRECTORY| fsync\(')" -eq 2 ]
	cut fchmod 1 osq-report day --xlsx out/other.xlsx
	[ ! -e out/other.xlsx ]
	[ "$(stat -c %a out/.osq-*)" = 600 ]
}
