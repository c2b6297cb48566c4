"""Who reads a grievance, and whom it is about: naming people, and the search for the member."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.actions import names
from union.accounts.forms import Confirm
from union.cases import readers as reading
from union.confidentiality import ordinary as ordinary_by
from union.grievances import actions, correcting
from union.grievances.act_views import back, case_of, refused
from union.grievances.blueprint import bp
from union.grievances.forms import HowToReach, Linked, Ordinary, Reader, Whose
from union.grievances.models import For, Grievance
from union.members.models import Member as Person
from union.members.roster import search
from union.record import chain
from union.refusal import Refused
from union.store.db import opens_its_own, session
from union.web import searches
from union.web.current import current_installation, rights
from union.web.forms.form import current_account_id
from union.web.pages import page

HOW = ("channel", "safe_hours")  # how somebody is reached, by the names of a report's fields
MOST = 30  # hits shown: beyond that, write more of the name


@bp.get("/grievances/<id:case_id>/readers")
@may(May.NOTE_GRIEVANCE)
def readers(case_id: UUID) -> Response:
    case = _decided_by_me(case_id)
    return _readers(case, _who_could(case))


@bp.post("/grievances/<id:case_id>/readers")
@may(May.NOTE_GRIEVANCE)
def name(case_id: UUID) -> Response:
    case = _decided_by_me(case_id)
    form = _who_could(case)
    if not form.carries_out(lambda: reading.name(session(), current_account_id(), case, form.account.data)):
        return _readers(case, form)
    return _again(case, _("This person can read the case now."))


@bp.post("/grievances/<id:case_id>/readers/<id:account_id>/remove")
@may(May.NOTE_GRIEVANCE)
def remove_reader(case_id: UUID, account_id: UUID) -> Response:
    Confirm()
    case = _decided_by_me(case_id)
    try:
        reading.remove_reader(session(), current_account_id(), case, account_id)
    except Refused as error:
        return refused(case, error)
    return _again(case, _("This person reads the case no more."))


@bp.post("/grievances/<id:case_id>/confidential")
@may(May.NOTE_GRIEVANCE)
def make_confidential(case_id: UUID) -> Response:
    Confirm()
    case = _decided_by_me(case_id)
    try:
        reading.make_confidential(session(), current_account_id(), case)
    except Refused as error:
        return refused(case, error)
    return _again(case, _("Only the people above know of this case now."))


@bp.get("/grievances/<id:case_id>/reach")
@may(May.NOTE_GRIEVANCE)
def reaching_them(case_id: UUID) -> Response:
    case = _decided_by_me(case_id)
    return _reaching(case, _how_to_reach(case))


def _how_to_reach(case: Grievance) -> HowToReach:
    return HowToReach(**{name: getattr(case.account, name) for name in HOW})


def _reaching(case: Grievance, form: HowToReach) -> Response:
    return page("grievances/reach.html", form=form, case=case, edition=correcting.edition(case, HOW))


@bp.post("/grievances/<id:case_id>/reach")
@may(May.NOTE_GRIEVANCE)
def reach_them(case_id: UUID) -> Response:
    """Of no version of the row, as `make_ordinary`."""
    case = _decided_by_me(case_id)
    form = _how_to_reach(case)
    if not form.carries_out(
        lambda: actions.reach(session(), current_account_id(), case, form.channel.data, form.safe_hours.data or ""),
        correcting.edition(case, HOW),
    ):
        return _reaching(case, form)
    return _again(case, _("It is kept: nobody reaches the person in another way."))


@bp.get("/grievances/<id:case_id>/withdraw")
@may(May.FILE_GRIEVANCE)
def withdrawing(case_id: UUID) -> Response:
    return page("grievances/withdraw.html", form=Confirm(), case=_mine(case_id))


@bp.post("/grievances/<id:case_id>/withdraw")
@may(May.FILE_GRIEVANCE)
def withdraw(case_id: UUID) -> Response:
    form, case = Confirm(), _mine(case_id)
    with form.refusing():
        actions.withdraw(session(), current_account_id(), case)
    if form.errors:
        return page("grievances/withdraw.html", form=form, case=case)
    flash(_("Your report is taken back: nobody else reads it any more."), "done")
    return redirect(url_for("grievances.index", tab="closed"))


def _mine(case_id: UUID) -> Grievance:
    """A case that who asks reported about themselves, else 404."""
    case = case_of(case_id)
    return case if _is_mine(case) else abort(404)


@bp.get("/grievances/<id:case_id>/ordinary")
@may(May.NOTE_GRIEVANCE)
def ordinary(case_id: UUID) -> Response:
    case = _decided_by_me(case_id)
    return page("grievances/ordinary.html", form=Ordinary(), case=case, own=_is_mine(case))


@bp.post("/grievances/<id:case_id>/ordinary")
@may(May.NOTE_GRIEVANCE)
def make_ordinary(case_id: UUID) -> Response:
    """Of no version: it would tell whoever reported the case that it was tied to a member's file."""
    case, form = _decided_by_me(case_id), Ordinary()
    own = _is_mine(case)
    if not form.carries_out(
        lambda: ordinary_by.make_ordinary(session(), current_account_id(), case, form.why.data, own=own)
    ):
        return page("grievances/ordinary.html", form=form, case=case, own=own)
    if case.confidential:
        return _again(case, _("It is asked: another reader of the case decides, and it stays confidential until then."))
    return _again(case, _("Every organiser of the workplace can read this case again."))


def _is_mine(case: Grievance) -> bool:
    """Whether who asks reported it about themselves: their word alone makes it ordinary."""
    return case.reported_by == current_account_id() and case.account.about is For.ONESELF


def _decided_by_me(case_id: UUID) -> Grievance:
    """The case, if the person asking may decide who reads it, else 404: they work it, or reported it and entrusted it
    to somebody."""
    case = case_of(case_id)
    if not (asking().may(May.WORK_GRIEVANCE) or case.reported_by == current_account_id()):
        abort(404)
    return case


def _who_could(case: Grievance) -> Reader:
    form = Reader()
    known = {case.reported_by, case.handled_by, *reading.named(session(), case)}
    offered = [one for one in reading.colleagues(session(), case.workplace_id) if one.id not in known]
    form.account.offer(((one.id, one.name) for one in offered), empty=_("Choose"))
    return form


def _readers(case: Grievance, form: Reader) -> Response:
    named = reading.beside(session(), case)
    people = names(session(), [one for one in (case.reported_by, case.handled_by, *named) if one])
    return page(
        "grievances/readers.html",
        form=form,
        case=case,
        named=named,
        people=people,
        me_id=current_account_id(),
        mine=_is_mine(case),
    )


def _again(case: Grievance, done: str) -> Response:
    flash(done, "done")
    return redirect(url_for("grievances.readers", case_id=case.id))


@bp.get("/grievances/<id:case_id>/about")
@may(May.WORK_GRIEVANCE)
def about(case_id: UUID) -> Response:
    """The search for the member, with the members of the case's workplace whom the kept search finds."""
    case, words = case_of(case_id), searches.words_asked(session())
    if words is None:
        return page("grievances/about.html", form=Whose(), case=case, found=None)
    found = search(session(), words, case.workplace_id)
    chain.listed(current_installation().store, current_account_id(), "case_search", case.id, len(found), case=case.id)
    return page("grievances/about.html", form=Whose(query=words), case=case, found=found[:MOST])


@bp.post("/grievances/<id:case_id>/about/search")
@may(May.WORK_GRIEVANCE)
@opens_its_own
def look_for(case_id: UUID) -> Response:
    """Nothing of the name stands in an address."""
    case, form = case_of(case_id), Whose()
    if not form.accepts():
        return page("grievances/about.html", form=form, case=case, found=None)
    with current_installation().store.writing(rights) as own:
        return searches.results_of(own, form.query.data, url_for("grievances.about", case_id=case.id))


@bp.post("/grievances/<id:case_id>/about")
@may(May.WORK_GRIEVANCE)
def link(case_id: UUID) -> Response:
    case, form = case_of(case_id), Linked()
    if form.member.data is None or session().get(Person, form.member.data) is None:
        abort(422)
    try:
        actions.link(session(), current_account_id(), case, form.member.data)
    except Refused as error:
        return refused(case, error)
    return back(case, _("It is written down."))


@bp.post("/grievances/<id:case_id>/about/not")
@may(May.WORK_GRIEVANCE)
def not_about(case_id: UUID) -> Response:
    """Somebody says that a case is not about a member who was offered."""
    case, form = case_of(case_id), Linked()
    if form.member.data is None or session().get(Person, form.member.data) is None:
        abort(422)
    try:
        actions.not_about(session(), current_account_id(), case, form.member.data)
    except Refused as error:
        return refused(case, error)
    return back(case, _("It is written down: this member is not offered for this case again."))
