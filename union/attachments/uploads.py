"""A file on its way over a bad line: it comes in pieces, each sealed, and goes on where it stopped.

One that was left is forgotten after a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import BigInteger, ColumnElement, DateTime, ForeignKey, Integer, UniqueConstraint, and_, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.attachments import quotas
from union.cases.models import Case, CasePart, of_known
from union.inspection.filetypes import MOST_OF_A_FILE
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.refusal import Refused
from union.store.db import Model, one_at_a_time
from union.store.files import Vaulted
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, opens, plain, sealed

KEPT = timedelta(hours=24)
MOST_OF_A_PIECE = 512 * 1024  # bytes
MOST_AT_ONCE = 10  # files on their way of one account


@dataclass(frozen=True)
class Begun:
    """What the browser says of the file: by it the same one is known again after a line that broke."""

    mark: str
    size: int


class AttachmentUpload(CasePart, Model):
    """One file on its way to a case, of one account."""

    __tablename__ = "attachment_upload"

    account_id: Mapped[UUID] = mapped_column(index=True)
    received: Mapped[int] = plain("how many bytes are here", BigInteger)
    ends_at: Mapped[datetime] = plain("when it is forgotten", DateTime(timezone=True))
    begun_sealed: Mapped[bytes] = sealed()
    begun = Envelope(Begun, "case")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever sends it, while they know of the case."""
        return and_(reach.own(cls.account_id), of_known(cls.case_id, reach))


class UploadPiece(Reachable, Model):
    """One piece of it."""

    __tablename__ = "attachment_upload_piece"
    __table_args__ = (UniqueConstraint("upload_id", "number"),)

    upload_id: Mapped[UUID] = mapped_column(ForeignKey("attachment_upload.id"), index=True)
    number: Mapped[int] = plain("the order of the pieces", Integer)
    file_id: Mapped[UUID] = mapped_column()

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever sends the file that it is a piece of."""
        return cls.upload_id.in_(select(AttachmentUpload.id).where(AttachmentUpload.within(reach)))


def begin(session: ReachSession, by: UUID, case: Case, begun: Begun, gigabytes: int | None = None) -> AttachmentUpload:
    """The way of a file: the one that it began on already, or a new one, where there is room for all of it. Raises
    `quotas.CaseFull` and `quotas.EnoughToday`."""
    if not 0 < begun.size <= MOST_OF_A_FILE:
        raise quotas.CaseFull("file", _l("This file is too large: a file has at most 25 MB, a photograph 10 MB."))
    one_at_a_time(session, by.bytes)
    mine = session.scalars(select(AttachmentUpload).where(AttachmentUpload.account_id == by)).all()
    for one in mine:
        if one.case_id == case.id and opens(one, "begun") and one.begun == begun:
            return one
    quotas.refuse_beyond(session, by, case.id, begun.size, gigabytes)
    if len(mine) >= MOST_AT_ONCE:
        raise quotas.EnoughToday(
            "file", _l("Many of your files are on their way already: finish them first, or wait a day.")
        )
    ends_at = datetime.now(UTC).replace(microsecond=0) + KEPT
    row = AttachmentUpload(
        case_id=case.id, workplace_id=case.workplace_id, account_id=by, received=0, ends_at=ends_at, begun=begun
    )
    session.add(row)
    session.flush()
    return row


def add(session: ReachSession, files: Vaulted, upload_id: UUID, offset: int, piece: bytes) -> int | None:
    """Take the next piece. Returns how many bytes are here now, None where this piece is not the next: whoever sends it
    asks then. Raises `Refused` for more than was announced."""
    row = session.scalar(select(AttachmentUpload).where(AttachmentUpload.id == upload_id).with_for_update())
    if row is None or offset != row.received:
        return None
    if not piece or len(piece) > MOST_OF_A_PIECE or row.received + len(piece) > row.begun.size:
        raise Refused("file", _l("This is not the file that was begun: choose it again."))
    number = session.scalar(select(func.count()).select_from(UploadPiece).where(UploadPiece.upload_id == row.id)) or 0
    session.add(UploadPiece(upload_id=row.id, number=number, file_id=files.put(piece)))
    row.received += len(piece)
    session.flush()
    return row.received


def pieces(session: Session, upload_id: UUID) -> list[UploadPiece]:
    """What is here of it, in its order."""
    return list(
        session.scalars(select(UploadPiece).where(UploadPiece.upload_id == upload_id).order_by(UploadPiece.number))
    )


def whole(session: ReachSession, files: Vaulted, upload_id: UUID) -> bytes | None:
    """The file, once all of it is here; None before, and for somebody else's."""
    row = session.get(AttachmentUpload, upload_id)
    if row is None or row.received != row.begun.size:
        return None
    return b"".join(files.get(one.file_id) for one in pieces(session, upload_id))


def name(session: ReachSession, upload_id: UUID) -> str:
    """What its sender's device called it; nothing for somebody else's, or one that is gone."""
    row = session.get(AttachmentUpload, upload_id)
    return row.begun.mark.rsplit("|", 2)[0] if row is not None and opens(row, "begun") else ""


def remove(session: Session, upload_id: UUID) -> list[UUID]:
    """It arrived, or its time is over. Returns the sealed pieces, to be removed with it."""
    row = session.get(AttachmentUpload, upload_id)
    if row is None:  # it was sent from two tabs
        return []
    here = pieces(session, upload_id)
    for one in here:
        session.delete(one)
    session.flush()  # what hangs on a row goes before it
    session.delete(row)
    return [one.file_id for one in here]


def kept_files(session: Session) -> Iterable[UUID]:
    """The sealed pieces that are still on their way."""
    return session.scalars(select(UploadPiece.file_id))


def _over(session: Session, _hand: JobContext) -> list[UUID]:
    return list(session.scalars(select(AttachmentUpload.id).where(AttachmentUpload.ends_at <= datetime.now(UTC))))


EXPIRING = Expiring(_over, remove)
