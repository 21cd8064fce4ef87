#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A report that was filed says the same whatever is done later; what may change it, and
# what the next one begins with, is told below the figures.

load helper

LAND=1.012796 # Đất đai, 8 working days
AGENCY=000.17.22.H30

setup() {
	common_setup
	at 08:00 2026-09-20
	osq-admin init --sample >/dev/null
	at 08:00 2026-10-05
	export LANGUAGE=en
	A=$AGENCY-261005-0001 B=$AGENCY-261005-0002 C=$AGENCY-261005-0003
	for name in An Bé Cam; do
		osq-dossier receive -p $LAND -a "$name" --force >/dev/null
	done
}

# The reports of October as they are filed, whenever it is asked.
october() {
	local report
	for report in summary dossiers overdue officers; do
		osq-report "$report" --period 2026-10 --lang en
		osq-report "$report" --period 2026-10 --json
	done
}

figures() { # PERIOD
	osq-report summary --period "$1" --json |
		jq -c '[.received_in_period, .carried_over, .finished, .in_process]'
}

note() { # PERIOD: what stands below form II.06a
	osq-report dossiers --period "$1" --lang en | tail -n 1
}

end_october() {
	at 08:00 2026-10-07
	osq-dossier finish "$A" >/dev/null
	osq-dossier reject -r 'Không đủ điều kiện' "$B" >/dev/null
	at 00:10 2026-10-15
	october >filed
	[ "$(figures 2026-10)" = '[3,0,2,1]' ]
}

@test "a reopening counts from the day on which it is entered, and is named there" {
	end_october
	at 08:00 2026-10-20
	osq-dossier reopen -r 'Sai sót' --at 2026-10-09T08:00 "$A" "$B" >/dev/null
	october | diff filed -
	[ "$(figures 2026-11)" = '[0,3,0,3]' ]
	[ "$(note 2026-11)" = "Carried over otherwise than the period before ended: reopened (Đất đai +2): $A, $B." ]
	# What follows a reopening cannot have happened before anybody knew of it.
	try osq-dossier finish --at 2026-10-12T08:00 "$A"
	like 65 '' "*$A: the time given is before 2026-10-20T08:00*"
	osq-dossier finish "$A" >/dev/null
	october | diff filed -
	[ "$(figures 2026-11)" = '[0,3,1,2]' ]
	content
}

@test "a late dossier that is reopened stays in the overdue of its period" {
	at 08:00 2026-11-01
	osq-dossier finish "$A" "$B" "$C" >/dev/null
	at 00:10 2026-11-15
	osq-report overdue --period 2026-11 --lang en >filed
	[ "$(grep -c overdue filed)" = 3 ]
	at 08:00 2026-11-16
	osq-dossier reopen -r 'Nhầm' "$A" >/dev/null
	osq-report overdue --period 2026-11 --lang en | diff filed -
}

@test "promises that are moved count from then on, and are told" {
	at 00:10 2026-10-14
	osq-report summary --from 2026-09-15 --to 2026-10-13 --json >filed
	at 00:10 2026-10-16
	october >late
	[ "$(osq-report summary --period 2026-10 --json | jq .in_time)" = 3 ]
	printf 'date,kind,name\n2026-10-08,off,Bão\n2026-10-09,off,Bão\n' >storm.csv
	osq-admin import holidays storm.csv >/dev/null 2>&1
	osq-admin promises --move >/dev/null
	october | diff late -
	[ "$(note 2026-11)" = 'Promises moved in the period: 3.' ]
	content
}

@test "a file that changes dossiers changes no period that was over" {
	end_october
	at 08:00 2026-10-20
	cat >file.csv <<-END
		code,procedure,applicant,received_at,due_at,channel,status,officer
		$A,$LAND,Ân,2026-10-05T08:00:00,2026-10-06T17:00,online,processing,lan
		$C,1.001193,Cẩm,2026-10-01T08:00:00,2026-10-02T17:00,online,processing,lan
	END
	# An import does not undo what was done here: of A it changes only who it is.
	osq-dossier import --force file.csv >/dev/null
	october | diff filed -
	[ "$(osq-dossier show "$C" --json | jq -r '.events[-1].act')" = import ]
	[[ $(note 2026-11) == *'now of another field (Hộ tịch +1, Đất đai -1): '"$C"* ]]
	[ "$(osq-report carried --period 2026-11 --csv --no-header)" = "1,$C,moved,Đất đai,Hộ tịch" ]
	try osq-dossier import file.csv
	ended 0 '0 added, 0 changed, 2 unchanged'
	content
}

@test "what is entered late may change a period, which then says so" {
	end_october
	at 09:00 2026-10-20
	osq-dossier finish --at 2026-10-14T16:00 "$C" >/dev/null
	[ "$(figures 2026-10)" = '[3,0,3,0]' ]
	[ "$(note 2026-10)" = 'Ended without a result: 1 rejected, 0 withdrawn, 0 stopped; overdue: 0. Changed by what was entered after the period: 1, since 20/10/2026.' ]
	# The next period does not begin with what was filed, and names it.
	[ "$(figures 2026-11)" = '[0,0,0,0]' ]
	[ "$(note 2026-11)" = "Carried over otherwise than the period before ended: entered late, ended (Đất đai -1): $C." ]
	content
}

@test "a dossier that a file adds late changes the period of its receipt, which says so" {
	end_october
	at 09:00 2026-10-20
	printf '%s\n' code,procedure,applicant,received_at,due_at,status,finished_at \
		"P1,$LAND,Dũng,2026-10-08T08:00:00,2026-10-20T17:00:00,processing," \
		"P2,$LAND,Em,2026-10-08T08:00:00,2026-10-20T17:00:00,finished,2026-10-12T08:00:00" \
		"P3,$LAND,Gấm,2026-10-19T08:00:00,2026-10-29T17:00:00,processing," >file.csv
	osq-dossier import file.csv >/dev/null
	[ "$(figures 2026-10)" = '[5,0,3,2]' ]
	[[ $(note 2026-10) == *'Changed by what was entered after the period: 2, since 20/10/2026.' ]]
	# October was filed with one open dossier, and two are carried over.
	[ "$(figures 2026-11)" = '[1,2,0,3]' ]
	[ "$(note 2026-11)" = "Carried over otherwise than the period before ended: entered late, open (Đất đai +1): P1." ]
	# Nothing was filed before the office began with this store.
	try osq-dossier import - <<<"code,procedure,applicant,received_at
P4,$LAND,Hà,2026-08-20T08:00:00"
	ended 0 '1 added, 0 changed, 0 unchanged'
	[ "$(figures 2026-09)" = '[1,0,0,1]' ]
	[[ $(note 2026-09) != *Changed* ]]
	[[ $(note 2026-11) == *'entered late, open (Đất đai +2): P1, P4.' ]]
	# A store that did not note it keeps saying what it said.
	sqlite3 "$OSQ_DB" 'UPDATE dossier SET entered_at = NULL'
	[[ $(note 2026-10) != *Changed* ]]
	[[ $(note 2026-11) != *otherwise* ]]
	content
}

@test "a file that brings a story changes no period that was over without a word" {
	end_october
	osq-dossier export >october.csv
	# The other system went on with it: there C ended in October, and A was reopened then.
	at 09:00 2026-10-20
	osq-admin backup there.db >/dev/null
	OSQ_DB=there.db osq-dossier finish --at 2026-10-14T16:00 "$C" >/dev/null
	OSQ_DB=there.db osq-dossier reopen -r 'Sai sót' "$A" >/dev/null
	OSQ_DB=there.db osq-dossier finish "$A" >/dev/null
	OSQ_DB=there.db osq-dossier export >theirs.csv
	at 09:00 2026-10-25
	try osq-dossier import theirs.csv
	ended 0 '0 added, 2 changed, 1 unchanged'
	[ "$(osq-dossier show "$A" --json | jq -c '[.events[].act]')" = \
		'["receive","finish","import","reopen","finish"]' ]
	[ "$(figures 2026-10)" = '[3,0,3,0]' ]
	[[ $(note 2026-10) == *'Changed by what was entered after the period: 1, since 25/10/2026.' ]]
	[ "$(figures 2026-11)" = '[0,1,1,0]' ]
	[ "$(note 2026-11)" = "Carried over otherwise than the period before ended: reopened (Đất đai +1): $A; entered late, ended (Đất đai -1): $C." ]
	content
	# Neither the same file again nor one that is older takes anything of the story.
	try osq-dossier import theirs.csv
	ended 0 '0 added, 0 changed, 3 unchanged'
	osq-dossier import --force october.csv >/dev/null
	[ "$(osq-dossier show "$A" --json | jq -c '[.events[].act]')" = \
		'["receive","finish","import","reopen","finish","import"]' ]
	content
}

@test "what a file says to have ended before a period was over did so as the file says" {
	end_october
	at 09:00 2026-10-20
	printf '%s\n' code,procedure,applicant,received_at,due_at,status,finished_at \
		"D1,$LAND,Dũng,2026-10-08T08:00:00,2026-10-20T17:00:00,processing," >file.csv
	at 09:00 2026-10-14
	osq-dossier import file.csv >/dev/null
	at 09:00 2026-10-20
	sed -i 's/processing,/rejected,2026-10-14T10:00:00/' file.csv
	osq-dossier import --force file.csv >/dev/null
	[[ $(note 2026-10) == 'Ended without a result: 2 rejected, 0 withdrawn, 0 stopped; overdue: 0. Changed by what'* ]]
	[ "$(osq-report summary --period 2026-10 --json | jq -c '[.early, .on_time]')" = '[1,2]' ]
	content
}

@test "a report names people, counters, services and desks as they were called then" {
	at 08:00 2026-10-07
	osq-call open --counter 1 --officer hoa >/dev/null
	osq-ticket issue civil >/dev/null
	osq-call next --counter 1 >/dev/null
	osq-call done --counter 1 >/dev/null
	osq-dossier finish "$A" --officer hoa >/dev/null
	osq-dossier finish "$B" --officer hoa >/dev/null
	OSQ_OFFICER=hoa osq-dossier forward "$C" --to land >/dev/null
	at 00:10 2026-10-15
	names() { # PERIOD
		october
		osq-report queue --period "$1" --json
		osq-report takings --period "$1" --json
		osq-rate summary --by officer --from 2026-09-15 --to 2026-10-14 --json
	}
	names 2026-10 >filed
	grep -q 'Nguyễn Thị Hoa' filed
	at 09:00 2026-10-20
	osq-admin set officers hoa name='Nguyễn Thị Thu Hoa' >/dev/null
	osq-admin set counters 1 name='Quầy Một' >/dev/null
	osq-admin set services civil name='Khai sinh, khai tử' >/dev/null
	osq-admin set desks land name='Phòng Kinh tế' >/dev/null
	names 2026-10 | diff filed -
	at 09:30 2026-10-20
	osq-admin set officers hoa name='Nguyễn Hoa' >/dev/null
	at 08:00 2026-11-20
	osq-admin set officers hoa name='Hoa' >/dev/null
	names 2026-10 | diff filed -
	osq-report queue --period 2026-11 --json >november
	grep -q '"Nguyễn Hoa"' november
	grep -q 'Quầy Một' november
	grep -q 'Khai sinh, khai tử' november
	osq-report queue --period 2026-12 --json | grep -q '"Hoa"'
	osq-admin set desks land name='Phòng Đất đai' >/dev/null
	[ "$(osq-report overdue --period 2026-11 --json | jq -r '.[].held_by')" = 'Phòng Kinh tế' ]
	content
}

@test "a clock that stood at the end of a period stood, whatever came of it" {
	at 08:00 2026-10-08
	osq-dossier pause -r 'Thiếu giấy' "$A" "$B" >/dev/null
	at 00:10 2026-10-15
	october >filed
	at 08:00 2026-11-20
	osq-dossier resume "$A" >/dev/null
	osq-dossier withdraw "$B" >/dev/null
	october | diff filed -
	content
}

@test "three that are late end without a result: the figures show each of them" {
	at 09:00 2026-11-03
	osq-dossier reject -r 'Không đủ điều kiện' "$A" >/dev/null
	osq-dossier withdraw "$B" >/dev/null
	osq-dossier stop -r 'Không đến' "$C" >/dev/null
	for how in ended on_time aside; do
		osq-admin config count_withdrawn "$how" >/dev/null
		[ "$(osq-report summary --json --period 2026-11 | jq -c '[.received, .finished, .early, .on_time, .overdue]')" = '[3,3,0,0,3]' ]
		[ "$(osq-report overdue --csv --no-header --period 2026-11 -o standing | paste -sd,)" = overdue,overdue,overdue ]
		[ "$(osq-dossier list --standing overdue --json | jq length)" = 3 ]
		[ "$(osq-board --json | jq '.dossiers_period.overdue')" = 3 ]
		content
	done
}

@test "one that ends while its clock stands is judged by the moment at which it was stopped" {
	at 09:00 2026-10-12
	osq-dossier pause -r 'Thiếu giấy' "$A" >/dev/null
	at 09:00 2026-11-10
	osq-dossier pause -r 'Thiếu giấy' "$B" >/dev/null # late by then
	osq-dossier stop -r 'Không bổ sung' "$A" "$B" >/dev/null
	[ "$(osq-dossier list --csv --no-header -o code,standing --status stopped | paste -sd' ')" = "$A,on_time $B,overdue" ]
}

@test "an upgraded store keeps what it reported, and counts late ends from that month on" {
	sqlite3 "$OSQ_DB" "DELETE FROM setting WHERE key IN ('count_withdrawn', 'late_ends');
		INSERT INTO setting VALUES ('late_ends', '0001-01-01', 'no'),
			('late_ends', '2026-11-15', 'yes'), ('count_withdrawn', '0001-01-01', 'aside'),
			('count_withdrawn', '2026-11-15', 'ended')"
	at 09:00 2026-11-03
	osq-dossier withdraw "$A" >/dev/null
	[ "$(figures 2026-11)" = '[0,2,0,2]' ]
	at 09:00 2026-11-16
	osq-dossier withdraw "$B" >/dev/null
	[ "$(figures 2026-12)" = '[0,2,1,1]' ]
	# A quarter is the sum of its months.
	[ "$(osq-report summary --json --period 2026-Q4 | jq .overdue)" = 1 ]
	try osq-admin config late_ends no
	ended 77 '' 'osq-admin: late_ends: is not set by hand'
	content
}
