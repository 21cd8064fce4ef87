#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A dark terminal's screen as a picture: reads lines of half blocks with their colours on
standard input and writes a PGM on standard output, a dot of 8 for half a character.  Where
no colour is told it is white on black.  Text becomes a row of dots, so that only what is
drawn with blocks can look like a code."""
import re
import sys

DOT = 8
DARK, LIGHT = 0, 255
COLOURS = {16: 0, 231: 255}
HALVES = {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}


def paint(parameters, fore, back):
    at = 0
    while at < len(parameters):
        p = parameters[at]
        if p in (38, 48):
            colour = COLOURS[parameters[at + 2]]
            fore, back = (colour, back) if p == 38 else (fore, colour)
            at += 3
            continue
        if p == 0:
            fore, back = LIGHT, DARK
        elif p == 39:
            fore = LIGHT
        elif p == 49:
            back = DARK
        else:
            sys.exit("blocks: colour %d" % p)
        at += 1
    return fore, back


rows = []
fore, back = LIGHT, DARK
for line in sys.stdin.read().split("\n"):
    top, bottom = [], []
    for token in re.findall(r"\x1b\[[0-9;]*m|.", line):
        if token[0] == "\x1b":
            fore, back = paint([int(p or 0) for p in token[2:-1].split(";")], fore, back)
            continue
        upper, lower = HALVES.get(token, (1, 0))
        top.append(fore if upper else back)
        bottom.append(fore if lower else back)
    rows += [top, bottom]
width = max(len(row) for row in rows)
rows = [row + [DARK] * (width - len(row)) for row in rows]
out = sys.stdout.buffer
out.write(b"P5 %d %d 255\n" % (width * DOT, len(rows) * DOT))
for row in rows:
    out.write(bytes(dot for dot in row for _ in range(DOT)) * DOT)
