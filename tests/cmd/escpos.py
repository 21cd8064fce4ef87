#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A ticket printer: reads ESC/POS on standard input and writes what is on the paper.

	escpos.py DOTS PICTURE.png

It knows four commands, in the order a slip has them: ESC @, rasters (GS v 0) as wide
as the head, ESC d, GS V 66.  Anything else, a text above all, is an error: it might
mean something to a printer.  Prints the rows of the picture, those of its largest band, and how many are black
from side to side."""
import struct
import sys
import zlib


def fail(why):
    sys.exit("escpos: " + why)


def png(rows, width):
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    # One bit a dot, where PNG has 1 for white and ESC/POS for black.
    lines = b"".join(b"\0" + bytes(255 - b for b in row) for row in rows)
    return (b"\x89PNG\r\n\x1a\n" +
            chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 1, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


dots, picture = int(sys.argv[1]), sys.argv[2]
data = sys.stdin.buffer.read()
if not data.startswith(b"\x1b@"):
    fail("does not begin with ESC @")
at, rows, largest, fed, cut = 2, [], 0, False, False
while at < len(data):
    if cut:
        fail("%d bytes after the cut" % (len(data) - at))
    if data.startswith(b"\x1dv0\0", at):
        if len(data) < at + 8 or fed:
            fail("a raster is cut off, or after the feed")
        wide, high = struct.unpack_from("<HH", data, at + 4)
        if wide * 8 != dots or not 0 < high <= 255:
            fail("a raster of %d x %d dots" % (wide * 8, high))
        at += 8
        if len(data) < at + wide * high:
            fail("a raster is cut off")
        rows += [data[at + y * wide:at + (y + 1) * wide] for y in range(high)]
        largest = max(largest, high)
        at += wide * high
    elif data.startswith(b"\x1bd", at) and len(data) > at + 2 and 0 < data[at + 2] < 8:
        fed = True
        at += 3
    elif data.startswith(b"\x1dVB", at) and len(data) > at + 3:
        cut = True
        at += 4
    else:
        fail("no known command at byte %d: %r" % (at, data[at:at + 8]))
if not cut or not fed:
    fail("not fed and cut")
with open(picture, "wb") as out:
    out.write(png(rows, dots))
print(len(rows), largest, rows.count(b"\xff" * (dots // 8)))
