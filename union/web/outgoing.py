"""The one gate through which anything leaves as a file: what for, how many people it names, a mark, a line in the
record."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, request
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.forms.form import current_account_id

ALONE = 200  # people whom an organiser takes out by themselves in one file; for more, the secretariat
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is read for another
SAFE = {"GET", "HEAD"}
INERT = "default-src 'none'; sandbox"  # where a browser shows a file in spite of all, nothing in it runs or asks


@dataclass(frozen=True)
class Parcel:
    """A file that is to leave.

    `name` holds a code and no person: it stands in the history of downloads. `people` are those whom its rows name; one
    that has any bears the code of its own that `new_code` made, and its rows the mark of it.
    """

    content: bytes | Iterable[bytes]
    mimetype: str
    name: str
    purpose: str
    people: int = 0
    code: str = ""
    size: int | None = None


def paper_of(name: str, content: bytes, *, draft: bool = False, people: int = 0) -> Parcel:
    """A letter or a sheet: it is for what it is, and its name says which. `people` are those whom it names where they
    are several: it is then counted like a list, and bears a code.

    A draft is called otherwise than the letter to sign: in a folder, neither is taken for the other.
    """
    name = f"{name}-draft" if draft else name
    return Parcel(content, "application/pdf", f"{name}.pdf", name, people, new_code() if people else "")


@dataclass(frozen=True)
class Whence:
    """What a file was made of, as the record calls it, and the case that it belongs to."""

    kind: str
    subject: UUID
    case: UUID | None = None


def new_code() -> str:
    """A code by which one export is told from every other."""
    return "".join(secrets.choice(SIGNS) for _ in range(8))


def too_many(people: int) -> bool:
    """Whether so many people are more than whoever asks may take out in one file."""
    return people > ALONE and not asking().may(May.EXPORT_MANY)


def capped() -> Any:
    """The sentence for more people than that."""
    return _l("More than %(most)s people are taken out by the secretariat alone: ask there.", most=ALONE)


def hand_over(parcel: Parcel, whence: Whence) -> Response:
    """Write the line of a file into the record and let it leave.

    403 for more people than the role takes out; a page that asks for a purpose says so before. Raises `ValueError` for
    a file without a purpose, or whose rows name people and that bears no code: that is a mistake of ours.
    """
    if too_many(parcel.people):
        abort(403)
    if not parcel.purpose or (parcel.people and not parcel.code):
        raise ValueError("What for, and by which mark is it known?")
    words = f"{parcel.code}: {parcel.purpose}" if parcel.code else parcel.purpose
    if request.method in SAFE:
        chain.opened(
            current_installation().store,
            current_account_id(),
            whence.kind,
            whence.subject,
            chain.Act.EXPORTED,
            words,
            case=whence.case,
        )
    else:
        chain.note(
            session(), current_account_id(), chain.Act.EXPORTED, whence.kind, whence.subject, words, case=whence.case
        )
    return attached(parcel.content, parcel.mimetype, parcel.name, parcel.size)


def attached(content: bytes | Iterable[bytes], mimetype: str, name: str, size: int | None = None) -> Response:
    """An answer that a browser keeps as a file. For what `hand_over` let through, and for a calendar, whose line is
    daily."""
    answer = Response(content, mimetype=mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Content-Security-Policy"] = INERT
    if size is not None:
        answer.content_length = size
    return answer
