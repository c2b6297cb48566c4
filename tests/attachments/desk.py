"""A case with files, as the tests of this folder need it."""

from __future__ import annotations

import secrets
from io import BytesIO
from typing import Any
from uuid import UUID

from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.attachments.samples import photograph
from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from union.app import Union
from union.attachments.models import Attachment

SAID = {"what": "letter", "source": "employer"}


def case_here(ann: Visitor) -> str:
    """The id of a case that Ann reported."""
    return case_of(report(ann)).rsplit("/", 1)[-1]


def send(
    visitor: Visitor,
    case: str,
    data: bytes | None = None,
    status: int = 302,
    *,
    name: str = "IMG_0001.jpg",
    once: str | None = None,
    **said: Any,
) -> TestResponse:
    """Attach a file by the plain form."""
    sent: dict[str, Any] = {**SAID, "file": (BytesIO(photograph() if data is None else data), name), **said}
    if "shown" not in said and 'name="shown"' in visitor.get(f"/cases/{case}/attachments/new").text:
        sent["shown"] = "readers"
    return visitor.post(f"/cases/{case}/attachments/new", sent, status, once=once or secrets.token_urlsafe(16))


def rows(app: Union, cast: Cast) -> list[Attachment]:
    """Every file that the secretariat reaches."""
    with app.store.reading(cast.reach("sal")) as session:
        found = list(session.scalars(select(Attachment)))
        for one in found:
            assert one.held
            assert one.description
        session.expunge_all()
        return found


def kept(app: Union, file_id: UUID) -> bytes:
    return b"".join(app.files.pieces(file_id))
