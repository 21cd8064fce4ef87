#!/bin/sh
# SPDX-License-Identifier: MIT
# What the office must not forget today: what is late, what is promised within a working
# day, what waits for citizens.  What cron or the timer osq-morning-digest runs before
# opening:
#	30 6 * * 1-6  root  sh /usr/local/share/osq/examples/morning-digest.sh | mail -s "Một cửa" hoa
# with
#	morning-digest.sh [SPAN]
# SPAN is a number of working days (1d) or hours (4h).  Prints nothing where there is
# nothing to tell, so that cron sends no mail; exits 1 where something is late.
set -eu
span=${1:-1d}

part() { # HEADING COMMAND ...: what the command lists, below its heading
	heading=$1
	shift
	rows=$("$@" --no-header --csv -o code)
	[ -n "$rows" ] || return 0
	printf '%s (%s)\n' "$heading" "$(printf '%s\n' "$rows" | wc -l)"
	"$@" -o "$columns"
	echo
}

columns=standing,officer,desk,promised_at,code,procedure_name
part "${PROMISED:-Quá hạn, sắp đến hạn}" osq-dossier due --within "$span"
columns=paused_at,pause_kind,officer,code,procedure_name,last_reason
part "${PAUSED:-Đang tạm dừng}" osq-dossier list --status paused --by due
osq-dossier due --within "$span" --check >/dev/null
