"""The list of grievances: its tabs, filters, search and order; the preview beside it; the ticked ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases import readers
from union.cases.models import Stage
from union.cases.timeline import timeline
from union.confidentiality import opening
from union.grievances import listed_cases, listing, naming, saved_lists, ticked
from union.grievances.act_views import case_of, in_a_week
from union.grievances.blueprint import bp
from union.grievances.list_forms import NONE_TICKED, FindCases, TakenBack, Ticked
from union.grievances.listing import DATES, TABS, Asked, among, counts, listed
from union.grievances.presentation import last_message, what_is_next
from union.grievances.ticked import Act, Back, Done
from union.grievances.words import PAPERS, PROBLEMS, STAGES
from union.members.words import telephone
from union.record import chain
from union.store.db import opens_its_own, session
from union.web import searches
from union.web.addresses import Page, single
from union.web.current import current_installation, rights
from union.web.forms.form import current_account_id
from union.web.pages import page
from union.workplaces.models import Workplace

TAB_WORDS = {
    "open": _l("All open"),
    "mine": _l("Mine"),
    "nobody": _l("Followed by nobody"),
    "idle": _l("Without a next act"),
    **{stage.value: word for stage, word in STAGES.items()},
    "closed": _l("closed ones"),
}
DATE_WORDS = {
    "": _l("Any"),
    "late": _l("Late"),
    "week": _l("Within a week"),
    "claim": _l("To be claimed"),
    "none": _l("Without a date"),
}
SORT_WORDS = {
    "": _l("What comes first"),
    "name": _l("Name"),
    "-name": _l("Name, from the end"),
    "place": _l("Workplace"),
    "owner": _l("Who follows it"),
    "state": _l("State"),
}
WANT_HANDS = frozenset({"new", "nobody", "idle"})
TOLD = "told"  # in the address: the key of what was done
assert set(DATE_WORDS) == {"", *DATES}


@dataclass(frozen=True)
class Told:
    """What was done with the ticked cases, and what was not; `cases` and `act` take it back."""

    said: str
    left: str = ""
    cases: str = ""
    act: str = ""


@bp.get("/grievances")
@may(May.READ_GRIEVANCE)
def index() -> Response:
    words = searches.words_asked(session())
    return _list(words, FindCases(query=words))


def _list(words: str | None, search: FindCases, form: Ticked | None = None) -> Response:
    """The list that the address asks for; `form` is what was sent of the ticked cases, where it has to be put right."""
    asked, works = listed_cases.asked(words), asking().may(May.WORK_GRIEVANCE)
    places = listed_cases.names_of_places()
    kept = among(session(), asked, places)
    numbers = counts(session(), current_account_id(), asked, kept)
    rows = listed(session(), current_account_id(), asked, places, kept, numbers)
    if asked.words:  # typed, or of a list kept under a name
        chain.listed(current_installation().store, current_account_id(), "search", None, rows.total)
    shown = form if form is not None else search if search.errors else None
    return page(
        "grievances/index.html",
        form=shown,
        asked=asked,
        tabs=_tabs(asked, numbers, works),
        page=rows,
        problems=PROBLEMS,
        stages=STAGES,
        closed=Stage.CLOSED,
        groups=_filters(asked, places) if works else [],
        search=search,
        ticking=(form or _ticked_form(rows)) if works else None,
        words=words,
        asks=listed_cases.kept(),
        tail=listed_cases.tail(),
        heads=_heads(asked),
        saved=saved_lists.kept(session()) if works else [],
        view=listed_cases.saved_asked(),
        told=_told(),
        unopened=opening.unopened(current_installation().store, asking().reach) if asked.tab == "open" else [],
        me_id=current_account_id(),
        filtered=bool(asked.problem or asked.workplace_id or asked.dates or asked.words),
        without_words=url_for("grievances.index", **listed_cases.spelled_out(asked)),
    )


def _heads(asked: Asked) -> dict[str, tuple[str, str | None]]:
    """Of the columns that sort: where each leads, and how the list is sorted by it now."""
    known, named = listed_cases.kept("sort"), asked.sort.endswith("name")
    other = "-name" if asked.sort == "name" else "name"
    unsorted = "" if "view" in known else None  # said, where the list kept under a name is sorted
    way = ("desc" if asked.sort.startswith("-") else "asc") if named else None
    return {
        "name": (url_for("grievances.index", sort=other, **known), way),
        "date": (
            url_for("grievances.index", sort=unsorted, **known),
            None if asked.sort else "asc",
        ),
    }


def _tabs(asked: Asked, numbers: Mapping[str, int], works: bool) -> list[dict[str, Any]]:
    kept = listed_cases.kept("tab")
    return [
        {
            "label": TAB_WORDS[tab],
            "number": numbers[tab],
            "url": url_for("grievances.index", tab=tab, **kept),
            "current": asked.tab == tab,
            "tone": "soon" if tab in WANT_HANDS and numbers[tab] else None,
        }
        for tab in (TABS if works else ("open", "closed"))
        if tab != "new" or asked.tab == "new"  # whoever nobody follows is new: one of the two is enough
    ]


def _filters(asked: Asked, named: Mapping[UUID, str]) -> list[dict[str, Any]]:
    """Filters as a form whose address can be shared; a workplace by its id, never by its name."""
    places = sorted(((str(one), name) for one, name in named.items()), key=lambda pair: pair[1])
    problem = asked.problem.value if asked.problem else ""
    groups = [_group(_l("Date"), "dates", asked.dates, list(DATE_WORDS.items()))]
    problems = [("", _l("Any")), *((one.value, word) for one, word in PROBLEMS.items())]
    groups.append(_group(_l("About"), "problem", problem, problems))
    if len(places) > 1:
        groups.append(_group(_l("Workplace"), "workplace", str(asked.workplace_id or ""), [("", _l("All")), *places]))
    groups.append(_group(_l("Sorted by"), "sort", asked.sort, list(SORT_WORDS.items())))
    return groups


def _group(label: Any, name: str, chosen: str, options: list[tuple[str, Any]]) -> dict[str, Any]:
    return {
        "label": label,
        "name": name,
        "options": [{"value": value, "label": word, "current": chosen == value} for value, word in options],
    }


@bp.post("/grievances/search")
@may(May.WORK_GRIEVANCE)
@opens_its_own
def find_in_list() -> Response:
    """Nothing of what was typed is in an address; the tab and the filters stay."""
    form = FindCases()
    if not form.accepts():
        return _list(None, form)
    results = url_for("grievances.index", **listed_cases.kept(searches.KEY))
    with current_installation().store.writing(rights) as own:
        return searches.results_of(own, form.query.data, results)


@bp.get("/grievances/<id:case_id>/preview")
@may(May.WORK_GRIEVANCE)
def preview(case_id: UUID) -> Response:
    """A case in short, beside the list; that it was opened is a line of the record."""
    case = case_of(case_id)
    chain.opened(current_installation().store, current_account_id(), "grievance", case.id)
    place = session().get(Workplace, case.workplace_id)
    steps = what_is_next(session(), case)
    return page(
        "grievances/preview.html",
        case=case,
        about_name=naming.about(session(), [case]).get(case.id, ""),
        site=place.site if place else None,
        step=steps[0] if steps else None,
        message=last_message(timeline(session(), case), current_account_id()),
        problems=PROBLEMS,
        papers=PAPERS,
        stages=STAGES,
        telephone=telephone,
        url=url_for("grievances.show", case_id=case.id, **_place_asked(), **listed_cases.kept()),
    )


def _place_asked() -> dict[str, Any]:
    at = single(listed_cases.AT)
    return {listed_cases.AT: at} if at else {}


def _ticked_form(rows: Page[listing.Row] | None = None) -> Ticked:
    form = Ticked(beside=rows is not None)
    colleagues = readers.desk(session())
    form.to.offer(((one.id, one.name) for one in colleagues if one.id != current_account_id()), empty=_("Choose"))
    return form


@bp.post("/grievances/ticked")
@may(May.WORK_GRIEVANCE)
@opens_its_own
def act_on_ticked() -> Response:
    """One act on each ticked case, in a transaction of its own; one message says what was done and what was not."""
    form, me = _ticked_form(), current_account_id()
    back = url_for("grievances.index", **listed_cases.kept())  # its first page: the last one may be empty now
    if not form.accepts():
        if form.case.errors and not form.case.data:
            flash(NONE_TICKED, "soon")
            return redirect(back)
        return _list(searches.words_kept(session()), FindCases(beside=True), form)
    act = form.act.data
    if act is Act.PRINT:
        return redirect(url_for("grievances.printed", case=[str(one) for one in form.case.ids], **listed_cases.kept()))
    if act is Act.GATHER:
        return redirect(url_for("collective.gathering", case=[str(one) for one in form.case.ids]))
    doing = {
        Act.TAKE: lambda: ticked.take(me),
        Act.HAND_OVER: lambda: ticked.hand_over(me, form.to.data, ""),
        Act.WAIT: lambda: ticked.wait(me, form.whom.data, in_a_week()),
    }[act]()
    done = ticked.each(current_installation().store, rights, form.case.ids, doing)
    return _telling(Told(_said(act, done), done.told(), *_undoing(act, done)), back)


def _said(act: Act, done: Done) -> str:
    number, codes = len(done.ids), ", ".join(done.codes)
    if not number:
        return ""
    if act is Act.TAKE:
        said = ngettext("%(num)s case taken: %(codes)s", "%(num)s cases taken: %(codes)s", number, codes=codes)
    elif act is Act.WAIT:
        said = ngettext("%(num)s case waits: %(codes)s", "%(num)s cases wait: %(codes)s", number, codes=codes)
    else:
        said = ngettext(
            "%(num)s case handed over: %(codes)s", "%(num)s cases handed over: %(codes)s", number, codes=codes
        )
    return str(said)


def _undoing(act: Act, done: Done) -> tuple[str, str]:
    """What takes it back: the cases, and by which act; nothing where no act does, or nothing was done."""
    back = {Act.TAKE: Back.RELEASE, Act.WAIT: Back.RESUME}.get(act)
    return (" ".join(str(one) for one in done.ids), back.value) if back is not None and done.ids else ("", "")


def _telling(told: Told, back: str) -> Response:
    """Back to the list, which says what was done: codes and names are kept sealed, and never in a cookie."""
    with current_installation().store.writing(rights) as own:
        key = searches.keep(own, msgspec.json.encode(told).decode())
    return redirect(f"{back}{'&' if '?' in back else '?'}{TOLD}={key}")


def _told() -> Told | None:
    kept = searches.words_kept(session(), TOLD)
    try:
        return msgspec.json.decode(kept, type=Told) if kept else None
    except msgspec.DecodeError:
        return None  # the key of a search


@bp.post("/grievances/ticked/undo")
@may(May.WORK_GRIEVANCE)
@opens_its_own
def undo_ticked() -> Response:
    """What was done to several cases a moment ago is taken back where nobody did anything since."""
    form, me = TakenBack(), current_account_id()
    if not form.accepts():
        abort(422)
    try:
        ids = [UUID(one) for one in form.cases.data.split()]
    except ValueError:
        abort(422)
    doing = ticked.release(me) if form.act.data is Back.RELEASE else ticked.resume(me)
    done = ticked.each(current_installation().store, rights, ids, doing)
    said = _("Taken back: %(codes)s", codes=", ".join(done.codes)) if done.ids else ""
    return _telling(Told(said, done.told()), url_for("grievances.index", **listed_cases.kept()))


@bp.get("/grievances/printed")
@may(May.WORK_GRIEVANCE)
def printed() -> Response:
    """The ticked cases on one sheet: what each is about and what comes next, for a meeting or a telephone round."""
    wanted = request.args.getlist("case")
    try:
        ids = [UUID(one) for one in wanted][: ticked.MOST]
    except ValueError:
        abort(422)
    if not ids:
        flash(NONE_TICKED, "soon")
        return redirect(url_for("grievances.index", **listed_cases.kept()))
    rows = listing.of_ids(session(), current_account_id(), ids, listed_cases.names_of_places())
    for row in rows:
        chain.opened(current_installation().store, current_account_id(), "grievance", row.case.id)
    return page(
        "grievances/printed.html",
        rows=rows,
        problems=PROBLEMS,
        papers=PAPERS,
        stages=STAGES,
        closed=Stage.CLOSED,
        telephone=telephone,
        back=url_for("grievances.index", **listed_cases.kept()),
    )
