#!/bin/sh
# SPDX-License-Identifier: MIT
# Draw a number and print its slip on an ESC/POS printer that CUPS knows as $PRINTER:
#	print-ticket.sh [SERVICE [--priority CLASS ...]]
# or print that of a ticket once more, marked as a reprint:
#	print-ticket.sh --again TICKET
# A pipe into lp would hide that osq-ticket failed and print an empty slip; so the slip
# goes to a file first.  Where lp fails the number is drawn: the file stays, and the
# message says where.
set -eu
: "${PRINTER:?names no printer: lpstat -p shows them}"
slip=$(mktemp)
trap 'rm -f "$slip"' EXIT
if [ "${1-}" = --again ]; then
	osq-ticket print "$2" --as escpos >"$slip"
else
	osq-ticket issue "$@" --print escpos >"$slip"
fi
if ! lp -d "$PRINTER" -o raw "$slip" >/dev/null; then
	trap - EXIT
	echo "print-ticket: not printed; once the printer works: lp -d $PRINTER -o raw $slip" >&2
	exit 69
fi
