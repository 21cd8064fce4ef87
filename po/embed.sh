#!/bin/sh
# SPDX-License-Identifier: MIT
# Print the translations named (po/vi.po ...), each as LANGUAGE("vi", "...") with the
# catalogue that msgfmt makes of it as a C string: they are part of the program, so that
# no file has to be looked for.
set -eu
catalogue=$(mktemp)
trap 'rm -f "$catalogue"' EXIT
for file in "$@"; do
	msgfmt --check --no-hash --endianness=little --output-file="$catalogue" "$file"
	code=${file##*/}
	printf 'LANGUAGE("%s",\n' "${code%.po}"
	od -A n -v -t o1 "$catalogue" | sed 's/ /\\/g; s/.*/\t"&"/'
	printf ')\n'
done
