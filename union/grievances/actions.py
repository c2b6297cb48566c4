"""Every way in which a grievance comes to be and changes, beyond what all cases share."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.accounts.models import Account as SignsIn
from union.cases import actions, closing, lessons, links, messages, readers, tasks, transfers
from union.cases.closing_answers import Answer
from union.cases.models import Case, Stage
from union.cases.timeline import CaseAct, entry, timeline
from union.grievances.models import (
    OPENED_FOR_A_REASON,
    Agreed,
    Awaited,
    Channel,
    Done,
    For,
    Grievance,
    Harm,
    Outcome,
    Paper,
    Problem,
    Proof,
    Report,
    Says,
    sorted_out,
)
from union.grievances.step_words import kept, words_of_today
from union.grievances.steps import recount, steps, still_open
from union.law.dates.periods import Rule
from union.members.models import Employment, Member
from union.members.own import own_member
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today

CHECK_LETTER = "read_letter"


class GrievanceAct(Enum):
    """The acts that only grievances have."""

    FILED = "filed"
    STEP_DONE = "step_done"
    STEP_UNDONE = "step_undone"
    LINKED = "linked"
    NOT_LINKED = "not_linked"
    REACHED = "reached"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class NewReport:
    """What somebody said in the four steps."""

    paper: Paper
    event_on: date
    problem: Problem
    about: For
    workplace_id: UUID
    member_id: UUID | None = None
    about_name: str = ""
    about_phone: str = ""
    facts: str = ""
    demand: str = ""
    confidential: bool = False
    readers: frozenset[UUID] = field(default_factory=frozenset)
    harm: Harm | None = None
    agreed: Agreed = Agreed.NOT_ASKED
    for_long: bool = False
    day_presumed: bool = False
    event_at: str = ""  # HH:MM, where it is known
    channel: Channel | None = None
    safe_hours: str = ""
    subject: str = ""  # of a collective grievance


def file(session: ReachSession, by: UUID, report: NewReport) -> Grievance:
    """A new grievance, with its first safe date. Raises `Refused`.

    About somebody not entrusted nothing is looked up: it carries no member, whoever was named.
    """
    work = _work_of(session, by, report)
    name = session.get_one(Member, work.member_id).identity.name if work else report.about_name
    if report.about is For.ONESELF:
        name = session.get_one(SignsIn, by).holder.name
    problem, harm = sorted_out(report.problem, report.harm)
    said = Report(
        problem=problem,
        paper=report.paper,
        event_on=report.event_on,
        facts=report.facts,
        demand=report.demand,
        about=report.about,
        about_name=name,
        about_phone=report.about_phone,
        filed_on=today(),
        harm=harm,
        agreed=report.agreed,
        for_long=report.for_long,
        day_presumed=report.day_presumed,
        event_at=report.event_at,
        channel=report.channel,
        safe_hours=report.safe_hours,
        subject=report.subject,
    )
    case = Grievance(
        code=actions.new_code("R"),
        workplace_id=report.workplace_id,
        reported_by=by,
        stage=Stage.NEW,
        employment_id=work.id if work else None,
        member_id=work.member_id if work else None,
        confidential=report.confidential,
        reason_asked=report.confidential and report.problem in OPENED_FOR_A_REASON,
        account=said,
        version=1,
    )
    recount(case)
    session.add(case)
    session.flush()
    _name_readers(session, by, case, report.readers)
    entry(session, case, by, GrievanceAct.FILED, on=report.event_on)
    return case


def _work_of(session: ReachSession, by: UUID, report: NewReport) -> Employment | None:
    """The employment by which a case is tied to a member: one's own, or that of somebody entrusted."""
    member_id = report.member_id if report.about is For.ENTRUSTED else None
    if report.about is For.ONESELF:
        member_id = own_member(session, by)
    if member_id is None:
        return None
    work = employment_at(session, member_id, report.workplace_id)
    if work is None and report.about is For.ENTRUSTED:
        raise Refused("workplace", _l("This colleague does not work there: choose the right workplace."))
    return work


def employment_at(session: ReachSession, member_id: UUID, workplace_id: UUID) -> Employment | None:
    """Somebody's work at a site, the newest where there are several."""
    found = session.scalars(
        select(Employment).where(Employment.member_id == member_id, Employment.workplace_id == workplace_id)
    ).all()
    if len(found) > 1:  # of one alone nothing is asked
        found = readable(found, "terms") or found[:1]
    return found[0] if len(found) == 1 else max(found, key=lambda one: one.terms.hired_on or date.min, default=None)


def _name_readers(session: ReachSession, by: UUID, case: Grievance, chosen: frozenset[UUID]) -> None:
    """Who reads a confidential report from its first minute; else its reporter alone would know of it."""
    if not case.confidential:
        return
    handlers = {one.id for one in readers.handlers(session, case.workplace_id)}
    if chosen - handlers or not chosen | ({by} & handlers):
        raise Refused("readers", _l("Choose at least one person who reads it: without one, nobody can act."))
    for one in sorted(chosen - {by}):
        readers.add(session, case, one)


def do_step(
    session: ReachSession,
    by: UUID,
    case: Grievance,
    code: str,
    *,
    on: date | None = None,
    proof: Proof | None = None,
    proof_words: str = "",
    own: bool = False,
) -> None:
    """Write down that a step was done, on which day and how that can be shown; what comes after it opens.

    `own`: only those that a delegate does. Raises `Refused`.
    """
    step = next((one for one in steps(case.account, protected=True) if one.code == code), None)
    if step is None or code in {one.code for one in case.account.done}:
        raise Refused("code", _l("This step is already done: reload the page."))
    if case.stage is Stage.CLOSED:
        raise Refused("code", _l("This case is closed: reopen it first."))
    if code == "written_note":
        raise Refused("code", _l("Write the day on which the note was handed in: the six days run from it."))
    if own and step.who != "delegate":
        raise Refused("code", _l("The organiser or the lawyer does this step: add a note for them."))
    day = on or today()
    if day > today():
        raise Refused("on", _l("This day is still to come: write the day on which it was done."))
    who = session.get_one(SignsIn, by).holder.name
    done = Done(code, day, who, by, words_of_today(code), proof, proof_words.strip(), today())
    case.account = dataclasses.replace(case.account, done=(*case.account.done, done))
    recount(case)
    entry(session, case, by, GrievanceAct.STEP_DONE, kept(done), on=day)


def letter_read(session: ReachSession, by: UUID, case: Case) -> None:
    """The letter was put to its questions: to check it is done, where that was still to do."""
    if not isinstance(case, Grievance) or case.stage is Stage.CLOSED:
        return
    if CHECK_LETTER in {one.code for one in still_open(case.account)}:
        do_step(session, by, case, CHECK_LETTER)


def may_undo(done: Done, by: UUID) -> bool:
    """Whether somebody marked this step themselves, today: a slip is theirs to mend."""
    return done.by == by and (done.marked_on or done.on) == today()


def undo_step(session: ReachSession, by: UUID, case: Grievance, code: str, *, own: bool = False) -> None:
    """A step marked by mistake is to be done after all. `own`: only what one marked oneself, today. Raises
    `Refused`."""
    if own and not any(one.code == code and may_undo(one, by) for one in case.account.done):
        raise Refused(
            "code", _l("You take back what you marked yourself, on the same day: add a note for the organiser.")
        )
    kept_ones = tuple(one for one in case.account.done if one.code != code)
    if len(kept_ones) == len(case.account.done):
        raise Refused("code", _l("This step is not marked as done: reload the page."))
    noted_on = None if code == "written_note" else case.account.noted_on
    undone = next(one for one in case.account.done if one.code == code)
    case.account = dataclasses.replace(case.account, done=kept_ones, noted_on=noted_on)
    recount(case)
    entry(session, case, by, GrievanceAct.STEP_UNDONE, kept(undone))


def note(session: ReachSession, by: UUID, case: Grievance, words: str, *, strategy: bool = False) -> None:
    """A note; where it is no strategy, a message to whoever reported the case and whoever follows it. Raises
    `Refused`."""
    actions.note(session, by, case, words, strategy=strategy)
    if not strategy:
        messages.tell(session, by, case)


def wait(session: ReachSession, by: UUID, case: Grievance, whom: Awaited, words: str, again_on: date) -> None:
    """The next move is somebody else's; the dates run on, and on a day of ours somebody asks again. Raises
    `Refused`."""
    tasks.wait(session, by, case, words, again_on)
    case.account = dataclasses.replace(case.account, waits_for=whom)


def wait_no_more(session: ReachSession, by: UUID, case: Grievance) -> None:
    """Take back that one let a case wait a moment ago. Raises `Refused` where anything was done on it since."""
    last = next(iter(timeline(session, case)), None)
    if last is None or (last.act, last.by) != (CaseAct.WAITING.value, by):
        raise Refused("case", _l("Something was done on this case since: open it."))
    tasks.resume(session, by, case)


@dataclass(frozen=True)
class Ending:
    """What is written down of a case when it is closed, beside how it ended."""

    amount_won: Decimal | None = None
    says: Says | None = None
    lesson: str = ""
    decided_on: date | None = None  # a court's decision was notified on that day: an appeal runs from it


def close(
    session: ReachSession,
    by: UUID,
    case: Grievance,
    outcome: Outcome,
    words: str,
    given: Sequence[Answer] = (),
    ending: Ending | None = None,
) -> None:
    """How it ended, for the person who will ask, and what happens with the dates that run. Raises `Refused`."""
    ending = ending or Ending()
    closing.close(session, by, case, words, given)
    case.account = dataclasses.replace(
        case.account,
        outcome=outcome,
        closed_on=today(),
        outcome_words=words,
        amount_won=ending.amount_won,
        says=ending.says,
        decided_on=ending.decided_on,
    )
    lessons.keep(session, case, ending.lesson, today())
    if ending.decided_on is not None:
        closing.runs_from(session, case, Rule.APPEAL, ending.decided_on)
    messages.tell(session, by, case)


def reopen(session: ReachSession, by: UUID, case: Grievance, why: str) -> None:
    """It was not over: its dates are counted again. Raises `Refused`."""
    closing.reopen(session, by, case, why)
    lessons.forget(session, case)
    links.undo_merge(session, case)
    case.account = dataclasses.replace(
        case.account,
        outcome=None,
        closed_on=None,
        outcome_words="",
        refused_for=None,
        amount_won=None,
        says=None,
        decided_on=None,
    )
    recount(case)


def link(session: ReachSession, by: UUID, case: Grievance, member_id: UUID) -> None:
    """Say which member a case is about. Never shown to who reported it: whether somebody is a member stays here."""
    work = employment_at(session, member_id, case.workplace_id)
    if work is None:
        raise Refused("member", _l("This member does not work at the case's workplace: choose another."))
    case.employment_id, case.member_id = work.id, work.member_id
    name = session.get_one(Member, member_id).identity.name
    entry(session, case, by, GrievanceAct.LINKED, name, strategy=True)


def not_about(session: ReachSession, by: UUID, case: Grievance, member_id: UUID) -> None:
    """Say that a case is not about a member who bears its name: it is offered no more. Never shown to who reported
    it."""
    if case.member_id == member_id:
        raise Refused("member", _l("This case is tied to this member: choose whom it is about instead."))
    if member_id in case.account.not_about:
        raise Refused("member", _l("It is written down already that this case is about somebody else."))
    case.account = dataclasses.replace(case.account, not_about=(*case.account.not_about, member_id))
    name = session.get_one(Member, member_id).identity.name
    entry(session, case, by, GrievanceAct.NOT_LINKED, name, strategy=True)


def reach(session: ReachSession, by: UUID, case: Grievance, channel: Channel | None, safe_hours: str) -> None:
    """How and when whoever a case is about wants to be reached from now on."""
    case.account = dataclasses.replace(case.account, channel=channel, safe_hours=safe_hours)
    entry(session, case, by, GrievanceAct.REACHED)


def withdraw(session: ReachSession, by: UUID, case: Grievance) -> None:
    """Whoever reported something about themselves takes it back: it is closed, and nobody else reads it any more.

    Raises `Refused` for a case that is not confidential: a whole desk has read it.
    """
    if not case.confidential:
        raise Refused("case", _l("The organisers of the workplace read this case: ask whoever follows it to close it."))
    transfers.drop(session, case)
    for one in readers.named(session, case):
        if one != by:
            readers.remove_reader(session, by, case, one)
    case.handled_by, case.stage = None, Stage.CLOSED
    case.account = dataclasses.replace(case.account, outcome=Outcome.WITHDRAWN, closed_on=today(), outcome_words="")
    actions.due(case, ())
    entry(session, case, by, GrievanceAct.WITHDRAWN)
