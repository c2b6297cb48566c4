"""Encrypted bytes on disk: uploads, papers, exports; named by an id and opening only under it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

from union.vault import ring
from union.vault.envelope import place

ring.purposes.add("file")
View = TypeVar("View", bound=Callable[..., Any])


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
        with half.open("wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        half.rename(self._path(file_id))
        return file_id

    def get(self, file_id: UUID) -> bytes:
        """The bytes again. Raises `FileNotFoundError`, or `InvalidTag` for a file that was changed."""
        return ring.current().open("file", place("file", "content", file_id), self._path(file_id).read_bytes())

    def remove(self, file_id: UUID) -> None:
        self._path(file_id).unlink(missing_ok=True)

    def _path(self, file_id: UUID) -> Path:
        return self.folder / f"{file_id}.sealed"


def in_memory() -> BytesIO:
    """Where an upload's bytes go while the request is read: never to a plain temporary file, as Werkzeug would."""
    return BytesIO()


def hold(state: Path, name: str) -> int | None:
    """Hold a lock file of the state folder for this process: a descriptor to keep open, or None where another holds it."""
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
