#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What comes out of the printer when a workbook is opened and printed: whole tables on A4 in
# letters of 9 points and more, under headings that come again, with names that tell what it is.

load helper

setup() {
	office
	export LANGUAGE=vi
}

part() { # WORKBOOK PART
	unzip -p "$1" "xl/$2.xml"
}

cells() {
	python3 "$BATS_TEST_DIRNAME/xlsx_cells.py" "$1"
}

sheets() { # WORKBOOK: their names
	part "$1" workbook | grep -o '<sheet name="[^"]*"' | cut -d '"' -f 2 | paste -sd,
}

# A day with something in each table of its report.
ordinary_day() {
	open_counters
	osq-ticket issue civil
	osq-ticket issue certify
	osq-call next -c 1
	osq-call done -c 1
	osq-dossier receive -p 1.001193 -a 'Nguyễn Văn An' -c 1 --fee 1250000
	osq-dossier pay 000.17.22.H30-261123-0001 --amount 1250000 -c 1
} >/dev/null

@test "the report of an ordinary day is one sheet of paper" {
	ordinary_day
	osq-report day --xlsx day.xlsx >/dev/null
	[ "$(sheets day.xlsx)" = "Báo cáo ngày" ]
	part day.xlsx worksheets/sheet1 >sheet
	grep -q '<sheetPr><pageSetUpPr fitToPage="1"/>' sheet
	grep -q '<pageSetup paperSize="9" orientation="portrait"/>' sheet
}

@test "a day with more officers than a page holds breaks between its tables, and shrinks no further" {
	ordinary_day
	for i in $(seq 60); do echo "o$i,Công chức thứ $i"; done | sed '1i code,name' >many.csv
	osq-admin list officers --csv -o code,name | tail -n +2 >>many.csv
	osq-admin import officers many.csv >/dev/null
	for i in $(seq 40); do
		osq-dossier receive -p 1.001193 -a "Nguyễn Văn An" --officer "o$i" >/dev/null
	done
	osq-report day --xlsx day.xlsx >/dev/null
	part day.xlsx worksheets/sheet1 >sheet
	grep -q '<pageSetup paperSize="9" scale="75" orientation="portrait"/>' sheet
	first=$(grep -o '<brk id="[0-9]*"' sheet | head -n 1 | tr -dc 0-9)
	# The row after the break is the title of a table.
	cells day.xlsx | grep -qE $'\tA'$((first + 1))$'\ttext\t(Công chức|Thu phí, lệ phí)$'
}

@test "each table of a wide report has a sheet of its own, called as it is" {
	ordinary_day
	osq-report queue --xlsx queue.xlsx >/dev/null
	[[ $(sheets queue.xlsx) == "Toàn Bộ phận Một cửa,Các dịch vụ,Các quầy,Công chức,"* ]]
	for i in 1 2 3; do
		part queue.xlsx worksheets/sheet$i >sheet
		grep -q 'fitToHeight="0" orientation="landscape"' sheet
		# What 9 points need at the least: 10.49 inches, of 96 pixels, at three quarters.
		[ "$(grep -o ' width="[0-9.]*"' sheet | tr -dc '0-9.\n' |
			awk '{ n += int($1 * 7 + 0.5) } END { print (n <= 1343) }')" = 1 ]
	done
	part queue.xlsx worksheets/sheet2 | grep -q 'TÌNH HÌNH PHỤC VỤ THEO SỐ THỨ TỰ'
	[ "$(part queue.xlsx workbook | grep -o _xlnm.Print_Titles | wc -l)" -ge 7 ]
}

@test "a list says what it is and of when, can be filtered, and keeps its headings in sight" {
	ordinary_day
	osq-dossier list --xlsx list.xlsx >/dev/null
	[ "$(sheets list.xlsx)" = "Hồ sơ" ]
	cells list.xlsx >got
	grep -q $'\tA1\ttext\tHồ sơ$' got
	grep -q $'\tA2\ttext\tIn lúc 08:00 23/11/2026$' got
	grep -q $'\tA4\ttext\tMã hồ sơ$' got
	grep -q $'\ttext\ttrực tiếp$' got
	part list.xlsx worksheets/sheet1 >sheet
	grep -q '<autoFilter ref="A4:N5"/>' sheet
	grep -q '<pane ySplit="4"' sheet
	part list.xlsx workbook | grep -q '_xlnm.Print_Titles.*\$4:\$4'
	osq-admin list services --xlsx services.xlsx >/dev/null
	[[ $(sheets services.xlsx) != *Sheet* ]]
	cells services.xlsx | grep -q $'\tA1\ttext\tDịch vụ mà công dân lấy số được$'
	osq-rate list --xlsx ratings.xlsx >/dev/null
	cells ratings.xlsx | grep -q $'\tA1\ttext\tĐánh giá$'
}

# "Trước hạn" in bold letters of 12 points: its first word takes 6.3 of Excel's units.
@test "no word of a heading is torn" {
	ordinary_day
	osq-report dossiers --xlsx form.xlsx >/dev/null
	cells form.xlsx | grep -q $'\tH12\ttext\tTrước hạn$'
	part form.xlsx worksheets/sheet1 |
		python3 -c 'import re, sys; print(*re.findall(r"<col min=\"8\" max=\"8\" width=\"([0-9.]+)", sys.stdin.read()))' >width
	awk '$1 < 6.7 { exit 1 }' width
	[ "$(wc -w <width)" = 1 ]
}

@test "a long name is wrapped in a row high enough for it, not cut" {
	ordinary_day
	osq-admin list procedures --xlsx procedures.xlsx >/dev/null
	part procedures.xlsx worksheets/sheet1 >sheet
	[ "$(grep -o ' ht="[0-9.]*"' sheet | sort -u | wc -l)" -gt 3 ]
}

@test "thousands are parted, and numbers stay numbers" {
	ordinary_day
	osq-report takings --xlsx takings.xlsx >/dev/null
	cells takings.xlsx | grep -q $'\tnumber\t1250000$'
	part takings.xlsx styles | grep -q 'formatCode="#,##0_)"'
}
