#!/bin/sh
# SPDX-License-Identifier: MIT
# Bring po/vi.po up to the texts of the source: what is new comes in empty, what has
# changed a little is marked fuzzy, what is gone goes.  Run it after changing a
# message, then translate.  With --pot FILE only the catalogue without translations is
# made, which is never kept.
set -eu
cd "$(dirname "$0")/.."

extract() {
	xgettext --language=C --from-code=UTF-8 --keyword --keyword=_ --keyword=N_ \
		--package-name=osq --add-comments=TRANSLATORS --add-location=file \
		--sort-by-file --output="$1" cmd/*.c lib/*/*.c
}

if [ "${1-}" = --pot ]; then
	extract "$2"
	exit
fi
pot=$(mktemp)
trap 'rm -f "$pot"' EXIT
extract "$pot"
# The date of the template would change with every run.
sed -i '/^"POT-Creation-Date:/d' "$pot"
msgmerge --quiet --update --backup=none --add-location=file --sort-by-file \
	po/vi.po "$pot"
msgattrib --no-obsolete --add-location=file --sort-by-file --output-file="$pot" po/vi.po
cat "$pot" >po/vi.po
