"""The page of one grievance."""

from __future__ import annotations

from uuid import UUID

from flask import redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.actions import names
from union.cases import lessons, member_panel, messages, panels, readers, transfer_views
from union.cases.models import Entry, Stage
from union.cases.timeline import timeline
from union.grievances import (
    act_views,
    adding_views,
    contact_views,
    contact_words,
    correction_views,
    hanging_views,
    letter_views,
    list_views,
    naming,
    probable,
    reaching,
    reader_views,
    reporting,
    saved_list_views,
    step_views,
    triage_views,
)
from union.grievances.blueprint import bp
from union.grievances.forms import Note
from union.grievances.listed_cases import beside_on_the_list, list_url
from union.grievances.models import Grievance
from union.grievances.presentation import last_message, lines, opened, openings, sees_strategy, what_is_next
from union.grievances.step_words import done_words, proof_line
from union.grievances.subjects import subject
from union.grievances.words import (
    AGREED,
    AWAITED,
    CHANNELS,
    FORS,
    HARMS,
    OUTCOMES,
    PAPERS,
    PROBLEMS,
    REFUSALS,
    SAYS,
    STAGES,
)
from union.members.models import Member
from union.members.words import telephone
from union.record import chain
from union.store.db import session
from union.vault.envelope import opens
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.pages import page
from union.workplaces.models import Employer, Workplace

__all__ = [
    "act_views",
    "adding_views",
    "bp",
    "contact_views",
    "correction_views",
    "hanging_views",
    "letter_views",
    "list_views",
    "member_panel",
    "reader_views",
    "reporting",
    "saved_list_views",
    "step_views",
    "triage_views",
]  # imported, these register their pages and panels


@bp.get("/grievances/<id:case_id>")
@may(May.READ_GRIEVANCE)
def show(case_id: UUID) -> Response:
    case = act_views.case_of(case_id)
    chain.opened(current_installation().store, current_account_id(), "grievance", case.id)
    waits = messages.counted(session(), current_account_id(), [case.id]).get(case.id)
    if waits is not None:
        messages.opened(current_installation().store, asking().reach, case.id, waits)
    return case_page(case, Note(), waits[0] if waits else 0)


@bp.post("/grievances/<id:case_id>/notes")
@may(May.NOTE_GRIEVANCE)
def note(case_id: UUID) -> Response:
    case = act_views.case_of(case_id)
    form = Note()
    if form.untouched:
        return redirect(url_for("grievances.show", case_id=case_id))
    if not form.carries_out(lambda: act_views.add_note(case, form.words.data, strategy=form.strategy.data)):
        return case_page(case, form)
    return act_views.back(case, _("The note stands in the timeline."))


def case_page(case: Grievance, form: Note, unread: int = 0) -> Response:
    """The page of a case, with the one form that stands on it; `unread` messages waited until now."""
    steps = what_is_next(session(), case)
    named = readers.beside(session(), case)
    works = asking().may(May.WORK_GRIEVANCE)
    times = opened(session(), case) if works else {}
    people = names(session(), [one for one in (case.handled_by, case.reported_by, *named, *times) if one])
    place = session().get(Workplace, case.workplace_id)
    acts = timeline(session(), case)
    return page(
        "grievances/show.html",
        form=form,
        case=case,
        about_name=naming.about(session(), [case]).get(case.id, ""),
        steps=steps,
        people=people,
        named=named,
        works=works,
        mine=case.reported_by == current_account_id(),
        delegate=not asking().may(May.PLEAD_GRIEVANCE),
        site=place.site if place else None,
        strategy=sees_strategy(),
        lines=lines(session(), case, acts, people),
        problems=PROBLEMS,
        stages=STAGES,
        papers=PAPERS,
        outcomes=OUTCOMES,
        awaited=AWAITED,
        fors=FORS,
        done_words=done_words,
        proof_line=proof_line,
        doing=step_views.forms(one for one in steps if not one.url) if case.stage is not Stage.CLOSED else {},
        links=_links(case),
        put_right=correction_views.may_put_right(case),
        learns=correction_views.may_learn(case),
        adds=adding_views.may_add(case),
        added=adding_views.added(acts),
        hangs=hanging_views.shown(case),
        agreed=AGREED,
        channels=CHANNELS,
        harms=HARMS,
        telephone=telephone,
        letters={one.letter: letter_views.shown(case, one.letter) for one in steps if one.letter},
        call=reaching.of_case(session(), case),
        probable=probable.members_of(session(), case),
        unread=unread,
        me_id=current_account_id(),
        message=_message(case, acts),
        openings=openings(times, people),
        phones=_phones(case) if works else [],
        transfer=transfer_views.shown(case) if works else None,
        lesson=lessons.of_case(session(), case.id) if works and case.stage is Stage.CLOSED else None,
        contacts=contact_words.of_timeline(acts, strategy=sees_strategy()),
        employer=_employer(place),
        refusals=REFUSALS,
        says=SAYS,
        list_url=list_url(),
        beside=beside_on_the_list(case) if works else None,
        panels=panels.panels(case, subject(case)),
    )


def _message(case: Grievance, acts: list[Entry]) -> Entry | None:
    """What somebody else wrote last, for whoever reported the case or follows it."""
    me = current_account_id()
    return last_message(acts, me) if me in {case.reported_by, case.handled_by} else None


def _phones(case: Grievance) -> list[str]:
    """How the person is called: by the number that the report gives, else by those of their file."""
    member = _about(case) if not case.account.about_phone else None
    if member is None:
        return [case.account.about_phone] if case.account.about_phone else []
    return list(member.identity.phones[:2]) if opens(member, "identity") else []


def _employer(place: Workplace | None) -> str:
    """The employer, as letters name them; nothing where the name does not open."""
    found = session().get(Employer, place.employer_id) if place is not None else None
    return found.identity.legal_name if found is not None and opens(found, "identity") else ""


def _about(case: Grievance) -> Member | None:
    """The member whom a case is about, if they are in reach."""
    return session().get(Member, case.member_id) if case.member_id else None


def _links(case: Grievance) -> dict[str, str]:
    """The pages of other features that this one leads to, where they are there and the reader may open them."""
    found = {"owed": url_for("entitlements.show", case_id=case.id)} if asking().may(May.COUNT_OWED) else {}
    if asking().may(May.PLEAD_GRIEVANCE) and _about(case) is not None:
        found["member"] = url_for("members.show", member_id=case.member_id)
    return found
