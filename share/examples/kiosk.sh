#!/bin/sh
# SPDX-License-Identifier: MIT
# A ticket machine on a numeric keypad: one key for each service, in the order of the
# register.
#	kiosk.sh [SERVICE ...]		only these, from key 1 on
# PRINT	the command that prints a slip from its standard input, such as lp
# AS	the kind of slip: text (the default), escpos ... as of osq-ticket print
# AGAIN	seconds within which the same key is the same press (3)
#
# Every press has a name, which goes along as --request-id: whoever presses again since
# nothing seems to happen gets the number that he has already, and the machine may ask
# again after a failure without drawing a second one.
set -uf
PRINT=${PRINT:-lp}
AGAIN=${AGAIN:-3} AS=${AS:-text}
last_key='' last_at=0 press='' presses=0 ticket='' drawn='' printed=''

say() {
	printf '%s\n' "$*"
}

# One key, without waiting for the end of a line where it is a keyboard; "" at the end.
read_key() {
	key=$(dd bs=1 count=1 2>/dev/null && echo .)
	key=${key%.}
}

keyboard() {
	[ ! -t 0 ] || stty "$@"
}

# A name with a comma comes in quotes.  The code is compared, never part of a program: what
# it is made of is up to whoever wrote the register.
name_of() { # SERVICE
	osq-admin list services --csv --no-header -o code,name |
		SERVICE=$1 awk 'BEGIN { start = ENVIRON["SERVICE"] "," }
			index($0, start) == 1 { print substr($0, length(start) + 1) }' |
		sed 's/^"//; s/"$//; s/""/"/g'
}

# The keys and what they are for.
menu() {
	place=0
	for service in $services; do
		place=$((place + 1))
		say "$place  $(name_of "$service")"
	done
}

service_of() { # KEY: the service in its place
	place=0
	for service in $services; do
		place=$((place + 1))
		[ "$place" != "$1" ] || return 0
	done
	return 1
}

# A key pressed again within the time is the same press, and keeps its name.
name_press() {
	now=$(date +%s)
	if [ "$key" != "$last_key" ] || [ $((now - last_at)) -ge "$AGAIN" ]; then
		presses=$((presses + 1))
		press=$(uname -n)-$$-$now-$presses
	fi
	last_key=$key last_at=$now
}

# Drawn once, whatever happens to the paper: while the press is the same its slip lies
# ready, to be printed when the printer works again, but not a second time.
draw() { # SERVICE
	if [ "$press" != "$drawn" ]; then
		osq-ticket issue "$1" --request-id "$press" --print "$AS" >"$slip" || return
		# The same press once more gives the number alone.
		ticket=$(osq-ticket issue "$1" --request-id "$press") || return
		drawn=$press
	fi
	say "$ticket"
	[ "$press" != "$printed" ] || return 0
	sh -c "$PRINT" <"$slip" && printed=$press
}

services=${*:-$(osq-admin list services --csv --no-header -o code)} || exit
slip=$(mktemp) || exit
# No key is a signal, or ^Z would give whoever stands here the shell.
keyboard -icanon -echo -isig
trap '' TSTP QUIT
trap 'keyboard icanon echo isig; rm -f "$slip"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
menu
while read_key && [ -n "$key" ]; do
	case $key in
	[1-9])
		service_of "$key" || continue
		name_press
		draw "$service" || say '--'
		;;
	esac
done
