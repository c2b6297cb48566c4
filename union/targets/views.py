"""The board of sites, and what is planned at one of them."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.record import chain
from union.store.db import session
from union.tables.cells.names import fold
from union.targets import actions
from union.targets import board as boards
from union.targets import chart as charts
from union.targets.brands import brands, brands_of
from union.targets.forms import PlaceForm, PlanForm, StageForm
from union.targets.models import Reached, SiteStage, SiteStanding, Standing, of_site
from union.targets.words import LANGUAGES, PROOFS, STAGES
from union.web.addresses import choice, paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import Market, Workplace
from union.workplaces.words import MARKETS

bp = Blueprint("targets", __name__)

IN_A_COLUMN = 12  # cards of one stage, before the rest is a link
LEVELS = tuple(str(at) for at in range(len(SiteStage)))  # the history of a browser tells no stage


def level_of(stage: SiteStage) -> str:
    """What an address calls a stage."""
    return LEVELS[list(SiteStage).index(stage)]


@bp.get("/sites/board")
@may(May.PLAN_SITE)
def board() -> Response:
    """By stage where nothing is asked for; else one list."""
    found = boards.board(session())
    chain.listed(current_installation().store, current_account_id(), "sites", None, len(found.sites))
    named = _brands()
    wanted = _wanted(found, named)
    chosen = found.chosen(wanted, boards.serving(session(), wanted.brand) if wanted.brand else frozenset())
    in_columns = wanted.stage is None and not wanted.idle
    rows = paged(len(chosen), lambda offset, limit: chosen[offset : offset + limit])
    return page(
        "targets/board.html",
        board=found,
        chosen=chosen,
        columns=_columns(chosen) if in_columns else None,
        most=IN_A_COLUMN,
        rows=rows,
        wanted=wanted,
        link=_link,
        level=level_of,
        stages=STAGES,
        counted=Counter(one.stage for one in chosen),
        groups=_groups(found, wanted, named),
    )


def _columns(chosen: list[boards.BoardSite]) -> list[tuple[SiteStage | None, list[boards.BoardSite]]]:
    """Those without a next act, then each stage with the others, the furthest first; empty ones are left out."""
    parted: dict[SiteStage | None, list[boards.BoardSite]] = {None: [], **{stage: [] for stage in reversed(SiteStage)}}
    for one in chosen:
        parted[None if one.idle else one.stage].append(one)
    return [(stage, sites) for stage, sites in parted.items() if sites]


def _wanted(found: boards.Board, named: dict[UUID, str]) -> boards.Wanted:
    """What the address asks for. 400 where it asks twice, 422 for what is not offered."""
    cities = tuple({fold(city) for city in {one.site.city for one in found.sites}})
    people = tuple(str(one) for one in found.organisers)
    level, owner = choice("level", LEVELS), choice("owner", people)
    brand = choice("brand", tuple(str(one) for one in named))
    market, declared = choice("market", tuple(one.value for one in Market)), choice("declared", ("yes", "no"))
    return boards.Wanted(
        stage=list(SiteStage)[int(level)] if level else None,
        idle=choice("next", ("none",)) == "none",
        city=choice("city", cities),
        market=Market(market) if market else None,
        declared=declared == "yes" if declared else None,
        owner=UUID(owner) if owner else None,
        brand=UUID(brand) if brand else None,
    )


def _asked(wanted: boards.Wanted) -> dict[str, str]:
    """The filters as the address has them."""
    said = {
        "level": level_of(wanted.stage) if wanted.stage else "",
        "next": "none" if wanted.idle else "",
        "city": wanted.city,
        "market": wanted.market.value if wanted.market else "",
        "declared": "" if wanted.declared is None else "yes" if wanted.declared else "no",
        "owner": str(wanted.owner or ""),
        "brand": str(wanted.brand or ""),
    }
    return {name: value for name, value in said.items() if value}


def _link(wanted: boards.Wanted, **changes: str) -> str:
    """The address of the board with one filter changed; empty takes it off."""
    kept: dict[str, Any] = {name: one for name, one in {**_asked(wanted), **changes}.items() if one}
    return url_for("targets.board", **kept)


def _groups(found: boards.Board, wanted: boards.Wanted, named: dict[UUID, str]) -> list[dict[str, Any]]:
    """The filters that are chosen from lists."""
    kept = _asked(wanted)
    cities = {one.site.city: one.site for one in found.sites if one.site.city}
    towns = {fold(city): site.town for city, site in cities.items()}
    offered: list[tuple[str, Any, list[tuple[str, Any]]]] = [
        ("city", _("City"), sorted(towns.items(), key=lambda pair: fold(pair[1]))),
        ("market", _("Client market"), [(one.value, word) for one, word in MARKETS.items()]),
        ("brand", _("Client brand"), [(str(key), word) for key, word in named.items()]),
        ("owner", _("Organiser responsible"), [(str(one.id), one.name) for one in _owners(found)]),
        ("declared", _("Declared"), [("yes", _("yes")), ("no", _("no: a shadow centre"))]),
    ]
    return [
        {
            "name": name,
            "label": label,
            "options": [{"value": "", "label": _("all"), "current": name not in kept}]
            + [{"value": value, "label": word, "current": kept.get(name) == value} for value, word in options],
        }
        for name, label, options in offered
    ]


def _brands() -> dict[UUID, str]:
    """What brands are called, in the order of their names."""
    rows = readable(session().scalars(brands()), "told")
    return {one.id: one.told.name for one in sorted(rows, key=lambda one: fold(one.told.name))}


@bp.get("/sites/map")
@may(May.PLAN_SITE)
def chart() -> Response:
    found = boards.board(session())
    chain.listed(current_installation().store, current_account_id(), "sites", None, len(found.sites))
    return page("targets/chart.html", chart=charts.chart(found.sites))


def _owners(found: boards.Board) -> list[boards.Organiser]:
    """Those who follow a site of the board."""
    following = {one.owner.id for one in found.sites if one.owner is not None}
    return sorted((found.organisers[one] for one in following), key=lambda one: fold(one.name))


@bp.get("/sites/<id:workplace_id>")
@may(May.PLAN_SITE)
def show(workplace_id: UUID) -> Response:
    place, row = _site(workplace_id)
    chain.opened(current_installation().store, current_account_id(), "workplace", place.id)
    standing = _standing(row)
    return page(
        "targets/show.html",
        workplace=place,
        standing=standing,
        owner=boards.follower(session(), standing, place.id),
        stages=STAGES,
        languages=LANGUAGES,
        served=readable(session().scalars(brands_of(place.id)), "served"),
        brands=_brands(),
    )


@bp.get("/sites/<id:workplace_id>/stage")
@may(May.PLAN_SITE)
def moving(workplace_id: UUID) -> Response:
    place, row = _site(workplace_id)
    return _form_page("targets/moving.html", place, row, StageForm(on=today()))


@bp.post("/sites/<id:workplace_id>/stage")
@may(May.PLAN_SITE)
def move(workplace_id: UUID) -> Response:
    place, row = _site(workplace_id, to_change=True)
    form = StageForm(on=today())

    def act() -> None:
        said = (form.stage.data, form.on.data, form.proof.data or "")
        reached = Reached(*said, current_account_id(), asking().name, today())
        actions.move(session(), current_account_id(), place.id, row, reached)

    if not form.carries_out(act, _version(row)):
        return _form_page("targets/moving.html", place, row, form)
    return _done(place, _("The stage is written down with its proof."))


@bp.get("/sites/<id:workplace_id>/next")
@may(May.PLAN_SITE)
def planning(workplace_id: UUID) -> Response:
    place, row = _site(workplace_id)
    return _form_page("targets/planning.html", place, row, _plan_form(place, row))


@bp.post("/sites/<id:workplace_id>/next")
@may(May.PLAN_SITE)
def plan(workplace_id: UUID) -> Response:
    place, row = _site(workplace_id, to_change=True)
    form = _plan_form(place, row)
    if not form.carries_out(
        lambda: actions.plan(session(), current_account_id(), place.id, row, form.values(), today()), _version(row)
    ):
        return _form_page("targets/planning.html", place, row, form)
    return _done(place, _("Who does what next is written down."))


def _plan_form(place: Workplace, row: SiteStanding | None) -> PlanForm:
    """Whoever follows the site is one of its organisers; who works there no more is offered no more."""
    standing = _standing(row)
    known = boards.organisers(session())
    owner = boards.owner_of(standing, place.id, known)
    form = PlanForm(owner=owner.id if owner else None, next_act=standing.next_act, next_on=standing.next_on)
    here = sorted((one for one in known.values() if one.works_at(place.id)), key=lambda one: fold(one.name))
    form.owner.offer(((one.id, one.name) for one in here), empty=_("Nobody yet"))
    return form


@bp.get("/sites/<id:workplace_id>/place")
@may(May.PLAN_SITE)
def describing(workplace_id: UUID) -> Response:
    place, row = _site(workplace_id)
    return _form_page("targets/describing.html", place, row, _place_form(row))


@bp.post("/sites/<id:workplace_id>/place")
@may(May.PLAN_SITE)
def describe(workplace_id: UUID) -> Response:
    place, row = _site(workplace_id, to_change=True)
    form = _place_form(row)
    if not form.carries_out(
        lambda: actions.describe(session(), current_account_id(), place.id, row, form.values(), today()), _version(row)
    ):
        return _form_page("targets/describing.html", place, row, form)
    return _done(place, _("What is known of the place is written down."))


def _place_form(row: SiteStanding | None) -> PlaceForm:
    kept = _standing(row)
    return PlaceForm(
        floors="\n".join(kept.floors),
        shifts="\n".join(kept.shifts),
        transport="\n".join(kept.transport),
        spoken=[one.value for one in kept.spoken],
        other_unions="\n".join(kept.other_unions),
        declared_proof=kept.declared_proof,
        declared_on=kept.declared_on,
    )


def _form_page(template: str, place: Workplace, row: SiteStanding | None, form: Any) -> Response:
    hints = {stage.value: hint for stage, hint in PROOFS.items()}
    return page(
        template, workplace=place, version=_version(row), form=form, hints=hints, standing=_standing(row), stages=STAGES
    )


def _done(place: Workplace, said: str) -> Response:
    flash(said, "done")
    return redirect(url_for("targets.show", workplace_id=place.id))


def _site(workplace_id: UUID, *, to_change: bool = False) -> tuple[Workplace, SiteStanding | None]:
    """A workplace within reach and its row, where one was begun; held while it is changed."""
    place = session().get(Workplace, workplace_id) or abort(404)
    return place, actions.held(session(), place.id) if to_change else of_site(session(), place.id)


def _standing(row: SiteStanding | None) -> Standing:
    return Standing() if row is None else row.standing


def _version(row: SiteStanding | None) -> int:
    """What a form began from; 0 where there was no row."""
    return 0 if row is None else row.version
