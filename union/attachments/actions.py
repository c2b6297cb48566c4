"""Every way in which a file comes to a case, is described anew, and is destroyed. Nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union.accounts.models import Account
from union.attachments import quotas
from union.attachments.models import (
    Attachment,
    Description,
    Destruction,
    Held,
    Measure,
    Reason,
    Shown,
    content_token,
)
from union.cases.actions import new_code
from union.cases.models import Case
from union.cases.subjects import About
from union.cases.timeline import entry
from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time
from union.store.files import Vaulted
from union.store.reach import ReachSession
from union.web.locale import today

KIND = Attachment.__tablename__


class AttachmentAct(Enum):
    """What the timeline of a case says of its files."""

    ADDED = "attachment_added"
    DESCRIBED = "attachment_described"
    INFECTED = "attachment_infected"
    DESTRUCTION_ASKED = "attachment_destruction_asked"
    DESTRUCTION_REFUSED = "attachment_destruction_refused"
    DESTROYED = "attachment_destroyed"


def same(
    session: ReachSession, case_id: UUID, original: str, shown: Shown, about: About | None = None
) -> Attachment | None:
    """The file of this case, or of this person of it, that holds the same bytes, for the same readers."""
    wanted = content_token(case_id, original, about, strategy=shown is Shown.STRATEGY)
    return session.scalar(select(Attachment).where(Attachment.content == wanted))


def attach(
    session: ReachSession,
    by: UUID,
    case: Case,
    description: Description,
    held: Held,
    file_id: UUID,
    shown_id: UUID | None,
    about: About | None = None,
) -> Attachment:
    """A new file of a case, laid down already; or the one that is there, where the bytes are the same. Raises
    `Refused`."""
    one_at_a_time(session, case.id.bytes)  # two who send the same one at once: the second finds it
    one_at_a_time(session, by.bytes)  # and one who sends to two cases at once has one day's measure
    there = same(session, case.id, held.original, description.shown, about)
    if there is not None:
        return there
    quotas.refuse_beyond(session, by, case.id, held.kept_size)
    strategy = description.shown is Shown.STRATEGY
    last = session.scalar(select(func.max(Measure.number)).where(Measure.case_id == case.id)) or 0
    row = Attachment(
        case_id=case.id,
        workplace_id=case.workplace_id,
        code=new_code("P"),
        account_id=by,
        file_id=file_id,
        shown_id=shown_id,
        content=content_token(case.id, held.original, about, strategy=strategy),
        strategy=strategy,
        number=last + 1,
        kept_bytes=held.kept_size,
        sent_on=today(),
        description=description,
        held=held,
        version=1,
    )
    if about is not None:
        row.about = about
    session.add(row)
    _done(session, by, case, row, AttachmentAct.ADDED, chain.Act.CREATED)
    return row


def describe(session: ReachSession, by: UUID, case: Case, row: Attachment, description: Description) -> None:
    """Say otherwise what it is, where it came from, or to whom it is shown. Raises `Refused`."""
    strategy = description.shown is Shown.STRATEGY
    if strategy is not row.strategy:
        about = row.about if row.about_sealed is not None else None
        if same(session, case.id, row.held.original, description.shown, about) is not None:
            raise Refused("shown", _l("The same file is in the case already for these readers."))
        row.content = content_token(case.id, row.held.original, about, strategy=strategy)
        row.strategy = strategy
    row.description = description
    _done(session, by, case, row, AttachmentAct.DESCRIBED, chain.Act.CHANGED)


def note_infected(session: ReachSession, by: UUID, case: Case, shown: Shown) -> None:
    """A file was refused because the scanner found something in it; nothing of it is kept. Whoever would not have known
    of the file reads nothing of this either."""
    entry(session, case, by, AttachmentAct.INFECTED, strategy=shown is Shown.STRATEGY)


def ask_destruction(
    session: ReachSession, by: UUID, case: Case, row: Attachment, reason: Reason, words: str = ""
) -> None:
    """Nobody opens it from now on; another person has to confirm. Raises `Refused`."""
    if row.destroyed:
        raise Refused("reason", _l("It is destroyed already."))
    if row.told is not None:
        raise Refused("reason", _l("Somebody has asked for it already: another person confirms."))
    if reason is Reason.MISTAKE and not words.strip():
        raise Refused("words", _l("Say what was a mistake."))
    row.destruction = Destruction(reason, by, _name(session, by), _now(), words)
    _done(session, by, case, row, AttachmentAct.DESTRUCTION_ASKED, chain.Act.CHANGED)


def refuse_destruction(session: ReachSession, by: UUID, case: Case, row: Attachment) -> None:
    """It stays: who asked takes it back, or another person says no. Raises `Refused`."""
    _hold(session, row)
    if row.destroyed or row.told is None:
        raise Refused("reason", _l("Nobody asked for it to be destroyed."))
    row.destruction_sealed = None
    _done(session, by, case, row, AttachmentAct.DESTRUCTION_REFUSED, chain.Act.CHANGED)


def destroy(session: ReachSession, by: UUID, case: Case, row: Attachment, files: Vaulted) -> None:
    """The second person confirms: file and pictures are gone before anything is written, and no copy is kept here.

    Raises `Refused` for whoever asked.
    """
    _hold(session, row)
    asked = row.told
    if row.destroyed or asked is None:
        raise Refused("reason", _l("Nobody asked for it to be destroyed."))
    if asked.asked_by == by:
        raise Refused("reason", _l("Another person than you has to confirm it."))
    for one in (row.file_id, row.shown_id):
        if one is not None:
            files.destroy(one)
    row.file_id = row.shown_id = None
    row.destruction = dataclasses.replace(
        asked, confirmed_by=by, confirmed_name=_name(session, by), confirmed_at=_now()
    )
    held = row.held
    row.held = dataclasses.replace(held, name="")  # what a device called it may say what it showed
    row.description = dataclasses.replace(row.description, words="", source_words="")
    _done(session, by, case, row, AttachmentAct.DESTROYED, chain.Act.REMOVED)


def _hold(session: ReachSession, row: Attachment) -> None:
    """Whoever confirms and whoever says that it stays wait for each other: a file that is gone cannot be kept."""
    session.refresh(row, with_for_update=True)


def _done(
    session: ReachSession, by: UUID, case: Case, row: Attachment, act: AttachmentAct, recorded: chain.Act
) -> None:
    session.flush()
    entry(session, case, by, act, row.code, strategy=row.strategy)
    chain.note(session, by, recorded, KIND, row.id, case=case.id)


def _name(session: ReachSession, account_id: UUID) -> str:
    return session.get_one(Account, account_id).holder.name


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
