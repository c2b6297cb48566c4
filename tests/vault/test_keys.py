"""The key file through the real command line: whatever is wrong with it is one sentence and a code that is not 0."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commanding import Said, union

PHRASE = "une phrase de passe assez longue"


class Place:
    """One installation of its own, driven from outside."""

    def __init__(self, folder: Path) -> None:
        self.state, self.key = folder / "state", folder / "keys" / "root.key"
        self.environment = {"HOME": str(folder), "UNION_STATE": str(self.state), "UNION_KEY_FILE": str(self.key)}

    def union(self, *words: str, said: str = "", **environment: str) -> Said:
        return union(*words, environment={**self.environment, **environment}, said=said)

    def refuses(self, *words: str, said: str = "", **environment: str) -> str:
        """The one sentence with which a command is refused."""
        answer = self.union(*words, said=said, **environment)
        assert answer.code != 0, answer.out
        assert answer.err.strip().count("\n") == 0, answer.err
        return answer.err.strip()


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    answer = Place(folder).union("init")
    assert answer.code == 0, answer.err
    return folder


@pytest.fixture
def place(installed: Path, tmp_path: Path) -> Place:
    shutil.copytree(installed, tmp_path / "one")
    return Place(tmp_path / "one")


def test_init_is_safe_to_repeat_and_never_overwrites_a_key(place: Place) -> None:
    before = place.key.read_bytes()
    assert place.key.stat().st_mode & 0o777 == 0o600
    assert place.union("init").code == 0
    assert place.key.read_bytes() == before
    shutil.rmtree(place.state)
    assert place.union("init").code == 0
    assert place.key.read_bytes() == before
    assert place.union("audit", "verify").code == 0
    assert place.state.stat().st_mode & 0o777 == 0o700
    for path in place.state.rglob("*.db*"):
        assert path.stat().st_mode & 0o077 == 0, path.name


def _write(text: str) -> Callable[[Place], object]:
    return lambda place: place.key.write_text(text)


WRONG: dict[str, tuple[Callable[[Place], object], str]] = {
    "missing": (lambda place: place.key.unlink(), "no key file"),
    "empty": (_write(""), "cannot be read"),
    "short": (_write(json.dumps({"format": 1, "root": "ab" * 16})), "not 32 random bytes"),
    "long": (_write(json.dumps({"format": 1, "root": os.urandom(33).hex()})), "not 32 random bytes"),
    "all zero": (_write(json.dumps({"format": 1, "root": "00" * 32})), "not 32 random bytes"),
    "not hexadecimal": (_write(json.dumps({"format": 1, "root": "zz" * 32})), "cannot be read"),
    "no root": (_write(json.dumps({"format": 1})), "cannot be read"),
    "a list": (_write("[1, 2]"), "cannot be read"),
    "a number": (_write("12"), "cannot be read"),
    "a later format": (_write(json.dumps({"format": 2, "root": os.urandom(32).hex()})), "cannot be read"),
    "bytes": (lambda place: place.key.write_bytes(os.urandom(32)), "cannot be read"),
    "readable by others": (lambda place: place.key.chmod(0o644), "0600"),
    "readable by the group": (lambda place: place.key.chmod(0o640), "0600"),
    "a folder": (lambda place: (place.key.unlink(), place.key.mkdir(mode=0o700)), "cannot be read"),
    "another root": (_write(json.dumps({"format": 1, "root": os.urandom(32).hex()})), "not the one"),
    "wrapped with a broken salt": (
        _write(json.dumps({"format": 1, "salt": "", "nonce": "00" * 12, "sealed": "00" * 48})),
        "UNION_PASSPHRASE_FILE",
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_key_that_cannot_be_used_is_a_sentence(place: Place, fault: str) -> None:
    change, words = WRONG[fault]
    change(place)
    assert words in place.refuses("audit", "verify")
    if fault != "missing":
        assert words in place.refuses("upgrade") or fault == "all zero"


def test_a_key_in_the_state_folder_is_refused(place: Place, tmp_path: Path) -> None:
    inside = place.state / "root.key"
    shutil.copy2(place.key, inside)
    assert "state folder" in place.refuses("audit", "verify", UNION_KEY_FILE=str(inside))
    link = tmp_path / "elsewhere.key"
    link.symlink_to(inside)
    assert "state folder" in place.refuses("audit", "verify", UNION_KEY_FILE=str(link))
    inside.unlink()
    assert "state folder" in place.refuses("init", UNION_KEY_FILE=str(inside))
    assert not inside.exists()


def test_a_wrapped_key_may_lie_anywhere_and_opens_by_its_passphrase(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.key = place.state / "root.key"
    place.environment["UNION_KEY_FILE"] = str(place.key)
    assert "12 characters" in place.refuses("init", "--passphrase", said="court\n")
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text(PHRASE + "\n")
    wrong.write_text("une autre phrase de passe\n")
    made = place.union("init", "--passphrase", said=PHRASE + "\n", UNION_PASSPHRASE_FILE=str(right))
    assert made.code == 0, made.err
    kept = json.loads(place.key.read_text())
    assert "root" not in kept
    assert place.union("audit", "verify", UNION_PASSPHRASE_FILE=str(right)).code == 0
    assert "does not open" in place.refuses("audit", "verify", UNION_PASSPHRASE_FILE=str(wrong))
    assert "UNION_PASSPHRASE_FILE" in place.refuses("audit", "verify")
    assert "cannot be read" in place.refuses("audit", "verify", UNION_PASSPHRASE_FILE=str(tmp_path / "none"))
    for part in ("salt", "nonce", "sealed"):
        place.key.write_text(json.dumps({**kept, part: ""}))
        refused = place.refuses("audit", "verify", UNION_PASSPHRASE_FILE=str(right))
        assert "cannot be read" in refused or "does not open" in refused


def test_a_state_that_is_none_is_a_sentence(place: Place, tmp_path: Path) -> None:
    assert "union init" in place.refuses("audit", "verify", UNION_STATE=str(tmp_path / "nowhere"))
    (place.state / "union.db").write_bytes(b"not a database at all, whatever it says" * 100)
    assert place.refuses("audit", "verify")
    (place.state / "union.db").write_bytes(b"")
    assert place.refuses("audit", "verify")
    assert "PORT" in place.refuses("audit", "verify", PORT="1e3")
    assert "UNION_DATABASE" in place.refuses("audit", "verify", UNION_DATABASE="mysql://x")
    assert place.refuses("audit", "verify", UNION_DATABASE="postgresql://nobody@127.0.0.1:1/none")
