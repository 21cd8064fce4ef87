#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Numbers and moments from files, options and the environment are held to what their
# column can have; what came in before there were bounds does not stop the office.

load helper

setup() {
	office
}

# refused KIND HEADINGS ROW WHY: as a line of a file.
refused() {
	local import=(osq-admin import "$1") name=osq-admin

	if [ "$1" = dossiers ]; then
		import=(osq-dossier import) name=osq-dossier
	fi
	printf '%s\n%s\n' "$2" "$3" >bad.csv
	try "${import[@]}" bad.csv
	ended 65 '' "bad.csv:2: $4
$name: bad.csv: bad lines: 1; nothing was imported"
}

# A payment as a list in a cell.
paid() { # AMOUNT [MOMENT]
	echo "\"[{\"\"paid_at\"\":\"\"${2:-2026-11-20T08:00:00+07:00}\"\",\"\"amount\"\":$1,\"\"method\"\":\"\"cash\"\"}]\""
}

@test "each number of a register is held to its column" {
	refused services code,prefix,name,quota 'x,X,Tên,100000' "quota: '100000' must be 1 to 99999"
	refused services code,prefix,name,quota 'x,X,Tên,0' "quota: '0' must be 1 to 99999"
	refused services code,prefix,name,age_limit 'x,X,Tên,-1' "age_limit: '-1' must be 0 to 999"
	refused services code,prefix,name,wait_target 'x,X,Tên,0' "wait_target: '0' must be 1 to 999"
	refused services code,prefix,name,slot_minutes 'x,X,Tên,721' "slot_minutes: '721' must be 1 to 720"
	refused services code,prefix,name,slot_capacity 'x,X,Tên,1000' \
		"slot_capacity: '1000' must be 1 to 999"
	refused steps procedure,step,name,desk,time_limit,time_unit '1.001193,1000,B,hotich,1,working-day' \
		"step: '1000' must be 1 to 999"
	refused papers procedure,no,name,kind,copies,required '1.001193,1,T,copy,100,yes' \
		"copies: '100' must be 1 to 99"
	refused procedures code,name,field,time_limit,time_unit,fee '7.1,T,L,3,working-day,10000000000000' \
		"fee: '10000000000000' must be 0 to 9999999999999"
	refused targets code,name,target 'x,Tên,9999999999999' \
		"target: '9999999999999' must be -1000000000000 to 1000000000000"
}

@test "a code is as long as whatever shows it has room for" {
	local long longest kind

	longest=$(printf 'c%.0s' {1..63}) long=${longest}c
	for kind in 'services code,prefix,name X,Tên' 'counters code,name,services Tên,civil' 'targets code,name,target Tên,1' \
		'officers code,name Tên' 'priorities code,name,weight Tên,1' 'desks code,name Tên' \
		'reasons code,name Tên' 'procedures code,name,field,time_limit,time_unit T,L,1,day'; do
		read -r kind headings row <<<"$kind"
		refused "$kind" "$headings" "$long,$row" "code: '${longest:0:60}…' is longer than 63 bytes"
		printf '%s\n' "$headings" "$longest,$row" >good.csv
		try osq-admin import "$kind" good.csv
		like 0 '1 added*' '*'
	done
	# Such a counter is named whole wherever it is told.
	osq-call open -c "$longest" --officer hoa
	osq-ticket issue civil
	osq-call next -c "$longest"
	[ "$(osq-call undo -c "$longest")" = 'call next A001' ]
	osq-call next -c "$longest"
	try osq-call say A001 --lang en
	like 0 "*to counter $longest" ''
}

@test "each number and moment of a dossier is held to its column" {
	local some=code,procedure,applicant,received_at row='X1,1.001193,An,2026-11-20T08:00'

	refused dossiers "$some,due_at,time_limit" "$row,2026-11-25T08:00,-50" \
		"time_limit: '-50' must be 0 to 3660"
	refused dossiers "$some,due_at,time_limit" "$row,2026-11-25T08:00,200000" \
		"time_limit: '200000' must be 0 to 3660"
	refused dossiers "$some,fee" "$row,10000000000000" "fee: '10000000000000' must be 0 to 9999999999999"
	refused dossiers "$some,sets" "$row,0" "sets: '0' must be 1 to 999"
	refused dossiers "$some,requests" "$row,-1" "requests: '-1' must be 0 to 999"
	refused dossiers "$some,waited" "$row,1000000000" "waited: '1000000000' must be 0 to 999999999"
	refused dossiers "$some" 'X1,1.001193,An,1820-11-20T08:00' \
		"received_at: '1820-11-20T08:00' must be 1900-01-01T00:00:00+07:00 to 9999-12-31T23:59:59+07:00"
	refused dossiers "$some" 'X1,1.001193,An,9999-12-31T20:00-14:00' \
		"received_at: '9999-12-31T20:00-14:00' is no time (write 2026-11-24T07:35 or 24/11/2026 07:35)"
}

@test "so is each number of the lists in its cells" {
	local some=code,procedure,applicant,received_at row='X1,1.001193,An,2026-11-20T08:00'

	refused dossiers "$some,payments" "$row,$(paid 9223372036854775807)" \
		"payments: amount: '9223372036854775807' must be -9999999999999 to 9999999999999"
	refused dossiers "$some,payments" "$row,$(paid -10000000000000)" \
		"payments: amount: '-10000000000000' must be -9999999999999 to 9999999999999"
	refused dossiers "$some,payments" "$row,$(paid 5 1820-11-20T08:00:00+07:00)" \
		'payments: has a moment that is none'
	refused dossiers "$some,papers" "$row,\"[{\"\"no\"\":1,\"\"name\"\":\"\"T\"\",\"\"kind\"\":\"\"copy\"\",\"\"copies\"\":100,\"\"required\"\":\"\"yes\"\"}]\"" \
		"papers: copies: '100' must be 1 to 99"
	printf '%s\n' "$some,payments" "$row,$(paid 9999999999999)" >most.csv
	try osq-dossier import most.csv
	ended 0 '1 added, 0 changed, 0 unchanged'
	[ "$(osq-dossier show X1 --csv --no-header -o fee_paid)" = 9999999999999 ]
}

@test "what came in before there were bounds is told, and everybody goes on" {
	local code

	code=$(osq-dossier receive -p 1.001193 -a 'Lê Thị Hoa')
	sqlite3 osq.db "INSERT INTO payment (dossier_id, paid_at, amount, method, imported)
		SELECT id, received_at, 9223372036854775807, 'cash', 'yes' FROM dossier, (SELECT 1 UNION SELECT 2);
		UPDATE dossier SET fee = 9223372036854775807"
	try osq-admin check --csv --no-header -o check,verdict,detail
	like 65 '*bounds,warning,the payments or the fees add up to more than can be told: *' '*'
	like 65 "*bounds,error,$code: fee: '9223372036854775807' must be 0 to 9999999999999*" '*'
	like 65 "*bounds,error,$code: amount: '9223372036854775807' must be -9999999999999 to*" '*'
	for verb in list "show $code" payments 'list --fee-due' export; do
		# shellcheck disable=SC2086
		try osq-dossier $verb
		like 0 '*' ''
	done
	for report in takings day summary; do
		try osq-report "$report"
		like 0 '*' ''
	done
	[ "$(osq-dossier show "$code" --csv --no-header -o fee_paid,fee_due)" = 9223372036854775807,0 ]
	osq-dossier receive -p 1.001193 -a 'Trần Văn Bình'
}

@test "sums that no figure can tell are told by check" {
	osq-dossier receive -p 1.001193 -a 'Lê Thị Hoa' >code
	sqlite3 osq.db "INSERT INTO payment (dossier_id, paid_at, amount, method, imported)
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
		SELECT id, received_at, 9999999999999, 'cash', 'yes' FROM dossier, n"
	osq-admin check --csv --no-header -o check,verdict >before
	run ! grep bounds before
	sqlite3 osq.db "INSERT INTO payment (dossier_id, paid_at, amount, method, imported)
		SELECT id, received_at, -9999999999999, 'cash', 'yes' FROM dossier"
	try osq-admin check --csv --no-header -o check,verdict
	like 0 '*bounds,warning*' ''
	LANGUAGE="vi" try osq-admin check
	like 0 '*bounds *tổng số tiền *' ''
}

@test "a limit that is none stays with the promise that came with it, and is told" {
	local some=code,procedure,applicant,received_at,due_at,time_limit,time_unit

	cat >none.csv <<-END
		$some
		X1,1.001193,An,2026-11-20T08:00,2026-11-25T08:00,3,working-day
		X2,1.001193,An,2026-11-20T08:00,2026-11-25T08:00,0,working-day
		X3,1.001193,An,2026-11-20T08:00,2026-11-25T08:00,5,same-day
		X4,1.001193,An,2026-11-20T08:00,2026-11-25T08:00,0,same-day
	END
	try osq-dossier import none.csv
	ended 0 '4 added, 0 changed, 0 unchanged' \
		"osq-dossier: none.csv:3: time_limit: '0' is no limit in its unit; the promise stands as the file has it (2 in all)"
	[ "$(osq-dossier show X2 --csv --no-header -o due_at | cut -c 1-16)" = 2026-11-25T08:00 ]
	sed -n '1p; 3p' none.csv >one.csv
	try osq-dossier import one.csv
	ended 0 '0 added, 0 changed, 1 unchanged' \
		"osq-dossier: one.csv:2: time_limit: '0' is no limit in its unit; the promise stands as the file has it"
	# Where nothing else makes the promise, it is no limit at all.
	sed 's/2026-11-25T08:00//; s/^X/Y/' none.csv >without.csv
	try osq-dossier import without.csv
	like 65 '' 'without.csv:3: due_at: time limit 0: expected 1 to 3660*'
	try osq-dossier due --unit working-hour --limit 3661
	ended 65 '' "osq-dossier: --limit: '3661' is no whole number from 0 to 3660"
}

@test "no promise goes beyond the year 9999" {
	local late='osq-dossier: the moment would lie beyond the year 9999'

	export OSQ_NOW=9999-12-30T08:00
	try osq-dossier receive -p 1.001193 -a An --at 9999-12-20T08:00
	[ "$status" -eq 0 ]
	for unit in working-day day working-hour; do
		try osq-dossier due --unit $unit --limit 100
		ended 65 '' "$late"
	done
	printf '%s\n' code,name,field,time_limit,time_unit '7.9,Chậm,Hộ tịch,9,day' |
		osq-admin import procedures - >/dev/null
	try osq-dossier receive -p 7.9 -a An
	ended 65 '' "$late"
	try osq-dossier due --unit working-day --limit 1
	like 0 9999-12-31T17:00:00+07:00 '*no notice of the days off of 9999 has come*'
	try osq-dossier list
	like 0 '*' ''
}

@test "a published fee that no fee can be is a doubt" {
	cat >fees.csv <<-'END'
		code,name,field,time_limit,time_unit,fee_text
		7.1,Một,Hộ tịch,3,working-day,19 000 000 000 000 triệu
		7.2,Hai,Hộ tịch,3,working-day,10 000 000 000 000 triệu
		7.3,Ba,Hộ tịch,3,working-day,19 000 000 000 000 000 000 triệu đồng
		7.4,Bốn,Hộ tịch,3,working-day,"1,5 triệu"
	END
	try osq-admin import procedures fees.csv
	like 0 '4 added*' ''
	try osq-admin list procedures --csv --no-header -o code,fee,doubt
	like 0 '*7.1,,fee: no fee can be read
7.2,,fee: no fee can be read
7.3,,fee: no fee can be read
7.4,1500000,*' ''
}

@test "a clock or a moment beyond the year 9999 is none" {
	local now

	for now in 99999999999999 9223372036854775807 99999999999999999999 253402275600 \
		9999-12-31T20:00-14:00; do
		OSQ_NOW=$now try osq-ticket issue civil
		ended 64 '' "osq-ticket: OSQ_NOW: '$now' is no time"
	done
	OSQ_NOW=253402275599 try osq-ticket issue civil
	ended 0 A001
	try osq-ticket issue civil --at 9999-12-31T20:00-14:00
	like 64 '' "osq-ticket: --at: '9999-12-31T20:00-14:00' is no time*"
}

@test "what a message quotes is cut at a letter, and is told to programs too" {
	local i

	# One of them has its sixtieth byte inside a letter, whatever the letters are.
	for i in '' a aa aaa; do
		printf 'weekday,opens,closes,counts\n%s%s,07:00,11:00,yes\n' "$i" \
			"$(yes ộ | head -n 100 | tr -d '\n')" >hours.csv
		try osq-admin import hours hours.csv --json
		[ "$status" -eq 65 ]
		echo "$stderr" | jq -e '.problems[0] | test("ộ…'"'"' is no weekday")'
		printf '%s' "$stderr" | iconv -f UTF-8 -t UTF-8 >/dev/null
	done
	# The whole message is cut too: a name of a file may be long.
	for i in '' a aa; do
		try osq-admin import hours "$i$(yes ộ | head -n 1000 | tr -d '\n')" --json
		printf '%s' "$stderr" | jq -e '(.message | test("�") | not) and (.message | test("ộ$"))'
	done
}

@test "a file whose name is no text is named all the same" {
	osq-admin list officers --csv >$'b\xff.csv'
	try osq-admin import officers $'b\xff.csv'
	like 0 '0 added*' ''
	[[ $(last_act) == 'import officers  {"file":"b�.csv",'* ]]
	printf 'code,name\n,x\n' >$'b\xff.csv'
	try osq-admin import officers $'b\xff.csv' --json
	[ "$status" -eq 65 ]
	echo "$stderr" | jq -e '.problems == ["b�.csv:2: code: is empty"]'
}

@test "a spreadsheet keeps each digit of a number that Excel would round" {
	osq-dossier receive -p 1.001193 -a 'Lê Thị Hoa' >code
	sqlite3 osq.db 'UPDATE dossier SET fee = 9007199254740993'
	osq-dossier list --xlsx fee.xlsx -o code,fee >/dev/null
	unzip -p fee.xlsx xl/sharedStrings.xml xl/worksheets/sheet1.xml | grep -F 9,007,199,254,740,993
	sqlite3 osq.db 'UPDATE dossier SET fee = 999999999999999'
	osq-dossier list --xlsx most.xlsx -o code,fee >/dev/null
	unzip -p most.xlsx xl/worksheets/sheet1.xml | grep -F '<v>999999999999999</v>'
}
