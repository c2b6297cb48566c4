"""The first page of each role, the agenda, the figures, the search."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, jsonify, url_for
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from union.access import May, Role, asking, may
from union.accounts import resets
from union.accounts.models import Account
from union.cases import account_closing, messages, transfers
from union.confidentiality import breaking, opening
from union.drives import talking
from union.grievances import drafts
from union.home import (
    acts,
    audit,
    hearings,
    looking,
    mandate_dates,
    record_lines,
    risk,
    site_dates,
    visits,
)
from union.home.figures import Figures
from union.home.figures import figures as published
from union.home.forms import SearchForm
from union.home.record_words import ACTS
from union.home.stage_words import STAGES
from union.members import roster
from union.members.proposals import how_many_wait
from union.notices import outbox
from union.patterns import clusters
from union.proposed_sites.actions import how_many_wait as how_many_wait_of_sites
from union.record import chain
from union.store.db import opens_its_own, session
from union.targets.board import how_many_idle
from union.web import searches
from union.web.addresses import paged, single
from union.web.current import current_installation, rights
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces import listing
from union.workplaces.models import Workplace

bp = Blueprint("home", __name__)

NEXT = 3  # acts on a delegate's first page
DUE = 8  # acts on a desk's


@bp.get("/")
@may(May.SEE_HOME)
def show() -> Response:
    role = asking().role or Role.ANALYST
    left = drafts.kept(session(), current_account_id()) is not None if asking().may(May.FILE_GRIEVANCE) else False
    return page(
        "home/show.html",
        role=role.value,
        confirming=_confirming(),
        left_report=left,
        unopened=_unopened(),
        **_FIRST[role](),
    )


def _unopened() -> list[opening.Unopened]:
    """The cases that wait for a reason before they are opened, for who reads cases."""
    if not asking().may(May.READ_GRIEVANCE):
        return []
    return opening.unopened(current_installation().store, asking().reach)


def _confirming() -> int:
    """How many accounts wait for this reader's word, for who reads cases."""
    return len(resets.waiting(session(), current_account_id())) if asking().may(May.READ_GRIEVANCE) else 0


def _delegate() -> dict[str, Any]:
    return {
        "acts": acts.merged(acts.own(session(), NEXT), mandate_dates.acts(session()), NEXT),
        "load": acts.load(session(), today()),
        "told": _told(),
        "held": bool(talking.held(session(), current_account_id())),
        "last_visit": visits.last(session(), current_installation().store, current_account_id(), asking().door),
    }


def _told() -> list[tuple[str, messages.News]]:
    """The cases on which something waits to be seen, with the address of each."""
    return [(acts.case_url(one.case), one) for one in messages.news(session(), current_account_id())]


def _changing_hands() -> dict[str, Any]:
    """The cases that the reader is asked to take over, and those that a colleague did not take from them: codes alone,
    so that of a case that asks for a reason first it is said too."""
    me, wide = current_account_id(), opening.with_unopened(asking().reach)
    with current_installation().store.reading(wide) as own:
        return {
            "offered": [(acts.case_url(case), case.code) for _row, case in transfers.offered_to(own, me)],
            "not_taken": [(acts.case_url(case), case.code) for _row, case in transfers.refused_of(own, me)],
        }


def _legal() -> dict[str, Any]:
    first = acts.acts(session(), DUE)
    court = _elsewhere(hearings.court_dates(session()), first)
    return {"acts": first, "load": acts.load(session(), today()), "court": court}


def _elsewhere(court: list[acts.Act], shown: list[acts.Act]) -> list[acts.Act]:
    """The dates of court files that do not stand in the list below already, where they come first on their case."""
    below = {(one.case_url, one.what, one.by) for one in shown}
    return [one for one in court if (one.in_case, one.what, one.by) not in below]


def _organiser() -> dict[str, Any]:
    lines = listing.lines(session())
    return {
        "acts": acts.merged(
            acts.acts(session(), DUE, places=_named(lines)),
            [
                *site_dates.of_polls(session()),
                *site_dates.of_sections(session()),
                *site_dates.of_trainings(session()),
                *site_dates.of_referrals(session()),
            ],
            DUE,
        ),
        "load": acts.load(session(), today()),
        "search": SearchForm(),
        "told": _told(),
        **_changing_hands(),
        "risks": risk.at_risk(session(), lines, today()),
        "rule": risk.RULE,
        "clusters": clusters.clusters(session(), [line.id for line in lines], today()),
        "cluster_rule": clusters.RULE,
        "names": _named(lines),
        "forms": how_many_wait(session()),
        "idle_sites": how_many_idle(session()),
    }


def _secretariat() -> dict[str, Any]:
    lines = listing.lines(session())
    return {
        "damaged": sum(one.damaged for one in roster.counts(session(), today()).values()),
        "members": sum(line.strength.members for line in lines),
        "sites": len(lines),
        "stages": acts.stages(session()),
        "words": STAGES,
        "accounts": session().scalar(select(func.count(Account.id)).where(~Account.disabled)),
        "audit": audit.last(),
        "acts_words": ACTS,
        "heads": record_lines.stretch(session()).lines[:5],
        "acts": acts.acts(session(), NEXT, places=_named(lines)),
        **_changing_hands(),
        "search": SearchForm(),
        "proposed": how_many_wait_of_sites(session()),
        "idle_sites": how_many_idle(session()),
        "seals": sum(one.asked_by != current_account_id() for one in breaking.waiting(session())),
        "mails_given_up": outbox.given_up(session()),
        "ending": account_closing.ending(current_installation().store, session()),
    }


def _named(lines: list[listing.ListedSite]) -> acts.Names:
    return {line.id: line.site.called for line in lines}


def _analyst() -> dict[str, Any]:
    return {"figures": _published()}


def _published() -> Figures:
    """The figures of the day; that they were looked at is a line."""
    chain.opened(current_installation().store, current_account_id(), "figures", None)
    return published(current_installation().store, asking().reach)


_FIRST: dict[Role, Callable[[], dict[str, Any]]] = {
    Role.SECRETARIAT: _secretariat,
    Role.ORGANISER: _organiser,
    Role.LEGAL: _legal,
    Role.DELEGATE: _delegate,
    Role.ANALYST: _analyst,
}


@bp.get("/agenda")
@may(May.READ_GRIEVANCE)
def agenda() -> Response:
    """Everything that dies soonest, of every kind; of one workplace where the address says so."""
    place = _workplace_asked()
    where = None if place is None else place.id
    load = acts.load(session(), today(), where)
    rows = paged(load.all, lambda offset, limit: acts.acts(session(), limit, offset, where))
    court = _elsewhere(hearings.court_dates(session(), where), rows.items)
    meetings = mandate_dates.acts(session()) if place is None and asking().may(May.KEEP_MANDATE) else []
    polls = site_dates.of_polls(session(), where) if asking().may(May.KEEP_POLLS) else []
    offices = site_dates.of_sections(session(), where) if asking().may(May.KEEP_SECTIONS) else []
    trainings = site_dates.of_trainings(session(), where) if asking().may(May.KEEP_TRAINING) else []
    referrals = site_dates.of_referrals(session(), where) if asking().may(May.REFER_MEMBER) else []
    closed = _unopened() if place is None else []
    return page(
        "home/agenda.html",
        rows=rows,
        load=load,
        place=place,
        court=court,
        meetings=meetings,
        polls=polls,
        offices=offices,
        trainings=trainings,
        referrals=referrals,
        unopened=closed,
    )


def _workplace_asked() -> Workplace | None:
    """422 for what is no id, 404 for a workplace out of reach, and for whoever reads no workplaces."""
    asked = single("workplace")
    if not asked:
        return None
    if not asking().may(May.READ_WORKPLACE):
        abort(404)
    try:
        wanted = UUID(asked)
    except ValueError:
        abort(422)
    return session().get(Workplace, wanted) or abort(404)


@bp.get("/figures")
@may(May.SEE_FIGURES)
def figures() -> Response:
    return page("home/figures.html", figures=_published())


@bp.get("/search")
@may(May.SEARCH)
def search() -> Response:
    """An empty search, or what the search behind the key in the address finds today."""
    words = searches.words_asked(session())
    if words is None:
        return page("home/search.html", form=SearchForm(), found=None, cases=[])
    found = looking.look(session(), words)
    chain.listed(current_installation().store, current_account_id(), "search", None, found.number)
    return page(
        "home/search.html",
        form=SearchForm(query=words),
        found=found,
        cases=acts.described(session(), found.cases),
    )


@bp.post("/search")
@may(May.SEARCH)
@opens_its_own
def find() -> Response:
    """Nothing of what was typed is in an address, and it holds up no writer."""
    form = SearchForm()
    if not form.accepts():
        return page("home/search.html", form=form, found=None, cases=[])
    with current_installation().store.writing(rights) as own:
        return searches.results_of(own, form.query.data, url_for("home.search"))


@bp.get("/health")
@may(May.ANYTHING_PUBLIC)
def health() -> Response:
    """200 only where all is well; what is not is nobody's business who asks."""
    well = current_installation().health.well()
    said = jsonify({"status": "ok", "database": "ok", "key": "ok"} if well else {"status": "unavailable"})
    said.status_code = 200 if well else 503
    return said
