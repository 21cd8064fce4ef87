#!/bin/sh
# SPDX-License-Identifier: MIT
# limit.sh PID SECONDS: the last resort against a test that waits for ever, whatever it
# waits for.  If the test, process PID, is not over by then, all that it still has running
# is told and killed, and the test is ended, so that it fails where it waited.
test=$1 limit=$2

cd / || exit # so that no folder is held
timeout "$limit" tail --pid="$test" -f /dev/null && exit # over in time

# Process id and command of what the test has started, this script left out.
running() {
	ps -e -o pid=,ppid=,args= | awk -v test="$test" -v self="$$" '
		{
			pid = $1
			parent[pid] = $2
			sub(/^ *[0-9]+ +[0-9]+ /, "")
			command[pid] = $0
		}
		function is_below(pid) {
			return pid != self && (pid in parent) &&
				(parent[pid] == test || is_below(parent[pid]))
		}
		END {
			for (pid in parent)
				if (is_below(pid))
					print pid, command[pid]
		}'
}

left=$(running)
echo "not over after $limit s; it waited for:"
echo "${left:-no process, but in a loop of its own}"
kill -TERM "$test"
# shellcheck disable=SC2046 # process ids
[ -z "$left" ] || kill -KILL $(echo "$left" | cut -d' ' -f1)
timeout 10 tail --pid="$test" -f /dev/null || kill -KILL "$test"
