#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The screen in the hall.

load helper

BIRTH=1.001193

setup() {
	office
}

# hoa serves A001 at counter 1 and calls A002; binh called B001 at counter 2.
hall() {
	open_counters
	osq-ticket issue civil
	osq-ticket issue civil
	osq-ticket issue civil -p elderly
	osq-ticket issue certify --name "Nguyễn Văn Kín" --phone 0912345678
	osq-ticket issue civil
	at 08:05
	osq-call take -c 1 A001 --note "vội"
	at 08:06
	osq-call next -c 2
	at 08:07
	osq-call start -c 1
	at 08:10
	osq-dossier receive -p "$BIRTH" -a "Nguyễn Văn Kín" -c 1
	osq-dossier receive -p "$BIRTH" -a "Trần Thị Kín" -c 1
	osq-dossier finish 000.17.22.H30-261123-0001
} >/dev/null

@test "the board shows who is served where, the last calls, who waits, and the dossiers" {
	hall
	osq-board | sed 's/ *$//' >board
	sed -n '1,/^Waiting/p' board | diff - <(cat <<-'END'
		Trung tâm Phục vụ hành chính công xã Trường Long A
		Hotline: 0293 3953 100

		Now serving
		Counter  Name                             State   Officer         Serving
		1        Quầy Hộ tịch                     open    Nguyễn Thị Hoa  A001
		2        Quầy Chứng thực                  open    Trần Văn Bình   B001
		3        Quầy Lao động - Xã hội, Đất đai  closed
		4        Quầy Hỗ trợ công dân số          closed

		Last calls
		Ticket  Counter  Called
		B001    2        2026-11-23 08:06
		A001    1        2026-11-23 08:05

		Waiting
	END
	)
	grep -qE '^Service code +Service +Waiting +First in line +Longest wait +Wait, median +Wait, 9 of 10 within$' board
	grep -qE '^civil +Hộ tịch +3  A003 +10:00' board
	grep -qE '^certify +Chứng thực +0( |$)' board
	sed -n '/^Dossiers today/,$p' board | diff - <(cat <<-'END'
		Dossiers today
		Received: total         2
		Received in the period  2
		Carried over            0
		Finished: total         1
		Early                   0
		On time                 1
		Overdue                 0
		In process: total       1
		In time                 1
		Late                    0

		Dossiers this period
		Received: total         2
		Received in the period  2
		Carried over            0
		Finished: total         1
		Early                   0
		On time                 1
		Overdue                 0
		In process: total       1
		In time                 1
		Late                    0
		From 2026-11-15 on
	END
	)
}

@test "no citizen's name or number is on it, in any form" {
	hall
	for form in table csv excel json jsonl; do
		osq-board -f $form >board
		[ -s board ]
		run ! grep -i 'kín\|0912345678' board
	done
	osq-board --xlsx board.xlsx
	osq-board --html board.html
	grep -q B001 board.html
	run ! grep -i 'kín\|0912345678' board.html
	run ! grep -i 'kín\|0912345678' <(python3 "$BATS_TEST_DIRNAME/xlsx_cells.py" board.xlsx)
}

@test "as JSON: an object with a key for each part" {
	hall
	try osq-board --json
	[ "$status" = 0 ]
	[ "$(jq -c 'keys_unsorted' <<<"$output")" = \
		'["office","counters","calls","services","dossiers","dossiers_period"]' ]
	[ "$(jq -c '.office' <<<"$output")" = \
		'{"name":"Trung tâm Phục vụ hành chính công xã Trường Long A","hotline":"0293 3953 100","notice":null,"at":"2026-11-23T08:10:00+07:00"}' ]
	[ "$(jq -c '.counters[0]' <<<"$output")" = \
		'{"counter":"1","name":"Quầy Hộ tịch","state":"open","officer":"Nguyễn Thị Hoa","ticket":"A001","status":"serving","since":"2026-11-23T08:07:00+07:00","name_en":"Civil status"}' ]
	[ "$(jq -c '.counters[2]' <<<"$output")" = \
		'{"counter":"3","name":"Quầy Lao động - Xã hội, Đất đai","state":"closed","officer":null,"ticket":null,"status":null,"since":null,"name_en":"Labour, social affairs and land"}' ]
	[ "$(jq -c '.calls[0] | del(.reason)' <<<"$output")" = \
		'{"ticket":"B001","counter":"2","called_at":"2026-11-23T08:06:00+07:00","counter_name":"Quầy Chứng thực","counter_name_en":"Certification"}' ]
	[ "$(jq -c '.services[0] | del(.wait_median, .wait_p90)' <<<"$output")" = \
		'{"service":"civil","name":"Hộ tịch","waiting":3,"first":"A003","longest_wait":600,"prefix":"A","open_counters":1,"name_en":"Civil status"}' ]
	[ "$(jq -c '.services[0] | has("wait_median") and has("wait_p90")' <<<"$output")" = true ]
	[ "$(jq -c '[.dossiers.received, .dossiers.on_time, .dossiers.in_process]' <<<"$output")" = '[2,1,1]' ]
}

@test "the last five calls, a recall among them, the newest first" {
	open_counters
	for _ in 1 2 3 4 5 6; do
		osq-ticket issue civil
	done
	for minute in 1 2 3 4 5 6; do
		at "08:0$minute"
		osq-call next -c 1
	done
	at 08:07
	osq-call recall -c 1
	osq-board --json >board.json
	[ "$(jq -r '[.calls[].ticket] | join(" ")' board.json)" = "A006 A006 A005 A004 A003" ]
	[ "$(jq -r '.calls[0].reason' board.json)" = recall ]
}

@test "a call that is entered late stands where it belongs" {
	open_counters
	osq-ticket issue civil
	osq-ticket issue certify
	at 08:30
	osq-call next -c 2
	osq-call next -c 1 --at 08:10
	[ "$(osq-board --json | jq -r '[.calls[].ticket] | join(" ")')" = "B001 A001" ]
}

@test "the state of a counter: open, on a break, closed" {
	open_counters
	osq-call pause -c 2
	[ "$(osq-board --json | jq -r '[.counters[].state] | join(" ")')" = "open paused closed closed" ]
}

@test "a service's open counters are those that can call for it" {
	open_counters
	osq-call pause -c 2
	[ "$(osq-board --json | jq -c '[.services[] | select(.open_counters > 0) | .service]')" = \
		'["civil","result"]' ]
}

@test "the first in line is who would be called" {
	osq-admin config policy fifo
	osq-ticket issue civil
	at 08:01
	osq-ticket issue civil -p elderly
	[ "$(osq-board --json | jq -r '.services[0].first')" = A001 ]
	osq-admin config policy priority
	[ "$(osq-board --json | jq -r '.services[0].first')" = A002 ]
}

@test "the period is the reported month: it begins on the 15th" {
	at 08:00 2026-12-14
	osq-dossier receive -p "$BIRTH" -a A
	[ "$(osq-board --json | jq -c '.dossiers_period | [.from, .to, .received_in_period]')" = \
		'["2026-11-15","2026-12-14",1]' ]
	at 08:00 2026-12-15
	[ "$(osq-board --json | jq -c '.dossiers_period | [.from, .to, .received_in_period]')" = \
		'["2026-12-15","2026-12-15",0]' ]
	at 08:00 2027-01-04
	[ "$(osq-board --json | jq -r '.dossiers_period.from')" = 2026-12-15 ]
}

@test "a number that is at a counter since yesterday is not shown today" {
	hall
	at 00:00 2026-11-24
	[ "$(osq-board --json | jq -c '[.counters[].ticket]')" = '[null,null,null,null]' ]
}

@test "yesterday's calls, dossiers and waiting people are gone" {
	hall
	at 07:00 2026-11-25
	try osq-board --json
	[ "$(jq -c '.calls' <<<"$output")" = '[]' ]
	[ "$(jq -c '[.services[].waiting] | add' <<<"$output")" = 0 ]
	[ "$(jq -c '[.dossiers.received, .dossiers.carried_over, .dossiers.late]' <<<"$output")" = '[1,1,1]' ]
}

@test "the board's dossiers are the day report's" {
	hall
	osq-board --json | jq -S .dossiers >board
	osq-board --json | jq -S .dossiers_period >period
	osq-report summary --json | jq -S . | diff board -
	osq-report summary --from 2026-11-15 --to "$TODAY" --json | jq -S . | diff period -
	osq-report day --json | jq -S .dossiers | diff board -
}

@test "hotline and notice stand under the name" {
	osq-admin config notice "Thứ Bảy làm việc buổi sáng" >/dev/null
	try osq-board
	like 0 $'Trung tâm Phục vụ hành chính công xã Trường Long A\nHotline: 0293 3953 100. Thứ Bảy làm việc buổi sáng\n\n*'
	osq-admin config hotline '' >/dev/null
	osq-admin config name 'Trung tâm Phục vụ hành chính công' --since "$TODAY" >/dev/null
	try osq-board
	like 0 $'Trung tâm Phục vụ hành chính công\nThứ Bảy làm việc buổi sáng\n\n*'
	osq-admin config notice '' >/dev/null
	try osq-board
	like 0 $'Trung tâm Phục vụ hành chính công\n\nNow serving\n*'
}

@test "a name with terminal escapes does no harm on the screen" {
	osq-admin import officers - >/dev/null <<-END
		code,name
		evil,"x${ESC}[2Jy"
	END
	osq-call open -c 3 --officer evil
	osq-board >board
	grep -q 'x.*y' board
	run ! grep "$ESC" board
}

@test "in another language" {
	try osq-board --lang vi
	like 0 $'*Đường dây nóng: *\n\nĐang phục vụ\n*'
	try osq-board --lang fr
	ended 64 '' "osq-board: --lang: 'fr' is none of: vi en
osq-board: see: osq-board --help"
}

@test "the board takes no verb, and no store is made for it" {
	try osq-board show
	ended 64 '' "osq-board: 'show' is too much
osq-board: see: osq-board --help"
	try osq-board -d missing.db
	ended 66 '' 'osq-board: missing.db: there is no store
osq-board: make one with: osq-admin init -d missing.db'
	[ ! -e missing.db ]
}

@test "in English the screen has the English names of services and counters, where given" {
	hall
	printf 'code,name,services,name_en\n2,Quầy Chứng thực,certify,\n' >one.csv
	osq-admin import counters one.csv >/dev/null
	osq-board --html page.html --lang en
	grep -q 'Help with VNeID and electronic identity' page.html
	grep -q 'Civil status' page.html
	grep -q 'Chứng thực' page.html # the counter without one
	run ! grep -q 'Hộ tịch' page.html
	osq-board --html page.html --lang vi
	grep -q 'Hỗ trợ VNeID và định danh điện tử' page.html
	run ! grep -q 'Civil status' page.html
	# Programs get both, whatever the language.
	[ "$(osq-board --json --lang en | jq -r '.services[0] | "\(.name) \(.name_en)"')" = 'Hộ tịch Civil status' ]
}
