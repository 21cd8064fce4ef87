#!/bin/sh
# SPDX-License-Identifier: MIT
# The article's shop: its year from CSV, then the morning of 6 November 2023 with
# four counters at work at once, one dossier's way, and what is filed at the end of it.
# All it writes is in $B/demo; run again, it begins anew.
set -eu
B=${B:-build}
here=$(dirname "$0")
sample=$here/../sample
work=$B/demo
PATH=$(cd "$B/bin" && pwd):$PATH
export PATH OSQ_DB="$work/osq.db"
unset OSQ_COUNTER OSQ_OFFICER

# A heading in the language in which the commands answer too.
say() { # VIETNAMESE ENGLISH
	case ${LANGUAGE:-vi} in
	en*) printf '\n== %s\n' "$2" ;;
	*) printf '\n== %s\n' "$1" ;;
	esac
}

# HH:MM, so many minutes after 07:00 that day.
at() { printf '2023-11-06T%02d:%02d' $((7 + $1 / 60)) $(($1 % 60)); }

rm -rf "$work"
mkdir -p "$work"
OSQ_NOW=$(at 0)
export OSQ_NOW

say 'Quản trị thiết lập Bộ phận Một cửa và nhập hồ sơ cả năm' \
	'An admin sets the office up and imports the year'
osq-admin init --sample
awk -f "$here/dossiers.awk" "$sample/holidays.csv" "$sample/procedures.csv" >"$work/2023.csv"
OSQ_NOW=2023-11-06T17:00 osq-dossier import "$work/2023.csv"

say 'Số liệu bài báo nêu: 2.695 hồ sơ, 2.530 trước hạn, 165 đúng hạn, không có quá hạn' \
	'What the article reports: 2,695 dossiers, 2,530 early, 165 on time, none overdue'
OSQ_NOW=2023-11-06T17:00 osq-report summary --from 2023-01-01 --to 2023-11-06

say 'Sáng 6/11: công dân lấy số thứ tự' \
	'The morning of 6 November: people draw their numbers'
minute=0
person=0
while [ $minute -lt 150 ]; do
	person=$((person + 1))
	case $((person % 10)) in
	0) set -- result ;;
	1 | 2 | 3) set -- civil ;;
	4 | 5) set -- certify ;;
	6) set -- social ;;
	7) set -- land ;;
	8) set -- online ;;
	*) set -- vneid ;;
	esac
	[ $((person % 13)) -ne 0 ] || set -- "$@" --priority elderly
	OSQ_NOW=$(at $minute) osq-ticket issue "$@" >>"$work/drawn"
	minute=$((minute + 1 + person % 3))
done
drawn=$(wc -l <"$work/drawn")
last=$(tail -n 1 "$work/drawn")
say "Đã phát $drawn số, số cuối $last" "$drawn numbers drawn, the last $last"

# A made-up name for each number.
name_of() {
	number=$1
	set -- Nguyễn Trần Lê Phạm Huỳnh Võ Đặng
	shift $((number % $#))
	printf '%s Văn ' "$1"
	set -- An Bình Cường Dũng Hải Khoa Minh Phúc Sơn Tâm Út
	shift $((number % $#))
	printf '%s\n' "$1"
}

# A counter's morning: call, serve for some minutes, be rated by every second one.
counter() {
	OSQ_COUNTER=$1 OSQ_OFFICER=$2
	export OSQ_COUNTER OSQ_OFFICER
	clock=0
	served=0
	OSQ_NOW=$(at 0) osq-call open >/dev/null
	while [ $clock -lt 265 ]; do
		if ! OSQ_NOW=$(at $clock) osq-call next >"$work/now-$1" 2>/dev/null; then
			clock=$((clock + 2)) # nobody waits: look again
			continue
		fi
		OSQ_NOW=$(at $((clock + 1))) osq-call start >/dev/null
		served=$((served + 1))
		if [ $((served % 4)) -eq 1 ]; then
			OSQ_NOW=$(at $((clock + 2))) osq-dossier receive --procedure "$3" \
				--applicant "$(name_of $served)" \
				--ticket "$(cat "$work/now-$1")" >/dev/null
		fi
		clock=$((clock + 4 + (served + $1) % 5))
		[ $clock -lt 265 ] || break
		OSQ_NOW=$(at $clock) osq-call "done" >/dev/null
		if [ $((served % 2)) -eq 0 ]; then
			OSQ_NOW=$(at $clock) osq-rate add --ticket "$(cat "$work/now-$1")" \
				--score $((served % 7 ? 5 : 4)) >/dev/null
		fi
	done
	rm -f "$work/now-$1"
}

say 'Bốn quầy cùng gọi số' \
	'Four counters call at once'
counter 1 hoa 1.001193 &
counter 2 lan 1.004194 &
counter 3 duc 1.012796 &
counter 4 mai 1.004222 &
wait
OSQ_NOW=$(at 265)

say 'Màn hình tại sảnh lúc 11:25' \
	'The screen in the hall at 11:25'
osq-board

say 'Đánh giá trong buổi sáng' \
	'Ratings of the morning'
osq-rate summary --day today

say 'Một hồ sơ: còn thiếu giấy tờ, mã QR nộp phí, và ai đang xử lý' \
	'A dossier: a paper is missing, the code to pay by, and who has it'
export OSQ_COUNTER=1 OSQ_OFFICER=hoa
osq-admin config bank_bin 970403 >/dev/null
osq-admin config bank_account 0011012345678 >/dev/null
code=$(osq-dossier receive -p 2.001035 -a 'Huỳnh Thị Ngọc Ánh' --papers 1)
osq-dossier form 01 "$code" --output "$work/receipt.html"
osq-dossier pay "$code" --qr --as terminal
osq-dossier papers "$code" --handed 2 >/dev/null
osq-dossier pay "$code" --reference FT23310001 >/dev/null
osq-dossier forward "$code" --holder binh >/dev/null
osq-dossier show "$code"

say 'Tìm lại bằng từ không dấu, và hồ sơ đến hạn ngày mai' \
	'Found again by words without accents, and what is due by tomorrow'
osq-dossier list -q 'anh ngoc thi huynh' -o code,applicant,status,desk,due_at
osq-dossier due --within 1d -o standing,promised_at,code,applicant | head -n 5
unset OSQ_COUNTER OSQ_OFFICER

say 'Báo cáo ngày, do một kịch bản lập lúc 17:00' \
	'The report of the day, as a script files it at 17:00'
OSQ_NOW=2023-11-06T17:00
osq-report day
report=$(osq-report day --xlsx "$work/report-2023-11-06.xlsx")

say 'Dữ liệu toàn vẹn' \
	'The store is whole'
osq-admin check

say "Báo cáo dạng bảng tính: $report" "The report as a spreadsheet: $report"
say "Giấy tiếp nhận, xem bằng trình duyệt: $work/receipt.html" \
	"The receipt, for a browser: $work/receipt.html"
