#!/bin/sh
# SPDX-License-Identifier: MIT
# All C is as clang-format has it.  Prints the places that are not, and fails when there
# are any; --write mends them.  Each version has a taste of its own, so only the one that
# .clang-format names judges; another is passed over, and said to be.
set -eu
cd "$(dirname "$0")/../.."
asked=--dry-run
[ "${1-}" != --write ] || asked=-i

wanted=$(sed -n 's/^# clang-format \([0-9]*\).*/\1/p' .clang-format)
tool=clang-format-$wanted
command -v "$tool" >/dev/null || tool=clang-format
here=$("$tool" --version 2>/dev/null | sed -n 's/.* version \([0-9]*\).*/\1/p') || :
if [ "$here" != "$wanted" ]; then
	echo "passed over: clang-format $wanted is not here (${here:-none})"
	exit
fi
find cmd lib tests -name '*.[ch]' -exec "$tool" --Werror "$asked" '{}' +
