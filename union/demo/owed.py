"""What the law owes the people of some grievances: somebody dismissed with an offer, somebody underpaid who still works
there."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import select

from union.accounts import authentication
from union.accounts.models import Account
from union.cases.models import Stage
from union.cases.subjects import About, Subject
from union.demo.papers import DESKS
from union.entitlements import actions
from union.entitlements.people.from_file import from_file
from union.entitlements.people.payslips import end_of, months_before
from union.entitlements.records.contents import Basis, Situation
from union.entitlements.records.facts import ExtraHours, Facts, Slip
from union.entitlements.records.models import Owed, Told
from union.grievances.models import Grievance, Paper
from union.law.dates.calendar import holiday
from union.members.models import Contract
from union.store.db import Store
from union.store.reach import ReachSession

AGREED, SHORT, BELOW = Decimal("4600.00"), Decimal("3900.00"), Decimal("2900.00")
MONTHS = 6  # payslips of who is underpaid
UNPAID = frozenset({Paper.PAY_LATE, Paper.PAY_STOPPED, Paper.OTHER_EVENT})


def complete(store: Store, today: date) -> None:
    """Work out the sums of two cases of each organiser, where there are none yet."""
    with store.maintaining() as session:
        desks = [
            session.scalar(select(Account.id).where(Account.login_token == authentication.login_token(login)))
            for login in DESKS
        ]
    for account in desks:
        reach = authentication.reach_of(store, account) if account else None
        if account is None or reach is None:
            continue
        with store.writing(reach) as session:
            if session.scalar(select(Owed.id).limit(1)) is None:
                _write(session, account, today)


def _write(session: ReachSession, by: UUID, today: date) -> None:
    found = session.scalars(select(Grievance).where(Grievance.stage != Stage.CLOSED, ~Grievance.confidential)).all()
    known = [(one, _known(session, one, today)) for one in sorted(found, key=lambda one: one.code)]
    lasted = [(case, facts) for case, facts in known if worked_long_enough(facts, min(case.account.event_on, today))]
    dismissed = next(((case, facts) for case, facts in lasted if case.account.paper is Paper.DISMISSAL_LETTER), None)
    underpaid = next(((case, facts) for case, facts in lasted if case.account.paper in UNPAID), None)
    if dismissed is not None:
        case, facts = dismissed
        told = Told(Basis(Situation.MISCONDUCT), _dismissed(facts, case, today))
        actions.work_out(session, by, case, None, told, today)
    if underpaid is not None:
        case, facts = underpaid
        actions.work_out(session, by, case, None, Told(Basis(Situation.EMPLOYED), underpaid_of(facts, today)), today)


def worked_long_enough(facts: Facts, on: date) -> bool:
    """Whether the payslips that are invented lie in the employment: people hired last month have cases too."""
    return cast(date, facts.hired_on) <= months_before(end_of(on))[MONTHS - 1]


def _known(session: ReachSession, case: Grievance, today: date) -> Facts:
    facts = from_file(session, case, Subject(About(case.account.about_name)), today)
    hired_on = facts.hired_on or today - timedelta(days=2200)
    open_ended = facts.contract if facts.contract in (Contract.CDI, Contract.CDD) else Contract.CDI
    return dataclasses.replace(
        facts,
        hired_on=hired_on,
        contract=open_ended,
        term_on=facts.term_on if open_ended is Contract.CDD else None,
        monthly_gross=facts.monthly_gross or AGREED,
    )


def _dismissed(facts: Facts, case: Grievance, today: date) -> Facts:
    day = min(case.account.event_on, today)
    return dataclasses.replace(
        facts,
        left_on=day,
        notified_on=day,
        contract=Contract.CDI,
        term_on=None,
        leave_days_due=Decimal(11),
        unpaid_days=Decimal(6),
        offered=Decimal("15000.00"),
    )


def underpaid_of(facts: Facts, today: date) -> Facts:
    """Six months of pay, most of them below what was agreed, one below the minimum wage."""
    months = months_before(end_of(today))[:MONTHS]
    paid = (AGREED, SHORT, SHORT, BELOW, SHORT, AGREED)
    slips = tuple(
        Slip(first, amount, seniority=Decimal(0), agreed=AGREED) for first, amount in zip(months, paid, strict=True)
    )
    since = cast(date, facts.hired_on)
    back = (today - timedelta(days=one) for one in range(1, 300))
    worked = next((one for one in back if holiday(one) is not None and one >= since), None)
    return dataclasses.replace(
        facts,
        left_on=None,
        notified_on=None,
        monthly_gross=AGREED,
        monthly_net=None,
        payslips=tuple(sorted(slips, key=lambda one: one.first)),
        extras=(ExtraHours(months[1], day=Decimal(6), night=Decimal(4)),),
        holidays=(worked,) if worked else (),
        leave_taken=Decimal(6),
    )
