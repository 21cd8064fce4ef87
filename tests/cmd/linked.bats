#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A child is born: birth, residence and health insurance are one request and three
# dossiers (Decree 63/2024), 3 working days for all, 5 once another agency is asked.

load helper

DAY=000.17.22.H30-261116
BIRTH=$DAY-0001 # birth, decided here the same day
HOUSE=$DAY-0002 # residence, by the police, 7 working days
CARD=$DAY-0003 # the health insurance card, by the insurance, 5 working days
OWN='2026-11-16T17:00 2026-11-26T17:00 2026-11-23T17:00' # the 24th is a holiday
THREE='2026-11-19T17:00 2026-11-19T17:00 2026-11-19T17:00'
FIVE='2026-11-23T17:00 2026-11-23T17:00 2026-11-23T17:00'

take_in() { # PROCEDURE [OPTION ...]
	osq-dossier receive -p "$1" -a 'Trần Thị Mai' --officer hoa "${@:2}"
}

setup() {
	office
	at 08:00 2026-11-16
	osq-admin set procedures 1.999999 'name=Cấp thẻ bảo hiểm y tế' field='Bảo hiểm y tế' \
		time_limit=5 time_unit=working-day >/dev/null
	take_in 1.001193 >/dev/null
	take_in 1.004222 --agency 'Công an xã Trường Long A' >/dev/null
	take_in 1.999999 --agency 'Bảo hiểm xã hội khu vực' >/dev/null
}

link() { # [OPTION ...]
	osq-dossier link $BIRTH $HOUSE $CARD "$@" >/dev/null
}

# listed COLUMN [OPTION ...]: of all dossiers, in one line; moments to the minute.
listed() {
	osq-dossier list --csv --no-header -o "$@" | sed 's/:00+07:00//' | paste -sd' '
}

# form NN CODE: its words, a line a paragraph.
form() {
	osq-dossier form "$1" "$2" | sed 's/<[^>]*>//g'
}

ask_police() {
	at 09:00 2026-11-17
	osq-dossier pause $HOUSE --for verification -r 'hỏi nơi cư trú cũ' >/dev/null
}

@test "one limit for all is on receipt, tracking, list and in standing and figures" {
	[ "$(listed due_at)" = "$OWN" ]
	try osq-dossier link $BIRTH $HOUSE $CARD --limit 3 --verified 5
	ended 0 "$BIRTH
$HOUSE
$CARD"
	[ "$(last_act)" = "dossier link $CARD {\"to\":\"$BIRTH\",\"due_at\":\"2026-11-19T17:00:00+07:00\"}" ]
	[ "$(listed due_at)" = "$THREE" ]
	[ "$(listed time_limit,time_unit)" = '3,working-day 3,working-day 3,working-day' ]
	form 01 $HOUSE >receipt
	grep -q 'theo quy định là: 03 ngày làm việc' receipt
	grep -q 'trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 19 tháng 11 năm 2026' receipt
	[ "$(grep -o 'liên thông cùng hồ sơ: .*' receipt)" = \
		"liên thông cùng hồ sơ: $BIRTH – Thủ tục đăng ký khai sinh
liên thông cùng hồ sơ: $CARD – Cấp thẻ bảo hiểm y tế" ]
	[ "$(osq-dossier track $CARD --csv --no-header -o promised_at,together)" = \
		"2026-11-19T17:00:00+07:00,$BIRTH $HOUSE" ]
	[ "$(osq-dossier show $CARD --json | jq -r '.linked[] | .code + " " + .procedure')" = \
		"$BIRTH 1.001193
$HOUSE 1.004222" ]
	take_in 1.004222 >/dev/null
	[ "$(listed code --linked "${CARD,,}")" = "$BIRTH $HOUSE $CARD" ]
	[ "$(listed code --linked $DAY-0004)" = '' ]
	# The day after the birth's own limit it is early; the police are late by the common one.
	at 10:00 2026-11-17
	osq-dossier finish $BIRTH >/dev/null
	at 18:00 2026-11-19
	[ "$(listed standing)" = 'early late late in_time' ]
	[ "$(osq-report summary --period 2026-12 --json | jq -c '[.early, .overdue, .late]')" = '[1,0,0]' ]
	[ "$(osq-report summary --period 2026-12 --agency 'công an' --json | jq .late)" = 1 ]
	content
}

@test "without a limit of its own each keeps its promise, and they are shown together" {
	link
	[ "$(listed due_at)" = "$OWN" ]
	[ "$(osq-dossier track $BIRTH --csv --no-header -o together)" = "$HOUSE $CARD" ]
	ask_police
	at 09:00 2026-11-18
	osq-dossier resume $HOUSE >/dev/null
	[ "$(listed due_at)" = "${OWN/26T17/27T17}" ]
	content
}

@test "the first verification makes it five days for all, and stops no clock" {
	link --limit 3 --verified 5
	ask_police
	[ "$(listed due_at)" = "$FIVE" ]
	[ "$(listed status)" = 'received paused received' ]
	[ "$(osq-dossier track $HOUSE --csv --no-header -o next)" = \
		'another agency is being asked; come for the result at the moment promised' ]
	# Receipts say what was promised on receipt, the control sheets why it moved.
	form 01 $CARD | grep -q 'ngày 19 tháng 11 năm 2026'
	form 06 $HOUSE | grep -q 'tính lại do phải xác minh (hỏi nơi cư trú cũ): 17 giờ 00 phút, ngày 23 tháng 11'
	form 06 $CARD | grep -q 'tính lại do hồ sơ liên thông phải xác minh: 17 giờ 00 phút, ngày 23 tháng 11'
	# It waits past the promise, and is late: the clock has not stood.
	at 17:30 2026-11-23
	[ "$(listed standing)" = 'late late late' ]
	[ "$(osq-dossier due --within 1d --csv --no-header -o standing,code | grep -c ^late)" = 3 ]
	osq-dossier resume $HOUSE >/dev/null
	[ "$(listed due_at)" = "$FIVE" ]
	osq-dossier finish $HOUSE >/dev/null
	[ "$(listed standing)" = 'late overdue late' ]
	content
}

@test "a second verification, a supplement and a fee stop the clock of their dossier alone" {
	link --limit 3 --verified 5
	ask_police
	at 09:00 2026-11-18
	osq-dossier resume $HOUSE >/dev/null
	osq-dossier pause $HOUSE --for verification -r 'hỏi thêm' >/dev/null
	osq-dossier pause $CARD --for fee -r 'nộp phí' >/dev/null
	at 09:00 2026-11-19
	osq-dossier resume $HOUSE $CARD >/dev/null
	[ "$(listed due_at)" = '2026-11-23T17:00 2026-11-25T17:00 2026-11-25T17:00' ]
	content
}

@test "what is late already stays late, and a dossier that has ended keeps its end" {
	at 09:00 2026-11-18
	link --limit 3 --verified 5
	osq-dossier finish $BIRTH --at 2026-11-16T10:00 >/dev/null
	at 08:00 2026-11-20
	osq-dossier pause $HOUSE --for verification -r 'hỏi nơi cư trú cũ' >/dev/null
	[ "$(listed due_at)" = "$THREE" ]
	[ "$(listed standing)" = 'early late late' ]
	content
}

@test "who may not be linked is told why, and then nobody is" {
	refused() { # STATUS MESSAGE CODE...
		try osq-dossier link "${@:3}" --limit 3
		ended "$1" '' "osq-dossier: $2"
		[ "$(listed linked)" = "$before" ]
	}

	new=$(take_in 1.004222 --new)
	elsewhere=$(take_in 1.004222 --received-by 'UBND xã Tân Hòa')
	osq-admin config agency 000.17.22.H30
	theirs=000.18.22.H30-261116-0001
	printf 'code,procedure,applicant,received_at\n%s,1.004222,Mai,2026-11-16 08:00\n' $theirs |
		osq-dossier import - >/dev/null
	ended=$(take_in 1.004222)
	osq-dossier finish "$ended" >/dev/null
	later=$(OSQ_NOW=2026-11-17T08:00 take_in 1.004222)
	gone=$(take_in 1.004222)
	osq-dossier void "$gone" -r 'nhập nhầm' >/dev/null
	before=$(listed linked)
	refused 1 'X-1: no such dossier' $BIRTH X-1
	refused 1 "$ended: finished already (2026-11-16T08:00)" $BIRTH "$ended"
	refused 1 "$gone: was voided (2026-11-16T08:00)" $BIRTH "$gone"
	refused 1 "$new: nobody has accepted it yet
osq-dossier: first: osq-dossier accept $new" "$new" $HOUSE
	refused 1 "$elsewhere: was received by UBND xã Tân Hòa, which links it" $BIRTH "$elsewhere"
	refused 1 "$theirs: is another office's, which links it" $BIRTH $theirs
	refused 65 "$BIRTH: is named twice" $BIRTH $HOUSE $BIRTH
	at 09:00 2026-11-17
	refused 65 "$BIRTH would be promised for 2026-11-19T17:00, $later for 2026-11-20T17:00
osq-dossier: one limit counts from one receipt: osq-dossier correct CODE --received TIME" $BIRTH "$later"
	refused 64 'give two codes or more
osq-dossier: see: osq-dossier link --help' $BIRTH
	link --limit 3
	before=$(listed linked)
	refused 1 "$HOUSE: is linked already, with $BIRTH" "$later" $HOUSE
	for wrong in '--verified 5' '--unit day' '--limit 3 --verified 3' '--limit 1 --unit same-day'; do
		# shellcheck disable=SC2086  # words
		try osq-dossier link $HOUSE "$later" $wrong
		like 64 '' 'osq-dossier: --*'
	done
	content
}

@test "a period that was over keeps the promise that it had" {
	police() {
		osq-report summary --period "$1" --agency 'công an' --json | jq -c '[.in_process, .in_time, .late]'
	}
	at 08:00 2026-12-07
	one=$(take_in 1.001653)
	other=$(take_in 1.004222 --agency 'Công an xã Tân Hòa')
	at 08:00 2026-12-15
	osq-dossier finish $HOUSE >/dev/null
	[ "$(police 2026-12)" = '[2,1,1]' ]
	osq-report dossiers --period 2026-12 --csv --agency 'công an' >december
	osq-dossier link "$one" "$other" --limit 3 --at 2026-12-14T08:00 >/dev/null
	[ "$(osq-dossier show "$other" --csv --no-header -o due_at,standing)" = \
		2026-12-10T17:00:00+07:00,late ]
	[ "$(police 2026-12)" = '[2,1,1]' ]
	osq-report dossiers --period 2026-12 --csv --agency 'công an' | cmp - december
	[ "$(police 2027-01)" = '[1,0,1]' ]
	[ "$(osq-dossier show "$other" --csv --no-header -o last_act)" = link ]
	content
}

@test "a day off that comes late moves all of one limit, verified or not" {
	storm() {
		printf 'date,kind,name\n%s,off,Bão số 9\n' "$1" |
			osq-admin import holidays - >/dev/null 2>&1
	}
	link --limit 3 --verified 5
	storm 2026-11-18
	[ "$(osq-admin promises --csv --no-header -o code,would_be | paste -sd' ')" = \
		"$BIRTH,2026-11-20T17:00:00+07:00 $HOUSE,2026-11-20T17:00:00+07:00 $CARD,2026-11-20T17:00:00+07:00" ]
	osq-admin promises --move >/dev/null 2>&1
	ask_police
	[ "$(listed due_at)" = '2026-11-25T17:00 2026-11-25T17:00 2026-11-25T17:00' ]
	at 09:00 2026-11-20
	osq-dossier resume $HOUSE >/dev/null
	[ "$(osq-admin promises --csv --no-header)" = '' ]
	storm 2026-11-23
	osq-admin promises --move >/dev/null 2>&1
	[ "$(listed due_at)" = '2026-11-26T17:00 2026-11-26T17:00 2026-11-26T17:00' ]
	content
}

@test "linked dossiers go to another office as such, and come back" {
	link --limit 3 --verified 5
	ask_police
	osq-dossier export >all.csv
	osq-admin init --sample -d second.db >/dev/null
	osq-admin set -d second.db procedures 1.999999 'name=Cấp thẻ bảo hiểm y tế' field='Bảo hiểm y tế' \
		time_limit=5 time_unit=working-day >/dev/null
	try osq-dossier import -d second.db all.csv
	like 0 '3 added*'
	osq-dossier export -d second.db | cmp - all.csv
	[ "$(OSQ_DB=second.db listed code --linked $HOUSE)" = "$BIRTH $HOUSE $CARD" ]
	at 09:00 2026-11-19
	OSQ_DB=second.db osq-dossier resume $HOUSE >/dev/null
	[ "$(OSQ_DB=second.db listed due_at)" = "$FIVE" ]
	# Back again: what was done there is an act of the dossier.
	osq-dossier export -d second.db >back.csv
	try osq-dossier import back.csv
	like 0 '0 added, 1 changed, 2 unchanged*'
	try osq-dossier import back.csv
	like 0 '0 added, 0 changed, 3 unchanged*'
	content
}

@test "one of them withdrawn, reopened, voided or corrected leaves the others as they are" {
	link --limit 3 --verified 5
	at 08:30 2026-11-16
	osq-dossier withdraw $CARD >/dev/null
	[ "$(osq-dossier track $BIRTH --csv --no-header -o together)" = "$HOUSE $CARD" ]
	ask_police
	[ "$(listed due_at)" = "${FIVE/%*/2026-11-23T17:00 2026-11-23T17:00 2026-11-19T17:00}" ]
	osq-dossier resume $HOUSE >/dev/null
	osq-dossier reopen $CARD -r 'đổi ý' >/dev/null
	# Its own verification is the first since it came back: five days, moved on by the time
	# for which it was withdrawn.
	osq-dossier pause $CARD --for verification -r 'hỏi' >/dev/null
	[ "$(listed due_at)" = '2026-11-23T17:00 2026-11-23T17:00 2026-11-26T07:30' ]
	osq-dossier correct $HOUSE -r 'nhầm thủ tục' -p 1.001653 >/dev/null
	osq-dossier correct $HOUSE -r 'nhận từ hôm trước' --received 2026-11-13T08:00 >/dev/null 2>&1
	[ "$(osq-dossier show $HOUSE --csv --no-header -o procedure,time_limit,due_at)" = \
		1.001653,3,2026-11-20T17:00:00+07:00 ]
	[ "$(form 01 $HOUSE | grep -o 'ngày 18 tháng 11 năm 2026')" = 'ngày 18 tháng 11 năm 2026' ]
	osq-dossier void $BIRTH -r 'nộp hai lần' >/dev/null
	[ "$(osq-dossier track $HOUSE --csv --no-header -o together)" = $CARD ]
	[ "$(listed code --linked $CARD)" = "$HOUSE $BIRTH $CARD" ]
	[ "$(form 01 $HOUSE | grep -c 'liên thông cùng hồ sơ')" = 1 ]
	content
}

@test "of two who link at once one is told that it is done" {
	race() {
		osq-dossier link $BIRTH $HOUSE $CARD --limit 3 >/dev/null 2>"told.$1" || echo $? >"status.$1"
	}
	at_once 8 race
	[ "$(cat status.* | paste -sd' ')" = '1 1 1 1 1 1 1' ]
	[ "$(sort -u told.*)" = "osq-dossier: $BIRTH: is linked already, with $HOUSE" ]
	[ "$(listed due_at)" = "$THREE" ]
	[ "$(osq-admin list journal --jsonl -o act | grep -c 'dossier link')" = 3 ]
	content
}

@test "a link that is taken out of the story beside the commands is told" {
	link --limit 3
	content
	sqlite3 "$OSQ_DB" "DELETE FROM dossier_event WHERE act = 'link'"
	try osq-admin check --csv --no-header
	like 65 "*dossiers,error,\"$BIRTH, 2026-11-16T08:00: an act of the journal is not in the dossier's story\"*" '*'
}

@test "in Vietnamese it is liên thông" {
	link --limit 3
	export LANGUAGE=vi
	try osq-dossier show $BIRTH
	like 0 '*liên thông*Giải quyết liên thông với*'
	try osq-dossier track $BIRTH
	like 0 "*Liên thông với *$HOUSE $CARD*"
	try osq-dossier link $BIRTH $HOUSE
	ended 1 '' "osq-dossier: $BIRTH: đã liên thông với $HOUSE"
}
