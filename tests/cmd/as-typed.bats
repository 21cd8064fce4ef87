#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What people type is what is meant, and what is kept is the code as it stands.

load helper

setup() {
	office
	osq-admin config bank_bin 970403
	osq-admin config bank_account 0110001234
	code=$(osq-dossier receive -p 2.000815 -a 'Lê An' --fee 5000 --officer hoa)
	typed=${code//H/h}
} >/dev/null

@test "a code in small letters is the dossier's, in every answer and in the journal" {
	for act in 'papers --handed all' 'pause --reason x' 'resume' 'fee 6000' 'pay' \
		'correct --address Ấp_1 --reason y' 'finish' 'return'; do
		verb=${act%% *}
		read -ra rest <<<"${act#"$verb"}"
		case $verb in
		fee) try osq-dossier fee "$typed" 6000 ;;
		*) try osq-dossier "$verb" "$typed" "${rest[@]}" ;;
		esac
		ended 0 "$code"
	done
	osq-rate add --dossier "$typed" --score 5
	osq-dossier form 01 "$typed" >form.html
	osq-dossier show "$typed" --full >shown
	grep -qF "$code" form.html
	osq-admin list journal --csv >acts
	run grep -F "$typed" form.html shown acts
	[ "$status" = 1 ]
	[ "$(osq-dossier payments "$typed" --csv --no-header -o code)" = "$code" ]
	content
}

@test "so is the purpose of a QR payment" {
	try osq-dossier pay --qr "$typed" --csv --no-header -o code,purpose
	like 0 "$code,$code" ''
}

@test "a code that no dossier has is told as it was typed" {
	for verb in pay track show papers 'form 01' 'correct --address x --reason y'; do
		# shellcheck disable=SC2086  # words on purpose
		try osq-dossier $verb h1-2
		like 1 '' 'osq-dossier: h1-2: no such dossier'
	done
}

@test "codes of another system that differ in capitals alone are two" {
	printf 'code,procedure,applicant,received_at\nH9-x,1.001193,An,2026-06-01T08:00\nH9-X,1.001193,Ba,2026-06-01T08:00\n' |
		osq-dossier import - >/dev/null 2>&1
	try osq-dossier pause H9-x --reason z
	ended 0 H9-x
	try osq-dossier pause H9-X --reason z
	ended 0 H9-X
}
