#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Setting an office up, its registers, and looking after the store.

load helper

KINDS="procedures services counters officers holidays hours priorities desks steps papers targets reasons users"

setup() {
	common_setup
}

# The lines of a register without its headings.
rows() {
	osq-admin list "$1" --csv --no-header
}

entries() {
	osq-admin list journal --csv --no-header -o id | wc -l
}

# --- init

@test "init makes a store and prints where it is" {
	try osq-admin init
	ended 0 "$OSQ_DB"
	try osq-admin check --csv --no-header -o check,verdict
	ended 0 'store,ok
journal,ok
hours,warning
holidays,warning
dossiers,ok
users,ok
setup,warning'
	for kind in $KINDS; do
		try rows "$kind"
		ended 0
	done
}

@test "a number of calls is 1 to 99" {
	osq-admin init >/dev/null
	for calls in 0 100 x; do
		try osq-admin config no_show_calls $calls
		like 65 '' '*no_show_calls*'
	done
	osq-admin config no_show_calls 1
	osq-admin config no_show_calls 99
	try osq-admin config no_show_calls
	ended 0 99
}

@test "init takes the office's name and agency code" {
	osq-admin init --name "Trung tâm xã Bình An" --code H55.242
	try osq-admin config name
	ended 0 "Trung tâm xã Bình An"
	try osq-admin config agency
	ended 0 H55.242
}

@test "init --sample loads an office ready to work" {
	osq-admin init --sample
	for kind in procedures:165 services:8 counters:4 officers:5 holidays:58 hours:10 \
		priorities:5 desks:5 targets:5; do
		[ "$(rows ${kind%:*} | python3 -c 'import csv, sys
print(len(list(csv.reader(sys.stdin))))')" = "${kind#*:}" ]
	done
	try osq-admin check --csv --no-header -o check,verdict
	ended 0 'store,ok
journal,ok
procedures,warning
dossiers,ok
users,ok'
}

@test "a store is never made over another" {
	osq-admin init --sample
	osq-ticket issue civil
	try osq-admin init
	ended 73 '' "osq-admin: $OSQ_DB: is there already; nothing was changed"
	try osq-ticket issue civil
	ended 0 A002
}

@test "init leaves nothing behind when it fails" {
	try osq-admin init --code 'no code'
	ended 65 '' "osq-admin: agency: 'no code' does not fit: agency code, which begins every dossier code"
	try osq-admin init --name $'\xff'
	ended 65 '' 'osq-admin: --name: is not UTF-8 text'
	try osq-admin init -d a/b/c.db
	ended 73 '' 'osq-admin: a/b: No such file or directory'
	try ls -A
	ended 0
}

@test "init makes the store's folder, for a group to share" {
	osq-admin init -d shop/osq.db
	[ "$(stat -c %a shop)" = 2770 ]
	osq-ticket list -d shop/osq.db >/dev/null
	for file in osq.db osq.db-lock osq.db-wal osq.db-shm; do
		[ "$(stat -c %a shop/$file)" = 660 ]
	done
}

@test "in a folder that is one person's, so is the store" {
	mkdir -m 700 mine
	osq-admin init -d mine/osq.db
	[ "$(stat -c %a mine/osq.db)" = 600 ]
}

# --- config

@test "config shows every setting with what holds when nothing is set" {
	osq-admin init
	try osq-admin config --csv -o key,value
	ended 0 'key,value
name,Bộ phận Một cửa
agency,H00.00
agency_name,
agency_sentence,
authority,
receiver,
place,
signer_left,NGƯỜI LẬP BIỂU
signer_right,CHỦ TỊCH
bank_bin,
bank_account,
bank_payee,
head_title,CHỦ TỊCH
head_name,
forms,
forms_folder,
forms_symbol,TTPVHCC
hotline,
notice,
board_template,
language,vi
report_language,vi
same_day_cutoff,15:00
day_cutoff,
at_risk_days,1
accept_hours,8
supplement_clock,restart
supplement_ask_days,3
supplement_wait_days,15
count_withdrawn,ended
late_ends,yes
clock_leap_days,60
late_entry_minutes,60
retention_months,60
policy,priority
age_limit,60
wait_target,15
no_show_calls,3
return_minutes,30
paper_width,58
slip_template,
catalogue_template,
procedure_template,
appointment_early,0
appointment_late,15
say_vi,Xin mời số thứ tự {number} đến quầy số {counter}
say_en,"Number {number}, please come to counter {counter}"
say_times,1
say_stale,30'
}

@test "a setting is changed, shown and journalled" {
	osq-admin init
	try osq-admin config name "Một cửa xã Tân Phú"
	ended 0 name
	try osq-admin config name
	ended 0 "Một cửa xã Tân Phú"
	[ "$(last_act)" = 'config name {"value":"Một cửa xã Tân Phú","since":"0001-01-01"}' ]
	try osq-admin config name --json
	ended 0 '[
{"key":"name","value":"Một cửa xã Tân Phú","since":null,"about":"name of the office, on tickets and screens"}
]'
}

@test "a setting may hold from a day on" {
	osq-admin init
	osq-admin config receiver "UBND huyện Châu Thành A"
	osq-admin config receiver "UBND thành phố Cần Thơ" --since 2025-07-01
	osq-admin config receiver "Về sau" --since 1/1/2027
	try osq-admin config receiver
	ended 0 "UBND thành phố Cần Thơ"
	try osq-admin config receiver --at 2025-06-30T17:00
	ended 0 "UBND huyện Châu Thành A"
	try osq-admin config receiver --csv -o since,value
	ended 0 'since,value
,UBND huyện Châu Thành A
2025-07-01,UBND thành phố Cần Thơ
2027-01-01,Về sau'
}

@test "what does not fit a setting is refused" {
	osq-admin init
	before=$(entries)
	for wrong in language=fr same_day_cutoff=25:00 same_day_cutoff=soon at_risk_days=many appointment_early=soon appointment_late=1000 \
		agency= 'agency=H 5' agency=H-5; do
		try osq-admin config "${wrong%%=*}" "${wrong#*=}"
		like 65 '' "osq-admin: ${wrong%%=*}: '${wrong#*=}' does not fit: *"
	done
	try osq-admin config colour red
	ended 64 '' 'osq-admin: colour: no such setting
osq-admin: osq-admin config shows them all'
	try osq-admin config colour
	like 64 '' 'osq-admin: colour: no such setting*'
	try osq-admin config name X --since someday
	like 64 '' "osq-admin: --since: 'someday' is no day*"
	try osq-admin config name "$(printf '%01001d' 0)"
	ended 65 '' 'osq-admin: name: the value is no text, or longer than 1000 bytes'
	[ "$(entries)" = "$before" ]
}

@test "config for trial changes nothing" {
	osq-admin init
	try osq-admin config name X --dry-run
	ended 0 name 'osq-admin: a dry run: nothing was kept'
	try osq-admin config name
	ended 0 "Bộ phận Một cửa"
}

# --- registers from spreadsheets

@test "the catalogue comes in as Vietnam's Excel saves it" {
	osq-admin init
	try osq-admin import procedures "$SAMPLE/procedures-excel.csv"
	ended 0 '165 added, 0 changed, 0 unchanged'
	try osq-admin import procedures "$SAMPLE/procedures-excel.csv"
	ended 0 '0 added, 0 changed, 165 unchanged'
	# The very same catalogue as plain CSV.
	try osq-admin import procedures "$SAMPLE/procedures.csv"
	ended 0 '0 added, 0 changed, 165 unchanged'
}

@test "the catalogue comes in as UTF-16, with and without a mark, either way round" {
	osq-admin init
	for encoding in UTF-16 UTF-16LE UTF-16BE; do
		tail -c +4 "$SAMPLE/procedures-excel.csv" | iconv -f UTF-8 -t $encoding >sheet.csv
		try osq-admin import procedures sheet.csv
		like 0 '*165 *' ''
	done
	try rows procedures
	osq-admin init -d plain.db
	osq-admin import procedures "$SAMPLE/procedures.csv" -d plain.db
	[ "$output" = "$(osq-admin list procedures --csv --no-header -d plain.db)" ]
}

@test "tabs, semicolons and commas part cells; quotes keep them" {
	osq-admin init
	printf 'code\tname\n1\tMột, hai; ba\n' | osq-admin import officers
	printf 'code;name\n2;"Bốn; năm, ""sáu"""\n' | osq-admin import officers
	printf 'name,code\n"Bảy\ntám",3\n' | osq-admin import officers
	printf 'sep=;\ncode;name\n4;Chín\n' | osq-admin import officers
	try osq-admin list officers --json -o code,name
	ended 0 '[
{"code":"1","name":"Một, hai; ba"},
{"code":"2","name":"Bốn; năm, \"sáu\""},
{"code":"3","name":"Bảy\ntám"},
{"code":"4","name":"Chín"}
]'
}

@test "headings may be English or Vietnamese, in any order, with or without accents" {
	osq-admin init
	printf 'Chức vụ,HỌ VÀ TÊN,Mã công chức,,\nChủ tịch,Lê Văn Tám,tam,,\n' |
		osq-admin import officers
	printf 'Full name,ma can bo\nNguyễn Thị Chín,chin\n' | osq-admin import officers
	try rows officers
	ended 0 'chin,Nguyễn Thị Chín,,,,
tam,Lê Văn Tám,Chủ tịch,,,'
}

@test "text comes into the store in NFC, and đ is đ" {
	osq-admin init
	printf 'code,name\nx,Nguye\xcc\x82\xcc\x83n \xc3\x90\xc3\xacnh\n' | osq-admin import officers
	try rows officers
	ended 0 'x,Nguyễn Đình,,,,'
}

@test "numbers, amounts and days are read as people write them" {
	osq-admin init
	cat >fees.csv <<-EOF
		code;name;field;time_limit;time_unit;fee
		K1;a;F;5;ngày làm việc;50.000 đ
		K2;b;F;5;Ngày;8,000
		K3;c;F;8;giờ;1 500 000
		K4;d;F;0;Trong ngày;
	EOF
	osq-admin import procedures fees.csv
	try osq-admin list procedures --csv --no-header -o code,time_limit,time_unit,fee
	ended 0 'K1,5,working-day,50000
K2,5,day,8000
K3,8,working-hour,1500000
K4,0,same-day,'
	printf 'Ngày,Loại,Tên\n24/11/2026,nghỉ,Văn hóa\n2026-8-22,làm bù,x\n' >days.csv
	try osq-admin import holidays days.csv
	ended 65 '' "days.csv:3: date: '2026-8-22' is no day (write 2026-11-24 or 24/11/2026)
osq-admin: days.csv: bad lines: 1; nothing was imported"
	sed -i 's|2026-8-22|22/8/2026|' days.csv
	osq-admin import holidays days.csv
	try rows holidays
	ended 0 '2026-08-22,work,x
2026-11-24,off,Văn hóa'
}

@test "every bad line is told, with file, line, column and reason, and nothing is kept" {
	osq-admin init
	cat >bad.csv <<-EOF
		code,name,field,time_limit,time_unit,fee
		1.1,Đúng,Hộ tịch,5,working-day,0
		,Không mã,Hộ tịch,5,working-day,0
		1.2,,Hộ tịch,5,working-day,0
		1.3,Tên,Hộ tịch,nhiều,working-day,0
		1.4,Tên,Hộ tịch,5,tuần,1.5
		1.5,Tên,Hộ tịch,0,day,0
		1.6,Tên,Hộ tịch,3,same-day,0
		1.1,Lại,Hộ tịch,5,working-day,0
		1.7,Tên,Hộ tịch
		1.8,"Tên"x,Hộ tịch,5,working-day,0
	EOF
	printf '%b,Hộ tịch,5,day,0\n' '1.9,Te\xffn' '1.10,Te\0n' '1.11,"Tên' >>bad.csv
	try osq-admin import procedures bad.csv
	ended 65 '' "bad.csv:3: code: is empty
bad.csv:4: name: is empty
bad.csv:5: time_limit: 'nhiều' is no whole number
bad.csv:6: time_unit: 'tuần' is none of the words allowed here
bad.csv:6: fee: '1.5' is no amount in whole đồng
bad.csv:7: time_limit: 0 is for same-day only
bad.csv:8: time_limit: must be 0 for same-day
bad.csv:9: code: stands twice in the file
bad.csv:10: the number of cells is 3, of headings 6
bad.csv:11: name: has a quote in the wrong place
bad.csv:12: name: is not valid UTF-8
bad.csv:13: name: has a NUL in it
bad.csv:14: name: has a quote that is never closed
osq-admin: bad.csv: bad lines: 13; nothing was imported"
	try rows procedures
	ended 0
	[ "$(last_act)" = 'init  {"demonstration":"yes"}' ]
}

@test "lines are counted as an editor counts them" {
	osq-admin init
	printf 'code,name\r\n\r\na,"x\r\ny"\r\n\r\n,z\r\n' >bad.csv
	try osq-admin import officers bad.csv
	like 65 '' 'bad.csv:6: code: is empty
*'
}

@test "a file that lacks a column, or has one too many, is refused" {
	osq-admin init
	printf 'code,name,field,time_limit\n1,a,b,5\n' >bad.csv
	try osq-admin import procedures bad.csv
	ended 65 '' 'bad.csv:2: time_unit: is empty
osq-admin: bad.csv: bad lines: 1; nothing was imported'
	printf 'code,name,salary,Họ tên\n1,a,5,b\n' >bad.csv
	try osq-admin import officers bad.csv
	ended 65 '' 'bad.csv:1: salary: no such column here
bad.csv:1: Họ tên: stands twice in the headings
osq-admin: bad.csv: bad lines: 2; nothing was imported
osq-admin: --map OUR=THEIRS tells which column is which, --ignore-others passes over the others'
	: >empty.csv
	try osq-admin import officers empty.csv
	ended 65 '' 'osq-admin: there is nothing in it'
}

@test "a column that is not in the file leaves what is stored alone" {
	osq-admin init --sample
	printf 'code,name\nhoa,Nguyễn Thị Hoa Lê\n' >names.csv
	try osq-admin import officers names.csv
	ended 0 '0 added, 1 changed, 0 unchanged'
	rows officers | grep '^hoa,' >line
	[ "$(cat line)" = 'hoa,Nguyễn Thị Hoa Lê,Công chức Trung tâm Phục vụ hành chính công,02933953101,,' ]
}

@test "an empty cell empties, and one change is one change" {
	osq-admin init --sample
	printf 'code,name,phone\nhoa,Nguyễn Thị Hoa,\nmoi,Người Mới,1\n' >names.csv
	try osq-admin import officers names.csv
	ended 0 '1 added, 1 changed, 0 unchanged'
	[[ $(last_act) == 'import officers  {"file":"names.csv","added":"1","changed":"1","removed":"0","names":"'* ]]
	try osq-admin import officers names.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
}

@test "each register has its own rules" {
	osq-admin init --sample
	refuse() { # KIND HEADINGS ROW WHY
		printf '%s\n%s\n' "$2" "$3" >rule.csv
		try osq-admin import "$1" rule.csv
		ended 65 '' "rule.csv:2: $4
osq-admin: rule.csv: bad lines: 1; nothing was imported"
	}
	refuse services code,prefix,name 'x,1,Tên' "prefix: '1' must be one or two letters A to Z"
	refuse services code,prefix,name 'x,abc,Tên' "prefix: 'abc' must be one or two letters A to Z"
	refuse services code,prefix,name 'x y,X,Tên' "code: 'x y' must have no blanks and no colon"
	refuse services code,prefix,name 'x,A,Tên' 'prefix: another one has it already'
	refuse counters code,name,services '5,Quầy,civil passports' \
		'services: passports: no such service'
	refuse hours weekday,opens,closes,counts 8,07:00,11:00,yes \
		"weekday: '8' must be 1 to 7"
	refuse hours weekday,opens,closes,counts 1,11:00,07:00,yes \
		"closes: '07:00' must be later than opens"
	refuse hours weekday,opens,closes,counts 1,7,11:00,yes \
		"opens: '7' is no time of day (write 07:30)"
	refuse holidays date,kind 2026-02-29,off \
		"date: '2026-02-29' is no day (write 2026-11-24 or 24/11/2026)"
	refuse holidays date,kind 2026-02-27,maybe \
		"kind: 'maybe' is none of the words allowed here"
	refuse priorities code,name,weight 'x,Tên,1001' "weight: '1001' must be 0 to 1000"
	refuse targets code,name,target 'x,Tên,nhiều' "target: 'nhiều' is no number"
	content
}

@test "hours are imported as a whole week, and may not overlap" {
	osq-admin init --sample
	printf 'weekday,opens,closes,counts\n1,07:30,11:30,có\n6,8:00,11:00,không\n' >week.csv
	try osq-admin import hours week.csv
	ended 0 '2 added, 0 changed, 0 unchanged, 10 removed'
	try rows hours
	ended 0 '1,07:30,11:30,yes
6,08:00,11:00,no'
	try osq-admin import hours week.csv --csv
	ended 0 'added,changed,unchanged,removed
0,0,2,0'
	printf 'weekday,opens,closes,counts\n1,07:00,11:30,yes\n1,11:00,12:00,yes\n' >week.csv
	try osq-admin import hours week.csv
	ended 65 '' 'osq-admin: hours: two spans of one weekday overlap; nothing was imported'
	[ "$(rows hours | wc -l)" -eq 2 ]
}

@test "import for trial tells what it would do, and does nothing" {
	osq-admin init
	try osq-admin import services -n "$SAMPLE/services.csv"
	like 0 '8 added, 0 changed, 0 unchanged' 'encoding: UTF-8
separator: ,
columns:
  code             code
*
  prefix           B
  name             Chứng thực
*
osq-admin: a dry run: nothing was kept'
	try rows services
	ended 0
}

@test "import reads standard input, named or not" {
	osq-admin init
	try osq-admin import services - <"$SAMPLE/services.csv"
	ended 0 '8 added, 0 changed, 0 unchanged'
	try osq-admin import services <"$SAMPLE/services.csv"
	ended 0 '0 added, 0 changed, 8 unchanged'
	try osq-admin import services - <<<code
	like 65 '' '-:1: prefix: this column is missing*'
}

@test "import reads JSON and JSON Lines" {
	osq-admin init
	try osq-admin import officers - <<-'EOF'
		[
		 {"code": "a", "name": "Một", "phone": "0912"},
		 {"name": "Hai \"2\"", "code": "b", "phone": null}
		]
	EOF
	ended 0 '2 added, 0 changed, 0 unchanged'
	try osq-admin import officers - <<-'EOF'
		{"code": "b", "name": "Hai \"2\"", "phone": ""}
		{"code": "c", "name": "Ba"}
	EOF
	ended 0 '1 added, 0 changed, 1 unchanged'
	try osq-admin import priorities - <<<'{"code": "x", "name": "X", "weight": 7}'
	ended 0 '1 added, 0 changed, 0 unchanged'
}

@test "bad JSON is told with its line too" {
	osq-admin init
	cat >bad.json <<-'EOF'
		[
		{"code": "a", "name": "Một"},
		{"code": "b", "name": ""},
		{"code": "c", "name": ["x"]},
		{"code": "d", "name": "Bốn", "salary": 5},
		{"code": "e", "name": "Năm"}
		]
	EOF
	try osq-admin import officers bad.json
	ended 65 '' 'bad.json:3: name: is empty
bad.json:4: name: holds an array or an object
bad.json:5: salary: is a key that the first object lacks
osq-admin: bad.json: bad lines: 3; nothing was imported'
	printf '{"code": "a", "name": "Một"}\n{"code": "b" "name"}\n{"code": "", "name": "x"}\n' >bad.jsonl
	try osq-admin import officers bad.jsonl
	like 65 '' 'bad.jsonl:2: is not valid JSON: *
bad.jsonl:3: code: is empty
osq-admin: bad.jsonl: bad lines: 2; nothing was imported'
	try rows officers
	ended 0
}

@test "what is no table is refused by its look" {
	osq-admin init
	osq-admin list services --xlsx book.xlsx
	try osq-admin import services book.xlsx
	ended 65 '' 'osq-admin: this is a workbook, not CSV or JSON
osq-admin: save the sheet as "CSV UTF-8" first'
	printf '%%PDF-1.7\n' >scan.pdf
	try osq-admin import services scan.pdf
	ended 65 '' 'osq-admin: this is a PDF, not CSV or JSON'
	try osq-admin import services missing.csv
	ended 66 '' 'osq-admin: missing.csv: No such file or directory'
	mkdir folder.csv
	try osq-admin import services folder.csv
	ended 66 '' 'osq-admin: folder.csv: Is a directory'
}

@test "registers that are none are told, with those that are" {
	osq-admin init
	for verb in import list; do
		try osq-admin $verb citizens
		ended 64 '' "osq-admin: 'citizens' is no register
osq-admin: $KINDS"
		try osq-admin $verb
		ended 64 '' "osq-admin: KIND is missing
osq-admin: see: osq-admin $verb --help"
	done
}

@test "what is exported from one office and imported into another is the same" {
	osq-admin init --sample
	printf 'code,name,target,actual\nhalf,"Một, ""nửa""",99.5,-0.25\n' | osq-admin import targets
	osq-admin set users root 'role=clerk auditor' officer=hoa counter=1 until=2027-01-31
	for format in csv json jsonl; do
		osq-admin init -d $format.db
		for kind in $KINDS; do
			osq-admin list "$kind" -f $format >"$kind.$format"
			osq-admin import "$kind" -d $format.db <"$kind.$format" >/dev/null
			osq-admin list "$kind" -f $format -d $format.db | cmp - "$kind.$format"
		done
	done
}

@test "what went through a spreadsheet comes back the same" {
	osq-admin init --sample
	for kind in $KINDS; do
		osq-admin list "$kind" -f excel >"$kind.csv"
		try osq-admin import "$kind" "$kind.csv"
		like 0 "0 added, 0 changed, *unchanged" ''
	done
}

@test "list shows a register, and the journal" {
	osq-admin init --sample
	try osq-admin list counters
	ended 0 'Counter  Name                             Services              Name in English
1        Quầy Hộ tịch                     civil result          Civil status
2        Quầy Chứng thực                  certify               Certification
3        Quầy Lao động - Xã hội, Đất đai  social result land    Labour, social affairs and land
4        Quầy Hỗ trợ công dân số          online vneid payment  Help with digital services'
	try osq-admin list services --jsonl -o prefix,code
	[ "${lines[0]}" = '{"prefix":"A","code":"civil"}' ]
	osq-ticket issue civil --counter 1 --officer hoa
	osq-admin list journal --csv | tail -n 1 >entry
	[ "$(cat entry)" = "25,2026-11-23T08:00:00+07:00,2026-11-23T08:00:00+07:00,$(id -u),hoa,1,ticket issue,A001,\"{\"\"service\"\":\"\"civil\"\"}\"" ]
}

# --- looking after the store

@test "check tells the journal's head, which grows with every act" {
	osq-admin init --sample
	try osq-admin check
	like 0 'Check       Verdict  Detail
store       ok
journal     ok       24 entries, head ????????????????????????????????????????????????????????????????
procedures  warning  53 with a doubtful time or fee: osq-admin list procedures --doubtful
dossiers    ok
users       ok       nobody is registered: *' ''
	osq-admin check --csv --no-header >before
	osq-ticket issue civil
	osq-admin check --csv --no-header >after
	try cmp -s before after
	ended 1
}

@test "check warns of a year without a notice" {
	osq-admin init --sample
	at 08:00 2027-03-01
	try osq-admin check --csv --no-header -o check,verdict,detail
	like 0 '*
holidays,warning,no notice of the days off of 2027 has come; provisional ones hold: osq-admin import holidays FILE --settles 2027
*
dossiers,ok,
users,ok,*
setup,warning,the office still lacks: holidays (osq-admin setup)' ''
}

@test "a backup is a store of its own, and only its owner may read it" {
	osq-admin init --sample
	osq-ticket issue civil
	try osq-admin backup copy.db
	ended 0 copy.db
	[ "$(stat -c %a copy.db)" = 600 ]
	try osq-ticket list -d copy.db --csv --no-header -o ticket
	ended 0 A001
	OSQ_DB=copy.db content
	for kind in $KINDS; do
		osq-admin list "$kind" --csv | cmp - <(osq-admin list "$kind" --csv -d copy.db)
	done
}

@test "a backup goes over nothing, and leaves nothing half made" {
	osq-admin init
	echo precious >there
	try osq-admin backup there
	ended 73 '' 'osq-admin: there: is there already; nothing was changed'
	[ "$(cat there)" = precious ]
	try osq-admin backup no/folder
	like 73 '' 'osq-admin: no/folder: No such file or directory'
	try osq-admin backup
	like 64 '' 'osq-admin: FILE is missing*'
	[ "$(find . -name '*.part' | wc -l)" -eq 0 ]
}

@test "restore brings back what a backup holds, and says so in the journal" {
	osq-admin init --sample
	osq-ticket issue civil
	osq-admin backup copy.db
	osq-ticket issue civil
	osq-admin config name Other
	head() { sqlite3 "$1" 'SELECT hash FROM journal ORDER BY id DESC LIMIT 1'; }
	was=$(head osq.db) is=$(head copy.db)
	n=$(osq-admin list journal --csv --no-header | wc -l)
	try osq-admin restore --force copy.db
	ended 0 "the store as it was: $OSQ_DB.2026-11-23T080000.replaced" \
		'osq-admin: lost are the entries of the journal since 2026-11-23T08:00: 2
osq-admin: A, number 2 of 2026-11-23, was given and is not in the copy; the numbers go on behind it'
	[ "$(osq-ticket list --csv --no-header -o ticket)" = A001 ]
	[ "$(last_act)" = 'restore copy.db {"was":"'"$n"'","was_head":"'"$was"'","is":"'$((n - 2))'","is_head":"'"$is"'"}' ]
	content
	try osq-ticket issue civil
	ended 0 A003
	[ "$(osq-ticket list -d osq.db.*.replaced --csv --no-header -o ticket | paste -sd ' ')" = 'A001 A002' ]
}

@test "restore for trial looks, and leaves the store alone" {
	osq-admin init --sample
	osq-admin backup copy.db
	osq-ticket issue civil
	try osq-admin restore --dry-run copy.db
	ended 0 '' 'osq-admin: lost are the entries of the journal since 2026-11-23T08:00: 1
osq-admin: a dry run: nothing was kept'
	[ "$(osq-ticket list --csv --no-header -o ticket)" = A001 ]
	[ "$(last_act)" = 'ticket issue A001 {"service":"civil"}' ]
}

@test "restore takes only copies of a store" {
	osq-admin init
	echo text >text
	try osq-admin restore text
	ended 78 '' 'osq-admin: text: is no osq store'
	try osq-admin restore missing
	like 66 '' 'osq-admin: missing: there is no store*'
	try osq-admin restore osq.db
	ended 65 '' 'osq-admin: osq.db: is the store itself, not a copy of it'
	content
}

@test "an up-to-date store is not upgraded" {
	osq-admin init
	try osq-admin upgrade
	like 0 'schema *: up to date' ''
	[ "$(find . -name '*.backup' | wc -l)" -eq 0 ]
}

@test "help tells every verb" {
	try osq-admin --help
	like 0 'usage: osq-admin VERB*init*config *import KIND *list KIND*check*backup FILE*restore FILE*upgrade*' ''
	try osq-admin import --help
	like 0 'usage: osq-admin import *KIND *FILE*--dry-run*' ''
}

@test "every exit code is met, as osq(7) has them" {
	osq-admin init --sample
	let_others_in
	try osq-ticket issue civil
	ended 0 A001
	try osq-ticket show A009
	like 1 '' '*no such ticket*'
	try osq-ticket issue --nonsense
	like 64 '' '*no option*'
	try osq-ticket issue civil --name $'\xff'
	like 65 '' '*UTF-8*'
	try osq-ticket list -d missing.db
	like 66 '' '*there is no store*'
	cp "$BUILD/bin/osq-ticket" lonely
	try ./lonely list --xlsx list.xlsx
	like 69 '' '*form-xlsx.so is not installed*'
	try osq-admin init
	like 73 '' '*is there already*'
	try bash -c 'osq-ticket issue civil >/dev/full'
	like 74 '' '*No space left on device*'
	OSQ_TIMEOUT=0 try flock osq.db-lock osq-ticket issue civil
	like 75 '' '*another command has been writing*'
	OSQ_TIMEOUT=soon try osq-ticket list
	ended 64 '' "osq-ticket: OSQ_TIMEOUT: 'soon' is no number of seconds"
	try as 65534 -- osq-ticket list
	like 77 '' '*Permission denied*'
	echo text >text
	try osq-ticket list -d text
	like 78 '' '*is no osq store*'
	sqlite3 osq.db 'DROP TABLE ticket_period'
	try osq-ticket issue civil
	like 70 '' '*no such table*'
}
