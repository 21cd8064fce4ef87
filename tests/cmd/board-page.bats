#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The page for the screen in the hall.

load helper
load hall

WATCHER=

teardown() {
	[ -z "$WATCHER" ] || kill "$WATCHER" 2>/dev/null || :
}

# Renew board.html in the background from now on.
watch_page() {
	rm -f board.html
	background "$@" osq-board --html board.html --watch --lang en
	WATCHER=$!
	soon test -s board.html
}

end_watch() {
	kill -"${1:-TERM}" "$(pgrep -P "$WATCHER" osq-board || echo "$WATCHER")"
	local status=0
	finished "$WATCHER" || status=$?
	WATCHER=
	[ "$status" -eq 0 ]
}

browse() { # SIZE STEP...
	python3 "$BATS_TEST_DIRNAME/browser.py" "file://$PWD/board.html" "$@"
}

@test "one page, whole in itself, with everything on it and no citizen's name" {
	full_hall
	osq-board --html board.html --lang en
	for word in 'Trung tâm Phục vụ hành chính công xã Trường Long A' '0293 3953 999' \
		'Sáng thứ Bảy' 'Monday' '23/11/2026' '10:00' J001 'Dương Thị Mỹ Linh' \
		'Bưu chính công ích' 'on a break' closed 'Since 15/11'; do
		grep -qF -- "$word" board.html || { echo "missing: $word" >&2; return 1; }
	done
	run ! grep -F 'Kín' board.html
	run ! grep -E '(src|href)=|url\(|@import|https?:' board.html
	run ! grep -F '{{' board.html
	xmllint --html --noout board.html 2>&1 | grep -v 'Tag \(header\|section\|footer\|main\) invalid' |
		grep 'error' && return 1
	[ "$(find . -name '.osq*')" = '' ]
}

@test "it speaks the office's language, whoever starts it, or the one that is asked for" {
	office
	LANG=en_US.UTF-8 LANGUAGE='' osq-board --html board.html
	grep -q '<html lang="vi">' board.html
	osq-admin config language en
	LANG=vi_VN.UTF-8 LANGUAGE='' osq-board --html board.html
	grep -q '<html lang="en">' board.html
	osq-board --html board.html --lang vi
	grep -q '<html lang="vi">' board.html
}

@test "markup in names does nothing" {
	office
	printf 'code,name\nx,"<script>alert(1)</script>"\n' | osq-admin import officers - >/dev/null
	osq-admin config notice '"><img src=x onerror=alert(1)>' >/dev/null
	osq-call open -c 1 --officer x
	osq-board --html board.html
	grep -qF '&lt;script&gt;alert(1)&lt;/script&gt;' board.html
	run ! grep -F '<img' board.html
	[ "$(grep -c '<script' board.html)" = 1 ]
}

@test "an own template, a broken one, and one that is not there" {
	office
	printf '%s\n' '{{#counters}}{{counter}}={{state}} {{/counters}}{{#period}}{{from}}{{/period}}' >own.html
	osq-admin config board_template "$PWD/own.html" >/dev/null
	osq-board --html board.html
	[ "$(cat board.html)" = '1=closed 2=closed 3=closed 4=closed 15/11' ]
	printf 'a\n{{#calls}}\n' >own.html
	try osq-board --html board.html
	like 65 '' "osq-board: $PWD/own.html:2: *"
	[ "$(cat board.html)" = '1=closed 2=closed 3=closed 4=closed 15/11' ]
	rm own.html
	try osq-board --html board.html
	ended 66 '' "osq-board: $PWD/own.html: No such file or directory"
}

@test "where it cannot be written it says so" {
	office
	try osq-board --html missing/board.html
	ended 73 '' 'osq-board: missing/board.html: No such file or directory'
	try osq-board --html /dev/full
	ended 74 '' 'osq-board: /dev/full: No space left on device'
	try osq-board --html -
	like 64 '' 'osq-board: --html wants the name of a file*'
	try osq-board --html board.html --csv
	like 64 '' 'osq-board: --html takes no other format*'
	[ ! -e board.html ]
}

@test "a file's mode and a link to it stay" {
	office
	touch real.html
	chmod 640 real.html
	ln -s real.html board.html
	osq-board --html board.html
	[ -L board.html ]
	[ "$(stat -c %a real.html)" = 640 ]
	grep -q '</html>' real.html
}

@test "with --watch a call is on it within a second, until a signal ends it" {
	full_hall
	for signal in TERM INT HUP; do
		watch_page env
		run ! grep -q 'K00[12]@' board.html
		osq-call back -c 11
		number=$(osq-call next -c 11)
		sleep 1
		grep -q "data-key=\"$number@" board.html
		end_watch "$signal"
		osq-call undo -c 11
		osq-call pause -c 11
		[ "$(find . -name '.osq*')" = '' ]
	done >/dev/null
}

@test "nobody ever reads half a page, while 200 changes happen" {
	full_hall
	watch_page env
	background python3 - <<-'END' >seen
		import os, time
		seen, bad, reads = set(), 0, 0
		while not os.path.exists("stop"):
		    text = open("board.html", encoding="utf-8").read()
		    reads += 1
		    seen.add(hash(text))
		    if not (text.startswith("<!DOCTYPE html>") and text.endswith("</html>\n")):
		        bad += 1
		print(len(seen), bad, reads)
	END
	reader=$!
	for _ in {1..200}; do
		osq-ticket issue s00
	done >/dev/null
	sleep 1
	touch stop
	finished "$reader"
	read -r pages bad reads <seen
	echo "$pages pages, $bad of $reads reads bad" >&2
	[ "$bad" = 0 ]
	[ "$pages" -ge 5 ]
	grep -q '<span class="waiting">201</span>' board.html
	end_watch
}

@test "at midnight it turns over to the new day" {
	full_hall
	ldd "$(command -v osq-board)" | grep -q libasan && skip 'faketime and AddressSanitizer exclude each other'
	unset OSQ_NOW
	# The shop's 23:59:57 on the day of the calls.
	watch_page env TZ=UTC faketime -f '@2026-11-23 16:59:57'
	grep -q '>23/11/2026<\|, 23/11/2026' board.html
	grep -q 'class="number fit">J001' board.html
	soon grep -q ', 24/11/2026' board.html
	run ! grep -q J001 board.html
	grep -q 'No number has been called yet today' board.html
	end_watch
}

# What is seen: text, without what stands outside of the screen or is cut.
FITS='(() => {
	const root = document.documentElement, bad = [];
	const heads = document.querySelectorAll(".row.top > span");
	for (let i = 1; i < heads.length; i++)
		if (heads[i].getBoundingClientRect().left < heads[i - 1].getBoundingClientRect().right + 2)
			bad.push("headings touch: " + heads[i].textContent);
	// Texts of figures beside each other keep apart, wherever their boxes end.
	const text = (e) => {
		const range = document.createRange();
		range.selectNodeContents(e);
		return range.getBoundingClientRect();
	};
	for (const e of document.querySelectorAll(".waiting, .label")) {
		const next = e.nextElementSibling;
		if (next && next.matches(".range, .label") && text(e).width &&
		    text(next).left < text(e).right + 4)
			bad.push("touch: " + e.textContent + " " + next.textContent);
	}
	if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth)
		bad.push("the page scrolls");
	for (const e of document.querySelectorAll("#board *")) {
		const r = e.getBoundingClientRect();
		if (e.closest(".notice") || !r.width || !e.textContent.trim())
			continue;
		if (r.left < -1 || r.top < -1 || r.right > innerWidth + 1 || r.bottom > innerHeight + 1)
			bad.push("outside: " + e.className + " " + e.textContent.trim().slice(0, 40));
		if (e.matches(".number, .code, .before b, .before .time, .row.top span, .counter, .waiting, .range, .figure, .clock, .date, .label") &&
		    e.scrollWidth > e.clientWidth + 1 && e.clientWidth)
			bad.push("cut: " + e.className + " " + e.textContent.trim().slice(0, 40));
		if (e.matches(".before b") && e.nextElementSibling &&
		    e.nextElementSibling.getBoundingClientRect().left < r.right - 1)
			bad.push("over the next: " + e.textContent);
		const box = e.matches(".number, .name, .officer") && e.closest(".tile, .newest");
		if (box && r.bottom > box.getBoundingClientRect().bottom + 1)
			bad.push("below its tile: " + e.textContent);
	}
	return bad;
})()'

# The contrast of every text with what is behind it, WCAG 2 (relative luminance).
CONTRAST='(() => {
	const rgb = (s) => s.match(/[\d.]+/g).map(Number);
	const light = (c) => c.slice(0, 3).map((v) => v / 255)
		.map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
	const behind = (e) => {
		for (; e; e = e.parentElement) {
			const c = rgb(getComputedStyle(e).backgroundColor);
			if (c.length < 4 || c[3] > 0)
				return c;
		}
	};
	let least = 99, where = "", texts = 0;
	for (const e of document.querySelectorAll("#board *")) {
		if (!Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.data.trim()))
			continue;
		const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e));
		const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
		texts++;
		if (ratio < least) {
			least = ratio;
			where = e.className + " " + e.textContent.trim();
		}
	}
	return [Math.round(least * 100) / 100, where, texts];
})()'

@test "a full hall fits at 1080p and 720p, in both languages, without scrolling" {
	full_hall
	for lang in vi en; do
		osq-board --html board.html --lang "$lang"
		for size in 1920x1080 1280x720; do
			try browse "$size" eval "$FITS" shot "$lang-$size.png"
			ended 0 '[]'
			[ -s "$lang-$size.png" ]
		done
	done
}

@test "so does an empty one, a small one, and one with long words" {
	office
	osq-board --html board.html --lang vi
	try browse 1280x720 eval "$FITS"
	ended 0 '[]'
	osq-call open -c 1 --officer hoa
	osq-ticket issue civil
	osq-call next -c 1
	osq-board --html board.html --lang vi
	sed -i 's/>A001</>AB12345</g; s/Hộ tịch/Một-Cái-Tên-Rất-Dài-Không-Có-Chỗ-Ngắt Hộ tịch/g' board.html
	try browse 1280x720 eval "$FITS"
	ended 0 '[]'
}

@test "contrast is AAA, and what was called is large enough for six metres" {
	full_hall
	osq-board --html board.html --lang vi
	# Paint also what is shown seldom: late dossiers, the warning.
	try browse 1920x1080 \
		eval 'document.querySelector(".stale").hidden = false;
			document.querySelectorAll(".figure")[4].classList.add("bad"); 1' \
		eval "$CONTRAST" \
		eval 'document.querySelector(".newest").style.animation = "none";
			document.querySelector(".newest").style.background = "var(--white)";
			document.querySelectorAll(".tile.called").forEach((e) => {
				e.style.animation = "glow 1s -.5s paused";
			}); getComputedStyle(document.querySelector(".tile.called")).backgroundColor' \
		eval "$CONTRAST" \
		eval 'document.querySelectorAll(".number").forEach((e) => e.textContent = "M000");
			dispatchEvent(new Event("resize")); 1' \
		eval 'Math.min(...Array.from(document.querySelectorAll(".number"),
			(e) => parseFloat(getComputedStyle(e).fontSize))) / innerHeight * 100' \
		eval 'Math.min(...Array.from(document.querySelectorAll("#board *"),
			(e) => parseFloat(getComputedStyle(e).fontSize))) / innerHeight * 100'
	[ "$status" = 0 ]
	echo "$output" >&2
	jq -se '.[1][0] >= 7 and .[1][2] > 80' <<<"$output" # at rest
	jq -se '.[2] == "rgb(35, 64, 95)" and .[3][0] >= 7' <<<"$output" # at the other end of the animations
	# A capital is 0.714 of the font's size, a screen of 43 inches 535 mm high: 16
	# minutes of arc at 6 m, and 8 for all else on 55 inches (685 mm).
	jq -se '.[5] / 100 * 0.714 * 535 >= 6000 * 0.004654' <<<"$output"
	jq -se '.[6] / 100 * 0.714 * 685 >= 6000 * 0.002117' <<<"$output"
}

@test "what does not fit at once is shown in turn, those who wait first" {
	full_hall
	osq-board --html board.html --lang vi
	shown='Array.from(document.querySelectorAll(".services .row:not(.top)")).filter((e) => !e.hidden)
		.map((e) => e.querySelector(".prefix").textContent).join("")'
	try browse 1920x1080 eval 'Date.now = () => 8000 * 1000000; 1' run 'sleep 1.2' eval "$shown" \
		eval 'Date.now = () => 8000 * 1000001; 1' run 'sleep 1.2' eval "$shown"
	[ "$output" = $'1\n"ABCDEFGHIJ"\n1\n"KLMNOPQRST"' ]
}

@test "the page takes a call over within a second, without being loaded anew, and shows it" {
	full_hall
	watch_page env
	try browse 1280x720 eval 'window.mark = 1; document.querySelector(".newest .number").textContent' \
		run 'osq-call back -c 11 >called; osq-call next -c 11 >called' \
		until 'document.querySelector(".newest .number").textContent === "K001"' \
		eval '[window.mark, document.querySelector(".newest.fresh") !== null,
			getComputedStyle(document.querySelector(".newest")).animationName,
			document.querySelectorAll(".tile.fresh").length,
			document.querySelectorAll("iframe").length < 2]' \
		reduce \
		eval 'getComputedStyle(document.querySelector(".newest")).animationName' \
		run 'osq-call done -c 11 >called' \
		until 'document.querySelectorAll(".tile .number").length === 10' \
		eval '[window.mark, document.querySelector(".newest .number").textContent]'
	echo "$output" "$stderr" >&2
	[ "$status" = 0 ]
	[ "$(sed -n 1p <<<"$output")" = '"J001"' ]
	# Of a call and an end; a busy machine may be late once.
	[ "$(sed -n '2p;5p' <<<"$output" | sort -n | head -n 1)" -lt 1000 ]
	[ "$(sed -n 3,4p <<<"$output")" = $'[1, true, "beat", 1, true]\n"none"' ]
	[ "$(sed -n 6p <<<"$output")" = '[1, "K001"]' ]
	end_watch
}

@test "a page that nobody renews any more says so" {
	full_hall
	watch_page env
	end_watch
	hidden='document.querySelector(".stale").hidden'
	try browse 1280x720 eval "$hidden" \
		eval 'const real = performance.now(); performance.now = () => real + 100000; 1' \
		run 'sleep 1.2' eval "$hidden" \
		eval 'performance.now = () => real + 160000; 1' until "!$hidden" \
		eval "$FITS"
	echo "$output" "$stderr" >&2
	[ "$(sed -n '1p;3p;6p' <<<"$output")" = $'true\ntrue\n[]' ]
	osq-board --html board.html
	run ! grep -q data-watched board.html
}

@test "hall-screen.sh: it waits for the page and shows it in a browser without a frame" {
	office
	mkdir bin
	printf '#!/bin/sh\necho "$@" >>"%s/shown"\n' "$PWD" >bin/chromium
	chmod +x bin/chromium
	PATH="$PWD/bin:$PATH" XDG_RUNTIME_DIR=$PWD ONCE=1 \
		background sh "$ROOT/share/examples/hall-screen.sh" board.html
	WATCHER=$!
	sleep 0.5
	[ ! -e shown ]
	osq-board --html board.html
	finished "$WATCHER"
	WATCHER=
	grep -qE -- "^--kiosk .* file://$PWD/board.html\$" shown
	try env BROWSER=no-such-browser sh "$ROOT/share/examples/hall-screen.sh" board.html
	ended 69 '' 'hall-screen: no-such-browser: is not installed'
}
