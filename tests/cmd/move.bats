#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Dossiers from another system, and to another office.

load helper

BIRTH=1.001193

setup() {
	office
	cat >province.csv <<-'END'
		STT;Mã HS;Mã TTHC;Người đứng tên;Ngày tiếp nhận;Trạng thái;Ngày trả kết quả;Ngày có kết quả;Phí, lệ phí;Ghi chú
		1;P-1;1.001193;Nguyễn Thị Phượng;20/11/2026 08:15;Yêu cầu bổ sung giấy tờ;;;8.000;gấp
		2;P-2;1.001193;Đỗ Quốc Khuyến;20/11/2026 09:30;Đang xử lý;;;;
		3;P-3;1.001193;TRẦN ĐỨC HẢI;20/11/2026 09:31;Đã trả kết quả;20/11/2026 16:00;20/11/2026 15:00;;
	END
}

# The import that such an export needs.
take() {
	osq-dossier import --map 'code=Mã HS' --map 'applicant=Người đứng tên' \
		--ignore-others "$@"
}

stored() {
	osq-dossier export --csv --no-header -o "$1"
}

# --- headings of any name

@test "columns of any name are mapped, others ignored when told so" {
	try osq-dossier import province.csv
	ended 65 '' "province.csv:1: Mã HS: no such column here
province.csv:1: Người đứng tên: no such column here
province.csv:1: Ghi chú: no such column here
province.csv:1: applicant: this column is missing
osq-dossier: province.csv: bad lines: 4; nothing was imported
osq-dossier: --map OUR=THEIRS tells which column is which, --ignore-others passes over the others"
	try take province.csv
	ended 0 '3 added, 0 changed, 0 unchanged'
	[ "$(stored code,applicant,fee)" = 'P-1,Nguyễn Thị Phượng,8000
P-2,Đỗ Quốc Khuyến,0
P-3,TRẦN ĐỨC HẢI,0' ]
}

@test "mappings may stand in one option, and a comma of a heading parts none" {
	sed 's/Phí, lệ phí/Số tiền, đồng/; s/;Ghi chú/;note/' province.csv >own.csv
	try osq-dossier import own.csv --ignore-others \
		--map 'code=Mã HS,applicant=Người đứng tên,fee=Số tiền, đồng'
	ended 0 '3 added, 0 changed, 0 unchanged'
	[ "$(stored fee | head -n 1)" = 8000 ]
}

@test "a mapping drops a column, and takes it from elsewhere" {
	try take province.csv --map fee= --map 'result=Ghi chú'
	ended 0 '3 added, 0 changed, 0 unchanged'
	[ "$(stored fee,result | head -n 1)" = '0,gấp' ]
	try take province.csv --map 'returned_at=Ngày có kết quả' --map 'finished_at=Ngày trả kết quả'
	like 65 '' "*province.csv:4: returned_at: '2026-11-20T15:00' is before finished_at*"
}

@test "a mapping that makes no sense is told" {
	try take --map 'nothing=Mã HS' province.csv
	ended 64 '' "osq-dossier: there is no column 'nothing' to map to"
	try take --map 'fee' province.csv
	like 64 '' "osq-dossier: --map: 'fee' is not OUR=THEIRS*"
	try take --map 'desk=Phòng' province.csv
	like 65 '' 'province.csv:1: Phòng: is not among the headings*'
	try take --map 'desk=Ghi chú' province.csv
	like 0 '* added, *' "osq-dossier: province.csv:2: desk: 'gấp' is no desk here; the dossier is taken without"
}

@test "a register is mapped as well" {
	try osq-admin import officers --map 'code=Mã,name=Tên' --ignore-others - <<<$'Mã,Tên,Tuổi\nan,An,30'
	ended 0 '1 added, 0 changed, 0 unchanged'
}

# --- encodings

# Windows-1258 has most letters with a tone as two: iconv(1) does not take them apart.
windows_1258() {
	python3 -c '
import sys, unicodedata as u
for c in sys.stdin.read():
    try:
        b = c.encode("cp1258")
    except UnicodeEncodeError:
        d = u.normalize("NFD", c)
        tone = [x for x in d if x in "\u0300\u0301\u0303\u0309\u0323"][0]
        b = (u.normalize("NFC", d.replace(tone, "")) + tone).encode("cp1258")
    sys.stdout.buffer.write(b)'
}

# TCVN3 with its capitals as the fonts for capitals have them: small.
tcvn3() {
	python3 -c '
import sys
print("".join(c.lower() if c > "\x7f" and c not in "ĂÂÊÔƠƯĐ" else c
    for c in sys.stdin.read()), end="")' | iconv -f UTF-8 -t TCVN5712-1
}

@test "every encoding gives the same dossiers, from a file and from a pipe" {
	take province.csv >/dev/null
	osq-dossier export >wanted
	iconv -f UTF-8 -t UTF-16 province.csv >utf16.csv
	iconv -f UTF-8 -t UTF-16BE province.csv >utf16be.csv
	windows_1258 <province.csv >windows.csv
	tcvn3 <province.csv >tcvn3.csv
	for form in utf16 utf16be windows tcvn3; do
		rm -f "$form.db"
		osq-admin init --sample -d "$form.db" >/dev/null
		# shellcheck disable=SC2002  # a pipe cannot be read twice: that is the test
		cat $form.csv | take -d $form.db - >/dev/null
		osq-dossier export -d $form.db | cmp - wanted
		try take $form.csv
		ended 0 '0 added, 0 changed, 3 unchanged'
	done
}

@test "a dry run shows the encoding, the separator, the columns and the first rows" {
	windows_1258 <province.csv >windows.csv
	try take --dry-run windows.csv
	like 0 '3 added, 0 changed, 0 unchanged' 'encoding: WINDOWS-1258
separator: ;
columns:
  -                STT
  code             Mã HS
  procedure        Mã TTHC
  applicant        Người đứng tên
*
  -                Ghi chú
line 2:
  code             P-1
  procedure        1.001193
  applicant        Nguyễn Thị Phượng
  channel          counter
  status           paused
*
line 4:
*a dry run: nothing was kept'
	[ -z "$(stored code)" ]
}

@test "a dry run tells all that is wrong, and how it read" {
	sed -i 's/;Đang xử lý;/;sao;/; s/20.11.2026 08:15/hôm nào/' province.csv
	try take -n province.csv
	like 65 '' "province.csv:2: received_at: 'hôm nào' is no time*
province.csv:3: status: 'sao' is none of the words allowed here
encoding: UTF-8
separator: ;*
line 4:*
osq-dossier: province.csv: bad lines: 2; nothing was imported"
}

@test "a dry run shows no number that only the store knows" {
	osq-dossier import - >/dev/null <<<$'code,procedure,applicant,received_at,phone\nP-1,1.001193,An,2026-11-20,0912345678'
	try osq-dossier import -n - <<<$'code,procedure,applicant,received_at\nP-1,1.001193,Ân,2026-11-20'
	like 0 '0 added, 1 changed*' '*applicant *Ân*'
	[[ $stderr != *0912345678* ]]
}

@test "an encoding can be named, and a wrong name is refused" {
	printf 'procedure,applicant,received_at\n1.001193,L\352,2026-11-20\n' >short.csv
	osq-dossier import --encoding tcvn3 short.csv >/dev/null
	osq-dossier import --encoding cp1258 short.csv >/dev/null
	[ "$(stored applicant)" = 'Lờ
Lê' ]
	try osq-dossier import --encoding klingon short.csv
	ended 64 '' "osq-dossier: there is no encoding 'klingon' here
osq-dossier: UTF-8 UTF-16LE UTF-16BE WINDOWS-1258 TCVN3"
}

# --- the province's ten states

@test "the province's states come in by number and by word" {
	cat >states.csv <<-END
		code,procedure,applicant,received_at,finished_at,returned_at,province_state
		N-01,$BIRTH,An,2026-11-20 08:00,,,1
		N-02,$BIRTH,An,2026-11-20 08:00,,,Được tiếp nhận
		N-03,$BIRTH,An,2026-11-20 08:00,2026-11-20 09:00,,3
		N-04,$BIRTH,An,2026-11-20 08:00,,,đang xử lý
		N-05,$BIRTH,An,2026-11-20 08:00,,,5
		N-06,$BIRTH,An,2026-11-20 08:00,,,Yêu cầu thực hiện nghĩa vụ tài chính
		N-07,$BIRTH,An,2026-11-20 08:00,2026-11-20 09:00,,7
		N-08,$BIRTH,An,2026-11-20 08:00,2026-11-20 09:00,,Dừng xử lý
		N-09,$BIRTH,An,2026-11-20 08:00,2026-11-20 09:00,,9
		N-10,$BIRTH,An,2026-11-20 08:00,2026-11-20 09:00,2026-11-20 10:00,10
	END
	osq-dossier import states.csv
	[ "$(stored code,refused | grep yes)" = N-03,yes ]
	[ "$(stored code,status,channel,pause_kind,requests)" = 'N-02,received,counter,,0
N-03,rejected,counter,,0
N-04,processing,counter,,0
N-05,paused,counter,supplement,1
N-06,paused,counter,fee,0
N-07,withdrawn,counter,,0
N-08,stopped,counter,,0
N-09,finished,counter,,0
N-10,returned,counter,,0
N-01,new,online,,0' ]
	# ... and go out again, in both ways.
	[ "$(stored province_state | paste -sd' ')" = '2 3 4 5 6 7 8 9 10 1' ]
	[ "$(stored province_words | sed -n 4p)" = 'Yêu cầu bổ sung giấy tờ' ]
	osq-dossier export -o code,procedure,applicant,received_at,requested_at,finished_at,returned_at,channel,province_state >back.csv
	try osq-dossier import back.csv
	ended 0 '0 added, 0 changed, 10 unchanged'
	# The same under the heading that the province and we share.
	sed 's/province_state/Trạng thái/' states.csv >words.csv
	try osq-dossier import words.csv
	ended 0 '0 added, 0 changed, 10 unchanged'
}

@test "rows that cannot be are told with their line" {
	cat >bad.csv <<-END
		code,procedure,applicant,received_at,finished_at,status,channel,province_state,paused_at,pause_kind,requests,sets,desk,events
		B-01,$BIRTH,An,2026-11-20T07:00,,,,9,,,,,,
		B-02,$BIRTH,An,2026-11-20T07:00,,processing,,5,,,,,,
		B-03,$BIRTH,An,2026-11-20T07:00,2026-11-20T08:00,,counter,1,,,,,,
		B-04,$BIRTH,An,2026-11-20T07:00,,,,11,,,,,,
		B-05,$BIRTH,An,2026-11-20T07:00,,processing,,,2026-11-21T07:00,,,,,
		B-06,$BIRTH,An,2026-11-20T07:00,,paused,,,2026-11-19T07:00,,,,,
		B-07,$BIRTH,An,2026-11-20T07:00,,paused,,,,,-1,,,
		B-08,$BIRTH,An,2026-11-20T07:00,,,,,,,,0,,
		B-09,$BIRTH,An,2026-11-20T07:00,,,,,,,,,nowhere,
		B-10,$BIRTH,An,2026-11-20T07:00,,,,,,,,,,nothing
		B-11,$BIRTH,An,2026-11-20T07:00,,,,,,,,,,[1]
		B-12,$BIRTH,An,2026-11-20T07:00,,,,,,,,,,"[{""act"":""receive""}]"
		B-13,$BIRTH,An,2026-11-20T07:00,,,,,,,,,,"[{""act"":""eat"",""at"":""2026-11-20T08:00:00+07:00"",""entered_at"":""2026-11-20T08:00:00+07:00"",""due_at"":""2026-11-20T08:00:00+07:00"",""status"":""received""}]"
		B-14,$BIRTH,An,2026-11-20T07:00,,,,,,,,,,"[{""act"":""receive"",""at"":""noon""}]"
		B-15,$BIRTH,,2026-11-20T07:00,,,,,,,,,,
		B-16,$BIRTH,An,2026-11-20T07:00,,paused,,6,,supplement,,,,
		B-17,$BIRTH,An,2026-11-20T07:00,,,,,,,,,,"[{""act"":""forward"",""at"":""2026-11-20T08:00:00+07:00"",""entered_at"":""2026-11-20T08:00:00+07:00"",""due_at"":""2026-11-20T08:00:00+07:00"",""status"":""lost""}]"
		B-18,$BIRTH,An,2026-11-20T07:00,,,,,,,,,,"[{""act"":""pause"",""at"":""2026-11-20T08:00:00+07:00"",""entered_at"":""2026-11-20T08:00:00+07:00"",""due_at"":""2026-11-20T08:00:00+07:00"",""kind"":""lunch"",""status"":""paused""}]"
	END
	try osq-dossier import bad.csv
	ended 65 '' "bad.csv:2: status: 'finished' needs finished_at
bad.csv:3: province_state: '5' does not go with the status
bad.csv:4: status: 'new' does not go with a finished_at
bad.csv:5: province_state: '11' is none of the words allowed here
bad.csv:6: paused_at: '2026-11-21T07:00' goes with the status paused only
bad.csv:7: paused_at: '2026-11-19T07:00' is before received_at
bad.csv:8: requests: '-1' must be 0 to 999
bad.csv:9: sets: '0' must be 1 to 999
bad.csv:11: events: is no JSON array of objects
bad.csv:12: events: is no JSON array of objects
bad.csv:13: events: lacks something
bad.csv:14: events: has an unknown word
bad.csv:15: events: has a moment that is none
bad.csv:16: applicant: is empty
bad.csv:17: province_state: '6' does not go with pause_kind
bad.csv:18: events: has an unknown word
bad.csv:19: events: has an unknown word
osq-dossier: bad.csv:10: desk: 'nowhere' is no desk here; the dossier is taken without
osq-dossier: bad.csv: bad lines: 17; nothing was imported"
	[ -z "$(stored code)" ]
}

# --- to another office

# A life with everything in it.
lived() {
	local code

	code=$(osq-dossier receive -p "$BIRTH" --applicant 'Lê "Tám", Ấp 6' --force --officer hoa)
	osq-dossier forward "$code" --to land --officer hoa >/dev/null
	at 09:00
	osq-dossier pause "$code" --reason 'thiếu "giấy chứng sinh"' --officer hoa >/dev/null
	at 10:00
	osq-dossier resume "$code" >/dev/null
	osq-dossier finish "$code" --result 'Giấy khai sinh' >/dev/null
	osq-dossier receive -p "$BIRTH" --applicant 'Bé' >/dev/null
	sqlite3 "$OSQ_DB" "
		REPLACE INTO dossier_intake (dossier_id, email, request, sets, collect, register_line)
			VALUES (1, 'tam@example.vn', 'Khai sinh' || char(10) || 'cho con', 2, 'post', 7);
		REPLACE INTO dossier_paper VALUES (1, 1, 'Tờ khai', 'original', 1, 'yes', 1795000000),
			(1, 2, 'Sổ hộ khẩu', 'copy', 2, 'no', NULL);
		INSERT INTO payment (dossier_id, paid_at, amount, method, reference, officer_id, imported)
			VALUES (1, 1795000000, 8000, 'transfer', 'FT26', 1, 'yes'),
			(1, 1795000100, -8000, 'cash', NULL, NULL, 'yes');
		INSERT INTO dossier (code, procedure_id, time_limit, time_unit, channel, status,
			received_at, due_at, purged_at)
			VALUES ('OLD-1', 1, 3, 'day', 'counter', 'received', 1795402800, 1795502800, 1795402800)"
}

@test "what one office exports the other has, to the last byte" {
	lived
	osq-dossier export >one.csv
	osq-admin init --sample -d second.db >/dev/null
	try osq-dossier import -d second.db one.csv
	ended 0 '3 added, 0 changed, 0 unchanged'
	osq-dossier export -d second.db | cmp - one.csv
	for table in dossier dossier_intake dossier_event dossier_paper payment; do
		# Whose promise it is, each office judges by its own calendar, and when it
		# came here each knows for itself.
		columns=$(sqlite3 "$OSQ_DB" "SELECT group_concat(name) FROM pragma_table_info('$table')
			WHERE name NOT IN ('reckoned', 'entered_at')")
		diff <(sqlite3 "$OSQ_DB" "SELECT $columns FROM $table ORDER BY 1, 2") \
			<(sqlite3 second.db "SELECT $columns FROM $table ORDER BY 1, 2")
	done
	try osq-dossier import -d second.db one.csv
	ended 0 '0 added, 0 changed, 3 unchanged'
	[ "$(sqlite3 second.db 'SELECT count(*) FROM dossier_event')" = 6 ]
	for form in json jsonl; do
		osq-dossier export -f $form >one.$form
		rm -f third.db*
		osq-admin init --sample -d third.db >/dev/null
		osq-dossier import -d third.db one.$form >/dev/null
		osq-dossier export -d third.db | cmp - one.csv
	done
}

@test "what was paid here no import changes, and what was paid elsewhere needs no journal" {
	osq-dossier receive -p 1.001193 -a An --fee 8000 >/dev/null
	osq-dossier pay "$(stored code)" >/dev/null
	osq-dossier export >out.csv
	sed 's/8000,/9000,/g; s/""amount"":8000/""amount"":9000/' out.csv >other.csv
	osq-dossier import other.csv >/dev/null
	[ "$(osq-dossier payments --csv --no-header -o amount)" = 8000 ]
	osq-admin check >/dev/null
	osq-admin init --sample -d second.db >/dev/null
	osq-dossier import -d second.db out.csv >/dev/null
	[ "$(osq-dossier payments -d second.db --csv --no-header -o amount)" = 8000 ]
	osq-admin check -d second.db >/dev/null
}

@test "an event, a paper or a payment that differs is a change, and empty lists erase nothing" {
	lived
	osq-dossier export >one.csv
	sed 's/FT26/FT27/' one.csv >two.csv
	try osq-dossier import two.csv
	ended 0 '0 added, 1 changed, 2 unchanged'
	[ "$(sqlite3 "$OSQ_DB" 'SELECT group_concat(reference) FROM payment')" = FT27 ]
	mlr --csv put '$payments = ""; $events = ""' two.csv >three.csv
	try osq-dossier import three.csv
	ended 0 '0 added, 0 changed, 3 unchanged'
	# Another program writes the same in another way.
	osq-dossier export --jsonl | jq -c '.papers |= if . then ("[ " + .[1:]) else . end' >spaced.jsonl
	try osq-dossier import spaced.jsonl
	ended 0 '0 added, 0 changed, 3 unchanged'
}

@test "an export is of what its filters choose, in CSV where none is named" {
	lived
	try osq-dossier export --status finished -o applicant,result
	ended 0 'applicant,result
"Lê ""Tám"", Ấp 6",Giấy khai sinh'
	try osq-dossier export --from 2026-11-23 --jsonl -o status
	ended 0 '{"status":"finished"}
{"status":"received"}
{"status":"received"}'
	[[ $(last_act) == 'look  {"what":"dossier export"}' ]]
}

# --- once more, and in parts

@test "rows without codes are known again" {
	printf '%s\n' procedure,applicant,received_at "$BIRTH,An,2026-11-20 08:00" \
		"$BIRTH,An,2026-11-20 08:00" "$BIRTH,Bé,2026-11-20 08:00" >plain.csv
	try osq-dossier import plain.csv
	ended 0 '3 added, 0 changed, 0 unchanged'
	try osq-dossier import plain.csv
	ended 0 '0 added, 0 changed, 3 unchanged'
	echo "$BIRTH,An,2026-11-20 08:00" >>plain.csv
	try osq-dossier import plain.csv
	ended 0 '1 added, 0 changed, 3 unchanged'
}

@test "an empty cell takes back neither the fee that was counted nor the result that was given" {
	printf '%s\n' code,procedure,applicant,received_at,fee,result \
		"P-1,$BIRTH,An,2026-11-20 08:00,12000," >in.csv
	osq-dossier import in.csv
	osq-dossier finish P-1 --result 'Giấy khai sinh'
	sed -i 's/12000//' in.csv
	try osq-dossier import in.csv
	ended 0 '0 added, 0 changed, 1 unchanged'
	[ "$(stored fee,result)" = '12000,Giấy khai sinh' ]
}

@test "what officers did since, the same file again does not undo, nor one that tells no state" {
	printf '%s\n' code,procedure,applicant,received_at,status \
		"P-1,$BIRTH,An,2026-11-20 08:00,received" "P-2,$BIRTH,Bé,2026-11-20 08:00,received" >in.csv
	osq-dossier import in.csv
	osq-dossier pause P-1 -r "Thiếu giấy"
	osq-dossier finish P-2
	osq-dossier export >before.csv
	try osq-dossier import in.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
	osq-dossier export | cmp - before.csv
	content
	# What is no matter of acts is still set right; an export with its acts is believed.
	sed 's/,An,/,Anh,/; s/received$/processing/' in.csv >right.csv
	try osq-dossier import right.csv
	ended 0 '0 added, 1 changed, 1 unchanged'
	[ "$(stored applicant,status | paste -sd' ')" = 'Anh,paused Bé,finished' ]
	osq-dossier resume P-1
	try osq-dossier import before.csv
	ended 0 '0 added, 1 changed, 1 unchanged'
	osq-dossier export | mlr --csv cut -x -f events | cmp - <(mlr --csv cut -x -f events before.csv)
	# Its story is one of acts, which no file takes away.
	[ "$(osq-dossier show P-1 --json | jq -c '[.events[].act]')" = '["pause","import","resume","import"]' ]
	content
	# Ended elsewhere, and then only a telephone number is set right.
	printf '%s\n' code,procedure,applicant,received_at,finished_at \
		"P-3,$BIRTH,Cò,2026-11-20 08:00,2026-11-20 09:00" | osq-dossier import -
	printf '%s\n' code,procedure,applicant,received_at,phone \
		"P-3,$BIRTH,Cò,2026-11-20 08:00,0912345678" | osq-dossier import -
	[ "$(stored status,finished_at,phone | tail -n 1)" = finished,2026-11-20T09:00:00+07:00,0912345678 ]
}

# COUNT rows with codes.
rows() {
	seq -f "R-%06g,$BIRTH,An,2026-11-20 08:00" "$1" |
		sed '1i code,procedure,applicant,received_at'
}

@test "a killed import leaves nothing; run again it brings all" {
	rows 200000 >many.csv
	background osq-dossier import many.csv >/dev/null
	sleep 0.3
	kill -9 $!
	finished $! || true
	[ -z "$(osq-dossier export --no-header -o code)" ]
	try osq-dossier import many.csv
	ended 0 '200000 added, 0 changed, 0 unchanged'
	content
}

@test "batches are kept one by one, and the rest comes with the next run" {
	rows 200000 >many.csv
	background osq-dossier import --batch 1000 many.csv >/dev/null
	for _ in $(seq 500); do
		had=$(sqlite3 "$OSQ_DB" 'SELECT count(*) FROM dossier')
		[ "$had" -gt 0 ] && break
	done
	kill -9 $!
	finished $! || true
	had=$(sqlite3 "$OSQ_DB" 'SELECT count(*) FROM dossier')
	[ "$had" -gt 0 ] && [ "$had" -lt 200000 ] && [ $((had % 1000)) -eq 0 ]
	try osq-dossier import --batch 1000 many.csv
	ended 0 "$((200000 - had)) added, 0 changed, $had unchanged"
	content
}

@test "two who import the same in batches at once lose nothing, and no row stands twice" {
	rows 20000 >many.csv
	background osq-dossier import --batch 100 many.csv >first 2>&1
	osq-dossier import --batch 100 many.csv >second 2>&1 3>&-
	finished $!
	run ! grep twice first second
	[ "$(stored code | wc -l)" -eq 20000 ]
	content
	rows 3 | sed '$p' >twice.csv
	try osq-dossier import --batch 1 twice.csv
	like 65 '0 added, 0 changed, 3 unchanged' 'twice.csv:5: code: stands twice in the file*'
	echo "$BIRTH,N-1,An,2026-11-20 08:00" |
		sed '1i procedure,code,applicant,received_at
			p' >new-twice.csv
	try osq-dossier import --batch 1 new-twice.csv
	like 65 '1 added, 0 changed, 0 unchanged' 'new-twice.csv:3: code: stands twice in the file*'
}

@test "in batches a bad line keeps the others from nothing" {
	rows 5 | sed 's/R-000003,1.001193/R-000003,9.9/' >holed.csv
	try osq-dossier import --batch 2 holed.csv
	ended 65 '4 added, 0 changed, 0 unchanged' "holed.csv:4: procedure: '9.9' is no procedure of the catalogue
osq-dossier: holed.csv: bad lines: 1; the others were imported"
	[ "$(stored code | paste -sd' ')" = 'R-000001 R-000002 R-000004 R-000005' ]
	try osq-dossier import --batch 2 --dry-run holed.csv
	like 65 '*' '*bad lines: 1; nothing was imported'
	try osq-dossier import --batch 0 holed.csv
	like 65 '' "*--batch: '0' is no whole number*"
}

# --- progress

@test "progress is told on a terminal, with the time left, and is gone at the end" {
	rows 200000 >many.csv
	TERM=xterm script -qec 'osq-dossier import many.csv' typescript >/dev/null
	grep -aq 'rows, [0-9]* a second, [0-9]*:[0-9][0-9] left' typescript
	# The last thing before the answer takes it away.
	grep -aPq '\r\x1b\[K200000 added' typescript
	osq-dossier export --no-header -o code | wc -l | grep -qx 200000
	TERM=xterm script -qec 'osq-dossier import --quiet many.csv' quiet >/dev/null
	run ! grep -aq 'a second' quiet
	run ! grep -aq $'\x1b' quiet
	TERM=dumb script -qec 'osq-dossier import many.csv' quiet >/dev/null
	run ! grep -aq 'a second' quiet
	osq-dossier import many.csv 2>told >/dev/null
	[ ! -s told ]
}
