"""Keeping the list that is shown under a name, and removing one."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.grievances import listed_cases, saved_lists
from union.grievances.blueprint import bp
from union.grievances.saved_lists import Saved, SavedList
from union.store.db import session
from union.web.forms.chosen import Pick
from union.web.forms.form import Form, current_account_id, needed
from union.web.forms.typed import Line
from union.web.pages import page


class KeepList(Form):
    """Under which name a list is kept, and with whom it is shared."""

    name = Line(_l("Name of this list"), [needed(_l("Write a name for this list."))], most=60)
    shared = Pick(_l("Shared with those who work at"))


def form() -> KeepList:
    found = KeepList()
    places = sorted(listed_cases.names_of_places().items(), key=lambda pair: pair[1].casefold())
    found.shared.offer(places, empty=_("Nobody: for myself"))
    return found


@bp.get("/grievances/lists/new")
@may(May.WORK_GRIEVANCE)
def keeping_list() -> Response:
    listed_cases.asked(listed_cases.words())  # 422 for what no list is
    return page("grievances/keeping_list.html", form=form(), asks=listed_cases.kept())


@bp.post("/grievances/lists")
@may(May.WORK_GRIEVANCE)
def keep_list() -> Response:
    asked, typed = listed_cases.asked(listed_cases.words()), form()
    made: list[SavedList] = []

    def keep() -> None:
        saved = Saved(
            typed.name.data, asked.tab, asked.problem, asked.workplace_id, asked.dates, asked.sort, asked.words
        )
        made.append(saved_lists.keep(session(), current_account_id(), saved, typed.shared.data))

    if not typed.carries_out(keep):
        return page("grievances/keeping_list.html", form=typed, asks=listed_cases.kept())
    flash(_("The list is kept: it stands above the others."), "done")
    return redirect(url_for("grievances.index", view=str(made[0].id)))


@bp.post("/grievances/lists/<id:list_id>/remove")
@may(May.WORK_GRIEVANCE)
def remove_list(list_id: UUID) -> Response:
    """Of one's own: whoever shares a list of somebody else's opens it, and has nothing of it to remove."""
    Confirm()
    row = session().get(SavedList, list_id)
    if row is None or row.account_id != current_account_id():
        abort(404)
    saved_lists.remove(session(), current_account_id(), row)
    flash(_("The list is kept no more; its cases are untouched."), "done")
    return redirect(url_for("grievances.index"))
