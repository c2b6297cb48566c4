"""Where a scanner is configured nothing is kept that it did not look at."""

from __future__ import annotations

import dataclasses
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import config
from tests.attachments import desk
from tests.attachments.samples import photograph
from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.attachments import scanner

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"  # the world's harmless virus


class Clamd:
    """Speaks as clamd does: reads INSTREAM to its end and answers by what it read."""

    def __init__(self, path: Path) -> None:
        self.seen: list[bytes] = []
        self.says: bytes | None = None
        self.listening = socket.socket(socket.AF_UNIX)
        self.listening.bind(str(path))
        self.listening.listen()
        self.address = f"unix:{path}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listening.accept()
            except OSError:
                return
            with line, line.makefile("rb") as read:
                assert read.read(10) == b"zINSTREAM\0"
                data = b""
                while length := int.from_bytes(read.read(4), "big"):
                    data += read.read(length)
                self.seen.append(data)
                found = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in data else b"stream: OK\0"
                line.sendall(found if self.says is None else self.says)


@pytest.fixture
def clamd(app: Union, tmp_path: Path) -> Iterator[Clamd]:
    made = Clamd(tmp_path / "clamd.ctl")
    app.settings = dataclasses.replace(app.settings, scanner=made.address)
    yield made
    made.listening.close()


def test_what_it_finds_is_refused_and_written_down(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, clamd: Clamd
) -> None:
    case = desk.case_here(ann)
    assert "virus" in desk.send(ann, case, EICAR, 422, name="note.txt").text
    assert not desk.rows(app, cast)
    assert not app.files.folder.exists() or not list(app.files.folder.iterdir())
    assert "Un fichier contenant un virus a été refusé" in olu.get(f"/grievances/{case}").text


def test_it_is_given_what_was_sent(app: Union, cast: Cast, ann: Visitor, clamd: Clamd) -> None:
    data = photograph(size=(900, 700))
    desk.send(ann, desk.case_here(ann), data)
    assert clamd.seen == [data]
    assert desk.rows(app, cast)[0].held.scanned


@pytest.mark.parametrize("says", [b"stream: size limit exceeded ERROR\0", b"", b"UNKNOWN COMMAND\0"])
def test_without_a_verdict_nothing_is_kept(app: Union, cast: Cast, ann: Visitor, clamd: Clamd, says: bytes) -> None:
    clamd.says = says
    assert "antivirus ne répond pas" in desk.send(ann, desk.case_here(ann), status=503).text
    assert not desk.rows(app, cast)


def test_one_that_is_away_is_no_scan(app: Union, cast: Cast, ann: Visitor, tmp_path: Path) -> None:
    app.settings = dataclasses.replace(app.settings, scanner=f"unix:{tmp_path / 'nobody.ctl'}")
    desk.send(ann, desk.case_here(ann), status=503)
    app.settings = dataclasses.replace(app.settings, scanner="tcp://127.0.0.1:9")
    desk.send(ann, desk.case_here(ann), status=503)
    assert not desk.rows(app, cast)


def test_without_one_it_is_said(ann: Visitor) -> None:
    case = desk.case_here(ann)
    place = desk.send(ann, case, EICAR, name="note.txt").location
    assert "Aucun antivirus" in ann.get(place).text
    assert scanner.scan(b"x", "") is False


@pytest.mark.parametrize("address", ["clamd", "http://127.0.0.1:3310", "tcp://127.0.0.1", "unix:clamd.ctl"])
def test_an_address_that_is_none_is_a_sentence(address: str) -> None:
    with pytest.raises(config.BadSetting, match="UNION_CLAMD"):
        config.read({"UNION_CLAMD": address})
