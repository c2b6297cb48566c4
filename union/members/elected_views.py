"""Who was elected, and which mandates that proposes: matched by employee number within reach, written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import abort
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.members import tokens
from union.members.models import Employment, Mandate, MandateKind
from union.members.views import bp
from union.record import chain
from union.store.db import session
from union.tables.cells.likeness import is_called
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.pages import page
from union.workplaces.elections import Candidate, College, Election, Seat, of_site
from union.workplaces.models import Workplace

YEARS = 6  # of a mandate (decree 2-08-421)
KINDS = {Seat.FULL: MandateKind.DELEGATE_FULL, Seat.ALTERNATE: MandateKind.DELEGATE_ALTERNATE}


@dataclass(frozen=True)
class Proposed:
    """A person elected, with the employment that their number names if it bears their name too, and the mandate to
    write."""

    held_on: date
    college: College
    list_name: str
    candidate: Candidate
    employment: Employment | None
    kind: MandateKind | None
    written: bool

    @property
    def until_on(self) -> date:
        """The last day of the mandate."""
        day = 28 if (self.held_on.month, self.held_on.day) == (2, 29) else self.held_on.day
        return date(self.held_on.year + YEARS, self.held_on.month, day)


@bp.get("/workplaces/<id:workplace_id>/elected")
@may(May.EDIT_MEMBER)
def elected(workplace_id: UUID) -> Response:
    workplace = session().get(Workplace, workplace_id) or abort(404)
    chain.opened(current_installation().store, current_account_id(), "workplace", workplace.id)
    rows = session().scalars(of_site(workplace.id)).all()
    found = sorted(
        (one for row in rows for one in _proposed(row)), key=lambda one: (-one.held_on.toordinal(), one.list_name)
    )
    return page("members/elected.html", workplace=workplace, proposed=found)


def _proposed(row: Election) -> list[Proposed]:
    result = row.result
    return [
        _of(row.workplace_id, result.held_on, result.college, listed.name, candidate)
        for listed in result.lists
        for candidate in listed.candidates
        if candidate.elected
    ]


def _of(place: UUID, held_on: date, college: College, list_name: str, candidate: Candidate) -> Proposed:
    """A candidate with their employment, never on a name alone: the number names the person, and the name has to
    agree."""
    employment = _employment(place, candidate)
    kind = KINDS.get(candidate.seat) if candidate.seat else None
    written = False
    if employment is not None:
        held = session().scalars(select(Mandate).where(Mandate.employment_id == employment.id)).all()
        written = any(one.held.kind is kind and one.held.from_on >= held_on for one in held)
    return Proposed(held_on, college, list_name, candidate, employment, kind, written)


def _employment(place: UUID, candidate: Candidate) -> Employment | None:
    number = candidate.employee_number
    if not number:
        return None
    for one in tokens.works(session(), place, number):
        identity = one.member.identity
        if is_called(candidate.name, filter(None, (identity.name, identity.name_ar)), part=True):
            return one
    return None
