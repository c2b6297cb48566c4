"""What a row of a list says of a person, as the envelopes of a member hold it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from union.members.models import Category, Change, Contract, Identity, Membership, Sex, Standing, Terms, Wage
from union.tables.kinds.roster import RosterRow

_ARABIC = re.compile("[\u0600-\u06ff]")
_SEX = {"F": Sex.FEMALE, "M": Sex.MALE}
_CONTRACT = {
    "open_ended": Contract.CDI,
    "fixed_term": Contract.CDD,
    "anapec": Contract.ANAPEC,
    "agency": Contract.AGENCY,
}


@dataclass(frozen=True)
class ImportContext:
    """How the rows of one list become people."""

    import_id: UUID
    workplace_id: UUID
    by: UUID | None
    on: date
    state: Membership = Membership.MEMBER
    with_cin: bool = False


def identity_of(row: RosterRow, context: ImportContext) -> Identity:
    """Who somebody is, each name in the field of its script; the card number only where its keeping is authorised."""
    family, family_ar = _by_script(row.family_name)
    given, given_ar = _by_script(row.given_name)
    return Identity(
        family_name=family,
        given_name=given,
        family_name_ar=family_ar or row.family_name_ar or "",
        given_name_ar=given_ar or row.given_name_ar or "",
        alias=row.alias or "",
        sex=_SEX.get(row.sex or ""),
        born_on=row.born_on,
        phones=tuple(phone for phone in (row.phone, row.phone_other) if phone),
        emails=tuple(one.lower() for one in (row.email, row.email_other) if one),
        cin=(row.cin or "") if context.with_cin else "",
    )


def _by_script(name: str | None) -> tuple[str, str]:
    if not name:
        return "", ""
    return ("", name) if not name.isascii() and _ARABIC.search(name) else (name, "")


def standing_of(row: RosterRow, context: ImportContext) -> Standing:
    """What somebody is to the union: what the list is of, since the day of joining where it is given."""
    since = Change(context.state, row.joined_on or context.on, context.by, "import")
    return Standing(
        state=context.state,
        history=(since,),
        card_number=row.card_number or "",
        joined_on=row.joined_on,
        notes=row.remarks or "",
    )


def terms_of(row: RosterRow, on: date) -> Terms:
    """The employment. A list does not say since when its wage is paid, so its day stays open; a month's has its day."""
    return Terms(
        employee_number=row.employee_number or "",
        job=row.job or "",
        category=Category.EXECUTIVE if row.category == "manager" else Category.EMPLOYEE,
        contract=_CONTRACT.get(row.contract or "", Contract.UNKNOWN),
        hired_on=row.hired_on,
        left_on=row.left_on,
        wages=wages_of(row, on, ()),
    )


def wages_of(row: RosterRow, on: date, known: tuple[Wage, ...]) -> tuple[Wage, ...]:
    """The wages once a row is brought in on a day: those of its months from each one's first day on, then its own.

    Its own has no day: it corrects a wage without a day, and follows one that has a day from the day of the list on.
    """
    for first, gross in row.month_wages or ():
        before = [one for one in known if one.from_on is None or one.from_on <= first]
        if before and before[-1].gross == gross:
            continue
        net = before[-1].net if before and before[-1].from_on == first else None
        kept = [one for one in known if one.from_on != first]
        known = tuple(sorted([*kept, Wage(first, gross, net)], key=lambda one: one.from_on or date.min))
    newest = known[-1] if known else Wage(None)
    gross_now = newest.gross if row.monthly_gross is None else row.monthly_gross
    net_now = newest.net if row.monthly_net is None else row.monthly_net
    if (gross_now, net_now) == (newest.gross, newest.net):
        return known
    if newest.from_on is None or newest.from_on >= on:
        return (*known[:-1], Wage(newest.from_on, gross_now, net_now))
    return (*known, Wage(on, gross_now, net_now))
