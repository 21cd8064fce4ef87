#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Many commands, and several people, on one store at the same time.

load helper

setup() {
	office
	# What waits here waits for a machine that is busy with other tests too.
	export OSQ_TIMEOUT=120
}

teardown() {
	touch enough # so that nobody goes on after a test that failed
}

# 1 to N with nothing missing and nothing twice, from labels such as A001.
has_no_gap() {
	sed 's/^[A-Z]*0*//' "$1" | sort -n >numbers
	seq "$(wc -l <"$1")" | cmp - numbers
}

@test "2,000 tickets drawn by 50 processes at once are 2,000 numbers without a gap" {
	draw_forty() {
		for _ in $(seq 40); do
			osq-ticket issue civil || return
		done >>"drawn.$1" 2>>"told.$1"
	}
	at_once 50 draw_forty
	cat drawn.* >drawn
	cat told.* >told
	[ ! -s told ]
	[ "$(wc -l <drawn)" -eq 2000 ]
	has_no_gap drawn
	[ "$(osq-ticket list --csv --no-header | wc -l)" -eq 2000 ]
	content
}

@test "counters that call at once never get one ticket twice" {
	export OSQ_COUNTER
	printf 'code,services\n' >counters.csv
	printf 'code,name\n' >officers.csv
	for i in $(seq 8); do
		printf 'c%s,civil certify\n' "$i" >>counters.csv
		printf 'o%s,Người %s\n' "$i" "$i" >>officers.csv
	done
	osq-admin import counters counters.csv
	osq-admin import officers officers.csv
	for _ in $(seq 40); do
		osq-ticket issue civil
		osq-ticket issue certify
	done >drawn
	call_all() {
		osq-call open -c "c$1" --officer "o$1" >/dev/null || return
		while osq-call next -c "c$1" >>"called.$1" 2>>"told.$1"; do
			:
		done
	}
	at_once 8 call_all
	cat called.* | sort >called
	sort drawn | cmp - called
	[ "$(cat told.* | sort -u | wc -l)" -eq 8 ] # nobody is waiting for counter ...
	[ "$(osq-ticket list --csv --no-header --status done | wc -l)" -eq 80 ]
	content
}

@test "drawing, calling, importing and looking at once disturb nobody" {
	open_counters
	work() {
		case $(($1 % 4)) in
		0) osq-ticket issue civil >>drawn ;;
		1) osq-admin import officers "$SAMPLE/officers.csv" >/dev/null ;;
		2) osq-ticket list --json >/dev/null ;;
		3) osq-admin check >/dev/null ;;
		esac 2>>told
	}
	at_once 40 work
	[ ! -s told ]
	[ "$(wc -l <drawn)" -eq 10 ]
	has_no_gap drawn
	content
}

@test "one of two who make the same store at once is told so" {
	export OSQ_DB=new.db
	make() {
		osq-admin init --sample >"made.$1" 2>"told.$1" || echo $? >"status.$1"
	}
	at_once 2 make
	[ "$(cat made.*)" = new.db ]
	[ "$(cat status.*)" = 73 ]
	[ "$(cat told.*)" = 'osq-admin: new.db: is there already; nothing was changed' ]
	content
}

@test "a backup made while others draw is whole" {
	draw() {
		while [ ! -e enough ]; do
			osq-ticket issue civil >>"drawn.$1" || return
		done
	}
	touch drawn.1 drawn.2
	draw 1 3>&- &
	drawing=($!)
	draw 2 3>&- &
	drawing+=($!)
	for i in 1 2 3 4 5; do
		cat drawn.* >before
		osq-admin backup "copy$i.db"
		# All that was printed before is in it, and its numbers have no gap.
		osq-ticket list -d "copy$i.db" --csv --no-header -o ticket >copied
		has_no_gap copied
		[ "$(sort before | comm -23 - <(sort copied) | wc -l)" -eq 0 ]
		osq-admin check -d "copy$i.db" >/dev/null
	done 2>told
	touch enough
	finished "${drawing[@]}"
	[ ! -s told ]
	content
}

@test "a stopped writer makes the others wait, and then say so" {
	fed flock osq.db-lock cat
	soon is_held
	holder=$(pgrep -P $! cat)
	kill -STOP "$holder"
	export OSQ_TIMEOUT=1
	try osq-ticket issue civil
	kill -KILL "$holder"
	exec 7>&-
	finished $! || :
	like 75 '' "osq-ticket: $OSQ_DB: another command has been writing for 1 s
osq-ticket: try again; it is kept by flock osq.db-lock of $(id -un) (process *, begun 20??-??-??T*)"
	try osq-ticket issue civil
	ended 0 A001
}

@test "who only looks does not wait for a writer" {
	osq-ticket issue civil
	try flock osq.db-lock osq-ticket list --csv --no-header -o ticket
	ended 0 A001
}

@test "a writer who waits has his turn when the other has ended" {
	fed flock osq.db-lock cat
	soon is_held
	background osq-ticket issue civil >drawn 7>&-
	waiting=$!
	sleep 0.5
	[ ! -s drawn ]
	exec 7>&-
	finished "$waiting"
	[ "$(cat drawn)" = A001 ]
}

# How many have drawn a number in the writers' queue.
drew() {
	[ "$(od -An -td8 -N8 osq.db-lock)" -eq "$1" ]
}

@test "who comes later writes later, though the one before him sleeps while the store is free" {
	export OSQ_TIMEOUT=60 # he who sleeps goes on waiting
	fed flock osq.db-lock cat
	soon is_held
	before=$(od -An -td8 -N8 osq.db-lock)
	background osq-ticket issue civil >first 7>&-
	first=$!
	soon drew $((before + 1))
	kill -STOP "$first"
	exec 7>&-
	soon eval '! is_held'
	background osq-ticket issue civil >second
	second=$!
	soon drew $((before + 2))
	sleep 0.5
	[ ! -s second ]
	kill -CONT "$first"
	finished "$first" "$second"
	[ "$(cat first second)" = $'A001\nA002' ]
}

@test "someone in the sqlite3 shell who holds the store is waited for, then told" {
	fed sqlite3 "$OSQ_DB" >begun
	echo "BEGIN IMMEDIATE; SELECT 'holds';" >&7
	soon test -s begun
	OSQ_TIMEOUT=1 try osq-ticket issue civil
	exec 7>&-
	finished $!
	ended 75 '' "osq-ticket: $OSQ_DB: another command is writing; try again"
	try osq-ticket issue civil
	ended 0 A001
}

@test "two people of one group work on one store, whatever their umask" {
	let_others_in
	mkdir shop
	chgrp 64100 shop
	chmod 2770 shop
	umask 077
	export OSQ_DB="$PWD/shop/osq.db"
	try as 64001 64100 -- osq-admin init --sample
	ended 0 "$OSQ_DB"
	try as 64002 64100 -- osq-ticket issue civil
	ended 0 A001
	try as 64001 64100 -- osq-ticket issue civil
	ended 0 A002
	draw() {
		as $((64001 + $1 % 2)) 64100 -- osq-ticket issue civil >>drawn
		as $((64002 - $1 % 2)) 64100 -- osq-ticket list >/dev/null
	}
	at_once 10 draw
	[ "$(sort -u drawn | wc -l)" -eq 10 ]
	for file in shop/*; do
		[ "$(stat -c '%a %g' "$file")" = "660 64100" ]
	done
	try as 64002 64100 -- osq-admin check
	like 0 '*' ''
	# Each act has its Unix user.
	as 64002 64100 -- osq-admin list journal --csv --no-header -o uid | sort -u >users
	[ "$(paste -sd' ' users)" = "64001 64002" ]
}

@test "a lock file that was taken away comes back for all" {
	let_others_in
	mkdir shop
	chgrp 64100 shop
	chmod 2770 shop
	umask 077
	export OSQ_DB="$PWD/shop/osq.db"
	as 64001 64100 -- osq-admin init --sample
	for user in 64001 64002; do
		rm shop/osq.db-lock shop/osq.db-shm
		as $user 64100 -- osq-ticket issue civil
		as $((128003 - user)) 64100 -- osq-ticket issue civil
	done >drawn
	[ "$(paste -sd' ' drawn)" = "A001 A002 A003 A004" ]
}

@test "one who is not of the group may not come in" {
	let_others_in
	mkdir shop
	chgrp 64100 shop
	chmod 2771 shop
	export OSQ_DB="$PWD/shop/osq.db"
	as 64001 64100 -- osq-admin init --sample
	try as 64003 -- osq-ticket list
	ended 77 '' "osq-ticket: $OSQ_DB: Permission denied"
	try as 64003 -- osq-ticket issue civil
	ended 77 '' "osq-ticket: $OSQ_DB: Permission denied"
}
