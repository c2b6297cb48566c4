"""What the timeline of a dispute keeps of an act: codes and figures, no words, so that it reads in any language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class LayoffAct(Enum):
    """The acts of a dispute beside those of every case."""

    OPENED = "opened"
    DESCRIBED = "described"
    LIST_TAKEN = "list_taken"
    CORRECTED = "corrected"
    PAPER_SENT = "paper_sent"
    STEP_NOTED = "step_noted"
    OWN_STEPS = "own_steps"
    SWITCHED = "switched"
    RECOMPUTED = "recomputed"
    IDENTIFIED = "identified"
    CLAIMED = "claimed"


@dataclass(frozen=True)
class ListSaid:
    """What the timeline keeps of a list, without words."""

    name: str
    people: int
    computed: int
    replaced: int = 0


@dataclass(frozen=True)
class Correction:
    """What the timeline keeps of a correction, without words."""

    position: int
    facts: tuple[str, ...]
    before: Decimal | None = None
    after: Decimal | None = None


@dataclass(frozen=True)
class PaperSent:
    """What the timeline keeps of a paper that went: codes; `position` 0 and no `key` for one of the group."""

    paper: str
    means: str
    position: int = 0
    key: str = ""  # of the person, as papers tell people apart: positions change with the list; never shown


class Outgoing(Enum):
    """In which form it leaves."""

    XLSX = "xlsx"
    CSV = "csv"
    EMPLOYER = "employer"  # the workbook that the employer may see: their own figures
    SHEETS_FR = "sheets_fr"
    SHEETS_AR = "sheets_ar"


@dataclass(frozen=True)
class StepNoted:
    """What the timeline keeps of a step of the procedure: its code and the answer."""

    step: str
    done: bool | None = None


@dataclass(frozen=True)
class OwnSteps:
    """What the timeline keeps of one person's procedure: the place on the list, and how many defects are known."""

    position: int
    defects: int


@dataclass(frozen=True)
class Switched:
    """What the timeline keeps of switches: their codes, empty where one person follows the group; `position` 0: all."""

    years: str
    wage: str
    bonuses: str
    position: int = 0
    before: Decimal | None = None
    after: Decimal | None = None
    term: str = ""
    agreed: bool = False  # better terms or the day of a claim changed


@dataclass(frozen=True)
class Identified:
    """What the timeline keeps of lines beside members: how many were said to be the same person, another, undecided
    again."""

    same: int
    different: int
    undecided: int
    before: Decimal
    after: Decimal


@dataclass(frozen=True)
class Recomputed:
    """What the timeline keeps of sums that followed the authorisation: the group's minimum before and after."""

    before: Decimal
    after: Decimal


class LetterKind(Enum):
    """The papers beside the calculation sheet: of one person, then of the group."""

    DENUNCIATION = "denunciation"  # in timelines only: it is made from the signed paper now
    INSPECTOR = "inspector"
    CERTIFICATE = "certificate"
    DELEGATE = "delegate"
    DEFECTS = "defects"
