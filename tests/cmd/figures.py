#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The figures of the queue, counted anew from the rows of the store.

    figures.py play FILE         periods as CSV into the store: ticket,at,state,service,
                                 counter,officer,reason,note,told; the states opened,
                                 paused and closed are those of a counter
    figures.py make SEED DAYS    the same, at random, up to the day of $OSQ_NOW
    figures.py check FROM TO     osq-report queue and timeline against the store

The counting here takes a visit as a list of rows and cuts it up, keeps every figure in
a list and sorts it; the product walks once and counts seconds."""

import csv
import datetime
import io
import json
import os
import random
import sqlite3
import subprocess
import sys
from collections import defaultdict

ZONE = datetime.timezone(datetime.timedelta(hours=7))
NOW = int(datetime.datetime.fromisoformat(os.environ["OSQ_NOW"]).replace(tzinfo=ZONE).timestamp())
AT_COUNTER = ("called", "serving")
ENDS = ("done", "no_show", "cancelled", "unserved")


def store():
    db = sqlite3.connect(os.environ["OSQ_DB"])
    db.row_factory = sqlite3.Row
    return db


def day_of(moment):
    return datetime.datetime.fromtimestamp(moment, ZONE).date()


def work_day(moment):
    """Until four in the morning it is still the evening before."""
    return day_of(moment - 4 * 3600)


def moment_of(day, clock):
    return int(datetime.datetime.combine(
        day, datetime.time.fromisoformat(clock), ZONE).timestamp())


def ids(db, table):
    return {row["code"]: row["id"] for row in db.execute(f"SELECT id, code FROM {table}")}


# ---- writing ----

def write(rows, day):
    """Rows in the order of their moments, on one day; the store ends what was before."""
    db = store()
    services, counters, officers = (ids(db, t) for t in ("service", "counter", "officer"))
    for row in rows:
        at = moment_of(day, row["at"]) if ":" in row["at"] else int(row["at"])
        counter, officer = counters.get(row["counter"]), officers.get(row["officer"])
        if row["state"] in ("opened", "paused", "closed"):
            db.execute("UPDATE counter_period SET ended_at = ? WHERE counter_id = ?"
                       " AND ended_at IS NULL", (at, counter))
            if row["state"] != "closed":
                db.execute("INSERT INTO counter_period (counter_id, officer_id, state, started_at)"
                           " VALUES (?, ?, ?, ?)",
                           (counter, officer, row["state"].replace("opened", "open"), at))
            continue
        where = (str(day), row["ticket"][0], int(row["ticket"][1:]))
        known = db.execute("SELECT id FROM ticket WHERE day = ? AND series = ? AND number = ?",
                           where).fetchone()
        told = [int(n) for n in (row.get("told") or "").split()] or [None, None]
        ticket = known["id"] if known else db.execute(
            "INSERT INTO ticket (day, series, number, issued_at, expected_median, expected_p90)"
            " VALUES (?, ?, ?, ?, ?, ?)", where + (at, *told)).lastrowid
        db.execute("INSERT INTO ticket_period (ticket_id, day, state, service_id, counter_id,"
                   " officer_id, started_at, ended_at, reason, note)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   (ticket, str(day), row["state"], services[row["service"]], counter, officer,
                    at, at if row["state"] in ENDS else None, row["reason"] or None,
                    row["note"] or None))
    db.commit()


class Dice(random.Random):
    def soon(self, mean):
        return int(self.expovariate(1 / mean))


def visit(dice, label, service, counters, busy, day):
    """One visit as the dice fall, its rows as (moment, fields)."""
    at = moment_of(day, "07:00") + dice.randrange(10 * 3600)
    rows, new = [], dice.random() < 0.8  # the others are older than schema 4

    def row(state, reason=None, desk=None, note=None):
        rows.append((at, {"ticket": label, "at": str(at), "state": state, "service": service,
                          "counter": desk and desk[0], "officer": desk and desk[1],
                          "reason": reason if new else None, "note": note,
                          "told": told if len(rows) == 0 else None}))

    half = dice.choice((0, 20, 40, dice.randrange(900)))
    told = f"{half} {half + dice.choice((0, 60, dice.randrange(900)))}" if dice.random() < 0.7 else None
    row("waiting", dice.choice(("drawn", "drawn", "appointment")))
    for turn in range(6):
        at += dice.soon(700)
        what = dice.random()
        if what < 0.05:
            row("cancelled")
            break
        if what < 0.1:
            return rows  # still waiting, or left behind
        if what < 0.17:
            service = dice.choice([s for s in ("civil", "certify", "social") if s != service])
            row("waiting", "transfer")
            continue
        desk = dice.choice(counters)
        at = max(at, busy[desk])
        taken = dice.random() < 0.15
        row("called", "take" if taken else dice.choice(("oldest", "priority", "age_limit")),
            desk, "vì một lý do" if taken and dice.random() < 0.8 else None)
        for again in range(dice.choice((0, 0, 1, 2))):
            at += dice.soon(60)
            row("called", "recall", desk)
        if dice.random() < 0.7:
            at += dice.soon(60)
            row("serving", None, desk)
        at += dice.soon(400)
        busy[desk] = at
        what = dice.random()
        if what < 0.5:
            row("done", None, desk)
            break
        if what < 0.6 and rows[-1][1]["state"] == "called":
            row("no_show", None, desk)
            if dice.random() < 0.5:
                break
            at += dice.soon(300)
            row("waiting", "return")
        elif what < 0.7:
            row("held", None, desk)
            at += dice.soon(900)
            row("waiting", "resume")
        elif what < 0.8 and new:
            if dice.random() < 0.8:
                service = dice.choice(("civil", "certify", "social"))
            row("waiting", "then")
        elif what < 0.9:
            if dice.random() < 0.7:
                service = dice.choice([s for s in ("civil", "certify", "social") if s != service])
            row("waiting", "transfer", note="sang bên kia")
        elif what < 0.95:
            at = moment_of(day, "23:30") if dice.random() < 0.5 else at + 12 * 3600
            row("unserved")
            break
        else:
            break  # somebody forgot about it
    return rows


def make(seed, days):
    dice = Dice(seed)
    last = day_of(NOW)
    for back in range(days - 1, -1, -1):
        day = last - datetime.timedelta(days=back)
        counters = [("1", "hoa"), ("2", "binh"), ("3", "lan")]
        rows, numbers = [], defaultdict(int)
        busy = defaultdict(int)
        for _ in range(dice.randrange(60)):
            service = dice.choice(("civil", "certify", "social"))
            prefix = {"civil": "A", "certify": "B", "social": "C"}[service]
            numbers[prefix] += 1
            rows += visit(dice, f"{prefix}{numbers[prefix]:03}", service, counters, busy, day)
        # One ticket at a counter: who stayed on goes before the next one is called.
        for desk in counters:
            clock = moment_of(day, "06:30") + dice.soon(1800)
            for state in ("opened", "paused", "opened", "closed")[:dice.choice((1, 2, 4, 4, 4))]:
                rows.append((clock, {"at": str(clock), "state": state, "counter": desk[0],
                                     "officer": desk[1]}))
                clock = min(clock + 3600 + dice.soon(9000),
                            moment_of(day, "23:59") + dice.choice((0, 0, 3600, 5 * 3600)))
        rows.sort(key=lambda r: r[0])
        write(without_crowds(rows, day), day)


def without_crowds(rows, day):
    """A visit that would be called where another still is loses its rows from there on."""
    there, gone, out = {}, set(), []
    for _, row in rows:
        ticket = row.get("ticket")
        if ticket in gone:
            continue
        if row["state"] in AT_COUNTER:
            if there.get(row["counter"], ticket) != ticket:
                gone.add(ticket)
                continue
            there[row["counter"]] = ticket
        elif ticket:
            there = {c: t for c, t in there.items() if t != ticket}
        out.append(row)
    db = store()  # nobody is left at a counter from the day before
    db.execute("UPDATE ticket_period SET ended_at = max(started_at, ?) WHERE ended_at IS NULL"
               " AND state IN ('called', 'serving') AND day < ?",
               (moment_of(day, "05:00"), str(day)))
    db.execute("UPDATE counter_period SET ended_at = max(started_at, ?) WHERE ended_at IS NULL",
               (moment_of(day, "05:00"),))
    db.commit()
    return out


# ---- counting ----

def closing(db, day):
    """When the office closes; None on a day off."""
    kind = db.execute("SELECT kind FROM holiday WHERE date = ?", (str(day),)).fetchone()
    spans = [r["closes"] for r in db.execute("SELECT closes FROM hours WHERE weekday = ?",
                                             (day.isoweekday(),))]
    if kind and kind["kind"] == "off":
        spans = []
    elif kind and not spans:
        spans = [r["closes"] for r in db.execute("SELECT closes FROM hours WHERE weekday = 1")]
    return moment_of(day, max(spans)) if spans else None


def past(db, day, start, end):
    shut = closing(db, day)
    return max(0, end - max(start, start if shut is None else shut))


def legs_of(rows):
    """A visit's rows, cut where another service begins."""
    cuts = [0] + [i for i in range(1, len(rows)) if rows[i]["state"] == "waiting" and (
        rows[i]["reason"] == "then" or rows[i]["service_id"] != rows[i - 1]["service_id"])]
    return [rows[a:b] for a, b in zip(cuts, cuts[1:] + [len(rows)])]


def calls_of(rows):
    """The stays at a counter, as (rows, the row after or None)."""
    out, i = [], 0
    while i < len(rows):
        n = i
        while n < len(rows) and rows[n]["state"] in AT_COUNTER:
            n += 1
        if n > i:
            out.append((rows[i:n], rows[n] if n < len(rows) else None))
        i = max(n, i + 1)
    return out


HOW = {"done": "served", "held": "held", "no_show": "no_show", "cancelled": "unserved",
       "unserved": "unserved"}


def call_end(after):
    if after is None:
        return "present"
    if after["state"] == "waiting":
        return "served" if after["reason"] == "then" else "sent_on"
    return HOW[after["state"]]


def service_time(rows, after_all):
    total = 0
    for stay, after in calls_of(rows + after_all):
        serving = [r for r in stay if r["state"] == "serving"]
        total += sum((NOW if r["ended_at"] is None else r["ended_at"]) - r["started_at"]
                     for r in serving)
        if not serving and call_end(after) == "served":
            total += after["started_at"] - stay[-1]["started_at"]
    return total


def leg_end(rows, following):
    if following and following[0]["reason"] == "then":
        return "served"
    if following:
        return "sent_on"
    last = rows[-1]["state"]
    return {"done": "served"}.get(last, last) if last in ENDS else "open"


class Tally(defaultdict):
    """Counts by key, and lists of times."""

    def __init__(self):
        super().__init__(int)
        self.waits, self.services, self.good = [], [], 0

    def figures(self, keys):
        out = {k: self[k] for k in keys}
        for name, times in (("wait", sorted(self.waits)), ("service", sorted(self.services))):
            n = len(times)
            out[name + "_median"] = (times[(n - 1) // 2] + times[n // 2]) // 2 if n else None
            out[name + "_p90"] = times[-(-9 * n // 10) - 1] if n else None
            out[name + "_longest"] = times[-1] if n else None
        out["within_target"] = share(self.good, len(self.waits))
        return out


def printed(median, p90):
    """The minutes on the slip: about the median (or None), and at most."""
    most = max(1, -(-p90 // 60))
    about = min((median + 30) // 60, most)
    return about if about and most > 1 else None, most


def share(part, of):
    return round(100 * part / of, 2) if of else None


LEGS = ("drawn came served then sent_on no_show cancelled unserved open served_late"
        " overtime").split()
CALLS = ("calls recalls taken served sent_on held no_show unserved present served_late overtime"
         " open_time busy_time idle_time pause_time").split()


def count(db, first, last):
    codes = {t: {r["id"]: r["code"] for r in db.execute(f"SELECT id, code FROM {t}")}
             for t in ("service", "counter", "officer")}
    target = {r["id"]: r["wait_target"] for r in db.execute("SELECT id, wait_target FROM service")}
    served = {(r["counter_id"], r["service_id"])
              for r in db.execute("SELECT * FROM counter_service")}
    office_target = db.execute("SELECT value FROM setting WHERE key = 'wait_target'").fetchone()
    office_target = int(office_target["value"]) if office_target else 15
    tallies, taken, spells = defaultdict(Tally), [], []
    stays = defaultdict(list)
    for t in db.execute("SELECT * FROM ticket WHERE day BETWEEN ? AND ? ORDER BY day, id",
                        (str(first), str(last))).fetchall():
        rows = db.execute("SELECT * FROM ticket_period WHERE ticket_id = ? ORDER BY id",
                          (t["id"],)).fetchall()
        label = f"{t['series']}{t['number']:03}"
        day = datetime.date.fromisoformat(t["day"])
        legs = legs_of(rows)
        since = None
        for n, rows in enumerate(legs):
            following = legs[n + 1] if n + 1 < len(legs) else []
            end = leg_end(rows, following)
            code = codes["service"][rows[0]["service_id"]]
            begun = rows[0]["started_at"]
            hour = datetime.datetime.fromtimestamp(begun, ZONE).strftime("%H:00")
            places = [tallies[p] for p in (("office",), ("services", code), ("hours", hour),
                                           ("days", t["day"]))]
            after = following[:1]
            calls = calls_of(rows + after)
            closed = following[0]["started_at"] if following else rows[-1]["started_at"]
            late = (end == "served" and work_day(closed) <= day
                    and past(db, day, closed - 1, closed) > 0)
            since = begun if since is None else since
            wait = calls[0][0][0]["started_at"] - since if calls else None
            minutes = target[rows[0]["service_id"]] or office_target
            people = []
            if calls:
                head, tail = calls[0][0][0], calls[-1][0][0]
                people = [tallies["counters", codes["counter"][head["counter_id"]]],
                          tallies["officers", codes["officer"][head["officer_id"]]]]
                finishers = [tallies["counters", codes["counter"][tail["counter_id"]]],
                             tallies["officers", codes["officer"][tail["officer_id"]]]]
            for p in places:
                p["drawn" if n == 0 else "came"] += 1
                p[end] += 1
                p["then"] += end == "served" and bool(following)
                p["served_late"] += late
            if wait is not None:
                for p in places + people:
                    p.waits.append(wait)
                    p.good += wait <= 60 * minutes
            if end == "served":
                spent = service_time(rows, after)
                for p in places + finishers:
                    p.services.append(spent)
                for p in finishers:
                    p["served_late"] += late
            for stay, then in calls:
                start, stop = stay[0]["started_at"], then["started_at"] if then else NOW
                if work_day(stop) > day or (call_end(then) == "unserved" and day_of(stop) > day):
                    stop = max(start, closing(db, day) or start)
                by = [tallies["counters", codes["counter"][stay[0]["counter_id"]]],
                      tallies["officers", codes["officer"][stay[0]["officer_id"]]]]
                out_of_order = stay[0]["note"] and stay[0]["reason"] in ("take", None)
                for p in by:
                    p["calls"] += 1
                    p["recalls"] += sum(r["state"] == "called" for r in stay[1:])
                    p[call_end(then)] += 1
                for p in by + places:
                    p["taken"] += bool(out_of_order)
                    p["overtime"] += past(db, day, start, stop)
                stays[stay[0]["counter_id"]].append((start, stop))
                if out_of_order:
                    taken.append((t["day"], start, t["id"], label, t["issued_at"], code,
                                  stay[0]["note"], stay[0]["counter_id"],
                                  rows[0]["service_id"]))
            spells += [(t["day"], rows[0]["service_id"], t["issued_at"], t["id"], label,
                        r["started_at"], r["ended_at"])
                       for r in rows if r["state"] == "waiting"]
            if end == "served" or calls:
                since = None
        first_call = [r for r in sum(legs, []) if r["state"] == "called"][:1]
        if t["expected_median"] is not None and first_call:
            wait = first_call[0]["started_at"] - t["issued_at"]
            for p in (tallies["office",], tallies["services",
                                                  codes["service"][legs[0][0]["service_id"]]]):
                p["told"] += 1
                least, most = printed(t["expected_median"], t["expected_p90"])
                p["told_p90"] += wait <= 60 * most
                if least:
                    p["told_half"] += 1
                    p["told_median"] += wait <= 60 * least
                    p["error"] += wait - 60 * least
    desks(db, first, last, codes, tallies, stays)
    passed = []
    for day, at, ticket, label, drawn, code, note, counter, service in sorted(taken):
        before = sorted((s[2], s[3], s[4]) for s in spells
                        if s[0] == day and (s[1] == service or (counter, s[1]) in served)
                        and (s[2], s[3]) < (drawn, ticket)
                        and s[5] <= at and (s[6] is None or s[6] > at))
        passed.append({"ticket": label, "passed": len(before), "note": note,
                       "first_passed": before[0][2] if before else None, "service": code})
    return tallies, passed


def desks(db, first, last, codes, tallies, stays):
    for d in db.execute("SELECT * FROM counter_period").fetchall():
        start, stop = d["started_at"], NOW if d["ended_at"] is None else d["ended_at"]
        if not first <= day_of(start) <= last:
            continue
        midnight = moment_of(day_of(start) + datetime.timedelta(days=1), "00:00")
        there = [(max(a, start), min(b, stop)) for a, b in stays[d["counter_id"]]
                 if min(b, stop) > max(a, start)]
        left = max([start] + [b for _, b in there])
        if work_day(stop) > day_of(start) or stop > midnight >= left:  # forgotten
            shut = closing(db, day_of(start))
            stop = min(stop, max(left, shut or start))
        for p in (tallies["counters", codes["counter"][d["counter_id"]]],
                  tallies["officers", codes["officer"][d["officer_id"]]]):
            if d["state"] == "paused":
                p["pause_time"] += stop - start
            else:
                p["open_time"] += stop - start
                p["busy_time"] += sum(b - a for a, b in there)
                p["idle_time"] += stop - start - sum(b - a for a, b in there)


# ---- comparing ----

def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def same(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}:\n  got    {got}\n  wanted {wanted}")


def check(first, last):
    db = store()
    days = ("--from", str(first), "--to", str(last))
    report = json.loads(run("osq-report", "queue", "--json", *days))
    tallies, taken = count(db, first, last)
    for section, key, columns in (("services", "service", LEGS), ("hours", "hour", LEGS),
                                  ("days", "day", LEGS), ("counters", "counter", CALLS),
                                  ("officers", "officer", CALLS)):
        met = set()
        for row in report[section]:
            wanted = tallies[section, row[key]].figures(columns)
            same(f"{section} {row[key]}", {k: row[k] for k in wanted}, wanted)
            met.add((section, row[key]))
        same(section + ", all of them", {k for k in tallies if k[0] == section} - met, set())
    office = tallies["office",].figures(LEGS + ["taken", "told"])
    same("office", {k: report["office"][k] for k in office}, office)
    for row in report["predicted"]:
        t = tallies["services", row["service"]]
        same("predicted " + row["service"],
             (row["told"], row["within_told_median"], row["within_told_p90"], row["error_mean"]),
             (t["told"], share(t["told_median"], t["told_half"]), share(t["told_p90"], t["told"]),
              int(t["error"] / t["told_half"]) if t["told_half"] else None))
    same("taken", [{k: r[k] for k in r if k in ("ticket", "passed", "note", "first_passed",
                                                "service")} for r in report["taken"]], taken)
    reconcile(report)
    timeline(db, first, last, days)
    return report


def reconcile(report):
    """The sums that the manual promises."""
    def total(section, key):
        return sum(row[key] for row in report[section])

    office = report["office"]
    for section in ("services", "hours", "days"):
        for row in report[section] + [office]:
            same(f"{section}: in = out", row["drawn"] + row["came"],
                 sum(row[k] for k in "served sent_on no_show cancelled unserved open".split()))
        for key in LEGS:
            same(f"sum of {section} {key}", total(section, key), office[key])
    same("came = sent on + then", office["came"], office["sent_on"] + office["then"])
    for section in ("counters", "officers"):
        for row in report[section]:
            same(f"{section}: calls", row["calls"],
                 sum(row[k] for k in "served sent_on held no_show unserved present".split()))
            same(f"{section}: open", row["open_time"], row["busy_time"] + row["idle_time"])
        for key in ("served", "served_late", "overtime", "taken"):
            same(f"sum of {section} {key}", total(section, key), office[key])
    same("counters = officers", total("counters", "calls"), total("officers", "calls"))
    same("taken are listed", len(report["taken"]), office["taken"])


def timeline(db, first, last, days):
    rows = list(csv.DictReader(io.StringIO(run("osq-report", "timeline", "--csv", *days))))
    same("timeline columns", list(rows[0]) if rows else COLUMNS, COLUMNS)
    places = [(r["at"], r["counter"]) for r in rows if r["event"] != "call"]
    same("events have moments", all(p[0] for p in places), True)
    calls = db.execute("SELECT count(*) FROM ticket_period WHERE state = 'called' AND day"
                       " BETWEEN ? AND ?", (str(first), str(last))).fetchone()[0]
    same("calls and recalls", sum(r["event"] in ("call", "recall") for r in rows), calls)
    office = json.loads(run("osq-report", "queue", "--json", "--section", "counters", *days))
    for key, events in (("calls", ("call",)), ("recalls", ("recall",)), ("held", ("hold",)),
                        ("served", ("done", "then")), ("sent_on", ("transfer",)),
                        ("no_show", ("no_show",))):
        for desk in office:
            same(f"timeline {desk['counter']} {key}",
                 sum(r["event"] in events and r["counter"] == desk["counter"] for r in rows),
                 desk[key])


COLUMNS = "at until ticket event service counter officer reason note".split()

if sys.argv[1] == "play":
    with open(sys.argv[2], encoding="utf-8") as file:
        write(list(csv.DictReader(file)), day_of(NOW))
elif sys.argv[1] == "make":
    make(int(sys.argv[2]), int(sys.argv[3]))
else:
    check(*(datetime.date.fromisoformat(day) for day in sys.argv[2:4]))
