#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What a dossier keeps of the catalogue, whatever the catalogue becomes.

load helper

CODE=000.17.22.H30-261123-0001

setup() {
	office
}

catalogue() { # NAME FIELD [AGENCY] [OPTION...]
	local name=$1 field=$2 agency=${3-}

	shift $(($# < 3 ? $# : 3))
	printf 'code,name,field,time_limit,time_unit,agency\n9.1,%s,%s,3,working-day,"%s"\n' \
		"$name" "$field" "$agency" | osq-admin import procedures - "$@" >/dev/null
}

words() {
	osq-dossier form "$@" | sed -e '1,/<body/d' -e 's/<[^>]*>//g' -e '/^ *$/d'
}

agency() { # of the newest dossier
	sqlite3 -readonly "$OSQ_DB" \
		'SELECT coalesce(agency, "we") FROM dossier ORDER BY id DESC LIMIT 1'
}

@test "a receipt printed again names the procedure as it was called then" {
	catalogue 'Cấp giấy A' 'Hộ tịch'
	osq-dossier receive -p 9.1 -a An --papers all
	osq-dossier form 01 $CODE -O first.html
	catalogue 'Cấp giấy B' 'Hộ tịch' '' --since 2026-11-25
	at 08:00 2026-11-25
	osq-dossier receive -p 9.1 -a Bé # before the night's end-day
	words 01 000.17.22.H30-261125-0001 | grep -F 'Cấp giấy B'
	osq-admin end-day
	osq-dossier form 01 $CODE -O again.html
	cmp first.html again.html
	words 07 --field 'ho tich' --from 2026-11-23 --to 2026-11-23 | grep -F 'Cấp giấy A'
}

@test "a dossier stays in the register of the field in which it got its line" {
	catalogue 'Cấp giấy A' 'Hộ tịch'
	osq-dossier receive -p 9.1 -a An
	catalogue 'Cấp giấy A' 'Lĩnh vực mới' '' --since 2026-11-25
	at 08:00 2026-11-25
	osq-dossier receive -p 9.1 -a Bé
	osq-admin end-day
	words 07 --field 'ho tich' --from 2026-11-23 --to 2026-11-25 >old
	words 07 --field 'linh vuc moi' --from 2026-11-23 --to 2026-11-25 >new
	grep -qF 261123-0001 old
	run ! grep -F 261125-0001 old
	grep -qF 261125-0001 new
	run ! grep -F 261123-0001 new
	[ "$(sqlite3 -readonly "$OSQ_DB" 'SELECT group_concat(register_line) FROM dossier_intake')" = 1,1 ]
}

@test "who decides is the catalogue's agency of that day, where the clerk names none" {
	catalogue A 'Hộ tịch' 'Sở Tư pháp'
	catalogue A 'Hộ tịch' 'Sở Nội vụ' --since 2026-11-25
	osq-dossier receive -p 9.1 -a An
	[ "$(agency)" = 'Sở Tư pháp' ]
	osq-dossier receive -p 9.1 -a Bé --agency 'Sở Y tế'
	[ "$(agency)" = 'Sở Y tế' ]
	at 08:00 2026-11-25
	osq-dossier receive -p 9.1 -a Cò
	[ "$(agency)" = 'Sở Nội vụ' ]
	try osq-dossier list --agency 'tu phap' --csv -o code --no-header
	ended 0 $CODE
	words 07 --field 'ho tich' --from 2026-11-23 --to 2026-11-23 | grep -F 'Sở Tư pháp'
}

@test "a catalogue that names any commune, or this one, means the office itself" {
	local ours

	osq-admin config agency_name 'UBND xã Trường Long A'
	for ours in 'UBND cấp xã' 'Ủy ban nhân dân cấp xã.' 'Ủy ban nhân dân xã, phường, đặc khu' \
		'ỦY BAN NHÂN DÂN XÃ TRƯỜNG LONG A'; do
		catalogue A 'Hộ tịch' "$ours"
		osq-dossier receive -p 9.1 -a An
		[ "$(agency)" = we ]
	done
	for ours in 'Công an cấp xã' 'UBND xã Trường Long Tây' 'UBND cấp tỉnh'; do
		catalogue A 'Hộ tịch' "$ours"
		osq-dossier receive -p 9.1 -a An
		[ "$(agency)" = "$ours" ]
	done
}

@test "a receipt lists the papers of its day, also when it is printed again" {
	osq-dossier receive -p 1.001653 -a An --papers none
	at 16:00
	osq-dossier papers --handed 1 $CODE
	words 01 $CODE | grep -F 'Đơn đề nghị đổi'
	osq-dossier form 01 $CODE -O first.html
	at 08:00 2026-11-25
	osq-dossier papers --handed 2 $CODE
	osq-dossier form 01 $CODE -O again.html
	cmp first.html again.html
}
