#!/bin/sh
# SPDX-License-Identifier: MIT
# A counter's keypad: single keys instead of commands.
#	OSQ_COUNTER=1 counter.sh
# n next   r recall   s start   d done   x no-show   h hold   u undo   p pause or back
# q quit (the counter stays as it is)
set -u
: "${OSQ_COUNTER:?which counter is this?}"

# One key, without waiting for the end of a line where it is a keyboard; "" at the end.
read_key() {
	key=$(dd bs=1 count=1 2>/dev/null && echo .)
	key=${key%.}
}

keyboard() {
	[ ! -t 0 ] || stty "$@"
}

# One key for both: on a break it ends it.
pause_or_back() {
	case $(osq-call status --counter "$OSQ_COUNTER" --csv --no-header -o state) in
	paused) osq-call back ;;
	*) osq-call pause ;;
	esac
}

keyboard -icanon -echo
trap 'keyboard icanon echo' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
osq-call status --counter "$OSQ_COUNTER" || exit
while read_key && [ -n "$key" ]; do
	# What is refused tells why itself; the loop goes on.
	case $key in
	n) osq-call next ;;
	r) osq-call recall ;;
	s) osq-call start ;;
	d) osq-call "done" ;;
	x) osq-call no-show ;;
	h) osq-call hold ;;
	u) osq-call undo ;;
	p) pause_or_back ;;
	q) exit 0 ;;
	*) continue ;;
	esac
	osq-call status --counter "$OSQ_COUNTER"
done
