#!/bin/sh
# SPDX-License-Identifier: MIT
# File the report of the day: what cron or the timer osq-day-report runs at 17:00.
#	day-report.sh [FOLDER [DAY]]
# Prints the file's name.  A report that is there already is not written over.
set -eu
folder=${1:-/var/lib/osq/reports}
day=${2:-$(TZ=Asia/Ho_Chi_Minh date +%F)}
file=$folder/day-$day.xlsx
mkdir -p "$folder"
if [ -e "$file" ]; then
	echo "day-report: $file: is there already" >&2
	exit 73
fi
exec osq-report day --day "$day" --xlsx "$file"
