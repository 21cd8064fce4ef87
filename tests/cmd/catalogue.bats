#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The catalogue by date: versions, published lists, differences, steps, pages.

load helper

setup() {
	office
	BIRTH=1.001193 CERTIFY=2.000815
}

# columns CODE COLUMNS [DAY]: what holds of a procedure.
holds() {
	osq-admin list procedures --csv --no-header -o "code,$2" ${3+--day "$3"} |
		mlr --csv --implicit-csv-header --headerless-csv-output filter "\$1 == \"$1\"" |
		cut -d , -f 2-
}

# change CODE COLUMN VALUE [OPTION...]: import the catalogue with one cell changed.
change() {
	local code=$1 column=$2 value=$3

	shift 3
	osq-admin list procedures --csv |
		mlr --csv put "if (\$code == \"$code\") { \$$column = \"$value\" }" |
		osq-admin import procedures - "$@"
}

published() {
	cat >list.csv <<-'END'
		STT,Mã,Tên,Thời hạn,Địa điểm,Cơ quan thực hiện,"Phí, lệ phí",Ghi chú
		I,,LĨNH VỰC HỘ TỊCH,,,,,
		1,9.000001,Một,05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ,Trung tâm,UBND xã,Không,
		2,9.000002,Hai,Trong ngày; nếu nhận sau 15 giờ thì trả ngày làm việc tiếp theo,Trung tâm,UBND xã,15.000 đồng,
		Lĩnh vực: Đo đạc,,,,,,,
		3,9.000003,Ba,"Không quá 03 ngày làm việc (online), 05 ngày",Trung tâm,UBND xã,8.000đ/bản,
		4,9.000004,Bốn,20 ngày,Trung tâm,UBND xã,0,kiểm tra thời hạn
	END
}

@test "a version holds from its day on; a later one changes nothing today" {
	try change "$CERTIFY" fee 3000 --since 2026-12-01
	ended 0 '0 added, 1 changed, 164 unchanged'
	[ "$(holds "$CERTIFY" fee)" = 2000 ]
	[ "$(holds "$CERTIFY" fee 2026-11-30)" = 2000 ]
	[ "$(holds "$CERTIFY" fee 2026-12-01)" = 3000 ]
	[ "$(sqlite3 osq.db "SELECT fee FROM procedure WHERE code = '$CERTIFY'")" = 2000 ]
	at 08:00 2026-12-01
	[ "$(holds "$CERTIFY" fee)" = 3000 ]
}

@test "the same catalogue from the same day on changes nothing" {
	change "$CERTIFY" fee 3000 --since 2026-12-01
	osq-admin list procedures --csv --day 2026-12-01 >next.csv
	try osq-admin import procedures next.csv --since 2026-12-01
	ended 0 '0 added, 0 changed, 165 unchanged'
	try osq-admin import procedures next.csv --since 2027-01-01
	ended 0 '0 added, 0 changed, 165 unchanged'
	[ "$(sqlite3 osq.db 'SELECT count(*) FROM procedure_version')" = 166 ]
}

@test "the end of the day brings the procedures up to date, in the journal" {
	change "$CERTIFY" name Tên\ mới --since 2026-11-25
	try osq-admin end-day
	ended 0 'unserved: 0, counters closed: 0'
	[[ "$(last_act)" = 'import procedures'* ]]
	at 00:10 2026-11-25
	try osq-admin end-day --day yesterday
	ended 0 'unserved: 0, counters closed: 0'
	[ "$(last_act)" = 'day end 2026-11-24 {"unserved":"0","counters":"0","procedures":"1"}' ]
	[ "$(sqlite3 osq.db "SELECT name FROM procedure WHERE code = '$CERTIFY'")" = 'Tên mới' ]
	osq-admin end-day --day yesterday
	[ "$(osq-admin list journal --jsonl | grep -c '"day end"')" = 1 ]
}

@test "a dossier keeps the rule and the fee of its day of receipt" {
	osq-dossier receive -p "$CERTIFY" -a Trước >/dev/null
	printf 'code,name,time_limit,time_unit,fee\n%s,Chứng thực,3,working-day,9000\n' "$CERTIFY" |
		osq-admin import procedures - --since 2026-11-25
	at 08:00 2026-11-25
	osq-dossier receive -p "$CERTIFY" -a Sau >/dev/null
	# Dated back to before the change: the rule of that day.
	at 09:00 2026-11-25
	osq-dossier receive -p "$CERTIFY" -a Bù --at 2026-11-23T10:00 >/dev/null
	try osq-dossier list --csv --no-header -o applicant,time_limit,time_unit,fee,due_at
	sorted=$(sort <<<"$output")
	[ "$sorted" = 'Bù,0,same-day,2000,2026-11-23T17:00:00+07:00
Sau,3,working-day,9000,2026-11-30T17:00:00+07:00
Trước,0,same-day,2000,2026-11-23T17:00:00+07:00' ]
}

@test "imported dossiers take the rule of their day and their channel" {
	printf '%s\n' code,name,time_limit,time_unit,fee,online_limit,online_unit,online_fee \
		"$CERTIFY,Chứng thực,3,working-day,9000,1,working-day,4500" |
		osq-admin import procedures - --since 2026-11-20
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,channel,received_at
		a,$CERTIFY,A,counter,2026-11-19 08:00
		b,$CERTIFY,B,counter,2026-11-20 08:00
		c,$CERTIFY,C,online,2026-11-20 08:00
		d,$CERTIFY,D,post,2026-11-20 08:00
	END
	try osq-dossier list --csv --no-header -o code,time_limit,time_unit,fee
	[ "$(sort <<<"$output")" = 'a,0,same-day,2000
b,3,working-day,9000
c,1,working-day,4500
d,3,working-day,9000' ]
}

@test "what was handed in before a procedure came takes its first version, from its first day on" {
	printf 'code,name,field,time_limit,time_unit\n9.000001,Mới,Hộ tịch,3,working-day\n' |
		osq-admin import procedures - --since 2026-11-25 >/dev/null
	printf 'code,procedure,applicant,received_at\na,9.000001,A,2026-11-20 08:00\n' >early.csv
	at 23:59:59 2026-11-24
	try osq-dossier import early.csv
	like 65 '' 'early.csv:2: procedure: *'
	at 00:00 2026-11-25
	try osq-dossier import early.csv
	ended 0 '1 added, 0 changed, 0 unchanged'
	[ "$(osq-dossier list --csv --no-header -o code,time_limit,time_unit)" = a,3,working-day ]
}

@test "a procedure that is still to come is not received under, nor listed" {
	printf '9.000009,Sắp có,Mới,2,working-day\n' |
		sed '1i code,name,field,time_limit,time_unit' |
		osq-admin import procedures - --since 2026-12-01
	try osq-dossier receive -p 9.000009 -a A
	ended 1 '' 'osq-dossier: 9.000009: holds only from 2026-12-01 on'
	printf 'procedure,applicant,received_at\n9.000009,A,2026-11-20 08:00\n' >d.csv
	try osq-dossier import d.csv
	like 65 '' 'd.csv:2: procedure: is not in force yet*'
	[ -z "$(holds 9.000009 name)" ]
	at 08:00 2026-12-01
	osq-dossier receive -p 9.000009 -a A
}

@test "due by channel" {
	printf '%s\n' code,name,field,time_limit,time_unit,online_limit,online_unit \
		9.000009,Thử,Mới,5,working-day,3,working-day | osq-admin import procedures -
	try osq-dossier due -p 9.000009 --channel online
	ended 0 2026-11-27T17:00:00+07:00
	try osq-dossier due -p 9.000009 --channel post
	ended 0 2026-12-01T17:00:00+07:00
	try osq-dossier due -p 9.000009
	ended 0 2026-12-01T17:00:00+07:00
	try osq-dossier due -p 9.000009 --channel fax
	ended 64 '' "osq-dossier: --channel: 'fax' is none of: counter online post
osq-dossier: see: osq-dossier due --help"
	try osq-dossier due --unit day --limit 3 --channel online
	like 64 '' 'osq-dossier: --channel goes with --procedure*'
}

@test "what would be due on a day to come goes by the version of that day" {
	osq-admin list procedures --csv --day 2026-12-01 |
		mlr --csv put "if (\$code == \"$CERTIFY\") { \$time_limit = 3; \$time_unit = \"working-day\" }" |
		osq-admin import procedures - --since 2026-12-01 >/dev/null
	try osq-dossier due -p "$CERTIFY" --received '2026-11-30 09:00'
	like 0 '*2026-11-30*'
	try osq-dossier due -p "$CERTIFY" --received '2026-12-01 09:00'
	like 0 '*2026-12-04*'
}

@test "a limit goes with its unit, in each channel" {
	printf '%s\n' code,name,field,time_limit,time_unit,online_limit,online_unit,post_limit,post_unit \
		1,A,F,5,day,3,,, 2,B,F,5,day,,day,, 3,C,F,5,day,,,3,same-day 4,D,F,5,day,,,0,day >bad.csv
	try osq-admin import procedures bad.csv
	ended 65 '' 'bad.csv:2: online_unit: is empty
bad.csv:3: online_unit: goes with a limit
bad.csv:4: post_limit: must be 0 for same-day
bad.csv:5: post_limit: 0 is for same-day only
osq-admin: bad.csv: bad lines: 4; nothing was imported'
}

@test "a published list is taken as it is, and what is not sure is told" {
	published
	try osq-admin import procedures list.csv
	ended 0 '4 added, 0 changed, 0 unchanged'
	[ "$(holds 9.000001 field,time_limit,time_unit,fee,place,agency,fee_text,doubt)" = \
		'Hộ tịch,5,working-day,0,Trung tâm,UBND xã,Không,' ]
	[ "$(holds 9.000002 time_limit,time_unit,fee,fee_text,doubt)" = '0,same-day,15000,15.000 đồng,' ]
	[ "$(holds 9.000003 field,time_limit,time_unit,online_limit,online_unit,fee,doubt)" = \
		'Đo đạc,5,day,3,working-day,8000,"time: days, or working days"' ]
	[ "$(holds 9.000003 time_text)" = '"Không quá 03 ngày làm việc (online), 05 ngày"' ]
	[ "$(holds 9.000004 time_limit,time_unit,fee,doubt)" = '20,day,0,kiểm tra thời hạn' ]
	try osq-admin import procedures list.csv
	ended 0 '0 added, 0 changed, 4 unchanged'
	try osq-admin check --csv --no-header
	like 0 '*procedures,warning,55 with a doubtful time or fee: osq-admin list procedures --doubtful*'
	try osq-admin list procedures --doubtful --csv -o code,doubt
	like 0 '*9.000003,"time: days, or working days"*'
	[ "$(wc -l <<<"$output")" = 56 ]
}

@test "what a clerk puts right stays, though the same list comes again" {
	published
	osq-admin import procedures list.csv
	osq-admin list procedures --csv |
		mlr --csv put 'if ($code == "9.000003") { $time_unit = "working-day"; $doubt = "" }' |
		osq-admin import procedures - >/dev/null
	[ "$(holds 9.000003 time_limit,time_unit,doubt)" = 5,working-day, ]
	try osq-admin import procedures list.csv
	ended 0 '0 added, 0 changed, 4 unchanged'
	[ "$(holds 9.000003 time_limit,time_unit,doubt)" = 5,working-day, ]
	# Another text is read anew.
	sed -i 's/, 05 ngày"/, 06 ngày"/' list.csv
	osq-admin import procedures list.csv
	[ "$(holds 9.000003 time_limit,time_unit,doubt)" = '6,day,"time: days, or working days"' ]
}

@test "a row without a time is taken as doubtful" {
	printf 'Mã,Tên,Thời hạn\n9.000001,Một,Theo quy định\n9.000002,Hai,\n' >list.csv
	try osq-admin import procedures list.csv
	ended 0 '2 added, 0 changed, 0 unchanged' "osq-admin: list.csv:2: time_limit: 'Theo quy định' tells no time: the same day is taken, doubtful (2 in all)"
	[ "$(holds 9.000001 time_limit,time_unit,time_text,doubt)" = \
		'0,same-day,Theo quy định,time: no time can be read; its field is not told' ]
	[ "$(holds 9.000002 time_limit,time_unit,time_text,doubt)" = \
		'0,same-day,,time: no time is told; its field is not told' ]
	try osq-admin import procedures list.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
	# What a person says stands against the same list; a time that held, against none.
	osq-admin list procedures --csv |
		mlr --csv put 'if ($code == "9.000002") { $time_limit = 7; $time_unit = "day"; $doubt = "" }' |
		osq-admin import procedures - >/dev/null
	try osq-admin import procedures list.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
	[ "$(holds 9.000002 time_limit,time_unit,doubt)" = 7,day, ]
	try osq-admin import procedures --strict - <<<$'Mã;Tên;Thời hạn\n9.000003;Ba;'
	like 65 '' "-:2: time_limit: '' tells no time*"
	printf 'Mã,Tên,Thời hạn,Đơn vị,time_text\n9.000001,Một,5,ngày,Theo quy định\n' |
		osq-admin import procedures -
	[ "$(holds 9.000001 field,time_limit,time_text)" = 'Chưa phân lĩnh vực,5,Theo quy định' ]
}

@test "out and in again is the same, texts and doubts and all" {
	published
	osq-admin import procedures list.csv
	osq-admin list procedures --csv >out.csv
	osq-admin list procedures --json >out.json
	try osq-admin diff procedures out.csv --csv --no-header
	ended 0
	try osq-admin import procedures out.csv
	ended 0 '0 added, 0 changed, 169 unchanged'
	try osq-admin import procedures out.json
	ended 0 '0 added, 0 changed, 169 unchanged'
	osq-admin init -d other.db
	osq-admin import procedures out.csv -d other.db
	osq-admin list procedures --csv -d other.db | cmp - out.csv
}

@test "diff tells what a new catalogue would change, and stores nothing" {
	osq-dossier receive -p "$CERTIFY" -a A >/dev/null
	osq-dossier receive -p "$CERTIFY" -a B >/dev/null
	before=$(osq-admin list journal --csv | sha256sum)
	osq-admin list procedures --csv |
		mlr --csv filter '$code != "1.000656"' then \
			put 'if ($code == "2.000815") { $fee = "3000"; $note = "" }' >next.csv
	printf '9.000001,Mới,Hộ tịch,3,day,,,,,,,,,,,,,,,,,\n' >>next.csv
	try osq-admin diff procedures next.csv --csv
	ended 1 'code,change,column,old,new,open_dossiers
2.000815,changed,fee,2000,3000,2
2.000815,changed,note,kiểm tra thời hạn,,2
9.000001,added,,,Mới,0
1.000656,missing,,Thủ tục đăng ký khai tử,,0'
	[ "$(osq-admin list journal --csv | sha256sum)" = "$before" ]
	chmod a-w osq.db
	osq-admin list procedures --csv | osq-admin diff procedures --csv --no-header
	try osq-admin diff procedures bad.csv
	ended 66 '' 'osq-admin: bad.csv: No such file or directory'
	printf 'code,name,time_limit\n1,,3\n' >bad.csv
	try osq-admin diff procedures bad.csv --csv --no-header
	like 65 '' 'bad.csv:2: name: is empty*'
	try osq-admin diff services bad.csv
	like 64 '' "osq-admin: 'services': only procedures can be compared*"
}

@test "steps and papers name procedures and desks that are there" {
	cat >steps.csv <<-END
		Mã TTHC,Bước,Công việc,Bộ phận,Thời hạn,Đơn vị
		$BIRTH,1,Tiếp nhận,reception,2,giờ làm việc
		9.000009,1,Tiếp nhận,reception,2,giờ làm việc
		$BIRTH,2,Ký,nowhere,2,giờ làm việc
		9.000008,1,Ký,nowhere,1,ngày
		$BIRTH,3,Ký,chairman,1,ngày
	END
	try osq-admin import steps steps.csv
	ended 65 '' "steps.csv:3: procedure: 9.000009: no such procedure
steps.csv:4: desk: nowhere: no such desk
steps.csv:5: time_unit: 'day' must be a unit of working time
steps.csv:6: time_unit: 'day' must be a unit of working time
osq-admin: steps.csv: bad lines: 4; nothing was imported"
	printf '%s\n' 'Mã TTHC,STT,Thành phần hồ sơ,Loại,Số lượng,Bắt buộc' \
		"9.000009,1,Đơn,bản chính,1,có" "$BIRTH,1,Đơn,bản gì,1,có" >papers.csv
	try osq-admin import papers papers.csv
	like 65 '' "papers.csv:2: procedure: 9.000009: no such procedure
papers.csv:3: kind: 'bản gì' is none of the words allowed here*"
}

@test "the steps of a procedure are replaced as a whole, others stay" {
	printf '%s\n' procedure,step,name,desk,time_limit,time_unit \
		"$BIRTH,1,Tiếp nhận,reception,1,working-hour" "$BIRTH,2,Ký,chairman,6,working-hour" >steps.csv
	try osq-admin import steps steps.csv
	ended 0 '0 added, 2 changed, 0 unchanged, 2 removed'
	try osq-admin import steps steps.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
	try osq-admin list steps --csv --no-header -o procedure,step,desk
	like 0 "*$BIRTH,1,reception
$BIRTH,2,chairman
1.001653,1,reception*"
	osq-admin list papers --csv >papers.csv
	try osq-admin import papers papers.csv
	ended 0 '0 added, 0 changed, 27 unchanged'
}

@test "steps that take longer than the procedure are told" {
	try osq-admin check --csv --no-header -o check
	[[ $output != *steps* ]]
	printf '%s\n' procedure,step,name,desk,time_limit,time_unit \
		"$BIRTH,1,Tiếp nhận,reception,1,working-day" "$BIRTH,2,Ký,chairman,1,working-hour" |
		osq-admin import steps -
	try osq-admin check --csv --no-header
	like 0 "*steps,warning,\"$BIRTH: its steps take 9.5 working hours, it has 8.5\"*"
}

@test "options of procedures go with procedures" {
	try osq-admin import services - --since today
	like 64 '' 'osq-admin: --since goes with procedures*'
	try osq-admin list services --doubtful
	like 64 '' 'osq-admin: --doubtful goes with procedures*'
	try osq-admin list journal --day today
	like 64 '' 'osq-admin: --day goes with procedures*'
	try osq-admin publish services web
	like 64 '' "osq-admin: 'services': only procedures can be published*"
}

# dom FILE: the page as a browser has it.
dom() {
	chromium --headless --no-sandbox --disable-gpu --dump-dom "$1" 2>/dev/null
}

@test "publish writes the list and a page for each procedure" {
	try osq-admin publish procedures web --language en
	ended 0 web/index.html
	[ "$(find web -name 'tt-*.html' | wc -l)" = 165 ]
	[ "$(grep -c '<tr data-key' web/index.html)" = 165 ]
	grep -F '<a href="tt-1.001193.html">Thủ tục đăng ký khai sinh</a>' web/index.html
	for told in 'Giấy chứng sinh' 'Lãnh đạo Ủy ban nhân dân xã' '163/QĐ-BTP' 'the same day' \
		'free of charge' '4 working hours' 'ỦY BAN NHÂN DÂN XÃ TRƯỜNG LONG A'; do
		grep -qF "$told" "web/tt-$BIRTH.html"
	done
	[ -z "$(find web -mindepth 1 -not -name '*.html')" ]
}

@test "the pages tell time and fee by channel, and the published text" {
	published
	osq-admin import procedures list.csv
	osq-admin publish procedures web --language en
	tr -d '\n\t' <web/tt-9.000003.html >page
	grep -F '<tr><td>At the counter</td><td>5 days</td><td>8.000 đồng</td></tr><tr><td>Online</td><td>3 working days</td><td>8.000 đồng</td></tr>' page
	grep -F 'As published: Không quá 03 ngày làm việc (online), 05 ngày' page
}

@test "the page finds words in any order, with accents or without" {
	command -v chromium >/dev/null || skip "needs chromium"
	osq-admin publish procedures web
	found() {
		dom "file://$PWD/web/index.html?q=$1" | grep -o '<tr data-key="[^"]*"\( hidden=""\)\?>' |
			grep -vc hidden
	}
	[ "$(found 'khuyet%20doi')" = 1 ]
	[ "$(found '%C4%90%E1%BB%95i%20khuy%E1%BA%BFt')" = 1 ]
	[ "$(found '1.001193')" = 1 ]
	[ "$(found 'khaisinh')" -gt 5 ]
	[ "$(found 'khai%20zzz')" = 0 ]
	[ "$(found '')" = 165 ]
}

@test "hostile names are text on the pages, and no path" {
	cat >bad.json <<-'END'
		[{"code": "bad-1", "name": "<script>alert(1)</script>", "field": "\"><img src=x>",
		  "time_limit": 5, "time_unit": "day", "agency": "<b>&", "legal_basis": "{{name}}"},
		 {"code": "bad-2", "name": "']]>--><svg onload=1>", "field": "F",
		  "time_limit": 5, "time_unit": "day"}]
	END
	osq-admin import procedures bad.json
	# Codes that no import takes any more, as an older store can have them.
	sqlite3 osq.db "UPDATE procedure SET code = '../../x' WHERE code = 'bad-1';
		UPDATE procedure SET code = 'a/b' || char(0x202e) || 'c' WHERE code = 'bad-2'"
	osq-admin publish procedures web
	run ! grep -rE '<script>alert|<img|<svg|<b>&' web
	[ "$(find . -name '*.html' -not -path './web/*' | wc -l)" = 0 ]
	[ "$(find web -mindepth 2 | wc -l)" = 0 ]
	grep -F '&lt;script&gt;alert(1)&lt;/script&gt;' web/tt-.._2f.._2fx.html
	grep -F '{{name}}' web/tt-.._2f.._2fx.html
}

@test "an own template, and a broken one that leaves the pages as they are" {
	printf '{{#fields}}{{field}}\n{{/fields}}' >"$PWD/list.html"
	osq-admin config catalogue_template "$PWD/list.html"
	osq-admin publish procedures web
	[ "$(head -n 1 web/index.html)" = 'Bảo trợ xã hội' ]
	# Đ stands with D.
	[ "$(grep -n 'Đất đai' web/index.html | cut -d : -f 1)" -lt \
		"$(grep -n 'Hộ tịch' web/index.html | cut -d : -f 1)" ]
	sha256sum web/* >before
	printf '{{#name}}' >broken.html
	osq-admin config procedure_template "$PWD/broken.html"
	try osq-admin publish procedures web
	like 65 '' "osq-admin: $PWD/broken.html:1: *"
	sha256sum --quiet -c before
	: >file
	osq-admin config procedure_template ''
	try osq-admin publish procedures file
	like 73 '' 'osq-admin: file*'
}

@test "an older store's procedures have always held" {
	at 08:00
	rm -f osq.db*
	for step in "$ROOT"/lib/store/schema/000[1-5]-*.sql; do cat "$step"; done | sqlite3 osq.db
	sqlite3 osq.db "INSERT INTO procedure (code, name, field, time_limit, time_unit, fee, note)
		VALUES ('1', 'A', 'F', 5, 'day', 9, 'kiểm tra thời hạn');
		PRAGMA application_id = $((0x6f737131)); PRAGMA user_version = 5; PRAGMA journal_mode = wal"
	osq-admin upgrade
	[ "$(holds 1 name,time_limit,fee,doubt 2001-01-01)" = 'A,5,9,kiểm tra thời hạn' ]
	try osq-admin import procedures - <<<'code,name,field,time_limit,time_unit,fee
1,A,F,5,day,10'
	ended 0 '0 added, 1 changed, 0 unchanged'
	[ "$(holds 1 fee 2026-11-22)" = 9 ]
	[ "$(holds 1 fee)" = 10 ]
}
