#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Every example of the manual works.  In a page's EXAMPLES the displayed blocks
# (.Bd -literal) are run, in order, in one folder with a sample store, on the morning of
# 23 November 2026:
#
#	$ command	is run; > goes on with it
#	text		below it is what it prints, word for word; nothing there: not looked at
#
# `cat FILE` with a text below it makes that file.  One-line displays (.Dl) are not run.

load helper

PAGES=$ROOT/man

setup() {
	office
	unset OSQ_COUNTER OSQ_OFFICER
}

# The lines of the blocks of PAGE, as they are read, and a lone $ after each block.
examples() {
	awk '/^\.Sh / { inside = /EXAMPLES/ } inside && /^\.Ed/ { block = 0; print "$" }
		block; inside && /^\.Bd -literal/ { block = 1 }' "$1" |
		sed -e 's/^\\&//' -e "s/\\\\(aq/'/g" -e 's/\\(ti/~/g' -e 's/\\(ha/^/g' -e 's/\\e/\\/g'
}

# One command and what stands below it.
example() {
	local command=$1 below=$2 said

	if [[ $command == 'cat '* && -n $below && ! -e ${command#cat } ]]; then
		printf '%s' "$below" >"${command#cat }"
		return
	fi
	# In this shell, so that what it exports holds for the next; no stdin of ours.
	eval "$command" >.said </dev/null || {
		echo "status $? of: $command" >&2
		return 1
	}
	said=$(cat .said)
	[ -z "$below" ] || [ "$said" = "$(printf '%s' "$below")" ] || {
		printf '%s\n' "$ $command" '--- prints' "$said" '--- the page says' "$below" >&2
		return 1
	}
}

run_page() {
	local line command='' below='' count=0

	set -o pipefail
	while IFS= read -r line <&3; do
		case $line in
		'$ '* | '$')
			if [ -n "$command" ]; then
				example "$command" "$below" || return
				count=$((count + 1))
			fi
			command=${line#'$'} below=''
			command=${command# }
			;;
		'> '*) command+=$'\n'${line#'> '} ;;
		*) below+=$line$'\n' ;;
		esac
	done 3< <(examples "$1")
	[ "$count" -gt 0 ]
}

@test "osq-admin(1)" { run_page "$PAGES/osq-admin.1"; }
@test "osq-board(1)" { run_page "$PAGES/osq-board.1"; }
@test "osq-call(1)" { run_page "$PAGES/osq-call.1"; }
@test "osq-dossier(1)" { run_page "$PAGES/osq-dossier.1"; }
@test "osq-rate(1)" { run_page "$PAGES/osq-rate.1"; }
@test "osq-report(1)" { run_page "$PAGES/osq-report.1"; }
@test "osq-ticket(1)" { run_page "$PAGES/osq-ticket.1"; }
@test "osq-store(5)" { run_page "$PAGES/osq-store.5"; }
@test "osq(7)" { run_page "$PAGES/osq.7"; }

@test "no page is left out" {
	for page in "$PAGES"/*.[1-8]; do
		name=$(basename "$page")
		grep -q "\"\$PAGES/$name\"" "$BATS_TEST_FILENAME" || echo "$name"
	done >missing
	[ ! -s missing ]
}

@test "pages are clean mdoc" {
	if command -v mandoc >/dev/null; then
		mandoc -T lint -W warning "$PAGES"/*.[1-8]
	fi
	command -v groff >/dev/null || skip "groff is not installed"
	for page in "$PAGES"/*.[1-8]; do
		[ -z "$(groff -K utf8 -T utf8 -mdoc -ww -z "$page" 2>&1)" ]
	done
}
