#!/bin/sh
# SPDX-License-Identifier: MIT
# The house has floors and rooms, and each room knows only those that tests/lint/floors
# lists for it: by what its files include, and by what their objects ask of others', since
# a header can declare what another file does.  No files ask each other in a circle.
# Prints what breaks this, a line each, and fails when there is any.
set -eu
export LC_ALL=C
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# "FILE OTHER": what includes what.
grep -rE '^[[:space:]]*#[[:space:]]*include[[:space:]]+("|<(base|store|form|office|cli)/)' \
	--include='*.[ch]' --include='*.def' cmd lib |
	sed -E 's|^([^:]*):[^"<]*["<]([^">]*)[">].*|\1 \2|' |
	awk '{ folder = $1; sub(/[^\/]*$/, "", folder)
		print $1, ($2 ~ /\// ? "lib/" : folder) $2 }' >"$work/includes"

# "FILE OTHER": whose object asks what of whose.  (A module is linked by itself.)
sh tests/lint/symbols >"$work/symbols"
awk '$3 ~ /[TDRB]/ && $2 != "main" { where[$2] = $1 }
	$3 == "U" { ask[$1 " " $2] }
	END { for (a in ask) { split(a, p, " "); if (p[2] in where && where[p[2]] != p[1])
		print p[1], where[p[2]] } }' "$work/symbols" | sort -u >"$work/asks"

# A room is a folder; the table says whom it knows beside itself.
cat "$work/includes" "$work/asks" | awk '
	function room(file) { sub(/\/[^\/]*$/, "", file); sub(/^lib\//, "", file); return file }
	FNR == NR { if (/^#/ || !NF) next; sub(/:$/, "", $1); rooms[$1]
		for (i = 2; i <= NF; i++) knows[$1, $i]; next }
	{ a = room($1); b = room($2)
	  if (a == b) next
	  if (!(a in rooms)) { if (!told[a]++) print a ": has no line in tests/lint/floors"; next }
	  used[a, b]
	  if (!((a, b) in knows)) print $1 ": " a " does not know " b " (" $2 ")" }
	END { for (k in knows) if (!(k in used)) { split(k, p, SUBSEP)
		print "tests/lint/floors: " p[1] " does not use " p[2] } }
' tests/lint/floors - | sort -u >"$work/found"

# Rooms know each other in no circle either; one inside another counts as that one.
awk 'function outer(room, above) {
		above = room; sub(/\/[^\/]*$/, "", above)
		return above != room && above in rooms ? outer(above) : room }
	/^#/ || !NF { next }
	{ sub(/:$/, "", $1); rooms[$1]; lines[++n] = $0 }
	END { while (n) { count = split(lines[n--], knows, " ")
		for (i = 2; i <= count; i++) if (outer(knows[1]) != outer(knows[i]))
			print outer(knows[1]), outer(knows[i]) } }' tests/lint/floors >"$work/rooms"
tsort <"$work/rooms" 2>"$work/circles" >"$work/order" || :
sed -n 's/^tsort: -: input contains a loop:$/a circle of rooms:/p; s/^tsort: \([a-z].*\)/  \1/p' \
	"$work/circles" >>"$work/found"

# Circles: files that ask each other, directly or on a way round.
tsort <"$work/asks" >"$work/order" 2>"$work/circles" || :
sed -n 's/^tsort: -: input contains a loop:$/a circle of files:/p; s/^tsort: \([a-z].*\)/  \1/p' \
	"$work/circles" >>"$work/found"

# A file is known by its name alone.
find lib -name '*.[ch]' | sed 's|.*/||' | sort | uniq -d |
	sed 's|$|: lib has two files of this name|' >>"$work/found"

# The engine is known to the store's floor alone.
grep -rn 'include.*sqlite3\.h' --include='*.[ch]' cmd lib | grep -v '^lib/store/' |
	sed 's/$/    <- only lib\/store knows sqlite3.h/' >>"$work/found" || :

[ ! -s "$work/found" ] || {
	cat "$work/found" >&2
	exit 1
}
