#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# An answer is of one moment, however long it takes and whoever works meanwhile; and who
# only looks, or waits, keeps nobody from the store.

load helper

setup() {
	office
}

teardown() {
	touch enough # so that nobody goes on after a test that failed
	[ ! "$WATCH" ] || kill "$WATCH" 2>/dev/null || true
}

@test "what is shown of a dossier is of one moment, though it is finished while it goes out" {
	# Two texts that no pipe holds, so that the command waits between its questions.
	printf 'procedure,applicant,address\n1.001193,%s,%s\n' \
		"$(yes 'Lê Thị Hoa' | head -n 4000 | tr '\n' ' ')" "$(seq -s ' ' 12000)" >one.csv
	code=$(osq-dossier receive one.csv)
	mkfifo slow
	osq-dossier show "$code" --full --json >slow &
	exec 4<slow
	head -c 100 <&4 >begun
	osq-dossier finish "$code" >/dev/null
	cat begun - <&4 >shown
	exec 4<&-
	finished $!
	jq -e '.status == "received" and ([.events[].act] == ["receive"])' shown
	osq-dossier show "$code" --json |
		jq -e '.status == "finished" and ([.events[].act] == ["receive", "finish"])'
}

@test "the store is looked over beside people who receive dossiers, and nothing is found" {
	receive_on() {
		until [ -e enough ]; do
			osq-dossier receive -p 1.001193 -a 'Lê Thị Hoa' || return
		done
	}
	receive_on >received 2>told &
	for _ in $(seq 30); do
		osq-admin check --csv --no-header -o verdict,detail >found
		grep -q '^ok' found
		run ! grep ^error found
	done
	touch enough
	finished $!
	[ "$(wc -l <received)" -ge 10 ]
	[ ! -s told ]
}

@test "a board that is watched holds nothing while it sleeps: the log is emptied" {
	log_was_emptied() {
		osq-ticket issue civil >/dev/null
		[ ! -s osq.db-wal ]
	}
	osq-board --html board.html --watch &
	WATCH=$!
	soon test -s board.html
	soon log_was_emptied
}

@test "codes that are read one by one are looked for when they are read" {
	first=$(osq-dossier receive -p 1.001193 -a 'Lê Thị Hoa')
	mkfifo codes
	osq-dossier form 01 -O page.html - <codes &
	exec 4>codes
	echo "$first" >&4
	sleep 0.5
	second=$(osq-dossier receive -p 1.001193 -a 'Trần Văn Bình')
	echo "$second" >&4
	exec 4>&-
	finished $!
	grep 'Lê Thị Hoa' page.html
	grep 'Trần Văn Bình' page.html
}

@test "a copy is looked at and stays as it is" {
	osq-admin backup copy.db
	cp copy.db before.db
	osq-admin promises -d copy.db
	osq-admin config name -d copy.db
	osq-admin config -d copy.db
	cmp before.db copy.db
}

@test "who waits for input keeps nobody from the store" {
	local kind

	osq-admin list procedures --csv -o code,name,field,time_limit,time_unit >procedures.csv
	osq-dossier export --csv >dossiers.csv
	for kind in procedures dossiers; do
		mkfifo "slow-$kind"
		if [ "$kind" = procedures ]; then
			osq-admin import procedures - <"slow-$kind" >told &
		else
			osq-dossier import - <"slow-$kind" >told &
		fi
		exec 4>"slow-$kind"
		head -n 1 "$kind.csv" >&4
		sleep 0.5
		OSQ_TIMEOUT=1 try osq-ticket issue civil
		like 0 'A00?' ''
		tail -n +2 "$kind.csv" >&4
		exec 4>&-
		finished $!
		like 0 '*' ''
	done
	# A named pipe is waited for like any other.
	(head -n 1 procedures.csv && sleep 2 && tail -n +2 procedures.csv) >slow-procedures &
	osq-admin import procedures slow-procedures >told &
	sleep 0.5
	OSQ_TIMEOUT=1 try osq-ticket issue civil
	like 0 'A00?' ''
	finished $!
	grep '0 added, 0 changed' told
	[ -z "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'osq-??????' -newer procedures.csv)" ]
}
