# SPDX-License-Identifier: MIT
# complete.zsh LINE: what zsh would offer at the end of LINE, a candidate a line.
# Completion works only in an interactive shell, so one is started on a pseudo-terminal
# and told to complete; in it compadd writes down the matches beside keeping them.
zmodload zsh/zpty || exit 77

export ZDOTDIR=$(mktemp -d)
cat >$ZDOTDIR/.zshrc <<'RC'
fpath=($SCRIPTS $fpath)
autoload -Uz compinit && compinit -D -u
compadd() {
	# Helpers ask it for arrays only; what is left is what a Tab would offer.
	if [[ ${@[1,(i)(-|--)]} != *-(O|A|D)\ * ]]; then
		local -a found
		builtin compadd -O found "$@"
		print -rl -- $found >>$ZDOTDIR/found
	fi
	builtin compadd "$@"
}
finish() { : >$ZDOTDIR/done }
zle -N finish
zle -C offer complete-word _main_complete
bindkey '^X' offer
bindkey '^Y' finish
zle-line-init() { : >$ZDOTDIR/ready }
zle -N zle-line-init
RC

wait_for() {
	for i in {1..200}; do
		[[ -e $ZDOTDIR/$1 ]] && return
		sleep 0.05
	done
	print -u 2 "zsh: never $1"
	return 1
}

zpty shell zsh -d -i
wait_for ready && zpty -n -w shell $1$'\x18\x19' && wait_for done
zpty -d shell
[[ ! -e $ZDOTDIR/found ]] || cat $ZDOTDIR/found
rm -rf $ZDOTDIR
