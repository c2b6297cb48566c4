"""The papers of a case in a list: a panel beside its page, and the page of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for
from werkzeug.wrappers import Response

from union.access import asking
from union.cases import subjects
from union.cases.models import Case
from union.cases.panels import Make, Panel
from union.cases.subjects import Subject
from union.papers.declaration import Kind, Line, Shelf
from union.store.db import session
from union.web.addresses import paged
from union.web.damaged import readable
from union.web.pages import page

MOST = 5  # lines of the panel; the page of all of them holds the rest


@dataclass(frozen=True)
class Listed:
    """A line with its address and whose paper it is."""

    line: Line
    url: str
    name: str


def panel(kind: Kind) -> Make:
    """What makes the panel: the first papers of a person or of a dispute, with the way to all and to a new one."""
    shelf = kind.shelf
    assert shelf is not None

    def make(case: Case, subject: Subject) -> Panel | None:
        if not asking().may(kind.read):
            return None
        found, whole = _listed(kind, shelf, case, subject), not subject.about.name
        adds = shelf.of_all or not whole
        if not found and not adds:
            return None
        new: dict[str, Any] = {"person_id": subject.person_id} if subject.person_id else {"case_id": case.id}
        values = {
            "shelf": shelf,
            "rows": found[:MOST],
            "more": len(found) - MOST,
            "whole": whole,
            "new": url_for(f"{kind.name}.{'new_for' if subject.person_id else 'new'}", **new) if adds else "",
            "all": url_for(f"{kind.name}.index", case_id=case.id),
        }
        return Panel(shelf.title, shelf.icon, "papers/_shelf.html", values, folded=not found)

    return make


def index(kind: Kind, shelf: Shelf, case: Case) -> Response:
    """The page of all that is kept of a case."""
    found = _listed(kind, shelf, case)
    rows = paged(len(found), lambda offset, limit: found[offset : offset + limit])
    return page("papers/shelf.html", case=case, shelf=shelf, rows=rows)


def _listed(kind: Kind, shelf: Shelf, case: Case, subject: Subject | None = None) -> list[Listed]:
    """The soonest date first, then what has none."""
    rows = list(_counting(kind, shelf, case, subject))
    found = [Listed(one, kind.url(one.row.id), _name(kind, one.row)) for one in shelf.lines(case, rows)]
    return sorted(found, key=lambda one: (one.line.due_on or date.max, one.name.casefold()))


def _counting(kind: Kind, shelf: Shelf, case: Case, subject: Subject | None) -> Iterator[Any]:
    """The papers that are not set aside, of this person; those of all together are everybody's."""
    table = kind.table
    for row in readable(session().scalars(table.of_case(case.id)), table.envelope):
        content = table.content(row)
        about = table.whose(content)
        of_all = shelf.of_all and not about.name
        if not content.set_aside and (of_all or subjects.is_of(about, subject)):
            yield row


def _name(kind: Kind, row: Any) -> str:
    return kind.table.whose(kind.table.content(row)).name
