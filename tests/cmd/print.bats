#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The slip that a citizen takes away: as text, for a ticket printer, as a page.

load helper

setup() {
	office
}

# The picture of the ESC/POS bytes in FILE, on paper with DOTS; sets rows, band, black.
paper() { # DOTS FILE
	python3 "$BATS_TEST_DIRNAME/escpos.py" "$1" "$2.png" <"$2" >measured
	read -r rows band black <measured
}

# What a telephone reads from a picture.
qr_of() {
	zbarimg -q --raw "$1" 2>/dev/null
}

# A picture of the page FILE.html, as a browser shows it.
screenshot() { # FILE
	HOME=$PWD chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
		--no-first-run --user-data-dir="$PWD/browser" --window-size=400,700 \
		--virtual-time-budget=2000 --screenshot="$PWD/$1.png" "file://$PWD/$1.html" \
		>browser.log 2>&1
}

# Everything that the store holds.
all_of_it() {
	sqlite3 -readonly "$OSQ_DB" .dump | sha256sum
}

@test "the slip has all that a citizen needs, and fits the paper" {
	osq-ticket issue civil
	osq-ticket issue civil -p elderly --name "không in tên"
	try osq-ticket issue civil --print text
	ended 0 '  Trung tâm Phục vụ hành chính
     công xã Trường Long A
--------------------------------
          YOUR NUMBER

            A 0 0 3

            Hộ tịch
        23/11/2026 08:00
        People ahead: 2
--------------------------------
 Please wait for your number to
           be called.
 osq:000.17.22.H30:2026-11-23:
              A003'
	try osq-ticket print A002 --as text --width 48
	ended 0 '  Trung tâm Phục vụ hành chính công xã Trường
                     Long A
------------------------------------------------
                    REPRINT
                  YOUR NUMBER

                    A 0 0 2

                    Hộ tịch
              Người từ đủ 80 tuổi
                23/11/2026 08:00
                People ahead: 0
------------------------------------------------
   Please wait for your number to be called.
       osq:000.17.22.H30:2026-11-23:A002'
}

@test "the paper is that of the office, unless another is in the printer" {
	osq-ticket issue civil
	[ "$(osq-ticket print A001 | wc -L)" -eq 32 ]
	[ "$(osq-ticket print A001 --paper 80 | wc -L)" -eq 48 ]
	osq-admin config paper_width 80
	[ "$(osq-ticket print A001 | wc -L)" -eq 48 ]
	[ "$(osq-ticket print A001 --paper 58 | wc -L)" -eq 32 ]
	osq-ticket print A001 --as escpos >slip
	paper 576 slip
	osq-ticket print A001 --as html | grep -q 'width: 80mm'
	try osq-admin config paper_width 57
	like 65 '' "osq-admin: paper_width: '57' does not fit: *"
}

@test "no line of a slip is wider than asked, and no priority is lost" {
	osq-admin config name "Trung tâm Phục vụ hành chính công xã Trường Long Tây" --since "$TODAY"
	osq-ticket issue vneid
	for width in 20 32 48 80; do
		osq-ticket print F001 --width $width >slip
		[ "$(wc -L <slip)" -le $width ]
	done
}

@test "print refuses what it cannot print" {
	osq-ticket issue civil
	try osq-ticket print A001 --as parchment
	ended 64 '' "osq-ticket: --as: 'parchment' is none of: text escpos html
osq-ticket: see: osq-ticket print --help"
	try osq-ticket print A001 --paper 70
	like 64 '' "osq-ticket: --paper: '70' is none of: 58 80"$'\n*'
	try osq-ticket print A001 --width 7
	ended 65 '' "osq-ticket: --width: '7' is no whole number from 20 to 80"
	for other in '--as html' '--as escpos' '--paper 80'; do
		# shellcheck disable=SC2086  # two words
		try osq-ticket print A001 --width 32 $other
		like 64 '' $'osq-ticket: --width is for text, and not with --paper\n*'
	done
	try osq-ticket print A002
	ended 1 '' 'osq-ticket: A002: no such ticket on 2026-11-23'
}

@test "a number is not drawn by a command line that makes no sense" {
	try osq-ticket issue civil --print parchment
	like 64 '' "osq-ticket: --print: 'parchment' is none of: text escpos html"$'\n*'
	try osq-ticket issue civil --paper 80
	like 64 '' $'osq-ticket: --paper goes with --print\n*'
	for format in --json --csv '-o ticket' '--xlsx x.xlsx'; do
		# shellcheck disable=SC2086  # two words
		try osq-ticket issue civil --print text $format
		[ "$status" -eq 64 ]
		[ -z "$output" ]
		[[ $stderr == *'--print goes with no format and no columns'* ]]
	done
	[ -z "$(osq-ticket list --csv --no-header)" ]
}

@test "a reprint is marked, draws no number and changes nothing" {
	osq-ticket issue civil --print escpos >first
	before=$(all_of_it)
	osq-ticket print A001 --as escpos >again
	osq-ticket print A001 --as html >again.html
	osq-ticket print A001 >again.txt
	[ "$(all_of_it)" = "$before" ]
	grep -q '^ *REPRINT$' again.txt
	grep -q '<p class="reprint">REPRINT</p>' again.html
	# The line below the office's name is all the black that a first print has.
	paper 384 first
	[ "$black" -eq 3 ]
	paper 384 again
	[ "$black" -gt 10 ]
	[ "$(qr_of first.png)" = "$(qr_of again.png)" ]
	osq-ticket issue civil --print html | grep 'class="reprint"' && false
	[ "$(osq-ticket issue civil)" = A003 ]
}

@test "a dry run promises nothing on paper" {
	try osq-ticket issue civil --print escpos --dry-run
	ended 0 A001 'osq-ticket: a dry run: nothing was kept'
	[ -z "$(osq-ticket list --csv --no-header)" ]
}

@test "what a ticket printer makes of it can be read, also by a machine" {
	osq-admin config agency H30.24
	osq-ticket issue civil >/dev/null
	for mm in 58:384 80:576; do
		osq-ticket issue civil --print escpos --paper ${mm%:*} >slip
		paper ${mm#*:} slip
		[ "$band" -le 128 ] # what a small printer holds
		[ "$rows" -gt 600 ]
		qr_of slip.png >>codes
	done
	osq-ticket issue vneid -p elderly --print escpos >slip
	paper 384 slip
	qr_of slip.png >>codes
	[ "$(cat codes)" = 'osq:H30.24:2026-11-23:A002
osq:H30.24:2026-11-23:A003
osq:H30.24:2026-11-23:F001' ]
}

@test "the reference is of the ticket's own day" {
	at 08:00 2026-06-30
	osq-ticket issue civil
	osq-admin config agency H30.24 --since 2026-07-01
	at 08:00 2026-07-01
	osq-ticket issue civil
	osq-ticket print A001 --day yesterday --as escpos >slip
	paper 384 slip
	[ "$(qr_of slip.png)" = osq:000.17.22.H30:2026-06-30:A001 ]
	osq-ticket print A001 --as escpos >slip
	paper 384 slip
	[ "$(qr_of slip.png)" = osq:H30.24:2026-07-01:A001 ]
}

@test "each line that there is more takes its room on the paper" {
	osq-ticket issue civil --print escpos >plain
	osq-ticket issue civil -p elderly --print escpos >priority
	osq-admin config name "$(printf 'Trung_tâm_%.0s' 1 2 3 4 5 6 7 8 9)" --since "$TODAY"
	osq-ticket issue civil --print escpos >long
	osq-call open --counter 1 --officer hoa
	osq-call next --counter 1
	osq-call start --counter 1
	osq-ticket print A002 --as escpos >served # nobody is ahead any more
	paper 384 plain
	plain=$rows
	paper 384 priority
	priority=$rows
	[ "$priority" -gt $((plain + 30)) ]
	paper 384 long
	[ "$rows" -gt $((plain + 60)) ]
	[ "$(qr_of long.png)" = osq:000.17.22.H30:2026-11-23:A003 ]
	paper 384 served
	[ "$(qr_of served.png)" = osq:000.17.22.H30:2026-11-23:A002 ]
}

@test "the page is whole in itself and its code can be read" {
	osq-ticket issue certify -p elderly --print html >first.html
	grep -oE '(src|href)=|url\(|@import|<script|<link|https?://[^"]*' first.html >outside
	[ "$(cat outside)" = http://www.w3.org/2000/svg ] # a name, not an address
	grep -q '<html lang="en">' first.html
	screenshot first
	[ "$(qr_of first.png)" = osq:000.17.22.H30:2026-11-23:B001 ]
	osq-ticket print B001 --as html --paper 80 >wide.html
	screenshot wide
	[ "$(qr_of wide.png)" = osq:000.17.22.H30:2026-11-23:B001 ]
	[ "$(sed -n 's|^<p class="\([a-z]*\)">\([^<]*\)</p>$|\1: \2|p' wide.html)" = \
		'office: Trung tâm Phục vụ hành chính công xã Trường Long A
reprint: REPRINT
title: YOUR NUMBER
number: B001
service: Chứng thực
priority: Người từ đủ 80 tuổi
when: 23/11/2026 08:00
ahead: People ahead: 0
wait: Please wait for your number to be called.' ]
}

# A name that is markup, a printer's commands, a terminal's, and turns letters around.
hostile_office() {
	printf -v evil '<script>alert(1)</script>"&\x1b@\x1dV\x01\x10\x04\xe2\x80\xae{{qr}}</style>%s' "'"
	osq-admin config name "$evil" --since "$TODAY"
	printf 'code,prefix,name\nevil,Z,"%s"\n' "${evil//\"/\"\"}" >services.csv
	osq-admin import services services.csv
	osq-ticket issue evil
}

@test "hostile names do nothing to printer, page or terminal" {
	hostile_office
	for dots in 384 576; do
		osq-ticket print Z001 --as escpos --paper $((dots == 384 ? 58 : 80)) >slip
		paper $dots slip # which takes no byte that it does not know
		[ "$(qr_of slip.png)" = osq:000.17.22.H30:2026-11-23:Z001 ]
	done
	osq-ticket print Z001 --as html >slip.html
	run ! grep -qE '<script|</style>.*</style>' slip.html
	run ! env LC_ALL=C grep -q "$ESC" slip.html
	grep -q '<p class="service">&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;�@�V����{{qr}}&lt;/style&gt;&#39;</p>' slip.html
	screenshot slip
	[ "$(qr_of slip.png)" = osq:000.17.22.H30:2026-11-23:Z001 ]
	osq-ticket print Z001 >slip.txt
	run ! env LC_ALL=C grep -q "[$ESC"$'\x1d\x10\x04]' slip.txt
}

@test "an office's own page" {
	cat >own.html <<-'END'
		<h1>{{office}}</h1>{{! ours }}
		{{#reprint}}
		again: {{reprint}}
		{{/reprint}}
		{{^priority}}
		nobody special
		{{/priority}}
		{{number}} {{spelled}}|{{service}}|{{date}}|{{time}}|{{ahead}}|{{paper}}|{{language}}
		{{reference}} {{{qr}}}
	END
	osq-admin config name 'A & B' --since "$TODAY"
	osq-admin config slip_template "$PWD/own.html"
	osq-ticket issue civil --print html >slip.html
	[ "$(sed 's/<svg.*/QR/' slip.html)" = '<h1>A &amp; B</h1>
nobody special
A001 A 0 0 1|Hộ tịch|23/11/2026|08:00|People ahead: 0|58|en
osq:000.17.22.H30:2026-11-23:A001 QR' ]
	try osq-ticket print A001 --as html
	like 0 $'<h1>A &amp; B</h1>\nagain: REPRINT\nnobody special\n*'
	osq-admin config slip_template ''
	osq-ticket print A001 --as html | grep -q '<p class="office">A &amp; B</p>'
}

@test "a broken page is told with its line, before a number is drawn for it" {
	printf '<p>{{number}}\n{{#ahead}}\n<p>\n' >own.html
	osq-admin config slip_template "$PWD/own.html"
	try osq-ticket issue civil --print html
	ended 65 '' "osq-ticket: $PWD/own.html:2: {{#ahead}} is not closed"
	rm own.html
	try osq-ticket issue civil --print html
	ended 66 '' "osq-ticket: $PWD/own.html: No such file or directory"
	printf '\xff' >own.html
	try osq-ticket issue civil --print html
	ended 65 '' "osq-ticket: $PWD/own.html: not UTF-8 text"
	[ -z "$(osq-ticket list --csv --no-header)" ]
	# The other kinds are none the worse.
	[ "$(osq-ticket issue civil --print text | wc -l)" -gt 10 ]
	try osq-admin config slip_template own.html
	like 65 '' "osq-admin: slip_template: 'own.html' does not fit: *"
}

@test "a number that was drawn and not printed is told" {
	for kind in text escpos html; do
		try bash -c "osq-ticket issue civil --print $kind >/dev/full"
		number=$(osq-ticket list --csv --no-header -o ticket | tail -n 1)
		ended 74 '' "osq-ticket: $number is stored, but was not told: cannot write: No space left on device
osq-ticket: osq-ticket print $number --as $kind"
	done
	[ "$number" = A003 ]
	osq-ticket print "$number" --as text >/dev/null
	# The printer's program is gone.
	try python3 -c '
import os, subprocess, sys
reader, writer = os.pipe()
os.close(reader)
sys.exit(subprocess.call(["osq-ticket", "issue", "civil", "--print", "escpos"], stdout=writer))'
	ended 74 '' 'osq-ticket: A004 is stored, but was not told: cannot write: Broken pipe
osq-ticket: osq-ticket print A004 --as escpos'
}

@test "without module or font no number is drawn, and text still works" {
	mkdir alone
	cp -r "$BUILD/bin" "$BUILD/share" alone
	for kind in escpos html; do
		try alone/bin/osq-ticket issue civil --print $kind
		ended 69 '' 'osq-ticket: this kind of slip is not available: lib/osq/form-slip.so is not installed
osq-ticket: a slip as text is'
	done
	echo '<fontconfig><dir>/nowhere</dir></fontconfig>' >none.conf
	try env FONTCONFIG_FILE="$PWD/none.conf" osq-ticket issue civil --print escpos
	ended 69 '' 'osq-ticket: there is no font with Vietnamese letters
osq-ticket: apt install fonts-noto-core'
	[ -z "$(osq-ticket list --csv --no-header)" ]
	try env FONTCONFIG_FILE="$PWD/none.conf" alone/bin/osq-ticket issue civil --print text
	like 0 '*A 0 0 1*' ''
}

# A CUPS that keeps what it gets; it fails where there is a file "jam".
fake_lp() {
	mkdir fake
	cat >fake/lp <<-END
		#!/bin/sh
		[ ! -e "$PWD/jam" ] || exit 1
		printf '%s\n' "\$1 \$2 \$3 \$4" >>"$PWD/queued"
		cat "\$5" >"$PWD/printed"
		echo "request id is \$2-1 (1 file(s))"
	END
	chmod +x fake/lp
	export PATH="$PWD/fake:$PATH" TMPDIR=$PWD PRINTER=hall
}

@test "the example prints through lp" {
	fake_lp
	script=$ROOT/share/examples/print-ticket.sh
	try sh "$script" civil --priority elderly
	ended 0 ''
	paper 384 printed
	[ "$(qr_of printed.png)" = osq:000.17.22.H30:2026-11-23:A001 ]
	[ "$black" -eq 3 ]
	try sh "$script" --again A001
	ended 0 ''
	paper 384 printed
	[ "$black" -gt 3 ]
	[ "$(cat queued)" = '-d hall -o raw
-d hall -o raw' ]
	# What fails prints nothing, and leaves nothing behind.
	try sh "$script" passports
	like 1 '' 'osq-ticket: *'
	[ "$(wc -l <queued)" -eq 2 ]
	[ -z "$(find . -name 'tmp.*')" ]
	# The printer jams: the number is drawn, and its slip kept.
	touch jam
	try sh "$script" civil
	like 69 '' 'print-ticket: not printed; once the printer works: lp -d hall -o raw *'
	rm jam
	eval "${stderr#*works: }" >/dev/null
	paper 384 printed
	[ "$(qr_of printed.png)" = osq:000.17.22.H30:2026-11-23:A002 ]
	[ "$black" -eq 3 ]
	unset PRINTER
	try sh "$script" civil
	[ "$status" -ne 0 ]
	[[ $stderr == *'PRINTER: names no printer'* ]]
	[ "$(osq-ticket list --csv --no-header | wc -l)" -eq 2 ]
}

@test "the slip tells how long one waits, and the ticket keeps what was told" {
	local minute

	open_counters
	for minute in $(seq 10 21); do
		at "08:$minute"
		osq-ticket issue civil
	done
	for minute in 25 30 35 40 45 50 55; do
		at "08:$minute"
		osq-call next -c 1
	done
	at 08:58
	osq-ticket issue civil --print text >slip
	wait=$(grep -oE 'Estimated wait: [0-9]+–[0-9]+ minutes' slip)
	[ -n "$wait" ]
	grep 'People ahead: 5' slip
	told=$(sqlite3 "$OSQ_DB" "SELECT expected_median / 60 || ' ' || (expected_p90 + 59) / 60
		FROM ticket WHERE expected_median < expected_p90")
	[ -n "$told" ]
	# Five before him at some five minutes each.
	sqlite3 "$OSQ_DB" 'SELECT expected_median BETWEEN 1200 AND 2100 FROM ticket
		WHERE number = 13' | grep -x 1
	# A bare number tells nothing, and keeps nothing.
	osq-ticket issue civil
	[ "$(sqlite3 "$OSQ_DB" 'SELECT count(expected_median) FROM ticket')" = 1 ]
	# Another print of one who has been called tells no wait.
	osq-ticket print A001 --as text >slip
	run ! grep -E 'wait:|ahead' slip
}
