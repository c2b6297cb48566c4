"""`union demo` as a new user runs it: a process of its own, its address and passwords, and a second start that keeps
all."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from tests.cast import PASSWORD
from tests.commanding import process, union
from tests.serving import free_port

ROLES = ("secretariat", "organiser", "delegate", "legal", "analyst")


class Demo:
    """One running `union demo`."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.state, self.key = folder / "state", folder / "key" / "root.key"
        self.log = folder / "out"
        environment = {
            **os.environ,
            "UNION_STATE": str(self.state),
            "UNION_KEY_FILE": str(self.key),
            "PORT": str(self.port),
        }
        environment.pop("UNION_DATABASE", None)
        with self.log.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "union.cli", "demo"], env=environment, stdout=out, stderr=subprocess.STDOUT
            )
        self.wait()

    def wait(self) -> None:
        for _ in range(240):
            assert self.process.poll() is None, self.log.read_text()
            with contextlib.suppress(urllib.error.URLError, ConnectionError):
                if urllib.request.urlopen(f"{self.base}/health").status == 200:
                    return
            time.sleep(0.25)
        raise AssertionError(self.log.read_text())

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)

    def told(self) -> dict[str, tuple[str, str]]:
        """Sign-in name and password by role, as printed."""
        lines = re.findall(r"^  (\w+) +(\S+) +(\S+)$", self.log.read_text(), re.MULTILINE)
        return {role: (login, password) for role, login, password in lines}


class Browser:
    """Somebody at the running server."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> BeautifulSoup:
        with self.opener.open(self.base + path) as answer:
            return BeautifulSoup(answer.read(), "html.parser")

    def send(self, path: str, action: str, **values: str) -> BeautifulSoup:
        form = self.get(path).select_one(f"form[action='{action}']")
        assert form is not None
        hidden = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=hidden]")}
        with self.opener.open(self.base + action, urlencode({**hidden, **values}).encode()) as answer:
            return BeautifulSoup(answer.read(), "html.parser")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def running(folder: Path) -> Iterator[Demo]:
    demo = Demo(folder)
    yield demo
    demo.stop()


def test_it_is_served_and_says_how_to_sign_in(running: Demo) -> None:
    assert f"{running.base}/" in running.log.read_text()
    assert tuple(running.told()) == ROLES
    assert stat.S_IMODE(running.key.stat().st_mode) == 0o600


@pytest.mark.parametrize("role", ROLES)
def test_each_role_signs_in_and_reads_that_the_people_are_invented(running: Demo, role: str) -> None:
    browser = Browser(running.base)
    login, password = running.told()[role]
    first = browser.send("/sign-in", "/sign-in", login=login, password=password)
    assert first.select_one("body.signed-in") is not None
    assert first.select_one(".demo") is not None
    assert browser.get("/sign-in").select_one(".demo") is not None


def test_it_listens_on_this_machine_alone(running: Demo) -> None:
    listening = Path("/proc/net/tcp").read_text().splitlines()[1:]
    wanted = f":{running.port:04X}"
    addresses = {line.split()[1] for line in listening if line.split()[1].endswith(wanted) and line.split()[3] == "0A"}
    assert addresses == {f"0100007F{wanted}"}


def test_a_second_start_keeps_what_was_done(running: Demo, folder: Path) -> None:
    before = running.told()
    browser = Browser(running.base)
    login, password = before["secretariat"]
    browser.send("/sign-in", "/sign-in", login=login, password=password)
    browser.send("/employers/new", "/employers/new", legal_name="Ajoutée par un essai SARL")
    running.stop()
    again = Demo(folder)
    running.process, running.base, running.port = again.process, again.base, again.port  # the fixture stops this one
    assert again.told() == before
    assert "Filling" not in again.log.read_text()
    browser = Browser(again.base)
    browser.send("/sign-in", "/sign-in", login=login, password=password)
    assert "Ajoutée par un essai SARL" in browser.get("/employers").text


def test_real_accounts_are_left_alone(tmp_path: Path) -> None:
    environment = {
        "UNION_STATE": str(tmp_path / "state"),
        "UNION_KEY_FILE": str(tmp_path / "key" / "root.key"),
        "UNION_DATABASE": "",
    }
    assert union("init", environment=environment).code == 0
    assert union("user", "create", "amina", environment=environment, said=f"{PASSWORD}\n").code == 0
    refused = process("demo", environment={**environment, "PORT": str(free_port())})
    assert refused.code == 1
    assert "real accounts" in refused.err
    assert "Traceback" not in refused.err
    assert not (tmp_path / "state" / "demo").exists()
