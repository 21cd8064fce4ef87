#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Citizens rate the official who served them.

load helper

MON=000.17.22.H30-261123
BIRTH=1.001193

setup() {
	office
}

# A001 was served by hoa at counter 1, B001 by binh at counter 2; A002 waits.
two_visits() {
	open_counters
	osq-ticket issue civil
	osq-ticket issue certify
	osq-ticket issue civil
	osq-call next -c 1
	osq-call next -c 2
	at 08:10
	osq-call done -c 1
	osq-call done -c 2
} >/dev/null

ratings() {
	osq-rate list --csv --no-header -o "$1"
}

@test "a visit is rated, and its officer found" {
	two_visits
	try osq-rate add --score 5 --ticket A001 --comment "Cô Hoa rất tận tình"
	ended 0 A001
	try osq-rate add -s 3 -t b001
	ended 0 b001
	try osq-rate list
	ended 0 'Rated             Score  Officer         Ticket  Dossier  Service     Reason  Comment
2026-11-23 08:10      5  Nguyễn Thị Hoa  A001             Hộ tịch             Cô Hoa rất tận tình
2026-11-23 08:10      3  Trần Văn Bình   B001             Chứng thực'
	content
}

@test "the journal tells of a rating, not of the citizen's words" {
	two_visits
	osq-rate add -s 2 -t A001 --reason waiting --comment secret
	[ "$(last_act)" = 'rate A001 {"score":"2","officer":"hoa","reason":"waiting"}' ]
}

@test "a dossier is rated, and its officer found" {
	osq-dossier receive -p "$BIRTH" -a An --officer lan
	osq-dossier finish "$MON-0001" --officer hoa
	try osq-rate add --score 4 --dossier "$MON-0001"
	ended 0 "$MON-0001"
	try osq-rate list --csv --no-header
	ended 0 "2026-11-23T08:00:00+07:00,4,lan,,$MON-0001,,,"
}

@test "one rating for one visit, one for one dossier" {
	two_visits
	osq-dossier receive -p "$BIRTH" -a An --officer lan
	osq-dossier finish "$MON-0001"
	osq-rate add -s 5 -t A001
	osq-rate add -s 5 --dossier "$MON-0001"
	try osq-rate add -s 3 -t A001
	ended 1 '' 'osq-rate: A001: rated already'
	try osq-rate add -s 3 --dossier "$MON-0001"
	ended 1 '' "osq-rate: $MON-0001: rated already"
	[ "$(ratings score | paste -sd' ')" = "5 5" ]
}

@test "fifty who press at once for one visit leave one rating" {
	two_visits
	press() {
		osq-rate add -s $(($1 % 3 + 3)) -t A001 >>told 2>>refused || :
	}
	at_once 50 press
	[ "$(cat told)" = A001 ]
	[ "$(sort -u refused)" = 'osq-rate: A001: rated already' ]
	[ "$(ratings score | wc -l)" = 1 ]
	content
}

@test "sheets of paper name their officer, and are entered by whoever has them" {
	try osq-rate add -s 5 --sheet --officer mai
	ended 0 mai
	try env OSQ_OFFICER=lan osq-rate add -s 4 --sheet --officer mai
	ended 0 mai
	[ "$(ratings officer,score | paste -sd' ')" = "mai,5 mai,4" ]
	[ "$(osq-admin list journal --jsonl | tail -n 2 | jq -c '[.subject, .officer]' |
		paste -sd' ')" = '["mai",null] ["mai","lan"]' ]
	try env OSQ_OFFICER=mai osq-rate add -s 5 --sheet
	ended 64 '' 'osq-rate: --sheet goes with --officer
osq-rate: see: osq-rate add --help'
}

@test "the terminal's own user is not rated for what others served" {
	two_visits
	export OSQ_OFFICER=binh
	osq-rate add -s 5 -t A001
	[ "$(ratings officer)" = hoa ]
}

@test "where two served a visit, the last is rated, whoever is named" {
	open_counters
	osq-ticket issue civil
	osq-ticket issue civil
	for ticket in A001 A002; do
		osq-call take -c 1 $ticket
		osq-call start -c 1
		osq-call transfer -c 1 --to-counter 2
		osq-call take -c 2 $ticket
		osq-call done -c 2
	done
	osq-rate add -s 5 -t A001
	osq-rate add -s 3 -t A002 --officer hoa
	[ "$(ratings ticket,officer | paste -sd' ')" = "A001,binh A002,binh" ]
}

@test "a vote before the act is refused, and burns nothing" {
	open_counters
	osq-ticket issue civil
	try osq-rate add -s 4 -t A001
	ended 1 '' 'osq-rate: A001: waiting (08:00)
osq-rate: only a visit that is done is rated'
	osq-call next -c 1
	at 08:02
	try osq-rate add -s 4 -t A001
	ended 1 '' 'osq-rate: A001: called at counter 1 (08:00)
osq-rate: only a visit that is done is rated'
	osq-call start -c 1
	try osq-rate add -s 4 -t A001
	ended 1 '' 'osq-rate: A001: being served at counter 1 (08:02)
osq-rate: only a visit that is done is rated'
	at 08:09
	osq-call done -c 1
	try osq-rate add -s 5 -t A001 --at 08:03
	ended 65 '' 'osq-rate: A001: 2026-11-23T08:03 is before it was already served (2026-11-23T08:09)'
	try osq-rate add -s 5 -t A001
	ended 0 A001
	[ "$(ratings ticket,score)" = A001,5 ]
}

@test "who did not come rates nobody, nor who went away" {
	osq-admin config no_show_calls 1
	open_counters
	for _ in 1 2 3; do osq-ticket issue civil; done
	osq-call next -c 1
	osq-call no-show -c 1
	osq-ticket cancel A002
	try osq-rate add -s 3 -t A001
	ended 1 '' 'osq-rate: A001: closed as no-show at counter 1 (08:00)
osq-rate: only a visit that is done is rated'
	try osq-rate add -s 3 -t A002
	ended 1 '' 'osq-rate: A002: cancelled (08:00)
osq-rate: only a visit that is done is rated'
	osq-call next -c 1
	at 17:30
	osq-admin end-day
	try osq-rate add -s 3 -t A003
	like 1 '' 'osq-rate: A003: closed unserved*'
	[ -z "$(ratings ticket)" ]
}

@test "a dossier is rated from its end on" {
	osq-dossier receive -p "$BIRTH" -a An --officer lan
	osq-dossier receive -p "$BIRTH" -a Bé --officer hoa
	try osq-rate add -s 3 --dossier "$MON-0001"
	ended 1 '' "osq-rate: $MON-0001: has not ended yet
osq-rate: only a dossier that has its end is rated"
	at 10:00
	osq-dossier finish "$MON-0001"
	osq-dossier withdraw "$MON-0002"
	try osq-rate add -s 4 --dossier "$MON-0001" --at 09:00
	ended 65 '' "osq-rate: $MON-0001: it ended later than that (2026-11-23T10:00)"
	try osq-rate add -s 4 --dossier "$MON-0001"
	ended 0 "$MON-0001"
	try osq-rate add -s 3 --dossier "$MON-0002"
	ended 0 "$MON-0002"
	[ "$(ratings officer,score | paste -sd' ')" = "lan,4 hoa,3" ]
}

@test "a dossier that came from elsewhere is rated for who handed it out" {
	osq-dossier import <<-END
		code,procedure,applicant,channel,status,received_at,finished_at
		H1-1,$BIRTH,An,counter,finished,2026-11-20T08:00,2026-11-20T10:00
	END
	try osq-rate add -s 4 --dossier H1-1
	ended 1 '' 'osq-rate: H1-1: no officer is known to have served it'
	osq-dossier return H1-1 --officer mai
	osq-rate add -s 4 --dossier H1-1
	[ "$(ratings dossier,officer)" = H1-1,mai ]
}

@test "a score of 1 or 2 needs a reason of the list" {
	two_visits
	try osq-rate add -s 2 -t A001
	ended 64 '' 'osq-rate: a score of 1 or 2 needs a reason
osq-rate: give --reason R; osq-admin list reasons shows them'
	try osq-rate add -s 1 -t A001 --reason rain
	ended 1 '' 'osq-rate: rain: no such reason
osq-rate: osq-admin list reasons shows them'
	try osq-rate add -s 3 -t A001 --reason waiting
	ended 64 '' 'osq-rate: a reason goes with a score of 1 or 2'
	try osq-rate add -s 2 -t A001 -r waiting
	ended 0 A001
	osq-rate add -s 1 -t B001 -r attitude
	osq-rate add -s 1 --sheet --officer lan -r waiting
	[ "$(ratings officer,score,reason | paste -sd' ')" = "hoa,2,waiting binh,1,attitude lan,1,waiting" ]
	try osq-rate summary --by reason --csv --no-header -o key,name,answers,average
	ended 0 'waiting,Chờ đợi lâu,2,1.50
attitude,Thái độ phục vụ chưa đúng mực,1,1.00'
}

@test "an office that has no list of reasons asks for none" {
	export OSQ_DB=$PWD/bare.db
	osq-admin init
	printf 'code,name\nhoa,Hoa\n' | osq-admin import officers
	try osq-rate add -s 1 --sheet --officer hoa
	ended 0 hoa
	printf 'Mã lý do,Lý do\nslow,Chậm\n' | osq-admin import reasons
	try osq-rate add -s 1 --sheet --officer hoa
	like 64 '' 'osq-rate: a score of 1 or 2 needs a reason*'
	try osq-admin list reasons --csv
	ended 0 'code,name
slow,Chậm'
}

@test "a visit of another day" {
	two_visits
	at 09:00 2026-11-25
	try osq-rate add -s 5 -t A001
	ended 1 '' 'osq-rate: A001: no such ticket on 2026-11-25'
	try osq-rate add -s 5 -t A001 --day 2026-11-23
	ended 0 A001
	[ "$(ratings rated_at,ticket)" = "2026-11-25T09:00:00+07:00,A001" ]
}

@test "--at tells when it was given; its day is the ticket's" {
	two_visits
	at 09:00 2026-11-25
	try osq-rate add -s 5 -t A001 --at "2026-11-23 11:00"
	ended 0 A001
	[ "$(ratings rated_at)" = "2026-11-23T11:00:00+07:00" ]
}

@test "a score is 1 to 5" {
	two_visits
	for score in 0 6 -1 4.5 five ''; do
		try osq-rate add "--score=$score" -t A001
		ended 65 '' "osq-rate: --score: '$score' is no whole number from 1 to 5"
	done
	for score in 1 5; do
		# shellcheck disable=SC2046  # two words or none
		try osq-rate add -s $score --sheet --officer hoa $([ $score = 5 ] || echo -r other)
		ended 0 hoa
	done
}

@test "what cannot be rated is told" {
	two_visits
	try osq-rate add -t A001
	ended 64 '' 'osq-rate: --score is missing
osq-rate: see: osq-rate add --help'
	try osq-rate add -s 5
	ended 64 '' 'osq-rate: whose service is rated?
osq-rate: give --ticket T or --dossier CODE; of a sheet of paper --sheet --officer O'
	try osq-rate add -s 5 --officer hoa
	ended 64 '' 'osq-rate: whose service is rated?
osq-rate: give --ticket T or --dossier CODE; of a sheet of paper --sheet --officer O'
	try osq-rate add -s 5 -t A001 --dossier "$MON-0001"
	ended 64 '' 'osq-rate: --ticket, --dossier and --sheet exclude each other
osq-rate: see: osq-rate add --help'
	try osq-rate add -s 5 -t A009
	ended 1 '' 'osq-rate: A009: no such ticket on 2026-11-23'
	try osq-rate add -s 5 --dossier X-1
	ended 1 '' 'osq-rate: X-1: no such dossier'
	try osq-rate add -s 5 --sheet --officer nobody
	ended 1 '' 'osq-rate: nobody: no such officer
osq-rate: osq-admin list officers shows them'
}

@test "a dry run rates nobody" {
	try osq-rate add -s 5 --sheet --officer hoa --dry-run
	ended 0 hoa 'osq-rate: a dry run: nothing was kept'
	try osq-rate list --csv --no-header
	ended 0
}

# A week of ratings.
week() {
	osq-ticket issue civil
	osq-ticket issue certify
	open_counters
	osq-call next -c 1
	osq-call next -c 2
	osq-call done -c 1
	osq-call done -c 2
	osq-rate add -s 5 -t A001
	osq-rate add -s 2 -t B001 -r waiting
	at 08:00 2026-11-25
	osq-rate add -s 4 --sheet --officer hoa
	osq-rate add -s 3 --sheet --officer hoa
	at 23:59:59 2026-11-26
	osq-rate add -s 1 --sheet --officer lan -r other
	at 00:00 2026-11-27
	osq-rate add -s 4 --sheet --officer lan
} >/dev/null

@test "list by day and officer" {
	week
	[ "$(ratings score | paste -sd' ')" = "5 2 4 3 1 4" ]
	try osq-rate list --csv --no-header -o score --day 2026-11-26
	ended 0 1
	try osq-rate list --csv --no-header -o score --from 2026-11-25 --to 2026-11-26
	ended 0 '4
3
1'
	try osq-rate list --csv --no-header -o score --officer hoa --from 2026-11-24
	ended 0 '4
3'
	try osq-rate list --json --officer binh --day 2026-11-25
	ended 0 '[]'
	try osq-rate list --officer nobody
	ended 1 '' 'osq-rate: nobody: no such officer
osq-rate: osq-admin list officers shows them'
	try osq-rate list --day soon
	ended 64 '' "osq-rate: --day: 'soon' is no day
osq-rate: 2026-11-24, 24/11/2026, today, yesterday"
}

@test "summary by officer, with the number of answers beside the share" {
	week
	try osq-rate summary
	ended 0 'Code  Name            Answers  Average  Satisfied  5  4  3  2  1
binh  Trần Văn Bình         1     2.00      0.00%  0  0  0  1  0
hoa   Nguyễn Thị Hoa        3     4.00     66.67%  1  1  1  0  0
lan   Lê Ngọc Lan           2     2.50     50.00%  0  1  0  0  1'
	try osq-rate summary --csv --by officer --officer hoa
	ended 0 'key,name,answers,average,satisfied,score_5,score_4,score_3,score_2,score_1
hoa,Nguyễn Thị Hoa,3,4.00,66.67,1,1,1,0,0'
}

@test "summary by service; ratings of no visit stand apart" {
	week
	try osq-rate summary --by service --csv --no-header
	ended 0 'civil,Hộ tịch,1,5.00,100.00,1,0,0,0,0
certify,Chứng thực,1,2.00,0.00,0,0,0,1,0
,,4,3.00,50.00,0,2,1,0,1'
}

@test "summary by day, the office's" {
	week
	try osq-rate summary --by day --csv --no-header -o key,answers,average
	ended 0 '2026-11-23,2,3.50
2026-11-25,2,3.50
2026-11-26,1,1.00
2026-11-27,1,4.00'
	try osq-rate summary --by day --from 2026-11-26 --jsonl -o key,answers
	ended 0 '{"key":"2026-11-26","answers":1}
{"key":"2026-11-27","answers":1}'
	try osq-rate summary --by month
	ended 64 '' "osq-rate: --by: 'month' is none of: officer service day reason
osq-rate: see: osq-rate summary --help"
}

@test "the answers by officer, service and day are the same answers" {
	week
	osq-rate list --csv --no-header -o score | sort | uniq -c | awk '{ print $2, $1 }' >listed
	for by in officer service day; do
		osq-rate summary --by $by --json | jq -r '
			(1, 2, 3, 4, 5) as $n | "\($n) \([.[]["score_\($n)"]] | add)"' |
			grep -v ' 0$' | diff listed -
	done
}
