"""The facts of one departure, read strictly: what is unknown, missing or impossible is refused by name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from union.law.kinds import EMPLOYER_BREAKS, Category, Contract, Mandate, Reason
from union.law.rates import CODE_FROM, FIRST_KNOWN, LATEST
from union.law.refusals import BadFacts, refuse

__all__ = ["EMPLOYER_BREAKS", "BadFacts", "Category", "Contract", "Facts", "Mandate", "Reason", "read_facts", "twice"]


MOST_PAY = Decimal(10_000_000)  # dirhams a month
MOST_DAYS = Decimal(1_000)
_MONEY = re.compile(r"[0-9]{1,12}(\.[0-9]+)?", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One departure. Pay is dirhams a month, `left_on` the last day of employment, counted in; days are working days.

    Building impossible facts raises `BadFacts`, however they were read.
    """

    hired_on: date
    left_on: date
    category: Category
    contract: Contract
    reason: Reason
    monthly_gross: Decimal | None = None
    monthly_net: Decimal | None = None
    notified_on: date | None = None
    term_on: date | None = None
    mandate: Mandate = Mandate.NONE
    leave_days_due: Decimal | None = None
    unpaid_days: Decimal | None = None

    def __post_init__(self) -> None:
        _check_dates(self)
        _check_pay(self)
        _check_contract(self)

    @property
    def protected(self) -> bool:
        """True while a mandate runs: the severance is doubled (art 58)."""
        return self.mandate is Mandate.IN_OFFICE


def _check_dates(facts: Facts) -> None:
    if facts.left_on < facts.hired_on:
        raise refuse("left_on", "left_before_hired")
    if facts.left_on < CODE_FROM:
        raise refuse("left_on", "before_code")
    if facts.left_on < FIRST_KNOWN:
        raise refuse("left_on", "before_smig")
    for field, value in (("left_on", facts.left_on), ("notified_on", facts.notified_on), ("term_on", facts.term_on)):
        if value and value > LATEST:
            raise refuse(field, "too_late", latest=LATEST)
    if facts.left_on.year - facts.hired_on.year > 70:
        raise refuse("hired_on", "too_long")
    if facts.notified_on and facts.notified_on < facts.hired_on:
        raise refuse("notified_on", "notified_before_hired")


def _check_pay(facts: Facts) -> None:
    gross, net = facts.monthly_gross, facts.monthly_net
    if gross is None and net is None:
        raise refuse("monthly_gross", "missing_wage")
    for field, pay in (("monthly_gross", gross), ("monthly_net", net)):
        if pay is not None:
            _check_amount(field, pay, MOST_PAY)
            if pay <= 0:
                raise refuse(field, "not_positive")
    if gross is not None and net is not None and net > gross:
        raise refuse("monthly_net", "net_above_gross")
    for field, days in (("leave_days_due", facts.leave_days_due), ("unpaid_days", facts.unpaid_days)):
        if days is not None:
            _check_amount(field, days, MOST_DAYS)
            if days < 0:
                raise refuse(field, "negative")
    if facts.unpaid_days and facts.unpaid_days > (facts.left_on - facts.hired_on + timedelta(days=1)).days:
        raise refuse("unpaid_days", "unpaid_above_service")


def _check_amount(field: str, value: Decimal, most: Decimal) -> None:
    if not value.is_finite():
        raise refuse(field, "bad_number")
    if value > most:
        raise refuse(field, "too_big", most=most)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -6 and value != round(value, 6):
        raise refuse(field, "too_fine")


def _check_contract(facts: Facts) -> None:
    term, reason = facts.term_on, facts.reason
    if facts.contract is Contract.CDI:
        if term:
            raise refuse("term_on", "term_on_cdi")
        if reason is Reason.END_OF_TERM:
            raise refuse("reason", "end_of_cdi")
        return
    if term and term < facts.hired_on:
        raise refuse("term_on", "term_before_hired")
    if not term and reason in EMPLOYER_BREAKS:
        raise refuse("term_on", "term_missing")
    if term and reason is Reason.END_OF_TERM and facts.left_on < term:
        raise refuse("reason", "left_before_term")


def read_facts(given: Mapping[str, object]) -> Facts:
    """Facts from text, numbers or dates by field name; `None` counts as not given. Raises `BadFacts`.

    Dates are `date` or YYYY-MM-DD; money and days are `Decimal`, `int` or text with a point; no floats.
    """
    known = (*Facts.__dataclass_fields__, "protected")
    for field in given:
        if field not in known:
            raise refuse(_printable(field), "unknown")
    given = {field: value for field, value in given.items() if value is not None}
    return Facts(
        hired_on=_needed_day(given, "hired_on"),
        left_on=_needed_day(given, "left_on"),
        notified_on=_day(given, "notified_on"),
        term_on=_day(given, "term_on"),
        category=_choice(given, "category", Category),
        contract=_choice(given, "contract", Contract),
        reason=_choice(given, "reason", Reason),
        monthly_gross=_decimal(given, "monthly_gross"),
        monthly_net=_decimal(given, "monthly_net"),
        leave_days_due=_decimal(given, "leave_days_due"),
        unpaid_days=_decimal(given, "unpaid_days"),
        mandate=_mandate(given),
    )


def twice(field: str) -> BadFacts:
    """The refusal of a field given twice."""
    return refuse(_printable(field), "twice")


def _printable(field: object) -> str:
    """A field's name safe to show on a terminal: ASCII, one line, short."""
    text = str(field).encode("ascii", "backslashreplace").decode().translate(dict.fromkeys((*range(32), 127), "?"))
    return text[:40] or '""'


def _needed_day(given: Mapping[str, object], field: str) -> date:
    found = _day(given, field)
    if found is None:
        raise refuse(field, "missing")
    return found


def _day(given: Mapping[str, object], field: str) -> date | None:
    value = given.get(field)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise refuse(field, "bad_date")


_Choice = TypeVar("_Choice", bound=StrEnum)


def _choice(given: Mapping[str, object], field: str, kind: type[_Choice]) -> _Choice:
    value = given.get(field)
    if value is None:
        raise refuse(field, "missing")
    if isinstance(value, str) and value in kind.__members__.values():
        return kind(value)
    raise refuse(field, "bad_choice", choices=", ".join(kind))


def _decimal(given: Mapping[str, object], field: str) -> Decimal | None:
    value = given.get(field)
    if value is None:
        return None
    if isinstance(value, str) and _MONEY.fullmatch(value.removeprefix("-")):
        return Decimal(value)
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    raise refuse(field, "bad_number")


def _mandate(given: Mapping[str, object]) -> Mandate:
    """The mandate and its shorthand `protected` (true = in office), which must agree where both are given."""
    protected = given.get("protected")
    if protected is not None and not isinstance(protected, bool):
        raise refuse("protected", "bad_flag")
    if "mandate" not in given:
        return Mandate.IN_OFFICE if protected else Mandate.NONE
    mandate = _choice(given, "mandate", Mandate)
    if protected is not None and protected is not (mandate is Mandate.IN_OFFICE):
        raise refuse("protected", "mandate_contradiction")
    return mandate
