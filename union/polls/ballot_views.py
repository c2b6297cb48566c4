"""Which ballot a result of a site is of: its round, and for a partial election what each list had kept before it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.polls import actions
from union.polls.forms import BallotKindForm, ballot_kind_form, kept_name, kept_of
from union.polls.views import bp
from union.record import chain
from union.store.db import session
from union.tables.cells.names import fold
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.pages import page
from union.workplaces.elections import Election, of_site
from union.workplaces.models import Workplace
from union.workplaces.words import COLLEGES


@bp.get("/calendar/results/<id:election_id>")
@may(May.KEEP_POLLS)
def ballot(election_id: UUID) -> Response:
    row = _result_or_404(election_id)
    chain.opened(current_installation().store, current_account_id(), "workplace", row.workplace_id)
    names = _names(row)
    return _shown(row, ballot_kind_form(names, row.result), names)


@bp.post("/calendar/results/<id:election_id>")
@may(May.KEEP_POLLS)
def say_ballot(election_id: UUID) -> Response:
    row = _result_or_404(election_id)
    names = _names(row)
    form = ballot_kind_form(names, row.result)

    def act() -> None:
        kept = kept_of(form, names) if form.partial.data else None
        said = replace(row.result, round=form.round.data, partial=form.partial.data, kept=kept)
        actions.say_ballot(session(), current_account_id(), row, said)

    if not form.carries_out(act, row.version):
        return _shown(row, form, names)
    flash(_("Kept. The shares were counted anew."), "done")
    return redirect(url_for("workplaces.show", workplace_id=row.workplace_id, _anchor="elections"))


def _result_or_404(election_id: UUID) -> Election:
    return session().get(Election, election_id) or abort(404)


def _names(row: Election) -> tuple[str, ...]:
    """The lists that may have had seats of the college before this ballot, and its own."""
    told = row.result
    rows = readable(session().scalars(of_site(row.workplace_id)), "result")
    earlier = [one.result for one in rows if one.result.college is told.college and one.result.held_on < told.held_on]
    found: dict[str, str] = {}
    for result in (*sorted(earlier, key=lambda one: one.held_on, reverse=True), told):
        for one in result.lists:
            found.setdefault(fold(one.name), one.name)
    return tuple(found.values())


def _shown(row: Election, form: BallotKindForm, names: tuple[str, ...]) -> Response:
    return page(
        "polls/ballot.html",
        form=form,
        row=row,
        workplace=session().get_one(Workplace, row.workplace_id),
        colleges=COLLEGES,
        kept=[form[kept_name(at)] for at in range(len(names))],
    )
