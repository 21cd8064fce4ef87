# SPDX-License-Identifier: MIT
"""Lines of "COMMAND VERB roles[; to look: roles]" in, the manual's list of roles out: with
each role the verbs that it has and those within it have not."""
import re
import sys

WITHIN = {"public": [], "kiosk": ["public"], "clerk": ["public", "kiosk"],
          "head": ["public", "kiosk", "clerk"], "auditor": ["public"], "admin": ["public"],
          "owner": []}
verbs = {role: {} for role in WITHIN}
for line in sys.stdin:
    command, verb, said = line.rstrip("\n").split(" ", 2)
    roles, look = re.fullmatch(r"(.*?)(?:; to look: (.*))?", said).groups()
    for named, suffix in ((roles, ""), (look, " (to look)")):
        named = named.split(", ") if named else []
        for role in named:
            if not set(WITHIN[role]) & set(named):
                verbs[role].setdefault(command, []).append(verb + suffix)
for role, commands in verbs.items():
    print(".It Cm", role)
    lines = [c if v == ["-"] else f"{c}: {', '.join(v)}" for c, v in commands.items()]
    print(";\n".join(lines) + ".")
