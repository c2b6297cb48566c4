"""How much may be attached: to one case, by one account in a day, and to all cases together.

Asked here alone, of what there is and not of what the sender sees: before the first piece of a file is taken, and again
where it becomes a row.
"""

from __future__ import annotations

from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union.attachments.models import Measure
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today

MB = 1024 * 1024
GB = 1024 * MB
OF_A_CASE, OF_A_CASE_BYTES = 200, 500 * MB
A_DAY, A_DAY_BYTES = 60, 250 * MB


class CaseFull(Refused):
    """The case, or the installation, takes no more."""

    status = 413


class EnoughToday(Refused):
    """The account sends no more on this day."""

    status = 429


def refuse_beyond(session: ReachSession, by: UUID, case_id: UUID, size: int, gigabytes: int | None = None) -> None:
    """Raises `CaseFull` and `EnoughToday` where one more file of this size (bytes) is too much.

    `gigabytes` is what all cases together may keep: asked before a file is taken, and not once more in the writers'
    turn.
    """
    if gigabytes is not None and _of(session, Measure.file_id.is_not(None))[1] + size > gigabytes * GB:
        raise CaseFull(
            "file",
            _l(
                "The server takes no more files: it keeps %(size)s GB of them at most. Tell the secretariat.",
                size=gigabytes,
            ),
        )
    number, bytes_ = _of(session, Measure.case_id == case_id, Measure.file_id.is_not(None))
    if number >= OF_A_CASE or bytes_ + size > OF_A_CASE_BYTES:
        raise CaseFull(
            "file",
            _l(
                "This case is full: it takes %(number)s files, or %(size)s MB. Ask the organiser what can go.",
                number=OF_A_CASE,
                size=OF_A_CASE_BYTES // MB,
            ),
        )
    number, bytes_ = _of(session, Measure.account_id == by, Measure.sent_on == today())
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
        select(func.count(Measure.id), func.coalesce(func.sum(Measure.kept_bytes), 0)).where(*where)  # type: ignore[arg-type]  # criteria, passed on as given
    ).one()
    return row[0], int(row[1])
