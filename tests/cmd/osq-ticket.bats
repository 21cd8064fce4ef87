#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Drawing and listing numbers; print.bats has the slip.

load helper

setup() {
	office
}

@test "a drawn number is printed alone, and counts up for each service" {
	try osq-ticket issue civil
	ended 0 A001
	try osq-ticket issue civil
	ended 0 A002
	try osq-ticket issue certify
	ended 0 B001
	try osq-ticket issue civil
	ended 0 A003
}

@test "numbers begin anew every day" {
	osq-ticket issue civil
	osq-ticket issue civil
	at 08:00 2026-11-25
	try osq-ticket issue civil
	ended 0 A001
	at 23:59:59 2026-11-25
	try osq-ticket issue civil
	ended 0 A002
	at 00:00 2026-11-26
	try osq-ticket issue civil
	ended 0 A001
}

@test "the day is the office's, whatever zone the machine has" {
	export OSQ_NOW=2026-11-22T17:30:00Z TZ=America/New_York
	osq-ticket issue civil
	try osq-ticket list --csv --no-header -o ticket,day,issued_at
	ended 0 "A001,2026-11-23,2026-11-23T00:30:00+07:00"
}

@test "after 999 comes 1000" {
	sqlite3 "$OSQ_DB" "INSERT INTO series VALUES ('$TODAY', 'A', 998)"
	try osq-ticket issue civil
	ended 0 A999
	try osq-ticket issue civil
	ended 0 A1000
	try osq-ticket show a1000 -o ticket --csv --no-header
	ended 0 A1000
}

@test "asked for a format, issue tells the whole ticket" {
	try osq-ticket issue civil --json
	ended 0 '{"ticket":"A001","day":"2026-11-23","number":1,"service":"civil","priority":null,"status":"waiting","issued_at":"2026-11-23T08:00:00+07:00","called_at":null,"started_at":null,"finished_at":null,"counter":null,"officer":null,"calls":0}'
	try osq-ticket issue civil -o status,ticket
	ended 0 'Status  waiting
Ticket  A002'
	try osq-ticket issue civil --csv -o ticket,number
	ended 0 'ticket,number
A003,3'
}

@test "who comes, and for what, is kept" {
	try osq-ticket issue civil -p elderly --procedure 1.001193 \
		--name "Nguyễn Văn Ất" --phone 0912345678
	ended 0 A001
	try osq-ticket list --csv -o ticket,priority,procedure,name,phone
	ended 0 'ticket,priority,procedure,name,phone
A001,elderly,1.001193,Nguyễn Văn Ất,0912345678'
	[ "$(last_act)" = 'ticket issue A001 {"service":"civil","priority":"elderly","procedure":"1.001193"}' ]
}

@test "a name is kept in NFC, without blanks at its ends" {
	osq-ticket issue civil --name $'  Nguye\xcc\x82\xcc\x83n  '
	try osq-ticket list --csv --no-header -o name
	ended 0 "Nguyễn"
}

@test "nobody draws for a service, class or procedure that is not there" {
	try osq-ticket issue passports
	ended 1 '' 'osq-ticket: passports: no such service
osq-ticket: osq-admin list services shows them'
	try osq-ticket issue civil --priority vip
	ended 1 '' 'osq-ticket: vip: no such priority class
osq-ticket: osq-admin list priorities shows them'
	try osq-ticket issue civil --procedure 9.999
	ended 1 '' 'osq-ticket: 9.999: no such procedure
osq-ticket: osq-admin list procedures shows them'
	try osq-ticket issue civil
	ended 0 A001
}

@test "where there is a choice of services, issue asks for one" {
	try osq-ticket issue
	ended 64 '' 'osq-ticket: for which service?
osq-ticket: osq-admin list services shows them'
}

@test "an office with one service needs no name for it; one with none says so" {
	export OSQ_DB=small.db
	osq-admin init >/dev/null
	try osq-ticket issue
	ended 78 '' 'osq-ticket: the office has no services
osq-ticket: osq-admin import services FILE'
	printf 'code,prefix,name\nall,T,Mọi thủ tục\n' | osq-admin import services
	try osq-ticket issue
	ended 0 T001
}

@test "a number drawn on paper earlier is entered with its time" {
	at 10:30
	osq-ticket issue civil --at 07:45
	osq-ticket issue civil --at '2026-11-23 08:05'
	osq-ticket issue civil --at 2026-11-23T01:10:00Z
	osq-ticket issue civil --at '23/11/2026 08:15'
	try osq-ticket list --csv --no-header -o ticket,issued_at
	ended 0 'A001,2026-11-23T07:45:00+07:00
A002,2026-11-23T08:05:00+07:00
A003,2026-11-23T08:10:00+07:00
A004,2026-11-23T08:15:00+07:00'
	osq-admin list journal --csv -o at,entered_at | tail -n 1 >entry
	[ "$(cat entry)" = "2026-11-23T08:15:00+07:00,2026-11-23T10:30:00+07:00" ]
}

@test "what is still to come cannot be entered, nor what is no time" {
	try osq-ticket issue civil --at 08:01
	ended 65 '' 'osq-ticket: --at: 08:01 is still to come'
	try osq-ticket issue civil --at 'half past'
	ended 64 '' "osq-ticket: --at: 'half past' is no time
osq-ticket: 2026-11-24T07:35, \"2026-11-24 07:35\", 07:35"
	try osq-ticket list --csv --no-header
	ended 0
}

@test "a dry run draws a number and puts it back" {
	try osq-ticket issue civil --dry-run
	ended 0 A001 'osq-ticket: a dry run: nothing was kept'
	try osq-ticket issue civil -n --json
	ended 0 '{"ticket":"A001"}' 'osq-ticket: a dry run: nothing was kept'
	try osq-ticket list --csv --no-header
	ended 0
	try osq-ticket issue civil
	ended 0 A001
}

@test "a name must be text of a sensible length" {
	try osq-ticket issue civil --name $'Nguy\xff'
	ended 65 '' 'osq-ticket: --name: is not UTF-8 text'
	try osq-ticket issue civil --phone "$(printf '%070000d' 0)"
	ended 65 '' 'osq-ticket: --phone: is longer than 65536 bytes'
	try osq-ticket issue civil
	ended 0 A001
}

@test "the journal names counter and officer of the act" {
	osq-ticket issue civil --counter 2 --officer binh
	OSQ_COUNTER=3 OSQ_OFFICER=lan osq-ticket issue civil
	osq-admin list journal --csv --no-header -o officer,counter,act,subject | tail -n 2 >acts
	[ "$(cat acts)" = 'binh,2,ticket issue,A001
lan,3,ticket issue,A002' ]
}

@test "list shows today, in the order of drawing" {
	osq-ticket issue certify --at "2026-11-20 09:00"
	osq-ticket issue civil
	osq-ticket issue certify
	try osq-ticket list
	ended 0 'Ticket  Day         Service     Priority  Status   Drawn             Called  Started  Finished  Counter  Officer  Calls
A001    2026-11-23  Hộ tịch               waiting  2026-11-23 08:00                                                   0
B001    2026-11-23  Chứng thực            waiting  2026-11-23 08:00                                                   0'
}

@test "an empty list is no failure" {
	try osq-ticket list -o ticket,status
	ended 0 'Ticket  Status'
	try osq-ticket list --csv -o ticket,status
	ended 0 ticket,status
	try osq-ticket list --json
	ended 0 '[]'
	try osq-ticket list --jsonl
	ended 0
}

@test "list finds a day, and spans of days" {
	at 17:00 2026-11-25
	osq-ticket issue civil --at "2026-11-20 09:00"
	osq-ticket issue certify --at "2026-11-23 09:00"
	osq-ticket issue social --at "2026-11-24 09:00"
	osq-ticket issue result
	list() {
		osq-ticket list --csv --no-header -o ticket "$@" | paste -sd' '
	}
	[ "$(list)" = D001 ]
	[ "$(list --day today)" = D001 ]
	[ "$(list --day yesterday)" = C001 ]
	[ "$(list --day 2026-11-20)" = A001 ]
	[ "$(list --day 20/11/2026)" = A001 ]
	[ "$(list --from 2026-11-23)" = "B001 C001 D001" ]
	[ "$(list --to 2026-11-23)" = "A001 B001" ]
	[ "$(list --from 2026-11-21 --to 2026-11-24)" = "B001 C001" ]
}

@test "list finds by service, counter and state" {
	open_counters
	osq-ticket issue civil
	osq-ticket issue civil
	osq-ticket issue certify
	osq-ticket issue result
	osq-call next -c 1
	osq-call next -c 2
	osq-ticket cancel A002
	list() {
		osq-ticket list --csv --no-header -o ticket "$@" | paste -sd' '
	}
	[ "$(list -s civil)" = "A001 A002" ]
	[ "$(list --service civil --status called)" = A001 ]
	[ "$(list --status called)" = "A001 B001" ]
	[ "$(list -c 2)" = B001 ]
	[ "$(list --counter 1)" = A001 ]
	[ "$(list --status cancelled)" = A002 ]
	[ "$(list --status done)" = "" ]
}

@test "a state or a day that is none is a misuse, with the headings unsaid" {
	try osq-ticket list --status sleeping --csv
	ended 64 '' "osq-ticket: --status: 'sleeping' is none of: waiting called serving held done no_show cancelled unserved
osq-ticket: see: osq-ticket list --help"
	try osq-ticket list --day 2026-02-30
	ended 64 '' "osq-ticket: --day: '2026-02-30' is no day
osq-ticket: 2026-11-24, 24/11/2026, today, yesterday"
}

@test "list goes into jq and mlr" {
	osq-ticket issue civil
	osq-ticket issue certify -p merit
	[ "$(osq-ticket list --json | jq -c 'map([.ticket, .priority, .calls])')" = \
		'[["A001",null,0],["B001","merit",0]]' ]
	[ "$(osq-ticket list --jsonl | jq -r .ticket | paste -sd' ')" = "A001 B001" ]
	[ "$(osq-ticket list --csv | mlr --icsv --onidx filter '$priority == "merit"' \
		then cut -f ticket)" = B001 ]
}

@test "list for a person's spreadsheet: BOM, semicolons, CRLF, headings" {
	osq-ticket issue civil
	osq-ticket list -f excel -o ticket,issued_at >sheet.csv
	printf '%s' "$BOM" >wanted
	printf 'Ticket;Drawn\r\nA001;2026-11-23 08:00:00\r\n' >>wanted
	cmp sheet.csv wanted
}

@test "columns are chosen, told and checked" {
	osq-ticket issue civil
	try osq-ticket list -o status,ticket --csv
	ended 0 'status,ticket
waiting,A001'
	try osq-ticket list --columns ticket --no-header
	ended 0 A001
	try osq-ticket list -o ticket,colour --csv
	ended 64 '' "osq-ticket: --columns: there is no column 'colour'
osq-ticket: --list-columns shows them"
	try osq-ticket list --list-columns
	ended 0 'ticket
day
number
service
priority
status
issued_at
called_at
started_at
finished_at
counter
officer
calls
procedure
name
phone'
}

@test "show finds a ticket however its number is written" {
	osq-ticket issue civil
	for label in A001 a001 A1 a1 A0001; do
		try osq-ticket show "$label" --csv --no-header -o ticket
		ended 0 A001
	done
	try osq-ticket show A001
	ended 0 'Ticket    A001
Day       2026-11-23
Service   Hộ tịch
Priority
Status    waiting
Drawn     2026-11-23 08:00
Called
Started
Finished
Counter
Officer
Calls     0'
}

@test "show looks on the day that is named" {
	osq-ticket issue civil --at "2026-11-20 09:00"
	try osq-ticket show A001
	ended 1 '' 'osq-ticket: A001: no such ticket on 2026-11-23'
	try osq-ticket show A001 --day 2026-11-20 --csv --no-header -o day
	ended 0 2026-11-20
	try osq-ticket show 12
	ended 64 '' "osq-ticket: '12' is no ticket (A012 is one)"
	try osq-ticket show
	ended 64 '' 'osq-ticket: TICKET is missing
osq-ticket: see: osq-ticket show --help'
}

@test "a citizen who goes cancels the ticket" {
	osq-ticket issue civil
	try osq-ticket cancel A001 --note "về sớm"
	ended 0 A001
	[ "$(last_act)" = 'ticket cancel A001 {"note":"về sớm"}' ]
	try osq-ticket show A001 --csv --no-header -o status,finished_at
	ended 0 cancelled,2026-11-23T08:00:00+07:00
	try osq-ticket cancel A001
	ended 1 '' 'osq-ticket: A001: cancelled (08:00)'
}

@test "cancel does what it can, tells the rest, and ends with the worst" {
	osq-ticket issue civil
	osq-ticket issue civil
	try osq-ticket cancel A001 A009 nonsense A002
	ended 64 'A001
A002' "osq-ticket: A009: no such ticket on 2026-11-23
osq-ticket: 'nonsense' is no ticket (A012 is one)"
}

@test "cancel reads tickets from standard input" {
	for _ in 1 2 3; do osq-ticket issue civil; done
	try osq-ticket cancel < <(osq-ticket list --csv --no-header -o ticket | head -n 2)
	ended 0 'A001
A002'
	try osq-ticket cancel - <<<A003
	ended 0 A003
	try osq-ticket cancel </dev/null
	ended 0
}

@test "a ticket of another day is cancelled by naming the day" {
	osq-ticket issue civil --at "2026-11-20 09:00"
	try osq-ticket cancel A001 --day 2026-11-20
	ended 0 A001
}

@test "one who has been called cannot be cancelled; one on hold can" {
	open_counters
	osq-ticket issue civil
	osq-call next -c 1
	try osq-ticket cancel A001
	ended 1 '' 'osq-ticket: A001: called at counter 1 (08:00)'
	osq-call hold -c 1
	try osq-ticket cancel A001
	ended 0 A001
}

@test "wait counts those who will be called before" {
	osq-ticket issue civil
	osq-ticket issue civil
	osq-ticket issue certify
	at 08:12
	osq-ticket issue civil -p merit
	at 08:20
	try osq-ticket wait A002
	ended 0 'Ticket                A002
Status                waiting
People ahead          2
Waited                20:00
Wait, median
Wait, 9 of 10 within'
	try osq-ticket wait A003 --json
	ended 0 '{"ticket":"A003","status":"waiting","ahead":0,"waited":480,"wait_median":null,"wait_p90":null}'
	try osq-ticket wait B001 --csv --no-header -o ahead
	ended 0 0
}

# Minutes past eight: "0", "12".
minute() {
	at "$(printf '%02d:%02d' $((8 + $1 / 60)) $(($1 % 60)))"
}

# Counter 1 has served twelve citizens since eight, five minutes each, and the
# thirteenth has just been called.  A014 to A017 wait.
morning() {
	local i

	osq-call open -c 1 --officer hoa
	for i in $(seq 0 12); do
		minute $((5 * i))
		osq-ticket issue civil
		osq-call next -c 1
	done
	osq-ticket issue civil
	osq-ticket issue civil
	osq-ticket issue civil
	osq-ticket issue civil
} >/dev/null

# is TICKET MEDIAN-FROM MEDIAN-TO P90-TO: its range lies there, in seconds.
is() {
	try osq-ticket wait "$1" --json
	jq -e "$2 <= .wait_median and .wait_median <= $3 and .wait_median <= .wait_p90 and
		.wait_p90 <= $4" <<<"$output" || tell_run 0 "$*"
}

@test "wait tells the time as a range, from how long the last ones took" {
	morning
	is A014 240 330 700
	is A017 1080 1380 2100
	once=$output
	try osq-ticket wait A017 --json
	[ "$output" = "$once" ]
	# Halfway through the present one.
	minute 62
	is A014 120 240 660
	# Who draws a number now; result is served at the same counter.
	try osq-ticket wait --json
	[ "$(jq -c '.[] | select(.service == "civil") | .wait_median > 1200' <<<"$output")" = true ]
	[ "$(jq -c '.[] | select(.service == "result") | .wait_median > 1200' <<<"$output")" = true ]
	[ "$(jq -c '.[] | select(.service == "social") | [.wait_median, .wait_p90]' <<<"$output")" = '[null,null]' ]
}

@test "two counters take half the time; one on a break comes back; none is no time" {
	osq-admin import counters - <<<'code,name,services
2,,civil certify' >/dev/null
	morning
	osq-call open -c 2 --officer binh >/dev/null
	is A014 0 0 0
	osq-call next -c 2 >/dev/null
	is A017 500 800 1500
	osq-call close -c 2 2>/dev/null || osq-call done -c 2 >/dev/null
	osq-call pause -c 2 >/dev/null
	is A017 550 1200 2100
	osq-call close -c 2 >/dev/null
	osq-call done -c 1 >/dev/null
	osq-call close -c 1 >/dev/null
	try osq-ticket wait A017 --json -o ahead,wait_median,wait_p90
	ended 0 '{"ahead":2,"wait_median":null,"wait_p90":null}'
}

@test "who is ahead follows the policy of the line" {
	for class in '' '' '-p elderly' '-p elderly'; do
		# shellcheck disable=SC2086  # an option and its value
		osq-ticket issue civil $class >/dev/null
	done
	ahead() {
		for ticket in A001 A002 A003 A004; do
			osq-ticket wait $ticket --csv --no-header -o ahead
		done | tr '\n' ' '
	}
	[ "$(ahead)" = '2 3 0 1 ' ]
	osq-admin config policy 'ratio 1:1'
	[ "$(ahead)" = '1 3 0 2 ' ]
	osq-admin config policy fifo
	[ "$(ahead)" = '0 1 2 3 ' ]
	osq-call open -c 1 --officer hoa
	[ "$(ahead)" = '0 1 2 3 ' ]
}

@test "those who come every day and go first are reckoned with" {
	osq-admin config age_limit 0
	for day in 16 17 18 19 20; do
		at 08:00 2026-11-$day
		osq-call open -c 1 --officer hoa >/dev/null
		for i in $(seq 0 11); do
			minute $((5 * i))
			OSQ_NOW=${OSQ_NOW/$TODAY/2026-11-$day}
			osq-ticket issue civil -p elderly >/dev/null
			osq-call next -c 1 >/dev/null
		done
		osq-call done -c 1 >/dev/null
		osq-call close -c 1 >/dev/null
	done
	minute 0
	osq-call open -c 1 --officer hoa >/dev/null
	osq-ticket issue civil >/dev/null
	osq-call next -c 1 >/dev/null
	minute 4
	osq-ticket issue civil >/dev/null
	# Until nine an elderly citizen comes every five minutes, and takes five.
	is A002 1600 4200 5400
	osq-admin config policy fifo
	is A002 0 300 700
}

@test "a counter on a break, or at the day's end, is not one of the open ones" {
	open_counters
	osq-call close --counter 2 >/dev/null
	osq-call open --counter 2 --officer binh >/dev/null
	printf 'code,services\n9,civil\n' | osq-admin import counters - >/dev/null
	osq-call open --counter 9 --officer lan >/dev/null
	open_for_civil() {
		osq-ticket wait --csv --no-header -o service,open_counters | sed -n 's/^civil,//p'
	}
	[ "$(open_for_civil)" = 2 ]
	osq-call pause --counter 9
	[ "$(open_for_civil)" = 1 ]
	osq-call close --counter 1 >/dev/null
	[ "$(open_for_civil)" = 0 ]
}

@test "wait without a ticket tells how long each line is" {
	osq-ticket issue civil
	at 08:30
	osq-ticket issue civil -p merit
	try osq-ticket wait --csv -o service,waiting,first,longest_wait
	ended 0 'service,waiting,first,longest_wait
civil,2,A002,1800
certify,0,,
social,0,,
result,0,,
online,0,,
vneid,0,,
payment,0,,
land,0,,'
	# Seen from a moment before the second came, one waits.
	at 08:15
	[ "$(osq-ticket wait --csv --no-header -o waiting,first,longest_wait | head -n 1)" = \
		1,A001,900 ]
}

@test "misuse is told in one sentence with the way to help" {
	try osq-ticket
	ended 64 '' 'osq-ticket: what is to be done?
osq-ticket: see: osq-ticket --help'
	try osq-ticket fly
	ended 64 '' "osq-ticket: there is no 'fly' here
osq-ticket: see: osq-ticket --help"
	try osq-ticket issue --colour red
	ended 64 '' 'osq-ticket: there is no option --colour here
osq-ticket: see: osq-ticket issue --help'
	try osq-ticket issue -x
	ended 64 '' 'osq-ticket: there is no option -x here
osq-ticket: see: osq-ticket issue --help'
	try osq-ticket issue --name
	ended 64 '' 'osq-ticket: --name wants an argument
osq-ticket: see: osq-ticket issue --help'
	try osq-ticket issue civil certify
	ended 64 '' "osq-ticket: 'certify' is too much
osq-ticket: see: osq-ticket issue --help"
	try osq-ticket list --format xml
	ended 64 '' "osq-ticket: --format: 'xml' is none of: table csv excel json jsonl
osq-ticket: see: osq-ticket list --help"
}

@test "help and version go to standard output, store or not" {
	export OSQ_DB=/nowhere/osq.db
	try osq-ticket --help
	like 0 'usage: osq-ticket VERB*issue*list*show*cancel*wait*print*' ''
	try osq-ticket cancel --help
	like 0 'usage: osq-ticket cancel *--note TEXT*--at TIME*--db FILE*' ''
	try osq-ticket cancel -h
	like 0 'usage: osq-ticket cancel *' ''
	try osq-ticket --version
	like 0 'osq-ticket [0-9]*' ''
	try osq-ticket issue -V
	like 0 'osq-ticket [0-9]*' ''
}

@test "with --json errors are JSON too" {
	try osq-ticket show A009 --json
	ended 1 '' '{"error":"no","message":"A009: no such ticket on 2026-11-23","hint":null}'
	try osq-ticket issue passports --json
	[ "$status" -eq 1 ]
	[ "$(jq -r .hint <<<"$stderr")" = "osq-admin list services shows them" ]
}

@test "the store is the one named by -d, else by OSQ_DB, and it must be there" {
	osq-admin init --sample -d other.db
	try osq-ticket issue civil -d other.db
	ended 0 A001
	try osq-ticket -d other.db issue civil
	ended 0 A002
	try osq-ticket issue civil
	ended 0 A001
	try osq-ticket list --db missing.db
	ended 66 '' 'osq-ticket: missing.db: there is no store
osq-ticket: make one with: osq-admin init -d missing.db'
	[ ! -e missing.db ]
}

@test "a clock that is no time is told, not guessed" {
	OSQ_NOW=soon try osq-ticket issue civil
	ended 64 '' "osq-ticket: OSQ_NOW: 'soon' is no time"
}

@test "a workbook comes from --xlsx" {
	osq-ticket issue civil
	try osq-ticket list --xlsx tickets.xlsx
	ended 0
	[ "$(head -c 2 tickets.xlsx)" = PK ]
}

@test "words and numbers stay English and plain in every language" {
	osq-ticket issue civil
	export LANGUAGE=vi LC_ALL=vi_VN.UTF-8
	try osq-ticket list --csv -o ticket,status,issued_at
	ended 0 'ticket,status,issued_at
A001,waiting,2026-11-23T08:00:00+07:00'
}

@test "completion offers verbs, options, services, classes and waiting tickets" {
	osq-ticket issue civil
	osq-ticket --complete "" | cut -f1 >words
	[ "$(paste -sd' ' <words)" = "issue list show cancel wait print slots book bookings arrive" ]
	osq-ticket --complete issue "" | cut -f1 >words
	[ "$(head -n 2 words | paste -sd' ')" = "civil certify" ]
	osq-ticket --complete issue --prio >words
	[ "$(cut -f1 words)" = --priority ]
	osq-ticket --complete issue --priority e >words
	[ "$(cut -f1 words)" = elderly ]
	osq-ticket --complete show "" | cut -f1 >words
	[ "$(cat words)" = A001 ]
}

@test "who was sent to a counter waits for those it calls before him" {
	open_counters
	for _ in 1 2 3; do
		osq-ticket issue civil
	done
	at 08:01
	osq-ticket issue certify
	osq-call transfer B001 --to-counter 1
	[ "$(osq-ticket wait B001 --csv --no-header -o ahead)" = 3 ]
	[ -n "$(osq-ticket wait B001 --csv --no-header -o wait_median)" ]
}
