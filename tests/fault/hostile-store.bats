#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Stores in which values were replaced at random by what no command would write.  Whoever
# reads them gets an answer or a message, and never a signal.

load ../cmd/helper

# An office with something of everything in it.
busy_office() {
	local i names=('' An Bình Chi Dũng Em)

	office
	osq-admin config bank_bin 970436 >/dev/null
	osq-admin config bank_account 0123456789 >/dev/null
	osq-admin config agency_name 'UBND xã Một' >/dev/null
	open_counters
	for i in 1 2 3 4 5 6; do
		osq-ticket issue civil --name "Người $i" --phone 0987654321
	done >/dev/null
	osq-ticket issue certify --priority elderly >/dev/null
	osq-ticket book civil --slot 2026-11-25T08:00 --name Mai >/dev/null 2>&1 || :
	at 08:10
	osq-call next --counter 1 >/dev/null
	osq-call start --counter 1 >/dev/null
	at 08:20
	osq-call done --counter 1 >/dev/null
	osq-rate add --ticket A001 5 >/dev/null 2>&1 || :
	osq-call next --counter 1 >/dev/null
	osq-call hold --counter 1 >/dev/null
	osq-call next --counter 2 >/dev/null
	for i in 1 2 3 4 5; do
		osq-dossier receive -p 1.001193 -a "Nguyễn Văn ${names[i]}" --phone 0987654321 \
			--id-number 079199001234 --officer hoa 2>/dev/null
	done >codes
	mapfile -t codes <codes
	osq-dossier pay "${codes[0]}" --method cash >/dev/null 2>&1 || :
	osq-dossier forward "${codes[1]}" --to binh >/dev/null 2>&1 || :
	osq-dossier pause "${codes[2]}" -r 'thiếu giấy' >/dev/null 2>&1 || :
	osq-dossier extend "${codes[1]}" --until 2026-12-20 -r 'bận' >/dev/null 2>&1 || :
	at 09:30
	osq-dossier finish "${codes[0]}" >/dev/null
	osq-dossier return "${codes[0]}" >/dev/null
	osq-dossier reject "${codes[3]}" -r 'không đủ' >/dev/null 2>&1 || :
	osq-dossier form 01 "${codes[4]}" >/dev/null
	code=${codes[4]}
	osq-admin backup busy.db >/dev/null
	rm osq.db*
}

# Everything that only reads, in one form at least.
verbs() {
	cat <<-END
		osq-admin config
		osq-admin promises
		osq-admin setup
		osq-admin check
		osq-admin check --json
		osq-admin publish procedures pages
		osq-admin backup copy.db
		osq-admin list journal --json
		osq-ticket list --csv
		osq-ticket list
		osq-ticket list --xlsx list.xlsx
		osq-ticket show A002
		osq-ticket wait
		osq-ticket wait A003
		osq-ticket print A003
		osq-ticket print A003 --as html
		osq-ticket slots civil
		osq-ticket bookings
		osq-call policies
		osq-call status
		osq-call say A002
		osq-call next --counter 1 --dry-run
		osq-board
		osq-board --html board.html
		osq-dossier list --csv
		osq-dossier list --full
		osq-dossier list -q nguyen
		osq-dossier list --standing overdue
		osq-dossier show $code
		osq-dossier show ${codes[0]} --json
		osq-dossier show ${codes[2]}
		osq-dossier track ${codes[1]}
		osq-dossier papers $code
		osq-dossier payments
		osq-dossier pay $code --qr
		osq-dossier person 079199001234
		osq-dossier form 01 $code
		osq-dossier form 06 ${codes[0]}
		osq-dossier form 07
		osq-dossier due --procedure 1.001193
		osq-dossier due --within 9d
		osq-dossier export
		osq-rate list
		osq-rate summary
		osq-report day
		osq-report day --xlsx day.xlsx
		osq-report summary --from 2020-01-01 --to 2026-12-31
		osq-report dossiers
		osq-report overdue
		osq-report late-entries
		osq-report officers
		osq-report queue
		osq-report timeline
		osq-report takings
	END
	printf 'osq-admin list %s\n' counters desks holidays hours officers papers priorities \
		procedures reasons services steps targets users
}

@test "a store with any values in it ends no reader by a signal, nor holds him" {
	local seed stores=6 first=${OSQ_SEED:-$((RANDOM * 32768 + RANDOM))} command

	[ -z "${OSQ_SOAK:-}" ] || stores=400
	export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}exitcode=99" \
		UBSAN_OPTIONS="${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}exitcode=99"
	busy_office
	verbs >commands
	for ((seed = first; seed < first + stores; seed++)); do
		rm -rf osq.db* copy.db pages
		cp busy.db osq.db
		python3 "$ROOT/tests/fault/hostile_store.py" osq.db "$seed" $((1 << seed % 9)) >changed
		while read -r command; do
			status=0
			# shellcheck disable=SC2086  # a command and its arguments
			timeout "$PATIENCE" $command >out 2>err </dev/null || status=$?
			case $status in
			0 | 1 | 64 | 65 | 66 | 69 | 70 | 73 | 74 | 75 | 77 | 78) ;;
			*)
				echo "OSQ_SEED=$seed: $command: status $status" >&2
				cat changed err >&2
				return 1
				;;
			esac
		done <commands
	done
}
