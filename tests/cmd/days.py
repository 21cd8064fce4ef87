#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Days of an office, lived with its commands: people draw numbers and are told their wait,
officers call, pause for a break, and close or pause for lunch.

    days.py SEED FIRST DAYS    working days from the day FIRST on, into the store

Three counters: civil and result at 1 and 2, civil and certify at 3."""

import datetime
import heapq
import os
import random
import subprocess
import sys

COUNTERS = {"1": "hoa", "2": "binh", "3": "lan"}
SERVES = {"1": "civil result", "2": "civil result", "3": "civil certify"}
MINUTES = {"civil": 7, "result": 3, "certify": 5}
LUNCH, AFTERNOON, CLOSES = 11 * 3600 + 1800, 13 * 3600, 17 * 3600


def run(at, *words):
    env = dict(os.environ, OSQ_NOW=at)
    return subprocess.run(words, env=env, capture_output=True, text=True)


class Day:
    def __init__(self, dice, date):
        self.dice, self.date, self.events = dice, date, []
        self.idle, self.gone = set(), set()
        self.away = {c: self.plan() for c in COUNTERS}
        for counter in COUNTERS:
            self.put(7 * 3600 + dice.randrange(300), "open", counter)
        clock = 6 * 3600 + 3000
        while (clock := clock + dice.expovariate(1 / 145)) < CLOSES - 1800:
            if not LUNCH + 900 < clock < AFTERNOON - 900 or dice.random() < 0.3:
                self.put(int(clock), "come", dice.choices(
                    list(MINUTES), (0.5, 0.25, 0.25))[0])

    def plan(self):
        """When the officer goes away, how long or until when, and by which verb."""
        dice = self.dice
        morning, later = (dice.randrange(*span) for span in ((30000, 38000), (50000, 57000)))
        return [(morning, dice.lognormvariate(6.4, 0.4), "pause"),
                (LUNCH + dice.randrange(-300, 600), AFTERNOON + dice.randrange(-120, 600),
                 dice.choice(("pause", "close"))),
                (later, dice.lognormvariate(6.4, 0.4), "pause")]

    def put(self, clock, what, who):
        heapq.heappush(self.events, (clock, len(self.events), what, who))

    def at(self, clock):
        return f"{self.date}T{clock // 3600:02}:{clock // 60 % 60:02}:{clock % 60:02}"

    def call(self, clock, *words):
        return run(self.at(clock), "osq-call", *words)

    def work(self, clock, counter):
        """The counter is free: its officer goes away, or calls whoever is next."""
        self.idle.discard(counter)
        if self.away[counter] and self.away[counter][0][0] <= clock:
            _, length, verb = self.away[counter].pop(0)
            self.call(clock, "done", "-c", counter)
            self.call(clock, verb, "-c", counter)
            back = int(length if length > 20000 else clock + length)
            self.put(max(clock + 1, back), "open" if verb == "close" else "back", counter)
            return
        called = self.call(clock, "next", "-c", counter)
        if called.returncode:
            self.idle.add(counter)
            if self.away[counter]:
                self.put(self.away[counter][0][0], "break", counter)
            return
        service = {"A": "civil", "B": "certify", "D": "result"}[called.stdout[0]]
        takes = 60 * MINUTES[service] * self.dice.lognormvariate(-0.12, 0.5)
        self.put(clock + max(20, int(takes)), "free", counter)

    def live(self):
        while self.events:
            clock, _, what, who = heapq.heappop(self.events)
            if what == "come":
                run(self.at(clock), "osq-ticket", "issue", who, "--print", "text")
                for counter in sorted(self.idle):
                    if who in SERVES[counter]:
                        self.work(clock, counter)
                        break
            elif what == "break":
                if who in self.idle:
                    self.work(clock, who)
            else:
                if what == "open":
                    self.call(clock, "open", "-c", who, "--officer", COUNTERS[who])
                elif what == "back":
                    self.call(clock, "back", "-c", who)
                self.work(clock, who)
        for counter in COUNTERS:
            self.call(CLOSES + 7200, "done", "-c", counter)
            self.call(CLOSES + 7200, "close", "-c", counter)
        run(self.at(CLOSES + 7200), "osq-admin", "end-day")


def main():
    dice = random.Random(int(sys.argv[1]))
    date, days = datetime.date.fromisoformat(sys.argv[2]), int(sys.argv[3])
    while days:
        if date.isoweekday() <= 5:
            Day(dice, date).live()
            days -= 1
        date += datetime.timedelta(days=1)


main()
