"""The blueprint of what one person is owed, and the rows that its pages begin from."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort

from union.cases import subjects
from union.cases.models import Case, Stage
from union.cases.subjects import Subject
from union.entitlements.records.models import Owed, of_case
from union.store.db import session

bp = Blueprint("entitlements", __name__)


def case_of(case_id: UUID) -> tuple[Case, Subject, Owed | None]:
    """A case of one person, whom it is about, and what was worked out; 404 for a dispute, whose people have pages of
    their own."""
    case, subject = subjects.one_person(case_id)
    return case, subject, session().scalar(of_case(case.id))


def worked_out(case_id: UUID) -> tuple[Case, Owed]:
    """A case and what was worked out; 404 where nothing was."""
    case, _subject, owed = case_of(case_id)
    return case, owed or abort(404)


def is_open(case: Case) -> bool:
    """Whether anything may be changed."""
    return case.stage is not Stage.CLOSED
