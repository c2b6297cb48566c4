"""The letter of a step as a PDF, in French or in Arabic, and the way to it from its step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases.letters import LANGUAGES
from union.correspondence.offers import First
from union.grievances.act_views import case_of, refused
from union.grievances.blueprint import bp
from union.grievances.letter_words import SAID
from union.grievances.models import Grievance
from union.grievances.offered_letters import ASK_FIRST, first, matter_of
from union.grievances.step_letters import may_be_written, of_step
from union.press.typesetting import pdf
from union.refusal import Refused
from union.web.addresses import choice
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of

__all__ = ["bp"]

# Letters that stand with a paper that is written down first.
PAPER_FIRST = {"dismissal": "dismissals.new", "receipt": "receipts.new"}
ITS_LETTER = _l("Its letter:")
# In the name of all who join, as far as they allow it; one act may go to two.
COLLECTIVE: dict[str, dict[str, Any]] = {
    "collective_dispute": {"collective_dispute": ITS_LETTER},
    "conciliation": {"conciliation": _l("To the labour inspector:"), "dispute_notice": _l("To the employer:")},
}


@dataclass(frozen=True)
class Shown:
    """The letters of a step: each with its label and the address of its PDF; none where the person has to agree first,
    or where `paper` is the page of the paper that it stands with."""

    papers: tuple[tuple[Any, str], ...] = ()
    paper: str = ""
    first: First | None = None


def shown(case: Grievance, code: str) -> Shown | None:
    """What a step whose letter has this code leads to; None where it has none, or the reader makes none."""
    if not asking().may(May.CHECK_PAPERS):
        return None
    if code in PAPER_FIRST:
        return Shown(paper=url_for(PAPER_FIRST[code], case_id=case.id))
    if code in COLLECTIVE:
        of_all = COLLECTIVE[code].items()
        return Shown(tuple((label, url_for("collective.letter", case_id=case.id, step=one)) for one, label in of_all))
    if code not in SAID:
        return None
    if not may_be_written(code, case.account):
        return Shown()
    address = url_for("grievances.step_letter", case_id=case.id, step=code)
    return Shown(((ITS_LETTER, address),), first=first(code, case))


@bp.get("/grievances/<id:case_id>/letter")
@may(May.CHECK_PAPERS)
def step_letter(case_id: UUID) -> Response:
    """A letter to the employer or the inspector; 409 where it would bear the name of somebody who has not agreed."""
    case, code = case_of(case_id), choice("step", tuple(SAID), next(iter(SAID)))
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", ("draft", "sign"), "draft")
    if not may_be_written(code, case.account):
        return refused(case, Refused("agreed", ASK_FIRST), 409)
    draft = way == "draft"
    letter = of_step(code, matter_of(case), said_in, today(), draft=draft)
    parcel = paper_of(f"{case.code}-{code}-{said_in}", pdf(letter), draft=draft)
    return hand_over(parcel, Whence("grievance", case.id, case.id))
