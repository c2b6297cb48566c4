"""The clean rows of the lists of workplaces, headcounts, declared days and election results; "" and None say
nothing."""

from datetime import date
from decimal import Decimal

import msgspec


class HeadcountRow(msgspec.Struct, frozen=True, array_like=True):
    """How many people work at a site on a day, and who says so."""

    number: int
    ok: bool
    hidden: bool = False
    legal_name: str = ""
    site: str = ""
    counted_on: date | None = None
    people: int | None = None
    source: str = ""


class WorkplaceRow(msgspec.Struct, frozen=True, array_like=True):
    """An employer and one of its sites; `activities` and `markets` are keys parted by commas, and "" says nothing."""

    number: int
    ok: bool
    hidden: bool = False
    legal_name: str = ""
    group: str = ""
    trade_register: str = ""
    ice: str = ""
    affiliation: str = ""
    seat: str = ""
    inspectorate: str = ""
    court: str = ""
    site: str = ""
    city: str = ""
    address: str = ""
    activities: str = ""
    markets: str = ""
    declared: bool | None = None
    counted_on: date | None = None
    people: int | None = None
    source: str = ""
    site_ar: str = ""


class DeclaredRow(msgspec.Struct, frozen=True, array_like=True):
    """What an employer declared to the fund of one person for one month, its first day; wages in dirhams."""

    number: int
    ok: bool
    hidden: bool = False
    employee_number: str = ""
    fund_number: str = ""
    family_name: str = ""
    given_name: str = ""
    month: date | None = None
    days: int | None = None
    declared_wages: Decimal | None = None


class ElectionRow(msgspec.Struct, frozen=True, array_like=True):
    """A list of one college on the day of its ballot, or one of its candidates. `union_list` is "-" for no union.

    `college` is employees or executives; `seat_kind` full or alternate.
    """

    number: int
    ok: bool
    hidden: bool = False
    held_on: date | None = None
    college: str = ""
    registered: int | None = None
    voters: int | None = None
    valid: int | None = None
    union_list: str = ""
    votes: int | None = None
    seats: int | None = None
    family_name: str = ""
    given_name: str = ""
    employee_number: str = ""
    seat_kind: str = ""
    elected: bool | None = None
