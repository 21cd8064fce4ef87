#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What was promised stays promised: days off that come late, acts that are dated back,
# who had a dossier when it went late, and figures that go with their dossiers.

load helper

AGENCY=000.17.22.H30
MON=$AGENCY-261123
DISABLED=1.001653 # 5 working days

setup() {
	office
}

receive() {
	osq-dossier receive -p "$DISABLED" -a "$@"
}

due_of() {
	osq-dossier list --csv --no-header -o code,due_at | sed -n "s/^$1,//p"
}

storm() {
	printf 'date,kind,name\n%s,off,Bão số 9\n' "$@"
}

@test "a day off that is announced late shows whose promise it overtakes, and moves none" {
	receive An                # due on 1 December
	at 09:00 2026-11-26
	receive Bé                # due on 3 December
	osq-dossier import - <<-END
		code,procedure,applicant,received_at,due_at
		OTHER-1,$DISABLED,Cò,2026-11-23 08:00,2026-12-01 16:00
		OTHER-2,$DISABLED,Dế,2026-11-23 08:00,2026-12-01 17:00
	END
	storm 2026-12-01 >storm.csv
	try osq-admin import holidays storm.csv --dry-run
	like 0 '1 added, 0 changed, 0 unchanged' "osq-admin: $MON-0001: promised for 2026-12-01T17:00, by the new days 2026-12-02T17:00
osq-admin: OTHER-2: promised for 2026-12-01T17:00, by the new days 2026-12-02T17:00
osq-admin: $AGENCY-261126-0001: promised for 2026-12-03T17:00, by the new days 2026-12-04T17:00
osq-admin: open promises that would be others: 3; none was moved (osq-admin promises --move)
encoding: UTF-8
*
osq-admin: a dry run: nothing was kept"
	[[ $(osq-admin list holidays --csv) != *Bão* ]]
	try osq-admin import holidays storm.csv
	like 0 '1 added*' '*would be others: 3; none was moved*'
	[ "$(due_of "$MON-0001")" = 2026-12-01T17:00:00+07:00 ]
	# The same three, of which OTHER-2 came with the promise that was ours.
	try osq-admin promises --csv
	ended 0 "code,received_at,due_at,would_be
$MON-0001,2026-11-23T08:00:00+07:00,2026-12-01T17:00:00+07:00,2026-12-02T17:00:00+07:00
OTHER-2,2026-11-23T08:00:00+07:00,2026-12-01T17:00:00+07:00,2026-12-02T17:00:00+07:00
$AGENCY-261126-0001,2026-11-26T09:00:00+07:00,2026-12-03T17:00:00+07:00,2026-12-04T17:00:00+07:00"
	try osq-admin check
	like 0 '*promises*warning*open dossiers that the days off would promise otherwise: 3*' ''
}

@test "an imported promise is ours while it is what our calendar gave, whatever else changes" {
	import() { # DUE APPLICANT [OPTION]
		osq-dossier import "${@:3}" - <<-END
			code,procedure,applicant,received_at,due_at
			OTHER-1,$DISABLED,$2,2026-11-23 08:00,$1
		END
	}
	import '' Cò # ours: due on 1 December
	storm 2026-12-01 | osq-admin import holidays 2>/dev/null
	import '' 'Cò Con' # still that of the first import
	try osq-admin promises --csv --no-header -o code,would_be
	ended 0 OTHER-1,2026-12-02T17:00:00+07:00
	import '2026-12-01 16:00' Cò --force # nobody moves a promise unawares
	try osq-admin promises --csv --no-header
	ended 0
	import '2026-12-02 17:00' Cò --force # which is what our calendar gives now
	storm 2026-12-02 | osq-admin import holidays 2>/dev/null
	try osq-admin promises --csv --no-header -o code,would_be
	ended 0 OTHER-1,2026-12-03T17:00:00+07:00
	# Moved, it stays ours.
	osq-admin promises --move >/dev/null
	storm 2026-12-03 | osq-admin import holidays 2>/dev/null
	try osq-admin promises --csv --no-header -o code,would_be
	ended 0 OTHER-1,2026-12-04T17:00:00+07:00
	content
}

@test "promises are moved on purpose, once, and the record says so" {
	receive An
	storm 2026-12-01 | osq-admin import holidays 2>/dev/null
	try osq-admin promises --move --dry-run --csv --no-header -o code
	ended 0 "$MON-0001" 'osq-admin: a dry run: nothing was kept'
	[ "$(due_of "$MON-0001")" = 2026-12-01T17:00:00+07:00 ]
	try osq-admin promises --move --csv --no-header -o code,would_be
	ended 0 "$MON-0001,2026-12-02T17:00:00+07:00"
	[ "$(due_of "$MON-0001")" = 2026-12-02T17:00:00+07:00 ]
	[ "$(last_act)" = "dossier move $MON-0001 {\"due_at\":\"2026-12-02T17:00:00+07:00\"}" ]
	try osq-admin promises --move --csv --no-header
	ended 0
	content
}

@test "a clock that stood is reckoned with, and what is finished is left alone" {
	receive An
	receive Bé
	at 10:00 2026-11-25
	osq-dossier pause "$MON-0001" --for fee -r 'Thiếu lệ phí' >/dev/null
	at 10:00 2026-11-26
	osq-dossier resume "$MON-0001" >/dev/null # due on 2 December now
	osq-dossier finish "$MON-0002" >/dev/null
	[ "$(due_of "$MON-0001")" = 2026-12-02T17:00:00+07:00 ]
	storm 2026-12-02 >storm.csv
	try osq-admin import holidays storm.csv
	ended 0 '1 added, 0 changed, 0 unchanged' "osq-admin: $MON-0001: promised for 2026-12-02T17:00, by the new days 2026-12-03T17:00
osq-admin: open promises that would be others: 1; none was moved (osq-admin promises --move)"
	# One before it was received is none of its business.
	storm 2026-11-20 >before.csv
	try osq-admin import holidays before.csv
	like 0 '1 added*' '*would be others: 1;*'
}

@test "while it was stopped, or withdrawn, the clock stood too; while it was rejected it ran" {
	receive An
	receive Bé
	receive Cò
	at 10:00 2026-11-25
	osq-dossier stop "$MON-0001" -r 'Người nộp đã mất' >/dev/null
	osq-dossier withdraw "$MON-0002" >/dev/null
	osq-dossier reject "$MON-0003" -r 'Sai thẩm quyền' >/dev/null
	at 10:00 2026-11-27
	osq-dossier reopen "$MON-0001" "$MON-0002" "$MON-0003" -r 'Nhầm' >/dev/null
	[ "$(due_of "$MON-0001")" = 2026-12-03T17:00:00+07:00 ]
	[ "$(due_of "$MON-0002")" = 2026-12-03T17:00:00+07:00 ]
	[ "$(due_of "$MON-0003")" = 2026-12-01T17:00:00+07:00 ]
	try osq-admin promises --csv --no-header
	ended 0
	storm 2026-12-03 | osq-admin import holidays 2>/dev/null
	try osq-admin promises --csv --no-header -o code,would_be
	ended 0 "$MON-0001,2026-12-04T17:00:00+07:00
$MON-0002,2026-12-04T17:00:00+07:00"
}

@test "other hours move promises too" {
	receive An
	printf 'weekday,opens,closes,counts\n' >hours.csv
	for day in 1 2 3 4 5; do echo "$day,07:30,16:30,yes"; done >>hours.csv
	try osq-admin import hours hours.csv
	like 0 '*removed*' "osq-admin: $MON-0001: promised for 2026-12-01T17:00, by the new days 2026-12-01T16:30*"
}

@test "an act entered long after it is said to have happened is listed for the head" {
	open_counters
	receive An
	at 17:30 2026-12-02
	osq-dossier finish "$MON-0001" --at 2026-12-01T16:59 --counter 1 >/dev/null
	try osq-report late-entries --csv --from 2026-12-01 --to 2026-12-02 -o entered_at,at,delay,act,subject,counter
	ended 0 "entered_at,at,delay,act,subject,counter
2026-12-02T17:30:00+07:00,2026-12-01T16:59:00+07:00,88260,dossier finish,$MON-0001,1"
	try osq-report late-entries --csv --no-header --day 2026-12-01
	ended 0
}

@test "an hour is let pass, or as many minutes as the office sets" {
	receive An
	receive Bé
	receive Cò
	at 09:00
	osq-dossier finish "$MON-0001" --at 08:00 >/dev/null
	osq-dossier finish "$MON-0002" --at 08:00:00 >/dev/null
	at 09:00:01
	osq-dossier return "$MON-0002" --at 08:00 >/dev/null
	[ "$(osq-report late-entries --csv --no-header -o act,subject)" = "dossier return,$MON-0002" ]
	# The day of its entry is its own, from the first second on.
	at 00:00 2026-11-25
	osq-dossier finish "$MON-0003" --at 2026-11-23T08:00 >/dev/null
	[ "$(osq-report late-entries --csv --no-header -o subject --day 2026-11-24)" = "" ]
	[ "$(osq-report late-entries --csv --no-header -o subject --day 2026-11-25)" = "$MON-0003" ]
	at 09:00:01
	osq-admin config late_entry_minutes 59 >/dev/null
	[ "$(osq-report late-entries --csv --no-header -o act | wc -l)" = 3 ]
	try osq-admin config late_entry_minutes soon
	like 65 '' '*late_entry_minutes*'
}

@test "the overdue list tells who had it when it went late" {
	open_counters
	receive An --counter 1
	receive Bé --counter 1
	receive Cò --counter 1
	osq-dossier forward "$MON-0001" --to social >/dev/null
	osq-dossier forward "$MON-0002" --to social --holder lan >/dev/null
	at 17:01 2026-12-01
	osq-dossier forward "$MON-0003" --to chairman >/dev/null
	at 09:00 2026-12-02
	osq-dossier finish "$MON-0003" >/dev/null
	[ "$(osq-report overdue --csv --no-header --from 2026-11-23 --to 2026-12-02 -o code,held_by)" = \
		"$MON-0001,Phòng Văn hóa - Xã hội
$MON-0002,Lê Ngọc Lan
$MON-0003,Nguyễn Thị Hoa" ]
}

@test "the last second of a promise is on time, for the report and for the count that checks it" {
	receive An
	receive Bé
	at 17:00:00 2026-12-01
	osq-dossier finish "$MON-0001" >/dev/null
	at 17:00:01 2026-12-01
	osq-dossier finish "$MON-0002" >/dev/null
	try osq-report summary --json --from 2026-11-15 --to 2026-12-14
	[ "$(jq -c '[.early, .on_time, .overdue]' <<<"$output")" = '[0,1,1]' ]
	try osq-admin check --csv --no-header
	[[ $output != *error* ]]
}

@test "a dossier withdrawn later stays in the report of the month in which it was open" {
	osq-admin config count_withdrawn aside >/dev/null
	at 08:00 2026-10-20
	receive An >/dev/null
	at 08:00 2026-11-05
	october=$(osq-report summary --json --from 2026-10-01 --to 2026-10-31)
	[ "$(jq -c '[.received, .in_process, .late]' <<<"$october")" = '[1,1,1]' ]
	osq-dossier withdraw "$AGENCY-261020-0001" >/dev/null
	[ "$(osq-report summary --json --from 2026-10-01 --to 2026-10-31)" = "$october" ]
	# It was late when it ended: no rule hides that.
	[ "$(osq-report summary --json --from 2026-11-01 --to 2026-11-30 | jq -c '[.received, .overdue, .in_process]')" = '[1,1,0]' ]
	at 08:00 2026-11-06
	receive Bé >/dev/null
	at 08:00 2026-12-01
	osq-dossier withdraw "$AGENCY-261106-0001" >/dev/null
	[ "$(osq-report summary --json --from 2026-12-01 --to 2026-12-31 | jq -c '[.received, .finished, .in_process]')" = '[1,1,0]' ]
}

@test "an end by the due moment that is left aside is named below, with what was carried over" {
	osq-admin config count_withdrawn aside >/dev/null
	at 08:00 2026-11-27
	receive An >/dev/null
	at 08:00 2026-12-01
	osq-dossier withdraw "$AGENCY-261127-0001" >/dev/null
	[ "$(osq-report summary --json --from 2026-12-01 --to 2026-12-31 | jq -c '[.received, .finished, .in_process]')" = '[0,0,0]' ]
	[ "$(osq-dossier list --json -o standing | jq -c .)" = '[{"standing":null}]' ]
	try osq-report summary --from 2026-12-01 --to 2026-12-31 --lang en
	like 0 '*Not counted: 0 rejected, 1 withdrawn, 0 stopped in the period. Carried over from the period before: 1.*'
	content
}

@test "withdrawn ones are counted where the province wants them" {
	osq-admin config count_withdrawn aside >/dev/null
	receive An >/dev/null
	receive Bé >/dev/null
	at 10:00 2026-11-30
	osq-dossier withdraw "$MON-0002" >/dev/null
	at 10:00 2026-12-05
	osq-dossier pause "$MON-0001" -r 'Thiếu giấy' >/dev/null # late by then
	at 10:00 2026-12-10
	figures() {
		osq-report dossiers --json --from 2026-11-20 --to 2026-12-09 |
			jq -c '.[0] | [.received, .early, .on_time, .overdue, .in_time, .late]'
	}
	[ "$(figures)" = '[1,0,0,0,0,1]' ]
	content
	osq-admin config count_withdrawn on_time >/dev/null
	[ "$(figures)" = '[2,0,1,0,1,0]' ]
	content
	try osq-report summary --from 2026-11-20 --to 2026-12-09 --lang en
	[[ $output != *'Not counted'* ]]
	try osq-admin config count_withdrawn somewhere
	like 65 '' '*count_withdrawn*'
}

@test "a dossier whose clock stands is not late, whenever one looks" {
	receive An
	at 10:00 2026-11-30
	osq-dossier pause "$MON-0001" -r 'Thiếu giấy' >/dev/null
	at 10:00 2026-12-20
	[ "$(osq-dossier list --csv --no-header -o standing)" = in_time ]
	[ "$(osq-report summary --json --from 2026-11-01 --to 2026-12-10 | jq -c '[.in_time, .late]')" = '[1,0]' ]
	osq-dossier resume "$MON-0001" >/dev/null
	[ "$(due_of "$MON-0001")" = 2026-12-22T14:00:00+07:00 ]
	[ "$(osq-report overdue --csv --no-header --from 2026-11-01 --to 2026-12-20)" = '' ]
	content
}

@test "check finds a figure that does not go with its dossiers" {
	receive An
	osq-dossier finish "$MON-0001" >/dev/null
	content
	sqlite3 "$OSQ_DB" "UPDATE dossier SET finished_at = finished_at + 1"
	try osq-admin check
	like 65 "*dossiers*error*$MON-0001: is not what its last act (finish) made of it*" "osq-admin: dossiers: $MON-0001: *"
}
