#!/bin/sh
# SPDX-License-Identifier: MIT
# Bring the translations up to the texts of the source: what is new comes in empty, what
# has changed a little is marked fuzzy, what is gone goes.  Run it after changing a
# message, then translate.
#   po/update.sh             all of them
#   po/update.sh --new lo    begin po/lo.po, which is all that a language needs
#   po/update.sh --pot FILE  only the texts without translations, which are never kept
set -eu
cd "$(dirname "$0")/.."

extract() {
	find cmd lib -name '*.[ch]' -o -name '*.def' | xgettext --files-from=- --language=C --from-code=UTF-8 \
		--keyword --keyword=_ --keyword=N_ --keyword=NC_:1c,2 --package-name=osq \
		--add-comments=TRANSLATORS --no-location --sort-output --output="$1"
	# Its date would change with every run.
	sed -i '/^"POT-Creation-Date:/d' "$1"
}

update() {
	msgmerge --quiet --update --backup=none --no-location --sort-output \
		"$1" "$pot"
	msgattrib --no-obsolete --no-location --sort-output --output-file="$fresh" "$1"
	cat "$fresh" >"$1"
}

if [ "${1-}" = --pot ]; then
	extract "$2"
	exit
fi
pot=$(mktemp) fresh=$(mktemp)
trap 'rm -f "$pot" "$fresh"' EXIT
extract "$pot"
if [ "${1-}" = --new ]; then
	msginit --no-translator --locale="$2" --input="$pot" --output-file="po/$2.po"
	exit
fi
for file in po/*.po; do
	update "$file"
done
