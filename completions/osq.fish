# SPDX-License-Identifier: MIT
# Completion of all osq commands in fish.  The command itself knows what may follow.

function __osq_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    # What is being written may have an open quote or a \ before a blank.
    set -l plain (string unescape -- $current 2>/dev/null; or string replace -ra '[\'"\\\\]' '' -- $current)
    set -l before (string replace -r '^~/' "$HOME/" -- $words[2..-1])
    for line in (command $words[1] --complete $before "$plain" 2>/dev/null)
        if test $line = @file
            set -l start (string match -r '^-[^=]*=' -- $plain)
            for file in (__fish_complete_path (string replace -r '^-[^=]*=' '' -- $plain))
                printf '%s%s\n' "$start" $file
            end
        else
            echo $line
        end
    end
end

for command in osq-admin osq-ticket osq-call osq-board osq-dossier osq-rate osq-report
    complete -c $command -f -a '(__osq_complete)'
end
