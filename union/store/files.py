"""Encrypted bytes: uploads, papers, exports; named by an id and opening only under it, wherever they lie."""

from __future__ import annotations

import fcntl
import os
import shutil
import stat
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from struct import Struct
from typing import Any, BinaryIO, TypeVar
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

import config
from union.store.shelves import Lying, shelf
from union.store.shelves import StoreAway as StoreAway
from union.store.shelves import private as private
from union.vault import ring
from union.vault.envelope import place

View = TypeVar("View", bound=Callable[..., Any])
Needed = Callable[[Session], Iterable[UUID]]
NEEDED: list[Needed] = []  # filled in `features`: which sealed files the rows of each still name
SEALED, LEFT, PART = ".sealed", ".left", ".part"
KEPT_ASIDE = timedelta(days=7)
YOUNG = timedelta(days=1)  # a file is written before the row that names it: one of today may be waiting for its row


class Vaulted:
    """The sealed files of one installation, wherever they lie."""

    def __init__(self, folder: Path, address: str = "") -> None:
        """In a folder, or in the bucket at an address: then the folder holds what is on its way there, sealed too."""
        self.folder = folder
        self._shelf = shelf(address, folder)

    def put(self, content: bytes) -> UUID:
        """Seal, write, make durable; returns the file's id."""
        file_id = uuid4()
        sealed = ring.current().seal("file", place("file", "content", file_id), content)
        with self._shelf.writing(_name(file_id)) as file:
            file.write(sealed)
        return file_id

    def get(self, file_id: UUID) -> bytes:
        """The bytes again. Raises `FileNotFoundError`, or `InvalidTag` for a file that was changed."""
        with self._shelf.reading(_name(file_id)) as file:
            return ring.current().open("file", place("file", "content", file_id), file.read())

    @contextmanager
    def writing(self) -> Iterator[Sheaf]:
        """A file written piece by piece, each sealed by itself; it is there once all of it is durable."""
        file_id = uuid4()
        with self._shelf.writing(_name(file_id)) as file:
            sheaf = Sheaf(file_id, file)
            yield sheaf
            sheaf.close()

    def put_in_pieces(self, content: bytes) -> UUID:
        """As `put`, for what is long: no more than a piece of it is sealed or opened at a time."""
        with self.writing() as sheaf:
            for start in range(0, len(content), PIECE):
                sheaf.add(content[start : start + PIECE])
        return sheaf.file_id

    def pieces(self, file_id: UUID) -> Iterator[bytes]:
        """The pieces of such a file in their order, each opened as it is asked for."""
        with self._shelf.reading(_name(file_id)) as file:
            lengths = _lengths(file_id, file)
            file.seek(0)
            for at, length in enumerate(lengths):
                yield _opened(file_id, f"piece {at}", file.read(length))

    def piece(self, file_id: UUID, number: int) -> bytes:
        """One piece of such a file, counted from 0, or -1 for the last: nothing else of it is opened."""
        with self._shelf.reading(_name(file_id)) as file:
            lengths = _lengths(file_id, file)
            at = range(len(lengths))[number]
            file.seek(sum(lengths[:at]))
            return _opened(file_id, f"piece {at}", file.read(lengths[at]))

    def holds(self, file_id: UUID) -> bool:
        """Whether it is still there."""
        return self._shelf.holds(_name(file_id))

    def remove(self, file_id: UUID) -> None:
        self._shelf.remove(_name(file_id))

    def destroy(self, file_id: UUID) -> None:
        """Remove it at once, also where it was set aside already."""
        for ending in (SEALED, LEFT):
            self._shelf.remove(_name(file_id, ending))

    def sweep(self, named: Callable[[], set[UUID]]) -> int:
        """Set aside files older than a day that no row names, and remove those set aside a week ago. Returns how many.

        `named` is asked after the files were listed, so that whatever came meanwhile stays; where it raises, all stays.
        The week is for a mistake: an installation started with another database would find that nothing is named.
        """
        found = self._ours()
        named_here = {str(one) for one in named()} if found else set()
        gone = 0
        for one in found:
            stem, ending = os.path.splitext(one.name)
            if stem in named_here:
                if ending == LEFT:
                    self._shelf.rename(one.name, f"{stem}{SEALED}")
            elif ending == SEALED and one.age > YOUNG:
                self._shelf.rename(one.name, f"{stem}{LEFT}")  # its week begins
            elif one.age > {LEFT: KEPT_ASIDE}.get(ending, YOUNG):
                self._shelf.remove(one.name)
                gone += 1
        return gone

    def look(self) -> None:
        """Raises an `OSError` where nothing can be kept."""
        self._shelf.look()

    def missing(self, named: set[UUID]) -> int:
        """How many of these are not there."""
        return len({f"{one}{SEALED}" for one in named} - set(self.names()))

    def names(self) -> list[str]:
        """Whatever a backup takes: every file that is whole, as it is called where it lies."""
        return sorted(one.name for one in self._ours() if not one.name.endswith(PART))

    @contextmanager
    def as_it_lies(self, name: str) -> Iterator[tuple[BinaryIO, int]]:
        """The sealed bytes of one of these, and how many they are. Raises `FileNotFoundError`."""
        with self._shelf.reading(name) as file:
            yield file, self._shelf.size(name)

    def lay(self, name: str, content: BinaryIO) -> None:
        """Sealed bytes under the name that they had: of a backup."""
        with self._shelf.writing(name) as file:
            shutil.copyfileobj(content, file, PIECE)

    def _ours(self) -> list[Lying]:
        """Everything of ours; what somebody else laid there is left alone."""
        return [one for one in self._shelf.lying() if _named_by_id(os.path.splitext(one.name)[0])]


def of(settings: config.Settings) -> Vaulted:
    """The sealed files of an installation."""
    return Vaulted(settings.state / "files", settings.files)


def _name(file_id: UUID, ending: str = SEALED) -> str:
    return f"{file_id}{ending}"


def close_to_others(folder: Path) -> list[Path]:
    """Take from others what they may do in a folder of ours and below it. Returns what could not be taken."""
    open_still = []
    for where, folders, names in os.walk(folder):
        for path in (Path(where), *(Path(where) / name for name in (*folders, *names))):
            try:
                mode = path.lstat().st_mode
                if mode & 0o077 and not stat.S_ISLNK(mode):
                    path.chmod(0o700 if stat.S_ISDIR(mode) else 0o600)
            except FileNotFoundError:  # a file on its way that has arrived
                continue
            except PermissionError:
                open_still.append(path)
    return open_still


def _named_by_id(stem: str) -> bool:
    try:
        return str(UUID(stem)) == stem
    except ValueError:
        return False


class Sheaf:
    """A file of sealed pieces on its way: each opens at its own number only, and a list of their lengths ends it."""

    def __init__(self, file_id: UUID, file: BinaryIO) -> None:
        self.file_id = file_id
        self._file = file
        self._lengths = array("Q")

    def add(self, content: bytes) -> int:
        """Seal one piece. Returns its number."""
        number = len(self._lengths)
        self._lengths.append(self._put(f"piece {number}", content))
        return number

    def close(self) -> None:
        self._file.write(PLACE.pack(self._put("places", self._lengths.tobytes())))

    def _put(self, name: str, content: bytes) -> int:
        return self._file.write(ring.current().seal("file", place("file", name, self.file_id), content))


class Sealing:
    """Where an archive is written to: a megabyte at a time is sealed, so that a worker never holds all of it."""

    def __init__(self, sheaf: Sheaf) -> None:
        self.sheaf, self.pieces, self.size = sheaf, 0, 0
        self._held = bytearray()

    def write(self, content: bytes) -> int:
        self._held += content
        self.size += len(content)
        if len(self._held) >= PIECE:
            self.close()
        return len(content)

    def flush(self) -> None:
        """Nothing: a piece is sealed when it is full."""

    def close(self) -> None:
        """Seal what is still held."""
        if self._held:
            self.pieces = self.sheaf.add(bytes(self._held)) + 1
            self._held.clear()


PLACE = Struct(">Q")
PIECE = (1 << 20) - 4  # bytes of a piece of a long file: what is sealed fills a power of two


def _lengths(file_id: UUID, file: BinaryIO) -> array[int]:
    """How long each sealed piece of a file is."""
    file.seek(-PLACE.size, os.SEEK_END)
    (told,) = PLACE.unpack(file.read())
    file.seek(-PLACE.size - told, os.SEEK_END)
    return array("Q", _opened(file_id, "places", file.read(told)))


def _opened(file_id: UUID, name: str, sealed: bytes) -> bytes:
    return ring.current().open("file", place("file", name, file_id), sealed)


def in_memory() -> BytesIO:
    """Where an upload's bytes go while the request is read: never to a plain temporary file, as Werkzeug would."""
    return BytesIO()


def hold(state: Path, name: str) -> int | None:
    """Hold a lock file of the state folder for this process: a descriptor to keep open, or None where another holds
    it."""
    handle = os.open(state / f"{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def takes_files(most: int) -> Callable[[View], View]:
    """Label a view that takes uploads of up to `most` bytes; every other form stays small. It wraps nothing."""

    def label(view: View) -> View:
        view.__most_bytes__ = most  # type: ignore[attr-defined]  # a label on a function
        return view

    return label
