#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Registers and settings as they live: a setting is taken back, an entry found by words, one is set without a file, and what an
# office lacks is told.

load helper

setup() {
	office
}

rows() { # REGISTER
	osq-admin list "$1" --csv --no-header
}

entries() {
	osq-admin list journal --csv --no-header -o id | wc -l
}

@test "a setting is taken back: from its day on, or what held from no day on" {
	osq-admin config notice "Nghỉ trưa từ 11:30"
	osq-admin config notice "Nhầm" --since 2026-07-01
	osq-admin config notice "Về sau" --since 2027-01-01
	try osq-admin config --unset notice --since 1/7/2026
	ended 0 notice
	[ "$(last_act)" = 'config notice {"was":"Nhầm","since":"2026-07-01"}' ]
	[ "$(osq-admin config notice)" = "Nghỉ trưa từ 11:30" ]
	osq-admin config notice --unset
	try osq-admin config notice --csv -o since,value
	ended 0 'since,value
2027-01-01,Về sau'
	[ -z "$(osq-admin config notice)" ]

	# a value from the beginning is behind one of a later day: that is told
	osq-admin config place 'Tân Hòa' --since 2026-01-01
	try osq-admin config place 'Tân Phú'
	ended 0 place 'osq-admin: place: a value set from a later day on holds today; --since today sets this one'
	try osq-admin config place 'Tân Hòa'
	ended 0 place
	try osq-admin config place 'Tân Phú' --since today
	ended 0 place
	[ "$(osq-admin config place)" = 'Tân Phú' ]

	# what is not set is told, with the days from which something is
	before=$(osq-admin list journal --csv | wc -l)
	try osq-admin config notice --unset
	ended 1 '' 'osq-admin: notice: is not set
osq-admin: it is set from these days on: 2027-01-01 (--since DAY)'
	try osq-admin config hotline --unset --since 2026-07-01
	ended 1 '' 'osq-admin: hotline: nothing is set from 2026-07-01 on'
	[ "$(osq-admin list journal --csv | wc -l)" = "$before" ]
	try osq-admin config late_ends --unset
	ended 77 '' 'osq-admin: late_ends: is not set by hand'
	try osq-admin config --unset notice X
	like 64 '' '*--unset goes with one KEY and no VALUE*'
	try osq-admin config --unset
	like 64 '' '*--unset goes with one KEY and no VALUE*'
	try osq-admin config notice --unset --since 2027-01-01 --dry-run
	ended 0 notice 'osq-admin: a dry run: nothing was kept'
	[ "$(osq-admin config notice --csv -o value --no-header)" = "Về sau" ]
}

# The first column of what is found, in one line.
found() { # KIND WORDS
	osq-admin list "$1" -q "$2" --csv --no-header | cut -d, -f1 | paste -sd' '
}

@test "an entry is found by words of any column, accents or not" {
	[ "$(found services "chung thuc")" = certify ]
	[ "$(found services CHỨNGTHỰC)" = certify ]
	[ "$(found services certify)" = certify ]
	[ "$(found procedures 1.001193)" = 1.001193 ]
	[ "$(found procedures "khaisinh dang ky thu tuc luu dong")" = 1.003583 ]
	[ -z "$(found services "chung xyz")" ]
	[ -z "$(found services "???")" ]
	[ -z "$(found services hung)" ] # no word begins so
	# a word does not go from one column to the next
	[ -z "$(found services certifyb)" ]
	# days and closed lists, as programs get them and as people read them
	[ "$(found holidays 2026-11-24)" = 2026-11-24 ]
	[ "$(LANGUAGE="vi" found holidays 24/11/2026)" = 2026-11-24 ]
	# words are found in the journal too
	try osq-admin list journal -q "counters" --csv --no-header -o act
	ended 0 "import counters"
}

cells() { # KIND WORDS COLUMNS
	osq-admin list "$1" -q "$2" --csv --no-header -o "$3"
}

@test "one entry is set without a file, by the register's own rules" {
	try osq-admin set counters 1 "name=Quầy 1: hộ tịch"
	ended 0 '0 added, 1 changed, 0 unchanged'
	[[ $(last_act) == 'import counters  {"file":"counters 1","added":"0","changed":"1","removed":"0","names":"'* ]]
	[ "$(cells counters "quay 1" code,name,services)" = "1,Quầy 1: hộ tịch,civil result" ]
	try osq-admin set counters 1 "name=Quầy 1: hộ tịch"
	ended 0 '0 added, 0 changed, 1 unchanged'
	# a new one, and a column that is emptied
	try osq-admin set officers nga "name=Lê Thị Nga" phone=0912000009 --json
	ended 0 '{"added":1,"changed":0,"unchanged":0,"removed":0}'
	osq-admin set officers nga phone= >/dev/null
	[ "$(cells officers nga code,name,phone)" = "nga,Lê Thị Nga," ]
	# of a register that is replaced as a whole the others stay
	before=$(rows hours | wc -l)
	osq-admin set hours 6 opens=07:30 closes=11:00 counts=no >/dev/null
	osq-admin set hours 6 opens=7:30 closes=11:30 >/dev/null
	[ "$(rows hours | wc -l)" -eq $((before + 1)) ]
	[ "$(rows hours | tail -n 1)" = 6,07:30,11:30,no ]
	# a notice and a day off of one day are two entries
	osq-admin set holidays 1/1/2027 kind=off "name=Tết" >/dev/null
	osq-admin set holidays 2027-01-01 kind=notice >/dev/null
	osq-admin set holidays 2027-01-01 "name=Tết Dương lịch" >/dev/null
	[ "$(cells holidays 2027 kind,name)" = $'notice,\noff,Tết Dương lịch' ]
	# a procedure from a day on
	osq-admin set procedures 1.001193 fee=9000 --since 2027-01-01 >/dev/null
	[ "$(osq-admin list procedures -q 1.001193 --csv --no-header -o fee --day 2027-01-01)" = 9000 ]
	[ "$(cells procedures 1.001193 fee)" != 9000 ]
}

@test "what breaks a rule of the register is not set, and told by its entry" {
	before=$(entries)
	try osq-admin set services civil prefix=B
	ended 65 '' 'services civil: prefix: another one has it already
osq-admin: services civil: bad lines: 1; nothing was imported'
	try osq-admin set counters 9 name=X "services=civil nosuch"
	like 65 '' '*counters 9: services: nosuch: *'
	try osq-admin set services new prefix=Z
	like 65 '' '*services new: name: this column is missing*'
	for wrong in colour=red code=8 name; do
		try osq-admin set counters 1 $wrong
		ended 64 '' "osq-admin: '$wrong': is no COLUMN=VALUE of counters
osq-admin: name services name_en until"
	done
	try osq-admin set counters 1 name=X name=Y
	like 64 '' '*name is given twice*'
	try osq-admin set hours 1 closes=11:00
	like 64 '' '*an entry of hours is named by opens=VALUE too*'
	try osq-admin set services civil quota=5 --since 2027-01-01
	like 64 '' '*--since goes with procedures*'
	osq-admin set services civil quota=5 --dry-run
	[ "$(entries)" = "$before" ]
	[ "$(cells services civil code,quota)" = civil, ]
}

@test "what can be set is completed" {
	[ "$(osq-admin --complete set counters '' | cut -f 1 | paste -sd' ')" = '1 2 3 4' ]
	[ "$(osq-admin --complete set counters 1 '' | cut -f 1 | paste -sd' ')" = 'name= services= name_en= until=' ]
	[ -z "$(osq-admin --complete set nosuch 1 '')" ]
}

lacking() {
	osq-admin setup --csv --no-header -o lacks | uniq | paste -sd' '
}

@test "setup tells what an office still lacks, by the command that mends it" {
	osq-admin config --unset agency_name
	osq-admin set counters 2 services= >/dev/null
	try osq-admin setup --csv -o lacks,needed,command
	ended 0 "lacks,needed,command
agency_name,yes,osq-admin config agency_name NAME
bank_bin,no,osq-admin config bank_bin NUMBER
bank_account,no,osq-admin config bank_account ACCOUNT
bank_payee,no,osq-admin config bank_payee NAME
counters,yes,osq-admin set counters CODE 'services=… certify'"
	# check repeats in one line what is needed
	try osq-admin check --csv --no-header
	like 0 '*setup,warning,"the office still lacks: agency_name, counters (osq-admin setup)"*'
	osq-admin config agency_name "UBND XÃ TRƯỜNG LONG A"
	osq-admin config bank_bin 970436
	osq-admin config bank_account 0123456789
	osq-admin config bank_payee "UBND XA TRUONG LONG A"
	osq-admin set counters 2 services=certify >/dev/null
	try osq-admin setup --csv --no-header
	ended 0
	[[ "$(osq-admin check --csv --no-header -o check)" != *setup* ]]
	# a month before a year without a notice promises begin to reach into it
	at 08:00 2026-12-01
	[ -z "$(lacking)" ]
	at 08:00 2026-12-03
	[ "$(lacking)" = holidays ]
	osq-admin import holidays --settles 2027 >/dev/null
	[ -z "$(lacking)" ]
}

@test "a new office lacks all of it" {
	osq-admin init -d new.db >/dev/null
	export OSQ_DB=new.db
	[ "$(lacking)" = "agency agency_name bank_bin bank_account bank_payee hours procedures services officers holidays" ]
	printf 'code,prefix,name\nx,X,Y\nz,Z,Y\n' | osq-admin import services >/dev/null
	try osq-admin check --csv --no-header
	like 0 '*lacks: agency, agency_name, hours, procedures, officers, counters, holidays (osq-admin setup)*'
}
