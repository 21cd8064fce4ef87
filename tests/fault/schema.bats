#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Tables, indexes, triggers and views are what the steps of the schema make, or are named.

load ../cmd/helper

setup() {
	office
	osq-ticket issue civil >/dev/null
	osq-admin backup sound.db >/dev/null
}

# What somebody does with sqlite3(1), and what check says of it.
changes() {
	cat <<-'END'
		trigger journal_keeps is missing|DROP TRIGGER journal_keeps
		trigger journal_stays is missing|DROP TRIGGER journal_stays
		trigger ticket_period_follows is missing|DROP TRIGGER ticket_period_follows
		trigger keep is none of osq's|CREATE TRIGGER keep AFTER INSERT ON ticket BEGIN DELETE FROM rating; END
		trigger journal_stays was changed|DROP TRIGGER journal_stays; CREATE TRIGGER journal_stays BEFORE DELETE ON journal WHEN old.id < 0 BEGIN SELECT raise(ABORT, 'no'); END
		index ticket_period_now is missing|DROP INDEX ticket_period_now
		index mine is none of osq's|CREATE INDEX mine ON ticket (name)
		view mine is none of osq's|CREATE VIEW mine AS SELECT name FROM ticket
		table hidden is none of osq's|CREATE TABLE hidden (x)
		table officer was changed|ALTER TABLE officer ADD COLUMN x TEXT
		table target is missing|PRAGMA foreign_keys = OFF; DROP TABLE target
	END
}

@test "a store as it is made, used and analysed is the schema's" {
	sqlite3 osq.db ANALYZE
	try osq-admin check --csv --no-header
	[ "$status" -eq 0 ]
	[[ $output != *schema,* ]]
}

@test "whatever of the schema was dropped, added or changed is named by check, restore, backup" {
	local told sql tried=0

	while IFS='|' read -r told sql; do
		rm -f osq.db* copy.db hostile.db
		cp sound.db osq.db
		sqlite3 osq.db "$sql"
		cp osq.db hostile.db
		try osq-admin check --csv --no-header
		[ "$status" -ne 0 ]
		grep -xF "schema,error,$told" <<<"$output"
		try osq-admin backup copy.db
		like 65 copy.db "osq-admin: copy.db: is a whole copy, but of a store in which $told
*"
		rm osq.db*
		cp sound.db osq.db
		try osq-admin restore hostile.db
		ended 65 '' "osq-admin: hostile.db: $told"
		try osq-ticket list --csv --no-header -o ticket
		ended 0 A001
		tried=$((tried + 1))
	done < <(changes)
	[ "$tried" -eq 11 ]
}

@test "a store whose schema is not that of its version is not upgraded" {
	local step

	rm osq.db*
	for step in "$ROOT"/lib/store/schema/000[1-7]-*.sql; do
		cat "$step"
	done | sqlite3 osq.db
	sqlite3 osq.db 'PRAGMA application_id = 0x6f737131; PRAGMA user_version = 7;
		PRAGMA journal_mode = WAL;
		CREATE TRIGGER keep AFTER INSERT ON ticket BEGIN DELETE FROM rating; END' >/dev/null
	try osq-admin upgrade
	like 65 '' "*: trigger keep is none of osq's
*"
	[ "$(sqlite3 osq.db 'PRAGMA user_version')" -eq 7 ]
	sqlite3 osq.db 'DROP TRIGGER keep'
	try osq-admin upgrade
	[ "$status" -eq 0 ]
	osq-admin check --csv --no-header >said || :
	run ! grep ^schema, said
}
