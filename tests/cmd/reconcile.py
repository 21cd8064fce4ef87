#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Random dossiers, and the figures of form II.06a counted anew from the list.

    reconcile.py make SEED ROWS                dossiers as CSV for osq-dossier import
    reconcile.py check SEED PERIODS            every report against the list

The counting here knows nothing of the product's: a dossier is looked at by itself,
in local dates and times, as a clerk would with the register on the table."""

import csv
import datetime
import io
import json
import os
import random
import subprocess
import sys
from collections import Counter

ZONE = datetime.timezone(datetime.timedelta(hours=7))
DAY = datetime.timedelta(days=1)
SECOND = datetime.timedelta(seconds=1)
FIRST = datetime.datetime(2023, 11, 1, tzinfo=ZONE)
NOW = datetime.datetime.fromisoformat(os.environ["OSQ_NOW"]).replace(tzinfo=ZONE)
OUT = ("rejected", "withdrawn", "stopped")


def midnight(day):
    return datetime.datetime.combine(day, datetime.time(), ZONE)


def some_moment(dice, first, last):
    """Somewhere between, and often on the edge of a day or of a reported month."""
    moment = first + (last - first) * dice.random()
    moment = moment.replace(microsecond=0)
    if dice.random() < 0.25:
        moment = midnight(moment.date())
        if dice.random() < 0.5:
            moment = midnight(moment.date().replace(day=15))
        moment -= SECOND * dice.choice((0, 0, 1))
    return min(max(moment, first), last)


def make(seed, rows):
    dice = random.Random(seed)
    procedures = run("osq-admin", "list", "procedures", "--csv", "-o", "code", "--no-header").split()
    procedures = dice.sample(procedures, 12)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow("code procedure applicant channel status received_at due_at finished_at"
                 " returned_at officer".split())
    for i in range(rows):
        received = some_moment(dice, FIRST, NOW)
        due = received + datetime.timedelta(seconds=dice.randrange(60 * 86400))
        if dice.random() < 0.6:
            due = due.replace(hour=17, minute=0, second=0, microsecond=0)
            due = max(due, received)
        finished = returned = None
        status = dice.choices(("received", "processing", "paused", "finished", "returned",
                               "rejected", "withdrawn", "stopped"),
                              (4, 4, 2, 30, 50, 5, 5, 3))[0]
        if status not in ("received", "processing", "paused"):
            finished = dice.choice((due, due + SECOND, due - SECOND, midnight(due.date()),
                                    midnight(due.date()) - SECOND,
                                    some_moment(dice, received, NOW),
                                    some_moment(dice, received, NOW)))
            finished = min(max(finished, received), NOW)
        if status == "returned":
            returned = some_moment(dice, finished, NOW)
        out.writerow([f"R-{i:05}", dice.choice(procedures), f"Người {i}",
                      dice.choice(("counter", "online", "online", "post", "")), status,
                      received.isoformat(), "" if dice.random() < 0.1 else due.isoformat(),
                      finished and finished.isoformat(), returned and returned.isoformat(),
                      dice.choice(("hoa", "binh", "lan", "duc", "mai", ""))])


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def register():
    columns = "code,field,channel,status,received_at,due_at,finished_at,officer,standing"
    rows = list(csv.DictReader(io.StringIO(run("osq-dossier", "list", "--csv", "-o", columns))))
    for row in rows:
        for key in ("received_at", "due_at", "finished_at"):
            row[key] = datetime.datetime.fromisoformat(row[key]) if row[key] else None
    return rows


def settings(key):
    """What was set, as (day, value), in order of days."""
    rows = csv.DictReader(io.StringIO(run("osq-admin", "config", key, "--csv")))
    return sorted((row["since"] or "0001-01-01", row["value"]) for row in rows)


def on(rules, day):
    return [value for since, value in rules if since <= str(day)][-1]


RULES, LATE = [], []


def without_result(row):
    """An end without a result, by the rule of its own day; None where it is in no column."""
    day = row["finished_at"].date()
    how, late = on(RULES, day), on(LATE, day) == "yes"
    overdue = row["finished_at"] > row["due_at"]
    if overdue and (late or how == "ended"):
        return "overdue"
    return None if how == "aside" else "on_time"


def standing(row, closing, seen, waits_in_time=False):
    done = row["finished_at"]
    if done and done < closing:
        if row["status"] in OUT:
            return without_result(row)
        if done.date() < row["due_at"].date():
            return "early"
        return "on_time" if done <= row["due_at"] else "overdue"
    # The clock of one that came in paused stands since its receipt, as far as is known.
    stands = row["received_at"] if row["status"] == "paused" else seen
    if waits_in_time and stands < seen:
        return "in_time"
    return "late" if row["due_at"] < min(seen, stands) else "in_time"


def counted(rows, first, last):
    """(figures of all, figures by field, codes overdue or late, by officer, left out)"""
    opening, closing = midnight(first), midnight(last + DAY)
    seen = min(closing, NOW)
    fields, officers, late, left_out = {}, {}, {}, Counter()
    for row in rows:
        ended = row["finished_at"] and row["finished_at"] < closing
        if row["received_at"] >= closing:
            continue
        if row["finished_at"] and row["finished_at"] < opening:
            continue
        if row["status"] in OUT and ended:
            how = without_result(row)
            left_out[row["status"], bool(how)] += 1
            left_out["overdue"] += how == "overdue"
            if not how:
                continue
        f = fields.setdefault(row["field"], Counter())
        o = officers.setdefault(row["officer"] or None, Counter())
        came = "carried_over" if row["received_at"] < opening else \
            "online" if row["channel"] == "online" else "counter_post"
        how = standing(row, closing, seen, on(RULES, last) == "on_time")
        f.update((came, "received", how, "finished" if ended else "in_process"))
        if came != "carried_over":
            o["received"] += 1
        if ended:
            o.update(("finished", how))
        if how in ("overdue", "late"):
            late[row["code"]] = how
    return sum(fields.values(), Counter()), fields, late, officers, left_out


def report(name, period, *options):
    return json.loads(run("osq-report", name, "--json", *period, *options))


def same(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}:\n  got    {got}\n  wanted {wanted}")


IN_SUMMARY = "received carried_over finished early on_time overdue in_process in_time late".split()
IN_FIELDS = IN_SUMMARY + ["online", "counter_post"]
OF_OFFICER = "received finished early on_time overdue".split()


def check_period(rows, options, first, last):
    all_, fields, late, officers, left_out = counted(rows, first, last)
    name = " ".join(options)
    summary = report("summary", options)
    same(name + " days", (summary["from"], summary["to"]), (str(first), str(last)))
    for key in IN_SUMMARY:
        same(f"{name} summary {key}", summary[key], all_[key])
    same(name + " in period", summary["received_in_period"], all_["online"] + all_["counter_post"])
    # 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 + 11
    form = report("dossiers", options)
    same(name + " fields", [f["field"] for f in form], sorted(fields, key=str.encode))
    same(name + " numbers", [f["no"] for f in form], list(range(1, len(form) + 1)))
    for f in form:
        for key in IN_FIELDS:
            same(f"{name} {f['field']} {key}", f[key], fields[f["field"]][key])
        same(f"{name} {f['field']} 3", f["received"], f["online"] + f["counter_post"] + f["carried_over"])
        same(f"{name} {f['field']} 7", f["finished"], f["early"] + f["on_time"] + f["overdue"])
        same(f"{name} {f['field']} 11", f["in_process"], f["in_time"] + f["late"])
        same(f"{name} {f['field']} 3 = 7 + 11", f["received"], f["finished"] + f["in_process"])
    for key in IN_SUMMARY:
        same(f"{name} sum of fields {key}", sum(f[key] for f in form), summary[key])
    listed = report("overdue", options)
    same(name + " overdue", {d["code"]: d["standing"] for d in listed}, late)
    same(name + " overdue, each once", len(listed), summary["overdue"] + summary["late"])
    people = report("officers", options, "-o", ",".join(["officer"] + OF_OFFICER))
    for person in people:
        for key in OF_OFFICER:
            same(f"{name} {person['officer']} {key}", person[key],
                 officers.get(person["officer"], Counter())[key])
    for key in OF_OFFICER:
        same(f"{name} sum of officers {key}", sum(p[key] for p in people),
             summary["received_in_period" if key == "received" else key])
    day = report("day", options)
    same(name + " day report", day["dossiers"], summary)
    aside, counted_ends = ([left_out[status, how] for status in OUT] for how in (False, True))
    text = run("osq-report", "dossiers", "--lang", "en", *options)
    note = "Not counted: %d rejected, %d withdrawn, %d stopped in the period." % tuple(aside)
    same(name + " note", note in text, any(aside))
    note = "Ended without a result: %d rejected, %d withdrawn, %d stopped; overdue: %d." % (
        *counted_ends, left_out["overdue"])
    same(name + " note of ends", note in text, any(counted_ends))
    return summary


def some_periods(dice, count):
    last = NOW.date() + 40 * DAY
    for i in range(count):
        first = FIRST.date() + DAY * dice.randrange((last - FIRST.date()).days)
        yield first, first + DAY * dice.choice((0, 0, 1, 6, 30, 91, 364, 1200))
    for year in (2024, 2025, 2026):
        for month in range(1, 13):
            before = datetime.date(year - (month == 1), month - 1 or 12, 15)
            yield before, datetime.date(year, month, 14)


def check(seed, count):
    dice = random.Random(seed)
    RULES[:], LATE[:] = settings("count_withdrawn"), settings("late_ends")
    rows = register()
    # The list's own standing is that of this very moment.
    for row in rows:
        if row["status"] in OUT:
            same(row["code"], row["standing"], without_result(row) or "")
        elif row["standing"] != "at_risk":
            same(row["code"], row["standing"], standing(row, NOW + SECOND, NOW))
    sums = Counter()
    for first, last in some_periods(dice, count):
        sums.update({k: v for k, v in check_period(
            rows, ("--from", str(first), "--to", str(last)), first, last).items()
            if isinstance(v, int)})
    for key in IN_SUMMARY:  # or the proof would prove nothing
        same("some are " + key, sums[key] > 0, True)
    # The months of a year lie end to end: what each took in is what the year did, but for
    # those that a later month ended without a result and so has in no sum.
    def gone(ended, before):
        """ended without a result in the report ENDED, received before the day BEFORE"""
        start, end = (datetime.date.fromisoformat(ended[k]) for k in ("from", "to"))
        return sum(row["status"] in OUT and not without_result(row) and midnight(start) <= row["finished_at"]
                   < midnight(end + DAY) and row["received_at"] < midnight(before)
                   for row in rows)
    for year in ("2024", "2025"):
        months = [report("summary", ("--period", f"{year}-{m:02}")) for m in range(1, 13)]
        whole = report("summary", ("--period", year))
        starts = [datetime.date.fromisoformat(m["from"]) for m in months]
        later = [gone(m, start) for m, start in zip(months, starts)]
        for key in ("finished", "early", "on_time", "overdue"):
            same(f"months of {year}: {key}", sum(m[key] for m in months), whole[key])
        same(f"months of {year}: received", sum(m["received_in_period"] for m in months) -
             sum(later) + gone(whole, starts[0]), whole["received_in_period"])
        for one, two, left in zip(months, months[1:], later[1:]):
            same(f"{two['from']} carries over", two["carried_over"] + left, one["in_process"])
        same(f"{year} carried over", whole["carried_over"] + gone(whole, starts[0]),
             months[0]["carried_over"] + later[0])
        same(f"{year} in process", whole["in_process"], months[-1]["in_process"])


if sys.argv[1] == "make":
    make(int(sys.argv[2]), int(sys.argv[3]))
else:
    check(int(sys.argv[2]), int(sys.argv[3]))
