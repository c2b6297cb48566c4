"""What is known of one person of a list: as the employer gives it, and as the union corrected and completed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from union.law.differing.switches import Bonuses, Switches, Term, Wage, Years
from union.members.models import Category, Contract


@dataclass(frozen=True)
class OwnSwitches:
    """What is read otherwise for one person; None follows the dispute."""

    years: Years | None = None
    wage: Wage | None = None
    bonuses: Bonuses | None = None
    term: Term | None = None

    def over(self, group: Switches) -> Switches:
        """The group's switches with one's own in their places."""
        return Switches(
            self.years or group.years, self.wage or group.wage, self.bonuses or group.bonuses, self.term or group.term
        )


@dataclass(frozen=True)
class StepDone:
    """What is known of one step of the procedure: None where nobody said, `on` the day, `paper` what proves it."""

    done: bool | None = None
    on: date | None = None
    paper: str = ""


@dataclass(frozen=True)
class Slip:
    """One month's payslip as far as it was read; amounts in dirhams, gross."""

    first: date  # of the month
    base: Decimal = Decimal(0)
    bonus: Decimal = Decimal(0)  # bonuses inherent to the work
    commission: Decimal = Decimal(0)
    seniority: Decimal | None = None  # the bonus of article 350; None: not read
    absence: str = ""  # what lowered the pay, a key of the law's
    agreed: Decimal | None = None  # the pay of the month by contract, where it was not paid whole


@dataclass(frozen=True)
class ExtraHours:
    """Overtime of one month that was not paid, in hours: by day, by night, and the same on the weekly rest day."""

    first: date  # of the month
    day: Decimal = Decimal(0)
    night: Decimal = Decimal(0)
    rest_day: Decimal = Decimal(0)
    rest_night: Decimal = Decimal(0)


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a row: a problem of its cells (`from_list`), or facts that no sum can be made of."""

    code: str
    column: str = ""  # the header, or the fact's name where the law refuses
    shown: str = ""
    values: dict[str, str] = field(default_factory=dict)
    from_list: bool = True
    blocks: bool = True  # no sum is made until somebody corrects it


NOBODY = UUID(int=0)  # as long as any other id: the length of what is sealed must not tell who is a member


@dataclass(frozen=True)
class Facts:
    """One person as the employer's list gives them, and as the union corrected it."""

    family_name: str
    given_name: str
    employee_number: str = ""
    category: Category = Category.EMPLOYEE
    contract: Contract = Contract.CDI
    hired_on: date | None = None
    left_on: date | None = None
    notified_on: date | None = None
    term_on: date | None = None
    monthly_gross: Decimal | None = None
    monthly_net: Decimal | None = None
    mean_gross: Decimal | None = None  # of the last 52 weeks (art 55), where the current pay is another
    monthly_bonus: Decimal | None = None  # the part of the pay that is bonuses and commissions
    leave_days_due: Decimal | None = None
    unpaid_days: Decimal | None = None
    unjustified_days: int | None = None  # of absence or of unlawful strike: no effective work (art 54)
    mandate: str = "none"  # none, in_office, former, candidate
    mandate_until: date | None = None
    listed_mandate: str | None = None  # as the employer's list has it, where `mandate` comes from the union's register
    offered: Decimal | None = None
    signed_on: date | None = None
    cdd_since: date | None = None  # the first day of the first of contracts that follow one another
    cdd_motive: str = ""  # the case that the fixed-term contract gives, a key of the law's; empty: not known
    on_trial: bool | None = None  # whether a written trial period is running; None: not known
    agreed_notice_months: int | None = None  # the person's own, before the dispute's
    agreed_severance: Decimal | None = None  # dirhams by contract or agreement (arts 11, 53)
    away_cause: str = ""  # what suspends the notice (arts 45, 243), a key of the law's; with its first and last day
    away_from: date | None = None
    away_until: date | None = None
    leave_taken: Decimal | None = None  # days of the year of service under way; from it the days left are counted
    leave_taken_before: Decimal | None = None  # of the year before it
    leave_taken_earlier: Decimal | None = None  # of the year before that
    monthly_hours: Decimal | None = None  # by contract, where part time
    own_notice: str = ""  # what became of the notice of a resignation (art 255), a key of the law's; empty: not known
    born_on: date | None = None  # of somebody put into retirement alone, like the two below (art 526)
    pension: bool | None = None  # whether there is a right to an old-age pension; None: not known
    cnss_days: int | None = None  # days declared in the whole career
    payslips: tuple[Slip, ...] = ()  # oldest first
    extras: tuple[ExtraHours, ...] = ()  # oldest first
    holidays: tuple[date, ...] = ()  # paid holidays worked and not paid on top
    feasts: tuple[date, ...] = ()  # the same of religious feasts, each on the day that was announced
    switches: OwnSwitches = OwnSwitches()
    steps: dict[str, StepDone] = field(
        default_factory=dict
    )  # of the procedure, as the person's own papers tell; by the law's keys
    corrected: tuple[str, ...] = ()  # the fields that the union corrected
    listed: Facts | None = None  # the line as the employer's list has it, once somebody corrected it
    trouble: tuple[Trouble, ...] = ()  # what is wrong with the row
    assumed: tuple[str, ...] = ()  # facts that the list does not give, taken as the law presumes them
    row: int = 0  # in the employer's file
    matched_by: str = ""  # of lines of before `member_id`: number, name
    member_id: UUID = NOBODY  # whom it surely is, in reach; sealed: beside the list a column would name the members

    @property
    def known(self) -> bool:
        """Whether the union knows who it is."""
        return bool(self.matched_by) or self.member_id != NOBODY

    @property
    def name(self) -> str:
        """As the employer writes it: family name first."""
        return f"{self.family_name} {self.given_name}".strip() or self.employee_number

    @property
    def exit_on(self) -> date | None:
        """The last day; None where it comes before the first: from a mistaken row no period runs, nor for the
        others."""
        return None if self.left_on and self.hired_on and self.left_on < self.hired_on else self.left_on

    @property
    def blocked(self) -> bool:
        return any(one.blocks for one in self.trouble)
