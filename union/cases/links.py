"""Cases that belong together: one merged into another on the same subject, one tied to a dispute. Shown only to
whoever reads both."""

from __future__ import annotations

from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from union.cases import dates, readers
from union.cases.models import Case, CaseKind, CasePart, Stage, of_known
from union.cases.timeline import CaseAct, entry
from union.refusal import Refused
from union.store.db import Model, named
from union.store.reach import Reach, ReachSession
from union.vault.envelope import plain


class Tie(Enum):
    """How two cases belong together."""

    MERGED = "merged"  # `case_id` was closed: its subject is followed in `other_id`
    DISPUTE = "dispute"  # `case_id` is part of the dispute `other_id`


class CaseLink(CasePart, Model):
    """One case that leads to another."""

    __tablename__ = "case_link"
    __table_args__ = (UniqueConstraint("case_id", "other_id"),)

    other_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    tie: Mapped[Tie] = plain("a closed list", named(Tie))

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever knows of one of the two does not learn from it that there is another."""
        other = of_known(cls.other_id, reach)
        return super().within(reach) & other


def of_case(session: ReachSession, case: Case) -> list[tuple[CaseLink, Case]]:
    """The links of a case, from it and to it, each with the case at the other end; by code."""
    links = list(
        session.scalars(select(CaseLink).where(or_(CaseLink.case_id == case.id, CaseLink.other_id == case.id)))
    )
    if not links:
        return []
    ends = {one.id: one.other_id if one.case_id == case.id else one.case_id for one in links}
    known = {one.id: one for one in session.scalars(select(Case).where(Case.id.in_(set(ends.values()))))}
    pairs = [(one, known[ends[one.id]]) for one in links if ends[one.id] in known]
    return sorted(pairs, key=lambda pair: pair[1].code)


def disputes_for(session: ReachSession, case: Case) -> list[Case]:
    """The open disputes in reach to which a case could be tied, those of its workplace first."""
    tied = {other.id for _link, other in of_case(session, case)}
    asked = select(Case).where(Case.kind == CaseKind.LAYOFF, Case.stage != Stage.CLOSED)
    found = [one for one in session.scalars(asked) if one.id not in tied]
    return sorted(found, key=lambda one: (one.workplace_id != case.workplace_id, one.code))


def tie_to_dispute(session: ReachSession, by: UUID, case: Case, dispute_id: UUID) -> None:
    """Say that a case belongs to a dispute. Raises `Refused` for what is no dispute in reach, or tied already."""
    dispute = session.get(Case, dispute_id)
    if case.kind is CaseKind.LAYOFF or dispute is None or dispute.kind is not CaseKind.LAYOFF:
        raise Refused("dispute", _l("Choose one of the disputes that you read."))
    dates.hold(session, case)
    if any(other.id == dispute.id for _link, other in of_case(session, case)):
        raise Refused("dispute", _l("The case is tied to this dispute already."))
    _add(session, case, dispute, Tie.DISPUTE)
    entry(session, case, by, CaseAct.TIED, strategy=True)


def untie(session: ReachSession, by: UUID, case: Case, link_id: UUID) -> None:
    """The two belong together no more. Raises `Refused` where they do not, or where one was merged into the other."""
    link = session.get(CaseLink, link_id)
    if link is None or case.id not in {link.case_id, link.other_id} or link.tie is not Tie.DISPUTE:
        raise Refused("dispute", _l("The case is not tied to this dispute: reload the page."))
    session.delete(link)
    entry(session, case, by, CaseAct.UNTIED, strategy=True)


def may_merge(session: ReachSession, case: Case, kept: Case) -> bool:
    """Whether one can be merged into the other: both open, and where one is confidential, read by the same people."""
    if case.id == kept.id or case.kind is not kept.kind or Stage.CLOSED in {case.stage, kept.stage}:
        return False
    if not (case.confidential or kept.confidential):
        return True
    alike = (case.confidential, case.reason_asked) == (kept.confidential, kept.reason_asked)
    return alike and readers.everybody(session, case) == readers.everybody(session, kept)


def merged(session: ReachSession, case: Case, kept: Case) -> None:
    """Remember where the subject of a case that was closed is followed. Raises `Refused` as `may_merge` says."""
    for one in sorted((case, kept), key=lambda one: one.id):  # neither is closed, nor merged back, at the same moment
        dates.hold(session, one)
    if not may_merge(session, case, kept):
        raise Refused("kept", _l("Choose an open case; a confidential one only where the same people read both."))
    _add(session, case, kept, Tie.MERGED)


def undo_merge(session: ReachSession, case: Case) -> None:
    """A case that is opened again leads nowhere."""
    for link in session.scalars(select(CaseLink).where(CaseLink.case_id == case.id, CaseLink.tie == Tie.MERGED)).all():
        session.delete(link)


def _add(session: ReachSession, case: Case, other: Case, tie: Tie) -> None:
    session.add(CaseLink(case_id=case.id, workplace_id=case.workplace_id, other_id=other.id, tie=tie))
