"""How a case ends, and what happens with each date that still runs: nothing leaves the agenda without a decision."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.accounts.models import Account
from union.cases import dates, tasks, transfers
from union.cases.actions import still_open
from union.cases.closing_answers import Answer, Answers, CaseClosing, Fate, closing_of
from union.cases.dates import HEARING, MANY, CaseDate, Running, Source
from union.cases.models import Case, Stage
from union.cases.timeline import CaseAct, entry
from union.jobs.housekeeping import Moving
from union.law.dates.deadlines import deadline
from union.law.dates.periods import Rule, period_of
from union.refusal import Refused
from union.store.reach import ReachSession
from union.vault.envelope import DAMAGED
from union.web.locale import today

UNDECIDED = _l("Say what happens with each date that still runs.")


class DateAct(Enum):
    """What the timeline says of each decision."""

    KEPT = "date_kept"
    MOVED = "date_moved"
    GIVEN_UP = "date_given_up"
    DONE = "date_done"


@dataclass(frozen=True)
class Question:
    """What is asked of one date; of a list of people once for all who have it, on all its days."""

    rule: str
    hour: str
    days: tuple[date, ...]
    people: int
    legal_on: date | None
    start: date | None
    words: str = ""  # what somebody typed that it is for

    @property
    def token(self) -> str:
        """Its name in a form: the same for the same date."""
        said = "|".join((self.rule, self.hour, *(one.isoformat() for one in self.days)))
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    @property
    def last_on(self) -> date | None:
        """The day beyond which the law lets nobody move it; none where we are not bound, or the court fixes it."""
        period = period_of(self.rule)
        return self.legal_on if period is not None and period.bound == "us" else None


def questions(session: ReachSession, case: Case) -> list[Question]:
    """The dates of a case on which somebody has to decide: before the close, or that stand in the agenda after it."""
    beside = dates.of_cases(session, [case.id]).get(case.id, [])
    closed = case.stage is Stage.CLOSED
    found = _running(session, case) if closed else dates.to_come(case, beside)
    alike: dict[tuple[str, str, date | None], list[Running]] = {}
    for one in found:
        together = case.kind in MANY and one.rule != HEARING and not closed
        alike.setdefault((one.rule, one.hour, None if together else one.on), []).append(one)
    return [_question(rows) for rows in alike.values()]


def _question(rows: list[Running]) -> Question:
    first = rows[0]
    return Question(
        first.rule,
        first.hour,
        tuple(sorted({one.on for one in rows})),
        len({one.key for one in rows}),
        min((one.legal_on for one in rows if one.legal_on is not None), default=None),
        first.start,
        " · ".join(dict.fromkeys(one.words for one in rows if one.words)),
    )


def close(session: ReachSession, by: UUID, case: Case, words: str, given: Sequence[Answer] = ()) -> None:
    """It is over; the feature keeps how it ended. Raises `Refused` without words, where nobody held it, or where a date
    that runs has no decision."""
    still_open(case)
    if case.handled_by is None:
        raise Refused("words", _l("Take the case before you close it."))
    if not words.strip():
        raise Refused("words", _l("Say how it ended: the person will ask."))
    _must_answer(questions(session, case), given)
    transfers.drop(session, case)
    case.stage = Stage.CLOSED
    entry(session, case, by, CaseAct.CLOSED, words)
    closing = CaseClosing(case_id=case.id, workplace_id=case.workplace_id, answers=Answers(), version=1)
    session.add(closing)
    _keep(session, by, case, closing, given)


def decide(session: ReachSession, by: UUID, case: Case, given: Sequence[Answer]) -> None:
    """Decide on dates that run after the close: done, given up, moved, kept. Raises `Refused`."""
    closing = closing_of(session, case.id)
    if case.stage is not Stage.CLOSED:
        raise Refused("dates", _l("This case is open: its dates are on its page."))
    if not given:
        raise Refused("dates", _l("Choose what happens with at least one of the dates."))
    known = {(one.rule, one.hour, one.days): one for one in questions(session, case)}
    asked = [known[key] for one in given if (key := (one.rule, one.hour, one.days)) in known]
    if len(asked) != len(given):
        raise Refused("dates", UNDECIDED)
    _must_answer(asked, given)
    if closing is None:
        closing = CaseClosing(case_id=case.id, workplace_id=case.workplace_id, answers=Answers(), version=1)
        session.add(closing)
    _keep(session, by, case, closing, given)


def reopen(session: ReachSession, by: UUID, case: Case, why: str) -> None:
    """It was not over: every date runs as before the close. The feature counts anew. Raises `Refused` without a
    reason."""
    if case.stage is not Stage.CLOSED:
        raise Refused("why", _l("This case is open: there is nothing to reopen."))
    if not why.strip():
        raise Refused("why", _l("Say why the case is opened again."))
    case.stage = Stage.NEW if case.handled_by is None else Stage.IN_HAND
    if case.handled_by is not None and tasks.waits(session, case):
        case.stage = Stage.WAITING
    closing = closing_of(session, case.id)
    if closing is not None:
        for row in _kept_rows(session, case):
            session.delete(row)
        session.delete(closing)
    entry(session, case, by, CaseAct.REOPENED, why)


def _must_answer(asked: Iterable[Question], given: Sequence[Answer]) -> None:
    answers = {(one.rule, one.hour, one.days): one for one in given}
    for one in asked:
        answer = answers.get((one.rule, one.hour, one.days))
        if answer is None:
            raise Refused("dates", UNDECIDED)
        _must_make_sense(one, answer)


def _must_make_sense(asked: Question, answer: Answer) -> None:
    if answer.fate is not Fate.KEPT and not answer.why.strip():
        raise Refused(f"why_{asked.token}", _l("Say why, in a few words: somebody will ask."))
    if answer.fate is not Fate.MOVED:
        return
    if answer.to is None or answer.to < today():
        raise Refused(f"to_{asked.token}", _l("Write the day to which it moves: today or later."))
    if asked.last_on is not None and answer.to > asked.last_on:
        raise Refused(
            f"to_{asked.token}",
            _l("The last day of the law is before this one: choose a day up to it, or give the date up."),
        )


def _keep(session: ReachSession, by: UUID, case: Case, closing: CaseClosing, given: Sequence[Answer]) -> None:
    """Write the decisions down: in the timeline, with the case, and as dates of the agenda what stays in it."""
    session.flush()
    who = session.get_one(Account, by).holder.name
    told = [dataclasses.replace(one, on=today(), by_name=who) for one in given]
    known = {(one.rule, one.hour, one.on): one for one in _running(session, case)}
    rows = {(one.dated.rule, one.dated.hour, one.due_on): one for one in _kept_rows(session, case)}
    for one in told:
        for day in one.days:
            run = known.get((one.rule, one.hour, day))
            old = rows.pop((one.rule, one.hour, day), None)
            if old is not None:
                session.delete(old)
            if run is not None and one.fate is Fate.KEPT:
                _put(session, case, closing, day, run)
        if one.fate is Fate.MOVED and one.to is not None and (run := known.get((one.rule, one.hour, one.days[0]))):
            _put(session, case, closing, one.to, run)
        entry(session, case, by, DateAct[one.fate.name], msgspec.json.encode(one).decode())
    closing.answers = Answers((*closing.answers.given, *told))
    session.flush()
    dates.recount(case)


def _running(session: ReachSession, case: Case) -> list[Running]:
    beside = dates.of_cases(session, [case.id]).get(case.id, [])
    return dates.after_close(case, beside, closing_of(session, case.id))


def _put(session: ReachSession, case: Case, closing: CaseClosing, on: date, run: Running) -> None:
    session.add(
        CaseDate(
            case_id=case.id,
            workplace_id=case.workplace_id,
            source=Source.KEPT,
            source_id=closing.id,
            due_on=on,
            dated=run.dated,
        )
    )


def _kept_rows(session: ReachSession, case: Case) -> list[CaseDate]:
    asked = select(CaseDate).where(CaseDate.case_id == case.id, CaseDate.source == Source.KEPT)
    return list(session.scalars(asked))


def runs_from(session: ReachSession, case: Case, rule: Rule, start: date) -> None:
    """A period that a decision starts runs on after the close, and stands in the agenda until somebody decides on
    it."""
    closing = closing_of(session, case.id)
    known = {one.rule for one in _running(session, case)}
    if closing is None or rule in known:
        return  # a court file counts it already
    found = deadline(rule, start)
    _put(session, case, closing, found.safe_on, Running(found.safe_on, str(rule), "", "", found.legal_on, start))
    session.flush()
    dates.recount(case)


def given_up(session: ReachSession, case: Case, why: str) -> list[Answer]:
    """Every date that runs, given up for one reason: for those who close without a page."""
    return [Answer(one.rule, one.days, Fate.GIVEN_UP, one.hour, why) for one in questions(session, case)]


def _never_asked(session: Session) -> list[UUID]:
    """The cases that were closed when nobody asked about their dates."""
    known = select(CaseClosing.case_id)
    return list(session.scalars(select(Case.id).where(Case.stage == Stage.CLOSED, Case.id.not_in(known))))


def _bring_back(session: Session, case_id: UUID) -> None:
    """The dates of such a case stand in the agenda again, until somebody decides on them."""
    case = session.get_one(Case, case_id)
    try:
        dates.recount(case)
    except DAMAGED:
        return  # it is told where the case is shown, and asked again tomorrow
    session.add(CaseClosing(case_id=case.id, workplace_id=case.workplace_id, answers=Answers(), version=1))


MOVING = Moving(_never_asked, _bring_back)
