"""Reporting a problem, on a phone and in four steps: what is not filed yet is kept for its author alone, and in no
address."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import Confirm
from union.cases import readers
from union.grievances import actions, drafts, reaching
from union.grievances.blueprint import bp
from union.grievances.models import Agreed, For, Grievance, Problem
from union.grievances.report_form import ReportForm, When
from union.grievances.words import AGREED, CHANNELS, FOR_A_DELEGATE, FOR_A_DESK, PAPERS, PROBLEM_ICONS, PROBLEMS
from union.members.listing import find
from union.members.models import Employment, Entrusted, Member
from union.members.own import own_member
from union.members.words import telephone
from union.record import chain
from union.store.db import session
from union.web.addresses import single
from union.web.damaged import readable
from union.web.forms.form import MISTAKES, OUTSIDE_THE_FORM, current_account_id
from union.web.pages import page
from union.workplaces.models import Workplace, sites

LAST = 4
NOWHERE = _l("You have no workplace any more: nothing was sent. Copy what you typed, and ask the secretariat.")


@bp.get("/grievances/new")
@may(May.FILE_GRIEVANCE)
def new() -> Response:
    """The report form: what was begun and not sent, else its first step.

    `?member=` from a member's page begins a report about that member; from the holder's own file, one for themselves.
    """
    left = drafts.kept(session(), current_account_id())
    if left is not None:
        return _shown(_offered(ReportForm(left=MultiDict(left.pairs))), left.step, left.at)
    member = _member_asked()
    if member and member == own_member(session(), current_account_id()):
        return _shown(_offered(ReportForm(about=For.ONESELF)), 1)
    form = _offered(ReportForm(about=For.ENTRUSTED, member=member) if member else ReportForm())
    return _shown(form, 1)


def _member_asked() -> UUID | None:
    asked = single("member")
    try:
        found = session().get(Member, UUID(asked)) if asked else None
    except ValueError:
        abort(422)
    return found.id if found else None


@bp.post("/grievances/new/draft")
@may(May.FILE_GRIEVANCE)
def keep() -> Response:
    """What stands in the form now, as its script sends it while it is typed."""
    form = ReportForm()
    drafts.keep(session(), current_account_id(), _number(form.at.data), _pairs())
    return Response(status=204)


@bp.post("/grievances/new/discard")
@may(May.FILE_GRIEVANCE)
def discard() -> Response:
    """Begin anew."""
    Confirm()
    drafts.forget(session(), current_account_id())
    return redirect(url_for("grievances.new"))


def _pairs() -> list[tuple[str, str]]:
    """The fields of the report as they were sent, without what belongs to the sending."""
    return [
        (name, value) for name, value in request.form.items(multi=True) if name not in OUTSIDE_THE_FORM | {"go", "at"}
    ]


@bp.post("/grievances/new")
@may(May.FILE_GRIEVANCE)
def step() -> Response:
    """Forward to a step where those before it are in order, or back to any with everything kept, on the server too."""
    form = _offered(ReportForm())
    at = _number(form.at.data)
    if form.only_shown:
        return _again(form, at)
    go = _number(form.go.data)
    wrong = form.wrong_step(go - 1) if go > at else form.wrong_step(0)
    if go > at and wrong is None:
        form.propose_confidence()
    if wrong is None:
        drafts.keep(session(), current_account_id(), go, _pairs())
    return _shown(form, wrong or go)


@bp.post("/grievances")
@may(May.FILE_GRIEVANCE)
def create() -> Response:
    form = _offered(ReportForm())
    if form.only_shown:
        return _again(form, LAST)
    if form.workplace.nothing and not form.only_workplace:  # their last workplace was taken away meanwhile
        form.form_errors.append(NOWHERE)
        return _shown(form, LAST)
    wrong = form.wrong_step(LAST)
    if wrong is not None:
        return _shown(form, wrong)
    case = None
    with form.refusing():
        case = actions.file(session(), current_account_id(), _report(form))
    if case is None:
        return _shown(form, 3)
    drafts.forget(session(), current_account_id())
    return redirect(url_for("grievances.receipt", case_id=case.id))


@bp.get("/grievances/<id:case_id>/receipt")
@may(May.FILE_GRIEVANCE)
def receipt(case_id: UUID) -> Response:
    """What was filed, under which code, and what happens next: alike whoever it is about."""
    case = session().get(Grievance, case_id)
    if case is None or case.reported_by != current_account_id():
        abort(404)
    return page("grievances/receipt.html", case=case, call=reaching.of_case(session(), case), telephone=telephone)


def _report(form: ReportForm) -> actions.NewReport:
    place = form.workplace.data or form.only_workplace
    entrusted, another = form.about.data is For.ENTRUSTED, form.about.data is For.ANOTHER
    day = form.day
    if day is None or place is None:
        abort(422)
    return actions.NewReport(
        paper=form.paper.data,
        event_on=day,
        event_at=form.event_at.data or "",
        problem=form.problem.data,
        about=form.about.data,
        workplace_id=place,
        member_id=form.member.data if entrusted else None,
        about_name=(form.about_name.data or "") if another else "",
        about_phone=(form.about_phone.data or "") if another else "",
        facts=form.facts.data or "",
        demand=form.demand.data,
        confidential=form.confidential.data,
        readers=frozenset(form.readers.ids) if form.confidential.data else frozenset(),
        harm=form.harm.data if form.problem.data is Problem.HEALTH else None,
        agreed=form.agreed.data or Agreed.NOT_ASKED,
        for_long=form.when.data is When.FOR_LONG,
        day_presumed=form.day_presumed,
        channel=form.channel.data,
        safe_hours=form.safe_hours.data or "",
    )


def _number(value: str | None) -> int:
    if value not in {"1", "2", "3", "4"}:
        abort(422)
    return int(value)


def _offered(form: ReportForm) -> ReportForm:
    """The form with what this person can choose from: their workplaces, the colleagues entrusted to them, who could
    read."""
    places = _places(form)
    form.only_workplace = places[0][0] if len(places) == 1 else None
    elsewhere = form.workplace.data is not None and form.workplace.data not in {one for one, _name in places}
    if len(places) > 1 or (places and elsewhere):  # a place where the member does not work is asked again, not changed
        form.workplace.offer(places, empty=_l("Choose"))
    _offer_people(form)
    place = form.workplace.data or form.only_workplace
    desk = tuple(readers.handlers(session(), place)) if place else ()
    form.reads_it_himself = current_account_id() in {one.id for one in desk}
    form.could_read = tuple(one for one in desk if one.id != current_account_id())
    form.readers.offer((one.id, one.name) for one in form.could_read)
    return form


def _places(form: ReportForm) -> list[tuple[UUID, str]]:
    """The workplaces in reach; where a desk reports about a member, those where the member works."""
    places = sorted(((one.id, one.site.called) for one in session().scalars(sites())), key=lambda pair: pair[1])
    if asking().reach.named_only or form.member.data is None:
        return places
    work = set(session().scalars(select(Employment.workplace_id).where(Employment.member_id == form.member.data)))
    return [pair for pair in places if pair[0] in work]


def _offer_people(form: ReportForm) -> None:
    """Offer the people to report about: to a delegate, those entrusted to them; to a desk, those its search finds and
    the member chosen before, if any."""
    if not asking().reach.named_only:
        form.about.offer(dict(FOR_A_DESK))
        form.member.offer(_members_of_a_desk(form), empty=_l("Choose"))
        return
    mine = own_member(session(), current_account_id())
    entrusted = select(Entrusted.member_id).where(Entrusted.account_id == current_account_id())
    asked = readable(session().scalars(select(Member).where(Member.id.in_(entrusted))), "identity")
    found = [one for one in asked if one.id != mine]
    words = dict(FOR_A_DELEGATE)
    if not found:
        del words[For.ENTRUSTED]
    form.about.offer(words)
    if form.about.data is None and len(words) == 1:
        form.about.data = next(iter(words))
    form.member.offer(
        sorted(((one.id, one.identity.name) for one in found), key=lambda pair: pair[1]), empty=_l("Choose")
    )


def _members_of_a_desk(form: ReportForm) -> list[tuple[UUID, str]]:
    """Whom the search finds, each with the sites and the number that tell two of one name apart; and who was chosen."""
    offered: dict[UUID, str] = {}
    chosen = session().get(Member, form.member.data) if form.member.data else None
    for one in readable([chosen] if chosen else [], "identity"):
        offered[one.id] = one.identity.name
    asked_now = form.at.data == "3" and (form.go.data == "3" or not form.member.data)
    if form.seek.data and asked_now:
        found = find(session(), form.seek.data)
        form.found = found.total
        chain.note(session(), current_account_id(), chain.Act.LISTED, "member_search", None, str(found.total))
        places = {one.id: one.site.called for one in session().scalars(sites())}
        for row in found.rows:
            told = (row.member.identity.name, places.get(row.workplace_id, ""), row.terms.employee_number)
            offered[row.member_id] = " · ".join(one for one in told if one)
    return list(offered.items())


def _again(form: ReportForm, number: int) -> Response:
    """The same step in another language, with the mistakes that it showed."""
    if MISTAKES in request.form:
        form.wrong_step(number)
    return _shown(form, number)


def _shown(form: ReportForm, number: int, left_at: datetime | None = None) -> Response:
    where = form.workplace.data or form.only_workplace
    place = session().get(Workplace, where) if number == LAST and where else None
    sensitive = form.problem.data in {Problem.HEALTH, Problem.DISCRIMINATION, Problem.MATERNITY}
    return page(
        "grievances/new.html",
        form=form,
        step=number,
        carried=list(form.carried(number)),
        sensitive=sensitive,
        discipline=form.problem.data is Problem.DISCIPLINE,
        papers=PAPERS,
        problems=PROBLEMS,
        problem_icons=PROBLEM_ICONS,
        agreed=AGREED,
        channels=CHANNELS,
        delegate=not asking().may(May.PLEAD_GRIEVANCE),
        left_at=left_at,
        desk=not asking().reach.named_only,
        place=place.site.called if place else "",
    )
