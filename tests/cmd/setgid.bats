#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Installed setgid, the commands open the office's store for everybody and give nobody more
# than his roles.  Two clerks and a thief try; nothing of this machine is changed: users,
# folders and commands are of a namespace of their own.

load helper

# Why this machine cannot play it; nothing where it can.
what_lacks() {
	if [ "$(id -u)" -ne 0 ]; then
		echo 'needs root, to install for others'
	elif ! unshare -m mount -t tmpfs none /mnt 2>/dev/null; then
		echo 'needs a mount namespace'
	elif ldd "$BUILD/bin/osq-ticket" | grep -q libasan; then
		echo 'a sanitizer looks into the process'
	fi
}

setup_file() {
	LACKS=$(what_lacks)
	export LACKS
	[ -z "$LACKS" ] || return 0
	plain_environment
	background unshare -m --propagation private sleep 3600
	export HOLDER=$!
	soon is_apart
	cp -a /etc "$BATS_FILE_TMPDIR/etc"
	chmod 755 "$BATS_FILE_TMPDIR" "$BATS_RUN_TMPDIR"
	inside mount --bind "$BATS_FILE_TMPDIR/etc" /etc
	inside mount -t tmpfs -o mode=755 none /var/lib
	inside mount -t tmpfs -o mode=755 none /usr/local
	inside make -s -C "$ROOT" B="$BUILD" install PREFIX=/usr/local SETGID=yes
	for name in hoa binh thief; do
		inside useradd --no-create-home "$name"
	done
	person osq osq-admin init --sample
} >&2

teardown_file() {
	[ -z "${HOLDER:-}" ] || kill "$HOLDER"
}

setup() {
	[ -z "$LACKS" ] || skip "$LACKS"
	plain_environment
	cd "$BATS_TEST_TMPDIR" || return
	mkdir -m 777 open
	chmod 755 .
	# As it closes, it would take away the files beside the store.
	inside sqlite3 /var/lib/osq/osq.db '.filectrl persist_wal 1' 'DELETE FROM user' >/dev/null
	inside chown -R osq:osq /var/lib/osq
}

plain_environment() {
	unset OSQ_DB OSQ_NOW OSQ_OFFICER OSQ_COUNTER OSQ_TIMEOUT
	export LANGUAGE=en PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
}

is_apart() {
	[ "$(readlink "/proc/$HOLDER/ns/mnt")" != "$(readlink /proc/self/ns/mnt)" ]
}

# inside COMMAND: where the office is.
inside() {
	nsenter -m -t "$HOLDER" -- env -C "$PWD" -- "$@"
}

# person LOGIN COMMAND: as this user, with no groups but his own.
person() {
	inside setpriv --reuid="$1" --regid="$1" --clear-groups -- "${@:2}"
}

# The clerk hoa, the head binh; the thief has no entry.
register_users() {
	inside osq-admin set users hoa role=clerk officer=hoa >/dev/null
	inside osq-admin set users binh role=head officer=binh >/dev/null
}

store_is_sound() {
	inside osq-admin check >/dev/null
	[ "$(inside find /var/lib/osq -type f -name 'osq.db*' ! -user osq)" = '' ]
}

refused='*: /var/lib/osq/osq.db: Permission denied'

@test "init makes all files beside the store its owner's" {
	try inside sh -c 'stat -c "%n %U:%G %a" /var/lib/osq /var/lib/osq/*'
	ended 0 '/var/lib/osq osq:osq 2770
/var/lib/osq/osq.db osq:osq 660
/var/lib/osq/osq.db-lock osq:osq 660
/var/lib/osq/osq.db-shm osq:osq 660
/var/lib/osq/osq.db-voice osq:osq 660
/var/lib/osq/osq.db-wal osq:osq 660'
}

@test "while nobody is registered the group gives nothing to anybody" {
	for command in 'osq-ticket list' 'osq-ticket issue civil --force' osq-board \
		'osq-admin check' 'osq-ticket --complete show x'; do
		# shellcheck disable=SC2086  # words on purpose
		try person hoa $command
		[[ $command == *--complete* ]] || like 77 '' "$refused"
		[ "$output" = '' ]
	done
	try person osq osq-ticket list --csv --no-header
	[ "$status" -eq 0 ]
	try inside osq-ticket list --csv --no-header
	[ "$status" -eq 0 ]
}

@test "a clerk works, and what he touches stays the office's" {
	register_users
	number=$(person binh osq-ticket issue civil --force)
	try person hoa osq-call open -c 1
	like 0 1 ''
	try person hoa osq-call next -c 1
	like 0 "$number" ''
	try person hoa osq-call 'done' -c 1
	like 0 "$number" ''
	try person hoa osq-call close -c 1
	like 0 1 ''
	person hoa osq-dossier receive -p 1.001193 -a 'Nguyễn Thử'
	# What is looked at in full is noted by one who only reads.
	try person binh osq-dossier list --full --csv --no-header
	[ "$status" -eq 0 ]
	[ "$(inside osq-admin list journal --jsonl | tail -1 | jq -r '.act, .officer' | xargs)" = 'look binh' ]
	store_is_sound
}

@test "a running command has no group but its user's, and nobody looks into it" {
	local pid gid

	register_users
	fed nsenter -m -t "$HOLDER" -- env -C "$PWD/open" setpriv --reuid=hoa --regid=hoa \
		--clear-groups -- osq-board --html board.html --watch
	pid=$!
	soon test -s open/board.html
	gid=$(inside id -g hoa)
	[ "$(awk '/^Gid:/ { print $2, $3, $4, $5 }' "/proc/$pid/status")" = "$gid $gid $gid $gid" ]
	try person hoa ls "/proc/$pid/fd"
	like 2 '' '*Permission denied*'
	try person hoa head -c 1 "/proc/$pid/mem"
	like 1 '' '*Permission denied*'
	try person hoa python3 -c "import ctypes; c = ctypes.CDLL(None, use_errno=True)
print(c.ptrace(16, $pid, 0, 0), ctypes.get_errno())"
	ended 0 '-1 1'
	# It sees what others write, though it cannot open the folder any more.
	ln open/board.html open/before.html
	person binh osq-ticket issue civil --force
	soon test ! open/board.html -ef open/before.html
	exec 7>&-
	kill "$pid"
}

@test "a crash leaves no core" {
	register_users
	try person hoa python3 -c '
import os, resource, signal, subprocess, time
resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
p = subprocess.Popen(["osq-board", "--watch", "--html", "open/board.html"], stdout=subprocess.DEVNULL)
time.sleep(0.5)
os.kill(p.pid, signal.SIGSEGV)
status = os.waitpid(p.pid, 0)[1]
print(os.WTERMSIG(status), os.WCOREDUMP(status))'
	ended 0 '11 False'
}

@test "the thief reads nothing of the folder, and no way around leads to the store" {
	register_users
	try person thief ls /var/lib/osq
	like 2 '' '*Permission denied*'
	try person thief osq-ticket list
	like 77 '' '*list is not for thief (public)*'
	person thief ln -s /var/lib/osq/osq.db open/link.db
	person thief ln -s /var/lib/osq open/shop
	for db in open/link.db "$PWD/open/link.db" "$PWD/open/shop/osq.db" /var/lib/../lib/osq/osq.db \
		/var/lib/osq//osq.db /var/lib/osq/./osq.db 'file:/var/lib/osq/osq.db' \
		"/proc/self/root/var/lib/osq/osq.db"; do
		for login in thief hoa; do
			OSQ_DB=$db try person $login osq-ticket list
			[ "$output" = '' ] && { [ "$status" -eq 77 ] || [ "$status" -eq 66 ]; }
		done
	done
	store_is_sound
}

@test "files of the user's are opened with the user's rights alone" {
	register_users
	inside cp /var/lib/osq/osq.db /var/lib/osq/other.db
	try person binh osq-ticket list -d /var/lib/osq/other.db
	like 77 '' '*Permission denied*'
	try person binh osq-ticket list --xlsx /var/lib/osq/list.xlsx
	[ "$status" -ne 0 ]
	try person binh osq-board --html /var/lib/osq/board.html
	[ "$status" -ne 0 ]
	try person binh osq-dossier import /var/lib/osq/osq.db
	like 77 '' '*Permission denied*'
	inside osq-admin set users hoa 'role=clerk admin' >/dev/null
	try person hoa osq-admin backup /var/lib/osq/copy.db
	[ "$status" -ne 0 ]
	[ "$(inside sh -c 'ls /var/lib/osq')" = 'osq.db
osq.db-lock
osq.db-shm
osq.db-voice
osq.db-wal
other.db' ]
	inside rm /var/lib/osq/other.db
	try person hoa osq-admin backup open/copy.db
	ended 0 open/copy.db
	[ "$(inside stat -c %U open/copy.db)" = hoa ]
	try person binh osq-ticket list --xlsx open/list.xlsx
	[ "$(inside stat -c %U:%G open/list.xlsx)" = binh:binh ]
	# A store of his own is his own.
	person thief osq-admin init --sample -d "$PWD/open/own.db"
	try person thief osq-ticket issue civil --force -d "$PWD/open/own.db"
	ended 0 A001
}

@test "descriptors that were closed are not the store's" {
	register_users
	for act in 'osq-ticket issue civil --force' 'osq-ticket list' 'osq-ticket issue nothing' \
		'osq-dossier receive -p 1.001193 -a Thử'; do
		person binh sh -c "$act <&- >&- 2>&-" || :
		person binh sh -c "exec <&- >&- 2>&-; exec $act" || :
	done
	store_is_sound
}

@test "variables do nothing with the group" {
	register_users
	cat >evil.c <<-'END'
		#include <unistd.h>
		__attribute__((constructor)) static void go(void) { char c[9] = "loaded"; (void)!write(2, c, 6); }
	END
	cc -shared -fPIC -o open/evil.so evil.c
	chmod 755 open/evil.so
	LD_PRELOAD=$PWD/open/evil.so try person hoa osq-ticket list --csv --no-header
	[[ $stderr != *loadedosq* ]]
	[ "$status" -eq 0 ]
	LD_PRELOAD=$PWD/open/evil.so LD_LIBRARY_PATH=$PWD/open try person thief osq-ticket list
	like 77 '' '*list is not for thief*'
	TMPDIR=/var/lib/osq try person hoa osq-dossier receive - <<<'not a record'
	[ "$status" -ne 0 ]
	LANGUAGE=../../../../$PWD/open try person thief osq-ticket list
	like 77 '' '*list is not for thief*'
	store_is_sound
}

@test "who traces a command runs it without the group" {
	register_users
	strace -o /dev/null true 2>/dev/null || skip 'needs strace, and leave to trace'
	try person hoa strace -o /dev/null osq-ticket list
	like 77 '' "$refused"
}

@test "a command linked into another folder takes no module from there" {
	register_users
	inside mkdir -p /usr/local/thief/bin /usr/local/thief/lib/osq
	inside ln /usr/local/bin/osq-ticket /usr/local/thief/bin/osq-ticket
	cp "$BUILD/lib/osq/form-xlsx.so" open/form-xlsx.so
	inside cp open/form-xlsx.so /usr/local/thief/lib/osq/form-xlsx.so
	inside chown -R thief: /usr/local/thief/lib
	try person hoa /usr/local/thief/bin/osq-ticket list --xlsx open/stolen.xlsx
	like 69 '' "*form-xlsx.so is not root's alone*"
	inside rm -r /usr/local/thief
}

@test "other stores are those that root has listed, by their real path" {
	register_users
	inside install -d -m 2770 -o osq -g osq /var/lib/second
	person osq osq-admin init --sample -d /var/lib/second/osq.db
	inside osq-admin set users hoa role=clerk -d /var/lib/second/osq.db
	try person hoa osq-ticket show A1 -d /var/lib/second/osq.db
	like 77 '' '*Permission denied*'
	inside install -d /etc/osq
	inside sh -c 'echo /var/lib/second/osq.db >/etc/osq/stores'
	try person hoa osq-ticket show A001 -d /var/lib/second/osq.db
	like 1 '' '*no such ticket*'
	inside chmod 666 /etc/osq/stores
	try person hoa osq-ticket show A001 -d /var/lib/second/osq.db
	like 77 '' '*Permission denied*'
	inside chmod 644 /etc/osq/stores
	inside chown thief /etc/osq
	try person hoa osq-ticket show A001 -d /var/lib/second/osq.db
	like 77 '' '*Permission denied*'
	inside chown root /etc/osq
	inside ln -s /var/lib/second /var/lib/alias
	inside sh -c 'echo /var/lib/alias/osq.db >/etc/osq/stores'
	try person hoa osq-ticket show A001 -d /var/lib/alias/osq.db
	like 77 '' '*Permission denied*'
}

@test "what the announcer starts has neither the group nor the store" {
	local pid

	register_users
	inside osq-admin set users hoa role=clerk officer=hoa counter=1 >/dev/null
	person binh osq-ticket issue civil --force
	fed nsenter -m -t "$HOLDER" -- env -C "$PWD" setpriv --reuid=hoa --regid=hoa --clear-groups -- \
		osq-call announce --lang vi -- sh -c 'id -G; ls -l /proc/self/fd; cat /var/lib/osq/osq.db' >said 2>&1
	pid=$!
	soon eval '[ "$(inside cat /var/lib/osq/osq.db-voice)" = "$pid" ]'
	person hoa osq-call open
	person hoa osq-call next
	soon grep -q 'Permission denied' said
	exec 7>&-
	kill "$pid"
	[ "$(grep -E '^[0-9 ]+$' said | head -1)" = "$(inside id -g hoa)" ]
	run ! grep -E 'osq\.db(-wal|-shm|-lock)?$' said
	person hoa osq-call 'done'
	person hoa osq-call close
	store_is_sound
}

@test "completion tells no more than the roles" {
	register_users
	code=$(person hoa osq-dossier receive -p 1.001193 -a 'Nguyễn Thử')
	try person hoa osq-dossier --complete show ''
	like 0 "*$code*" ''
	try person thief osq-dossier --complete show ''
	ended 0 '' ''
	try person thief osq-ticket --complete cancel ''
	ended 0 '' ''
}

@test "uninstall takes the user back, but not from a store that is left" {
	inside sh -c 'rm -rf /usr/local/*'
	inside make -s -C "$ROOT" B="$BUILD" install PREFIX=/usr/local SETGID=yes >&2
	inside make -s -C "$ROOT" B="$BUILD" uninstall PREFIX=/usr/local SETGID=yes >&2 || :
	inside id osq
	inside test -s /var/lib/osq/osq.db
	[ "$(inside find /usr/local -type f)" = '' ]
	inside rm -r /var/lib/osq
	inside make -s -C "$ROOT" B="$BUILD" uninstall PREFIX=/usr/local SETGID=yes >&2
	try inside id osq
	[ "$status" -ne 0 ]
}
