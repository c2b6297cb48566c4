"""What the union learned of a list after it came: facts put right, contracts read, one sum read otherwise, steps
answered."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import OwnSwitches, StepDone
from union.law.differing.switches import Bonuses
from union.law.ending.requalification import Motive
from union.layoffs import actions
from union.layoffs.procedure import steps as procedure
from union.layoffs.procedure.steps import Step
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.switches.switching import switch_for
from union.members.models import Contract
from union.store.reach import ReachSession

NET, BONUS = Decimal("0.83"), Decimal("0.12")  # of the gross, as payslips of the sector show


def learn(session: ReachSession, by: UUID, dispute: Layoff, today: date) -> None:
    """Correct and answer what a week of work on a list brings."""
    rows = session.scalars(on_the_list(dispute.id)).all()
    sound = [row for row in rows if not row.facts.blocked]
    _wrong_day(session, by, dispute, sound[0], today)
    _payslip(session, by, dispute, sound[1], today)
    fixed = [row for row in rows if row.facts.contract is Contract.CDD and row.facts.hired_on is not None]
    for row, motive in zip(fixed[:-1], (Motive.NONE, Motive.INCREASE, Motive.OPENING), strict=False):
        _contract(session, by, dispute, row, motive, today)  # the last contract nobody has seen yet
    if dispute.matter.kind is Situation.CLOSURE:
        _steps(session, by, dispute)


def _wrong_day(session: ReachSession, by: UUID, dispute: Layoff, row: LayoffPerson, today: date) -> None:
    """One wrong day of hiring, put right by the payslip that its holder brought."""
    assert row.facts.hired_on is not None
    earlier = dataclasses.replace(row.facts, hired_on=row.facts.hired_on - timedelta(days=400))
    actions.correct(session, by, dispute, row, earlier, today)


def _payslip(session: ReachSession, by: UUID, dispute: Layoff, row: LayoffPerson, today: date) -> None:
    """Net pay and bonuses of one person; whose sum is then read without them, as the employer asks, to see what
    moves."""
    gross = row.facts.monthly_gross or Decimal(4000)
    cents = Decimal("0.01")
    known = dataclasses.replace(
        row.facts, monthly_net=(gross * NET).quantize(cents), monthly_bonus=(gross * BONUS).quantize(cents)
    )
    actions.correct(session, by, dispute, row, known, today)
    switch_for(session, by, dispute, row, OwnSwitches(bonuses=Bonuses.OUT), today)


def _contract(session: ReachSession, by: UUID, dispute: Layoff, row: LayoffPerson, motive: Motive, today: date) -> None:
    """A fixed-term contract that somebody read: its end, the case that it gives."""
    known = dataclasses.replace(row.facts, term_on=row.facts.left_on, cdd_motive=str(motive))
    actions.correct(session, by, dispute, row, known, today)


def _steps(session: ReachSession, by: UUID, dispute: Layoff) -> None:
    """The delegates heard it on the notice board; the authorisation was asked for and refused."""
    told = dispute.matter.announced_on
    answers = {
        Step.DELEGATES: StepDone(False),
        Step.REQUESTED: StepDone(True, told, "Récépissé de la délégation provinciale"),
        Step.AUTHORISED: StepDone(False),
    }
    for step, done in answers.items():
        procedure.note_step(session, by, dispute, step, done)
