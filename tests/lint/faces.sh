#!/bin/sh
# SPDX-License-Identifier: MIT
# A header is the face of its own .c: what others may ask of X.c stands in X.h, so that
# whoever has the declaration has the body.  And nothing is for others that nobody asks
# for.  tests/lint/faces lists the exceptions.  Prints what breaks this, a line each, and
# fails when there is any.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Each library by itself: Debian 13's xlsxwriter.pc asks for a minizip.pc that it does not
# bring, and then nothing is told of any.
flags=
for library in xlsxwriter cairo; do
	flags="$flags $(pkg-config --cflags "$library" 2>/dev/null)" || :
done

# "HEADER WORD" for every word of every header, its macros spelled out.
# shellcheck disable=SC2086  # words are what is wanted
find cmd lib -name '*.h' | sed 's/.*/#include "&"/' |
	"${CC:-cc}" -E -D_GNU_SOURCE -I. -Ilib $flags -x c - |
	awk '/^# [0-9]/ { file = $3; gsub(/^"(\.\/)?|"$/, "", file); next }
		file ~ /^(cmd|lib)\// { n = split($0, words, /[^A-Za-z0-9_]+/)
			for (i = 1; i <= n; i++) print file, words[i] }' |
	sort -u >"$work/words"

sh tests/lint/symbols >"$work/symbols"
awk '
	function folder(file) { sub(/\/[^\/]*$/, "", file); return file }
	FILENAME ~ /faces$/ { if (/^#/ || !NF) next
		if ($1 ~ /\.h$/) shared[$1]; else unasked[$1]
		listed[$1]; next }
	FILENAME ~ /words$/ { declared[$1, $2]; if ($1 in shared) in_shared[$2, folder($1)] = $1; next }
	$3 == "U" { asked[$2]; next }
	$3 ~ /[TDRB]/ && $2 != "main" { defined[$2] = $1 }
	END { for (s in defined) { c = defined[s]; h = c; sub(/c$/, "h", h)
		if ((h, s) in declared) ;
		else if ((s, folder(c)) in in_shared) used[in_shared[s, folder(c)]]
		else print c ": " s " does not stand in " h
		if (s in asked) continue
		if (s in unasked) used[s]; else print c ": " s " is asked for by nobody else" }
	      for (l in listed) if (!(l in used)) print "tests/lint/faces: " l " is not needed" }
' tests/lint/faces "$work/words" "$work/symbols" | sort >"$work/found"

[ ! -s "$work/found" ] || {
	cat "$work/found" >&2
	exit 1
}
