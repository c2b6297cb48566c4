"""The facts of one departure, read strictly: what is unknown, missing or impossible is refused by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from union.law.sentences.refusals import BadFacts, refuse
from union.law.strictly.strict import Given, too_fine, twice
from union.law.terms import retirement, trial
from union.law.terms.kinds import EMPLOYER_BREAKS, Category, Contract, Mandate, OwnNotice, Reason
from union.law.terms.rates import CODE_FROM, FIRST_KNOWN, LATEST, MONTH_HOURS
from union.law.terms.seniority import span
from union.law.terms.suspension import Cause, Suspension

__all__ = [
    "EMPLOYER_BREAKS",
    "BadFacts",
    "Category",
    "Contract",
    "Facts",
    "Mandate",
    "OwnNotice",
    "Reason",
    "read_facts",
    "twice",
]


MOST_PAY = Decimal(10_000_000)  # dirhams a month
MOST_DAYS = Decimal(1_000)
MOST_SEVERANCE = Decimal(100_000_000)  # dirhams
MOST_NOTICE = 24  # months
MOST_HOURS = 260  # a month: 60 a week, above what overtime can reach in a year (arts 184, 196)
MOST_CNSS_DAYS = 20_000  # 26 a month for more than sixty years
LONGEST_SERVICE = 60  # years: as many as nobody works who may leave at sixty


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
    unjustified_days: int | None = None
    """Calendar days of unjustified absence or unlawful strike: no effective work (art 54)."""
    mean_gross: Decimal | None = None
    """Dirhams a month, the mean of the last 52 weeks (arts 55, 57); None: the current pay stands for it."""
    on_trial: bool | None = None
    agreed_notice_months: int | None = None
    """A notice by contract, agreement, internal rules or usage (art 43)."""
    agreed_severance: Decimal | None = None
    """Dirhams by contract, agreement or internal rules (art 53)."""
    notice_suspended: tuple[Suspension, ...] | None = None
    born_on: date | None = None
    pension: bool | None = None
    """Whether a retired person has a right to a pension (art 60)."""
    cnss_days: int | None = None
    """Days declared to the social security fund, on which a right to a pension hangs (art 526)."""
    own_notice: OwnNotice | None = None
    """What became of the notice of an employee who resigned (arts 34, 43); None: nobody told."""
    monthly_hours: Decimal | None = None
    """Hours a month by contract, where part time; None: the full time of 191."""
    leave_days_most: Decimal | None = None
    """Working days of leave if the seniority days of the year under way count whole (arts 231, 232, 251)."""
    leave_days_least: Decimal | None = None
    """The same without the seniority days of the year under way."""

    def __post_init__(self) -> None:
        _check_dates(self)
        _check_pay(self)
        _check_contract(self)
        check_circumstances(self)

    @property
    def retired(self) -> bool:
        """True for a retirement from the age of 60 with a right to a pension (arts 60, 526); an earlier one is a
        dismissal."""
        if self.reason is not Reason.RETIREMENT or self.born_on is None:
            return False
        return retirement.retired(self.born_on, self.left_on, self.insured)

    @property
    def insured(self) -> retirement.Pension:
        """What is known of the right to a pension."""
        return retirement.Pension(self.pension, self.cnss_days)

    @property
    def hours(self) -> Decimal:
        """Hours a month: those of the contract, else the full time."""
        return Decimal(MONTH_HOURS) if self.monthly_hours is None else self.monthly_hours

    @property
    def broken_by_employer(self) -> bool:
        """True where the employer broke the contract, a forced retirement before its age among them."""
        return self.reason in EMPLOYER_BREAKS or (self.reason is Reason.RETIREMENT and not self.retired)

    @property
    def trial(self) -> bool:
        """True while a trial period that may still run is told to be running (arts 13, 14)."""
        if not self.on_trial:
            return False
        return self.left_on <= trial.last_day(self.contract, self.category, self.hired_on, self.term_on)

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
    if span(facts.hired_on, facts.left_on + timedelta(days=1))[0] >= 12 * LONGEST_SERVICE:
        raise refuse("hired_on", "too_long", years=LONGEST_SERVICE)
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
    if facts.unjustified_days and facts.unjustified_days > (facts.left_on - facts.hired_on).days:
        raise refuse("unjustified_days", "absent_above_service")
    if facts.monthly_hours is not None and not 0 < facts.monthly_hours <= MOST_HOURS:
        raise refuse("monthly_hours", "not_positive" if facts.monthly_hours <= 0 else "too_big", most=MOST_HOURS)
    _check_leave(facts)


def _check_leave(facts: Facts) -> None:
    """The three countings of the same leave come in order."""
    least, most = facts.leave_days_least, facts.leave_days_most
    for field, days in (("leave_days_least", least), ("leave_days_most", most)):
        if days is not None:
            _check_amount(field, days, MOST_DAYS)
            if facts.leave_days_due is None:
                raise refuse("leave_days_due", "missing")
    if least is not None and facts.leave_days_due is not None and not 0 <= least <= facts.leave_days_due:
        raise refuse("leave_days_least", "contradiction", other="leave_days_due")
    if most is not None and facts.leave_days_due is not None and most < facts.leave_days_due:
        raise refuse("leave_days_most", "contradiction", other="leave_days_due")


def _check_amount(field: str, value: Decimal, most: Decimal) -> None:
    if not value.is_finite():
        raise refuse(field, "bad_number")
    if value > most:
        raise refuse(field, "too_big", most=most)
    if too_fine(value):
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
    if not term and facts.broken_by_employer:
        raise refuse("term_on", "term_missing")
    if term and reason is Reason.END_OF_TERM and facts.left_on < term:
        raise refuse("reason", "left_before_term")


def read_facts(given: Mapping[str, object]) -> Facts:
    """Facts from text, numbers or dates by field name; `None` counts as not given. Raises `BadFacts`.

    Dates are `date` or YYYY-MM-DD; money and days are `Decimal`, `int` or text with a point; no floats.
    """
    read = Given(given, (*Facts.__dataclass_fields__, "protected"))
    return Facts(
        hired_on=read.needed_day("hired_on"),
        left_on=read.needed_day("left_on"),
        notified_on=read.day("notified_on"),
        term_on=read.day("term_on"),
        category=read.needed_choice("category", Category),
        contract=read.needed_choice("contract", Contract),
        reason=read.needed_choice("reason", Reason),
        monthly_gross=read.decimal("monthly_gross"),
        monthly_net=read.decimal("monthly_net"),
        leave_days_due=read.decimal("leave_days_due"),
        unpaid_days=read.decimal("unpaid_days"),
        unjustified_days=read.whole("unjustified_days"),
        mandate=read_mandate(read),
        **read_circumstances(read),
    )


def read_mandate(read: Given) -> Mandate:
    """The mandate and its shorthand `protected` (true = in office), which must agree where both are given."""
    protected = read.flag("protected")
    mandate = read.choice("mandate", Mandate)
    if mandate is None:
        return Mandate.IN_OFFICE if protected else Mandate.NONE
    if protected is not None and protected is not (mandate is Mandate.IN_OFFICE):
        raise refuse(read.name("protected"), "mandate_contradiction")
    return mandate


def check_circumstances(facts: Facts) -> None:
    """What only some departures have; raises `BadFacts` naming the field."""
    if facts.mean_gross is not None:
        _check_amount("mean_gross", facts.mean_gross, MOST_PAY)
        if facts.mean_gross <= 0:
            raise refuse("mean_gross", "not_positive")
    if facts.agreed_severance is not None:
        _check_amount("agreed_severance", facts.agreed_severance, MOST_SEVERANCE)
        if facts.agreed_severance < 0:
            raise refuse("agreed_severance", "negative")
    if facts.agreed_notice_months is not None and not 0 <= facts.agreed_notice_months <= MOST_NOTICE:
        raise refuse("agreed_notice_months", "too_big", most=MOST_NOTICE)
    if facts.contract is Contract.CDD:
        for field in ("agreed_notice_months", "agreed_severance", "notice_suspended"):
            if getattr(facts, field) is not None:
                raise refuse(field, "not_open_ended")
    if facts.born_on and facts.born_on >= facts.hired_on:
        raise refuse("hired_on", "out_of_order", other="born_on")
    if facts.reason is Reason.RETIREMENT:
        if facts.born_on is None:
            raise refuse("born_on", "retirement_facts")
        if facts.pension is None and facts.cnss_days is None:
            raise refuse("pension", "retirement_facts")
    if facts.cnss_days is not None and not 0 <= facts.cnss_days <= MOST_CNSS_DAYS:
        raise refuse("cnss_days", "too_big", most=MOST_CNSS_DAYS)
    if facts.insured.contradicts(facts.left_on):
        raise refuse("pension", "contradiction", other="cnss_days")
    _check_suspensions(facts)


def _check_suspensions(facts: Facts) -> None:
    before: date | None = None
    if facts.notice_suspended and facts.notified_on is None:
        raise refuse("notice_suspended", "no_notice_date")
    for at, one in enumerate(facts.notice_suspended or (), 1):
        if one.last < one.first:
            raise refuse(f"notice_suspended[{at}].last", "out_of_order", other="first")
        if before and one.first <= before:
            raise refuse(f"notice_suspended[{at}].first", "out_of_order", other="notice_suspended")
        before = one.last


def read_circumstances(read: Given) -> dict[str, Any]:
    """The facts that only some departures have, by the names of `Facts`."""
    away = read.items("notice_suspended", ("cause", "first", "last"))
    return {
        "mean_gross": read.decimal("mean_gross"),
        "on_trial": read.flag("on_trial"),
        "agreed_notice_months": read.whole("agreed_notice_months"),
        "agreed_severance": read.decimal("agreed_severance"),
        "notice_suspended": tuple(
            Suspension(one.needed_choice("cause", Cause), one.needed_act("first"), one.needed_act("last"))
            for one in away
        )
        or None,
        "born_on": read.day("born_on"),
        "pension": read.flag("pension"),
        "cnss_days": read.whole("cnss_days"),
        "own_notice": read.choice("own_notice", OwnNotice),
        "monthly_hours": read.decimal("monthly_hours"),
        "leave_days_most": read.decimal("leave_days_most"),
        "leave_days_least": read.decimal("leave_days_least"),
    }
