"""Which list of cases an address asks for: its keys name nobody, and the pages of its cases keep them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from flask import abort, request, url_for

from union.access import asking
from union.grievances.blueprint import bp
from union.grievances.listing import DATES, SORTS, TABS, Asked, Neighbours, neighbours
from union.grievances.models import Grievance, Problem
from union.grievances.saved_lists import Saved, SavedList
from union.store.db import session
from union.web import searches
from union.web.addresses import IdConverter, choice, single
from union.web.forms.form import current_account_id
from union.workplaces.models import sites

FILTERS = ("problem", "workplace", "dates", searches.KEY)
KEYS = ("tab", *FILTERS, "sort", "view")
SAVED = (*FILTERS, "sort")  # what an address may say otherwise than the list kept under a name that it tells
AT = "at"  # the place of a case in the list from which its page was opened
_PLACE = re.compile(r"[1-9][0-9]{0,5}")


def asked(words: str | None = None) -> Asked:
    """The tab, the filters and the order of the address; what it leaves unsaid is as in the list kept under a name that
    it tells. 422 for what is not offered."""
    problem, place = choice("problem", tuple(one.value for one in Problem)), single("workplace")
    try:
        workplace_id = UUID(place) if place else None
    except ValueError:
        abort(422)
    saved = saved_asked()
    told = saved.saved if saved is not None else Saved("")
    left = {name for name in SAVED if name not in request.args}  # said to be anything is said too
    return Asked(
        choice("tab", TABS, told.tab),
        told.problem if "problem" in left else Problem(problem) if problem else None,
        told.place if "workplace" in left else workplace_id,
        choice("dates", DATES, told.dates if "dates" in left else ""),
        choice("sort", SORTS, told.sort if "sort" in left else ""),
        words or told.words,
        asking().reach.named_only,
    )


def saved_asked() -> SavedList | None:
    """The list kept under a name that the address tells. 422 for what is no id, 404 for one out of reach."""
    given = single("view")
    if not given:
        return None
    if not re.fullmatch(IdConverter.regex, given):
        abort(422)
    return session().get(SavedList, UUID(given)) or abort(404)


def words() -> str | None:
    """The words of the search behind the key of the address, where it has not ended."""
    return searches.words_kept(session())


def kept(*without: str) -> dict[str, Any]:
    """What the address asks of the list, as the links of its pages repeat it: beside a list kept under a name also that
    a filter of that one is taken off."""
    saved = "view" in request.args and "view" not in without
    told = (name for name in KEYS if name not in without and name in request.args)
    return {name: request.args[name] for name in told if request.args[name] or (saved and name in SAVED)}


def spelled_out(asked: Asked) -> dict[str, Any]:
    """The same list with each filter in the address, and the words of a search in none."""
    return {
        "tab": asked.tab,
        "problem": asked.problem.value if asked.problem else None,
        "workplace": asked.workplace_id,
        "dates": asked.dates or None,
        "sort": asked.sort or None,
    }


def tail() -> str:
    """The same, to be put behind an address that asks for something already."""
    asked_for = kept()
    return f"&{urlencode(asked_for)}" if asked_for else ""


def names_of_places() -> dict[UUID, str]:
    """The sites in reach, by the name under which people know them."""
    return {one.id: one.site.called for one in session().scalars(sites())}


def list_url() -> str:
    """The list from which the page of a case was opened."""
    return url_for("grievances.index", **kept())


def beside_on_the_list(case: Grievance) -> dict[str, str] | None:
    """The pages of the cases before and after one in the list from which it was opened; None where it was opened from
    elsewhere."""
    place = single(AT)
    if not place:
        return None
    if not _PLACE.fullmatch(place):
        abort(422)
    searched = words()
    if searched is None and request.args.get(searches.KEY):
        return None  # the search has ended: its list is none any more
    found: Neighbours = neighbours(
        session(), current_account_id(), asked(searched), names_of_places(), case.id, int(place)
    )
    known = kept()
    pairs = {"before": found.before, "after": found.after}
    return {name: url_for("grievances.show", case_id=one[0], at=one[1], **known) for name, one in pairs.items() if one}


@bp.url_defaults
def keep_the_list(endpoint: str, values: dict[str, Any]) -> None:
    """Acts on a case, and the pages of its forms, lead back to it with the list from which it was opened."""
    here = (request.view_args or {}).get("case_id") if request else None
    if here is None or values.get("case_id") != here or AT in values or not request.args.get(AT):
        return
    for name, value in {**kept(), AT: request.args[AT]}.items():
        values.setdefault(name, value)
