"""The pages of patterns, of the line of time, and of lesser sanctions."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.cases.letters import LANGUAGES
from union.cases.subjects import Place, case_or_404, place_of
from union.grievances.hanging import ALLEGED, MEASURES
from union.languages import figures
from union.members.models import Employment, Member
from union.patterns import actions, clusters, comparing, line_of_time, sheets
from union.patterns.counting import LEAST, WINDOW, Line, lines
from union.patterns.forms import AnnexForm, EventForm
from union.patterns.line_of_time import Line as LineOfTime
from union.patterns.models import Told, UnionEvent
from union.patterns.told import cases
from union.patterns.words import HAPPENED, SOURCES, THREADS, spelt
from union.press.content import Paper
from union.press.typesetting import pdf
from union.record import chain
from union.refusal import Refused
from union.store.db import session
from union.vault.envelope import opens, whole
from union.web.addresses import choice, single
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Employer, Workplace

bp = Blueprint("patterns", __name__)


@bp.get("/patterns")
@may(May.SEE_PATTERNS)
def index() -> Response:
    places = list(session().scalars(select(Workplace)))
    chain.listed(current_installation().store, current_account_id(), "patterns", None, len(places))
    signs = clusters.clusters(session(), [one.id for one in places], today())
    return _patterns("patterns/index.html", places, clusters=signs)


@bp.get("/workplaces/<id:workplace_id>/patterns")
@may(May.SEE_PATTERNS)
def of_site(workplace_id: UUID) -> Response:
    place = _workplace(workplace_id)
    chain.opened(current_installation().store, current_account_id(), "workplace", place.id)
    return _of_site(place, AnnexForm(beside=True))


def _of_site(place: Workplace, form: AnnexForm) -> Response:
    return _patterns("patterns/of_site.html", [place], form=form, workplace=place)


def _patterns(template: str, places: list[Workplace], form: AnnexForm | None = None, **values: Any) -> Response:
    found, asked = _lines(places), single("line")
    known = [one.mark for one in found]
    return page(
        template,
        form=form,
        lines=found,
        opened=asked if asked in known else next(iter(known), ""),  # of thirty with fifty cases each a page is heavy
        places={one.id: one.site.called for one in places},
        threads=THREADS,
        spelt=spelt,
        least=LEAST,
        window=WINDOW,
        open_ids=lambda line: [one.id for one in line.cases if not one.confidential],
        month=lambda on: figures.month(on, language()),
        rule=clusters.RULE,
        **values,
    )


def _lines(places: list[Workplace]) -> list[Line]:
    sites = {one.id: one.site for one in places}
    return lines(cases(session(), sites), sites, {one.id: one.employer_id for one in places}, today())


@bp.post("/workplaces/<id:workplace_id>/patterns/annex")
@may(May.KEEP_EVENTS)
def annex(workplace_id: UUID) -> Response:
    """The paper of the ticked cases, or the page again with what stands against it."""
    place, form = _workplace(workplace_id), AnnexForm()
    every = _lines([place])
    form.case.offer([(one.id, one.code) for line in every for one in line.cases])
    if not form.accepts():
        return _of_site(place, form)
    wanted = set(form.case.ids)
    line = next(
        (one for one in every if one.thread is form.thread.data and wanted <= {case.id for case in one.cases}), None
    )
    if line is None or form.said_in.data not in LANGUAGES:
        abort(422)
    ticked = [one for one in line.cases if one.id in wanted]
    with form.refusing():
        _refuse_what_may_not_leave(ticked, named=form.named.data)
    if form.errors:
        return _of_site(place, form)
    names = _names_of_cases(ticked) if form.named.data else {}
    made = sheets.annex(line, ticked, names, _place(place), form.said_in.data, today())
    return _leaves("annex", made, Whence("workplace", place.id), people=len(names))


def _refuse_what_may_not_leave(ticked: list[Any], *, named: bool) -> None:
    if any(one.confidential for one in ticked):
        raise Refused("case", _l("A confidential case goes into no annex: untick it."))
    if len({one.person for one in ticked}) < LEAST:
        raise Refused("case", _l("Fewer than five people: a paper would point at each of them. Tick more cases."))
    if named and not all(one.said.agreed for one in ticked):
        raise Refused("named", _l("Not each of these people agreed: print it without names, or ask them first."))


def _names_of_cases(ticked: Iterable[Any]) -> dict[UUID, str]:
    by_member = _names({one.member_id for one in ticked if one.member_id is not None})
    return {one.id: by_member[one.member_id] for one in ticked if one.member_id in by_member}


def _names(members: set[UUID]) -> dict[UUID, str]:
    if not members:
        return {}
    rows = session().scalars(select(Member).where(Member.id.in_(members)))
    return {one.id: one.identity.name for one in readable(rows, "identity")}


@bp.get("/workplaces/<id:workplace_id>/line-of-time")
@may(May.KEEP_EVENTS)
def site_line(workplace_id: UUID) -> Response:
    place = _workplace(workplace_id)
    chain.opened(current_installation().store, current_account_id(), "workplace", place.id)
    return _site_line(place, EventForm())


@bp.post("/workplaces/<id:workplace_id>/line-of-time")
@may(May.KEEP_EVENTS)
def write_of_site(workplace_id: UUID) -> Response:
    place, form = _workplace(workplace_id), EventForm()
    if not form.carries_out(lambda: _write(form, place.id, None)):
        return _site_line(place, form)
    flash(_("It stands on the line of time."), "done")
    return redirect(url_for("patterns.site_line", workplace_id=place.id))


def _site_line(place: Workplace, form: EventForm) -> Response:
    line = line_of_time.of_site(session(), place, today())
    post = url_for("patterns.write_of_site", workplace_id=place.id)
    paper = url_for("patterns.site_exhibit", workplace_id=place.id)
    return _line_page("patterns/site_line.html", line, form, place, post=post, paper=paper)


@bp.get("/workplaces/<id:workplace_id>/line-of-time/exhibit")
@may(May.KEEP_EVENTS)
def site_exhibit(workplace_id: UUID) -> Response:
    place, said_in = _workplace(workplace_id), choice("in", LANGUAGES, "fr")
    line = line_of_time.of_site(session(), place, today(), printed=True)
    return _leaves("line-of-time", _exhibit(line, place, said_in), Whence("workplace", place.id), people=line.people)


@bp.get("/members/<id:member_id>/line-of-time")
@may(May.KEEP_EVENTS)
def member_line(member_id: UUID) -> Response:
    member, place = _member(member_id)
    chain.opened(current_installation().store, current_account_id(), "member", member.id)
    return _member_line(member, place, EventForm())


@bp.post("/members/<id:member_id>/line-of-time")
@may(May.KEEP_EVENTS)
def write_of_member(member_id: UUID) -> Response:
    (member, place), form = _member(member_id), EventForm()
    if not form.carries_out(lambda: _write(form, place.id, member.id)):
        return _member_line(member, place, form)
    flash(_("It stands on the line of time."), "done")
    return redirect(url_for("patterns.member_line", member_id=member.id))


def _member_line(member: Member, place: Workplace, form: EventForm) -> Response:
    line = line_of_time.of_member(session(), place, member.id, today())
    post = url_for("patterns.write_of_member", member_id=member.id)
    paper = url_for("patterns.member_exhibit", member_id=member.id)
    return _line_page("patterns/member_line.html", line, form, place, member=member, post=post, paper=paper)


@bp.get("/members/<id:member_id>/line-of-time/exhibit")
@may(May.KEEP_EVENTS)
def member_exhibit(member_id: UUID) -> Response:
    (member, place), said_in = _member(member_id), choice("in", LANGUAGES, "fr")
    line = line_of_time.of_member(session(), place, member.id, today(), printed=True)
    return _leaves("line-of-time", _exhibit(line, place, said_in), Whence("member", member.id))


def _line_page(template: str, line: LineOfTime, form: EventForm, place: Workplace, **values: Any) -> Response:
    return page(
        template,
        form=form,
        line=line,
        workplace=place,
        names=_names({one.member for one in line.points if one.member is not None}),
        happened=HAPPENED,
        sources=SOURCES,
        law=sheets.law(language()),
        least=LEAST,
        **values,
    )


def _exhibit(line: LineOfTime, place: Workplace, said_in: str) -> Paper:
    """404 where nothing may be printed."""
    if not any(not one.of_union for one in line.points) or not any(one.of_union for one in line.points):
        abort(404)
    names = _names({one.member for one in line.points if one.member is not None})
    return sheets.exhibit(line, names, _place(place), said_in, today())


def _write(form: EventForm, workplace_id: UUID, member_id: UUID | None) -> None:
    told = Told(
        form.what.data,
        form.on.data,
        form.words.data or "",
        form.known_on.data,
        form.known_how.data or "",
        form.consents.data,
    )
    actions.write_down(session(), current_account_id(), workplace_id, member_id, told)


@bp.post("/union-events/<id:event_id>/strike")
@may(May.KEEP_EVENTS)
def strike(event_id: UUID) -> Response:
    row = session().get(UnionEvent, event_id) or abort(404)
    back = (
        url_for("patterns.site_line", workplace_id=row.workplace_id)
        if row.member_id is None
        else url_for("patterns.member_line", member_id=row.member_id)
    )
    Confirm()
    actions.strike(session(), current_account_id(), row)
    flash(_("It is struck out."), "done")
    return redirect(back)


@bp.get("/cases/<id:case_id>/comparators")
@may(May.SEE_PATTERNS)
def comparators(case_id: UUID) -> Response:
    case = case_or_404(case_id)
    found = comparing.compared(session(), case)
    chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
    said = {code: sheets.sentences(found, code) for code in LANGUAGES} if found.lesser else {}
    return page(
        "patterns/comparators.html",
        case=case,
        found=found,
        said=said,
        alleged=ALLEGED,
        measures=MEASURES,
        least=LEAST,
    )


@bp.get("/cases/<id:case_id>/comparators/exhibit")
@may(May.SEE_PATTERNS)
def comparison(case_id: UUID) -> Response:
    case, said_in = case_or_404(case_id), choice("in", LANGUAGES, "fr")
    found = comparing.compared(session(), case)
    if not found.lesser:
        abort(404)
    made = dataclasses.replace(sheets.comparison(found, place_of(case), said_in, today()), reference=case.code)
    return _leaves("lesser", made, Whence(case.kind.value, case.id, case.id), case.code)


def _leaves(what: str, made: Paper, whence: Whence, code: str = "", *, people: int = 0) -> Response:
    on: date = today()
    named = "-".join(filter(None, (what, code or on.isoformat(), made.language)))
    return hand_over(paper_of(named, pdf(made), people=people), whence)


def _place(place: Workplace) -> Place:
    return Place(whole(session().get_one(Employer, place.employer_id), "identity"), whole(place, "site"))


def _workplace(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)


def _member(member_id: UUID) -> tuple[Member, Workplace]:
    """A member within reach, and the workplace where they work or worked last; 404 without one."""
    member = session().get(Member, member_id) or abort(404)
    rows = readable(session().scalars(select(Employment).where(Employment.member_id == member.id)), "terms")
    work = max(rows, key=lambda one: (one.terms.left_on is None, one.terms.hired_on or date.min), default=None)
    if work is None or not opens(member, "identity"):
        abort(404)
    return member, _workplace(work.workplace_id)
