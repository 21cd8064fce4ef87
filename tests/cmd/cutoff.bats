#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What is handed in late in the day counts from the next working day, where the office or
# the procedure has it so.

load helper

AGENCY=000.17.22.H30
DISABLED=1.001653 # 5 working days

setup() {
	office
}

due() { # PROCEDURE RECEIVED DUE
	try osq-dossier due -p "$1" --received "$2"
	ended 0 "$3T17:00:00+07:00"
}

# set_cutoff PROCEDURE CUTOFF [DAY]
set_cutoff() {
	printf 'code,name,field,time_limit,time_unit,cutoff\n%s,Thủ tục,Hộ tịch,5,working-day,%s\n' \
		"$1" "$2" | osq-admin import procedures - ${3:+--since "$3"} >/dev/null
}

@test "without a cut-off the last minute is still of the day" {
	due $DISABLED '2026-11-26 16:59' 2026-12-03
	due $DISABLED '2026-11-26 17:00:01' 2026-12-04
}

@test "the office's cut-off is a time, or so long before closing, from a day on" {
	osq-admin config day_cutoff 15:00 --since 2026-11-26 >/dev/null
	osq-admin config day_cutoff closing-1h --since 2026-11-30 >/dev/null
	due $DISABLED '2026-11-25 15:01' 2026-12-02
	due $DISABLED '2026-11-26 15:00' 2026-12-03
	due $DISABLED '2026-11-26 15:01' 2026-12-04
	due $DISABLED '2026-11-30 16:00' 2026-12-07
	due $DISABLED '2026-11-30 16:01' 2026-12-08
	for wrong in 25:00 closing closing-1d closing-24h 1h; do
		try osq-admin config day_cutoff $wrong
		like 65 '' '*does not fit*'
	done
}

@test "a procedure's own comes before the office's, none too" {
	osq-admin config day_cutoff 15:00 >/dev/null
	set_cutoff 9.000001 closing-1h
	set_cutoff 9.000002 none
	due 9.000001 '2026-11-26 15:30' 2026-12-03
	due 9.000001 '2026-11-26 16:01' 2026-12-04
	due 9.000002 '2026-11-26 16:59' 2026-12-03
	due $DISABLED '2026-11-26 15:30' 2026-12-04
	# It holds by the day, as the procedure's times do.
	set_cutoff 9.000002 10:00 2026-12-01
	due 9.000002 '2026-11-30 16:59' 2026-12-07
	due 9.000002 '2026-12-01 10:01' 2026-12-09
	try set_cutoff 9.000003 noon
	like 65 '' '*cutoff: is no cut-off (15:00, closing-1h or none)*'
	osq-admin list procedures --csv >out.csv
	osq-admin init -d other.db >/dev/null
	osq-admin import procedures out.csv -d other.db >/dev/null
	osq-admin list procedures --csv -d other.db | cmp - out.csv
}

@test "the clerk is told from when it counts, and the dossier keeps its rule" {
	osq-admin config day_cutoff 15:00 >/dev/null
	at 15:30
	try osq-dossier receive -p $DISABLED -a An
	ended 0 $AGENCY-261123-0001 "osq-dossier: $AGENCY-261123-0001: handed in after the cut-off; it counts from 2026-11-25T07:00"
	at 17:30
	try osq-dossier receive -p $DISABLED -a Bé
	ended 0 $AGENCY-261123-0002 "osq-dossier: $AGENCY-261123-0002: handed in outside the hours; it counts from 2026-11-25T07:00"
	osq-admin config day_cutoff '' >/dev/null
	try osq-dossier receive -p $DISABLED -a Cò
	try osq-dossier export --csv -o code,due_at,cutoff
	ended 0 "code,due_at,cutoff
$AGENCY-261123-0001,2026-12-02T17:00:00+07:00,15:00
$AGENCY-261123-0002,2026-12-02T17:00:00+07:00,15:00
$AGENCY-261123-0003,2026-12-02T17:00:00+07:00," ''
	# No promise is another one by a later setting.
	try osq-admin promises --csv --no-header
	ended 0
	content
}

@test "an import without promises has the cut-off of the day of receipt" {
	osq-admin config day_cutoff 15:00 --since 2026-11-23 >/dev/null
	cat >in.csv <<-END
		code,procedure,applicant,received_at,due_at,cutoff
		A-1,$DISABLED,An,2026-11-20 15:30,,
		A-2,$DISABLED,Bé,2026-11-23 07:30,,
		A-3,$DISABLED,Cò,2026-11-20 15:30,,15:00
		A-4,$DISABLED,Dế,2026-11-20 15:30,2026-11-30 17:00,15:00
	END
	try osq-dossier import in.csv
	ended 0 '4 added, 0 changed, 0 unchanged'
	try osq-dossier list --csv --no-header -o code,due_at,cutoff
	ended 0 "A-1,2026-11-30T17:00:00+07:00,
A-3,2026-12-01T17:00:00+07:00,15:00
A-4,2026-11-30T17:00:00+07:00,15:00
A-2,2026-12-01T17:00:00+07:00,15:00"
	try osq-dossier import in.csv
	ended 0 '0 added, 0 changed, 4 unchanged'
	sed -i 's/,15:00$/,soon/' in.csv
	try osq-dossier import in.csv
	like 65 '' "*cutoff: 'soon' is no cut-off*"
}
