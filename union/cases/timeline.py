"""The timeline of a case: every act on it, numbered, in an envelope, and noted in the record."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from union.accounts.models import Account
from union.cases import messages
from union.cases.models import Case, CaseEntry, Entry
from union.law.terms.seniority import months_from
from union.record import chain
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.damaged import readable
from union.web.locale import CASABLANCA, today

ACT_WORDS: dict[str, tuple[Any, str]] = {}  # filled in `features`: what an act of a paper, say, is called, and its icon


class CaseAct(Enum):
    """The acts that every kind of case has; a feature writes its own codes beside them."""

    OPENED = "opened"
    TAKEN = "taken"
    RELEASED = "released"  # whoever took it took that back at once
    ASSIGNED = "assigned"
    OFFERED = "offered"  # a colleague is asked to take it over
    NOT_ACCEPTED = "not_accepted"
    OFFER_WITHDRAWN = "offer_withdrawn"  # the colleague is asked no more
    HANDED_OVER = "handed_over"
    NOTED = "noted"
    ADDED = "added"  # facts, by whoever reported the case
    WAITING = "waiting"
    RESUMED = "resumed"
    CLOSED = "closed"
    REOPENED = "reopened"
    NAMED = "named"
    UNNAMED = "unnamed"
    TAKEN_OVER = "taken_over"  # the account that followed it was closed
    MADE_CONFIDENTIAL = "made_confidential"
    MADE_ORDINARY = "made_ordinary"
    REASON_ASKED = "reason_asked"
    REASON_LEFT = "reason_left"  # it is opened without a reason again
    OPENED_FOR = "opened_for"
    ORDINARY_ASKED = "ordinary_asked"
    ORDINARY_REFUSED = "ordinary_refused"
    SEAL_BROKEN = "seal_broken"
    TIED = "tied"  # to a dispute: which one is read by whoever reads both
    UNTIED = "untied"


TOLD = (CaseAct.NOTED, CaseAct.ADDED, CaseAct.CLOSED)  # of these a message waits already


def entry(
    session: ReachSession,
    case: Case,
    by: UUID | None,
    act: CaseAct | Enum,
    words: str = "",
    *,
    on: date | None = None,
    strategy: bool = False,
) -> CaseEntry:
    """Write the next line of a timeline and note it in the record. `on` is the day of the fact, where it is not
    today."""
    session.flush()
    session.scalar(select(Case.id).where(Case.id == case.id).with_for_update())  # one writer at a time counts the lines
    last = session.scalar(select(func.max(CaseEntry.number)).where(CaseEntry.case_id == case.id)) or 0
    who = session.get_one(Account, by).holder.name if by is not None else "–"  # from the command line
    at = datetime.now(UTC).replace(microsecond=0)
    line = CaseEntry(
        case_id=case.id,
        workplace_id=case.workplace_id,
        number=last + 1,
        entry=Entry(at, by, who, str(act.value), words, on, strategy),
    )
    session.add(line)
    session.flush()
    if not strategy and act not in TOLD:
        messages.move(session, by, case)
    kind = chain.Act.CREATED if last == 0 else chain.Act.CHANGED
    chain.note(session, by, kind, case.kind.value, case.id, str(act.value))
    return line


def timeline(session: ReachSession, case: Case) -> list[Entry]:
    """Every act on a case, newest first."""
    lines = select(CaseEntry).where(CaseEntry.case_id == case.id).order_by(CaseEntry.number.desc())
    return [line.entry for line in readable(session.scalars(lines), "entry")]


def last_closed(session: Session, case_id: UUID) -> date | None:
    """The day on which a case was closed last, in Morocco; None where it never was."""
    entries = session.scalars(select(CaseEntry).where(CaseEntry.case_id == case_id))
    closed = [one.entry.at for one in entries if opens(one, "entry") and one.entry.act == CaseAct.CLOSED.value]
    return max(closed).astimezone(CASABLANCA).date() if closed else None


def closed_long_ago(session: Session, case_id: UUID, months: int) -> bool:
    """Whether more than so many months have passed since a case was closed last."""
    on = last_closed(session, case_id)
    return on is not None and months_from(on, months) < today()
