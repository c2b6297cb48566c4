"""Encrypted bytes on disk: uploads, papers, exports; named by an id and opening only under it."""

from __future__ import annotations

import fcntl
import os
import stat
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from struct import Struct
from typing import Any, BinaryIO, TypeVar
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from union.vault import ring
from union.vault.envelope import place

View = TypeVar("View", bound=Callable[..., Any])
Needed = Callable[[Session], Iterable[UUID]]
NEEDED: list[Needed] = []  # filled in `features`: which sealed files the rows of each still name
LEFT, KEPT_ASIDE = ".left", timedelta(days=7)
YOUNG = timedelta(days=1)  # a file is written before the row that names it: one of today may be waiting for its row


class Vaulted:
    """The folder of sealed files of one installation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> UUID:
        """Seal, write, make durable; returns the file's id."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file_id = uuid4()
        sealed = ring.current().seal("file", place("file", "content", file_id), content)
        half = self.folder / f"{file_id}.part"
        try:
            with private(half) as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            half.rename(self._path(file_id))
        finally:
            half.unlink(missing_ok=True)  # where the disk is full, say
        return file_id

    def get(self, file_id: UUID) -> bytes:
        """The bytes again. Raises `FileNotFoundError`, or `InvalidTag` for a file that was changed."""
        return ring.current().open("file", place("file", "content", file_id), self._path(file_id).read_bytes())

    @contextmanager
    def writing(self) -> Iterator[Sheaf]:
        """A file written piece by piece, each sealed by itself; it is there once all of it is durable."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file_id = uuid4()
        half = self.folder / f"{file_id}.part"
        try:
            with private(half) as file:
                sheaf = Sheaf(file_id, file)
                yield sheaf
                sheaf.close()
                file.flush()
                os.fsync(file.fileno())
            half.rename(self._path(file_id))
        finally:
            half.unlink(missing_ok=True)

    def put_in_pieces(self, content: bytes) -> UUID:
        """As `put`, for what is long: no more than a piece of it is sealed or opened at a time."""
        with self.writing() as sheaf:
            for start in range(0, len(content), PIECE):
                sheaf.add(content[start : start + PIECE])
        return sheaf.file_id

    def pieces(self, file_id: UUID) -> Iterator[bytes]:
        """The pieces of such a file in their order, each opened as it is asked for."""
        with self._path(file_id).open("rb") as file:
            lengths = _lengths(file_id, file)
            file.seek(0)
            for at, length in enumerate(lengths):
                yield _opened(file_id, f"piece {at}", file.read(length))

    def piece(self, file_id: UUID, number: int) -> bytes:
        """One piece of such a file, counted from 0, or -1 for the last: nothing else of it is opened."""
        with self._path(file_id).open("rb") as file:
            lengths = _lengths(file_id, file)
            at = range(len(lengths))[number]
            file.seek(sum(lengths[:at]))
            return _opened(file_id, f"piece {at}", file.read(lengths[at]))

    def holds(self, file_id: UUID) -> bool:
        """Whether it is still on the disk."""
        return self._path(file_id).exists()

    def remove(self, file_id: UUID) -> None:
        self._path(file_id).unlink(missing_ok=True)

    def destroy(self, file_id: UUID) -> None:
        """Remove it at once, also where it was set aside already."""
        for ending in (".sealed", LEFT):
            self._path(file_id).with_suffix(ending).unlink(missing_ok=True)

    def sweep(self, named: Callable[[], set[UUID]]) -> int:
        """Set aside files older than a day that no row names, and remove those set aside a week ago. Returns how many.

        `named` is asked after the folder was read, so that whatever came meanwhile stays; where it raises, all stays.
        The week is for a mistake: an installation started with another database would find that nothing is named.
        """
        found = self._files()
        named_here = {str(one) for one in named()} if found else set()
        gone = 0
        for path in found:
            if path.stem in named_here:
                if path.suffix == LEFT:
                    path.rename(path.with_suffix(".sealed"))
            elif path.suffix == ".sealed" and _age(path) > YOUNG:
                os.utime(path)  # its week begins
                path.rename(path.with_suffix(LEFT))
            elif _age(path) > {LEFT: KEPT_ASIDE}.get(path.suffix, YOUNG):
                path.unlink(missing_ok=True)
                gone += 1
        return gone

    def _files(self) -> list[Path]:
        """Everything of ours in the folder; what somebody else laid there is left alone."""
        if not self.folder.is_dir():
            return []
        return [one for one in self.folder.iterdir() if one.suffix in {".sealed", ".part", LEFT} and _named_by_id(one)]

    def _path(self, file_id: UUID) -> Path:
        return self.folder / f"{file_id}.sealed"


def private(path: Path) -> BinaryIO:
    """A new file for its owner alone, whatever this process was told of others."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


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


def _age(path: Path) -> timedelta:
    try:
        return datetime.now(UTC) - datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:  # it was removed a moment ago
        return timedelta(0)


def _named_by_id(path: Path) -> bool:
    try:
        return str(UUID(path.stem)) == path.stem
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
