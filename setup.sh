#!/bin/sh
# SPDX-License-Identifier: MIT
# Install from Debian what building, testing and measuring osq needs, only what is
# missing; then run make with the arguments given:  sh setup.sh demo
set -eu
cd "$(dirname "$0")"

build='gcc make libc6-dev pkg-config gettext libsqlite3-dev libcsv-dev libjansson-dev
	libxlsxwriter-dev libutf8proc-dev libmd-dev
	libpango1.0-dev libcairo2-dev libfontconfig-dev libqrencode-dev fonts-noto-core'
check='bats libcmocka-dev perl sqlite3 jq miller unzip python3 util-linux procps
	libxml2-utils locales zsh fish mandoc groff zbar-tools chromium espeak-ng tmux
	faketime poppler-utils strace'
bench='sqlite3 python3 python3-xlsxwriter valgrind'
lint='binutils clang-format clang-tidy cppcheck shellcheck mandoc groff'

wanted=$build
case " $* " in
*" check"* | *" soak "* | *" sanitize "*) wanted="$wanted $check" ;;
*" bench "*) wanted="$wanted $bench" ;;
*" lint "*) wanted="$wanted $lint" ;;
*" demo "* | *" install "* | *" all "*) ;;
*) wanted="$wanted $check $bench $lint" ;;
esac

missing=
for package in $wanted; do
	case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
	'install ok installed') ;;
	*) missing="$missing $package" ;;
	esac
done
if [ -n "$missing" ]; then
	root=
	[ "$(id -u)" -eq 0 ] || root=sudo
	$root apt-get update -qq
	# shellcheck disable=SC2086 # a list of names
	$root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $missing
fi
[ $# -eq 0 ] || exec make "$@"
