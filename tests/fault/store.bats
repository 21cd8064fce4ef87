#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Stores that are none, or of another version, or in the wrong place; disks that are
# full; entries that somebody has tampered with.

load ../cmd/helper

setup() {
	common_setup
}

teardown() {
	if mountpoint -q "$BATS_TEST_TMPDIR/office/disk"; then
		umount "$BATS_TEST_TMPDIR/office/disk"
	fi
}

# Every way of opening FILE ends with STATUS and MESSAGE, and leaves it as it was.
refused() {
	local before after

	before=$(sha256sum <"$1"; stat -c '%a %Y' "$1")
	for command in "osq-ticket list" "osq-ticket issue civil" "osq-admin check" \
		"osq-admin upgrade" "osq-admin backup copy.db"; do
		# shellcheck disable=SC2086  # words
		OSQ_DB=$1 try $command
		like "$2" '' "${command%% *}: $1: $3"
	done
	after=$(sha256sum <"$1"; stat -c '%a %Y' "$1")
	[ "$before" = "$after" ]
	[ "$(find . -name "$1?*" | wc -l)" -eq 0 ]
	[ ! -e copy.db ]
}

@test "a text, an empty file, a foreign database are no stores and stay as they were" {
	echo "ghi chú của quầy" >notes.txt
	refused notes.txt 78 'is no osq store'
	: >empty.db
	refused empty.db 78 'is no osq store'
	head -c 100 /dev/zero >zeros.db
	refused zeros.db 78 'is no osq store'
	printf '%068dosq1%028d' 0 0 >marked.db # our mark, and no database around it
	refused marked.db 78 'is no osq store'
	sqlite3 foreign.db 'CREATE TABLE ticket (id)'
	refused foreign.db 78 'is no osq store'
	sqlite3 wal.db 'PRAGMA journal_mode = WAL; CREATE TABLE ticket (id)' >/dev/null
	refused wal.db 78 'is no osq store'
	osq-admin init -d whole.db >/dev/null
	head -c 99 whole.db >cut.db
	refused cut.db 78 'is no osq store'
}

@test "a folder or a pipe is no store" {
	mkdir folder
	mkfifo pipe
	for place in folder pipe; do
		try osq-ticket list -d $place
		ended 78 '' "osq-ticket: $place: is no osq store"
		try osq-ticket issue civil -d $place
		ended 78 '' "osq-ticket: $place: is no osq store"
		try osq-admin init -d $place
		ended 73 '' "osq-admin: $place: is there already; nothing was changed"
	done
	try osq-ticket list -d notes.txt/osq.db
	like 66 '' 'osq-ticket: notes.txt/osq.db: *'
}

@test "a store of a newer osq is left to that one" {
	office_store
	sqlite3 osq.db 'PRAGMA user_version = 99'
	for command in "osq-ticket list" "osq-ticket issue civil" "osq-admin check"; do
		# shellcheck disable=SC2086  # words
		try $command
		like 78 '' "${command%% *}: $OSQ_DB: was made by a newer osq (schema 99, this one knows *)
${command%% *}: install the newer osq here too"
	done
	try osq-admin upgrade
	like 78 '' "osq-admin: $OSQ_DB: was made by a newer osq (schema 99, *"
	sqlite3 osq.db "PRAGMA user_version = $(newest)"
	content
}

office_store() {
	osq-admin init --sample >/dev/null
}

# The number of steps of the schema.
newest() {
	find "$ROOT/lib/store/schema" -name '[0-9]*.sql' | wc -l
}

# A store as the osq of schema N made it: its steps replayed by the sqlite3 shell.
old_store() {
	{
		echo 'PRAGMA application_id = 0x6f737131;'
		find "$ROOT/lib/store/schema" -name '[0-9]*.sql' | sort | head -n "$1" |
			xargs cat
		echo "PRAGMA user_version = $1;"
		echo "INSERT INTO service (code, prefix, name) VALUES ('civil', 'A', 'Hộ tịch');"
		# What its own upgrade made beside the steps.
		[ "$1" -lt 9 ] || echo "INSERT INTO secret (value) VALUES (hex(randomblob(32)));"
	} | sqlite3 "$OSQ_DB"
}

@test "an office that upgrades at noon goes on calling those who wait, in their order" {
	old_store 3
	sqlite3 "$OSQ_DB" <<-SQL
		INSERT INTO counter (code) VALUES ('1');
		INSERT INTO counter_service VALUES (1, 1);
		INSERT INTO officer (code, name) VALUES ('hoa', 'Hoa');
		INSERT INTO priority (code, name, weight) VALUES ('elderly', 'x', 4);
		INSERT INTO ticket (day, series, number, priority_id, issued_at) VALUES
			('$TODAY', 'A', 1, NULL, unixepoch('$TODAY 00:30')),
			('$TODAY', 'A', 2, NULL, unixepoch('$TODAY 00:31')),
			('$TODAY', 'A', 3, 1, unixepoch('$TODAY 00:32'));
		INSERT INTO ticket_period (ticket_id, day, state, service_id, started_at)
			SELECT id, day, 'waiting', 1, issued_at FROM ticket;
		INSERT INTO ticket_period (ticket_id, day, state, service_id, started_at)
			VALUES (1, '$TODAY', 'held', 1, unixepoch('$TODAY 00:40'));
	SQL
	osq-admin upgrade
	export OSQ_COUNTER=1
	osq-call open --officer hoa
	osq-call resume A001
	[ "$(for _ in 1 2 3; do osq-call next; done | paste -sd' ')" = 'A003 A001 A002' ]
}

@test "an older store asks for the upgrade, which keeps its rows and a copy of it" {
	for version in $(seq $(($(newest) - 1))); do
		export OSQ_DB="$PWD/old$version.db"
		old_store "$version"
		try osq-ticket issue civil
		ended 78 '' "osq-ticket: $OSQ_DB: has an older schema ($version, now $(newest))
osq-ticket: bring it up to date with: osq-admin upgrade"
		try osq-admin check
		like 78 '' '*has an older schema*'
		try osq-admin upgrade
		ended 0 "schema $(newest), was $version; the store as it was: $OSQ_DB.$TODAY.backup"
		[ "$(last_act)" = "upgrade  {\"from\":\"$version\",\"demonstration\":\"yes\"}" ]
		content
		try osq-admin list services --csv --no-header
		ended 0 'civil,A,Hộ tịch,,,,,,,,,,'
		[ "$(sqlite3 "$OSQ_DB" 'SELECT length(value) FROM secret')" = 64 ]
		try osq-ticket issue civil
		ended 0 A001
		# The copy is the old store.
		[ "$(sqlite3 "$OSQ_DB.$TODAY.backup" 'PRAGMA user_version')" = "$version" ]
		[ "$(sqlite3 "$OSQ_DB.$TODAY.backup" 'SELECT code FROM service')" = civil ]
		try osq-admin upgrade
		ended 0 "schema $(newest): up to date"
	done
}

@test "what came before an upgrade keeps its clock after a supplement, what comes later begins anew" {
	old_store 7
	sqlite3 "$OSQ_DB" <<-SQL
		INSERT INTO hours (weekday, opens, closes, counts) VALUES (1, '07:00', '17:00', 'yes'),
			(2, '07:00', '17:00', 'yes'), (3, '07:00', '17:00', 'yes');
		INSERT INTO procedure (code, name, field, time_limit, time_unit)
			VALUES ('1.1', 'x', 'y', 3, 'working-day');
		INSERT INTO procedure_version (procedure_id, since, name, field, time_limit, time_unit)
			VALUES (1, '0001-01-01', 'x', 'y', 3, 'working-day');
		INSERT INTO dossier (code, procedure_id, time_limit, time_unit, applicant, channel,
				status, received_at, due_at)
			VALUES ('OLD', 1, 3, 'working-day', 'An', 'counter', 'received',
				unixepoch('$TODAY 00:00'), unixepoch('$TODAY 10:00', '+7 days'));
	SQL
	osq-admin upgrade
	# It came today; so what comes today may be from before.
	[ "$(osq-admin config --csv --no-header supplement_clock -o value,since)" = 'continue,
restart,2026-11-24' ]
	at 07:00 2026-11-25
	osq-dossier pause -r x OLD
	at 07:00 2026-11-30
	osq-dossier resume OLD
	[ "$(osq-dossier list --csv --no-header -o due_at)" = 2026-12-01T17:00:00+07:00 ]
}

@test "an upgraded store has the schema of a new one" {
	old_store 1
	osq-admin upgrade >/dev/null
	osq-admin init -d new.db >/dev/null
	# Comments are in the steps, and left out of those that a command carries.
	schema() {
		sqlite3 "$1" "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name" |
			sed 's/--.*//' | tr -s '[:space:]' '\n'
	}
	schema osq.db >upgraded
	schema new.db | cmp - upgraded
}

@test "no upgrade without its copy" {
	old_store 1
	echo precious >copy
	try osq-admin upgrade --backup copy
	ended 73 '' 'osq-admin: copy: is there already; nothing was changed'
	[ "$(sqlite3 osq.db 'PRAGMA user_version')" = 1 ]
	try osq-admin upgrade --backup other
	ended 0 "schema $(newest), was 1; the store as it was: other"
}

@test "an upgrade that fails leaves the store as it was" {
	old_store 1
	sqlite3 osq.db 'INSERT INTO counter_service VALUES (98, 99)' # which are not there
	try osq-admin upgrade
	like 70 '' "osq-admin: $OSQ_DB: counter_service -> *"
	[ "$(sqlite3 osq.db 'PRAGMA user_version')" = 1 ]
	[ "$(sqlite3 osq.db "SELECT count(*) FROM sqlite_schema WHERE name = 'series'")" = 0 ]
}

@test "a store on any file system but a known one of this machine is refused, with the way to work from afar" {
	office_store
	cat >shim.c <<-'EOF'
		#define _GNU_SOURCE
		#include <string.h>
		#include <stdlib.h>
		#include <sys/vfs.h>
		int statfs(const char *path, struct statfs *fs)
		{
			(void)path;
			memset(fs, 0, sizeof(*fs));
			fs->f_type = strtol(getenv("FS_TYPE"), NULL, 16);
			return 0;
		}
		int statfs64(const char *path, struct statfs64 *fs)
		{
			(void)path;
			memset(fs, 0, sizeof(*fs));
			fs->f_type = strtol(getenv("FS_TYPE"), NULL, 16);
			return 0;
		}
	EOF
	"${CC:-cc}" -shared -fPIC -o shim.so shim.c
	shimmed() {
		FS_TYPE=$1 ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD=$PWD/shim.so "${@:2}"
	}
	sha256sum osq.db* >before
	# NFS, CIFS, SMB 2, SMB, FUSE, Ceph, GFS2, vboxsf, 9p, and one of tomorrow
	for type in 6969 ff534d42 fe534d42 517b 65735546 c36400 1161970 786f4256 1021997 12345678; do
		try shimmed $type osq-ticket issue civil
		ended 78 '' "osq-ticket: $OSQ_DB: lies on a file system that is not known to lock and sync rightly for all who work on it (type $type)
osq-ticket: keep the store on one machine's disk (ext4, XFS, Btrfs) and run the commands there, from elsewhere through ssh"
		try shimmed $type osq-admin init -d new.db
		like 78 '' 'osq-admin: new.db: lies on a file system that*'
		[ ! -e new.db ]
	done
	sha256sum osq.db* | cmp - before
	try shimmed ef53 osq-ticket issue civil # ext4
	ended 0 A001
}

@test "a full disk loses nothing that was printed, and all goes on when there is room" {
	[ "$(id -u)" -eq 0 ] || skip "needs root, to mount a small disk"
	mkdir disk
	mount -t tmpfs -o size=2m osq-test disk 2>/dev/null || skip "may not mount here"
	export OSQ_DB="$PWD/disk/osq.db"
	office_store
	osq-ticket issue civil >drawn
	dd if=/dev/zero of=disk/filler bs=4096 2>/dev/null || :
	for _ in $(seq 400); do
		try osq-ticket issue civil
		[ "$status" -eq 0 ] || break
		echo "$output" >>drawn
	done
	ended 74 '' "osq-ticket: $OSQ_DB: the disk is full; nothing was kept"
	try osq-admin import procedures "$SAMPLE/procedures-excel.csv"
	[ "$status" -eq 74 ]
	try osq-admin backup disk/copy.db
	[ "$status" -eq 74 ]
	[ "$output" = "" ]
	try osq-admin init -d disk/new.db
	[ "$status" -ne 0 ]
	# The lists still come.
	osq-ticket list --csv --no-header -o ticket | cmp - drawn
	[ "$(ls disk)" = 'filler
osq.db
osq.db-lock
osq.db-shm
osq.db-voice
osq.db-wal' ]
	rm disk/filler
	content
	osq-ticket list --csv --no-header -o ticket | cmp - drawn
	try osq-ticket issue civil
	ended 0 "$(printf 'A%03d' $(($(wc -l <drawn) + 1)))"
}

@test "who may only read a copy reads it, and nothing is made beside it" {
	office_store
	osq-ticket issue civil
	let_others_in
	mkdir out
	osq-admin backup out/copy.db
	chmod 444 out/copy.db
	chmod 555 out
	try as 65534 -- osq-ticket list -d out/copy.db --csv --no-header -o ticket
	ended 0 A001
	try as 65534 -- osq-admin list services -d out/copy.db --csv --no-header -o prefix
	[ "$status" -eq 0 ]
	try as 65534 -- osq-ticket issue civil -d out/copy.db
	like 77 '' 'osq-ticket: out/copy.db*'
	try as 65534 -- osq-admin backup out/other.db -d out/copy.db
	like 73 '' 'osq-admin: out/other.db*'
	[ "$(ls out)" = copy.db ]
}

@test "the journal is only added to" {
	office_store
	try sqlite3 osq.db 'DELETE FROM journal WHERE id = 5'
	like 19 '' '*the journal is only added to*'
	try sqlite3 osq.db "UPDATE journal SET act = 'x' WHERE id = 5"
	like 19 '' '*the journal is only added to*'
	content
}

# Change the journal as somebody would who knows his way, and leaves no trace but the change.
tamper() {
	local triggers

	triggers=$(sqlite3 osq.db "SELECT sql || ';' FROM sqlite_schema
		WHERE type = 'trigger' AND name GLOB 'journal_*'")
	sqlite3 osq.db "DROP TRIGGER journal_keeps; DROP TRIGGER journal_stays; $1; $triggers"
}

@test "an entry that was changed is found and named" {
	office_store
	osq-ticket issue civil
	osq-admin backup whole.db
	for change in "act = 'ticket cancel'" "at = at + 1" "entered_at = entered_at - 1" \
		"uid = uid + 1" "officer = 'hoa'" "counter = ''" "subject = 'A002'" \
		"detail = detail || ' '" "hash = upper(hash)"; do
		cp whole.db osq.db
		rm -f osq.db-wal osq.db-shm
		tamper "UPDATE journal SET $change WHERE id = 12"
		try osq-admin check --csv --no-header
		like 65 'store,ok,
journal,error,"entry 12: it was changed, or an entry before it was"*' \
			'osq-admin: journal: entry 12: it was changed, or an entry before it was'
	done
}

@test "an entry that was taken out or slipped in is found and named" {
	office_store
	osq-ticket issue civil
	osq-admin backup whole.db
	tamper 'DELETE FROM journal WHERE id = 7'
	try osq-admin check
	like 65 '*journal * error*' 'osq-admin: journal: entry 8: an entry before it is missing'
	# Closing the gap does not help.
	tamper 'UPDATE journal SET id = id - 1 WHERE id > 7'
	try osq-admin check
	like 65 '*' 'osq-admin: journal: entry 7: it was changed, or an entry before it was'
	cp whole.db osq.db
	rm -f osq.db-wal osq.db-shm
	tamper "INSERT INTO journal SELECT id + 1, at, entered_at, uid, officer, counter, act,
		subject, detail, hash FROM journal ORDER BY id DESC LIMIT 1"
	try osq-admin check
	like 65 '*' "osq-admin: journal: entry $(sqlite3 osq.db 'SELECT max(id) FROM journal'): it was changed, or an entry before it was"
	cp whole.db osq.db
	rm -f osq.db-wal osq.db-shm
	tamper 'DELETE FROM journal WHERE id = 1'
	try osq-admin check
	like 65 '*' 'osq-admin: journal: entry 2: an entry before it is missing'
}

@test "a journal cut short shows in its head" {
	office_store
	osq-ticket issue civil
	osq-admin check --csv --no-header | grep '^journal' >before
	tamper 'DELETE FROM journal WHERE id = 19'
	osq-admin check --csv --no-header | grep '^journal' >after
	try cmp -s before after
	ended 1
}

@test "broken references are found, in every kind of table" {
	office_store
	osq-ticket issue civil
	sqlite3 osq.db 'DELETE FROM ticket'
	try osq-admin check
	like 65 '*store*error*broken reference: ticket_period 1 -> ticket*' \
		'osq-admin: store: broken reference: ticket_period 1 -> ticket'
	osq-admin init --sample -d other.db >/dev/null
	sqlite3 other.db "DELETE FROM service WHERE code = 'payment'"
	try osq-admin check -d other.db
	like 65 '*' 'osq-admin: store: broken reference: counter_service -> service'
}

@test "a damaged file is told, and its list does not pretend to be whole" {
	office_store
	sqlite3 osq.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	page=$(sqlite3 osq.db "SELECT rootpage FROM sqlite_schema WHERE name = 'procedure'")
	dd if=/dev/urandom of=osq.db bs=4096 seek=$((page - 1)) count=1 conv=notrunc 2>/dev/null
	try osq-admin check
	[[ $status == 65 || $status == 74 ]]
	[ -n "$stderr" ]
	try osq-admin list procedures --json
	like 74 '' '{"error":"io_error",*'
}
