"""The list of grievances and the page of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.actions import names
from union.cases import member_panel, messages, panels, readers
from union.cases.models import Stage
from union.confidentiality import opening
from union.grievances import (
    act_views,
    adding_views,
    correction_views,
    letter_views,
    naming,
    probable,
    reaching,
    reader_views,
    reporting,
    step_views,
)
from union.grievances.blueprint import bp
from union.grievances.forms import Note
from union.grievances.listing import DATES, TABS, Asked, counts, listed
from union.grievances.models import Grievance, Problem
from union.grievances.presentation import last_message, lines, opened, openings, sees_strategy, what_is_next
from union.grievances.step_letters import SAID, may_be_written
from union.grievances.step_words import done_words, proof_line
from union.grievances.subjects import subject
from union.grievances.words import AGREED, AWAITED, CHANNELS, FORS, HARMS, OUTCOMES, PAPERS, PROBLEMS, STAGES
from union.members.models import Member
from union.members.words import telephone
from union.record import chain
from union.store.db import session
from union.web.addresses import choice, single
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.pages import page
from union.workplaces.models import Workplace, sites

__all__ = [
    "act_views",
    "adding_views",
    "bp",
    "correction_views",
    "letter_views",
    "member_panel",
    "reader_views",
    "reporting",
    "step_views",
]  # imported, these register their pages and panels

TAB_WORDS = {
    "open": _l("All open"),
    **{stage.value: word for stage, word in STAGES.items()},
    "closed": _l("closed ones"),
    "mine": _l("Mine"),
}
DATE_WORDS = {
    "": _l("Any"),
    "late": _l("Late"),
    "week": _l("Within a week"),
    "claim": _l("To be claimed"),
    "none": _l("Without a date"),
}


@bp.get("/grievances")
@may(May.READ_GRIEVANCE)
def index() -> Response:
    asked = _asked()
    numbers = counts(session(), current_account_id(), asked)
    kept: dict[str, Any] = {name: request.args[name] for name in _kept() - {"tab"}}
    tabs = [
        {
            "label": TAB_WORDS[tab],
            "number": numbers[tab],
            "url": url_for("grievances.index", tab=tab, **kept),
            "current": asked.tab == tab,
            "tone": "soon" if tab == "new" and numbers[tab] else None,
        }
        for tab in (TABS if asking().may(May.WORK_GRIEVANCE) else ("open", "closed"))
    ]
    places = {one.id: one.site.called for one in session().scalars(sites())}
    rows = listed(session(), current_account_id(), asked, places, numbers, unread_first=asking().reach.named_only)
    return page(
        "grievances/index.html",
        asked=asked,
        tabs=tabs,
        page=rows,
        problems=PROBLEMS,
        stages=STAGES,
        closed=Stage.CLOSED,
        groups=_filters(places) if asking().may(May.WORK_GRIEVANCE) else [],
        filtered=bool(kept),
        unopened=opening.unopened(current_installation().store, asking().reach) if asked.tab == "open" else [],
    )


def _asked() -> Asked:
    problem = choice("problem", tuple(one.value for one in Problem))
    place = single("workplace")
    try:
        workplace_id = UUID(place) if place else None
    except ValueError:
        abort(422)
    return Asked(
        choice("tab", TABS, "open"), Problem(problem) if problem else None, workplace_id, choice("dates", DATES)
    )


def _kept() -> set[str]:
    return {name for name in ("tab", "problem", "workplace", "dates") if request.args.get(name)}


def _filters(named: Mapping[UUID, str]) -> list[dict[str, Any]]:
    """Filters as links that can be shared; a workplace by its id, never by its name."""
    places = sorted(((str(one), name) for one, name in named.items()), key=lambda pair: pair[1])
    groups = [_group(_l("Date"), "dates", list(DATE_WORDS.items()))]
    problems = [("", _l("Any")), *((one.value, word) for one, word in PROBLEMS.items())]
    groups.append(_group(_l("About"), "problem", problems))
    if len(places) > 1:
        groups.append(_group(_l("Workplace"), "workplace", [("", _l("All")), *places]))
    return groups


def _group(label: Any, name: str, options: list[tuple[str, Any]]) -> dict[str, Any]:
    kept: dict[str, Any] = {one: request.args[one] for one in _kept() - {name}}
    return {
        "label": label,
        "name": name,
        "options": [
            {
                "value": value,
                "label": word,
                "current": request.args.get(name, "") == value,
                "url": url_for("grievances.index", **{**kept, **({name: value} if value else {})}),
            }
            for value, word in options
        ],
    }


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
        lines=lines(session(), case, people),
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
        added=adding_views.added(session(), case),
        agreed=AGREED,
        channels=CHANNELS,
        harms=HARMS,
        telephone=telephone,
        letters=_letters(case),
        call=reaching.of_case(session(), case),
        probable=probable.members_of(session(), case),
        unread=unread,
        me_id=current_account_id(),
        message=last_message(session(), case, current_account_id())
        if current_account_id() in {case.reported_by, case.handled_by}
        else None,
        openings=openings(times, people),
        panels=panels.panels(case, subject(case)),
    )


# Letters that stand with a paper that is written down first.
PAPER_FIRST = {"dismissal": "dismissals.new", "receipt": "receipts.new"}


def _letters(case: Grievance) -> dict[str, str]:
    """By the code of a letter, its address: empty where the person has to agree before there is one."""
    if not asking().may(May.CHECK_PAPERS):
        return {}
    found = {code: url_for(page, case_id=case.id) for code, page in PAPER_FIRST.items()}
    for code in SAID:
        allowed = may_be_written(code, case.account)
        found[code] = url_for("grievances.step_letter", case_id=case.id, step=code) if allowed else ""
    return found


def _about(case: Grievance) -> Member | None:
    """The member whom a case is about, if they are in reach."""
    return session().get(Member, case.member_id) if case.member_id else None


def _links(case: Grievance) -> dict[str, str]:
    """The pages of other features that this one leads to, where they are there and the reader may open them."""
    found = {"owed": url_for("entitlements.show", case_id=case.id)} if asking().may(May.COUNT_OWED) else {}
    if asking().may(May.PLEAD_GRIEVANCE) and _about(case) is not None:
        found["member"] = url_for("members.show", member_id=case.member_id)
    return found
