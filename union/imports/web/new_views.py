"""Bringing in a list: its kind, its file or what is pasted, its workplace; read at once, and kept sealed."""

from __future__ import annotations

from flask import url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.imports.kinds.registry import KINDS
from union.imports.reading import remembering
from union.imports.reading.understanding import understand
from union.imports.records import actions
from union.imports.records.outcomes import ListOf
from union.imports.web.forms import NewImport, NewList
from union.imports.web.receiving import MOST_BYTES, given, refused
from union.imports.web.views import bp, names_of_places
from union.imports.web.words import ABOUT, LISTS
from union.store.db import opens_its_own, session
from union.store.files import takes_files
from union.store.reach import ReachSession
from union.tables.columns.fields import field_name
from union.tables.table import Untrusted
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.idempotency import in_one_act
from union.web.locale import language
from union.web.pages import page


@bp.get("/imports/new")
@may(May.IMPORT_MEMBERS)
def new() -> Response:
    """The kind of list is chosen first, in the address: what else is asked depends on it."""
    return _new(_list_of(), None)


@bp.post("/imports/new")
@may(May.IMPORT_MEMBERS)
@opens_its_own
@takes_files(MOST_BYTES)
def create() -> Response:
    """The file is read outside the writers' turn; what is kept of it then goes in at once."""
    list_of = _list_of()
    form = _new_form(list_of)
    if not form.accepts():
        return _new(list_of, form)
    data, name = given(form)
    if form.errors:
        return _new(list_of, form)
    place = form.workplace.data if isinstance(form, NewImport) else None
    try:
        cin = current_installation().settings.cin_authorised
        _table, plan = understand(data, name, cin=cin, list_of=list_of)
        plan = remembering.proposal(session(), place, plan, data, cin=cin)
    except Untrusted as refusal:
        status = refused(form, refusal)
        answer = _new(list_of, form)
        answer.status_code = status
        return answer

    def keep(writing: ReachSession) -> str:
        row = actions.take_in(writing, current_account_id(), current_installation().files, place, data, plan)
        remembering.used(writing, plan)
        return url_for("imports.columns", import_id=row.id)

    return in_one_act(keep)


def _list_of() -> ListOf:
    """The kind of list that the address asks for. 422 where it is none, or not for whoever asks."""
    return ListOf(choice("of", tuple(one.value for one in _offered()), ListOf.MEMBERS.value))


def _offered() -> list[ListOf]:
    return [one for one in ListOf if one not in KINDS or asking().may(KINDS[one].verb)]


def _new_form(list_of: ListOf) -> NewList:
    kind = KINDS.get(list_of)
    if kind is not None and not kind.one_place:
        return NewList()
    form = NewImport()
    form.workplace.offer(sorted(names_of_places().items(), key=lambda pair: pair[1].casefold()), _l("Choose"))
    return form


def _new(list_of: ListOf, form: NewList | None) -> Response:
    kind = KINDS.get(list_of)
    return page(
        "imports/new.html",
        form=form or _new_form(list_of),
        most=MOST_BYTES // (1024 * 1024),
        lists_days=current_installation().settings.lists_days,
        list_of=list_of,
        kinds=[
            {"label": LISTS[one], "url": url_for("imports.new", of=one.value), "current": one is list_of}
            for one in _offered()
        ],
        about=ABOUT[list_of],
        columns=[field_name(name, language()) for name in (kind.fields if kind else ())],
    )
