#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Taking in: the identity card, the papers, what cannot be right, who was here already,
# and records of other programs.

load helper

MON=000.17.22.H30-261123 # codes of Monday 23 November 2026
BIRTH=1.001193           # registration of a birth: on the same day
DISABLED=1.001653        # a disability certificate: 5 working days
CARD='079199001234|361234567|Nguyễn Thị An|02091999|Nữ|Ấp 1, xã Trường Long A|15062021'

setup() {
	office
}

receive() {
	osq-dossier receive -p "$BIRTH" "$@"
}

# The procedure of a birth wants these papers.
want_papers() {
	sqlite3 "$OSQ_DB" "DELETE FROM procedure_paper; INSERT INTO procedure_paper
		SELECT p.id, w.no, w.name, w.kind, 1, w.required FROM procedure p,
			(SELECT 1 AS no, 'Tờ khai' AS name, 'original' AS kind, 'yes' AS required
			UNION SELECT 2, 'Giấy chứng sinh', 'original', 'yes'
			UNION SELECT 3, 'Giấy kết hôn', 'copy', 'no') w
		WHERE code = '$BIRTH'"
}

kept() { # COLUMNS, of the last dossier
	osq-dossier show "$(sqlite3 "$OSQ_DB" 'SELECT code FROM dossier ORDER BY id DESC LIMIT 1')" \
		--full --json | jq -r "[$1] | join(\"|\")"
}

intake() { # COLUMNS, of the last dossier
	sqlite3 "$OSQ_DB" "SELECT $1 FROM dossier_intake ORDER BY dossier_id DESC LIMIT 1"
}

# --- the identity card

@test "a card fills in name, number and address, however the reader ends its line" {
	try receive --card "$CARD"
	ended 0 "$MON-0001"
	[ "$(sqlite3 "$OSQ_DB" 'SELECT applicant, id_number, address FROM dossier')" = \
		'Nguyễn Thị An|079199001234|Ấp 1, xã Trường Long A' ]
	printf '%s\r\n' "${CARD/Nguyễn/$'Nguye\xcc\x82\xcc\x83n'}" >line
	try receive --card - <line
	like 0 "$MON-0002" "*the same person has this open already: $MON-0001"
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(DISTINCT applicant) FROM dossier')" = 1 ]
	run ! grep -q 1999 <(sqlite3 "$OSQ_DB" 'SELECT * FROM dossier; SELECT * FROM dossier_intake')
}

@test "what is typed beside the card goes before it" {
	receive --card "$CARD" -a "Trần Văn Ba" --address "Ấp 2"
	[ "$(sqlite3 "$OSQ_DB" 'SELECT applicant, id_number, address FROM dossier')" = \
		'Trần Văn Ba|079199001234|Ấp 2' ]
}

@test "another line than a card's is refused with what is wrong" {
	try receive --card 'https://example.vn'
	ended 65 '' "osq-dossier: this is no line of an identity card
osq-dossier: seven fields parted by '|', as a reader types them from the card's QR"
	try receive --card "${CARD%|*}"
	ended 65 '' "osq-dossier: the card's line has 6 fields, not 7"
	try receive --card "${CARD/02091999/31021999}"
	ended 65 '' "osq-dossier: the card's line: the day of birth: is no day DDMMYYYY"
	try receive --card - </dev/null
	ended 65 '' "osq-dossier: --card: nothing came from the reader"
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(*) FROM dossier')" = 0 ]
}

@test "a card that contradicts itself is taken, with a word to the clerk" {
	try receive --card "${CARD/Nữ/Nam}"
	ended 0 "$MON-0001" "osq-dossier: the card's number tells another sex than the card"
	try receive --card "${CARD/02091999/02091998}"
	like 0 "$MON-0002" "*the card's number tells another year of birth than the card*"
}

# --- what cannot be right

@test "a name, number, telephone or mail address that cannot be right is refused" {
	local hint='osq-dossier: if it is right all the same: --force takes it, and the record shows it'

	try receive -a "An${ESC}[31m"
	ended 65 '' "osq-dossier: the applicant's name: has a character in it that nobody can see
$hint"
	try receive -a An --id-number 079199
	ended 65 '' "osq-dossier: the personal number: has neither 12 digits nor the 9 of the older card
$hint"
	try receive -a An --id-number 079399001234
	ended 65 '' "osq-dossier: the personal number: the year of birth (fourth to sixth digit) is still to come
$hint"
	try receive -a An --phone 0412345678
	ended 65 '' "osq-dossier: the telephone number: begins like no telephone number of Vietnam
$hint"
	try receive -a An --email an.example.vn
	ended 65 '' "osq-dossier: the mail address: is no address like name@place.vn
$hint"
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(*) FROM dossier')" = 0 ]
}

@test "what is right after all is taken by force, and the record shows it" {
	try receive -a "Aaa" --phone "+1 202 555 0143" --id-number "GB 12" --force
	ended 0 "$MON-0001"
	[[ "$(last_act)" == *'"forced":"applicant id_number phone"'* ]]
	[ "$(kept .applicant,.phone,.id_number)" = 'Aaa|+1 202 555 0143|GB 12' ]
	[ "$(sqlite3 "$OSQ_DB" 'SELECT forced FROM dossier_event')" = yes ]
	receive -a "Bình" --force
	[ "$(sqlite3 "$OSQ_DB" 'SELECT forced FROM dossier_event WHERE id = 2')" = "" ]
}

@test "numbers are kept in one form" {
	receive -a "Y Moan Êñuôl" --phone "+84 912.345.678" --id-number "079 199 001 234"
	[ "$(kept .phone,.id_number)" = '0912345678|079199001234' ]
	try receive -a "Y Moan" --phone "0912 345 678 / 0987.654.321"
	like 0 '*' 'osq-dossier: *: several telephones were given; all are kept'
	[ "$(kept .phone)" = '0912345678, 0987654321' ]
	try receive -a "Y Moan" --phone "0912345678 / 98765"
	like 65 '' 'osq-dossier: the telephone number: does not begin with 0 or +84*'
	receive -a "Công ty TNHH 2 thành viên A&B" --id-number 0100109106
	[ "$(kept .id_number)" = 0100109106 ]
}

@test "an import takes old numbers and names as they are" {
	try osq-dossier import <<-END
		procedure,applicant,received_at,id_number,phone
		$BIRTH,Hộ 12,2026-11-20T08:00,12,cố định
	END
	ended 0 '1 added, 0 changed, 0 unchanged'
}

# --- what the forms need

@test "mail, proxy, request, sets, way, agency and fee are kept for the forms" {
	try receive -a An --email an@example.vn --proxy "Trần Văn Ba" --request "Khai sinh cho con" \
		--sets 2 --collect post --fee 8.000 --agency "Sở Tư pháp"
	ended 0 "$MON-0001"
	[ "$(intake email,proxy,request,sets,collect)" = \
		'an@example.vn|Trần Văn Ba|Khai sinh cho con|2|post' ]
	[ "$(osq-dossier list --csv --no-header -o agency)" = 'Sở Tư pháp' ]
	[ "$(kept .fee)" = 8000 ]
	try receive -a An --collect pigeon
	like 64 '' "*--collect: 'pigeon' is none of: counter online post*"
	try receive -a An --sets 0
	like 65 '' '*--sets*'
}

@test "each field and year has its register, and no line is given twice" {
	receive -a An
	osq-dossier receive -p "$DISABLED" -a Bé
	receive -a Cò
	at 08:00 2027-01-05
	receive -a Dế
	[ "$(sqlite3 "$OSQ_DB" 'SELECT group_concat(register_line) FROM dossier_intake')" = 1,1,2,1 ]
	receive -a Em --dry-run
	receive -a Gà
	[ "$(intake register_line)" = 2 ]
}

# --- papers

@test "papers are ticked; a required one that lacks is told, and how to ask for it" {
	want_papers
	try receive -a An --papers all
	ended 0 "$MON-0001"
	try receive -a Bé --papers 1,3
	ended 0 "$MON-0002" "osq-dossier: $MON-0002: is missing: 2. Giấy chứng sinh
osq-dossier: ask for it: osq-dossier pause $MON-0002 --reason TEXT; osq-dossier form 02 $MON-0002"
	try receive -a Cò --papers none
	like 0 "$MON-0003" "*1. Tờ khai*2. Giấy chứng sinh*"
	try receive -a Dế --papers 1,7
	ended 65 '' "osq-dossier: there is no paper 7 on the procedure's list
osq-dossier: osq-dossier papers CODE lists them"
	try receive -a Dế --papers 1-3
	like 65 '' '*papers are all, none or numbers such as 1,3*'
	try receive -a Dế
	ended 0 "$MON-0004"
}

@test "papers that come later are ticked then, and a wrong tick is taken back" {
	want_papers
	receive -a An --papers 1
	at 14:00
	try osq-dossier papers "$MON-0001" --handed 1,2
	ended 0 "$MON-0001"
	[ "$(last_act)" = "dossier papers $MON-0001 {\"handed\":\"1,2\"}" ]
	try osq-dossier papers "$MON-0001" --csv -o no,handed_at --no-header
	ended 0 '1,2026-11-23T08:00:00+07:00
2,2026-11-23T14:00:00+07:00
3,'
	osq-dossier papers "$MON-0001" --missing 2
	try osq-dossier papers "$MON-0001" --csv -o no,handed_at --no-header
	ended 0 '1,2026-11-23T08:00:00+07:00
2,
3,'
	try osq-dossier papers "$MON-0009"
	ended 1 '' "osq-dossier: $MON-0009: no such dossier"
	osq-dossier finish "$MON-0001"
	try osq-dossier papers "$MON-0001" --handed all
	ended 1 '' "osq-dossier: $MON-0001: has ended; its papers stay as they are"
}

@test "a list that changes later leaves a dossier's own as it was" {
	want_papers
	receive -a An --papers all
	sqlite3 "$OSQ_DB" 'DELETE FROM procedure_paper WHERE no > 1'
	[ "$(osq-dossier papers "$MON-0001" --csv --no-header | wc -l)" = 3 ]
}

# --- who was here already, and when it counts

@test "the same person's open dossiers under the procedure are pointed out" {
	receive -a "Nguyễn Văn An" --phone 0912345678 --id-number 079099001234
	try receive -a "Nguyễn Văn An" --id-number 079099001234
	ended 0 "$MON-0002" "osq-dossier: $MON-0002: the same person has this open already: $MON-0001"
	try receive -a "nguyen van an" --phone "+84 912 345 678"
	ended 0 "$MON-0003" "osq-dossier: $MON-0003: the same person has this open already: $MON-0001"
	# one telephone, two people; one name, two numbers
	try receive -a "Trần Thị Bé" --phone 0912345678
	ended 0 "$MON-0004"
	try receive -a "Nguyễn Văn An" --phone 0912345678 --id-number 079099005678
	like 0 "$MON-0005" "*: $MON-0003"
	try osq-dossier receive -p "$DISABLED" -a "Nguyễn Văn An" --id-number 079099001234
	ended 0 "$MON-0006"
	osq-dossier finish "$MON-0001" "$MON-0002" "$MON-0003"
	try receive -a "Nguyễn Văn An" --id-number 079099001234
	ended 0 "$MON-0007"
}

@test "handed in after closing or on a day off, the clerk hears from when it counts" {
	at 17:30
	try osq-dossier receive -p "$DISABLED" -a An
	ended 0 "$MON-0001" "osq-dossier: $MON-0001: handed in outside the hours; it counts from 2026-11-25T07:00"
	at 12:00
	try osq-dossier receive -p "$DISABLED" -a An # lunch
	ended 0 "$MON-0002"
}

# --- from another program

@test "a record comes as JSON on standard input, and the answer goes out as JSON" {
	echo '{"procedure":"1.001193","applicant":"Nguyễn Văn An","id_number":"079099001234","channel":"online","fee":5000}' >record
	try osq-dossier receive --json - <record
	[ "$status" = 0 ] && [ "$stderr" = "" ]
	[ "$(jq -r '.[0] | [.code, .channel, .due_at] | join(" ")' <<<"$output")" = \
		"$MON-0001 online 2026-11-23T17:00:00+07:00" ]
	[[ "$(osq-admin list journal -o act,subject --csv --no-header)" == *"dossier receive,$MON-0001"* ]]
}

@test "many records are taken in or none, and each that is wrong is told" {
	cat >records <<-END
		procedure,applicant,id_number,papers
		$BIRTH,Nguyễn Văn An,079099001234,all
		$BIRTH,...,,
		9.999999,Bé,,
		$BIRTH,Cò,079,none
	END
	try osq-dossier receive records
	ended 65 '' "records:3: the applicant's name: has no letter
records:4: 9.999999: no such procedure
records:5: the personal number: has neither 12 digits nor the 9 of the older card
osq-dossier: records: bad lines: 3; nothing was imported"
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(*) FROM dossier')" = 0 ]
	sed -i '3,5d' records
	try osq-dossier receive records
	ended 0 "$MON-0001"
	try osq-dossier receive -p "$BIRTH" records
	like 64 '' '*--procedure does not go with records from a file*'
}

@test "the same request twice gets the same code" {
	echo '[{"procedure":"1.001193","applicant":"An","request_id":"k-17"},{"procedure":"1.001193","applicant":"Bé","request_id":"k-18"}]' >records
	try osq-dossier receive - <records
	ended 0 "$MON-0001
$MON-0002"
	try osq-dossier receive - <records
	ended 0 "$MON-0001
$MON-0002"
	try receive -a An --request-id k-17
	ended 0 "$MON-0001"
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(*) FROM dossier')" = 2 ]
	content
}

@test "a program that takes its time does not hold the store" {
	fed osq-dossier receive - >slow
	echo '{"procedure":"1.001193","applicant":"An"}' >&7
	sleep 1
	OSQ_TIMEOUT=1 try receive -a "Bé"
	ended 0 "$MON-0001"
	exec 7>&-
	finished $!
	[ "$(cat slow)" = "$MON-0002" ]
}

@test "a record says itself when it happened" {
	echo "{\"procedure\":\"$DISABLED\",\"applicant\":\"An\",\"at\":\"2026-11-19T09:30\"}" |
		osq-dossier receive -
	[ "$(kept .received_at,.due_at)" = '2026-11-19T09:30:00+07:00|2026-11-27T17:00:00+07:00' ]
	try osq-dossier receive - <<<"{\"procedure\":\"$DISABLED\",\"applicant\":\"An\",\"at\":\"2026-11-24\"}"
	like 65 '' "*at: '2026-11-24T00:00' is still to come*"
}
