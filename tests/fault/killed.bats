#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Commands that are killed, interrupted, or whose reader goes away.

load ../cmd/helper

setup() {
	office
}

teardown() {
	# Whatever a failed test has left behind; each is a process group of its own.
	for group in "${groups[@]}"; do
		kill -KILL -- "-$group" 2>/dev/null || :
	done
}

groups=()

# The work of one counter, until it is killed: whatever a command prints goes straight
# into a file.  COUNTER is 1 or 2; ROUND names the backups.
work() {
	local counter=$1 round=$2 services=(- civil certify) n=0

	while :; do
		n=$((n + 1))
		osq-ticket issue "${services[counter]}" >>"drawn.$counter"
		osq-call next -c "$counter" >>"called.$counter"
		osq-ticket issue "${services[counter]}" -p elderly >>"drawn.$counter"
		osq-call start -c "$counter" >/dev/null
		osq-call hold -c "$counter" >/dev/null
		case $((n % 4)) in
		1) osq-admin config notice "$counter $round $n" ;;
		2) osq-admin import targets "$counter.csv" >/dev/null ;;
		3) osq-admin backup "copy.$counter.$round.$n" >/dev/null ;;
		esac
	done
}

# The store has all that was printed, its numbers have no gap, and check is content.
holds_together() {
	osq-admin check >/dev/null
	osq-ticket list --csv --no-header -o ticket | sort >kept
	cat drawn.* | sort >drawn
	[ "$(comm -23 drawn kept | wc -l)" -eq 0 ]
	[ "$(uniq -d drawn | wc -l)" -eq 0 ]
	for prefix in A B; do
		grep "^$prefix" kept | sed 's/^.0*//' | sort -n >numbers
		seq "$(wc -l <numbers)" | cmp - numbers
	done
	osq-admin list journal --jsonl -o act,subject |
		jq -r 'select(.act == "call next") | .subject' | sort >calls
	cat called.* | sort >called
	[ "$(comm -23 called calls | wc -l)" -eq 0 ]
	[ "$(uniq -d calls | wc -l)" -eq 0 ]
}

@test "kill -9 at random moments loses nothing that was printed" {
	open_counters
	export -f work
	for counter in 1 2; do
		printf 'code,name,target\nx%s,Đích,5\n' "$counter" >"$counter.csv"
		touch "drawn.$counter" "called.$counter"
	done
	kills=25
	[ -z "${OSQ_SOAK:-}" ] || kills=200
	for round in $(seq $kills); do
		groups=()
		for counter in 1 2; do
			background setsid bash -c "work $counter $round" </dev/null >/dev/null 2>&1
			groups+=($!)
		done
		sleep "0.$((RANDOM % 25 + 5))"
		sleep "0.00$((RANDOM % 10))"
		for group in "${groups[@]}"; do
			kill -KILL -- "-$group"
		done
		finished "${groups[@]}" || :
		[ $((round % 5)) -ne 0 ] || holds_together
	done
	groups=()
	holds_together
	[ -s drawn ]
	[ -s called ]
	for copy in copy.*; do
		case $copy in
		*.part | *-journal | 'copy.*') ;;
		*) osq-admin check -d "$copy" >/dev/null ;;
		esac
	done
}

@test "one killed while he holds the store leaves it to the next" {
	catalogue 100000 >large.csv
	background setsid osq-admin import procedures large.csv >/dev/null 2>&1
	groups=($!)
	soon is_held
	kill -KILL "${groups[0]}"
	finished "${groups[0]}" || :
	groups=()
	try osq-ticket issue civil
	ended 0 A001
	[ "$(osq-admin list procedures --csv --no-header -o code | grep -c '^X')" -eq 0 ]
	content
}

# A catalogue of N procedures.
catalogue() {
	echo code,name,field,time_limit,time_unit
	seq -f 'X%06g,Thủ tục có tên khá dài để đầy ống,Hộ tịch,5,working-day' "$1"
}

# Send SIGNAL to an import that waits for its input, or is in the middle of its work, and
# tell how the process died.
# A shell gives one number for both, so perl, which prove needs anyway, starts it and looks
# at what wait() says.
interrupted_import() {
	rm -f child
	fed perl -e '
		my $child = fork // die;
		exec @ARGV or die unless $child;
		open my $file, ">", "child"; print $file "$child\n"; close $file;
		waitpid $child, 0;
		printf "died of %d, exit %d\n", $? & 127, $? >> 8;
	' osq-admin import procedures "$3" >death 2>told
	soon test -s child
	if [ "$2" = working ]; then
		soon is_held
	else
		catalogue 2000 >&7
		sleep 0.3 # it has read what there is
	fi
	kill -"$1" "$(cat child)"
	finished $!
	exec 7>&-
}

@test "^C during an import undoes it, and the process dies of it" {
	osq-admin list procedures --csv >before
	catalogue 100000 >large.csv
	for moment in waiting:- working:large.csv; do
		for signal in INT:2 TERM:15; do
			interrupted_import ${signal%:*} "${moment%:*}" "${moment#*:}"
			[ "$(cat death)" = "died of ${signal#*:}, exit 0" ]
			grep -q '^osq-admin: interrupted; nothing was imported' told
			osq-admin list procedures --csv | cmp - before
			[ "$(last_act)" = 'import reasons  {"file":"'"$BUILD"'/share/osq/sample/reasons.csv","added":"8","changed":"0","removed":"0"}' ]
			content
		done
	done
	try osq-ticket issue civil
	ended 0 A001
}

@test "a reader who has seen enough ends a list in silence" {
	catalogue 5000 | osq-admin import procedures >/dev/null
	for format in csv json jsonl table excel; do
		env --default-signal=PIPE bash -c "osq-admin list procedures -f $format 2>told |
			head -n 1 >first; echo \${PIPESTATUS[0]}" >ends
		[ ! -s told ]
		[ -s first ]
		[ "$(cat ends)" -eq 141 ] # of SIGPIPE
	done
	try bash -c 'osq-ticket list --csv | head -n 1'
	like 0 'ticket,day,*' ''
}

@test "where SIGPIPE is ignored, a reader gone is an error like any other" {
	catalogue 5000 | osq-admin import procedures >/dev/null
	env --ignore-signal=PIPE bash -c 'osq-admin list procedures --csv 2>told |
		head -n 1 >first; echo ${PIPESTATUS[0]}' >ends
	[ "$(cat ends)" -eq 74 ]
	grep -q 'Broken pipe' told
}

@test "what could not be printed is an error, in every format" {
	osq-ticket issue civil
	for format in table csv excel json jsonl; do
		try bash -c "osq-ticket list -f $format >/dev/full"
		like 74 '' '*No space left on device*'
	done
	for command in "osq-ticket issue civil" "osq-ticket print A001" "osq-admin config name" \
		"osq-ticket --help" "osq-ticket --version" "osq-ticket list --list-columns"; do
		try bash -c "$command >/dev/full"
		like 74 '' "${command%% *}: *No space left on device"
	done
	# Closed from the beginning: nothing may land in the store's files instead.
	try bash -c 'osq-ticket issue civil >&-'
	like 74 '' 'osq-ticket: A003 is stored, but was not told: the output could not be written: *'
	try bash -c 'osq-ticket issue civil >&- 2>&-'
	[ "$status" -eq 74 ]
	try bash -c 'osq-ticket list --csv --no-header -o ticket <&- '
	ended 0 'A001
A002
A003
A004'
	content
}
