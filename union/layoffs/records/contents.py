"""What the envelope of a dispute holds; of its people and their sums, `union.entitlements.records` does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID

from union.entitlements.records.contents import NO_AGREEMENT, Agreement, Situation
from union.entitlements.records.facts import StepDone
from union.law.differing.switches import AS_THE_TEXT, Switches


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
    told: dict[int, dict[str, str]] = field(default_factory=dict)  # what was answered of a column, by the kind asked


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
    left_uncomputed: int = 0  # whom the sums leave out: not computed, or a row that does not open
    members_only: bool = False  # without a legal basis for others, whoever proves to be nobody known is removed
    asked: bool = False  # whom a name alone matched is put to somebody; of before, it was taken for the person
    in_sums: int | None = None  # whom they count; None of before, when rows that did not open were counted nowhere


@dataclass(frozen=True)
class Namesake:
    """A line of the list and a member whom it may name; `by` says why, `same` what a person said of it, None until
    then."""

    line_id: UUID
    member_id: UUID
    by: str
    same: bool | None = None


@dataclass(frozen=True)
class Replaced:
    """A list that a newer one replaced: its lines lie in a sealed file."""

    file_id: UUID
    name: str
    at: datetime  # when it was taken
    people: int


@dataclass(frozen=True)
class Procedure:
    """What is known of the employer's procedure; `headcount` is the usual number of employees of the enterprise."""

    headcount: int | None = None
    motive: str = ""  # economic, technological, structural, similar, other; empty: not known
    has_delegates: bool | None = None
    has_union_representatives: bool | None = None
    steps: dict[str, StepDone] = field(default_factory=dict)
    has_council: bool | None = None


@dataclass(frozen=True)
class Matter:
    """What the dispute is about."""

    title: str
    kind: Situation
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
    switches: Switches = AS_THE_TEXT  # of everybody who has none of their own
    agreed: Agreement = NO_AGREEMENT
    # Here and not with the lines, beside the employer's own list: there their lengths would tell whom the union knows.
    namesakes: tuple[Namesake, ...] = ()
    # By the rule of a period that binds the employer: the day by which all that they had let go by was claimed of them.
    claimed_on: dict[str, date] = field(default_factory=dict)
    outsiders_gone_on: date | None = None  # when those outside the union were removed, their time being over

    @property
    def waiting(self) -> set[UUID]:
        """The lines of which somebody has to say whether they are a member: until then they count as nobody known."""
        said = {one.line_id for one in self.namesakes if one.same}
        return {one.line_id for one in self.namesakes if one.same is None} - said
