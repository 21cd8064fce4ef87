#!/bin/sh
# SPDX-License-Identifier: MIT
# The Vietnamese translation is whole: every text of the source is in po/vi.po, and
# translated; none is fuzzy, none is left over; msgfmt finds nothing to say.
set -u
cd "$(dirname "$0")/../.." || exit

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bad=0

tell() {
	echo "po/vi.po: $1 (po/update.sh brings it up to the source)" >&2
	bad=1
}

po/update.sh --pot "$folder/osq.pot" || exit

said=$(msgfmt --check -o "$folder/vi.mo" po/vi.po 2>&1) || bad=1
if [ -n "$said" ]; then
	echo "$said" >&2
	bad=1
fi
# Untranslated, fuzzy, or in the source and not here.
msgcmp po/vi.po "$folder/osq.pot" || tell "texts are not translated"

ids() {
	msgattrib --no-obsolete --no-wrap --sort-output "$1" | grep '^msgid' | sort
}
ids "$folder/osq.pot" >"$folder/source"
ids po/vi.po >"$folder/here"
if ! diff "$folder/source" "$folder/here" >"$folder/diff"; then
	cat "$folder/diff" >&2
	tell "not the same texts as in the source"
fi
if grep -q '^#~' po/vi.po; then
	tell "texts that are gone from the source are kept"
fi
exit $bad
