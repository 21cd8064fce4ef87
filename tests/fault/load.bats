#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A full hall: everybody draws, calls, holds, transfers and takes at the same time, and
# what people were told agrees with what is stored.

load ../cmd/helper

setup() {
	office
	export OSQ_TIMEOUT=120 # a busy machine is no reason to give up
	services=5 counters=8 machines=2 each=25
	if [ -n "${OSQ_SOAK:-}" ]; then
		services=20 counters=64 machines=4 each=0 # as many as a minute allows
	fi
	furnish >/dev/null
}

teardown() {
	touch over # so that nobody goes on after a test that failed
}

# Services s1 ... and counters q1 ..., each for three of them, with an officer each.
furnish() {
	local i

	for i in $(seq "$services"); do
		printf 's%d,S%b,Dịch vụ %d\n' "$i" "\\$(printf %o $((64 + i)))" "$i"
	done | sed '1i code,prefix,name' | osq-admin import services -
	for i in $(seq "$counters"); do
		printf 'q%d,s%d s%d s%d\n' "$i" $((i % services + 1)) \
			$(((i + 1) % services + 1)) $(((i + 3) % services + 1))
	done | sed '1i code,services' | osq-admin import counters -
	seq "$counters" | sed '1i code,name
		s/.*/o&,Công chức &/' | osq-admin import officers -
	for i in $(seq "$counters"); do
		osq-call open -c "q$i" --officer "o$i"
	done
}

# Run a command that may say no (may), or one that may not (must).  What else goes
# wrong is put on record, and the day goes on.
may() {
	run_act 1 "$@"
}

must() {
	run_act 0 "$@" || :
}

run_act() {
	local most=$1 told st=0

	shift
	{ told=$("$@" 2>&1 >&4) || st=$?; } 4>&1
	[ $st -le "$most" ] || echo "$* ($st): $told" >>broken
	return $st
}

# A machine that gives out numbers: EACH of them, or until time is over.
give_out() {
	local n=0 class

	until [ -e over ] || { [ "$each" -gt 0 ] && [ $n -eq "$each" ]; }; do
		n=$((n + 1)) class=
		[ $((n % 5)) -ne 0 ] || class=--priority=elderly
		must osq-ticket issue "s$(((n * 3 + $1) % services + 1))" $class >>"drawn.$1"
	done
}

# Who drew last is wanted at once, whoever else may be calling him.
take_one() {
	local wanted

	wanted=$(tail -qn 1 drawn.* | sed -n "$(($1 % machines + 1))p")
	[ -n "$wanted" ] && may osq-call take -c "q$1" --note 'gấp' "$wanted" >>"called.$1"
}

# What the counter does with its nth visitor, the ticket LABEL.  The last act of these
# may leave him at the counter, for `next` to end.
serve() {
	local counter=q$1 label=$3

	case $((($1 + $2) % 8)) in
	0)
		must osq-call hold -c "$counter" >>"moved.$1"
		may osq-call resume -c "$counter" "$label" >/dev/null || : # somebody took him
		;;
	1)
		must osq-call transfer -c "$counter" --to "s$((($1 + $2) % services + 1))" \
			>>"moved.$1"
		;;
	2)
		must osq-call transfer -c "$counter" --to-counter \
			"q$((($1 + $2) % counters + 1))" >>"moved.$1"
		;;
	3)
		must osq-call start -c "$counter" >/dev/null
		must osq-call done -c "$counter" >/dev/null
		take_one "$1" || :
		;;
	4)
		must osq-call done -c "$counter" --then "s$(($1 % services + 1))" >>"moved.$1"
		;;
	esac
}

# A counter calls until the machines have closed and nobody waits for it.
work() {
	local n=0 label over=

	while :; do
		[ ! -e over ] || over=yes
		if label=$(may osq-call next -c "q$1"); then
			echo "$label" >>"called.$1"
			serve "$1" $((n += 1)) "$label"
		elif [ -n "$over" ]; then
			break
		else
			sleep 0.02
		fi
	done
}

# Those sent to a counter that had ended by then.
empty_the_hall() {
	local i

	for i in $(seq "$counters"); do
		while may osq-call next -c "q$i" >>"called.$i"; do
			:
		done
	done
}

full_day() {
	local i pids=() drawing=()

	for i in $(seq "$machines"); do
		: >"drawn.$i"
		give_out "$i" 3>&- &
		drawing+=($!)
	done
	for i in $(seq "$counters"); do
		: >"moved.$i"
		work "$i" 3>&- &
		pids+=($!)
	done
	[ "$each" -gt 0 ] || { sleep 60 && touch over; }
	PATIENCE=$LIMIT finished "${drawing[@]}"
	touch over
	PATIENCE=$LIMIT finished "${pids[@]}"
	empty_the_hall
	cat drawn.* | sort >drawn
	cat called.* | sort >called
	cat moved.* | sort >moved
	[ ! -e broken ] || cat broken
}

# A visit as a row of states in which none is impossible: called is only one who waits or
# is taken up again, so that nobody was at two counters at once.
has_only_possible_visits() {
	[ "$(sqlite3 "$OSQ_DB" "SELECT count(*) FROM (SELECT state, reason, lag(state) OVER
		(PARTITION BY ticket_id ORDER BY id) AS before FROM ticket_period)
		WHERE state = 'called' AND before IN ('called', 'serving', 'done')
			OR state = 'done' AND before NOT IN ('called', 'serving')")" -eq 0 ]
}

# No counter got somebody while another was still there.
has_one_at_a_counter() {
	[ "$(sqlite3 "$OSQ_DB" "WITH stay AS (SELECT id, ticket_id, counter_id,
			lead(id) OVER (PARTITION BY ticket_id ORDER BY id) AS until
			FROM ticket_period)
		SELECT count(*) FROM stay a JOIN ticket_period p ON p.id = a.id
		JOIN ticket_period b ON b.counter_id = a.counter_id
			AND b.ticket_id <> a.ticket_id AND b.id > a.id AND b.id < a.until
		WHERE p.state IN ('called', 'serving') AND b.state = 'called'")" -eq 0 ]
}

acts() {
	osq-admin list journal --jsonl -o act,subject |
		jq -r --arg act "$1" 'select(.act == $act) | .subject'
}

@test "counters call while others draw, hold, send on and take: no number and no ticket twice, none lost" {
	full_day
	[ ! -e broken ]
	[ -s moved ]
	# Every number was given once, and without a gap in its series.
	[ "$(uniq -d drawn | wc -l)" -eq 0 ]
	[ "$each" -eq 0 ] || [ "$(wc -l <drawn)" -eq $((machines * each)) ]
	osq-ticket list --csv --no-header -o ticket | sort | cmp drawn -
	for series in $(sqlite3 "$OSQ_DB" 'SELECT series FROM series'); do
		grep "^$series" drawn | sed 's/^..0*//' | sort -n >numbers
		seq "$(wc -l <numbers)" | cmp - numbers
	done
	# Everybody was called once, and once more each time he was sent on or held.
	sort drawn moved | diff called -
	[ "$(osq-ticket list --csv --no-header --status done | wc -l)" -eq "$(wc -l <drawn)" ]
	has_only_possible_visits
	has_one_at_a_counter
	# The journal tells the same, and its chain is whole.
	acts 'ticket issue' | sort | cmp drawn -
	{ acts 'call next' && acts 'call take'; } | sort | cmp called -
	content
}
