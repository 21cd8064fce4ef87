#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Appointments: slots, booking, the day itself.

load helper

setup() {
	office
	slots_for civil 30 2
}

# SERVICE takes appointments: slots of MINUTES for CAPACITY people.
slots_for() {
	register "$1" slot_minutes "$2"
	register "$1" slot_capacity "$3"
}

hours_for() {
	register "$1" issue_hours "$2"
}

begins() {
	osq-ticket slots "$@" --csv --no-header -o begins | cut -c 1-16 | tr 'T\n' ' ,'
}

@test "who books gets a code, the places are told, and the number is drawn on arrival" {
	try osq-ticket book civil --slot '2026-11-25 09:00' --name 'Nguyễn Văn Ất' \
		--phone 0912345678 --priority elderly --procedure 1.001193
	ended 0 A261125-01
	[ "$(last_act)" = 'ticket book A261125-01 {"service":"civil","slot":"2026-11-25T09:00:00+07:00","priority":"elderly","procedure":"1.001193"}' ]
	try osq-ticket slots civil --day 2026-11-25 --csv --no-header
	like 0 '2026-11-25T07:00:00+07:00,2026-11-25T07:30:00+07:00,2,0,2
*2026-11-25T09:00:00+07:00,2026-11-25T09:30:00+07:00,2,1,1
*' ''
	try osq-ticket bookings
	ended 0 'Booking  Service  Slot begins  Slot ends  Status  Ticket  Priority  Booked'
	try osq-ticket bookings --day 2026-11-25 --csv -o booking,service,slot_at,slot_until,status,ticket,priority,procedure,booked_at,name,phone
	ended 0 'booking,service,slot_at,slot_until,status,ticket,priority,procedure,booked_at,name,phone
A261125-01,civil,2026-11-25T09:00:00+07:00,2026-11-25T09:30:00+07:00,booked,,elderly,1.001193,2026-11-23T08:00:00+07:00,Nguyễn Văn Ất,0912345678'
	at 08:55 2026-11-25
	osq-ticket issue civil
	try osq-ticket arrive A261125-01
	ended 0 A002
	[ "$(last_act)" = 'ticket arrive A261125-01 {"ticket":"A002"}' ]
	try osq-ticket list --csv --no-header -o ticket,status,priority,procedure,name,phone
	ended 0 'A001,waiting,,,,
A002,waiting,elderly,1.001193,Nguyễn Văn Ất,0912345678'
	try osq-ticket bookings --csv --no-header -o status,ticket
	ended 0 arrived,A002
	osq-admin list journal --jsonl >acts
	run grep -e Nguy -e 0912 acts
	[ "$status" -eq 1 ]
}

@test "asked for a format, book and arrive tell the whole of it" {
	try osq-ticket book civil --slot 09:00 --json
	ended 0 '{"booking":"A261123-01","service":"civil","slot_at":"2026-11-23T09:00:00+07:00","slot_until":"2026-11-23T09:30:00+07:00","status":"booked","ticket":null,"priority":null,"booked_at":"2026-11-23T08:00:00+07:00"}'
	try osq-ticket arrive A261123-01 --csv -o ticket,status
	ended 0 'ticket,status
A001,waiting'
}

@test "codes count by service and by the slot's day, and are found as people write them" {
	slots_for certify 15 9
	osq-ticket book civil --slot 09:00
	osq-ticket book civil --slot 10:00
	osq-ticket book civil --slot '2026-11-25 09:00'
	osq-ticket book certify --slot 09:00
	try osq-ticket bookings --from 2026-11-23 --csv --no-header -o booking
	ended 0 'A261123-01
B261123-01
A261123-02
A261125-01'
	try osq-ticket arrive a261123-2
	ended 0 A001
	sqlite3 "$OSQ_DB" "UPDATE series SET last = 99 WHERE series = 'B-'"
	try osq-ticket book certify --slot 09:15
	ended 0 B261123-100
	try osq-ticket arrive b261123-100
	ended 0 B001
}

@test "slots fill the office's hours, whole ones only" {
	slots_for civil 50 1
	[ "$(begins civil --day 2026-11-25)" = "2026-11-25 07:00,2026-11-25 07:50,2026-11-25 08:40,2026-11-25 09:30,2026-11-25 10:20,2026-11-25 13:00,2026-11-25 13:50,2026-11-25 14:40,2026-11-25 15:30," ]
}

@test "a service's own hours narrow its slots; none begins while the office is closed" {
	slots_for civil 60 1
	hours_for civil '06:15-10:30 13:30-16:00'
	[ "$(begins civil --day 2026-11-25)" = "2026-11-25 07:00,2026-11-25 08:00,2026-11-25 09:00,2026-11-25 13:30,2026-11-25 14:30," ]
}

@test "a day off has no slots, a swap day has" {
	try osq-ticket slots civil --day 2026-11-24 --csv --no-header # a holiday
	ended 0
	try osq-ticket slots civil --day 2026-11-29 --csv --no-header # a Sunday
	ended 0
	printf 'date,kind,name\n2026-11-29,work,Làm bù\n' | osq-admin import holidays
	osq-ticket slots civil --day 2026-11-29 --csv --no-header >told
	[ "$(wc -l <told)" -eq 17 ]
}

@test "slots of several days, up to a year ahead" {
	[ "$(osq-ticket slots civil --from 2026-11-23 --to 2026-11-25 --csv --no-header | wc -l)" -eq 34 ]
	osq-ticket slots civil --from 2026-11-23 --csv --no-header -o begins | tail -n 1 >last
	[ "$(cat last)" = 2027-11-23T16:30:00+07:00 ]
}

@test "what has begun has no free place; what was taken there is still told" {
	osq-ticket book civil --slot 08:30
	at 08:31
	try osq-ticket slots civil --csv --no-header -o begins,capacity,taken,free
	like 0 '*08:00:00+07:00,2,0,0
2026-11-23T08:30:00+07:00,2,1,0
2026-11-23T09:00:00+07:00,2,0,2
*' ''
}

@test "a full slot is refused, and the next free one told" {
	osq-ticket book civil --slot 09:00
	osq-ticket book civil --slot 09:00
	osq-ticket book civil --slot 09:30
	osq-ticket book civil --slot 09:30
	try osq-ticket book civil --slot 09:00
	ended 1 '' 'osq-ticket: civil: 2026-11-23T09:00 is full
osq-ticket: the next free one: 2026-11-23T10:00'
	[ "$(osq-ticket bookings --csv --no-header | wc -l)" -eq 4 ]
}

@test "when the day is full, the next free place is on the next day that is open" {
	slots_for civil 240 1
	osq-ticket book civil --slot 13:00
	try osq-ticket book civil --slot 13:00
	ended 1 '' 'osq-ticket: civil: 2026-11-23T13:00 is full
osq-ticket: the next free one: 2026-11-25T07:00'
}

@test "what is no slot is refused: over, between, a day off, too far ahead" {
	try osq-ticket book civil --slot 07:30
	ended 1 '' 'osq-ticket: civil: 2026-11-23T07:30 is over
osq-ticket: the next free one: 2026-11-23T08:00'
	try osq-ticket book civil --slot 09:10
	ended 1 '' 'osq-ticket: civil: no slot begins at 2026-11-23T09:10
osq-ticket: the next free one: 2026-11-23T09:30'
	try osq-ticket book civil --slot 12:00
	ended 1 '' 'osq-ticket: civil: no slot begins at 2026-11-23T12:00
osq-ticket: the next free one: 2026-11-23T13:00'
	try osq-ticket book civil --slot '24/11/2026 09:00'
	ended 1 '' 'osq-ticket: civil: the office is closed on 2026-11-24
osq-ticket: the next free one: 2026-11-25T07:00'
	try osq-ticket book civil --slot '2062-11-25 09:00'
	ended 1 '' 'osq-ticket: civil: 2062-11-25 is more than a year ahead'
	try osq-ticket bookings --from 2026-01-01 --csv --no-header
	ended 0
}

@test "who has said too little or nonsense is told so" {
	try osq-ticket book civil
	ended 64 '' 'osq-ticket: --slot is missing
osq-ticket: osq-ticket slots civil'
	try osq-ticket book civil --slot soon
	ended 64 '' "osq-ticket: --slot: 'soon' is no time
osq-ticket: 2026-11-24T07:35, \"2026-11-24 07:35\", 07:35"
	try osq-ticket book passports --slot 09:00
	ended 1 '' 'osq-ticket: passports: no such service
osq-ticket: osq-admin list services shows them'
	try osq-ticket book certify --slot 09:00
	ended 1 '' 'osq-ticket: certify: takes no appointments
osq-ticket: its slot_minutes and slot_capacity: osq-admin import services'
	try osq-ticket slots certify
	like 1 '' 'osq-ticket: certify: takes no appointments*'
	try osq-ticket book civil --slot 09:00 --priority vip
	like 1 '' 'osq-ticket: vip: no such priority class*'
	try osq-ticket book civil --slot 09:00 --name $'Nguy\xff'
	ended 65 '' 'osq-ticket: --name: is not UTF-8 text'
	try osq-ticket bookings --status lost
	ended 64 '' "osq-ticket: --status: 'lost' is none of: booked arrived cancelled missed
osq-ticket: see: osq-ticket bookings --help"
	try osq-ticket arrive
	ended 64 '' 'osq-ticket: BOOKING is missing
osq-ticket: see: osq-ticket arrive --help'
}

@test "a dry run books nothing" {
	try osq-ticket book civil --slot 09:00 --dry-run --json
	ended 0 '{"booking":"A261123-01"}' 'osq-ticket: a dry run: nothing was kept'
	try osq-ticket book civil --slot 09:00
	ended 0 A261123-01
	try osq-ticket arrive A261123-01 -n
	ended 0 A001 'osq-ticket: a dry run: nothing was kept'
	try osq-ticket bookings --csv --no-header -o status
	ended 0 booked
}

@test "told twice that he is here, the kiosk prints the same number" {
	osq-ticket book civil --slot 08:00
	try osq-ticket arrive A261123-01
	ended 0 A001
	content_before=$(osq-admin list journal --csv | wc -l)
	at 08:05
	try osq-ticket arrive A261123-01
	ended 0 A001
	[ "$(osq-admin list journal --csv | wc -l)" -eq "$content_before" ]
	[ "$(osq-ticket list --csv --no-header | wc -l)" -eq 1 ]
	open_counters
	osq-call next -c 1
	try osq-ticket arrive A261123-01
	ended 0 A001
	osq-admin config no_show_calls 1
	osq-call no-show -c 1
	try osq-ticket arrive A261123-01
	ended 1 '' 'osq-ticket: A001: closed as no-show at counter 1 (08:05)
osq-ticket: osq-call resume A001'
}

@test "a number that was cancelled is not given again" {
	osq-ticket book civil --slot 08:00
	osq-ticket arrive A261123-01
	osq-ticket cancel A001
	try osq-ticket arrive A261123-01
	ended 1 '' 'osq-ticket: A001: cancelled (08:00)'
}

@test "a booking is for its day" {
	osq-ticket book civil --slot '2026-11-25 09:00'
	try osq-ticket arrive A261125-01
	ended 1 '' 'osq-ticket: A261125-01: is for 2026-11-25T09:00'
	at 08:00 2026-11-26
	try osq-ticket arrive A261125-01
	ended 1 '' 'osq-ticket: A261125-01: is for 2026-11-25T09:00'
	try osq-ticket bookings --day 2026-11-25 --csv --no-header -o status
	ended 0 missed
}

@test "a ticket is no booking: who was called and comes back is taken up at the counter" {
	osq-ticket issue civil
	try osq-ticket arrive A001
	ended 64 '' "osq-ticket: 'A001' is no booking (A261125-01 is one)
osq-ticket: osq-call resume A001"
	try osq-ticket arrive A261123-07
	ended 1 '' 'osq-ticket: A261123-07: no such booking'
	try osq-ticket arrive A2611-07
	ended 64 '' "osq-ticket: 'A2611-07' is no booking (A261125-01 is one)"
}

@test "who cannot come cancels, and the place is free again" {
	osq-ticket book civil --slot 09:00
	osq-ticket book civil --slot 09:00
	try osq-ticket cancel A261123-01 --note 'bận việc'
	ended 0 A261123-01
	[ "$(last_act)" = 'ticket cancel A261123-01 {"note":"bận việc"}' ]
	try osq-ticket bookings --csv --no-header -o booking,status,note
	ended 0 'A261123-01,cancelled,bận việc
A261123-02,booked,'
	try osq-ticket book civil --slot 09:00
	ended 0 A261123-03
	try osq-ticket book civil --slot 09:00
	like 1 '' '*is full*'
	try osq-ticket arrive A261123-01
	ended 1 '' 'osq-ticket: A261123-01: cancelled (2026-11-23T08:00)'
	try osq-ticket cancel A261123-01
	ended 1 '' 'osq-ticket: A261123-01: cancelled (2026-11-23T08:00)'
}

@test "who has come cancels his number, and who missed his time nothing" {
	osq-ticket book civil --slot 08:00
	osq-ticket book civil --slot 08:00
	osq-ticket arrive A261123-01
	try osq-ticket cancel A261123-01
	ended 1 '' 'osq-ticket: A261123-01: he has come, and drew A001
osq-ticket: osq-ticket cancel A001'
	at 08:45
	try osq-ticket cancel -n A261123-02
	like 0 A261123-02 '*'
	at 08:45:01
	try osq-ticket cancel A261123-02
	ended 1 '' 'osq-ticket: A261123-02: was over at 2026-11-23T08:30'
	try osq-ticket cancel A001
	ended 0 A001
	try osq-ticket bookings --csv --no-header -o status
	ended 0 'arrived
missed'
}

@test "cancel takes tickets and bookings together, also from standard input" {
	osq-ticket issue civil
	osq-ticket book civil --slot 09:00
	try osq-ticket cancel A001 A261123-01
	ended 0 'A001
A261123-01'
	osq-ticket book civil --slot 09:00
	try osq-ticket cancel < <(osq-ticket bookings --status booked --csv --no-header -o booking)
	ended 0 A261123-02
}

@test "bookings are found by day, service and state" {
	slots_for certify 15 1
	osq-ticket book civil --slot 08:00
	osq-ticket book civil --slot 10:00
	osq-ticket book certify --slot 10:00
	osq-ticket book civil --slot '2026-11-25 09:00'
	osq-ticket arrive A261123-01
	osq-ticket cancel A261123-02
	list() {
		osq-ticket bookings --csv --no-header -o booking "$@" | paste -sd' '
	}
	[ "$(list)" = "A261123-01 A261123-02 B261123-01" ]
	[ "$(list -s civil)" = "A261123-01 A261123-02" ]
	[ "$(list --status booked)" = B261123-01 ]
	[ "$(list --status arrived)" = A261123-01 ]
	[ "$(list --status cancelled)" = A261123-02 ]
	[ "$(list --from 2026-11-25)" = A261125-01 ]
	[ "$(list --to 2026-11-24 --status booked)" = B261123-01 ]
	at 10:30
	[ "$(list --status missed)" = "" ]
	at 10:30:01
	[ "$(list --status missed)" = B261123-01 ]
	try osq-ticket bookings -s passports
	like 1 '' 'osq-ticket: passports: no such service*'
}

@test "of a quota's numbers an appointment takes none, neither before its people are here nor then" {
	register civil quota 2
	for slot in 09:30 09:30 10:00; do
		osq-ticket book civil --slot $slot
	done
	osq-ticket issue civil
	osq-ticket arrive A261123-01
	osq-ticket issue civil
	try osq-ticket issue civil
	like 1 '' '*all 2 numbers*'
	try osq-ticket arrive A261123-02
	ended 0 A004
}

@test "appointments pass by quota and hours, and walk-ins by the appointments" {
	register civil quota 1
	hours_for civil 07:00-10:00
	osq-ticket book civil --slot 09:30
	osq-ticket arrive A261123-01
	try osq-ticket issue civil
	ended 0 A002
	osq-ticket book civil --slot 09:30
	try osq-ticket issue civil
	like 1 '' '*all 1 numbers*'
	at 10:05
	try osq-ticket arrive A261123-02
	like 0 A003 ''
}

@test "64 who book one slot of 20 places at once: 20 get one, and no place is given twice" {
	slots_for civil 30 20
	book() {
		osq-ticket book civil --slot 09:00 >"booked.$1" 2>"told.$1" || echo $? >"status.$1"
	}
	at_once 64 book
	cat booked.* | sort >booked
	for i in $(seq 20); do printf 'A261123-%02d\n' "$i"; done | cmp - booked
	[ "$(cat status.* | sort | uniq -c | tr -s ' ')" = ' 44 1' ]
	[ "$(cat told.* | sort -u)" = 'osq-ticket: civil: 2026-11-23T09:00 is full
osq-ticket: the next free one: 2026-11-23T09:30' ]
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(*), count(DISTINCT seat), max(seat) FROM appointment')" = '20|20|20' ]
	content
}

@test "64 presses of one who is here draw one number" {
	osq-ticket book civil --slot 09:00
	press() {
		osq-ticket arrive A261123-01 >"drawn.$1" 2>"told.$1"
	}
	at_once 64 press
	[ "$(cat drawn.* | sort | uniq -c | tr -s ' ')" = ' 64 A001' ]
	[ -z "$(cat told.*)" ]
	content
}

# A walk-in at eight (A001), and one who has an appointment at half past eight and is here
# ten minutes before (A002); then another walk-in (A003).
early_bird() {
	open_counters
	export OSQ_COUNTER=1
	osq-ticket issue civil
	osq-ticket book civil --slot 08:30
	at 08:20
	osq-ticket arrive A261123-01
	osq-ticket issue civil
}

@test "in his window he is called before those who have waited longer" {
	early_bird
	at 08:30
	try osq-call next --why
	ended 0 'A002: has an appointment at 08:30'
	[ "$(osq-call next)" = A001 ]
	[ "$(osq-call next)" = A003 ]
}

@test "before his window others go first, and he only where nobody else waits" {
	early_bird
	at 08:29
	[ "$(osq-call next)" = A001 ]
	[ "$(osq-call next)" = A003 ]
	try osq-call next
	ended 0 A002
}

@test "the office may let the window begin before the slot" {
	osq-admin config appointment_early 10
	early_bird
	[ "$(osq-call next)" = A002 ]
}

@test "who came in time keeps his appointment, however late the office is" {
	osq-admin config age_limit 0
	early_bird
	at 10:30
	osq-ticket issue civil -p merit
	[ "$(osq-call next)" = A002 ]
	[ "$(osq-call next)" = A004 ]
	[ "$(osq-call next)" = A001 ]
}

@test "who comes late is told so, and is an ordinary number as old as his slot" {
	open_counters
	export OSQ_COUNTER=1
	osq-ticket book civil --slot 08:30
	osq-ticket book civil --slot 08:30
	at 08:29
	osq-ticket issue civil # A001
	at 08:31
	osq-ticket issue civil # A002
	at 09:15 # the slot has ended, but not more than a quarter of an hour ago
	try osq-ticket arrive A261123-01
	ended 0 A003
	at 09:16
	try osq-ticket arrive A261123-02
	ended 0 A004 'osq-ticket: the time of the appointment is over: an ordinary number'
	[ "$(for i in 1 2 3 4; do osq-call next; done | paste -sd' ')" = 'A003 A001 A004 A002' ]
	osq-admin config appointment_late 20
	try osq-ticket bookings --csv --no-header -o status,ticket
	ended 0 'arrived,A003
arrived,A004'
}

@test "past the age limit an ordinary number goes before an appointment" {
	early_bird
	at 09:00
	try osq-call next --why
	ended 0 'A001: has waited 60 minutes, the limit is 60'
	[ "$(osq-call next)" = A002 ]
}

@test "of several appointments the earlier slot goes first, whoever came first" {
	open_counters
	osq-ticket book civil --slot 08:30
	osq-ticket book civil --slot 08:00
	osq-ticket arrive A261123-01
	osq-ticket arrive A261123-02
	at 08:40
	[ "$(osq-call next -c 1)" = A002 ]
	[ "$(osq-call next -c 1)" = A001 ]
}

@test "held, sent on or taken back by a wrong key, the appointment stays one" {
	early_bird
	at 09:20 # his slot is over, but he came in time
	osq-admin config age_limit 0
	[ "$(osq-call next)" = A002 ]
	osq-call undo
	[ "$(osq-call next)" = A002 ]
	osq-call hold
	osq-call resume A002
	[ "$(osq-call next)" = A002 ]
	osq-ticket issue certify # B001
	osq-call transfer --to certify
	[ "$(osq-call next -c 2)" = A002 ]
	[ "$(osq-call next -c 2)" = B001 ]
}

@test "completion offers bookings to come and slots with a place left" {
	osq-ticket book civil --slot 09:00
	osq-ticket book civil --slot '2026-11-25 09:00'
	osq-ticket book civil --slot '2026-11-25 09:00'
	osq-ticket cancel A261125-01
	osq-ticket --complete arrive A >words
	[ "$(cat words)" = "A261123-01${TAB}2026-11-23 09:00
A261125-02${TAB}2026-11-25 09:00" ]
	osq-ticket book civil --slot '2026-11-25 09:00'
	osq-ticket --complete book civil --slot 2026-11-25 | cut -f 1 >words
	[ "$(head -n 5 words | paste -sd' ')" = "2026-11-25T07:00 2026-11-25T07:30 2026-11-25T08:00 2026-11-25T08:30 2026-11-25T09:30" ]
	osq-ticket --complete book '' | cut -f 1 >words
	[ "$(head -n 1 words)" = civil ]
	[ -z "$(osq-ticket --complete book certify --slot '')" ]
}
