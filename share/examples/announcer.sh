#!/bin/sh
# SPDX-License-Identifier: MIT
# Call aloud in the hall whom the counters call: what the unit osq-announcer runs.
#	announcer.sh [OPTION ...]	as of osq-call announce: --lang vi,en --times 2
# CLIPS	a folder of recorded clips, see osq-call(1); without it espeak-ng speaks
# PLAY	the command that plays WAV: files that it is given, or its standard input
# SPEED	words a minute, of espeak-ng
set -eu
export PLAY="${PLAY:-aplay -q}" SPEED="${SPEED:-140}"
# shellcheck disable=SC2016  # these are for the shell that each call starts
if [ -n "${CLIPS:-}" ]; then
	exec osq-call announce --clips "$CLIPS" "$@" -- sh -c 'eval "$PLAY \"\$@\""' play
else
	exec osq-call announce "$@" -- sh -c \
		'espeak-ng -v "$OSQ_SAY_LANG" -s "$SPEED" --stdout | eval "$PLAY"'
fi
