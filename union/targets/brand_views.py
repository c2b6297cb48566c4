"""The pages of brands: which sites serve one, what it can be asked by, and the sheet of counts that may leave."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.grievances.words import PROBLEMS
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import session
from union.tables.cells.names import fold
from union.targets import board as boards
from union.targets import brand_actions as actions
from union.targets import dossier as dossiers
from union.targets.brand_forms import BrandForm, ServedForm, ServingForm, typed_of
from union.targets.brands import Brand, BrandSite, Served, brands, sites_of
from union.targets.views import bp
from union.targets.words import LEVERS, STAGES
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Workplace, sites
from union.workplaces.words import MARKETS


@bp.get("/brands")
@may(May.PLAN_SITE)
def index() -> Response:
    """Each with how many sites in reach serve it today."""
    rows = readable(session().scalars(brands()), "told")
    serving: dict[UUID, set[UUID]] = {}
    for one in readable(session().scalars(select(BrandSite)), "served"):
        if one.served.on(today()):
            serving.setdefault(one.brand_id, set()).add(one.workplace_id)
    rows.sort(key=lambda one: fold(one.told.name))
    return page("targets/index.html", rows=rows, serving=serving, levers=LEVERS)


@bp.get("/brands/new")
@may(May.PLAN_SITE)
def new_brand() -> Response:
    return page("targets/new_brand.html", form=BrandForm())


@bp.post("/brands/new")
@may(May.PLAN_SITE)
def create_brand() -> Response:
    form, brand = BrandForm(), None
    if form.accepts():
        with form.refusing():
            brand = actions.create(session(), current_account_id(), form.told())
    if brand is None:
        return page("targets/new_brand.html", form=form)
    flash(_("The brand is added."), "done")
    return redirect(url_for("targets.brand", brand_id=brand.id))


@bp.get("/brands/<id:brand_id>")
@may(May.PLAN_SITE)
def brand(brand_id: UUID) -> Response:
    row = _brand(brand_id)
    chain.opened(current_installation().store, current_account_id(), actions.BRAND, row.id)
    return _shown(row, _serving())


@bp.post("/brands/<id:brand_id>/sites")
@may(May.PLAN_SITE)
def serve(brand_id: UUID) -> Response:
    row, form = _brand(brand_id), _serving()
    if form.untouched:
        return redirect(url_for("targets.brand", brand_id=row.id))
    if not form.carries_out(
        lambda: actions.serve(session(), current_account_id(), row, form.workplace.data, form.served())
    ):
        return _shown(row, form)
    flash(_("The site stands with the brand."), "done")
    return redirect(url_for("targets.brand", brand_id=row.id))


def _serving() -> ServingForm:
    form = ServingForm()
    places = sorted(((one.id, one.site.called) for one in session().scalars(sites())), key=lambda pair: fold(pair[1]))
    form.workplace.offer(places, empty=_("Choose"))
    return form


def _shown(row: Brand, form: ServingForm) -> Response:
    """The brand with its sites in reach, who answers for each, and what a sheet would tell."""
    found = {one.id: one for one in boards.board(session()).sites}
    served = [one for one in readable(session().scalars(sites_of(row.id)), "served") if one.workplace_id in found]
    served.sort(key=lambda one: (not one.served.on(today()), fold(found[one.workplace_id].site.called)))
    return page(
        "targets/brand.html",
        form=form,
        brand=row,
        served=served,
        places=found,
        stages=STAGES,
        levers=LEVERS,
        markets=MARKETS,
        dossier=dossiers.counted(session(), _days(served), today()),
        problems=PROBLEMS,
    )


def _days(served: list[BrandSite]) -> dict[UUID, list[Served]]:
    """When each site served the brand."""
    found: dict[UUID, list[Served]] = {}
    for one in served:
        found.setdefault(one.workplace_id, []).append(one.served)
    return found


@bp.get("/brands/<id:brand_id>/edit")
@may(May.PLAN_SITE)
def edit_brand(brand_id: UUID) -> Response:
    row = _brand(brand_id)
    return page("targets/edit_brand.html", brand=row, form=BrandForm(**typed_of(row.told)))


@bp.post("/brands/<id:brand_id>/edit")
@may(May.PLAN_SITE)
def update_brand(brand_id: UUID) -> Response:
    row = _brand(brand_id)
    form = BrandForm(**typed_of(row.told))
    if not form.carries_out(lambda: actions.correct(session(), current_account_id(), row, form.told()), row.version):
        return page("targets/edit_brand.html", brand=row, form=form)
    flash(_("The brand is corrected."), "done")
    return redirect(url_for("targets.brand", brand_id=row.id))


@bp.get("/brand-sites/<id:served_id>/edit")
@may(May.PLAN_SITE)
def edit_served(served_id: UUID) -> Response:
    row = _served(served_id)
    return _served_page(row, _served_form(row))


@bp.post("/brand-sites/<id:served_id>/edit")
@may(May.PLAN_SITE)
def update_served(served_id: UUID) -> Response:
    row = _served(served_id)
    form = _served_form(row)
    if not form.carries_out(lambda: actions.change(session(), current_account_id(), row, form.served()), row.version):
        return _served_page(row, form)
    flash(_("The days are written down."), "done")
    return redirect(url_for("targets.brand", brand_id=row.brand_id))


@bp.post("/brand-sites/<id:served_id>/strike")
@may(May.PLAN_SITE)
def strike_served(served_id: UUID) -> Response:
    row = _served(served_id)
    back = url_for("targets.brand", brand_id=row.brand_id)
    Confirm()
    actions.strike(session(), current_account_id(), row)
    flash(_("The site stands with the brand no more."), "done")
    return redirect(back)


def _served_form(row: BrandSite) -> ServedForm:
    kept = row.served
    return ServedForm(from_on=kept.from_on, until_on=kept.until_on, market=kept.market, proof=kept.proof)


def _served_page(row: BrandSite, form: ServedForm) -> Response:
    place, brand = session().get_one(Workplace, row.workplace_id), session().get_one(Brand, row.brand_id)
    return page("targets/edit_served.html", served=row, workplace=place, brand=brand, form=form)


@bp.get("/brands/<id:brand_id>/sheet")
@may(May.PLAN_SITE)
def sheet(brand_id: UUID) -> Response:
    """The counts as PDF; 404 where too few people stand behind each of them."""
    row, said_in = _brand(brand_id), choice("in", dossiers.LANGUAGES, "fr")
    served = readable(session().scalars(sites_of(row.id)), "served")
    found = dossiers.counted(session(), _days(served), today())
    if not found.kinds:
        abort(404)
    made = dossiers.sheet(found, row.told.name, said_in, today())
    called = f"counts-{today().isoformat()}-{said_in}"
    return hand_over(paper_of(called, pdf(made)), Whence(actions.BRAND, row.id))


def _brand(brand_id: UUID) -> Brand:
    return session().get(Brand, brand_id) or abort(404)


def _served(served_id: UUID) -> BrandSite:
    return session().get(BrandSite, served_id) or abort(404)
