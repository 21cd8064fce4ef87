#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A code is one word, to whatever it is given to.

load helper

setup() {
	office
}

# What an import from elsewhere might bring.
hostile_codes() {
	# shellcheck disable=SC2016  # none of it is to be expanded
	printf '%s\n' -rf --json ../../etc/passwd '.*/id>\/X/e;s/x' '000$(id>X)' 'a b' "it's" \
		'a:b' 'a"b' 'a;b' 'a|b' 'a\b' 'a*' '`id`' 'a&b' "esc${ESC}[2J"
}

@test "a new entry's code is a word, and is told where it is none" {
	local code tried=0

	while IFS= read -r code; do
		jq -cn --arg code "$code" '{code: $code, name: "x"}' >row.json
		for kind in officers counters desks; do
			try osq-admin import $kind row.json
			like 65 '' "row.json:1: code: '*' must be letters, digits, '.', '-' and '_', and not begin with '-'
*"
		done
		jq -cn --arg code "$code" '{code: $code, prefix: "Z", name: "x"}' >row.json
		try osq-admin import services row.json
		like 65 '' "row.json:1: code: *"
		jq -cn --arg code "$code" '{code: $code, name: "x", field: "y", time_limit: 3,
			time_unit: "day"}' >row.json
		try osq-admin import procedures row.json
		like 65 '' "row.json:1: code: *"
		jq -cn --arg code "$code" '{code: $code, procedure: "1.001193",
			applicant: "Nguyễn Văn An", received_at: "2026-11-20 08:00"}' >row.json
		try osq-dossier import row.json
		like 65 '' "row.json:1: code: *"
		tried=$((tried + 1))
	done < <(hostile_codes)
	[ "$tried" -eq 16 ]
	[ "$(osq-dossier list --csv --no-header | wc -l)" -eq 0 ]
	for code in A-1 h_2 1.001193.H12 hộ-tịch; do
		jq -cn --arg code "$code" '{code: $code, name: "x"}' >row.json
		try osq-admin import officers row.json
		ended 0 '1 added, 0 changed, 0 unchanged'
	done
}

@test "an entry that has another code is read, changed and used, and check tells of it" {
	sqlite3 osq.db "INSERT INTO officer (code, name) VALUES ('cô hoa', 'Lê Thị Hoa'),
			('-rf', 'Võ Văn Rê');
		INSERT INTO counter (code) VALUES ('quầy 9')"
	try osq-admin set officers 'cô hoa' title='Công chức'
	[ "$status" -eq 0 ]
	try osq-call open --counter 'quầy 9' --officer 'cô hoa'
	[ "$status" -eq 0 ]
	osq-admin list officers --csv >officers.csv
	try osq-admin import officers officers.csv
	[ "$status" -eq 0 ]
	osq-admin check --csv --no-header >said || [ "$?" -eq 65 ]
	grep -F "codes,warning,\"officers: 2 codes have other signs than letters, digits, '.', '-' and '_', '" said
	grep -F "codes,warning,\"counters: 1 codes have other signs than" said
}
