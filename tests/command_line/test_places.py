"""Where an installation lies and listens: whatever is wrong with a place is one sentence that says what to do."""

from __future__ import annotations

import socket
import sqlite3
from pathlib import Path

import pytest

from tests.commanding import Said, union
from union.commands import listening
from union.installation import NotReady


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "UNION_STATE": str(tmp_path / "state"),
        "UNION_KEY_FILE": str(tmp_path / "keys" / "root.key"),
        "UNION_DATABASE": "",
        "PORT": "8000",
    }


def refused(answer: Said) -> str:
    """The one sentence of a refusal."""
    assert answer.code == 1
    assert answer.out == ""
    assert answer.err.count("\n") == 1, answer.err
    return answer.err


def test_a_state_that_cannot_be_made(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "state"):
        answer = union("init", environment={**environment, "UNION_STATE": str(place)})
        assert "UNION_STATE" in refused(answer)
    assert not (tmp_path / "keys").exists()


def test_a_key_that_cannot_be_written(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused(union("init", environment={**environment, "UNION_KEY_FILE": str(tmp_path / "file" / "root.key")}))
    (tmp_path / "folder").mkdir()
    (tmp_path / "open.key").write_text("{}")
    for key, sentence in (("folder", "is a folder"), ("state/root.key", "in the state folder"), ("open.key", "0600")):
        answer = union("init", environment={**environment, "UNION_KEY_FILE": str(tmp_path / key)})
        assert sentence in refused(answer)
    assert not (tmp_path / "state").exists(), "what is refused leaves nothing behind"


@pytest.mark.parametrize("command", ["init", "demo"])
def test_a_key_that_is_missing_beside_its_state(command: str, environment: dict[str, str], tmp_path: Path) -> None:
    """A new key would open nothing of what is there, and would lie where the right one has to be put back."""
    assert union("init", environment=environment).code == 0
    (tmp_path / "keys" / "root.key").unlink()
    assert "put it back" in refused(union(command, environment=environment))
    assert not (tmp_path / "keys" / "root.key").exists()


def test_upgrade_makes_no_installation(environment: dict[str, str], tmp_path: Path) -> None:
    assert union("init", environment=environment).code == 0
    elsewhere = {**environment, "UNION_STATE": str(tmp_path / "nowhere")}
    assert "union init" in refused(union("upgrade", environment=elsewhere))
    assert not (tmp_path / "nowhere").exists()


def test_a_database_of_a_later_version(environment: dict[str, str], tmp_path: Path) -> None:
    assert union("init", environment=environment).code == 0
    with sqlite3.connect(tmp_path / "state" / "union.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    for command in ("upgrade", "init"):
        assert "later version" in refused(union(command, environment=environment))
    assert "union upgrade" in refused(union("user", "list", environment=environment))


def test_a_wiped_state_keeps_its_key(environment: dict[str, str], tmp_path: Path) -> None:
    assert union("init", environment=environment).code == 0
    key = (tmp_path / "keys" / "root.key").read_bytes()
    for path in (tmp_path / "state").iterdir():
        path.unlink()
    assert "Key kept" in union("init", environment=environment).out
    assert (tmp_path / "keys" / "root.key").read_bytes() == key


def test_sqlite_elsewhere_wherever_the_command_is_called_from(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert union("init", environment={**environment, "UNION_DATABASE": "sqlite:///other.db"}).code == 0
    assert (tmp_path / "other.db").stat().st_mode & 0o777 == 0o600
    monkeypatch.chdir("/")
    whole = {**environment, "UNION_DATABASE": f"sqlite:///{tmp_path / 'other.db'}"}
    assert union("user", "list", environment=whole).code == 0


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_in_use_is_said_before_anything_is_made(
    command: str, environment: dict[str, str], tmp_path: Path
) -> None:
    assert union("init", environment=environment).code == 0
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"Port {port} is in use" in refused(union(command, environment={**environment, "PORT": port}))
    assert not (tmp_path / "state" / "demo").exists()


def test_an_address_that_is_none_of_this_machine() -> None:
    for host in ("192.0.2.1", "nowhere.invalid"):
        with pytest.raises(NotReady, match="no address of this machine"):
            listening.take(host, 0)
