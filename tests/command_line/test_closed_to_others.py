"""What the process and its files are to others on the machine and on the network: closed, or refused with a
sentence."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import config
from tests.commanding import around, process, union
from tests.conftest import ON_ONE_DATABASE
from union import installation
from union.installation import NotReady
from union.store import files

ASKED = """
import ctypes, os, resource, sys
from {module} import main
try:
    main({words})
finally:
    mask = os.umask(0o022)
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE), oct(mask), file=sys.stderr)
"""


def hardened(module: str, words: str, environment: dict[str, str], given: bytes = b"") -> str:
    """What a process says of itself at its end: dumpable, its limit of core dumps, its umask."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED.format(module=module, words=words)],
        cwd=config.HERE,
        input=given,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
        umask=0o022,
    )
    return done.stderr.decode().strip().splitlines()[-1]


@ON_ONE_DATABASE
@pytest.mark.parametrize("words", [["audit", "verify"], ["user", "list"], ["law", "rates"]])
def test_a_command_leaves_no_core_and_cannot_be_read(settings: config.Settings, words: list[str]) -> None:
    assert hardened("union.cli", repr(words), around(settings)) == "0 (0, 0) 0o77"


def test_the_child_that_opens_lists_is_closed_as_well() -> None:
    request = b'{"name": "a.csv", "memory": 1073741824, "seconds": 10, "choices": {}}\nnom;prenom\nAlami;Nadia\n'
    assert hardened("union.tables.__main__", "", {}, request) == "0 (0, 0) 0o77"


@pytest.fixture
def served(settings: config.Settings, worker_id: str) -> Iterator[subprocess.Popen[bytes]]:
    """A real server of this installation, started by somebody with a careless umask."""
    port = 18000 + os.getpid() % 1000
    child = subprocess.Popen(
        [sys.executable, "-m", "union.cli", "serve"],
        cwd=config.HERE,
        stderr=subprocess.PIPE,
        umask=0o022,
        env={**os.environ, **around(settings), "PORT": str(port)},
    )
    assert child.stderr is not None
    assert b"http://" in child.stderr.readline()
    yield child
    child.kill()
    child.wait(10)


@ON_ONE_DATABASE
def test_a_server_that_is_killed_leaves_no_core_and_only_files_of_its_own(
    served: subprocess.Popen[bytes], settings: config.Settings
) -> None:
    limits = Path(f"/proc/{served.pid}/limits").read_text()
    assert "Max core file size        0                    0" in limits
    time.sleep(0.5)  # its worker has begun
    served.send_signal(signal.SIGABRT)
    served.wait(10)
    assert not list(config.HERE.glob("core*"))
    assert open_to_others(settings.state) == []


def open_to_others(folder: Path) -> list[str]:
    return [
        f"{oct(stat.S_IMODE(one.stat().st_mode))} {one.name}"
        for one in (folder, *folder.rglob("*"))
        if one.stat().st_mode & 0o077
    ]


def test_a_new_installation_has_no_file_for_others(tmp_path: Path) -> None:
    environment = {"UNION_STATE": str(tmp_path / "new"), "UNION_KEY_FILE": str(tmp_path / "keys" / "root.key")}
    before = os.umask(0o022)
    try:
        assert process("init", environment=environment).code == 0
        assert process("user", "create", "sal", "--generate", environment=environment).code == 0
        files.Vaulted(tmp_path / "new" / "files").folder.mkdir(mode=0o700)
    finally:
        os.umask(before)
    assert open_to_others(tmp_path / "new") == []
    assert open_to_others(tmp_path / "keys") == []


@ON_ONE_DATABASE
def test_sealed_files_are_their_owners_alone(app: object, settings: config.Settings) -> None:
    before = os.umask(0)
    try:
        kept = files.Vaulted(settings.state / "files")
        kept.put(b"a list")
        with kept.writing() as sheaf:
            sheaf.add(b"a piece")
    finally:
        os.umask(before)
    assert open_to_others(settings.state) == []


@ON_ONE_DATABASE
@pytest.mark.parametrize("command", [("serve",), ("worker",), ("audit", "verify")])
def test_a_state_folder_that_others_can_enter_is_refused(settings: config.Settings, command: tuple[str, ...]) -> None:
    settings.state.chmod(0o750)
    answer = union(*command, environment=around(settings))
    assert answer.code == 1
    assert "chmod 700" in answer.err


@ON_ONE_DATABASE
def test_files_that_were_open_are_closed_at_the_start(settings: config.Settings) -> None:
    """As those of before this version are, and what came back from a backup."""
    (settings.state / "files").mkdir(mode=0o755)
    sealed = settings.state / "files" / "0.sealed"
    sealed.touch()
    for one in (sealed, settings.state / "union.db", settings.state / "queue.db"):
        one.chmod(0o644)
    assert union("audit", "verify", environment=around(settings)).code == 0
    assert open_to_others(settings.state) == []


@ON_ONE_DATABASE
def test_a_file_that_cannot_be_closed_is_refused(settings: config.Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is another user's; here the system refuses in its place, for these tests may be run as root."""
    (settings.state / "union.db").chmod(0o644)
    monkeypatch.setattr(Path, "chmod", lambda *_: (_ for _ in ()).throw(PermissionError()))
    with pytest.raises(NotReady, match=r"union\.db can be opened by others"):
        installation.refuse_open_to_others(settings)


CLEAR = "in clear"


@ON_ONE_DATABASE
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7"])
def test_pages_are_not_served_to_a_network_in_clear(settings: config.Settings, host: str) -> None:
    answer = union("serve", "--host", host, environment=around(settings))
    assert answer.code == 1
    assert CLEAR in answer.err
    assert "UNION_WITHOUT_TLS=yes" in answer.err


@ON_ONE_DATABASE
@pytest.mark.parametrize("setting", ["UNION_TLS", "UNION_WITHOUT_TLS"])
def test_a_setting_says_that_the_network_is_closed(settings: config.Settings, setting: str) -> None:
    """An address that no machine here has: what is refused then is the address."""
    answer = union("serve", "--host", "192.0.2.7", environment={**around(settings), setting: "yes"})
    assert answer.code == 1
    assert CLEAR not in answer.err
    assert "no address of this machine" in answer.err


ELSEWHERE = [
    "postgresql://union@db.example/union",
    "postgresql://union@192.0.2.7/union?sslmode=require",
    "postgresql://union@192.0.2.7/union?sslmode=verify-ca",
    "postgresql://union@/union?host=192.0.2.7",
    "postgresql://union@/union?host=127.0.0.1,192.0.2.7",
    "postgresql://union@127.0.0.1/union?hostaddr=192.0.2.7",
    "postgresql://union@/union?service=far",
]
HERE = [
    "postgresql://union@127.0.0.1/union",
    "postgresql://union@[::1]/union",
    "postgresql://union@localhost/union",
    "postgresql:///union",
    "postgresql://union@/union?host=/var/run/postgresql",
    "postgresql://union@db.example/union?sslmode=verify-full",
]


def of(tmp_path: Path, address: str, **more: str) -> config.Settings:
    return config.read(
        {"UNION_STATE": str(tmp_path), "UNION_KEY_FILE": str(tmp_path / "k"), "UNION_DATABASE": address, **more}
    )


@pytest.mark.parametrize("address", ELSEWHERE)
def test_a_database_elsewhere_is_verified(tmp_path: Path, address: str) -> None:
    with pytest.raises(NotReady, match="verify-full"):
        installation.refuse_in_clear(of(tmp_path, address))
    installation.refuse_in_clear(of(tmp_path, address, UNION_DATABASE_UNVERIFIED="yes"))


@pytest.mark.parametrize("address", HERE)
def test_a_database_here_or_verified_is_opened(tmp_path: Path, address: str) -> None:
    installation.refuse_in_clear(of(tmp_path, address))


def test_what_the_variables_of_postgresql_say_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They hold where the address says nothing."""
    monkeypatch.setenv("PGHOST", "192.0.2.7")
    with pytest.raises(NotReady, match="verify-full"):
        installation.refuse_in_clear(of(tmp_path, "postgresql:///union"))
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    installation.refuse_in_clear(of(tmp_path, "postgresql:///union"))


@pytest.mark.parametrize("command", [("init",), ("serve",), ("worker",), ("upgrade",), ("user", "list")])
def test_every_command_refuses_it(tmp_path: Path, command: tuple[str, ...]) -> None:
    environment = {
        "UNION_STATE": str(tmp_path / "s"),
        "UNION_KEY_FILE": str(tmp_path / "k"),
        "UNION_DATABASE": ELSEWHERE[0],
    }
    answer = union(*command, environment=environment)
    assert answer.code == 1
    assert "verify-full" in answer.err
    assert not (tmp_path / "s").exists()
