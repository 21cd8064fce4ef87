#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Memory runs out at any moment of a command: it says so (70), or that its act stands (74);
# no paper with holes and no entry without its words comes with a success.

load ../cmd/helper

setup() {
	office
	"${CC:-cc}" -shared -fPIC -O1 -D_GNU_SOURCE -o memory.so "$ROOT/tests/fault/memory.c" -ldl
	MEMORY_COUNT=$PWD/count LD_PRELOAD=$PWD/memory.so osq-admin --version >/dev/null 2>&1 || :
	! ldd "$BUILD/bin/osq-admin" | grep -q asan || skip "a sanitizer has its own malloc"
	[ "$(cat count)" -gt 0 ]
	looks=
	RANDOM=${OSQ_SEED:=$((SECONDS + $$))}
	echo "OSQ_SEED=$OSQ_SEED"
}

# An office at work, whose store is put back before each run.
at_work() {
	open_counters
	osq-ticket issue civil >/dev/null
	osq-ticket issue civil -p elderly >/dev/null
	osq-ticket issue certify >/dev/null
	osq-call next -c 2 >/dev/null
	DOSSIER=$(osq-dossier receive -p 1.001193 -a 'Trần Thị Lan' --phone 0912345678)
	osq-dossier receive -p 1.001193 -a Minh >/dev/null
	printf 'code,name,target\nx,Đích,5\n' >targets.csv
	sqlite3 osq.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
	cp osq.db kept.db
}

put_back() {
	rm -f osq.db-wal osq.db-shm out.xlsx
	cp kept.db osq.db
}

entries() {
	sqlite3 osq.db 'SELECT count(*), hash FROM journal WHERE id = (SELECT max(id) FROM journal)
		UNION ALL SELECT count(*), sum(detail = '"'{}'"') FROM journal'
}

# What a command says and leaves: output, entries of the journal, spreadsheet.
left_behind() {
	entries
	if [ -e out.xlsx ]; then sha256sum <out.xlsx; fi
}

# A file is whole, or there is none: memory may run out behind it too.  Nothing else stays.
whole_or_none() {
	[ -z "$(find . -name '.osq-*')" ] || return 1
	[ ! -e out.xlsx ] || [[ $after == *"$(sha256sum <out.xlsx)" ]]
}

# survives N COMMAND: allocation N (or all from N on) fails, and COMMAND ends as it may.
survives() {
	local n=$1

	shift
	put_back
	MEMORY_FAILS=$n LD_PRELOAD=$PWD/memory.so try "$@"
	case $status in
	0)
		[ "$output" = "$whole" ] && [ "$(left_behind)" = "$after" ]
		;;
	70)
		[[ $(entries) == "$before" || $looks ]] && whole_or_none && [[ $stderr == *'out of memory'* || $stderr == *'bộ nhớ'* ]]
		;;
	74)
		[ "$(entries)" != "$before" ] && [[ $stderr == *' is stored, but was not told'* ]]
		;;
	*) false ;;
	esac || {
		echo "allocation $n of: $*"
		tell_run '0, 70 or 74' "$whole" 'out of memory'
	}
}

# tried COMMAND: at some allocations, chosen by the seed; in the long form at each.
tried() {
	local total n

	put_back
	before=$(entries)
	MEMORY_COUNT=$PWD/count LD_PRELOAD=$PWD/memory.so try "$@"
	[ "$status" -eq 0 ] || tell_run 0
	whole=$output
	after=$(left_behind)
	total=$(cat count)
	if [ -n "${OSQ_SOAK:-}" ]; then
		for n in $(seq "$total"); do
			survives "$n" "$@"
		done
	fi
	for _ in 1 2 3 4; do
		n=$(((RANDOM * 32768 + RANDOM) % total + 1))
		survives "$n" "$@"
		survives "$n-" "$@"
	done
	# Where the act is being kept and told.
	for _ in 1 2 3; do
		survives "$((total - RANDOM % 40))" "$@"
	done
}

@test "acts: the whole act with its words, or none" {
	at_work
	tried osq-ticket issue civil
	tried osq-ticket issue civil --json
	tried osq-call next -c 1 --csv
	tried osq-dossier receive -p 1.001193 -a Hoa --phone 0900000001
	tried osq-dossier finish "$DOSSIER"
	tried osq-admin import targets targets.csv
	tried osq-admin config notice 'Chiều nay nghỉ'

	tried osq-admin end-day
	put_back
	content
}

@test "papers, lists and reports: whole, or none" {
	at_work
	looks=noted # before the paper is written, in the journal
	tried osq-dossier form 01 "$DOSSIER"
	tried osq-dossier show "$DOSSIER" --json
	tried osq-dossier list --csv
	tried osq-ticket print A001 --as text
	tried osq-ticket print A001 --as escpos
	tried osq-report day
	tried osq-report day --xlsx out.xlsx
	tried osq-admin check
	export LANGUAGE=vi
	tried osq-ticket list
}
