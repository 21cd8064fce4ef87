#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The figures of the office.  The random proof that they reconcile is reconcile.bats.

load helper

BIRTH=1.001193    # field Hộ tịch
DISABLED=1.001653 # field Bảo trợ xã hội

setup() {
	office
}

# Dossiers at every edge of the reported month November, 15 October to 14 November.
edges() {
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,channel,status,received_at,due_at,finished_at,officer
		E-01,$BIRTH,from before and early,counter,,2026-10-14T23:59:59,2026-10-20T17:00,2026-10-15T00:00:00,hoa
		E-02,$BIRTH,first second and on time,online,,2026-10-15T00:00:00,2026-10-15T17:00,2026-10-15T17:00:00,hoa
		E-03,$BIRTH,a second over,counter,,2026-10-16T08:00,2026-10-16T17:00,2026-10-16T17:00:01,binh
		E-04,$DISABLED,last second and open,post,,2026-11-14T23:59:59,2026-11-20T17:00,2026-11-15T00:00:00,hoa
		E-05,$DISABLED,late at the end,counter,,2026-10-20T08:00,2026-11-14T17:00,,
		E-06,$DISABLED,after,online,,2026-11-15T00:00:00,2026-11-20T17:00,,
		E-07,$DISABLED,before,counter,,2026-09-01T08:00,2026-09-10T17:00,2026-10-14T23:59:59,
		E-08,$DISABLED,from before and overdue,counter,,2026-09-01T08:00,2026-09-10T17:00,2026-11-14T23:59:59,
		E-09,$BIRTH,rejected,counter,rejected,2026-10-20T08:00,2026-10-20T17:00,2026-10-20T09:00,
		E-10,$BIRTH,withdrawn,counter,withdrawn,2026-10-20T08:00,2026-10-20T17:00,2026-10-21T09:00,
		E-11,$DISABLED,due as it ends,counter,,2026-10-20T08:00,2026-11-15T00:00:00,2026-11-20T08:00,
	END
}

# --- periods

# period NAME FROM TO [OPTION...]
period() {
	try osq-report summary --json --period "$1" "${@:4}"
	[ "$status" = 0 ]
	[ "$(jq -r '.from + " " + .to' <<<"$output")" = "$2 $3" ] || {
		echo "$output" >&2
		return 1
	}
}

@test "reported periods begin on a 15th and end on a 14th" {
	period 2026-11 2026-10-15 2026-11-14
	period 2026-01 2025-12-15 2026-01-14
	period 2026-12 2026-11-15 2026-12-14
	period 2026-03 2026-02-15 2026-03-14
	period 2026-Q1 2025-12-15 2026-03-14
	period 2026-Q2 2026-03-15 2026-06-14
	period 2026-Q3 2026-06-15 2026-09-14
	period 2026-Q4 2026-09-15 2026-12-14
	period 2026-H1 2025-12-15 2026-06-14
	period 2026-H2 2026-06-15 2026-12-14
	period 2026-9M 2025-12-15 2026-09-14
	period 2026 2025-12-15 2026-12-14
}

@test "--calendar means the calendar's own" {
	period 2026-11 2026-11-01 2026-11-30 --calendar
	period 2024-02 2024-02-01 2024-02-29 --calendar
	period 2026-02 2026-02-01 2026-02-28 --calendar
	period 2026-Q3 2026-07-01 2026-09-30 --calendar
	period 2026-H1 2026-01-01 2026-06-30 --calendar
	period 2026-H2 2026-07-01 2026-12-31 --calendar
	period 2026-9M 2026-01-01 2026-09-30 --calendar
	period 2026 2026-01-01 2026-12-31 --calendar
}

@test "what is no period is refused" {
	for name in 2026-13 2026-00 2026-Q5 2026-Q0 2026-H3 2026-1 26-11 2026-9m 2026Q1 2026-Q11 \
		2026- x 0000 '' 2026-11-23 ' 2026'; do
		try osq-report summary --period "$name"
		ended 64 '' "osq-report: '$name' is no period
osq-report: 2026-11, 2026-Q3, 2026-H1, 2026-9M, 2026"
	done
}

@test "--day, --from and --to, today without any" {
	span() {
		osq-report summary --json "$@" | jq -r '.from + " " + .to'
	}
	[ "$(span)" = "2026-11-23 2026-11-23" ]
	[ "$(span --day 2026-11-20)" = "2026-11-20 2026-11-20" ]
	[ "$(span --day 20/11/2026)" = "2026-11-20 2026-11-20" ]
	[ "$(span --day yesterday)" = "2026-11-22 2026-11-22" ]
	[ "$(span --from 2026-11-01)" = "2026-11-01 2026-11-23" ]
	[ "$(span --from 2026-11-01 --to 2026-11-05)" = "2026-11-01 2026-11-05" ]
	[ "$(span --from 2026-11-05 --to 2026-11-05)" = "2026-11-05 2026-11-05" ]
}

@test "two ways of saying the period exclude each other" {
	for twice in "--day today" "--from 2026-11-01" "--from 2026-11-01 --to today"; do
		# shellcheck disable=SC2086
		try osq-report summary --period 2026 $twice
		ended 64 '' 'osq-report: --period goes with no other day
osq-report: see: osq-report summary --help'
	done
	try osq-report summary --day today --from 2026-11-01 --to today
	ended 64 '' 'osq-report: --day goes with neither --from nor --to
osq-report: see: osq-report summary --help'
	try osq-report summary --to today
	ended 64 '' 'osq-report: --from is missing
osq-report: see: osq-report summary --help'
	try osq-report summary --from today --to yesterday
	ended 64 '' 'osq-report: --to is before --from
osq-report: see: osq-report summary --help'
	try osq-report summary --calendar --day today
	ended 64 '' 'osq-report: --calendar goes with --period
osq-report: see: osq-report summary --help'
	try osq-report summary --day 2026-02-30
	ended 64 '' "osq-report: --day: '2026-02-30' is no day
osq-report: 2026-11-24, 24/11/2026, today, yesterday"
}

# --- dossiers

@test "summary: every edge of a period falls on its right side" {
	edges
	try osq-report summary --json --period 2026-11
	ended 0 '{"from":"2026-10-15","to":"2026-11-14","received":9,"received_in_period":7,"carried_over":2,"finished":6,"early":1,"on_time":2,"overdue":3,"in_process":3,"in_time":2,"late":1}'
	try osq-report summary --csv --period 2026-11
	ended 0 'from,to,received,received_in_period,carried_over,finished,early,on_time,overdue,in_process,in_time,late
2026-10-15,2026-11-14,9,7,2,6,1,2,3,3,2,1'
}

@test "summary for people, with the note on ends without a result" {
	edges
	try osq-report summary --period 2026-11 --lang en
	ended 0 'SUMMARY OF DOSSIERS
From 15/10/2026 to 14/11/2026

Received: total         9
Received in the period  7
Carried over            2
Finished: total         6
Early                   1
On time                 2
Overdue                 3
In process: total       3
In time                 2
Late                    1
Ended without a result: 1 rejected, 1 withdrawn, 0 stopped; overdue: 1.'
}

@test "an open dossier of a period still running stands as it does now" {
	edges
	late() {
		osq-report summary --json --period 2026-12 | jq .late
	}
	# Open: E-05 (due on 14 November) and E-06 (20 November).
	at 17:00:00 2026-11-20
	[ "$(late)" = 1 ]
	at 17:00:01 2026-11-20
	[ "$(late)" = 2 ]
}

@test "summary of an office without dossiers is all noughts" {
	try osq-report summary --json --day 2026-11-20
	ended 0 '{"from":"2026-11-20","to":"2026-11-20","received":0,"received_in_period":0,"carried_over":0,"finished":0,"early":0,"on_time":0,"overdue":0,"in_process":0,"in_time":0,"late":0}'
}

@test "dossiers: form II.06a by field" {
	edges
	try osq-report dossiers --csv --period 2026-11
	ended 0 'no,field,received,online,counter_post,carried_over,finished,early,on_time,overdue,in_process,in_time,late
1,Bảo trợ xã hội,4,0,3,1,1,0,0,1,3,2,1
2,Hộ tịch,5,1,3,1,5,1,2,2,0,0,0'
}

@test "dossiers in Vietnamese, as people read it" {
	edges
	try osq-report dossiers --period 2026-11 -o no,field,received,early,late
	ended 0 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC
Kỳ báo cáo: tháng 11 năm 2026. Từ ngày 15/10/2026 đến ngày 14/11/2026

STT  Lĩnh vực        Tiếp nhận: tổng số  Trước hạn  Đang giải quyết: quá hạn
  1  Bảo trợ xã hội                   4          0                         1
  2  Hộ tịch                          5          1                         0
     Tổng cộng                        9          1                         1
Kết thúc không có kết quả: từ chối 1, rút 1, dừng giải quyết 0; trong đó quá hạn 1.'
}

@test "overdue: those finished too late, and those late and open" {
	edges
	try osq-report overdue --csv --period 2026-11 -o no,code,procedure,field,applicant,due_at,finished_at,standing,days_over,officer
	ended 0 "no,code,procedure,field,applicant,due_at,finished_at,standing,days_over,officer
1,E-08,$DISABLED,Bảo trợ xã hội,from before and overdue,2026-09-10T17:00:00+07:00,2026-11-14T23:59:59+07:00,overdue,65,
2,E-03,$BIRTH,Hộ tịch,a second over,2026-10-16T17:00:00+07:00,2026-10-16T17:00:01+07:00,overdue,0,Trần Văn Bình
3,E-10,$BIRTH,Hộ tịch,withdrawn,2026-10-20T17:00:00+07:00,2026-10-21T09:00:00+07:00,overdue,1,
4,E-05,$DISABLED,Bảo trợ xã hội,late at the end,2026-11-14T17:00:00+07:00,,late,1,"
	# On the due day itself it is late by hours, or less, and never by 0 days.
	try osq-report overdue --csv --period 2026-11 -o code,over --lang en
	ended 0 'code,over
E-08,65 days
E-03,1 minutes
E-10,1 day
E-05,1 day'
	try osq-report overdue --json --day 2026-10-15
	[ "$(jq -r '[.[].code] | join(" ")' <<<"$output")" = "E-08" ]
}

# --- officers and the day

@test "officers: what nobody is named for has a row, so that the sums are true" {
	edges
	osq-rate add -s 5 --sheet --officer hoa --at 2026-11-01 >/dev/null
	osq-rate add -s 3 --sheet --officer hoa --at 2026-11-01 >/dev/null
	try osq-report officers --csv --period 2026-11 --lang en
	ended 0 'officer,name,served,service_median,received,finished,early,on_time,overdue,ratings,average,satisfied
binh,Trần Văn Bình,0,,1,1,0,0,1,0,,
duc,Phạm Minh Đức,0,,0,0,0,0,0,0,,
hoa,Nguyễn Thị Hoa,0,,2,2,1,1,0,2,4.00,50.00
lan,Lê Ngọc Lan,0,,0,0,0,0,0,0,,
mai,Võ Thị Tuyết Mai,0,,0,0,0,0,0,0,,
,(nobody named),0,,4,3,0,1,2,0,,'
	try osq-report officers --json --period 2026-11 -o officer,received
	[ "$(jq -c '.[-1]' <<<"$output")" = '{"officer":null,"received":4}' ]
}

# Two at counter 1, served five and ten minutes; one who does not come; one who
# cancels; one still waiting, and one sent on to another service.
morning() {
	local n

	at 07:00
	open_counters
	export OSQ_COUNTER=1
	osq-admin config no_show_calls 1
	for n in 1 2 3 4 5 6; do
		at "07:0$n"
		osq-ticket issue civil
	done
	at 07:10; osq-call next # A001 waited 9 minutes
	at 07:11; osq-call start
	at 07:16; osq-call done
	osq-call next           # A002 waited 14
	at 07:26; osq-call done
	osq-call next           # A003 waited 23
	at 07:30; osq-call no-show
	osq-ticket cancel A004
	osq-call take A005      # waited 25
	at 07:31; osq-call transfer --to certify
	osq-rate add -s 5 -t A001
	osq-dossier receive -p "$BIRTH" -a An
	osq-dossier finish 000.17.22.H30-261123-0001
	at 17:00
} >/dev/null

@test "day: visits stand under the service they were drawn for, and where they were sent" {
	morning
	try osq-report day --csv --section services
	ended 0 'service,name,drawn,came,served,sent_on,no_show,cancelled,unserved,open,wait_median,wait_p90,wait_longest,service_median
civil,Hộ tịch,6,0,2,1,1,1,0,1,1110,1500,1500,450
certify,Chứng thực,0,1,0,0,0,0,0,1,,,,
social,Lao động - Xã hội,0,0,0,0,0,0,0,0,,,,
result,Trả kết quả,0,0,0,0,0,0,0,0,,,,
online,Hỗ trợ nộp hồ sơ trực tuyến,0,0,0,0,0,0,0,0,,,,
vneid,Hỗ trợ VNeID và định danh điện tử,0,0,0,0,0,0,0,0,,,,
payment,Hỗ trợ thanh toán trực tuyến,0,0,0,0,0,0,0,0,,,,
land,Đất đai,0,0,0,0,0,0,0,0,,,,'
}

@test "day: no time at all is a time" {
	open_counters
	osq-ticket issue civil >/dev/null
	osq-call next --counter 1 >/dev/null
	osq-call start --counter 1
	osq-call done --counter 1
	try osq-report day --csv --no-header --section services -o service,wait_median,wait_longest,service_median
	like 0 'civil,0,0,0
certify,,,
*'
}

@test "day: durations for people, the officer's figures, and the dossiers" {
	morning
	try osq-report day --section officers --csv --no-header -o officer,served,service_median,received,finished,on_time,ratings,average
	ended 0 'binh,0,,0,0,0,0,
duc,0,,0,0,0,0,
hoa,2,450,1,1,1,1,5.00
lan,0,,0,0,0,0,
mai,0,,0,0,0,0,'
	try osq-report day --section services --lang en -o name,drawn,wait_median,service_median
	like 0 $'REPORT OF THE DAY\nDay 23/11/2026; figures up to *\n\nVisits by service\nService *\nHộ tịch   *  6         18:30             7:30\n*Total    *'
	try osq-report day --section dossiers --json -o received,finished,on_time
	ended 0 '{"received":1,"finished":1,"on_time":1}'
}

@test "day as JSON: a key for each section" {
	morning
	try osq-report day --json
	[ "$status" = 0 ]
	[ "$(jq -c 'keys_unsorted' <<<"$output")" = '["services","dossiers","officers","takings"]' ]
	[ "$(jq -c '[(.services | length), .dossiers.received, (.officers | length)]' <<<"$output")" = '[8,1,5]' ]
}

@test "several sections as CSV are a line a figure; one section is a plain list" {
	try osq-report day --csv
	like 0 $'section,row,column,value\nservices,1,service,civil\nservices,1,name,Hộ tịch\nservices,1,drawn,0\n*'
	try bash -c "osq-report day --csv | grep '^dossiers,1,received,'"
	ended 0 'dossiers,1,received,0'
	try osq-report day --csv --section dossiers -o received
	ended 0 $'received\n0'
}

@test "what does not exist is told, in the asker's language" {
	try osq-report weather
	ended 64 '' "osq-report: there is no 'weather' here
osq-report: see: osq-report --help"
	try osq-report day --section weather
	ended 64 '' "osq-report: --section: there is no 'weather'
osq-report: see: osq-report day --help"
	try osq-report day --lang fr
	ended 64 '' "osq-report: --lang: 'fr' is none of: vi en
osq-report: see: osq-report day --help"
	try osq-report summary -o received,weather
	like 64 '' '*--columns:*weather*'
}

@test "the columns of each report are listed" {
	try osq-report summary --list-columns
	ended 0 'from
to
received
received_in_period
carried_over
finished
early
on_time
overdue
in_process
in_time
late'
	try osq-report dossiers --list-columns
	ended 0 'no
field
received
online
counter_post
carried_over
finished
early
on_time
overdue
in_process
in_time
late'
}

# --- spreadsheets

cells() {
	python3 "$BATS_TEST_DIRNAME/xlsx_cells.py" "$1"
}

@test "form II.06a as XLSX: head, typed cells, totals, signatures" {
	edges
	try osq-report dossiers --period 2026-11 --xlsx form.xlsx
	ended 0 form.xlsx
	# The head's right half begins where the widths of the columns have it.
	cells form.xlsx | cut -f 2- | sed -E $'s/^[B-M]([124])\t/R\\1\t/' >got
	cat >wanted <<-END
		A1	text	ỦY BAN NHÂN DÂN XÃ TRƯỜNG LONG A
		R1	text	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
		A2	text	─────────
		R2	text	Độc lập - Tự do - Hạnh phúc
		A4	text	Biểu số II.06a/VPCP/KSTT
		R4	text	Trường Long A, ngày 23 tháng 11 năm 2026
		A6	text	TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC
		A7	text	Kỳ báo cáo: tháng 11 năm 2026. Từ ngày 15/10/2026 đến ngày 14/11/2026
		A8	text	Đơn vị báo cáo: Ủy ban nhân dân xã Trường Long A. Đơn vị nhận báo cáo: UBND thành phố Cần Thơ
		A9	text	Đơn vị tính: Số hồ sơ TTHC
		A11	text	STT
		B11	text	Lĩnh vực
		C11	text	Hồ sơ tiếp nhận
		G11	text	Hồ sơ đã giải quyết
		K11	text	Hồ sơ đang giải quyết
		C12	text	Tổng cộng
		D12	text	Trong kỳ
		F12	text	Kỳ trước chuyển sang
		G12	text	Tổng cộng
		H12	text	Trước hạn
		I12	text	Đúng hạn
		J12	text	Quá hạn
		K12	text	Tổng cộng
		L12	text	Trong hạn
		M12	text	Quá hạn
		D13	text	Trực tuyến
		E13	text	Trực tiếp, dịch vụ bưu chính
		A14	text	(1)
		B14	text	(2)
		C14	text	(3)=(4)+(5)+(6)
		D14	text	(4)
		E14	text	(5)
		F14	text	(6)
		G14	text	(7)=(8)+(9)+(10)
		H14	text	(8)
		I14	text	(9)
		J14	text	(10)
		K14	text	(11)=(12)+(13)
		L14	text	(12)
		M14	text	(13)
	END
	head -n 40 got | diff wanted -
	grep $'number\t' got | awk -F'\t' '{ row = substr($1, 2); v[row] = v[row] " " $3 }
		END { for (row = 15; row < 18; row++) print v[row] }' >numbers
	diff - numbers <<-'END'
		 1 4 0 3 1 1 0 0 1 3 2 1
		 2 5 1 3 1 5 1 2 2 0 0 0
		 9 1 6 2 6 1 2 3 3 2 1
	END
	grep -q $'^B17\ttext\tTổng cộng$' got
	grep -q $'\ttext\tKết thúc không có kết quả: từ chối 1, rút 1, dừng giải quyết 0; trong đó quá hạn 1.$' got
	grep -q $'\ttext\tNGƯỜI LẬP BIỂU$' got
	grep -q 'TM. ỦY BAN NHÂN DÂN' got
	run ! grep -E $'\t(formula|error|date)\t' got
}

@test "the names on a report are those of the period's last day" {
	osq-report dossiers --period 2025-06 --xlsx june.xlsx
	osq-report dossiers --period 2025-07 --xlsx july.xlsx
	cells june.xlsx | grep -q 'Đơn vị nhận báo cáo: UBND huyện Châu Thành A$'
	cells july.xlsx | grep -q 'Đơn vị nhận báo cáo: UBND thành phố Cần Thơ$'
}

@test "dates in a spreadsheet are dates, numbers numbers, and names never formulas" {
	edges
	osq-dossier import - <<-END
		code,procedure,applicant,received_at,due_at,finished_at
		old-1,$BIRTH,"=HYPERLINK(""http://x"",""y"")",2026-10-16 08:00,2026-10-16 17:00,2026-10-17 08:30
		old-2,$BIRTH,@SUM(A1),2026-10-16 08:00,2026-10-16 17:00,2026-10-17 08:30
	END
	# Codes that no import takes any more, as an older store can have them.
	sqlite3 osq.db "UPDATE dossier SET code = '=1+1' WHERE code = 'old-1';
		UPDATE dossier SET code = '+2' WHERE code = 'old-2'"
	osq-report overdue --period 2026-11 --xlsx overdue.xlsx --lang en
	cells overdue.xlsx | cut -f 2- >got
	grep -q $'\tOVERDUE DOSSIERS$' got
	row=$(grep -F $'text\t=1+1' got | cut -f 1 | tr -d B)
	grep -E "^[A-Z]$row"$'\t' got | cut -f 2- >line
	diff - line <<-END
		number	3
		text	=1+1
		text	$BIRTH
		text	$(osq-admin list procedures --json | jq -r ".[] | select(.code == \"$BIRTH\").name")
		text	=HYPERLINK("http://x","y")
		date	2026-10-16 08:00:00
		date	2026-10-16 17:00:00
		date	2026-10-17 08:30:00
		text	overdue
		text	1 day
	END
	grep -q $'text\t@SUM(A1)' got
	run ! grep -E $'\t(formula|error)\t' got
}

@test "a spreadsheet is set up for A4 across, with its headings kept and bordered" {
	edges
	osq-report dossiers --period 2026-11 --xlsx form.xlsx
	unzip -p form.xlsx xl/worksheets/sheet1.xml >sheet.xml
	xmllint --noout sheet.xml
	grep -q 'orientation="landscape"' sheet.xml
	grep -q 'paperSize="9"' sheet.xml
	grep -q 'fitToWidth\|fitToPage="1"' sheet.xml
	grep -q '<pane [^>]*state="frozen"' sheet.xml
	unzip -p form.xlsx xl/styles.xml | grep -q '<left style="thin"'
	unzip -p form.xlsx xl/workbook.xml | grep -q '_xlnm.Print_Titles'
}

@test "the day's report as XLSX has all its sections" {
	morning
	try osq-report day --xlsx day.xlsx
	ended 0 day.xlsx
	cells day.xlsx | cut -f 2- >got
	for title in 'BÁO CÁO NGÀY' 'Ngày 23/11/2026; số liệu tính đến .*' 'Lượt phục vụ theo dịch vụ' 'Hồ sơ' 'Công chức'; do
		grep -q $'\ttext\t'"$title"'$' got
	done
	[ "$(grep -c $'\ttext\tTổng cộng$' got)" = 6 ] # three rows, and three headings
}

@test "the same report is the same file, byte for byte" {
	edges
	osq-report dossiers --period 2026-11 --xlsx one.xlsx
	osq-report dossiers --period 2026-11 --xlsx two.xlsx
	cmp one.xlsx two.xlsx
}

@test "a spreadsheet that cannot be written is told, and nothing is left" {
	try osq-report summary --xlsx missing/form.xlsx
	[[ $status = 7[0-9] ]]
	[ -z "$output" ]
	[[ $stderr = "osq-report: "* ]]
	[ ! -e missing ]
}

@test "a question that is refused leaves an older spreadsheet as it was" {
	echo mine >form.xlsx
	try osq-report summary --xlsx form.xlsx -o weather
	[ "$status" = 64 ]
	[ "$(cat form.xlsx)" = mine ]
}
