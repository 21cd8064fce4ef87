#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The worst day: a store is damaged, missing, half made, and a copy is to take its place;
# or the copy is what is damaged, and the store must stay.

load ../cmd/helper

setup() {
	office
	osq-ticket issue civil >/dev/null
	osq-ticket issue civil >/dev/null
	osq-admin backup good.db >/dev/null
}

tickets() {
	osq-ticket list --csv --no-header -o ticket | paste -sd ' '
}

# judged STATUS MESSAGE: bad.db is refused so, forced or not, and the store is as it was.
judged() {
	local before there

	before=$(sha256sum osq.db*) there=$(ls)
	for force in --dry-run --force; do
		try osq-admin restore $force bad.db
		[[ " $1 " == *" $status "* ]]
		like "$status" '' "osq-admin: $2"
	done
	[ "$(sha256sum osq.db*)" = "$before" ]
	[ "$(ls)" = "$there" ]
	rm -f bad.db
}

@test "a copy that is not whole is refused before anything is touched" {
	osq-ticket issue civil >/dev/null
	page=$(sqlite3 good.db "SELECT rootpage FROM sqlite_schema WHERE name = 'ticket'")
	cp good.db bad.db
	dd if=/dev/urandom of=bad.db bs=4096 seek=$((page - 1)) count=1 conv=notrunc 2>/dev/null
	judged '65 74' 'bad.db: *'
	sqlite3 bad.db "PRAGMA application_id = 0x6f737131; PRAGMA user_version = $(sqlite3 good.db 'PRAGMA user_version'); CREATE TABLE x (y)"
	judged '65 70' '*'
	(echo "PRAGMA encoding = 'UTF-16';"; sqlite3 good.db .dump
		echo "PRAGMA application_id = 0x6f737131; PRAGMA user_version = 20;") | sqlite3 bad.db
	judged 65 'bad.db: has pages of 4096 bytes and texts in UTF-16le; a store has 4096 and UTF-8'
	sqlite3 good.db "PRAGMA page_size = 8192; VACUUM INTO 'bad.db'"
	judged 65 'bad.db: has pages of 8192 bytes*'
	cp good.db bad.db
	sqlite3 bad.db "DROP TRIGGER journal_stays; DROP TRIGGER journal_keeps;
		UPDATE journal SET act = 'x' WHERE id = 3;
		$(sqlite3 good.db "SELECT sql || ';' FROM sqlite_schema
			WHERE type = 'trigger' AND name GLOB 'journal_*'")"
	judged 65 'bad.db: journal: entry 3: *'
	cp good.db bad.db
	sqlite3 bad.db "DELETE FROM service WHERE code = 'civil'"
	judged 65 'bad.db: broken reference: *'
	cp good.db bad.db
	sqlite3 bad.db 'PRAGMA user_version = 9999'
	judged 78 'bad.db: was made by a newer osq*'
	echo text >bad.db
	judged 78 'bad.db: is no osq store'
	[ "$(tickets)" = 'A001 A002 A003' ]
}

@test "a store that is damaged, missing or half made is restored, and what stood there is kept" {
	rm osq.db osq.db-*
	try osq-admin restore good.db
	ended 0 "$OSQ_DB"
	[ "$(tickets)" = 'A001 A002' ]
	osq-ticket issue civil
	dd if=/dev/urandom of=osq.db bs=4096 seek=3 count=40 conv=notrunc 2>/dev/null
	sha256sum <osq.db >damaged
	try osq-admin check
	[ "$status" -ne 0 ]
	try osq-admin restore good.db
	like 0 "the store as it was: $OSQ_DB.*.replaced" \
		"osq-admin: $OSQ_DB: cannot be read; numbers printed since 2026-11-23T08:00 come again"
	sha256sum <osq.db.*.replaced | cmp - damaged
	[ "$(tickets)" = 'A001 A002' ]
	content
	for wound in 'truncate -s 100000 osq.db' 'truncate -s 0 osq.db' \
		'dd if=/dev/zero bs=4096 count=1 conv=notrunc of=osq.db status=none'; do
		at "09:0$((++n))"
		$wound
		try osq-admin restore good.db
		if [ "$status" -ne 0 ]; then
			like 77 '' "*does not look like a store*--force puts it in place all the same"
			try osq-admin restore --force good.db
		fi
		[ "$status" -eq 0 ]
		[ "$(tickets)" = 'A001 A002' ]
		content
	done
}

@test "numbers that are on paper are not given again, and what is lost is told before" {
	osq-ticket issue civil >/dev/null
	osq-dossier receive -p 1.001193 -a Lan >/dev/null
	try osq-admin restore good.db </dev/null
	ended 77 '' 'osq-admin: lost are the entries of the journal since 2026-11-23T08:00: 2
osq-admin: nothing was changed
osq-admin: --force puts it in place all the same'
	[ "$(tickets)" = 'A001 A002 A003' ]
	try osq-admin restore --force good.db
	[ "$status" -eq 0 ]
	[[ $stderr == *'A, number 3 of 2026-11-23, was given'* ]]
	[[ $stderr == *'dossier 1 of 2026-11-23 was given'* ]]
	[ "$(osq-ticket issue civil)" = A004 ]
	[ "$(osq-dossier receive -p 1.001193 -a Minh)" = 000.17.22.H30-261123-0002 ]
	content
	# Nothing lost, nothing asked.
	osq-admin backup now.db >/dev/null
	at 08:01
	try osq-admin restore now.db
	like 0 'the store as it was: *' ''
}

@test "the copy of another office wants to be meant" {
	osq-admin init --name Other -d other.db >/dev/null
	try osq-admin restore other.db
	like 77 '' "*the copy is of another office's store*"
	[ "$(osq-admin config --csv --no-header name -o value)" != Other ]
	try osq-admin restore --force other.db
	[ "$status" -eq 0 ]
	[ "$(osq-admin config --csv --no-header name -o value)" = Other ]
	content
}

@test "at a terminal it asks" {
	osq-ticket issue civil >/dev/null
	answer() {
		printf '%s\n' "$1" | script -qec "osq-admin restore good.db" /dev/null | tr -d '\r'
	}
	command -v script >/dev/null || skip "needs script(1)"
	answer n >said || :
	grep -q 'put the copy in its place all the same? \[y/N\]' said
	[ "$(tickets)" = 'A001 A002 A003' ]
	answer y >said
	[ "$(tickets)" = 'A001 A002' ]
}

@test "a copy of an older version is restored, and brought up to date" {
	osq-admin init -d old.db >/dev/null
	rm old.db*
	(
		cd "$ROOT/lib/store/schema" || exit
		cat 000*.sql
		echo "PRAGMA application_id = 0x6f737131; PRAGMA user_version = 9;"
	) | sqlite3 old.db
	try osq-admin restore --force old.db
	like 65 '' 'osq-admin: old.db: has no journal'
	osq-admin restore --force good.db
	content
}

@test "killed at any moment, it leaves the one store or the other, whole" {
	command -v strace >/dev/null || skip "needs strace"
	export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" # which a tracer excludes
	strace -o /dev/null true || skip "may not trace here"
	osq-ticket issue civil >/dev/null
	sqlite3 osq.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	cp osq.db live.db
	for call in fdatasync fsync linkat rename pwrite64; do
		for n in 1 2 5 30 120; do
			rm -f osq.db*
			cp live.db osq.db
			strace -f -o /dev/null -e inject=$call:signal=KILL:when=$n \
				osq-admin restore --force good.db >/dev/null 2>&1 || :
			[[ $(tickets) == 'A001 A002 A003' || $(tickets) == 'A001 A002' ]]
			content
			# The entry and the content came together.
			osq-admin list journal --jsonl | tail -n 1 >last
			if [ "$(tickets)" = 'A001 A002' ]; then
				grep -q '"act":"restore"' last
			fi
			[ "$(find . -name '*.part' | wc -l)" -eq 0 ]
		done
	done
}

@test "who waits at the lock writes into the store that stands when his turn comes" {
	osq-ticket issue civil >/dev/null
	flock osq.db-lock sleep 2 &
	soon is_held
	background osq-ticket issue civil >label
	waiter=$!
	sleep 0.5
	# As restore does with a damaged store: another file takes the name.
	cp good.db new.db
	rm -f osq.db-wal osq.db-shm
	mv new.db osq.db
	finished "$waiter"
	[ "$(cat label)" = A003 ]
	[ "$(tickets)" = 'A001 A002 A003' ]
	content
}

@test "a board that watches shows the store that was put in place" {
	osq-call open -c 1 --officer hoa >/dev/null
	rm good.db
	osq-admin backup good.db >/dev/null
	background osq-board --html board.html --watch 2>/dev/null
	board=$!
	soon test -s board.html
	osq-call next -c 1 >/dev/null
	soon grep -q A001 board.html
	# In its place, then by another file.
	osq-admin restore --force good.db >/dev/null
	osq-call next -c 1 >/dev/null
	osq-call done -c 1 >/dev/null
	osq-call next -c 1 >/dev/null
	soon grep -q A002 board.html
	mv osq.db gone.db
	rm osq.db-wal osq.db-shm
	osq-admin restore good.db >/dev/null
	osq-ticket issue certify >/dev/null
	osq-call open -c 2 --officer binh >/dev/null
	osq-call next -c 2 >/dev/null
	soon grep -q B001 board.html
	kill "$board"
	finished "$board" || :
}
