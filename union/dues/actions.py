"""Every way in which dues change. Who acts comes first; nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union.dues.models import (
    Collected,
    CollectedDues,
    CollectedState,
    DuesPayment,
    DuesRate,
    DuesReminder,
    Means,
    Paid,
    ReceiptNumber,
    Reminded,
)
from union.members import actions as members_actions
from union.members.models import Dues, Member
from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time
from union.store.reach import ReachSession

RATE, PAYMENT, COLLECTED = "dues_rate", "dues_payment", "collected_dues"  # in the record
_NUMBERS = b"receipts"


def set_rate(session: ReachSession, by: UUID, year: int, amount: Decimal, *, by_month: bool) -> DuesRate:
    """What every member pays for a year. Raises `Refused` for a year that has its rate."""
    one_at_a_time(session, b"dues_rate")
    if session.scalar(select(DuesRate.id).where(DuesRate.year == year)):
        raise Refused("year", _l("This year has its rate already: correct that one."))
    row = DuesRate(year=year, centimes=_centimes(amount, "amount"), by_month=by_month, version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, RATE, row.id, str(year))
    return row


def correct_rate(session: ReachSession, by: UUID, row: DuesRate, amount: Decimal, *, by_month: bool) -> None:
    """Another amount for the year; what was paid stays as it was."""
    row.centimes, row.by_month = _centimes(amount, "amount"), by_month
    chain.note(session, by, chain.Act.CHANGED, RATE, row.id, str(row.year))


def pay(
    session: ReachSession, by: UUID, member: Member, workplace_id: UUID, year: int, paid: Paid, today: date
) -> DuesPayment:
    """Write a payment down with the next receipt number. Raises `Refused` for no sum, and for a day to come.

    What the member's file said of the year without a receipt becomes a payment of its own first, so that the journal
    and the file say the same.
    """
    _must_be(paid.amount, paid.on, today)
    one_at_a_time(session, _NUMBERS)
    bring_over(session, by, member, workplace_id, year, today)
    number = ReceiptNumber(year=today.year, number=_next(session, today.year))
    session.add(number)
    session.flush()
    return _enter(session, by, member, workplace_id, year, dataclasses.replace(paid, entered_on=today), number)


def bring_over(session: ReachSession, by: UUID, member: Member, workplace_id: UUID, year: int, today: date) -> bool:
    """What the file says of a year and no payment does, as one without a receipt. Returns whether there was any."""
    known = _line(member, year)
    if known is None or known.amount <= known.journal:
        return False
    rest = known.amount - known.journal
    paid = Paid(rest, Means.EARLIER, known.paid_on or date(year, 1, 1), entered_on=today)
    _enter(session, by, member, workplace_id, year, paid, None, in_file=True)
    return True


def _enter(
    session: ReachSession,
    by: UUID,
    member: Member,
    workplace_id: UUID,
    year: int,
    paid: Paid,
    number: ReceiptNumber | None,
    *,
    in_file: bool = False,
) -> DuesPayment:
    row = DuesPayment(
        workplace_id=workplace_id,
        member_id=member.id,
        number_id=number.id if number else None,
        year=year,
        centimes=_centimes(paid.amount, "amount"),
        paid=paid,
        version=1,
    )
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, PAYMENT, row.id)
    _keep_in_file(session, by, member, year, paid.amount, paid.on, in_file=in_file)
    return row


def _keep_in_file(
    session: ReachSession, by: UUID, member: Member, year: int, change: Decimal, on: date | None, *, in_file: bool
) -> None:
    """The year's line of the member's file after a payment; `in_file` where the file has the sum already."""
    known = _line(member, year) or Dues(year, Decimal(0))
    amount = known.amount if in_file else known.amount + change
    line = Dues(year, amount, on or known.paid_on, known.journal + change)
    members_actions.keep_dues(session, by, member, line)


def _line(member: Member, year: int) -> Dues | None:
    return next((one for one in member.standing.dues if one.year == year), None)


def strike_out(session: ReachSession, by: UUID, row: DuesPayment, why: str, today: date) -> None:
    """A payment that was none: its number stays taken, its sum goes. Raises `Refused` where it is struck already, or
    where the member's file, which has to follow, is out of reach."""
    member = _payer(session, row)
    if row.paid.struck_on is not None:
        raise Refused("", _l("This payment is struck out already."))
    amount = row.paid.amount
    row.paid = dataclasses.replace(row.paid, struck_on=today, struck_why=why)
    row.centimes = 0
    chain.note(session, by, chain.Act.REMOVED, PAYMENT, row.id)
    if member is not None:  # a person who was forgotten has no file
        _keep_in_file(session, by, member, row.year, -amount, None, in_file=False)


def _payer(session: ReachSession, row: DuesPayment) -> Member | None:
    """Who paid; nobody where they were forgotten."""
    member = session.get(Member, row.member_id) if row.member_id else None
    if row.member_id is not None and member is None:
        raise Refused("", _l("Whoever paid this works at no site of yours any more: the secretariat strikes it out."))
    return member


def collect(
    session: ReachSession, by: UUID, member_id: UUID, workplace_id: UUID, year: int, told: Collected, today: date
) -> None:
    """What a delegate was given for a year. Raises `Refused` for no sum, and for a day to come."""
    _must_be(told.amount, told.on, today)
    row = CollectedDues(
        member_id=member_id,
        workplace_id=workplace_id,
        account_id=by,
        year=year,
        state=CollectedState.NEW,
        collected=told,
    )
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, COLLECTED, row.id)


def take(session: ReachSession, by: UUID, by_name: str, row: CollectedDues, member: Member, today: date) -> DuesPayment:
    """What a delegate collected has reached the desk: a payment with its receipt. Raises `Refused` where it was
    answered already."""
    _must_be_new(session, row)
    told = row.collected
    paid = Paid(told.amount, Means.CASH, told.on, by_name=by_name)
    made = pay(session, by, member, row.workplace_id, row.year, paid, today)
    row.state = CollectedState.TAKEN
    chain.note(session, by, chain.Act.CHANGED, COLLECTED, row.id, row.state.value)
    return made


def set_aside(session: ReachSession, by: UUID, row: CollectedDues) -> None:
    """What a delegate wrote is no payment. Raises `Refused` where it was answered already."""
    _must_be_new(session, row)
    row.state = CollectedState.SET_ASIDE
    chain.note(session, by, chain.Act.CHANGED, COLLECTED, row.id, row.state.value)


def _must_be_new(session: ReachSession, row: CollectedDues) -> None:
    one_at_a_time(session, _NUMBERS)  # one who takes it and one who sets it aside at once
    session.refresh(row)
    if row.state is not CollectedState.NEW:
        raise Refused("", _l("A colleague has answered this line already: reload the page."))


def remind(session: ReachSession, by: UUID, member: Member, workplace_id: UUID, today: date) -> None:
    """Write down that a member was asked for what they owe."""
    session.add(DuesReminder(member_id=member.id, workplace_id=workplace_id, reminded=Reminded(today)))
    chain.note(session, by, chain.Act.CHANGED, "member", member.id, "dues")


def _next(session: ReachSession, year: int) -> int:
    highest = session.scalar(select(func.max(ReceiptNumber.number)).where(ReceiptNumber.year == year))
    return (highest or 0) + 1


def _must_be(amount: Decimal, on: date, today: date) -> None:
    if amount <= 0:
        raise Refused("amount", _l("Write the sum that was paid."))
    if on > today:
        raise Refused("on", _l("This day is to come: write the day on which it was paid."))


def _centimes(amount: Decimal, field: str) -> int:
    if amount < 0 or amount >= MOST:
        raise Refused(field, _l("Write a sum below 100,000 dirhams."))
    return int(amount * 100)


MOST = Decimal(100_000)
