"""What other modules show on the pages of a dispute and of one person of its list: links among the acts, and panels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import url_for

from union.layoffs.models import Layoff, LayoffPerson

ShownIf = Callable[[Layoff, LayoffPerson | None], bool]


@dataclass(frozen=True)
class Link:
    """A page that is reached from a dispute, or from one person of it."""

    endpoint: str  # takes `case_id`; on a person `person_id` too
    label: Any
    icon: str
    shown_if: ShownIf


@dataclass(frozen=True)
class PanelLink:
    """A link as the page shows it."""

    url: str
    label: Any
    icon: str


@dataclass(frozen=True)
class Panel:
    """A section beside the page: its title, its icon, the template that it includes (which finds this as `panel`)."""

    title: Any
    icon: str
    template: str
    values: dict[str, Any] = field(default_factory=dict)


Make = Callable[[Layoff, LayoffPerson | None], Panel | None]

_DISPUTE: list[Link] = []
_PERSON: list[Link] = []
_PANELS: list[Make] = []


def _always(dispute: Layoff, row: LayoffPerson | None) -> bool:
    return True


def register(endpoint: str, label: Any, icon: str, shown_if: ShownIf = _always, *, on_person: bool = False) -> None:
    """Add a link to the acts of a dispute, or of a person; `shown_if` is asked with the dispute and the person or None."""
    (_PERSON if on_person else _DISPUTE).append(Link(endpoint, label, icon, shown_if))


def add(make: Make) -> None:
    """Add a panel; `make` is called with the dispute and the person (None on the dispute's page), and may answer None."""
    _PANELS.append(make)


def links(dispute: Layoff, row: LayoffPerson | None = None) -> list[PanelLink]:
    """The links that have their place on this page, in the order in which they were registered."""
    given: dict[str, Any] = {"case_id": dispute.id} | ({} if row is None else {"person_id": row.id})
    held = _DISPUTE if row is None else _PERSON
    return [
        PanelLink(url_for(one.endpoint, **given), one.label, one.icon) for one in held if one.shown_if(dispute, row)
    ]


def panels(dispute: Layoff, row: LayoffPerson | None = None) -> list[Panel]:
    """The panels that have something to say on this page."""
    return [panel for make in _PANELS if (panel := make(dispute, row)) is not None]


def beside(dispute: Layoff, row: LayoffPerson | None = None) -> dict[str, Any]:
    """Links and panels together, as the page takes them."""
    return {"links": links(dispute, row), "panels": panels(dispute, row)}
