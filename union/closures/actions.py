"""Every way in which the first hours of a closure change; nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, time
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.accounts.models import Account
from union.cases import dates
from union.cases.dates import Source
from union.cases.models import Stage
from union.cases.timeline import entry
from union.closures.models import Closure, ClosurePlan, Done, Evidence, GatePerson, Intake, TakenIn, Task, of_dispute
from union.closures.tasks import dated
from union.closures.words import ClosureAct, Ticked, Undone
from union.entitlements.records.contents import Situation
from union.layoffs import actions as disputes
from union.layoffs.records.contents import Matter, Trigger
from union.layoffs.records.models import Layoff
from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time
from union.store.reach import ReachSession
from union.web.locale import CASABLANCA, today
from union.workplaces.models import Workplace


def moment_of(on: date, hour: str) -> datetime:
    """The instant of the closure, in the hour of Casablanca. Raises `Refused` for one to come, and for an hour that a
    clock change leaves out; of an hour that it repeats, the first is meant."""
    at = datetime.combine(on, time.fromisoformat(hour), CASABLANCA)
    if at.astimezone(UTC).astimezone(CASABLANCA).time() != at.time():
        raise Refused("hour", _l("The clocks were put forward over this hour: write the one that they showed."))
    if at > now():
        raise Refused(
            "closed_on", _l("This is still to come: write the day and the hour at which it was found closed.")
        )
    return at


def now() -> datetime:
    return datetime.now(CASABLANCA).replace(microsecond=0)


def open_closure(
    session: ReachSession, by: UUID, workplace_id: UUID, trigger: Trigger, at: datetime, facts: str
) -> Layoff:
    """The one action: a dispute at the workplace, its 72 hours and its intake."""
    site = session.get_one(Workplace, workplace_id).site.name
    title = str(_("Closure of %(site)s", site=site))[:120]
    matter = Matter(title, Situation.CLOSURE, trigger, at.date(), facts, today())
    dispute = disputes.open_dispute(session, by, workplace_id, matter)
    begin(session, by, dispute, at)
    return dispute


def begin(session: ReachSession, by: UUID, dispute: Layoff, at: datetime) -> Closure:
    """The 72 hours of a dispute, and its form at the gate. Raises `Refused` where they run already, or it is closed."""
    one_at_a_time(session, dispute.id.bytes)
    still_open(dispute)
    if session.scalar(of_dispute(dispute.id)) is not None:
        raise Refused("closed_on", _l("The first hours of this dispute were begun already."))
    place = {"case_id": dispute.id, "workplace_id": dispute.workplace_id}
    session.flush()
    closure = Closure(**place, plan=ClosurePlan(at), version=1)
    session.add_all([closure, Intake(**place, open=True)])
    session.flush()
    dates.put(session, dispute, Source.CLOSURE, closure.id, dated(closure.plan))
    entry(session, dispute, by, ClosureAct.BEGUN, on=at.date())
    return closure


def tick(session: ReachSession, by: UUID, dispute: Layoff, closure: Closure, task: Task, *, done: bool) -> None:
    """A task was done, or not after all; told twice it is one act. Raises `Refused`."""
    still_open(dispute)
    if (task.value in closure.plan.done) == done:
        return
    known = {code: one for code, one in closure.plan.done.items() if code != task.value}
    if done:
        known[task.value] = Done(now(), session.get_one(Account, by).holder.name)
    closure.plan = dataclasses.replace(closure.plan, done=known)
    dates.put(session, dispute, Source.CLOSURE, closure.id, dated(closure.plan))
    entry(session, dispute, by, (Ticked if done else Undone)[task.name])


def keep_evidence(
    session: ReachSession, by: UUID, dispute: Layoff, closure: Closure, evidence: dict[str, Evidence]
) -> None:
    """How far each piece is. Raises `Refused`."""
    still_open(dispute)
    closure.plan = dataclasses.replace(closure.plan, evidence=evidence)
    entry(session, dispute, by, ClosureAct.EVIDENCE)


def gate(session: ReachSession, by: UUID, dispute: Layoff, intake: Intake, *, opened: bool) -> None:
    """Delegates may take people in from now on, or no more. Raises `Refused`."""
    if opened:
        still_open(dispute)
    if intake.open != opened:
        intake.open = opened
        entry(session, dispute, by, ClosureAct.GATE)


def take_in(session: ReachSession, by: UUID, intake: Intake, person: GatePerson) -> TakenIn:
    """One person, saved by itself. Compared with nobody: who takes in must not learn who is a member. Raises
    `Refused`."""
    if not intake.open:
        raise Refused("family_name", _l("This intake is closed: ask the organiser."))
    row = TakenIn(intake_id=intake.id, workplace_id=intake.workplace_id, account_id=by, person=person)
    session.add(row)
    chain.note(session, by, chain.Act.CREATED, "taken_in", row.id, case=intake.case_id)
    return row


def take_back(session: ReachSession, by: UUID, intake: Intake, row: TakenIn, *, back: bool) -> None:
    """Make an entry at the gate count no more, or count again; saying it twice is one act. Raises `Refused`.

    Nothing is removed: whoever works the dispute sees that the entry was taken back, or a delegate could be made to
    unsay who came.
    """
    if not intake.open:
        raise Refused("case", _l("This intake is closed: ask the organiser."))
    if (row.person.taken_back_at is not None) == back:
        return
    row.person = dataclasses.replace(row.person, taken_back_at=now() if back else None)
    words = "taken back" if back else "counted again"
    chain.note(session, by, chain.Act.CHANGED, "taken_in", row.id, words, case=intake.case_id)


def still_open(dispute: Layoff) -> None:
    """Raises `Refused` for a closed dispute."""
    if dispute.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))
