#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The forms of 2025: numbers that a reprint keeps, whom they are to, what moved a promise,
# and papers of before that are printed as they were.

load helper

setup() {
	office
}

# receive [NAME [OPTION...]]: a dossier of 25 working days, handed in to hoa.
receive() {
	osq-dossier receive -p 1.001699 -a "${1-Lê A}" --officer hoa "${@:2}"
}

# act WHEN VERB CODE ...: by binh.
act() {
	OSQ_NOW=$1 osq-dossier "$2" "$3" --officer binh "${@:4}" >/dev/null
}

# The words of a form, a line each, without tags and entities.
words() {
	osq-dossier form "$@" | sed -e '1,/<body/d' -e 's/<[^>]*>//g' -e '/^ *$/d' \
		-e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g'
}

# The number of a paper: "01/TNHS-TTPVHCC".
number() {
	words "$@" | sed -n 's/^Số: //p'
}

# --- numbers

@test "each kind is numbered by itself as it is printed, and a reprint has its number" {
	one=$(receive) two=$(receive) three=$(receive)
	[ "$(number 01 "$two")" = 01/TNHS-TTPVHCC ]
	[ "$(number 01 "$one" "$three")" = "02/TNHS-TTPVHCC
03/TNHS-TTPVHCC" ]
	act 2026-11-23T09:00 pause "$one" --reason 'Thiếu'
	act 2026-11-25T09:00 resume "$one"
	act 2026-11-25T10:00 extend "$one" --by 3 --reason 'Mưa'
	act 2026-11-25T11:00 withdraw "$one"
	act 2026-11-25T11:00 reject "$two" --reason 'Sai'
	at 12:00 2026-11-25
	[ "$(number 02 "$one")" = 01/PBS-TTPVHCC ]
	[ "$(number 03 "$two")" = 01/PTC-TTPVHCC ]
	[ "$(number 04 "$one")" = 01/PXL ]
	[ "$(number 05 "$one")" = 01/TB-TTPVHCC ]
	[ "$(number 06 "$three" "$two")" = "01/PKS-TTPVHCC
02/PKS-TTPVHCC" ]
	words 01 "$two" >first
	words 01 "$one" "$two" "$three" | grep '^Số: ' | paste -sd' ' >again
	[ "$(cat again)" = 'Số: 02/TNHS-TTPVHCC Số: 01/TNHS-TTPVHCC Số: 03/TNHS-TTPVHCC' ]
	words 01 "$two" | diff first -
	content
}

@test "a second request is another paper, and so is each field's register" {
	one=$(receive)
	osq-dossier receive -p 2.000815 -a 'Lê B' >/dev/null
	act 2026-11-23T09:00 pause "$one" --reason 'Thiếu'
	[ "$(number 02 "$one")" = 01/PBS-TTPVHCC ]
	act 2026-11-25T09:00 resume "$one"
	act 2026-11-25T10:00 pause "$one" --reason 'Còn thiếu' --force
	[ "$(number 02 "$one")" = 02/PBS-TTPVHCC ]
	[ "$(number 07 --field 'chung thuc')" = 01/STD-TTPVHCC ]
	[ "$(number 07)" = "02/STD-TTPVHCC
01/STD-TTPVHCC" ]
}

@test "numbers begin anew each year, and the letters are the office's of that day" {
	osq-admin config forms_symbol BPTNTKQ >/dev/null
	osq-admin config forms_symbol TTPVHCC --since 2027-01-01 >/dev/null
	old=$(receive)
	at 08:00 2027-01-05
	new=$(receive)
	[ "$(number 01 "$new" "$old")" = "01/TNHS-TTPVHCC
01/TNHS-BPTNTKQ" ]
	try osq-admin config forms_symbol 'TT/PV'
	like 65 '' "osq-admin: forms_symbol: 'TT/PV' does not fit: *"
}

@test "two who print at once get two numbers, and of one paper the same" {
	one=$(receive) two=$(receive)
	for i in 1 2 3; do
		background osq-dossier form 01 "$one" -O "one-$i.html"
		pids[i]=$!
		background osq-dossier form 01 "$two" -O "two-$i.html"
		pids[i + 3]=$!
	done
	finished "${pids[@]}"
	[ "$(grep -ho '0[0-9]</span>/TNHS' one-?.html | sort -u | wc -l)" -eq 1 ]
	[ "$(grep -ho '0[0-9]</span>/TNHS' ./???-?.html | sort -u | wc -l)" -eq 2 ]
}

@test "of what was there before forms were numbered they are printed as they were" {
	export OSQ_DB=$PWD/old.db
	for step in "$ROOT"/lib/store/schema/000[1-6]-*.sql; do cat "$step"; done |
		sqlite3 old.db
	sqlite3 old.db <<-SQL
		INSERT INTO officer (code, name) VALUES ('hoa', 'Nguyễn Thị Hoa'), ('binh', 'Bình');
		INSERT INTO hours VALUES (1, '07:00', '17:00', 'yes'), (2, '07:00', '17:00', 'yes');
		INSERT INTO procedure (code, name, field, time_limit, time_unit)
			VALUES ('1', 'Thủ tục A', 'F', 5, 'working-day');
		INSERT INTO procedure_version (procedure_id, since, name, field, time_limit, time_unit)
			VALUES (1, '0001-01-01', 'Thủ tục A', 'F', 5, 'working-day');
		INSERT INTO dossier (code, procedure_id, time_limit, time_unit, applicant, channel,
			status, received_at, due_at, officer_id)
			VALUES ('H1-261123-0001', 1, 5, 'working-day', 'Lê A', 'counter', 'received',
				unixepoch('$TODAY 01:00'), unixepoch('2026-12-01 10:00'), 1);
		INSERT INTO dossier_intake (dossier_id, register_line) VALUES (1, 7);
		INSERT INTO dossier_event (dossier_id, act, at, entered_at, officer_id, status, due_at)
			SELECT id, 'receive', received_at, received_at, 1, 'received', due_at FROM dossier;
		PRAGMA application_id = $((0x6f737131));
		PRAGMA user_version = 6;
		PRAGMA journal_mode = wal;
	SQL
	at 09:00
	osq-admin upgrade >/dev/null
	words 01 H1-261123-0001 >said
	grep -qx 'Số: 7/TNHS' said
	grep -qF 'Giao khách hàng' said
	grep -qF 'Bên giao, bên nhận' <(words 06 H1-261123-0001)
	grep -qF 'Số bộ' <(words 07)
	# what is done from now on has the new ones
	act 2026-11-23T10:00 pause H1-261123-0001 --reason 'Thiếu'
	[ "$(number 02 H1-261123-0001)" = 01/PBS-TTPVHCC ]
	at 11:00
	[ "$(number 01 "$(osq-dossier receive -p 1 -a 'Lê B' --officer hoa)")" = 01/TNHS-TTPVHCC ]
	[ "$(number 07)" = 01/STD-TTPVHCC ]
	grep -qx 'Số: 7/TNHS' <(words 01 H1-261123-0001)
	content
}

# --- what they say

@test "inside a sentence the agency does not shout" {
	one=$(receive)
	act 2026-11-25T10:00 extend "$one" --by 3 --reason 'Mưa'
	words 04 "$one" >said
	grep -qF 'Ủy ban nhân dân xã Trường Long A xin trân trọng gửi lời xin lỗi' said
	[ "$(grep -cF 'ỦY BAN NHÂN DÂN XÃ TRƯỜNG LONG A' said)" -eq 1 ] # the letterhead
	grep -qF 'chủ trì giải quyết hồ sơ: Ủy ban nhân dân xã Tân Hòa' \
		<(words 06 "$(receive 'Lê B' --agency 'UBND XÃ TÂN HÒA')")
	osq-admin config agency_sentence 'Ủy ban xã Trường Long A' >/dev/null
	grep -qF ', Ủy ban xã Trường Long A tiếp nhận hồ sơ' <(words 04 "$one")
}

@test "a company is no Mr or Mrs, and Mr Trương is no school" {
	firm=$(receive 'Công ty TNHH Minh Phát' --id-number 0101248141)
	mister=$(receive 'Trương Văn Tám')
	for code in "$firm" "$mister"; do
		act 2026-11-23T09:00 reject "$code" --reason 'Sai'
	done
	grep -qF 'thông báo cho Tổ chức được biết' <(words 03 "$firm")
	grep -qF 'thông báo cho Ông/Bà được biết' <(words 03 "$mister")
}

@test "the apology names what the receipt promised and each day it moved to, and why" {
	one=$(receive)
	act 2026-11-25T10:00 extend "$one" --by 3 --reason 'Mưa'
	words 04 "$one" >said
	grep -qF 'ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả: 17 giờ 00 phút, ngày 29 tháng 12 năm 2026.' said
	run ! grep -F 'được tính lại' said
	act 2026-12-01T10:00 extend "$one" --to 2027-01-15 --reason 'Bão' --force
	words 04 "$one" >said
	grep -qF 'hẹn trả kết quả: 17 giờ 00 phút, ngày 29 tháng 12 năm 2026.' said
	grep -qF 'được tính lại do gia hạn (Mưa): 17 giờ 00 phút, ngày 04 tháng 01 năm 2027.' said
	grep -qF 'vào 17 giờ 00 phút, ngày 15 tháng 01 năm 2027.' said
	[ "$(words 06 "$one" | grep -c 'được tính lại do gia hạn')" -eq 2 ]
}

@test "the name of a procedure does not say 'thủ tục' twice, and March has no 0" {
	at 08:00 2026-03-05
	one=$(osq-dossier receive -p 1.001193 -a 'Lê A' --officer hoa)
	act 2026-03-05T08:30 withdraw "$one"
	words 05 "$one" >said
	grep -qF 'Ngày 05 tháng 3 năm 2026, ' said
	grep -qF 'thủ tục hành chính đăng ký khai sinh (mã số' said
}

@test "a request with a reason has no blank lines; without one it has" {
	one=$(receive)
	act 2026-11-23T09:00 pause "$one" --reason 'Đơn chưa ký'
	run ! grep -E '^[12]\. *$' <(words 02 "$one")
	sqlite3 "$OSQ_DB" "UPDATE dossier_event SET reason = NULL WHERE act = 'pause'"
	[ "$(words 02 "$one" | grep -cE '^[12]\. *$')" -eq 2 ]
}

@test "who hands in for another is looked at as the other is, and goes with him" {
	try receive 'Lê A' --proxy-phone 0987654321
	ended 65 '' 'osq-dossier: the proxy has no name'
	try receive 'Lê A' --proxy 'Trần B' --proxy-phone 12
	like 65 '' "osq-dossier: the proxy's telephone number: *"
	try receive 'Lê A' --proxy 'Trần B' --proxy-id-number 12
	like 65 '' "osq-dossier: the proxy's personal number: *"
	try receive 'Lê A' --proxy 'Trần B' --proxy-email b
	like 65 '' "osq-dossier: the proxy's mail address: *"
	one=$(receive 'Lê A' --proxy 'Trần B' --proxy-phone 0987654321 --proxy-email b@example.vn \
		--proxy-address 'ấp Hai' --proxy-id-number 093085001234 --proxy-paper 'Giấy số 3')
	osq-dossier export --csv >out.csv
	grep -qF 'Trần B,093085001234,ấp Hai,0987654321,b@example.vn,Giấy số 3' out.csv
	act 2026-11-23T09:00 reject "$one" --reason 'Sai'
	at 08:00 2032-11-23
	osq-admin purge >/dev/null
	[ -z "$(sqlite3 "$OSQ_DB" "SELECT concat(proxy, proxy_id_number, proxy_address, proxy_phone,
		proxy_email, proxy_paper) FROM dossier_intake")" ]
}

# --- on paper

@test "forms 01 to 05 are made for A5 too, the control sheet and the register are not" {
	one=$(receive)
	act 2026-11-23T09:00 pause "$one" --reason 'Thiếu'
	for form in 01 02; do
		osq-dossier form $form "$one" --paper a5 | grep -q '<body class="a5">'
	done
	for form in "06 $one" 07; do
		# shellcheck disable=SC2086  # words
		try osq-dossier form $form --paper a5
		like 64 '' 'osq-dossier: --paper a5 is not for the control sheet and the register*'
	done
	[ "$(sqlite3 "$OSQ_DB" "SELECT count(*) FROM form_number WHERE form > 2")" -eq 0 ]
}

@test "an ordinary receipt is one page of A5, its promise framed, and a register has rows" {
	one=$(receive 'Nguyễn Thị Bé Năm' --phone 0912345678 --address 'ấp Trường Thọ')
	osq-dossier form 01 "$one" --paper a5 -O receipt.html
	for n in $(seq 1 16); do
		receive "Người Số $(tr 0-9 a-j <<<"$n")" --address 'ấp Trường Thọ, xã Trường Long A' \
			--phone 0912345678 2>/dev/null
	done >codes
	osq-dossier form 07 -O register.html
	for page in receipt register; do
		HOME=$PWD chromium --headless --no-sandbox --disable-gpu --no-first-run \
			--user-data-dir="$PWD/browser" --no-pdf-header-footer \
			--print-to-pdf="$PWD/$page.pdf" "file://$PWD/$page.html" >browser.log 2>&1
	done
	pdfinfo receipt.pdf >info
	grep -qE '^Pages: +1$' info
	grep -qE '^Page size: +(419|420).* x 59[45]' info
	pdftotext -layout receipt.pdf - | grep -q 'NGƯỜI TIẾP NHẬN HỒ SƠ'
	[ "$(pdftotext -f 1 -l 1 -layout register.pdf - | grep -c '000.17.22.H30')" -ge 6 ]
}
