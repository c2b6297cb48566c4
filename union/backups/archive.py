"""The file of a backup: a tar whose first part says what it is and whose last part what all others must be.

It is written and read as a stream, once from its beginning to its end, so that encrypting it to somebody's key is a
stream round this one. Nothing read from it may be used before its end was: what was changed shows there.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from union.store.files import private

FORMAT = 1
HEAD, DATABASE, FOLDER, SUMS = "backup.json", "database", "files", "sums.json"
_PART = re.compile(rf"{DATABASE}|{FOLDER}/[0-9a-f-]{{36}}\.(sealed|left)")
_SMALL = 16 << 20  # bytes: what the first and the last part may have
_PIECE = 1 << 20


class BadBackup(Exception):
    """This file cannot be restored; the sentence says why and what to do."""


class Head(msgspec.Struct, frozen=True):
    """What a backup says of itself; nothing about anybody."""

    database: Literal["sqlite", "postgresql"]
    revision: str  # of the schema
    made_at: str  # UTC
    demo: bool = False  # its people are invented
    format: int = FORMAT


class Writer:
    """A backup on its way into a stream."""

    def __init__(self, stream: BinaryIO, head: Head) -> None:
        self._tar = tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT)  # noqa: SIM115  # see `close`
        self._sums: dict[str, str] = {}
        self._put(HEAD, msgspec.json.encode(head))

    def holds(self, name: str) -> bool:
        return name in self._sums

    def add(self, name: str, file: BinaryIO, size: int) -> None:
        """A part of so many bytes."""
        told = _told(name, size)
        summed = _Summed(file)
        self._tar.addfile(told, summed)
        self._sums[name] = summed.sum

    def close(self) -> None:
        self._put(SUMS, msgspec.json.encode(self._sums))
        self._tar.close()

    def _put(self, name: str, content: bytes) -> None:
        self._tar.addfile(_told(name, len(content)), io.BytesIO(content))


def _told(name: str, size: int) -> tarfile.TarInfo:
    """Of no time and no user: the name of whoever made a backup is nobody's business."""
    told = tarfile.TarInfo(name)
    told.size, told.mode = size, 0o600
    return told


class _Summed(io.RawIOBase):
    """A file whose SHA-256 is known once it was read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self._hash.update(piece)
        return piece

    @property
    def sum(self) -> str:
        return self._hash.hexdigest()


def unpack(stream: BinaryIO, into: Path) -> Head:
    """Lay the parts of a backup into an empty folder. Raises `BadBackup` for what is none, cut off or changed."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            return _unpacked(tar, into)
    except (tarfile.TarError, EOFError, UnicodeError, msgspec.MsgspecError):
        raise BadBackup(
            "This file is no backup that `union backup` made, or it was cut off: take another one."
        ) from None


def _unpacked(tar: tarfile.TarFile, into: Path) -> Head:
    parts, sums = iter(tar), dict[str, str]()
    first = next(parts, None)
    head = msgspec.json.decode(_small(tar, first, HEAD), type=Head)
    if head.format != FORMAT:
        raise BadBackup("This backup was made by a later version of this program: install that version.")
    for part in parts:
        if part.name == SUMS:
            wanted = msgspec.json.decode(_small(tar, part, SUMS), type=dict[str, str])
            if wanted != sums or DATABASE not in sums or next(parts, None) is not None:
                raise BadBackup("This backup was damaged since it was made: take another one.")
            return head
        if not part.isreg() or not is_part(part.name) or part.name in sums:
            raise tarfile.ReadError
        sums[part.name] = _laid(tar, part, into / part.name)
    raise tarfile.ReadError


def _small(tar: tarfile.TarFile, part: tarfile.TarInfo | None, name: str) -> bytes:
    if part is None or part.name != name or not part.isreg() or part.size > _SMALL:
        raise tarfile.ReadError
    with _content(tar, part) as content:
        return content.read()


def _laid(tar: tarfile.TarFile, part: tarfile.TarInfo, path: Path) -> str:
    """Write one part for its owner alone, durably. Returns its sum."""
    path.parent.mkdir(exist_ok=True, mode=0o700)
    with _content(tar, part) as content, private(path) as file:
        summed = _Summed(content)
        while piece := summed.read(_PIECE):
            file.write(piece)
        make_durable(file)
    return summed.sum


@contextmanager
def _content(tar: tarfile.TarFile, part: tarfile.TarInfo) -> Iterator[BinaryIO]:
    content = tar.extractfile(part)
    if content is None:
        raise tarfile.ReadError
    with content:
        yield content  # type: ignore[misc]  # it reads as one


def make_durable(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def is_part(name: str) -> bool:
    """Whether a backup may hold a part of this name; a file on its way is none."""
    return _PART.fullmatch(name) is not None
