"""The pages of a collective grievance: opening it, its people with their consent, the sheet and the letters."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import Confirm
from union.cases import subjects
from union.cases.letters import LANGUAGES
from union.cases.models import Case, Stage
from union.cases.panels import Panel
from union.cases.subjects import Subject
from union.collective import actions, letters, sheet
from union.collective.actions import CollectiveAct
from union.collective.forms import Answer, Claim, Gather, Join
from union.collective.models import Consent, Joined, Sees, Standing
from union.collective.words import GIVEN as GIVEN_WORDS
from union.collective.words import LETTERS, NAMED_TO, STANDINGS
from union.grievances import ticked
from union.grievances.act_views import case_of, refused
from union.grievances.models import Grievance
from union.members.listing import find
from union.members.models import Entrusted, Member
from union.members.own import own_member
from union.press.typesetting import pdf
from union.record import chain
from union.refusal import Refused
from union.store.db import session
from union.vault.envelope import whole
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page

bp = Blueprint("collective", __name__)

ACTS = {
    CollectiveAct.WORDED.value: (_l("What people are asked to join was worded anew"), "edit"),
    CollectiveAct.JOINED.value: (_l("Somebody joined"), "people"),
    CollectiveAct.CHANGED.value: (_l("A consent was changed"), "edit"),
    CollectiveAct.DECLINED.value: (_l("Somebody who was asked does not join"), "close"),
    CollectiveAct.TAKEN_BACK.value: (_l("Somebody took their consent back"), "undo"),
    CollectiveAct.ASKED.value: (_l("Asked: does the person join what several ask together?"), "people"),
}
WORD_FIRST = _l("Write first what it is about and what is asked for: people agree to words.")


@bp.get("/grievances/<id:case_id>/colleagues")
@may(May.FILE_GRIEVANCE)
def opening(case_id: UUID) -> Response:
    case = case_of(case_id)
    return page("collective/opening.html", form=Claim(), case=case, open_ones=_open_ones(case))


@bp.post("/grievances/<id:case_id>/colleagues")
@may(May.FILE_GRIEVANCE)
def begin(case_id: UUID) -> Response:
    """A collective grievance of its own, to which this case is tied where it can be."""
    case, form, made = case_of(case_id), Claim(), []

    def act() -> None:
        by = current_account_id()
        new = actions.begin(session(), by, case.workplace_id, form.subject.data, form.demand.data)
        if _can_be_tied(case) and (case.reported_by == by or not asking().reach.named_only):
            actions.gather(session(), by, new, case)
        made.append(new)

    if not form.carries_out(act):
        return page("collective/opening.html", form=form, case=case, open_ones=_open_ones(case))
    flash(_("It is open: write down each colleague who agrees, or print the sheet."), "done")
    return redirect(url_for("collective.show", case_id=made[0].id))


def _can_be_tied(case: Grievance) -> bool:
    return not (case.confidential or case.stage is Stage.CLOSED or actions.is_collective(case))


def _open_ones(case: Grievance) -> list[Grievance]:
    return [one for one in actions.open_ones(session(), case.workplace_id) if one.id != case.id]


def _collective(case_id: UUID) -> Grievance:
    """The case, where it is one that people join; 404 for another."""
    case = case_of(case_id)
    whole(case, "account")
    return case if actions.is_collective(case) else abort(404)


@bp.get("/collective/<id:case_id>")
@may(May.READ_GRIEVANCE)
def show(case_id: UUID) -> Response:
    case = _collective(case_id)
    return _shown(case, _join_form(case))


@bp.post("/collective/<id:case_id>")
@may(May.NOTE_GRIEVANCE)
def join(case_id: UUID) -> Response:
    case = _collective(case_id)
    form = _join_form(case)
    if form.seek.data and not form.member.data and not form.name.data:
        return _shown(case, form, looking=True)  # a search, and nobody chosen yet
    if not form.carries_out(lambda: actions.join(session(), current_account_id(), case, _consent(form))):
        return _shown(case, form)
    flash(_("Written down with its day. It can be taken back at any time."), "done")
    return redirect(url_for("collective.show", case_id=case.id))


def _consent(form: Answer) -> Consent:
    """What the form says; of whom it is and in which words it was put follows."""
    told: dict[str, Any] = {"given": form.given.data, "on": form.on.data, "words": form.words.data or ""}
    if isinstance(form, Join):
        told |= {"name": form.name.data or "", "number": form.number.data or "", "member_id": form.member.data}
    return Consent("", "", sees=form.sees.data, **told)


def _join_form(case: Grievance) -> Join:
    """With whom may be picked: to a delegate those entrusted to them and themselves; to a desk those whom it finds."""
    form = Join(on=today())
    if not asking().may(May.LIST_MEMBERS):
        own = own_member(session(), current_account_id())
        entrusted = select(Entrusted.member_id).where(
            Entrusted.account_id == current_account_id(), Entrusted.workplace_id == case.workplace_id
        )
        ids = [*session().scalars(entrusted), *([own] if own else [])]
        found = readable(session().scalars(select(Member).where(Member.id.in_(ids))), "identity")
        rows = sorted(((one.id, one.identity.name) for one in found), key=lambda pair: pair[1])
    else:
        rows = _found(form.seek.data, case.workplace_id)
    form.member.offer(rows, empty=_("Choose"))
    return form


def _found(query: str | None, workplace_id: UUID) -> list[tuple[UUID, str]]:
    if not query:
        return []
    found = find(session(), query)
    chain.note(session(), current_account_id(), chain.Act.LISTED, "member_search", None, str(found.total))
    return [
        (one.member_id, " · ".join(filter(None, (one.member.identity.name, one.terms.employee_number))))
        for one in found.rows
        if one.workplace_id == workplace_id
    ]


def _shown(case: Grievance, form: Join, *, looking: bool = False) -> Response:
    numbers, people = actions.counts(session(), case.id), actions.people(session(), case.id)
    joined = [one for one in people if one.standing is Standing.JOINED]
    ties = {one.tied_id for one in people if one.tied_id}
    own = {one.id: one for one in session().scalars(select(Grievance).where(Grievance.id.in_(ties)))} if ties else {}
    return page(
        "collective/show.html",
        form=form,
        case=case,
        said=case.account,
        joined=joined,
        others=[one for one in people if one.standing is not Standing.JOINED],
        number=numbers[Standing.JOINED],
        unnamed=numbers[Standing.JOINED] - len(joined),
        asked=numbers[Standing.ASKED],
        own=own,
        given=GIVEN_WORDS,
        named_to=NAMED_TO,
        standings=STANDINGS,
        looking=looking,
        desk=asking().may(May.LIST_MEMBERS),
        may_write=_may_write,
        letters=_letters(case),
        words=asking().may(May.WORK_GRIEVANCE) or case.reported_by == current_account_id(),
        closed=case.stage is Stage.CLOSED,
    )


def _may_write(row: Joined) -> bool:
    """Whether the reader changes this consent: who brought the person in, and whoever works the case."""
    return row.brought_by == current_account_id() or not asking().reach.named_only


def _letters(case: Grievance) -> dict[str, Any]:
    return LETTERS if asking().may(May.CHECK_PAPERS) and case.account.subject else {}


@bp.get("/collective/<id:case_id>/wording")
@may(May.FILE_GRIEVANCE)
def wording(case_id: UUID) -> Response:
    case = _worded_by_me(case_id)
    form = Claim(subject=case.account.subject, demand=case.account.demand)
    return page("collective/wording.html", form=form, case=case)


@bp.post("/collective/<id:case_id>/wording")
@may(May.FILE_GRIEVANCE)
def word(case_id: UUID) -> Response:
    case = _worded_by_me(case_id)
    form = Claim(subject=case.account.subject, demand=case.account.demand)
    by, said = current_account_id(), (form.subject.data, form.demand.data)
    if not form.carries_out(lambda: actions.word(session(), by, case, *said), case.version):
        return page("collective/wording.html", form=form, case=case)
    flash(_("Whoever joins from now on agrees to these words."), "done")
    return redirect(url_for("collective.show", case_id=case.id))


def _worded_by_me(case_id: UUID) -> Grievance:
    case = _collective(case_id)
    return case if asking().may(May.WORK_GRIEVANCE) or case.reported_by == current_account_id() else abort(404)


@bp.get("/collective/<id:case_id>/sheet")
@may(May.READ_GRIEVANCE)
def signature_sheet(case_id: UUID) -> Response:
    case, said_in = _collective(case_id), choice("in", LANGUAGES, "fr")
    if not case.account.subject:
        return refused(case, Refused("subject", WORD_FIRST), 409)
    blank = sheet.blank(case.account, subjects.place_of(case), case.code, said_in)
    return hand_over(paper_of(f"{case.code}-{said_in}", pdf(blank)), Whence("grievance", case.id, case.id))


@bp.get("/collective/<id:case_id>/letter")
@may(May.CHECK_PAPERS)
def letter(case_id: UUID) -> Response:
    """A letter that names those who allow it, as they stand now."""
    case, code = _collective(case_id), choice("step", tuple(letters.SAID), next(iter(letters.SAID)))
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", ("draft", "sign"), "draft")
    if not case.account.subject:
        return refused(case, Refused("subject", WORD_FIRST), 409)
    allowed = [
        one.consent
        for one in actions.people(session(), case.id)
        if one.standing is Standing.JOINED and one.consent.sees is Sees.EMPLOYER
    ]
    everybody, place = actions.counts(session(), case.id)[Standing.JOINED], subjects.place_of(case)
    draft = way == "draft"
    made = letters.of_claim(code, case.account, allowed, everybody, place, case.code, said_in, today(), draft=draft)
    parcel = paper_of(f"{case.code}-{code}-{said_in}", pdf(made), draft=draft, people=len(allowed))
    return hand_over(parcel, Whence("grievance", case.id, case.id))


def _row(joined_id: UUID) -> Joined:
    row = session().get(Joined, joined_id) or abort(404)
    whole(row, "consent")
    return row if _may_write(row) else abort(404)


def _consent_page(row: Joined, form: Answer, status: int = 200, *, typed: bool = False) -> Response:
    """`typed`: the form was sent, and what stands in it is given back though nobody may answer any more."""
    own = session().get(Grievance, row.tied_id) if row.tied_id else None
    return page(
        "collective/consent.html",
        form=form,
        row=row,
        own=own,
        asked=row.standing is Standing.ASKED,
        joined=row.standing is Standing.JOINED,
        typed=typed,
        standing=STANDINGS[row.standing],
        months=current_installation().settings.outsiders_months,
        back=_back(row),
        status=status,
    )


def _back(row: Joined) -> str:
    """The page of the collective grievance for whoever knows of it, else their own case."""
    if session().get(Grievance, row.case_id) is not None:
        return url_for("collective.show", case_id=row.case_id)
    if row.tied_id and session().get(Grievance, row.tied_id) is not None:
        return url_for("grievances.show", case_id=row.tied_id)
    return url_for("grievances.index")


def _answer_form(row: Joined) -> Answer:
    kept = row.consent
    return Answer(sees=kept.sees, given=kept.given, on=kept.on or today(), words=kept.words)


@bp.get("/collective/people/<id:joined_id>")
@may(May.NOTE_GRIEVANCE)
def consent(joined_id: UUID) -> Response:
    row = _row(joined_id)
    return _consent_page(row, _answer_form(row))


@bp.post("/collective/people/<id:joined_id>")
@may(May.NOTE_GRIEVANCE)
def keep_consent(joined_id: UUID) -> Response:
    row = _row(joined_id)
    form = _answer_form(row)
    if not form.carries_out(lambda: actions.answer(session(), current_account_id(), row, _consent(form)), row.version):
        return _consent_page(row, form, typed=True)
    flash(_("Written down with its day. It can be taken back at any time."), "done")
    return redirect(_back(row))


@bp.post("/collective/people/<id:joined_id>/decline")
@may(May.NOTE_GRIEVANCE)
def decline(joined_id: UUID) -> Response:
    return _acted(joined_id, actions.decline, _("It is written down: the person is named nowhere."))


@bp.post("/collective/people/<id:joined_id>/take-back")
@may(May.NOTE_GRIEVANCE)
def take_back(joined_id: UUID) -> Response:
    return _acted(joined_id, actions.take_back, _("Taken back: the name is in no list and in no letter from now on."))


def _acted(joined_id: UUID, act: Any, said: str) -> Response:
    Confirm()
    row, form = _row(joined_id), Answer(beside=True)
    with form.refusing():
        act(session(), current_account_id(), row)
    if form.errors:
        return _consent_page(row, form, 422)
    flash(said, "done")
    return redirect(_back(row))


@bp.get("/collective/gather")
@may(May.WORK_GRIEVANCE)
def gathering() -> Response:
    """The cases that were ticked on the list, and into which collective grievance they go."""
    try:
        ids = [UUID(one) for one in request.args.getlist("case")][: ticked.MOST]
    except ValueError:
        abort(422)
    form = Gather()
    cases = _cases(ids)
    if not cases:
        return redirect(url_for("grievances.index"))
    _offer(form, cases)
    return page("collective/gathering.html", form=form, cases=cases)


@bp.post("/collective/gather")
@may(May.WORK_GRIEVANCE)
def gather() -> Response:
    form = Gather()
    cases = _cases(form.case.ids[: ticked.MOST])
    _offer(form, cases)
    done: list[Grievance] = []
    left: list[str] = []
    if not form.carries_out(lambda: done.append(_gathered(form, cases, left))):
        return page("collective/gathering.html", form=form, cases=cases)
    flash(_("Tied. Whoever reported each case is asked, and nobody is named before they agree."), "done")
    if left:
        flash(" ".join([str(_("Not tied:")), *left]), "soon")
    return redirect(url_for("collective.show", case_id=done[0].id))


def _cases(ids: list[UUID]) -> list[Grievance]:
    return list(session().scalars(select(Grievance).where(Grievance.id.in_(ids)).order_by(Grievance.code)))


def _offer(form: Gather, cases: list[Grievance]) -> None:
    places, unworded = {one.workplace_id for one in cases}, _("not worded yet")
    found = [one for place in sorted(places) for one in actions.open_ones(session(), place)]
    form.into.offer(
        ((one.id, " · ".join((one.code, one.account.subject or unworded))) for one in found), empty=_("A new one")
    )


def _gathered(form: Gather, cases: list[Grievance], left: list[str]) -> Grievance:
    """Tie what can be tied, and say of the others why not. Raises `Refused` where none can be."""
    by, can = current_account_id(), [one for one in cases if _can_be_tied(one)]
    if not can:
        raise Refused("case", _l("Only cases of one person at the same workplace that are not confidential are tied."))
    into = session().get(Grievance, form.into.data) if form.into.data else None
    if into is None:
        into = actions.begin(session(), by, can[0].workplace_id, form.subject.data or "", form.demand.data or "")
    number, colon = 0, _(": ")
    for one in cases:
        try:
            actions.gather(session(), by, into, one)
            number += 1
        except Refused as error:
            left.append("".join((one.code, colon, str(error.sentence))))
    if not number:
        raise Refused("case", _l("None of these cases can be tied to it: choose others."))
    return into


def panel(case: Case, subject: Subject) -> Panel | None:
    """Beside a collective grievance its people; beside another case whether several have the same."""
    if subject.person_id is not None or not isinstance(case, Grievance):
        return None
    if actions.is_collective(case):
        number = actions.counts(session(), case.id)[Standing.JOINED]
        values: dict[str, Any] = {"case": case, "number": number, "mine": True}
        return Panel(_l("Who joins"), "people", "collective/_panel.html", values, printed=False)
    rows = [one for one in actions.of_own_case(session(), case.id) if _may_write(one)]
    may_open = asking().may(May.FILE_GRIEVANCE) and case.stage is not Stage.CLOSED
    if not rows and not may_open:
        return None
    values = {"case": case, "rows": rows, "mine": False, "standings": STANDINGS, "may_open": may_open}
    title = _l("Several have the same")
    return Panel(title, "people", "collective/_panel.html", values, printed=False, folded=not rows)
