#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What somebody who can write the file may change in it, one by one: check names it.

load ../cmd/helper

# A morning with something of everything that is journalled.
setup() {
	office
	osq-admin config bank_account 0123456789 >/dev/null
	osq-admin config notice 'Nghỉ chiều' >/dev/null
	open_counters
	osq-ticket issue civil >/dev/null
	osq-ticket issue civil >/dev/null
	osq-call next --counter 1 >/dev/null
	osq-call start --counter 1 >/dev/null
	osq-call done --counter 1 >/dev/null
	osq-rate add --ticket A001 --score 5 >/dev/null
	code=$(osq-dossier receive -p 1.001193 -a 'Nguyễn Văn An' --officer hoa)
	osq-dossier pay "$code" --fee 8000 --method cash >/dev/null
	osq-admin backup sound.db >/dev/null
}

# What check is about | what is changed, as a line of SQL.
changes() {
	cat <<-'END'
		settings|UPDATE setting SET value = '9876543210' WHERE key = 'bank_account'
		settings|DELETE FROM setting WHERE key = 'bank_account'
		settings|DELETE FROM setting WHERE key = 'notice'
		settings|INSERT INTO setting VALUES ('language', '2026-01-01', '../../x')
		ratings|UPDATE rating SET score = 1
		ratings|DELETE FROM rating
		tickets|DELETE FROM ticket_period WHERE ticket_id = 2; DELETE FROM ticket WHERE id = 2
		dossiers|UPDATE dossier SET due_at = due_at + 864000
		dossiers|UPDATE dossier SET status = 'finished', finished_at = received_at
		payments|UPDATE payment SET amount = 1
		payments|UPDATE payment SET method = 'transfer'
		payments|DELETE FROM payment
		schema|DROP TRIGGER journal_keeps
		schema|DROP INDEX ticket_period_now
		schema|CREATE TRIGGER t AFTER INSERT ON ticket BEGIN DELETE FROM rating; END
		words|UPDATE dossier SET applicant = 'Người Khác'
		journal|DROP TRIGGER journal_stays; DELETE FROM journal WHERE id = 7
		journal|DROP TRIGGER journal_keeps; UPDATE journal SET officer = 'binh' WHERE id = 7
	END
}

@test "each change that goes past the journal is named" {
	local about sql silent=()

	osq-admin check >/dev/null
	while IFS='|' read -r about sql; do
		rm -f osq.db*
		cp sound.db osq.db
		sqlite3 osq.db "$sql"
		osq-admin check --csv --no-header >said 2>&1 || :
		grep -q "^$about,error," said || silent+=("$about: $sql")
	done < <(changes)
	printf '%s\n' "${silent[@]}" >&2
	[ "${#silent[@]}" -eq 0 ]
}
