#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What a clerk types, and what the record says of it later.

load helper

CODE=000.17.22.H30-261123-0001

setup() {
	office
}

receive() {
	osq-dossier receive -p 1.001653 -a An "$@"
}

forced() { # of the last event
	sqlite3 -readonly "$OSQ_DB" \
		'SELECT coalesce(forced, "no") FROM dossier_event ORDER BY id DESC LIMIT 1'
}

@test "the record shows --force only where it broke a rule" {
	receive
	osq-dossier pause -r x --force $CODE
	[ "$(forced)" = no ]
	[[ $(last_act) != *forced* ]]
	osq-dossier resume $CODE
	osq-dossier pause -r x --for fee --force $CODE
	[ "$(forced)" = no ]
	osq-dossier resume $CODE
	osq-dossier extend -r x --by 1 --force $CODE
	[ "$(forced)" = no ]
	osq-dossier extend -r x --by 1 --force $CODE
	[ "$(forced)" = yes ]
	osq-dossier forward --to land $CODE
	[ "$(forced)" = no ]
	osq-dossier pause -r x --force $CODE
	[ "$(forced)" = yes ]
	[[ $(last_act) == *'"forced":"yes"'* ]]
}

@test "an apology on the day of the promise is taken and shown as late, the day after it is forced" {
	receive
	receive
	at 17:00 2026-12-01
	osq-dossier extend -r x --by 1 $CODE
	[ "$(forced)" = no ]
	[ "$(osq-dossier show $CODE --json | jq -r '.events[-1].late')" = yes ]
	CODE=${CODE%1}2
	at 00:00 2026-12-02
	try osq-dossier extend -r x --by 1 "$CODE"
	like 77 '' '*the apology comes on that day at the latest*'
	osq-dossier extend -r x --by 1 --force "$CODE"
	[ "$(forced)" = yes ]
}

@test "blanks around a code that was pasted do not matter" {
	receive
	printf '  %s \t\r\n \r\n' "$CODE" >codes
	try osq-dossier forward --to land - <codes
	ended 0 "$CODE"
}

@test "a fee is written with the dots of thousands at the intake too" {
	receive --fee 50.000
	try osq-dossier list --csv -o fee --no-header
	ended 0 50000
	try receive --fee 50.00
	like 65 '' '*--fee*'
}

@test "a paper was not handed in before its dossier" {
	at 10:00
	receive --papers none
	try osq-dossier papers --handed all --at '2026-11-23 09:59' "$CODE"
	ended 65 '' "osq-dossier: $CODE: the time given is before 2026-11-23T10:00"
	try osq-dossier papers "$CODE" --csv -o handed_at --no-header
	[ "$(printf %s "$output" | tr -d '\n"')" = '' ]
	try osq-dossier papers --handed all --at '2026-11-23 10:00' "$CODE"
	ended 0 "$CODE"
}

@test "a dry run of records answers in the format that was asked for" {
	printf '%s\n' '[{"procedure":"1.001193","applicant":"Ba"},{"procedure":"1.001193","applicant":"Tư"}]' \
		>records
	try osq-dossier receive --dry-run --json - <records
	[ "$status" = 0 ]
	[ "$(jq -c 'map(.code)' <<<"$output")" = "[\"$CODE\",\"${CODE%1}2\"]" ]
	try osq-dossier receive --dry-run - <records
	like 0 "$CODE
${CODE%1}2" '*nothing was kept'
	try osq-dossier list --csv --no-header
	ended 0
}
