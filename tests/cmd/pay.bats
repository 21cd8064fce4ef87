#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Fees: counted, paid in cash or by QR, given back, and told in the day's takings.

load helper

AGENCY=000.17.22.H30
MON=$AGENCY-261123
COPIES=9.000001 # its fee is by the page
LAND=9.000002   # 50,000 dong

setup() {
	office
	osq-admin list procedures --csv -o code,name,field,time_limit,time_unit,fee >catalogue
	cat >>catalogue <<-END
		$COPIES,Chứng thực bản sao,Chứng thực,0,same-day,
		$LAND,Trích lục thửa đất,Đất đai,5,working-day,50000
	END
	osq-admin import procedures catalogue >/dev/null
}

# in_land, in_copies: a dossier under it.
in_land() {
	osq-dossier receive -p "$LAND" -a "Nguyễn Văn An" >/dev/null
}

in_copies() {
	osq-dossier receive -p "$COPIES" -a "Trần Thị Bé" >/dev/null
}

account() {
	osq-admin config bank_bin 970403 >/dev/null
	osq-admin config bank_account 0011012345678 >/dev/null
	osq-admin config bank_payee "UBND XÃ TRƯỜNG LONG A" >/dev/null
}

# The fee, what is paid and what is due, of the dossier with that number of today.
money() {
	osq-dossier show "$MON-$1" --csv --no-header -o fee,fee_paid,fee_due
}

# What a telephone reads from a picture.
qr_of() {
	zbarimg -q --raw "$1" 2>/dev/null
}

# --- paying

@test "what is due is paid, and the dossier shows it" {
	in_land
	[ "$(money 0001)" = 50000,0,50000 ]
	try osq-dossier pay "$MON-0001"
	ended 0 "$MON-0001"
	[ "$(money 0001)" = 50000,50000,0 ]
	[ "$(last_act)" = "dossier pay $MON-0001"' {"payment":"1","amount":"50000","method":"cash"}' ]
	try osq-dossier pay "$MON-0001"
	ended 1 '' "osq-dossier: $MON-0001: its fee of 50000 is paid"
	[ "$(money 0001)" = 50000,50000,0 ]
	content
}

@test "in parts, by transfer, with who took it, when, and what the bank calls it" {
	in_land
	osq-dossier pay "$MON-0001" --amount 20.000 --officer hoa
	at 10:00
	try osq-dossier pay "$MON-0001" --reference FT26327001 --note "con trai nộp" --at 09:15 --counter 1
	ended 0 "$MON-0001"
	try osq-dossier payments "$MON-0001" --csv
	ended 0 "paid_at,code,amount,method,reference,officer,note
2026-11-23T08:00:00+07:00,$MON-0001,20000,cash,,hoa,
2026-11-23T09:15:00+07:00,$MON-0001,30000,transfer,FT26327001,,con trai nộp"
	[ "$(money 0001)" = 50000,50000,0 ]
}

@test "nothing is paid before the dossier came" {
	in_land
	try osq-dossier pay "$MON-0001" --at 2026-11-20T08:00
	ended 65 '' "osq-dossier: $MON-0001: the time given is before 2026-11-23T08:00"
	[ -z "$(osq-dossier payments --csv --no-header)" ]
}

@test "who sits at the counter is who takes it" {
	open_counters
	in_land
	OSQ_COUNTER=2 osq-dossier pay "$MON-0001"
	[ "$(osq-dossier payments --csv --no-header -o officer)" = binh ]
}

@test "more than is due is refused, unless it is meant" {
	in_land
	try osq-dossier pay "$MON-0001" --amount 50001
	ended 77 '' "osq-dossier: $MON-0001: 50001 is more than the 50000 that are due
osq-dossier: --force takes it all the same"
	[ "$(money 0001)" = 50000,0,50000 ]
	try osq-dossier pay "$MON-0001" --amount 50001 --force
	ended 0 "$MON-0001"
	[ "$(money 0001)" = 50000,50001,-1 ]
	try osq-dossier pay "$MON-0001" --force
	ended 1 '' "osq-dossier: $MON-0001: its fee of 50000 is paid"
	osq-dossier pay "$MON-0001" --amount 1 --force
	[ "$(money 0001)" = 50000,50002,-2 ]
}

@test "what is no sum is refused" {
	in_land
	account
	for sum in 0 -1 1.5 1e3 12x '' ' ' 10000000000000 99999999999999999999; do
		for how in '' --qr; do
			# shellcheck disable=SC2086
			try osq-dossier pay "$MON-0001" $how --amount "$sum" --force
			ended 65 '' "osq-dossier: --amount: '$sum' is no sum in whole dong from 1 to 9999999999999"
		done
	done
	try osq-dossier pay "$MON-0001" --fee=-5
	like 65 '' "osq-dossier: --fee: '-5' is no sum in whole dong from 0 to *"
	[ "$(money 0001)" = 50000,0,50000 ]
	try osq-dossier pay "$MON-0001" --amount 9999999999999 --force
	ended 0 "$MON-0001"
	[ "$(money 0001)" = 50000,9999999999999,-9999999949999 ]
}

@test "a fee that depends on pages is counted first" {
	in_copies
	[ "$(money 0001)" = ,0, ]
	try osq-dossier pay "$MON-0001"
	ended 1 '' "osq-dossier: $MON-0001: its fee is not known
osq-dossier: say it: --fee N"
	try osq-dossier fee "$MON-0001" '12.000 đ' --note '6 trang'
	ended 0 "$MON-0001"
	[ "$(last_act)" = "dossier fee $MON-0001"' {"fee":"12000","note":"6 trang"}' ]
	[ "$(money 0001)" = 12000,0,12000 ]
	try osq-dossier pay "$MON-0001" --fee 14000
	ended 0 "$MON-0001"
	[ "$(money 0001)" = 14000,14000,0 ]
	[ "$(osq-admin list journal --jsonl -o act,detail | tail -n 2)" = '{"act":"dossier fee","detail":"{\"fee\":\"14000\",\"was\":\"12000\"}"}
{"act":"dossier pay","detail":"{\"payment\":\"1\",\"amount\":\"14000\",\"method\":\"cash\"}"}' ]
	content
}

@test "a fee whose payment is refused stays as it was" {
	in_copies
	try osq-dossier pay "$MON-0001" --fee 10000 --amount 20000
	like 77 '' '*20000 is more than the 10000 that are due*'
	[ "$(money 0001)" = ,0, ]
	try osq-dossier pay "$MON-0001" --fee 0
	ended 1 '' "osq-dossier: $MON-0001: nothing is due"
	[ "$(money 0001)" = ,0, ]
}

@test "a fee that is the same again is no act" {
	in_land
	osq-admin list journal --csv >before
	try osq-dossier fee "$MON-0001" 50000
	ended 0 "$MON-0001"
	osq-admin list journal --csv | cmp - before
}

@test "a dossier keeps the fee it was received under" {
	in_land
	sed 's/50000$/60000/' catalogue | osq-admin import procedures - >/dev/null
	in_land
	[ "$(money 0001) $(money 0002)" = "50000,0,50000 60000,0,60000" ]
	osq-dossier pay "$MON-0001" "$MON-0002"
	[ "$(osq-dossier payments --csv --no-header -o amount | paste -sd ' ')" = "50000 60000" ]
}

@test "several at once, also from a list: each failure is told, the others are taken" {
	in_land
	in_copies
	in_land
	osq-dossier pay "$MON-0003"
	osq-dossier fee "$MON-0002" 8000
	try osq-dossier pay "$MON-0001" nowhere "$MON-0002" "$MON-0003" --reference FT1
	ended 1 "$MON-0001
$MON-0002" "osq-dossier: nowhere: no such dossier
osq-dossier: $MON-0003: its fee of 50000 is paid"
	in_land
	try bash -c "osq-dossier list --csv --no-header -o code --status received | osq-dossier pay 2>/dev/null"
	ended 1 "$MON-0004"
	[ "$(osq-dossier payments --csv --no-header -o amount,method | paste -sd ' ')" = \
		"50000,cash 50000,transfer 8000,transfer 50000,cash" ]
	try osq-dossier pay "$MON-0001" "$MON-0002" --amount 5 --force
	ended 64 '' 'osq-dossier: --amount and --fee are of one dossier
osq-dossier: see: osq-dossier pay --help'
}

@test "a dry run takes nothing" {
	in_land
	try osq-dossier pay "$MON-0001" --fee 60000 --dry-run
	ended 0 "$MON-0001" 'osq-dossier: a dry run: nothing was kept'
	[ "$(money 0001)" = 50000,0,50000 ]
	[ -z "$(osq-dossier payments --csv --no-header)" ]
}

@test "what contradicts itself is refused" {
	in_land
	refused() {
		try osq-dossier pay "$MON-0001" "${@:2}"
		ended 64 '' "osq-dossier: $1
osq-dossier: see: osq-dossier pay --help"
	}
	refused "--method: 'card' is none of: cash transfer" --method card
	refused "--reference is of a transfer" --method cash --reference FT1
	refused "no more can be given back than was paid, not by --force" --refund --force
	refused "--as and --output go with --qr" --as png
	refused "--as and --output go with --qr" --output x.png
	refused "--qr stores nothing, so it takes no --note" --qr --note x
	refused "--qr stores nothing, so it takes no --refund" --qr --refund
	refused "--qr is of one dossier" "$MON-0002" --qr
	refused "--as: 'gif' is none of: text terminal svg png" --qr --as gif
	try osq-dossier pay "$MON-0001" --officer nobody
	like 1 '' 'osq-dossier: nobody: no such officer*'
	[ "$(money 0001)" = 50000,0,50000 ]
}

# --- giving back

@test "what was paid too much is given back, and no more than was paid" {
	in_land
	osq-dossier pay "$MON-0001"
	try osq-dossier pay "$MON-0001" --refund
	ended 1 '' "osq-dossier: $MON-0001: nothing was paid too much
osq-dossier: --amount N gives back so much of what was paid"
	osq-dossier fee "$MON-0001" 30000
	[ "$(money 0001)" = 30000,50000,-20000 ]
	try osq-dossier pay "$MON-0001" --refund --note "thu thừa"
	ended 0 "$MON-0001"
	[ "$(money 0001)" = 30000,30000,0 ]
	try osq-dossier pay "$MON-0001" --refund --amount 30001
	ended 1 '' "osq-dossier: $MON-0001: only the 30000 that were paid can be given back"
	osq-dossier pay "$MON-0001" --refund --amount 30000
	[ "$(money 0001)" = 30000,0,30000 ]
	[ "$(osq-dossier payments --csv --no-header -o amount | paste -sd ' ')" = "50000 -20000 -30000" ]
	content
}

@test "of what was rejected nothing is due, and all of it can come back" {
	in_land
	in_land
	osq-dossier pay "$MON-0001"
	osq-dossier reject "$MON-0001" "$MON-0002" -r "ngoài thẩm quyền"
	[ "$(money 0001) $(money 0002)" = "50000,50000,-50000 50000,0,0" ]
	try osq-dossier pay "$MON-0002"
	ended 1 '' "osq-dossier: $MON-0002: nothing is due"
	try osq-dossier pay "$MON-0001" --refund
	ended 0 "$MON-0001"
	[ "$(money 0001)" = 50000,0,0 ]
}

# --- the list of payments

@test "payments are listed by day, method and officer" {
	in_land
	in_land
	osq-dossier pay "$MON-0001" --officer hoa
	at 08:00 2026-11-25
	osq-dossier pay "$MON-0002" --method transfer --officer binh
	of() {
		osq-dossier payments "$@" --csv --no-header -o code | paste -sd ' '
	}
	[ "$(of)" = "$MON-0001 $MON-0002" ]
	[ "$(of --day 2026-11-23)" = "$MON-0001" ]
	[ "$(of --from 2026-11-24)" = "$MON-0002" ]
	[ "$(of --to 2026-11-24)" = "$MON-0001" ]
	[ "$(of --method transfer)" = "$MON-0002" ]
	[ "$(of --officer hoa)" = "$MON-0001" ]
	[ "$(of "$MON-0002")" = "$MON-0002" ]
	[ "$(of "$MON-0002" --day 2026-11-23)" = "" ]
	try osq-dossier payments nowhere
	ended 1 '' 'osq-dossier: nowhere: no such dossier'
	try osq-dossier payments --method card
	like 64 '' "*--method: 'card' is none of: cash transfer*"
}

# --- the QR code

PAYLOAD=00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA53037045405500005802VN62290825$MON-0001

@test "the code to pay by has account, sum and purpose, and stores nothing" {
	in_land
	account
	sqlite3 "$OSQ_DB" .dump >before
	try osq-dossier pay "$MON-0001" --qr
	like 0 "${PAYLOAD}6304????"
	whole=$output
	# As Python's own CRC has it, which is the same polynomial from another start.
	python3 - "$whole" <<-'END'
		import binascii, sys
		assert binascii.crc_hqx(b"123456789", 0xffff) == 0x29b1
		text = sys.argv[1]
		assert "%04X" % binascii.crc_hqx(text[:-4].encode(), 0xffff) == text[-4:]
	END
	try osq-dossier pay "$MON-0001" --qr --json
	ended 0 '{"code":"'"$MON-0001"'","amount":50000,"purpose":"'"$MON-0001"'","bank_bin":"970403","bank_account":"0011012345678","bank_payee":"UBND XÃ TRƯỜNG LONG A","payload":"'"$whole"'"}'
	sqlite3 "$OSQ_DB" .dump | cmp - before
	[ "$(money 0001)" = 50000,0,50000 ]
}

@test "the code is of what is still due, or of the sum that is named" {
	in_land
	in_copies
	account
	osq-dossier pay "$MON-0001" --amount 20000
	amount() {
		osq-dossier pay "$@" --qr --json | jq .amount
	}
	[ "$(amount "$MON-0001")" = 30000 ]
	[ "$(amount "$MON-0001" --amount 10000)" = 10000 ]
	[ "$(amount "$MON-0002" --fee 6000)" = 6000 ]
	[ "$(money 0002)" = ,0, ]
	try osq-dossier pay "$MON-0001" --qr --amount 30001
	like 77 '' '*30001 is more than the 30000 that are due*'
	try osq-dossier pay "$MON-0002" --qr
	like 1 '' '*its fee is not known*--fee N'
	osq-dossier pay "$MON-0001"
	try osq-dossier pay "$MON-0001" --qr
	ended 1 '' "osq-dossier: $MON-0001: its fee of 50000 is paid"
	try osq-dossier pay nowhere --qr
	ended 1 '' "osq-dossier: nowhere: no such dossier"
}

@test "without a dossier it is the office's own, for any sum" {
	account
	try osq-dossier pay --qr
	like 0 '000201010211*38570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN6304????'
	try osq-dossier pay --qr --json
	like 0 '{"code":null,"amount":null,"purpose":null,*'
	try osq-dossier pay --qr --amount 5
	like 64 '' 'osq-dossier: --fee and --amount are of a dossier*'
}

@test "an office that told no account has no code, and is told how" {
	in_land
	try osq-dossier pay "$MON-0001" --qr
	ended 78 '' 'osq-dossier: no account is known that fees can be paid to
osq-dossier: osq-admin config bank_bin NUMBER'
	osq-admin config bank_bin 970403 >/dev/null
	try osq-dossier pay "$MON-0001" --qr --as png
	ended 78 '' 'osq-dossier: no account is known that fees can be paid to
osq-dossier: osq-admin config bank_account ACCOUNT'
	for bad in 97040 9704033 97040x 'x' '970 403'; do
		try osq-admin config bank_bin "$bad"
		like 65 '' "osq-admin: bank_bin: '$bad' does not fit: *"
	done
	for bad in '12 34' '1-2' 12345678901234567890 'số'; do
		try osq-admin config bank_account "$bad"
		like 65 '' "osq-admin: bank_account: '$bad' does not fit: *"
	done
	osq-dossier pay "$MON-0001" # in cash it goes all the same
}

@test "an account changes on a day" {
	in_land
	account
	osq-admin config bank_bin 970436 --since 2026-11-24 >/dev/null
	[ "$(osq-dossier pay --qr --json | jq -r .bank_bin)" = 970403 ]
	at 08:00 2026-11-24
	[ "$(osq-dossier pay --qr --json | jq -r .bank_bin)" = 970436 ]
}

@test "a telephone reads the picture as PNG and as SVG" {
	in_land
	account
	whole=$(osq-dossier pay "$MON-0001" --qr)
	try osq-dossier pay "$MON-0001" --qr --output pay.png
	ended 0 pay.png
	[ "$(head -c 8 pay.png | od -An -tx1)" = " 89 50 4e 47 0d 0a 1a 0a" ]
	[ "$(qr_of pay.png)" = "$whole" ]
	osq-dossier pay "$MON-0001" --qr --as png | cmp - pay.png
	osq-dossier pay "$MON-0001" --qr --as svg >pay.svg
	xmllint --noout pay.svg
	HOME=$PWD chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
		--no-first-run --user-data-dir="$PWD/browser" --window-size=500,500 \
		--screenshot="$PWD/shot.png" "file://$PWD/pay.svg" >browser.log 2>&1
	[ "$(qr_of shot.png)" = "$whole" ]
}

@test "a telephone reads it from a dark terminal of 24 lines" {
	in_land
	account
	whole=$(osq-dossier pay "$MON-0001" --qr)
	osq-dossier pay "$MON-0001" --qr --as terminal >direct
	[ "$(head -n 4 direct)" = "Payee: UBND XÃ TRƯỜNG LONG A
Account: 0011012345678 (Bank 970403)
Amount: 50.000 đ
Purpose: $MON-0001" ]
	python3 "$BATS_TEST_DIRNAME/blocks.py" <direct >direct.pgm
	[ "$(qr_of direct.pgm)" = "$whole" ]
	TMUX_TMPDIR=$PWD tmux -L pay -f /dev/null new-session -d -x 80 -y 24 \
		"osq-dossier pay $MON-0001 --qr --as terminal; touch shown; sleep 60"
	soon test -e shown
	sleep 0.3
	TMUX_TMPDIR=$PWD tmux -L pay capture-pane -p -e -N >screen
	TMUX_TMPDIR=$PWD tmux -L pay kill-server
	python3 "$BATS_TEST_DIRNAME/blocks.py" <screen >screen.pgm
	[ "$(qr_of screen.pgm)" = "$whole" ]
}

@test "a PNG is not thrown at a terminal" {
	in_land
	account
	try script -qec "osq-dossier pay $MON-0001 --qr --as png" /dev/null
	like 64 '*a PNG is not for a terminal: give --output FILE*'
	[[ $output != *PNG*IHDR* ]]
}

@test "hostile codes and payees get into no field and no terminal" {
	account
	osq-admin config bank_payee $'X\e[31m\xe2\x80\xae' >/dev/null || osq-admin config bank_payee X >/dev/null
	sqlite3 "$OSQ_DB" "UPDATE setting SET value = 'X' || char(27) || '[2J' WHERE key = 'bank_payee'"
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,received_at,time_limit,time_unit,fee
		old-1,$LAND,An,2026-11-20,5,working-day,50000
		$MON-12345,$LAND,Bé,2026-11-23,5,working-day,50000
	END
	# A code that no import takes any more, as an older store can have it.
	sqlite3 "$OSQ_DB" "UPDATE dossier SET code = '540999/Đ;<b>\"é' WHERE code = 'old-1'"
	[ "$(osq-dossier pay '540999/Đ;<b>"é' --qr --json | jq -r .purpose)" = '540999 D b e' ]
	[ "$(osq-dossier pay '540999/Đ;<b>"é' --qr --json | jq -r .amount)" = 50000 ]
	# Too long with its dots; the number must not be what is cut.
	[ "$(osq-dossier pay "$MON-12345" --qr --json | jq -r .purpose)" = 0001722H3026112312345 ]
	osq-dossier pay '540999/Đ;<b>"é' --qr --as terminal | head -n 1 >payee
	[ "$(cat payee)" = $'Payee: X\xef\xbf\xbd[2J' ]
}

@test "without the module text still works" {
	in_land
	account
	mkdir bare
	cp -r "$BUILD/bin" bare
	try bare/bin/osq-dossier pay "$MON-0001" --qr
	like 0 "${PAYLOAD}6304????"
	try bare/bin/osq-dossier pay "$MON-0001" --qr --as svg
	ended 69 '' 'osq-dossier: pictures of QR codes are not available: lib/osq/form-slip.so is not installed'
}

@test "a file that cannot be made, a full disk" {
	in_land
	account
	try osq-dossier pay "$MON-0001" --qr --output nowhere/x.png
	like 73 '' 'osq-dossier: *nowhere*'
	for as in text terminal svg png; do
		try bash -c "osq-dossier pay $MON-0001 --qr --as $as >/dev/full"
		like 74 '' 'osq-dossier: *'
	done
}

# --- takings

# Two days: 50,000 and 8,000 in cash, 50,000 by transfer, 10,000 given back in cash.
two_days() {
	in_land
	in_land
	in_copies
	osq-dossier pay "$MON-0001" --officer hoa
	osq-dossier pay "$MON-0003" --fee 8000 --officer binh
	at 23:59:59
	osq-dossier pay "$MON-0002" --reference FT1 --officer hoa
	at 00:00 2026-11-24
	osq-dossier pay "$MON-0001" --refund --amount 10000
}

@test "the day's report has its takings" {
	two_days >/dev/null
	try osq-report day --day 2026-11-23 --section takings --csv
	ended 0 'method,payments,taken,refunds,refunded,amount,share_payments,share_taken
cash,2,58000,0,0,58000,66.67,53.70
transfer,1,50000,0,0,50000,33.33,46.30'
	try osq-report day --day 2026-11-24 --section takings --json
	ended 0 '[
{"method":"cash","payments":0,"taken":0,"refunds":1,"refunded":-10000,"amount":-10000,"share_payments":null,"share_taken":null},
{"method":"transfer","payments":0,"taken":0,"refunds":0,"refunded":0,"amount":0,"share_payments":null,"share_taken":null}
]'
	try osq-report day --day 2026-11-23 --json
	[ "$(jq -c 'keys_unsorted' <<<"$output")" = '["services","dossiers","officers","takings"]' ]
}

@test "takings by day and by officer, refunds less" {
	two_days >/dev/null
	try osq-report takings --from 2026-11-22 --to 2026-11-25 --section days --csv
	ended 0 'day,payments,cash,transfer,total,cashless_payments,cashless_taken
2026-11-23,3,58000,50000,108000,33.33,46.30
2026-11-24,0,-10000,0,-10000,,'
	try osq-report takings --from 2026-11-22 --to 2026-11-25 --section officers --csv
	ended 0 'officer,name,payments,cash,transfer,total,cashless_payments,cashless_taken
binh,Trần Văn Bình,1,8000,0,8000,0.00,0.00
hoa,Nguyễn Thị Hoa,2,50000,50000,100000,50.00,50.00
,,0,-10000,0,-10000,,'
	try osq-report takings --day 2026-11-25 --section days --csv --no-header
	ended 0
}

@test "all sections of the takings come to the list of payments, in each format" {
	two_days >/dev/null
	sum=$(osq-dossier payments --csv --no-header -o amount | awk '{ n += $1 } END { print n }')
	[ "$sum" = 98000 ]
	try osq-report takings --from 2026-11-23 --to 2026-11-24 --json
	[ "$(jq -c '[(.methods | map(.amount)), (.days | map(.total)), (.officers | map(.total))] | map(add)' <<<"$output")" = '[98000,98000,98000]' ]
	try bash -c "osq-report takings --from 2026-11-23 --to 2026-11-24 --csv | grep -c '^days,2,'"
	ended 0 7
	try osq-report takings --from 2026-11-23 --to 2026-11-24 --lang en
	like 0 '*FEES TAKEN*From 23/11/2026 to 24/11/2026*Total  *3  *48,000  *50,000   *98,000*'
	osq-report takings --from 2026-11-23 --to 2026-11-24 --lang en --xlsx takings.xlsx
	python3 "$BATS_TEST_DIRNAME/xlsx_cells.py" takings.xlsx >cells
	[ "$(grep -c $'\t98000' cells)" = 3 ]
	grep -q $'\t-10000' cells
}

@test "check finds a payment that was changed, taken out or slipped in" {
	two_days >/dev/null
	try osq-admin check --csv
	like 0 '*'$'\npayments,ok,"4 payments, 98000 dong in all"'*
	cp "$OSQ_DB" whole.db
	spoilt() {
		sqlite3 "$OSQ_DB" "$1"
		try osq-admin check --csv --no-header
		like 65 "*payments,error,*$2*" "osq-admin: payments: *$2*"
		rm -f "$OSQ_DB"-*
		cp whole.db "$OSQ_DB"
	}
	sqlite3 "$OSQ_DB" "PRAGMA wal_checkpoint(TRUNCATE)" >/dev/null
	cp "$OSQ_DB" whole.db
	spoilt "UPDATE payment SET amount = 5000 WHERE id = 1" "payment 1 of $MON-0001 is 5000, the journal has 50000"
	spoilt "DELETE FROM payment WHERE id = 4" "payment 4 of $MON-0001, -10000, is in the journal only"
	spoilt "DELETE FROM payment WHERE id = 2" "payment 2 of $MON-0003, 8000, is in the journal only"
	spoilt "UPDATE payment SET method = 'transfer' WHERE id = 1" "payment 1 of $MON-0001: the journal has another dossier or method"
	spoilt "UPDATE payment SET dossier_id = 2 WHERE id = 1" "payment 1 of $MON-0002: the journal has another dossier or method"
	spoilt "INSERT INTO payment (dossier_id, paid_at, amount, method) VALUES (1, 0, 7, 'cash')" "payment 5 of $MON-0001, 7, is not in the journal"
	content
}
