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
