#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# An officer's week, Monday 23 to Friday 27 November 2026, and what follows until every
# result is fetched.  Tuesday the 24th is a holiday; a day has 8½ hours, 07:00-11:30 and
# 13:00-17:00.  Every moment and figure here was worked out on paper from the rules.

load helper

P=000.17.22.H30
OLD=$P-261120-0001      # 3 working days; came on Friday at 16:30, entered on Monday
SHORT=$P-261123-0001    # 5 working days; a paper is missing
LONG=$P-261123-0002     # 2 working days; takes longer, with an apology; by transfer
COPIES=$P-261123-0003   # same day, at 15:10; cash
EVENING=$P-261123-0004  # same day, at 17:10
REFUSED=$P-261125-0001  # not ours
BACK=$P-261125-0002     # wanted back
STOPPED=$P-261125-0003  # 40 days; what was asked for never came
LATE=$P-261126-0001     # same day, and lay at a desk
ONLINE=$P-261127-0001   # 2 working days

# on DAY: the day that by() means.
on() {
	DAY=$1
}

# by OFFICER HH:MM VERB ...: what somebody does then.
by() {
	at "$2" "$DAY"
	osq-dossier "$3" --officer "$1" "${@:4}"
}

monday() {
	on 2026-11-23
	by hoa 07:10 receive -p 1.004873 -a 'Phạm Văn Cũ' --at '2026-11-20 16:30'
	by hoa 08:00 receive -p 1.001653 -a 'Lê Thị Sáu' --papers 2 --id-number 093185001234 \
		--phone 0912345678 --address 'ấp Trường Thọ' 2>missing
	by hoa 08:20 pause $SHORT -r 'Thiếu đơn đề nghị'
	by hoa 09:00 receive -p 2.001035 -a 'Huỳnh Văn Bảy' --papers 1,2
	by hoa 10:00 forward $LONG --holder binh
	by hoa 15:10 receive -p 2.000815 -a 'Trần Thị Đào' --papers all
	by hoa 15:20 fee $COPIES 12.000 --note '6 trang'
	by hoa 15:30 pay $COPIES
	by hoa 16:40 finish $COPIES
	by hoa 16:41 return $COPIES
	by hoa 17:10 receive -p 1.001193 -a 'Nguyễn Văn Mới' --papers all 2>evening
}

wednesday() {
	on 2026-11-25
	by hoa 08:00 receive -p 1.012796 -a 'Võ Văn Từ' --papers 1
	by hoa 09:00 reject $REFUSED -r 'Thửa đất không thuộc địa bàn xã'
	by hoa 09:10 receive -p 1.004884 -a 'Đặng Thị Út'
	by hoa 09:20 forward $BACK --to justice --holder binh
	by hoa 10:00 receive -p 1.012812 -a 'Bùi Văn Tám' --papers 1
	by hoa 10:05 forward $STOPPED --holder duc
	by binh 10:10 extend $LONG --by 2 -r 'Lãnh đạo đi công tác'
	by binh 16:00 forward $LONG
	by hoa 17:00 finish $EVENING
}

thursday() {
	on 2026-11-26
	by hoa 07:30 return $EVENING
	by hoa 08:00 receive -p 2.000815 -a 'Ngô Thị Tím' --papers 1 --fee 4.000
	by hoa 08:30 forward $LATE --holder binh
	by hoa 09:00 papers $SHORT --handed 1
	by hoa 09:00 resume $SHORT
	by hoa 09:05 withdraw $BACK -r 'Đã tìm thấy giấy cũ'
	by hoa 09:30 forward $SHORT --holder lan
	by duc 10:00 pause $STOPPED -r 'Cần bản vẽ hiện trạng'
	by binh 16:00 finish $OLD
	by binh 16:10 forward $LATE
}

friday() {
	on 2026-11-27
	by hoa 08:00 return $OLD
	by mai 08:10 forward $LATE
	by hoa 08:20 finish $LATE
	by mai 08:30 pay $LATE
	by hoa 08:31 return $LATE
	by hoa 11:40 receive -p 1.004845 -a 'Lý Văn Mạng' --channel online --collect post
}

afterwards() {
	on 2026-11-30
	by mai 09:00 forward $LONG
	by hoa 10:00 finish $LONG
	by hoa 10:10 pay $LONG --qr >payload
	by hoa 10:30 pay $LONG --reference FT26334001
	by hoa 10:31 return $LONG
	on 2026-12-01
	by hoa 10:00 finish $ONLINE
	by hoa 16:00 return $ONLINE
	on 2026-12-02
	by lan 10:00 forward $SHORT
	on 2026-12-03
	by mai 15:00 forward $SHORT
	by hoa 16:30 finish $SHORT
	on 2026-12-04
	by hoa 08:00 return $SHORT
	on 2026-12-11
	by hoa 16:00 stop $STOPPED -r 'Quá thời gian bổ sung'
}

setup_file() {
	# shellcheck disable=SC2034  # office() takes it
	BATS_TEST_TMPDIR=$BATS_FILE_TMPDIR
	office
	osq-admin config bank_bin 970403
	osq-admin config bank_account 0011012345678
	monday && wednesday && thursday && friday || return
	osq-admin backup friday.db
	afterwards
} >/dev/null

setup() {
	export PATH="$BUILD/bin:$PATH" LANGUAGE=en
	unset OSQ_COUNTER OSQ_OFFICER OSQ_TIMEOUT
	cd "$BATS_FILE_TMPDIR/office" || return
	export OSQ_DB=$PWD/osq.db
	at 17:00 2026-12-14
}

friday_evening() {
	export OSQ_DB=$PWD/friday.db
	at 17:00 2026-11-27
}

# moments CODE: what the clock was after each act, without its year and zone.
moments() {
	osq-dossier show "$1" --json |
		jq -r '.events[] | [.at, .act, .due_at, .promised_at // empty] | join(" ")' |
		sed 's/2026-//g; s/:00+07:00//g'
}

# The words of a form, one a line.
form() {
	osq-dossier form "$@" | sed -e '1,/<body/d' -e 's/<br>/ /g; s/<[^>]*>//g' -e '/^[ 	]*$/d'
}

# has FILE: every line that stands on standard input is in it.
has() {
	while IFS= read -r line; do
		grep -qxF -- "$line" "$1" || {
			printf 'lacks: %s\n' "$line" >&2
			cat "$1" >&2
			return 1
		}
	done
}

# --- dates

@test "what the clerk hears at once: the paper that is missing, and from when it counts" {
	[ "$(head -n 1 missing)" = "osq-dossier: $SHORT: is missing: 1. Đơn đề nghị đổi, cấp lại Giấy xác nhận khuyết tật theo mẫu" ] ||
		{ cat missing >&2; false; }
	grep -q "$EVENING: handed in outside the hours; it counts from 2026-11-25T07:00$" evening
}

@test "a paper that comes on Thursday: its five days are counted anew from nine" {
	diff <(moments $SHORT) - <<-'END'
		11-23T08:00 receive 12-01T17:00
		11-23T08:20 pause 12-01T17:00
		11-26T09:00 resume 12-03T17:00
		11-26T09:30 forward 12-03T17:00
		12-02T10:00 forward 12-03T17:00
		12-03T15:00 forward 12-03T17:00
		12-03T16:30 finish 12-03T17:00
		12-04T08:00 return 12-03T17:00
	END
}

@test "an extension promises anew, and the first promise stays" {
	diff <(moments $LONG) - <<-'END'
		11-23T09:00 receive 11-26T17:00
		11-23T10:00 forward 11-26T17:00
		11-25T10:10 extend 11-26T17:00 11-30T17:00
		11-25T16:00 forward 11-26T17:00 11-30T17:00
		11-30T09:00 forward 11-26T17:00 11-30T17:00
		11-30T10:00 finish 11-26T17:00 11-30T17:00
		11-30T10:31 return 11-26T17:00 11-30T17:00
	END
}

@test "on Friday evening: what is late, what waits, what the citizen hears" {
	friday_evening
	diff <(osq-dossier list --csv --no-header -o code,status,standing,standing_766,due_at |
		sed "s/^$P-//; s/:00+07:00//") - <<-'END'
		261120-0001,returned,on_time,on_time,2026-11-26T17:00
		261123-0001,processing,in_time,in_time,2026-12-03T17:00
		261123-0002,processing,late,late,2026-11-26T17:00
		261123-0003,returned,early,on_time,2026-11-25T17:00
		261123-0004,returned,on_time,on_time,2026-11-25T17:00
		261125-0001,rejected,on_time,on_time,2026-12-07T17:00
		261125-0002,withdrawn,on_time,on_time,2026-12-02T17:00
		261125-0003,paused,in_time,on_time,2027-01-04T17:00
		261126-0001,returned,overdue,overdue,2026-11-26T17:00
		261127-0001,received,in_time,in_time,2026-12-01T17:00
	END
	# The statistics call it late; the citizen was promised Monday.
	[ "$(osq-dossier track $LONG --csv -o standing,promised_at --no-header)" = in_time,2026-11-30T17:00:00+07:00 ]
	[ "$(osq-dossier due --within 1d --csv -o code,standing,desk --no-header)" = "$LONG,at_risk,chairman" ]
}

@test "in the end each stands as it was worked out, by both ways of counting" {
	diff <(osq-dossier list --csv --no-header -o code,status,standing,standing_766,finished_at |
		sed "s/^$P-//; s/:00+07:00//") - <<-'END'
		261120-0001,returned,on_time,on_time,2026-11-26T16:00
		261123-0001,returned,on_time,on_time,2026-12-03T16:30
		261123-0002,returned,overdue,overdue,2026-11-30T10:00
		261123-0003,returned,early,on_time,2026-11-23T16:40
		261123-0004,returned,on_time,on_time,2026-11-25T17:00
		261125-0001,rejected,on_time,on_time,2026-11-25T09:00
		261125-0002,withdrawn,on_time,on_time,2026-11-26T09:05
		261125-0003,stopped,on_time,on_time,2026-12-11T16:00
		261126-0001,returned,overdue,overdue,2026-11-27T08:20
		261127-0001,returned,on_time,on_time,2026-12-01T10:00
	END
}

@test "each desk had its share of the time, and it shows who was late with it" {
	diff <(osq-dossier show $SHORT --json |
		jq -r '.handovers[] | [.desk, .holder // "-", .step, .step_due_at // "-", .standing] | join(" ")' |
		sed 's/2026-//; s/:00+07:00//') - <<-'END'
		reception hoa 1 11-26T14:30 on_time
		social lan 2 12-01T17:00 overdue
		chairman - 3 12-03T17:00 on_time
		reception - 4 12-04T09:00 early
	END
	diff <(osq-report overdue --period 2026-12 --csv -o code,days_over,held_by --no-header) - <<-END
		$LONG,4,Lãnh đạo Ủy ban nhân dân xã
		$LATE,1,Lãnh đạo Ủy ban nhân dân xã
	END
}

# --- forms

@test "the receipt says what was handed in then, and asks for what lacks" {
	form 01 $SHORT >said
	has said <<-'END'
		Tiếp nhận hồ sơ của: Lê Thị Sáu
		Giấy xác nhận khuyết tật cũ, khi đổi do hư hỏng hoặc thay đổi thông tin (01 bản chính)
		Thời gian nhận hồ sơ: 08 giờ 00 phút, ngày 23 tháng 11 năm 2026
		Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026
	END
	run ! grep 'Đơn đề nghị' said
	form 02 $SHORT >said
	has said <<-'END'
		Đơn đề nghị đổi, cấp lại Giấy xác nhận khuyết tật theo mẫu (01 bản chính)
		Lý do: Thiếu đơn đề nghị
		Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, Ông/Bà liên hệ với Nguyễn Thị Hoa, số điện thoại 02933953101 để được hướng dẫn./.
	END
}

@test "the refusal, the apology and the notice of stopping" {
	form 03 $REFUSED >said
	has said <<<'Thửa đất không thuộc địa bàn xã'
	form 04 $LONG >said
	has said <<-'END'
		Thời gian hẹn trả kết quả ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026.
		Ủy ban nhân dân xã Trường Long A xin trân trọng gửi lời xin lỗi đến Ông/Bà vì sự chậm trễ này đã gây phiền hà, tốn kém về chi phí, công sức của Ông/Bà; đề nghị gia hạn thời gian giải quyết và sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà vào 17 giờ 00 phút, ngày 30 tháng 11 năm 2026.
	END
	grep -q 'Lý do: Lãnh đạo đi công tác' said
	form 05 $STOPPED >said
	has said <<<'Lý do: Quá thời gian bổ sung'
	grep -q 'dừng giải quyết hồ sơ nêu trên kể từ 16 giờ 00 phút, ngày 11 tháng 12 năm 2026' said
	# None of these was refused, extended or stopped.
	for f in 03 04 05; do
		try osq-dossier form $f $COPIES
		like 1 '' "*$COPIES*"
	done
}

@test "the control sheet says by name whose step was overdue" {
	form 06 $SHORT | paste -sd' ' >said
	[[ $(<said) == *'Giao: Phòng Văn hóa - Xã hội – Lê Ngọc Lan'*'10 giờ 00 phút, ngày 02/12/2026'*'Quá hạn (hạn 17:00 01/12/2026)'* ]] || {
		cat said >&2
		false
	}
	[ "$(grep -o 'Quá hạn' said | wc -l)" = 1 ]
	form 06 $LATE | paste -sd' ' >said
	[[ $(<said) == *'Giao: Văn phòng HĐND và UBND – Trần Văn Bình'*'Quá hạn (hạn 14:00 26/11/2026)'* ]]
}

@test "the register of a field has its lines, what became of each among them" {
	form 07 --field 'Hộ tịch' | paste -sd' ' >said
	[[ $(<said) == *"Phạm Văn Cũ"*"Nguyễn Văn Mới"*"Đặng Thị Út"*"Rút hồ sơ"*"Lý Văn Mạng"*"Bưu chính"* ]]
	run ! grep 'Sáu\|Đào' said
}

# --- money

@test "cash and transfer make the takings of their days" {
	diff <(osq-report takings --day 2026-11-23 --section methods --csv -o method,payments,amount --no-header) - <<-'END'
		cash,1,12000
		transfer,0,0
	END
	diff <(osq-report takings --period 2026-12 --section days --csv -o day,cash,transfer,total --no-header) - <<-'END'
		2026-11-23,12000,0,12000
		2026-11-27,4000,0,4000
		2026-11-30,0,50000,50000
	END
	diff <(osq-report takings --period 2026-12 --section officers --csv -o officer,total --no-header) - <<-'END'
		hoa,62000
		mai,4000
	END
}

@test "the code to pay by has account, sum and dossier, and its sum of check" {
	data=00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA
	data=${data}53037045405500005802VN62290825$LONG'6304'
	sum=$(python3 -c 'import binascii, sys; print("%04X" % binascii.crc_hqx(sys.argv[1].encode(), 0xffff))' "$data")
	[ "$(cat payload)" = "$data$sum" ]
}

# --- the figures

FIELDS=field,received,online,counter_post,carried_over,finished,early,on_time,overdue,in_process,in_time,late

@test "form II.06a of the week: four are open, one of them late" {
	friday_evening
	diff <(osq-report dossiers --from 2026-11-23 --to 2026-11-27 --csv -o $FIELDS --no-header) - <<-'END'
		Bảo trợ xã hội,1,0,1,0,0,0,0,0,1,1,0
		Chứng thực,3,0,3,0,2,1,0,1,1,0,1
		Hộ tịch,4,1,2,1,3,0,3,0,1,1,0
		Đất đai,2,0,2,0,1,0,1,0,1,1,0
	END
	osq-report dossiers --from 2026-11-23 --to 2026-11-27 >table
	grep -q '^Kết thúc không có kết quả: từ chối 1, rút 1, dừng giải quyết 0; trong đó quá hạn 0\.' table
}

@test "form II.06a of the month, and the same as a spreadsheet" {
	diff <(osq-report dossiers --period 2026-12 --csv -o $FIELDS --no-header) - <<-'END'
		Bảo trợ xã hội,1,0,1,0,1,0,1,0,0,0,0
		Chứng thực,3,0,3,0,3,1,0,2,0,0,0
		Hộ tịch,4,1,3,0,4,0,4,0,0,0,0
		Đất đai,2,0,2,0,2,0,2,0,0,0,0
	END
	osq-report dossiers --period 2026-12 --xlsx form.xlsx
	python3 "$BATS_TEST_DIRNAME/xlsx_cells.py" form.xlsx | cut -f 2- >cells
	field() { # its row from column C on, as it stands in the sheet
		local row

		row=$(grep -P "\ttext\t$1\$" cells | grep -oP '^B\K[0-9]+')
		grep -P "^[C-M]$row\t" cells | sort | cut -f 3 | paste -sd' '
	}
	[ "$(field 'Bảo trợ xã hội')" = '1 0 1 0 1 0 1 0 0 0 0' ]
	[ "$(field 'Chứng thực')" = '3 0 3 0 3 1 0 2 0 0 0' ]
	[ "$(field 'Hộ tịch')" = '4 1 3 0 4 0 4 0 0 0 0' ]
	grep -qP "\ttext\tKỳ báo cáo: tháng 12 năm 2026. Từ ngày 15/11/2026 đến ngày 14/12/2026; số liệu tính đến 17:00 ngày 14/12/2026$" cells
	grep -qP "\tKết thúc không có kết quả: từ chối 1, rút 1, dừng giải quyết 1; trong đó quá hạn 0\.$" cells
}

@test "each figure is as long as its list" {
	count() {
		osq-dossier list --csv --no-header -o code "$@" --from 2026-11-15 --to 2026-12-14 | wc -l
	}
	diff <(osq-report summary --period 2026-12 --csv -o received,finished,early,on_time,overdue,in_process --no-header) - <<-'END'
		10,10,1,7,2,0
	END
	[ "$(count --by finished --standing early) $(count --by finished --standing on_time) $(count --by finished --standing overdue)" = '1 7 2' ]
	[ "$(count --by received)" = 10 ]
}

@test "what was entered after the weekend is listed for the head, and nothing else" {
	diff <(osq-report late-entries --period 2026-12 --csv -o entered_at,at,act,subject,officer --no-header) - <<-END
		2026-11-23T07:10:00+07:00,2026-11-20T16:30:00+07:00,dossier receive,$OLD,hoa
	END
}

@test "check finds every total right, then and in the end" {
	(
		friday_evening
		osq-admin check --csv -o check,verdict
	) >verdicts
	# 40 days from 25 November end in 2027, whose holidays nobody has announced.
	diff verdicts - <<-'END'
		check,verdict
		store,ok
		journal,ok
		holidays,warning
		procedures,warning
		dossiers,ok
		payments,ok
		users,ok
	END
	try osq-admin check --csv -o check,verdict --no-header
	ended 0 $'store,ok\njournal,ok\nprocedures,warning\ndossiers,ok\npayments,ok\nusers,ok\nsetup,warning' # 2027 has no notice
}

@test "the journal has every act, with who did it" {
	osq-admin list journal --jsonl | jq -r 'select(.act | startswith("dossier")) | .act' |
		sort | uniq -c | sed 's/^ *//' >acts
	diff acts - <<-'END'
		1 dossier extend
		1 dossier fee
		7 dossier finish
		11 dossier forward
		1 dossier papers
		2 dossier pause
		3 dossier pay
		10 dossier receive
		1 dossier reject
		1 dossier resume
		7 dossier return
		1 dossier stop
		1 dossier withdraw
	END
	[ "$(osq-admin list journal --jsonl | jq -r --arg code $SHORT \
		'select(.subject == $code and (.act | startswith("dossier"))) | .officer' |
		paste -sd' ')" = 'hoa hoa hoa hoa hoa lan mai hoa hoa' ]
}

# --- on the screen

# screen COLUMNS VERB ...: the lines of a terminal so wide.
screen() {
	local columns=$1

	shift
	script -qec "stty cols $columns rows 60; osq-dossier $*" /dev/null </dev/null |
		tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g'
}

@test "a terminal of 120 columns holds every table of the day, with nothing cut" {
	friday_evening
	export LANGUAGE=vi
	for verb in list 'due --within 3d' "show $SHORT" "show $STOPPED" payments; do
		# shellcheck disable=SC2086  # words
		screen 120 $verb >shown
		run ! env LC_ALL=C.UTF-8 grep -E '^.{121}' shown
	done
	# A number stays at the right of its column though the heading is in two lines.
	grep -q '^STT .* Số ' <(screen 120 show $SHORT)
	grep -q ' bản chính  *1  có ' <(screen 120 show $SHORT)
	screen 120 list >shown
	[ "$(grep -c "^$P-" shown)" = 10 ]
	screen 120 due --within 3d >shown
	grep -q 'Tình .*Công .*Bộ phận .*Ngày hẹn' shown # headings in lines of their own words
	grep -q "^đang .*\|^sắp đến .*$LONG" shown
}
