"""Sealed files in a folder and in a bucket: the same contract, the same envelopes; and a store that does not answer."""

from __future__ import annotations

import dataclasses
import io
import re
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select

import config
from tests.attachments import desk
from tests.attachments.samples import photograph
from tests.attachments.test_uploads import begun, piece
from tests.browsing import Visitor
from tests.cast import Cast
from tests.files.bucket import Bucket, served
from union.app import Union
from union.attachments import uploads
from union.jobs.housekeeping import expire
from union.store import files, shelves
from union.store.files import KEPT_ASIDE, YOUNG, StoreAway, Vaulted
from union.store.health import Health

LONG = bytes(range(256)) * 9000  # more than two pieces


@pytest.fixture(scope="module")
def server() -> Iterator[Bucket]:
    with served() as bucket:
        yield bucket


@pytest.fixture
def bucket(server: Bucket) -> Bucket:
    server.name = f"b{uuid4().hex}"
    server.asked("PUT", data=b"")
    return server


@pytest.fixture(params=["folder", "bucket"])
def kept(request: pytest.FixtureRequest, app: Union, tmp_path: Path) -> Vaulted:
    """The sealed files of an installation, in either place; the key ring is the application's."""
    if request.param == "folder":
        return Vaulted(tmp_path / "files")
    return Vaulted(tmp_path / "files", request.getfixturevalue("bucket").address)


def lies(kept: Vaulted) -> list[str]:
    return sorted(one.name for one in kept._shelf.lying())


def test_what_is_put_is_there_again(kept: Vaulted) -> None:
    file_id = kept.put(b"une lettre")
    assert kept.get(file_id) == b"une lettre"
    assert kept.holds(file_id)
    assert lies(kept) == [f"{file_id}.sealed"]
    assert list(kept.folder.glob("*.part")) == []
    kept.remove(file_id)
    kept.remove(file_id)
    assert not kept.holds(file_id)
    for read in (kept.get, lambda one: list(kept.pieces(one)), lambda one: kept.piece(one, 0)):
        with pytest.raises(FileNotFoundError):
            read(file_id)


def test_long_files_are_read_by_their_pieces(kept: Vaulted) -> None:
    file_id = kept.put_in_pieces(LONG)
    assert b"".join(kept.pieces(file_id)) == LONG
    assert kept.piece(file_id, 0) == LONG[: files.PIECE]
    assert kept.piece(file_id, -1) == LONG[2 * files.PIECE :]
    with pytest.raises(IndexError):
        kept.piece(file_id, 3)


def test_nothing_lies_there_in_clear_and_nothing_opens_under_another_name(kept: Vaulted) -> None:
    one, other = kept.put(b"zqxkw" * 100), kept.put(b"autre")
    with kept.as_it_lies(f"{one}.sealed") as (file, size):
        sealed = file.read()
    assert len(sealed) == size
    assert b"zqxkw" not in sealed
    kept.lay(f"{other}.sealed", io.BytesIO(sealed))
    with pytest.raises(Exception, match=r"^$"):
        kept.get(other)


def test_what_breaks_off_leaves_nothing(kept: Vaulted) -> None:
    def broken() -> None:
        with kept.writing() as sheaf:
            sheaf.add(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert lies(kept) == []
    assert not kept.folder.exists() or not list(kept.folder.iterdir())


def test_what_no_row_names_is_set_aside_and_goes_after_a_week(kept: Vaulted, monkeypatch: pytest.MonkeyPatch) -> None:
    named, forgotten = kept.put(b"named"), kept.put(b"forgotten")
    assert kept.sweep(lambda: {named}) == 0, "what is of today may wait for its row"
    assert len(lies(kept)) == 2
    later(monkeypatch, YOUNG)
    kept.sweep(lambda: {named})
    assert lies(kept) == sorted([f"{named}.sealed", f"{forgotten}.left"])
    kept.sweep(lambda: {named, forgotten})  # it was named after all
    assert kept.get(forgotten) == b"forgotten"
    kept.sweep(lambda: {named})
    later(monkeypatch, YOUNG + KEPT_ASIDE)
    assert kept.sweep(lambda: {named}) == 1
    assert lies(kept) == [f"{named}.sealed"]


def later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    """As if so much time had gone by since everything was laid down."""
    age = by + timedelta(minutes=1)
    monkeypatch.setattr(shelves.Lying, "age", property(lambda one: datetime.now(UTC) - one.since + age))


def test_what_is_set_aside_is_destroyed_too(kept: Vaulted, monkeypatch: pytest.MonkeyPatch) -> None:
    file_id = kept.put(b"x")
    later(monkeypatch, YOUNG)
    kept.sweep(set)
    assert lies(kept) == [f"{file_id}.left"]
    kept.destroy(file_id)
    assert lies(kept) == []


def test_a_backup_goes_from_either_place_into_either(app: Union, bucket: Bucket, tmp_path: Path) -> None:
    """The same names and the same bytes: an installation can move."""
    here, there = Vaulted(tmp_path / "files"), Vaulted(tmp_path / "way", bucket.address)
    one, long = here.put(b"une lettre"), here.put_in_pieces(LONG)
    assert there.missing({one, long}) == 2
    for name in here.names():
        with here.as_it_lies(name) as (file, _size):
            there.lay(name, file)
    assert there.names() == here.names()
    assert there.get(one) == b"une lettre"
    assert b"".join(there.pieces(long)) == LONG
    assert there.missing({one, long, uuid4()}) == 1


def test_what_somebody_else_laid_there_is_left_alone(kept: Vaulted, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.lay("notes.sealed", io.BytesIO(b"x"))
    later(monkeypatch, timedelta(days=400))
    assert kept.sweep(set) == 0
    assert lies(kept) == ["notes.sealed"]
    assert kept.names() == []


def test_a_file_of_25_megabytes(kept: Vaulted) -> None:
    data = b"0123456789abcdef" * (25 * 65536)
    file_id = kept.put_in_pieces(data)
    assert b"".join(kept.pieces(file_id)) == data


@pytest.fixture
def in_a_bucket(app: Union, bucket: Bucket) -> Bucket:
    """The application with its files there."""
    app.files = Vaulted(app.settings.state / "files", bucket.address)
    app.config["SHOW_ERRORS"] = False  # as a server answers
    return bucket


def test_a_photograph_goes_there_and_comes_back(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, in_a_bucket: Bucket
) -> None:
    place = desk.send(ann, desk.case_here(ann)).location
    assert olu.get(f"{place}/file").data.startswith(b"\xff\xd8\xff")
    assert olu.get(f"{place}/picture").data.startswith(b"\xff\xd8\xff")
    listed = in_a_bucket.asked("GET").decode()
    names = re.findall(r"<Key>section/([^<]+)</Key>", listed)
    assert len(names) == 2
    for name in names:
        assert b"\xff\xd8\xff\xe0" not in in_a_bucket.asked("GET", f"/section/{name}")
    assert list(app.settings.state.glob("files/*")) == []
    ann.post(f"{place}/destroy", {"reason": "clients_screen", "words": ""})
    olu.post(f"{place}/destroy/confirm", {})
    assert "<Key>" not in in_a_bucket.asked("GET").decode()


class Silent:
    """Takes every connection and says nothing."""

    def __init__(self) -> None:
        self.taking = socket.create_server(("127.0.0.1", 0))
        self.port = self.taking.getsockname()[1]


@pytest.fixture(params=["nobody there", "refuses"])
def away(request: pytest.FixtureRequest, app: Union, bucket: Bucket) -> str:
    """A store that cannot be used: its server is gone, or has no such bucket."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = bucket.address.replace(f":{bucket.port}/", f":{port}/")
    if request.param == "refuses":
        address = bucket.address.replace(bucket.name, "no-such-bucket")
    app.config["SHOW_ERRORS"] = False
    return address


def test_a_store_that_is_away_is_a_sentence_and_nothing_is_kept(
    app: Union, cast: Cast, ann: Visitor, in_a_bucket: Bucket, away: str
) -> None:
    case, here = desk.case_here(ann), app.files
    place = desk.send(ann, case).location
    app.files = Vaulted(here.folder, away)
    page = desk.send(ann, case, photograph(size=(90, 90)), 503, words="La lettre du 2")
    assert "ne répond pas" in page.text
    assert "La lettre du 2" in page.text, "what was typed is given back"
    assert len(desk.rows(app, cast)) == 1
    ann.post(f"{place}/destroy", {"reason": "clients_screen", "words": ""})
    with pytest.raises(StoreAway):
        app.files.destroy(uuid4())
    app.files = here
    ann.post(f"{place}/destroy/refuse", {})
    assert ann.get(f"{place}/file").data.startswith(b"\xff\xd8\xff"), "nothing was lost"
    desk.send(ann, case, photograph(size=(90, 90)))
    assert list(here.folder.glob("*")) == []


def test_rows_whose_time_is_over_go_while_the_store_is_away(
    app: Union, ann: Visitor, in_a_bucket: Bucket, away: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And their files once it is back: nothing names them."""
    way = begun(ann, desk.case_here(ann))
    piece(ann, way, 0, 2000)
    with app.store.maintaining() as session:
        session.scalars(select(uploads.AttachmentUpload)).one().ends_at = datetime.now(UTC) - timedelta(minutes=1)
    here = app.worker.hand
    expire(dataclasses.replace(here, files=Vaulted(app.files.folder, away)))
    ann.get(way, 404)
    assert len(lies(app.files)) == 1
    later(monkeypatch, YOUNG)
    app.files.sweep(set)
    later(monkeypatch, YOUNG + KEPT_ASIDE)
    assert app.files.sweep(set) == 1


def test_health_says_it(app: Union, bucket: Bucket, away: str, tmp_path: Path) -> None:
    assert Health(app.store, tmp_path, files=Vaulted(tmp_path, bucket.address)).well()
    assert not Health(app.store, tmp_path, files=Vaulted(tmp_path, away)).well()


def test_a_store_that_says_nothing_is_not_well_within_seconds(app: Union, bucket: Bucket, tmp_path: Path) -> None:
    silent = Silent()
    address = bucket.address.replace(f":{bucket.port}/", f":{silent.port}/")
    begun = time.monotonic()
    assert not Health(app.store, tmp_path, files=Vaulted(tmp_path, address)).well()
    assert time.monotonic() - begun < 10
    silent.taking.close()


def test_what_a_fault_says_holds_no_key(bucket: Bucket, app: Union, away: str, tmp_path: Path) -> None:
    with pytest.raises(StoreAway) as caught:
        Vaulted(tmp_path, away).put(b"x")
    assert "clef" not in repr(caught.value)
    assert "secret" not in repr(caught.value)


def test_eight_at_once(kept: Vaulted) -> None:
    done: list[bytes] = []
    threads = [
        threading.Thread(target=lambda n=n: done.append(kept.get(kept.put(bytes([n]) * 1000)))) for n in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(done) == [bytes([n]) * 1000 for n in range(8)]


@pytest.mark.parametrize(
    "address",
    [
        "s3://host/bucket",
        "s3://key:secret@host",
        "s3://key:secret@/bucket",
        "https://key:secret@host/bucket",
        "s3://key:secret@host:x/bucket",
        "s3://key:secret@host/bucket?tls=no",
    ],
)
def test_an_address_that_is_none_is_a_sentence(address: str) -> None:
    with pytest.raises(config.BadSetting, match="UNION_FILES"):
        config.read({"UNION_FILES": address})


def test_an_address_elsewhere_is_asked_under_tls(tmp_path: Path) -> None:
    assert str(shelves._bucket("s3://k:s@stock.example/b", shelves.SHORT, 0).config["endpoint"]).startswith("https://")
