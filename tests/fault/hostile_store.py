#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""hostile_store.py STORE SEED COUNT: replace COUNT values of STORE at random, by what no
command of ours would write: other types, other encodings, numbers of any size.  Tells each."""
import random
import re
import sqlite3
import sys

INTEGERS = [-1, 0, 1, -2**63, 2**63 - 1, 2**31, -2**31 - 1, 2**32, 10**9, -10**14,
            253402300800, 86400 * 366 * 10000, 127, 255, 1000]
TEXTS = [b"", b" ", b"a" * 70000, b"\xff", b"\xc3(", b"a\0b", b"\xb3" * 90, b"%n%s%s%s",
         b"../../x", b"\xe2\x80\xae", b"\n", b"\x1b[2J", b"today", b"-1", b"2026-02-31",
         b"9999-12-31", b"-4713-01-01", b"24:61", b"99999999999999999999", b"=cmd()", b"{",
         b"[[[[", b'{"payment":{}}', b"null", b"ratio 0:0", b"closing-99999h",
         b"\xf0\x9f\x98\x80" * 20, b"e\xcc\x81" * 3000, b"-" * 100, b"A" * 64,
         b"\xed\xa0\x80"]
REALS = [float("inf"), float("-inf"), 1e300, 0.5, -0.0]


def value(rng, cells):
    """What to put, as an expression and what it needs; half of it is of the right kind."""
    kind = rng.random()
    if kind < 0.35:
        return "?", rng.choice(INTEGERS + [rng.getrandbits(63)])
    if kind < 0.7:
        text = rng.choice(TEXTS + [bytes(rng.randrange(256) for _ in range(rng.randrange(40)))])
        return "CAST(? AS TEXT)", text
    if kind < 0.8 and cells:
        return "?", rng.choice(cells)
    if kind < 0.87:
        return "?", None
    if kind < 0.94:
        return "?", rng.randbytes(rng.randrange(50))
    return "?", rng.choice(REALS)


def main():
    store, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(seed)
    db = sqlite3.connect(store, isolation_level=None)
    db.text_factory = bytes
    version = db.execute("PRAGMA schema_version").fetchone()[0]
    kept = [(str(n, "ascii"), str(sql, "utf-8")) for n, sql in db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'")]
    triggers = [(str(n, "ascii"), str(sql, "utf-8")) for n, sql in db.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")]
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    # Without its rules a table takes anything; afterwards they stand there again.
    db.execute("PRAGMA writable_schema = ON")
    for name, sql in kept:
        loose = re.sub(r"\bSTRICT\b,?", "", sql).rstrip().rstrip(",")
        loose = re.sub(r"(?<!\bIS) NOT NULL", "", loose)
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (loose, name))
    db.execute(f"PRAGMA schema_version = {version + 10}")
    db.close()
    db = sqlite3.connect(store, isolation_level=None)
    db.text_factory = bytes
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA ignore_check_constraints = ON")
    done = 0
    for _ in range(count * 20):
        table = rng.choice(kept)[0]
        found = db.execute(f"SELECT * FROM {table}")
        columns = [d[0] for d in found.description]
        rows = found.fetchall()
        if not rows:
            continue
        row, column = rng.choice(rows), rng.randrange(len(columns))
        cells = [r[column] for r in rows]
        expression, new = value(rng, cells)
        where = " AND ".join(f"{c} IS ?" for c in columns)
        try:
            changed = db.execute(f"UPDATE OR IGNORE {table} SET {columns[column]} = {expression}"
                                 f" WHERE {where}", (new, *row)).rowcount
        except sqlite3.Error:
            continue
        if changed:
            done += 1
            print(f"{table}.{columns[column]}: {row[column]!r} -> {str(new)[:60]!r}")
        if done == count:
            break
    db.execute("PRAGMA writable_schema = ON")
    for name, sql in kept:
        db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (sql, name))
    db.execute(f"PRAGMA schema_version = {version + 20}")
    db.close()
    db = sqlite3.connect(store, isolation_level=None)
    for _, sql in triggers:
        db.execute(sql)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


main()
