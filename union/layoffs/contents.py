"""What the envelopes of a dispute hold: the matter, the facts of one person, and the calculation as it was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from union.law.switches import AS_THE_TEXT, Bonuses, Switches, Wage, Years
from union.members.models import Category, Contract


class LayoffKind(Enum):
    """How the employer goes about it."""

    NEGOTIATED = "negotiated"
    COLLECTIVE = "collective"
    CLOSURE = "closure"
    SERIES = "series"
    CDD_SERIES = "cdd_series"
    RESIGNATIONS = "resignations"
    TRANSFER = "transfer"


class Trigger(Enum):
    """What set it off."""

    COLD_CALLING_LAW = "cold_calling_law"
    CLIENT_LEFT = "client_left"
    AUTOMATION = "automation"
    RELOCATION = "relocation"
    RESTRUCTURING = "restructuring"
    OTHER = "other"


@dataclass(frozen=True)
class Pending:
    """A list that was uploaded and not yet taken: its rows lie in a sealed file."""

    file_id: UUID
    name: str
    at: datetime
    left_out: int = 0  # rows of people outside the union, dropped unread where no legal basis is confirmed
    whole: bool = True


@dataclass(frozen=True)
class Taken:
    """The list that the dispute stands on."""

    name: str
    at: datetime
    people: int
    left_out: int = 0
    whole: bool = True  # False: only people whom the union knows; nothing made from it may reach the employer as a list
    minimum: Decimal = Decimal("0.00")  # the sums of whoever can be computed, kept for the lists of disputes
    offered: Decimal = Decimal("0.00")
    short: Decimal = Decimal("0.00")
    left_uncomputed: int = 0


@dataclass(frozen=True)
class Replaced:
    """A list that a newer one replaced: its lines lie in a sealed file."""

    file_id: UUID
    name: str
    at: datetime  # when it was taken
    people: int


@dataclass(frozen=True)
class StepDone:
    """What is known of one step of the procedure: None where nobody said, `on` the day, `paper` what proves it."""

    done: bool | None = None
    on: date | None = None
    paper: str = ""


@dataclass(frozen=True)
class Procedure:
    """What is known of the employer's procedure; `headcount` is the usual number of employees of the enterprise."""

    headcount: int | None = None
    motive: str = ""  # economic, technological, structural, similar, other; empty: not known
    has_delegates: bool | None = None
    has_union_representatives: bool | None = None
    steps: dict[str, StepDone] = field(default_factory=dict)


@dataclass(frozen=True)
class Matter:
    """What the dispute is about."""

    title: str
    kind: LayoffKind
    trigger: Trigger
    announced_on: date | None = None
    facts: str = ""
    opened_on: date | None = None
    list_received_on: date | None = None
    outcome_words: str = ""
    pending: Pending | None = None
    taken: Taken | None = None
    procedure: Procedure = field(default_factory=Procedure)
    replaced: tuple[Replaced, ...] = ()  # oldest first
    switches: Switches = AS_THE_TEXT  # of everybody who has none of his own
    outsiders_gone_on: date | None = None  # when those outside the union were removed, their time being over


@dataclass(frozen=True)
class OwnSwitches:
    """What is read otherwise for one person; None follows the dispute."""

    years: Years | None = None
    wage: Wage | None = None
    bonuses: Bonuses | None = None

    def over(self, group: Switches) -> Switches:
        """The group's switches with one's own in their places."""
        return Switches(self.years or group.years, self.wage or group.wage, self.bonuses or group.bonuses)


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a row: a problem of its cells (`from_list`), or facts that no sum can be made of."""

    code: str
    column: str = ""  # the header, or the fact's name where the law refuses
    shown: str = ""
    values: dict[str, str] = field(default_factory=dict)
    from_list: bool = True
    blocks: bool = True  # no sum is made until somebody corrects it


@dataclass(frozen=True)
class Facts:
    """One person as the employer's list gives him, and as the union corrected it."""

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
    monthly_bonus: Decimal | None = None  # the part of the pay that is bonuses and commissions
    leave_days_due: Decimal | None = None
    unpaid_days: Decimal | None = None
    mandate: str = "none"  # none, in_office, former, candidate
    mandate_until: date | None = None
    offered: Decimal | None = None
    signed_on: date | None = None
    cdd_since: date | None = None  # the first day of the first of contracts that follow one another
    cdd_motive: str = ""  # the case that the fixed-term contract gives, a key of the law's; empty: not known
    switches: OwnSwitches = OwnSwitches()
    corrected: tuple[str, ...] = ()  # the fields that the union corrected
    trouble: tuple[Trouble, ...] = ()  # what is wrong with the row
    assumed: tuple[str, ...] = ()  # facts that the list does not give, taken as the law presumes them
    row: int = 0  # in the employer's file
    matched_by: str = ""  # number, name; empty: nobody in reach, or nobody surely

    @property
    def name(self) -> str:
        """As the employer writes it: family name first."""
        return f"{self.family_name} {self.given_name}".strip() or self.employee_number

    @property
    def blocked(self) -> bool:
        return any(one.blocks for one in self.trouble)


@dataclass(frozen=True)
class Sums:
    """What a calculation came to: all that a list of people opens of it, for the lines take ten times as long."""

    at: datetime
    minimum: Decimal | None = None  # None: not computable
    shortfall: Decimal | None = None
    damages: Decimal | None = None  # the scenario of an abusive dismissal, beside the minimum
    wages: Decimal | None = None  # wages due, owed besides and never part of an offer to leave
    allowance: Decimal | None = None  # what an agreed exit may forfeit
    kind: LayoffKind | None = None  # what the dispute was when it was made
    switches: Switches = AS_THE_TEXT
    low: Decimal | None = None  # what the employer may answer, every open reading taken his way
    high: Decimal | None = None  # the minimum, every open reading taken the other way
    judge: Decimal | None = None  # the same with the highest damages


@dataclass(frozen=True)
class Snapshot(Sums):
    """A calculation as it was made: facts, reason, lines, rates of the day; next year's table does not rewrite it."""

    entitlement: dict[str, Any] = field(default_factory=dict)  # codes and figures, no words: see `keeping.py`
