#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What each Unix user may do: by the register of users, his real uid, and nothing else.

load helper

# Logins that every Debian has; nobody is made here, and 4242 is nobody's group.
declare -gA UIDS=([public]=65534 [kiosk]=1 [clerk]=2 [head]=3 [auditor]=5 [admin]=6)
declare -gA LOGINS=([public]=nobody [kiosk]=daemon [clerk]=bin [head]=sys [auditor]=games
	[admin]=man)

# An office on which all of group 4242 work, with a user of each role but `public`.
shop() {
	common_setup
	chmod 2770 . && chgrp 4242 .
	unset OSQ_NOW # before the store is made: it is one of the machine's clock
	osq-admin init --sample
	let_others_in
	for role in kiosk clerk head auditor admin; do
		osq-admin set users "${LOGINS[$role]}" role=$role >/dev/null
	done
	osq-admin set users bin officer=binh >/dev/null
	osq-admin set users sys officer=mai >/dev/null
}

# who ROLE COMMAND: as its user.
who() {
	as "${UIDS[$1]}" 4242 -- "${@:2}"
}

# The verbs of all commands: command and verb, one a line; of a command without, "-".
verbs() {
	local command path

	for path in "$BUILD"/bin/osq-*; do
		command=${path##*/}
		if [ "$command" = osq-board ]; then
			echo "$command -"
		else
			"$command" --complete '' | sed "s/\t.*//; s/^/$command /"
		fi
	done
}

# roles_of COMMAND VERB: who may call it, and who may look, as --help tells.
roles_of() {
	# shellcheck disable=SC2086  # none is no word
	"$1" ${2#-} --help | sed -n 's/^For: //p'
}

@test "while nobody is registered all is as it was, and check says so" {
	common_setup
	chmod 2770 . && chgrp 4242 .
	osq-admin init --sample
	let_others_in
	try who public osq-ticket issue civil --force
	ended 0 A001
	try osq-admin check --csv
	like 0 '*users,ok,*nobody is registered*' ''
}

@test "who has no entry is public: he sees the board and is refused the rest" {
	shop
	try who public osq-board
	[ "$status" -eq 0 ]
	try who public osq-ticket issue civil --force
	ended 77 '' 'osq-ticket: issue is not for nobody (public)
osq-ticket: it is for: kiosk, clerk, head'
	try who public osq-admin list officers
	like 77 '' '*list is not for nobody*'
	# Whom the machine has no name for is nobody's entry.
	try as 70707 4242 -- osq-ticket issue civil --force
	like 77 '' '*issue is not for ? (public)*'
	try who public osq-ticket --complete show ''
	ended 0 '' ''
}

# Every verb, called by the user of every role: refused exactly where --help says so.
@test "each verb is for the roles that its help names" {
	local command verb may look role operands expected
	local -a more

	shop
	while read -r command verb; do
		IFS=';' read -r may look <<<"$(roles_of "$command" "$verb")"
		case $verb in init | restore | upgrade) continue ;; esac # their own rights decide
		# shellcheck disable=SC2086  # none is no word
		operands=$("$command" ${verb#-} --help | sed -n '1{s/\[OPTIONS\]//;s/^[^A-Z]*//p}' | wc -w)
		more=()
		case $command-$verb in
		osq-admin-config | osq-admin-promises | osq-admin-clock) may=${look#* to look: } ;;
		osq-admin-list) more=(services) ;;
		osq-admin-set) more=(services civil name=x -n) ;;
		osq-admin-publish | osq-admin-diff) more=(procedures pages) ;;
		osq-admin-import) more=(services none -n) ;;
		osq-call-announce) more=(/bin/false) ;;
		osq-report-*) ;;
		*) for ((i = 0; i < operands; i++)); do more+=(9); done ;;
		esac
		for role in "${!UIDS[@]}"; do
			[[ " ${may//,/ } " == *" $role "* ]] && expected= || expected=77
			# shellcheck disable=SC2086
			run timeout 2 setpriv --reuid="${UIDS[$role]}" --regid="${UIDS[$role]}" \
				--groups=4242 -- "$command" ${verb#-} "${more[@]}" </dev/null
			if [[ $output == *"is not for ${LOGINS[$role]}"* ]]; then
				[ "$expected$status" = 7777 ]
			else
				[ -z "$expected" ]
			fi || {
				echo "$role: $command $verb ${more[*]}: $status, for: $may" "$output"
				return 1
			}
		done
	done < <(verbs)
}

@test "the manual's table of roles is what the commands say" {
	local command verb

	common_setup
	while read -r command verb; do
		echo "$command $verb $(roles_of "$command" "$verb")"
	done < <(verbs) | python3 "$ROOT/tests/cmd/roles.py" >said
	sed -n '/^\.Ss Roles/,/^\.El/p' "$ROOT/man/osq-store.5" | sed -n '/^\.It/,/^\.El/p' |
		sed '/^\.El/d' >written
	diff said written
}

@test "what a head alone may: --force, --full, what is long past, another's name" {
	shop
	try who clerk osq-ticket issue civil --force
	ended 77 '' 'osq-ticket: --force is not for bin (clerk)
osq-ticket: it is for: head'
	try who head osq-ticket issue civil --force
	ended 0 A001
	try who clerk osq-dossier list --full
	like 77 '' '*--full is not for bin*'
	try who clerk osq-call open -c 2 --officer hoa
	ended 77 '' 'osq-call: bin acts as officer binh, not as hoa
osq-call: a head may act as another'
	OSQ_OFFICER=hoa try who clerk osq-dossier receive -p 1.001193 -a Thử
	like 77 '' '*acts as officer binh*'
	try who clerk osq-call open -c 2 --at yesterday
	like 77 '' '*more than 60 minutes ago is entered by a head*'
	try who head osq-call open -c 1 --officer hoa
	ended 0 1
	[ "$(last_act)" = 'counter open 1 {"login":"sys"}' ]
}

@test "a clerk works at the counter that he has opened" {
	shop
	osq-ticket issue civil --force
	osq-ticket issue certify --force
	osq-call open -c 1 --officer hoa
	try who clerk osq-call next -c 1
	ended 77 '' 'osq-call: counter 1 was opened by hoa, not by bin'
	try who clerk osq-call open -c 2
	ended 0 2
	try who clerk osq-call next -c 2
	ended 0 B001
	try who head osq-call next -c 1
	ended 0 A001
	[ "$(osq-call status --csv --no-header -o officer | head -2 | xargs)" = 'hoa binh' ]
}

@test "a login that a counter shares is whoever sits there" {
	shop
	osq-ticket issue civil --force
	osq-admin set users news role=clerk counter=1
	UIDS[shared]=9
	try who shared osq-call open --officer hoa
	ended 0 1
	try who shared osq-call next
	ended 0 A001
	try who shared osq-call 'done' --officer binh
	like 77 '' '*news is the login of no officer, so not of binh*'
	try who shared osq-call next -c 2
	like 77 '' '*news works at counter 1, not at 2*'
	try who shared osq-call close
	like 1 '' '*still at counter 1*'
	[[ "$(last_act)" == 'call next A001 {'*'"login":"news"}' ]]
}

@test "a clerk acts on dossiers that he took in or has, shows any and hands out any" {
	shop
	mine=$(who clerk osq-dossier receive -p 1.001193 -a 'Nguyễn Thử')
	other=$(osq-dossier receive -p 1.001193 -a 'Lê Khác' --officer hoa)
	try who clerk osq-dossier finish "$mine"
	ended 0 "$mine"
	try who clerk osq-dossier finish "$other"
	ended 77 '' "osq-dossier: $other: neither received by bin nor in his hands"
	try who clerk osq-dossier correct "$other" -r x -a Người
	like 77 '' '*neither received by bin*'
	try who clerk osq-dossier show "$other"
	[ "$status" -eq 0 ]
	osq-dossier finish "$other"
	try who clerk osq-dossier return "$other"
	ended 0 "$other"
	third=$(osq-dossier receive -p 1.001193 -a 'Lê Ba' --officer hoa)
	osq-dossier forward "$third" --to binh
	try who clerk osq-dossier finish "$third"
	ended 0 "$third"
	# What his act makes of another's that it is linked with is no act on that.
	his=$(osq-dossier receive -p 1.001193 -a 'Lê Tư' --officer binh)
	linked=$(osq-dossier receive -p 1.001193 -a 'Lê Tư' --officer hoa)
	osq-dossier link "$his" "$linked" --limit 3 --verified 5
	try who clerk osq-dossier pause "$linked" --for verification -r x
	like 77 '' '*neither received by bin*'
	try who clerk osq-dossier pause "$his" --for verification -r x
	ended 0 "$his"
	[ "$(osq-dossier show "$linked" --csv --no-header -o last_act)" = move ]
}

@test "the kiosk gets no personal data back" {
	shop
	try who kiosk osq-ticket issue civil --name 'Trần Mật' --phone 0912345678 --json
	case $status in 0) ;; *) skip "the office is closed now: $stderr" ;; esac
	jq -e '.ticket == "A001"' <<<"$output"
	[[ $output != *Mật* ]] && [[ $output != *0912345678* ]]
}

@test "what is of the kiosk names nobody in its lists" {
	shop
	osq-ticket issue civil --name 'Trần Mật' --phone 0912345678 --force
	try who kiosk osq-ticket list --csv --no-header -o ticket,name,phone
	ended 0 A001,,
	try who clerk osq-ticket list --csv --no-header -o ticket,name
	ended 0 'A001,Trần Mật'
	try who auditor osq-ticket list --csv --no-header -o ticket,name
	ended 0 A001,
}

@test "the register of users and the journal are not for everybody who lists registers" {
	shop
	try who head osq-admin set users bin role=admin
	ended 77 '' 'osq-admin: users is not for sys (head)
osq-admin: it is for: admin'
	try who clerk osq-admin list users
	like 77 '' '*users is not for bin*'
	try who head osq-admin list journal
	like 77 '' '*journal is not for sys*'
	try who auditor osq-admin list journal --csv --no-header -o act
	[ "$status" -eq 0 ]
	try who admin osq-admin set users nobody 'role=kiosk auditor'
	[ "$status" -eq 0 ]
	try who public osq-ticket list --csv --no-header
	ended 0 ''
	try osq-admin set users nobody role=boss
	like 65 '' '*must be roles, with blanks between them*'
}

@test "an entry ends with its last day" {
	shop
	osq-admin set users daemon until="$(date -d yesterday +%F)" >/dev/null
	try who kiosk osq-ticket list
	like 77 '' '*list is not for daemon (public)*'
	osq-admin set users daemon until="$(date +%F)" >/dev/null
	try who kiosk osq-ticket list --csv --no-header
	ended 0
}

@test "check tells a login that is not of this machine, and a role that is none" {
	shop
	osq-admin set users thay-ban role=clerk >/dev/null
	sqlite3 osq.db "UPDATE user SET role = 'root' WHERE login = 'bin'"
	try osq-admin check --csv --no-header
	like 65 "*users,error,bin: 'root' gives no role*users,warning,thay-ban: this machine has no such user*" '*gives no role'
	try who clerk osq-ticket show A001
	like 77 '' '*show is not for bin (public)*'
}

@test "a purge takes two heads, who are not the same" {
	shop
	osq-admin set users news role=head
	UIDS[other]=9
	try who head osq-admin purge --before 2020-01-01
	like 0 '[0-9]*' 'osq-admin: nothing was done yet: another head confirms it within 7 days: osq-admin confirm *'
	number=$output
	[ "$(last_act)" = 'purge ask  {"before":"2020-01-01"}' ]
	try who head osq-admin confirm "$number"
	ended 77 '' "osq-admin: $number: who asked for it does not confirm it"
	try who clerk osq-admin confirm "$number"
	like 77 '' '*confirm is not for bin*'
	try who other osq-admin confirm 1
	ended 1 '' 'osq-admin: 1: there is no such request'
	try who other osq-admin confirm "$number"
	like 0 '*dossiers 0*' ''
	osq-admin list journal --csv --no-header -o act,subject | tail -2 | grep -qx "confirm,$number"
	try who other osq-admin confirm "$number"
	ended 1 '' "osq-admin: $number: was confirmed already"
	# What cannot be is told at once, and needs nobody else.
	try who head osq-admin purge --before 2999-01-01
	[ "$status" -eq 65 ]
	# Where there is one head, root confirms; and root alone needs nobody.
	try who head osq-admin purge --before 2020-01-01
	try osq-admin confirm "$output"
	like 0 '*dossiers 0*' ''
	try osq-admin purge --before 2020-01-01
	like 0 '*dossiers 0*' ''
}

@test "so does the bank account" {
	shop
	osq-admin set users news role=head
	UIDS[other]=9
	try who head osq-admin config bank_account 0011223344
	[ "$status" -eq 0 ]
	number=$output
	[ "$(osq-admin config bank_account)" = '' ]
	try who other osq-admin confirm "$number"
	ended 0 bank_account ''
	[ "$(osq-admin config bank_account)" = 0011223344 ]
	try who head osq-admin config hotline 113
	ended 0 hotline ''
}

@test "a request ends after a week" {
	ldd "$BUILD/bin/osq-admin" | grep -q libasan && skip 'faketime and AddressSanitizer exclude each other'
	shop
	osq-admin set users news role=head
	try who head osq-admin config bank_account 0011223344
	number=$output
	try as 9 4242 -- faketime -f +8d osq-admin confirm "$number"
	ended 1 '' "osq-admin: $number: was asked for more than 7 days ago"
	[ "$(osq-admin config bank_account)" = '' ]
}
