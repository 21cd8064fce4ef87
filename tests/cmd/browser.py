#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Look at a page in headless Chromium, through its debugging pipe.

	browser.py PAGE WIDTHxHEIGHT [STEP...]

Steps, in order:
	eval JS        print what it is, as JSON (a promise is waited for)
	until JS       wait until it is true; print after how many milliseconds
	run COMMAND    run it by the shell
	shot FILE      save a picture
	reduce         as if less motion were wanted
"""
import base64
import json
import os
import subprocess
import sys
import tempfile
import time


class Browser:
    def __init__(self, size):
        to_child, self.out = os.pipe()
        self.inp, from_child = os.pipe()
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)

        def hand_over():
            # Through high numbers, since one may be the other's place.
            a, b = os.dup2(to_child, 103), os.dup2(from_child, 104)
            os.dup2(a, 3)
            os.dup2(b, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-dev-shm-usage", "--hide-scrollbars=false",
             "--remote-debugging-pipe", "--user-data-dir=" + self.profile.name,
             "--window-size=%d,%d" % size, "about:blank"],
            close_fds=False, preexec_fn=hand_over,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        self.number, self.rest, self.session = 0, b"", None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target,
                                flatten=True)["sessionId"]
        self.ask("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1],
                 deviceScaleFactor=1, mobile=False)

    def ask(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                piece = os.read(self.inp, 1 << 20)
                if not piece:
                    sys.exit("browser.py: the browser is gone")
                self.rest += piece
            line, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit("browser.py: %s: %s" % (method, answer["error"]["message"]))
                return answer["result"]

    def evaluate(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True,
                          awaitPromise=True)
        if "exceptionDetails" in answer:
            sys.exit("browser.py: " + json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def until(self, expression, seconds=15):
        began = time.monotonic()
        while not self.evaluate(expression):
            if time.monotonic() - began > seconds:
                sys.exit("browser.py: never came true: " + expression)
            time.sleep(0.02)
        return round((time.monotonic() - began) * 1000)

    def close(self):
        try:
            self.session = None
            self.ask("Browser.close")
            self.process.wait(10)
        finally:
            self.process.kill()
            self.process.wait()
            self.profile.cleanup()


def main():
    page, size, steps = sys.argv[1], sys.argv[2], sys.argv[3:]
    browser = Browser(tuple(int(n) for n in size.split("x")))
    try:
        browser.ask("Page.enable")
        browser.ask("Page.navigate", url=page)
        browser.until("document.readyState === 'complete' && location.href !== 'about:blank'")
        while steps:
            step = steps.pop(0)
            if step == "reduce":
                browser.ask("Emulation.setEmulatedMedia", features=[
                    {"name": "prefers-reduced-motion", "value": "reduce"}])
                continue
            argument = steps.pop(0)
            if step == "eval":
                print(json.dumps(browser.evaluate(argument), ensure_ascii=False))
            elif step == "until":
                print(browser.until(argument))
            elif step == "run":
                subprocess.run(argument, shell=True, check=True)
            elif step == "shot":
                picture = browser.ask("Page.captureScreenshot", format="png")["data"]
                with open(argument, "wb") as file:
                    file.write(base64.b64decode(picture))
            else:
                sys.exit("browser.py: there is no step " + step)
    finally:
        browser.close()


main()
