# shellcheck shell=bash disable=SC2034  # the tests use what is set here
# SPDX-License-Identifier: MIT
# What the tests of the commands share.  A story begins with office(), which makes a
# store of its own; try() runs a command, ended() says how it must have ended.

bats_require_minimum_version 1.5.0

# Whoever runs the tests, wherever.  Here, since bash reads $'\u...' of what follows by it.
unset "${!LC_@}"
export LANG=C.UTF-8

ROOT=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
case ${B:=build} in
/*) BUILD=$B ;;
*) BUILD=$ROOT/$B ;;
esac
SAMPLE=$ROOT/share/sample
TAB=$'\t' ESC=$'\033' BOM=$'\xef\xbb\xbf'

# Seconds that anything is waited for which is to come at once: many, since a machine may be
# busy with other tests too.  And what a whole test may take.
PATIENCE=60
LIMIT=600
[ -z "${OSQ_SOAK:-}" ] || LIMIT=3600

# Monday 23 November 2026, eight in the morning; the 24th is a public holiday.
TODAY=2026-11-23

at() {
	export OSQ_NOW="${2:-$TODAY}T$1"
}

common_setup() {
	export PATH="$BUILD/bin:$PATH" LANGUAGE=en
	export OSQ_DB="$BATS_TEST_TMPDIR/office/osq.db"
	unset OSQ_COUNTER OSQ_OFFICER OSQ_TIMEOUT
	at 08:00
	mkdir "$BATS_TEST_TMPDIR/office"
	cd "$BATS_TEST_TMPDIR/office" || return
	sh "$ROOT/tests/cmd/limit.sh" $$ "$LIMIT" </dev/null >&2 3>&- 4>&- &
}

# An office ready to work.
office() {
	common_setup
	osq-admin init --sample >/dev/null
}

# register SERVICE COLUMN VALUE: as a clerk changes a cell of the register of services.
register() {
	osq-admin list services --csv |
		mlr --csv put "if (\$code == \"$1\") { \$$2 = \"$3\" }" |
		osq-admin import services - >/dev/null
}

# Officer hoa sits at counter 1 (services civil and result), binh at 2 (certify).
open_counters() {
	osq-call open --counter 1 --officer hoa >/dev/null
	osq-call open --counter 2 --officer binh >/dev/null
}

try() {
	run --separate-stderr "$@"
}

tell_run() {
	printf '%s\n' "status: $status, wanted $1" "--- stdout" "$output" "--- wanted" "$2" \
		"--- stderr" "$stderr" "--- wanted" "$3" >&2
	return 1
}

# ended STATUS [STDOUT [STDERR]], word for word.
ended() {
	if [ "$status" != "$1" ] || [ "$output" != "${2-}" ] || [ "$stderr" != "${3-}" ]; then
		tell_run "$1" "${2-}" "${3-}"
	fi
}

# The same with patterns, as of `case`.
like() {
	# shellcheck disable=SC2053  # patterns are what is wanted
	if [ "$status" != "$1" ] || [[ $output != ${2-} ]] || [[ $stderr != ${3-} ]]; then
		tell_run "$1" "${2-}" "${3-}"
	fi
}

# The last word of the journal: act, subject, detail.
last_act() {
	osq-admin list journal --jsonl -o act,subject,detail | tail -n 1 |
		jq -r '[.act, .subject // "", .detail] | join(" ")'
}

content() {
	osq-admin check >/dev/null
}

# ---- what runs beside the test, and is waited for

# soon COMMAND: wait until it is true.
soon() {
	local end=$((SECONDS + PATIENCE))

	until "$@"; do
		if [ "$SECONDS" -ge "$end" ]; then
			echo "not within $PATIENCE s: $*" >&2
			return 1
		fi
		sleep 0.05
	done
}

gone() { # PID
	! kill -0 "$1" 2>/dev/null
}

# background COMMAND: start a program as at a terminal; $! is its process.  A shell starts
# what runs in the background with ^C ignored, and the tests themselves may have been
# started so: nohup, a script's `make check &`, a CI.  What is ignored stays ignored in
# every child, unless env takes it back.
background() {
	env --default-signal -- "$@" <&0 3>&- &
}

# fed COMMAND: the same, and what is written to descriptor 7 is its input, until that is
# closed.  Neither end waits for the other to open the pipe.
fed() {
	rm -f feed
	mkfifo feed
	exec 7<>feed
	background "$@" <feed 7>&-
	exec 7>feed
}

# finished PID...: they have ended, all of them well.  One that will not is told and killed.
# The status is that of the last that ended otherwise.
finished() {
	local pid status=0

	for pid; do
		if ! soon gone "$pid"; then
			ps -o pid=,stat=,args= -p "$pid" >&2 || :
			kill -KILL "$pid"
		fi
		wait "$pid" || status=$?
	done
	return $status
}

# Somebody writes: the store's lock is taken.
is_held() {
	! flock -n osq.db-lock true
}

# at_once N COMMAND: as N processes at once; each gets its number as last argument, and
# waits for the store as long as a busy machine takes.
at_once() {
	local n=$1 i pids=()
	local -x OSQ_TIMEOUT=120

	shift
	for i in $(seq "$n"); do
		"$@" "$i" 3>&- &
		pids+=($!)
	done
	PATIENCE=$((LIMIT / 2)) finished "${pids[@]}"
}

# Other users must be able to come to this test's folder and to the commands: copies,
# since a clone may lie in somebody's closed home.
let_others_in() {
	local folder=$PWD

	[ "$(id -u)" -eq 0 ] || skip "needs root, to act as other users"
	mkdir commands
	cp -r "$BUILD/bin" "$BUILD/lib" "$BUILD/share" commands
	chmod -R a+rX commands
	export PATH="$PWD/commands/bin:$PATH"
	while chmod a+x "$folder" && [ "$folder" != "$BATS_RUN_TMPDIR" ]; do
		folder=$(dirname "$folder")
	done
}

# as UID [GROUP] -- COMMAND: run it as another user, of GROUP too.
as() {
	local uid=$1 groups=--clear-groups

	shift
	if [ "$1" != -- ]; then
		groups=--groups=$1
		shift
	fi
	shift
	setpriv --reuid="$uid" --regid="$uid" "$groups" -- "$@"
}
