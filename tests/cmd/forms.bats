#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The law's forms: which set, what stands on them, and that nothing breaks out of them.

load helper

CODE=000.17.22.H30-261123-0001

setup() {
	office
}

# receive [NAME]: a dossier of 25 working days, handed in to hoa at eight.
receive() {
	osq-dossier receive -p 1.001699 -a "${1-Nguyễn Thị Bé Năm}" --id-number 093085001234 \
		--phone 0912345678 --address 'ấp Trường Thọ' --officer hoa "${@:2}"
}

# act HH:MM VERB ...: at that time of the day in hand, by binh.
act() {
	local when=$1

	shift
	(
		at "$when" "${DAY:-$TODAY}"
		osq-dossier "$1" "$CODE" --officer "${BY:-binh}" "${@:2}" >/dev/null
	)
}

# The words of a form, a line each, as somebody reads them: without tags and entities.
words() {
	osq-dossier form "$@" | sed -e '1,/<body/d' -e 's/<[^>]*>//g' -e '/^ *$/d' \
		-e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'\''/g; s/&amp;/\&/g'
}

says() { # TEXT WORDS...
	local text=$1

	shift
	words "$@" >said
	grep -qF -- "$text" said || {
		cat said >&2
		return 1
	}
}

# A picture of the page FILE.html, as a printer gets it: FILE.pdf and FILE-N.png.
printed() { # FILE
	HOME=$PWD chromium --headless --no-sandbox --disable-gpu --no-first-run \
		--user-data-dir="$PWD/browser" --no-pdf-header-footer \
		--print-to-pdf="$PWD/$1.pdf" "file://$PWD/$1.html" >browser.log 2>&1
	pdftoppm -r 110 -png "$1.pdf" "$1"
}

# --- the receipt

@test "the receipt has the dossier, its moments and the office" {
	receive 'Nguyễn Thị Bé Năm' --email nam@example.vn --proxy 'Trần Văn Ủy' \
		--proxy-id-number 093075001299 --proxy-address 'ấp Trường Phú' \
		--proxy-phone 0987654321 --proxy-paper 'Giấy ủy quyền ngày 20/11/2026' \
		--sets 2 --collect post
	sqlite3 "$OSQ_DB" "INSERT INTO dossier_paper VALUES
		(1, 1, 'Tờ khai theo mẫu', 'original', 1, 'yes', 1795395600),
		(1, 2, 'Giấy xác nhận', 'certified', 2, 'yes', NULL)"
	words 01 $CODE >said
	diff said - <<-'END'
		Mẫu số 01 (Thông tư số 03/2025/TT-VPCP)
		ỦY BAN NHÂN DÂN XÃ TRƯỜNG LONG A
		Trung tâm Phục vụ hành chính công xã Trường Long A
		CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
		Độc lập - Tự do - Hạnh phúc
		Số: 01/TNHS-TTPVHCC
		Trường Long A, ngày 23 tháng 11 năm 2026
		GIẤY TIẾP NHẬN HỒ SƠVÀ HẸN TRẢ KẾT QUẢ
		Mã hồ sơ: 000.17.22.H30-261123-0001
		Trung tâm Phục vụ hành chính công xã Trường Long A
		Tiếp nhận hồ sơ của: Nguyễn Thị Bé Năm
		Số định danh cá nhân/Mã số tổ chức: 093085001234
		Địa chỉ: ấp Trường Thọ
		Số điện thoại: 0912345678 Email: nam@example.vn
		Người được ủy quyền nộp hồ sơ: Trần Văn Ủy
		Số định danh cá nhân: 093075001299
		Địa chỉ: ấp Trường Phú
		Số điện thoại: 0987654321 Email: 
		Giấy tờ ủy quyền: Giấy ủy quyền ngày 20/11/2026
		Nội dung yêu cầu giải quyết: Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật
		Thành phần hồ sơ nộp gồm:
		Tờ khai theo mẫu (01 bản chính)
		Số lượng hồ sơ: 02 (bộ)
		Thời gian giải quyết hồ sơ theo quy định là: 25 ngày làm việc
		Thời gian nhận hồ sơ: 08 giờ 00 phút, ngày 23 tháng 11 năm 2026
		Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 29 tháng 12 năm 2026
		Đăng ký nhận kết quả: qua dịch vụ bưu chính
		Vào Sổ theo dõi hồ sơ, Quyển số: 2026; Số thứ tự: 1
		NGƯỜI NỘP HỒ SƠ
		(Ký và ghi rõ họ tên)
		Trần Văn Ủy
		NGƯỜI TIẾP NHẬN HỒ SƠ
		(Ký và ghi rõ họ tên)
		Nguyễn Thị Hoa
	END
}

@test "the receipt keeps what was promised on receipt, whatever moved it since" {
	receive
	act 09:00 pause --reason 'Thiếu'
	DAY=2026-12-01 act 09:00 resume
	DAY=2026-12-01 act 10:00 extend --by 5 --reason 'Mưa'
	says 'trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 29 tháng 12 năm 2026' 01 $CODE
}

@test "a receipt says the time allowed in the unit that the rule has" {
	osq-dossier receive -p 2.000815 -a 'Lê A' --officer hoa
	says 'quy định là: trong ngày làm việc' 01 $CODE
	for unit in 'day ngày' 'working-hour giờ làm việc'; do
		sqlite3 "$OSQ_DB" "UPDATE dossier SET time_unit = '${unit%% *}', time_limit = 5"
		says "quy định là: 05 ${unit#* }" 01 $CODE
	done
}

@test "it is Vietnamese whatever the reader's language is" {
	receive
	LANGUAGE=en LC_ALL=C.UTF-8 osq-dossier form 01 $CODE >english
	env LANGUAGE=vi osq-dossier form 01 $CODE >vietnamese
	cmp english vietnamese
}

@test "on a roll the receipt is as wide as the paper and asks for no signature" {
	receive
	for paper in 80 58; do
		osq-dossier form 01 $CODE --paper $paper >roll.html
		grep -q "<body class=\"roll roll-$paper\">" roll.html
		run ! grep -q 'Ký và ghi rõ họ tên' roll.html
		grep -q 'Người tiếp nhận: .*Nguyễn Thị Hoa' roll.html
	done
	act 09:00 pause --reason 'Thiếu'
	try osq-dossier form 02 $CODE --paper 80
	like 64 '' "osq-dossier: --paper 80 is for the receipt, 01*"
	try osq-dossier form 07 --paper 80
	like 64 '' "osq-dossier: --paper 80 is for the receipt, 01*"
	try osq-dossier form 01 $CODE --paper a6
	like 64 '' "osq-dossier: --paper: 'a6' is none of: a4 a5 80 58*"
}

# --- those that tell of an act

@test "the request names what is missing, why and whom to ask; a second print says the same" {
	receive
	sqlite3 "$OSQ_DB" "INSERT INTO dossier_paper VALUES
		(1, 1, 'Tờ khai', 'original', 1, 'yes', 1795395600),
		(1, 2, 'Giấy chứng sinh', 'original', 1, 'yes', NULL),
		(1, 3, 'Ảnh thẻ', 'copy', 2, 'no', NULL)"
	act 09:00 pause --reason 'Thiếu giấy chứng sinh'
	words 02 $CODE >first
	grep -qF 'Giấy chứng sinh (01 bản chính)' first
	grep -qF 'Lý do: Thiếu giấy chứng sinh' first
	grep -qF 'liên hệ với Trần Văn Bình, số điện thoại 02933953102' first
	grep -qF 'ngày 23 tháng 11 năm 2026' first
	run ! grep -E 'Tờ khai|Ảnh thẻ' first
	DAY=2026-11-25 act 09:00 resume
	sqlite3 "$OSQ_DB" "UPDATE dossier_paper SET handed_at = $(date -d '2026-11-25T09:00+07:00' +%s) WHERE no = 2"
	at 10:00 2026-11-25
	words 02 $CODE | diff first -
}

@test "the apology has the old promise and the new one, and is the agency's" {
	receive
	osq-admin config head_name 'Võ Văn Trưởng' >/dev/null
	act 09:00 pause --reason 'Thiếu'
	DAY=2026-11-25 act 09:00 resume
	DAY=2026-11-25 act 10:00 extend --by 3 --reason 'Phải xác minh'
	words 04 $CODE >said
	grep -qF 'ỦY BAN NHÂN DÂN XÃ TRƯỜNG LONG A' said
	run ! grep -F 'THÀNH PHỐ CẦN THƠ' said # nobody stands above a People's Committee
	grep -qF 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả: 17 giờ 00 phút, ngày 29 tháng 12 năm 2026.' said
	grep -qF 'từ ngày 23/11/2026 đến ngày 25/11/2026 (Thiếu): 17 giờ 00 phút, ngày 30 tháng 12 năm 2026.' said
	grep -qF 'vào 17 giờ 00 phút, ngày 05 tháng 01 năm 2027' said
	grep -qF 'tạm tính của năm 2027' said
	grep -qF 'Lý do: Phải xác minh' said
	grep -qF 'Võ Văn Trưởng' said
}

@test "a refusal says why, and to whom" {
	receive
	BY=hoa act 09:00 reject --reason 'Không thuộc thẩm quyền'
	says 'Không thuộc thẩm quyền' 03 $CODE
	says 'Mã số tổ chức: 093085001234' 03 $CODE
}

@test "who asks to stop has the notice of the one-stop shop, who is stopped the agency's" {
	receive
	act 09:00 withdraw --reason 'Không còn nhu cầu'
	words 05 $CODE >said
	grep -qF 'Mẫu số 05 (Thông tư số 03/2025/TT-VPCP)' said
	grep -qF 'Theo đề nghị của Ông/Bà, Trung tâm Phục vụ hành chính công xã Trường Long A thông báo dừng' said
	grep -qF 'Lý do: Không còn nhu cầu' said
	grep -qF 'Số: 01/TB-TTPVHCC' said
	run ! grep -F 'CHỦ TỊCH' said
	act 10:00 reopen --reason 'Nhầm'
	act 11:00 stop --reason 'Người nộp đã chết'
	words 05 $CODE >said
	grep -qF 'Lý do: Người nộp đã chết' said
	grep -qF 'kể từ 11 giờ 00 phút, ngày 23 tháng 11 năm 2026' said
	grep -qF 'CHỦ TỊCH' said
	run ! grep -F -e 'Mẫu số' -e 'đề nghị của' said
}

@test "a form without a ground is refused, and one taken back is none" {
	receive
	try osq-dossier form 02 $CODE
	ended 1 '' "osq-dossier: $CODE: no supplement was asked for
osq-dossier: that is done by: osq-dossier pause $CODE"
	try osq-dossier form 04 $CODE
	ended 1 '' "osq-dossier: $CODE: no later moment was promised
osq-dossier: that is done by: osq-dossier extend $CODE"
	act 09:00 pause --for fee --reason 'Chờ nộp'
	try osq-dossier form 02 $CODE
	like 1 '' '*no supplement was asked for*'
	act 09:30 resume
	act 10:00 reject --reason 'Sai'
	act 11:00 reopen --reason 'Nhầm'
	try osq-dossier form 03 $CODE
	ended 1 '' "osq-dossier: $CODE: was not refused
osq-dossier: that is done by: osq-dossier reject $CODE"
	try osq-dossier form 05 $CODE
	ended 1 '' "osq-dossier: $CODE: nobody asked to stop it
osq-dossier: that is done by: osq-dossier withdraw $CODE"
	printf 'code,procedure,applicant,received_at,status,finished_at\nH1-1,1.001699,Lê A,%s,rejected,%s\n' \
		2026-11-20T08:00 2026-11-20T09:00 | osq-dossier import - >/dev/null
	try osq-dossier form 06 H1-1
	ended 1 '' 'osq-dossier: H1-1: nobody handed it over yet, as far as is recorded'
	says 'không tiếp nhận, giải quyết hồ sơ này' 03 H1-1
	try osq-dossier form 01 H1-261123-0009
	ended 1 '' 'osq-dossier: H1-261123-0009: no such dossier'
}

# --- the control sheet

# handovers: of each row who gave, who took, when, the result and its moment.
handovers() {
	words "$@" | sed -n '/^1. Giao/,$p' |
		grep -E '^([12]. |Người giao|[0-9][0-9] giờ|Trước|Đúng|Quá|Tạm)'
}

@test "the control sheet has a row for each change of hands, and how the giver stood" {
	for step in 1 2 3; do
		sqlite3 "$OSQ_DB" "INSERT INTO procedure_step SELECT p.id, $step, 'Bước', d.id, 4, 'working-hour'
			FROM procedure p, desk d WHERE p.code = '1.001699'
			AND d.code = '$(echo reception justice chairman | cut -d ' ' -f $step)'"
	done
	receive
	BY=hoa act 08:30 forward --holder binh
	act 10:00 pause --reason 'Thiếu'
	DAY=2026-11-25 act 10:00 resume
	# 4 hours anew from the answer: due at 15:30
	DAY=2026-11-25 act 14:00 forward --holder duc --reason 'Trình ký'
	DAY=2026-11-27 BY=hoa act 09:00 finish # who enters it is not who gave it
	DAY=2026-11-27 BY=hoa act 15:00 return
	handovers 06 $CODE >rows
	diff rows - <<-'END'
		1. Giao: Nguyễn Thị Bé Năm
		2. Nhận: Trung tâm Phục vụ hành chính công – Nguyễn Thị Hoa
		08 giờ 00 phút, ngày 23/11/2026
		Người giaoNgười nhận
		1. Giao: Trung tâm Phục vụ hành chính công – Nguyễn Thị Hoa
		2. Nhận: Văn phòng HĐND và UBND – Trần Văn Bình
		08 giờ 30 phút, ngày 23/11/2026
		Đúng hạn(hạn 13:3023/11/2026)
		Người giaoNgười nhận
		1. Giao: Văn phòng HĐND và UBND – Trần Văn Bình
		2. Nhận: Lãnh đạo Ủy ban nhân dân xã – Phạm Minh Đức
		14 giờ 00 phút, ngày 25/11/2026
		Đúng hạn(hạn 15:3025/11/2026)
		Người giaoNgười nhận
		1. Giao: Lãnh đạo Ủy ban nhân dân xã – Phạm Minh Đức
		2. Nhận: Trung tâm Phục vụ hành chính công xã Trường Long A
		09 giờ 00 phút, ngày 27/11/2026
		Quá hạn(hạn 08:0026/11/2026)
		Người giaoNgười nhận
		1. Giao: Trung tâm Phục vụ hành chính công xã Trường Long A – Nguyễn Thị Hoa
		2. Nhận: Nguyễn Thị Bé Năm
		15 giờ 00 phút, ngày 27/11/2026
		Người giaoNgười nhận
		Tạm dừng chờ bổ sung hồ sơ: từ 10:00 ngày 23/11/2026 đến 10:00 ngày 25/11/2026 (Thiếu).
	END
	says 'Kết quả chung: trước hạn.' 06 $CODE
}

# --- the register

# How many lines a register has.
register_rows() {
	osq-dossier form "$@" | sed -n '/<tbody>/,/<\/tbody>/p' | grep -c '<tr>'
}

@test "the register has the dossiers of a field and period, one register a field and year" {
	receive 'Lê A'
	at 09:00 2026-11-25
	receive 'Lê B'
	osq-dossier receive -p 2.000815 -a 'Lê C'
	[ "$(register_rows 07 --field 'bao tro')" -eq 2 ]
	[ "$(register_rows 07 --field 'bao tro' --day 2026-11-25)" -eq 1 ]
	[ "$(osq-dossier form 07 --from 1/11/2026 --to 30/11/2026 | grep -c 'SỔ THEO DÕI')" -eq 2 ]
	says 'Quyển số: 2026; từ ngày 01/01/2026 đến ngày 25/11/2026' 07
	says '0912345678' 07
	# Who was refused at the counter has no line, so his field has no book either.
	osq-dossier receive -p 1.001193 -a 'Lê D' --reject 'Không đúng nơi cư trú'
	[ "$(osq-dossier form 07 --from 1/11/2026 --to 30/11/2026 | grep -c 'SỔ THEO DÕI')" -eq 2 ]
	try osq-dossier form 07 --field 'không có'
	ended 1 '' 'osq-dossier: no dossier was received then in such a field'
	try osq-dossier form 07 --day 2026-11-20
	ended 1 '' 'osq-dossier: no dossier was received then in such a field'
	try osq-dossier form 07 $CODE --field x
	like 64 '' 'osq-dossier: a register takes no codes*'
	try osq-dossier form 06 --day today
	like 64 '' 'osq-dossier: form 06 takes the codes of dossiers*'
}

@test "a promise that came without a limit prints none" {
	printf 'code,procedure,applicant,received_at,due_at,time_limit,time_unit\n%s\n' \
		A1,1.001653,An,2026-11-20T08:00,2026-12-24T17:00,0,working-day >promise.csv
	osq-dossier import promise.csv
	words 01 A1 >said
	grep -qx 'Thời gian giải quyết hồ sơ theo quy định là: *' said
	grep -q '17 giờ 00 phút, ngày 24 tháng 12 năm 2026' said
}

@test "the receipt says the fee in whole đồng, where there is one" {
	osq-dossier receive -p 2.000815 -a 'Lê C' --fee 1250000
	says 'Phí, lệ phí: 1.250.000 đồng' 01 000.17.22.H30-261123-0001
	receive 'Lê A'
	run ! grep -q 'Phí, lệ phí' <(osq-dossier form 01 000.17.22.H30-261123-0002)
}

# --- the sets

@test "a dossier of before 15 September 2025 has the forms of 2018" {
	for day in 2025-09-14 2025-09-15; do
		at 08:00 $day
		osq-dossier receive -p 1.001699 -a 'Lê A' --officer hoa
	done >codes
	old=$(sed -n 1p codes) new=$(sed -n 2p codes)
	says 'Thông tư số 01/2018/TT-VPCP' 01 "$old"
	says 'Thông tư số 03/2025/TT-VPCP' 01 "$new"
	says 'PHIẾU KIỂM SOÁT' 05 "$old"
	says 'PHIẾU KIỂM SOÁT' 06 "$new"
	try osq-dossier form 07 "$old"
	ended 1 '' "osq-dossier: $old: the forms of 2018, which hold for it, have no 07
osq-dossier: 05 is the control sheet there, 06 the register; no notice of stopping"
	try osq-dossier form 06 "$old"
	ended 1 '' "osq-dossier: $old: among the forms of 2018, which hold for it, 06 is the register
osq-dossier: a register takes --field and days; the control sheet is 05"
	try osq-dossier form 05 "$new"
	like 1 '' '*nobody asked to stop it*'
	says 'SỔ THEO DÕI' 06 --to 2025-09-14
	says 'SỔ THEO DÕI' 07 --to 2025-09-15
	try osq-dossier form 07 --to 2025-09-14
	like 1 '' 'osq-dossier: the forms of 2018, which hold then, have no 07*'
}

@test "an office that changed to the new set on another day says so" {
	osq-admin config forms 2018 >/dev/null
	osq-admin config forms 2025 --since 2025-10-01 >/dev/null
	for day in 2025-09-30 2025-10-01; do
		at 08:00 $day
		osq-dossier receive -p 1.001699 -a 'Lê A' --officer hoa
	done >codes
	says '01/2018/TT-VPCP' 01 "$(sed -n 1p codes)"
	says '03/2025/TT-VPCP' 01 "$(sed -n 2p codes)"
	try osq-admin config forms 2019
	like 65 '' "osq-admin: forms: '2019' does not fit: *"
}

# --- several, and where they go

@test "several codes make one page; a wrong one is told and the others are there" {
	receive 'Lê A' >codes
	receive 'Lê B' >>codes
	try osq-dossier form 01 "$(sed -n 1p codes)" X-1 "$(sed -n 2p codes)" --output page.html
	ended 1 '' 'osq-dossier: X-1: no such dossier'
	[ "$(grep -c 'class="sheet' page.html)" -eq 2 ]
	[ "$(grep -c '<style>' page.html)" -eq 1 ]
	osq-dossier form 01 - -O - <codes | cmp - page.html
	try osq-dossier form 01 X-1 --output none.html
	[ "$status" -eq 1 ] && [ ! -e none.html ]
	try osq-dossier form 01 $CODE --output nowhere/page.html
	like 73 '' 'osq-dossier: nowhere/page.html: *'
}

@test "what is no form, and no format" {
	receive
	for number in 0 08 x 1x; do
		try osq-dossier form $number $CODE
		like 64 '' "osq-dossier: there is no form '$number'; there are 01 to 07*"
	done
	try osq-dossier form 01 $CODE --json
	like 64 '' '*a form is a page to print: no format, no columns*'
}

@test "whoever had a form made is in the journal, before it is there" {
	receive
	export OSQ_OFFICER=binh
	osq-dossier form 01 $CODE >page.html
	[ "$(last_act)" = "look $CODE {\"what\":\"dossier form 01\",\"count\":\"1\"}" ]
	osq-admin list journal --jsonl -o act,subject,detail | tail -n 2 | head -n 1 |
		grep -qF '"act":"form number","subject":"'$CODE'","detail":"{\"form\":\"01\",\"number\":\"1\"'
	osq-dossier form 07 >page.html
	[ "$(last_act)" = 'look  {"what":"dossier form 07","count":"1"}' ]
	[ "$(osq-admin list journal --jsonl -o officer | tail -n 1 | jq -r .officer)" = binh ]
	entries=$(osq-admin list journal --csv | wc -l)
	try osq-dossier form 04 $CODE
	[ "$(osq-admin list journal --csv | wc -l)" -eq "$entries" ]
}

# --- own templates, and hostile names

@test "an own template goes before ours, the others stay" {
	receive
	mkdir own
	echo '<section class="sheet">Phiếu của {{dossier.applicant}}</section>' >own/01.html
	osq-admin config forms_folder "$PWD/own" >/dev/null
	says 'Phiếu của Nguyễn Thị Bé Năm' 01 $CODE
	says 'PHIẾU KIỂM SOÁT' 06 $CODE
	echo '{{#dossier' >own/01.html
	try osq-dossier form 01 $CODE
	like 65 '' "osq-dossier: $PWD/own/01.html:1: *"
	try osq-admin config forms_folder own
	like 65 '' "osq-admin: forms_folder: 'own' does not fit: *"
}

@test "no name breaks out of a form" {
	name='<script>alert("1")</script> & {{{qr}}} '\''x'\'' {{/dossier}}'
	receive 'Lê A'
	sqlite3 "$OSQ_DB" "UPDATE dossier SET applicant = '${name//\'/\'\'}'"
	act 09:00 pause --reason '</p><img src=x onerror=alert(1)>'
	DAY=2026-11-25 act 09:00 resume
	DAY=2026-11-25 act 09:30 extend --by 3 --reason '<b onclick=x>'
	DAY=2026-11-25 act 10:00 forward --to chairman --reason '<i>'
	DAY=2026-11-25 act 11:00 stop --reason '<u>'
	for form in 01 02 04 05 06 07; do
		codes=$CODE
		[ $form != 07 ] || codes=
		# shellcheck disable=SC2086  # a register takes none
		osq-dossier form $form $codes >page.html
		grep -qF '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; {{{qr}}} &#39;x&#39;' page.html
		run ! grep -E '<(script|img|b onclick|i>$|u>)' page.html
		says "$name" $form $codes
	done
}

@test "a purged dossier's form has blanks where the person was" {
	receive
	sqlite3 "$OSQ_DB" "UPDATE dossier SET applicant = NULL, id_number = NULL, phone = NULL,
		address = NULL, purged_at = received_at"
	osq-dossier form 01 $CODE >page.html
	grep -qF 'Tiếp nhận hồ sơ của: <b class="v"></b>' page.html
	run ! grep -E '093085001234|0912345678' page.html
}

# --- as pictures

@test "each form prints, and a telephone reads the dossier's code from it" {
	receive 'Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Xuất nhập khẩu Trường Long A'
	for no in $(seq 1 30); do
		echo "INSERT INTO dossier_paper VALUES (1, $no, 'Giấy tờ số $no, kèm bản sao có chứng thực
			của Ủy ban nhân dân nơi cư trú', 'copy', 1, 'yes', 1);"
	done | sqlite3 "$OSQ_DB"
	osq-dossier form 01 $CODE >receipt.html
	osq-dossier form 06 $CODE >control.html
	printed receipt
	[ "$(zbarimg -q --raw receipt-1.png)" = $CODE ]
	# A4, more than a page; the signatures are not alone on the last one
	pdfinfo receipt.pdf >info
	grep -qE '^Page size: +59[45].* x 84[12]' info
	pages=$(sed -n 's/^Pages: *//p' info)
	[ "$pages" -ge 2 ]
	pdftotext -f "$pages" -layout receipt.pdf last
	grep -q 'NGƯỜI NỘP HỒ SƠ' last
	grep -q 'Vào Sổ theo dõi hồ sơ' last
	printed control
	[ "$(zbarimg -q --raw control-1.png)" = $CODE ]
}

@test "the receipt on 80 mm paper shows its code to a telephone" {
	receive
	osq-dossier form 01 $CODE --paper 80 >roll.html
	HOME=$PWD chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
		--user-data-dir="$PWD/browser" --window-size=340,1100 \
		--screenshot="$PWD/roll.png" "file://$PWD/roll.html" >browser.log 2>&1
	[ "$(zbarimg -q --raw roll.png)" = $CODE ]
}
