"""The blueprint of layoff disputes, and the rows that its pages begin from."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort

from union.access import asking
from union.db import session
from union.layoffs.models import Layoff, LayoffPerson
from union.reach import ReachSession
from union.workplaces.models import Workplace

bp = Blueprint("layoffs", __name__)


def dispute_or_404(case_id: UUID, within: ReachSession | None = None) -> Layoff:
    """The dispute, or 404 where it does not exist or lies outside the reach."""
    return (within or session()).get(Layoff, case_id) or abort(404)


def person_or_404(case_id: UUID, person_id: UUID) -> LayoffPerson:
    """One line of that dispute's list, or 404."""
    row = session().get(LayoffPerson, person_id)
    return row if row is not None and row.case_id == case_id else abort(404)


def place_of(dispute: Layoff) -> Workplace:
    """Where it is: in reach whenever the dispute is."""
    return session().get_one(Workplace, dispute.workplace_id)


def me() -> UUID | None:
    return asking().person
