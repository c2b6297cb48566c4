"""Pages on which members are found and read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.actions import names
from union.languages.saying import in_language
from union.law.ending.protection import Held as Office
from union.law.ending.protection import Office as Kind
from union.law.ending.protection import Protected, protection
from union.members import panels, words
from union.members import roster as rosters
from union.members.consent_text import consent_in_words
from union.members.damage import opens
from union.members.exporting import how_many
from union.members.forms import Search
from union.members.line_rendering import drawing
from union.members.listing import SORTS, STATES, Wanted, by_site, find
from union.members.models import Employment, Entrusted, Mandate, Member
from union.members.named import case_through
from union.members.own import own_member
from union.members.proposals import how_many_wait
from union.record import chain
from union.store.db import opens_its_own, session
from union.web import outgoing, searches
from union.web.addresses import choice, paged
from union.web.current import current_installation, rights
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import both_names, language, today
from union.web.pages import page
from union.workplaces.models import Workplace, sites

bp = Blueprint("members", __name__)


@bp.get("/members")
@may(May.LIST_MEMBERS)
def index() -> Response:
    new = how_many_wait(session())
    return page("members/index.html", form=Search(), rows=by_site(session(), today()), proposals=new)


@bp.get("/members/search")
@may(May.LIST_MEMBERS)
def search() -> Response:
    """Whom the search behind the key in the address finds today."""
    words_asked = searches.words_asked(session())
    found = None if words_asked is None else find(session(), words_asked)
    if found is not None:
        chain.listed(current_installation().store, current_account_id(), "member_search", None, found.total)
    return page("members/search.html", form=Search(query=words_asked), found=found, places=site_names(), words=words)


@bp.post("/members/search")
@may(May.LIST_MEMBERS)
@opens_its_own
def look() -> Response:
    """It keeps the words for this session alone; a search of every name in reach holds up no writer."""
    form = Search()
    if not form.accepts():
        return page("members/search.html", form=form, found=None, places={}, words=words)
    with current_installation().store.writing(rights) as own:
        return searches.results_of(own, form.query.data, url_for("members.search"))


@bp.get("/workplaces/<id:workplace_id>/members")
@may(May.LIST_MEMBERS)
def roster(workplace_id: UUID) -> Response:
    workplace = session().get(Workplace, workplace_id) or abort(404)
    wanted = Wanted(
        choice("state", STATES),
        bool(choice("mandate", ("yes",))),
        bool(choice("gone", ("yes",))),
        choice("sort", SORTS, "name"),
    )
    listed = rosters.listed(session(), workplace_id, today())
    lines = wanted.of(listed.in_arabic() if language() == "ar" else listed.entries, today())
    counted = listed.counts
    if wanted.mandate:  # the counts are of what the filter leaves
        counted = rosters.count([one for one in listed.entries if one.holds(today())], today(), counted.damaged)
    chain.listed(current_installation().store, current_account_id(), "roster", workplace_id, len(lines))
    return page(
        "members/roster.html",
        workplace=workplace,
        wanted=wanted,
        counted=counted,
        damaged=listed.damaged,
        link=_link,
        drawn=drawing(listed),
        rows=paged(len(lines), lambda offset, limit: lines[offset : offset + limit]),
        takes_out=asking().may(May.EXPORT_MEMBERS) and not outgoing.too_many(how_many(session(), workplace_id)),
    )


def _link(**changed: str) -> str:
    """The address of the same roster with other filters."""
    arguments = {**request.args.to_dict(), **(request.view_args or {}), **changed}
    asked = {name: value for name, value in arguments.items() if value and name not in {"lang", "page", "endpoint"}}
    kept: dict[str, Any] = {name: value for name, value in asked.items() if name[:1] != "_"}  # `_external` is url_for's
    return url_for("members.roster", **kept)


@bp.get("/members/<id:member_id>")
@may(May.READ_MEMBER)
def show(member_id: UUID) -> Response:
    member = session().get(Member, member_id) or abort(404)
    chain.opened(
        current_installation().store, current_account_id(), "member", member.id, case=case_through(session(), member.id)
    )
    if not opens(member, *member.employments):
        return page("members/unreadable.html", member=member)
    whole, own = asking().may(May.EDIT_MEMBER), own_member(session(), current_account_id()) == member.id
    employments = works_of(member)
    mandates = readable(session().scalars(select(Mandate).where(Mandate.member_id == member.id)), "held")
    entrusted = session().scalars(select(Entrusted).where(Entrusted.member_id == member.id)).all() if whole else []
    history = chain.about(session(), member) if whole else []
    people = names(session(), _people(member, entrusted, history))
    return page(
        "members/show.html",
        member=member,
        whole=whole,
        own=own,
        employments=employments,
        places=site_names(),
        words=words,
        mandates=sorted(mandates, key=lambda one: one.held.from_on, reverse=True),
        entrusted=entrusted,
        people=people,
        reports=own or asking().may(May.LIST_ENTRUSTED),
        protected=protected(mandates, today()),
        said=consent_in_words,
        history=history,
        panels=panels.of(member),
        on=today(),
        say=lambda said: in_language(said, language()),
        with_cin=current_installation().settings.cin_authorised,
    )


def _people(member: Member, entrusted: Iterable[Entrusted], history: Iterable[chain.Event]) -> set[UUID]:
    found = {one.account_id for one in entrusted} | {one.by for one in history if one.by is not None}
    return found | {one.by for one in member.standing.history if one.by is not None}


def works_of(member: Member) -> list[Employment]:
    """The employments in reach, the present one first."""
    return sorted(
        member.employments,
        key=lambda one: (one.terms.left_on or date.max, one.terms.hired_on or date.min),
        reverse=True,
    )


def called(member: Member) -> str:
    """Their name as whoever asks reads it, in Arabic letters where the page is in Arabic and they are known."""
    return both_names(member.identity.name, member.identity.name_ar)[0]


def site_names() -> dict[UUID, str]:
    """The sites in reach by id."""
    return {one.id: one.site.called for one in session().scalars(sites())}


def protected(mandates: Iterable[Mandate], on: date) -> Protected:
    """The protection that these mandates give on a day (arts 457, 458, 472)."""
    return protection([Office(Kind(one.held.kind.value), one.held.from_on, one.held.until_on) for one in mandates], on)
