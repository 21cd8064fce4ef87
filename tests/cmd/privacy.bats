#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Personal data: who saw it, what is kept of a person, and how it goes.

load helper

MON=000.17.22.H30-261123 # codes of Monday 23 November 2026
BIRTH=1.001193

setup() {
	office
}

# Everything that may tell of somebody, of a dossier that has ended.
somebody() {
	osq-ticket issue civil --name "Quách Thị Rượi" --phone 0987654321
	osq-dossier receive -p "$BIRTH" -a "Quách Thị Rượi" --id-number 079199007777 \
		--phone 0987654321 --address "Ấp Kỹnh" --email ruoi77@example.vn --officer hoa \
		--proxy "Quách Văn Kỹnh" --request "Trích lục cho Rượi" -t A001
	osq-dossier pause "$MON-0001" --reason "Chị Rượi bổ sung"
	osq-dossier resume "$MON-0001"
	osq-dossier pay "$MON-0001" --fee 8000 --reference 'FT Ruoi77' --note 'Rượi trả'
	osq-dossier finish "$MON-0001" --result "Trích lục của Rượi"
	osq-dossier return "$MON-0001"
	osq-rate add --dossier "$MON-0001" --score 5 --comment "Rượi cảm ơn"
}

# The bytes of the store, and of what lies beside it.
bytes() {
	cat "$OSQ_DB" "$OSQ_DB"-*
}

@test "what is purged is in no table, in no gap of the file, and not in the log" {
	somebody
	bytes | grep -aq Rượi
	at 08:00 2032-01-05
	try osq-admin purge
	ended 0 'without personal data from now on: dossiers 1, tickets 1, appointments 0, ratings 1'
	for word in Rượi ruoi Kỹnh kynh quach 079199007777 0987654321; do
		run ! grep -aqi "$word" <(bytes)
	done
	[ "$(last_act)" = 'purge 2027-01-05 {"dossiers":"1","tickets":"1","appointments":"0","ratings":"1"}' ]
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(*), sum(amount) FROM payment')" = '1|8000' ]
	try osq-dossier show "$MON-0001" --json
	[ "$(jq -c '[.applicant, .id_number, .phone, .address, .result, .status, .standing]' \
		<<<"$output")" = '[null,null,null,null,null,"returned","on_time"]' ]
	content
}

@test "what was purged no import brings back: of our own export, of another system's, without codes" {
	somebody
	osq-dossier export >whole.csv
	osq-dossier export -o code,procedure,applicant,received_at,finished_at,returned_at,result,id_number >plain.csv
	osq-dossier export -o procedure,applicant,received_at,finished_at,returned_at,phone >codeless.csv
	at 08:00 2032-01-05
	osq-admin purge
	osq-dossier export >purged.csv
	for file in whole plain codeless purged; do
		try osq-dossier import $file.csv
		ended 0 '0 added, 0 changed, 1 unchanged'
		osq-dossier export | cmp - purged.csv
	done
	for word in Rượi ruoi Kỹnh kynh quach 079199007777 0987654321; do
		run ! grep -aqi "$word" <(bytes)
	done
	content
	# An office that never had it takes the figures alone, whatever stands beside them.
	osq-admin init --sample -d other.db >/dev/null
	mlr --csv put '$purged_at = "2032-01-05T08:00"' whole.csv >beside.csv
	try osq-dossier import -d other.db beside.csv
	ended 0 '1 added, 0 changed, 0 unchanged'
	run ! grep -aqi -e rượi -e ruoi -e 079199007777 other.db other.db-wal
}

@test "the figures of all reports are the same, byte for byte" {
	somebody
	osq-dossier receive -p "$BIRTH" -a "Người Ở Lại" --id-number 079199008888
	at 08:00 2026-11-25
	osq-dossier receive -p "$BIRTH" -a "Quách Thị Muộn"
	at 09:00 2026-11-30
	osq-dossier finish 000.17.22.H30-261125-0001
	at 08:00 2032-01-05
	reports() {
		for report in summary dossiers day officers queue takings; do
			osq-report "$report" --from 2026-11-01 --to 2026-12-31 --json
			osq-report "$report" --from 2026-11-01 --to 2026-12-31
		done 2>&1
	}
	reports >before
	grep -q '"received"' before
	osq-admin purge --before 2026-12-31 --force
	reports >after
	diff before after
	[ "$(osq-dossier list --jsonl -o applicant | jq -r '.applicant // "-"' | paste -sd,)" = \
		'-,Người Ở Lại,-' ]
}

@test "a dry run counts and keeps; what is still to be kept is refused" {
	somebody
	at 08:00 2027-02-01
	try osq-admin purge --before 2027-01-01
	ended 77 '' 'osq-admin: what ended from 2022-02-01 on is still kept (setting retention_months)
osq-admin: --force removes it all the same'
	try osq-admin purge --before 2027-01-01 --force --dry-run
	ended 0 'without personal data from now on: dossiers 1, tickets 1, appointments 0, ratings 1' \
		'osq-admin: a dry run: nothing was kept'
	[ "$(osq-dossier list --csv --no-header -o applicant)" = 'Quách Thị Rượi' ]
	try osq-admin purge --before 2027-02-02 --force
	ended 65 '' 'osq-admin: --before: 2027-02-02 is still to come'
	osq-admin config retention_months 1
	try osq-admin purge --json
	ended 0 '{"before":"2027-01-01","dossiers":1,"tickets":1,"appointments":0,"ratings":1}'
	osq-admin config retention_months 0
	try osq-admin purge
	like 64 '' '*--before is missing*'
}

@test "the day from which all is still kept may be named, the day after it not" {
	somebody
	at 08:00 2031-11-24
	try osq-admin purge --before 2026-11-25 --dry-run
	ended 77 '' 'osq-admin: what ended from 2026-11-24 on is still kept (setting retention_months)
osq-admin: --force removes it all the same'
	try osq-admin purge --before 2026-11-24
	ended 0 'without personal data from now on: dossiers 1, tickets 1, appointments 0, ratings 1'
	[ "$(last_act)" = 'purge 2026-11-24 {"dossiers":"1","tickets":"1","appointments":"0","ratings":"1"}' ]
}

@test "what has not ended, or not yet been fetched before the day, stays" {
	osq-dossier receive -p "$BIRTH" -a "Mở"
	osq-dossier receive -p "$BIRTH" -a "Chưa Lấy"
	osq-dossier finish "$MON-0002"
	at 09:00 2026-12-07
	osq-dossier return "$MON-0002"
	try osq-admin purge --before 2026-12-01 --force
	like 0 '*dossiers 0,*'
	try osq-admin purge --before 2026-12-07 --force
	like 0 '*dossiers 0,*'
	at 09:00 2026-12-08
	try osq-admin purge --before 2026-12-08 --force
	like 0 '*dossiers 1,*'
}

@test "the day that is named is kept, from its first second on; what came before it goes" {
	register civil slot_minutes 30
	register civil slot_capacity 2
	osq-dossier receive -p "$BIRTH" -a Trước >/dev/null
	osq-dossier receive -p "$BIRTH" -a Sau >/dev/null
	osq-call open --counter 1 --officer hoa >/dev/null
	for day in "$TODAY" 2026-11-25; do
		at 08:00 "$day"
		osq-ticket issue civil --name Tên >/dev/null
		osq-ticket book civil --slot 09:00 --name Hẹn >/dev/null
		osq-call take --counter 1 A001 --note 'đang vội' >/dev/null
		osq-call done --counter 1
	done
	at 23:59:59 2026-11-24
	osq-dossier finish "$MON-0001" >/dev/null
	osq-rate add --sheet --officer hoa --score 5 --comment Trước >/dev/null
	at 00:00 2026-11-25
	osq-dossier finish "$MON-0002" >/dev/null
	osq-rate add --sheet --officer hoa --score 5 --comment Sau >/dev/null
	at 08:00 2026-11-26
	try osq-admin purge --before 2026-11-25 --force
	ended 0 'without personal data from now on: dossiers 1, tickets 1, appointments 1, ratings 1'
	[ "$(sqlite3 "$OSQ_DB" 'SELECT applicant FROM dossier ORDER BY id')" = $'\nSau' ]
	[ "$(sqlite3 "$OSQ_DB" "SELECT day, name FROM ticket ORDER BY day")" = "$TODAY|
2026-11-25|Tên" ]
	[ "$(sqlite3 "$OSQ_DB" "SELECT day, note FROM ticket_period WHERE note <> '' ORDER BY day")" = "$TODAY|-
2026-11-25|đang vội" ]
	[ "$(sqlite3 "$OSQ_DB" 'SELECT name FROM appointment ORDER BY slot_at')" = $'\nHẹn' ]
	[ "$(sqlite3 "$OSQ_DB" 'SELECT comment FROM rating ORDER BY rated_at')" = $'\nSau' ]
}

@test "of those that are not purged nothing goes" {
	for _ in 1 2; do
		osq-dossier receive -p "$BIRTH" -a Ai --email ai@example.vn --proxy 'Người Thay' \
			--request 'Trích lục' >/dev/null
	done
	osq-dossier pause "$MON-0001" "$MON-0002" --reason 'Bổ sung' >/dev/null
	osq-dossier resume "$MON-0001" "$MON-0002" >/dev/null
	osq-dossier pay "$MON-0001" --fee 8000 --reference 'FT 1' --note 'bà trả' >/dev/null
	osq-dossier pay "$MON-0002" --fee 8000 --reference 'FT 2' --note 'ông trả' >/dev/null
	osq-dossier finish "$MON-0001" >/dev/null
	at 08:00 2026-11-25
	try osq-admin purge --before 2026-11-25 --force
	like 0 '*dossiers 1,*'
	[ "$(sqlite3 "$OSQ_DB" 'SELECT dossier_id, reason FROM dossier_event WHERE reason IS NOT NULL')" = '2|Bổ sung' ]
	[ "$(sqlite3 "$OSQ_DB" 'SELECT reference, note FROM payment ORDER BY id')" = $'|\nFT 2|ông trả' ]
	[ "$(sqlite3 "$OSQ_DB" 'SELECT email, proxy, request FROM dossier_intake ORDER BY dossier_id')" = \
		$'||\nai@example.vn|Người Thay|Trích lục' ]
}

@test "what another system has purged comes without the words of its events" {
	osq-dossier receive -p "$BIRTH" -a Ai >/dev/null
	osq-dossier receive -p "$BIRTH" -a Bà >/dev/null
	osq-dossier pause "$MON-0001" "$MON-0002" --reason 'Chị Rượi bổ sung' >/dev/null
	osq-dossier resume "$MON-0001" "$MON-0002" >/dev/null
	osq-dossier finish "$MON-0001" "$MON-0002" >/dev/null
	osq-dossier export --json >whole.json
	jq '.[0].purged_at = "2026-11-23T08:00:00+07:00"' whole.json >purged.json
	export OSQ_DB=$PWD/new.db
	osq-admin init --sample >/dev/null
	try osq-dossier import purged.json
	ended 0 '2 added, 0 changed, 0 unchanged'
	[ "$(sqlite3 "$OSQ_DB" "SELECT code, reason FROM dossier_event e JOIN dossier d ON d.id = dossier_id
		WHERE act = 'pause' ORDER BY code")" = "$MON-0001|
$MON-0002|Chị Rượi bổ sung" ]
}

@test "check warns of what is past its time" {
	somebody
	at 08:00 2031-11-23
	run -0 osq-admin check --csv --no-header
	[[ $output != *retention* ]]
	at 08:00 2026-11-23
	osq-dossier receive -p "$BIRTH" -a 'Đến Lấy Sau' >/dev/null
	osq-dossier finish "$MON-0002" >/dev/null
	at 00:00 2026-11-24
	osq-dossier return "$MON-0002" >/dev/null # so it is kept a day longer
	at 08:00 2031-11-24
	run -0 osq-admin check --csv --no-header
	[[ $output == *"retention,warning,1 dossiers ended before 2026-11-24 still have personal data"* ]]
	osq-admin purge
	run -0 osq-admin check --csv --no-header
	[[ $output != *retention* ]]
}

@test "a person's file has all of it, and the journal knows who looked" {
	somebody
	osq-dossier receive -p "$BIRTH" -a "Người Khác" --id-number 079199008888
	try env OSQ_OFFICER=hoa osq-dossier person "079 199 007 777" --json
	[ "$status" = 0 ]
	[ "$(jq -c '[.dossiers[].code], [.events[].act], [.payments[].amount], .ratings[0].comment' \
		<<<"$output" | paste -sd' ')" = \
		"[\"$MON-0001\"] [\"receive\",\"pause\",\"resume\",\"finish\",\"return\"] [8000] \"Rượi cảm ơn\"" ]
	[ "$(last_act)" = "look $MON-0001 {\"what\":\"dossier person\",\"count\":\"1\"}" ]
	[ "$(osq-admin list journal --jsonl | tail -n 1 | jq -r .officer)" = hoa ]
	try osq-dossier person --phone "+84 987 654 321" --json
	[ "$(jq -r '.visits[0].name' <<<"$output")" = "Quách Thị Rượi" ]
	[ "$(jq -r '.dossiers | length' <<<"$output")" = 1 ]
}

# The keys of the first object of a JSON array that have a value.
keys_with_value() {
	jq -r '.[0] | to_entries[] | select(.value != null) | .key' | sort
}

@test "whatever a purge takes from a dossier, the person was shown" {
	somebody
	osq-dossier export --json | keys_with_value >before
	osq-dossier person 079199007777 --json | jq .dossiers | keys_with_value >shown
	at 08:00 2032-01-05
	osq-admin purge
	osq-dossier export --json | keys_with_value >after
	comm -23 before after >taken
	[ "$(wc -l <taken)" -ge 8 ]
	[ -z "$(comm -23 taken shown)" ]
}

@test "an import's own way of writing a number is found too" {
	osq-dossier import <<-END
		procedure,applicant,received_at,id_number,phone
		$BIRTH,Bà Tư,2026-11-20,079 199.007.777,+84 987-654-321
	END
	try osq-dossier person 079199007777 --json
	[ "$(jq '.dossiers | length' <<<"$output")" = 1 ]
	try osq-dossier person --phone 0987654321 --json
	[ "$(jq '.dossiers | length' <<<"$output")" = 1 ]
}

@test "of whom nothing is kept, that is the answer, and nothing was looked at" {
	try osq-dossier person 079199009999
	ended 1 '' 'osq-dossier: nothing is kept of such a person'
	[[ "$(last_act)" != look* ]]
	try osq-dossier person
	like 64 '' '*whose file?*'
}

@test "who cannot write the journal sees nothing" {
	somebody
	let_others_in
	chmod a+r "$OSQ_DB"*
	try as 65534 -- env OSQ_DB="$OSQ_DB" osq-dossier person 079199007777
	[ "$status" -ne 0 ]
	[[ $output != *Rượi* ]]
}

@test "no act writes a name into the journal" {
	somebody
	run ! grep -qi 'riêng\|kín\|ruoi77@\|079199\|0987654' <(osq-admin list journal --csv)
}
