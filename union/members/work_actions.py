"""Every way in which a person's work changes: employments, wages, mandates, and the delegate who looks after them."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.members import tokens
from union.members.models import Employment, Entrusted, Held, Leaving, Mandate, Member, Terms, Wage
from union.members.roster import touch
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession


def employ(session: ReachSession, by: UUID, member: Member, workplace_id: UUID, terms: Terms) -> Employment:
    """Write down another employment of a member.

    Raises `Refused` if they still work there, or if the days are in the wrong order.
    """
    _must_be_in_order(terms)
    at_once = [one for one in member.employments if one.workplace_id == workplace_id and one.terms.left_on is None]
    if at_once and terms.left_on is None:
        raise Refused(
            "workplace", _l("They still work there: write down their last day first, or correct that employment.")
        )
    with tokens.in_step(session, member):
        employment = Employment(workplace_id=workplace_id, terms=terms, version=1)
        employment.member = member
        session.add(employment)
    touch(session, [workplace_id])
    chain.note(session, by, chain.Act.CREATED, "member", member.id, "employment")
    return employment


def correct_terms(session: ReachSession, by: UUID, employment: Employment, terms: Terms) -> None:
    """Other terms in the place of the present ones. Raises `Refused` for days in the wrong order."""
    _must_be_in_order(terms)
    with tokens.in_step(session, employment.member):
        employment.terms = terms
    _changed(session, by, employment, "terms")


def _must_be_in_order(terms: Terms) -> None:
    for field, last in (("term_on", terms.term_on), ("left_on", terms.left_on)):
        if terms.hired_on is not None and last is not None and last < terms.hired_on:
            raise Refused(field, _l("This day is before the day of hiring: correct one of them."))
    if terms.left_how is not None and terms.left_on is None:
        raise Refused("left_on", _l("Write the last day at work too, or leave open how the work ended."))


def add_wage(session: ReachSession, by: UUID, employment: Employment, wage: Wage, today: date) -> None:
    """The monthly pay from a day on, in the place of what was known from that day.

    Raises `Refused` without a sum, for a net above the gross, and for a day to come or before the hiring.
    """
    if wage.gross is None and wage.net is None:
        raise Refused("gross", _l("Write the gross or the net pay of a month."))
    if wage.gross is not None and wage.net is not None and wage.net > wage.gross:
        raise Refused("net", _l("The net pay is higher than the gross pay: check both sums."))
    if wage.from_on is not None and wage.from_on > today:
        raise Refused("from_on", _l("This day is to come: write the pay down when it is paid."))
    hired = employment.terms.hired_on
    if wage.from_on is not None and hired is not None and wage.from_on < hired:
        raise Refused("from_on", _l("This day is before the day of hiring: correct one of them."))
    others = [one for one in employment.terms.wages if one.from_on != wage.from_on]
    wages = tuple(sorted([*others, wage], key=lambda one: one.from_on or date.min))
    employment.terms = dataclasses.replace(employment.terms, wages=wages)
    _changed(session, by, employment, "wage")


def strike_wage(session: ReachSession, by: UUID, employment: Employment, wage: Wage) -> None:
    """What was written on a wrong day, or of somebody else, goes; the history says what it was. Raises `Refused`."""
    if wage not in employment.terms.wages:
        raise Refused("from_on", _l("This entry is no longer there as you saw it: reload the page."))
    kept = tuple(one for one in employment.terms.wages if one != wage)
    employment.terms = dataclasses.replace(employment.terms, wages=kept)
    touch(session, [employment.workplace_id])
    said = "|".join("" if one is None else str(one) for one in (wage.from_on, wage.gross, wage.net))
    chain.note(session, by, chain.Act.REMOVED, "member", employment.member_id, f"wage|{said}")


def leave(session: ReachSession, by: UUID, employment: Employment, on: date, how: Leaving | None = None) -> None:
    """The last day at work, counted in. Raises `Refused` for a day before the hiring."""
    terms = dataclasses.replace(employment.terms, left_on=on, left_how=how)
    if terms.hired_on is not None and on < terms.hired_on:
        raise Refused("on", _l("This day is before the day of hiring: correct one of them."))
    employment.terms = terms
    _changed(session, by, employment, "left")


def give_mandate(session: ReachSession, by: UUID, employment: Employment, held: Held) -> Mandate:
    """A mandate with its days. Raises `Refused` for days in the wrong order or the same mandate twice at once."""
    if held.until_on is not None and held.until_on < held.from_on:
        raise Refused("until_on", _l("The last day is before the first: correct one of them."))
    for other in session.scalars(select(Mandate).where(Mandate.employment_id == employment.id)):
        if other.held.kind is held.kind and _overlap(other.held, held):
            raise Refused(
                "from_on", _l("The same mandate runs in these days already: end it first, or check the dates.")
            )
    mandate = Mandate(
        employment_id=employment.id, workplace_id=employment.workplace_id, member_id=employment.member_id, held=held
    )
    session.add(mandate)
    _changed(session, by, employment, "mandate")
    return mandate


def _overlap(one: Held, other: Held) -> bool:
    return one.from_on <= (other.until_on or date.max) and other.from_on <= (one.until_on or date.max)


def end_mandate(session: ReachSession, by: UUID, mandate: Mandate, on: date) -> None:
    """The last day of a mandate. Raises `Refused` for a day before its first."""
    if on < mandate.held.from_on:
        raise Refused("on", _l("The last day is before the first: correct one of them."))
    mandate.held = dataclasses.replace(mandate.held, until_on=on)
    touch(session, [mandate.workplace_id])
    chain.note(session, by, chain.Act.ENDED, "member", mandate.member_id, "mandate")


def entrust(session: ReachSession, by: UUID | None, employment: Employment, account_id: UUID) -> Entrusted:
    """Entrust a member to a delegate, who looks after them from now on. Raises `Refused` if the delegate does
    already."""
    where = (
        Entrusted.account_id == account_id,
        Entrusted.member_id == employment.member_id,
        Entrusted.workplace_id == employment.workplace_id,
    )
    if session.scalar(select(Entrusted.id).where(*where)):
        raise Refused("account", _l("This delegate looks after them already: choose another, or go back."))
    entrusted = Entrusted(account_id=account_id, member_id=employment.member_id, workplace_id=employment.workplace_id)
    session.add(entrusted)
    touch(session, [employment.workplace_id])
    chain.note(session, by, chain.Act.GRANTED, "member", employment.member_id)
    return entrusted


def take_back(session: ReachSession, by: UUID | None, entrusted: Entrusted) -> None:
    """Take a member back from a delegate, who looks after them no more and reaches them no more."""
    touch(session, [entrusted.workplace_id])
    chain.note(session, by, chain.Act.ENDED, "member", entrusted.member_id)
    session.delete(entrusted)


def _changed(session: ReachSession, by: UUID, employment: Employment, what: str) -> None:
    touch(session, [employment.workplace_id])
    chain.note(session, by, chain.Act.CHANGED, "member", employment.member_id, what)
