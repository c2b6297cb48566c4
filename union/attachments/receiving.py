"""A file that was sent: how large, what it is, looked through, cleaned, sealed; before it belongs to a case."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from union import text
from union.attachments.models import Held
from union.inspection.child import look_into
from union.inspection.filetypes import NotTaken, most_of, type_of
from union.inspection.findings import Findings
from union.store.files import StoreAway, Vaulted

LIST, PAGE = 0, 1  # the pieces of the file of pictures


@dataclass(frozen=True)
class Sent:
    """The bytes of a file that begins as one of the list."""

    data: bytes
    name: str
    original: str  # SHA-256, in hexadecimal


@dataclass(frozen=True)
class Laid:
    """A file that is sealed and durable, and that no row names yet."""

    held: Held
    file_id: UUID
    shown_id: UUID | None


def sent(data: bytes, name: str) -> Sent:
    """What can be said without opening it. Raises `NotTaken`."""
    kind = type_of(data)
    if len(data) > most_of(kind):
        raise NotTaken("too_large")
    return Sent(data, safe(name), hashlib.sha256(data).hexdigest())


def safe(name: str) -> str:
    """What a device called it, as one line of text without a path; nothing where it cannot be shown."""
    try:
        return text.line(name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1], 120)
    except text.Unacceptable:
        return ""


def inspected(one: Sent) -> Findings:
    """What the limited child says of it. Raises `NotTaken`."""
    return look_into(one.data)


@contextmanager
def laid_down(files: Vaulted, one: Sent, found: Findings, sender: str, *, scanned: bool) -> Iterator[Laid]:
    """Seal what is kept, with its pictures; what does not become a row's by the end leaves the disk again."""
    content = one.data if found.content is None else found.content
    file_id = files.put_in_pieces(content)
    shown_id = None
    try:
        if found.picture:
            with files.writing() as sheaf:
                sheaf.add(found.thumbnail)
                sheaf.add(found.picture)
            shown_id = sheaf.file_id
        held = Held(
            found.type,
            len(one.data),
            one.original,
            one.original if found.content is None else hashlib.sha256(content).hexdigest(),
            len(content),
            one.name,
            sender,
            datetime.now(UTC).replace(microsecond=0),
            found.pages,
            found.traces,
            scanned,
        )
        yield Laid(held, file_id, shown_id)
    except BaseException:
        throw_away(files, file_id, shown_id)
        raise


def throw_away(files: Vaulted, *ids: UUID | None) -> None:
    """What no row names. Where the store is away it stays, and the worker sweeps it up after its days."""
    for one in ids:
        if one is not None:
            with suppress(StoreAway):
                files.destroy(one)
