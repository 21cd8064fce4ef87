#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The scripts of share/examples do what they are for.

load helper

EXAMPLES=$ROOT/share/examples

setup() {
	office
	open_counters
}

teardown() {
	if [ -n "${ANNOUNCER:-}" ]; then
		kill -TERM "$ANNOUNCER" 2>/dev/null || :
	fi
}

kiosk() { # KEYS [SERVICE ...]
	local keys=$1

	shift
	printf '%s' "$keys" | PRINT=${PRINT:-cat >>paper} sh "$EXAMPLES/kiosk.sh" "$@"
}

@test "kiosk: a key a service, and a slip on paper" {
	try kiosk 1
	ended 0 '1  Hộ tịch
2  Chứng thực
3  Lao động - Xã hội
4  Trả kết quả
5  Hỗ trợ nộp hồ sơ trực tuyến
6  Hỗ trợ VNeID và định danh điện tử
7  Hỗ trợ thanh toán trực tuyến
8  Đất đai
A001'
	grep -q 'A 0 0 1' paper
	grep -q 'Hộ tịch' paper
	try kiosk $'2\n19 x' certify
	like 0 $'1  Chứng thực\nB001'
	[ "$(osq-ticket list --csv --no-header -o ticket | paste -sd' ')" = 'A001 B001' ]
}

@test "kiosk: pressed again within a moment it gives the same number, on one paper" {
	try kiosk 1112
	like 0 $'*\nA001\nA001\nA001\nB001'
	[ "$(osq-ticket list --csv --no-header -o ticket | paste -sd' ')" = 'A001 B001' ]
	[ "$(grep -c 'A 0 0 1' paper)" = 1 ]
	run ! grep REPRINT paper # the first slip is no reprint
	export AGAIN=0
	try kiosk 11
	like 0 $'*\nA002\nA003'
}

@test "kiosk: where the printer failed, pressing again prints the same number" {
	cat >printer <<-'EOF'
		#!/bin/sh
		[ -e mended ] || { : >mended; echo 'no paper' >&2; exit 1; }
		cat >>paper
	EOF
	chmod +x printer
	export PRINT=./printer
	try kiosk 11
	like 0 $'*\nA001\n--\nA001' 'no paper'
	[ "$(osq-ticket list --csv --no-header -o ticket)" = A001 ]
	[ "$(grep -c 'A 0 0 1' paper)" = 1 ]
}

@test "counter: a morning with single keys" {
	for _ in 1 2 3; do
		osq-ticket issue civil >/dev/null
	done
	export OSQ_COUNTER=1
	counter() {
		printf '%s' "$1" | sh "$EXAMPLES/counter.sh" >out 2>err
	}
	states() {
		osq-ticket list --csv --no-header -o ticket,status | paste -sd' '
	}
	counter nrsnrrx
	[ "$(states)" = 'A001,done A002,no_show A003,waiting' ]
	counter u
	[ "$(states)" = 'A001,done A002,called A003,waiting' ]
	counter 'hnqn'
	[ "$(states)" = 'A001,done A002,held A003,called' ]
	counter dzp
	[ "$(osq-call status --csv --no-header -o state)" = paused ]
	counter p
	[ "$(osq-call status --csv --no-header -o state)" = open ]
	# What is refused tells why, and the loop goes on.
	counter sn
	[ "$(cat err)" = 'osq-call: no ticket is at counter 1
osq-call: nobody is waiting for counter 1' ]
}

@test "counter: needs to know which" {
	try env -u OSQ_COUNTER sh "$EXAMPLES/counter.sh"
	like 2 '' '*which counter is this?*'
}

@test "announcer: from the call to the sound" {
	osq-ticket issue civil >/dev/null
	export PLAY='cat >>heard.wav; :'
	background sh "$EXAMPLES/announcer.sh" --lang vi,en --once 2>err
	ANNOUNCER=$!
	soon test -s osq.db-voice
	osq-call next --counter 1 >/dev/null
	finished "$ANNOUNCER"
	[ "$(head -c 4 heard.wav)" = RIFF ]
	# Two sentences of a second or more, 22050 samples of two bytes each.
	[ "$(stat -c %s heard.wav)" -gt 88200 ]
	[ "$(grep -ac WAVE heard.wav)" -ge 1 ]
	[ ! -s err ]
}

@test "announcer: the staff's clips in place of the voice" {
	osq-ticket issue civil >/dev/null
	mkdir -p 'own clips/vi'
	for clip in xin_moi_so_thu_tu den_quay_so a b c d e f g h 0 1 2 3 4 5 6 7 8 9; do
		printf '%s ' "$clip" >"own clips/vi/$clip.wav"
	done
	export CLIPS='own clips'
	PLAY=./play background sh "$EXAMPLES/announcer.sh" --lang vi --once 2>err
	ANNOUNCER=$!
	printf '#!/bin/sh\ncat "$@" >heard\n' >play
	chmod +x play
	soon test -s osq.db-voice
	osq-call next --counter 1 >/dev/null
	finished "$ANNOUNCER"
	[ "$(cat heard)" = 'xin_moi_so_thu_tu a 0 0 1 den_quay_so 1 ' ]
}

@test "morning digest: what is late or due, and what waits; silent where there is nothing" {
	digest() {
		try sh "$EXAMPLES/morning-digest.sh" "$@"
	}
	digest
	ended 0
	late=$(osq-dossier receive -p 1.001193 -a An --officer hoa --at "2026-11-20 08:00")
	soon=$(osq-dossier receive -p 1.001193 -a Bé --officer binh)
	waits=$(osq-dossier receive -p 1.001653 -a Cò --officer hoa)
	osq-dossier pause "$waits" -r "thiếu ảnh" >/dev/null
	digest
	like 1 "Quá hạn, sắp đến hạn (3)
Standing *
late *Nguyễn Thị Hoa*$late*
at risk *Trần Văn Bình*$soon*
handed late *Nguyễn Thị Hoa*$late*
Đang tạm dừng (1)
*supplement*$waits*thiếu ảnh*"
	osq-dossier finish "$late" >/dev/null
	digest 0
	like 0 "Đang tạm dừng (1)*"
	export PAUSED=Waiting
	digest 4h
	like 0 "Waiting (1)*"
	run ! grep -q "An\|Bé\|Cò" <<<"$output" # no names in a mail
}
