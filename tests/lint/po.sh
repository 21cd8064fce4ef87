#!/bin/sh
# SPDX-License-Identifier: MIT
# Each translation is whole: every text of the source is in po/CODE.po, and translated;
# none is fuzzy, none is left over; msgfmt finds nothing to say.
set -u
cd "$(dirname "$0")/../.." || exit

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bad=0

tell() { # FILE WHAT
	echo "$1: $2 (po/update.sh brings it up to the source)" >&2
	bad=1
}

ids() {
	msgattrib --no-obsolete --no-wrap --sort-output "$1" | grep '^msgid' | sort
}

check() { # FILE
	said=$(msgfmt --check -o "$folder/catalogue" "$1" 2>&1) || bad=1
	if [ -n "$said" ]; then
		echo "$said" >&2
		bad=1
	fi
	# Untranslated, fuzzy, or in the source and not here.
	msgcmp "$1" "$folder/osq.pot" || tell "$1" "texts are not translated"
	ids "$1" >"$folder/here"
	if ! diff "$folder/source" "$folder/here" >"$folder/diff"; then
		cat "$folder/diff" >&2
		tell "$1" "not the same texts as in the source"
	fi
	# What stands in braces is filled in by name.
	msgattrib --no-obsolete --no-wrap "$1" | awk '
		function names(text, found) {
			while (match(text, /\{[a-z]+\}/)) {
				found[substr(text, RSTART, RLENGTH)] = 1
				text = substr(text, RSTART + RLENGTH)
			}
		}
		/^msgid / { split("", here); split("", there); names($0, here); text = $0 }
		/^msgstr / {
			names($0, there)
			for (name in here) if (!(name in there)) print text ": no " name
			for (name in there) if (!(name in here)) print text ": " name
		}' >"$folder/names"
	if [ -s "$folder/names" ]; then
		cat "$folder/names" >&2
		tell "$1" "a placeholder is not the source's"
	fi
	if grep -q '^#~' "$1"; then
		tell "$1" "texts that are gone from the source are kept"
	fi
}

po/update.sh --pot "$folder/osq.pot" || exit
ids "$folder/osq.pot" >"$folder/source"
for file in po/*.po; do
	check "$file"
done
exit $bad
