# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion of all osq commands in bash.  The command itself knows what may follow;
# here is only the way from readline's words to it and back.

# Readline parts words at = and : too; __osq_words has them whole again, up to the
# cursor, the last one being completed.
__osq_read_words() {
	local i word cur=${COMP_WORDS[COMP_CWORD]} left=${COMP_LINE:0:COMP_POINT} glue=''

	if [[ -n $left ]]; then # the cursor may stand inside the word
		while [[ -n $cur && $left != *"$cur" ]]; do cur=${cur%?}; done
	fi
	__osq_words=()
	for ((i = 1; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		((i == COMP_CWORD)) && word=$cur
		if ((${#__osq_words[@]})) && [[ -n $glue || $word == [=:]* ]]; then
			__osq_words[-1]+=$word
		else
			__osq_words+=("$word")
		fi
		glue=
		[[ $word == *[=:] ]] && glue=yes
	done
	((${#__osq_words[@]})) || __osq_words=("")
}

# WORD as the shell would understand it, into __osq_plain.
__osq_unquote() {
	local word=$1

	# shellcheck disable=SC2088  # the tilde is text here
	[[ $word == "~/"* ]] && word=$HOME/${word#"~/"}
	if [[ $word == \"* || $word == \'* ]]; then
		word=${word#?}
		word=${word%[\"\']}
	else
		word=${word//\\/}
	fi
	__osq_plain=$word
}

# In a list of several, what each one is.
__osq_describe() {
	local i width=0 line

	for i in "${!COMPREPLY[@]}"; do
		((${#COMPREPLY[i]} > width)) && width=${#COMPREPLY[i]}
	done
	for i in "${!COMPREPLY[@]}"; do
		[[ -n ${__osq_about[i]} ]] || continue
		printf -v line '%-*s  (%s)' "$width" "${COMPREPLY[i]}" "${__osq_about[i]}"
		COMPREPLY[i]=${line:0:${COLUMNS:-80}-2}
	done
}

__osq() {
	local command=${COMP_WORDS[0]} current start='' quote='' candidate about i
	local -a __osq_words __osq_about=() plain=()
	local __osq_plain

	COMPREPLY=()
	__osq_read_words
	for i in "${!__osq_words[@]}"; do
		__osq_unquote "${__osq_words[i]}"
		plain+=("$__osq_plain")
	done
	current=${__osq_words[-1]}
	[[ $current == [\"\']* ]] && quote=${current:0:1}
	__osq_unquote "$command"
	command=$__osq_plain
	# What readline keeps of the word: up to the last character it parts words at.
	if [[ -z $quote && $current == *[=:]* ]]; then
		start=${current%"${current##*[=:]}"}
	fi
	while IFS=$'\t' read -r candidate about; do
		if [[ $candidate == @file ]]; then
			compopt -o filenames 2>/dev/null
			current=${plain[-1]}
			[[ $current == -*=* ]] && current=${current#*=}
			mapfile -t COMPREPLY < <(compgen -f -- "$current")
			return
		fi
		# Behind an open quote a word goes in as it is, so none that would end the
		# quote or be run in it: what is offered may come from anybody's file.
		[[ $quote == \" && $candidate == *[\"\$\`\\!]* ||
			$quote == \' && $candidate == *\'* ]] && continue
		[[ -n $quote || $candidate != *[^[:alnum:]_.,:/=+-]* ]] ||
			printf -v candidate '%q' "$candidate"
		COMPREPLY+=("${candidate#"$start"}")
		__osq_about+=("$about")
	done < <("$command" --complete "${plain[@]}" 2>/dev/null)
	# 63: the list after a second Tab, of which nothing is inserted.
	if [[ ${COMP_TYPE-} == 63 && ${#COMPREPLY[@]} -gt 1 ]]; then
		__osq_describe
	fi
}

complete -F __osq osq-admin osq-ticket osq-call osq-board osq-dossier osq-rate osq-report
