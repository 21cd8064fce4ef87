#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Dossiers: taking them in, promising a moment, finishing, returning, finding them
# again, and bringing in years of them from another system.

load helper

# The agency of the sample office begins every code.
AGENCY=000.17.22.H30
MON=$AGENCY-261123 # codes of Monday 23 November 2026
BIRTH=1.001193     # registration of a birth: on the same day
DISABLED=1.001653  # a disability certificate: 5 working days

setup() {
	office
}

# Take in for NAME under the birth procedure; more options may follow.
receive() {
	osq-dossier receive -p "$BIRTH" -a "$@"
}

# The columns named, of all dossiers.
dossiers() {
	osq-dossier list --csv --no-header -o "$1"
}

count() {
	osq-dossier list --csv --no-header -o code | wc -l
}

# --- receiving

@test "a dossier gets a code of agency, day and number, which counts up" {
	try receive "Nguyễn Văn An"
	ended 0 "$MON-0001"
	try receive "Trần Thị Bé"
	ended 0 "$MON-0002"
	try osq-dossier receive -p "$DISABLED" -a "Lê Văn Cò"
	ended 0 "$MON-0003"
	content
}

@test "numbers begin anew every day, by the office's clock" {
	receive "An"
	at 23:59:59
	receive "Bé"
	at 00:00 2026-11-24
	try receive "Cò"
	like 0 "$AGENCY-261124-0001" '*'
	export OSQ_NOW=2026-11-24T16:59:59Z TZ=America/New_York
	try receive "Dế"
	like 0 "$AGENCY-261124-0002" '*'
	OSQ_NOW=2026-11-24T17:00:00Z
	try receive "Em"
	like 0 "$AGENCY-261125-0001" '*'
}

@test "after 9,999 a day comes a fifth digit" {
	sqlite3 "$OSQ_DB" "INSERT INTO dossier_series VALUES ('$TODAY', 9998)"
	try receive "An"
	ended 0 "$MON-9999"
	try receive "Bé"
	ended 0 "$MON-10000"
	try receive "Cò"
	ended 0 "$MON-10001"
}

@test "numbers go on behind the highest that an import brought for that day" {
	receive "An"
	osq-dossier import <<-END
		code,procedure,applicant,received_at
		$AGENCY-261119-0900,$BIRTH,Ba,2026-11-19
		$MON-0041,$BIRTH,Bé,2026-11-23
		$MON-0007,$BIRTH,Cò,2026-11-23
		$AGENCY-261120-0500,$BIRTH,Dế,2026-11-20
	END
	try receive "Em"
	ended 0 "$MON-0042"
	try receive "Gà"
	ended 0 "$MON-0043"
}

@test "nor is one given again that was imported before the agency had this code" {
	osq-dossier import <<-END
		code,procedure,applicant,received_at
		H55.242-261123-0001,$BIRTH,An,2026-11-23
		H55.242-261123-0003,$BIRTH,Bé,2026-11-23
	END
	osq-admin config agency H55.242 --since "$TODAY" >/dev/null
	try receive "Cò"
	ended 0 H55.242-261123-0004
	try receive "Dế"
	ended 0 H55.242-261123-0005
	content
}

@test "an imported code is not given again" {
	osq-dossier import <<-END
		code,procedure,applicant,received_at
		$MON-0001,$BIRTH,An,2026-11-23
	END
	try receive "Bé"
	ended 0 "$MON-0002"
}

@test "another system's long number of that day is not counted on from" {
	osq-dossier import <<-END
		code,procedure,applicant,received_at
		$MON-99999999999999999999,$BIRTH,An,2026-11-23
		$MON-20261123004711,$BIRTH,Bé,2026-11-23
	END
	try receive "Cò"
	ended 0 "$MON-0001"
}

@test "the agency's code is that of the day" {
	osq-admin config agency H55.242 --since 2026-11-24 >/dev/null
	try receive "An"
	ended 0 "$MON-0001"
	at 08:00 2026-11-25
	try receive "Bé"
	ended 0 "H55.242-261125-0001"
}

@test "asked for a format, receive tells the whole dossier" {
	try receive "Nguyễn Văn An" --json
	ended 0 '{"code":"000.17.22.H30-261123-0001","procedure":"1.001193","field":"Hộ tịch","applicant":"Nguyễn Văn An","channel":"counter","status":"received","standing":"at_risk","received_at":"2026-11-23T08:00:00+07:00","due_at":"2026-11-23T17:00:00+07:00","finished_at":null,"returned_at":null,"result":null,"officer":null,"ticket":null}'
}

@test "who applies, how, and what was drawn for it are kept" {
	open_counters
	osq-ticket issue civil
	export OSQ_COUNTER=1
	osq-call next
	try receive $'  Nguye\xcc\x82\xcc\x83n Ất ' --id-number 012199678901 --phone 0912345678 \
		--address "Ấp Trường Thọ" --channel online --ticket a001
	ended 0 "$MON-0001"
	[ "$(last_act)" = "dossier receive $MON-0001 {\"procedure\":\"1.001193\",\"due_at\":\"2026-11-23T17:00:00+07:00\"}" ]
	try osq-dossier list --full --csv --no-header \
		-o applicant,id_number,phone,address,channel,ticket,officer,time_limit,time_unit,fee
	ended 0 "Nguyễn Ất,012199678901,0912345678,Ấp Trường Thọ,online,A001,hoa,0,same-day,0"
}

@test "the officer is the one at the open counter, or the one named, or nobody" {
	open_counters
	receive "An" --counter 2
	receive "Bé" --counter 2 --officer lan
	receive "Cò"
	receive "Dế" --counter 3
	[ "$(dossiers officer | paste -sd,)" = 'binh,lan,"",""' ]
	try receive "Em" --officer nobody
	ended 1 '' 'osq-dossier: nobody: no such officer
osq-dossier: osq-admin list officers shows them'
	[ "$(count)" = 4 ]
}

@test "what cannot be taken in is refused, and takes no number" {
	try osq-dossier receive -a An
	ended 64 '' 'osq-dossier: --procedure is missing
osq-dossier: see: osq-dossier receive --help'
	try osq-dossier receive -p "$BIRTH"
	ended 64 '' 'osq-dossier: --applicant is missing
osq-dossier: see: osq-dossier receive --help'
	try receive "   "
	ended 65 '' 'osq-dossier: the applicant has no name'
	try osq-dossier receive -p 9.999999 -a An
	ended 1 '' 'osq-dossier: 9.999999: no such procedure
osq-dossier: osq-admin list procedures shows them'
	try receive An --channel pigeon
	ended 64 '' "osq-dossier: --channel: 'pigeon' is none of: counter online post
osq-dossier: see: osq-dossier receive --help"
	try receive An --ticket A009
	ended 1 '' 'osq-dossier: A009: no such ticket on 2026-11-23'
	try receive An --ticket nine
	ended 64 '' "osq-dossier: 'nine' is no ticket (A012 is one)"
	try receive $'A\xffn'
	ended 65 '' 'osq-dossier: --applicant: is not UTF-8 text'
	try receive "$(printf '%70000s' x | tr ' ' a)"
	ended 65 '' 'osq-dossier: --applicant: is longer than 65536 bytes'
	try receive An --at 09:00
	ended 65 '' 'osq-dossier: --at: 09:00 is still to come'
	try receive An
	ended 0 "$MON-0001"
}

@test "--at tells when it was taken in; code and promise go by that" {
	try osq-dossier receive -p "$DISABLED" -a An --at "2026-11-19 09:30"
	ended 0 "$AGENCY-261119-0001"
	[ "$(dossiers received_at,due_at)" = "2026-11-19T09:30:00+07:00,2026-11-27T17:00:00+07:00" ]
}

@test "a dry run tells the code and keeps nothing" {
	try receive An --dry-run
	ended 0 "$MON-0001" 'osq-dossier: a dry run: nothing was kept'
	[ "$(count)" = 0 ]
	try receive An
	ended 0 "$MON-0001"
}

@test "a dossier keeps rule, fee and promise, whatever the catalogue becomes" {
	osq-dossier receive -p "$DISABLED" -a An
	osq-admin import procedures - >/dev/null <<-END
		code,name,field,time_limit,time_unit,fee
		$DISABLED,Giấy xác nhận khuyết tật,Người có công,9,day,50000
	END
	osq-dossier receive -p "$DISABLED" -a Bé
	try osq-dossier list --csv --no-header -o applicant,time_limit,time_unit,fee,due_at
	ended 0 'An,5,working-day,0,2026-12-01T17:00:00+07:00
Bé,9,day,50000,2026-12-02T17:00:00+07:00'
	osq-dossier finish "$MON-0001" >/dev/null
	[ "$(osq-dossier show "$MON-0001" --json | jq -r '[.time_limit, .due_at] | @csv')" = \
		'5,"2026-12-01T17:00:00+07:00"' ]
}

@test "fifty counters at once get fifty codes, none twice, none left out" {
	hand_in() {
		receive "Người Thứ" --force >"got.$1" 2>"err.$1"
	}
	at_once 50 hand_in
	seq -f "$MON-%04g" 50 >wanted
	sort got.* | diff wanted -
	[ -z "$(cat err.*)" ]
	dossiers code | sort | diff wanted -
	content
}

# --- finishing and returning

@test "finished with its result, then returned" {
	receive An
	at 10:15
	try osq-dossier finish "$MON-0001" --result "Giấy khai sinh số 12"
	ended 0 "$MON-0001"
	[ "$(last_act)" = "dossier finish $MON-0001 {}" ]
	at 10:20
	try osq-dossier return "$MON-0001"
	ended 0 "$MON-0001"
	[ "$(last_act)" = "dossier return $MON-0001 {}" ]
	try osq-dossier list --csv --no-header -o status,standing,finished_at,returned_at,result
	ended 0 "returned,on_time,2026-11-23T10:15:00+07:00,2026-11-23T10:20:00+07:00,Giấy khai sinh số 12"
}

@test "several codes at once" {
	receive An
	receive Bé
	receive Cò
	try osq-dossier finish "$MON-0001" "$MON-0003"
	ended 0 "$MON-0001
$MON-0003"
	[ "$(dossiers status | paste -sd' ')" = "finished received finished" ]
}

@test "codes come from standard input too, a line each" {
	receive An
	receive Bé
	receive Cò
	run --separate-stderr bash -c "printf '%s\r\n\n  ' $MON-0001 $MON-0002 | sed 's/^ *//' | osq-dossier finish"
	ended 0 "$MON-0001
$MON-0002"
	run --separate-stderr bash -c "osq-dossier list --status finished --csv --no-header -o code |
		osq-dossier return -"
	ended 0 "$MON-0001
$MON-0002"
	[ "$(dossiers status | paste -sd' ')" = "returned returned received" ]
}

@test "one that fails does not stop the others; the worst status is told" {
	receive An
	receive Bé
	try osq-dossier finish "$MON-0001" "$MON-0009" "$MON-0002"
	ended 1 "$MON-0001
$MON-0002" "osq-dossier: $MON-0009: no such dossier"
	receive Cò
	try osq-dossier finish --at 2026-11-22 "$MON-0009" "$MON-0003" "$MON-0001"
	ended 65 '' "osq-dossier: $MON-0009: no such dossier
osq-dossier: $MON-0003: the time given is before 2026-11-23T08:00
osq-dossier: $MON-0001: finished already (2026-11-23T08:00)"
}

@test "twice is once" {
	receive An
	at 09:00
	osq-dossier finish "$MON-0001"
	at 09:30
	try osq-dossier finish "$MON-0001"
	ended 1 '' "osq-dossier: $MON-0001: finished already (2026-11-23T09:00)"
	osq-dossier return "$MON-0001"
	at 09:45
	try osq-dossier return "$MON-0001"
	ended 1 '' "osq-dossier: $MON-0001: returned already (2026-11-23T09:30)"
	try osq-dossier finish "$MON-0001"
	ended 1 '' "osq-dossier: $MON-0001: returned already (2026-11-23T09:30)"
}

@test "what is not finished cannot be returned" {
	receive An
	try osq-dossier return "$MON-0001"
	ended 1 '' "osq-dossier: $MON-0001: not finished yet"
	[ "$(dossiers status)" = received ]
}

@test "rejected and withdrawn ones are neither finished nor returned" {
	osq-dossier import <<-END
		code,procedure,applicant,received_at,finished_at,status
		X-1,$BIRTH,An,2026-11-20,2026-11-20 10:00,từ chối
		X-2,$BIRTH,Bé,2026-11-20,2026-11-20 11:00,rút hồ sơ
	END
	try osq-dossier finish X-1
	ended 1 '' "osq-dossier: X-1: rejected already (2026-11-20T10:00)"
	try osq-dossier return X-2
	ended 1 '' "osq-dossier: X-2: withdrawn already (2026-11-20T11:00)"
	[ "$(dossiers code,standing | paste -sd' ')" = "X-1,on_time X-2,on_time" ]
}

@test "nothing is finished before it came, nor returned before it was ready" {
	receive An
	at 11:00
	try osq-dossier finish "$MON-0001" --at 07:59
	ended 65 '' "osq-dossier: $MON-0001: the time given is before 2026-11-23T08:00"
	osq-dossier finish "$MON-0001" --at 10:00
	try osq-dossier return "$MON-0001" --at 09:59
	ended 65 '' "osq-dossier: $MON-0001: the time given is before 2026-11-23T10:00"
	try osq-dossier return "$MON-0001" --at 10:00
	ended 0 "$MON-0001"
}

@test "who finishes a dossier that nobody took in is its officer; else it stays" {
	open_counters
	receive An
	receive Bé --counter 1
	osq-dossier finish "$MON-0001" "$MON-0002" --counter 2
	[ "$(dossiers officer | paste -sd' ')" = "binh hoa" ]
}

@test "on the due day up to the due second is on time, a second later overdue, a day before early" {
	at 08:00 2026-11-19 # Thursday; due on Friday 27, past the holiday
	for name in a b c d e f; do
		osq-dossier receive -p "$DISABLED" -a "$name"
	done
	at 08:00 2026-12-15
	finish() {
		osq-dossier finish "$AGENCY-261119-000$1" --at "$2" >/dev/null
	}
	finish 1 2026-11-26T23:59:59
	finish 2 2026-11-27T00:00:00
	finish 3 2026-11-27T17:00:00
	finish 4 2026-11-27T17:00:01
	finish 5 2026-11-28T09:00
	[ "$(dossiers standing | paste -sd' ')" = "early on_time on_time overdue overdue late" ]
}

@test "days are the office's also for a promise before seven in the morning" {
	osq-dossier import - <<-END
		code,procedure,applicant,received_at,due_at,finished_at
		N-1,$BIRTH,a,2026-11-10,2026-11-20T05:00,2026-11-19T23:59:59
		N-2,$BIRTH,b,2026-11-10,2026-11-20T05:00,2026-11-20T00:00:00
		N-3,$BIRTH,c,2026-11-10,2026-11-20T05:00,2026-11-20T05:00:01
	END
	[ "$(dossiers standing | paste -sd' ')" = "early on_time overdue" ]
}

@test "an open dossier is in time, at risk within the next working day, and late after its moment" {
	receive An                             # due today at 17:00
	osq-dossier receive -p "$DISABLED" -a Bé # due 2026-12-01 17:00
	look() {
		at "$@"
		dossiers standing | paste -sd' '
	}
	[ "$(look 17:00:00)" = "at_risk in_time" ]
	[ "$(look 17:00:01)" = "late in_time" ]
	[ "$(look 17:00:00 2026-11-27)" = "late in_time" ] # a Friday: Monday is the next
	[ "$(look 17:00:01 2026-11-27)" = "late at_risk" ] # counts as Monday
	[ "$(look 17:00:00 2026-12-01)" = "late at_risk" ]
	[ "$(look 17:00:01 2026-12-01)" = "late late" ]
	osq-admin config at_risk_days 0 >/dev/null
	[ "$(look 10:00 2026-12-01)" = "late in_time" ]
	osq-admin config at_risk_days 5 >/dev/null
	[ "$(look 08:00)" = "at_risk at_risk" ]
}

# --- due

due() {
	local received=$1 unit=$2 limit=$3 wanted=$4

	try osq-dossier due --unit "$unit" --limit "$limit" --received "$received"
	ended 0 "$wanted:00+07:00"
}

@test "due by working days: the day of receipt and days off do not count" {
	due 2026-11-23T08:00 working-day 1 2026-11-25T17:00    # over the holiday
	due 2026-11-23T17:00:00 working-day 1 2026-11-25T17:00 # at closing
	due 2026-11-23T17:00:01 working-day 1 2026-11-26T17:00 # past it: Wednesday's
	due 2026-11-24T10:00 working-day 1 2026-11-26T17:00    # on the holiday
	due 2026-11-27T09:00 working-day 1 2026-11-30T17:00    # over a weekend
	due 2026-11-28T09:00 working-day 1 2026-12-01T17:00    # on a Saturday
	due 2026-11-23T06:00 working-day 5 2026-12-01T17:00    # before opening
}

@test "due by calendar days: the last day moves on when it is off" {
	due 2026-11-23T08:00 day 1 2026-11-25T17:00
	due 2026-11-23T18:00 day 2 2026-11-25T17:00
	due 2026-11-23T08:00 day 5 2026-11-30T17:00
	due 2026-11-28T09:00 day 1 2026-11-30T17:00
}

@test "due on the same day until 15:00:00" {
	due 2026-11-23T15:00:00 same-day 0 2026-11-23T17:00
	due 2026-11-23T15:00:01 same-day 0 2026-11-25T17:00
	due 2026-11-23T00:00 same-day 0 2026-11-23T17:00
	due 2026-11-24T16:00 same-day 0 2026-11-25T17:00
	due 2026-11-22T16:00 same-day 0 2026-11-23T17:00
	osq-admin config same_day_cutoff 10:00 >/dev/null
	due 2026-11-23T10:00:01 same-day 0 2026-11-25T17:00
}

@test "due by working hours: only open time runs" {
	due 2026-11-23T10:00 working-hour 4 2026-11-23T15:30
	due 2026-11-23T10:00 working-hour 8 2026-11-25T09:30
	due 2026-11-23T12:00 working-hour 1 2026-11-23T14:00
	due 2026-11-23T10:30 working-hour 1 2026-11-23T11:30
	due 2026-11-21T10:00 working-hour 1 2026-11-23T08:00
}

@test "due around Tết and the swap Saturdays" {
	due 2026-08-21T09:00 working-day 1 2026-08-22T17:00 # a Saturday worked
	due 2024-05-03T09:00 working-day 1 2024-05-04T17:00
	due 2025-04-25T09:00 working-day 1 2025-04-26T17:00
	due 2026-01-09T09:00 working-day 1 2026-01-10T17:00
	due 2023-01-19T09:00 working-day 1 2023-01-27T17:00 # Tết Quý Mão
	due 2023-01-19T16:00 same-day 0 2023-01-27T17:00
}

@test "due by a procedure, from now" {
	try osq-dossier due --procedure "$DISABLED"
	ended 0 "2026-12-01T17:00:00+07:00"
	try osq-dossier due -p "$BIRTH"
	ended 0 "2026-11-23T17:00:00+07:00"
	[ "$(count)" = 0 ]
}

@test "due asks what it needs" {
	local usage='osq-dossier: give --procedure CODE, or --unit U --limit N, or --within SPAN
osq-dossier: see: osq-dossier due --help'

	try osq-dossier due
	ended 64 '' "$usage"
	try osq-dossier due -p "$BIRTH" --unit day --limit 1
	ended 64 '' "$usage"
	try osq-dossier due --unit week --limit 1
	ended 64 '' "osq-dossier: --unit: 'week' is none of: working-day day same-day working-hour
osq-dossier: see: osq-dossier due --help"
	try osq-dossier due --unit day --limit x
	ended 65 '' "osq-dossier: --limit: 'x' is no whole number from 0 to 3660"
	try osq-dossier due --unit day
	like 65 '' "osq-dossier: time limit 0: expected 1 to 3660*"
	try osq-dossier due -p "$BIRTH" --received soon
	ended 64 '' "osq-dossier: --received: 'soon' is no time
osq-dossier: see: osq-dossier due --help"
	try osq-dossier due -p 9.9
	like 1 '' 'osq-dossier: 9.9: no such procedure*'
}

# --- finding them again

# A shelf of dossiers, finished and open.
shelf() {
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,channel,status,received_at,due_at,finished_at,returned_at,officer
		S-1,$BIRTH,Đỗ Khai Sinh,counter,returned,2026-11-02 08:00,2026-11-02 17:00,2026-11-02 10:00,2026-11-02 10:30,hoa
		S-2,$BIRTH,Nguyễn Văn Ất,online,finished,2026-11-03 08:00,2026-11-05 17:00,2026-11-04 10:00,,hoa
		S-3,$DISABLED,Trần Thị Bé,post,finished,2026-11-04 08:00,2026-11-05 17:00,2026-11-06 10:00,,binh
		S-4,$DISABLED,Lê Ðức,counter,processing,2026-11-05 08:00,2026-11-10 17:00,,,
		S-5,$DISABLED,Phạm Hương,online,received,2026-11-20 08:00,2026-12-30 17:00,,,lan
		S-6,$DISABLED,Võ Bảy,online,paused,2026-11-20 09:00,2026-11-25 17:00,,,lan
		S-7,$BIRTH,Hồ Tám,counter,rejected,2026-11-20 10:00,2026-11-20 17:00,2026-11-20 11:00,,hoa
	END
}

# The codes of a list with OPTIONS, "1 2 3".
found() {
	osq-dossier list --csv --no-header -o code "$@" | sed 's/S-//' | paste -sd' '
}

@test "list by standing, status, procedure, field, officer and channel" {
	shelf
	[ "$(found)" = "1 2 3 4 5 6 7" ]
	[ "$(found --standing on_time)" = "1 7" ] # withdrawn, and not too late
	[ "$(found --standing early)" = 2 ]
	[ "$(found --standing overdue)" = 3 ]
	[ "$(found --standing late)" = 4 ]
	[ "$(found --standing in_time)" = "5 6" ] # the clock of 6 stands
	[ "$(found --standing at_risk)" = "" ]
	[ "$(found --status finished)" = "2 3" ]
	[ "$(found --status rejected)" = 7 ]
	[ "$(found --procedure "$BIRTH")" = "1 2 7" ]
	[ "$(found --field "ho tich")" = "1 2 7" ]
	[ "$(found --field "Bảo trợ xã hội")" = "3 4 5 6" ]
	[ "$(found --officer lan)" = "5 6" ]
	[ "$(found --channel online)" = "2 5 6" ]
	[ "$(found --channel online --officer hoa)" = 2 ]
	at 08:00 2026-12-29
	[ "$(found --standing at_risk)" = 5 ]
	[ "$(found --standing in_time)" = 6 ]
	at 08:00
	try osq-dossier list --procedure 9.9
	ended 1 '' 'osq-dossier: 9.9: no such procedure
osq-dossier: osq-admin list procedures shows them'
	try osq-dossier list --officer nobody
	ended 1 '' 'osq-dossier: nobody: no such officer
osq-dossier: osq-admin list officers shows them'
}

@test "list by days of receipt, due day or finish" {
	shelf
	[ "$(found --day 2026-11-03)" = 2 ]
	[ "$(found --from 2026-11-04 --to 2026-11-05)" = "3 4" ]
	[ "$(found --from 20/11/2026)" = "5 6 7" ]
	[ "$(found --to 2026-11-02)" = 1 ]
	[ "$(found --by due --day 2026-11-05)" = "2 3" ]
	[ "$(found --by finished --from 2026-11-04 --to 2026-11-06)" = "2 3" ]
	[ "$(found --by finished)" = "1 2 3 7" ]
	receive An
	[ "$(found --day today)" = "$MON-0001" ]
	[ -z "$(found --day yesterday)" ]
}

@test "a day ends with its last second" {
	osq-dossier import - >/dev/null <<-END
		code,procedure,applicant,received_at
		S-1,$BIRTH,a,2026-11-02T23:59:59
		S-2,$BIRTH,b,2026-11-03T00:00:00
		S-3,$BIRTH,c,2026-11-02T16:59:59Z
		S-4,$BIRTH,d,2026-11-02T17:00:00Z
	END
	[ "$(found --day 2026-11-02)" = "1 3" ]
	[ "$(found --day 2026-11-03)" = "2 4" ]
}

@test "words are found without accents, and written together" {
	shelf
	for words in "khai sinh" khaisinh "KHAI SINH" "đỗ khai" "do khai" dokhaisinh; do
		[[ " $(found --text "$words") " == *" 1 "* ]]
	done
	[ "$(found -q "nguyen van at")" = 2 ]
	[ "$(found -q "le duc")" = 4 ] # written with Ð, U+00D0
	[ "$(found -q "huong")" = 5 ]
	[ "$(found -q "S-6")" = 6 ]
	[ "$(found -q "khuyet tat")" = "3 4 5 6" ] # the procedure's name
	[ -z "$(found -q "khong co ai")" ]
}

@test "an empty list is no failure; a word that does not exist is" {
	try osq-dossier list --csv
	ended 0 "code,procedure,field,applicant,channel,status,standing,received_at,due_at,finished_at,returned_at,result,officer,ticket"
	try osq-dossier list --json
	ended 0 "[]"
	try osq-dossier list --standing lost
	ended 64 '' "osq-dossier: --standing: 'lost' is none of: early on_time overdue in_time at_risk late asked_late unanswered extended_late handed_late unaccepted
osq-dossier: see: osq-dossier list --help"
	try osq-dossier list --status lost
	ended 64 '' "osq-dossier: --status: 'lost' is none of: received processing paused finished returned rejected withdrawn stopped voided new
osq-dossier: see: osq-dossier list --help"
	try osq-dossier list --channel lost
	ended 64 '' "osq-dossier: --channel: 'lost' is none of: counter online post
osq-dossier: see: osq-dossier list --help"
	try osq-dossier list --by lost
	ended 64 '' "osq-dossier: --by: 'lost' is none of: received due finished
osq-dossier: see: osq-dossier list --help"
	try osq-dossier list --day 2026-02-30
	ended 64 '' "osq-dossier: --day: '2026-02-30' is no day
osq-dossier: 2026-11-24, 24/11/2026, today, yesterday"
	try osq-dossier list -o code,nothing
	ended 64 '' "osq-dossier: --columns: there is no column 'nothing'
osq-dossier: --list-columns shows them"
}

@test "a table for people" {
	receive "Nguyễn Văn An"
	try osq-dossier list -o code,applicant,standing,due_at
	ended 0 "Dossier                    Applicant      Standing  Due
$MON-0001  Nguyễn Văn An  at risk   2026-11-23 17:00"
}

@test "show tells everything of one dossier" {
	osq-dossier receive -p "$DISABLED" -a "Nguyễn Văn An" --id-number 012199678901
	try bash -c "osq-dossier show $MON-0001 | sed 's/ *$//'"
	ended 0 "Dossier                $MON-0001
Procedure code         $DISABLED
Procedure              Đổi, cấp lại Giấy xác nhận khuyết tật
Field                  Bảo trợ xã hội
Applicant              Nguyễn Văn An
Personal ID            ********8901
Telephone
Address
Channel                counter
Status                 received
Standing               in time
Standing (766)         in time
Requested
Received               2026-11-23 08:00
Due                    2026-12-01 17:00
Promised anew
Finished
Returned
Result
Officer
Ticket
Desk                   Trung tâm Phục vụ hành chính công
Holder
Paused since
Paused for
Supplements asked for  0
Time limit             5
Unit                   working day
Fee                    0
Paid                   0
Still due              0

What happened
Time              Act      Officer  Waits for  Reason  Forced  Came late  Desk                               Holder  Status    Due               Promised anew
2026-11-23 08:00  receive                                                 Trung tâm Phục vụ hành chính công          received  2026-12-01 17:00

Who had it
From              To  Desk       Name                               Holder  Given by  Step  Step due          Standing  Went late
2026-11-23 08:00      reception  Trung tâm Phục vụ hành chính công                       1  2026-11-23 13:30  in time

Papers
No.  Paper                                                                    Kind       Copies  Required  Handed in
  1  Đơn đề nghị đổi, cấp lại Giấy xác nhận khuyết tật theo mẫu               original        1  yes
  2  Giấy xác nhận khuyết tật cũ, khi đổi do hư hỏng hoặc thay đổi thông tin  original        1  no
  3  Giấy tờ chứng minh việc thay đổi họ, tên, chữ đệm, ngày sinh             certified       1  no"
	try osq-dossier show "$MON-0002"
	ended 1 '' "osq-dossier: $MON-0002: no such dossier"
	try osq-dossier show "$MON-0002" --json
	ended 1 '' "{\"error\":\"no\",\"message\":\"$MON-0002: no such dossier\",\"hint\":null}"
}

# --- importing

@test "a province's export comes in as it is: its headings, words and dates" {
	printf '%s\r\n' \
		'Số hồ sơ;Mã TTHC;Lĩnh vực;Chủ hồ sơ;Hình thức nộp;Trạng thái;Ngày tiếp nhận;Ngày hẹn trả;Ngày kết thúc xử lý;Ngày trả kết quả;Số CCCD;Số điện thoại;Địa chỉ;Cán bộ tiếp nhận' \
		"X-1;$BIRTH;Hộ tịch;Nguyễn Văn An;Trực tiếp;Đã trả kết quả;02/11/2026 08:05;02/11/2026 17:00;02/11/2026 10:00;03/11/2026 07:30;012199678901;0912345678;\"Ấp 1; Ấp 2\";hoa" \
		"X-2;$BIRTH;;Trần Thị Bé;TRỰC TUYẾN;Đang xử lý;2/11/2026 8:05;;;;;;;" \
		"X-3;$DISABLED;;Lê Cò;Qua bưu điện;Từ chối;03/11/2026 09:00;;03/11/2026 09:30;;;;;" \
		"X-4;$DISABLED;;Lê Dế;truc tuyen;da giai quyet;03/11/2026 09:00;;04/11/2026 09:30;;;;;" |
		sed "1s/^/$BOM/" >province.csv
	try osq-dossier import province.csv
	ended 0 '4 added, 0 changed, 0 unchanged'
	[ "$(last_act)" = 'import dossiers  {"file":"province.csv","added":"4","changed":"0","removed":"0"}' ]
	try osq-dossier list --full --csv --no-header \
		-o code,channel,status,standing,received_at,due_at,finished_at,returned_at,id_number,address,officer
	ended 0 'X-1,counter,returned,on_time,2026-11-02T08:05:00+07:00,2026-11-02T17:00:00+07:00,2026-11-02T10:00:00+07:00,2026-11-03T07:30:00+07:00,012199678901,Ấp 1; Ấp 2,hoa
X-2,online,processing,late,2026-11-02T08:05:00+07:00,2026-11-02T17:00:00+07:00,,,,,
X-3,post,rejected,on_time,2026-11-03T09:00:00+07:00,2026-11-10T17:00:00+07:00,2026-11-03T09:30:00+07:00,,,,
X-4,online,finished,early,2026-11-03T09:00:00+07:00,2026-11-10T17:00:00+07:00,2026-11-04T09:30:00+07:00,,,,'
}

@test "an empty code is assigned, an empty promise computed, an empty status told by the moments" {
	receive An
	try osq-dossier import - <<-END
		code,procedure,applicant,received_at,due_at,finished_at,returned_at
		,$BIRTH,Bé,2026-11-23 07:00,,,
		,$BIRTH,Cò,2026-11-20 15:00:01,,2026-11-20 16:00,
		,$BIRTH,Dế,2026-11-20 15:00,,2026-11-20 16:00,2026-11-20 16:30
	END
	ended 0 '3 added, 0 changed, 0 unchanged'
	try osq-dossier list --csv --no-header -o code,status,due_at,standing
	ended 0 "$AGENCY-261120-0002,returned,2026-11-20T17:00:00+07:00,on_time
$AGENCY-261120-0001,finished,2026-11-23T17:00:00+07:00,early
$MON-0002,received,2026-11-23T17:00:00+07:00,at_risk
$MON-0001,received,2026-11-23T17:00:00+07:00,at_risk"
}

@test "the same file again changes nothing; what changed is counted" {
	shelf
	osq-dossier list --csv >all.csv
	try osq-dossier import all.csv
	ended 0 '0 added, 0 changed, 7 unchanged'
	sed -e '/^S-2,/s/Nguyễn Văn Ất/Nguyễn Văn Ất Em/' -e '/^S-5,/d' all.csv >new.csv
	printf 'S-8,%s,,Mới,,,,2026-11-21T07:00,,,,,,\n' "$BIRTH" >>new.csv
	try osq-dossier import new.csv
	ended 0 '1 added, 1 changed, 5 unchanged'
	[ "$(found)" = "1 2 3 4 5 6 7 8" ]
	[ "$(osq-dossier show S-2 --csv --no-header -o applicant)" = "Nguyễn Văn Ất Em" ]
}

@test "what a file does not say stays: personal data, rule, fee and promise" {
	osq-dossier receive -p "$DISABLED" -a An --id-number 012199678901 --phone 0912345678
	osq-admin import procedures - >/dev/null <<-END
		code,name,field,time_limit,time_unit,fee
		$DISABLED,Giấy xác nhận khuyết tật,Bảo trợ xã hội,9,day,50000
	END
	try osq-dossier import - <<-END
		code,procedure,applicant,received_at,due_at,finished_at
		$MON-0001,$DISABLED,An,2026-11-23 08:00,,2026-11-23 08:00
	END
	ended 0 '0 added, 1 changed, 0 unchanged'
	try osq-dossier list --full --csv --no-header -o id_number,phone,time_limit,time_unit,fee,due_at,status
	ended 0 "012199678901,0912345678,5,working-day,0,2026-12-01T17:00:00+07:00,finished"
}

@test "one code twice in a file is refused, new or known, the same or changed" {
	cat >twice.csv <<-END
		code,procedure,applicant,received_at
		X-1,$BIRTH,An,2026-11-20T07:00
		X-2,$BIRTH,Bé,2026-11-20T07:00
		X-1,$BIRTH,An,2026-11-20T07:00
		X-2,$BIRTH,Cò,2026-11-20T07:00
	END
	try osq-dossier import twice.csv
	ended 65 '' 'twice.csv:4: code: stands twice in the file
twice.csv:5: code: stands twice in the file
osq-dossier: twice.csv: bad lines: 2; nothing was imported'
	head -n 3 twice.csv >once.csv
	osq-dossier import once.csv
	try osq-dossier import twice.csv
	ended 65 '' 'twice.csv:4: code: stands twice in the file
twice.csv:5: code: stands twice in the file
osq-dossier: twice.csv: bad lines: 2; nothing was imported'
	[ "$(dossiers code,applicant | paste -sd' ')" = "X-1,An X-2,Bé" ]
}

@test "every bad line is told with its column and reason, and nothing is kept" {
	cat >bad.csv <<-END
		code,procedure,applicant,channel,status,received_at,due_at,finished_at,returned_at,officer
		X-01,$BIRTH,Tốt,,,2026-11-20T07:00,,,,
		X-02,9.9,a,,,2026-11-20T07:00,,,,
		X-03,$BIRTH,,,,2026-11-20T07:00,,,,
		X-04,$BIRTH,a,pigeon,,2026-11-20T07:00,,,,
		X-05,$BIRTH,a,,lost,2026-11-20T07:00,,,,
		X-06,$BIRTH,a,,,30/02/2026,,,,
		X-07,$BIRTH,a,,,2026-11-23 08:00:01,,,,
		X-08,$BIRTH,a,,,2026-11-20T07:00,2026-11-19T07:00,,,
		X-09,$BIRTH,a,,,2026-11-20T07:00,,2026-11-19T07:00,,
		X-10,$BIRTH,a,,,2026-11-19T07:00,,2026-11-20T07:00,2026-11-19T07:00,
		X-11,$BIRTH,a,,finished,2026-11-20T07:00,,,,
		X-12,$BIRTH,a,,received,2026-11-20T07:00,,2026-11-20T07:00,,
		X-13,$BIRTH,a,,finished,2026-11-20T07:00,,2026-11-20T07:00,2026-11-21T07:00,
		X-14,$BIRTH,a,,,2026-11-20T07:00,,2062-11-20T07:00,,
		X-15,$BIRTH,a,,,2026-11-20T07:00,,2026-11-20T07:00,2062-11-20T07:00,
		X-16,$BIRTH,a,,,2026-11-20T07:00,,,,nobody
		X-17$(printf '%080d' 0),$BIRTH,a,,,2026-11-20T07:00,,,,
		X-18,$BIRTH,a,pigeon,lost,,,,,
	END
	try osq-dossier import bad.csv
	ended 65 '' "bad.csv:3: procedure: '9.9' is no procedure of the catalogue
bad.csv:4: applicant: is empty
bad.csv:5: channel: 'pigeon' is none of the words allowed here
bad.csv:6: status: 'lost' is none of the words allowed here
bad.csv:7: received_at: '30/02/2026' is no time (write 2026-11-24T07:35 or 24/11/2026 07:35)
bad.csv:8: received_at: '2026-11-23T08:00' is still to come
bad.csv:9: due_at: '2026-11-19T07:00' is before received_at
bad.csv:10: finished_at: '2026-11-19T07:00' is before received_at
bad.csv:11: returned_at: '2026-11-19T07:00' is before finished_at
bad.csv:12: status: 'finished' needs finished_at
bad.csv:13: status: 'received' does not go with a finished_at
bad.csv:14: status: 'finished' does not go with returned_at
bad.csv:15: finished_at: '2062-11-20T07:00' is still to come
bad.csv:16: returned_at: '2062-11-20T07:00' is still to come
bad.csv:18: code: 'X-17$(printf '%056d' 0)…' is longer than a code
bad.csv:19: channel: 'pigeon' is none of the words allowed here
bad.csv:19: status: 'lost' is none of the words allowed here
osq-dossier: bad.csv:17: officer: 'nobody' is no officer here; the dossier is taken without
osq-dossier: bad.csv: bad lines: 17; nothing was imported"
	[ "$(count)" = 0 ]
	content
}

@test "a file without a column that is needed is refused, and one with a strange one" {
	try osq-dossier import - <<<$'code,applicant,received_at\nX,a,2026-11-20T07:00'
	ended 65 '' '-:1: procedure: this column is missing
osq-dossier: -: bad lines: 1; nothing was imported'
	try osq-dossier import - <<<$'procedure,applicant,received_at,weight\n1.001193,a,2026-11-20T07:00,3'
	ended 65 '' '-:1: weight: no such column here
osq-dossier: -: bad lines: 1; nothing was imported
osq-dossier: --map OUR=THEIRS tells which column is which, --ignore-others passes over the others'
	try osq-dossier import missing.csv
	ended 66 '' 'osq-dossier: missing.csv: No such file or directory'
	try osq-dossier import .
	ended 66 '' 'osq-dossier: .: Is a directory'
}

@test "a dry run of an import counts and keeps nothing" {
	try osq-dossier import --dry-run - <<<$'procedure,applicant,received_at\n1.001193,a,2026-11-20'
	like 0 '1 added, 0 changed, 0 unchanged' '*osq-dossier: a dry run: nothing was kept'
	[ "$(count)" = 0 ]
}

@test "JSON and JSON Lines come in too" {
	try osq-dossier import - <<<'[{"procedure":"1.001193","applicant":"An","received_at":"2026-11-20T08:00"}]'
	ended 0 '1 added, 0 changed, 0 unchanged'
	try osq-dossier import - --json <<<'{"procedure":"1.001193","applicant":"Bé","received_at":"2026-11-20T09:00"}
{"procedure":"1.001193","applicant":"Cò","received_at":"2026-11-20T10:00"}'
	ended 0 '{"added":2,"changed":0,"unchanged":0,"removed":0}'
	[ "$(dossiers applicant | paste -sd' ')" = "An Bé Cò" ]
}

@test "a list goes into a second store and back, the same" {
	shelf
	receive $'=cmd()|"A"!A1, "B"\n'"<script>${ESC}[31m" --force --phone 0912345678
	osq-dossier finish "$MON-0001" --result ' "két quả" ' >/dev/null
	all=code,procedure,field,applicant,channel,status,standing,received_at,due_at,finished_at,returned_at,result,officer,ticket,id_number,phone,address,time_limit,time_unit,fee
	for form in csv json jsonl excel; do
		osq-dossier list --full -f csv -o $all >one.csv
		rm -f second.db*
		osq-admin init -d second.db --sample >/dev/null
		if [ $form = excel ]; then # it guards what a spreadsheet would compute
			osq-dossier list --full -f excel -o $all | osq-dossier -d second.db import -
			osq-dossier -d second.db list --full --csv -o $all >two.csv
			diff <(grep ^S- one.csv) <(grep ^S- two.csv)
			grep -F '"=cmd()' two.csv # and takes the guard away when it comes back
			continue
		fi
		osq-dossier list --full -f $form -o $all | osq-dossier -d second.db import -
		osq-dossier -d second.db list --full -f csv -o $all | diff one.csv -
		osq-dossier -d second.db list --csv | osq-dossier import - >back
		[ "$(cat back)" = '0 added, 0 changed, 8 unchanged' ]
	done
}

@test "what was brought in hostile goes out harmless to a terminal, unchanged to a pipe" {
	receive "${ESC}[31mĐỏ" --force >/dev/null
	osq-dossier list -o applicant >table
	run ! grep -q "$ESC" table
	[ "$(osq-dossier list --json -o applicant | jq -r '.[].applicant')" = "${ESC}[31mĐỏ" ]
}

@test "mlr reads the CSV, jq the JSON" {
	command -v mlr >/dev/null || skip "no mlr"
	shelf
	try bash -c "osq-dossier list --csv | mlr --icsv --ojson count-distinct -f status then sort -f status | jq -c '.[] | [.status, .count]'"
	ended 0 '["finished",2]
["paused",1]
["processing",1]
["received",1]
["rejected",1]
["returned",1]'
	try bash -c "osq-dossier list --json | jq -r '[.[] | select(.standing == \"late\") | .code] | join(\",\")'"
	ended 0 S-4
	try bash -c "osq-dossier list --jsonl | jq -s 'length'"
	ended 0 7
}

@test "head closing the pipe early is no noise" {
	shelf
	try bash -c "osq-dossier list --jsonl -o code | head -n 1"
	ended 0 '{"code":"S-1"}'
}
