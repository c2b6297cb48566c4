"""How a job ends, what is better than the law's minimum, and the calculation of one person as it was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from union.law.differing.switches import AS_THE_TEXT, Switches


class Situation(Enum):
    """How a job ends, or that it goes on: of a whole list as the employer goes about it, or of one person."""

    NEGOTIATED = "negotiated"
    COLLECTIVE = "collective"
    CLOSURE = "closure"
    SERIES = "series"
    CDD_SERIES = "cdd_series"
    RESIGNATIONS = "resignations"
    TRANSFER = "transfer"
    EMPLOYED = "employed"  # of one person: the contract goes on
    DISMISSED = "dismissed"  # of one person: whatever the reason, but serious misconduct
    MISCONDUCT = "misconduct"  # of one person: the employer alleges serious misconduct
    RESIGNED = "resigned"  # of one person, freely
    RETIRED = "retired"  # of one person, put into retirement; before its age or without a pension it is a dismissal
    DIED = "died"  # of one person
    FORCE_MAJEURE = "force_majeure"  # of one person: an event that nobody answers for


OF_A_LIST = (
    Situation.NEGOTIATED,
    Situation.COLLECTIVE,
    Situation.CLOSURE,
    Situation.SERIES,
    Situation.CDD_SERIES,
    Situation.RESIGNATIONS,
    Situation.TRANSFER,
)
"""What a dispute can be."""


@dataclass(frozen=True)
class Agreement:
    """Better terms of everybody by contract, agreement, internal rules or usage (art 43), and the day of a written
    claim."""

    notice_employee: int | None = None  # months
    notice_executive: int | None = None
    claimed_on: date | None = None  # with a certain date: the two years of wages are counted back from it (art 395)


NO_AGREEMENT = Agreement()


@dataclass(frozen=True)
class Basis:
    """What the sum of one person stands on beside their facts; in a dispute everybody shares it."""

    kind: Situation
    requested: bool | None = None
    authorised: bool | None = None
    authorised_on: date | None = None
    switches: Switches = AS_THE_TEXT
    agreed: Agreement = NO_AGREEMENT


@dataclass(frozen=True)
class Sums:
    """What a calculation came to: all that a list of people opens of it, for the lines take ten times as long."""

    at: datetime
    minimum: Decimal | None = None  # None: not computable
    shortfall: Decimal | None = None
    damages: Decimal | None = None  # the scenario of an abusive dismissal, beside the minimum
    wages: Decimal | None = None  # wages due, owed besides and never part of an offer to leave
    claimable: Decimal | None = None  # what payslips show to be owed besides, of months that still run
    allowance: Decimal | None = None  # what an agreed exit may forfeit
    kind: Situation | None = None  # what the dispute was when it was made
    switches: Switches = AS_THE_TEXT
    low: Decimal | None = None  # what the employer may answer, every open reading taken their way
    high: Decimal | None = None  # the minimum, every open reading taken the other way
    judge: Decimal | None = None  # the same with the highest damages


@dataclass(frozen=True)
class Snapshot(Sums):
    """A calculation as it was made: facts, reason, lines, rates of the day; next year's table does not rewrite it."""

    entitlement: dict[str, Any] = field(default_factory=dict)  # codes and figures, no words: see `snapshot.py`
    beside: list[list[Any]] = field(default_factory=list)  # what payslips and leave show: see `snapshot_extras.py`
