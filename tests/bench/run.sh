#!/bin/sh
# SPDX-License-Identifier: MIT
# make bench: our commands beside their peers, each row measured in this run, the two
# in turn, as whole processes.  Nothing is asserted: it is a table to be read.
#
#	BENCH_SCALE=0.1  a tenth of the rows in the large stores (default 1)
#	BENCH_ROWS="issue next crowd import summary xlsx"  only some
#
# Needs sqlite3 and python3-xlsxwriter beside what the build needs; at full scale
# about 8 GB of disk under $B, removed at the end.
set -eu

B=${B:-build}
SCALE=${BENCH_SCALE:-1}
ROWS=${BENCH_ROWS:-issue next crowd import summary xlsx}
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
unset OSQ_DB OSQ_NOW OSQ_COUNTER OSQ_OFFICER OSQ_TIMEOUT
export LANGUAGE=en

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
	read -r our_seconds peer_seconds ratio our_kib peer_kib <answer
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

bench_issue() {
	set -- "$bin/osq-ticket" -d a.db issue civil
	insert="PRAGMA synchronous = FULL; INSERT INTO ticket
		(day, series, number, issued_at)
		VALUES ('2026-11-24', 'A', 12, 1795500000) RETURNING id"
	new_store a.db
	new_bare b.db
	measure -n 300 -w 20 "$@" :: "$tools/bare" b.db
	told 'osq-ticket issue' 'bare C program: open, insert, close' 1.3
	new_store a.db
	new_bare b.db
	measure -n 300 -w 20 "$@" :: "$tools/bare" b.db tuned
	told 'osq-ticket issue' 'the same, leaving the log as we do' 1.3
	new_store a.db
	new_bare b.db
	measure -n 300 -w 20 "$@" :: sqlite3 b.db "$insert"
	told 'osq-ticket issue' 'sqlite3 shell: insert ... returning' 1.0
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
		while [ $i -lt 320 ]; do
			"$bin/osq-ticket" -d $store issue civil >/dev/null
			i=$((i + 1))
		done
	done
	sync
	measure -n 300 -w 20 env OSQ_COUNTER=1 "$bin/osq-call" -d a.db next :: \
		env OSQ_COUNTER=1 "$bin/osq-call" -d b.db next
	told "osq-call next, $(thousands "$past") past tickets" 'itself with none' 1.2
	rm -f a.db* b.db*
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
	rm -f a.db* b.db* dossiers.csv
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
