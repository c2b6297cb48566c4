"""What other modules show on the page of a case, or of one person of it: each adds a function that makes its panel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from union.cases.models import Case
from union.cases.subjects import Subject


@dataclass(frozen=True)
class Panel:
    """A section beside the page: its title, its icon, the template that it includes (which finds this as `panel`)."""

    title: Any
    icon: str
    template: str
    values: dict[str, Any] = field(default_factory=dict)


Make = Callable[[Case, Subject], Panel | None]

_PANELS: list[Make] = []


def add(make: Make) -> None:
    """Add a panel; `make` is called with the case and whom the page is about, and may answer None."""
    _PANELS.append(make)


def panels(case: Case, subject: Subject | None) -> list[Panel]:
    """The panels that have something to say on this page."""
    return [] if subject is None else [panel for make in _PANELS if (panel := make(case, subject)) is not None]
