"""What higher floors show on a workplace's page: each adds a function that makes its panel, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from union.workplaces.models import Workplace


@dataclass(frozen=True)
class Panel:
    """One section: its title, its icon, the template that shows it (which finds this as `panel`), and what that
    template needs."""

    title: Any
    icon: str
    template: str
    values: dict[str, Any] = field(default_factory=dict)


# Filled in `features`; each is called with the workplace that is shown, within the session of the request.
PANELS: list[Callable[[Workplace], Panel | None]] = []


def of(workplace: Workplace) -> list[Panel]:
    """The panels that have something to say of this workplace."""
    return [panel for make in PANELS if (panel := make(workplace)) is not None]
