#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Nothing runs from data: what stands in a register or a dossier, in a store from before a
# code was one word or written by sqlite3(1), is no program to what the product brings along.

load helper

setup() {
	office
}

# service CODE: one that no import takes any more.
service() {
	sqlite3 osq.db "INSERT INTO service (code, prefix, name)
		VALUES ('${1//\'/\'\'}', 'Z', 'Dịch vụ lạ')"
}

# kiosk KEY [SERVICE]
kiosk() {
	printf %s "$1" | PRINT='cat >>paper' timeout "$PATIENCE" \
		sh "$ROOT/share/examples/kiosk.sh" "${@:2}" >said 2>&1 || :
}

@test "the ticket machine runs nothing that a code says" {
	local code

	# shellcheck disable=SC2016  # none of it is to be expanded
	for code in '.*/id>PWNED/e;s/x' '.*,.*/id>PWNED/e;s/^x' '$(id>PWNED)' '`id>PWNED`' \
		'*;id>PWNED' "'\$(id>PWNED)'"; do
		service "$code"
		kiosk 8
		kiosk 1 "$code"
		ls >there
		run ! grep PWNED there
		sqlite3 osq.db "DELETE FROM ticket_period; DELETE FROM ticket;
			DELETE FROM service WHERE prefix = 'Z'"
	done
}

@test "no key of the ticket machine stops it or gives the shell" {
	# ^Z, ^C, ^\ and then the first key.
	{
		sleep 2
		printf '\032\003\034'
		sleep 1
		printf 1
		sleep 2
		printf '\004'
	} | PRINT='cat >>paper' timeout "$PATIENCE" \
		script -qec "sh '$ROOT/share/examples/kiosk.sh'; echo left" screen >shown || :
	cat shown >&2
	grep -a A001 shown
	[ "$(osq-ticket list --csv --no-header -o ticket)" = A001 ]
}

# offered OPEN: what bash would put behind the quote OPEN, and the beginning of a code.
offered() {
	bash --norc -c '. "$0/osq.bash" && COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) &&
		__osq 2>&1; ((${#COMPREPLY[@]})) && printf "%s\n" "${COMPREPLY[@]}"; true' \
		"$ROOT/completions" osq-dossier show "$1"
}

@test "bash offers behind an open quote nothing that would end it or run in it" {
	local code bad

	code=$(osq-dossier receive -p 1.001193 -a 'Nguyễn Văn An')
	# shellcheck disable=SC2016,SC1003  # none of it is to be expanded
	for bad in '000$(id>PWNED)' '000`id>PWNED`' '000"; id>PWNED; "' '000\' '000!id'; do
		sqlite3 osq.db "UPDATE dossier SET code = '$bad'"
		[ -n "$(offered 000)" ]
		[ -z "$(offered '"000')" ]
	done
	sqlite3 osq.db "UPDATE dossier SET code = '000''; id; '''"
	[ -z "$(offered "'000")" ]
	sqlite3 osq.db "UPDATE dossier SET code = '$code'"
	[ "$(offered '"000')" = "$code" ]
	[ "$(offered "'000")" = "$code" ]
}

@test "no example puts a value of the store into the text of a program" {
	# eval, sh -c, awk and sed with a variable in what they run.
	run ! grep -nE '(eval|sh -c|awk|sed( -n)?) "[^"]*[$][a-z]' "$ROOT"/share/examples/*.sh \
		"$ROOT"/man/*.[1-9]
}
