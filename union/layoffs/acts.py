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
