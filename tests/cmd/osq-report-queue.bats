#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The figures of the queue and the timeline: a day known by heart, and random days
# counted anew by figures.py.

load helper

setup() {
	office
	SEED=${SEED:-2695}
	echo "SEED=$SEED"
}

figures() {
	python3 "$BATS_TEST_DIRNAME/figures.py" "$@"
}

# Monday.  A001 goes through two services, A002 is held, A003 comes back after a no-show,
# A004 was in the wrong line, A005 goes home, A006 is taken before him, A007 is served
# past closing, A008 is sent home, A009 still waits; B001 drew the wrong number, B002
# has an appointment.
monday() {
	at 17:50
	cat >monday.csv <<-'END'
		ticket,at,state,service,counter,officer,reason,note,told
		,07:00,opened,,1,hoa,,,
		,07:00,opened,,2,binh,,,
		A001,07:00,waiting,civil,,,drawn,,600 1200
		A002,07:01,waiting,civil,,,drawn,,300 600
		A003,07:02,waiting,civil,,,drawn,,
		A004,07:03,waiting,civil,,,drawn,,
		A005,07:04,waiting,civil,,,drawn,,
		A006,07:05,waiting,civil,,,drawn,,
		A001,07:05,called,civil,1,hoa,oldest,,
		A001,07:06,called,civil,1,hoa,recall,,
		B001,07:06,waiting,certify,,,drawn,,
		A001,07:07,serving,civil,1,hoa,,,
		B001,07:10,waiting,social,,,transfer,,
		A001,07:12,waiting,certify,,,then,,
		A002,07:12,called,civil,1,hoa,oldest,,
		A002,07:13,called,civil,1,hoa,recall,,
		A002,07:15,held,civil,1,hoa,,thiếu giấy,
		A003,07:15,called,civil,1,hoa,oldest,,
		A003,07:18,no_show,civil,1,hoa,,,
		A004,07:18,called,civil,1,hoa,oldest,,
		A004,07:20,waiting,social,,,transfer,nhầm dịch vụ,
		A006,07:20,called,civil,1,hoa,take,con nhỏ khóc,
		A001,07:20,called,certify,2,binh,oldest,,
		A001,07:21,serving,certify,2,binh,,,
		A006,07:21,serving,civil,1,hoa,,,
		A005,07:25,cancelled,civil,,,,,
		A006,07:30,done,civil,1,hoa,,,
		A003,07:30,waiting,civil,,,return,,
		A001,07:31,done,certify,2,binh,,,
		A003,07:33,called,civil,1,hoa,take,,
		A003,07:34,done,civil,1,hoa,,,
		B001,07:35,called,social,2,binh,oldest,,
		B001,07:36,serving,social,2,binh,,,
		B001,07:40,done,social,2,binh,,,
		A002,07:40,waiting,civil,,,resume,,
		A002,07:45,called,civil,1,hoa,oldest,,
		A002,07:46,serving,civil,1,hoa,,,
		A002,07:50,done,civil,1,hoa,,,
		A004,07:50,called,social,1,hoa,age_limit,,
		A004,07:51,serving,social,1,hoa,,,
		A004,08:00,done,social,1,hoa,,,
		,09:00,paused,,2,binh,,,
		,09:30,opened,,2,binh,,,
		B002,10:00,waiting,certify,,,appointment,,
		B002,10:05,called,certify,2,binh,appointment,,
		B002,10:10,done,certify,2,binh,,,
		,11:30,closed,,2,binh,,,
		A007,16:30,waiting,civil,,,drawn,,
		A008,16:40,waiting,civil,,,drawn,,
		A009,16:45,waiting,civil,,,drawn,,
		A007,16:50,called,civil,1,hoa,priority,,
		A007,16:55,serving,civil,1,hoa,,,
		A007,17:25,done,civil,1,hoa,,,
		,17:30,closed,,1,hoa,,,
		A008,17:40,unserved,civil,,,,,
	END
	figures play monday.csv
}

section() { # SECTION COLUMNS
	try osq-report queue --csv --no-header --section "$1" -o "$2"
}

@test "by service: who came and who went, and two services in one visit" {
	monday
	section services service,drawn,came,served,then,sent_on,no_show,cancelled,unserved,open
	like 0 'civil,9,0,5,1,1,0,1,1,1
certify,2,1,2,0,1,0,0,0,0
social,0,2,2,0,0,0,0,0,0
result,0,0,0,0,0,0,0,0,0*'
	section services service,wait_median,wait_p90,wait_longest,within_target,service_median,service_p90,service_longest
	like 0 'civil,840,1200,1200,83.33,300,1800,1800
certify,390,480,480,100.00,450,600,600
social,1770,1800,1800,0.00,390,540,540
result,,,,,,,*'
}

@test "by officer and counter: each call is accounted for, and each minute" {
	monday
	section officers officer,calls,recalls,taken,served,sent_on,held,no_show,unserved,present
	ended 0 'binh,3,0,0,3,0,0,0,0,0
duc,0,0,0,0,0,0,0,0,0
hoa,9,2,1,6,1,1,1,0,0
lan,0,0,0,0,0,0,0,0,0
mai,0,0,0,0,0,0,0,0,0'
	section officers officer,open_time,busy_time,idle_time,pause_time,served_late,overtime
	like 0 'binh,14400,1260,13140,1800,0,0
*
hoa,37800,4560,33240,0,1,1500
*'
	section counters counter,calls,served,open_time,idle_time,pause_time,wait_longest
	like 0 '1,9,6,37800,33240,0,1800
2,3,3,14400,13140,1800,1740
3,0,0,0,0,0,
*'
}

@test "by hour of coming, and by day" {
	monday
	section hours hour,drawn,came,served,open,served_late,overtime
	ended 0 '07:00,7,3,7,0,0,0
10:00,1,0,1,0,0,0
16:00,3,0,1,1,1,1500'
	section presence officer,open_time,idle_time,pause_time,overtime
	like 0 'binh,14400,13140,1800,0
*
hoa,37800,33240,0,1500
*'
	section days day,drawn,came,served,then,sent_on,cancelled,unserved,open,overtime
	ended 0 '2026-11-23,11,3,9,1,2,1,1,1,1500'
	section office drawn,came,served,taken,told,within_told_median,within_told_p90,error_mean
	ended 0 '11,3,9,1,2,50.00,50.00,30'
	section predicted service,told,within_told_median,within_told_p90,error_mean
	like 0 'civil,2,50.00,50.00,30
certify,0,,,
*'
}

@test "who was taken out of order, whom he passed, and why" {
	monday
	# A003 came back and was first in line: not out of order.
	try osq-report queue --csv --section taken
	ended 0 'ticket,at,service,counter,officer,passed,first_passed,note
A006,2026-11-23T07:20:00+07:00,civil,1,hoa,1,A005,con nhỏ khóc'
}

@test "whom he passed may have waited for another service of the counter, or be of a class" {
	export OSQ_COUNTER=1 # civil and result
	osq-call open --officer hoa
	osq-ticket issue result
	osq-ticket issue certify
	at 08:01
	osq-ticket issue civil
	osq-ticket issue civil
	at 08:02
	osq-ticket issue civil -p elderly
	osq-call take A001 --note 'con nhỏ'
	osq-call done
	at 08:03
	osq-call next
	osq-call done
	osq-call next
	osq-call done
	osq-ticket issue civil -p elderly
	osq-call take A002 --note 'ra xe'
	at 09:00
	try osq-report queue --csv --no-header --section taken -o ticket,passed,first_passed,note
	ended 0 'A001,2,D001,con nhỏ
A002,1,A004,ra xe'
}

@test "a wait that was told is judged by the minutes that the slip said" {
	at 17:00
	cat >told.csv <<-'END'
		ticket,at,state,service,counter,officer,reason,note,told
		A001,07:00:00,waiting,civil,,,drawn,,0 0
		A001,07:00:59,called,civil,1,hoa,oldest,,
		A001,07:01:10,done,civil,1,hoa,,,
		A002,07:02:00,waiting,civil,,,drawn,,271 541
		A002,07:07:00,called,civil,1,hoa,oldest,,
		A002,07:08:00,done,civil,1,hoa,,,
		A003,07:09:00,waiting,civil,,,drawn,,271 541
		A003,07:19:00,called,civil,1,hoa,oldest,,
		A003,07:20:00,done,civil,1,hoa,,,
		A004,07:20:00,waiting,civil,,,drawn,,0 0
		A004,07:21:01,called,civil,1,hoa,oldest,,
		A004,07:22:00,done,civil,1,hoa,,,
	END
	figures play told.csv
	# "up to 1 minute" is no median; "5-10 minutes" holds for half at 5, for all at 10.
	section office told,within_told_median,within_told_p90,error_mean
	ended 0 4,50.00,75.00,150
}

@test "the target of waits is the office's, or the service's own" {
	monday
	osq-admin config wait_target 11 >/dev/null
	section services service,within_target
	like 0 $'civil,33.33\ncertify,100.00\nsocial,0.00\n*'
	sqlite3 "$OSQ_DB" "UPDATE service SET wait_target = 30 WHERE code = 'social'"
	section services service,within_target
	like 0 $'civil,33.33\ncertify,100.00\nsocial,100.00\n*'
	for wrong in 1.5 1000 x ''; do
		try osq-admin config wait_target "$wrong"
		[ "$status" = 65 ]
	done
}

@test "the day in short says the same as the queue in full" {
	monday
	osq-report day --json --section services -o service,drawn,came,served,sent_on,open,wait_median,service_median >day.json
	osq-report queue --json --section services -o service,drawn,came,served,sent_on,open,wait_median,service_median | diff day.json -
	try osq-report officers --csv --no-header -o officer,served,service_median
	ended 0 $'binh,3,300\nduc,0,\nhoa,6,420\nlan,0,\nmai,0,'
}

@test "a day off is overtime from the first minute, a swap day is not" {
	at 10:00 2026-11-24
	cat >off.csv <<-'END'
		ticket,at,state,service,counter,officer,reason,note
		A001,08:00,waiting,civil,,,drawn,
		A001,08:10,called,civil,1,hoa,oldest,
		A001,08:25,done,civil,1,hoa,,
	END
	figures play off.csv
	section days day,served,served_late,overtime
	ended 0 '2026-11-24,1,1,900'
	at 10:00 2026-08-22 # a Saturday that is worked
	figures play off.csv
	try osq-report queue --csv --no-header --section days -o day,served,served_late,overtime --day 2026-08-22
	ended 0 '2026-08-22,1,0,0'
	# An office that has told no hours knows no overtime.
	sqlite3 "$OSQ_DB" 'DELETE FROM hours'
	try osq-report queue --csv --no-header --section days -o overtime --day 2026-11-24
	ended 0 0
}

@test "a counter left open overnight ends at closing, and whom nobody ended was there till then" {
	at 17:00 2026-11-20
	cat >friday.csv <<-'END'
		ticket,at,state,service,counter,officer,reason,note
		,16:00,opened,,1,hoa,,
		A001,16:10,waiting,civil,,,drawn,
		A001,16:30,called,civil,1,hoa,oldest,
	END
	figures play friday.csv
	at 08:00
	try osq-report queue --csv --no-header --section counters -o counter,calls,present,open_time,busy_time,idle_time,overtime --day 2026-11-20
	like 0 $'1,1,1,3600,1800,1800,0\n*'
}

@test "without hours whoever was left at a counter was there till midnight, however many nights ago" {
	at 17:00 2026-11-20
	cat >friday.csv <<-'END'
		ticket,at,state,service,counter,officer,reason,note
		,16:00,opened,,1,hoa,,
		A001,16:10,waiting,civil,,,drawn,
		A001,16:30,called,civil,1,hoa,oldest,
	END
	figures play friday.csv
	sqlite3 "$OSQ_DB" 'DELETE FROM hours'
	for day in 2026-11-21 2026-11-22 2026-11-23; do
		at 08:00 $day
		try osq-report queue --csv --no-header --section counters -o counter,calls,present,open_time,busy_time,idle_time,overtime --day 2026-11-20
		like 0 $'1,1,1,28800,27000,1800,0\n*'
	done
}

@test "timeline: each event with its moments, in order, and stable columns" {
	monday
	try osq-report timeline --csv
	[ "$status" = 0 ]
	head -n 16 <<<"$output" | sed 's/2026-11-23T//g; s/+07:00//g' >got
	diff - got <<-'END'
		at,until,ticket,event,service,counter,officer,reason,note
		07:05:00,07:06:00,A001,call,civil,1,hoa,oldest,
		07:06:00,07:07:00,A001,recall,civil,1,hoa,recall,
		07:07:00,07:12:00,A001,start,civil,1,hoa,,
		07:12:00,07:12:00,A001,then,certify,1,hoa,then,
		07:12:00,07:13:00,A002,call,civil,1,hoa,oldest,
		07:13:00,07:15:00,A002,recall,civil,1,hoa,recall,
		07:15:00,07:40:00,A002,hold,civil,1,hoa,,thiếu giấy
		07:15:00,07:18:00,A003,call,civil,1,hoa,oldest,
		07:18:00,07:18:00,A003,no_show,civil,1,hoa,,
		07:18:00,07:20:00,A004,call,civil,1,hoa,oldest,
		07:20:00,07:20:00,A004,transfer,social,1,hoa,transfer,nhầm dịch vụ
		07:20:00,07:21:00,A006,call,civil,1,hoa,take,con nhỏ khóc
		07:20:00,07:21:00,A001,call,certify,2,binh,oldest,
		07:21:00,07:31:00,A001,start,certify,2,binh,,
		07:21:00,07:30:00,A006,start,civil,1,hoa,,
	END
	# The ends of those who never were at a counter.
	grep -c ',A00[58],\(cancelled\|unserved\),civil,,,,$' <<<"$output" | grep -qx 2
	[ "$(wc -l <<<"$output")" = 36 ]
	try osq-report timeline --day 2026-11-22 --csv
	ended 0 'at,until,ticket,event,service,counter,officer,reason,note'
}

@test "timeline: people see the second, and nobody's name" {
	monday
	sqlite3 "$OSQ_DB" "UPDATE ticket SET name = 'Lê Văn Tám', phone = '0912345678'"
	try osq-report timeline --lang en
	like 0 $'TIMELINE OF CALLS\nDay 23/11/2026; figures up to *\n\nAt                   Until     *\n2026-11-23 07:05:00  07:06:00  A001 *'
	for as in --csv --json --table; do
		run ! grep -E 'Tám|0912345678' <(osq-report timeline $as; osq-report queue $as)
	done
	osq-report timeline --xlsx timeline.xlsx
	python3 "$BATS_TEST_DIRNAME/xlsx_cells.py" timeline.xlsx | cut -f 2- >got
	grep -q $'\tdate\t2026-11-23 07:06:00$' got
	grep -q $'\ttext\tgọi lại$' got
	unzip -p timeline.xlsx xl/styles.xml >styles
	grep -q '"dd/mm/yyyy hh:mm:ss"' styles
	grep -q '"hh:mm:ss"' styles
}

@test "rows older than schema 4 say the same without their reasons" {
	monday
	osq-report timeline --csv -o at,until,ticket,event,counter >with
	osq-report queue --csv | grep -v ',then,\|,came,' >with.csv
	sqlite3 "$OSQ_DB" "UPDATE ticket_period SET reason = NULL
		WHERE reason NOT IN ('then', 'drawn')"
	osq-report timeline --csv -o at,until,ticket,event,counter | diff with -
	osq-report queue --csv | grep -v ',then,\|,came,' | diff with.csv -
}

@test "the queue as XLSX: all its sections, titled and totalled" {
	monday
	try osq-report queue --xlsx queue.xlsx --lang en
	ended 0 queue.xlsx
	python3 "$BATS_TEST_DIRNAME/xlsx_cells.py" queue.xlsx | cut -f 2- >got
	for title in 'WORK OF THE QUEUE' 'The office as a whole' Services Counters Officers \
		'Hours of the officers' 'Hours of the day, by when they came' Days 'Taken out of order' \
		'Waits told on the ticket, against what they were'; do
		grep -q $'\ttext\t'"$title"'$' got
	done
	[ "$(grep -c $'\ttext\tTotal$' got)" = 7 ]
	run ! grep -E $'\t(formula|error)\t' got
}

@test "no visits, no rows; the counters and services stand with noughts" {
	try osq-report queue --json --day 2026-11-20
	[ "$status" = 0 ]
	[ "$(jq -c '[.office.drawn, .office.wait_median, (.services | length), (.counters | length),
		(.officers | length), .hours, .days, .taken]' <<<"$output")" = '[0,null,8,4,5,[],[],[]]' ]
}

@test "random days: every figure is what the rows say, and the sums are true" {
	at 23:00
	figures make "$SEED" 40
	for days in "2026-11-23 2026-11-23" "2026-11-20 2026-11-20" "2026-11-01 2026-11-14" \
		"2026-10-01 2026-11-23"; do
		# shellcheck disable=SC2086
		run figures check $days
		echo "$output"
		[ "$status" = 0 ]
	done
	# or the proof would prove nothing
	osq-report queue --from 2026-10-01 --to 2026-11-23 --section office --json |
		jq -e '[.came, .then, .sent_on, .no_show, .cancelled, .unserved, .open,
			.served_late, .overtime, .taken, .told] | all(. > 0)'
}

# A morning at three counters with every verb, as the dice fall.
played() {
	local n counter minute waiting held
	local services=(civil certify social)

	RANDOM=$SEED
	osq-admin config no_show_calls 1
	osq-call open -c 1 --officer hoa --at 07:00
	osq-call open -c 2 --officer binh --at 07:00
	osq-call open -c 3 --officer lan --at 07:00
	for n in $(seq 220); do
		minute=$((n * 3))
		at "$(printf '%02d:%02d:%02d' $((7 + minute / 60)) $((minute % 60)) $((RANDOM % 60)))"
		counter=$((RANDOM % 3 + 1))
		waiting=$(osq-ticket list --status waiting --csv --no-header -o ticket | tail -n 1)
		held=$(osq-ticket list --csv --no-header -o ticket,status | sed -n 's/,\(held\|no_show\)$//p' | head -n 1)
		case $((RANDOM % 18)) in
		[0-4]) osq-ticket issue "${services[RANDOM % 3]}" ;;
		[5-6]) osq-call next -c $counter ;;
		7) osq-call recall -c $counter ;;
		[8-9]) osq-call start -c $counter ;;
		10) osq-call done -c $counter --then "${services[RANDOM % 3]}" ;;
		11) osq-call no-show -c $counter ;;
		12) osq-call hold -c $counter ;;
		13) osq-call resume "$held" -c $counter ;;
		14) osq-call take "$waiting" -c $counter --note 'vì một lý do' ;;
		15) osq-call transfer -c $counter --to "${services[RANDOM % 3]}" ;;
		16) if [ $((RANDOM % 2)) = 0 ]; then osq-call undo -c $counter; else osq-ticket cancel "$waiting"; fi ;;
		17) osq-call pause -c $counter || osq-call back -c $counter ;;
		esac || true
	done >/dev/null 2>&1
	at 18:10
}

@test "a morning played with the commands: every figure is what the rows say" {
	played
	run figures check 2026-11-23 2026-11-23
	echo "$output"
	[ "$status" = 0 ]
	osq-report queue --section office --json | jq -e '[.drawn, .came, .served] | all(. > 0)'
	# What was taken back stands in the journal, and in no figure.
	osq-admin list journal --jsonl | grep -q '"call undo"'
	content
}
