"""How much may be attached: to one case, and by one account in a day."""

from __future__ import annotations

from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union.attachments.models import Attachment
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today

MB = 1024 * 1024
OF_A_CASE, OF_A_CASE_BYTES = 200, 500 * MB
A_DAY, A_DAY_BYTES = 60, 250 * MB


class CaseFull(Refused):
    """The case takes no more."""


class EnoughToday(Refused):
    """The account sends no more on this day."""


def refuse_beyond(session: ReachSession, by: UUID, case_id: UUID, size: int) -> None:
    """Raises `CaseFull` and `EnoughToday` where one more file of this size is too much."""
    number, bytes_ = _of(session, Attachment.case_id == case_id, Attachment.file_id.is_not(None))
    if number >= OF_A_CASE or bytes_ + size > OF_A_CASE_BYTES:
        raise CaseFull(
            "file",
            _l(
                "This case is full: it takes %(number)s files, or %(size)s MB. Ask the organiser what can go.",
                number=OF_A_CASE,
                size=OF_A_CASE_BYTES // MB,
            ),
        )
    number, bytes_ = _of(session, Attachment.account_id == by, Attachment.sent_on == today())
    if number >= A_DAY or bytes_ + size > A_DAY_BYTES:
        raise EnoughToday(
            "file",
            _l(
                "You have sent as much as one person can in a day: %(number)s files, or %(size)s MB. Go on tomorrow.",
                number=A_DAY,
                size=A_DAY_BYTES // MB,
            ),
        )


def _of(session: ReachSession, *where: object) -> tuple[int, int]:
    row = session.execute(
        select(func.count(Attachment.id), func.coalesce(func.sum(Attachment.kept_bytes), 0)).where(*where)  # type: ignore[arg-type]  # criteria, passed on as given
    ).one()
    return row[0], int(row[1])
