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
    printed: bool = True  # on the paper of the case too
    folded: bool = False  # it holds nothing of this case yet: shown by its title, among those that could


Make = Callable[[Case, Subject], Panel | None]

PANELS: list[Make] = []  # filled in `features`: each is called with the case and whom the page is about


def panels(case: Case, subject: Subject) -> list[Panel]:
    """The panels that have something to say on this page."""
    return [panel for make in PANELS if (panel := make(case, subject)) is not None]
