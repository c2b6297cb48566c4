"""The dates that papers and courts put into a case beside its own steps; the soonest of all is the case's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import cast
from uuid import UUID

from sqlalchemy import Date, select
from sqlalchemy.orm import Mapped, mapped_column, object_session

from union.cases.actions import due
from union.cases.closing_answers import Answers, CaseClosing, closing_of
from union.cases.models import Case, CaseKind, CasePart, Stage
from union.holidays.calendar import counted_across
from union.law.dates.deadlines import Deadline
from union.law.dates.periods import Rule, period_of
from union.store.among import Among
from union.store.db import Model, named
from union.store.reach import ReachSession
from union.vault.envelope import Envelope, plain, sealed
from union.web.locale import today

HEARING = "hearing"
TASK = "task"  # an own task of the case
FOLLOW_UP = "follow_up"  # somebody else has to answer, and no period of the law runs: our own day to ask again
UNREAD = "unread"  # what it is for does not open any more
UNCOUNTED = frozenset({HEARING, TASK, FOLLOW_UP, UNREAD})
"""Dates that stand beside the case's own steps, and in the place of none."""


class Source(Enum):
    """Which page a date comes from."""

    RECEIPT = "receipt"
    DISMISSAL = "dismissal"
    COURT = "court"
    CLOSURE = "closure"
    EXPOSURE = "exposure"  # of what somebody sees at work: the period of its event
    JOB_LOSS = "job_loss"  # met where it is given, and never running: it has no page here
    TASK = "task"
    KEPT = "kept"  # kept in the agenda, or moved, when the case was closed


MANY = frozenset({CaseKind.LAYOFF})  # kinds of many people: what passed for one hides nothing that is to come


@dataclass(frozen=True)
class Dated:
    """One period that runs, or that was met.

    `rule` is one of `union.law.dates.periods`, of `date_words.CALLED`, or `HEARING`; `hour` is HH:MM, or empty; `key`
    tells the people of one list apart, and is empty in a case of one person; `met_on` is the day of the act that the
    period was for.
    """

    rule: str
    start: date | None = None
    legal_on: date | None = None
    hour: str = ""
    key: str = ""
    met_on: date | None = None
    hearing: str = ""  # which hearing it is, whatever its day
    words: str = ""  # what somebody typed that it is for: of an own task


@dataclass(frozen=True)
class Own:
    """A date of the case's own steps, by the rule that it is counted by; not `ours` where somebody else has to act.

    None is for what is to be done at once: no day bounds it.
    """

    safe_on: date | None
    rule: str
    key: str = ""
    ours: bool = True
    legal_on: date | None = None
    start: date | None = None
    mark: str = ""  # what tells it from the other dates of its rule, whatever its day


@dataclass(frozen=True)
class Running:
    """One date that is still to come: the day on which an agenda has it, and the last day of the law where it has
    one."""

    on: date
    rule: str
    hour: str = ""
    key: str = ""
    legal_on: date | None = None
    start: date | None = None
    beside: CaseDate | None = None  # where a paper, a court file or the close put it

    @property
    def ours(self) -> bool:
        """Whether it is for us to act, and not for the employer or an authority."""
        period = period_of(self.rule)
        return period is None or period.bound == "us"

    @property
    def dated(self) -> Dated:
        """The same as papers put it."""
        return Dated(self.rule, self.start, self.legal_on, self.hour, words=self.words)

    @property
    def words(self) -> str:
        """What somebody typed that it is for."""
        return "" if self.beside is None else self.beside.dated.words


class CaseDate(CasePart, Model):
    """One date of a case: the day in clear, what it is for sealed."""

    __tablename__ = "case_date"

    source: Mapped[Source] = plain("a closed list", named(Source))
    source_id: Mapped[UUID] = mapped_column(index=True)  # the paper or the court file that it comes from
    due_on: Mapped[date | None] = plain("a safe date: a day, without what it is for", Date, nullable=True)
    dated_sealed: Mapped[bytes] = sealed()
    dated = Envelope(Dated, "case", instead=lambda: Dated(UNREAD))  # its day stands in clear, and is not lost

    @property
    def mark(self) -> str:
        """What stays of this date when its day moves: a paper that is changed puts rows anew, so that theirs is the
        paper."""
        if self.source is Source.KEPT:
            return str(self.id)
        return self.dated.hearing or f"{self.source_id}|{self.dated.key}"


# Filled in `features`, by the kind of case: the dates of the steps that each has by itself.
OWN: dict[CaseKind, Callable[[Case], Iterable[Own]]] = {}


def key_of(number: str, name: str) -> str:
    """What tells one person of a list from another, in lists that replace one another too."""
    return number or name


def counted(found: Deadline, key: str = "") -> tuple[date, Dated]:
    """A period of the law as a date of a case."""
    return found.safe_on, Dated(str(found.rule), found.start, found.legal_on, key=key)


def put(
    session: ReachSession, case: Case, source: Source, source_id: UUID, given: Iterable[tuple[date | None, Dated]]
) -> None:
    """These are the dates of that paper now, in the place of what it gave before; the case's own follows."""
    hold(session, case)
    for old in session.scalars(select(CaseDate).where(CaseDate.source_id == source_id)).all():
        session.delete(old)
    for on, dated in given:
        session.add(
            CaseDate(
                case_id=case.id,
                workplace_id=case.workplace_id,
                source=source,
                source_id=source_id,
                due_on=on,
                dated=dated,
            )
        )
    session.flush()
    recount(case)


def recount(case: Case, own: Iterable[Own] | None = None) -> None:
    """Keep the case's next safe date in step with its own steps and with what papers and courts put beside them.

    A rule that a paper counts more exactly, or that was met, is not counted from the case's own facts as well. `own`
    are the dates of the case's steps, where the caller has them at hand.
    """
    session = cast(ReachSession | None, object_session(case))
    if session is None:  # it is new, and nothing stands beside it
        return _recount(case, None, [], own)
    with session.no_autoflush:  # one act is one change of the case
        beside = of_cases(session, [case.id]).get(case.id, [])
    with counted_across(session):
        _recount(case, session, beside, own)


def _recount(case: Case, session: ReachSession | None, beside: list[CaseDate], own: Iterable[Own] | None) -> None:
    if case.stage is Stage.CLOSED:
        runs = [] if session is None else after_close(case, beside, closing_of(session, case.id))
        due(case, [one.on for one in runs if one.ours], [one.on for one in runs if not one.ours])
        return
    known = covered(beside)
    mine = OWN[case.kind](case) if own is None else own
    left = [one for one in mine if (one.rule, one.key) not in known]
    days = [one.safe_on for one in left if one.ours and one.safe_on is not None]
    theirs = [one.safe_on for one in left if not one.ours and one.safe_on is not None]
    days += [one.due_on for one in running(beside) if one.due_on is not None]
    if case.kind in MANY:
        own_tasks = [one.due_on for one in beside if one.source is Source.TASK and one.due_on is not None]
        days = [on for on in days if on >= today() or on in own_tasks] or days
    due(case, days, theirs, at_once=any(one.safe_on is None for one in left))


def hold(session: ReachSession, case: Case) -> None:
    """Whoever closes the case and whoever puts a date into it wait for each other, and see what the first one did."""
    session.flush()
    session.scalar(select(Case.id).where(Case.id == case.id).with_for_update())
    session.refresh(case, ["stage"])  # its version stays: a page that began from an older one is told so


def to_come(case: Case, beside: Iterable[CaseDate]) -> list[Running]:
    """Every date of a case that still runs, its own and those put beside, the soonest first: the law's last day counts,
    for what should have been done by a safe one may still be done."""
    beside, on = list(beside), today()
    known = covered(beside)
    found = [
        Running(one.safe_on, one.rule, "", one.key, one.legal_on, one.start)
        for one in OWN[case.kind](case)
        if one.safe_on is not None and (one.rule, one.key) not in known
    ]
    for row in running(beside):
        said = row.dated
        if row.due_on is not None:
            found.append(Running(row.due_on, said.rule, said.hour, said.key, said.legal_on, said.start, row))
    return sorted(
        (one for one in found if max(one.on, one.legal_on or one.on) >= on),
        key=lambda one: (one.on, one.hour, one.rule, one.key),
    )


def after_close(case: Case, beside: Iterable[CaseDate], closing: CaseClosing | None) -> list[Running]:
    """What stands in the agenda of a closed case: what was kept or moved, passed or not, and what nobody decided on
    yet."""
    beside = list(beside)
    asked = (closing.answers if closing is not None else Answers()).asked
    kept = [
        Running(one.due_on, one.dated.rule, one.dated.hour, "", one.dated.legal_on, one.dated.start, one)
        for one in running(beside)
        if one.source is Source.KEPT and one.due_on is not None
    ]
    undecided = [
        one
        for one in to_come(case, beside)
        if (one.beside is None or one.beside.source is not Source.KEPT) and (one.rule, one.hour, one.on) not in asked
    ]
    return sorted([*kept, *undecided], key=lambda one: (one.on, one.hour, one.rule, one.key))


def of_cases(session: ReachSession, wanted: Iterable[UUID]) -> dict[UUID, list[CaseDate]]:
    """Every date that was put beside these cases, met or not."""
    found: dict[UUID, list[CaseDate]] = {}
    for one in session.scalars(select(CaseDate).where(Among(CaseDate.case_id, [case_id.bytes for case_id in wanted]))):
        found.setdefault(one.case_id, []).append(one)
    return found


def covered(beside: Iterable[CaseDate]) -> set[tuple[str, str]]:
    """The rules, with whose they are, that a paper or a court file counts, or that were met."""
    return {(one.dated.rule, one.dated.key) for one in beside if one.dated.rule not in UNCOUNTED}


def running(beside: Iterable[CaseDate]) -> list[CaseDate]:
    """What is still to be done, the soonest safe date first."""
    beside = list(beside)
    met = {(one.dated.rule, one.dated.key) for one in beside if one.dated.met_on is not None}
    open_ = [one for one in beside if one.due_on is not None and (one.dated.rule, one.dated.key) not in met]
    return sorted(open_, key=lambda one: (one.due_on or date.max, one.dated.hour))


def met(session: ReachSession, case_id: UUID, rule: Rule) -> list[CaseDate]:
    """The acts that met this period for somebody of the case, wherever they were written down."""
    beside = of_cases(session, [case_id]).get(case_id, [])
    return [one for one in beside if one.dated.rule == str(rule) and one.dated.met_on is not None]
