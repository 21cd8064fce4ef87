#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The screen in the hall on a terminal, watched as a person would: in tmux.

load helper
load hall

SHELL_LINE='PS1="ready> " exec bash --norc --noprofile'

term() {
	TMUX_TMPDIR=$BATS_TEST_TMPDIR tmux -L board -f /dev/null "$@"
}

setup() {
	full_hall
	WATCHER=
}

teardown() {
	term kill-server 2>/dev/null || :
	[ -z "$WATCHER" ] || kill -9 "$WATCHER" 2>/dev/null || :
}

start_terminal() { # COLUMNS ROWS
	term new-session -d -x "$1" -y "$2" "$SHELL_LINE"
	term set -g default-terminal screen-256color
	soon shows 'ready>'
}

screen() {
	term capture-pane -p
}

shows() {
	grep -qF -- "$1" <<<"$(screen)"
}

shows_twice() { # typed, and answered
	[ "$(screen | grep -cF -- "$1")" = 2 ]
}

# tmux answers before its server is gone, and a new one must not meet the old.
end_terminal() {
	local server

	server=$(term display-message -p '#{pid}')
	term kill-server
	soon gone "$server"
}

keys() {
	term send-keys "$@"
}

is() { # FORMAT VALUE
	[ "$(term display-message -p "$1")" = "$2" ]
}

board_pid() {
	pgrep -P "$(term display-message -p '#{pane_pid}')" osq-board
}

start_board() { # COLUMNS ROWS
	start_terminal "$@"
	keys 'stty -a >before' Enter
	soon test -s before
	keys "osq-board --watch; echo \"ended with \$?\"; stty -a >after" Enter
	soon shows 'Trung tâm'
}

# The terminal is as the board found it.
clean() {
	soon shows 'ready>' && soon test -s after
	is '#{alternate_on} #{cursor_flag} #{wrap_flag}' '0 1 1'
	diff before after
	keys 'echo still=here' Enter # echo, and the line's end
	soon shows_twice 'still=here'
}

@test "it fills the terminal, and a call comes onto it" {
	start_board 120 40
	shows 'Monday 23/11/2026  10:00'
	shows 'Counter 10  J001   called        Dương Thị Mỹ Linh'
	shows 'Hotline: 0293 3953 999'
	is '#{alternate_on} #{cursor_flag}' '1 0'
	run ! shows Kín
	osq-call back -c 11
	osq-call next -c 11
	soon shows 'Counter 11  K001   called'
	soon shows '→ Counter 11'
	[ "$(screen | wc -l)" -le 40 ]
	keys q
	clean
	shows 'ended with 0'
}

# Drawn for this size: the head on top, what was called where there is room for it, the foot.
fits() { # COLUMNS ROWS
	screen >seen
	[ "$(wc -l <seen)" -le "$2" ] || return 1
	[ "$1" -ge 10 ] && [ "$2" -ge 3 ] || return 0
	head -n 1 seen | grep -q '^ Trun\|^ T' || return 1
	[ "$2" -gt 12 ] || grep -q J001 seen || return 1
	[ "$2" -lt 8 ] || sed -n "$2p" seen | grep -q '^Hotline: '
}

@test "any size is fit: it is drawn anew, lines stay whole, and nothing scrolls" {
	start_board 120 40
	for size in '200 60' '100 30' '80 24' '60 20' '40 12' '30 8' '20 5' '10 3' '4 1' '1 1' '120 40'; do
		read -r columns rows <<<"$size"
		term resize-window -x "$columns" -y "$rows"
		soon is '#{window_width}x#{window_height}' "${columns}x$rows"
		soon fits "$columns" "$rows" || {
			cat seen >&2
			false
		}
		is '#{history_size} #{alternate_on}' '0 1'
	done
	keys q
	clean
}

@test "however it ends, the terminal is as it was" {
	for end in q C-c TERM HUP INT QUIT SEGV ABRT; do
		start_board 80 24
		case $end in
		q | C-c) keys "$end" ;;
		*) kill -"$end" "$(board_pid)" ;;
		esac
		echo "== $end" >&2
		clean
		case $end in
		SEGV | ABRT) run ! shows 'ended with 0' ;;
		*) shows 'ended with 0' ;;
		esac
		end_terminal
		rm -f before after
	done
}

@test "stopped and taken up again it gives the terminal back in between" {
	start_board 80 24
	kill -TSTP "$(board_pid)"
	soon shows Stopped
	is '#{alternate_on} #{cursor_flag}' '0 1'
	keys fg Enter
	soon is '#{alternate_on} #{cursor_flag}' '1 0'
	soon shows 'Now serving'
	keys q
	soon shows 'ready>'
	is '#{alternate_on} #{cursor_flag}' '0 1'
}

@test "a terminal that goes away takes it along" {
	start_board 80 24
	pid=$(board_pid)
	term kill-server
	soon gone "$pid"
}

@test "an error leaves the terminal and is told" {
	start_terminal 80 24
	keys "osq-board --watch -d missing.db; echo \"ended with \$?\"" Enter
	soon shows 'ended with 66'
	shows 'osq-board: missing.db: there is no store'
	is '#{alternate_on} #{cursor_flag}' '0 1'
}

@test "without a terminal it is no use" {
	try osq-board --watch
	ended 64 '' 'osq-board: --watch wants a terminal that can clear its screen
osq-board: or write a page that renews itself: --html FILE --watch'
	try osq-board --watch --csv
	ended 64 '' 'osq-board: --watch takes no other format
osq-board: see: osq-board --help'
	try env TERM=dumb script -qec 'osq-board --watch' /dev/null
	like 64 '*--watch wants a terminal*'
}

# What goes out in half a second, on a terminal of script(1).
sent() {
	env "$@" TERM=xterm timeout --foreground 10 \
		script -qec 'stty rows 24 cols 80; osq-board --watch & sleep 0.7; kill $!; wait $!' typescript \
		>/dev/null </dev/null
	cat typescript
}

@test "NO_COLOR: no colours, the newest call still stands out" {
	sent -u NO_COLOR >coloured
	grep -qF "${ESC}[1;30;103m" coloured
	sent NO_COLOR=1 >plain
	run ! grep -E "$ESC\[([0-9]*;)*(3[0-7]|4[0-7]|9[0-7]|10[0-7])m" plain
	grep -qF "${ESC}[1;7m" plain
	for way in coloured plain; do
		grep -qF "${ESC}[?1049l" "$way"
	done
}

@test "a hostile name does no harm, and a wide one takes its place" {
	printf 'code,name\n1,"x\033[2J\033]0;evil\007y"\n2,"漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字"\n' >names
	osq-admin import counters names >/dev/null
	osq-call recall -c 1
	sent >seen
	run ! grep -F "$ESC]0;evil" seen
	grep -qF 'x�[2J�]0;' seen
	start_board 200 50
	shows '漢字漢字'
	[ "$(screen | LC_ALL=C.UTF-8 wc -L)" -le 200 ]
}

# Nanoseconds that the process has run.
cpu() {
	cut -d ' ' -f 1 "/proc/$1/schedstat"
}

@test "while nothing happens it costs nothing" {
	# Not over the turn of a minute, when it draws the clock.
	[ "$((10#$(date +%S)))" -lt 50 ] || sleep 11
	start_board 120 40
	sleep 1
	pid=$(board_pid)
	before=$(cpu "$pid")
	sleep 5
	echo "$(($(cpu "$pid") - before)) ns in 5 s" >&2
	[ "$(($(cpu "$pid") - before))" -lt 5000000 ]
}

@test "with the minute the clock turns, at midnight the day" {
	ldd "$(command -v osq-board)" | grep -q libasan && skip 'faketime and AddressSanitizer exclude each other'
	unset OSQ_NOW
	start_terminal 120 40
	keys "TZ=UTC faketime -f '@2026-11-23 16:59:57' osq-board --watch" Enter
	soon shows 'Monday 23/11/2026  23:59'
	shows J001
	soon shows 'Tuesday 24/11/2026  00:00'
	shows 'No number has been called yet today'
	run ! shows J001
}
