#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# From the counter to the desk that decides on the same day, or at opening what came after
# 15:00; what lies longer is listed, and what went late stays so in its record.

load helper

AGENCY=000.17.22.H30
DISABLED=1.001653 # with steps at other desks
PLAIN=1.001776    # decided where it is taken in

setup() {
	office
	at 08:00 2026-11-25 # Wednesday
}

receive() { # TIME [PROCEDURE]
	at "$1" 2026-11-25
	osq-dossier receive -p "${2:-$DISABLED}" -a An
}

# The numbers of those that the list has.
listed() {
	osq-dossier list --standing handed_late --csv --no-header -o code | sed 's/.*-000//' |
		paste -sd' '
}

morning() {
	osq-dossier due --within 1d --csv --no-header -o standing,code |
		sed -n 's/^handed_late,.*-000//p' | paste -sd' '
}

@test "what lies at the counter is listed from closing on, what came after three from eight" {
	receive 09:00
	receive 15:00
	receive 15:01
	receive 16:59
	receive 09:00 $PLAIN
	at 17:00 2026-11-25
	[ "$(listed)" = '' ]
	at 17:01 2026-11-25
	[ "$(listed)" = '1 2' ]
	[ "$(morning)" = '1 2' ]
	at 08:00 2026-11-26
	[ "$(listed)" = '1 2' ]
	at 08:01 2026-11-26
	[ "$(listed)" = '1 2 3 4' ]
	# A holiday and a weekend begin no day: from Monday at eight.
	osq-dossier finish $AGENCY-261125-0003 >/dev/null
	at 15:30 2026-11-27
	osq-dossier receive -p $DISABLED -a Bé
	at 12:00 2026-11-29
	[ "$(morning)" = '1 2 4' ]
	at 08:01 2026-11-30
	[ "$(morning)" = '1 2 4 1' ]
	content
}

@test "handed over in time it is listed nowhere; late it stays so in the record, not in the morning" {
	receive 09:00
	receive 09:00
	receive 15:30
	receive 15:30
	at 17:00 2026-11-25
	osq-dossier forward $AGENCY-261125-0001 >/dev/null
	at 08:00 2026-11-26
	osq-dossier forward $AGENCY-261125-0002 $AGENCY-261125-0003 >/dev/null
	at 09:00 2026-11-26
	osq-dossier forward $AGENCY-261125-0004 >/dev/null
	[ "$(listed)" = '2 4' ]
	[ "$(morning)" = '' ]
	[ "$(osq-dossier show $AGENCY-261125-0002 --json | jq -r '.events[] | "\(.act) \(.late)"' |
		paste -sd' ')" = 'receive null forward yes' ]
	# From desk to desk there is no such rule, but the steps' own.
	at 16:00 2026-11-27
	osq-dossier forward $AGENCY-261125-0001 $AGENCY-261125-0003 >/dev/null
	[ "$(listed)" = '2 4' ]
	content
}

@test "while it waits for the citizen it lies for him; the answer begins the day anew" {
	receive 09:00
	at 10:00 2026-11-25
	osq-dossier pause $AGENCY-261125-0001 -r 'Thiếu giấy' >/dev/null
	at 12:00 2026-11-27
	[ "$(listed)" = '' ]
	at 09:00 2026-11-30
	osq-dossier resume $AGENCY-261125-0001 >/dev/null
	at 17:00 2026-11-30
	[ "$(listed)" = '' ]
	at 17:01 2026-11-30
	[ "$(listed)" = 1 ]
	at 17:00 2026-11-30
	osq-dossier forward $AGENCY-261125-0001 >/dev/null
	at 17:01 2026-11-30
	[ "$(listed)" = '' ]
}
