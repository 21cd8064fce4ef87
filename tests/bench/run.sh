#!/bin/sh
# SPDX-License-Identifier: MIT
# make bench: our commands beside their peers, each row measured in this run, the two
# in turn, as whole processes.  Nothing is asserted: it is a table to be read.
#
#	BENCH_SCALE=0.1  a tenth of the rows in the large stores (default 1)
#	BENCH_ROWS="issue next policies"  only some; see ROWS
#	BENCH_SECONDS=10  how long the counters of a full hall call (default 60)
#
# Needs sqlite3, valgrind (for the rows of start) and python3-xlsxwriter beside what the
# build needs; at full scale about 8 GB of disk under $B, removed at the end.
set -eu

B=${B:-build}
SCALE=${BENCH_SCALE:-1}
SECONDS_LONG=${BENCH_SECONDS:-60}
ROWS=${BENCH_ROWS:-start issue next policies wait board idle crowd hall fqm theq novosga import find
	receive finish summary xlsx}
here=$(cd "$(dirname "$0")" && pwd)
sample=$here/../../share/sample
build=$(cd "$B" && pwd)
bin=$build/bin
tools=$build/tests/bench
dir=$build/bench

rm -rf "$dir"
mkdir -p "$dir"
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
unset OSQ_DB OSQ_NOW OSQ_COUNTER OSQ_OFFICER
export LANGUAGE=en OSQ_TIMEOUT=60 # as long as the peer without our queue tries

# The least that a program can do to keep a row; beside it is measured what takes one.
bare='bare, leaving the log as we do'

scaled() {
	awk "BEGIN { printf \"%d\", $1 * $SCALE }"
}

thousands() {
	awk "BEGIN { n = $1; s = \"\"
		for (; n >= 1000; n = int(n / 1000)) s = sprintf(\",%03d%s\", n % 1000, s)
		print n s }"
}

seconds() {
	awk "BEGIN { s = $1; if (s < 1) printf \"%.2f ms\", s * 1000
		else printf \"%.2f s\", s }"
}

met() { # VALUE OP AIM
	awk "BEGIN { print ($1 $2 $3) ? \"yes\" : \"NO\" }"
}

row() { # WORK PEER OURS PEER'S RATIO AIM MET
	printf '| %-48s | %-42s | %11s | %11s | %6s | %-7s | %-4s|\n' "$@"
}

# Time ours and the peer's: the arguments of pair.  The answer is in these:
measure() {
	"$tools/pair" "$@" >answer
	read -r our_seconds peer_seconds ratio our_kib peer_kib our_cpu peer_cpu <answer
}

told() { # WORK PEER AIM, for what was measured last
	row "$1" "$2" "$(seconds "$our_seconds")" "$(seconds "$peer_seconds")" \
		"$(printf %.2f "$ratio")" "<= $3" "$(met "$ratio" '<=' "$3")"
}

told_memory() {
	row '  its memory' '' "$((our_kib / 1024)) MiB" "$((peer_kib / 1024)) MiB" '' \
		'<= 32M' "$(met "$our_kib" '<=' 32768)"
}

new_store() {
	rm -f "$1" "$1"-*
	"$bin/osq-admin" -d "$1" init --sample >/dev/null
	sqlite3 "$1" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null # fit for cp
}

new_bare() {
	rm -f "$1" "$1"-*
	sqlite3 "$1" 'PRAGMA journal_mode = WAL;
		CREATE TABLE ticket (id INTEGER PRIMARY KEY, day TEXT NOT NULL,
			series TEXT NOT NULL, number INTEGER NOT NULL,
			issued_at INTEGER NOT NULL)' >/dev/null
}

# What valgrind counts of a command on a store that is the same each time; or of one
# function of it and what that calls.
instructions() { # [--toggle-collect=FUNCTION] COMMAND ...
	rm -f a.db*
	cp start.db a.db
	[ ! -s start.db-wal ] || cp start.db-wal a.db-wal
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
		awk '/ refs:/ { gsub(",", "", $NF); print $NF }'
}

# Instructions, which no load of the machine changes, by what they are for.
told_start() { # WORK MILLIONS COMMAND ...
	work=$1 aim=$2
	shift 2
	all=$(instructions "$@")
	inside=$(instructions --toggle-collect=main "$@")
	schema=$(instructions --toggle-collect=sqlite3InitOne "$@")
	row "$work: instructions" '' "$(thousands "$all")" '' '' "${aim:+<= ${aim}M}" \
		"${aim:+$(met "$all / 1000000" '<=' "$aim")}"
	row '  linking, and leaving' '' "$(thousands $((all - inside)))" '' '' '' ''
	row '  reading the schema' '' "$(thousands "$schema")" '' '' '' ''
	row '  the work' '' "$(thousands $((inside - schema)))" '' '' '' ''
}

bench_start() {
	if ! command -v valgrind >/dev/null; then
		row 'instructions of a start' 'skipped: no valgrind' '' '' '' '' ''
		return
	fi
	aim=3.4
	! ldd "$bin/osq-ticket" | grep -q libsqlite3 || aim=4.7
	new_store start.db
	"$bin/osq-call" -d start.db open --counter 1 --officer "$officer" >/dev/null
	"$bin/osq-ticket" -d start.db issue civil >/dev/null
	sqlite3 start.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	told_start 'osq-ticket issue' $aim "$bin/osq-ticket" -d a.db issue civil
	i=0
	while [ $i -lt 6 ]; do # a ticket is eight pages, a long log a hundred
		"$bin/osq-ticket" -d start.db issue civil >/dev/null
		i=$((i + 1))
	done
	told_start 'the same, the log half full' "$aim" "$bin/osq-ticket" -d a.db issue civil
	sqlite3 start.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	told_start 'osq-call next' '' "$bin/osq-call" -d a.db next -c 1
	told_start 'osq-dossier receive' '' "$bin/osq-dossier" -d a.db receive -p 1.001193 \
		-a 'Nguyễn Văn An'
	told_start 'osq-ticket wait' '' "$bin/osq-ticket" -d a.db wait A001
	rm -f a.db* start.db*
}

bench_issue() {
	set -- "$bin/osq-ticket" -d a.db issue civil
	insert="PRAGMA synchronous = FULL; INSERT INTO ticket
		(day, series, number, issued_at)
		VALUES ('2026-11-24', 'A', 12, 1795500000) RETURNING id"
	new_store a.db
	new_bare b.db
	measure -n 300 -w 20 "$@" :: "$tools/bare" b.db
	told 'osq-ticket issue' 'bare C program: open, insert, close' 1.2
	new_store a.db
	new_bare b.db
	measure -n 300 -w 20 "$@" :: "$tools/bare" b.db tuned
	told 'osq-ticket issue' "$bare" 1.2
	new_store a.db
	new_bare b.db
	measure -n 300 -w 20 "$@" :: sqlite3 b.db "$insert"
	told 'osq-ticket issue' 'sqlite3 shell: insert ... returning' 1.0
}

# A dossier by hand at the counter, into a store with years of others and a few hundred
# open ones among which the same person is looked for.
bench_receive() {
	past=$(scaled 1000000)
	new_store a.db
	dossiers "$past" 2019-01-02 2026-11-20 | "$bin/osq-dossier" -d a.db import - >/dev/null
	new_bare b.db
	sync
	measure -n 300 -w 20 "$bin/osq-dossier" -d a.db receive -p 1.001193 \
		-a 'Nguyễn Văn An' --id-number 079099001234 --phone 0912345678 \
		--address 'Ấp Trường Thọ' :: "$tools/bare" b.db tuned 2>notes || {
		tail -n 1 notes >&2 # but for a failure, it is what the clerk should know
		exit 1
	}
	told "osq-dossier receive, $(thousands "$past") past" \
		"$bare" 1.6
	rm -f a.db* b.db*
}

# COUNT tickets of days long past, each with its four periods; the indexes and the
# trigger of a period are made again afterwards.  The journal has no entries for
# them: only its last entry is ever read.
fill_history() { # STORE COUNT
	sqlite3 "$1" "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL
		AND tbl_name = 'ticket_period' AND type IN ('index', 'trigger')" >again.sql
	sqlite3 "$1" "SELECT 'DROP ' || type || ' ' || name || ';' FROM sqlite_schema
		WHERE sql IS NOT NULL AND tbl_name = 'ticket_period'
		AND type IN ('index', 'trigger')" >drop.sql
	sqlite3 "$1" >/dev/null <<-SQL
		PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;
		PRAGMA journal_mode = OFF; PRAGMA temp_store_directory = '$dir';
		.read drop.sql
		BEGIN;
		WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n
			WHERE i + 1 < $2)
		INSERT INTO ticket (id, day, series, number, issued_at)
		SELECT i + 1, date('2018-01-01', (i / 2500) || ' days'),
			char(65 + i % 5), i / 5 % 500 + 1,
			unixepoch('2018-01-01') + i / 2500 * 86400 + i % 2500 * 14 FROM n;
		WITH s (n, state, counter) AS (VALUES (0, 'waiting', NULL),
			(1, 'called', 1), (2, 'serving', 1), (3, 'done', 1))
		INSERT INTO ticket_period (ticket_id, day, state, service_id, counter_id,
			officer_id, started_at, ended_at)
		SELECT t.id, t.day, s.state, 1, s.counter, s.counter,
			t.issued_at + s.n * 300, t.issued_at + min(s.n + 1, 3) * 300
		FROM ticket t CROSS JOIN s;
		COMMIT;
		.read again.sql
		PRAGMA journal_mode = WAL;
	SQL
}

bench_next() {
	past=$(scaled 5000000)
	for store in a.db b.db; do
		new_store $store
		[ $store = a.db ] && fill_history $store "$past"
		"$bin/osq-call" -d $store open --counter 1 --officer "$officer" >/dev/null
		i=0
		while [ $i -lt 640 ]; do
			"$bin/osq-ticket" -d $store issue civil >/dev/null
			i=$((i + 1))
		done
	done
	new_bare c.db
	sync
	measure -n 300 -w 20 env OSQ_COUNTER=1 "$bin/osq-call" -d a.db next :: \
		env OSQ_COUNTER=1 "$bin/osq-call" -d b.db next
	told "osq-call next, $(thousands "$past") past tickets" 'itself with none' 1.2
	measure -n 300 -w 20 env OSQ_COUNTER=1 "$bin/osq-call" -d a.db next :: \
		env OSQ_COUNTER=1 "$tools/bare" c.db tuned
	told '  the same' "$bare" 1.5
	rm -f a.db* b.db* c.db*
}

bench_crowd() {
	new_store a.db
	new_store b.db
	"$tools/crowd" -p 64 -k 10 -r 7 "$bin/osq-ticket" -d a.db issue civil :: \
		"$tools/osq-ticket-nolock" -d b.db issue civil >answer
	read -r our_seconds peer_seconds ratio rate peer_rate rates failed peer_failed <answer
	told '64 processes issuing at once, 99th percentile' "SQLite's busy timeout alone" 0.33
	row '  tickets a second' "$peer_failed of the peer's and $failed of ours failed" \
		"$rate" "$peer_rate" "$(printf %.2f "$rates")" '>= 1.0' "$(met "$rates" '>=' 1.0)"
	rm -f a.db* b.db*
}

# An office of 20 services, s1 to s20, and COUNTERS counters and officers, all at work;
# each counter serves three services.
new_office() { # STORE COUNTERS
	new_store "$1"
	awk 'BEGIN { print "code,prefix,name"; for (i = 1; i <= 20; i++)
		printf "s%d,%s%c,Dịch vụ %d\n", i, "S", 64 + i, i }' >services.csv
	awk "BEGIN { print \"code,name,services\"; for (i = 1; i <= $2; i++)
		printf \"q%d,Quầy %d,s%d s%d s%d\\n\", i, i, i % 20 + 1, (i + 7) % 20 + 1,
			(i + 13) % 20 + 1 }" >counters.csv
	awk "BEGIN { print \"code,name\"; for (i = 1; i <= $2; i++)
		printf \"o%d,Công chức %d\\n\", i, i }" >officers.csv
	for kind in services counters officers; do
		"$bin/osq-admin" -d "$1" import $kind $kind.csv >/dev/null
	done
	i=1
	while [ $i -le "$2" ]; do
		"$bin/osq-call" -d "$1" open -c q$i --officer o$i >/dev/null
		i=$((i + 1))
	done
}

# Weekdays of the past two weeks in an office of new_office: a call every five minutes
# at each counter from 07:30 to 11:30, after a wait of 10 to 30 minutes.
fill_days() { # STORE COUNTERS
	sqlite3 "$1" >/dev/null <<-SQL
		PRAGMA synchronous = OFF;
		BEGIN;
		CREATE TEMP TABLE done AS
		WITH RECURSIVE d (n) AS (SELECT 14 UNION ALL SELECT n - 1 FROM d WHERE n > 1),
			c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < $2),
			k (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM k WHERE n < 47),
			calls AS (SELECT date('now', '+7 hours', -d.n || ' days') AS day,
				c.n AS place, k.n AS turn,
				'q' || c.n AS counter, 'o' || c.n AS officer,
				's' || ((c.n + k.n % 3 * 7 - k.n % 3 / 2) % 20 + 1) AS service
				FROM d, c, k)
		SELECT calls.day, s.id AS service, s.prefix AS series, q.id AS counter,
			o.id AS officer, calls.turn * 7 % 5 = 0 AS first,
			unixepoch(calls.day) + 1800 + calls.turn * 300 + place AS called,
			600 + calls.turn * 37 % 1200 AS waited,
			100 + (calls.turn * 53 + place * 29) % 160 AS took
		FROM calls JOIN service s ON s.code = calls.service
		JOIN counter q ON q.code = calls.counter
		JOIN officer o ON o.code = calls.officer
		WHERE strftime('%w', calls.day) BETWEEN '1' AND '5'
		ORDER BY called;
		CREATE TEMP TABLE drawn AS SELECT rowid AS nth, *, row_number() OVER
			(PARTITION BY day, series ORDER BY called) AS number FROM done;
		INSERT INTO series (day, series, last)
			SELECT day, series, max(number) FROM drawn GROUP BY 1, 2;
		INSERT INTO ticket (id, day, series, number, priority_id, issued_at)
			SELECT nth, day, series, number,
			CASE WHEN first THEN (SELECT id FROM priority WHERE code = 'elderly') END,
			called - waited FROM drawn;
		INSERT INTO ticket_period (ticket_id, day, state, service_id, counter_id,
			officer_id, started_at, ended_at, reason, weight, aged_at)
		SELECT nth, day, 'waiting', service, NULL, NULL, called - waited, called,
			'drawn', first * 4, called - waited FROM drawn
		UNION ALL SELECT nth, day, 'called', service, counter, officer, called,
			called + 20, 'oldest', NULL, NULL FROM drawn
		UNION ALL SELECT nth, day, 'serving', service, counter, officer, called + 20,
			called + 20 + took, NULL, NULL, NULL FROM drawn
		UNION ALL SELECT nth, day, 'done', service, counter, officer,
			called + 20 + took, called + 20 + took, NULL, NULL, NULL FROM drawn
		ORDER BY 7;
		COMMIT;
	SQL
}

# COUNT people draw, spread over the first SERVICES; every fifth is of a class.
fill_hall() { # STORE COUNT [SERVICES]
	"$tools/hall" -p 20 -t $((($2 + 19) / 20)) -v "${3:-20}" "$1" "$bin/osq-call" \
		"$bin/osq-ticket" >answer
	read -r _ _ _ _ _ failed <answer
	[ "$failed" -eq 0 ]
}

# Under each policy, a counter of three services before 300 people, of whom a fifth are
# of a class; who is called is made up for by another.
bench_policies() {
	# For the services of counter q1.
	next_one="n=\$(wc -c <turns); printf . >>turns
		set -- s2 s9 s15; shift \$((n % 3)); class=--priority=elderly
		[ \$((n % 5)) -eq 0 ] || class=
		'$bin/osq-ticket' -d a.db issue \$1 \$class >/dev/null"
	for policy in fifo priority 'ratio 2:1' 'ratio 2:1 across'; do
		new_office a.db 12
		"$bin/osq-admin" -d a.db config policy "$policy" >/dev/null
		fill_days a.db 12
		fill_hall a.db 300
		: >turns
		new_bare b.db
		measure -n 200 -w 10 -a "$next_one" \
			"$bin/osq-call" -d a.db next -c q1 :: "$tools/bare" b.db tuned
		told "osq-call next, $policy, 300 waiting" "$bare" 1.5
	done
	rm -f a.db* b.db* turns
}

bench_wait() {
	new_office a.db 12
	fill_days a.db 12
	fill_hall a.db 1000 1
	last=$("$bin/osq-ticket" -d a.db list --status waiting --csv --no-header -o ticket |
		tail -n 1)
	measure -n 200 -w 10 "$bin/osq-ticket" -d a.db wait "$last" :: "$tools/bare" a.db read
	told 'osq-ticket wait, 1,000 for one service' 'bare C program: open, read one row' 3.0
	new_office a.db 12
	fill_days a.db 12
	fill_hall a.db 1000
	measure -n 200 -w 10 "$bin/osq-ticket" -d a.db wait :: "$tools/bare" a.db read
	told 'osq-ticket wait, 1,000 for 20 services: list' 'the same' 3.0
	rm -f a.db*
}

# 16 counters busy, 300 waiting for 20 services, the past two weeks behind them.
full_hall() { # STORE
	new_office "$1" 16
	fill_days "$1" 16
	fill_hall "$1" 316
	i=1
	while [ $i -le 16 ]; do
		"$bin/osq-call" -d "$1" next -c q$i >/dev/null
		[ $((i % 4)) -eq 0 ] || "$bin/osq-call" -d "$1" start -c q$i >/dev/null
		i=$((i + 1))
	done
}

# What one renewal costs: twenty calls while the page is kept, of which each is shown.
bench_board() {
	full_hall a.db
	(
		sleep 2.5 # when the settling is over, in which nothing counts
		i=0
		while [ $i -lt 20 ]; do
			"$bin/osq-call" -d a.db recall -c q4 >/dev/null
			sleep 0.4
			i=$((i + 1))
		done
	) &
	"$tools/idle" 11 "$bin/osq-board" -d a.db --watch --html a.html >answer
	wait
	read -r cpu _ <answer
	cpu=$(awk "BEGIN { print $cpu / 20 }")
	row 'osq-board --watch --html, a full hall: a renewal' 'processor time' \
		"$(seconds "$cpu")" '' '' '<= 10 ms' "$(met "$cpu * 1000" '<=' 10)"
	measure -n 100 -w 10 "$bin/osq-board" -d a.db :: "$tools/bare" a.db read
	row '  osq-board once, with its start' 'bare C program: open, read one row' \
		"$(seconds "$our_cpu")" "$(seconds "$peer_cpu")" '' '' ''
	rm -f a.db* a.html
}

told_idle() { # WORK [OPTION of idle] COMMAND ...
	work=$1
	shift
	"$tools/idle" "$@" >answer
	read -r cpu share <answer
	row "$work" 'nothing happens for 20 s' "$(seconds "$cpu")" '' \
		"$(awk "BEGIN { printf \"%.3f%%\", $share * 100 }")" '<= 0.1%' \
		"$(met "$share" '<=' 0.001)"
}

bench_idle() {
	full_hall a.db
	told_idle 'osq-board --watch, processor time' -t 20 "$bin/osq-board" -d a.db --watch
	told_idle 'osq-board --watch --html FILE' 20 "$bin/osq-board" -d a.db --watch \
		--html a.html
	rm -f a.db* a.html
}

# What was told to people against what is stored: how many were called by two, and how
# many who drew are neither called nor waiting.
count_lost() { # STORE
	sort "$1-called" | uniq -d >twice
	"$bin/osq-ticket" -d "$1" list --status waiting --csv --no-header -o ticket |
		sort -u "$1-called" - >found
	sort "$1-drawn" | comm -23 - found >lost
	twice=$(wc -l <twice) lost=$(wc -l <lost)
}

# Of column A of the rounds, or of A / B: the median. The sum of a column.
middle() { # A [B]
	awk -v a="$1" -v b="${2:-0}" '{ print b ? $a / $b : $a }' rounds | sort -g | sed -n 2p
}

total() { # A
	awk -v a="$1" '{ n += $a } END { print n }' rounds
}

# The day of 5,000 has been drawn when the counters begin, in three rounds of each.  What
# is said of counters where nobody waits is thrown away; what fails is counted.
bench_hall() {
	day=$(scaled 5000)
	new_office a.db 64
	fill_hall a.db "$day"
	"$bin/osq-admin" -d a.db backup b.db >/dev/null
	for round in 1 2 3; do
		for side in "a.db $bin/osq-call $bin/osq-ticket" \
			"b.db $tools/osq-call-nolock $tools/osq-ticket-nolock"; do
			# shellcheck disable=SC2086  # three words
			"$tools/hall" -s "$(awk "BEGIN { print $SECONDS_LONG / 3 }")" $side 2>/dev/null
		done | paste -sd' ' >round.$round
	done
	cat round.? >rounds
	rates=$(middle 2 8) ours_failed=$(total 6) peers_failed=$(total 12)
	our_seconds=$(middle 1) peer_seconds=$(middle 7) ratio=$(middle 1 7)
	told "64 counters calling for $SECONDS_LONG s, 99th percentile" \
		"SQLite's busy timeout alone" 0.33
	row '  calls a second' "$peers_failed of the peer's and $ours_failed of ours failed" \
		"$(middle 2)" "$(middle 8)" "$(printf %.2f "$rates")" '>= 1.0' \
		"$(met "$rates" '>=' 1.0)"
	count_lost a.db
	row "  $(thousands "$(total 3)") called: called twice" '' "$twice" '' '' 0 \
		"$(met "$twice" == 0)"
	row "  $(thousands "$(wc -l <a.db-drawn)") drawn: neither called nor waiting" '' \
		"$lost" '' '' 0 "$(met "$lost" == 0)"
	if ! "$bin/osq-admin" -d a.db check >checked; then
		cat checked >&2
	fi
	rm -f a.db* b.db* round* twice lost found checked
}

# How others do it, and ours, under the same crowd: our own numbers come from one run.
count_ours() {
	new_office a.db 64
	"$bin/osq-admin" -d a.db import counters - >/dev/null <<-CSV
		code,services
		$(awk 'BEGIN { for (i = 1; i <= 64; i++) printf "q%d,civil\n", i }')
	CSV
	"$tools/patterns" -p 64 -k 10 osq a.db "$bin/osq-ticket" "$bin/osq-call" >counted
	rm -f a.db*
}

bench_pattern() { # NAME LABEL OF-NUMBERS OF-CALLS
	[ -s counted ] || count_ours
	rm -f b.db*
	"$tools/patterns" -p 64 -k 10 "$1" b.db >theirs
	# drawn twice failed called twice failed
	paste -d' ' counted theirs | {
		read -r _ draws no_draw _ calls no_call _ draws2 no_draw2 _ calls2 no_call2
		row '64 processes drawing 640: numbers given twice' "$3" "$draws" "$draws2" '' 0 \
			"$(met "$draws" == 0)"
		row '64 counters calling 640: tickets called twice' "$4" "$calls" "$calls2" '' 0 \
			"$(met "$calls" == 0)"
		row '  of these, gave up or failed' "pattern of $2" $((no_draw + no_call)) \
			$((no_draw2 + no_call2)) '' 0 "$(met "$no_draw + $no_call" == 0)"
	}
	rm -f b.db*
}

bench_fqm() {
	bench_pattern fqm FQM 'pattern of FQM: max + 1, then insert' \
		'pattern of FQM: read the next, then write'
}

bench_theq() {
	bench_pattern theq TheQ 'pattern of TheQ: prefix + count, insert' \
		'pattern of TheQ: under a file lock'
}

bench_novosga() {
	bench_pattern novosga novosga 'pattern of novosga: counter under a lock' \
		'pattern of novosga: lock, commit, write'
}

dossiers() { # COUNT FROM TO
	"$tools/dossiers" "$@" "$sample/procedures.csv" "$sample/officers.csv"
}

bench_import() {
	n=$(scaled 1000000)
	new_store empty.db
	dossiers "$n" 2019-01-02 2026-11-20 >dossiers.csv
	measure -n 3 -w 0 -a 'rm -f a.db*; cp empty.db a.db' -b 'rm -f b.db' \
		"$bin/osq-dossier" -d a.db import dossiers.csv :: \
		sqlite3 b.db '.mode csv' '.import dossiers.csv dossier'
	told "osq-dossier import of $(thousands "$n")" 'sqlite3 .import into a bare table' 2.0
	told_memory
	measure -n 3 -w 0 -a 'rm -f a.db*; cp empty.db a.db' -b 'rm -f b.db' \
		"$bin/osq-dossier" -d a.db import dossiers.csv :: \
		sqlite3 b.db '.mode csv' '.import dossiers.csv dossier' \
		"CREATE VIRTUAL TABLE words USING fts5 (applicant, id_number, phone, address,
			content = 'dossier')" \
		"INSERT INTO words (words) VALUES ('rebuild')"
	told '  the same' '.import, then FTS5 over its texts' 2.0
	rm -f a.db* b.db* dossiers.csv
}

# One name among them, as an officer types it, as FTS finds it, and as LIKE does.  What is
# found is the same; the peers print whole rows, as the list does.
bench_find() {
	n=$(scaled 1000000)
	new_store a.db
	dossiers "$n" 2019-01-02 2026-11-20 | "$bin/osq-dossier" -d a.db import - >/dev/null
	"$bin/osq-dossier" -d a.db list -q 'huynh ngoc khanh' --csv --no-header -o code >ours
	sqlite3 a.db "SELECT code FROM dossier WHERE applicant LIKE '%huỳnh%'
		AND applicant LIKE '%ngọc%' AND applicant LIKE '%khánh%'
		ORDER BY received_at, id" >theirs
	cmp -s ours theirs || echo 'bench: find: not the same is found' >&2
	measure -n 30 -w 3 "$bin/osq-dossier" -d a.db list -q 'huynh ngoc khanh' --csv :: \
		sqlite3 -csv a.db "SELECT d.* FROM dossier_words CROSS JOIN dossier d
			ON d.id = dossier_words.rowid
			WHERE dossier_words MATCH 'huynh AND ngoc AND khanh'
			ORDER BY d.received_at, d.id"
	told "osq-dossier list -q, $(wc -l <ours) of $(thousands "$n") found" \
		'sqlite3 shell: the bare FTS query' 1.5
	measure -n 10 -w 1 "$bin/osq-dossier" -d a.db list -q 'huynh ngoc khanh' --csv :: \
		sqlite3 -csv a.db "SELECT * FROM dossier WHERE applicant LIKE '%huỳnh%'
			AND applicant LIKE '%ngọc%' AND applicant LIKE '%khánh%'
			ORDER BY received_at, id"
	told '  the same' 'sqlite3 shell: LIKE' 0.05
	rm -f a.db* ours theirs
}

# One process for all codes against one for each.
bench_finish() {
	n=$(scaled 10000)
	new_store empty.db
	awk "BEGIN { print \"procedure,applicant,received_at\"
		for (i = 0; i < $n; i++) print \"1.001653,Nguyễn Văn An,2026-11-20 08:00\" }" >some.csv
	"$bin/osq-dossier" -d empty.db import some.csv >/dev/null
	"$bin/osq-dossier" -d empty.db list --csv --no-header -o code >codes
	sqlite3 empty.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	cp empty.db a.db
	cp empty.db b.db
	measure -n 1 -w 0 sh -c "'$bin/osq-dossier' -d a.db finish - <codes" :: \
		sh -c "while read -r code; do '$bin/osq-dossier' -d b.db finish \"\$code\"
			done <codes"
	told "osq-dossier finish, $(thousands "$n") codes from stdin" \
		'as many processes' 0.02
	rm -f a.db* b.db* empty.db* some.csv codes
}

# The figures of one year of 2025 and no other, from one plain statement.
summary_sql='WITH span AS (SELECT unixepoch("2025-01-01") - 25200 AS since,
		unixepoch("2026-01-01") - 25200 AS until),
	d AS (SELECT received_at < since AS carried,
		finished_at IS NOT NULL AND finished_at < until AS ended,
		(finished_at + 25200) / 86400 AS finished_day,
		(due_at + 25200) / 86400 AS due_day, finished_at, due_at, until
	FROM dossier, span WHERE received_at < until
		AND (finished_at IS NULL OR finished_at >= since)
		AND status NOT IN ("rejected", "withdrawn"))
	SELECT count(*) AS received, sum(NOT carried) AS received_in_period,
		sum(carried) AS carried_over, sum(ended) AS finished,
		sum(ended AND finished_day < due_day) AS early,
		sum(ended AND finished_day = due_day AND finished_at <= due_at) AS on_time,
		sum(ended AND (finished_day > due_day
			OR finished_day = due_day AND finished_at > due_at)) AS overdue,
		sum(NOT ended) AS in_process, sum(NOT ended AND due_at >= until) AS in_time,
		sum(NOT ended AND due_at < until) AS late FROM d'

bench_summary() {
	n=$(scaled 5000000)
	new_store a.db
	dossiers "$n" 2021-01-04 2026-11-20 | "$bin/osq-dossier" -d a.db import - >/dev/null
	sync
	"$bin/osq-report" summary -d a.db --from 2025-01-01 --to 2025-12-31 --csv \
		--no-header | cut -d, -f3- >ours
	sqlite3 -csv a.db "$summary_sql" | tr -d '\r' >theirs
	cmp -s ours theirs || echo "bench: summary: the figures differ: $(cat ours theirs)" >&2
	measure -n 9 -w 1 "$bin/osq-report" summary -d a.db --from 2025-01-01 \
		--to 2025-12-31 --json :: sqlite3 a.db "$summary_sql"
	told "osq-report summary, a year of $(thousands "$n") dossiers" \
		'sqlite3 shell: the plain aggregate' 1.0
	rm -f a.db*
}

# A moment as spreadsheets count it, so that the peer has nothing to convert.
serial() {
	echo "(unixepoch(nullif($1_at, '')) + 25200) / 86400.0 + 25569 AS $1_at"
}

bench_xlsx() {
	n=$(scaled 500000)
	new_store a.db
	dossiers "$n" 2021-01-04 2026-11-20 | "$bin/osq-dossier" -d a.db import - >/dev/null
	"$bin/osq-dossier" -d a.db list --from 2021-01-01 --csv >listed.csv
	sqlite3 -csv -header :memory: '.import listed.csv rows' "SELECT code, procedure, field,
		applicant, channel, status, standing, $(serial received), $(serial due),
		$(serial finished), $(serial returned), result, officer, ticket FROM rows" >rows.csv
	measure -n 3 -w 0 -a 'rm -f a.xlsx' -b 'rm -f b.xlsx' \
		"$bin/osq-dossier" -d a.db list --from 2021-01-01 --xlsx a.xlsx :: \
		/usr/bin/python3 "$here/xlsx_peer.py" rows.csv b.xlsx
	told "osq-dossier list --xlsx of $(thousands "$n")" 'XlsxWriter, constant_memory' 0.33
	told_memory
	rm -f a.db* rows.csv ./*.xlsx
}

officer=$(sed -n '2s/,.*//p' "$sample/officers.csv")
row work peer ours "peer" ratio aim 'met'
row ---- ---- ---- ---- ---- ---- ---
for name in $ROWS; do
	"bench_$name"
done
