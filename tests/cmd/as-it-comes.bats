#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Lists as offices keep them in spreadsheets: days without an hour, numbers that lost their
# zero, telephones as people write them.

load helper

CASES=$BATS_TEST_DIRNAME/cases

setup() {
	office
	at 09:00 2026-11-26
}

take() { # CASE [OPTION...]: what standard error says is in $stderr
	local case=$1

	shift
	try osq-dossier import "$@" "$CASES/$case"
}

rows() { # COLUMNS [OPTION...]
	local columns=$1

	shift
	osq-dossier list --full --csv --no-header -o "$columns" "$@"
}

told() { # TEXT: on a line of standard error
	grep -F -- "$1" <<<"$stderr"
}

@test "a day is the opening of what began on it and the closing of what ended" {
	at 09:00 2026-12-21
	take date-only.csv
	like 0 '5 added, 0 changed, 0 unchanged' '*'
	[ "$(rows code,received_at,due_at,finished_at,returned_at,standing | sort)" = \
		"H1-261201-0001,2026-11-25T07:00:00+07:00,2026-12-02T17:00:00+07:00,2026-12-02T17:00:00+07:00,,on_time
H1-261201-0002,2026-11-25T07:00:00+07:00,2026-12-02T17:00:00+07:00,2026-12-01T17:00:00+07:00,2026-12-03T17:00:00+07:00,early
H1-261201-0003,2026-11-25T07:00:00+07:00,2026-12-02T17:00:00+07:00,2026-12-02T10:00:00+07:00,,on_time
H1-261201-0004,2026-11-25T08:00:00+07:00,2026-12-02T17:00:00+07:00,2026-12-02T17:00:00+07:00,,on_time
H1-261201-0005,2026-11-25T08:00:00+07:00,2026-12-02T17:00:00+07:00,,,late" ]
	[ "$(wc -l <<<"$stderr")" = 2 ]
	told "date-only.csv:2: received_at: '2026-11-25' is a day alone; its opening is taken (3 in all)"
	told "date-only.csv:2: due_at: '2026-12-02' is a day alone; its closing is taken (8 in all)"
	[ "$(osq-report summary --from 2026-11-25 --to 2026-12-20 --json | jq .overdue)" = 0 ]
	take date-only.csv
	like 0 '0 added, 0 changed, 5 unchanged' '*'
}

@test "what is received and finished on one day is of that day" {
	at 09:00 2026-12-21
	take same-day-date-only.csv
	like 0 '3 added, 0 changed, 0 unchanged' '*'
	# The 28th is a Saturday: off, so it counts from Monday's opening.
	[ "$(rows applicant,received_at,due_at,finished_at,standing)" = \
		"Ngày Một,2026-11-25T07:00:00+07:00,2026-11-25T17:00:00+07:00,2026-11-25T17:00:00+07:00,on_time
Ngày Ba,2026-11-25T07:00:00+07:00,2026-11-25T17:00:00+07:00,2026-11-26T17:00:00+07:00,overdue
Ngày Bốn,2026-11-28T00:00:00+07:00,2026-11-30T17:00:00+07:00,2026-11-30T17:00:00+07:00,on_time" ]
}

@test "today's day ends now, and no step is before an earlier one of its day" {
	try osq-dossier import - <<-END
		Mã TTHC;Người nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày hoàn thành;Ngày trả
		1.001193;Sớm;26/11/2026 08:10;26/11/2026;26/11/2026;26/11/2026
		1.001193;Tối;25/11/2026 18:30;26/11/2026;25/11/2026;25/11/2026
		1.001193;Nghỉ;28/11/2025;29/11/2025;29/11/2025;29/11/2025
	END
	like 0 '3 added, 0 changed, 0 unchanged' '*'
	[ "$(rows due_at,finished_at,returned_at)" = \
		"2025-11-29T23:59:59+07:00,2025-11-29T23:59:59+07:00,2025-11-29T23:59:59+07:00
2026-11-26T17:00:00+07:00,2026-11-25T18:30:00+07:00,2026-11-25T18:30:00+07:00
2026-11-26T17:00:00+07:00,2026-11-26T09:00:00+07:00,2026-11-26T09:00:00+07:00" ]
}

@test "--strict refuses what would be read otherwise" {
	at 09:00 2026-12-21
	take same-day-date-only.csv --strict
	like 65 '' "*:2: received_at: '2026-11-25' is a day alone; its opening is taken
*:2: finished_at: *:3: received_at: *:4: *bad lines: 6; nothing was imported"
	# In batches too: what is refused is not kept.
	take same-day-date-only.csv --strict --batch 1
	like 65 '' '*bad lines: 6; the others were imported'
	[ -z "$(rows code)" ]
}

@test "two of one name on one day are two" {
	take namesake-day-counter1.csv
	take namesake-day-counter2.csv
	like 0 '1 added, 0 changed, 0 unchanged' '*'
	take namesake-day-counter1.csv
	like 0 '0 added, 0 changed, 1 unchanged' '*'
	[ "$(rows applicant,id_number,address)" = "Trần Thị Ba,093190001234,Ấp 1
Trần Thị Ba,093190009999,Ấp 2" ]
	# Where one side has no number, the telephone tells them apart, and only that.
	for row in ';;0912345678;A' ';;0987654321;B' ';093190005555;0977777777;C' \
		';093190006666;0912 345 678;D' ';;;D'; do
		printf 'Mã TTHC;Người nộp;Ngày tiếp nhận;Số CCCD;SĐT;Địa chỉ\n%s\n' \
			"2.000815;Lê Tư;25/11/2026$row" >one.csv
		osq-dossier import one.csv
	done 2>/dev/null >results
	diff results - <<-END
		1 added, 0 changed, 0 unchanged
		1 added, 0 changed, 0 unchanged
		1 added, 0 changed, 0 unchanged
		0 added, 1 changed, 0 unchanged
		0 added, 1 changed, 0 unchanged
	END
	content
}

@test "rows of one file stay apart" {
	take two-of-one-day.csv
	like 0 '3 added, 0 changed, 0 unchanged' '*'
	take two-of-one-day.csv
	like 0 '0 added, 0 changed, 3 unchanged' '*'
}

@test "a file from before days had sides is the same file" {
	take namesake-day-counter1.csv
	sqlite3 "$OSQ_DB" "UPDATE dossier SET received_at = $(date -d '2026-11-25T00:00+07:00' +%s)"
	take namesake-day-counter1.csv
	like 0 '0 added, 1 changed, 0 unchanged' '*'
}

@test "what Excel did to numbers is put right where it is certain, and told" {
	take apostrophe-and-eq.csv
	like 0 '1 added, 0 changed, 0 unchanged' '*'
	told "procedure: ''2.000815' is taken without the spreadsheet's apostrophe (2 in all)"
	told "phone: '=\"0912345678\"' is taken without the formula around it"
	take ids.csv
	like 0 '4 added, 0 changed, 0 unchanged' '*'
	told "ids.csv:4: id_number: '93190001234' lost its first 0 to a spreadsheet; it is put back"
	told "ids.csv:5: id_number: '9,31901E+10' was rounded by a spreadsheet, its digits are lost"
	[ "$(rows applicant,id_number,phone | sort)" = "Căn Ba,093190001234,
Căn Bốn,,
Căn Hai,093190001234,
Căn Một,093190001234,
Nguyễn Tám,093190001234,0912345678" ]
	[ "$(osq-dossier person 093190001234 --json | jq '.dossiers | length')" = 4 ]
	[ "$(osq-dossier list -q 093190001234 --csv --no-header -o code | wc -l)" = 4 ]
	# Money is not guessed.
	take sci-id.csv
	like 65 '' "*sci-id.csv:3: fee: '2,00E+03' was rounded by a spreadsheet: give its column the format of a number*nothing was imported"
	told "sci-id.csv:2: id_number: '9,31901E+10' was rounded by a spreadsheet, its digits are lost; it counts as empty (2 in all)"
	sed 's/2,00E+03/2000/' "$CASES/sci-id.csv" >repaired.csv
	osq-dossier import repaired.csv
	[ "$(rows id_number,phone -q 'tran van mau')" = , ]
}

@test "numbers that were shown in thousands lose their commas" {
	try osq-dossier import - <<-END
		Mã TTHC;Người nộp;Ngày tiếp nhận;Số CCCD;SĐT
		1.001653;An;24/11/2026 08:00;93,190,001,234;912,345,678
		1.001653;Bé;24/11/2026 08:01;123,456,789;0912345678, 0987654321
		1.001653;Cả;24/11/2026 08:02;12345678, 9;
	END
	like 0 '3 added, 0 changed, 0 unchanged' '*'
	told "-:2: id_number: '93,190,001,234' lost its first 0 to a spreadsheet; it is put back (2 in all)"
	[ "$(rows applicant,id_number,phone)" = 'An,093190001234,0912345678
Bé,123456789,"0912345678, 0987654321"
Cả,"12345678, 9",' ]
}

@test "a file that was cut within a letter did not come whole" {
	printf 'Mã TTHC;Người nộp;Ngày tiếp nhận\n1.001653;An;24/11/2026 08:00\n1.001653;Bé;24/11/2026 08:00\n' |
		iconv -t UTF-16 >whole.csv
	osq-dossier import whole.csv -n >/dev/null 2>&1
	for bytes in 41 $(($(stat -c %s whole.csv) - 1)); do
		head -c "$bytes" whole.csv >cut.csv
		try osq-dossier import cut.csv
		ended 65 '' 'osq-dossier: the text ends in the middle of a letter (UTF-16LE): it did not come whole'
	done
	[ -z "$(rows code)" ]
}

@test "errors of a spreadsheet are empty cells; what a program wrote is as it is" {
	try osq-dossier import - <<<$'Mã TTHC;Người nộp;Ngày tiếp nhận;Số CCCD;Địa chỉ\n1.001193;An;25/11/2026 08:00;#N/A;#####'
	like 0 '1 added, 0 changed, 0 unchanged' "*id_number: '#N/A' is a spreadsheet's error; it counts as empty (2 in all)"
	[ "$(rows id_number,address)" = , ]
	try osq-dossier import - <<<$'procedure,applicant,received_at,id_number,address\n1.001193,Bé,2026-11-25T08:00,93190001234,\'-1 ấp'
	ended 0 '1 added, 0 changed, 0 unchanged'
	[ "$(rows id_number,address -q be)" = "93190001234,'-1 ấp" ]
	osq-dossier export >all.csv
	try osq-dossier import all.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
}

@test "what -f excel wrote comes back as it was" {
	at 09:00 2026-12-21
	take own-export-excel.csv
	like 0 '2 added, 0 changed, 0 unchanged' '*'
	[ "$(rows phone,address)" = "0912345678,
,-12 ấp Mẫu" ]
	osq-dossier export -f excel >ours.csv
	grep -F ";'-12 ấp Mẫu;" ours.csv
	osq-admin init --sample -d second.db >/dev/null
	osq-dossier import -d second.db ours.csv
	osq-dossier export -d second.db -f excel | diff ours.csv -
	osq-dossier import ours.csv >again
	grep -Fx '0 added, 0 changed, 2 unchanged' again
}

@test "telephones are found as people say them" {
	take phones.csv
	like 0 '6 added, 0 changed, 0 unchanged' "*phones.csv:7: phone: '912345678' lost its first 0*"
	[ "$(rows phone)" = "0912345678
0912345678
0912345678
\"0912345678, 0987654321\"
02933953101
0912345678" ]
	for phone in 0912345678 912345678 84912345678 '+84 912 345 678' 0912.345.678; do
		[ "$(rows applicant --phone "$phone" | wc -l)" = 5 ]
		[ "$(rows applicant -q "$phone" | wc -l)" = 5 ]
		[ "$(osq-dossier person --phone "$phone" --json | jq '.dossiers | length')" = 5 ]
	done
	[ "$(rows applicant -q 0987654321)" = 'Số Bốn' ]
	[ "$(rows applicant --phone 0987654321)" = 'Số Bốn' ]
	for phone in 0293.3953.101 '(0293) 3953 101' '(+84) 293 3953 101'; do
		[ "$(rows applicant -q "$phone")" = 'Số Năm' ]
	done
	content
}

@test "every blank is a blank" {
	take nbsp.csv
	like 0 '1 added, 0 changed, 0 unchanged' ''
	[ "$(rows received_at,fee)" = 2026-11-24T08:30:00+07:00,50000 ]
	printf 'M\u00e3\u00a0TTHC;Ng\u01b0\u1eddi n\u1ed9p;Ng\u00e0y ti\u1ebfp nh\u1eadn;S\u1ed1 CCCD;Ph\u00ed, l\u1ec7 ph\u00ed\n' >wide.csv
	printf '\ufeff2.000815\u200b;\u3000Ho\u00e0ng\u2003T\u01b0\u2002;24/11/2026\u202f08:30;093190\u2009001\u00a0234;50\u202f000\u00a0VN\u0110\n' >>wide.csv
	osq-dossier import wide.csv
	[ "$(rows applicant,id_number,fee -q 'hoang tu')" = 'Hoàng Tư,093190001234,50000' ]
}

@test "hours are read as people write them" {
	cat >hours.csv <<-END
		Thứ;Từ giờ;Đến giờ;Tính thời hạn
		Thứ Hai;7h00;11h30;có
		Thứ Hai;13h;17h;có
	END
	try osq-admin import hours hours.csv
	like 0 '*' 'osq-admin: Monday 07:00–11:30, 13:00–17:00*'
	try osq-dossier import - <<<$'Mã TTHC;Người nộp;Ngày tiếp nhận\n1.001653;An;24/11/2026 8h30'
	like 0 '1 added*' '*'
	[ "$(rows received_at)" = 2026-11-24T08:30:00+07:00 ]
}

@test "times of a spreadsheet are refused with the cause" {
	try osq-dossier import - <<-END
		Mã TTHC;Người nộp;Ngày tiếp nhận
		1.001193;An;46350
		1.001193;An;46350,354
		1.001193;An;8:00 SA
		1.001193;An;24/11/2026 2:00:00 PM
		1.001193;An;24/11/26
		1.001193;An;mai
	END
	ended 65 '' "-:2: received_at: '46350' is a day as spreadsheets count them: give its column the format of a date
-:3: received_at: '46350,354' is a day as spreadsheets count them: give its column the format of a date
-:4: received_at: '8:00 SA' has a clock of 12 hours: write 14:00
-:5: received_at: '24/11/2026 2:00:00 PM' has a clock of 12 hours: write 14:00
-:6: received_at: '24/11/26' has a year of two digits: write all four
-:7: received_at: 'mai' is no time (write 2026-11-24T07:35 or 24/11/2026 07:35)
osq-dossier: -: bad lines: 6; nothing was imported"
}

@test "an unknown procedure is named; the one that a spreadsheet spoiled is known" {
	try osq-dossier import - <<<$'Mã TTHC;Người nộp;Ngày tiếp nhận\n9.999999;An;25/11/2026 08:00'
	like 65 '' "-:2: procedure: '9.999999' is no procedure of the catalogue*"
	try osq-dossier import - <<<$'Mã TTHC;Người nộp;Ngày tiếp nhận\n1,001193;An;25/11/2026 08:00'
	like 0 '1 added*' "*procedure: '1,001193' is a code that a spreadsheet made a number of; the one that it was is taken"
	[ "$(rows procedure)" = 1.001193 ]
}

# binh of another commune is another Bình.
@test "officers and desks of another office stay there; who is not here is left out" {
	osq-admin list desks --csv -o code --no-header >desks.csv
	desk=$(head -n 1 desks.csv)
	printf '%s\n' 'code,procedure,applicant,received_at,officer,desk,events' \
		"000.17.22.H30-261125-0007,1.001193,Ta,2026-11-25T08:00,binh,$desk," \
		"000.99.22.H30-261125-0001,1.001193,Khách,2026-11-25T08:00,binh,$desk,$(
			printf '"[{""act"":""receive"",""at"":""2026-11-25T08:00"",""entered_at"":""2026-11-25T08:00"",""due_at"":""2026-11-25T17:00"",""status"":""received"",""officer"":""binh"",""desk"":""%s""}]"' "$desk"
		)" "X-1,1.001193,Lạ,2026-11-25T08:00,ai,," >three.csv
	try osq-dossier import three.csv
	like 0 '3 added, 0 changed, 0 unchanged' "*three.csv:3: code: '000.99.22.H30-261125-0001' is another office's; its officers and desks are left out
*three.csv:4: officer: 'ai' is no officer here; the dossier is taken without"
	[ "$(rows applicant,officer,desk | sort)" = "Khách,,
Lạ,,
Ta,binh,$desk" ]
	[ "$(sqlite3 -readonly "$OSQ_DB" 'SELECT count(*), count(officer_id), count(desk_id) FROM dossier_event')" = '1|0|0' ]
	# Who was given it here keeps it when the other office's file comes again.
	osq-dossier forward 000.99.22.H30-261125-0001 --to hoa >/dev/null
	mlr --csv cut -x -f events three.csv >again.csv
	try osq-dossier import again.csv
	like 0 '0 added, 0 changed, 3 unchanged' '*'
	[ "$(rows holder --status received,processing -q khach)" = hoa ]
	content
}

@test "the table is found among titles, column numbers and signatures" {
	take title-rows.csv
	like 0 '1 added, 0 changed, 0 unchanged' "*title-rows.csv:1: 'ỦY BAN NHÂN DÂN XÃ MẪU' stands above the headings; the row is passed over (2 in all)"
	take footer.csv
	like 0 '1 added, 0 changed, 0 unchanged' '*'
	told "footer.csv:3: 'Tổng cộng: 1 hồ sơ' stands below the table; the row is passed over (2 in all)"
	[ "$(rows applicant | sort)" = 'Chân Một
Nguyễn Bốn' ]
	take title-rows.csv --strict
	like 65 '' "*:1: 'ỦY BAN NHÂN DÂN XÃ MẪU' stands above the headings; the row is passed over*bad lines: 2; nothing was imported"
	# As it is printed, and saved without the empty cells.
	cat >printed.csv <<-END
		UBND XÃ MẪU, TỈNH HẬU GIANG

		STT;Mã TTHC;Người nộp;Ngày tiếp nhận
		(1);(2);(3);(4)
		1;2.000815;Mười;24/11/2026 08:00
		Cộng: 1
		;;;Mẫu, ngày 24 tháng 11 năm 2026
		;;;Nguyễn Văn A
	END
	try osq-dossier import printed.csv
	like 0 '1 added, 0 changed, 0 unchanged' "*printed.csv:1: 'UBND XÃ MẪU, TỈNH HẬU GIANG' stands above*
*printed.csv:4: '(1)' numbers the columns; the row is passed over
*printed.csv:6: 'Cộng: 1' stands below the table; the row is passed over (3 in all)"
	# A record that lacks something is one all the same.
	sed '6i 2;;Thiếu;24/11/2026 08:00' printed.csv >lacks.csv
	try osq-dossier import lacks.csv
	like 65 '' '*lacks.csv:6: procedure: is empty*'
	# Without headings of ours the first row is held to be theirs.
	try osq-dossier import - <<<$'a;b\n1;2'
	like 65 '' '-:1: a: no such column here*-:1: procedure: this column is missing*'
}

@test "a catalogue as it is printed" {
	cat >list.csv <<-END
		DANH MỤC THỦ TỤC HÀNH CHÍNH;;;
		STT;Mã TTHC;Tên thủ tục;Thời hạn giải quyết
		1;2;3;4
		I. Lĩnh vực Hộ tịch;;;
		1;8.000001;Thủ tục một;03 ngày làm việc
		Tổng cộng: 01 thủ tục;;;
	END
	try osq-admin import procedures list.csv
	like 0 '1 added, 0 changed, 0 unchanged' "*list.csv:1: *list.csv:3: '1' numbers the columns*list.csv:6: 'Tổng cộng: 01 thủ tục' stands below*"
	[ "$(osq-admin list procedures --csv --no-header -o code,field | grep ^8)" = '8.000001,Hộ tịch' ]
}

@test "records within an answer's object are records" {
	try osq-dossier import - <<<'{"total":2,"data":[{"procedure":"1.001193","applicant":"An","received_at":"2026-11-25T08:00"},{"procedure":"1.001193","applicant":"Bé","received_at":"2026-11-25T09:00"}]}'
	ended 0 '2 added, 0 changed, 0 unchanged'
}

@test "published times: half days in hours, and whatever is not wholly read is doubtful" {
	try osq-admin import procedures "$CASES/time-texts.csv"
	ended 0 '10 added, 0 changed, 0 unchanged'
	[ "$(osq-admin list procedures --jsonl -o code,time_limit,time_unit,doubt |
		jq -r 'select(.code | startswith("8.")) | [.code, .time_limit, .time_unit, .doubt != null] | join(" ")')" = \
		'8.000000 4 working-hour false
8.000002 4 working-hour false
8.000004 4 working-hour false
8.000007 5 working-day true
8.000010 0 same-day false
8.000013 30 day false
8.000018 5 working-day true
8.000019 5 day true
8.000090 7 working-day false
8.000091 10 day true' ]
	# Handed in at 10:00, the four hours end at 15:30: 10:00 to 11:30, 13:00 to 15:30.
	[ "$(osq-dossier due -p 8.000000 --received '2026-11-25 10:00')" = 2026-11-25T15:30:00+07:00 ]
}

@test "a code that a spreadsheet made a number or a day of is none" {
	try osq-admin import procedures "$CASES/proc-code-number.csv"
	ended 65 '' "$CASES/proc-code-number.csv:2: code: '1,001193' is no code of a procedure, which is text; likely it was 1.001193
$CASES/proc-code-number.csv:3: code: '1.01081' is no code of a procedure, which is text; likely it was 1.010810
$CASES/proc-code-number.csv:4: code: '2' is no code of a procedure, which is text like 1.001193
$CASES/proc-code-number.csv:5: code: '1,00E+00' is no code of a procedure, which is text like 1.001193
$CASES/proc-code-number.csv:6: code: '01/01/2026' is no code of a procedure, which is text like 1.001193
osq-admin: $CASES/proc-code-number.csv: bad lines: 5; nothing was imported"
	try osq-admin import procedures - <<<$'code,name,time_limit,time_unit\n"1,001193",A,3,day'
	like 65 '' "-:2: code: '1,001193' is no code*"
	# An office's own codes have letters; a local suffix is one.
	try osq-admin import procedures - <<-END
		Mã TTHC;Tên TTHC;Lĩnh vực;Thời hạn;Đơn vị
		1.001193.000.00.00.H30;Một;Hộ tịch;3;ngày
		NB-01;Hai;Nội bộ;3;ngày
	END
	ended 0 '2 added, 0 changed, 0 unchanged'
}

@test "a card is taken as it is; two are not one" {
	try osq-dossier receive -p 1.001653 --card - <"$CASES/card-ten-fields.txt"
	like 0 000.17.22.H30-261126-0001 "*the card's fields behind the seventh were passed over: 3"
	[ "$(rows applicant,id_number,address)" = 'Nguyễn Thị Tư,093190001237,Ấp Mẫu' ]
	try osq-dossier receive -p 1.001653 --card - <"$CASES/two-scans.txt"
	ended 65 '' 'osq-dossier: --card: two lines came from the reader: one card at a time'
	# One line is enough: a reader keeps its line open.
	(cat "$CASES/card-ten-fields.txt"; sleep 30) |
		timeout 20 osq-dossier receive -p 1.001193 --card - >code
	grep -qx 000.17.22.H30-261126-0002 code
	# The year of birth alone, and a number that tells a year to come.
	try osq-dossier receive -p 1.001653 --card '093150001238||Lê Thị Già|00001950|Nữ|Ấp|10052021'
	ended 0 000.17.22.H30-261126-0003
	try osq-dossier receive -p 1.001653 --card '093399001239||Lê Bé|01012020|Nữ|Ấp|10052021'
	like 0 000.17.22.H30-261126-0004 "*the card's number tells another year of birth than the card*"
	[ "$(sqlite3 -readonly "$OSQ_DB" "SELECT count(*) FROM dossier_event WHERE forced = 'yes'")" = 0 ]
}

@test "firms and households are taken in as they are called, with a word" {
	for name in 'Công ty TNHH A&B (Chi nhánh 2)' 'Hộ kinh doanh Minh Tâm 3' \
		'Công ty "Sao Mai"' 'Tổ hợp tác Thành Công/Tân Tiến' 'HTX Nông nghiệp 2+'; do
		try osq-dossier receive -p 1.001653 -a "$name"
		like 0 "000.17.22.H30-261126-*" "osq-dossier: $output: the applicant's name has a *"
		[ "$(rows applicant -q "${output##*-}")" = "${name//\"/\"\"}" ] ||
			[ "$(rows applicant -q "${output##*-}")" = "\"${name//\"/\"\"}\"" ]
	done
	try osq-dossier receive -p 1.001653 -a $'An\x1b[31m'
	like 65 '' "osq-dossier: the applicant's name: has a character in it that nobody can see*"
}

@test "i and y are one vowel, and any run of words is found" {
	for name in 'Trần Quí Đức' 'Trần Quý Đức' 'Lê Thị Ngọc Ánh' 'Lý Huy' 'Lí Hui' 'Tây Mĩ'; do
		osq-dossier receive -p 1.001653 -a "$name"
	done
	found() {
		osq-dossier list -q "$1" --csv --no-header -o applicant | paste -sd,
	}
	for words in quy qui 'Quý' quyduc 'duc qui'; do
		[ "$(found "$words" | tr , '\n' | sort | paste -sd,)" = 'Trần Quí Đức,Trần Quý Đức' ]
	done
	[ "$(found ly)" = 'Lý Huy,Lí Hui' ]
	[ "$(found huy)" = 'Lý Huy' ]
	[ "$(found tay)" = 'Tây Mĩ' ]
	[ "$(found my)" = 'Tây Mĩ' ]
	for words in ngocanh thingocanh lethi thingoc lethingocanh; do
		[ "$(found "$words")" = 'Lê Thị Ngọc Ánh' ]
	done
	[ "$(osq-dossier list --field 'tro giup xa hoi' --csv --no-header | wc -l)" = \
		"$(osq-dossier list --field 'Trợ giúp xã hội' --csv --no-header | wc -l)" ]
	content
}

@test "an act of a day: what ends at its closing, what begins at its opening" {
	code=$(osq-dossier receive -p 1.001653 -a An --at 2026-11-25)
	[ "$code" = 000.17.22.H30-261125-0001 ]
	# The promise is for Wednesday the 2nd, 17:00.
	at 18:00 2026-12-04
	osq-dossier finish "$code" --at 2026-12-02
	osq-dossier return "$code" --at 2026-12-02
	[ "$(rows received_at,finished_at,returned_at,standing)" = \
		2026-11-25T07:00:00+07:00,2026-12-02T17:00:00+07:00,2026-12-02T17:00:00+07:00,on_time ]
	# Handed in after closing, and stopped that day; taken in and ended today.
	late=$(osq-dossier receive -p 1.001653 -a Tối --at '2026-12-03 18:30')
	osq-dossier stop "$late" -r 'nộp nhầm' --at 2026-12-03
	at 09:00 2026-12-05
	now=$(osq-dossier receive -p 1.001653 -a Nay)
	osq-dossier withdraw "$now" -r 'đổi ý' --at 2026-12-05
	[ "$(rows finished_at -q 'toi'),$(rows finished_at -q nay)" = 2026-12-03T18:30:00+07:00,2026-12-05T09:00:00+07:00 ]
	try osq-dossier finish "$(osq-dossier receive -p 1.001653 -a Mai)" --at 2026-12-04
	like 65 '' '*the time given is before*'
	printf 'procedure,applicant,at\n1.001653,Bé,2026-12-03\n' | osq-dossier receive -
	[ "$(rows received_at -q be)" = 2026-12-03T07:00:00+07:00 ]
}

@test "status words are read as systems write them" {
	osq-dossier import - <<-END 2>/dev/null
		Mã TTHC;Người nộp;Ngày tiếp nhận;Trạng thái;Ngày hoàn thành;Ngày trả
		1.001653;A;24/11/2026;Chờ trả kết quả;25/11/2026;
		1.001653;B;24/11/2026;Đang chờ bổ sung;;
		1.001653;C;24/11/2026;Công dân rút hồ sơ;25/11/2026;
		1.001653;D;24/11/2026;Hoàn thành;25/11/2026;25/11/2026
		1.001653;E;24/11/2026;Hoàn thành;25/11/2026;
	END
	try osq-dossier import - <<<$'Mã TTHC;Người nộp;Ngày tiếp nhận;Trạng thái\n1.001653;F;24/11/2026;Chờ tiếp nhận'
	like 0 '1 added*' '*'
	[ "$(osq-dossier list --csv --no-header -o applicant,status,pause_kind | sort | head -n 5)" = 'A,finished,
B,paused,supplement
C,withdrawn,
D,returned,
E,finished,' ]
}

@test "the code of a dossier is found in small letters, and behind a byte order mark" {
	code=$(osq-dossier receive -p 1.001653 -a An)
	small=${code/H/h}
	for verb in show track; do
		osq-dossier $verb "$small" | grep -F "$code"
	done
	printf '\ufeff%s\r\n' "$small" | osq-dossier finish
	[ "$(rows status)" = finished ]
	osq-dossier import - <<<$'procedure,code,applicant,received_at\n1.001653,x-1,Bé,2026-11-25T08:00\n1.001653,X-1,Cò,2026-11-25T08:00'
	[ "$(osq-dossier show x-1 --csv --no-header -o applicant),$(osq-dossier show X-1 --csv --no-header -o applicant)" = Bé,Cò ]
}

@test "a text that a spreadsheet's cell cannot hold is cut with a word" {
	osq-dossier receive -p 1.001653 -a An --request "$(printf 'x%.0s' $(seq 33000))"
	try osq-dossier export --xlsx whole.xlsx
	ended 0 '' "osq-dossier: cells cut to the 32767 characters that a spreadsheet's cell holds: 1"
	try osq-dossier export --xlsx short.xlsx -o code,applicant
	ended 0
}
