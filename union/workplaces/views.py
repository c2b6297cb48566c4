"""Pages of sites: the list with its counts, one site, and what the secretariat corrects."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.record import chain
from union.store.db import session
from union.tables.cells.names import fold
from union.web.addresses import choice, paged, single
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces import actions, listing, panels
from union.workplaces.elections import REPRESENTATIVE, of_site, shares, unsaid
from union.workplaces.forms import HeadcountForm, HeadcountStruck, NewSite, SiteForm
from union.workplaces.models import Activity, Employer, Headcount, Market, Site, Workplace, employers
from union.workplaces.strength import strengths
from union.workplaces.undertaking import undertaking
from union.workplaces.words import ACTIVITIES, COLLEGES, MARKETS, ROUNDS

bp = Blueprint("workplaces", __name__)


@bp.get("/workplaces")
@may(May.READ_WORKPLACE)
def index() -> Response:
    wanted = listing.Wanted(
        market=choice("market", tuple(one.value for one in Market)),
        activity=choice("activity", tuple(one.value for one in Activity)),
        declared=choice("declared", ("yes", "no")),
        sort=choice("sort", listing.ORDERS, "name"),
    )
    every = listing.lines(session())
    lines = listing.chosen(every, wanted)
    rows = paged(len(lines), lambda offset, limit: lines[offset : offset + limit])
    return page(
        "workplaces/index.html",
        every=every,
        rows=rows,
        wanted=wanted,
        link=_link,
        activities=ACTIVITIES,
        markets=MARKETS,
    )


def _link(**changes: str) -> str:
    """The address of the same list with one filter or the order changed; empty takes it off."""
    kept = {name: value for name, value in request.args.items() if name in {"market", "activity", "declared", "sort"}}
    wanted: dict[str, Any] = {name: value for name, value in {**kept, **changes}.items() if value}
    return url_for("workplaces.index", **wanted)


@bp.get("/workplaces/<id:workplace_id>")
@may(May.READ_WORKPLACE)
def show(workplace_id: UUID) -> Response:
    return _show(_workplace(workplace_id), HeadcountForm(on=today()))


@bp.post("/workplaces/<id:workplace_id>/headcounts")
@may(May.COUNT_WORKPLACE)
def count(workplace_id: UUID) -> Response:
    workplace, form = _workplace(workplace_id), HeadcountForm(on=today())
    if form.untouched:
        return redirect(url_for("workplaces.show", workplace_id=workplace_id))
    counted = Headcount(form.on.data, form.people.data, form.source.data)
    if not form.carries_out(
        lambda: actions.add_headcount(session(), current_account_id(), workplace, counted, today())
    ):
        return _show(workplace, form)
    flash(_("The headcount is added."), "done")
    return redirect(url_for("workplaces.show", workplace_id=workplace_id))


@bp.post("/workplaces/<id:workplace_id>/headcounts/strike")
@may(May.COUNT_WORKPLACE)
def strike_count(workplace_id: UUID) -> Response:
    workplace, form = _workplace(workplace_id), HeadcountStruck()
    if form.accepts():
        with form.refusing():
            counted = Headcount(form.on.data, form.people.data, form.source.data or "")
            actions.strike_headcount(session(), current_account_id(), workplace, counted)
    if form.errors:
        answer = _show(workplace, None, [sentence for field in form for sentence in field.errors])
        answer.status_code = 422
        return answer
    flash(_("It is struck out; the history says what it was."), "done")
    return redirect(url_for("workplaces.show", workplace_id=workplace_id))


def _show(workplace: Workplace, form: HeadcountForm | None, refusals: Any = ()) -> Response:
    counted = undertaking(session(), workplace.employer_id)
    voted = counted.voted
    rows = readable(session().scalars(of_site(workplace.id)), "result")
    results = [one.result for one in rows]
    return page(
        "workplaces/show.html",
        panels=panels.of(workplace),
        form=form,
        workplace=workplace,
        employer=workplace.employer,
        others=sorted((one for one in counted.sites if one.id != workplace.id), key=lambda one: fold(one.site.called)),
        strength=strengths(session(), [workplace.id])[workplace.id],
        refusals=refusals,
        struck=_struck(workplace) if asking().may(May.COUNT_WORKPLACE) else [],
        elections=sorted(rows, key=lambda one: (one.result.held_on, one.result.college.value), reverse=True),
        levels=[(False, shares(results)), *([(True, shares(*voted.values()))] if len(voted) > 1 else [])],
        unsaid=unsaid(results),
        counted=counted,
        colleges=COLLEGES,
        rounds=ROUNDS,
        representative=REPRESENTATIVE,
        activities=ACTIVITIES,
        markets=MARKETS,
    )


def _struck(workplace: Workplace) -> list[tuple[chain.Event, Headcount]]:
    """The headcounts that were struck out, the last first; by whom stands in the record."""
    events = chain.about(session(), workplace, 200)
    return [(one, actions.struck(one.note)) for one in events if one.act is chain.Act.REMOVED]


@bp.get("/workplaces/new")
@may(May.EDIT_WORKPLACE)
def new() -> Response:
    """The employer whose page led here is chosen already."""
    return page("workplaces/new.html", form=_new_form(single("employer")))


@bp.post("/workplaces/new")
@may(May.EDIT_WORKPLACE)
def create() -> Response:
    form, workplace = _new_form(), None
    if form.accepts():
        employer = session().get(Employer, form.employer.data) or abort(404)
        with form.refusing():
            workplace = actions.create(session(), current_account_id(), employer, Site(**form.values()))
    if workplace is None:
        return page("workplaces/new.html", form=form)
    flash(_("The site is added."), "done")
    return redirect(url_for("workplaces.show", workplace_id=workplace.id))


@bp.get("/workplaces/<id:workplace_id>/edit")
@may(May.EDIT_WORKPLACE)
def edit(workplace_id: UUID) -> Response:
    workplace = _workplace(workplace_id)
    return page("workplaces/edit.html", form=_form_of(workplace), workplace=workplace)


@bp.post("/workplaces/<id:workplace_id>/edit")
@may(May.EDIT_WORKPLACE)
def update(workplace_id: UUID) -> Response:
    workplace = _workplace(workplace_id)
    form = _form_of(workplace)
    if not form.carries_out(
        lambda: actions.correct(session(), current_account_id(), workplace, form.values()), workplace.version
    ):
        return page("workplaces/edit.html", form=form, workplace=workplace)
    flash(_("The site is corrected."))
    return redirect(url_for("workplaces.show", workplace_id=workplace_id))


def _workplace(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)


def _new_form(chosen: str = "") -> NewSite:
    known = sorted(session().scalars(employers()).all(), key=lambda one: fold(one.identity.legal_name))
    form = NewSite(employer=next((one.id for one in known if str(one.id) == chosen), None))
    form.employer.offer(((one.id, one.identity.legal_name) for one in known), empty=_("Choose an employer"))
    return form


def _form_of(workplace: Workplace) -> SiteForm:
    site = workplace.site
    return SiteForm(
        name=site.name,
        name_ar=site.name_ar,
        city=site.city,
        address=site.address,
        notes=site.notes,
        undeclared=not site.declared,
        activities=[one.value for one in site.activities],
        markets=[one.value for one in site.markets],
    )
