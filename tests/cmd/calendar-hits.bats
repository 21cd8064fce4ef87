#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What changes the calendar looks at the bookings that stand in it, and tells in words the
# week that it read.

load helper

setup() {
	office
	at 09:10 2026-11-26
}

# slots MINUTES CAPACITY
slots() {
	printf 'code,prefix,name,slot_minutes,slot_capacity\ncivil,A,Hộ tịch,%s,%s\n' "$@" |
		osq-admin import services - >/dev/null
}

book() { # TIME
	osq-ticket book civil --slot "2026-11-30 $1"
}

taken() { # TIME: taken,free of the slot that begins then
	osq-ticket slots civil --day 2026-11-30 --csv --no-header -o begins,taken,free |
		sed -n "s/^2026-11-30T$1:00+07:00,//p"
}

HIT='osq-admin: A261130-01: is booked for 2026-11-30T08:30, when nobody is there
osq-admin: bookings for which nobody is there: 1; none was cancelled (osq-ticket cancel CODE)'

@test "a slot that became longer is not booked over one that was booked before" {
	slots 30 1
	book 08:30
	slots 60 1
	[ "$(taken 08:00)" = 1,0 ]
	[ "$(taken 07:00)" = 0,1 ]
	try book 08:00
	ended 1 '' 'osq-ticket: civil: 2026-11-30T08:00 is full
osq-ticket: the next free one: 2026-11-30T09:00'
}

@test "a slot that became shorter is not booked within one that was booked before" {
	slots 60 1
	book 08:00
	slots 30 1
	[ "$(taken 08:00)" = 1,0 ]
	[ "$(taken 08:30)" = 1,0 ]
	try book 08:30
	like 1 '' '*is full*'
	osq-ticket cancel A261130-01
	[ "$(taken 08:30)" = 0,1 ]
}

@test "one after the other takes one place, both at once take two" {
	slots 30 2
	book 08:00
	book 08:30
	slots 60 2
	[ "$(taken 08:00)" = 1,1 ] # never two at once
	book 08:00
	[ "$(taken 08:00)" = 2,0 ]
	try book 08:00
	like 1 '' '*is full*'
	slots 30 3
	[ "$(taken 08:00)" = 2,1 ]
	[ "$(taken 08:30)" = 2,1 ]
	[ "$(taken 09:00)" = 0,3 ]
	content
}

@test "a day off tells whom it hits, and the check names them until they are cancelled" {
	slots 30 1
	book 08:30
	printf 'date,kind,name\n2026-11-30,off,đột xuất\n' >day-off.csv
	try osq-admin import holidays day-off.csv --dry-run
	like 0 '1 added, 0 changed, 0 unchanged' "$HIT*a dry run*"
	try osq-admin check --csv --no-header -o check
	[[ $output != *bookings* ]]
	try osq-admin import holidays day-off.csv
	ended 0 '1 added, 0 changed, 0 unchanged' "$HIT"
	try osq-admin check --csv --no-header
	like 0 '*
bookings,warning,1 for which nobody is there: A261130-01*'
	try osq-ticket bookings --day 2026-11-30 --csv --no-header -o booking,status
	ended 0 A261130-01,booked
	osq-ticket cancel A261130-01
	try osq-admin check --csv --no-header -o check
	[[ $output != *bookings* ]]
	# Cancelled, it is hit by nothing any more.
	try osq-admin import holidays day-off.csv
	ended 0 '0 added, 0 changed, 1 unchanged'
}

@test "who has come is hit by nothing any more, nor is what is over" {
	slots 30 1
	osq-ticket book civil --slot 10:00
	osq-ticket book civil --slot 10:30
	at 09:50 2026-11-26
	osq-ticket arrive A261126-01
	at 11:00 2026-11-26
	printf 'date,kind,name\n2026-11-26,off,bão\n' >storm.csv
	try osq-admin import holidays storm.csv
	ended 0 '1 added, 0 changed, 0 unchanged'
	at 09:55 2026-11-26
	try osq-admin import holidays storm.csv
	like 0 '0 added*' 'osq-admin: A261126-02: is booked for 2026-11-26T10:30, when nobody is there*: 1;*'
}

@test "other hours, of the office or the service, tell it too; those that keep it do not" {
	slots 30 1
	book 08:30
	{
		echo 'weekday,opens,closes,counts'
		for day in 1 2 3 4 5; do echo "$day,13:00,17:00,yes"; done
	} >afternoon.csv
	try osq-admin import hours afternoon.csv --dry-run
	like 0 '*' "*$HIT*"
	sed 's/13:00,17:00/08:00,09:00/' afternoon.csv >narrow.csv
	try osq-admin import hours narrow.csv --dry-run
	like 0 '*' '*'
	[[ $stderr != *A261130-01* ]]
	sed 's/13:00,17:00/08:00,08:45/' afternoon.csv >cut.csv
	try osq-admin import hours cut.csv --dry-run
	like 0 '*' "*$HIT*"
	try register civil issue_hours 09:00-11:00
	like 0 '' "$HIT"
}

week() { # FILE... of "Thứ" and hours
	printf 'Thứ;Từ giờ;Đến giờ;Tính thời hạn\n'
	printf '%s;07:00;11:30;có\n' "$@"
}

@test "under Thứ a week begins with 2, and what was read is told in words" {
	week 2 3 4 5 6 >counted.csv
	try osq-admin import hours counted.csv
	ended 0 '0 added, 0 changed, 5 unchanged, 5 removed' 'osq-admin: Monday to Friday 07:00–11:30'
	try osq-dossier due --unit working-day --limit 1 --received '2026-12-04 09:00'
	ended 0 2026-12-07T11:30:00+07:00
	week 7 CN >weekend.csv
	try osq-admin import hours weekend.csv --dry-run
	like 0 '2 added*' 'osq-admin: Saturday to Sunday 07:00–11:30*'
	for wrong in 1 8 0 22 Monday2; do
		week "$wrong" >wrong.csv
		try osq-admin import hours wrong.csv
		like 65 '' "wrong.csv:2: thu: '$wrong' is no weekday (2 to 7 and CN, or thứ Hai to Chủ nhật)*"
	done
}

@test "weekdays in words are taken, and our own list comes back as it was" {
	week 'Thứ Hai' 'Thứ 3' T4 'thứ năm' 'THU SAU' 'Thứ Bảy' 'Chủ nhật' >words.csv
	LANGUAGE="vi" try osq-admin import hours words.csv
	like 0 '*' 'osq-admin: Thứ Hai đến Chủ nhật 07:00–11:30'
	osq-admin list hours --csv >iso.csv
	[ "$(cut -d , -f 1 iso.csv | paste -sd' ')" = 'weekday 1 2 3 4 5 6 7' ]
	for format in csv json excel; do
		for language in en vi; do
			LANGUAGE=$language osq-admin list hours -f $format >back
			try osq-admin import hours back
			ended 0 '0 added, 0 changed, 7 unchanged'
		done
	done
	sed 's/^1,/Thứ Hai,/' iso.csv >mixed.csv
	try osq-admin import hours mixed.csv
	ended 0 '0 added, 0 changed, 7 unchanged'
	printf 'opens,closes,counts\n07:00,11:30,yes\n' >none.csv
	try osq-admin import hours none.csv
	like 65 '' 'none.csv:2: weekday: is empty*'
}

# Hours that close at 24:00: the due day itself is on time, the next day is late.
@test "an office that is open until midnight is due on the day, not on the next one" {
	{
		echo 'weekday,opens,closes,counts'
		for day in 1 2 3 4 5; do echo "$day,07:00,24:00,yes"; done
	} | osq-admin import hours - >/dev/null
	code=$(osq-dossier receive -p 1.001653 -a An) # 5 working days
	try osq-dossier list --csv --no-header -o due_at
	ended 0 2026-12-03T23:59:59+07:00
	at 23:00 2026-12-03
	osq-dossier finish "$code"
	try osq-dossier list --csv --no-header -o standing
	ended 0 on_time
	content
}
