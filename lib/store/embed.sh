#!/bin/sh
# SPDX-License-Identifier: MIT
# Print the SQL files named, in order, as an initialiser of C strings: one file,
# one step.  The schema is embedded so that a command never looks for it.
set -eu
for file in "$@"; do
	sed -e '/^[[:blank:]]*--/d' -e 's/ -- .*$//' -e 's/\\/\\\\/g' -e 's/"/\\"/g' \
		-e 's/^/\t"/' -e 's/$/\\n"/' "$file"
	printf '\t,\n'
done
