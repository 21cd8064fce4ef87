#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What comes from outside: broken, too large, or meant to harm.

load ../cmd/helper

setup() {
	office
}

@test "a field of 10 MB is told, not swallowed" {
	{
		printf 'code,name\nok,Đúng\nbig,'
		head -c 10000000 /dev/zero | tr '\0' x
		printf '\nlast,\n'
	} >big.csv
	try osq-admin import officers big.csv
	ended 65 '' 'big.csv:3: name: is too long (more than 65,536 bytes)
big.csv:4: name: is empty
osq-admin: big.csv: bad lines: 2; nothing was imported'
	{
		printf 'code,name\nbig,"'
		head -c 10000000 /dev/zero | tr '\0' '\n'
		printf '"\nlast,\n'
	} >big.csv
	try osq-admin import officers big.csv
	ended 65 '' 'big.csv:2: name: is too long (more than 65,536 bytes)
big.csv:10000003: name: is empty
osq-admin: big.csv: bad lines: 2; nothing was imported'
	{
		printf '[{"code": "big", "name": "'
		head -c 10000000 /dev/zero | tr '\0' x
		printf '"}]'
	} >big.json
	try osq-admin import officers big.json
	ended 65 '' 'big.json:1: is too long (more than 4 MiB)
osq-admin: big.json: bad lines: 1; nothing was imported'
	content
}

@test "the longest text that fits comes in and goes out whole" {
	name=$(head -c 65536 /dev/zero | tr '\0' x)
	printf 'code,name\nbig,%s\n' "$name" >big.csv
	try osq-admin import officers big.csv
	ended 0 '1 added, 0 changed, 0 unchanged'
	osq-admin list officers --csv -o code,name | grep '^big' >line
	[ "$(cat line)" = "big,$name" ]
}

@test "bytes that are no text are told wherever they stand" {
	printf 'code,name\nx,\xc3\x28\n' >bad.csv
	try osq-admin import officers bad.csv
	like 65 '' 'bad.csv:2: name: is not valid UTF-8
*'
	printf 'code,name\nx,\xed\xa0\x80\n' >bad.csv # a surrogate
	try osq-admin import officers bad.csv
	like 65 '' 'bad.csv:2: name: is not valid UTF-8
*'
	printf 'code,name\n"a\0b",y\n' >bad.csv
	try osq-admin import officers bad.csv
	like 65 '' 'bad.csv:2: code: has a NUL in it
*'
	printf 'code,na\xffme\nx,y\n' >bad.csv
	try osq-admin import officers bad.csv
	ended 65 '' 'osq-admin: line 1 is no line of headings: is not valid UTF-8
osq-admin: save the sheet as "CSV UTF-8"'
	printf '{"code": "x", "name": "\xff"}\n' >bad.json
	try osq-admin import officers bad.json
	like 65 '' 'bad.json:1: *
*'
	printf '{"code": "x", "name": "a\\u0000b"}\n' >bad.json
	try osq-admin import officers bad.json
	like 65 '' 'bad.json:1: *
*'
	head -c 100000 /dev/urandom >noise
	try osq-admin import officers noise
	[ "$status" -eq 65 ]
	for option in --name --phone; do
		try osq-ticket issue civil $option $'\xc3('
		ended 65 '' "osq-ticket: $option: is not UTF-8 text"
	done
	OSQ_OFFICER=$'\xff' try osq-ticket issue civil
	ended 65 '' 'osq-ticket: OSQ_COUNTER or OSQ_OFFICER is not UTF-8 text'
	try osq-ticket issue $'\xff'
	[ "$status" -ne 0 ]
	[ "$output" = "" ]
	[ "$(last_act)" = 'import reasons  {"file":"'"$BUILD"'/share/osq/sample/reasons.csv","added":"8","changed":"0","removed":"0"}' ]
	content
}

@test "no control character reaches a terminal, and none is lost to a pipe" {
	name="An${ESC}[2J${ESC}]0;đã chiếm$(printf '\007')"
	name+=$(printf '\302\233\342\200\256')xyz # C1 and a right-to-left override
	osq-ticket issue civil --name "$name"
	osq-ticket list -o ticket,name >table
	[ "$(tr -d '\n' <table | LC_ALL=C tr -dc '\000-\037\177' | wc -c)" -eq 0 ]
	grep -q 'An�\[2J�\]0;đã chiếm���xyz' table
	[ "$(osq-ticket list --csv --no-header -o name)" = "$name" ]
	[ "$(osq-ticket list --json -o name | jq -r '.[0].name')" = "$name" ]
	[ "$(osq-ticket list --jsonl -o name | jq -r .name)" = "$name" ]
	# What is told is told without harm too.
	try osq-ticket issue "$name"
	[ "$status" -eq 1 ]
	[ "$(printf %s "$stderr" | tr -d '\n' | LC_ALL=C tr -dc '\000-\037\177' | wc -c)" -eq 0 ]
	printf 'code,name,%s\n' "$name" >bad.csv
	try osq-admin import officers bad.csv
	[ "$status" -eq 65 ]
	[ "$(printf %s "$stderr" | tr -d '\n' | LC_ALL=C tr -dc '\000-\037\177' | wc -c)" -eq 0 ]
}

@test "an office's name does not command the ticket printer" {
	osq-admin config name "Xã${ESC}@${ESC}m An"
	osq-ticket issue civil
	osq-ticket print A001 >slip
	[ "$(tr -d '\n' <slip | LC_ALL=C tr -dc '\000-\037\177' | wc -c)" -eq 0 ]
}

@test "no cell becomes a formula in a spreadsheet, and csv and json are left alone" {
	for name in "=cmd()" "+1" "-1" "@SUM(A1)"; do
		osq-ticket issue civil --name "$name"
	done >/dev/null
	osq-ticket issue civil --name "<script>alert(1)</script>" >/dev/null
	try osq-ticket list -f excel --no-header -o name
	[ "${output//$'\r'/}" = "$BOM'=cmd()
'+1
'-1
'@SUM(A1)
<script>alert(1)</script>" ]
	try osq-ticket list --csv --no-header -o name
	ended 0 '=cmd()
+1
-1
@SUM(A1)
<script>alert(1)</script>'
	[ "$(osq-ticket list --json -o name | jq -r 'map(.name) | join(" ")')" = \
		'=cmd() +1 -1 @SUM(A1) <script>alert(1)</script>' ]
	osq-ticket list --xlsx names.xlsx -o ticket,name
	try unzip -p names.xlsx xl/worksheets/sheet1.xml
	[ "$status" -eq 0 ]
	[[ $output != *"<f>"* ]]
	[[ $output != *"<script>"* ]]
}

@test "quotes, semicolons and line ends in names survive every pipe" {
	printf 'code,name\n"q","Ba ""dấu"", hai; ba\nbốn"\n' | osq-admin import officers
	for format in csv excel json jsonl; do
		osq-admin list officers -f $format >officers.$format
		try osq-admin import officers officers.$format
		ended 0 '0 added, 0 changed, 6 unchanged'
	done
}

@test "a value is a value, whatever SQL it looks like" {
	name="Robert'); DROP TABLE ticket;--"
	osq-ticket issue civil --name "$name"
	[ "$(osq-ticket list --csv --no-header -o name)" = "$name" ]
	try osq-ticket list --service "civil' OR '1'='1" --csv --no-header
	[ "$output" = "" ]
	try osq-admin config name "$name" --since today
	ended 0 name
	content
}

@test "a spreadsheet's CSV has no escapes for the terminal that shows it" {
	osq-ticket issue civil --name $'a\e[31mRED\a\xe2\x80\xaeb'
	osq-ticket list -f excel -o name >names
	run ! grep -q $'\e\|\a\|\xe2\x80\xae' names
	grep -q 'a.*RED.*b' names
	[ "$(osq-ticket list --csv --no-header -o name)" = $'a\e[31mRED\a\xe2\x80\xaeb' ]
}

@test "a journal that was emptied is told" {
	sqlite3 osq.db 'DROP TRIGGER journal_stays; DELETE FROM journal'
	try osq-admin check
	ended 65 "$output" 'osq-admin: schema: trigger journal_stays is missing'
	grep -x 'journal *error *all entries are gone' <<<"$output"
}
