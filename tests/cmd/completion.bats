#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Completion, as each shell does it: what would a Tab offer?

load helper

SCRIPTS=$ROOT/completions

setup() {
	office
	# From before a code was one word.
	sqlite3 osq.db "INSERT INTO counter (code, name) VALUES ('Quầy 9', 'Quầy lưu động')"
	osq-ticket issue civil >/dev/null
	osq-ticket issue civil --priority elderly >/dev/null
	osq-dossier receive --procedure 1.001193 --applicant 'Lê Văn A' >/dev/null
	osq-dossier receive --procedure 2.000815 --applicant 'Trần Thị B' >/dev/null
	osq-dossier finish 000.17.22.H30-261123-0002 >/dev/null
}

# in_bash WORD...: the candidates for the last word, one a line.  Words as readline
# parts them: --a=b is three.
in_bash() {
	bash --norc -c '. "$0/osq.bash" && COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) &&
		__osq 2>&1; ((${#COMPREPLY[@]})) && printf "%s\n" "${COMPREPLY[@]}"; true' \
		"$SCRIPTS" "$@"
}

# The same with the line and the place of the cursor in it.
in_bash_at() {
	COMP_LINE=$1 COMP_POINT=$2 in_bash "${@:3}"
}

in_fish() {
	command -v fish >/dev/null || skip "fish is not installed"
	HOME=$BATS_TEST_TMPDIR fish --no-config -c \
		'source $argv[1]/osq.fish; complete -C $argv[2]' "$SCRIPTS" "$1" | cut -f 1
}

# A real zsh on a pseudo-terminal; compadd tells what it was given.
in_zsh() {
	command -v zsh >/dev/null || skip "zsh is not installed"
	ZDOTDIR=$BATS_TEST_TMPDIR SCRIPTS=$SCRIPTS timeout 20 zsh -f "$BATS_TEST_DIRNAME/complete.zsh" "$1"
}

@test "a verb, first of all" {
	[ "$(in_bash osq-ticket iss)" = issue ]
	[ "$(in_bash osq-ticket '' | tr '\n' ' ')" = 'issue list show cancel wait print slots book bookings arrive ' ]
	[ "$(in_bash osq-report d | tr '\n' ' ')" = 'day dossiers ' ]
	[ -z "$(in_bash osq-board '')" ]
}

@test "options, once a word begins with a dash" {
	[ "$(in_bash osq-ticket issue --pr | tr '\n' ' ')" = '--priority --procedure --print ' ]
	[ "$(in_bash osq-board --js | tr '\n' ' ')" = '--json --jsonl ' ]
	# recording, and only that, has --officer
	[ "$(in_bash osq-ticket cancel --of)" = --officer ]
	[ -z "$(in_bash osq-ticket print --of)" ]
}

@test "codes of the store: services, counters, officers, procedures" {
	[ "$(in_bash osq-ticket issue ci)" = civil ]
	[ "$(in_bash osq-ticket list --service ce)" = certify ]
	[ "$(in_bash osq-ticket issue --priority e)" = elderly ]
	[ "$(in_bash osq-call next -c '' | head -n 2 | tr '\n' ' ')" = '1 2 ' ]
	[ "$(in_bash osq-call open -c 1 --officer h)" = hoa ]
	[ "$(in_bash osq-dossier receive -p 1.00119)" = 1.001193 ]
	[ "$(in_bash osq-call transfer --to r)" = result ]
}

@test "today's tickets, and dossiers by what can be done with them" {
	[ "$(in_bash osq-ticket show A | tr '\n' ' ')" = 'A001 A002 ' ]
	[ "$(in_bash osq-dossier finish '')" = 000.17.22.H30-261123-0001 ]
	[ "$(in_bash osq-dossier return 000)" = 000.17.22.H30-261123-0002 ]
	[ "$(in_bash osq-dossier show 000.17.22.H30-2611 | wc -l)" -eq 2 ]
	[ -z "$(in_bash osq-dossier show 000.17.23)" ]
	# any number of them may follow, but only one can be shown
	[ "$(in_bash osq-dossier finish X '')" = 000.17.22.H30-261123-0001 ]
	[ -z "$(in_bash osq-dossier show X '')" ]
}

@test "an option with its value behind a =" {
	[ "$(in_bash osq-ticket list --service = ci)" = civil ]
	[ "$(in_bash osq-ticket list --service = | wc -l)" -eq 8 ]
	[ "$(osq-ticket --complete list --service=ci | cut -f 1)" = --service=civil ]
	[ "$(osq-ticket --complete list -sci | cut -f 1)" = -scivil ]
	[ "$(in_bash osq-dossier list --procedure = 1.00119)" = 1.001193 ]
}

@test "columns one after the other" {
	[ "$(in_bash osq-ticket list -o ticket,nu)" = ticket,number ]
	[ "$(in_bash osq-ticket list --columns = ticket,nu)" = ticket,number ]
}

@test "the words of a closed list, those that the command takes" {
	[ "$(in_bash osq-dossier receive --channel '' | tr '\n' ' ')" = 'counter online post ' ]
	[ "$(in_bash osq-ticket list --status un)" = unserved ]
	[ "$(in_bash osq-ticket list -f js | tr '\n' ' ')" = 'json jsonl ' ]
	[ "$(in_bash osq-ticket list --ex)" = --excel ]
	# of several words the last; of one alone there is none
	[ "$(in_bash osq-dossier list --status received,pa)" = received,paused ]
	[ -z "$(in_bash osq-dossier list --channel counter,on)" ]
	# each is taken, and what is offered elsewhere is no list to be held to
	osq-ticket --complete list --status '' | cut -f 1 >words
	[ "$(wc -l <words)" = 8 ]
	while read -r word; do
		osq-ticket list --status "$word" >/dev/null
	done <words
	[ "$(in_bash osq-dossier due --within '' | tr '\n' ' ')" = '1d 2d 4h ' ]
	osq-dossier due --within 3d >/dev/null
	[ "$(in_bash osq-report takings --section '' | tr '\n' ' ')" = 'methods days officers ' ]
	[ "$(in_bash osq-dossier import --encoding UTF | tr '\n' ' ')" = 'UTF-8 UTF-16LE UTF-16BE ' ]
	[ "$(in_bash osq-admin config report_language '' | tr '\n' ' ')" = 'vi en ' ]
	[ -z "$(in_bash osq-admin config agency '')" ]
}

@test "what came before: a time with colons, flags in one word, --" {
	[ "$(in_bash osq-ticket issue --at 07 : 30 ci)" = civil ]
	[ "$(in_bash osq-ticket issue -nc 1 ci)" = civil ]
	[ "$(in_bash osq-ticket issue -nc 3 --)" != '' ]
	[ "$(in_bash osq-ticket show -- A001 | wc -l)" -eq 1 ]
	[ "$(in_bash osq-ticket -d "$OSQ_DB" issue ci)" = civil ]
}

@test "a word, and a place in a word, in the middle of the line" {
	line='osq-ticket list --service ci --day today'
	[ "$(in_bash_at "$line" 28 osq-ticket list --service ci)" = civil ]
	# the cursor after the c of certify
	line='osq-ticket list --service certify'
	[ "$(in_bash_at "$line" 27 osq-ticket list --service certify | tr '\n' ' ')" = 'civil certify ' ]
}

@test "a code with a blank is quoted where that is needed" {
	[ "$(LC_ALL=C.UTF-8 in_bash osq-call next -c Q)" = 'Quầy\ 9' ]
	[ "$(in_bash osq-call next -c '"Q')" = 'Quầy 9' ]
	[ "$(LC_ALL=C.UTF-8 in_bash osq-call next -c 'Quầy\ ')" = 'Quầy\ 9' ]
}

@test "files where files are asked for" {
	touch part-1.csv
	[ "$(in_bash osq-admin import services pa)" = part-1.csv ]
	[ "$(in_bash osq-ticket list --xlsx = pa)" = part-1.csv ]
	[ "$(in_bash osq-dossier import pa)" = part-1.csv ]
	[ "$(in_bash osq-admin list j)" = journal ]
	[ -z "$(in_bash osq-admin import j)" ]
}

@test "a second Tab tells what each one is" {
	COMP_TYPE=63 in_bash osq-ticket list --service ce
	[ "$(COMP_TYPE=63 in_bash osq-ticket list --service c | head -n 1)" = 'civil    (Hộ tịch)' ]
	[ "$(COMP_TYPE=63 in_bash osq-ticket list --service ce)" = certify ]
}

@test "no store, a broken store, a wrong clock: no offer and no noise" {
	echo rubbish >broken
	[ -z "$(OSQ_DB=/nowhere/osq.db in_bash osq-ticket issue '')" ]
	[ -z "$(OSQ_DB=broken in_bash osq-ticket issue '')" ]
	[ -z "$(OSQ_NOW=never in_bash osq-ticket show '')" ]
	[ -z "$(in_bash osq-ticket -d /nowhere issue '')" ]
	[ -z "$(OSQ_DB=/nowhere/osq.db osq-ticket --complete issue '' 2>&1)" ]
	[ ! -e /nowhere ]
}

@test "what is in the store does not reach the terminal as a command to it" {
	printf 'code,prefix,name\nodd,X,"Xin\n%s[31mchào"\n' "$ESC" | osq-admin import services - >/dev/null
	[ "$(osq-ticket --complete issue o | grep -c "$ESC")" -eq 0 ]
	[ "$(osq-ticket --complete issue odd | wc -l)" -eq 1 ]
}

@test "sourcing the file starts no command" {
	run bash --norc -c 'PATH=/nowhere; . "$0/osq.bash" && complete -p osq-ticket' "$SCRIPTS"
	[ "$output" = 'complete -F __osq osq-ticket' ]
}

@test "fish" {
	[ "$(in_fish 'osq-ticket iss')" = issue ]
	[ "$(in_fish 'osq-ticket issue ci')" = civil ]
	[ "$(in_fish 'osq-ticket issue ' | wc -l)" -eq 8 ]
	[ "$(in_fish 'osq-ticket list --service=ce')" = --service=certify ]
	[ "$(in_fish 'osq-dossier receive -p 1.00119')" = 1.001193 ]
	[ "$(in_fish 'osq-call open -c 1 --officer h')" = hoa ]
	[ "$(in_fish 'osq-call next -c Q')" = 'Quầy 9' ]
	[ "$(in_fish 'osq-ticket list -o ticket,nu')" = ticket,number ]
	touch part-1.csv
	[ "$(in_fish 'osq-admin import services part')" = part-1.csv ]
	[ "$(in_fish 'osq-ticket list --xlsx=part')" = --xlsx=part-1.csv ]
	[ -z "$(OSQ_DB=/nowhere/osq.db in_fish 'osq-ticket issue ' 2>&1)" ]
}

@test "zsh" {
	[ "$(in_zsh 'osq-ticket iss')" = issue ]
	[ "$(in_zsh 'osq-ticket issue ci')" = civil ]
	[ "$(in_zsh 'osq-ticket issue ' | wc -l)" -eq 8 ]
	[ "$(in_zsh 'osq-ticket list --service=ce')" = --service=certify ]
	[ "$(in_zsh 'osq-dossier receive -p 1.00119')" = 1.001193 ]
	[ "$(in_zsh 'osq-call open -c 1 --officer h')" = hoa ]
	[ "$(in_zsh 'osq-call next -c Q')" = 'Quầy 9' ]
	[ "$(in_zsh 'osq-ticket list -o ticket,nu')" = ticket,number ]
	touch part-1.csv
	[ "$(in_zsh 'osq-admin import services part')" = part-1.csv ]
	[ -z "$(OSQ_DB=/nowhere/osq.db in_zsh 'osq-ticket issue ' 2>&1)" ]
}
