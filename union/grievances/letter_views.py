"""The letter of a step as a PDF, in French or in Arabic."""

from __future__ import annotations

from uuid import UUID

from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import subjects
from union.cases.letters import LANGUAGES
from union.grievances.act_views import case_of, refused
from union.grievances.blueprint import bp
from union.grievances.offered_letters import ASK_FIRST
from union.grievances.step_letters import SAID, may_be_written, of_step
from union.grievances.subjects import subject
from union.press.typesetting import pdf
from union.refusal import Refused
from union.web.addresses import choice
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of

__all__ = ["bp"]


@bp.get("/grievances/<id:case_id>/letter")
@may(May.CHECK_PAPERS)
def step_letter(case_id: UUID) -> Response:
    """A letter to the employer; 409 where the person has not agreed that the employer learns of it."""
    case, code = case_of(case_id), choice("step", tuple(SAID), next(iter(SAID)))
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", ("draft", "sign"), "draft")
    if not may_be_written(code, case.account):
        return refused(case, Refused("agreed", ASK_FIRST), 409)
    about, place = subject(case).about, subjects.place_of(case)
    draft = way == "draft"
    letter = of_step(code, case.account, about, place, case.code, said_in, today(), draft=draft)
    parcel = paper_of(f"{case.code}-{code}-{said_in}", pdf(letter), draft=draft)
    return hand_over(parcel, Whence("grievance", case.id, case.id))
