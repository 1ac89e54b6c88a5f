"""Debian's Chromium, headless, driven over its DevTools protocol through a pair of pipes.

Nothing is clicked: keys are pressed as a person without a mouse would. What the pages complain of, and
every address that is fetched, is kept.
"""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time

# Where a browser goes by itself, and where pages of the test may lead.
PATIENCE = 120


class Chromium:
    """One browser with one page and a profile of its own."""

    def __init__(self, *arguments):
        self.profile = tempfile.mkdtemp(prefix="portal-chromium-")
        # Chromium reads commands from descriptor 3 and writes to 4.
        commands, self.outgoing = os.pipe()
        self.incoming, answers = os.pipe()
        commands, answers = self._high(commands), self._high(answers)
        self.process = subprocess.Popen(
            [
                "/bin/bash", "-c", f'exec "$@" 3<&{commands} 4>&{answers}', "bash",
                "/usr/bin/chromium", "--headless", "--remote-debugging-pipe", "--no-first-run",
                "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--no-default-browser-check",
                # A test often runs as root or in a container, where the sandbox cannot.
                "--no-sandbox", f"--user-data-dir={self.profile}", *arguments, "about:blank",
            ],
            pass_fds=(commands, answers), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env=os.environ | {"HOME": self.profile},
        )
        os.close(commands)
        os.close(answers)
        self.count, self.received, self.events = 0, b"", []
        self.complaints, self.fetched, self.loads = [], [], 0
        page = next(
            found for found in self.call("Target.getTargets")["targetInfos"]
            if found["type"] == "page")
        self.session = self.call(
            "Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ["Page", "Network", "Log", "Runtime"]:
            self.call(f"{domain}.enable")

    @staticmethod
    def _high(descriptor):
        """The descriptor under a number that does not stand in the way of 3 and 4."""
        import fcntl

        moved = fcntl.fcntl(descriptor, fcntl.F_DUPFD, 30)
        os.close(descriptor)
        return moved

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    # The protocol.

    session = None

    def call(self, method, **parameters):
        """Sends a command and gives its result."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.outgoing, json.dumps(message).encode() + b"\0")
        number = self.count
        while True:
            answer = self._message()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def _message(self):
        end = time.monotonic() + PATIENCE
        while b"\0" not in self.received:
            ready, _, _ = select.select([self.incoming], [], [], end - time.monotonic())
            if not ready:
                raise TimeoutError("the browser says nothing")
            chunk = os.read(self.incoming, 1 << 16)
            if not chunk:
                raise EOFError("the browser has ended")
            self.received += chunk
        text, self.received = self.received.split(b"\0", 1)
        message = json.loads(text)
        self._note(message.get("method"), message.get("params", {}))
        return message

    def _note(self, event, found):
        if event == "Log.entryAdded":
            entry = found["entry"]
            self.complaints.append(f"{entry['source']}: {entry['text']} {entry.get('url', '')}")
        elif event in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            self.complaints.append(json.dumps(found))
        elif event == "Network.requestWillBeSent":
            self.fetched.append(found["request"]["url"])
        elif event == "Page.loadEventFired":
            self.loads += 1

    # What a person does and sees.

    def open(self, address):
        """Types an address."""
        before = self.loads
        self.call("Page.navigate", url=address)
        self._loaded(before)

    def evaluate(self, expression):
        """What is true of the page, asked from outside of it."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return answer["result"].get("value")

    @property
    def address(self):
        return self.evaluate("location.href")

    @property
    def text(self):
        return self.evaluate("document.body.innerText")

    @property
    def focus(self):
        """What a key would go to: the element's name, or its words."""
        return self.evaluate(
            "(e => e === document.body ? null : e.name && e.tagName !== 'BUTTON' ? e.name"
            " : e.innerText)(document.activeElement)")

    KEYS = {
        "Tab": (9, None), "Enter": (13, "\r"), "Space": (32, " "), "Down": (40, None),
        "Up": (38, None),
    }

    def press(self, key, shift=False):
        """Presses a key by its name, or types one character."""
        code, text = self.KEYS.get(key, (0, key))
        name = {"Down": "ArrowDown", "Up": "ArrowUp", "Space": " "}.get(key, key)
        parts = dict(key=name, windowsVirtualKeyCode=code, modifiers=8 if shift else 0)
        down = dict(parts, type="keyDown", text=text) if text else dict(parts, type="rawKeyDown")
        self.call("Input.dispatchKeyEvent", **down)
        self.call("Input.dispatchKeyEvent", type="keyUp", **parts)

    def type(self, text):
        for character in text:
            self.press(character)

    def tab_to(self, name):
        """Goes on with Tab until the focus is there."""
        for _ in range(20):
            if self.focus == name:
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {name}, but to {self.focus}")

    def choose(self, name, value):
        """Chooses from a list by its keys."""
        self.tab_to(name)
        for _ in range(60):
            if self.evaluate("document.activeElement.value") == value:
                return
            self.press("Down")
        raise AssertionError(f"{name} has no {value}")

    def send(self, button):
        """Presses a button by the keyboard, and waits for the page that comes of it."""
        self.tab_to(button)
        before = self.loads
        self.press("Enter")
        self._loaded(before)

    def _loaded(self, before):
        while self.loads == before:
            self._message()
        # What is to have the focus first has it a moment later.
        end = time.monotonic() + PATIENCE
        while not self.evaluate(
            "(e => !e || e === document.activeElement)(document.querySelector('[autofocus]'))"
        ):
            if time.monotonic() > end:
                raise TimeoutError("the focus does not come to where the page wants it")
