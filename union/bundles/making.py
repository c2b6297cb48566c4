"""Makes the file of a case in the background: one archive with the PDF, every exhibit as it is stored, and the list
that the checker reads. The archive is never held as a whole."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from cryptography.exceptions import InvalidTag
from sqlalchemy import select

from union import confined
from union.attachments.models import Attachment
from union.bundles import verify
from union.bundles.actions import keep
from union.bundles.models import Asked, Bundle, Exhibit, Made
from union.bundles.paper import as_paper
from union.bundles.words import checker_words
from union.cases.models import Case
from union.correspondence.models import WENT, CaseLetter
from union.inspection.filetypes import PICTURES, FileType
from union.jobs.worker import Job, JobContext, progress
from union.press.content import Letter
from union.press.typesetting import pdf
from union.record import chain
from union.store.files import Sealing
from union.store.reach import ReachSession
from union.web.locale import today

BINDER = "union.inspection.binding"
MEMORY = 768 * 1024 * 1024  # bytes of address space of the child, as of every reader of files from outside
SECONDS_OF_ONE, SECONDS = 20, 120  # of a processor: to try one PDF, and to lay all of them
MOST_BOUND = 80 * 1024 * 1024  # bytes of exhibits within the PDF: what is more stands beside it
OF_A_PICTURE = 700 * 1024  # and as many are counted for a picture, which is made smaller for its page
MOST_PAGES = 1500
FILE = "00-file.pdf"


@dataclass(frozen=True)
class Ready:
    """An exhibit as it can be delivered: its name, its bytes with their SHA-256, and its pages within the PDF."""

    exhibit: Exhibit
    name: str = ""  # empty: it could not be read any more
    size: int = 0
    sha256: str = ""
    as_sent: str = ""
    pages: int = 0
    picture: bool = False
    pieces: Callable[[], Iterable[bytes]] = field(default=lambda: ())


@dataclass(frozen=True)
class Gathered:
    """What the rows say, read at once; the bytes are read when their turn comes."""

    asked: Asked
    case: str
    code: str
    anchor: str
    parts: tuple[tuple[Exhibit, Attachment | None, Letter | None], ...]


def press(hand: JobContext, job: Job) -> dict[str, Any]:
    """Make the file that was asked for. Nothing is written before the end, so that it can begin again."""
    with hand.store.reading(hand.rights(job)) as session:
        told = _gathered(session, str(job.brief.asked["code"]))
    ready = _fitting([_ready(hand, job, at, *one) for at, one in enumerate(told.parts, 1)])
    try:
        made, file_id = _archived(hand, told, ready)
    except confined.TooHeavy:  # all of them together: what others made stands beside
        made, file_id = _archived(hand, told, [_beside(one) for one in ready])
    with hand.store.writing(hand.rights(job)) as session:
        row = session.scalars(select(Bundle).where(Bundle.code == told.code)).one()
        keep(session, job.account_id, session.get_one(Case, row.case_id), row, made, file_id)
        progress(session, job.id, job.total)
    return {"pages": made.pages}


def _gathered(session: ReachSession, code: str) -> Gathered:
    """What its starter still reaches: what was made strategy or is to be destroyed since then is not read any more."""
    row = session.scalar(select(Bundle).where(Bundle.code == code))
    if row is None:
        raise PermissionError("the starter does not reach this case any more")
    asked, parts = row.asked, []
    for one in asked.exhibits:
        file = session.get(Attachment, one.attachment_id) if one.attachment_id else None
        letter = session.get(CaseLetter, one.letter_id) if one.letter_id else None
        if file is not None and (file.strategy or file.destroyed or file.told is not None):
            file = None
        if file is not None:
            assert file.held
        sent = letter is not None and letter.state in WENT
        parts.append((one, file, letter.written.letter if letter is not None and sent else None))
    return Gathered(asked, session.get_one(Case, row.case_id).code, row.code, chain.anchor(session), tuple(parts))


def _ready(
    hand: JobContext, job: Job, at: int, exhibit: Exhibit, file: Attachment | None, letter: Letter | None
) -> Ready:
    """One exhibit, read through once: what does not hold is named in the file and not delivered."""
    found = Ready(exhibit)
    if letter is not None:
        found = _own(exhibit, pdf(letter))
    elif file is not None and file.file_id is not None:
        found = _stored(hand, exhibit, file, file.file_id)
    with hand.store.writing(hand.rights(job)) as session:
        progress(session, job.id, at)
    return found


def _own(exhibit: Exhibit, content: bytes) -> Ready:
    """A letter of ours, as it was printed."""
    name = f"{exhibit.number:02}.{FileType.PDF.value}"
    sha256 = hashlib.sha256(content).hexdigest()
    return Ready(exhibit, name, len(content), sha256, pages=_pages(content), pieces=lambda: (content,))


def _stored(hand: JobContext, exhibit: Exhibit, file: Attachment, file_id: UUID) -> Ready:
    held, counted = file.held, hashlib.sha256()
    pieces = partial(hand.files.pieces, file_id)
    try:
        for piece in pieces():
            counted.update(piece)
    except (FileNotFoundError, InvalidTag):
        return Ready(exhibit)
    if counted.hexdigest() != held.kept:
        return Ready(exhibit)
    picture = held.type in PICTURES
    pages = 1 if picture else 0
    if held.type is FileType.PDF:
        pages = _pages(b"".join(pieces()))
    name = f"{exhibit.number:02}.{held.type.value}"
    return Ready(exhibit, name, held.kept_size, held.kept, held.original, pages, picture, pieces)


def _pages(content: bytes) -> int:
    """How many pages of a PDF can be laid into ours; none where it cannot be opened there."""
    try:
        return int(confined.run(BINDER, {}, content, memory=MEMORY, seconds=SECONDS_OF_ONE))
    except confined.TooHeavy:
        return 0


def _fitting(ready: list[Ready]) -> list[Ready]:
    """As many as one document holds, in their order."""
    size, pages, found = 0, 0, []
    for one in ready:
        weight = min(one.size, OF_A_PICTURE) if one.picture else one.size
        fits = size + weight <= MOST_BOUND and pages + one.pages <= MOST_PAGES
        found.append(one if fits else replace(one, pages=0))
        size, pages = (size + weight, pages + one.pages) if fits and one.pages else (size, pages)
    return found


def _beside(one: Ready) -> Ready:
    return one if one.picture or one.exhibit.letter_id else replace(one, pages=0)


def _archived(hand: JobContext, told: Gathered, ready: list[Ready]) -> tuple[Made, UUID]:
    """The archive, sealed as it grows. Raises `TooHeavy`."""
    bound = [one for one in ready if one.pages]
    entries: list[dict[str, Any]] = []
    with hand.files.writing() as sheaf:
        sealing = Sealing(sheaf)
        with zipfile.ZipFile(cast(Any, sealing), "w") as packed:
            pages = _bind(packed, entries, as_paper(told.asked, told.case, ready), bound)
            for one in ready:
                if one.name:
                    _add(packed, entries, one.name, one.pieces(), **_of_exhibit(one))
            checker = Path(verify.__file__).read_bytes()
            _add(packed, entries, "verify.py", [checker])
            _add(packed, entries, verify.WORDS, [json.dumps(checker_words(), ensure_ascii=False, indent=1).encode()])
            manifest = _manifest(told, entries)
            _add(packed, [], verify.MANIFEST, [manifest])
        sealing.close()
    made = Made(
        hashlib.sha256(manifest).hexdigest(),
        sealing.size,
        pages,
        sealing.pieces,
        tuple(one.exhibit.number for one in ready if one.name and not one.pages),
        tuple(one.exhibit.number for one in ready if not one.name),
        datetime.now(UTC).replace(microsecond=0),
    )
    return made, sheaf.file_id


def _of_exhibit(one: Ready) -> dict[str, Any]:
    told: dict[str, Any] = {"exhibit": one.exhibit.number}
    if one.exhibit.taken_in is not None:
        told["taken_in"] = one.exhibit.taken_in.isoformat()
    return told | ({"as_sent": one.as_sent} if one.as_sent not in ("", one.sha256) else {})


def _manifest(told: Gathered, entries: list[dict[str, Any]]) -> bytes:
    """The list that the checker reads: of the day and of no hour, as in `press.typesetting`, and without any name."""
    whole = {
        "format": verify.FORMAT,
        "file": told.code,
        "case": told.case,
        "made_on": today().isoformat(),
        "record": told.anchor,
        "entries": entries,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _add(
    packed: zipfile.ZipFile, entries: list[dict[str, Any]], name: str, pieces: Iterable[bytes], **told: Any
) -> None:
    with _Entry(packed, entries, name, told) as write:
        for piece in pieces:
            write(piece)


class _Entry:
    """One part of the archive: stored as it is, counted and listed as it is written."""

    def __init__(self, packed: zipfile.ZipFile, entries: list[dict[str, Any]], name: str, told: dict[str, Any]) -> None:
        on = today()
        info = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
        info.external_attr = 0o600 << 16
        self.entries, self.name, self.told = entries, name, told
        self.size, self.counted, self.part = 0, hashlib.sha256(), packed.open(info, "w")

    def __enter__(self) -> Callable[[bytes], None]:
        return self.write

    def write(self, piece: bytes) -> None:
        self.part.write(piece)
        self.counted.update(piece)
        self.size += len(piece)

    def __exit__(self, kind: Any, *_more: Any) -> None:
        self.part.close()
        if kind is None:
            listed = {"name": self.name, "size": self.size, "sha256": self.counted.hexdigest()}
            self.entries.append(listed | self.told)


def _bind(packed: zipfile.ZipFile, entries: list[dict[str, Any]], ours: bytes, bound: list[Ready]) -> int:
    """Our pages with the exhibits laid onto theirs, written as they come. Returns how many pages there are."""
    request = {
        "ours": len(ours),
        "parts": [{"size": one.size, "picture": one.picture, "pages": one.pages} for one in bound],
    }

    def sent() -> Iterator[bytes]:
        yield ours
        for one in bound:
            yield from one.pieces()

    head = bytearray()
    with _Entry(packed, entries, FILE, {}) as write:

        def came(piece: bytes) -> None:
            """The first line says how many pages follow."""
            if head.endswith(b"\n"):
                write(piece)
                return
            line, end, rest = piece.partition(b"\n")
            head.extend(line + end)
            write(rest)

        confined.stream(BINDER, request, sent(), came, memory=MEMORY, seconds=SECONDS)
    return int(head)
