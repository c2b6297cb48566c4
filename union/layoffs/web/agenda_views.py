"""The agenda of a dispute: every date of everybody on its list and of the procedure, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import date_words, dates
from union.cases.clocks import other_side
from union.cases.dates import CaseDate
from union.cases.findings_view import STATUSES, about, cited
from union.cases.models import Stage
from union.languages.saying import in_language
from union.layoffs import actions
from union.layoffs.procedure.steps import first_exit
from union.layoffs.records.models import Layoff, on_the_list
from union.layoffs.web.agenda import Due
from union.layoffs.web.agenda import agenda as dates_of
from union.layoffs.web.blueprint import bp, dispute_or_404, place_of
from union.layoffs.web.panels import Link
from union.record import chain
from union.store.db import session
from union.web.addresses import choice, paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id, needed
from union.web.forms.typed import Day
from union.web.locale import language, today
from union.web.pages import page

SHELVES = ("open", "claim", "passed")  # to come; the other side's that is over, to be claimed; ours that is over

LINK = Link("layoffs.agenda", _l("Agenda of the dispute"), "waiting")


@dataclass(frozen=True)
class AgendaLine:
    """One date in the reader's words."""

    due: Due
    what: str
    article: str
    article_title: str
    legal_on: date | None
    post_by: date | None
    reserve_on: date | None
    remains: str
    theirs: str
    status: Any
    url: str


class ClaimedForm(Form):
    """That the employer was asked for what they let go by."""

    claimed_on = Day(
        _l("The certificates of employment were claimed, or handed over, on"),
        [needed()],
        description=_l(
            "What had passed before that day leaves this list and the common agenda; the timeline keeps it."
        ),
    )


@bp.get("/layoffs/<id:case_id>/agenda")
@may(May.READ_LAYOFF)
def agenda(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    people = readable(session().scalars(on_the_list(case_id)), "facts")
    count = place_of(dispute).site.headcount
    show = choice("show", SHELVES, "open")
    every = dates_of(
        dispute.matter,
        people,
        dates.of_cases(session(), [case_id]).get(case_id, []),
        first_exit(row.facts for row in people),
        count.people if count else None,
    )
    shelves: dict[str, list[Due]] = {name: [] for name in SHELVES}
    for one in every:
        shelves["open" if one.on >= today() else "claim" if one.bound != "us" else "passed"].append(one)
    wanted = shelves[show] if show == "open" else shelves[show][::-1]  # what passed last may still be argued
    return page(
        "layoffs/agenda.html",
        dispute=dispute,
        show=show,
        claims=any(one.person_id and one.bound == "employer" for one in shelves["claim"]),
        closed=dispute.stage is Stage.CLOSED,
        counts_of={name: len(some) for name, some in shelves.items()},
        rows=paged(len(wanted), lambda offset, limit: [_shown(one) for one in wanted[offset : offset + limit]]),
        total=len(every),
        people=len({one.person_id for one in wanted if one.person_id}),
    )


@bp.get("/layoffs/<id:case_id>/agenda/claimed")
@may(May.WORK_LAYOFF)
def claiming(case_id: UUID) -> Response:
    return _claim_page(dispute_or_404(case_id), ClaimedForm(claimed_on=today()))


@bp.post("/layoffs/<id:case_id>/agenda/claimed")
@may(May.WORK_LAYOFF)
def claim(case_id: UUID) -> Response:
    dispute, form = dispute_or_404(case_id), ClaimedForm(claimed_on=today())
    if not form.carries_out(lambda: actions.claim(session(), current_account_id(), dispute, form.claimed_on.data)):
        return _claim_page(dispute, form)
    flash(_("It waits no more."), "done")
    return redirect(url_for("layoffs.agenda", case_id=case_id, show="claim"))


def _claim_page(dispute: Layoff, form: ClaimedForm) -> Response:
    return page("layoffs/claiming.html", dispute=dispute, form=form)


def _shown(due: Due) -> AgendaLine:
    said, one, beside = language(), due.count, due.beside
    url = date_words.page_of(beside) if beside is not None else ""
    if one is None:
        return AgendaLine(due, *_uncounted(beside), None, None, "", "", "", url)
    act, passed = in_language(one.act, said), one.legal_on < today()
    return AgendaLine(
        due,
        act[:1].upper() + act[1:],
        cited(one.articles),
        about(one.articles),
        one.legal_on,
        None if one.safe_on < today() else one.post_by,
        one.reserve_on if one.reserve_on and one.reserve_on > one.legal_on else None,
        in_language(one.remains, said) if passed and one.remains else "",
        "" if one.bound == "us" else other_side(one.rule, due.on),
        STATUSES[one.status],
        url,
    )


def _uncounted(beside: CaseDate | None) -> tuple[str, str, str, date | None]:
    """A hearing, or a task of a closure: what, its article with its title, the day that the court fixed."""
    if beside is None:
        return "", "", "", None
    found = date_words.articles(beside.dated)
    return date_words.what(beside.dated), cited(found), about(found), beside.dated.legal_on
