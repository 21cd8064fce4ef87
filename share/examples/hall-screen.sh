#!/bin/sh
# SPDX-License-Identifier: MIT
# Show the page of osq-board on this machine's screen, in a browser without frame or
# menus, and start the browser anew should it ever end:
#	hall-screen.sh [PAGE]
# The page is kept up to date by the unit osq-board, or by
#	osq-board --html PAGE --watch
set -eu
page=$(realpath -m "${1:-/run/osq-board/board.html}")
browser=${BROWSER:-chromium}
profile=${XDG_RUNTIME_DIR:-/tmp}/osq-screen-$(id -u)

if ! command -v "$browser" >/dev/null; then
	echo "hall-screen: $browser: is not installed" >&2
	exit 69
fi
# At power-on the screen may be faster than the store.
while [ ! -e "$page" ]; do
	sleep 1
done
# A profile of its own, thrown away: no `restore pages?` after a power cut.
while :; do
	rm -rf "$profile"
	"$browser" --kiosk --no-first-run --noerrdialogs --disable-infobars \
		--disable-session-crashed-bubble --disable-translate --password-store=basic \
		--user-data-dir="$profile" "file://$page" || :
	[ -z "${ONCE:-}" ] || exit 0
	sleep 2
done
