#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Finding dossiers among many, telling where one is, and what is due.

load helper

AGENCY=000.17.22.H30
MON=$AGENCY-261123
BIRTH=1.001193    # registration of a birth: on the same day
DISABLED=1.001653 # a disability certificate: 5 working days

setup() {
	office
}

# People of three hamlets, some of the same name but for the accents.
shelf() {
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,channel,status,received_at,due_at,finished_at,returned_at,officer,id_number,phone,address,fee
		$AGENCY-261102-0001,$BIRTH,Nguyễn Văn An,counter,returned,2026-11-02 08:00,2026-11-02 17:00,2026-11-02 10:00,2026-11-02 10:30,hoa,093171000001,0912000001,"Ấp Trường Thọ",
		$AGENCY-261103-0042,$BIRTH,Nguyên Vân Ân,online,finished,2026-11-03 08:00,2026-11-05 17:00,2026-11-04 10:00,,hoa,093171000002,+84 912 000 002,"Ấp 5",8000
		$AGENCY-261104-0003,$DISABLED,Trần Thị Đào,post,finished,2026-11-04 08:00,2026-11-05 17:00,2026-11-06 10:00,,binh,093171000003,0912000003,"Ấp Trường Hòa",0
		$AGENCY-261105-0004,$DISABLED,Lê Văn Ánh,counter,processing,2026-11-05 08:00,2026-11-10 17:00,,,lan,,,,
		H55.242-261105-0042,$DISABLED,Phạm Thị Khai,online,received,2026-11-20 08:00,2026-12-30 17:00,,,lan,,,,5000
	END
}

# The numbers of the dossiers found, in order.
found() {
	osq-dossier list --csv --no-header -o code "$@" | sed 's/.*-\(......-....\)$/\1/' |
		paste -sd' '
}


@test "words of the name, in any order, without accents, run together or begun" {
	shelf
	[ "$(found -q "nguyen van an")" = "261102-0001 261103-0042" ]
	[ "$(found -q "AN Nguyen")" = "261102-0001 261103-0042" ]
	[ "$(found -q nguyenvanan)" = "261102-0001 261103-0042" ]
	[ "$(found -q "nguyen vanan")" = "261102-0001 261103-0042" ]
	[ "$(found -q nguy)" = "261102-0001 261103-0042" ]
	[ "$(found -q "dao tran")" = 261104-0003 ]
	[ -z "$(found -q "nguyen dao")" ]
	[ -z "$(found -q "???")" ]
	[ -z "$(found -q '_1" OR *')" ]
}

@test "a whole word is meant as one; only where there is none, as a beginning" {
	shelf
	[ "$(found -q an)" = "261102-0001 261103-0042" ] # and not Ánh
	[ "$(found -q "le an")" = 261105-0004 ]
}

@test "who was written with these accents comes first, then the others by time" {
	shelf
	[ "$(found -q "Nguyên Vân Ân")" = "261103-0042 261102-0001" ]
	[ "$(found -q "NGUYỄN văn an")" = "261102-0001 261103-0042" ]
	[ "$(found -q "nguyen van an" --newest)" = "261103-0042 261102-0001" ]
	[ "$(found -q "nguyen van an" --newest --limit 1)" = 261103-0042 ]
}

@test "the procedure's name, its code, and the address" {
	shelf
	[ "$(found -q khaisinh)" = "261102-0001 261103-0042" ]
	[ "$(found -q "khuyet tat dao")" = 261104-0003 ]
	[ "$(found -q "khai sinh an")" = "261102-0001 261103-0042" ]
	[ "$(found -q khai)" = "261102-0001 261103-0042 261105-0042" ]
	[ "$(found -q $DISABLED)" = "261104-0003 261105-0004 261105-0042" ]
	[ "$(found -q "truong tho")" = 261102-0001 ]
	[ "$(found -q "ap 5")" = 261103-0042 ]
}

@test "codes: whole, begun, or their end" {
	shelf
	[ "$(found -q $AGENCY-261103-0042)" = 261103-0042 ]
	[ "$(found -q 000.17.22.h30-261103-0042)" = 261103-0042 ]
	[ "$(found -q $AGENCY-2611)" = "261102-0001 261103-0042 261104-0003 261105-0004" ]
	[ "$(found -q h55)" = 261105-0042 ]
	[ "$(found -q 261105-0042)" = 261105-0042 ]
	[ "$(found -q H30-261105-0004)" = 261105-0004 ]
	[ "$(found -q 0042)" = "261103-0042 261105-0042" ]
	[ "$(found -q "261105 khai")" = 261105-0042 ]
	[ "$(found -q "$AGENCY-261103-0042 an")" = 261103-0042 ]
}

@test "numbers of a person: the whole one, or the last four digits" {
	shelf
	[ "$(found -q 093171000001)" = 261102-0001 ]
	[ "$(found -q 0912.000.002)" = 261103-0042 ]
	[ "$(found -q "an 0912000002")" = 261103-0042 ]
	[ "$(found -q 0003)" = 261104-0003 ]
	[ -z "$(found -q 0999990001)" ] # the same end, another number
	[ "$(found --phone 0912000002)" = 261103-0042 ]
	[ "$(found --phone "+84 912 000 003")" = 261104-0003 ]
	[ -z "$(found --phone 2)" ]
	[ -z "$(found --phone x)" ]
	[ "$(found --id-number 093171000003)" = 261104-0003 ]
	[ -z "$(found --id-number 0003)" ]
}

@test "numbers as people write and read them: in groups, with signs, with 84; and never an empty one" {
	shelf
	[ "$(found -q "0912 000 002")" = 261103-0042 ]
	[ "$(found -q "093 171 000 001")" = 261102-0001 ]
	[ "$(found -q "dao 0912 000 003")" = 261104-0003 ]
	[ "$(found -q "+84 912 000 003  dao")" = 261104-0003 ]
	[ "$(found -q "0912000001 093171000001")" = 261102-0001 ]
	[ "$(found -q "261103 0042")" = 261103-0042 ]
	[ "$(found --id-number "093 171.000-003")" = 261104-0003 ]
	[ "$(found --phone 84912000002)" = 261103-0042 ]
	for option in --id-number --phone; do # an empty variable of a script is not everybody
		try osq-dossier list --full $option ""
		ended 64 '' "osq-dossier: $option: that is no number"
		try osq-dossier export $option " "
		ended 64 '' "osq-dossier: $option: that is no number"
	done
}

@test "an old number of nine digits is not the new one that begins and ends like it" {
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,received_at,id_number,phone
		$AGENCY-261120-0001,$BIRTH,An,2026-11-20 08:00,093171001,
		$AGENCY-261120-0002,$BIRTH,Bé,2026-11-20 08:00,093171001001,
		$AGENCY-261120-0003,$BIRTH,Cò,2026-11-20 08:00,,093171001001
	END
	[ "$(found -q 093171001)" = 261120-0001 ]
	[ "$(found -q 093171001001)" = '261120-0002 261120-0003' ]
}

@test "what is received, imported and changed is found at once, and the old words no more" {
	osq-dossier receive -p "$BIRTH" -a "Võ Thị Sáu" >/dev/null
	[ "$(found -q "vo sau")" = 261123-0001 ]
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,received_at
		$MON-0001,$DISABLED,Võ Thị Bảy,2026-11-23 08:00
		$MON-0002,$BIRTH,Võ Tám,2026-11-23 08:00
	END
	[ -z "$(found -q sau)" ]
	[ "$(found -q "khuyet tat bay")" = 261123-0001 ]
	[ "$(found -q vo)" = "261123-0001 261123-0002" ]
	osq-dossier finish "$MON-0001" >/dev/null
	[ "$(found -q bay)" = 261123-0001 ]
	osq-dossier receive -p "$BIRTH" -a "Võ Chín" --dry-run >/dev/null
	[ -z "$(found -q chin)" ]
	content
}

@test "check tells of dossiers that cannot be found by their words" {
	shelf
	content
	sqlite3 "$OSQ_DB" "UPDATE dossier SET phone = '0999999999' WHERE id = 2"
	try osq-admin check
	like 65 '*words*' "osq-admin: words: 1 dossiers are not found by their words, $AGENCY-261103-0042 for one"
	sqlite3 "$OSQ_DB" "UPDATE dossier SET phone = '+84 912 000 002' WHERE id = 2"
	content
	sqlite3 "$OSQ_DB" "DELETE FROM dossier WHERE id = 5"
	try osq-admin check
	like 65 '*words*' 'osq-admin: words: 1 dossiers are not found by their words*'
	sqlite3 "$OSQ_DB" "INSERT INTO dossier_words (dossier_words) VALUES ('delete-all')"
	try osq-admin check
	like 65 '*words*' 'osq-admin: words: 4 dossiers are not found by their words*'
}

@test "a period has its first second, and not the one after its last, by whatever way it is found" {
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,received_at,due_at,finished_at
		$AGENCY-261104-0001,$BIRTH,An,2026-11-04 00:00:00,2026-11-09 00:00:00,2026-11-12 00:00:00
		$AGENCY-261104-0002,$BIRTH,An,2026-11-04 23:59:59,2026-11-09 23:59:59,2026-11-12 23:59:59
		$AGENCY-261105-0003,$BIRTH,An,2026-11-05 00:00:00,2026-11-10 00:00:00,2026-11-13 00:00:00
	END
	for way in '' '-q an'; do
		# shellcheck disable=SC2086  # words
		for of in received:2026-11-04 due:2026-11-09 finished:2026-11-12; do
			[ "$(found $way --by ${of%:*} --day ${of#*:})" = '261104-0001 261104-0002' ]
		done
	done
}

@test "filters on what a dossier is: several states, desk, holder, fee, the moment that counts" {
	shelf
	osq-admin import desks - >/dev/null <<<$'code,name\nland,Địa chính'
	osq-dossier forward "$AGENCY-261105-0004" --to land --holder binh >/dev/null
	[ "$(found --status received,processing)" = "261105-0004 261105-0042" ]
	[ "$(found --status finished,returned --by due --newest)" = "261104-0003 261103-0042 261102-0001" ]
	[ "$(found --standing late,in_time)" = "261105-0004 261105-0042" ]
	[ "$(found --desk land)" = 261105-0004 ]
	[ "$(found --holder binh)" = 261105-0004 ]
	[ -z "$(found --holder hoa)" ]
	[ "$(found --fee-due)" = "261103-0042 261105-0042" ]
	sqlite3 "$OSQ_DB" "INSERT INTO payment (dossier_id, paid_at, amount, method)
		VALUES (2, unixepoch(), 8000, 'cash')"
	[ "$(found --fee-due)" = 261105-0042 ]
	osq-dossier finish "H55.242-261105-0042" >/dev/null
	osq-dossier return "H55.242-261105-0042" >/dev/null
	[ "$(found --fee-due)" = 261105-0042 ] # money that is owed, wherever the result is
	osq-dossier reopen -r x "H55.242-261105-0042" >/dev/null
	sqlite3 "$OSQ_DB" "UPDATE dossier SET agency = 'Ủy ban nhân dân huyện' WHERE id = 3"
	[ "$(found --agency "nhan dan huyen")" = 261104-0003 ]
	[ "$(found --procedure $DISABLED --day 2026-11-04)" = 261104-0003 ]
	[ "$(found --field "bao tro")" = "261104-0003 261105-0004 261105-0042" ]
	[ "$(found --field "bao tro" -q le)" = 261105-0004 ]
	[ -z "$(found --field "khong co")" ]
	[ "$(found --limit 2)" = "261102-0001 261103-0042" ]
	[ "$(found --newest --limit 2)" = "261105-0042 261105-0004" ]
	try osq-dossier list --status received,lost
	like 64 '' "osq-dossier: --status: 'lost' is none of: received processing *"
	try osq-dossier list --standing ""
	like 64 '' "osq-dossier: --standing: '' is none of: early *"
	try osq-dossier list --desk nowhere
	like 1 '' 'osq-dossier: nowhere: no such desk*'
	try osq-dossier list --limit 0
	like 65 '' "osq-dossier: --limit: '0' is no whole number*"
}

@test "more columns where they are asked for" {
	shelf
	osq-admin import desks - >/dev/null <<<$'code,name\nland,Địa chính'
	osq-dossier forward "$AGENCY-261105-0004" --to land --holder binh >/dev/null
	osq-dossier pause "$AGENCY-261105-0004" -r "thiếu ảnh" >/dev/null
	try osq-dossier list --status paused --csv --no-header \
		-o desk,holder,paused_at,pause_kind,requests,last_act,last_reason,promised_at
	ended 0 'land,binh,2026-11-23T08:00:00+07:00,supplement,1,pause,thiếu ảnh,'
	[ "$(osq-dossier list -q dao --csv --no-header -o procedure_name)" = \
		'"Đổi, cấp lại Giấy xác nhận khuyết tật"' ]
}

@test "personal data is masked but for who asks to see it" {
	shelf
	try osq-dossier list -q "truong tho" --csv --no-header -o id_number,phone,address
	ended 0 '********0001,******0001,********'
	try osq-dossier list -q "truong tho" --csv --no-header -o id_number,phone,address --full
	ended 0 '093171000001,0912000001,Ấp Trường Thọ'
	try osq-dossier show "$AGENCY-261102-0001" --json
	[ "$(jq -r '[.id_number, .phone, .address] | join(" ")' <<<"$output")" = \
		'********0001 ******0001 ********' ]
	try osq-dossier show "$AGENCY-261102-0001" --json --full
	[ "$(jq -r .address <<<"$output")" = 'Ấp Trường Thọ' ]
	[ "$(last_act)" = "look $AGENCY-261102-0001 {\"what\":\"dossier show\",\"count\":\"1\"}" ]
	try osq-dossier receive -p "$BIRTH" -a An --id-number 12345 --force --csv --no-header -o id_number
	ended 0 '***45'
}

@test "Decision 766 takes off what was waited for a supplement, and minds a second request" {
	standing() {
		osq-dossier list --csv --no-header -o standing_766 "$@" | paste -sd' '
	}
	take_in() { # -> code, due on 2026-11-27 17:00
		osq-dossier receive -p "$DISABLED" -a "$1"
	}
	at 08:00 2026-11-19
	once=$(take_in once) twice=$(take_in twice) asked=$(take_in asked) refused=$(take_in refused)
	open=$(take_in open)
	at 09:00 2026-11-20
	osq-dossier pause "$once" "$twice" "$asked" -r "thiếu" >/dev/null
	at 09:00 2026-11-25
	osq-dossier resume "$once" "$twice" >/dev/null
	osq-dossier pause "$twice" -r "thiếu nữa" --force >/dev/null
	osq-dossier resume "$twice" >/dev/null
	osq-dossier reject "$refused" -r "sai nơi" >/dev/null
	[ "$(standing)" = 'in_time late on_time on_time in_time' ]
	[ "$(standing --standing-766 late)" = late ]
	at 17:00 2026-12-02 # five days of waiting before it: the last moment
	osq-dossier finish "$twice" "$open" >/dev/null
	at 09:00 2026-12-02
	osq-dossier finish "$once" --at 2026-12-02T09:00 >/dev/null
	[ "$(standing)" = 'on_time overdue on_time on_time overdue' ]
	[ "$(standing --standing-766 on_time)" = 'on_time on_time on_time' ]
}

@test "Decision 766 goes by the first promise, where the clock stood for another reason" {
	at 08:00 2026-11-19
	osq-dossier receive -p "$DISABLED" -a An >/dev/null # due on 2026-11-27 17:00
	at 09:00 2026-11-20
	osq-dossier pause "$AGENCY-261119-0001" --for fee -r "chờ nộp phí" >/dev/null
	at 09:00 2026-11-25
	osq-dossier resume "$AGENCY-261119-0001" >/dev/null
	at 09:00 2026-11-30
	osq-dossier finish "$AGENCY-261119-0001" >/dev/null
	try osq-dossier list --csv --no-header -o due_at,standing,standing_766
	ended 0 '2026-12-01T17:00:00+07:00,early,overdue'
}

@test "track tells anybody where a dossier is, and nothing of the person" {
	osq-admin import desks - >/dev/null <<<$'code,name\nland,Địa chính'
	code=$(osq-dossier receive -p "$DISABLED" -a "Nguyễn Văn An" --id-number 012199678901 \
		--phone 0912345678 --address "Ấp Trường Thọ")
	osq-dossier forward "$code" --to land >/dev/null
	try osq-dossier track "$code"
	ended 0 "Dossier    $code
Procedure  Đổi, cấp lại Giấy xác nhận khuyết tật
Status     processing
Standing   in time
Received   2026-11-23 08:00
Promised   2026-12-01 17:00
Desk       Địa chính
Next step  is being worked on; come for the result at the moment promised"
	osq-dossier extend "$code" --by 2 -r "xác minh" >/dev/null
	osq-dossier pause "$code" --for fee -r "lệ phí" >/dev/null
	try osq-dossier track "$code" --json
	ended 0 "{\"code\":\"$code\",\"procedure_name\":\"Đổi, cấp lại Giấy xác nhận khuyết tật\",\"status\":\"paused\",\"standing\":\"in_time\",\"received_at\":\"2026-11-23T08:00:00+07:00\",\"promised_at\":\"2026-12-03T17:00:00+07:00\",\"desk\":\"Địa chính\",\"next\":\"pay the fee; the time allowed stands until then\",\"together\":null}"
	osq-dossier resume "$code" >/dev/null
	at 17:00 2026-12-03
	osq-dossier finish "$code" >/dev/null
	[ "$(osq-dossier track "$code" --csv --no-header -o standing,next)" = \
		'on_time,the result is ready; come for it with the receipt' ]
	try osq-dossier track "$MON-0099"
	ended 1 '' "osq-dossier: $MON-0099: no such dossier"
	try osq-dossier track "$code" -o applicant
	like 64 '' "osq-dossier: --columns: there is no column 'applicant'*"
}

@test "show tells the whole story in its order, and who held it when it went late" {
	osq-admin import desks - >/dev/null <<<$'code,name\nland,Địa chính\nlead,Lãnh đạo'
	open_counters
	osq-ticket issue civil >/dev/null
	osq-call next --counter 1 >/dev/null
	code=$(osq-dossier receive -p "$DISABLED" -a An -t A001 --officer hoa)
	osq-dossier forward "$code" --to land --holder binh --officer hoa >/dev/null
	osq-dossier pause "$code" -r "thiếu ảnh" --at 08:00 >/dev/null
	at 08:00 2026-11-25
	osq-dossier resume "$code" >/dev/null
	at 10:00 2026-12-07
	osq-dossier forward "$code" --to lead --holder lan >/dev/null
	sqlite3 "$OSQ_DB" "INSERT INTO payment (dossier_id, paid_at, amount, method, reference)
		VALUES (1, unixepoch('2026-12-07'), 5000, 'transfer', 'FT1');
		DELETE FROM dossier_paper;
		INSERT INTO dossier_paper VALUES (1, 1, 'Đơn', 'original', 1, 'yes', NULL)"
	osq-dossier show "$code" --json >story.json
	[ "$(jq -r '[.events[].act] | join(" ")' story.json)" = 'receive forward pause resume forward' ]
	[ "$(jq -r '.events[2] | [.reason, .kind, .desk] | join(",")' story.json)" = 'thiếu ảnh,supplement,land' ]
	[ "$(jq -r '[.handovers[] | [.desk // "-", .holder, .late // "no"] | join(",")] | join(" ")' story.json)" = \
		'reception,hoa,no land,binh,yes lead,lan,no' ]
	[ "$(jq -r '[.payments[0].amount, .papers[0].handed_at, .visit[1].counter] | @csv' story.json)" = '5000,,"1"' ]
	[ "$(jq -r '.time_limit, .holder' story.json | paste -sd' ')" = '5 lan' ]
	osq-dossier show "$code" >story
	grep -A3 '^Who had it' story | grep -q 'land.*Trần Văn Bình.*yes$'
	grep -q '^What was paid' story
	# A table of one kind of rows stays one.
	[ "$(osq-dossier show "$code" --csv | wc -l)" = 2 ]
	[ "$(osq-dossier show "$code" --jsonl | jq -r .code)" = "$code" ]
}

@test "due --within: the late ones first, by officer and desk; the clock of the paused stands" {
	osq-admin import desks - >/dev/null <<<$'code,name\nland,Địa chính'
	at 08:00 2026-11-19 # the five days end on Friday 27
	for name in a b c d; do
		osq-dossier receive -p "$DISABLED" -a "$name" --officer hoa >/dev/null
	done
	osq-dossier forward "$AGENCY-261119-0001" --to land --holder binh >/dev/null
	osq-dossier pause "$AGENCY-261119-0003" -r x >/dev/null
	osq-dossier extend "$AGENCY-261119-0004" --by 3 -r x >/dev/null
	at 08:00 2026-11-26
	osq-dossier receive -p "$BIRTH" -a e --officer hoa --at "2026-11-25 08:00" >/dev/null
	within() {
		osq-dossier due --within "$1" --csv --no-header -o standing,officer,desk,applicant |
			grep -v ^handed_late | paste -sd' '
	}
	[ "$(within 1d)" = 'late,hoa,reception,e at_risk,binh,land,a at_risk,hoa,reception,b' ]
	[ "$(within 1)" = "$(within 1d)" ]
	[ "$(within 8h)" = 'late,hoa,reception,e' ]
	[ "$(within 15h)" = "late,hoa,reception,e" ] # an hour short of the second closing
	[ "$(within 16h)" = "$(within 1d)" ]
	[ "$(within 0)" = 'late,hoa,reception,e' ]
	[ "$(within 0h)" = "$(within 0)" ]
	[ "$(within 4d)" = 'late,hoa,reception,e at_risk,binh,land,a at_risk,hoa,reception,b at_risk,hoa,reception,d' ]
	try osq-dossier due --within 1d --check
	ended 1 'late: 1, due: 2'
	osq-dossier finish "$AGENCY-261125-0001" >/dev/null
	try osq-dossier due --within 1d --check
	ended 0 'late: 0, due: 2'
	try osq-dossier due --within 1d --check --json
	ended 0 '{"late":0,"due":2}'
	try osq-dossier due --within soon
	ended 64 '' "osq-dossier: 'soon' is no span of working time
osq-dossier: 1d 4h 2"
	try osq-dossier due --check
	like 64 '' 'osq-dossier: give --procedure CODE*'
	try osq-dossier due --check --unit day --limit 1
	like 64 '' 'osq-dossier: --check goes with --within*'
}

@test "a store from before the index finds its dossiers after the upgrade" {
	shelf
	steps=$(find "$ROOT/lib/store/schema" -name '[0-9]*.sql' | wc -l)
	words=$(find "$ROOT/lib/store/schema" -name '[0-9]*.sql' | sort | grep -n -- -words.sql | cut -d: -f1)
	[ "$words" = "$steps" ] || skip "later steps cannot be taken back here"
	sqlite3 "$OSQ_DB" "DROP TABLE dossier_words; PRAGMA user_version = $((steps - 1))"
	osq-admin upgrade >/dev/null
	content
	[ "$(found -q "nguyen van an")" = "261102-0001 261103-0042" ]
}

@test "words of many people who write at once are all found" {
	hand_in() {
		osq-dossier receive -p "$BIRTH" -a "Người Số $(tr 0-9 a-j <<<"$1")" >/dev/null
	}
	at_once 20 hand_in
	[ "$(osq-dossier list -q "nguoi" --csv --no-header -o code | wc -l)" = 20 ]
	[ "$(osq-dossier list -q "h so" --csv --no-header -o applicant)" = "Người Số h" ]
	content
}
