"""Pages of employers: who they are before the law, and their sites."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.store.db import session
from union.tables.cells.names import fold
from union.web.addresses import paged
from union.web.forms.form import current_account_id
from union.web.pages import page
from union.workplaces import actions, listing
from union.workplaces.forms import EmployerForm
from union.workplaces.models import Employer, Identity, employers

bp = Blueprint("employers", __name__)


@bp.get("/employers")
@may(May.READ_WORKPLACE)
def index() -> Response:
    known = sorted(session().scalars(employers()).all(), key=lambda one: fold(one.identity.legal_name))
    sites: dict[UUID, list[listing.ListedSite]] = {}
    for line in listing.lines(session()):
        sites.setdefault(line.employer_id, []).append(line)
    rows = paged(len(known), lambda offset, limit: known[offset : offset + limit])
    return page("employers/index.html", rows=rows, sites=sites)


@bp.get("/employers/<id:employer_id>")
@may(May.READ_WORKPLACE)
def show(employer_id: UUID) -> Response:
    employer = _employer(employer_id)
    sites = [line for line in listing.lines(session()) if line.employer_id == employer_id]
    return page("employers/show.html", employer=employer, sites=sites)


@bp.get("/employers/new")
@may(May.EDIT_WORKPLACE)
def new() -> Response:
    return page("employers/new.html", form=EmployerForm())


@bp.post("/employers/new")
@may(May.EDIT_WORKPLACE)
def create() -> Response:
    form, employer = EmployerForm(), None
    if form.accepts():
        with form.refusing():
            employer = actions.create_employer(session(), current_account_id(), Identity(**form.values()))
    if employer is None:
        return page("employers/new.html", form=form)
    flash(_("The employer is added."), "done")
    return redirect(url_for("employers.show", employer_id=employer.id))


@bp.get("/employers/<id:employer_id>/edit")
@may(May.EDIT_WORKPLACE)
def edit(employer_id: UUID) -> Response:
    employer = _employer(employer_id)
    return page("employers/edit.html", form=_form_of(employer), employer=employer)


@bp.post("/employers/<id:employer_id>/edit")
@may(May.EDIT_WORKPLACE)
def update(employer_id: UUID) -> Response:
    employer = _employer(employer_id)
    form = _form_of(employer)
    identity = Identity(**form.values())
    if not form.carries_out(
        lambda: actions.correct_employer(session(), current_account_id(), employer, identity), employer.version
    ):
        return page("employers/edit.html", form=form, employer=employer)
    flash(_("The employer is corrected."))
    return redirect(url_for("employers.show", employer_id=employer_id))


def _employer(employer_id: UUID) -> Employer:
    return session().get(Employer, employer_id) or abort(404)


def _form_of(employer: Employer) -> EmployerForm:
    return EmployerForm(**dataclasses.asdict(employer.identity))
