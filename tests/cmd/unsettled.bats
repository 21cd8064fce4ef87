#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Years of which no notice has come: a promise falls on no day that will be off whatever the
# notice says, and everybody who hears it hears that it may move.

load helper

AGENCY=000.17.22.H30
TRADE=1.001776 # 22 working days

setup() {
	office
	at 09:00 2026-12-03
}

NO_2027='no notice of the days off of 2027 has come; provisional ones were passed over, and the promise may move'

due() { # UNIT LIMIT RECEIVED DUE [NOTE]
	try osq-dossier due --unit "$1" --limit "$2" --received "$3"
	ended 0 "$4:00+07:00" "${5:+osq-dossier: $5}"
}

# The settled years of the sample; lunar 1/1 of 2027 is 6 February, a Saturday.
@test "a promise that reaches into 2027 passes over the days that the law has off" {
	due day 30 2026-12-02T09:00 2027-01-04T17:00 "$NO_2027"
	due working-day 25 2026-11-27T09:00 2027-01-04T17:00 "$NO_2027"
	due working-day 5 2027-02-03T09:00 2027-02-17T17:00 "$NO_2027"
	due working-day 1 2027-04-15T09:00 2027-04-19T17:00 "$NO_2027"
	due working-day 1 2027-08-31T09:00 2027-09-06T17:00 "$NO_2027"
	due day 28 2026-12-02T09:00 2026-12-30T17:00
	due working-day 20 2026-08-03T09:00 2026-08-28T17:00
}

@test "the clerk, the receipt and the check say so, until the year is settled" {
	try osq-dossier receive -p $TRADE -a 'Nguyễn Văn An'
	ended 0 $AGENCY-261203-0001 "osq-dossier: $AGENCY-261203-0001: $NO_2027"
	try osq-dossier list --csv --no-header -o due_at
	ended 0 2027-01-05T17:00:00+07:00
	osq-dossier form 01 $AGENCY-261203-0001 | grep -qF \
		'tính theo lịch nghỉ lễ, Tết tạm tính của năm 2027'
	try osq-admin check --csv --no-header
	like 0 '*holidays,warning,*2027*--settles 2027*' ''
	try osq-dossier track $AGENCY-261203-0001 --csv --no-header -o promised_at
	ended 0 2027-01-05T17:00:00+07:00 "osq-dossier: $AGENCY-261203-0001: $NO_2027"
	# Some days of it are no notice of it.
	printf 'date,kind,name\n2027-01-01,off,Tết Dương lịch\n' | osq-admin import holidays
	try osq-admin check --csv --no-header
	like 0 '*holidays,warning,*2027*' ''
	due working-day 5 2027-02-03T09:00 2027-02-17T17:00 "$NO_2027"
	try osq-admin import holidays --settles 2027
	ended 0 '1 added, 0 changed, 0 unchanged'
	[ "$(last_act)" = 'import holidays  {"file":"--settles 2027","added":"1","changed":"0","removed":"0"}' ]
	try osq-admin import holidays --settles 2027
	ended 0 '0 added, 0 changed, 1 unchanged'
	try osq-admin check --csv --no-header -o check
	ended 0 $'store\njournal\nprocedures\ndossiers\nusers'
	due working-day 5 2027-02-03T09:00 2027-02-10T17:00
	# The receipt says what it said when it was given.
	osq-dossier form 01 $AGENCY-261203-0001 | grep -qF 'tạm tính của năm 2027'
	at 10:00 2026-12-03
	try osq-dossier receive -p $TRADE -a 'Lê Thị Bé'
	ended 0 $AGENCY-261203-0002
	run ! grep -q 'tạm tính' <(osq-dossier form 01 $AGENCY-261203-0002)
}

@test "the notice brings its days, and tells whose promises they move" {
	osq-dossier receive -p $TRADE -a 'Nguyễn Văn An' 2>/dev/null # due on 5 January
	printf 'date,kind,name\n2027-01-01,off,Tết Dương lịch\n2027-01-05,off,Hoán đổi\n' >notice.csv
	try osq-admin import holidays notice.csv --settles 2027
	ended 0 '3 added, 0 changed, 0 unchanged' "osq-admin: $AGENCY-261203-0001: promised for 2027-01-05T17:00, by the new days 2027-01-06T17:00
osq-admin: open promises that would be others: 1; none was moved (osq-admin promises --move)"
	try osq-admin list holidays --csv --no-header
	like 0 '*
2027-01-01,notice,
2027-01-01,off,Tết Dương lịch
2027-01-05,off,Hoán đổi'
	# What a list shows comes back unchanged, the notice beside the day off too.
	osq-admin list holidays --csv >all.csv
	try osq-admin import holidays all.csv
	like 0 '0 added, 0 changed, 61 unchanged' '*'
	content
}

@test "a notice is of the register, of one year, and of one row a day" {
	printf 'Ngày;Loại;Tên\n31/12/2027;thông báo;Công văn\n31/12/2027;nghỉ;\n' >both.csv
	try osq-admin import holidays both.csv
	ended 0 '2 added, 0 changed, 0 unchanged'
	due working-day 1 2027-12-29T09:00 2027-12-30T17:00
	due working-day 1 2027-12-30T09:00 2028-01-04T17:00 "${NO_2027/2027/2028}"
	printf 'Ngày;Loại;Tên\n31/12/2027;thông báo;\n31/12/2027;thông báo;\n' >twice.csv
	try osq-admin import holidays twice.csv
	like 65 '' '*date: stands twice in the file*'
	try osq-admin import services --settles 2027
	like 64 '' '*--settles goes with holidays*'
	for year in 2022 10000 next; do
		try osq-admin import holidays --settles $year
		like 65 '' '*--settles*'
	done
	try osq-admin import holidays both.csv --settles 2028 --dry-run
	like 0 '1 added*' '*a dry run*'
	try osq-admin list holidays --csv --no-header
	like 0 '*2027-12-31,off,'
}

@test "years before 2023 stay as they were imported, years that are over too are provisional" {
	due working-day 1 2022-08-31T09:00 2022-09-01T17:00
	# A store whose days off of 2026 nobody has imported.
	osq-admin init -d bare.db >/dev/null
	export OSQ_DB=bare.db
	osq-admin import hours "$SAMPLE/hours.csv" >/dev/null
	due working-day 1 2025-04-29T09:00 2025-05-02T17:00 "${NO_2027/2027/2025}"
	try osq-admin check --csv --no-header
	like 0 '*holidays,warning,*2026*' ''
	[[ $output != *2025* ]]
}

@test "an extension or a resumption into such a year says so, and form 04 too" {
	code=$(osq-dossier receive -p 1.001653 -a 'Nguyễn Văn An') # due on 10 December
	try osq-dossier extend "$code" --to 2027-01-08 -r 'Phải xác minh'
	ended 0 "$code" "osq-dossier: $code: $NO_2027"
	osq-dossier form 04 "$code" | grep -qF 'tạm tính của năm 2027'
	run ! grep -q 'tạm tính' <(osq-dossier form 01 "$code")
	osq-dossier pause "$code" -r 'Thiếu giấy' >/dev/null
	at 09:00 2027-01-15
	try osq-dossier resume "$code"
	ended 0 "$code" "osq-dossier: $code: $NO_2027"
	content
}

@test "an import tells how many of its promises may move; those that came with it do not" {
	cat >in.csv <<-END
		code,procedure,applicant,received_at,due_at,finished_at
		A-1,$TRADE,An,2026-12-03 08:00,,
		A-2,$TRADE,Bé,2026-12-03 08:00,,
		A-3,$TRADE,Cò,2026-12-03 08:00,2027-01-04 17:00,
		A-4,$TRADE,Dế,2026-12-03 08:00,,2026-12-03 08:30
		A-5,$TRADE,Én,2026-11-03 08:00,,
	END
	try osq-dossier import in.csv
	ended 0 '5 added, 0 changed, 0 unchanged' 'osq-dossier: no notice of the days off of 2027 has come; promises that may move: 2'
	try osq-dossier list --csv --no-header -o code,due_at
	like 0 '*A-1,2027-01-05T17:00:00+07:00*'
}

# Of 1 to 3 September the law gives two: on the third somebody may well be there.
@test "slots are on none of these days, but who is there today draws a number" {
	printf 'code,prefix,name,issue_hours,slot_minutes,slot_capacity\ncivil,A,Hộ tịch,07:00-11:00,30,1\n' |
		osq-admin import services - >/dev/null
	at 08:00 2027-09-03
	try osq-ticket slots civil --day 2027-09-03 --csv --no-header
	ended 0
	try osq-ticket issue civil
	ended 0 A001
	printf 'date,kind,name\n2027-09-03,off,Quốc khánh\n' | osq-admin import holidays >/dev/null
	try osq-ticket issue civil
	like 1 '' '*no numbers are given out now*'
}

# A store of schema 7, in which 2027 had no days off: what was promised stays so.
@test "an upgrade settles the years whose days it has, moves no promise, and tells which would" {
	rm osq.db*
	{
		echo 'PRAGMA application_id = 0x6f737131;'
		cat "$ROOT"/lib/store/schema/000[1-7]-*.sql
		echo 'PRAGMA user_version = 7;'
		for day in 1 2 3 4 5; do
			echo "INSERT INTO hours VALUES ($day, '07:00', '17:00', 'yes');"
		done
		cat <<-SQL
			INSERT INTO holiday VALUES ('2022-09-02', 'off', NULL), ('2025-01-01', 'off', NULL),
				('2026-11-24', 'off', NULL), ('2027-01-01', 'off', NULL);
			INSERT INTO setting VALUES ('same_day_cutoff', '0001-01-01', '00:00');
			INSERT INTO procedure (code, name, field, time_limit, time_unit)
				VALUES ('1.1', 'Thủ tục', 'Hộ tịch', 5, 'working-day');
			INSERT INTO procedure_version (procedure_id, since, name, field, time_limit, time_unit)
				VALUES (1, '0001-01-01', 'Thủ tục', 'Hộ tịch', 5, 'working-day');
			INSERT INTO dossier (code, procedure_id, time_limit, time_unit, applicant, channel,
				status, received_at, due_at) SELECT code, 1, 5, 'working-day', 'A', 'counter',
					'received', unixepoch('2027-02-02 02:00'), unixepoch(due)
				FROM (SELECT 'OURS' AS code, '2027-02-09 10:00' AS due
					UNION ALL SELECT 'THEIRS', '2027-02-09 09:00'
					UNION ALL SELECT 'HERE', '2027-02-09 10:00');
			INSERT INTO dossier_event (dossier_id, act, at, entered_at, status, due_at)
				SELECT id, 'receive', received_at, received_at, 'received', due_at
				FROM dossier WHERE code = 'HERE';
		SQL
	} | sqlite3 osq.db
	osq-admin upgrade >/dev/null
	at 09:00 2027-02-03
	try osq-admin list holidays --csv --no-header
	ended 0 '2022-09-02,off,
2025-01-01,notice,
2025-01-01,off,
2026-01-01,notice,
2026-11-24,off,
2027-01-01,off,'
	try osq-dossier list --csv --no-header -o code,due_at
	like 0 '*HERE,2027-02-09T17:00:00+07:00*' ''
	[[ $output = *OURS,2027-02-09T17:00* ]]
	# 5 to 11 February are off; another system's promise is none of ours.
	try osq-admin promises --csv --no-header -o code,would_be
	ended 0 'OURS,2027-02-16T17:00:00+07:00
HERE,2027-02-16T17:00:00+07:00'
}
