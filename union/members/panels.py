"""What higher floors show on a member's page: each adds a function that makes its panel, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from union.members.models import Member


@dataclass(frozen=True)
class Panel:
    """One section: its title, the template that shows it (which finds this as `panel`), and what that template
    needs."""

    title: Any
    template: str
    values: dict[str, Any] = field(default_factory=dict)


# Filled in `features`; each is called with the member that is shown, within the session of the request.
PANELS: list[Callable[[Member], Panel | None]] = []


def of(member: Member) -> list[Panel]:
    """The panels that have something to say of this member."""
    return [panel for make in PANELS if (panel := make(member)) is not None]
