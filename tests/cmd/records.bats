#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Every change of a record is an act of that record, and figures that were told stay:
# osq-dossier void, correct.

load helper

setup() {
	office
	A=000.17.22.H30-261123-0001 B=000.17.22.H30-261123-0002 C=000.17.22.H30-261123-0003
	for name in "Lê Thị Sáu" "Trần Văn Bảy" "Phạm Thị Tám"; do
		osq-dossier receive -p 1.001653 -a "$name" >/dev/null
	done
	osq-dossier forward --to social $A $B >/dev/null
}

# The figures of a month or a year, without what they note.
figures() { # PERIOD
	osq-report summary --period "$1" --csv --no-header
}

note() { # PERIOD BEGINNING: that sentence
	osq-report summary --period "$1" 2>&1 | sed 's/\. /.\n/g' | grep "^$2" || true
}

of() { # CODE COLUMNS
	osq-dossier show "$1" --csv --no-header -o "$2"
}

@test "taken in wrongly: in no figure from that day, its number used, the list tells why" {
	at 16:00
	osq-dossier finish "$B" >/dev/null
	at 09:00 2026-12-16 # the period that ended on the 14th is over
	told=$(figures 2026-12)
	[ "$(cut -d, -f3-6 <<<"$told")" = "3,3,0,1" ]
	[ "$(figures 2027-01 | cut -d, -f3-6)" = "2,0,2,0" ]

	try osq-dossier void "$A"
	like 65 "" "*void needs a reason*"
	try osq-dossier void -r "nộp nhầm nơi" "$A" "$B"
	ended 0 "$A
$B"
	[ "$(figures 2026-12)" = "$told" ]
	[ "$(note 2026-12 "Hồ sơ tiếp nhận nhầm")" = "" ]
	[ "$(figures 2027-01 | cut -d, -f3-6)" = "1,0,1,0" ]
	[ "$(note 2027-01 "Hồ sơ tiếp nhận nhầm")" = "Hồ sơ tiếp nhận nhầm, đã hủy trong kỳ: 2." ]
	[[ $(note 2027-01 "Số kỳ trước") == *": hủy (Bảo trợ xã hội -1): $A." ]]
	content

	try osq-dossier list --status voided --csv --no-header -o code,voided_at,last_reason
	ended 0 "$A,2026-12-16T09:00:00+07:00,nộp nhầm nơi
$B,2026-12-16T09:00:00+07:00,nộp nhầm nơi"
	[ "$(last_act)" = "dossier void $B {}" ]
	try osq-dossier due --within 0 --csv --no-header -o code
	like 0 "*$C*"
	[[ $output != *"$A"* ]]
	[ "$(osq-dossier receive --at 2026-11-23T15:00 -p 1.001653 -a "Võ Chín")" = \
		000.17.22.H30-261123-0004 ]
}

@test "nothing is done to a voided dossier any more, and its citizen is told" {
	osq-dossier pause -r "thiếu bản sao" "$A" >/dev/null
	at 09:00
	osq-dossier void -r "nộp hai lần" "$A" >/dev/null
	for act in "finish" "resume" "return" "reopen -r x" "void -r x" "forward --to social"; do
		# shellcheck disable=SC2086  # a verb and its options
		try osq-dossier $act $A
		like 1 "" "*$A: was voided (*"
	done
	[ "$(of "$A" status,standing,standing_766,fee_due,paused_at)" = "voided,,,0," ]
	try osq-dossier track "$A" --csv --no-header -o status,standing,next
	ended 0 "voided,,\"none; it was taken in wrongly, the counter tells more\""
	content
}

@test "voided dossiers go to another office as such, and come back" {
	osq-dossier void -r "nộp hai lần" "$A" >/dev/null
	osq-dossier export >all.csv
	osq-admin init --sample -d second.db >/dev/null
	try osq-dossier import -d second.db all.csv
	like 0 "3 added*"
	osq-dossier export -d second.db | cmp - all.csv
	OSQ_DB=second.db figures 2026-11 >there
	figures 2026-11 | cmp - there
	mlr --csv put '$voided_at = ""' all.csv >torn.csv
	try osq-dossier import -d second.db torn.csv
	like 65 "" "*status: 'voided' needs voided_at*"
}

@test "a name and a number put right: found by the new one, the journal knows neither" {
	try osq-dossier correct "$A" -a "Lê Thị Sáo" --phone 0912345678
	like 64 "" "*--reason is missing*"
	try osq-dossier correct "$A" -r "nghe nhầm tên" -a "Lê Thị Sáo" --phone 0912345678
	ended 0 "$A"
	[ "$(last_act)" = "dossier correct $A {\"fields\":\"applicant phone\"}" ]
	[ "$(osq-dossier show "$A" --full --csv --no-header -o applicant,phone)" = \
		"Lê Thị Sáo,0912345678" ]
	[ "$(osq-dossier list -q sáo --csv --no-header -o code)" = "$A" ]
	[ "$(osq-dossier list -q sáu --csv --no-header -o code)" = "" ]
	try osq-dossier show "$A"
	like 0 "*correct*nghe nhầm tên*"
	try osq-dossier correct "$A" -r "vẫn vậy" -a "Lê Thị Sáo"
	ended 1 "" "osq-dossier: $A: all of it is so already"
	try osq-dossier correct "$A" -r "số của người khác" --clear phone,email
	ended 0 "$A"
	[ "$(last_act)" = "dossier correct $A {\"fields\":\"phone\"}" ]
	try osq-dossier correct "$A" -r x --clear applicant
	like 64 "" "*'applicant' is no list of fields that may be empty*"
	try osq-dossier correct "$A" -r x --id-number 12
	like 65 "" "*the personal number*"
	content
}

@test "another procedure: its limit, its papers, and the period that was over keeps the first" {
	at 16:00
	osq-dossier pause -r "thiếu bản sao" "$A" >/dev/null
	at 16:00 2026-11-25
	osq-dossier resume "$A" >/dev/null
	at 09:00 2026-12-16
	told=$(osq-report dossiers --period 2026-12 --csv)
	try osq-dossier correct "$A" -r "nhầm thủ tục" -p 1.001193
	like 0 "$A" "osq-dossier: $A: is promised for *; form 01 anew tells the citizen"
	[ "$(of "$A" procedure,time_limit,time_unit)" = "$(osq-admin list procedures --csv |
		mlr --csv --headerless-csv-output filter '$code == "1.001193"' \
			then cut -o -f code,time_limit,time_unit)" ]
	[ "$(osq-report dossiers --period 2026-12 --csv)" = "$told" ]
	[ "$(note 2027-01 "Hồ sơ được đính chính")" = \
		"Hồ sơ được đính chính trong kỳ, làm thay đổi số liệu: 1." ]
	[ "$(osq-dossier papers "$A" --jsonl -o name | jq -r .name)" = "$(sqlite3 "$OSQ_DB" "SELECT y.name
		FROM procedure_paper y JOIN procedure p ON p.id = procedure_id
		WHERE code = '1.001193' ORDER BY no")" ]
	[[ $(last_act) == "dossier correct $A {\"fields\":\"procedure "* ]]
	content
}

@test "the moment of receipt put right moves the promise, and nothing comes before it" {
	at 09:00 2026-11-25
	try osq-dossier correct "$C" -r "nhận từ hôm trước" --received 2026-11-20T08:00
	like 0 "$C" "osq-dossier: $C: is promised for 2026-11-30T17:00 now; *"
	[ "$(of "$C" received_at,due_at)" = "2026-11-20T08:00:00+07:00,2026-11-30T17:00:00+07:00" ]
	try osq-dossier correct "$C" -r x --received 2026-11-26T08:00
	like 65 "" "*is still to come"
	osq-dossier pause -r "thiếu bản sao" --at 2026-11-24T08:00 "$C" >/dev/null
	try osq-dossier correct "$C" -r x --received 2026-11-24T08:01
	like 65 "" "*something was done to it before that, *"
	content
}

@test "just these papers were handed in; a voided or purged one is not corrected" {
	osq-dossier correct "$A" -r "đếm lại" --papers 1,2 >/dev/null
	osq-dossier correct "$A" -r "đếm lại" --papers 2,3 >/dev/null
	[ "$(osq-dossier papers "$A" --csv --no-header -o no,handed_at | cut -c 1-7 | xargs)" = \
		"1, 2,2026- 3,2026-" ]
	[ "$(last_act)" = "dossier correct $A {\"fields\":\"papers\"}" ]
	osq-dossier void -r "nhầm" "$B" >/dev/null
	try osq-dossier correct "$B" -r x --address "Ấp 1"
	like 1 "" "*$B: was voided (*"
}

@test "what a file changes is told in the story, and in the journal by the names of fields" {
	osq-dossier export | mlr --csv filter "\$code == \"$C\"" \
		then cut -f code,procedure,applicant,phone,received_at,due_at,fee >row.csv
	mlr --csv put '$phone = "0912345678"; $address = "Ấp 2"' row.csv >phone.csv
	try osq-dossier import phone.csv
	like 0 "0 added, 1 changed*"
	osq-admin list journal --jsonl -o act,subject,detail >acts.jsonl
	[ "$(jq -r 'select(.act == "dossier import") | .subject + " " + .detail' acts.jsonl)" = \
		"$C {\"fields\":\"phone address\"}" ]
	run ! grep -q 0912345678 acts.jsonl
	try osq-dossier show "$C"
	like 0 "*2026-11-23 08:00 *import*"
	for change in '$due_at = "2026-12-31T17:00:00+07:00"' '$fee = 90000'; do
		mlr --csv put "$change" phone.csv >moved.csv
		try osq-dossier import moved.csv
		like 65 "" "*moved.csv:2: ${change:1:3}*: '*' is not what the citizen was told; --force *"
		try osq-dossier import --force moved.csv
		like 0 "0 added, 1 changed*"
		cp moved.csv phone.csv
	done
	[ "$(of "$C" due_at,fee)" = "2026-12-31T17:00:00+07:00,90000" ]
	# What was forced shows in the record; what needed no force does not.
	[ "$(osq-dossier show "$C" --json | jq -c '[.events[] | select(.act == "import") | .forced]')" = \
		'[null,"yes","yes"]' ]
	content
}
