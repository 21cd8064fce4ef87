#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Which language a command speaks, and what stays the same in each.

load helper

setup() {
	office
	unset LANGUAGE LC_ALL LC_MESSAGES LANG LC_NUMERIC
}

VI='osq-dossier: X: không có hồ sơ này'
EN='osq-dossier: X: no such dossier'

# speaks WORDS [NAME=VALUE...]
speaks() {
	try env "${@:2}" osq-dossier show X
	ended 1 '' "$1"
}

@test "LANGUAGE says it, whatever locales the machine has" {
	speaks "$VI" LANGUAGE=vi
	speaks "$VI" LANGUAGE=vi LC_ALL=C
	speaks "$VI" LANGUAGE=vi_VN:en LANG=en_US.UTF-8
	speaks "$EN" LANGUAGE=en
	speaks "$EN" LANGUAGE=en LANG=vi_VN.UTF-8
}

@test "LANGUAGE is a list: the first that we have" {
	speaks "$VI" LANGUAGE=fr:vi:en
	speaks "$VI" LANGUAGE=vi_VN.UTF-8@north:en
	speaks "$EN" LANGUAGE=fr:en_GB:vi
	speaks "$EN" LANGUAGE=fr:de LANG=vi_VN.UTF-8
	speaks "$EN" LANGUAGE=vie:VI:v::
}

@test "a machine without any locale speaks as well, of the system's errors too" {
	mkdir none
	for locale in C C.UTF-8 vi_VN.UTF-8; do
		set -- LOCPATH="$PWD/none" LC_ALL=$locale LANGUAGE=vi
		speaks "$VI" "$@"
		try env "$@" osq-admin import procedures missing.csv
		ended 66 '' 'osq-admin: missing.csv: Không có tệp hoặc thư mục này'
		try env "$@" sh -c 'osq-ticket list --csv >/dev/full'
		ended 74 '' 'osq-ticket: không ghi được: Ổ đĩa đã hết chỗ'
	done
}

# house: the program alone, without anything that belongs to it.
house() {
	mkdir -p house/bin
	cp "$BUILD/bin/osq-dossier" "$BUILD/bin/osq-admin" house/bin
	PATH=$PWD/house/bin:$PATH
}

@test "the program brings its texts along: no catalogue can be missing" {
	house
	speaks "$VI" LANGUAGE=vi
	speaks "$VI"
}

@test "no language loads a foreign catalogue, be it stored or asked for" {
	house
	msgfmt -o evil.mo - <<-'EVIL'
		msgid "%s: no such dossier"
		msgstr "%s: %s%s%s%n"
	EVIL
	for place in house/share/locale/vi house/share/locale/xx house/xx xx; do
		install -D evil.mo $place/LC_MESSAGES/osq.mo
	done
	export TEXTDOMAINDIR=$PWD/house/share/locale NLSPATH=$PWD/%N
	speaks "$VI" LANGUAGE=vi
	for language in xx ../../xx ../../../xx "$PWD/xx" xx.UTF-8 '../../xx/./../../xx'; do
		speaks "$EN" LANGUAGE="$language"
		speaks "$EN" LC_ALL="$language"
		try osq-admin config language "$language"
		like 65 '' '*'
		sqlite3 "$OSQ_DB" "INSERT OR REPLACE INTO setting (key, since, value)
			VALUES ('language', '2000-01-01', '$language')"
		speaks "$VI" # as if nothing were set
		speaks "$VI" LANG=vi_VN
	done
}

@test "a locale says it, also one that was never generated" {
	speaks "$VI" LC_ALL=vi_VN.UTF-8
	speaks "$VI" LC_MESSAGES=vi_VN
	speaks "$VI" LANG=vi_VN.UTF-8
	speaks "$EN" LC_ALL=en_US.UTF-8
	speaks "$EN" LANG=en_GB
	speaks "$EN" LC_ALL=en_US.UTF-8 LANG=vi_VN.UTF-8
	speaks "$EN" LANG=fr_FR.UTF-8
}

@test "where the environment says nothing, the office's setting speaks" {
	speaks "$VI"
	speaks "$VI" LANG=C.UTF-8
	speaks "$VI" LC_ALL=C
	speaks "$VI" LANG=POSIX
	speaks "$VI" LANG=C.utf8
	osq-admin config language en >/dev/null
	speaks "$EN"
	speaks "$EN" LANG=C.UTF-8
	speaks "$VI" LANG=vi_VN.UTF-8
	osq-admin config language '' >/dev/null
	speaks "$EN"
}

@test "help, headings and usage errors are Vietnamese too" {
	export LANGUAGE=vi
	try osq-ticket
	ended 64 '' 'osq-ticket: chưa nêu lệnh cần làm
osq-ticket: xem: osq-ticket --help'
	try osq-ticket --help
	like 0 $'cách dùng: osq-ticket LỆNH \\[TÙY-CHỌN\\] ...\nLấy, liệt kê và in số thứ tự.\n*'
	try osq-dossier list -o code,applicant,received_at,due_at
	ended 0 'Mã hồ sơ  Chủ hồ sơ  Ngày tiếp nhận  Ngày hẹn trả'
	try osq-dossier import - <<<$'applicant\nAn'
	ended 65 '' '-:1: procedure: thiếu cột này
-:1: received_at: thiếu cột này
osq-dossier: -: số dòng lỗi: 2; chưa nhập gì'
}

@test "every line of help is translated" {
	for command in admin ticket call board dossier rate report; do
		verbs=$(osq-$command --help | sed -n '/^$/q; s/^  \([a-z-]*\).*/\1/p' | sort -u)
		for verb in '' $verbs; do
			# shellcheck disable=SC2086
			osq-$command $verb --help >english
			# shellcheck disable=SC2086
			LANGUAGE="vi" osq-$command $verb --help >vietnamese
			# What both have in common is names only.
			run ! grep -E '  [a-z]+ [a-z]+ [a-z]+' <(grep -Fxf english vietnamese)
			# Names of arguments are Vietnamese too, all with accents; MM is none.
			run ! env LC_ALL=C grep -E -e '--[a-z0-9-]+ ([A-LN-Z]|M[A-LN-Z])[A-Z=|]+ ' \
				-e '^c.*:.* \[?[A-Z]+[].]*$' vietnamese
		done
	done
}

@test "each language that we have speaks everywhere" {
	osq-call open -c 3 --officer hoa
	osq-ticket issue social
	osq-call next -c 3
	codes=$(osq-call --complete say --lang '' | cut -f 1)
	grep -qx vi <<<"$codes"
	grep -qx en <<<"$codes"
	for code in $codes; do
		osq-call say -c 3 --lang "$code"
		osq-board --lang "$code"
		osq-report day --lang "$code"
		osq-admin config language "$code"
		osq-admin config report_language "$code"
		osq-admin config "say_$code" "$(osq-admin config "say_$code")"
	done >/dev/null
	try osq-report day --help
	[[ $output == *"--lang LANGUAGE "*": ${codes//$'\n'/, }"* ]]
}

@test "a word that is none of its list, with the list" {
	LC_ALL=C.UTF-8 LANGUAGE=vi try osq-dossier list --channel chim
	ended 64 '' "osq-dossier: --channel: không có giá trị 'chim', chỉ có: counter online post
osq-dossier: xem: osq-dossier list --help"
	LC_ALL=C.UTF-8 LANGUAGE=vi try osq-dossier list --status paused,chim --json
	like 64 '' "*--status: không có giá trị 'chim'*"
}

@test "the sentence in the hall" {
	osq-call open -c 3 --officer hoa
	osq-ticket issue social
	osq-call next -c 3
	try osq-call say -c 3
	ended 0 'Xin mời số thứ tự C 0 0 1 đến quầy số 3'
	try env LANGUAGE=en osq-call say -c 3
	ended 0 'Number C 0 0 1, please come to counter 3'
}

@test "the slip" {
	try osq-ticket issue civil
	try osq-ticket print A001 --width 48
	like 0 '*BẢN IN LẠI*SỐ THỨ TỰ*A 0 0 1*Hộ tịch*Số người chờ trước: 0*Xin vui lòng chờ đến lượt gọi.*'
}

@test "reports are Vietnamese unless asked, whoever asks" {
	for language in en vi fr; do
		export LANGUAGE=$language
		try osq-report summary
		like 0 $'BÁO CÁO TỔNG HỢP HỒ SƠ\nNgày 23/11/2026; số liệu tính đến *\n\nTiếp nhận: tổng số *'
	done
	try osq-report summary --lang en
	like 0 $'SUMMARY OF DOSSIERS\nDay 23/11/2026; figures up to *\n\nReceived: total *'
	osq-admin config report_language en >/dev/null
	try osq-report summary
	like 0 $'SUMMARY OF DOSSIERS\n*'
	try osq-report summary --lang vi
	like 0 $'BÁO CÁO TỔNG HỢP HỒ SƠ\n*'
}

@test "an official report has the official words" {
	for report in 'day BÁO CÁO NGÀY' 'overdue DANH SÁCH HỒ SƠ QUÁ HẠN' \
		'dossiers TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC'; do
		try osq-report "${report%% *}" --period 2026-11
		like 0 "${report#* }"$'\n*Từ ngày 15/10/2026 đến ngày 14/11/2026\n*'
	done
	try osq-report summary
	for words in 'Tiếp nhận trong kỳ' 'Kỳ trước chuyển sang' 'Trước hạn' 'Đúng hạn' 'Quá hạn'; do
		[[ $output == *"$words"* ]]
	done
}

# What programs read, of a day with something in each list.
for_programs() {
	osq-ticket list --json
	osq-ticket list --csv
	osq-dossier list --jsonl
	osq-dossier show 000.17.22.H30-261123-0001 --json
	osq-rate list --csv
	osq-rate summary --json
	osq-call status --json
	osq-board --json
	for name in day summary dossiers overdue officers; do
		osq-report $name --json
		osq-report $name --csv
	done
	osq-admin list hours --json
	osq-admin check --csv -o check,verdict
	osq-dossier list --list-columns
	osq-dossier show X --json 2>&1 | jq -r '.error' || true
}

something() {
	open_counters
	osq-ticket issue civil
	osq-ticket issue civil -p elderly
	osq-call next -c 1
	osq-call done -c 1
	osq-rate add -s 4 -t A002
	osq-rate add -s 5 --sheet --officer hoa
	osq-dossier receive -p 1.001193 -a An -c 1 --at 2026-11-20
	osq-dossier receive -p 1.001653 -a Bé
	osq-dossier finish 000.17.22.H30-261120-0001
	osq-dossier receive -p 1.001193 -a An
} >/dev/null

@test "keys, states and numbers are the same in every language" {
	something
	export LANGUAGE=en
	for_programs >english
	LANGUAGE="vi"
	for_programs >vietnamese
	diff english vietnamese
	grep -q '"standing":"overdue"' english
	grep -q '^no$' english
}

@test "a comma for the decimal point stays out of everything" {
	command -v localedef >/dev/null || skip "no localedef"
	export LOCPATH=$PWD/locales
	mkdir locales
	for name in de_DE vi_VN; do
		localedef -i $name -f UTF-8 "locales/$name.UTF-8" >/dev/null 2>&1 ||
			skip "no locale sources"
	done
	something
	export LANGUAGE=en
	for_programs >plain
	osq-rate summary >plain.table
	osq-report officers --xlsx plain.xlsx
	for name in de_DE vi_VN; do
		export LC_ALL=$name.UTF-8 LC_NUMERIC=$name.UTF-8
		[ "$(locale decimal_point)" = , ]
		for_programs | diff plain -
		osq-rate summary | diff plain.table -
		osq-report officers --xlsx $name.xlsx
		cmp plain.xlsx $name.xlsx
	done
	grep -q '"average":4.5' plain
	unset LANGUAGE
	LC_ALL=vi_VN.UTF-8 speaks "$VI"
	LC_ALL=de_DE.UTF-8 speaks "$EN"
}

@test "what a Vietnamese spreadsheet was given comes back in, in either language" {
	something
	for kind in procedures services counters officers holidays hours priorities desks steps \
		papers targets; do
		export LANGUAGE=vi
		osq-admin list $kind -f excel >"$kind.csv"
		for LANGUAGE in vi en; do
			try osq-admin import $kind $kind.csv --json
			[ "$status" = 0 ] || tell_run 0 '' ''
			[ "$(jq -c '[.added, .changed, .removed]' <<<"$output")" = '[0,0,0]' ]
		done
	done
	all=$(osq-dossier list --list-columns | paste -sd,)
	LANGUAGE="vi"
	osq-dossier list --full -f excel -o "$all" >dossiers.csv
	for LANGUAGE in vi en; do
		try osq-dossier import dossiers.csv --json
		[ "$status" = 0 ] || tell_run 0 '' ''
		[ "$(jq -c '[.added, .changed, .unchanged]' <<<"$output")" = '[0,0,3]' ]
	done
}
