"""Invented payments: the rate of three years, a receipt for most of what the files say of this year, two lines of a
delegate."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.demo.people import YEARLY, DemoPerson
from union.dues.models import (
    Collected,
    CollectedDues,
    CollectedState,
    DuesPayment,
    DuesRate,
    Means,
    Paid,
    ReceiptNumber,
)
from union.members.models import Dues, Entrusted, Member
from union.workplaces.models import Workplace

HOW = (Means.CASH, Means.CASH, Means.TRANSFER, Means.CASH, Means.CHEQUE)
WITHOUT = 7  # every seventh was written into the file alone


def pay(
    session: Session,
    sites: dict[str, Workplace],
    everybody: dict[str, list[DemoPerson]],
    delegate: UUID,
    today: date,
) -> None:
    """Write them down."""
    for year in range(today.year - 2, today.year + 1):
        session.add(DuesRate(year=year, centimes=int(YEARLY * 100), by_month=True, version=1))
    paid = [
        (sites[key], one, line)
        for key, people in everybody.items()
        for one in people
        for line in one.standing.dues
        if line.year == today.year
    ]
    paid.sort(key=lambda each: each[2].paid_on or today)
    for at, (site, one, line) in enumerate(each for place, each in enumerate(paid) if place % WITHOUT):
        _receipt(session, at + 1, site, one, line)
    for care in session.scalars(select(Entrusted).where(Entrusted.account_id == delegate)).all()[:2]:
        session.add(
            CollectedDues(
                workplace_id=care.workplace_id,
                member_id=care.member_id,
                account_id=delegate,
                year=today.year,
                state=CollectedState.NEW,
                collected=Collected(Decimal(60), today),
            )
        )
    session.flush()


def _receipt(session: Session, number: int, site: Workplace, one: DemoPerson, line: Dues) -> None:
    """One payment with the next number, and the file of its member in step with it."""
    on = line.paid_on or date(line.year, 1, 2)
    given = ReceiptNumber(year=line.year, number=number)
    session.add(given)
    session.flush()
    session.add(
        DuesPayment(
            workplace_id=site.id,
            member_id=one.id,
            number_id=given.id,
            year=line.year,
            centimes=int(line.amount * 100),
            paid=Paid(line.amount, HOW[number % len(HOW)], on, entered_on=on, by_name="Permanence"),
            version=1,
        )
    )
    member = session.get_one(Member, one.id)
    dues = tuple(dataclasses.replace(each, journal=each.amount) if each == line else each for each in one.standing.dues)
    member.standing = dataclasses.replace(one.standing, dues=dues)
