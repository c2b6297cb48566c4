"""What other modules show on the page of a case, or of one person of it: each adds a function that makes its panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flask import url_for
from werkzeug.wrappers import Response

from union.cases.clocks import Clock
from union.cases.models import Case
from union.cases.subjects import Subject
from union.web.addresses import paged
from union.web.pages import page

MOST = 5  # lines of one shelf; the page of all of them holds the rest


@dataclass(frozen=True)
class Panel:
    """A section beside the page: its title, its icon, the template that it includes (which finds this as `panel`)."""

    title: Any
    icon: str
    template: str
    values: dict[str, Any] = field(default_factory=dict)
    printed: bool = True  # on the paper of the case too


@dataclass(frozen=True)
class Listed:
    """One paper or court file in a list: where it is, what it is called, whose, its date; `done` where none runs any more."""

    url: str
    label: Any
    name: str
    due_on: date | None = None
    done: Any = ""
    clock: Clock = Clock.OURS
    hour: str = ""


@dataclass(frozen=True)
class Shelf:
    """What a feature keeps of a case: its blueprint, its title and icon, what to say while it is empty, how one is added."""

    feature: str
    title: Any
    icon: str
    empty: Any
    add: Any
    of_all: bool = False  # whether a dispute as a whole has one


Make = Callable[[Case, Subject], Panel | None]

PANELS: list[Make] = []  # filled in `features`: each is called with the case and whom the page is about


def panels(case: Case, subject: Subject) -> list[Panel]:
    """The panels that have something to say on this page."""
    return [panel for make in PANELS if (panel := make(case, subject)) is not None]


def shelf(kept: Shelf, case: Case, subject: Subject, rows: Iterable[Listed]) -> Panel | None:
    """The first of what is kept of a person, or of a dispute as a whole, with the way to all and to a new one."""
    found, whole = in_order(rows), not subject.about.name
    adds = kept.of_all or not whole
    if not found and not adds:
        return None
    new = (
        url_for(f"{kept.feature}.new_for", person_id=subject.person_id)
        if subject.person_id
        else url_for(f"{kept.feature}.new", case_id=case.id)
    )
    values = {
        "kept": kept, "rows": found[:MOST], "more": len(found) - MOST, "whole": whole, "new": new if adds else "",
        "all": url_for(f"{kept.feature}.index", case_id=case.id),
    }  # fmt: skip
    return Panel(kept.title, kept.icon, "cases/_shelf.html", values)


def index(kept: Shelf, case: Case, rows: Iterable[Listed]) -> Response:
    """The page of all that is kept of a case."""
    found = in_order(rows)
    shown = paged(len(found), lambda offset, limit: found[offset : offset + limit])
    return page("cases/shelf.html", case=case, shelf=kept, rows=shown)


def in_order(rows: Iterable[Listed]) -> list[Listed]:
    """The soonest date first, then what has none."""
    return sorted(rows, key=lambda one: (one.due_on or date.max, one.name.casefold()))
