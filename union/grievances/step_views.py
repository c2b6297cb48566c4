"""Doing a step of a path: its day and its proof are asked where the step stands, and it is taken back from there."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from flask import abort, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.grievances import actions
from union.grievances.act_views import back, case_of, refused
from union.grievances.blueprint import bp
from union.grievances.forms import DoStep, Step
from union.grievances.models import Grievance
from union.grievances.presentation import Next
from union.grievances.step_words import act_words
from union.grievances.steps import steps
from union.refusal import Refused
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.web.undoing import can_be_undone

DONE_ALREADY = _l("This step is already done: reload the page.")


def forms(shown: Iterable[Next]) -> dict[str, DoStep]:
    """By the code of each step that may be done where it stands, the form that asks for its day and its proof."""
    found = {}
    for one in shown:
        form = DoStep(beside=True, code=one.code, on=today())
        for field in form:
            field.id = f"{field.name}-{one.code}"
        _without_proof(form, one.proof)
        found[one.code] = form
    return found


def _without_proof(form: DoStep, proof: bool) -> None:
    if not proof:
        del form.proof, form.proof_words


@bp.post("/grievances/<id:case_id>/steps")
@may(May.NOTE_GRIEVANCE)
def do_step(case_id: UUID) -> Response:
    case, form = case_of(case_id), DoStep()
    code = form.code.data or abort(422)
    step = next((one for one in steps(case.account, protected=True) if one.code == code), None)
    if step is None:
        return refused(case, Refused("code", DONE_ALREADY))
    given = {"proof": form.proof.data, "proof_words": form.proof_words.data or ""} if step.proof else {}
    _without_proof(form, step.proof)
    own = not asking().may(May.PLEAD_GRIEVANCE)
    if not form.carries_out(
        lambda: actions.do_step(session(), current_account_id(), case, code, on=form.on.data, own=own, **given)
    ):
        return _again(case, form, code)
    undone = url_for("grievances.undo_step", case_id=case_id)
    can_be_undone(_("Marked as done, in the timeline too."), undone, code=code)
    return redirect(url_for("grievances.show", case_id=case_id))


def _again(case: Grievance, form: DoStep, code: str) -> Response:
    """What is wrong with the day or the proof; a step that cannot be done at all has no form to show."""
    if form.code.errors:
        return refused(case, Refused("code", form.code.errors[0]))
    return page("grievances/do_step.html", form=form, case=case, what=act_words(code))


@bp.post("/grievances/<id:case_id>/steps/undo")
@may(May.NOTE_GRIEVANCE)
def undo_step(case_id: UUID) -> Response:
    case, form = case_of(case_id), Step()
    try:
        if not form.accepts():
            abort(422)
        actions.undo_step(
            session(), current_account_id(), case, form.code.data, own=not asking().may(May.WORK_GRIEVANCE)
        )
    except Refused as error:
        return refused(case, error)
    return back(case, _("This step is to be done again."))
