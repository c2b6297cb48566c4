"""What stands beside the page of a dispute, or of one person of its list: links among the acts, and panels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from flask import url_for

from union.cases.models import Case
from union.cases.panels import panels
from union.layoffs.records.models import Layoff, LayoffPerson
from union.layoffs.web.subjects import subject_of_page

ShownIf = Callable[[Layoff, LayoffPerson | None], bool]


def _always(dispute: Layoff, row: LayoffPerson | None) -> bool:
    return True


@dataclass(frozen=True)
class Link:
    """A page that is reached from a dispute, or from one person of it; `shown_if` is asked with the person or None."""

    endpoint: str  # takes `case_id`; on a person `person_id` too
    label: Any
    icon: str
    shown_if: ShownIf = _always
    on_person: bool = False


@dataclass(frozen=True)
class PanelLink:
    """A link as the page shows it."""

    url: str
    label: Any
    icon: str


LINKS: list[Link] = []  # filled in `features`, in the order in which they stand


def links(dispute: Layoff, row: LayoffPerson | None = None) -> list[PanelLink]:
    """The links that have their place on this page, in the order of `features`."""
    given: dict[str, Any] = {"case_id": dispute.id} | ({} if row is None else {"person_id": row.id})
    return [
        PanelLink(url_for(one.endpoint, **given), one.label, one.icon)
        for one in LINKS
        if one.on_person is (row is not None) and one.shown_if(dispute, row)
    ]


def beside(dispute: Layoff, row: LayoffPerson | None = None) -> dict[str, Any]:
    """Links and panels together, as the page takes them."""
    return {"links": links(dispute, row), "panels": panels(cast(Case, dispute), subject_of_page(dispute, row))}
