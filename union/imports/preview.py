"""The rows as a preview shows them, sealed in a file of their own: a page of 100,000 opens without reading the list again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import msgspec

from union.files import Vaulted
from union.imports.models import Outcome, Plan, Said
from union.imports.planning import Absent, Line, Sorted
from union.imports.understanding import problem_said

_decode = msgspec.msgpack.Decoder


@dataclass(frozen=True)
class Preview:
    """Every row with its outcome, and every problem."""

    lines: list[Line]
    problems: list[Said]
    missing: tuple[Absent, ...] = ()

    def shown(self, which: str, plan: Plan) -> list[Line]:
        """The rows of one outcome; those to decide with those that were decided, so that it can be taken back."""
        outcome = Outcome(which)
        decided = {one.row for one in plan.decisions} if outcome is Outcome.DECIDE else frozenset[int]()
        return [line for line in self.lines if line.outcome is outcome or line.row in decided]


def keep(files: Vaulted, found: Sorted) -> UUID:
    """Seal a preview; returns the file's id."""
    return files.put(
        msgspec.msgpack.encode(Preview(found.lines, [problem_said(one) for one in found.problems], found.missing))
    )


def kept(files: Vaulted, preview_id: UUID) -> Preview:
    """The preview again. Raises `FileNotFoundError` where it was removed."""
    return _decode(Preview).decode(files.get(preview_id))
