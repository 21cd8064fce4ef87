#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Whose figures a dossier is in: who decides it counts it, what was never accepted nobody.

load helper

LAND=1.012796
OCTOBER=000.17.22.H30-261006

setup() {
	office
	at 08:00 2026-10-06
	export LANGUAGE=en
	osq-dossier receive -p $LAND -a An >/dev/null
	osq-dossier receive -p $LAND -a Bé --agency 'UBND xã Tân Hòa' >/dev/null
	osq-dossier receive -p $LAND -a Cam --received-by 'UBND xã Tân Hòa' >/dev/null
}

received() { # [OPTION...]
	osq-report summary --period 2026-10 --json "$@" | jq .received
}

@test "a dossier counts where it is decided, whoever took it in" {
	[ "$(received)" = 2 ]
	[ "$(received --agency 'tan hoa')" = 1 ]
	[ "$(received --agency 'Vĩnh Long')" = 0 ]
	[ "$(osq-report dossiers --period 2026-10 --json --agency 'Tân Hòa' | jq -c '[.[].received]')" = '[1]' ]
	[ "$(osq-dossier list --agency 'tân hòa' --csv --no-header -o agency,received_by | paste -sd' ')" = \
		'UBND xã Tân Hòa, ,UBND xã Tân Hòa' ]
	at 08:00 2026-11-20
	[ "$(osq-report overdue --period 2026-11 --json | jq length)" = 2 ]
	[ "$(osq-report overdue --period 2026-11 --json --agency 'Tân Hòa' | jq -r '.[].code')" = $OCTOBER-0002 ]
	content
}

@test "what was taken in for others, and by others, is told apart" {
	at 08:00 2026-10-07
	osq-dossier receive -p $LAND -a Dung --agency 'Sở Tư pháp' >/dev/null
	osq-dossier receive -p $LAND -a Em --received-by 'Sở Y tế' --agency 'Sở Tư pháp' >/dev/null
	osq-dossier finish $OCTOBER-0002 >/dev/null
	try osq-report agencies --period 2026-10 --section agencies --csv --no-header
	ended 0 'for_others,Sở Tư pháp,1,0,0,1,0
for_others,UBND xã Tân Hòa,1,1,0,0,0
by_others,UBND xã Tân Hòa,1,0,0,1,0'
	osq-report agencies --period 2026-10 --section dossiers --csv --no-header -o code,way,agency,standing >list
	diff list - <<-END
		000.17.22.H30-261007-0001,for_others,Sở Tư pháp,in_time
		$OCTOBER-0002,for_others,UBND xã Tân Hòa,early
		$OCTOBER-0003,by_others,UBND xã Tân Hòa,in_time
	END
	[ "$(osq-report agencies --period 2026-10 --section dossiers --json --agency 'tu phap' | jq -r '.[].code')" = \
		000.17.22.H30-261007-0001 ]
	osq-report agencies --period 2026-10 --lang vi | grep -q 'tiếp nhận hộ nơi khác'
	# What became of it later changes nothing of a period that was over.
	osq-report agencies --period 2026-10 --json >filed
	at 08:00 2026-11-20
	osq-dossier correct $OCTOBER-0002 --agency 'Sở Y tế' --reason 'Nhầm' >/dev/null
	osq-dossier void $OCTOBER-0003 --reason 'Nhầm' >/dev/null
	osq-report agencies --period 2026-10 --json | diff filed -
	content
}

@test "who is refused at the counter gets form 03 at once, and is in no column" {
	try osq-dossier receive -p $LAND -a Dung --reject 'Không thuộc thẩm quyền'
	ended 0 $OCTOBER-0004
	[ "$(received)" = 2 ]
	[ "$(osq-dossier list --json -o status,standing,standing_766,refused --status rejected | jq -c '.[]')" = \
		'{"status":"rejected","standing":null,"standing_766":null,"refused":"yes"}' ]
	try osq-report dossiers --period 2026-10 --lang en
	like 0 '*Refused without being accepted: 1.'
	osq-dossier form 03 $OCTOBER-0004 | grep -q 'Không thuộc thẩm quyền'
	try osq-dossier reopen -r Nhầm $OCTOBER-0004
	ended 1 '' "osq-dossier: $OCTOBER-0004: was refused and never accepted"
	# It took no line in the register of its field.
	osq-dossier receive -p $LAND -a Em >/dev/null
	[ "$(sqlite3 -readonly "$OSQ_DB" 'SELECT group_concat(register_line) FROM dossier_intake')" = 1,2,3,4 ]
	content
}

@test "what the province says was not accepted is in no column, and has form 03" {
	at 08:00 2026-10-07
	printf '%s\n' 'Mã hồ sơ,Mã TTHC,Người nộp,Ngày tiếp nhận,Trạng thái,Ngày hoàn thành' \
		"T1,$LAND,Dũng,2026-10-05 08:00,Không được tiếp nhận," \
		"T2,$LAND,Em,2026-10-05 08:00,3,2026-10-05 09:00" \
		"T3,$LAND,Gấm,2026-10-05 08:00,Được tiếp nhận," >file.csv
	try osq-dossier import file.csv
	ended 0 '3 added, 0 changed, 0 unchanged'
	[ "$(received)" = 3 ]
	try osq-report dossiers --period 2026-10 --lang en
	like 0 '*Refused without being accepted: 2.'
	osq-dossier form 03 T1 | grep -q 'KHÔNG TIẾP NHẬN\|TỪ CHỐI'
	try osq-dossier reopen -r Nhầm T2
	ended 1 '' 'osq-dossier: T2: was refused and never accepted'
	# Our own word says that it was accepted, also in a list that has both.
	osq-dossier export -o code,procedure,applicant,received_at,finished_at,status,province_state >both.csv
	try osq-dossier import both.csv
	ended 0 '0 added, 0 changed, 6 unchanged'
	try osq-dossier import - <<<"code,procedure,applicant,received_at,status,finished_at
T4,$LAND,Hà,2026-10-05 08:00,rejected,2026-10-06 08:00"
	[ "$(received)" = 4 ]
	# Refused after all: from the day on which that is entered.
	at 08:00 2026-10-20
	sed -i '/^T3/s/,Được tiếp nhận,/,Không được tiếp nhận,2026-10-19 08:00/' file.csv
	try osq-dossier import file.csv
	ended 0 '0 added, 1 changed, 2 unchanged'
	[ "$(received)" = 4 ]
	[ "$(osq-report summary --period 2026-11 --json | jq .carried_over)" = 2 ]
	[[ $(osq-report dossiers --period 2026-11 --lang en | tail -n 1) == *'corrected, no longer counted (Đất đai -1)'* ]]
	# And accepted after all.
	sed -i '/^T3/s/Không được tiếp nhận,2026-10-19 08:00/Đang xử lý,/' file.csv
	osq-dossier import file.csv >/dev/null
	[ "$(osq-report summary --period 2026-11 --json | jq .carried_over)" = 3 ]
	content
}

@test "a period that is not over says up to when its figures are" {
	try osq-report dossiers --period 2026-10 --lang vi
	like 0 '*Kỳ báo cáo: tháng 10 năm 2026. Từ ngày 15/09/2026 đến ngày 14/10/2026; số liệu tính đến 08:00 ngày 06/10/2026*'
	at 00:10 2026-10-15
	try osq-report dossiers --period 2026-10 --lang vi
	like 0 '*Kỳ báo cáo: tháng 10 năm 2026. Từ ngày 15/09/2026 đến ngày 14/10/2026
*'
	[[ $output != *'số liệu tính đến'* ]]
	for name in 2026:'năm 2026' 2026-Q3:'quý 3 năm 2026' 2026-H1:'6 tháng đầu năm 2026' \
		2026-9M:'9 tháng năm 2026'; do
		try osq-report dossiers --period "${name%%:*}" --lang vi
		like 0 "*Kỳ báo cáo: ${name#*:}. *"
	done
}

@test "the screen has the late that are still open beside those that ended late" {
	at 08:00 2026-11-20
	osq-dossier finish $OCTOBER-0001 >/dev/null
	osq-board --text --lang en >screen 2>/dev/null || osq-board >screen
	osq-board --html page.html >/dev/null
	grep -q 'Late and open\|Đang quá hạn' page.html
	[ "$(osq-board --json | jq -c '.dossiers_period | [.overdue, .late]')" = '[1,1]' ]
}
