"""Pages of layoff disputes: the list, one dispute with its sums, and what is done to it."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases import actions as cases
from union.cases.clocks import leading
from union.cases.models import Stage
from union.cases.timeline import timeline
from union.entitlements.switches import readings
from union.entitlements.words import SUPPOSED
from union.layoffs import actions
from union.layoffs.records.contents import Matter
from union.layoffs.records.models import Layoff, disputes, on_the_list
from union.layoffs.sums import overview
from union.layoffs.web import (
    figure_views,
    panels,
    timeline_words,
)
from union.layoffs.web import list_views as list_views
from union.layoffs.web import person_views as person_views
from union.layoffs.web import procedure_views as procedure_views
from union.layoffs.web import switch_views as switch_views
from union.layoffs.web.blueprint import bp, dispute_or_404, offer_sites, place_of
from union.layoffs.web.forms import DescribeForm, NoteForm, OpenForm, described, matter_of
from union.layoffs.web.subjects import next_step
from union.layoffs.words import KINDS, TRIGGERS
from union.record import chain
from union.refusal import Refused
from union.store.db import session
from union.web import outgoing
from union.web.addresses import choice, paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import sites


@bp.get("/layoffs")
@may(May.READ_LAYOFF)
def index() -> Response:
    stage = choice("stage", ("open", "closed"), "open")
    every = readable(session().scalars(disputes(today())), "matter")
    wanted = [one for one in every if (one.stage is Stage.CLOSED) == (stage == "closed")]
    rows = paged(len(wanted), lambda offset, limit: wanted[offset : offset + limit])
    places = {one.id: one.site.called for one in session().scalars(sites())}
    counts = {"open": sum(one.stage is not Stage.CLOSED for one in every)}
    counts["closed"] = len(every) - counts["open"]
    return page(
        "layoffs/index.html", rows=rows, places=places, counts=counts, stage=stage, kinds=KINDS, leading=leading
    )


@bp.get("/layoffs/new")
@may(May.WORK_LAYOFF)
def new() -> Response:
    return page("layoffs/new.html", form=_open_form())


@bp.post("/layoffs/new")
@may(May.WORK_LAYOFF)
def create() -> Response:
    form = _open_form()
    if not form.accepts():
        return page("layoffs/new.html", form=form)
    matter = Matter(opened_on=today(), **matter_of(form))
    dispute = actions.open_dispute(session(), current_account_id(), form.workplace.data, matter)
    return redirect(url_for("layoffs.list_form", case_id=dispute.id))


def _takes_out(dispute: Layoff) -> bool:
    """Whether whoever reads may take this list out: it is whole, and no longer than their role takes."""
    taken = dispute.matter.taken
    return taken is not None and taken.whole and not outgoing.too_many(taken.people)


def _open_form() -> OpenForm:
    form = OpenForm()
    offer_sites(form.workplace)
    return form


@bp.get("/layoffs/<id:case_id>")
@may(May.READ_LAYOFF)
def show(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    return _show(dispute)


def _show(dispute: Layoff, note: NoteForm | None = None) -> Response:
    """The page; shown again with a note that was refused, it answers 422."""
    shown_now = choice("show", tuple(overview.FILTERS), "all")
    order = choice("sort", tuple(overview.ORDERS), "list")
    people = overview.opened(session().scalars(on_the_list(dispute.id)))
    entries = people.entries
    wanted = overview.chosen(entries, shown_now, order)
    works = asking().may(May.WORK_LAYOFF)
    return page(
        "layoffs/show.html",
        form=note or NoteForm(),
        dispute=dispute,
        place=place_of(dispute),
        entries=entries,
        rows=paged(len(wanted), lambda offset, limit: wanted[offset : offset + limit]),
        totals=people.totals,
        left_out=people.left_out,
        switches=readings.switches(dispute.matter.switches),
        otherwise=sum(one.moved for one in entries),
        supposed=SUPPOSED.get(dispute.matter.kind),
        risk=figure_views.risk(dispute.matter.kind),
        counts={name: sum(map(holds, entries)) for name, holds in overview.FILTERS.items()},
        signing_away=[one for one in entries if one.signing_away],
        early=sum(one.signed_early for one in entries),
        shown=shown_now,
        order=order,
        link=_link,
        step=next_step(dispute, (one.facts for one in entries)),
        acts=timeline_words.acts(timeline(session(), dispute), strategy=works),
        kinds=KINDS,
        triggers=TRIGGERS,
        closed=dispute.stage is Stage.CLOSED,
        takes_out=_takes_out(dispute),
        waiting=dispute.matter.waiting if works else set(),
        **panels.beside(dispute),
    )


def _link(**changes: str) -> str:
    """The address of the same list with one filter or the order changed."""
    kept = {name: value for name, value in request.args.items() if name in {"show", "sort"}}
    arguments: dict[str, Any] = {**(request.view_args or {}), **kept, **changes}
    return url_for("layoffs.show", **arguments)


@bp.get("/layoffs/<id:case_id>/edit")
@may(May.WORK_LAYOFF)
def edit(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    return page("layoffs/edit.html", form=DescribeForm(**described(dispute.matter)), dispute=dispute)


@bp.post("/layoffs/<id:case_id>/edit")
@may(May.WORK_LAYOFF)
def update(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    form = DescribeForm(**described(dispute.matter))
    if not form.accepts(dispute.version):
        return page("layoffs/edit.html", form=form, dispute=dispute)
    matter = dataclasses.replace(dispute.matter, **matter_of(form))
    actions.describe(session(), current_account_id(), dispute, matter, today())
    flash(_("It is written down."), "done")
    return redirect(url_for("layoffs.show", case_id=case_id))


@bp.post("/layoffs/<id:case_id>/take")
@may(May.WORK_LAYOFF)
def take(case_id: UUID) -> Response:
    dispute, form = dispute_or_404(case_id), NoteForm()
    try:
        cases.take(session(), current_account_id(), dispute)
    except Refused as refused:
        form.form_errors.append(refused.sentence)
        answer = _show(dispute, form)
        if isinstance(refused, cases.Taken):
            answer.status_code = 409
        return answer
    flash(_("This case is yours. The strip on top says what comes first."), "done")
    return redirect(url_for("layoffs.show", case_id=case_id))


@bp.post("/layoffs/<id:case_id>/note")
@may(May.WORK_LAYOFF)
def note(case_id: UUID) -> Response:
    dispute, form = dispute_or_404(case_id), NoteForm()
    if form.untouched:
        return redirect(url_for("layoffs.show", case_id=case_id))
    words, strategy = form.words.data, form.strategy.data
    if not form.carries_out(lambda: cases.note(session(), current_account_id(), dispute, words, strategy=strategy)):
        return _show(dispute, form)
    flash(_("The note stands in the timeline."), "done")
    return redirect(url_for("layoffs.show", case_id=case_id, _anchor="timeline"))
