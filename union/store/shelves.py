"""Where sealed files lie: a folder of this machine, or a bucket that several machines share. What lies there is sealed
already: a shelf knows names and bytes, no key."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast
from urllib.parse import parse_qs, unquote, urlsplit

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
PATIENCE = timedelta(seconds=60)  # for one call: a part of a file on a slow line
SHORT = timedelta(seconds=4)  # for a look whether it answers
ENDINGS = (".sealed", ".left", ".part")


class StoreAway(OSError):
    """The store of files does not answer, or refuses: nothing of the file was kept, or removed."""


@dataclass(frozen=True)
class Lying:
    """One file that lies there, and since when."""

    name: str
    since: datetime

    @property
    def age(self) -> timedelta:
        return datetime.now(UTC) - self.since


class Shelf(Protocol):
    """What the sealed files need of a place. Whatever cannot be done raises an `OSError`."""

    def writing(self, name: str) -> Any:
        """A context with a stream to write: the file is there, whole and durable, once it ends, and else never."""

    def reading(self, name: str) -> Any:
        """A context with a stream that can be read anywhere. Raises `FileNotFoundError`."""

    def size(self, name: str) -> int:
        """In bytes. Raises `FileNotFoundError`."""

    def holds(self, name: str) -> bool: ...

    def remove(self, name: str) -> None:
        """Nothing happens where it is not there."""

    def rename(self, name: str, to: str) -> None:
        """Under another name, from this moment on; nothing happens where it is not there."""

    def lying(self) -> list[Lying]:
        """Everything of ours; what somebody else laid there is left alone."""

    def look(self) -> None:
        """Raises where nothing can be kept."""


class InFolder:
    """A folder of this machine, its owner's alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        half = (self.folder / name).with_suffix(".part")
        try:
            with private(half) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            half.rename(self.folder / name)
        finally:
            half.unlink(missing_ok=True)  # where the disk is full, say

    @contextmanager
    def reading(self, name: str) -> Iterator[BinaryIO]:
        with (self.folder / name).open("rb") as file:
            yield file

    def size(self, name: str) -> int:
        return (self.folder / name).stat().st_size

    def holds(self, name: str) -> bool:
        return (self.folder / name).exists()

    def remove(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)

    def rename(self, name: str, to: str) -> None:
        with suppress(FileNotFoundError):
            os.utime(self.folder / name)
            (self.folder / name).rename(self.folder / to)

    def lying(self) -> list[Lying]:
        if not self.folder.is_dir():
            return []
        found = []
        for one in self.folder.iterdir():
            if one.suffix in ENDINGS:
                with suppress(FileNotFoundError):  # it was removed a moment ago
                    found.append(Lying(one.name, datetime.fromtimestamp(one.stat().st_mtime, UTC)))
        return found

    def look(self) -> None:
        """A new file: what overwrites another finds room on a full disk too."""
        path = self.folder.parent / "pulse.part"
        path.unlink(missing_ok=True)
        try:
            with private(path) as file:
                file.write(bytes(4096))
                file.flush()
                os.fsync(file.fileno())
        finally:
            path.unlink(missing_ok=True)


class InBucket:
    """A bucket of a server that speaks S3. A file on its way lies sealed in the folder until all of it is there."""

    def __init__(self, address: str, folder: Path) -> None:
        self._folder = folder
        self._store, self._looks = _bucket(address, PATIENCE, 2), _bucket(address, SHORT, 0)

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=self._folder) as file:  # it has no name: nothing of it outlives this process
            yield cast(BinaryIO, file)
            file.seek(0)
            with _answering():
                obstore.put(self._store, name, cast(Any, file), max_concurrency=2)

    @contextmanager
    def reading(self, name: str) -> Iterator[BinaryIO]:
        yield cast(BinaryIO, _Ranged(self._store, name, self.size(name)))

    def size(self, name: str) -> int:
        with _answering(one=True):
            return int(obstore.head(self._store, name)["size"])

    def holds(self, name: str) -> bool:
        try:
            self.size(name)
        except FileNotFoundError:
            return False
        return True

    def remove(self, name: str) -> None:
        with _answering():  # of a file that is not there a bucket says that it went
            obstore.delete(self._store, name)

    def rename(self, name: str, to: str) -> None:
        with suppress(FileNotFoundError), _answering(one=True):
            obstore.rename(self._store, name, to)

    def lying(self) -> list[Lying]:
        with _answering():
            return [
                Lying(str(one["path"]), one["last_modified"])
                for page in obstore.list(self._store)
                for one in page
                if str(one["path"]).endswith(ENDINGS)
            ]

    def look(self) -> None:
        """One that is written and read, within seconds."""
        with _answering():
            obstore.put(self._looks, "pulse", b"1")
            obstore.head(self._looks, "pulse")


class _Ranged(io.RawIOBase):
    """A file of a bucket, of which what is read is asked for and nothing else."""

    def __init__(self, store: S3Store, name: str, size: int) -> None:
        self._store, self._name, self._size, self._at = store, name, size, 0

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        return self._at

    def read(self, size: int = -1) -> bytes:
        length = self._size - self._at if size < 0 else min(size, self._size - self._at)
        if length <= 0:
            return b""
        with _answering(one=True):
            piece = bytes(obstore.get_range(self._store, self._name, start=self._at, length=length))
        self._at += len(piece)
        return piece


@contextmanager
def _answering(*, one: bool = False) -> Iterator[None]:
    """What a bucket cannot do, as an `OSError`: of `one` file also that it is not there. Neither address nor key is in
    it."""
    try:
        yield
    except (BaseError, OSError) as fault:  # obstore raises Python's own of some
        if one and isinstance(fault, (NotFoundError, FileNotFoundError)):
            raise FileNotFoundError("a sealed file") from None
        raise StoreAway(type(fault).__name__) from None


def _bucket(address: str, patience: timedelta, again: int) -> S3Store:
    """`s3://key:secret@host:port/bucket/prefix?region=…`, whose form `config` has looked at."""
    split = urlsplit(address)
    bucket, _, prefix = unquote(split.path.strip("/")).partition("/")
    here = (split.hostname or "") in HERE
    host = split.netloc.rpartition("@")[2]
    return S3Store(
        bucket,
        prefix=prefix or None,
        endpoint=f"{'http' if here else 'https'}://{host}",
        access_key_id=unquote(split.username or ""),
        secret_access_key=unquote(split.password or ""),
        region=parse_qs(split.query).get("region", ["us-east-1"])[0],
        virtual_hosted_style_request=False,
        client_options={"allow_http": here, "timeout": patience, "connect_timeout": SHORT},
        retry_config={"max_retries": again, "retry_timeout": patience},
    )


def private(path: Path) -> BinaryIO:
    """A new file for its owner alone, whatever this process was told of others."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def shelf(address: str, folder: Path) -> Shelf:
    """Where the files of an installation lie: by its setting in a bucket, else in its folder."""
    return InBucket(address, folder) if address else InFolder(folder)
