#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What people read has the names of officers, services and desks; what programs read their codes.

load helper

setup() {
	office
	osq-call open --counter 1 --officer hoa >/dev/null
	osq-ticket issue civil >/dev/null
	osq-call next --counter 1 >/dev/null
	D=$(osq-dossier receive -p 1.001193 -a 'Lê Văn Tám' --officer hoa)
	osq-dossier forward "$D" --to justice --holder binh >/dev/null
}

@test "tables and spreadsheets have names, CSV and JSON codes" {
	try osq-dossier list -o officer,desk,holder --no-header
	ended 0 'Nguyễn Thị Hoa  Văn phòng HĐND và UBND  Trần Văn Bình'
	[ "$(osq-dossier list -o officer,desk,holder --csv --no-header)" = hoa,justice,binh ]
	[ "$(osq-dossier show "$D" --json | jq -r '[.officer, .desk, .holder] | join(" ")')" = 'hoa justice binh' ]
	osq-dossier list -f excel -o officer,desk >list.csv
	grep -q 'Nguyễn Thị Hoa;Văn phòng HĐND và UBND' list.csv
	osq-dossier list --xlsx list.xlsx >/dev/null
	python3 "$BATS_TEST_DIRNAME/xlsx_cells.py" list.xlsx | grep -q 'Nguyễn Thị Hoa$'
	[ "$(osq-ticket list --no-header -o ticket,service,officer)" = 'A001  Hộ tịch  Nguyễn Thị Hoa' ]
	[ "$(osq-ticket list --csv --no-header -o service,officer)" = civil,hoa ]
	# a name of today, also of one who has left
	osq-admin set officers hoa name='Nguyễn Thị Hòa' until=2026-11-22 >/dev/null
	[ "$(osq-dossier list -o officer --no-header)" = 'Nguyễn Thị Hòa' ]
}

@test "a spreadsheet with names comes back, unless two have the name" {
	osq-dossier list --full -f excel -o code,procedure,applicant,received_at,officer,desk,holder >list.csv
	try osq-dossier import --dry-run list.csv
	like 0 '0 added, 0 changed, 1 unchanged' '*'
	osq-admin set officers mai name='Nguyễn Thị Hoa' >/dev/null
	try osq-dossier import --dry-run list.csv
	like 0 '*' '*Nguyễn Thị Hoa*'
}
