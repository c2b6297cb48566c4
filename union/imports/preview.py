"""The rows as a preview shows them, sealed in a file of their own: a page of 100,000 opens without reading the list again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import msgspec

from union.files import Vaulted
from union.imports.models import Outcome, Said
from union.imports.planning import Line, Sorted
from union.imports.understanding import problem_said

_decode = msgspec.msgpack.Decoder


@dataclass(frozen=True)
class Preview:
    """Every row with its outcome, and every problem."""

    lines: list[Line]
    problems: list[Said]

    def having(self, outcome: Outcome) -> list[Line]:
        return [line for line in self.lines if line.outcome is outcome]


def keep(files: Vaulted, found: Sorted) -> UUID:
    """Seal a preview; returns the file's id."""
    return files.put(msgspec.msgpack.encode(Preview(found.lines, [problem_said(one) for one in found.problems])))


def kept(files: Vaulted, preview_id: UUID) -> Preview:
    """The preview again. Raises `FileNotFoundError` where it was removed."""
    return _decode(Preview).decode(files.get(preview_id))
